"""Styled text in the cells of a terminal: how wide, where broken, what is cut."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from netlog.domain.names import clean
from netlog.output.answer import Part, Parts

Ranges = tuple[tuple[str, str], ...]
Word = tuple[int, int, int]
"""Where a word begins and ends in a text, and how many cells it takes."""
_WHOLE = {"command", "exact"}
_STUB = 12
"""Cells: less of what stands after a dot says nothing, where it is cut."""
_KEPT = "\0"
"""Stands, while words are looked for, for a blank at which nothing is broken."""
_EMOJI = "\ufe0f"  # makes a narrow sign before it wide, on some terminals
_VOWELS = (("\u1160", "\u11ff"), ("\ud7b0", "\ud7ff"))
"""Drawn into the syllable before."""
_WIDENED = (
    *(("\u2630", "\u2637"), ("\u268a", "\u268f"), ("\u4dc0", "\u4dff")),
    *(("\U0001d300", "\U0001d356"), ("\U0001d360", "\U0001d376")),
)
"""Wide since Unicode 16, which not every Python knows."""


def cells(text: str) -> int:
    """How many cells of a terminal clean text takes; rather too many than too few."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@lru_cache(maxsize=4096)
def _cells_of(char: str) -> int:
    if char == _EMOJI:
        return 1
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf"} or _is_among(char, _VOWELS):
        return 0
    wide = unicodedata.east_asian_width(char) in "WF" or _is_among(char, _WIDENED)
    # One that this Python does not know may well be a new emoji.
    return 2 if wide or category == "Cn" else 1


def _is_among(char: str, ranges: Ranges) -> bool:
    return any(first <= char <= last for first, last in ranges)


def parts_cells(parts: Parts) -> int:
    """How many cells parts take side by side."""
    return cells("".join(part.text for part in parts))


def cleaned(parts: Parts) -> Parts:
    """Parts without invisible characters; blanks at their ends keep them apart."""
    return tuple(
        part if part.style == "drawn" else Part(_apart(part.text), part.style)
        for part in parts
    )


def _apart(text: str) -> str:
    before = " " * (len(text) - len(text.lstrip(" ")))
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{clean(text)}{after}"


def wrapped(
    parts: Parts, first: int, rest: int, most: int = 0, ends: Sequence[Parts] = ()
) -> list[Parts]:
    """Clean parts in lines of `first` cells, then of `rest`; at most so many, if any.

    A word is broken only where it is wider than a line, a command never.  What is cut
    ends with an ellipsis; `ends`, which stand last, are never cut, and have a line of
    their own where there is no room for more.
    """
    text = _Text(parts, ends)
    words = list(text.words(rest))
    lines = _filled(words, first, rest)
    if not most or len(lines) <= most:
        return [text.line(line) for line in lines]
    body, tail = words[: len(words) - len(ends)], words[len(words) - len(ends) :]
    kept = lines[: most - 1]
    left = body[sum(map(len, kept)) :]
    room = rest if kept else first
    last = text.cut(left, room - sum(wide + 1 for *_, wide in tail))
    if last:
        end = (Part(" "), *text.line(tail)) if tail else ()
        return [*map(text.line, kept), (*last, *end)]
    cut = text.cut(left, room)
    alone = _filled(tail, rest, rest) if tail else []
    return [*map(text.line, kept), *[cut] * bool(cut), *map(text.line, alone)]


class _Text:
    """Parts as one text, and what style it has from where to where."""

    def __init__(self, parts: Parts, ends: Sequence[Parts]) -> None:
        self.text = ""
        self.spans: list[tuple[int, int, str]] = []
        self._kept: list[tuple[int, int]] = []
        for part in parts:
            self._add(part, whole=part.style in _WHOLE)
        for end in ends:
            begin = len(self.text)
            for part in (Part(" "), *end):
                self._add(part, whole=False)
            self._kept.append((begin + 1, len(self.text)))

    def _add(self, part: Part, *, whole: bool) -> None:
        """Put a part behind the others, one blank between two words."""
        added = part.text.lstrip(" ")
        if added != part.text and self.text and self.text[-1] != " ":
            added = f" {added}"
        begin, style = len(self.text), part.style
        self.text += added
        if whole:
            self._kept.append((begin, begin + len(added.rstrip(" "))))
        if self.spans and (self.spans[-1][2] == style or not added.strip()):
            begin, _, style = self.spans.pop()
        self.spans.append((begin, len(self.text), style))

    def words(self, widest: int) -> Iterator[Word]:
        """The words, of which none but a command is wider than a line."""
        shown = self.text
        for begin, end in self._kept:
            shown = shown[:begin] + shown[begin:end].replace(" ", _KEPT) + shown[end:]
        whole = {begin for begin, _ in self._kept}
        begin = 0
        for word in shown.split(" "):
            end = begin + len(word)
            wide = cells(word)
            if wide <= widest or not whole.isdisjoint(range(begin, end)):
                if word:
                    yield begin, end, wide
            else:
                yield from self._broken(begin, end, widest)
            begin = end + 1

    def _broken(self, begin: int, end: int, widest: int) -> Iterator[Word]:
        taken = 0
        for place in range(begin, end):
            wide = _cells_of(self.text[place])
            if taken + wide > widest and taken:
                yield begin, place, taken
                begin, taken = place, 0
            taken += wide
        yield begin, end, taken

    def line(self, words: Sequence[Word]) -> Parts:
        """Words side by side, each in its style."""
        return self._styled(words[0][0], words[-1][1]) if words else ()

    def cut(self, words: Sequence[Word], room: int) -> Parts:
        """As many words as fit, and an ellipsis; the first is cut if it must be."""
        kept: list[Word] = []
        taken = 0
        for word in words:
            taken += word[2] + bool(kept)
            if taken + 2 > room:
                break
            kept.append(word)
        if kept:
            return (*self.line(self._without_stub(kept)), Part(" …"))
        if not words:
            return ()
        begin, end, _ = words[0]
        begun = next(self._broken(begin, end, room - 1))
        # One letter may be as wide as two.
        return (*self.line([begun]), Part("…")) if begun[2] < room else ()

    def _without_stub(self, words: list[Word]) -> list[Word]:
        """Without the first words after a dot, where so few of them are left."""
        dots = [n for n, (at, end, _) in enumerate(words) if self.text[at:end] == "·"]
        if not dots or not dots[-1]:
            return words
        stub = cells(self.text[words[dots[-1]][1] : words[-1][1]])
        return words[: dots[-1]] if stub < _STUB else words

    def _styled(self, begin: int, end: int) -> Parts:
        return tuple(
            Part(self.text[max(begin, first) : min(end, last)], style)
            for first, last, style in self.spans
            if first < end and last > begin
        )


def _filled(words: Sequence[Word], first: int, rest: int) -> list[list[Word]]:
    """Words in lines, as many in each as fit."""
    lines: list[list[Word]] = [[]]
    taken, room = 0, first
    for word in words:
        wide = word[2]
        # A first line may be too short for a word that the others have room for.
        if taken + bool(lines[-1]) + wide > room and (lines[-1] or room < rest):
            lines.append([])
            taken, room = 0, rest
        taken += bool(lines[-1]) + wide
        lines[-1].append(word)
    return lines
