"""By what somebody is met again, and what is kept of it."""

import pytest

from netlog.db.tombstones import mark_of, signs_of

SALT, OTHER = "ab" * 32, "cd" * 32


@pytest.mark.parametrize(
    ("address", "signs"),
    [
        (("email", "Dorie@X.example"), {"email:dorie@x.example"}),
        (("card", "ID-1"), {"card:ID-1"}),
        (
            ("url", "https://www.linkedin.com/in/dorie/"),
            {"url:linkedin.com/in/dorie"},
        ),
        (("url", "acme.example"), {"url:acme.example:dorie", "url:acme.example:clark"}),
        (("phone", "0049 30 1"), {"phone:49301:dorie", "phone:49301:clark"}),
        (("url", "https://"), set()),
        (("tag", "hr"), set()),
    ],
)
def test_an_address_is_a_sign(address: tuple[str, str], signs: set[str]) -> None:
    """By itself where it is one person's, else with a word of the name."""
    assert signs_of(["Dorie Clark"], [address]) == {"name:dorie clark", *signs}


def test_names_are_signs_without_case_and_accents() -> None:
    """Each once; a name that says nothing is none."""
    assert signs_of(["Émile", "EMILE", " "], []) == {"name:emile"}


def test_a_mark_says_nothing_and_is_anothers_under_another_key() -> None:
    """Sixteen bytes that come from a sign and a salt."""
    marks = {mark_of("name:dorie", SALT), mark_of("name:dorie", OTHER)}
    assert mark_of("name:dorie", SALT) in marks
    assert {len(mark) for mark in marks} == {32}
    assert len(marks) == 2
    assert mark_of("name:\ud800", SALT) != mark_of("name:", SALT)


def test_a_name_of_many_words_has_few_signs() -> None:
    """Fifty words with each address: else a card of 64 KiB would need gigabytes."""
    name = " ".join(f"w{n}" for n in range(20_000))
    signs = signs_of([name], [("phone", "1" * 60_000)])
    assert len(signs) == 51
