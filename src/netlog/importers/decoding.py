"""The bytes of a file made into text, whatever wrote them."""

import codecs

from netlog.errors import UsageError

FILE_LIMIT = 64 * 2**20
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PLAIN = (
    ("\0", ""),
    ("\ufeff", ""),
    ("\r\r\n", "\n"),
    ("\r\n", "\n"),
    ("\r", "\n"),
)
_LOOK = 1000


def decode(data: bytes) -> str:
    r"""The text of a file, its lines ended by \n, without NULs and byte order marks.

    UTF-8, UTF-16 and UTF-32 are known by their marks, UTF-16 without one by its
    NULs.  Else each line is UTF-8 where it can be and Windows-1252 where not, so
    that one bad line spoils no other.  More than 64 MiB is a usage error.
    """
    if len(data) > FILE_LIMIT:
        raise UsageError(
            "The file is larger than 64 MiB.",
            "Split it, or export it without photos.",
        )
    encoding = _encoding(data)
    text = data.decode(encoding, "replace") if encoding else _by_line(data)
    for unwanted, wanted in _PLAIN:
        text = text.replace(unwanted, wanted)
    return text


def _encoding(data: bytes) -> str:
    """The encoding that the first bytes give away, or nothing."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    return _utf16(data[:_LOOK])


def _utf16(head: bytes) -> str:
    """UTF-16 without a mark: in Western text every other byte is NUL."""
    for encoding, high, low in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if high.count(0) * 2 > len(high) and low.count(0) * 10 <= len(low):
            return encoding
    return ""


def _by_line(data: bytes) -> str:
    """UTF-8; where that fails, line by line UTF-8 or Windows-1252."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return "\n".join(map(_line, data.split(b"\n")))


def _line(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
