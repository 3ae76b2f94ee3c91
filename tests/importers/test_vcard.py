"""vCards of every version and program, good and bad."""

import pytest

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers import record
from netlog.importers.vcard import read, recognises

CUT_OFF = "the card has no end, so something of it may be missing"


def people(text: str) -> list[Draft | Unreadable]:
    """Everyone in the text."""
    return list(read(text, {}))


def card(*lines: str) -> str:
    """A card of these lines."""
    return "\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])


def test_a_card_of_each_version_comes_in_whole() -> None:
    """2.1, 3.0 and 4.0 in one file, each with its own way of writing."""
    text = (
        card(
            "VERSION:2.1",
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=",
            "ller;Zo=C3=AB;;;",
            "TEL;CELL;PREF:0170 1",
            "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=",
            "two",
            "BDAY:19800322",
        )
        + card(
            "VERSION:3.0",
            "FN:Jean Dupont",
            "N:Dupont;Jean;;;",
            "item1.EMAIL;type=INTERNET;type=pref:jean@x.org",
            "item2.X-ABLabel:_$!<Other>!$_",
            "ORG:Acme;Sales",
            "ADR;TYPE=WORK:;;Rue 1;Paris;;75000;France",
            "NOTE:met at\\, a fair\\nin May",
            "CATEGORIES:hr,My Contacts",
        )
        + card(
            "VERSION:4.0",
            "KIND:individual",
            "UID:urn:uuid:4fbe",
            "FN:Ana Lima",
            'TEL;VALUE=uri;TYPE="work,voice":tel:+351-1;ext=2',
            "URL:https://ana.pt",
            "BDAY:--0203",
            "TITLE:Owner",
        )
    )
    assert people(text) == [
        Draft(
            1,
            "Zoë Müller",
            note="one\ntwo",
            birthday="1980-03-22",
            phones=("0170 1",),
        ),
        Draft(
            10,
            "Jean Dupont",
            org="Acme",
            city="Paris",
            note="met at, a fair\nin May",
            emails=("jean@x.org",),
            tags=("hr",),
        ),
        Draft(
            21,
            "Ana Lima",
            uid="urn:uuid:4fbe",
            role="Owner",
            birthday="--02-03",
            phones=("+351-1 ext. 2",),
            urls=("https://ana.pt",),
        ),
    ]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN: ", "N:Doe;Jo;;;"], "Jo Doe"),
        (["NICKNAME:Jo", "ORG:Acme"], "Jo"),
        (["EMAIL:a@x.org", "ORG:Acme"], "Acme"),
        (["EMAIL;PREF:a@x.org"], "a@x.org"),
    ],
)
def test_a_card_without_its_name_gets_one(lines: list[str], name: str) -> None:
    """N, nickname, organisation and e-mail stand in for FN, in this order."""
    assert [getattr(person, "name", "") for person in people(card(*lines))] == [name]


def test_a_card_without_anything_is_reported_and_the_others_come_in() -> None:
    """The report names the line in which the card begins."""
    text = card("FN:Anna") + card("TEL:1") + card("FN:Bob")
    assert people(text) == [
        Draft(1, "Anna"),
        Unreadable(4, record.NAMELESS),
        Draft(7, "Bob"),
    ]


@pytest.mark.parametrize("kind", ["KIND:group", "X-ADDRESSBOOKSERVER-KIND:Group"])
def test_a_group_is_no_person(kind: str) -> None:
    """Groups are reported; an organisation comes in, and is none either."""
    text = card("FN:Team", kind) + card("KIND:org", "ORG:Acme")
    assert people(text) == [
        Unreadable(1, "it is a group, not a person"),
        Draft(5, "Acme", org="Acme", entity="company"),
    ]


@pytest.mark.parametrize(
    ("lines", "entity"),
    [
        (["FN:Anna Lee", "ORG:Acme"], "person"),
        (["FN:Acme", "ORG:ACME"], "company"),
        (["FN:The Bakery", "X-ABShowAs:COMPANY"], "company"),
        (["FN:The Bakery", "KIND:org"], "company"),
        (["FN:Anna", "EMAIL:info@a.example"], "person"),
        (["FN:Info", "EMAIL:info@a.example"], "mailbox"),
        (["EMAIL:noreply@a.example"], "mailbox"),
        (["EMAIL:anna@a.example"], "person"),
    ],
)
def test_companies_and_mailboxes_are_no_persons(lines: list[str], entity: str) -> None:
    """By what the card says of itself, or by what it is called."""
    (draft,) = people(card(*lines))
    assert isinstance(draft, Draft)
    assert draft.entity == entity


def test_what_is_preferred_comes_first_and_a_fax_last() -> None:
    """In the ways of all versions; what is the same stays in its order."""
    (draft,) = people(
        card(
            "FN:Anna",
            "TEL;WORK;FAX:1",
            "TEL;CELL:2",
            "TEL;TYPE=home,pref:3",
            "EMAIL;PREF=2:two@a.example",
            "EMAIL:last@a.example",
            "EMAIL;PREF=1:one@a.example",
        )
    )
    assert isinstance(draft, Draft)
    assert draft.phones == ("3", "2", "1")
    assert draft.emails == ("one@a.example", "two@a.example", "last@a.example")


def test_a_card_that_never_ends_spoils_no_other() -> None:
    """The next BEGIN, or the end of the file, says that a card was cut off."""
    text = "BEGIN:VCARD\nFN:An\n" + card("FN:Bob") + "begin:vcard\nFN:Ca"
    assert people(text) == [
        Unreadable(1, CUT_OFF),
        Draft(3, "Bob"),
        Unreadable(6, CUT_OFF),
    ]


def test_a_begin_that_comes_again_begins_one_card() -> None:
    """Between two of them there is nothing to lose."""
    assert people("BEGIN:VCARD\n" + card("FN:Anna")) == [Draft(2, "Anna")]


@pytest.mark.parametrize("kind", ["location", "application", "device"])
def test_a_thing_is_no_person(kind: str) -> None:
    """Places and things are reported."""
    text = card(f"KIND:{kind}", "FN:Café")
    assert people(text) == [Unreadable(1, f"it is a {kind}, not a person")]


@pytest.mark.parametrize(
    "agent",
    [
        "AGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\n",
        "AGENT:\n\nBEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:X\nEND:VCARD\nEND:VCARD\n",
        "AGENT:BEGIN:VCARD\nFN:Agent\nEND:VCARD\n",
        "AGENT:BEGIN:VCARD\\nFN:Agent\\nEND:VCARD\\n\n",
        "AGENT;VALUE=uri:CID:agent@x.org\n",
    ],
)
def test_a_card_inside_a_card_is_passed_over(agent: str) -> None:
    """Nothing of an AGENT gets into the card that holds it, nor ends it."""
    text = f"BEGIN:VCARD\nFN:Anna\n{agent}TITLE:Owner\nEND:VCARD\n"
    assert people(text) == [Draft(1, "Anna", role="Owner")]


def test_an_agent_without_an_end_costs_its_own_card_only() -> None:
    """The card after it begins where it says it begins."""
    text = card("FN:Anna", "AGENT:", "BEGIN:VCARD", "FN:Agent") + card("FN:Bob")
    assert people(text) == [Unreadable(1, CUT_OFF), Draft(7, "Bob")]


def test_cards_of_joined_files_come_in() -> None:
    """Where a file had no last line end, END and BEGIN share a line."""
    text = card("FN:Anna").rstrip() + card("FN:Bob")
    assert people(text) == [Draft(1, "Anna"), Draft(3, "Bob")]


def test_other_things_in_the_file_are_passed_over() -> None:
    """Events, blank lines and chatter are no cards."""
    text = "\n\nhello: you\nBEGIN:VEVENT\nFN:No\nEND:VEVENT\n" + card("FN:Anna")
    assert people(text) == [Draft(7, "Anna")]


@pytest.mark.parametrize(
    "photo",
    [
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRgAB\n AQAA=",
        "PHOTO;ENCODING=BASE64;JPEG:\n  /9j/4AAQ\n  SkZJRg==\n",
        "PHOTO;BASE64:\n/9j/4AAQSkZJRgAB\nAQAAAQABAAD=\n",
        "PHOTO:https://example.com/me.jpg",
        "PHOTO:data:image/jpeg;base64,/9j/4AAQ",
    ],
)
def test_a_photo_is_passed_over(photo: str) -> None:
    """However a photo is written, nothing of it gets into the person."""
    assert people(card("FN:Anna", photo, "ORG:Acme")) == [Draft(1, "Anna", org="Acme")]


def test_escapes_and_controls_in_a_name_are_gone() -> None:
    """What would move the cursor or turn the text round is not in a name."""
    assert people(card("FN:An\x1b[31mna\u202e\x9b Ba\u200dr")) == [
        Draft(1, "An[31mna Ba\u200dr")
    ]


def test_a_file_without_a_card_is_a_usage_error() -> None:
    """It says what a card begins with."""
    with pytest.raises(UsageError, match="no contact card"):
        people("Name,Email\nAnna,a@x.org\n")


def test_a_vcard_is_known_by_its_first_words() -> None:
    """Case and blanks before do not matter."""
    assert recognises("\n begin:vcard\n")
    assert not recognises("Name\nBEGIN:VCARD")


def test_a_file_has_a_last_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit one report says where reading ended."""
    monkeypatch.setattr(record, "RECORD_LIMIT", 2)
    assert people(card("FN:A") + card("FN:B") + card("FN:C") + card("FN:D")) == [
        Draft(1, "A"),
        Draft(4, "B"),
        Unreadable(7, record.TOO_MANY),
    ]
