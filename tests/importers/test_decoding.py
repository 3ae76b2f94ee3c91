"""The bytes of a file made into text."""

import pytest

from netlog.errors import UsageError
from netlog.importers.decoding import FILE_LIMIT, decode

TEXT = "BEGIN:VCARD\nFN:Zoë Müller\nEND:VCARD\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("FN", "F\0N").encode(),
    ],
    ids=[
        *("utf8", "utf8-mark", "utf16-le-mark", "utf16-be-mark", "utf16-le"),
        *("utf16-be", "utf32", "cp1252", "crlf", "crcrlf", "cr", "nul"),
    ],
)
def test_every_encoding_and_line_end_gives_the_same_text(data: bytes) -> None:
    """Whatever wrote a file, its text is the same."""
    assert decode(data) == TEXT


def test_one_bad_line_spoils_no_other() -> None:
    """A line that is not UTF-8 is read as Windows-1252, the others as UTF-8."""
    data = "FN:Zoë\n".encode() + b"FN:Zo\xeb\n" + "FN:Łukasz\n".encode()
    assert decode(data) == "FN:Zoë\nFN:Zoë\nFN:Łukasz\n"


def test_bytes_of_no_alphabet_do_no_harm() -> None:
    """A byte that Windows-1252 does not have becomes a replacement character."""
    assert decode(b"\x81\xff") == "\ufffdÿ"


def test_half_a_character_of_utf16_does_no_harm() -> None:
    """A UTF-16 file cut off within a character is still read up to there."""
    assert decode(b"\xff\xfea\0b") == "a\ufffd"


def test_byte_order_marks_where_files_were_joined_go() -> None:
    """A mark in the middle is taken out as the one at the beginning is."""
    one = TEXT.encode("utf-8-sig")
    assert decode(one + one) == TEXT * 2


def test_a_file_of_more_than_64_mib_is_refused() -> None:
    """A file at the limit is read, a byte more is a usage error with advice."""
    assert len(decode(b" " * FILE_LIMIT)) == FILE_LIMIT
    with pytest.raises(UsageError, match="larger than 64 MiB"):
        decode(b" " * (FILE_LIMIT + 1))
