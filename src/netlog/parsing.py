"""Typed words as values: days, kinds, numbers, texts."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from netlog.domain import dates
from netlog.domain.kinds import ENTRY_KINDS, GUESSES, TouchKind
from netlog.domain.names import clean, clean_note
from netlog.domain.settings import Settings
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple


class Typed(NamedTuple):
    """Reads what was typed, on a day and under some settings."""

    today: date
    settings: Settings
    arguments: tuple[str, ...] = ()

    def phrase(self, words: Sequence[str]) -> str:
        """Words that stand side by side on the line, as one text."""
        size, line = len(words), list(self.arguments)
        together = (line[n : n + size] == list(words) for n in range(len(line)))
        if not any(together):
            raise UsageError(
                f"{clean(words[-1])[:40]} stands apart from {clean(words[0])[:40]}.",
                "Put what has several words in quotes: --at 'Union Square'.",
            )
        return " ".join(words)

    def happened(self, text: str) -> date:
        """The day of something that happened; today where none is given."""
        order = self.settings.date_order
        return dates.happened(text, self.today, order) if text else self.today

    def to_come(self, text: str) -> date:
        """The day of something that is to come."""
        return dates.to_come(text, self.today, self.settings.date_order)

    def any_day(self, text: str) -> date:
        """A day before or after today."""
        return dates.any_day(text, self.today, self.settings.date_order)

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
