"""A record made into a draft."""

from datetime import date

import pytest

from netlog.domain.person import Draft, Unreadable
from netlog.importers.record import FIELD_LIMIT, NAMELESS, addresses, draft

STAND_INS = ("nickname", "org", "email")


def test_every_field_of_a_record_is_in_its_draft() -> None:
    """A record with everything gives a draft with everything, clean."""
    texts = {
        "name": [" ", "Zoe\u0308  Müller\u202e"],
        "uid": ["urn:uuid:1"],
        "org": ["", "Acme"],
        "role": ["Owner", "Cook"],
        "city": ["Köln"],
        "note": ["one\n two", "three"],
        "referrer": ["Alisa"],
        "birthday": ["soon", "--0322"],
        "email": ["Zoe@Acme.de", "zoe@acme.de", "nobody", "Zoe <z@x.org>"],
        "phone": ["+49 1", "+49 1", " ", "+49 2"],
        "url": ["acme.de"],
        "tag": ["* myContacts", "* Rotary", "rotary", "HR"],
        "connected": ["?", "05 Mar 2024"],
    }
    assert draft(7, texts, STAND_INS) == Draft(
        line=7,
        name="Zoë Müller",
        uid="urn:uuid:1",
        org="Acme",
        role="Owner",
        city="Köln",
        note="one\ntwo\nthree\nReferred by Alisa",
        birthday="--03-22",
        emails=("Zoe@Acme.de", "z@x.org"),
        phones=("+49 1", "+49 2"),
        urls=("acme.de",),
        tags=("Rotary", "HR"),
        connected_on=date(2024, 3, 5),
    )


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"name": ["A"], "first": ["B"]}, "A"),
        (
            {"last": ["C"], "first": ["B"], "middle": [" "], "prefix": ["Dr."]},
            "Dr. B C",
        ),
        ({"first": ["B"], "nickname": ["N"]}, "B"),
        ({"nickname": ["N"], "org": ["O"]}, "N"),
        ({"org": ["O"], "email": ["e@x"]}, "O"),
        ({"email": ["none", "e@x"]}, "e@x"),
    ],
)
def test_a_name_falls_back(texts: dict[str, list[str]], name: str) -> None:
    """Name, its parts, then the stand-ins in their order."""
    assert getattr(draft(1, texts, STAND_INS), "name", "") == name


def test_nobody_without_a_name_and_a_stand_in() -> None:
    """An organisation is no name where it may not stand in for one."""
    texts = {"org": ["Acme"], "name": ["\u200b "]}
    assert draft(3, texts, ["email"]) == Unreadable(3, NAMELESS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a@b.de", "a@b.de"),
        ("MAILTO:a@b.de", "a@b.de"),
        ('"Bee, A" <a@b.de>', "a@b.de"),
        ("a b@c.de", ""),
        ("a@b@c", ""),
        ("@b.de", ""),
        ("a@", ""),
        ("a", ""),
        ("<", ""),
    ],
)
def test_an_address_has_one_at_and_no_blank(text: str, found: str) -> None:
    """Addresses are tested softly: the world has strange ones."""
    assert addresses([text]) == ((found,) if found else ())


def test_a_field_has_a_longest() -> None:
    """A note is cut where a field ends and says so; other fields are left out."""
    long = "x" * (FIELD_LIMIT + 1)
    texts = {"name": [long, "Anna"], "note": [long], "org": [long], "tag": [long]}
    assert draft(1, texts, STAND_INS) == Draft(
        1, "Anna", note="x" * (FIELD_LIMIT - 1) + "…"
    )


def test_a_note_of_just_the_length_of_a_field_stays_whole() -> None:
    """Only what goes beyond is cut."""
    texts = {"name": ["Anna"], "note": ["x" * FIELD_LIMIT]}
    assert draft(1, texts, STAND_INS) == Draft(1, "Anna", note="x" * FIELD_LIMIT)
