"""Who is there already: by card, URL, e-mail, phone, or name and organisation."""

import pytest

from netlog.acts.importing.index import Index, Known, bare
from netlog.domain.details import keyed

OFFICE = ("phone", "+1 617 555 0100")


def index(*people: tuple[int, str, str, tuple[tuple[str, str], ...]]) -> Index:
    """An index of people: key, name, organisation, details."""
    made = Index()
    for key, name, org, held in people:
        made.add(Known(key, bare(name), org, set(keyed(held))))
    return made


def found(one: Index, name: str, org: str = "", *held: tuple[str, str]) -> int:
    """The key of who is found, or 0."""
    known = one.find(name, org, keyed(held))
    return known.key if known else 0


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (("card", "c-1"), ("card", "c-1")),
        (("url", "https://www.ann.example/"), ("url", "http://ann.example#top")),
        (("email", "Ann@X.example"), ("email", "ann@x.example")),
        (("phone", "+1 (617) 555-0100"), ("phone", "0016175550100")),
    ],
)
def test_one_thing_in_common_is_enough(
    mine: tuple[str, str], theirs: tuple[str, str]
) -> None:
    """Card, URL, e-mail or phone, however they are written."""
    there = index((7, "Ann Lee", "ACME", (mine,)))
    assert found(there, "Ann Lee-Roe", "", theirs) == 7


@pytest.mark.parametrize(
    "strong", [("card", "c-1"), ("url", "linkedin.com/in/ann?trk=1")]
)
def test_a_card_or_an_address_of_ones_own_knows_another_name(
    strong: tuple[str, str],
) -> None:
    """Who marries keeps the profile."""
    there = index((7, "Ann Lee", "", (strong,)))
    assert found(there, "Jo Roe", "", strong) == 7


def test_a_shared_phone_does_not_make_one_of_two() -> None:
    """Names without a word in common stay two people."""
    there = index((7, "Ann Lee", "ACME", (OFFICE,)))
    assert found(there, "Bo Roe", "ACME", OFFICE) == 0


def test_among_those_who_share_a_phone_the_name_decides() -> None:
    """Whoever is called so is meant, not who came first."""
    there = index((7, "Bo Lee", "", (OFFICE,)), (8, "Ann Lee", "", (OFFICE,)))
    assert found(there, "Ann Lee", "", OFFICE) == 8


def test_two_records_of_one_import_stay_two() -> None:
    """Whoever wrote the file kept them apart: a shared word is not enough."""
    there = index((-1, "Bo Lee", "", (OFFICE,)))
    assert found(there, "Ann Lee", "", OFFICE) == 0
    assert found(there, "Bo Lee", "", OFFICE) == -1


@pytest.mark.parametrize(
    ("org", "held", "key"),
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
    org: str, held: tuple[tuple[str, str], ...], key: int
) -> None:
    """Where nothing that both have differs."""
    there = index((7, "Ann Lee", "acme", (("email", "ann@x.example"),)))
    assert found(there, "ANN  Lee", org, *held) == key


@pytest.mark.parametrize(
    ("org", "theirs", "key"),
    [("ACME", "Other", 0), ("", "ACME", 7), ("ACME", "", 7), ("", "", 7)],
)
def test_an_organisation_that_is_not_known_does_not_differ(
    org: str, theirs: str, key: int
) -> None:
    """There, or in the file."""
    there = index((7, "Ann Lee", org.lower(), ()))
    assert found(there, "Ann Lee", theirs) == key


def test_of_two_namesakes_neither_is_meant_without_an_organisation() -> None:
    """The name must be one person's alone; an equal organisation decides."""
    there = index((7, "Ann Lee", "acme", ()), (8, "Ann Lee", "other", ()))
    assert found(there, "Ann Lee") == 0
    assert found(there, "Ann Lee", "Other") == 8


def test_namesakes_of_one_import_stay_two() -> None:
    """Where the organisation is unknown, whoever wrote the file kept them apart."""
    assert found(index((-1, "Ann Lee", "acme", ())), "Ann Lee") == 0
    assert found(index((-1, "Ann Lee", "acme", ())), "Ann Lee", "ACME") == -1


@pytest.mark.parametrize(("key", "name"), [(7, 7), (-1, 0)])
def test_an_email_is_one_persons_whatever_they_are_called(key: int, name: int) -> None:
    """Of somebody there; two records of one import stay two."""
    mail = ("email", "ann@x.example")
    assert found(index((key, "Ann Lee", "", (mail,))), "Jo Roe", "", mail) == name


def test_a_page_needs_a_word_in_common() -> None:
    """It may be an office's; a LinkedIn profile is one person's."""
    page = ("url", "https://acme.example/team")
    there = index((7, "Ann Lee", "", (page,)))
    assert found(there, "Jo Roe", "", page) == 0
    assert found(there, "Ann Roe", "", page) == 7


def test_a_card_goes_before_a_name() -> None:
    """What is surest decides."""
    there = index((7, "Ann Lee", "", (("card", "c"),)), (8, "Bo Roe", "", ()))
    assert found(there, "Bo Roe", "", ("card", "c")) == 7


def test_an_alias_is_a_name() -> None:
    """Whoever was called so is found by it."""
    made = Index()
    made.add(Known(7, bare("Ann Lee"), "", set()), [bare("Ann Roe")])
    assert found(made, "Ann Roe") == 7


def test_marks_between_words_do_not_count() -> None:
    """Lee, Ann is no other name; no word at all is a name as well."""
    assert bare("Lee, Ann") == "lee ann"
    assert bare("D\u2019Arc") == bare("D Arc")
    assert bare("!!!") == "!!!"
