"""Names and addresses where they stand in a text: found, and taken out of it."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from netlog.domain.names import clean, fold
from netlog.namedtuple import NamedTuple

FORGOTTEN = "[forgotten]"
"""What stands in a text in place of somebody who was forgotten."""
# Between the words of a name there may be this: Clark, Dorie; dorie-clark; o'hara.
_BETWEEN = r"[\s\-._,'\u2019]{1,3}"
_PHONE = re.compile(r"\+?[\d\s().\-/]{6,}")
_FEWEST_DIGITS = 6
_LONGEST = 100


Needle = tuple[str, ...]
"""Patterns that are all in a text that may speak of somebody."""


class _Said(NamedTuple):
    """What is looked for in folded text, by what it is."""

    names: set[str]
    handles: set[str]
    addresses: set[str]


class Mentions:
    """What somebody is called and reached by, as it is found in texts of others.

    `addresses` are e-mails, phones, URLs and the like; `others` are names and handles
    of people who stay: where one of these holds one of theirs, it is left alone.  Case
    and accents are no matter, but for a name of one word, which may be a word like any
    other: that must be written as the name is.
    """

    def __init__(
        self,
        names: Iterable[str] = (),
        handles: Iterable[str] = (),
        addresses: Iterable[str] = (),
        others: Iterable[str] = (),
    ) -> None:
        self.names = frozenset(map(clean, names))
        self.handles = frozenset(handles)
        self.addresses = frozenset(map(clean, addresses)) - {""}
        self.others = frozenset(map(fold, others))

    @property
    def single(self) -> list[str]:
        """Names and handles of one word, as they are written."""
        return sorted(one for one in self.names | self.handles if _is_single(one))

    @property
    def _said(self) -> "_Said":
        """Names and handles of several words, and addresses: folded, none another's."""
        names = {fold(one) for one in self.names if not _is_single(one)} - self.others
        turned = {" ".join([*_words(one)[-1:], *_words(one)[:-1]]) for one in names}
        handles = {one for one in self.handles if not _is_single(one)}
        addresses = {fold(one) for one in self.addresses} - {""}
        return _Said(*(of - self.others for of in (turned | names, handles, addresses)))

    @property
    def phrases(self) -> dict[str, str]:
        """The same, each with its pattern."""
        said = self._said
        return {
            **{one: _loose(one) for one in said.names},
            **{one: _address(one) for one in said.addresses},
            **{one: re.escape(one) for one in said.handles},
        }

    @property
    def needles(self) -> list[Needle]:
        """What a text of ASCII holds that speaks of them: all parts of one of these.

        As patterns of SQL's LIKE, to which the case of a letter is no matter.
        """
        said = self._said
        phones = {one for one in said.addresses if _digits(one)}
        alone = {*said.handles, *self.single, *(said.addresses - phones)}
        needles = {tuple(map(_literal, _words(one))) for one in said.names}
        needles |= {(_literal(one),) for one in alone}
        needles |= {("%".join(_digits(one)[:_LONGEST]),) for one in phones}
        return sorted(needle for needle in needles if "".join(needle).isascii())

    def out_of(self, text: str, closely: Iterable[str] = ()) -> str:
        """The text with FORGOTTEN in place of them.

        `closely` are words more that mean them in this text: parts of their name.
        """
        spans = [*self._folded_spans(text), *_exact_spans(text, self._exact)]
        words = tuple(sorted(closely))
        if words:
            spans += _exact_spans(text, _exactly(words))
        return _without(text, spans) if spans else text

    def _folded_spans(self, text: str) -> list[tuple[int, int]]:
        pattern, theirs = self._pattern
        if not theirs:
            return []
        folded, places = _with_places(text)
        return [
            (places[found.start()], places[found.end()])
            for found in pattern.finditer(folded)
            if found.lastindex in theirs
        ]

    @cached_property
    def _pattern(self) -> tuple[re.Pattern[str], set[int | None]]:
        """What is looked for in folded text, and which of its groups are theirs.

        Longer names come first, so that one of another that holds theirs stays.
        """
        theirs = self.phrases
        inside = re.compile("|".join(theirs.values()) or "(?!)")
        longer = {one: _strict(one) for one in self.others if inside.search(one)}
        listed = longer | theirs
        in_order = sorted(listed, key=lambda one: (-len(one), one))
        groups = "|".join(f"({listed[one]})" for one in in_order)
        own = {at for at, one in enumerate(in_order, 1) if one in theirs}
        return re.compile(rf"(?<!\w)(?:{groups})(?!\w)"), {*own}

    @cached_property
    def _exact(self) -> re.Pattern[str] | None:
        own = [one for one in self.single if fold(one) not in self.others]
        return _exactly(tuple(own)) if own else None


def _literal(text: str) -> str:
    """A pattern that a text has which holds this one, or its beginning if it is long.

    In a pattern _ is any letter.
    """
    return text[:_LONGEST].replace("%", "_")


def parts_of(name: str) -> set[str]:
    """The words of a name that may stand for it, as they are written."""
    return {word for word in re.findall(r"[^\W_]+", name) if len(word) > 1}


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name))


def _is_single(name: str) -> bool:
    return not _words(name)[1:]


def _strict(name: str) -> str:
    """A pattern for a folded name as it is written."""
    return r"\s+".join(map(re.escape, name.split()))


def _loose(name: str) -> str:
    """A pattern for a folded name however its words are held together."""
    return _BETWEEN.join(map(re.escape, _words(name)))


def _address(address: str) -> str:
    """A pattern for an address; of a phone only the digits count."""
    digits = _digits(address)
    return r"\+?" + r"[\s().\-/]*".join(digits) if digits else re.escape(address)


def _digits(address: str) -> str:
    """The digits of a phone; '' of any other address."""
    digits = re.sub(r"\D", "", address)
    is_phone = _PHONE.fullmatch(address) and len(digits) >= _FEWEST_DIGITS
    return digits if is_phone else ""


@lru_cache(64)
def _exactly(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def _exact_spans(text: str, pattern: re.Pattern[str] | None) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)] if pattern else []


@lru_cache(4096)
def _plain(char: str) -> str:
    return " " if char.isspace() else fold(char)


def _with_places(text: str) -> tuple[str, "range | list[int]"]:
    """The text folded letter by letter, and where each letter of it stood."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    plain = [_plain(char) for char in text]
    places = [at for at, letters in enumerate(plain) for _ in letters]
    return "".join(plain), [*places, len(text)]


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept, end = [], 0
    for start, stop in sorted(spans):
        if start >= end:
            kept += [text[end:start], FORGOTTEN]
        end = max(end, stop)
    return "".join([*kept, text[end:]])
