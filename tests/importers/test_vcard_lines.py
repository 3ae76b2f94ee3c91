"""The lines of a vCard file: unfolded, taken apart, decoded."""

import pytest

from netlog.importers.vcard_lines import VCARD_LINE_LIMIT, Property, decoded, properties


def values(text: str) -> list[tuple[str, str]]:
    """Names and decoded values of all properties."""
    return [(found.name, decoded(found)) for found in properties(text)]


def test_lines_are_numbered_as_they_stand_in_the_file() -> None:
    """Folded, blank and broken lines count too."""
    text = "\n\nFN:A\n nna\n\nnothing\nitem1.TEL;CELL:1\nEND:VCARD"
    assert list(properties(text)) == [
        Property(3, "FN", "", "Anna"),
        Property(7, "TEL", "CELL", "1"),
        Property(8, "END", "", "VCARD"),
    ]


def test_a_line_is_folded_by_a_blank_or_a_tab() -> None:
    """One white space goes; what follows it is text, even where it looks otherwise."""
    text = "NOTE:one \n two\n\tthree\n  four\n END:VCARD\nFN:Anna"
    assert values(text) == [("NOTE", "one twothree fourEND:VCARD"), ("FN", "Anna")]


def test_a_soft_break_goes_on_in_the_next_line() -> None:
    """Quoted-printable is joined before it is decoded, also within a letter."""
    text = "NOTE;ENCODING=QUOTED-PRINTABLE:=C3=\n=A9t=C3=A9 =\n=3D=0D=0A=\n ok\nFN:A="
    assert values(text) == [("NOTE", "été =\r\n ok"), ("FN", "A=")]


def test_a_soft_break_does_not_swallow_the_end_of_the_card() -> None:
    """A stray = at the end of a value leaves the next card alone."""
    text = "NOTE;QUOTED-PRINTABLE:x=\nend:vcard\nBEGIN:VCARD"
    assert values(text) == [("NOTE", "x"), ("END", "vcard"), ("BEGIN", "VCARD")]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CF=E5=F2=F0", "Петр"),
        ("N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=A9", "é"),
        ("N;QUOTED-PRINTABLE:=E9", "é"),
        ("N;QUOTED-PRINTABLE;CHARSET=UTF-8:=E9", "é"),
        ("N;QUOTED-PRINTABLE;CHARSET=klingon:=C3=A9", "é"),
        ("N;QUOTED-PRINTABLE;CHARSET=punycode:egbpdaj6bu4bxfgehfvwxn", "egb"),
        ("N;CHARSET=windows-1251:Ïåòð", "Петр"),
        ("N;CHARSET=windows-1251:Петр", "Петр"),
        ("N;CHARSET=UTF-8:é", "é"),
        ("N;CHARSET=UTF-8:Ã©", "Ã©"),
        ("N;CHARSET=iso-8859-1:é", "é"),
        ("N;ENCODING=b:QW5uYQ==", "Anna"),
        ("N;ENCODING=BASE64;CHARSET=UTF-8:w6k=", "é"),
        ("N;BASE64:QQ", ""),
        ("N;TYPE=B:x", "x"),
    ],
)
def test_a_value_is_decoded_as_its_parameters_say(line: str, value: str) -> None:
    """Encodings, charsets, and those that lie about them."""
    [(_, found)] = values(line)
    assert found[: len(value) or None] == value


def test_a_colon_in_quotes_belongs_to_the_parameter() -> None:
    """A quoted parameter may hold colons; a quote that never closes holds none."""
    assert values('ADR;LABEL="a:b;c":;;x') == [("ADR", ";;x")]
    assert values('ADR;LABEL="a:;;x') == [("ADR", ";;x")]


def test_a_line_beyond_the_limit_is_passed_over() -> None:
    """What is longer than a line may be is a picture."""
    text = "PHOTO:" + "x" * VCARD_LINE_LIMIT + "\nFN:Anna"
    assert values(text) == [("FN", "Anna")]
