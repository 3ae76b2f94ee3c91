"""netlog thank: somebody on the path of an outcome was thanked."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _outcomes(netlog: Netlog) -> None:
    """Alisa introduced Dorie Clark, who brought an interview and then a tip."""
    told(
        netlog,
        "add Alisa",
        "add Dorie Clark --via Alisa --on 2025-04-01",
        "got dorie interview column --on 2025-05-29",
        "got dorie tip --on 2025-05-30",
    )


def waiting(netlog: Netlog) -> dict[str, list[int]]:
    """Who is under thank in the plan, and for which outcomes."""
    lines = netlog("due --json").data["thank"]
    return {line["handle"]: line["outcomes"] for line in lines}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Alisa",
            "Alisa for interview “column” from Dorie Clark, Mon 2 Jun 2025",
        ),
        (
            "Dorie Clark --on sun",
            "Dorie Clark for interview “column” and tip, Sun 1 Jun 2025",
        ),
    ],
)
def test_what_they_were_thanked_for_is_said_back(
    netlog: Netlog, line: str, said: str
) -> None:
    """All that is asked, with whose it was where it was another's, and the day."""
    assert netlog(f"thank {line}") == (0, f"Thanked {said}\n", "")


def test_thanks_are_for_what_there_was_by_their_day(netlog: Netlog) -> None:
    """What came later still waits; where there was nothing yet, nothing is written."""
    netlog("thank dorie --on 2025-05-29")
    assert waiting(netlog) == {"alisa": [1], "dorie-clark": [2]}
    before = kept(netlog.db)
    assert netlog("thank alisa --on 2025-05-28").code == 5
    assert kept(netlog.db) == before


def test_for_a_small_thing_only_who_gave_it_is_thanked(netlog: Netlog) -> None:
    """The answer of got names them alone, and so does the plan."""
    told(netlog, "thank alisa", "thank dorie")
    said = netlog("got dorie advice").out.splitlines()
    assert said[1:] == ["To thank: Dorie Clark: netlog thank dorie-clark"]
    assert waiting(netlog) == {"dorie-clark": [3]}
    assert netlog("thank alisa").err.startswith("netlog: Nothing waits for a word of")
    told(netlog, "edit --entry 3 -k client")
    assert waiting(netlog) == {"alisa": [3], "dorie-clark": [3]}


def test_who_was_thanked_leaves_the_plan(netlog: Netlog) -> None:
    """The others stay, and undo brings them back."""
    before = kept(netlog.db)
    assert waiting(netlog) == {"alisa": [1], "dorie-clark": [1, 2]}
    netlog("thank alisa")
    assert waiting(netlog) == {"dorie-clark": [1, 2]}
    netlog("thank dorie")
    assert waiting(netlog) == {}
    netlog("undo")
    netlog("undo")
    assert kept(netlog.db) == before


def test_what_comes_later_asks_again(netlog: Netlog) -> None:
    """Thanks are for what there was."""
    netlog("thank alisa")
    netlog("got dorie client")
    assert waiting(netlog) == {"dorie-clark": [1, 2, 3], "alisa": [3]}


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Who, on which day, and the numbers of the outcomes."""
    data = netlog("thank alisa --on 2025-05-31 --json").data
    assert without_uids(data) == {
        "person": person("alisa", "Alisa"),
        "date": "2025-05-31",
        "outcomes": [1],
    }


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("Hal", 5, "Nothing waits for a word of thanks to hal."),
        ("Nobody", 3, "Nobody is called Nobody."),
        ("me", 2, "That is you."),
        ("alisa --on tomorrow", 2, "Tue 3 Jun 2025 is still to come."),
    ],
)
def test_what_cannot_be_is_refused(
    netlog: Netlog, line: str, code: int, sentence: str
) -> None:
    """A sentence and advice, and not a row is changed; a gift asks for no thanks."""
    netlog("add Hal --gave tip")
    before = kept(netlog.db)
    said = netlog(f"thank {line}")
    assert (said.code, said.out) == (code, "")
    assert said.err.splitlines()[0] == f"netlog: {sentence}"
    assert len(said.err.splitlines()) == 2
    assert kept(netlog.db) == before


def test_twice_is_once_too_often(netlog: Netlog) -> None:
    """Exit 5, with how to record any other kind word."""
    netlog("thank alisa")
    assert netlog("thank alisa") == (
        5,
        "",
        (
            "netlog: Nothing waits for a word of thanks to alisa.\n"
            "netlog log alisa -k card records any other kind word.\n"
        ),
    )


def test_it_says_why_they_are_in_the_plan(netlog: Netlog) -> None:
    """Among the reasons of netlog why."""
    reasons = netlog("why alisa --json").data["reasons"]
    assert ("thank", "for the interview “column” from Dorie Clark") in [
        (one["slot"], one["text"]) for one in reasons
    ]


def test_only_the_first_are_shown_on_the_page(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as plan.thank says; due thank and --all have everybody."""
    config = netlog.home / "mine.toml"
    config.write_text("[plan]\nthank = 1\n", encoding="utf-8")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    assert " · 1 more: due thank\n" in netlog("due").out
    assert netlog("due thank").out.count(" thank ") == 2
    assert "more: " not in netlog("due --all").out
    assert list(waiting(netlog)) == ["alisa"]
    assert netlog("due --json").data["more"] == {"thank": 1}
    everybody = netlog("due thank --json").data
    assert [one["handle"] for one in everybody["thank"]] == ["alisa", "dorie-clark"]
    assert "thank" not in everybody["more"]


def test_what_came_later_is_said_with_its_day(netlog: Netlog) -> None:
    """Nothing is claimed that the plan contradicts."""
    assert netlog("thank dorie --on 2025-05-28").err == (
        "netlog: What waits for a word of thanks to dorie-clark came later,"
        " from Thu 29 May 2025 on.\nSay when you thanked them with --on.\n"
    )
