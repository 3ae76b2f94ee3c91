"""Pieces that texts are made of by chance, and what is done to a text by chance."""

# ruff: noqa: RUF001, E501 (names as they are, a line of them)

from collections.abc import Callable, Sequence
from random import Random

NUMBERS = (
    *("0", "-1", "1", "00", "1e999", "1.5", "2147483648", "99999999999999999999"),
    *("0x10", "1_000", "\u0661\u0662", "\uff11\uff12", "\u00b2", "\u2167", "\U0001d7d8"),
    *("9" * 400, "9" * 5000, "NaN", "-0", "+3", "3.", ".5", "1/2", "1e5", "\u2460"),
)  # fmt: skip
CONTROLS = (
    *("\0", "\x1b[31m", "\x9b2J", "\x1b]8;;x\x1b\\", "\x1b]52;c;eA==\x07", "\x7f"),
    *("\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\ud800", "\udcff", "\udfff"),
    *("\u2028", "\x85", "\x0c", "\r\n", "\r", "\v", "\x1c", "\u200d", "\u3164"),
)
LETTERS = (
    *("Zoë", "王小明", "محمد", "ß", "İ", "ﬃ", "e\u0301", "\u0301" * 60, "👩\u200d👩\u200d👧"),
    *("Ǆ", "ᾳ", "ŉ", "\ufdfa", "ẛ\u0323", "\U0001f1e9\U0001f1ea", "ａｂ", "ø", "Σς"),
)  # fmt: skip
MARKS = (
    *("'", '"', "`", "$(x)", "\\", "/", "../..", "%s", "%n", "{0}", "{", "}", "[", "]"),
    *("[/]", "[link=x]", ":smiley:", "=cmd|x", "@", "+", "-", "--", "-rf", "--json"),
    *("=", "~", "<", ">", "!=", ":", ";", ",", "|", "&", "#", "*", "?", "'; DROP x"),
    *(" ", "\t", "\n", "  ", "\u00a0", "\u3000", "", "me", "none", "null", "true"),
)
DAYS = (
    *("2025-06-02", "20 nov", "20 nov 2026", "nov 20", "today", "yesterday", "eow"),
    *("tomorrow", "mon", "last fri", "next fri", "3d", "2w ago", "in 3m", "1y", "eom"),
    *("2026-W48", "2026-W53", "2025-W00", "10/11", "1.2.2025", "29 feb", "31 apr"),
    *("0000-00-00", "9999-12-31", "1899-12-31", "2200-01-01", "--05-21", "21 may"),
    *("999y", "999w ago", "in 999d", "monthly", "quarterly", "05 Mar 2024", "20250602"),
    *("24. Dezember 1980", "3/14/15", "Mar 3, 2024", "1985-04-12T10:00:00Z"),
)
ANY: Sequence[str] = (*NUMBERS, *CONTROLS, *LETTERS, *MARKS, *DAYS)
_MOST, _LONG = 6, 60_000


def some(chance: Random, pieces: Sequence[str] = ANY, most: int = _MOST) -> str:
    """A text of some pieces, the first kind more often than others."""
    drawn = [
        chance.choice(pieces if chance.random() < 0.7 else ANY)
        for _ in range(chance.randint(1, most))
    ]
    return chance.choice(("", " ", "", " ", ":", "\n")).join(drawn)


def run(chance: Random, pieces: Sequence[str] = ANY) -> str:
    """One piece, again and again."""
    piece = chance.choice(pieces) or "x"
    return piece * (chance.randint(1, _LONG) // len(piece) + 1)


def any_text(chance: Random, pieces: Sequence[str]) -> str:
    """A few pieces, some that were changed, or seldom a long run."""
    if chance.random() < 0.005:
        return run(chance, pieces)
    text = some(chance, pieces)
    return changed(chance, text) if chance.random() < 0.5 else text


def changed(chance: Random, text: str, pieces: Sequence[str] = ANY) -> str:
    """The text after a few changes."""
    for _ in range(chance.randint(1, _MOST)):
        text = chance.choice(_CHANGES)(chance, text, pieces)
    return text


def _part(chance: Random, text: str) -> tuple[int, int]:
    """Where a part of the text begins and ends, mostly a short one."""
    begin = chance.randint(0, len(text))
    length = chance.choice((0, 1, 2, 8, 100, len(text)))
    return begin, min(len(text), begin + length)


def _put(chance: Random, text: str, pieces: Sequence[str]) -> str:
    begin, end = _part(chance, text)
    return text[:begin] + chance.choice(pieces) + text[chance.choice((begin, end)) :]


def _cut(chance: Random, text: str, _: Sequence[str]) -> str:
    begin, end = _part(chance, text)
    return text[:begin] + text[end:]


def _double(chance: Random, text: str, _: Sequence[str]) -> str:
    begin, end = _part(chance, text)
    times = chance.choice((2, 2, 3, 10, 200))
    if (end - begin) * times > _LONG:
        return text
    return text[:begin] + text[begin:end] * times + text[end:]


def _turn(chance: Random, text: str, _: Sequence[str]) -> str:
    """Another letter in the place of one."""
    if not text:
        return text
    place = chance.randrange(len(text))
    code = chance.choice((chance.randrange(128), chance.randrange(0x11_0000)))
    return text[:place] + chr(code) + text[place + 1 :]


def _lines(chance: Random, text: str, _: Sequence[str]) -> str:
    """Lines in another order."""
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _case(chance: Random, text: str, _: Sequence[str]) -> str:
    return chance.choice((text.upper, text.lower, text.title))()


_CHANGES: Sequence[Callable[[Random, str, Sequence[str]], str]] = (
    *(_put, _put, _put, _cut, _double, _turn, _turn, _lines, _case),
)

_ENCODINGS = (
    *("utf-8", "utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"),
    *("utf-16-be", "utf-32", "latin-1", "cp1252", "utf-7", "shift_jis"),
)


def encoded(chance: Random, text: str) -> bytes:
    """The text in some encoding, perhaps with a few bytes changed."""
    name = chance.choice(_ENCODINGS)
    wide = name.startswith(("utf-8", "utf-16", "utf-32"))
    data = bytearray(text.encode(name, "surrogatepass" if wide else "replace"))
    for _ in range(chance.choice((0, 0, 0, 1, 3, 30)) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)
