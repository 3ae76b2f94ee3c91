"""Report guesses: what the user thought would come, and what came."""

import pytest
from tests.reports.told import by_key, page, pair, parts, read, report, tell, wants
from tests.running import Netlog

WORDS = ("unlikely", "maybe", "likely")


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without a guess it says so, and what would record one."""
    data = report(netlog, "guesses")
    assert parts(data, "n", "too_early", "scored", "brier") == (0, 0, 0, None)
    assert wants(data) == ["netlog log WHO --guess maybe", "netlog got WHO KIND"]


@pytest.fixture
def five(netlog: Netlog) -> Netlog:
    """Four old guesses, two of which came true, and a young one."""
    for name, guess in (("ann", "likely"), ("bo", "likely"), ("cy", "maybe")):
        tell(netlog, f"log {name} --new --on 2024-03-01 --guess {guess}")
    tell(
        netlog,
        "log di --new --on 2024-03-01 --guess unlikely",
        "log ed --new --on 2025-05-01 --guess unlikely",
        "log fay --new --on 2024-03-01",
        "got ann tip --on 2024-04-01",
        "got di client --on 2024-04-01",
    )
    return netlog


def test_what_came_by_guess(five: Netlog) -> None:
    """Of each word how many, with the young ones too early."""
    found = by_key(report(five, "guesses")["guesses"], "guess")
    assert {word: parts(found[word]) for word in WORDS} == {
        "unlikely": (2, 1, 0, 1),
        "maybe": (1, 0, 1, 0),
        "likely": (2, 1, 1, 0),
    }
    assert [found[word]["probability"] for word in WORDS] == [0.2, 0.5, 0.8]
    assert pair(found["unlikely"]["rate"]) == (1, 1)


def test_how_good_the_guesses_are(five: Netlog) -> None:
    """0.04 and 0.64 for likely, 0.25 for maybe, 0.64 for unlikely; half is 0.25."""
    data = report(five, "guesses")
    assert (data["scored"], data["brier"]) == (4, pytest.approx(1.57 / 4))
    assert data["brier_base_rate"] == 0.25
    assert (
        " Your guesses are no better than always saying how often it comes:"
        " 0.39 against 0.25, of 4. "
    ) in read(five, "guesses")


def test_likely_against_the_others(five: Netlog) -> None:
    """With a verdict."""
    found = report(five, "guesses")["comparison"]
    assert (pair(found["claimed"]), pair(found["other"])) == ((1, 2), (1, 2))
    assert (found["verdict"], found["points"]) == ("too few", "neither")


def test_an_outcome_counts_for_one_guess_where_rates_are_compared(
    netlog: Netlog,
) -> None:
    """The latest about the very person; what is told by word keeps all of them."""
    tell(netlog, "add ann", "add bo")
    for day, guess in ((1, "likely"), (2, "likely"), (3, "maybe"), (9, "likely")):
        tell(netlog, f"log ann --on 2024-03-0{day} --guess {guess}")
    tell(
        netlog,
        "log bo --on 2024-03-01 --guess likely",
        "got ann tip --on 2024-03-05",
        "intro Cy --by bo --on 2024-04-01 --new",
        "got Cy tip --on 2024-05-01",
    )
    data = report(netlog, "guesses")
    found = data["comparison"]
    assert (pair(found["claimed"]), pair(found["other"])) == ((0, 4), (1, 1))
    assert pair(by_key(data["guesses"], "guess")["likely"]["rate"]) == (3, 4)
    assert any("for one guess" in line for line in page(netlog, "guesses"))


def test_one_who_can_tell(netlog: Netlog) -> None:
    """A guess that comes true each time is better than the base rate."""
    tell(
        netlog,
        "log ann --new --on 2024-03-01 --guess likely",
        "log bo --new --on 2024-03-01 --guess unlikely",
        "got ann tip --on 2024-04-01",
    )
    assert page(netlog, "guesses")[2].startswith("Your guesses are better than")


def test_a_touch_counts_once_for_all_who_were_there(netlog: Netlog) -> None:
    """What came first of any of them, by way of them, on that day or later."""
    tell(
        netlog,
        "log ann bo --new --on 2024-03-01 --guess maybe",
        "got ann tip --on 2024-02-01",
        "intro Cy --by bo --on 2024-04-01 --new",
        "got Cy tip --on 2024-05-01",
    )
    data = report(netlog, "guesses")
    assert (data["n"], pair(by_key(data["guesses"], "guess")["maybe"]["rate"])) == (
        1,
        (1, 1),
    )


def test_a_period_bounds_the_touches(five: Netlog) -> None:
    """And what is known by its end."""
    assert parts(report(five, "guesses --since 2025-01-01"), "n", "too_early") == (1, 1)
    data = report(five, "guesses --until 2024-03-31")
    assert parts(data, "n", "too_early", "brier") == (4, 4, None)
    said = "4 guesses, too young to tell."
    assert page(five, "guesses --until 2024-03-31")[2] == said
