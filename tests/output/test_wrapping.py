"""Styled text in cells: how wide it is, where it is broken, what is cut."""

from collections.abc import Iterable

import pytest
import wcwidth
from hypothesis import given, strategies as st
from rich.cells import cell_len
from tests.output.texts import NAMES, parts, words_of

from netlog.domain.names import clean
from netlog.output.answer import Parts, command_line, exact, name, part, soft
from netlog.output.wrapping import cells, cleaned, parts_cells, wrapped


def texts(lines: Iterable[Parts]) -> list[str]:
    """Lines without their styles."""
    return ["".join(part.text for part in line) for line in lines]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("", 0),
        ("Ann Lee", 7),
        ("Ström", 5),
        ("王小明", 6),
        ("ｱﾝ", 2),
        ("안녕", 4),
        ("e\u0323\u0302", 1),
        ("नमस्ते", 4),
        ("می\u200cرود", 5),
        ("🙂", 2),
        ("❤\ufe0f", 2),
        ("\u1100\u1161", 2),
        ("“a” · … → é", 11),
    ],
)
def test_how_wide_text_is(text: str, wide: int) -> None:
    """East Asian letters take two cells, marks none; a vowel sign at most one."""
    assert cells(text) == wide


@given(st.lists(NAMES).map(" ".join))
def test_it_is_never_wider_than_that(text: str) -> None:
    """Neither wcwidth, which is what terminals go by, nor rich counts more."""
    words = clean(text)
    assert sum(max(wcwidth.wcwidth(char), 0) for char in words) <= cells(words)
    assert cell_len(words) <= cells(words)


def test_words_go_on_the_next_line() -> None:
    """As many to a line as fit, the first line of another width."""
    text = (name("Ann Lee"), part(" · she knows a "), soft("good mover"))
    assert texts(wrapped(text, 12, 9)) == ["Ann Lee ·", "she knows", "a good", "mover"]


def test_a_long_word_is_broken_and_a_command_is_not() -> None:
    """It stands on a line of its own, however wide that is; so does what is exact."""
    text = (part("see "), command_line("netlog show ann-lee"), part(" abcdefghijkl"))
    assert texts(wrapped(text, 8, 8)) == [
        "see",
        "netlog show ann-lee",
        "abcdefgh",
        "ijkl",
    ]
    path = (part("a file "), exact("/home/ann lee/x.db"), part(": gone"))
    assert texts(wrapped(path, 10, 10)) == ["a file", "/home/ann lee/x.db:", "gone"]


def test_letters_of_two_cells_are_not_halved() -> None:
    """A line of an odd width has a cell left."""
    assert texts(wrapped((name("王小明王"),), 5, 5)) == ["王小", "明王"]


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    """After a whole word, and without the stub of what stands after a dot."""
    text = (part("Ann · she knows a good mover · needs a bookkeeper"),)
    assert texts(wrapped(text, 24, 24, most=2)) == [
        "Ann · she knows a good",
        "mover …",
    ]
    assert texts(wrapped(text, 23, 23, most=1)) == ["Ann · she knows a …"]
    assert texts(wrapped((part("Maximiliana"),), 6, 6, most=1)) == ["Maxim…"]


def test_what_stands_last_is_never_cut() -> None:
    """What is before it gives way; with no room for both it has its own line."""
    text = (part("Ann · she knows a good mover"),)
    tail = (soft("· 55 more: "), command_line("due keep"))
    assert texts(wrapped(text, 30, 30, 1, [tail])) == ["Ann … · 55 more: due keep"]
    assert texts(wrapped(text, 20, 20, 1, [tail])) == [
        "Ann · she knows a …",
        "· 55 more: due keep",
    ]
    assert texts(wrapped((), 30, 30, 1, [tail])) == ["· 55 more: due keep"]


def test_a_wide_letter_that_has_no_room_leaves_the_line() -> None:
    """Two cells and an ellipsis are three; what stands last has its own line then."""
    tail = [(soft("+3"),)]
    assert texts(wrapped((name("小小小"),), 5, 5, 1, tail)) == ["小小…", "+3"]
    assert texts(wrapped((name("abcdef"),), 5, 5, 1, tail)) == ["a… +3"]


def test_styles_stay_with_their_words() -> None:
    """Neighbours of one style are one part."""
    text = (name("Ann Lee"), part(" and "), soft("others too"))
    assert wrapped(text, 10, 10) == [
        (name("Ann Lee"),),
        (part("and "), soft("others")),
        (soft("too"),),
    ]


@given(parts(), st.integers(4, 60), st.integers(4, 60))
def test_no_line_is_wider_and_no_word_is_lost(
    text: Parts, first: int, rest: int
) -> None:
    """Whatever the words are and however they are styled; nothing is at the ends."""
    lines = wrapped(cleaned(text), first, rest)
    for place, line in enumerate(lines):
        alone = len(line) == 1 and line[0].style == "command"
        assert parts_cells(line) <= (rest if place else first) or alone
    assert all(line == line.strip() for line in texts(lines))
    assert "".join(words_of(text)) == "".join("".join(texts(lines)).split())


@given(parts(), st.integers(30, 60), st.integers(1, 4), st.integers(0, 1))
def test_so_many_lines_and_no_more(
    text: Parts, room: int, most: int, tailed: int
) -> None:
    """The end is there whatever is cut; it alone may have a line more."""
    tail = [(soft("· 55 more: "), command_line("due keep"))] * tailed
    lines = texts(wrapped(cleaned(text), room, room, most, tail))
    assert len(lines) <= most + tailed
    assert lines[-1].endswith("· 55 more: due keep") or not tailed
