"""netlog why: what decided, or what keeps them out."""

from typing import Any

import pytest
from tests.commands.said import in_a_line
from tests.running import Netlog, told

PICK = """\
Dorie (dorie), week 23 (focused)

Follow up
  introduced by Alisa 62 days ago, nothing sent since

Coffee with someone new: place 1 of 2
  introduced by Alisa 62 days ago
    3.600 warmth: 0.6 × 6, introduced by Alisa
    1.500 near: 0.5 × 3; the same for everybody, decides nothing
    2.000 bridge: 0.5 × 4, their circle is not known; the same for everybody,
      decides nothing
    2.819 freshness: 0.47 × 6, 62 days ago
    1.000 named by: 0.333 × 3
    0.000 client path: 0 × 3; the same for everybody, decides nothing
    0.962 luck: 0.962 × 1
   11.881 in all
"""  # noqa: RUF001 (times)


@pytest.fixture(autouse=True)
def _two_new(netlog: Netlog) -> None:
    told(
        netlog, "add Alisa --known", "add Dorie --via Alisa --on 2025-04-01", "add Zoe"
    )


def as_new(netlog: Netlog, who: str) -> Any:
    """Where somebody stands in coffee with someone new."""
    reasons = netlog(f"why {who} --json").data["reasons"]
    (reason,) = (one for one in reasons if one["slot"] == "new")
    return reason


def test_every_term_behind_a_place(netlog: Netlog) -> None:
    """Measure, weight and points; what is the same for all decides nothing."""
    assert netlog("why dorie") == (0, PICK, "")


def test_an_alternate_is_one_swap_away(netlog: Netlog) -> None:
    """The place, and what would bring them in."""
    page = netlog("why zoe").out
    assert "Coffee with someone new: place 2 of 2, an alternate\n" in page
    assert page.endswith("what would bring them in: netlog swap\n")


def test_who_is_not_shown_learns_by_how_much(netlog: Netlog) -> None:
    """The place, how far behind, and what would help."""
    for name in ("Ann", "Bo"):
        netlog(f"add {name} --met")
    said = netlog("why zoe --today 2025-06-09 --json").data
    (reason,) = said["reasons"]
    last = netlog("due --today 2025-06-09 --json").data["alternates"][-1]
    assert (reason["place"], reason["of"], reason["shown"]) == (4, 4, False)
    assert reason["behind"] == round(last["score"] - reason["score"], 3)
    assert said["brings_in"] == "netlog intro zoe --by WHO"


def test_the_points_add_up(netlog: Netlog) -> None:
    """The score is the sum of the points, and the same as in due."""
    reason = as_new(netlog, "dorie")
    assert reason["score"] == round(sum(t["points"] for t in reason["terms"]), 3)
    assert reason["score"] == netlog("due --json").data["new"][0]["score"]


def test_cite_says_where_a_weight_is_from(netlog: Netlog) -> None:
    """Every term has its source, or the word opinion."""
    page = in_a_line(netlog("why dorie --cite").out)
    sources = [term["source"] for term in as_new(netlog, "dorie")["terms"]]
    assert len(sources) == 7
    assert all(f" {source} " in page for source in sources)
    assert not any(source in netlog("why dorie").out for source in sources)


@pytest.mark.parametrize(
    ("held", "gate", "lift"),
    [
        ("rest zoe", "resting", "wake zoe"),
        ("snooze zoe 2025-06-20", "snoozed until Fri 20 Jun 2025", "wake zoe"),
        ("skip zoe", "skipped this week", "wake zoe"),
        ("edit zoe --no-sell", "a friend: never in new (no-sell)", "edit zoe --sell"),
    ],
)
def test_doing_what_it_says_brings_them_in(
    netlog: Netlog, held: str, gate: str, lift: str
) -> None:
    """The gate, its day, and the command that lifts it."""
    netlog("log dorie")
    netlog("undo")
    netlog(held)
    assert netlog("why zoe").out.splitlines()[2:5] == [
        "Held back",
        f"  {gate}",
        f"    netlog {lift}",
    ]
    said = netlog("why zoe --json").data
    assert (said["gate"], said["lift"]) == (gate, f"netlog {lift}")
    assert netlog(lift).code == 0
    plan = netlog("due --json").data
    shown = [one["handle"] for one in plan["new"] + plan["alternates"]]
    assert shown == ["dorie", "zoe"]


def test_stuck_is_a_gate_too(netlog: Netlog) -> None:
    """Two tries and no answer: an answer lifts it."""
    netlog("log zoe -k call --no-answer")
    netlog("log zoe -k call --no-answer")
    said = netlog("why zoe --json").data
    assert said["gate"] == "2 sent or tried, and no answer"
    assert netlog(said["lift"].removeprefix("netlog ")).code == 0


def test_a_dropped_introduction_is_a_gate(netlog: Netlog) -> None:
    """Until somebody introduces them again."""
    netlog("intro dorie --by Alisa --state dropped")
    said = netlog("why dorie --json").data
    assert said["gate"] == "the introduction was dropped"
    assert said["lift"] == "netlog intro dorie --by alisa --state made"


def test_who_would_be_asked_again_is_kept_in_touch_with_after_a_swap(
    netlog: Netlog,
) -> None:
    """Nobody is new, and a year went by: whoever is swapped stands under keep."""
    told(
        netlog, "rest dorie", "rest zoe",
        "add Ann --met --at Harbor --on 2024-03-01",
        "log ann -k coffee --on 2024-03-01",
    )  # fmt: skip
    assert [one["handle"] for one in netlog("due --json").data["new"]] == ["ann"]
    assert netlog("why ann --json").data["gate"] is None
    assert netlog("swap").code == 0
    said = netlog("why ann --json").data
    assert (said["gate"], said["reasons"][0]["slot"]) == (None, "keep")
    assert netlog("wake ann").code == 0
    assert [one["handle"] for one in netlog("due --json").data["new"]] == ["ann"]


def test_without_a_cadence_nobody_is_asked_for(netlog: Netlog) -> None:
    """The smallest change that would bring them in is told, and does it."""
    netlog("log alisa -k call --on 2025-05-01")
    said = netlog("why alisa --json").data
    (reason,) = said["reasons"]
    assert reason["text"] == "no cadence is set; they come back by reconnect"
    assert netlog(said["brings_in"].removeprefix("netlog ")).code == 0
    assert [one["handle"] for one in netlog("due --json").data["keep"]] == ["alisa"]


def test_a_cadence_that_has_not_ended(netlog: Netlog) -> None:
    """The day on which it ends."""
    netlog("edit alisa --every 3m")
    netlog("log alisa -k call --on 2025-05-20")
    (reason,) = netlog("why alisa --json").data["reasons"]
    assert reason["text"] == "their cadence ends on Tue 19 Aug 2025"


def test_a_promise_is_a_reason(netlog: Netlog) -> None:
    """Every slot that has somebody is named."""
    netlog("promise alisa tea --by fri")
    assert netlog("why alisa").out == (
        "Alisa (alisa), week 23 (focused)\n\nPromises\n  tea, in 4 days\n"
        "\nPhone\n  how often do you want to be in touch?\n"
    )


def test_the_coffees_of_two_weeks_are_held_or_booked(netlog: Netlog) -> None:
    """Also where due was not asked that week before they were."""
    told(netlog, "log dorie", "add Ann --via Alisa", "book ann 2025-06-10")
    said = netlog("why zoe --json").data
    (reason,) = said["reasons"]
    assert reason["text"] == (
        "the coffees of this week and the next are booked or held"
    )
    assert said["brings_in"] is None


def test_no_term_is_minus_nothing(netlog: Netlog) -> None:
    """Nothing skipped is 0.000 points; every skip is one less."""
    netlog("edit alisa --every 1w")
    later = "--today 2025-06-30"
    page = netlog(f"why alisa {later}").out
    assert "-0.000" not in page
    assert "  0.000 skipped: 0 × -1" in page  # noqa: RUF001 (times)
    netlog(f"skip alisa {later}")
    later = netlog("why alisa --today 2025-07-07").out
    assert "   -1.000 skipped: 1 × -1" in later  # noqa: RUF001 (times)


def test_why_pins_nobody(netlog: Netlog) -> None:
    """It looks at the week and remembers nothing."""
    netlog("why dorie")
    netlog("add Ann --via Alisa --on today")
    assert netlog("due --json").data["new"][0]["handle"] == "ann"
