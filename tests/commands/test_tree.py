"""netlog tree: who brought whom."""

import sqlite3
from contextlib import closing

import pytest
from tests.commands.said import person, without_uids
from tests.running import Netlog, told

PAGE = """\
Who brought whom

me
├ Alisa, met 3 Feb 2025 at book fair
│ ├ Dorie Clark, 1 Apr 2025 ✓ interview “column” and 1 more outcome
│ │ └ Maya, 20 May 2025 (offered)
│ └ Peter, 13 May 2025 ✓ client, 1,800 EUR
├ Hal, known before netlog
│ └ Zoe, 2 May 2025
└ and 2 met without help, who brought nobody yet
"""


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    (netlog.home / ".config/netlog").mkdir(parents=True)
    config = netlog.home / ".config/netlog/config.toml"
    config.write_text('currency = "EUR"\n', encoding="utf-8")
    told(
        netlog,
        "add Alisa --at 'book fair' --on 2025-02-03",
        "add Hal --known",
        "add Susan --met --on 2025-06-01",
        "add Quiet --known",
        "add Dorie Clark --via Alisa --on 2025-04-01",
        "add Zoe --via Hal --on 2025-05-02",
        "add Peter --via Alisa --on 2025-05-13",
        "add Maya",
        "intro Maya --by Dorie --state offered --on 2025-05-20",
        "intro Peter --by Hal --on 2025-05-30",
        "got Dorie interview column --on 2025-05-21",
        "got Dorie tip --on 2025-05-22",
        "got Peter client --value 1800 --on 2025-05-23",
        "gave Hal tip",
    )


def shown(netlog: Netlog, line: str) -> list[str]:
    """The handles of a tree, by levels: - one, -- two."""
    records = netlog(f"tree {line} --format plain").out.splitlines()
    fields = [record.split("\t") for record in records]
    return [f"{'-' * int(level)}{handle}" for level, handle, *_ in fields if handle]


def test_a_tree_from_me_outward(netlog: Netlog) -> None:
    """Who led to most first; what came stands beside whom it came from."""
    assert netlog("tree") == (0, PAGE, "")


def test_a_tree_from_somebody_outward(netlog: Netlog) -> None:
    """Their branch alone."""
    assert netlog("tree dorie").out == (
        "Whom Dorie Clark brought\n"
        "\n"
        "Dorie Clark ✓ interview “column” and 1 more outcome\n"
        "└ Maya, 20 May 2025 (offered)\n"
    )


def test_me_is_where_it_grows_from_anyway(netlog: Netlog) -> None:
    """The same tree."""
    assert netlog("tree me") == netlog("tree")


def test_as_deep_as_is_asked(netlog: Netlog) -> None:
    """What is below the last hop is a number, with the command that shows it."""
    assert netlog("tree --depth 1").out.splitlines()[2:] == [
        "me",
        "├ Alisa, met 3 Feb 2025 at book fair · 3 people below, 3 outcomes:",
        "│   netlog tree alisa",
        "├ Hal, known before netlog · 1 person below: netlog tree hal",
        "└ and 2 met without help, who brought nobody yet",
    ]
    assert netlog("tree --depth 0").code == 2
    assert netlog("tree --depth 51").code == 2


def test_only_what_led_to_something(netlog: Netlog) -> None:
    """Branches with an outcome; nobody else is counted."""
    assert shown(netlog, "--led") == ["me", "-alisa", "--dorie-clark", "--peter"]
    assert "without help" not in netlog("tree --led").out


def test_whom_somebody_introduced_besides(netlog: Netlog) -> None:
    """Under the root, with whom they stand under; with --led wherever it led to it."""
    assert netlog("tree hal").out.splitlines()[2:] == [
        "Hal",
        "├ Zoe, 2 May 2025",
        "└ Peter, 30 May 2025 ✓ client, 1,800 EUR (see Alisa)",
    ]
    netlog("got Peter tip --on 2025-06-01")
    assert netlog("yield hal --json").data["outcomes"][0]["kind"] == "tip"
    assert shown(netlog, "--led")[-2:] == ["-hal", "--peter"]
    assert shown(netlog, "hal --led") == ["hal", "-peter"]


def test_whom_i_had_met_was_not_brought(netlog: Netlog) -> None:
    """On the day of the introduction they were; known ones never met first here."""
    told(
        netlog,
        "log Quiet --on 2025-02-01",
        "add Una --at fair --on 2024-05-05",
        "intro Una --by Hal --on 2025-04-10",
        "add Vic --via Una --on 2025-05-05",
        "intro Hal --by Susan --on 2025-06-01",
    )
    page = netlog("tree").out.splitlines()
    assert "├ Una, met 5 May 2024 at fair" in page
    assert "├ Una, 10 Apr 2025 (known before)" in netlog("tree hal").out.splitlines()
    assert not [line for line in page if "Hal, met" in line]
    assert netlog("tree --since 2025-01-01 --json").data["quiet"] == 1


def test_only_who_came_since_a_day(netlog: Netlog) -> None:
    """With those who led to them, and how many were met without help since then."""
    assert shown(netlog, "--since 2025-05-13") == [
        "me",
        "-alisa",
        "--dorie-clark",
        "---maya",
        "--peter",
    ]
    assert netlog("tree --since 2025-06-01").out == (
        "Who brought whom\n"
        "\n"
        "me\n"
        "└ 1 met without help, who brought nobody yet\n"
        "\n"
        "Nobody came since 1 Jun 2025.\n"
    )


def test_a_large_branch_is_cut_and_says_how_to_see_the_rest(netlog: Netlog) -> None:
    """Twenty below one; the command shows them all, with the same selection."""
    for number in range(23):
        netlog(f"add Guest G{number:02} --via Susan --on 2025-06-01")
    lines = netlog("tree --since 2025-06-01").out.splitlines()
    (more,) = [line for line in lines if "more" in line]
    assert more == "  └ and 3 more people: netlog tree susan --since 2025-06-01 --all"
    assert len(shown(netlog, more.partition("netlog tree ")[2])) == 24
    assert len(shown(netlog, "--all")) == len(shown(netlog, "")) + 3


def test_as_records(netlog: Netlog) -> None:
    """Level, handle, name, day, by whom, the introduction, and what came."""
    assert netlog("tree hal --format plain").out == (
        "0\thal\tHal\t\t\t\t\n1\tzoe\tZoe\t2025-05-02\thal\t2\t\n"
        "1\tpeter\tPeter\t2025-05-30\thal\t5\tclient\n"
    )
    below = netlog("tree alisa --format plain").out.splitlines()[1]
    assert below.split("\t") == [
        *("1", "dorie-clark", "Dorie Clark", "2025-04-01", "alisa", "1"),
        "interview,tip",
    ]


def test_people_within_people_in_json(netlog: Netlog) -> None:
    """Each with how they came, what they brought, and how many stand below."""
    said = without_uids(netlog("tree hal --json").data)
    peter = said["children"].pop()
    assert (peter["person"]["handle"], peter["see"]) == ("peter", "alisa")
    assert said == {
        "person": person("hal", "Hal"),
        "date": None,
        "place": None,
        "introduction": None,
        "state": None,
        "known": True,
        "see": None,
        "outcomes": [],
        "people_below": 1,
        "outcomes_below": 0,
        "children": [
            {
                "person": person("zoe", "Zoe"),
                "date": "2025-05-02",
                "place": None,
                "introduction": 2,
                "state": "made",
                "known": False,
                "see": None,
                "outcomes": [],
                "people_below": 0,
                "outcomes_below": 0,
                "children": [],
                "more": 0,
            }
        ],
        "more": 0,
        "quiet": None,
    }
    whole = netlog("tree --json").data
    assert (whole["person"]["handle"], whole["people_below"], whole["quiet"]) == (
        "me",
        6,
        2,
    )
    assert whole["children"][0]["place"] == "book fair"
    entries = whole["children"][0]["children"][0]["outcomes"]
    assert [one["kind"] for one in entries] == ["interview", "tip"]


def test_who_was_dropped_came_by_nobody(netlog: Netlog) -> None:
    """A dropped introduction brought nobody."""
    netlog("intro Zoe --by Hal --state dropped")
    assert shown(netlog, "hal") == ["hal", "-peter"]
    netlog("intro Peter --by Hal --state dropped")
    assert shown(netlog, "hal") == ["hal"]
    assert netlog("tree hal").out.splitlines()[-1] == (
        "Whom did they introduce to you? netlog intro WHO --by hal"
    )


def test_nothing_led_to_anything(netlog: Netlog) -> None:
    """And the command that would record it."""
    assert netlog("tree hal --led").out.splitlines()[-1] == (
        "Nothing is recorded that came of it: netlog got WHO KIND"
    )


def test_what_a_branch_led_to_is_told_where_it_is_not_shown(netlog: Netlog) -> None:
    """People, and outcomes that others of the branch brought."""
    netlog("got Alisa tip --on 2025-05-01")
    lines = netlog("tree --depth 2").out.splitlines()
    assert lines[3:7] == [
        "├ Alisa, met 3 Feb 2025 at book fair ✓ tip · 3 people below, 3 outcomes",
        (
            "│ ├ Dorie Clark, 1 Apr 2025 ✓ interview “column” and 1 more outcome"
            " · 1 person"
        ),
        "│ │   below: netlog tree dorie-clark",
        "│ └ Peter, 13 May 2025 ✓ client, 1,800 EUR",
    ]


@pytest.fixture
def empty(netlog: Netlog) -> Netlog:
    """Nobody at all."""
    netlog.db.unlink()
    return netlog


@pytest.mark.usefixtures("unnamed")
def test_nobody_yet(netlog: Netlog) -> None:
    """The user alone, and three ways to begin; exit 0."""
    said = netlog("tree")
    assert (said.code, said.out) == (0, "Who brought whom\n\nme\n")
    assert said.err.splitlines()[0] == "Nobody yet."
    said = netlog("tree --json")
    assert (said.data["children"], said.err) == ([], "")


def test_nobody_introduced_anybody(empty: Netlog) -> None:
    """They are counted, and it is told how introductions are recorded."""
    empty("add Hal --met")
    assert empty("tree").out == (
        "Who brought whom\n"
        "\n"
        "me\n"
        "└ 1 met without help, who brought nobody yet\n"
        "\n"
        "Who introduced somebody to you? netlog intro WHO --by WHO\n"
    )


def test_a_large_network_is_seen_in_part(empty: Netlog) -> None:
    """What led to something first; what nobody counted is null, or just more."""
    empty("add Ann --met")
    _crowd(empty, 5_002)
    empty("got q-4000 tip")
    lines = empty("tree").out.splitlines()
    assert lines[2:6] == [
        "me",
        "├ Ann, met 2 Jun 2025",
        "│ ├ Q 4000, 2 Jun 2025 ✓ tip",
        "│ ├ Q 3, 2 Jun 2025",
    ]
    assert lines[-2:] == [
        "│ └ and more: netlog tree ann --all",
        "└ and more: netlog tree --all",
    ]
    data = empty("tree --json").data
    assert (data["people_below"], data["outcomes_below"]) == (None, None)
    assert (data["more"], data["quiet"]) == (None, None)


def _crowd(netlog: Netlog, size: int) -> None:
    """So many people whom the first one introduced, written at once."""
    with closing(sqlite3.connect(netlog.db)) as file:
        ids = range(3, 3 + size)
        file.executemany(
            "INSERT INTO person (id, uid, handle, name, folded, org, role, city, note,"
            " birthday, every, said_known, no_sell, entity, source, added_on, resting,"
            " starts_on, entered, draw, rhythm, cluster, waits_from, known, connected,"
            " open_tries, touches, contact_days, dropped)"
            " VALUES (?, ?, ?, ?, '', '', '', '', '', '', '', '', 0, 'person', 'typed',"
            " '2025-06-02', 0, '2025-06-02', 1, 0, '', '', '2025-06-02', 0, 1, 0, 0, 0,"
            " 0)",
            [(key, f"p{key}", f"q-{key}", f"Q {key}") for key in ids],
        )
        file.executemany(
            "INSERT INTO introduction (uid, introducer_id, a_id, b_id, day, said,"
            " state, inbound, words, entered)"
            " VALUES (?, 2, 1, ?, '2025-06-02', 'made', 'made', 0, '', 1)",
            [(f"i{key}", key) for key in ids],
        )
        file.commit()
