"""The terms of keep in touch: how much of each there is, and its words."""

from datetime import date
from typing import Any

import pytest
from tests.plan.builders import (
    MONDAY,
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

from netlog.db.records import Anniversary
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
    is_lost,
    waited_share,
)


def waiting(days: int, cadence: int | None = 100, **fields: Any) -> PersonFacts:
    """Somebody who waits so long, and was in touch then."""
    day = ago(days)
    return PersonFacts(person(waits_from=day, last_contact=day, **fields), cadence, day)


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
    """0; and it says how long ago it was."""
    assert judged(CADENCE, waiting(500, None), context()) == (0.0, "500 days ago")
    never = PersonFacts(person())
    assert judged(CADENCE, never, context()) == (0.0, "")


def test_cadence_says_how_long_and_how_often() -> None:
    """Since the last contact, or the first coffee; or that there was none."""
    tried, called = person(last_tried=ago(7)), person(last_contact=ago(7))
    young = waiting(60, 56, rhythm="young", first_sitdown=ago(60))
    said = {
        "110 days ago, every 13 weeks": waiting(110, 91),
        "yesterday, every 9 days": waiting(1, 9),
        "500 days ago, every week": waiting(500, 7),
        "500 days ago, every day": waiting(500, 1),
        "first coffee 60 days ago": young,
        "no contact yet, every 2 weeks": PersonFacts(person(), 14),
        "no contact yet, tried 7 days ago, every 2 weeks": PersonFacts(tried, 14),
        "7 days ago, every 2 weeks": PersonFacts(called, 14),
        "110 days ago, tried 7 days ago, every 13 weeks": PersonFacts(
            person(last_contact=ago(110), last_tried=ago(7)), 91
        ),
    }
    for words, told in said.items():
        assert CADENCE.text(told, context()) == words


@pytest.mark.parametrize(
    ("gap", "cadence", "share"),
    [
        (None, 90, 1.0),
        (120, 90, 1.0),
        (45, 90, 2.0),
        (30, 90, 3.0),
        (3, 90, 3.0),
        (30, None, 3.0),
        (None, None, 90.0),
    ],
)
def test_a_share_is_of_the_shorter_of_cadence_and_usual_gap(
    gap: int | None, cadence: int | None, share: float
) -> None:
    """The gap never taken for shorter than a third of the cadence."""
    somebody = person(usual_gap=gap)
    assert waited_share(somebody, cadence, 90) == pytest.approx(share)


@pytest.mark.parametrize(
    ("days", "gap", "lost"),
    [(120, 10, False), (121, 10, True), (900, None, False), (12, 1, False)],
)
def test_somebody_is_lost_after_twelve_of_their_gaps(
    days: int, gap: int | None, *, lost: bool
) -> None:
    """Whoever has no usual one never is."""
    somebody = person(last_contact=ago(days), usual_gap=gap)
    assert is_lost(somebody, MONDAY) is lost


def silent(days: int, gap: int | None) -> PersonFacts:
    """Somebody silent for so long, with a usual gap."""
    return PersonFacts(person(last_contact=ago(days), usual_gap=gap))


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, 0.0), (10, 0.0), (20, 0.0), (45, 0.25), (70, 0.5), (120, 1.0), (900, 1.0)],
)
def test_drift_rises_in_a_line_from_twice_to_twelve_times_their_gap(
    days: int, expected: float
) -> None:
    """0 at twice their own median gap, 1 at twelve times; none without one."""
    assert DRIFT.measure(silent(days, 10), context()) == pytest.approx(expected)
    assert DRIFT.measure(silent(days, None), context()) == 0.0


def test_drift_says_what_is_usual_where_the_silence_is_longer() -> None:
    """And nothing where it is not, or nobody was ever seen."""
    assert DRIFT.text(silent(70, 10), context()) == "usually every 10 days"
    assert DRIFT.text(silent(20, 10), context()) == ""
    assert judged(DRIFT, PersonFacts(person()), context()) == (0.0, "")


@pytest.mark.parametrize(
    ("gaps", "usual"),
    [
        ((), None),
        ((10, 10, 10, 10), None),
        ((10, 10, 10, 10, 10), 10),
        ((1, 10, 10, 10, 300), 10),
        ((1, 1, 10, 20, 300, 300), 10),
        ((0, 0, 7, 7, 7, 7, 7), 7),
    ],
)
def test_the_usual_gap_is_the_median_of_five_or_more(
    gaps: tuple[int, ...], usual: int | None
) -> None:
    """Of days with contact, each once; one long summer does not change it."""
    network = Network()
    network.add("ada", no_sell=True)
    days = 900
    network.log("ada", kind="call", on=ago(days))
    for gap in gaps:
        days -= gap
        network.log("ada", kind="email", on=ago(days))
    network.tries("ada", ago(1))
    assert network.person("ada").usual_gap == usual


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


@pytest.mark.parametrize(
    ("entries", "expected", "said"),
    [
        ((), 0.5, "they wrote last"),
        ((GAVE,), 0.5, "they wrote last"),
        ((GOT, GAVE), 0.5, "they wrote last"),
        ((GAVE, GOT), 0.5, "they gave last and they wrote last"),
        ((GOT,), 1.0, "they gave last and they wrote last and they gave more"),
        ((GOT, GOT, GAVE), 1.0, "they wrote last and they gave more"),
    ],
)
def test_who_wrote_last_waits_for_my_turn_as_well(
    entries: tuple[Entry, ...], expected: float, said: str
) -> None:
    """The half of it is there once."""
    told = PersonFacts(person(), entries=entries, wrote_last=True)
    assert judged(OWE, told, context()) == (expected, said)


def test_the_last_one_is_the_latest_by_its_day() -> None:
    """However late it was entered."""
    network = Network()
    network.add("hal", no_sell=True, every="1m")
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


def test_any_day_of_theirs_is_an_occasion() -> None:
    """The next one is said; the 29th of February is the 28th."""
    days = (
        Anniversary(1, "a", 2, "met", "2020-06-09", 1),
        Anniversary(2, "b", 2, "wedding", "--06-04", 1),
    )
    told = PersonFacts(person(birthday="--06-20"), days=days)
    assert judged(OCCASION, told, context()) == (1.0, "wedding in 2 days")
    leap = PersonFacts(person(), days=(days[0]._replace(day="2020-02-29"),))
    seen = context(today=date(2025, 2, 28))
    assert judged(OCCASION, leap, seen) == (1.0, "met today")


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
