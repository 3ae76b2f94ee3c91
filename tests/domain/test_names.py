"""Names as they come from the world: what is taken off, and when two are the same."""

import re
import unicodedata

import pytest
from hypothesis import given, strategies as st

from netlog.domain.names import (
    checked_handle,
    clean,
    clean_note,
    fold,
    free_handle,
    handle_stem,
    slug,
    starts_words,
)
from netlog.errors import UsageError

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Mn"]),
    )
)
LATIN = st.text(st.characters(min_codepoint=32, max_codepoint=255), min_size=1)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Dorie \t Clark\n", "Dorie Clark"),
        ("Dorie\r\nClark", "Dorie Clark"),
        ("\x1b[31mRed\x1b[0m", "[31mRed[0m"),
        ("Zoe\x00\x07", "Zoe"),
        ("A\u202eB\u2066C\u2069", "ABC"),
        ("Al\u200bisa\ufeff", "Alisa"),
        ("\x9b1mHal", "1mHal"),
        ("Bob [/b] [link=x]", "Bob [/b] [link=x]"),
        ("Jose\u0301", "Jos\u00e9"),
        ("Jose\u200e\u0301", "Jos\u00e9"),
        ("नेहा\u200dक", "नेहा\u200dक"),
        ("می\u200cرود", "می\u200cرود"),
        ("דוד המלך", "דוד המלך"),
        ("王小明", "王小明"),
        ("a\u00a0b\u2003c\u2028d", "a b c d"),
        ("", ""),
    ],
)
def test_what_a_terminal_would_obey_is_taken_off(typed: str, kept: str) -> None:
    """Control, bidi and invisible characters go; what real names need stays."""
    assert clean(typed) == kept


@given(HOSTILE)
def test_clean_text_is_one_visible_line(text: str) -> None:
    """No control or format character but the joiners, and single blanks."""
    cleaned = clean(text)
    hidden = [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cf", "Cs"}]
    assert set(hidden) <= {"\u200c", "\u200d"}
    assert cleaned == " ".join(cleaned.split())


@given(HOSTILE)
def test_what_is_clean_stays_clean(text: str) -> None:
    """What was kept is what is looked for, character by character."""
    assert clean(clean(text)) == clean(text)


@given(HOSTILE)
def test_what_is_folded_stays_folded(text: str) -> None:
    """Otherwise a query folded twice finds nobody."""
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126)))
def test_plain_text_stays_as_it_is(text: str) -> None:
    """Nothing that can be typed on any keyboard is lost."""
    assert clean(text) == text


def test_a_note_keeps_its_lines() -> None:
    """Each line is cleaned for itself; empty ones at the ends go."""
    assert clean_note("\n first\x1b  line\n\nsecond \n\n") == "first line\n\nsecond"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Dorie CLARK", "dorie clark"),
        ("José  Müller", "jose muller"),
        ("Øyvind Łukasz Đorđe", "oyvind lukasz dorde"),
        ("Þór Æsir Œuvre", "thor aesir oeuvre"),
        ("Groß", "gross"),
        ("GROSS", "gross"),
        ("Мария", "мария"),
        ("МАРИЯ", "мария"),
        ("Ёлкина", "елкина"),
        ("王小明", "王小明"),
        ("\uff37\uff49de", "wide"),
        ("\U0001d401\U0001d428\U0001d41b", "bob"),
        ("\u24b6nn", "ann"),
        ("\u2121", "tel"),
        ("\u1d2d", "ae"),
        ("Nguyễn Văn Đạt", "nguyen van dat"),
        ("O'Brien", "o'brien"),
    ],
)
def test_case_and_accents_are_no_difference(name: str, folded: str) -> None:
    """A name is found however it is written."""
    assert fold(name) == folded


@given(LATIN)
def test_a_western_name_folds_alike_in_capitals_and_in_small_letters(name: str) -> None:
    """Case is no difference."""
    assert fold(name.upper()) == fold(name.lower())


@given(LATIN)
def test_a_western_name_folds_alike_composed_and_not(name: str) -> None:
    """An accent beside its letter is the accent on it."""
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dor", True),
        ("clark dor", True),
        ("d c", True),
        ("lark", False),
        ("dor smith", False),
        ("dorie clark jr", False),
    ],
)
def test_every_word_of_a_query_starts_a_word_of_the_name(
    query: str,
    *,
    found: bool,
) -> None:
    """In any order, and never in the middle of a word."""
    assert starts_words(query, "dorie clark") is found


@pytest.mark.parametrize("name", ["王小明", "Zoë Ångström", "👩\u200d🚀"])
def test_bytes_of_a_locale_without_letters_are_utf8(name: str) -> None:
    """What is typed under LC_ALL=C is the same name; lone bytes are nothing."""
    assert clean(name.encode().decode("ascii", "surrogateescape")) == name
    assert clean("A\udcff\udce7\udc8enn \ud800") == "Ann"


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
    assert free_handle(handle_stem(name, email), nobody) == handle


def test_the_second_of_a_name_is_number_two() -> None:
    """A name that is there gets the next number, and gaps are not looked for."""
    taken: set[str] = set()
    for name in ("Ann Lee", "Ann  LEE", "Ann-Lee", "王小明", "Мария", "me", "me"):
        taken.add(free_handle(handle_stem(name), taken.__contains__))
    assert taken == {
        *("ann-lee", "ann-lee-2", "ann-lee-3"),
        *("person-2", "person-3", "me-2", "me-3"),
    }


def test_a_handle_that_was_somebodys_stays_theirs() -> None:
    """Whatever was taken once is passed over, also in the middle."""
    assert free_handle("ann", {"ann", "ann-3"}.__contains__) == "ann-2"
    assert free_handle("ann", {"ann", "ann-2", "ann-3"}.__contains__) == "ann-4"


@given(NAMES, EMAILS, st.sets(st.sampled_from(["ann", "ann-2", "me-2", "person-2"])))
def test_a_handle_is_safe_in_a_shell_and_never_taken(
    name: str, email: str, taken: set[str]
) -> None:
    """Lower-case ASCII, digits and hyphens; no number alone, not me; free."""
    base = handle_stem(name, email)
    handle = free_handle(base, {*taken, base}.__contains__)
    assert PATTERN.fullmatch(handle)
    assert handle not in {*taken, base, "me"}
    assert checked_handle(handle) == handle


@given(st.lists(NAMES, max_size=12))
def test_no_two_people_have_one_handle(names: list[str]) -> None:
    """Whoever comes in after others gets a handle that is not theirs."""
    taken: set[str] = set()
    for name in names:
        taken.add(free_handle(handle_stem(name), taken.__contains__))
    assert len(taken) == len(names)


def test_a_handle_is_not_endless() -> None:
    """Sixty characters at most, and no hyphen at the end."""
    assert slug("a" * 100) == "a" * 60
    assert slug("a" * 59 + " b") == "a" * 59


@pytest.mark.parametrize("handle", ["dorie-clark", "p-42", "x1", "4th-floor"])
def test_a_good_handle_is_taken_as_it_is(handle: str) -> None:
    """What --handle says is the handle."""
    assert checked_handle(handle) == handle


@pytest.mark.parametrize(
    "handle",
    ["", "me", "42", "Dorie", "dorie_clark", "-a", "a-", "a--b", "a b", "ø", "a\n"],
)
def test_what_cannot_be_a_handle_is_refused(handle: str) -> None:
    """The user's own word, digits alone, and whatever a shell might read."""
    with pytest.raises(UsageError) as refusal:
        checked_handle(handle)
    assert refusal.value.sentence == "That cannot be a handle."
    assert "dorie-clark" in refusal.value.advice
