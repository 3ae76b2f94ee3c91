"""Names as they come from the world: cleaned, folded, compared."""

import re
import unicodedata
from collections.abc import Callable

# Letters that decompose to nothing ASCII, and what people type for them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Zero-width joiner and non-joiner shape real names; every other invisible goes.
_JOINERS = "\u200c\u200d"
_FILLERS = "\u115f\u1160\u3164\uffa0"
# Bytes of what was typed that the locale has no letters for.
_BYTES = re.compile("[\udc80-\udcff]+")


def _is_unseen(char: str) -> bool:
    hidden = char in _FILLERS or unicodedata.category(char) in {"Cc", "Cf", "Cs"}
    return hidden and char not in _JOINERS and not char.isspace()


def _as_utf8(bytes_in_text: re.Match[str]) -> str:
    return bytes_in_text[0].encode("utf-8", "surrogateescape").decode(errors="ignore")


def _without(text: str, unwanted: Callable[[str], object]) -> str:
    """Text without some letters; each that is there is looked at once."""
    gone = [ord(char) for char in set(text) if unwanted(char)]
    return text.translate(dict.fromkeys(gone)) if gone else text


def says_something(text: str) -> bool:
    """Whether there is a letter, a digit or a symbol in clean text."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def clean(text: str) -> str:
    """Text on one line: no control, bidi or other invisible characters.

    Combining marks, joiners and right-to-left letters stay, because names need
    them; runs of white space become one blank.  Bytes that the locale does not know
    are UTF-8, or nothing.
    """
    if not (text.isprintable() and text.isascii()):
        text = _without(_BYTES.sub(_as_utf8, text), _is_unseen)
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def clean_note(text: str) -> str:
    """Text of several lines, each one clean."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def fold(text: str) -> str:
    """What is compared when names are: no case, no accents, single blanks."""
    lowered = clean(text).casefold()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered).casefold()
    plain = unicodedata.normalize("NFKD", decomposed.translate(_LETTERS))
    return clean(_without(plain, unicodedata.combining)).casefold()


def starts_words(query: str, name: str) -> bool:
    """Whether every word of the query starts a word of the name (both folded)."""
    words = name.split()
    return all(any(w.startswith(q) for w in words) for q in query.split())
