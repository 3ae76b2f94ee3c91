"""The lines of a vCard file: unfolded, taken apart, decoded.

Nothing here knows what a property means.  Every step takes time in proportion
to the text, whatever the text is.
"""

import re
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator

from netlog.namedtuple import NamedTuple

VCARD_LINE_LIMIT = 2**20  # what is longer is a picture
# A line and those that continue it: they begin with a blank; in quoted-printable
# they follow a "=" at the end, and then a card that has no more lines ends anyway.
# What is repeated possessively has no choice in it: early Pythons 3.11 err there.
_FOLDED = re.compile(r"[^\n]++(?:\n[ \t][^\n]*+)*+")
_NEXT = re.compile(r"\n(?!END:VCARD)[^\n]*(?:\n[ \t][^\n]*+)*+", re.IGNORECASE)
_HEAD = re.compile(r'[^":]*(?:"[^"]*"[^":]*)*(?=:)')
_CHARSET = re.compile(r'CHARSET="?([\w.:-]+)', re.IGNORECASE | re.ASCII)
_BASE64 = re.compile(r"(?:^|;)(?:ENCODING=(?:BASE64|B)|BASE64)(?:$|;)", re.IGNORECASE)
# Others than these are no alphabets, and some of Python's take quadratic time.
_CHARSETS = (
    "ascii",
    "us-",
    "utf",
    "iso",
    "latin",
    "windows",
    "cp",
    "koi8",
    "gb",
    "big5",
    "shift",
    "euc",
    "mac",
)


_PREFERRED = re.compile(r"\bPREF\b(?:=([0-9]{1,3})\b)?")
_BY_FAX = re.compile(r"\b(?:FAX|PAGER)\b")
_ORDINARY, _FAX = 1000, 1001


class Property(NamedTuple):
    """A property: its line in the file (from 1), upper-case name, and two texts."""

    line: int
    name: str
    params: str
    value: str


def preference(found: Property) -> int:
    """Where a property stands among those of its name: preferred, ordinary, a fax.

    PREF=1 of vCard 4.0 comes before PREF=2, and both after no number at all.
    """
    params = found.params.upper()
    if preferred := _PREFERRED.search(params):
        return int(preferred[1] or 0)
    return _FAX if _BY_FAX.search(params) else _ORDINARY


def properties(text: str) -> Iterator[Property]:
    """Every property of the file in its order; lines that are none are passed over."""
    number, before, end = 1, 0, 0
    while found := _FOLDED.search(text, end):
        line, (start, end) = found[0], found.span()
        if line.endswith("=") and _says_quoted(line.partition(":")[0]):
            end = _soft_end(text, end)
            line = text[start:end].replace("=\n", "")
        number += text.count("\n", before, start)
        before = start
        if ":" in line and len(line) <= VCARD_LINE_LIMIT:
            yield _taken_apart(number, line)


def _soft_end(text: str, end: int) -> int:
    """Where a property ends of which a line with "=" at its end goes on in the next."""
    while text[end - 1] == "=" and (more := _NEXT.match(text, end)):
        end = more.end()
    return end


def decoded(found: Property) -> str:
    """The value as text: out of quoted-printable, base64 or a charset of its own.

    Escapes stay as they are, since a value of several parts needs them.
    """
    params, value = found.params, found.value
    if not params:
        return value
    if _says_quoted(params):
        return _alphabet(a2b_qp(value.encode("utf-8", "replace")), params)
    if _BASE64.search(params):
        return _alphabet(_from_base64(value), params)
    if not value.isascii() and "=" in params:
        return _mended(value, params)
    return value


def _says_quoted(params: str) -> bool:
    return "QUOTED-PRINTABLE" in params.upper()


def _taken_apart(number: int, line: str) -> Property:
    if "\n" in line:
        line = line.replace("\n ", "").replace("\n\t", "")
    head, _, value = line.partition(":")
    if '"' in head and (whole := _HEAD.match(line)):
        head, value = whole[0], line[whole.end() + 1 :]
    name, _, params = head.partition(";")
    if "." in name:
        name = name.rpartition(".")[2]
    return Property(number, name.strip().upper(), params, value)


def _charset(params: str) -> str:
    """The charset that the parameters name, if it is an alphabet; else empty."""
    found = _CHARSET.search(params)
    name = found[1].lower() if found else ""
    return name if name.startswith(_CHARSETS) else ""


def _alphabet(data: bytes, params: str) -> str:
    """Bytes as text: in their own charset, else UTF-8, else Windows-1252."""
    for charset in (_charset(params), "utf-8"):
        try:
            return data.decode(charset or "utf-8")
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _mended(value: str, params: str) -> str:
    """A raw value of another alphabet, read as Windows-1252 with the whole file."""
    charset = _charset(params)
    if not charset or charset.startswith("utf"):
        return value
    try:
        return value.encode("cp1252").decode(charset)
    except (LookupError, ValueError):
        return value


def _from_base64(value: str) -> bytes:
    try:
        return a2b_base64(value)
    except ValueError:  # also what binascii.Error is
        return b""
