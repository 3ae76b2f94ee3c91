"""netlog's block in a crontab, as text: put in, taken out, read.

A crontab is text as `crontab -l` gives it; bytes that are no UTF-8 are kept as
surrogates.  Not a byte outside of the block is changed.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import time

from netlog.errors import RefusedError
from netlog.namedtuple import NamedTuple
from netlog.scheduling.jobs import AT, JOBS, Calling, shell_line

BEGIN = "# >>> netlog schedule: written by netlog; netlog schedule remove takes it out"
UNENDED = " (the line above had no end)"
"""Said in the first line where netlog had to end the line above; taken out with it."""
END = "# <<< netlog schedule"
_MARK = re.compile(r"# (>>>|<<<) netlog schedule\b.*\r?\n?")
_OPENS, _CLOSES = ">>>", "<<<"
_ENTRY = re.compile(r"(\S+ \S+ \S+ \S+ \S+) (.*?)\r?\n?")
_WEEKLY = re.compile(r"(\d{1,2}) (\d{1,2}) \* \* ([1-7])")
_MAILTO = re.compile(r"\s*MAILTO\s*=\s*(.*?)\s*$")
_DUE = re.compile(r"(?!\s*#).*\bnetlog\b.*\bdue\b")
USUAL_TIMES = tuple(f"{AT.minute} {AT.hour} * * {job.weekday}" for job in JOBS)
_LONGEST = 990
"""Bytes of a line: cron reads a thousand, and cuts off the rest without a word."""


class Entry(NamedTuple):
    """A line of the block: cron's five fields, and what is run."""

    fields: str
    line: str

    @property
    def weekly(self) -> tuple[int, time] | None:
        """The day of the week and the time, where it is one of each."""
        found = _WEEKLY.fullmatch(self.fields)
        if not found:
            return None
        minute, hour, weekday = map(int, found.groups())
        try:
            return weekday, time(hour, minute)
        except ValueError:
            return None


def block(how: Calling, times: Sequence[str] = USUAL_TIMES) -> str:
    """The lines that cron is to be told; RefusedError where one is too long for it.

    `times` are five fields for each job.
    """
    lines = [
        f"{fields} {_escaped(shell_line(job, how))}"
        for fields, job in zip(times, JOBS, strict=True)
    ]
    if any(len(line.encode(errors="surrogateescape")) > _LONGEST for line in lines):
        raise RefusedError(
            "The line is too long for cron, which would cut it off.",
            "netlog schedule install --via systemd takes longer ones.",
        )
    return "\n".join((BEGIN, *lines, END, ""))


def with_block(text: str, how: Calling) -> str:
    """A crontab with the block, where it stands or at the end, and once.

    The user may have changed when it runs: that stays.
    """
    times = [entry.fields for entry in entries(text)]
    new = block(how, times if len(times) == len(JOBS) else USUAL_TIMES)
    before, *rest = _parted(text)
    if not rest:
        ended = not text or text.endswith("\n")
        return text + (new if ended else f"\n{_unended(new)}")
    first, *others = rest
    kept = _unended(new) if UNENDED in first.block.partition("\n")[0] else new
    return before.after + kept + first.after + "".join(part.after for part in others)


def without_block(text: str) -> str:
    """A crontab as it is without netlog."""
    before, *rest = _parted(text)
    left = before.after
    for number, part in enumerate(rest, 1):
        is_last = number == len(rest) and not part.after
        if is_last and UNENDED in part.block.partition("\n")[0]:
            left = left.removesuffix("\n")
        left += part.after
    return left


def entries(text: str) -> tuple[Entry, ...]:
    """What the block tells cron to run; none where there is no block."""
    return tuple(
        Entry(found[1], found[2].replace("\\%", "%"))
        for part in _parted(text)
        for line in _lines(part.block)
        if not line.startswith("#") and (found := _ENTRY.fullmatch(line))
    )


def has_block(text: str) -> bool:
    """Whether there is one, or part of one."""
    return any(map(_MARK.fullmatch, _lines(text)))


def is_block(text: str, how: Calling) -> bool:
    """Whether the block is what would be written; when it runs is the user's."""
    return [entry.line for entry in entries(text)] == [
        entry.line for entry in entries(block(how))
    ]


def mailto(text: str) -> str | None:
    """To whom cron mails what the block says; None where it is the user, '' nobody."""
    said = [
        found[1] for line in _lines(_foreign(text)[0]) if (found := _MAILTO.match(line))
    ]
    return said[-1].strip("\"'") if said else None


def other_line(text: str) -> str:
    """A line outside of the block that asks for the plan as well; '' for none."""
    lines = (line.rstrip("\r\n") for part in _foreign(text) for line in _lines(part))
    return next(filter(_DUE.match, lines), "")


def _foreign(text: str) -> list[str]:
    """What is not netlog's: before the block and after it; all where it is broken."""
    try:
        return [part.after for part in _parted(text)]
    except RefusedError:
        return [text]


class _Part(NamedTuple):
    """A block, and what stands after it up to the next one."""

    block: str
    after: str


def _parted(text: str) -> list[_Part]:
    """What stands before the first block, then each block with what stands after it.

    RefusedError where a block has no end, or an end no block.
    """
    parts, is_open = [_Part("", "")], False
    for line in _lines(text):
        found = _MARK.fullmatch(line)
        mark = found[1] if found else ""
        if mark == (_OPENS if is_open else _CLOSES):
            raise _unpaired()
        if mark == _OPENS:
            parts.append(_Part("", ""))
        block, after = parts[-1]
        inside = is_open or bool(mark)
        parts[-1] = _Part(block + line, after) if inside else _Part(block, after + line)
        is_open = is_open if not mark else mark == _OPENS
    if is_open:
        raise _unpaired()
    return parts


def _unpaired() -> RefusedError:
    return RefusedError(
        "The crontab has one of the two marks around netlog's lines alone.",
        "crontab -e takes it out, or puts the other one back.",
    )


def _lines(text: str) -> Iterator[str]:
    r"""Lines with their ends; \n alone ends one."""
    return (line for line in re.split(r"(?<=\n)", text) if line)


def _unended(new: str) -> str:
    return new.replace(BEGIN, BEGIN + UNENDED, 1)


def _escaped(line: str) -> str:
    """Of a bare % cron makes the end of a line."""
    return line.replace("%", r"\%")
