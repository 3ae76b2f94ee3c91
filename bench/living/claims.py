"""What a plan must do in a life that is lived by it: claims as data, and figures.

Each measure gives a part and a whole. A claim on a share adds both up over the seeds of
a life; any other one takes the worst seed. It holds where no life is above its bound.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean
from typing import NamedTuple

from bench.living.lives import LIVES
from bench.living.page import CANDIDATE
from bench.living.records import YEAR, Fate, Lived, Silence, Week

Measure = Callable[[Lived], tuple[float, float]]

_ROWS = 24
_SLOTS = {"keep": 5, "no_answer": 3, "follow_up": 5}
_AFTER_ABSENCE = 12
_TWICE = 2.0
_COMES_UP = timedelta(weeks=10)
_YOUNG = timedelta(weeks=3)
_BACK = 4
_LATELY, _IN_VAIN = 8, 3
"""Weeks in which whoever was called in vain so often is left in peace."""
_HALF_YEAR, _EIGHT, _EARLY, _GIVE = 26, 8, 3, 1
_PARTS = ("26 coffees", "five friends")
_HALVES = ("half", "40 %")
_ORDINARY = tuple(name for name in LIVES if name not in _PARTS)
_NEVER = ("five never called", "never called, never reached")
_ALL = tuple(name for name in _ORDINARY if name not in _HALVES + _NEVER)
_ABSENT = tuple(name for name in _ALL if LIVES[name].absence)
_PRESENT = tuple(name for name in _ALL if name not in _ABSENT)


class Claim(NamedTuple):
    """One thing that must be so: a measure, its bound, and in which lives.

    `years` is how long a life must have been for it to be asked, and `after_absence`
    whether there must have been one; `is_share` says that seeds are added up.
    """

    text: str
    measure: Measure
    bound: float
    lives: tuple[str, ...]
    is_share: bool = False
    years: int = 0
    after_absence: bool = False

    def is_asked(self, lived: Lived) -> bool:
        """Whether a life has come so far that it can be asked."""
        back = lived.life.absence.back if lived.life.absence else 0
        return (
            lived.name in self.lives
            and len(lived.weeks) >= self.years * YEAR
            and len(lived.weeks) > back * self.after_absence
        )


class Figure(NamedTuple):
    """What a claim comes to in one life, and the worst of its seeds."""

    life: str
    value: float
    seed: int


class Verdict(NamedTuple):
    """A claim with its figures, a life each; those that are too high come first."""

    claim: Claim
    figures: tuple[Figure, ...]

    @property
    def holds(self) -> bool:
        """Whether it holds in each of its lives."""
        return not self.figures or self.figures[0].value <= self.claim.bound

    @property
    def missed(self) -> tuple[Figure, ...]:
        """The lives in which it does not hold."""
        return tuple(f for f in self.figures if f.value > self.claim.bound)


Figures = Mapping[str, Figure]
"""What one life comes to, by the text of the claim."""


def figures(seeds: Sequence[Lived]) -> Figures:
    """What one life comes to, lived with several seeds, in each claim on it."""
    return {
        claim.text: _figure(claim, seeds)
        for claim in CLAIMS
        if all(claim.is_asked(lived) for lived in seeds)
    }


def verdicts(lives: Iterable[Figures]) -> tuple[Verdict, ...]:
    """Every claim of which there is a life, with the worst of them first."""
    everything = list(lives)
    return tuple(
        Verdict(claim, tuple(sorted(there, key=lambda figure: -figure.value)))
        for claim in CLAIMS
        if (there := [each[claim.text] for each in everything if claim.text in each])
    )


def _figure(claim: Claim, seeds: Sequence[Lived]) -> Figure:
    measured = {lived.seed: claim.measure(lived) for lived in seeds}
    by_seed = {seed: _ratio(*both) for seed, both in measured.items()}
    worst = max(by_seed, key=lambda seed: by_seed[seed])
    value = by_seed[worst]
    if claim.is_share:
        parts, wholes = zip(*measured.values(), strict=True)
        value = _ratio(sum(parts), sum(wholes))
    return Figure(seeds[0].name, value, worst)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _present(lived: Lived) -> Iterator[Week]:
    return (week for week in lived.weeks if not week.is_away)


def _silences(lived: Lived) -> Iterator[tuple[Fate, Silence]]:
    """Silences of those who could be reached, whether the user was there or not."""
    for week in lived.weeks:
        for silence in week.silences:
            fate = lived.fates[silence.handle]
            if fate.is_called and fate.picks_up:
                yield fate, silence


def longest_silence(lived: Lived) -> tuple[float, float]:
    """The longest silence of anybody known or met, in their cadences."""
    return max((s.cadences for _, s in _silences(lived)), default=0.0), 1


def longest_silence_of_a_client(lived: Lived) -> tuple[float, float]:
    """The longest silence of a client, in their cadences."""
    clients = (s.cadences for _, s in _silences(lived) if s.is_client)
    return max(clients, default=0.0), 1


def silent_ever(lived: Lived) -> tuple[float, float]:
    """Of all who were met: who was ever silent for over twice their cadence."""
    last = lived.weeks[-1].monday
    fates = lived.fates.values()
    met = {f.handle for f in fates if f.first_coffee and f.first_coffee <= last}
    silent = {f.handle for f, s in _silences(lived) if s.cadences > _TWICE}
    return len(met & silent), len(met)


def grown(slot: str) -> Measure:
    """How long a list is in the last year, against twice its first year or its slot."""

    def measure(lived: Lived) -> tuple[float, float]:
        first, last = lived.weeks[:YEAR], lived.weeks[-YEAR:]
        allowed = max(2 * _mean(slot, first), _SLOTS[slot])
        return _mean(slot, last), allowed

    return measure


def _mean(slot: str, weeks: Iterable[Week]) -> float:
    return mean([w.waiting.get(slot, 0) for w in weeks if not w.is_away] or [0])


def longest(slot: str) -> Measure:
    """How many wait in a slot at most, but for the twelve weeks after an absence."""

    def measure(lived: Lived) -> tuple[float, float]:
        weeks = (w for w in _present(lived) if not _is_just_back(lived, w))
        return max((week.waiting.get(slot, 0) for week in weeks), default=0), 1

    return measure


def _is_just_back(lived: Lived, week: Week) -> bool:
    absence = lived.life.absence
    return absence is not None and 0 <= week.number - absence.back < _AFTER_ABSENCE


def not_come_up(lived: Lived) -> tuple[float, float]:
    """Of those met: who did not come up under keep within ten weeks of the coffee.

    Who was in touch later than three weeks after it need not; weeks away do not count.
    """
    late = of = 0
    for fate in lived.fates.values():
        if fate.was_known or fate.first_coffee is None:
            continue
        until = _later(lived, fate.first_coffee, _COMES_UP)
        if until <= lived.weeks[-1].monday:
            of += 1
            late += not (_in_touch(fate, until) or _named(lived, fate, until))
    return late, of


def _later(lived: Lived, day: date, span: timedelta) -> date:
    """So much later, weeks away not counted."""
    absence, until = lived.life.absence, day + span
    if absence:
        leaving = lived.life.begins + timedelta(weeks=absence.first)
        if day < leaving + timedelta(weeks=absence.weeks) and until >= leaving:
            until += timedelta(weeks=absence.weeks)
    return until


def _in_touch(fate: Fate, until: date) -> bool:
    first = fate.first_coffee
    return first is not None and any(first + _YOUNG < d <= until for d in fate.contacts)


def _named(lived: Lived, fate: Fate, until: date) -> bool:
    first = fate.first_coffee
    return first is not None and any(
        fate.handle in week.kept
        for week in lived.weeks
        if first + _YOUNG < week.monday <= until
    )


def too_long(lived: Lived) -> tuple[float, float]:
    """Weeks whose page has more than 24 rows."""
    weeks = list(_present(lived))
    return sum(week.rows > _ROWS for week in weeks), len(weeks)


def untouched(lived: Lived) -> tuple[float, float]:
    """For how many weeks running somebody stood under keep, and nothing was done."""
    running: dict[str, int] = {}
    most = 0
    for week in _present(lived):
        kept = set(week.stood.get("keep", ())) - week.touched
        running = {handle: running.get(handle, 0) + 1 for handle in kept}
        most = max(most, *running.values(), 0)
    return most, 1


def lost_introductions(lived: Lived) -> tuple[float, float]:
    """Introductions not reached, of which netlog says nothing at all."""
    lost = {
        handle
        for week in lived.weeks
        for handle in week.unreached
        if not week.places[handle] and not _stands(handle, week)
    }
    return len(lost), 1


def _stands(handle: str, week: Week) -> bool:
    return any(handle in handles for handles in week.stood.values())


def strangers_first(lived: Lived) -> tuple[float, float]:
    """Weeks with a stranger as the pick while somebody connected was left."""
    return sum(week.is_stranger_first for week in lived.weeks), 1


# One absence.


def _back(lived: Lived) -> list[Week]:
    """The weeks from the return on; none where there was no absence."""
    absence = lived.life.absence
    return list(lived.weeks[absence.back :]) if absence else []


def gone_meanwhile(lived: Lived) -> tuple[float, float]:
    """Who waited when an absence began, and is neither asked for nor a candidate."""
    back = _back(lived)
    if not back:
        return 0, 1
    gone = [
        handle
        for handle in lived.before
        if back[0].places.get(handle) != CANDIDATE
        and not any(_stands(handle, week) for week in back[:_BACK])
    ]
    return len(gone), 1


def without_opening(lived: Lived) -> tuple[float, float]:
    """Whether the first page after an absence does not say what it left open."""
    return sum(not week.opening for week in _back(lived)[:1]), 1


def more_after(lived: Lived) -> tuple[float, float]:
    """What waits under keep twelve weeks after an absence, against the weeks before."""
    absence, back = lived.life.absence, _back(lived)[_AFTER_ABSENCE:]
    if absence is None or not back:
        return 0, 1
    before = lived.weeks[absence.first - _AFTER_ABSENCE : absence.first]
    most = max(week.waiting.get("keep", 0) for week in before)
    return _mean("keep", back[:_AFTER_ABSENCE]), max(most, 1)


# Lives of which only one thing is claimed.


def _weeks_named(lived: Lived, handle: str) -> list[Week]:
    return [week for week in lived.weeks if handle in week.kept]


def not_after_eight(lived: Lived) -> tuple[float, float]:
    """Who was met and does not stand under keep 8 weeks after the coffee (± 1)."""
    return sum(not _is_on_time(lived, f) for f in _newly_met(lived)), 1


def not_again(lived: Lived) -> tuple[float, float]:
    """Who was met and does not stand there again 26 weeks after that call (± 1)."""
    return sum(not _is_on_time(lived, f, again=True) for f in _newly_met(lived)), 1


def _newly_met(lived: Lived) -> list[Fate]:
    weeks = _EIGHT + _HALF_YEAR + 2 * _GIVE
    limit = lived.weeks[-1].monday + timedelta(days=6) - timedelta(weeks=weeks)
    return [
        fate
        for fate in lived.fates.values()
        if not fate.was_known and fate.first_coffee and fate.first_coffee <= limit
    ]


def _is_on_time(lived: Lived, fate: Fate, *, again: bool = False) -> bool:
    """Whether somebody stands under keep when it is time, and not before.

    Of whoever was in touch between the third week and the eighth something has come.
    Later on there are 26 weeks from the last contact, however it came about.
    """
    named = [w.number for w in _weeks_named(lived, fate.handle)]
    if fate.first_coffee is None:
        return False
    contacts = [(day - lived.life.begins).days // 7 for day in fate.contacts]
    coffee = (fate.first_coffee - lived.life.begins).days // 7
    early = range(coffee + _EARLY, coffee + _EIGHT)
    came = any(week in early and week not in named for week in contacts)
    if not again:
        return came or (bool(named) and abs(named[0] - coffee - _EIGHT) <= _GIVE)
    begins = coffee + _EIGHT + _GIVE
    waited = (
        week - max(before for before in contacts if before < week)
        for week in named
        if week > begins
    )
    known = [week for week in contacts if week >= begins - _EIGHT]
    gaps = (later - week for week, later in pairwise([*known, len(lived.weeks)]))
    return min(waited, default=_HALF_YEAR) >= _HALF_YEAR - _GIVE and all(
        gap <= _HALF_YEAR + _GIVE for gap in gaps
    )


def first_dues(lived: Lived) -> tuple[float, float]:
    """How many of those known from the first are due for the first time in one week."""
    firsts = [
        weeks[0].number
        for fate in lived.fates.values()
        if fate.was_known and (weeks := _weeks_named(lived, fate.handle))
        if not any(day < weeks[0].monday for day in fate.contacts)
    ]
    return max(map(firsts.count, firsts), default=99), 1


def cut_off(lived: Lived) -> tuple[float, float]:
    """How many keep cuts off in the fullest week."""
    weeks = (
        w.waiting.get("keep", 0) - len(w.stood.get("keep", ())) for w in lived.weeks
    )
    return max(weeks, default=0), 1


def not_shown(lived: Lived) -> tuple[float, float]:
    """Who was known, could be called, and neither stood under keep nor was reached."""
    fates = (f for f in lived.fates.values() if f.is_called and f.was_known)
    begins = lived.life.begins
    return sum(
        not _weeks_named(lived, fate.handle)
        and not any(day >= begins for day in fate.contacts)
        for fate in fates
    ), 1


def lines_in_vain(lived: Lived) -> tuple[float, float]:
    """Of the lines of keep, those of people whom one never calls or never reaches."""
    lines = [handle for week in lived.weeks for handle in week.stood.get("keep", ())]
    fates = (lived.fates[handle] for handle in lines)
    return sum(not (f.is_called and f.picks_up) for f in fates), len(lines)


def passed_over(lived: Lived) -> tuple[float, float]:
    """Of those silent for longest: who is not asked for within two weeks.

    The longest are as many as the slot has, by the share of their cadence.  Whoever
    was called in vain in three weeks lately is none of them: they are left in peace.
    """
    late = of = 0
    weeks = lived.weeks
    for number, week in enumerate(weeks[:-2]):
        lately, soon = weeks[max(number - _LATELY, 0) : number], weeks[number:][:3]
        silences = sorted(week.silences, key=lambda s: (-s.cadences, s.handle))
        for silence in silences[: _SLOTS["keep"]]:
            who = silence.handle
            if sum(who in w.kept & w.touched for w in lately) < _IN_VAIN:
                of += 1
                late += not any(who in w.touched | w.kept for w in soon)
    return late, of


CLAIMS = (
    Claim(
        "who does all: the longest silence of anybody, in their cadences",
        longest_silence,
        _TWICE,
        _ALL + _NEVER,
    ),
    *(
        Claim(
            f"who does all: {words} in year 5, against twice year 1 or the slot",
            grown(slot),
            1.0,
            _ALL,
            years=5,
        )
        for slot, words in (
            ("keep", "keep"),
            ("no_answer", "no answer"),
            ("follow_up", "follow up"),
        )
    ),
    Claim("who does all: most who wait under keep", longest("keep"), 12, _ALL),
    Claim(
        "who does all: not come up within ten weeks of the coffee",
        not_come_up,
        0.05,
        _ALL,
        is_share=True,
    ),
    Claim(
        "who does all: the longest silence of a client, in cadences",
        longest_silence_of_a_client,
        1.6,
        _PRESENT,
    ),
    Claim(
        "who was away: the longest silence of a client, in cadences",
        longest_silence_of_a_client,
        2.2,
        _ABSENT,
        after_absence=True,
    ),
    Claim(
        "who does all: weeks of more than 24 rows", too_long, 0.05, _ALL, is_share=True
    ),
    Claim("weeks running under keep, untouched", untouched, 4, _ORDINARY),
    Claim("introductions of which nothing is known", lost_introductions, 0, _ORDINARY),
    Claim("strangers before somebody connected", strangers_first, 0, _ORDINARY),
    Claim("who does half: most who wait under keep", longest("keep"), 30, _HALVES),
    Claim("who does half: most without an answer", longest("no_answer"), 25, _HALVES),
    Claim(
        "who does half: of those met, ever silent for over twice their cadence",
        silent_ever,
        0.03,
        _HALVES,
        is_share=True,
    ),
    Claim(
        "away: waited before, and gone", gone_meanwhile, 0, _ABSENT, after_absence=True
    ),
    Claim(
        "away: no line of what is open", without_opening, 0, _ABSENT, after_absence=True
    ),
    Claim(
        "away: keep after twelve weeks, against before",
        more_after,
        1.0,
        _ABSENT,
        after_absence=True,
    ),
    Claim(
        "26 coffees: not under keep after 8 weeks (± 1)", not_after_eight, 0, _PARTS[:1]
    ),
    Claim("26 coffees: nor again 26 weeks later (± 1)", not_again, 0, _PARTS[:1]),
    Claim("26 coffees: first due on one Monday", first_dues, 2, _PARTS[:1]),
    Claim("26 coffees: cut off", cut_off, 0, _PARTS[:1]),
    Claim("five friends: of the others, never shown", not_shown, 0, _PARTS[1:]),
    Claim(
        "never called: of the lines of keep",
        lines_in_vain,
        0.5,
        ("never called, never reached",),
        is_share=True,
    ),
    Claim(
        "as the most silent first: not within two weeks",
        passed_over,
        0.05,
        ("bookkeeper", "a coffee a week"),
        is_share=True,
    ),
)
"""In the order in which they are printed."""
