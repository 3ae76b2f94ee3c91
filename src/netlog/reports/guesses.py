"""Report guesses: what the user thought would come, and what came."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.domain.kinds import GUESSES
from netlog.records import NamedTuple
from netlog.reports.coffees import NOTHING_CAME
from netlog.reports.origins import origins_of
from netlog.reports.period import Period
from netlog.reports.result import Comparison, Figure, Group, Missing, Report
from netlog.reports.source import ReportSource
from netlog.reports.tally import Case, Tally, rules, tally
from netlog.reports.words import many
from netlog.statistics.brier import brier

MEANS = {"unlikely": 0.2, "maybe": 0.5, "likely": 0.8}
"""How probable each word is taken to be: opinion."""
_NONE = Missing("no guess", "netlog log WHO --guess maybe")
_CLAIM = "What you thought likely came to something more often"
_BRIER = (
    "Brier's score is the mean square of guess minus truth, and less is"
    " better: 0 is perfect. Unlikely is taken for 0.2, maybe for 0.5,"
    " likely for 0.8: opinion."
)
_NEAREST = (
    "Likely against the others: there each outcome counts for one guess"
    " alone, the latest about that very person before it; rates that are"
    " compared must not share one."
)


class _Guess(NamedTuple):
    """A touch, what was thought of it, and what came of it."""

    word: str
    case: Case


class _Scores(NamedTuple):
    """Brier scores: of the guesses, and of always saying how often it comes."""

    n: int
    guesses: float | None
    always: float | None


def report(source: ReportSource, period: Period) -> Report:
    """What came of touches by guess, and whether the guesses were worth anything."""
    guesses = _guesses(source, period)
    by_word = {word: _of(guesses, (word,), period) for word in GUESSES}
    scores = _scores(guesses, period)
    likely = _likely(_nearest(source, period), period)
    came = any(one.case.came for one in guesses)
    return Report(
        answer=[_answer(len(guesses), scores, period)],
        data=_data(by_word, scores, likely),
        groups=_groups(by_word, scores, likely) if guesses else (),
        counted=(_BRIER, *rules(period), _NEAREST),
        missing=[
            one for one, there in ((_NONE, guesses), (NOTHING_CAME, came)) if not there
        ],
    )


def _guesses(source: ReportSource, period: Period) -> list[_Guess]:
    """Each touch with a guess once; of several people there, what came first."""
    origins = origins_of(source, period)
    words: dict[int, tuple[str, date]] = {}
    came: dict[int, list[date]] = {}
    for one in source.guessed(period.first, period.until):
        words[one.touch_id] = (one.word, one.day)
        day = origins.first(one.person_id, one.day)
        came.setdefault(one.touch_id, []).extend([day] if day else [])
    return [
        _Guess(word, Case(day, min(came[key], default=None)))
        for key, (word, day) in words.items()
    ]


def _nearest(source: ReportSource, period: Period) -> list[_Guess]:
    """Each touch with a guess once; each outcome came of the latest before it."""
    about: dict[int, dict[date, int]] = {}
    words: dict[int, tuple[str, date]] = {}
    for one in source.guessed(period.first, period.until):
        words[one.touch_id] = (one.word, one.day)
        about.setdefault(one.person_id, {})[one.day] = one.touch_id
    came: dict[int, date] = {}
    for outcome in source.outcomes(period.until):
        days = about.get(outcome.person_id, {})
        latest = max((day for day in days if day <= outcome.until), default=None)
        if latest:
            came.setdefault(days[latest], outcome.day)
    return [
        _Guess(word, Case(day, came.get(key))) for key, (word, day) in words.items()
    ]


def _of(guesses: Iterable[_Guess], words: Sequence[str], period: Period) -> Tally:
    return tally((one.case for one in guesses if one.word in words), period)


def _likely(guesses: Sequence[_Guess], period: Period) -> Comparison:
    likely = _of(guesses, ("likely",), period).rate
    others = _of(guesses, ("unlikely", "maybe"), period).rate
    return Comparison(_CLAIM, ("likely", "the others"), likely, others)


def _scores(guesses: Iterable[_Guess], period: Period) -> _Scores:
    """Over touches that are old enough to tell."""
    old = [one for one in guesses if period.is_old(one.case.day)]
    truth = [one.case.came is not None for one in old]
    base = sum(truth) / len(truth) if truth else 0.0
    guessed = [MEANS[one.word] for one in old]
    return _Scores(
        len(old),
        brier(zip(guessed, truth, strict=True)),
        brier((base, one) for one in truth),
    )


def _answer(number: int, scores: _Scores, period: Period) -> str:
    if not number:
        return f"No guess {period.yet}."
    if scores.guesses is None or scores.always is None:
        return f"{many(number, 'guess', 'guesses')}, too young to tell."
    better = "better" if scores.guesses < scores.always else "no better"
    return (
        f"Your guesses are {better} than always saying how often it comes:"
        f" {scores.guesses:.2f} against {scores.always:.2f}, of {scores.n}."
    )


def _groups(
    by_word: Mapping[str, Tally], scores: _Scores, likely: Comparison
) -> list[Group]:
    rates = [
        one.figure._replace(label=f"{word} ({MEANS[word]})")
        for word, one in by_word.items()
        if one.n
    ]
    groups = [Group("What came of it, by guess", rates)]
    if scores.guesses is not None and scores.always is not None:
        figures = [
            Figure("Brier's score of your guesses", scores.guesses),
            Figure("of always saying how often it comes", scores.always),
        ]
        label = "likely against the others"
        groups.append(Group("How good the guesses are", figures))
        groups.append(Group(_CLAIM, [Figure(label, comparison=likely)]))
    return groups


def _data(
    by_word: Mapping[str, Tally], scores: _Scores, likely: Comparison
) -> dict[str, Any]:
    return {
        "n": sum(one.n for one in by_word.values()),
        "too_early": sum(one.too_early for one in by_word.values()),
        "guesses": [
            {"guess": word, "probability": MEANS[word]} | one.data()
            for word, one in by_word.items()
        ],
        "scored": scores.n,
        "brier": scores.guesses,
        "brier_base_rate": scores.always,
        "comparison": likely.data(),
    }
