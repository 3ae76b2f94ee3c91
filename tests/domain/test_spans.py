"""Spans: how they are read and spelt, and the arithmetic of months."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from netlog.domain.spans import (
    Span,
    after,
    before,
    parse_span,
    spell_span,
)
from netlog.errors import UsageError

SPANS = st.one_of(
    st.builds(Span, st.integers(1, 999), st.sampled_from(["d", "w"])),
    st.builds(Span, st.integers(1, 240), st.just("m")),
    st.builds(Span, st.integers(1, 20), st.just("y")),
)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("3d", Span(3, "d")),
        ("2w", Span(2, "w")),
        ("3m", Span(3, "m")),
        ("1y", Span(1, "y")),
        ("999d", Span(999, "d")),
        ("240m", Span(240, "m")),
        ("20y", Span(20, "y")),
        ("007d", Span(7, "d")),
        ("1 day", Span(1, "d")),
        ("2 weeks", Span(2, "w")),
        ("  6\tMonths ", Span(6, "m")),
        ("2years", Span(2, "y")),
        ("week", Span(1, "w")),
        ("weekly", Span(1, "w")),
        ("month", Span(1, "m")),
        ("Monthly", Span(1, "m")),
        ("quarter", Span(3, "m")),
        ("quarterly", Span(3, "m")),
        ("year", Span(1, "y")),
        ("yearly", Span(1, "y")),
    ],
)
def test_a_span_is_a_count_and_a_unit_or_a_word(text: str, span: Span) -> None:
    """Short, long and in one word, whatever the case and the blanks."""
    assert parse_span(text) == span


@pytest.mark.parametrize("text", ["0d", "0 weeks", "241m", "21y", "999y"])
def test_a_span_is_at_least_a_day_and_at_most_twenty_years(text: str) -> None:
    """Nothing and for ever are no spans."""
    with pytest.raises(UsageError) as refusal:
        parse_span(text)
    assert refusal.value.sentence == "A length of time goes from one day to 20 years."
    assert refusal.value.advice == "Write it like 2w, 3m or 1y."


@pytest.mark.parametrize(
    "text",
    ["", "3", "w", "1000d", "-3d", "3.5w", "3h", "2w 3d", "3 mon", "٣d", "3d\0", "²d"],
)
def test_what_is_no_span_is_refused_with_examples(text: str) -> None:
    """The refusal repeats what was typed, cleaned, and shows three spans."""
    with pytest.raises(UsageError) as refusal:
        parse_span(text)
    shown = text.replace("\0", "")
    assert refusal.value.sentence == f"'{shown}' is no length of time netlog knows."
    assert refusal.value.advice == "Write it like 2w, 3m or 1y."


def test_a_refusal_does_not_repeat_a_novel() -> None:
    """Of a very long text only the beginning is shown."""
    with pytest.raises(UsageError) as refusal:
        parse_span("w" * 100_000)
    shown = "w" * 40
    assert refusal.value.sentence == f"'{shown}' is no length of time netlog knows."


@given(SPANS)
@settings(deadline=None)
def test_a_span_is_read_back_from_its_code_and_its_words(span: Span) -> None:
    """What netlog stores and what it says both mean the same span again."""
    assert parse_span(span.code()) == span
    assert parse_span(spell_span(span)) == span


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_is_a_span_or_a_usage_error(text: str) -> None:
    """No text brings anything else about."""
    with suppress(UsageError):
        assert parse_span(text).count > 0


@pytest.mark.parametrize(
    ("span", "code", "words"),
    [
        (Span(1, "d"), "1d", "1 day"),
        (Span(2, "w"), "2w", "2 weeks"),
        (Span(3, "m"), "3m", "3 months"),
        (Span(1, "y"), "1y", "1 year"),
    ],
)
def test_a_span_is_spelt_in_plain_words(span: Span, code: str, words: str) -> None:
    """One is singular, more are plural; the code is what is typed."""
    assert span.code() == code
    assert spell_span(span) == words


@pytest.mark.parametrize(
    ("day", "span", "later"),
    [
        (date(2025, 1, 31), Span(1, "m"), date(2025, 2, 28)),
        (date(2025, 1, 31), Span(2, "m"), date(2025, 3, 31)),
        (date(2024, 2, 29), Span(1, "y"), date(2025, 2, 28)),
        (date(2024, 2, 29), Span(4, "y"), date(2028, 2, 29)),
        (date(2025, 12, 31), Span(1, "d"), date(2026, 1, 1)),
        (date(2025, 12, 31), Span(2, "w"), date(2026, 1, 14)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(
    day: date, span: Span, later: date
) -> None:
    """Two months are added at once to the day, never one to the other's result."""
    assert after(day, span) == later


def test_before_counts_back_by_the_same_rule() -> None:
    """Three months before 31 May is the last of February."""
    assert before(date(2025, 5, 31), Span(3, "m")) == date(2025, 2, 28)
    assert before(date(2025, 3, 3), Span(3, "d")) == date(2025, 2, 28)


@given(DAYS, SPANS)
@settings(deadline=None)
def test_there_and_back_never_lands_later(day: date, span: Span) -> None:
    """Days and weeks come back exactly; months at most three days short."""
    back = before(after(day, span), span)
    assert back == day or span.unit in {"m", "y"}
    assert timedelta(days=0) <= day - back <= timedelta(days=3)


@given(DAYS, st.integers(0, 800), SPANS)
@settings(deadline=None)
def test_after_keeps_the_order_of_days(day: date, gap: int, span: Span) -> None:
    """Who starts later is never done sooner, and every span moves forward."""
    later = day + timedelta(days=gap)
    assert day < after(day, span) <= after(later, span)
    assert before(day, span) <= before(later, span) < later


@pytest.mark.parametrize("unit", ["d", "w", "m", "y"])
def test_the_end_of_the_calendar_is_a_usage_error(unit: str) -> None:
    """Neither end of the calendar breaks anything, in any unit."""
    span = parse_span(f"1{unit}")
    outside = "That lies outside the calendar."
    with pytest.raises(UsageError, match=outside):
        after(date.max, span)
    with pytest.raises(UsageError, match=outside):
        before(date.min, span)
