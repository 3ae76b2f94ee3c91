"""Report guesses: what the user thought would come, and what came."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import GUESSES
from netlog.domain.numbers import counted
from netlog.namedtuple import NamedTuple
from netlog.reports.attribution import attribution_of
from netlog.reports.first_coffees import NOTHING_CAME
from netlog.reports.result import (
    Case,
    Comparison,
    Figure,
    Group,
    Missing,
    Period,
    Report,
    Tally,
    rules,
    tally,
)
from netlog.reports.statistics import brier

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


def report(store: Store, period: Period) -> Report:
    """What came of touches by guess, and whether the guesses were worth anything."""
    guesses = _guesses(store, period)
    by_word = {word: _of(guesses, (word,), period) for word in GUESSES}
    scores = _scores(guesses, period)
    likely = _likely(_nearest(store, period), period)
    came = any(need.case.came for need in guesses)
    return Report(
        answer=[_answer(len(guesses), scores, period)],
        data=_data(by_word, scores, likely),
        groups=_groups(by_word, scores, likely) if guesses else (),
        counted=(_BRIER, *rules(period), _NEAREST),
        missing=[
            need for need, has in ((_NONE, guesses), (NOTHING_CAME, came)) if not has
        ],
    )


def _guesses(store: Store, period: Period) -> list[_Guess]:
    """Each touch with a guess once; of several people there, what came first."""
    attribution = attribution_of(store, sql.links(store), period)
    words: dict[int, tuple[str, date]] = {}
    came: dict[int, list[date]] = {}
    for guess in sql.guessed(store, period.first, period.until):
        words[guess.touch_id] = (guess.word, guess.day)
        day = attribution.first(guess.person_id, guess.day)
        came.setdefault(guess.touch_id, []).extend([day] if day else [])
    return [
        _Guess(word, Case(day, min(came[key], default=None)))
        for key, (word, day) in words.items()
    ]


def _nearest(store: Store, period: Period) -> list[_Guess]:
    """Each touch with a guess once; each outcome came of the latest before it."""
    about: dict[int, dict[date, int]] = {}
    words: dict[int, tuple[str, date]] = {}
    for guess in sql.guessed(store, period.first, period.until):
        words[guess.touch_id] = (guess.word, guess.day)
        about.setdefault(guess.person_id, {})[guess.day] = guess.touch_id
    came: dict[int, date] = {}
    for outcome in sql.outcome_starts(store, period.until):
        days = about.get(outcome.person_id, {})
        latest = max((day for day in days if day <= outcome.until), default=None)
        if latest:
            came.setdefault(days[latest], outcome.day)
    return [
        _Guess(word, Case(day, came.get(key))) for key, (word, day) in words.items()
    ]


def _of(guesses: Iterable[_Guess], words: Sequence[str], period: Period) -> Tally:
    return tally((guess.case for guess in guesses if guess.word in words), period)


def _likely(guesses: Sequence[_Guess], period: Period) -> Comparison:
    likely = _of(guesses, ("likely",), period).rate
    others = _of(guesses, ("unlikely", "maybe"), period).rate
    return Comparison(_CLAIM, ("likely", "the others"), likely, others)


def _scores(guesses: Iterable[_Guess], period: Period) -> _Scores:
    """Over touches that are old enough to tell."""
    old = [guess for guess in guesses if period.is_old(guess.case.day)]
    truth = [guess.case.came is not None for guess in old]
    base = sum(truth) / len(truth) if truth else 0.0
    guessed = [MEANS[guess.word] for guess in old]
    return _Scores(
        len(old),
        brier(zip(guessed, truth, strict=True)),
        brier((base, guess) for guess in truth),
    )


def _answer(number: int, scores: _Scores, period: Period) -> str:
    if not number:
        return f"No guess {period.yet}."
    if scores.guesses is None or scores.always is None:
        return f"{counted(number, 'guess', 'guesses')}, too young to tell."
    better = "better" if scores.guesses < scores.always else "no better"
    return (
        f"Your guesses are {better} than always saying how often it comes:"
        f" {scores.guesses:.2f} against {scores.always:.2f}, of {scores.n}."
    )


def _groups(
    by_word: Mapping[str, Tally], scores: _Scores, likely: Comparison
) -> list[Group]:
    rates = [
        cases.figure._replace(label=f"{word} ({MEANS[word]})")
        for word, cases in by_word.items()
        if cases.n
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
        "n": sum(cases.n for cases in by_word.values()),
        "too_early": sum(cases.too_early for cases in by_word.values()),
        "guesses": [
            {"guess": word, "probability": MEANS[word]} | cases.data()
            for word, cases in by_word.items()
        ],
        "scored": scores.n,
        "brier": scores.guesses,
        "brier_base_rate": scores.always,
        "comparison": likely.data(),
    }
