"""Luck: a small number that nobody chose, the same on every machine."""

from hashlib import blake2b

from hypothesis import given, strategies as st
from tests.plan.builders import frame, later, person

from netlog.plan.facts import Facts
from netlog.plan.terms.luck import measure, text

DORIE = Facts(person(handle="dorie-clark"))


def test_luck_depends_on_the_handle_and_the_week_alone() -> None:
    """Another day of the week changes nothing, another week or handle does."""
    monday = measure(DORIE, frame())
    assert monday == 0.2582501161377877
    assert measure(DORIE, frame(today=later(days=6))) == monday
    assert measure(DORIE, frame(today=later(weeks=1))) != monday
    assert measure(Facts(person(handle="dorie")), frame()) != monday


@given(st.from_regex("[a-z]{1,9}", fullmatch=True))
def test_luck_is_a_share_by_blake2b(handle: str) -> None:
    """From 0 to below 1, and anybody can make the same number again."""
    digest = blake2b(f"{handle} 2025-W23".encode(), digest_size=4).digest()
    share = int.from_bytes(digest, "big") / 2**32
    assert 0 <= share < 1
    assert measure(Facts(person(handle=handle)), frame()) == share


def test_luck_has_no_reason() -> None:
    """It says nothing."""
    assert text(DORIE, frame()) == ""
