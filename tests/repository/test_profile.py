"""What is typed of a person, checked and in the form it is kept."""

from datetime import date

import pytest
from tests.repository.filled import NOW

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Newcomer
from netlog.errors import UsageError
from netlog.repository import people
from netlog.repository.change import changing
from netlog.repository.profile import (
    Profile,
    details_from,
    edit,
    fields_from,
    newcomer_from,
)

TODAY = date(2025, 6, 2)


def test_what_was_not_typed_is_not_there() -> None:
    """Neither fields nor details."""
    assert fields_from(Profile()) == {}
    assert not any(details_from(Profile()).values())


def test_what_was_typed_is_cleaned_and_converted() -> None:
    """Cadences and birthdays in the form in which they are stored."""
    profile = Profile(
        org=" ACME \x1b",
        every="quarterly",
        birthday="21 may 1980",
        note="a\n b ",
        known=False,
    )
    assert fields_from(profile) == {
        "org": "ACME",
        "every": "3m",
        "birthday": "1980-05-21",
        "note": "a\nb",
        "said_known": "no",
    }


def test_none_clears_all_but_names() -> None:
    """Somebody may be called so."""
    cleared = Profile(
        name="none", org="none", every="none", note="none", birthday="none"
    )
    assert fields_from(cleared) == {
        "name": "none",
        "org": "",
        "every": "",
        "note": "",
        "birthday": "",
    }


def test_a_newcomer_has_each_detail_once() -> None:
    """The first of two that are the same stays."""
    profile = Profile(tag=["HR", "hr"], email=["A@x.example", "a@x.example"], city="X")
    assert newcomer_from("  Ann  Lee ", profile, TODAY) == Newcomer(
        "Ann Lee",
        TODAY,
        city="X",
        details={("tag", "hr"): "HR", ("email", "a@x.example"): "A@x.example"},
    )


@pytest.mark.parametrize(
    "profile",
    [
        Profile(kind=["boss"]),
        Profile(email=["ann"]),
        Profile(email=["a b@x"]),
        Profile(tag=[" "]),
        Profile(every="often"),
        Profile(birthday="soon"),
        Profile(handle="Ann"),
        Profile(handle="me"),
        Profile(handle="123"),
        Profile(name="\x1b"),
    ],
)
def test_what_cannot_be_is_refused(profile: Profile) -> None:
    """With advice."""
    with pytest.raises(UsageError) as error:
        newcomer_from("Ann", profile, TODAY)
    assert error.value.advice


@pytest.mark.parametrize("name", ["", " ", "\x1b\u202e", "\n"])
def test_a_name_has_something_to_read(name: str) -> None:
    """Nothing visible is no name."""
    with pytest.raises(UsageError, match="needs a name"):
        newcomer_from(name, Profile(), TODAY)


def test_none_clears_nothing_of_somebody_new() -> None:
    """There is nothing yet."""
    with pytest.raises(UsageError, match="nothing yet that none could clear") as error:
        newcomer_from("Ann", Profile(tag=["HR", "None"]), TODAY)
    assert error.value.advice == "Leave it out."


def test_none_takes_out_what_there_was(store: Store) -> None:
    """What is said after it is new; other fields stay."""
    with changing(store, NOW, "add") as change:
        details = {("tag", "hr"): "HR", ("likes", "tea"): "tea"}
        ann = people.add(change, Newcomer("Ann", TODAY, details=details))
    with changing(store, NOW, "edit") as change:
        edited = edit(change, ann, {"city": "Bern"}, {"tag": ["none", "chess"]})
    assert edited.city == "Bern"
    values = [detail.value for detail in sql.details_of(store, ann.id)]
    assert values == ["tea", "chess"]
