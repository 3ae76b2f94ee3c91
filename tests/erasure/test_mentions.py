"""Names and addresses are found in texts, and nobody else's."""

import re

import pytest
from hypothesis import given, strategies as st

from netlog.erasure.mentions import FORGOTTEN, Mentions, parts_of

DORIE = Mentions(
    ["Dorie Clark", "Émile O'Hara", "Hal", "王小明"],
    ["dorie-clark", "hal"],
    ["dorie@x.example", "+1 (617) 555-0118", "https://clark.example/a", ""],
    ["Dorie Clark-Jones", "anna dorie clark", "dorie-clark-2"],
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("with Dorie Clark, twice", "with _, twice"),
        ("DORIE  CLARK's book", "_'s book"),
        ("Clark, Dorie", "_"),
        ("dorie-clark and dorie.clark", "_ and _"),
        ("emile o’hara; Émile O'Hara", "_; _"),  # noqa: RUF001 (as a phone types it)
        ("E\u0301mile O'Hara", "_"),
        ("write to Dorie@X.example.", "write to _."),
        ("call 617-555 0118 or +16175550118", "call 617-555 0118 or _"),
        ("see https://clark.example/a/b", "see _/b"),
        ("Hal, hal; not HAL nor Halley", "_, _; not HAL nor Halley"),
        ("with 王小明。", "with _。"),
        ("", ""),
    ],
)
def test_they_are_taken_out_as_they_may_be_written(text: str, left: str) -> None:
    """In either case, with or without accents, turned round, as a handle."""
    assert DORIE.out_of(text) == left.replace("_", FORGOTTEN)


@pytest.mark.parametrize(
    "text",
    [
        "Dorie Clarkson and McDorie Clark",
        "Dorie Clark-Jones",
        "Anna Dorie  Clark",
        "ask dorie-clark-2",
        "Dorie alone, or Clark",
        "The clark of Dorie",
        "617-555",
    ],
)
def test_others_are_left_alone(text: str) -> None:
    """Longer words, longer names of people who stay, single words of a name."""
    assert DORIE.out_of(text) == text


def test_who_shares_the_name_keeps_it_but_not_the_handle() -> None:
    """Of two of one name nobody can say which is meant; a handle is one person's."""
    one = Mentions(
        ["Dorie Clark"], ["dorie-clark-2"], (), ["dorie clark", "dorie-clark"]
    )
    assert one.out_of("Dorie Clark, dorie-clark") == "Dorie Clark, dorie-clark"
    assert one.out_of("dorie-clark-2") == FORGOTTEN


def test_parts_of_a_name_mean_them_where_it_is_said_so() -> None:
    """In the note of a touch that they were at: as they are written there."""
    text = "Dorie told Bo; a clark came"
    assert DORIE.out_of(text, parts_of("Dorie Clark")) == (
        f"{FORGOTTEN} told Bo; a clark came"
    )
    assert parts_of("Émile J. O'Hara") == {"Émile", "Hara"}


def test_whoever_has_no_name_is_nowhere() -> None:
    """Nothing to look for, nothing found."""
    assert Mentions().out_of("Dorie Clark") == "Dorie Clark"


WORDS = st.sampled_from(
    ["Dorie", "Clark", "dorie-clark", "hal", "Ä", "ß", "-", ",", "2", "Émile", "O'Hara"]
)


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_once_they_are_out_they_are_out(text: str) -> None:
    """Taken out again, nothing changes."""
    once = DORIE.out_of(text)
    assert DORIE.out_of(once) == once


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_stands_around_them_stays(before: str, after: str) -> None:
    """Letter by letter, in any script."""
    text = f"{before} dorie-clark {after}"
    kept = Mentions((), ["dorie-clark"]).out_of(text)
    assert kept == f"{before} {FORGOTTEN} {after}".replace("dorie-clark", FORGOTTEN)


def test_an_address_of_which_nothing_is_left_is_nowhere() -> None:
    """One accent alone is nothing once it is folded, and nothing is everywhere."""
    assert Mentions(addresses=["\u0301"]).out_of("a b, c") == "a b, c"


def test_a_name_within_a_longer_one_is_taken_out_once() -> None:
    """What is found twice stands there once."""
    mentions = Mentions(["Dorie Clark", "Dorie"])
    assert mentions.out_of("Dorie Clark and Dorie") == f"{FORGOTTEN} and {FORGOTTEN}"


@pytest.mark.parametrize(
    "text",
    [
        "ask Dorie Clark",
        "CLARK,  dorie",
        "dorie-clark",
        "D_CLARK@x.example",
        "Zed",
        "call 0049 (30) 12-34",
        "Æmile",
    ],
)
def test_every_text_of_ascii_that_speaks_of_them_has_a_needle(text: str) -> None:
    """All parts of one are in it, in either case; others need not be looked at."""
    addresses = ["d_clark@x.example", "+49301234", "0049 30 1234", "100%.example"]
    mentions = Mentions(["Dorie Clark", "Zed", "Æmile"], ["dorie-clark"], addresses)
    assert mentions.out_of(text) != text
    found = [
        needle
        for needle in mentions.needles
        if all(_like(part, text) for part in needle)
    ]
    assert bool(found) == text.isascii()
    assert ("100_.example",) in mentions.needles


def _like(pattern: str, text: str) -> bool:
    """Whether LIKE finds a pattern somewhere in a text."""
    parts = (re.escape(part).replace("_", ".") for part in pattern.split("%"))
    return bool(re.search(".*".join(parts), text, re.IGNORECASE))
