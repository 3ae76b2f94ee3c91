"""Google Contacts CSV, the new header and the old one."""

import pytest

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers.google import read, recognises

NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,"
    "Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Address 1 - City,Website 1 - Label,"
    "Website 1 - Value\n"
)
OLD = (
    "Name,Given Name,Additional Name,Family Name,Nickname,Location,Birthday,Notes,"
    "Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,"
    "Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,"
    "Organization 1 - Title\n"
)


def people(text: str) -> list[Draft | Unreadable]:
    """Everyone in the text."""
    return list(read(text, {}))


def test_a_contact_of_the_new_header_comes_in_whole() -> None:
    """Several values in a cell are several values; My Contacts is no label."""
    text = NEW + (
        "Anna,M.,Lee,,Dr.,,Annie,,Acme,Owner,1980-03-22,hello ::: you,"
        "* myContacts ::: Rotary ::: * HR,* Home,a@x.org ::: b@x.org,Work,A@x.org,"
        "Mobile,+49 1 ::: +49 2,Köln,Blog,anna.de\n"
    )
    assert recognises(text)
    assert people(text) == [
        Draft(
            line=2,
            name="Dr. Anna M. Lee",
            org="Acme",
            role="Owner",
            city="Köln",
            note="hello ::: you",
            birthday="1980-03-22",
            emails=("a@x.org", "b@x.org"),
            phones=("+49 1", "+49 2"),
            urls=("anna.de",),
            tags=("Rotary", "HR"),
        )
    ]


def test_a_contact_of_the_old_header_comes_in_whole() -> None:
    """The whole name comes before its parts."""
    text = OLD + (
        "Dr. Anna Lee,Anna,,Lee,,Mars,--03-22,,* My Contacts ::: Rotary,* Home,"
        "a@x.org,Mobile,+49 1,,Acme,Owner\n"
    )
    assert recognises(text)
    assert people(text) == [
        Draft(
            line=2,
            name="Dr. Anna Lee",
            org="Acme",
            role="Owner",
            birthday="--03-22",
            emails=("a@x.org",),
            phones=("+49 1",),
            tags=("Rotary",),
        )
    ]


def test_a_name_typed_in_whole_and_a_missing_one_are_fine() -> None:
    """First Name may hold it all; a nickname, an address stand in."""
    text = NEW + "Anna Maria Lee\n,,,,,,Annie\n" + "," * 14 + "a@x.org\n"
    assert people(text) == [
        Draft(2, "Anna Maria Lee"),
        Draft(3, "Annie"),
        Draft(4, "a@x.org", emails=("a@x.org",)),
    ]


def test_another_table_is_not_googles() -> None:
    """A first name is not enough, nor are labels."""
    assert not recognises("Name,Labels\nAnna,hr\n")
    assert not recognises("First Name,Last Name,Company\nAnna,Lee,Acme\n")


def test_a_file_without_names_is_a_usage_error() -> None:
    """The advice says how to name the column."""
    with pytest.raises(UsageError, match="no column with names"):
        people("Shoes,Hats\n1,2\n")
