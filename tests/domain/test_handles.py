"""Handles: what a name becomes on the line, and what nobody else ever gets."""

import re

import pytest
from hypothesis import given, strategies as st

from netlog.domain.handles import checked, free, slug, stem
from netlog.errors import UsageError

PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMES = st.one_of(
    st.text(),
    st.sampled_from(["me", "person", "42", "王小明", "Ann", "ann", "Ann!", "Ån"]),
)
EMAILS = st.text() | st.sampled_from(["ann.lee@example.org", "42@example.org", "@"])


def nobody(handle: str) -> bool:
    """Nobody has any handle."""
    del handle
    return False


@pytest.mark.parametrize(
    ("name", "email", "handle"),
    [
        ("Dorie Clark", "", "dorie-clark"),
        ("Øyvind", "", "oyvind"),
        ("Łukasz", "", "lukasz"),
        ("Đorđe Œuvre", "", "dorde-oeuvre"),
        ("Þór Groß", "", "thor-gross"),
        ("Sinéad O'Connor", "", "sinead-oconnor"),
        ("Jean-Luc  Picard, Ph.D.", "", "jean-luc-picard-ph-d"),
        ("王小明", "xiaoming.wang@example.org", "xiaoming-wang"),
        ("\U0001d401\U0001d428\U0001d41b \u24b6nn", "", "bob-ann"),
        ("王小明", "", "person-2"),
        ("Мария", "", "person-2"),
        ("Мария", "42@example.org", "p-42"),
        ("42", "", "p-42"),
        ("007", "bond@example.org", "p-007"),
        ("me", "", "me-2"),
        ("Person", "", "person-2"),
        ("$(reboot) `x`", "", "reboot-x"),
        ("--all", "", "all"),
    ],
)
def test_a_name_becomes_a_handle(name: str, email: str, handle: str) -> None:
    """ASCII words, else the local part of the e-mail, else a number."""
    assert free(stem(name, email), nobody) == handle


def test_the_second_of_a_name_is_number_two() -> None:
    """A name that is there gets the next number, and gaps are not looked for."""
    taken: set[str] = set()
    for name in ("Ann Lee", "Ann  LEE", "Ann-Lee", "王小明", "Мария", "me", "me"):
        taken.add(free(stem(name), taken.__contains__))
    assert taken == {
        *("ann-lee", "ann-lee-2", "ann-lee-3"),
        *("person-2", "person-3", "me-2", "me-3"),
    }


def test_a_handle_that_was_somebodys_stays_theirs() -> None:
    """Whatever was taken once is passed over, also in the middle."""
    assert free("ann", {"ann", "ann-3"}.__contains__) == "ann-2"
    assert free("ann", {"ann", "ann-2", "ann-3"}.__contains__) == "ann-4"


@given(NAMES, EMAILS, st.sets(st.sampled_from(["ann", "ann-2", "me-2", "person-2"])))
def test_a_handle_is_safe_in_a_shell_and_never_taken(
    name: str, email: str, taken: set[str]
) -> None:
    """Lower-case ASCII, digits and hyphens; no number alone, not me; free."""
    base = stem(name, email)
    handle = free(base, {*taken, base}.__contains__)
    assert PATTERN.fullmatch(handle)
    assert handle not in {*taken, base, "me"}
    assert checked(handle) == handle


@given(st.lists(NAMES, max_size=12))
def test_no_two_people_have_one_handle(names: list[str]) -> None:
    """Whoever comes in after others gets a handle that is not theirs."""
    taken: set[str] = set()
    for name in names:
        taken.add(free(stem(name), taken.__contains__))
    assert len(taken) == len(names)


def test_a_handle_is_not_endless() -> None:
    """Sixty characters at most, and no hyphen at the end."""
    assert slug("a" * 100) == "a" * 60
    assert slug("a" * 59 + " b") == "a" * 59


@pytest.mark.parametrize("handle", ["dorie-clark", "p-42", "x1", "4th-floor"])
def test_a_good_handle_is_taken_as_it_is(handle: str) -> None:
    """What --handle says is the handle."""
    assert checked(handle) == handle


@pytest.mark.parametrize(
    "handle",
    ["", "me", "42", "Dorie", "dorie_clark", "-a", "a-", "a--b", "a b", "ø", "a\n"],
)
def test_what_cannot_be_a_handle_is_refused(handle: str) -> None:
    """The user's own word, digits alone, and whatever a shell might read."""
    with pytest.raises(UsageError) as refusal:
        checked(handle)
    assert refusal.value.sentence == "That cannot be a handle."
    assert "dorie-clark" in refusal.value.advice
