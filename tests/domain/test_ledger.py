"""The ledger: what an outcome is, what a purchase is, and who had bought when."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import detail, entry

from netlog.domain.kinds import ENTRY_KINDS, WAYS
from netlog.domain.ledger import (
    Entry,
    bought_on,
    decimal,
    had_bought,
    parse_money,
    spell_money,
)
from netlog.domain.person import Detail
from netlog.errors import UsageError

APRIL, MAY = date(2025, 4, 1), date(2025, 5, 1)
MARKED = (detail("kind", "client"),)
ENTRIES = st.builds(
    entry,
    way=st.sampled_from(WAYS),
    kind=st.sampled_from(ENTRY_KINDS),
    day=st.dates(date(2024, 1, 1), date(2025, 12, 31)),
    cents=st.none() | st.integers(0, 9),
)


@pytest.mark.parametrize(("way", "outcome"), [("got", True), ("gave", False)])
def test_what_came_to_me_is_an_outcome(way: str, *, outcome: bool) -> None:
    """And what went from me is none, whatever it was."""
    for kind in ENTRY_KINDS:
        assert entry(way=way, kind=kind, cents=5).is_outcome is outcome


@pytest.mark.parametrize(
    ("fields", "bought"),
    [
        ({"kind": "client"}, True),
        ({"kind": "client", "cents": 0}, True),
        ({"kind": "interview", "cents": 1}, True),
        ({"kind": "interview", "cents": 0}, False),
        ({"kind": "interview"}, False),
        ({"kind": "referral"}, False),
        ({"kind": "referral", "cents": 500}, False),
        ({"kind": "client", "way": "gave"}, False),
        ({"kind": "tip", "way": "gave", "cents": 500}, False),
    ],
)
def test_a_purchase_is_a_client_or_money(
    fields: dict[str, Any], *, bought: bool
) -> None:
    """Money of a referral is the one's who was sent; what I paid is no purchase."""
    assert entry(**fields).is_purchase is bought


def test_an_entry_in_words() -> None:
    """Its kind, and what it was in quotes where it was said."""
    assert entry(kind="tip").said == "tip"
    assert entry(kind="tip", text="the grant").said == "tip “the grant”"


def test_the_first_purchase_is_the_day_somebody_bought() -> None:
    """In whatever order they are told; where there is none it is not known."""
    told = [
        entry(kind="client", day=MAY),
        entry(kind="tip", day=date(2020, 1, 1)),
        entry(kind="resource", cents=900, day=APRIL),
    ]
    assert bought_on(told) == bought_on(told[::-1]) == APRIL
    assert bought_on(told[1:2]) is None
    assert bought_on(()) is None


@pytest.mark.parametrize(
    ("day", "entries", "details", "bought"),
    [
        (APRIL, (), (), False),
        (APRIL, (), MARKED, True),
        (APRIL, (), (detail("tag", "client"),), False),
        (APRIL, (), (detail("kind", "prospect"),), False),
        (MAY, (entry(kind="client", day=MAY),), (), True),
        (APRIL, (entry(kind="client", day=MAY),), (), False),
        (APRIL, (entry(kind="client", day=MAY),), MARKED, False),
        (APRIL, (entry(kind="tip", day=MAY),), MARKED, True),
        (MAY, (entry(kind="tip", day=MAY),), (), False),
    ],
)
def test_the_mark_counts_only_where_no_purchase_has_a_day(
    day: date, entries: tuple[Entry, ...], details: tuple[Detail, ...], *, bought: bool
) -> None:
    """Who bought in May had not bought in April, marked as a client or not."""
    assert had_bought(day, entries, details) is bought


@given(st.lists(ENTRIES, max_size=6), st.sampled_from([(), MARKED]))
def test_who_has_bought_stays_a_buyer(
    entries: list[Entry], details: tuple[Detail, ...]
) -> None:
    """From the day of the first purchase on, and not a day before it."""
    first = bought_on(entries)
    if first:
        assert had_bought(first, entries, details)
        assert had_bought(date(2026, 1, 1), entries, details)
        assert not had_bought(first - timedelta(days=1), entries, details)
    else:
        assert had_bought(date(2026, 1, 1), entries, details) is bool(details)


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
