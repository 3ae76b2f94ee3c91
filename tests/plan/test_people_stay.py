"""People stay: whoever the coffee was held with comes up again."""

from datetime import timedelta

import pytest
from tests.plan.builders import MONDAY, Network, handles, later

from netlog.domain.weeks import week_of

SITTING = ("coffee", "lunch", "dinner", "meeting", "exchange")


@pytest.fixture
def network() -> Network:
    """Hal introduced Ada and Zoe; a coffee was held with Ada on Wednesday."""
    made = Network()
    made.add("hal", known=True)
    made.add("ada", "zoe", via="hal")
    made.log("ada", on=later(days=2))
    return made


def comes_up(network: Network, name: str, most: int = 120) -> int | None:
    """In which week after this one keep asks for somebody first; None for never."""
    for weeks in range(most):
        plan = network.plan(week_of(later(weeks=weeks)))
        if name in handles(plan.keep):
            return weeks
    return None


def test_who_was_new_comes_up_eight_weeks_after_the_first_sit_down(
    network: Network,
) -> None:
    """In that week and not before, and says which coffee it was."""
    assert comes_up(network, "ada") == 8
    (line,) = network.plan(week_of(later(weeks=8))).keep
    assert (line.text, line.next) == (
        "first coffee 54 days ago",
        "netlog log ada -k call",
    )


@pytest.mark.parametrize("kind", SITTING)
def test_any_sit_down_does(kind: str) -> None:
    """Not coffee alone."""
    network = Network()
    network.add("ada")
    network.log("ada", kind=kind)
    assert comes_up(network, "ada") == 8


@pytest.mark.parametrize("kind", ["met", "event", "call", "email"])
def test_who_was_never_sat_down_with_has_no_cadence(kind: str) -> None:
    """They are still new."""
    network = Network()
    network.add("ada")
    network.log("ada", kind=kind)
    assert comes_up(network, "ada") is None


@pytest.mark.parametrize(
    ("days", "weeks"), [(0, 8), (1, 8), (21, 8), (22, 3 + 26), (30, 4 + 26)]
)
def test_contact_within_three_weeks_leaves_a_tie_young(
    network: Network, days: int, weeks: int
) -> None:
    """A card the day after moves nothing; later contact begins the default."""
    network.log("ada", kind="card", on=later(days=2 + days))
    assert comes_up(network, "ada") == weeks


def test_after_the_next_touch_it_is_the_default(network: Network) -> None:
    """Called in the eighth week, she comes up 26 weeks after that."""
    network.log("ada", kind="call", on=later(weeks=8, days=3))
    assert comes_up(network, "ada") == 8 + 26


def test_a_try_without_an_answer_is_no_touch(network: Network) -> None:
    """She has been silent since the coffee."""
    network.tries("ada", later(weeks=4))
    network.wake("ada")
    assert network.person("ada").rhythm == "young"
    assert network.person("ada").waits_from == later(days=2)


def test_who_was_known_before_has_the_default_from_the_first_sit_down_on(
    network: Network,
) -> None:
    """They are not young: there was something before."""
    network.log("hal", on=later(days=2))
    assert comes_up(network, "hal") == 26


@pytest.mark.parametrize(
    ("every", "weeks"), [("1w", 2), ("4w", 5), ("7w", 8), ("8w", 8), ("1y", 8)]
)
def test_their_own_cadence_holds_where_it_is_shorter(
    network: Network, every: str, weeks: int
) -> None:
    """From the last contact, a card a week after the coffee."""
    network.edit("ada", every=every)
    network.log("ada", kind="card", on=later(days=9))
    assert comes_up(network, "ada") == weeks


@pytest.mark.parametrize("how", ["every", "kind", "tag"])
@pytest.mark.parametrize(
    ("every", "weeks"), [("2w", 5), ("4w", 7), ("7w", 8), ("9w", 8)]
)
def test_a_short_cadence_runs_from_the_last_contact_whoever_says_it(
    how: str, every: str, weeks: int
) -> None:
    """A card three weeks after the coffee; and never later than without it."""
    said = {} if how == "every" else {"expert" if how == "kind" else "tag:board": every}
    network = Network(cadence=said)
    detail = {"kind": "expert"} if how == "kind" else {"tag": "board"}
    network.add("ada", details=detail, every=every if how == "every" else "")
    network.log("ada")
    network.log("ada", kind="card", on=later(weeks=3))
    assert comes_up(network, "ada") == weeks


@pytest.mark.parametrize(("young", "weeks"), [("4w", 4), ("8w", 8), ("12w", 10)])
def test_a_cadence_of_ten_weeks_is_shorter_than_a_young_period_of_twelve(
    young: str, weeks: int
) -> None:
    """plan.young decides which is, and not eight weeks."""
    network = Network(young=young)
    network.add("ada", every="10w")
    network.log("ada")
    assert comes_up(network, "ada") == weeks
    network.log("ada", kind="card", on=later(weeks=1))
    assert comes_up(network, "ada") == (11 if young == "12w" else weeks)


def test_their_own_longer_one_holds_from_then_on(network: Network) -> None:
    """Once a year, but for the first time after eight weeks."""
    network.edit("ada", every="1y")
    assert comes_up(network, "ada") == 8
    network.log("ada", kind="call", on=later(weeks=8))
    assert comes_up(network, "ada") == 8 + 52


def test_a_kind_makes_it_no_longer(network: Network) -> None:
    """A client after eight weeks, and from then on each quarter."""
    network.got("ada", "client")
    assert comes_up(network, "ada") == 8
    network.add("bea", details={"kind": "client"})
    network.introduce("bea", by="hal")
    network.log("bea", on=later(days=2))
    network.log("bea", kind="call", on=later(weeks=8))
    assert comes_up(network, "bea") == 8 + 13


def test_eight_weeks_are_the_cadence_in_share_and_score(network: Network) -> None:
    """Twelve weeks after the coffee that is one and a half."""
    (line,) = network.plan(week_of(later(weeks=12))).keep
    days = (later(weeks=12) - later(days=2)).days
    assert line.terms[0].measure == round(0.2 + 0.8 * (days / 56 - 0.5) / 1.5, 3)


def test_eight_weeks_can_be_set() -> None:
    """plan.young."""
    network = Network(young="3w")
    network.add("ada")
    network.log("ada")
    assert comes_up(network, "ada") == 3


def test_everybody_met_in_a_year_comes_up_again() -> None:
    """A coffee a week, a card the day after: each of them eight weeks later."""
    network = Network(MONDAY - timedelta(weeks=26))
    network.add("hal", known=True)
    network.log("hal", kind="call")
    asked: dict[str, list[int]] = {}
    for week in range(40):
        plan = network.due(MONDAY + timedelta(weeks=week - 26))
        for handle in handles(plan.keep):
            asked.setdefault(handle, []).append(week)
            network.log(handle, kind="call")
        name = f"p{week}"
        network.add(name, via="hal", on=network.today)
        network.log(name)
        network.log(name, kind="card", on=network.today + timedelta(days=1))
    met = {f"p{week}": week for week in range(32)}
    assert {name: asked[name][0] - week for name, week in met.items()} == dict.fromkeys(
        met, 8
    )
    assert {len(asked[f"p{week}"]) for week in range(6)} == {2}
    assert {asked[f"p{week}"][1] - week for week in range(6)} == {8 + 26}
