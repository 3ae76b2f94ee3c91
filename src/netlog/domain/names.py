"""Names as they come from the world: cleaned, folded, compared; and handles."""

import re
import unicodedata
from collections.abc import Callable

from netlog.errors import UsageError

ME = "me"
"""The handle of the user."""
_HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_HANDLE = 60

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


def slug(text: str) -> str:
    """ASCII words in lower case joined by hyphens; empty where none are left."""
    ascii_only = fold(text).replace("'", "").encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))[:_LONGEST_HANDLE].strip("-")


def handle_stem(name: str, email: str = "") -> str:
    """The handle somebody would have if nobody else had it; maybe `person`."""
    base = slug(name) or slug(email.partition("@")[0]) or "person"
    return f"p-{base}" if base.isdigit() else base


def free_handle(base: str, is_taken: Callable[[str], bool]) -> str:
    """The first of base, base-2, base-3 … that nobody has or ever had.

    `me` is the user, and `person` says too little to be anybody's alone: both
    start at their second.
    """
    if base not in {ME, "person"} and not is_taken(base):
        return base
    number = 2
    while is_taken(f"{base}-{number}"):
        number += 1
    return f"{base}-{number}"


def checked_handle(handle: str) -> str:
    """The handle as given, or a usage error that says what one looks like."""
    fits = _HANDLE.fullmatch(handle) and len(handle) <= _LONGEST_HANDLE
    if handle == ME or handle.isdigit() or not fits:
        raise UsageError(
            "That cannot be a handle.",
            "A handle is lower-case letters, digits and hyphens, like dorie-clark.",
        )
    return handle


def name_from(text: str) -> str:
    """A name that says something, clean; UsageError for one that does not."""
    name = clean(text)
    if not says_something(name):
        raise UsageError("A person needs a name.", "Type at least one word.")
    return name
