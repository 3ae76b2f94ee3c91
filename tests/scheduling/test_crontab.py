"""netlog's block in a crontab, as text: put in, taken out, read."""

from datetime import time

import pytest
from hypothesis import example, given, strategies as st
from tests.scheduling.test_jobs import CALLINGS, DATABASE, NETLOG, PLAIN

from netlog.errors import RefusedError
from netlog.scheduling.crontab import (
    BEGIN,
    END,
    Entry,
    block,
    entries,
    has_block,
    is_block,
    mailto,
    other_line,
    with_block,
    without_block,
)
from netlog.scheduling.jobs import JOBS, Calling, shell_line

BLOCK = f"""\
# >>> netlog schedule: written by netlog; netlog schedule remove takes it out
0 8 * * 1 NETLOG_DB={DATABASE} {NETLOG} due --quiet
0 8 * * 4 NETLOG_DB={DATABASE} {NETLOG} due --now --quiet
# <<< netlog schedule
"""
FOREIGN = "# mine\r\nMAILTO=me\n\n17 * * * * echo 50\\% \udcff of \x0b \u2028 it\n"
OTHER = PLAIN._replace(send=("--deliver", "notify"))
LINES = st.lists(
    st.text(st.characters(blacklist_characters="\n")).filter(
        lambda line: not has_block(line)
    )
)
CRONTABS = st.builds(
    lambda lines, end: "\n".join(lines) + end, LINES, st.sampled_from(["", "\n"])
)
"""Any text, with a last newline or without."""


def test_the_block_to_the_letter() -> None:
    """A mark, a line a job, a mark."""
    assert block(PLAIN) == BLOCK


@given(CRONTABS, CALLINGS)
@example("a", PLAIN)
@example("a\n", PLAIN)
@example("", PLAIN)
@example(FOREIGN, PLAIN)
@example(FOREIGN.rstrip("\n"), PLAIN)
def test_what_is_taken_out_again_leaves_no_trace(text: str, how: Calling) -> None:
    """Whatever stood there: CRLF, what is no UTF-8, no newline at the end."""
    assert without_block(with_block(text, how)) == text


@given(CRONTABS, CRONTABS, CALLINGS, CALLINGS)
def test_put_in_again_it_is_there_once_where_it_was(
    before: str, after: str, how: Calling, other: Calling
) -> None:
    """With what is said now; the lines below it stay below."""
    once = with_block(before, how) + after
    twice = with_block(once, other)
    assert twice == with_block(before, other) + after
    assert with_block(twice, other) == twice
    assert twice.count(BEGIN) == 1


def test_a_copy_of_the_block_goes() -> None:
    """Somebody may have pasted it twice."""
    twice = f"{BLOCK}a\n{BLOCK}{FOREIGN}{BLOCK}"
    assert with_block(twice, OTHER) == f"{block(OTHER)}a\n{FOREIGN}"
    assert without_block(twice) == f"a\n{FOREIGN}"


def test_the_end_that_netlog_gave_a_line_stays_where_lines_follow() -> None:
    """Else two of the user's own would be one."""
    assert without_block(with_block("a", PLAIN)) == "a"
    assert without_block(with_block("a", PLAIN) + "b") == "a\nb"


@given(CRONTABS, CALLINGS)
def test_what_cron_runs_is_read_back(text: str, how: Calling) -> None:
    """A percent sign, too, which cron knows only with a backslash."""
    there = with_block(text, how)
    assert [entry.line for entry in entries(there)] == [
        shell_line(job, how) for job in JOBS
    ]
    assert is_block(there, how)
    assert has_block(there)


def test_a_percent_sign_is_escaped() -> None:
    """A bare one ends the line for cron."""
    how = PLAIN._replace(environment=(("NETLOG_DB", "/100% mine's.db"),))
    assert "NETLOG_DB='/100\\% mine'\"'\"'s.db' " in block(how)
    assert block(how).count("%") == block(how).count("\\%") == 2


def test_the_hours_are_the_users() -> None:
    """They stay when it is written anew, unless a line is missing."""
    earlier = BLOCK.replace("0 8 * * 1", "30 7 * * 2")
    assert with_block(earlier, OTHER) == block(OTHER, ("30 7 * * 2", "0 8 * * 4"))
    alone = "".join(earlier.splitlines(keepends=True)[i] for i in (0, 1, 3))
    assert with_block(alone, OTHER) == block(OTHER)
    there = BLOCK.replace("0 8 * * 1", "30 7 * * 2").replace("0 8 * * 4", "@weekly")
    assert is_block(BLOCK.replace("0 8 * * 1", "30 7 * * 2"), PLAIN)
    assert not is_block(there, PLAIN)
    assert not is_block(BLOCK.replace("--now ", ""), PLAIN)
    assert not is_block(FOREIGN, PLAIN)


@pytest.mark.parametrize(
    ("fields", "weekly"),
    [
        ("0 8 * * 1", (1, time(8))),
        ("30 17 * * 7", (7, time(17, 30))),
        ("0 8 1 * *", None),
        ("0 8 * * 1,2", None),
        ("0 25 * * 1", None),
        ("*/5 * * * *", None),
    ],
)
def test_when_a_line_runs(fields: str, weekly: tuple[int, time] | None) -> None:
    """A day of the week and a time, where it is one of each."""
    assert Entry(fields, "x").weekly == weekly


@pytest.mark.parametrize(
    "text",
    [
        f"{BEGIN}\n1 1 1 1 1 x\n",
        f"a\n{END}\n",
        f"{BLOCK}{BEGIN}\n",
        f"{BEGIN}\n{BLOCK}",
        f"{BLOCK}{END}",
    ],
)
def test_half_a_block_is_not_touched(text: str) -> None:
    """Nobody knows which lines are whose."""
    assert has_block(text)
    with pytest.raises(RefusedError):
        with_block(text, PLAIN)
    with pytest.raises(RefusedError):
        without_block(text)


def test_a_remark_of_the_users_is_no_mark() -> None:
    """However much it speaks of netlog."""
    assert not has_block("# netlog schedule\n# >>> netlog\n#>>> netlog schedule\n")


def test_a_mark_with_a_carriage_return_is_one() -> None:
    """An editor may have put one at the end of every line."""
    assert without_block(f"a\r\n{BLOCK}".replace("\n", "\r\n")) == "a\r\r\n"


def test_a_line_that_cron_would_cut_off_is_refused() -> None:
    """At a thousand bytes, without a word."""
    how = PLAIN._replace(environment=(("NETLOG_DB", "/é" * 480),))
    with pytest.raises(RefusedError):
        block(how)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", None),
        ("# MAILTO=a\n", None),
        ("MAILTO=a\n MAILTO = 'b'\n", "b"),
        ('MAILTO=""\n', ""),
        (f"{BLOCK}MAILTO=below\n", None),
        (f"MAILTO=a\n{BLOCK}MAILTO=below\n", "a"),
    ],
)
def test_to_whom_cron_mails_what_the_block_says(text: str, said: str | None) -> None:
    """What stands above it decides."""
    assert mailto(text) == said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (BLOCK, ""),
        ("# 0 8 * * 1 netlog due\n1 1 * * * dueling\n", ""),
        (f"{BLOCK}0 9 * * 1 netlog due\r\n", "0 9 * * 1 netlog due"),
        (f"{BEGIN}\n0 9 * * 1 netlog due\n", "0 9 * * 1 netlog due"),
    ],
)
def test_a_line_of_the_users_own_that_asks_for_the_plan(text: str, line: str) -> None:
    """It stands outside of the block, and is no remark."""
    assert other_line(text) == line
