"""Recording what was given and got: how a line is read."""

import pytest
from hypothesis import given, strategies as st

from netlog.acts.ledger import split
from netlog.domain.kinds import ENTRY_KINDS
from netlog.errors import UsageError

KINDS = st.sampled_from(ENTRY_KINDS)
WORDS = st.text("abcdefg ", min_size=1, max_size=5)
PLAIN = st.lists(WORDS.filter(lambda word: word not in ENTRY_KINDS), max_size=4)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("hal tip", ("hal", "tip", "")),
        ("Dorie Clark interview", ("Dorie Clark", "interview", "")),
        ("hal tip the grant ends", ("hal", "tip", "the grant ends")),
        ("hal tip tip", ("hal", "tip", "tip")),
        ("tip tip", ("tip", "tip", "")),
        ("Ann Client client", ("Ann Client", "client", "")),
    ],
)
def test_the_first_kind_after_who_parts_the_words(
    line: str, parts: tuple[str, str, str]
) -> None:
    """A name may be a kind, if it stands first or in capitals."""
    assert split(line.split(" ")) == parts


def test_a_name_in_quotes_is_one_word() -> None:
    """And a text in quotes stays as it is."""
    words = ["a client", "tip", "take  the other"]
    assert split(words) == ("a client", "tip", "take  the other")


@pytest.mark.parametrize("words", [[], ["hal"], ["tip"], ["hal", "t"]])
def test_without_a_kind_it_is_not_clear(words: list[str]) -> None:
    """The advice names every one that there is, or the one that was meant."""
    with pytest.raises(UsageError, match="of which kind") as error:
        split(words)
    every = f"Say WHO and one of {', '.join(ENTRY_KINDS)}."
    meant = "Did you mean tip? Say WHO first, then the kind."
    assert error.value.advice == (meant if words == ["tip"] else every)


def test_a_kind_in_capitals_may_be_a_name() -> None:
    """It parts the words only where no other does."""
    assert split(["Hal", "Client", "tip", "go"]) == ("Hal Client", "tip", "go")
    assert split(["hal", "Client", "go"]) == ("hal", "client", "go")


def test_a_mistyped_kind_is_guessed() -> None:
    """Like commands and handles."""
    with pytest.raises(UsageError) as error:
        split(["hal", "clinet", "go"])
    assert error.value.advice == "Did you mean client? Say WHO first, then the kind."


@given(WORDS, PLAIN, KINDS, st.lists(st.one_of(WORDS, KINDS), max_size=4))
def test_no_word_is_lost(
    first: str, more: list[str], kind: str, rest: list[str]
) -> None:
    """Who, kind and text together are the line."""
    who = " ".join([first, *more])
    assert split([first, *more, kind, *rest]) == (who, kind, " ".join(rest))
