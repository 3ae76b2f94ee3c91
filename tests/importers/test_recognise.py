"""Formats by their names, and by what a file says."""

import sys
from subprocess import run

import pytest

from netlog.errors import UsageError
from netlog.importers import CONTACT_FORMATS
from netlog.importers.recognise import by_name, recognise


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\nBEGIN:vCard\nFN:A\nEND:vCard\n", "vcard"),
        ("Notes:\n\nFirst Name,Last Name,URL,Connected On\n", "linkedin"),
        ("Vorname,Nachname,URL,Verbunden am\n", "linkedin"),
        ("First Name,Last Name,Labels,E-mail 1 - Value\n", "google"),
        ("Name,Given Name,Family Name,Group Membership\n", "google"),
        ("Display Name;Primary Email\n", "csv"),
        ("Name\nAnna\n", "csv"),
    ],
)
def test_a_file_is_known_by_its_content(text: str, name: str) -> None:
    """Nobody has to say what an ordinary file is."""
    assert recognise(text) == name


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty."),
        (" \n\n", "The file is empty."),
        ("PK\x03\x04...", "This is an archive or a workbook."),
        ("Shoes,Hats\n1,2\n", "netlog does not know what kind of file this is."),
        ("BEGIN:VCALENDAR\n", "netlog does not know what kind of file this is."),
    ],
)
def test_what_is_not_known_is_a_usage_error(text: str, sentence: str) -> None:
    """With advice in each case."""
    with pytest.raises(UsageError) as caught:
        recognise(text)
    assert caught.value.sentence == sentence
    assert caught.value.advice


def test_every_format_can_be_had_by_its_name() -> None:
    """The table of contents names modules that there are."""
    for name in CONTACT_FORMATS:
        assert by_name(name).recognises("") is False


def test_an_unknown_name_is_a_usage_error() -> None:
    """The advice lists what there is."""
    with pytest.raises(UsageError) as caught:
        by_name("fax")
    assert caught.value.advice == (
        "Say what it is with --from: vcard, linkedin, google, csv."
    )


def test_a_vcard_loads_no_csv() -> None:
    """What another format needs is not loaded."""
    code = (
        "import sys; from netlog.importers.recognise import recognise; "
        "recognise('BEGIN:VCARD'); print('csv' in sys.modules)"
    )
    answer = run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "False\n"
