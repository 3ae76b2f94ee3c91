"""The properties of a vCard as the fields of a record."""

import pytest

from netlog.importers.vcard_fields import fields


@pytest.mark.parametrize(
    ("name", "value", "texts"),
    [
        ("FN", r"Mr. Doe\, J\; \\n", {"name": [r"Mr. Doe, J; \n"]}),
        ("FN", r"C:\dir", {"name": [r"C:\dir"]}),
        ("NICKNAME", r"Jo,Jo\,hn", {"nickname": ["Jo", "Jo,hn"]}),
        ("ORG", "IBM;Accounting", {"org": ["IBM"]}),
        ("ORG", ";Accounting", {"org": ["Accounting"]}),
        ("ORG", r"Smith\; Sons;Sales", {"org": ["Smith; Sons"]}),
        ("ADR", ";;Street 1;Köln;;50667;", {"city": ["Köln"]}),
        ("ADR", "Köln", {"city": []}),
        ("NOTE", r"one\ntwo\Nthree", {"note": ["one\ntwo\nthree"]}),
        ("TEL", "+1 (2) 3", {"phone": ["+1 (2) 3"]}),
        ("TEL", "tel:+1-2;ext=3;phone-context=x", {"phone": ["+1-2 ext. 3"]}),
        ("TEL", "TEL:+1-2;x=y", {"phone": ["+1-2"]}),
        ("URL", r"http\://x.org", {"url": ["http://x.org"]}),
        ("X-SOCIALPROFILE", "https://x.org/a", {"url": ["https://x.org/a"]}),
        ("X-SOCIALPROFILE", "x-apple:anna", {"url": []}),
        ("CATEGORIES", r"a,b\,c;d", {"tag": ["a", "b,c", "d"]}),
    ],
)
def test_a_property_fills_its_field(
    name: str, value: str, texts: dict[str, list[str]]
) -> None:
    """Each property is taken apart as its kind asks, and unescaped."""
    assert fields({name: [value]}) == texts


def test_the_title_comes_before_the_role() -> None:
    """A profession counts only where no job is told."""
    assert fields({"ROLE": ["Cook"], "TITLE": ["Owner"]}) == {"role": ["Owner", "Cook"]}


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (
            r"Doe;John;Richter\, J,K;Mr.;Sr.,M.Sc.",
            {
                "last": ["Doe"],
                "first": ["John"],
                "middle": ["Richter, J K"],
                "prefix": ["Mr."],
                "suffix": ["Sr. M.Sc."],
            },
        ),
        ("Doe", {"last": ["Doe"]}),
        (r"A\\;B", {"last": [r"A" + "\\"], "first": ["B"]}),
    ],
)
def test_a_name_is_taken_apart(value: str, texts: dict[str, list[str]]) -> None:
    """Short names are fine; an escaped separator is none."""
    assert fields({"N": [" ;;;;", value]}) == texts


def test_the_whole_name_makes_its_parts_superfluous() -> None:
    """N is looked at only where FN says nothing."""
    assert fields({"FN": ["A"], "N": ["B;C"]}) == {"name": ["A"]}
    assert fields({"FN": [" "], "N": ["B"]}) == {"name": [" "], "last": ["B"]}
