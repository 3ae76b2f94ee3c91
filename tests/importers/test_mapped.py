"""Any table with a header."""

import pytest

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers.mapped import parse_map, read, recognises


def people(text: str, mapping: dict[str, str]) -> list[Draft | Unreadable]:
    """Everyone in the text."""
    return list(read(text, mapping))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_mapped_table_comes_in_whole(separator: str) -> None:
    """Mapped columns and known ones, whatever parts them."""
    header = ["Who Is It", "Company", "E-mail", "Groups?", "Town", "Phone"]
    row = ["Anna Lee", "Acme", "a@x.org", '"hr, rotary; HR"', "Köln", "+49 1"]
    text = "\n".join(map(separator.join, [header, row]))
    assert people(text, {"who is it": "name", "Groups?": "tag"}) == [
        Draft(
            line=2,
            name="Anna Lee",
            org="Acme",
            city="Köln",
            emails=("a@x.org",),
            phones=("+49 1",),
            tags=("hr", "rotary"),
        )
    ]


def test_outlooks_table_needs_no_map() -> None:
    """Its title is a form of address, and who referred them is in the note."""
    text = (
        "First Name,Middle Name,Last Name,Title,Suffix,Web Page,Birthday,Notes,"
        "E-mail Address,E-mail 2 Address,Home Phone,Mobile Phone,Business City,"
        "Referred By,Company,Job Title,Categories\n"
        "Anna,,Lee,Dr.,,anna.de,0/0/00,hi,a@x.org,b@x.org,1,2,Köln,Alisa,Acme,Owner,"
        "hr;rotary\n"
    )
    assert recognises(text)
    assert people(text, {}) == [
        Draft(
            line=2,
            name="Dr. Anna Lee",
            org="Acme",
            role="Owner",
            city="Köln",
            note="hi\nReferred by Alisa",
            emails=("a@x.org", "b@x.org"),
            phones=("1", "2"),
            urls=("anna.de",),
            tags=("hr", "rotary"),
        )
    ]


@pytest.mark.parametrize(
    ("year", "day"), [("1980", "1980-03-02"), ("", "--03-02")], ids=["year", "none"]
)
def test_thunderbirds_table_needs_no_map(year: str, day: str) -> None:
    """A birthday in three columns is put together."""
    text = (
        "First Name,Last Name,Display Name,Primary Email,Secondary Email,Work Phone,"
        "Home City,Organization,Web Page 1,Birth Year,Birth Month,Birth Day,Notes\n"
        f"Anna,Lee,Anna M. Lee,a@x.org,b@x.org,1,Köln,Acme,anna.de,{year},3,2,hi\n"
    )
    assert recognises(text)
    assert people(text, {}) == [
        Draft(
            line=2,
            name="Anna M. Lee",
            org="Acme",
            city="Köln",
            note="hi",
            birthday=day,
            emails=("a@x.org", "b@x.org"),
            phones=("1",),
            urls=("anna.de",),
        )
    ]


def test_several_addresses_in_a_cell_are_taken_apart() -> None:
    """Commas and semicolons part e-mails; phones may hold commas."""
    text = 'Name,Email,Phone\nAnna,"a@x.org; B <b@x.org>, c@x.org","1,,2;3"\n'
    assert people(text, {}) == [
        Draft(2, "Anna", emails=("a@x.org", "b@x.org", "c@x.org"), phones=("1,,2", "3"))
    ]


def test_a_table_without_names_is_a_usage_error() -> None:
    """So is one whose mapped column is not there."""
    with pytest.raises(UsageError, match="No column of this file"):
        people("Shoes,Hats\n1,2\n", {})
    with pytest.raises(UsageError, match="no column called Full Name"):
        people("Shoes,Hats\n1,2\n", {"Full Name": "name"})


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Full Name=name", ("Full Name", "name")),
        (" a=b = Email ", ("a=b", "email")),
    ],
)
def test_a_map_is_a_column_and_a_field(text: str, pair: tuple[str, str]) -> None:
    """The column may hold an equals sign itself."""
    assert parse_map(text) == pair


@pytest.mark.parametrize("text", ["", "name", "=name", "Full Name=", "A=shoes"])
def test_a_map_that_says_nothing_is_a_usage_error(text: str) -> None:
    """The advice is an example, or the fields there are."""
    with pytest.raises(UsageError) as caught:
        parse_map(text)
    assert "name" in caught.value.advice
