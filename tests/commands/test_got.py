"""netlog got: something good came from somebody."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told

ENTRY = {
    "entry": 1,
    "way": "got",
    "kind": "interview",
    "text": "the column",
    "date": "2025-05-29",
    "value": "49.90",
    "currency": None,
    "touch": None,
    "introduction": 1,
    "they_called": True,
}
DORIE = person("dorie-clark", "Dorie Clark")


@pytest.fixture(autouse=True)
def _two(netlog: Netlog) -> None:
    """Alisa introduced Dorie, and there was a coffee and a call since."""
    told(
        netlog,
        "add Alisa",
        "add Dorie Clark --via Alisa --on 2025-04-01",
        "log dorie --on 2025-05-28",
        "log alisa -k call --on 2025-05-20",
    )


def entries(netlog: Netlog, who: str) -> list[dict[str, object]]:
    """What was given to somebody and got from them."""
    data: list[dict[str, object]] = netlog(f"show {who} --json").data["entries"]
    return data


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("alisa tip", "tip from Alisa, Mon 2 Jun 2025"),
        ("alisa tip the grant ends", "tip “the grant ends” from Alisa, Mon 2 Jun 2025"),
        ("alisa tip 'a  b'", "tip “a b” from Alisa, Mon 2 Jun 2025"),
        ("alisa advice --on sun", "advice from Alisa, Sun 1 Jun 2025"),
        ("alisa interview --value 5000", "interview from Alisa, 5,000, Mon 2 Jun 2025"),
        ("alisa insight --value 49.9", "insight from Alisa, 49.90, Mon 2 Jun 2025"),
        ("alisa support --value 0", "support from Alisa, Mon 2 Jun 2025"),
        ("alisa other --they-called", "other from Alisa, Mon 2 Jun 2025"),
    ],
)
def test_what_was_got_is_said_back(netlog: Netlog, line: str, said: str) -> None:
    """With the resolved day, how to trace it, and who is to be thanked."""
    assert netlog(f"got {line}") == (
        0,
        f"Got {said}: netlog trace 1\nTo thank: Alisa: netlog thank alisa\n",
        "",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Dorie Clark interview the column",
        "'Dorie Clark' interview 'the column'",
        "dorie-clark interview 'the column'",
        "clark interview the column",
    ],
)
def test_nothing_needs_quotes(netlog: Netlog, line: str) -> None:
    """A name of several words, a kind, and what it was."""
    said = netlog(f"got {line} --on 2025-05-29")
    assert said == (
        0,
        (
            "Got interview “the column” from Dorie Clark, Thu 29 May 2025:"
            " netlog trace 1\n"
            "To thank: Alisa and Dorie Clark: netlog thank alisa\n"
        ),
        "",
    )


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Everything that was written; money is a decimal in quotes."""
    said = netlog(
        "got Dorie interview the column --value 49.9 --on 2025-05-29"
        " --from intro:1 --they-called --json"
    )
    assert without_uids(said.data) == ENTRY | {
        "person": DORIE,
        "who": None,
        "to_thank": [person("alisa", "Alisa"), DORIE],
    }
    (shown,) = entries(netlog, "dorie")
    assert without_uids(shown) == ENTRY | {"who": None}


def test_who_was_referred_is_shown(netlog: Netlog) -> None:
    """By name on the page, as somebody in JSON."""
    netlog("got alisa referral --who 'Peter Novak' --on 2025-05-30")
    assert "got referral (Peter Novak)" in netlog("show alisa").out
    (shown,) = entries(netlog, "alisa")
    assert without_uids(shown["who"]) == person("peter-novak", "Peter Novak")


def test_the_currency_is_that_of_the_config(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Beside every amount, and nowhere else."""
    config = tmp_path / "mine.toml"
    config.write_text('currency = "EUR"\n', encoding="utf-8")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    said = netlog("got alisa client --value 1234.5").out.splitlines()[0]
    assert said.startswith("Got client from Alisa, 1,234.50 EUR, Mon 2 Jun 2025")
    assert "got client, 1,234.50 EUR" in netlog("show alisa").out
    netlog("got alisa tip")
    money = [(one["value"], one["currency"]) for one in entries(netlog, "alisa")]
    assert money == [("1234.50", "EUR"), (None, None)]


@pytest.mark.parametrize(
    ("origin", "touch", "introduction"),
    [
        ("touch:1", 1, None),
        ("touch 1", 1, None),
        ("touch-1", 1, None),
        ("touch1", 1, None),
        ("intro:1", None, 1),
        ("introduction 1", None, 1),
    ],
)
def test_it_came_of_a_touch_or_an_introduction(
    netlog: Netlog, origin: str, touch: int | None, introduction: int | None
) -> None:
    """--from names it by its number, as show and history print it."""
    data = netlog("got Dorie tip --json --from", origin).data
    assert (data["touch"], data["introduction"]) == (touch, introduction)


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("dorie tip --from touch:2", 3, "Dorie Clark was not at touch 2."),
        ("alisa tip --from intro:1", 3, "Introduction 1 did not bring Alisa to you."),
        (
            "dorie tip --from intro:2",
            3,
            "Introduction 2 did not bring Dorie Clark to you.",
        ),
        ("dorie tip --from touch:9", 3, "There is no touch 9."),
        ("dorie tip --from intro:9", 3, "There is no introduction 9."),
        ("dorie tip --from touch:1 --on 2025-05-27", 2, "Touch 1 came after it."),
        (
            "dorie tip --from intro:1 --on 2025-03-01",
            2,
            "Introduction 1 came after it.",
        ),
        ("dorie tip --from 3", 2, "3 is no touch and no introduction."),
        ("dorie tip --from coffee:1", 2, "coffee:1 is no touch and no introduction."),
        ("dorie tip --from touch:0", 2, "0 is not the number of anything."),
        ("dorie tip --from touch:-1", 2, "touch:-1 is no touch and no introduction."),
        ("dorie tip --value 1,5", 2, "1,5 is no amount."),
        ("dorie tip --on tomorrow", 2, "Tue 3 Jun 2025 is still to come."),
        ("dorie tip --who Cy", 2, "--who says who was referred; this is tip."),
        ("dorie referral --who dorie", 2, "Nobody is referred to themselves."),
        ("dorie praise", 2, "It is not clear of which kind it was."),
        ("me tip", 2, "That is you."),
        ("dorie referral --who me", 2, "That is you."),
        ("Nobody tip", 3, "Nobody is called Nobody."),
    ],
)
def test_what_cannot_be_is_refused(
    netlog: Netlog, line: str, code: int, sentence: str
) -> None:
    """One sentence, one piece of advice, and not a row is changed."""
    assert netlog("intro dorie-clark alisa --by Bo --new").code == 0
    before = kept(netlog.db)
    said = netlog(f"got {line}")
    assert (said.code, said.out) == (code, "")
    first, advice = said.err.splitlines()
    assert first == f"netlog: {sentence}"
    assert advice
    assert kept(netlog.db) == before


def test_two_who_could_be_meant_are_never_guessed(netlog: Netlog) -> None:
    """Neither whose it is nor who was sent: exit 4, with the candidates."""
    netlog("add Dorie Small")
    before = kept(netlog.db)
    for line in ("got dorie tip", "got alisa referral --who dorie"):
        error = netlog(f"{line} --json").error
        assert (error["code"], error["candidates"]) == (
            "ambiguous",
            ["dorie-clark", "dorie-small"],
        )
    assert kept(netlog.db) == before


def test_somebody_new_is_added_with_it(netlog: Netlog) -> None:
    """--new, in the same change; undo takes both back."""
    before = kept(netlog.db)
    assert netlog("got Zoe Park tip --new").out == (
        "Added Zoe Park (zoe-park)\n"
        "Got tip from Zoe Park, Mon 2 Jun 2025: netlog trace 1\n"
        "To thank: Zoe Park: netlog thank zoe-park\n"
    )
    assert netlog("show zoe-park").code == 0
    netlog("undo")
    assert kept(netlog.db) == before


def test_a_client_whom_somebody_sent_is_added(netlog: Netlog) -> None:
    """Introduced to me by who sent them, on that day."""
    before = kept(netlog.db)
    said = netlog("got Alisa referral a big one --who 'Peter Park' --on 2025-05-30")
    assert said == (
        0,
        (
            "Got referral “a big one” from Alisa, Fri 30 May 2025: netlog trace 1\n"
            "Added Peter Park, introduced by Alisa\n"
            "To thank: Alisa: netlog thank alisa\n"
        ),
        "",
    )
    (made,) = netlog("show peter --json").data["introductions"]
    assert (made["introducer"], made["people"], made["state"], made["date"]) == (
        "alisa",
        ["me", "peter-park"],
        "made",
        "2025-05-30",
    )
    netlog("undo")
    assert kept(netlog.db) == before


def test_when_he_buys_both_are_to_be_thanked(netlog: Netlog) -> None:
    """The referral was the introduction that his purchase came of."""
    netlog("got Alisa referral --who Peter --json --on 2025-05-30")
    data = netlog("got Peter client --value 5000 --json").data
    assert [one["handle"] for one in data["to_thank"]] == ["alisa", "peter"]


def test_who_was_sent_is_told_in_json(netlog: Netlog) -> None:
    """Beside who sent them."""
    data = netlog("got Alisa referral --who Peter --json").data
    assert without_uids(data["who"]) == person("peter", "Peter")
    assert without_uids(data["person"]) == person("alisa", "Alisa")


def test_who_was_sent_is_kept_with_the_entry(netlog: Netlog) -> None:
    """Beside whose it is, so that a later purchase can be held against it."""
    netlog("got Alisa referral --who Peter")
    netlog("gave Alisa referral --who dorie")
    with closing(sqlite3.connect(netlog.db)) as file:
        rows = file.execute(
            "SELECT person.handle FROM entry JOIN person ON person.id = other_id"
            " ORDER BY entry.id"
        )
        assert rows.fetchall() == [("peter",), ("dorie-clark",)]


def test_who_is_known_already_is_introduced_once(netlog: Netlog) -> None:
    """Said again it is a second referral, and no second introduction."""
    for _ in range(2):
        assert netlog("got Alisa referral --who Dorie").code == 0
    (made,) = netlog("show dorie --json").data["introductions"]
    assert (made["introduction"], made["date"], made["state"]) == (
        1,
        "2025-04-01",
        "met",
    )
    assert len(entries(netlog, "alisa")) == 2


@pytest.mark.parametrize("state", ["offered", "dropped"])
def test_who_was_only_named_is_introduced_by_being_sent(
    netlog: Netlog, state: str
) -> None:
    """An offer, or one that was given up, has come to something after all."""
    netlog(f"intro Peter --by Alisa --state {state} --new --on 2025-05-01")
    netlog("got Alisa referral --who Peter --on 2025-05-30")
    (made,) = netlog("show peter --json").data["introductions"]
    assert (made["state"], made["date"]) == ("made", "2025-05-30")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("client 500", "500"),
        ("client the big one 49.90", "49.90"),
        ("client in 2024-05", ""),
        ("client 500 --value 20", ""),
        ("client room 5b", ""),
    ],
)
def test_a_number_in_the_words_may_have_been_meant_as_money(
    netlog: Netlog, line: str, number: str
) -> None:
    """A word about it, and the command that mends it."""
    said = netlog(f"got alisa {line}").out.splitlines()
    hint = f"No money was recorded; if {number} is: netlog edit --entry 1 --value "
    assert (f"{hint}{number}" in said) == bool(number)
    assert ("No money" in "".join(said)) == bool(number)


def test_who_buys_is_a_client_from_then_on(netlog: Netlog) -> None:
    """The answer says how often they come up now."""
    netlog("add Dorie Clark --known")
    netlog("log dorie --on 2025-01-08")
    ran = netlog("got dorie client --value 500")
    assert ran.out.splitlines()[-1] == (
        "Dorie Clark is a client now, and comes up every 13 weeks"
    )
    assert netlog("show dorie --json").data["kind"] == ["client"]
    netlog("undo")
    assert netlog("show dorie --json").data["kind"] == []
