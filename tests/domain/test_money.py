"""Money: decimals in, cents kept, decimals out; and never a float in between."""

import pytest
from hypothesis import given, strategies as st

from netlog.domain.money import decimal, parse_money, spell_money
from netlog.errors import UsageError

CENTS = st.integers(0, 10**14 - 1)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("5000", 500_000),
        ("49.90", 4_990),
        ("49.9", 4_990),
        ("49.09", 4_909),
        ("0", 0),
        ("0.01", 1),
        ("007", 700),
        (" 5 ", 500),
        ("999999999999.99", 10**14 - 1),
    ],
)
def test_an_amount_is_kept_as_cents(text: str, cents: int) -> None:
    """With no place, one or two behind the point."""
    assert parse_money(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        *("", "-5", "+5", "1,50", "5,000", "1.234", ".5", "5.", "1e3", "5 EUR", "€5"),
        *("0x10", "nan", "inf", "1_000", "five", "5 000", "٣", "²", "1.٣", "5\n6"),
        "1000000000000",
    ],
)
def test_anything_else_is_no_amount(text: str) -> None:
    """Nothing is rounded, and nothing is guessed."""
    with pytest.raises(UsageError, match="is no amount") as error:
        parse_money(text)
    assert "5000 or 49.90" in error.value.advice


def test_a_long_amount_is_not_repeated_in_full() -> None:
    """Forty characters are enough to know it by."""
    with pytest.raises(UsageError) as error:
        parse_money("9" * 5_000)
    assert error.value.sentence == f"{'9' * 40} is no amount."


@given(CENTS)
def test_what_is_written_is_read_back(cents: int) -> None:
    """To the cent, at any size."""
    assert parse_money(decimal(cents)) == cents


@given(CENTS)
def test_a_person_reads_the_same_amount(cents: int) -> None:
    """Thousands are parted, and nothing is lost."""
    assert parse_money(spell_money(cents).replace(",", "")) == cents
    assert spell_money(cents, "EUR") == f"{spell_money(cents)} EUR"


@pytest.mark.parametrize(
    ("cents", "written", "said"),
    [
        (500_000, "5000.00", "5,000 EUR"),
        (4_990, "49.90", "49.90 EUR"),
        (123_456_701, "1234567.01", "1,234,567.01 EUR"),
        (1, "0.01", "0.01 EUR"),
        (0, "0.00", "0 EUR"),
    ],
)
def test_an_amount_in_words(cents: int, written: str, said: str) -> None:
    """Two places for programs; for people only where there are cents."""
    assert (decimal(cents), spell_money(cents, "EUR")) == (written, said)
