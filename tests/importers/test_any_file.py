"""Whatever a file holds: drafts, reports, or an error that netlog knows."""

from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings, strategies as st

from netlog.domain.names import clean
from netlog.domain.person import Draft, Unreadable
from netlog.errors import NetlogError
from netlog.importers import CONTACT_FORMATS
from netlog.importers.decoding import decode
from netlog.importers.recognise import by_name, recognise

CARDS = Path(__file__).parents[2].parent / "shared" / "data" / "vcard"
PIECES = st.sampled_from(
    [
        *("BEGIN:VCARD\n", "END:VCARD\n", "AGENT:\n", "FN:", "N:", "NOTE", "ORG:a;b"),
        *(";CHARSET=utf-7", ";ENCODING=QUOTED-PRINTABLE:=C3=\n", ";BASE64:", "item1."),
        *('"', ",", ";", "\t", "\n", "\r", " ", "'=", "\\", "=", ":", "BDAY:--0229"),
        *("Name", "First Name,Last Name,Connected On\n", "E-mail 1 - Value", " ::: "),
        *("a@b.de", "05 Mar 2024", "Zoë", "\u202e", "\0", "\ud800", "Birth Month,"),
    ]
)
TEXTS = st.one_of(st.text(max_size=2000), st.lists(PIECES, max_size=60).map("".join))
SECONDS = 2.0
BAD_CARDS = {
    "params": "FN" + ';X=""' * 20_000 + ":Anna",
    "quotes": "FN" + ';X="' * 25_000 + ":Anna",
    "photo": "PHOTO;ENCODING=b:" + "QUJD\n " * 1_700_000,
    "line": "PHOTO;ENCODING=BASE64:\n" + "QUJD" * 2_500_000 + "\n",
    "escapes": "NOTE:" + "\\" * 900_000,
    "semicolons": "N:" + "\\;" * 400_000,
    "tags": "CATEGORIES:" + "," * 900_000,
    "soft": "NOTE;QUOTED-PRINTABLE:" + "=\n" * 500_000,
    "signs": "NOTE;QUOTED-PRINTABLE:" + "=" * 900_000,
    "ext": "TEL:tel:" + ";ext" * 200_000,
    "begins": "BEGIN:VCARD\n" * 5_000,
    "agents": "AGENT:\nBEGIN:VCARD\n" * 5_000,
    "emails": "EMAIL:a@x.org\n" * 100_000,
    "punycode": "FN;CHARSET=punycode;QUOTED-PRINTABLE:" + "a" * 60_000,
}
BAD_ROWS = {
    "quotes": '"' * 200_001,
    "open": 'x,"' + "\n" * 140_000,
    "cells": '"a' * 100_000,
    "commas": "," * 1_000_000,
    "ats": "a@" * 60_000,
    "list": ",".join(["x@y;" * 15_000] * 2),
}


def everyone(name: str, text: str) -> list[Draft | Unreadable]:
    """What the format reads, or nothing where it says an error of ours."""
    with suppress(NetlogError):
        return list(by_name(name).read(text, {}))
    return []


def timed(name: str, text: str) -> list[Draft | Unreadable]:
    """What the format reads, within bounded time."""
    begin = process_time()
    found = everyone(name, text)
    assert process_time() - begin < SECONDS
    return found


def card(number: int) -> str:
    """One good card."""
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {number}\nEND:VCARD\n"


GOOD = "".join(map(card, range(99)))


@settings(deadline=None)
@given(TEXTS)
def test_any_text_gives_drafts_reports_or_a_known_error(text: str) -> None:
    """Every draft has a clean name and a line of the file, in the file's order."""
    for name in CONTACT_FORMATS:
        found = everyone(name, text)
        lines = [record.line for record in found]
        assert all(1 <= line <= text.count("\n") + 1 for line in lines)
        assert all(one <= two for one, two in pairwise(lines))
        for person in found:
            if isinstance(person, Draft):
                assert person.name == clean(person.name) != ""


@settings(deadline=None)
@given(
    st.one_of(
        st.binary(max_size=2000), TEXTS.map(lambda t: t.encode("utf-16", "replace"))
    )
)
def test_any_bytes_give_a_text_that_is_recognised_or_refused(data: bytes) -> None:
    """From bytes to drafts nothing else can happen."""
    text = decode(data)
    with suppress(NetlogError):
        everyone(recognise(text), text)
    assert not {"\r", "\0", "\ufeff"} & {*text}


@pytest.mark.parametrize("bad", BAD_CARDS.values(), ids=BAD_CARDS)
@pytest.mark.parametrize("end", ["END:VCARD\n", ""], ids=["ended", "cut"])
def test_one_bad_card_costs_neither_time_nor_the_other_99(bad: str, end: str) -> None:
    """What brings other readers down is read or reported, and passed by."""
    found = timed("vcard", f"BEGIN:VCARD\n{bad}\n{end}" + GOOD)
    names = [person.name for person in found if isinstance(person, Draft)]
    assert names[-99:] == [f"Person {number}" for number in range(99)]


@pytest.mark.parametrize("bad", BAD_ROWS.values(), ids=BAD_ROWS)
@pytest.mark.parametrize("name", ["linkedin", "google", "csv"])
def test_one_bad_row_costs_neither_time_nor_the_other_99(name: str, bad: str) -> None:
    """A row is read or reported, and passed by."""
    header = "First Name,Last Name,Email Address,Labels,Connected On\n"
    good = "".join(f"Person,{number},,,\n" for number in range(99))
    found = timed(name, f"{header}{bad}\n{good}")
    names = [person.name for person in found if isinstance(person, Draft)]
    assert names[-99:] == [f"Person {number}" for number in range(99)]


@pytest.mark.skipif(not CARDS.is_dir(), reason="the sample cards are not here")
def test_all_sample_cards_come_in_but_the_one_that_is_a_photo_only() -> None:
    """Cards that nobody here wrote: everyone has the name that the file has."""
    found = {
        path.stem: everyone("vcard", decode(path.read_bytes()))
        for path in sorted(CARDS.glob("*.vcf"))
    }
    names = {
        stem: [getattr(person, "name", None) for person in people]
        for stem, people in found.items()
    }
    whole = "Mr. John Richter James Doe Sr."
    n = "Ñ"
    assert names == {
        "ez-vcard-John_Doe_ANDROID": [
            "john.doe@company.com",
            "jane.doe@company.com",
            " ".join(n * 5),
            " ".join(n * 11),
            " ".join(n * 4),
            n * 4,
        ],
        "ez-vcard-John_Doe_GMAIL": ["Mr. John Richter, James Doe Sr."],
        "ez-vcard-John_Doe_IPHONE": [whole],
        "ez-vcard-John_Doe_MS_OUTLOOK": [whole],
        "ez-vcard-fullcontact": ["Prefix FirstName MiddleName LastName Suffix"],
        "ez-vcard-gmail-list": ["Arnold Smith", "Chris Beatle", "Doug White"],
        "ez-vcard-outlook-2007": ["Mr. Michael Angstadt Jr."],
        "ez-vcard-rfc2426-example": ["Frank Dawson", "Tim Howes"],
        "ez-vcard-rfc6350-example": ["Simon Perreault"],
        "py-vobject-radicale-1587": ["Given Family"],
        "sabre-issue64": [None],
    }
