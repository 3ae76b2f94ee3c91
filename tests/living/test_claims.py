"""Every measure counts what it says, and a claim that is missed is seen as missed."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from bench.living import claims
from bench.living.claims import CLAIMS, Measure, figures, verdicts
from bench.living.lives import LIVES, Absence, Group, Life
from bench.living.records import Fate, Lived, Silence, Week
from bench.living.report import claims_told, missed

BEGINS = date(2025, 1, 6)


def monday(number: int) -> date:
    """The Monday of a week, the first is 0."""
    return BEGINS + timedelta(weeks=number)


def week(number: int, *kept: str, **more: object) -> Week:
    """A week in which some stand under keep, with whom nothing is done."""
    record = Week(number, monday(number), is_away=False)
    record = record._replace(stood={"keep": kept}, kept=frozenset(kept))
    return record._replace(waiting={"keep": len(kept)}, rows=20)._replace(**more)  # type: ignore[arg-type]


def fate(handle: str = "zoe", **more: object) -> Fate:
    """Somebody new whom nothing has happened with but what is said here."""
    nobody = Fate(handle, "", False, True, True, None, ())  # noqa: FBT003
    return nobody._replace(**more)  # type: ignore[arg-type]


def lived(
    weeks: Iterable[Week], *fates: Fate, name: str = "bookkeeper", away: int = 0
) -> Lived:
    """A life of some weeks; `away` is the number of the week before which it began."""
    absence = Absence(away - 8, 8) if away else None
    life = Life("", (Group(1),), begins=BEGINS, absence=absence)
    by_handle = {each.handle: each for each in fates}
    return Lived(name, 0, life, tuple(weeks), by_handle, ("zoe",), {})


def ratio(measure: Measure, life: Lived) -> float:
    """What a measure comes to."""
    part, whole = measure(life)
    return part / whole


def test_silence_is_the_longest_of_those_who_can_be_reached() -> None:
    """Whom one never calls is silent by the user's own doing."""
    silences = (Silence("zoe", 1.5, True), Silence("eve", 9.0, True))  # noqa: FBT003
    life = lived(
        [week(0), week(1, silences=silences)], fate(), fate("eve", is_called=False)
    )
    assert ratio(claims.longest_silence, life) == 1.5
    assert ratio(claims.longest_silence_of_a_client, life) == 1.5


def test_of_those_met_who_was_ever_silent() -> None:
    """One of two was silent for over twice their cadence."""
    silences = (Silence("zoe", 2.1, False), Silence("eve", 1.9, False))  # noqa: FBT003
    met = (fate(first_coffee=BEGINS), fate("eve", first_coffee=BEGINS), fate("hal"))
    life = lived([week(0, silences=silences), week(1)], *met)
    assert ratio(claims.silent_ever, life) == 0.5


def test_a_list_has_grown_against_its_first_year_or_its_slot() -> None:
    """Five in the first year allow ten in the last; none allow the slot's five."""
    first = [week(n, waiting={"keep": 5, "follow_up": 0}) for n in range(52)]
    last = [week(n + 52, waiting={"keep": 20, "follow_up": 10}) for n in range(52)]
    assert ratio(claims.grown("keep"), lived(first + last)) == 2
    assert ratio(claims.grown("follow_up"), lived(first + last)) == 2


def test_the_weeks_after_an_absence_may_be_long() -> None:
    """Twelve of them do not count, the thirteenth does."""
    long = {"waiting": {"keep": 30}}
    back = 10
    weeks = [week(n) for n in range(back)]
    weeks += [week(n, **long) for n in range(back, back + 12)]
    assert ratio(claims.longest("keep"), lived(weeks, away=back)) == 0
    weeks.append(week(back + 12, **long))
    assert ratio(claims.longest("keep"), lived(weeks, away=back)) == 30


@pytest.mark.parametrize(
    ("kept", "contacts", "late"),
    [(8, (), 0), (10, (), 0), (11, (), 1), (2, (), 1), (11, (9,), 0), (11, (2,), 1)],
)
def test_who_was_met_comes_up_in_ten_weeks(
    kept: int, contacts: tuple[int, ...], late: int
) -> None:
    """Under keep after the third week and by the tenth, or in touch by themselves."""
    days = tuple(monday(number) for number in contacts)
    zoe = fate(first_coffee=BEGINS, contacts=(BEGINS, *days))
    weeks = [week(n, *["zoe"] * (n == kept)) for n in range(20)]
    assert claims.not_come_up(lived(weeks, zoe)) == (late, 1)


def test_weeks_away_do_not_count_for_who_comes_up() -> None:
    """Eight weeks away move the tenth week to the eighteenth."""
    zoe = fate(first_coffee=BEGINS)
    weeks = [week(n, *["zoe"] * (n == 16)) for n in range(20)]
    assert claims.not_come_up(lived(weeks, zoe, away=12)) == (0, 1)


def test_pages_of_more_than_24_rows() -> None:
    """One of two; weeks away have no page."""
    away = Week(2, monday(2), is_away=True)
    assert claims.too_long(lived([week(0), week(1, rows=25), away])) == (1, 2)


def test_weeks_running_under_keep() -> None:
    """A touch ends them; another week without one begins again."""
    touched = week(3, "zoe", touched=frozenset({"zoe"}))
    weeks = [week(0, "zoe"), week(1, "zoe"), week(2, "zoe"), touched, week(4, "zoe")]
    assert ratio(claims.untouched, lived(weeks)) == 3


def test_an_introduction_is_lost_where_nothing_is_said_of_it() -> None:
    """A candidate, one kept out by a gate, and one who is asked for are not."""
    there = ("ann", "bob", "cleo", "dan")
    places = {"ann": "", "bob": "candidate", "cleo": "passed_by", "dan": ""}
    record = week(0, "dan", unreached=there, places=places)
    assert ratio(claims.lost_introductions, lived([record])) == 1


def test_strangers_before_somebody_connected() -> None:
    """Weeks are counted."""
    weeks = [week(0), week(1, is_stranger_first=True)]
    assert ratio(claims.strangers_first, lived(weeks)) == 1


def test_who_waited_before_an_absence_is_still_there() -> None:
    """As a candidate on the day of the return, or on a page of the four weeks after."""
    weeks = [week(n) for n in range(16)]
    assert ratio(claims.gone_meanwhile, lived(weeks, away=10)) == 1
    asked = [*weeks[:13], week(13, "zoe"), *weeks[14:]]
    assert ratio(claims.gone_meanwhile, lived(asked, away=10)) == 0
    candidate = week(10, places={"zoe": "candidate"})
    could = [*weeks[:10], candidate, *weeks[11:]]
    assert ratio(claims.gone_meanwhile, lived(could, away=10)) == 0


def test_the_first_page_after_an_absence_says_what_is_open() -> None:
    """Only that one has to."""
    weeks = [week(n) for n in range(16)]
    assert ratio(claims.without_opening, lived(weeks, away=10)) == 1
    weeks[10] = week(10, opening="Three weeks without an entry left …")
    assert ratio(claims.without_opening, lived(weeks, away=10)) == 0


def test_an_absence_leaves_no_more_than_there_was() -> None:
    """The mean from the twelfth week on, against the most in the twelve before."""
    weeks = [week(n, waiting={"keep": 2}) for n in range(32)]
    weeks += [week(n, waiting={"keep": 3}) for n in range(32, 44)]
    assert ratio(claims.more_after, lived(weeks, away=20)) == 1.5


def test_eight_weeks_and_26_more() -> None:
    """Each give or take one; a week before its time is wrong too."""
    for first, again, wrong in ((8, 34, 0), (9, 34, 0), (7, 34, 0), (6, 32, 1)):
        life = kept_up(first, again)
        assert claims.not_after_eight(life) == (wrong, 1)
        assert claims.not_again(life) == (0, 1)
    assert claims.not_again(kept_up(8, 30)) == (1, 1)
    assert claims.not_again(kept_up(8, 50)) == (1, 1)


def kept_up(*named: int) -> Lived:
    """Zoe had a coffee in the first week, and was called whenever she was named."""
    days = [BEGINS + timedelta(weeks=number) for number in (0, *named)]
    zoe = fate(first_coffee=BEGINS)._replace(contacts=tuple(days))
    return lived([week(n, *["zoe"] * (n in named)) for n in range(58)], zoe)


def test_first_dues_and_what_is_cut_off() -> None:
    """Two of those known come first in one week; four wait where two are shown."""
    known = [fate(handle, was_known=True) for handle in ("ann", "bob", "cleo")]
    more = week(2, "ann", "bob", waiting={"keep": 4})
    life = lived([week(0, "cleo"), week(1, "ann", "bob"), more], *known)
    assert ratio(claims.first_dues, life) == 2
    assert ratio(claims.cut_off, life) == 2


def test_lines_of_whom_one_never_calls() -> None:
    """Two of three lines; and who could be called and was never shown."""
    eve = fate("eve", was_known=True, is_called=False)
    zoe, hal = fate(was_known=True), fate("hal", was_known=True)
    life = lived([week(0, "eve", "zoe"), week(1, "eve")], eve, zoe, hal)
    assert claims.lines_in_vain(life) == (2, 3)
    assert ratio(claims.not_shown, life) == 1


def test_the_most_silent_are_asked_for_within_two_weeks() -> None:
    """Shown in the second week after, or not."""
    silent = {"silences": (Silence("zoe", 1.2, False),)}  # noqa: FBT003
    late = [week(0, **silent), week(1), week(2)]
    assert claims.passed_over(lived(late)) == (1, 1)
    assert claims.passed_over(lived([*late[:2], week(2, "zoe")])) == (0, 1)


def test_a_claim_that_is_missed_says_where() -> None:
    """With its figure, its bound, the life and the seed."""
    weeks = [week(n, waiting={"keep": 31}) for n in range(52)]
    half = lived(weeks, fate(), name="half")
    other = lived([week(0)], fate(), name="40 %")
    judged = verdicts([figures([half]), figures([other])])
    (red,) = [verdict for verdict in judged if not verdict.holds]
    assert missed(red) == (
        "who does half: most who wait under keep, at most 30:"
        " half 31 (most with seed 0)"
    )
    assert list(claims_told({1: [red]})) == [
        "after a year: 0 of 1 claims hold",
        "  missed       31 of     30  who does half: most who wait under keep",
        "                           half 31 (most with seed 0)",
    ]


def test_a_share_is_of_all_seeds_and_a_figure_of_the_worst() -> None:
    """One page of two in one seed and none of two in another: a quarter."""
    pages = [week(0, rows=25), week(1)], [week(0), week(1)]
    seeds = [lived(weeks)._replace(seed=seed) for seed, weeks in enumerate(pages)]
    came_to = figures(seeds)
    assert came_to["who does all: weeks of more than 24 rows"].value == 0.25
    assert came_to["who does all: weeks of more than 24 rows"].seed == 0


def test_every_claim_is_asked_of_lives_that_there_are() -> None:
    """No claim is about nobody, and no two are called the same."""
    assert {name for claim in CLAIMS for name in claim.lives} == set(LIVES)
    assert all(claim.lives for claim in CLAIMS)
    assert len({claim.text for claim in CLAIMS}) == len(CLAIMS)
