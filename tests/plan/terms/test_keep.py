"""The terms of keep in touch: how much of each there is, and its words."""

from datetime import date

import pytest
from tests.plan.builders import (
    Network,
    ago,
    context,
    detail,
    entry,
    judged,
    later,
    person,
    skip,
)

from netlog.domain.ledger import Entry
from netlog.domain.person import Detail
from netlog.domain.pins import Skip
from netlog.plan.facts import PersonFacts
from netlog.plan.terms.keep import (
    CADENCE,
    CLIENT,
    DRIFT,
    OCCASION,
    OWE,
    SKIPPED,
    waited_share,
)


def waiting(days: int, cadence: str = "100d") -> PersonFacts:
    """Somebody who waits so long, and was in touch then."""
    day = ago(days)
    return PersonFacts(person(waits_from=day, last_contact=day, cadence=cadence))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, 0.2),
        (50, 0.2),
        (100, 0.2 + 0.8 / 3),
        (125, 0.6),
        (200, 1.0),
        (900, 1.0),
    ],
)
def test_cadence_rises_in_a_line_from_half_a_cadence_to_twice_one(
    days: int, expected: float
) -> None:
    """0.2 at r = 0.5, 1 at r = 2, flat before and after."""
    assert CADENCE.measure(waiting(days), context()) == pytest.approx(expected)


def test_without_a_cadence_there_is_nothing_to_wait_for() -> None:
    """0, and not a word."""
    none = waiting(500, "")
    assert judged(CADENCE, none, context()) == (0.0, "")


@pytest.mark.parametrize(
    ("cadence", "days"), [("3m", 92), ("1y", 365), ("2w", 14), ("1m", 31)]
)
def test_a_month_has_the_days_that_the_calendar_gives_it(
    cadence: str, days: int
) -> None:
    """From 2 March to 2 June are three months of 92 days: r is 1 that day."""
    assert waited_share(waiting(days, cadence), context()) == 1.0


def test_cadence_says_how_long_and_how_often() -> None:
    """Since the last contact; or that there was none."""
    never = PersonFacts(person(cadence="2w"))
    said = "110 days since the last contact, wanted every 3 months"
    assert CADENCE.text(waiting(110, "3m"), context()) == said
    assert CADENCE.text(never, context()) == "no contact yet, wanted every 2 weeks"


@pytest.mark.parametrize(
    ("cadence", "every"),
    [("1d", "day"), ("1w", "week"), ("1m", "month"), ("1y", "year")],
)
def test_every_one_month_is_every_month(cadence: str, every: str) -> None:
    """Plain English."""
    said = f"500 days since the last contact, wanted every {every}"
    assert CADENCE.text(waiting(500, cadence), context()) == said


def silent(days: int, *gaps: int) -> PersonFacts:
    """Somebody silent for so long, after contacts with these gaps between them."""
    ages = [days]
    for gap in gaps:
        ages.append(ages[-1] + gap)
    return PersonFacts(
        person(last_contact=ago(days)), days=tuple(map(ago, reversed(ages)))
    )


TEN = (10, 10, 10, 10, 10)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, 0.0), (10, 0.0), (20, 0.0), (45, 0.25), (70, 0.5), (120, 1.0), (900, 1.0)],
)
def test_drift_rises_in_a_line_from_twice_to_twelve_times_their_gap(
    days: int, expected: float
) -> None:
    """0 at twice their own median gap, 1 at twelve times."""
    assert DRIFT.measure(silent(days, *TEN), context()) == pytest.approx(expected)


def test_drift_takes_five_gaps_to_know_a_gap() -> None:
    """Four are not enough; nobody ever seen has none."""
    assert DRIFT.measure(silent(900, *TEN[:4]), context()) == 0.0
    assert DRIFT.measure(silent(900, *TEN), context()) == 1.0
    assert DRIFT.measure(PersonFacts(person()), context()) == 0.0


def test_the_gap_is_the_median() -> None:
    """One long summer does not change what is usual; of six, the two in the middle."""
    assert DRIFT.measure(silent(70, 1, 10, 10, 10, 300), context()) == pytest.approx(
        0.5
    )
    even = silent(105, 1, 1, 10, 20, 300, 300)
    assert DRIFT.measure(even, context()) == pytest.approx(0.5)
    assert DRIFT.text(even, context()) == "usually every 15 days"


def test_drift_says_what_is_usual_where_the_silence_is_longer() -> None:
    """And nothing where it is not."""
    assert DRIFT.text(silent(70, *TEN), context()) == "usually every 10 days"
    assert DRIFT.text(silent(20, *TEN), context()) == ""
    assert DRIFT.text(silent(900, *TEN[:4]), context()) == ""


GOT, GAVE = entry(), entry(way="gave")
BOTH = "they gave last and they gave more"


@pytest.mark.parametrize(
    ("entries", "expected", "said"),
    [
        ((), 0.0, ""),
        ((GAVE,), 0.0, ""),
        ((GOT,), 1.0, BOTH),
        ((GOT, GAVE), 0.0, ""),
        ((GAVE, GOT), 0.5, "they gave last"),
        ((GOT, GOT, GAVE), 0.5, "they gave more"),
        ((GOT, GAVE, GOT), 1.0, BOTH),
        ((GAVE, GAVE, GOT), 0.5, "they gave last"),
    ],
)
def test_owe_is_my_turn_when_they_gave_last_or_more(
    entries: tuple[Entry, ...], expected: float, said: str
) -> None:
    """A half for each, by the number of things; and it says which it is."""
    told = PersonFacts(person(), entries=entries)
    assert judged(OWE, told, context()) == (expected, said)


def test_the_last_one_is_the_latest_by_its_day() -> None:
    """However late it was entered."""
    network = Network()
    network.add("hal", known=True, every="1m")
    network.log("hal", kind="call", on=ago(40))
    network.gave("hal", on=ago(5))
    network.got("hal", on=ago(9))
    terms = {term.name: term for term in network.plan().keep[0].terms}
    assert (terms["owe"].measure, terms["owe"].points) == (0.0, 0.0)
    network.got("hal", on=ago(5))
    (line,) = network.plan().keep
    terms = {term.name: term for term in line.terms}
    assert (terms["owe"].points, terms["owe"].text) == (3.0, BOTH)
    assert BOTH in line.text


@pytest.mark.parametrize(
    ("details", "expected", "said"),
    [
        ((), 0.0, ""),
        ((detail("kind", "client"),), 1.0, "a client"),
        ((detail("kind", "peer"), detail("kind", "client")), 1.0, "a client"),
        ((detail("kind", "prospect"),), 0.0, ""),
        ((detail("tag", "client"),), 0.0, ""),
    ],
)
def test_where_nothing_is_recorded_the_mark_counts(
    details: tuple[Detail, ...], expected: float, said: str
) -> None:
    """A kind, among others or alone; not a tag of that name."""
    told = PersonFacts(person(), details=details)
    assert judged(CLIENT, told, context()) == (expected, said)


@pytest.mark.parametrize(
    ("bought", "expected", "said"),
    [
        (entry(kind="client", day=ago(0)), 1.0, "a client"),
        (entry(kind="insight", cents=100, day=ago(90)), 1.0, "a client"),
        (entry(kind="client", day=later(days=1)), 0.0, ""),
        (entry(kind="client", way="gave"), 0.0, ""),
        (entry(kind="referral", cents=100), 0.0, ""),
        (entry(), 0.0, ""),
    ],
)
def test_who_bought_by_the_day_of_the_plan_is_a_client(
    bought: Entry, expected: float, said: str
) -> None:
    """With or without the mark; what came later has not been bought yet."""
    told = PersonFacts(person(), entries=(bought,))
    assert judged(CLIENT, told, context()) == (expected, said)


def test_a_purchase_to_come_is_stronger_than_the_mark() -> None:
    """Seen from the week before it, a marked client had not bought."""
    later_on = entry(kind="client", day=later(days=1))
    told = PersonFacts(
        person(), details=(detail("kind", "client"),), entries=(later_on,)
    )
    assert CLIENT.measure(told, context()) == 0.0
    assert CLIENT.measure(told, context(today=later(days=1))) == 1.0


@pytest.mark.parametrize(
    ("birthday", "today", "said"),
    [
        ("1980-06-02", date(2025, 6, 2), "birthday today"),
        ("--06-03", date(2025, 6, 2), "birthday tomorrow"),
        ("--06-04", date(2025, 6, 2), "birthday in 2 days"),
        ("1980-06-16", date(2025, 6, 2), "birthday in 14 days"),
        ("1980-06-17", date(2025, 6, 2), ""),
        ("1980-06-01", date(2025, 6, 2), ""),
        ("--01-03", date(2025, 12, 24), "birthday in 10 days"),
        ("2000-02-29", date(2025, 2, 24), "birthday in 4 days"),
        ("2000-02-29", date(2028, 2, 24), "birthday in 5 days"),
        ("2000-02-29", date(2100, 2, 28), "birthday today"),
        ("", date(2025, 6, 2), ""),
    ],
)
def test_a_birthday_counts_from_a_fortnight_before(
    birthday: str, today: date, said: str
) -> None:
    """With or without its year, over New Year, and on 28 February for the 29th."""
    told = PersonFacts(person(birthday=birthday))
    assert OCCASION.measure(told, context(today=today)) == float(said != "")
    assert OCCASION.text(told, context(today=today)) == said


@pytest.mark.parametrize(
    ("skips", "expected", "said"),
    [
        ((), 0.0, ""),
        ((skip("2025-W22"),), 1.0, ""),
        ((skip("2025-W22"), skip("2025-W15")), 2.0, "skipped 2 times lately"),
        ((skip("2025-W22"), skip("2025-W14")), 1.0, ""),
        ((skip("2025-W22"), skip("2025-W21", "swap")), 1.0, ""),
    ],
)
def test_skips_of_the_last_eight_weeks_count(
    skips: tuple[Skip, ...], expected: float, said: str
) -> None:
    """In W23 those from W15 on; a swap is no skip."""
    told = PersonFacts(person(), skips=skips)
    assert judged(SKIPPED, told, context()) == (expected, said)


def test_eight_weeks_reach_into_the_year_before() -> None:
    """Weeks are compared as weeks, also over New Year."""
    told = PersonFacts(person(), skips=(skip("2024-W52"), skip("2024-W46")))
    january = context().week.monday.replace(month=1, day=13)
    assert SKIPPED.measure(told, context(today=january)) == 1.0
