"""Typed words as values: days, kinds, numbers, texts."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from netlog.domain import dates
from netlog.domain.hours import is_hour, parse_hour
from netlog.domain.kinds import ENTRY_KINDS, FORMER_TOUCH_KINDS, GUESSES, TouchKind
from netlog.domain.names import clean, clean_note
from netlog.domain.settings import Settings
from netlog.domain.weeks import Week
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple

_LONGEST_DAY, _LONGEST_HOUR = 3, 3
"""Words of the longest day, 20 nov 2026, and of the longest hour, at 3 pm."""


class WhoWhen(NamedTuple):
    """Words of a line that name people, the day behind them, and the hour, or ''."""

    who: tuple[str, ...]
    day: date
    hour: str


def _ways_to_split(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Words as people, a day, and an hour or ''; the longest day first."""
    size = len(words)
    for start in range(max(1, size - _LONGEST_DAY - _LONGEST_HOUR), size):
        for end in range(size, max(start, size - _LONGEST_HOUR - 1), -1):
            day, hour = " ".join(words[start:end]), " ".join(words[end:])
            if dates.is_day(day) and (not hour or is_hour(hour)):
                yield tuple(words[:start]), day, hour


def _apart(line: Sequence[str], words: Sequence[str]) -> UsageError:
    """Some of the words stand behind an option: the line that was meant, in words.

    Behind its value they belong to that, behind an option without one to the others.
    """
    from shlex import join

    places = list(_beginnings(line, words))
    if not places:
        return UsageError(
            f"It is not clear what {clean(words[-1])[:40]} belongs to.",
            "Put what has several words in quotes: --at 'Union Square'.",
        )
    start, size = max(places, key=lambda place: place[1])
    stray = line.index(words[size], start + size)
    end = stray + 1
    while end < len(line) and line[end : end + 1] == words[size + end - stray :][:1]:
        end += 1
    before = line[stray - 1]
    takes_none = before.startswith("-") and "=" not in before
    if takes_none or dates.is_day(before):
        meant = [*line[: start + size], *line[stray:end]]
        meant += [*line[start + size : stray], *line[end:]]
    else:
        meant = [*line[: stray - 1], " ".join(line[stray - 1 : end]), *line[end:]]
    return UsageError(
        f"It is not clear what {clean(words[size])[:40]} belongs to.",
        f"You may mean: netlog {join(map(clean, meant))}",
    )


def _beginnings(line: Sequence[str], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the words begin on a line, and how many of them stand together there."""
    for start in range(len(line)):
        size = 0
        while line[start + size : start + size + 1] == words[size : size + 1] != []:
            size += 1
        if 0 < size < len(words) and words[size] in line[start + size :]:
            yield start, size


def _unsaid(text: str) -> None:
    """Words that nobody reads."""


class Typed(NamedTuple):
    """Reads what was typed, on a day and under some settings.

    `tell` says a word about it to whoever typed it.
    """

    today: date
    settings: Settings
    arguments: tuple[str, ...] = ()
    tell: Callable[[str], None] = _unsaid

    def phrase(self, words: Sequence[str]) -> str:
        """Words that stand side by side on the line, as one text."""
        size, line = len(words), list(self.arguments)
        together = (line[n : n + size] == list(words) for n in range(len(line)))
        if not any(together):
            raise _apart(line, list(words))
        return " ".join(words)

    def happened(self, text: str, instead: dates.Advice | None = None) -> date:
        """The day of something that happened; today where none is given.

        `instead` gives the advice for a day that is still to come.
        """
        order = self.settings.date_order
        return dates.happened(text, self.today, order, instead) if text else self.today

    def to_come(self, text: str) -> date:
        """The day of something that is to come."""
        return dates.to_come(text, self.today, self.settings.date_order)

    def who_and_when(self, words: Sequence[str]) -> Iterator[WhoWhen]:
        """The ways to read words as people, a day ahead and perhaps an hour.

        The longest day comes first, and somebody is named before it.  The day may be
        past.  A usage error where no day stands at the end.
        """
        ways = list(_ways_to_split(words))
        if not ways:
            raise UsageError(
                "It is not clear when: no day stands at the end of that.",
                "Say it behind the name: netlog book WHO fri 15:00, or in 2w.",
            )
        order = self.settings.date_order
        for who, day, hour in ways:
            yield WhoWhen(
                who,
                dates.ahead(day, self.today, order),
                parse_hour(hour) if hour else "",
            )

    def week(self, text: str) -> Week:
        """A week by a day in it, the nearest there is; next week, this week."""
        return dates.week_meant(text, self.today, self.settings.date_order)

    def promised(self, text: str, by: str) -> date:
        """When a promise falls due: a week from today where nothing is said."""
        if text and not clean(text):
            raise UsageError("A promise needs words.", "Type at least one.")
        if by and not text:
            raise UsageError(
                "There is nothing that --by could be the day of.",
                "Say what you promised.",
            )
        return self.to_come(by) if by else self.today + timedelta(weeks=1)

    def touch_kind(self, name: str) -> TouchKind:
        """A kind of touch by its name; the config may know more."""
        kinds = self.settings.touch_kinds
        if name in FORMER_TOUCH_KINDS and name not in kinds:
            now = FORMER_TOUCH_KINDS[name]
            self.tell(f"{name} is called {now} now.")
            name = now
        if name not in kinds:
            raise UsageError(
                f"{clean(name)[:40]} is no kind of touch.",
                f"Kinds are {', '.join(kinds)}.",
            )
        return kinds[name]

    @staticmethod
    def entry_kind(name: str) -> str:
        """A kind of what is given or got."""
        if name not in ENTRY_KINDS:
            raise UsageError(
                f"{clean(name)[:40]} is no kind of what can be given or got.",
                f"Kinds are {', '.join(ENTRY_KINDS)}.",
            )
        return name

    def given(self, text: str) -> tuple[str, str]:
        """KIND or KIND:TEXT."""
        kind, _, said = text.partition(":")
        return self.entry_kind(kind.strip()), clean(said)

    @staticmethod
    def money(text: str) -> int | None:
        """An amount in cents, None where none is given."""
        from netlog.domain.ledger import parse_money

        return parse_money(text) if text else None

    def origin(self, text: str) -> tuple[str, int] | None:
        """What something came of: touch 12, or intro 3."""
        if not text:
            return None
        found = re.fullmatch(r"(touch|intro)(?:duction)?[ :-]?([0-9]+)", clean(text))
        if not found:
            raise UsageError(
                f"{clean(text)[:40]} is no touch and no introduction.",
                "Name it by its number: --from touch:12, --from intro:3.",
            )
        what = {"touch": "touch", "intro": "introduction"}[found[1]]
        return what, self.number(found[2])

    @staticmethod
    def guess(word: str) -> str:
        """What may come of a touch, '' where nothing is said."""
        if word and word not in GUESSES:
            raise UsageError(
                f"{clean(word)[:40]} is no guess.", f"Guesses are {', '.join(GUESSES)}."
            )
        return word

    @staticmethod
    def number(text: str) -> int:
        """The number of an entry, from 1 on."""
        if not re.fullmatch("[1-9][0-9]{0,17}", text):
            raise UsageError(
                f"{clean(text)[:40]} is not the number of anything.",
                "netlog due and netlog show WHO list the numbers.",
            )
        return int(text)

    def numbers(self, *texts: str) -> list[int]:
        """The numbers of entries, 0 where none is given."""
        return [self.number(text) if text else 0 for text in texts]

    @staticmethod
    def needed(words: str, what: str) -> str:
        """Typed text that must say something."""
        if not clean(words):
            raise UsageError(f"{what} needs words.", "Type at least one.")
        return clean(words)

    @staticmethod
    def text(words: str) -> str:
        """Typed text on one line."""
        return clean(words)

    @staticmethod
    def note(words: str) -> str:
        """Typed text of several lines."""
        return clean_note(words)
