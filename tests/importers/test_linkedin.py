"""LinkedIn's Connections.csv."""

from datetime import date

import pytest

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers.linkedin import read, recognises
from netlog.importers.record import NAMELESS

PREAMBLE = (
    'Notes:\n"Some addresses are missing, as you may notice, in ""this"" file"\n\n'
)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
URL = "https://www.linkedin.com/in/"


def people(text: str, **mapping: str) -> list[Draft | Unreadable]:
    """Everyone in the text."""
    return list(read(text, mapping))


ANNA = Draft(
    line=5,
    name="Anna Lee",
    org="Acme, Inc.",
    role="Owner",
    emails=("anna@x.org",),
    urls=(f"{URL}anna",),
    connected_on=date(2024, 3, 5),
)


WITH_PREAMBLE = (
    f'{PREAMBLE}{HEADER}Anna,Lee,{URL}anna,anna@x.org,"Acme, Inc.",Owner,05 Mar 2024\n'
)
REORDERED = (
    "Connected On,Position,Last Name,Extra,First Name,URL,Company,Email Address\n"
    f'2024-03-05,Owner,Lee,?,Anna,{URL}anna,"Acme, Inc.",anna@x.org\n'
)
GERMAN = (
    "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am\n"
    f"Anna;Lee;{URL}anna;anna@x.org;Acme, Inc.;Owner;05.03.2024\n"
)


@pytest.mark.parametrize(
    ("text", "line"),
    [(WITH_PREAMBLE, 5), (REORDERED, 2), (GERMAN, 2)],
    ids=["preamble", "reordered", "german"],
)
def test_a_connection_comes_in_whole(text: str, line: int) -> None:
    """With a preamble, in another order, in German: the same person."""
    assert recognises(text)
    assert people(text) == [ANNA._replace(line=line)]


def test_the_older_export_without_addresses_comes_in() -> None:
    """No URL, no preamble, the month first."""
    text = (
        "First Name,Last Name,Email Address,Company,Position,Connected On\n"
        "Anna,Lee,,Acme,Owner,03/15/2024\n"
    )
    assert people(text) == [
        Draft(2, "Anna Lee", org="Acme", role="Owner", connected_on=date(2024, 3, 15))
    ]


def test_a_row_without_a_name_is_called_by_its_address_or_reported() -> None:
    """The company is never somebody's name."""
    text = HEADER + (
        f",,{URL}jos%C3%A9-m/?trk=x,,Acme,,\n"
        f" , ,{URL}bob,bob@x.org,Acme,,\n"
        " ,,,,Acme,Owner,05 Mar 2024\n"
        ",,https://www.linkedin.com/,,,,\n"
    )
    assert people(text) == [
        Draft(2, "josé-m", org="Acme", urls=(f"{URL}jos%C3%A9-m/?trk=x",)),
        Draft(3, "bob@x.org", org="Acme", emails=("bob@x.org",), urls=(f"{URL}bob",)),
        Unreadable(4, NAMELESS),
        Unreadable(5, NAMELESS),
    ]


def test_another_language_comes_in_by_map() -> None:
    """The row that holds the mapped columns is the header."""
    text = f"Notes :\n\nPrénom,Nom,URL\nAnna,Lee,{URL}anna\n"
    assert people(text, Prénom="first", Nom="last") == [
        Draft(4, "Anna Lee", urls=(f"{URL}anna",))
    ]


def test_a_file_without_its_header_is_a_usage_error() -> None:
    """The advice says how to name the columns."""
    with pytest.raises(UsageError) as caught:
        people("Prénom,Nom,URL\nAnna,Lee,x\n")
    assert "--map" in caught.value.advice
