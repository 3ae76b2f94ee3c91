"""300 hostile names, and what must be left of each: an opinion of its own.

Nothing here asks netlog what is visible.
"""

# ruff: noqa: RUF001, E501 (names as they are, a line of them)

import unicodedata
from collections.abc import Iterator, Sequence

_ESCAPES = (
    *(
        "\x1b[31m",
        "\x1b[2J\x1b[H",
        "\x1b]0;title\x07",
        "\x1b]8;;http://x.example\x1b\\",
    ),
    *("\x1b]52;c;ZXZpbA==\x07", "\x1bP1;1|x\x1b\\", "\x9b31m", "\x9d0;x\x9c", "\x1bc"),
    *("\0", "\x07\x08\x7f", "\r", "\n", "\r\nBcc: all", "\t", "\v\f", "\x1c\x85"),
)
_UNSEEN = (
    *("\u202egnp.exe", "\u2066x\u2069", "\u200f\u061c", "\u200b", "\ufeff", "\u00ad"),
    *("\u2028x\u2029", "\u3164", "\U000e0041\U000e007f", "\u180e", "\ufff9x\ufffb"),
)
_REAL = (
    *("王小明", "محمد علي", "שרה", "Ωmega ΣΣ", "ａｂｃ１２", "नरेन्द्र", "می\u200cخواهم"),
    *("👨\u200d👩\u200d👧\u200d👦", "🇩🇪", "👍🏽", "e" + "\u0301\u0327\u0323" * 12, "Z\u0335\u0322"),
    *("ﬃ ß İı ŉ", "\ufdfa", "𝒥𝑜𝒽𝓃", "Å\u212b", "ไทย", "\u1112\u1161\u11ab"),
)  # fmt: skip
_MEANT = (
    *("[/]", "[link=http://x.example]y[/link]", "[bold]b[/bold]", ":smiley:", "{0}%s%n"),
    *("$(touch x)", "`touch x`", "'; touch x #", '"\\"', "\\n\\x1b\\u202e", "*?~!&|<>"),
    *("=cmd|'/c calc'!A1", "@SUM(1+1)", "+1-1", "-rf", "--json", "--", "../..", "/etc"),
    *("'; DROP TABLE person; --", "%00%0a", "<b>&amp;</b>", '"];x[label="', "end", "me"),
    *("null", "None", "0", "1e9", "a,b;c", "#{x}", "]]>", "]:::x", "|x|", "-->", "\u2026"),
)  # fmt: skip
_BYTES = (
    "\udcff\udcfe",
    "\udce7\udc8e\udc8b",
    "\udcc3(",
    "\udced\udca0\udc80",
    "\ud800",
)
"""Bytes that are no text, as they come in among the words of a command."""
_LONG = ("A" * 3_000, "Wo rd " * 400, "王" * 1_000, "\u0301" * 500 + "x", "[/]" * 300)
_BLANK = ("", " ", "\u3000\u00a0", "\u200b\u2060", "\x1b", "\u3164", "\u0301", "\ud800")
_ALIKE = (
    "Zoë Lee",
    "zoe lee",
    "ZOE\u0308 LEE",
    "Zoe  Lee",
    "ｚｏｅ ｌｅｅ",
    "Zoé\tLee",
)
_SHAPES = ("{}", "Ann {}", "{} Lee", "An{}n Lee")
_ALL = 300


def _names() -> Iterator[str]:
    yield from (*_LONG, *_BLANK, *_ALIKE)
    for shape in _SHAPES:
        for piece in (*_ESCAPES, *_UNSEEN, *_REAL, *_MEANT, *_BYTES):
            yield shape.format(piece) if shape != "{}" else piece


NAMES: Sequence[str] = tuple(dict.fromkeys(_names()))[:_ALL]
"""What is typed, 300 times."""


def visible(name: str) -> str:
    """What a reader sees of it: no controls, nothing unseen, single blanks."""
    text = _as_utf8(name)
    seen = "".join(" " if char.isspace() else char for char in text)
    seen = "".join(char for char in seen if is_seen(char))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _as_utf8(name: str) -> str:
    """Bytes among the words are UTF-8, or nothing."""
    data = (
        bytes([ord(char) - 0xDC00])
        if "\udc80" <= char <= "\udcff"
        else char.encode("utf-8", "surrogatepass")
        for char in name
    )
    return b"".join(data).decode("utf-8", "ignore")


def is_seen(char: str) -> bool:
    """Whether it is neither a control nor unseen; joiners shape what is seen."""
    if char in "\u200c\u200d":
        return True
    unseen = unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return not unseen and char not in "\u115f\u1160\u3164\uffa0"


def is_somebody(name: str) -> bool:
    """Whether there is a letter, a digit or a mark in it to call somebody by."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in visible(name))


def letters(text: str) -> str:
    """A text without its blanks, for it may be wrapped anywhere."""
    return "".join(text.split())


def controls(text: str) -> list[str]:
    """What may not be sent, in a text that was sent; lines and tabs may end there."""
    return sorted(ascii(c) for c in {*text} - {*"\n\t"} if not is_seen(c))
