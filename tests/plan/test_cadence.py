"""Cadences: how often somebody is kept in touch with, in days."""

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import MONDAY, Network, ago, context

from netlog.domain.kinds import KIND_CADENCES, PERSON_KINDS
from netlog.domain.settings import Settings
from netlog.domain.standing import SAT, YOUNG, Rhythm, rhythm_from
from netlog.plan.cadence import (
    Cadences,
    cadence_of,
    cadences_for,
    cadences_with,
    count_on_default,
)

USUAL = cadences_with(Settings(), 0)
QUARTER, HALF, EIGHT = 13 * 7, 26 * 7, 8 * 7


@pytest.mark.parametrize(
    ("every", "days"),
    [
        ("9d", 9),
        ("2w", 14),
        ("1m", 28),
        ("2m", 63),
        ("3m", QUARTER),
        ("6m", HALF),
        ("12m", 364),
        ("1y", 364),
        ("2y", 728),
    ],
)
def test_months_and_years_are_whole_weeks(every: str, days: int) -> None:
    """3m are 13 weeks, 6m 26, 1y 52; days stay days."""
    assert USUAL.of(every) == days


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        *((k, QUARTER) for k in ("client", "alliance", "partner", "prospect")),
        *((k, QUARTER) for k in ("expert", "mentor")),
        *((k, HALF) for k in ("peer", "friend")),
    ],
)
def test_every_kind_has_a_cadence(kind: str, days: int) -> None:
    """A quarter for those who bring work, half a year for peers and friends."""
    assert USUAL.of(kind) == days


def test_all_kinds_are_named() -> None:
    """None is forgotten."""
    assert set(KIND_CADENCES) == set(PERSON_KINDS)


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        ("friend+client", QUARTER),
        ("sat friend+client", QUARTER),
        ("sat friend", HALF),
        ("sat", HALF),
        ("sat 1y", 364),
        ("1y", 364),
        ("", None),
    ],
)
def test_their_own_comes_first_then_the_shortest_then_everybodys(
    rhythm: str, days: int | None
) -> None:
    """Whoever was never sat down with, and is of no kind, has none."""
    assert USUAL.of(rhythm) == days


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        ("young", EIGHT),
        ("young client", EIGHT),
        ("young 1y", EIGHT),
        ("young 2w", 14),
        ("young 8w", EIGHT),
    ],
)
def test_a_young_tie_comes_up_after_eight_weeks_or_sooner(
    rhythm: str, days: int
) -> None:
    """By their own cadence where it is shorter."""
    assert USUAL.of(rhythm) == days


def with_tags() -> Cadences:
    """Cadences by tag besides those of the kinds."""
    cadence = KIND_CADENCES | {"tag:Board": "6w", "tag:choir": "1y"}
    return cadences_with(Settings(cadence=cadence), 0)


@pytest.mark.parametrize(
    ("rhythm", "tags", "days"),
    [
        ("", ("board",), 42),
        ("sat", ("board",), 42),
        ("sat", ("choir",), 364),
        ("client", ("board",), 42),
        ("client", ("choir",), QUARTER),
        ("sat", ("choir", "board", "other"), 42),
        ("1y", ("board",), 364),
        ("young", ("choir",), EIGHT),
        ("", ("other",), None),
    ],
)
def test_a_tag_counts_as_a_kind_does(
    rhythm: str, tags: tuple[str, ...], days: int | None
) -> None:
    """The shortest of both; their own comes before, everybody's after them."""
    assert with_tags().of(rhythm, tags) == days


@pytest.mark.parametrize(
    ("rhythm", "tags", "whence"),
    [
        ("young", (), "after a first coffee"),
        ("young 1y", (), "after a first coffee"),
        ("young expert", (), "after a first coffee"),
        ("young", ("board",), "by tag"),
        ("sat client", (), "by kind"),
        ("client", ("board",), "by tag"),
        ("client", ("choir",), "by kind"),
        ("sat", ("other",), "as everybody"),
        ("sat 3m", ("board",), ""),
        ("young 2w", (), ""),
        ("", (), ""),
    ],
)
def test_it_is_said_whose_cadence_it_is(
    rhythm: str, tags: tuple[str, ...], whence: str
) -> None:
    """Of a first coffee, a kind, a tag or everybody; of their own nothing is said."""
    assert with_tags().whence(rhythm, tags) == whence


def test_a_kind_can_be_without_a_cadence() -> None:
    """Set to nothing, it asks for nobody; whoever was sat down with has the default."""
    quiet = cadences_with(Settings(cadence=KIND_CADENCES | {"friend": ""}), 0)
    assert (quiet.of("friend"), quiet.of("sat friend")) == (None, HALF)
    assert quiet.of("friend+client") == QUARTER


@pytest.mark.parametrize(
    ("people", "weeks"),
    [(0, 26), (52, 26), (53, 27), (54, 27), (55, 28), (250, 125)],
)
def test_everybodys_cadence_grows_with_their_number(people: int, weeks: int) -> None:
    """26 weeks, or as many as there are people on it by two, whichever is longer."""
    assert cadences_with(Settings(), people).of(SAT) == 7 * weeks


def test_how_many_come_up_a_week_can_be_set() -> None:
    """So can the cadence they begin with, and that of a young tie."""
    set_so = cadences_with(Settings(a_week=5, everybody="4w", young="3w"), 100)
    assert (set_so.of(SAT), set_so.of(YOUNG)) == (20 * 7, 21)
    late = cadences_with(Settings(young="30w"), 0)
    assert late.of(YOUNG) == late.of(SAT) == HALF


@given(st.integers(0, 5000), st.integers(1, 20))
def test_never_more_than_so_many_of_everybody_come_up_a_week(
    people: int, a_week: int
) -> None:
    """However many there are: their number by their cadence."""
    weeks = cadences_with(Settings(a_week=a_week), people).everybody // 7
    assert people <= a_week * weeks


RHYTHMS = st.builds(
    Rhythm,
    st.sampled_from(["", YOUNG, SAT]),
    st.sampled_from(["", "2w", "3m", "1y"]),
    st.lists(st.sampled_from(PERSON_KINDS), unique=True).map(tuple),
).map(lambda rhythm: rhythm._replace(kinds=() if rhythm.every else rhythm.kinds))


@given(RHYTHMS)
def test_a_rhythm_is_read_as_it_was_written(rhythm: Rhythm) -> None:
    """Stage, own cadence or kinds."""
    assert rhythm_from(rhythm.text) == rhythm


@given(RHYTHMS, st.sets(st.sampled_from(["board", "choir"])))
def test_whoever_was_sat_down_with_has_a_cadence(
    rhythm: Rhythm, tags: set[str]
) -> None:
    """And nobody's is longer than that of everybody or their own."""
    cadences = with_tags()
    days = cadences.of(rhythm.text, tags)
    stages = {YOUNG: cadences.young, SAT: cadences.everybody, "": None}
    wanted = bool(rhythm.every or rhythm.kinds or tags)
    assert (days is None) is (not wanted and stages[rhythm.stage] is None)
    assert rhythm.stage != YOUNG or (days or 0) <= cadences.young


def test_those_on_the_default_are_who_has_nothing_shorter() -> None:
    """Sat down with, young or not; own cadences and kinds are left out."""
    network = Network(a_week=1, everybody="1w")
    network.add("ada", "bea", "cal")
    network.add("dan", details={"kind": "friend"})
    network.add("eve", every="1y")
    network.add("fay")
    network.log("ada", "bea", "dan", "eve", on=ago(100))
    network.log("cal", on=ago(3))
    cadences = cadences_for(network.settings, network.store)
    assert cadences.everybody == 3 * 7


@pytest.mark.parametrize(
    ("cadence", "people"),
    [
        (KIND_CADENCES, 1),
        (KIND_CADENCES | {"friend": ""}, 2),
        (KIND_CADENCES | {"friend": "", "peer": ""}, 3),
        (KIND_CADENCES | {"friend": "", "tag:board": "6w"}, 2),
        ({}, 4),
    ],
)
def test_nobody_makes_it_longer_who_is_not_on_it(
    cadence: dict[str, str], people: int
) -> None:
    """Whoever rests, is no person, or has a cadence by kind or by tag."""
    network = Network(cadence=cadence)
    network.add("ada", details={"tag": "Board"}, every="1y")
    network.add("bea", details={"kind": "friend"})
    network.add("cal", details={"kind": "peer"})
    network.add("dan", details={"kind": "client"})
    network.add("eve", "rests")
    network.add("firm", entity="company")
    names = ("ada", "bea", "cal", "dan", "eve", "rests", "firm")
    network.log(*names, on=ago(100))
    network.rest("rests")
    assert count_on_default(network.settings, network.store, MONDAY) == [people]
    network.add("fay", details={"tag": "board"})
    network.log("fay", on=ago(3))
    on_it = "tag:board" not in cadence
    numbers = count_on_default(network.settings, network.store, MONDAY, ago(3))
    assert numbers == [people + on_it, people]


def test_somebodys_cadence_is_by_their_tags_too() -> None:
    """However they are written."""
    network = Network(cadence={"tag:Board": "6w"})
    network.add("ada", details={"tag": "BOARD"})
    network.add("bea")
    network.log("ada", "bea", on=ago(100))
    cadences = cadences_for(network.settings, network.store)
    found = [
        cadence_of(cadences, network.store, network.person(n)) for n in ("ada", "bea")
    ]
    assert found == [42, EIGHT]
    loader = network.inputs().load_facts
    assert [loader.cadence_of(network.person(n)) for n in ("ada", "bea")] == [42, EIGHT]


def test_the_day_until_which_keep_asks_is_the_last_that_ends_by_sunday() -> None:
    """Thirteen weeks before Sunday 8 June; nobody without a cadence."""
    assert context().keep_until(QUARTER) == ago(13 * 7 - 6)
    assert context().keep_until(None) < ago(9999)
