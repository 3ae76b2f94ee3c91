"""Which column of a table holds what."""

from time import process_time

import pytest

from netlog.errors import UsageError
from netlog.importers.columns import MAP_FIELDS, known, places


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Full Name", "name"),
        ("first_name", "first"),
        ("E-mail Address", "email"),
        ("E-mail 2 Address", "email"),
        ("E-mail 12 - Value", "email"),
        ("Primary Email", "email"),
        ("Organization 1 - Name", "org"),
        ("COMPANY", "org"),
        ("Job Title", "role"),
        ("Title", "role"),
        ("Web Page 1", "url"),
        ("Connected On", "connected"),
        ("E-Mail-Adresse", "email"),
        ("Group Membership", "tag"),
        ("Address 2 - City", "city"),
        ("Referred By", "referrer"),
    ],
)
def test_headers_are_known_however_programs_write_them(header: str, field: str) -> None:
    """Case, blanks, hyphens and numbers make no difference."""
    assert places([header], {}) == {field: (0,)}


def test_several_columns_may_fill_a_field() -> None:
    """Their order is that of the file."""
    header = ["Email", "Name", "Work Email", "Shoe Size", "Email"]
    assert places(header, {}) == {"email": (0, 2, 4), "name": (1,)}


def test_beside_a_job_title_the_title_is_a_form_of_address() -> None:
    """Outlook's Title says Mr. or Dr."""
    assert places(["Title", "Job Title"], {}) == {"prefix": (0,), "role": (1,)}


def test_a_mapped_field_has_no_other_columns() -> None:
    """What the user says comes first; the rest is still recognised."""
    header = ["Name", "Person", "Company"]
    assert places(header, {"person": "name"}) == {"name": (1,), "org": (2,)}
    assert places(header, {"Person": "last"}) == {"last": (1,), "org": (2,)}
    assert places(header, {"Name": "org"}) == {"org": (0,)}


def test_a_mapped_column_that_is_not_there_is_a_usage_error() -> None:
    """The advice lists the columns of the file."""
    with pytest.raises(UsageError) as caught:
        places(["Name", "", "Mail\x1b"], {"Full Name": "name"})
    assert caught.value.sentence == "The file has no column called Full Name."
    assert caught.value.advice == "It has Name, Mail."


def test_a_column_is_known_by_the_mapping_or_by_its_header() -> None:
    """Anything else is unknown, and so is a blank cell."""
    is_known = known({"Prénom": "first"})
    cells = ["prenom", "PRÉNOM", "Company", "Shoe Size", ""]
    assert list(map(is_known, cells)) == [True, True, True, False, False]


def test_every_field_of_the_map_is_a_header_too() -> None:
    """A file with netlog's own words for columns needs no mapping."""
    own = [field for field in MAP_FIELDS if field not in {"first", "last", "connected"}]
    assert places(own, {}) == {field: (n,) for n, field in enumerate(own)}


def test_a_very_long_cell_is_no_header() -> None:
    """It is not folded whole: one letter may become eighteen."""
    begin = process_time()
    assert not known({})("\ufdfa" * 1_000_000)
    assert process_time() - begin < 1
