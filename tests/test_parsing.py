"""Typed words as values."""

from datetime import date

import pytest

from netlog.domain.kinds import ENTRY_KINDS, GUESSES
from netlog.domain.settings import Settings
from netlog.errors import UsageError
from netlog.parsing import Typed, WhoWhen

TODAY = date(2025, 6, 2)


def typed(*arguments: str) -> Typed:
    """What reads those arguments."""
    return Typed(TODAY, Settings(), arguments)


def test_a_phrase_is_words_side_by_side() -> None:
    """As they stand on the line, wherever."""
    line = typed("add", "--met", "Ann", "Lee", "--on", "mon")
    assert line.phrase(["Ann", "Lee"]) == "Ann Lee"
    assert line.phrase(["Ann"]) == "Ann"


@pytest.mark.parametrize(
    "arguments", [("Ann", "--at", "Union", "Lee"), ("Lee", "Ann"), ()]
)
def test_words_that_stand_apart_are_no_phrase(arguments: tuple[str, ...]) -> None:
    """They may belong to an option."""
    with pytest.raises(UsageError, match="It is not clear what Lee belongs to"):
        typed(*arguments).phrase(["Ann", "Lee"])


@pytest.mark.parametrize(
    ("line", "words", "meant"),
    [
        (
            "got peter referral --who Fritz Haas --on mon",
            "peter referral Haas",
            "netlog got peter referral --who 'Fritz Haas' --on mon",
        ),
        (
            "add Susan --at=Union Square",
            "Susan Square",
            "add Susan '--at=Union Square'",
        ),
        ("log Ann --new Lee Kim", "Ann Lee Kim", "netlog log Ann Lee Kim --new"),
        ("got Dorie --on mon tip tea", "Dorie tip tea", "got Dorie tip tea --on mon"),
    ],
)
def test_the_line_that_was_meant_is_said(line: str, words: str, meant: str) -> None:
    """Quotes around a value of several words; words of one name side by side."""
    with pytest.raises(UsageError) as error:
        typed(*line.split()).phrase(words.split())
    assert error.value.advice.endswith(meant)


def test_numbers_are_from_one_on() -> None:
    """Nothing typed is 0; all others must be numbers."""
    assert typed().numbers("12", "", "3") == [12, 0, 3]
    for wrong in ("0", "-1", "1.0", "\u0661", "x", "9" * 19):
        with pytest.raises(UsageError, match="is not the number of anything"):
            typed().numbers("1", wrong)


def test_needed_words_must_say_something() -> None:
    """Blanks and what nobody sees say nothing."""
    assert Typed.needed("  a  book ", "A promise") == "a book"
    for nothing in ("", "  ", "\u200b", "\x07"):
        with pytest.raises(UsageError, match="A promise needs words"):
            Typed.needed(nothing, "A promise")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("tip", ("tip", "")),
        ("tip:", ("tip", "")),
        (" tip : the grant ", ("tip", "the grant")),
        ("tip:a:b", ("tip", "a:b")),
    ],
)
def test_what_was_given_is_a_kind_and_perhaps_words(
    text: str, given: tuple[str, str]
) -> None:
    """Parted at the first colon."""
    assert typed().given(text) == given


@pytest.mark.parametrize("text", ["", ":tip", "Tip", "praise", "tip the grant"])
def test_a_kind_that_there_is_not(text: str) -> None:
    """The advice has every one that there is."""
    with pytest.raises(UsageError, match="is no kind") as error:
        typed().given(text)
    assert ", ".join(ENTRY_KINDS) in error.value.advice


def test_an_amount_or_none() -> None:
    """Nothing typed is no money; zero is some."""
    amounts = [Typed.money(text) for text in ("", "0", "49.90")]
    assert amounts == [None, 0, 4990]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("", None),
        ("touch:12", ("touch", 12)),
        ("touch 12", ("touch", 12)),
        ("intro:3", ("introduction", 3)),
        ("introduction-3", ("introduction", 3)),
    ],
)
def test_what_something_came_of(text: str, origin: tuple[str, int] | None) -> None:
    """A touch or an introduction by its number, as they are printed too."""
    assert typed().origin(text) == origin


@pytest.mark.parametrize(
    "text", ["12", "touch", "touch:", "touch:x", "touch:0", "promise:1", "touch:1 2"]
)
def test_what_nothing_can_have_come_of(text: str) -> None:
    """Anything else is a usage error."""
    with pytest.raises(UsageError):
        typed().origin(text)


def test_a_guess_is_one_of_three() -> None:
    """Or nothing."""
    assert [Typed.guess(word) for word in ("", *GUESSES)] == ["", *GUESSES]
    with pytest.raises(UsageError, match="perhaps is no guess"):
        Typed.guess("perhaps")


def read(line: str) -> list[tuple[str, str, str]]:
    """The ways to read a line as people, a day and an hour."""
    return [
        (" ".join(who), day.isoformat(), hour)
        for who, day, hour in typed().who_and_when(line.split())
    ]


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("Ann fri", [("Ann", "2025-06-06", "")]),
        ("Ann Lee 20 nov 2026", [("Ann Lee", "2026-11-20", "")]),
        ("Ann in 2 weeks", [("Ann", "2025-06-16", ""), ("Ann in", "2025-06-16", "")]),
        ("Ann thu 15:00", [("Ann", "2025-06-05", "15:00")]),
        ("Ann thu at 3 pm", [("Ann", "2025-06-05", "15:00")]),
        ("Ann thu 3 pm", [("Ann", "2025-06-05", "15:00")]),
        ("Ann thu at 3pm", [("Ann", "2025-06-05", "15:00")]),
        ("May 3 may", [("May", "2026-05-03", "")]),
        ("Ann may 3 9", [("Ann", "2026-05-03", "09:00")]),
        ("Ann 2025-05-20", [("Ann", "2025-05-20", "")]),
        ("last fri", [("last", "2025-06-06", "")]),
    ],
)
def test_the_longest_day_at_the_end_comes_first(
    line: str, ways: list[tuple[str, str, str]]
) -> None:
    """Somebody is named before it, and an hour may stand behind it; it may be past."""
    assert read(line) == ways


@pytest.mark.parametrize("line", ["Ann", "fri", "Ann Lee", "Ann 15:00", "Ann fri x"])
def test_without_a_day_nothing_is_read(line: str) -> None:
    """The advice says where it stands."""
    with pytest.raises(UsageError, match="It is not clear when") as error:
        read(line)
    assert "netlog book WHO fri 15:00" in error.value.advice


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ann 31 feb", "The calendar has no such day"),
        ("Ann 10/11", "cannot tell the day from the month in 10/11"),
        ("Ann fri 25", "The day has no hour 25"),
        ("Ann fri 3", "whether 3 is in the morning"),
    ],
)
def test_a_day_or_an_hour_that_cannot_be_says_so(line: str, said: str) -> None:
    """It is written like one, so it is no part of a name."""
    with pytest.raises(UsageError, match=said):
        read(line)


def test_people_and_a_day_are_a_record() -> None:
    """Words, a day, an hour."""
    (way,) = typed().who_and_when(["Ann", "Lee", "fri"])
    assert way == WhoWhen(("Ann", "Lee"), date(2025, 6, 6), "")
