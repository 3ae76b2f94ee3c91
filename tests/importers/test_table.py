"""The people of a table."""

import pytest

from netlog.domain.person import Draft, Unreadable
from netlog.importers import record
from netlog.importers.table import people, read_table


def read(text: str) -> list[Draft | Unreadable]:
    """Everyone in the table, nothing adjusted."""
    return list(people(read_table(text, {}), lambda texts: texts))


def test_short_long_and_blank_rows_are_fine() -> None:
    """A row may end early, go on too long, or say nothing at all."""
    text = "Name,Org,Shoes\nAnna\n,,\n\n ,\t,\nBob,Acme,43,extra\n"
    assert read(text) == [Draft(2, "Anna"), Draft(6, "Bob", org="Acme")]


def test_a_row_without_a_name_falls_back() -> None:
    """Nickname, e-mail, organisation; a row with other things is unreadable."""
    text = "Name,Nickname,Email,Org,City\n,Jo,j@x,O,\n,,j@x,O,\n,,,O,\n,,,,Rome\n"
    assert read(text) == [
        Draft(2, "Jo", org="O", emails=("j@x",)),
        Draft(3, "j@x", org="O", emails=("j@x",)),
        Draft(4, "O", org="O", entity="company"),
        Unreadable(5, record.NAMELESS),
    ]


@pytest.mark.parametrize("sign", "=+-@\t")
def test_the_quote_before_a_formula_is_taken_off(sign: str) -> None:
    """What was exported safe for a spreadsheet comes back as it was."""
    text = f"Name,Phone,City\n'{sign}Anna,'{sign}49,'t Veld\n"
    sign = sign.strip()
    assert read(text) == [
        Draft(2, f"{sign}Anna", phones=(f"{sign}49",), city="'t Veld")
    ]


def test_a_header_that_comes_again_is_nobody() -> None:
    """Files that were joined hold it twice."""
    assert read("Name,Org\nAnna,A\nName,Org\nBob,B\n") == [
        Draft(2, "Anna", org="A"),
        Draft(4, "Bob", org="B"),
    ]


def test_a_bad_row_is_reported_in_its_place() -> None:
    """The others come in."""
    assert read('Name,Org\nAnna,A\n"Bob,B\nCleo,C\n') == [
        Draft(2, "Anna", org="A"),
        Unreadable(3, "its quotes do not match"),
        Draft(4, "Cleo", org="C"),
    ]


def test_a_table_has_a_last_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit one report says where reading ended."""
    monkeypatch.setattr(record, "RECORD_LIMIT", 2)
    assert read("Name\nAnna\nBob\nCleo\nDora\n") == [
        Draft(2, "Anna"),
        Draft(3, "Bob"),
        Unreadable(4, record.TOO_MANY),
    ]
