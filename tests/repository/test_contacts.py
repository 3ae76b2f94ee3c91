"""Contacts from files: who is there, who is new, who was forgotten, what is filled."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from tests.repository.filled import NOW, in_memory
from tests.running import Netlog, told

from netlog.db import sql
from netlog.db.store import Store
from netlog.db.tombstones import Forgotten, mark_of, signs_of
from netlog.domain.details import keyed
from netlog.domain.person import Draft, Unreadable
from netlog.domain.settings import Settings
from netlog.plan.cadence import cadences_with
from netlog.repository.change import OpenChange, changing
from netlog.repository.contacts import (
    Decision,
    ForAll,
    PersonIndex,
    PersonIndexEntry,
    Record,
    bare,
    decide,
    draft_details,
    leave_out,
    take_in,
)
from netlog.repository.finding import with_detail

TODAY = date(2025, 6, 2)
SALT = "ab" * 32
EMAIL = {("email", "dorie@x.example"): "Dorie@x.example"}
NOTHING = dict.fromkeys(("new", "filled", "same", "unreadable", "forgotten"), 0)
OFFICE = ("phone", "+1 617 555 0100")


def index(*people: tuple[int, str, str, tuple[tuple[str, str], ...]]) -> PersonIndex:
    """An index of people: key, name, organisation, details."""
    made = PersonIndex()
    for key, name, org, details in people:
        made.add(PersonIndexEntry(key, bare(name), org, set(keyed(details))))
    return made


def key_of(
    known: PersonIndex, name: str, org: str = "", *details: tuple[str, str]
) -> int:
    """The key of who is found, or 0."""
    entry = known.find(name, org, keyed(details))
    return entry.key if entry else 0


@pytest.mark.parametrize(
    ("known_by", "read"),
    [
        (("card", "c-1"), ("card", "c-1")),
        (("url", "https://www.ann.example/"), ("url", "http://ann.example#top")),
        (("email", "Ann@X.example"), ("email", "ann@x.example")),
        (("phone", "+1 (617) 555-0100"), ("phone", "0016175550100")),
    ],
)
def test_one_thing_in_common_is_enough(
    known_by: tuple[str, str], read: tuple[str, str]
) -> None:
    """Card, URL, e-mail or phone, however they are written."""
    known = index((7, "Ann Lee", "ACME", (known_by,)))
    assert key_of(known, "Ann Lee-Roe", "", read) == 7


@pytest.mark.parametrize(
    "strong", [("card", "c-1"), ("url", "linkedin.com/in/ann?trk=1")]
)
def test_a_card_or_an_address_of_ones_own_knows_another_name(
    strong: tuple[str, str],
) -> None:
    """Who marries keeps the profile."""
    known = index((7, "Ann Lee", "", (strong,)))
    assert key_of(known, "Jo Roe", "", strong) == 7


def test_a_shared_phone_does_not_make_one_of_two() -> None:
    """Names without a word in common stay two people."""
    known = index((7, "Ann Lee", "ACME", (OFFICE,)))
    assert key_of(known, "Bo Roe", "ACME", OFFICE) == 0


def test_among_those_who_share_a_phone_the_name_decides() -> None:
    """Whoever is called so is meant, not who came first."""
    known = index((7, "Bo Lee", "", (OFFICE,)), (8, "Ann Lee", "", (OFFICE,)))
    assert key_of(known, "Ann Lee", "", OFFICE) == 8


def test_two_records_of_one_import_stay_two() -> None:
    """Whoever wrote the file kept them apart: a shared word is not enough."""
    known = index((-1, "Bo Lee", "", (OFFICE,)))
    assert key_of(known, "Ann Lee", "", OFFICE) == 0
    assert key_of(known, "Bo Lee", "", OFFICE) == -1


@pytest.mark.parametrize(
    ("org", "details", "key"),
    [
        ("ACME", (), 7),
        ("", (), 7),
        ("Other", (), 0),
        ("ACME", (("email", "ann@x.example"),), 7),
        ("ACME", (("email", "other@x.example"),), 0),
        ("ACME", (("url", "other.example"),), 7),
    ],
)
def test_name_and_organisation(
    org: str, details: tuple[tuple[str, str], ...], key: int
) -> None:
    """Where nothing that both have differs."""
    known = index((7, "Ann Lee", "acme", (("email", "ann@x.example"),)))
    assert key_of(known, "ANN  Lee", org, *details) == key


@pytest.mark.parametrize(
    ("org", "read", "key"),
    [("ACME", "Other", 0), ("", "ACME", 7), ("ACME", "", 7), ("", "", 7)],
)
def test_an_organisation_that_is_not_known_does_not_differ(
    org: str, read: str, key: int
) -> None:
    """There, or in the file."""
    known = index((7, "Ann Lee", org.lower(), ()))
    assert key_of(known, "Ann Lee", read) == key


def test_of_two_namesakes_neither_is_meant_without_an_organisation() -> None:
    """The name must be one person's alone; an equal organisation decides."""
    known = index((7, "Ann Lee", "acme", ()), (8, "Ann Lee", "other", ()))
    assert key_of(known, "Ann Lee") == 0
    assert key_of(known, "Ann Lee", "Other") == 8


def test_namesakes_of_one_import_stay_two() -> None:
    """Where the organisation is unknown, whoever wrote the file kept them apart."""
    assert key_of(index((-1, "Ann Lee", "acme", ())), "Ann Lee") == 0
    assert key_of(index((-1, "Ann Lee", "acme", ())), "Ann Lee", "ACME") == -1


@pytest.mark.parametrize(("key", "name"), [(7, 7), (-1, 0)])
def test_an_email_is_one_persons_whatever_they_are_called(key: int, name: int) -> None:
    """Of somebody there; two records of one import stay two."""
    mail = ("email", "ann@x.example")
    assert key_of(index((key, "Ann Lee", "", (mail,))), "Jo Roe", "", mail) == name


def test_a_page_needs_a_word_in_common() -> None:
    """It may be an office's; a LinkedIn profile is one person's."""
    page = ("url", "https://acme.example/team")
    known = index((7, "Ann Lee", "", (page,)))
    assert key_of(known, "Jo Roe", "", page) == 0
    assert key_of(known, "Ann Roe", "", page) == 7


def test_a_card_goes_before_a_name() -> None:
    """What is surest decides."""
    known = index((7, "Ann Lee", "", (("card", "c"),)), (8, "Bo Roe", "", ()))
    assert key_of(known, "Bo Roe", "", ("card", "c")) == 7


def test_an_alias_is_a_name() -> None:
    """Whoever was called so is found by it."""
    made = PersonIndex()
    made.add(PersonIndexEntry(7, bare("Ann Lee"), "", set()), [bare("Ann Roe")])
    assert key_of(made, "Ann Roe") == 7


def test_marks_between_words_do_not_count() -> None:
    """Lee, Ann is no other name; no word at all is a name as well."""
    assert bare("Lee, Ann") == "lee ann"
    assert bare("D\u2019Arc") == bare("D Arc")
    assert bare("!!!") == "!!!"


def test_what_everybody_gets_is_among_the_details() -> None:
    """Each once, though the file says it too."""
    draft = Draft(1, "Ann", uid="c-1", emails=("a@x.example",), tags=("HR", "hr"))
    assert draft_details(draft, ForAll(kinds=("client",), tags=("hr", "fair"))) == {
        ("card", "c-1"): "c-1",
        ("email", "a@x.example"): "a@x.example",
        ("kind", "client"): "client",
        ("tag", "hr"): "HR",
        ("tag", "fair"): "fair",
    }


@pytest.fixture
def store() -> Iterator[Store]:
    """A database that forgot Dorie Clark."""
    with closing(in_memory()) as made:
        outside = OpenChange(made, NOW)
        key = outside.put_new("forgetting", salt=SALT)
        for sign in signs_of(["Dorie Clark"], [("email", "dorie@x.example")]):
            outside.put_new("mark", forgetting_id=key, hash=mark_of(sign, SALT))
        yield made


def test_they_and_what_was_found_with_them_are_left_out(store: Store) -> None:
    """By a name, or an address; a record that led to theirs is theirs, too."""
    decisions = [
        Decision("new", "f", 1, "DORIE  CLARK", "dorie-clark", -1),
        Decision("new", "f", 2, "D. C.", "d-c", -2, details=EMAIL),
        Decision("found", "f", 3, "Dor", key=-1),
        Decision("new", "f", 4, "Zoe Pan", "zoe-pan", -3),
        Decision("found", "f", 5, "Dorie Clark", key=7),
        Decision("unreadable", "f", 6, "", reason="no name"),
    ]
    left = leave_out(decisions, Forgotten(store))
    whats = [decision.what for decision in left]
    assert whats == ["forgotten"] * 3 + ["new", "found", "unreadable"]
    assert [decision.handle for decision in left[:3]] == ["", "", ""]
    assert left[3:] == decisions[3:]


def test_where_nobody_was_forgotten_nobody_is_left_out() -> None:
    """Nothing is hashed for it."""
    with closing(in_memory()) as store:
        decisions = [Decision("new", "f", 1, "Dorie Clark", "dorie-clark", -1)]
        assert leave_out(decisions, Forgotten(store)) == decisions
        assert not Forgotten(store).are_met("Dorie Clark", [])


def imported(
    store: Store, *read: Draft | Unreadable, for_all: ForAll | None = None
) -> list[tuple[str, str]]:
    """What became of records of one file, and whose they are."""
    records = [Record("f", draft) for draft in read]
    with changing(store, NOW, "import") as change:
        decisions = list(decide(records, store, for_all or ForAll()))
        cadences = cadences_with(Settings(), 0)
        done = list(take_in(change, cadences, decisions, TODAY, update=False))
    return [(decision.what, decision.handle) for decision in done]


def test_a_record_that_cannot_be_read_is_passed_by(store: Store) -> None:
    """The others are taken in, and it says why."""
    unreadable = Unreadable(2, "no name")
    assert imported(store, Draft(1, "Ann Lee"), unreadable, Draft(3, "Bo Roe")) == [
        ("new", "ann-lee"),
        ("unreadable", ""),
        ("new", "bo-roe"),
    ]


def test_it_is_kept_from_what_sort_of_file_somebody_came_and_on_which_day(
    store: Store,
) -> None:
    """Of whoever was there before, it stays how they came."""
    imported(store, Draft(1, "Ann Lee", source="contacts", emails=("a@x.example",)))
    mailbox = Draft(2, "Acme", entity="mailbox", source="linkedin")
    later = Draft(1, "Ann Lee", org="Acme", source="list", emails=("a@x.example",))
    imported(store, mailbox, later)
    facts = [(p.name, p.source, p.entity, p.added_on) for p in sql.everybody(store)]
    assert facts == [
        ("Acme", "linkedin", "mailbox", TODAY),
        ("Ann Lee", "contacts", "person", TODAY),
    ]


@pytest.mark.parametrize(
    ("source", "said", "known", "connected"),
    [
        ("contacts", None, True, False),
        ("contacts", False, False, False),
        ("linkedin", None, False, False),
        ("linkedin", True, True, False),
        ("list", None, False, False),
    ],
)
def test_an_address_book_is_of_people_one_knows(
    store: Store, source: str, said: object, known: object, connected: object
) -> None:
    """Unless it is said; nobody in a file is connected by it."""
    everybody = ForAll(known=None if said is None else bool(said))
    imported(store, Draft(1, "Ann Lee", source=source), for_all=everybody)
    (ann,) = sql.everybody(store)
    assert (ann.known, ann.connected) == (known, connected)


def test_whoever_is_called_otherwise_has_another_name(store: Store) -> None:
    """By which they are found the next time; how it is written does not count."""
    mail = ("ann@x.example",)
    imported(store, Draft(1, "Ann Lee", emails=mail))
    assert imported(store, Draft(1, "Ann Roe", emails=mail)) == [("filled", "ann-lee")]
    assert imported(store, Draft(1, "ANN  Lee", emails=mail)) == [("same", "ann-lee")]
    (ann,) = with_detail(store, "alias", "Ann Roe")
    details = [(detail.field, detail.value) for detail in sql.details_of(store, ann.id)]
    assert details == [("email", "ann@x.example"), ("alias", "Ann Roe")]


def table(count: int) -> str:
    """So many people, every third of whom stands there a second time at the end."""
    rows = [f"Person {n},p{n}@x.example" for n in range(count)]
    return "\n".join(["Name,E-mail", *rows, *rows[::3]]) + "\n"


def test_more_than_a_thousand_at_once(netlog: Netlog) -> None:
    """They are written by the thousand; those that come twice are found."""
    counts = netlog("import - --json", stdin=table(2100)).data["counts"]
    assert counts == NOTHING | {"new": 2100, "same": 700}
    handles = [person["handle"] for person in netlog("list --json").data]
    assert len(set(handles)) == 2100
    again = netlog("import - --json", stdin=table(2100)).data["counts"]
    assert again == NOTHING | {"same": 2800}
    netlog("undo")
    assert netlog("list --json").data == []


def test_a_second_record_fills_what_the_first_left_empty(netlog: Netlog) -> None:
    """In one file, whether the first is written yet or not."""
    rows = "Name,E-mail,City\nAnn Lee,ann@x.example,\nAnn Lee,ann@x.example,Boston\n"
    records = netlog("import - --json", stdin=rows).data["records"]
    assert [record["what"] for record in records] == ["new", "filled"]
    assert netlog("show ann-lee --json").data["city"] == "Boston"


def test_a_role_is_filled_in_with_its_organisation(netlog: Netlog) -> None:
    """Of another organisation it would be a post that nobody has."""
    told(netlog, "add Ann Lee --email ann@x.example --org Acme")
    rows = "Name,E-mail,Organization,Job Title\nAnn Lee,ann@x.example,{},Chief\n"
    for org, role in (("Beta", ""), ("ACME", "Chief")):
        netlog("import -", stdin=rows.format(org))
        shown = netlog("show ann-lee --json").data
        assert (shown["org"], shown["role"]) == ("Acme", role)
