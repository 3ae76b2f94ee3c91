"""Names as they come from the world: cleaned, folded, compared."""

import re
import unicodedata

# Letters that decompose to nothing ASCII, and what people type for them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Zero-width joiner and non-joiner shape real names; every other invisible goes.
_JOINERS = "\u200c\u200d"
_FILLERS = "\u115f\u1160\u3164\uffa0"
_SPACES = re.compile(r"\s+")


def _visible(char: str) -> bool:
    hidden = char in _FILLERS or unicodedata.category(char) in {"Cc", "Cf", "Cs"}
    return char in _JOINERS or not hidden


def says_something(text: str) -> bool:
    """Whether there is a letter, a digit or a symbol in clean text."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def clean(text: str) -> str:
    """Text on one line: no control, bidi or other invisible characters.

    Combining marks, joiners and right-to-left letters stay, because names need
    them; runs of white space become one blank.
    """
    if not (text.isprintable() and text.isascii()):
        text = "".join(filter(_visible, _SPACES.sub(" ", text)))
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
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return clean(bare).casefold()


def starts_words(query: str, name: str) -> bool:
    """Whether every word of the query starts a word of the name (both folded)."""
    words = name.split()
    return all(any(w.startswith(q) for w in words) for q in query.split())
