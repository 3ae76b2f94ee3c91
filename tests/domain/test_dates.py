"""The grammar of dates: what is read, in which direction, and what is refused."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings, strategies as st

from netlog.domain.dates import (
    any_day,
    birthday,
    happened,
    spell,
    spell_birthday,
    spell_short,
    to_come,
    week_meant,
)
from netlog.errors import UsageError

Read = Callable[..., date]

WEDNESDAY = date(2026, 11, 18)
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEK_FROM_MONDAY = [date(2025, 6, 2) + timedelta(days=n) for n in range(7)]
# Twenty years inside the limits, so that leap days and spans are inside too.
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
TODAYS = st.dates(date(1920, 1, 1), date(2170, 12, 31))
WORDS = "2 w in ago last next fri nov 20 29 feb / . - , -- 2026 W53 999 y 3m 00 eow"
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=8).map("".join),
    st.lists(PIECES, max_size=6).map(" ".join),
)
READERS: list[Read] = [happened, to_come, any_day]


@pytest.mark.parametrize(
    ("texts", "back", "forward", "either"),
    [
        ("today", "2026-11-18", "2026-11-18", "2026-11-18"),
        ("yesterday;2026-11-17", "2026-11-17", "past", "2026-11-17"),
        ("tomorrow;in 1d", "to come", "2026-11-19", "2026-11-19"),
        ("mon", "2026-11-16", "2026-11-23", "2026-11-16"),
        ("wed", "2026-11-18", "2026-11-25", "2026-11-18"),
        ("fri;FRIDAY", "2026-11-13", "2026-11-20", "2026-11-13"),
        ("thu;thurs", "2026-11-12", "2026-11-19", "2026-11-12"),
        ("last fri;13 nov 2026", "2026-11-13", "past", "2026-11-13"),
        ("next fri;next  Friday;in 2d", "to come", "2026-11-20", "2026-11-20"),
        ("nov20; NOV\t20 ;20nov", "2025-11-20", "2026-11-20", "2025-11-20"),
        ("18 nov", "2026-11-18", "2027-11-18", "2026-11-18"),
        ("1 sept;01 September", "2026-09-01", "2027-09-01", "2026-09-01"),
        ("29 feb", "2024-02-29", "2028-02-29", "2024-02-29"),
        ("20 nov 2026;November 20, 2026", "to come", "2026-11-20", "2026-11-20"),
        ("nov 20 2025", "2025-11-20", "past", "2025-11-20"),
        ("2026-11-20", "to come", "2026-11-20", "2026-11-20"),
        ("3d;3 days", "2026-11-15", "2026-11-21", "2026-11-15"),
        ("2w", "2026-11-04", "2026-12-02", "2026-11-04"),
        ("2w ago;2 Weeks ago", "2026-11-04", "past", "2026-11-04"),
        ("in 2w;in 2 weeks", "to come", "2026-12-02", "2026-12-02"),
        ("3m", "2026-08-18", "2027-02-18", "2026-08-18"),
        ("1y", "2025-11-18", "2027-11-18", "2025-11-18"),
        ("2026-W46", "2026-11-09", "past", "2026-11-09"),
        ("2026-w47", "2026-11-16", "2026-11-22", "2026-11-16"),
        ("2026-W48", "to come", "2026-11-29", "2026-11-23"),
        ("eow", "to come", "2026-11-22", "2026-11-22"),
        ("eom", "to come", "2026-11-30", "2026-11-30"),
    ],
)
def test_a_text_means_a_day_in_the_direction_of_its_option(
    texts: str, back: str, forward: str, either: str
) -> None:
    """The whole grammar, as it reads on Wednesday 18 November 2026."""
    for text in texts.split(";"):
        found = [_answer(read, text) for read in READERS]
        assert found == [back, forward, either]


def _answer(read: Read, text: str) -> str:
    """The ISO day, or on which wrong side of today the text lies."""
    try:
        return read(text, WEDNESDAY).isoformat()
    except UsageError as refusal:
        return refusal.sentence.rstrip(".").partition(" is ")[2].removeprefix("still ")


def _refusal(read: Callable[..., object], *given: object) -> tuple[str, str]:
    """The sentence and the advice with which the reader refuses."""
    with pytest.raises(UsageError) as refusal:
        read(*given)
    return refusal.value.sentence, refusal.value.advice


@pytest.mark.parametrize("today", WEEK_FROM_MONDAY)
@pytest.mark.parametrize("place", range(7))
def test_a_weekday_is_the_nearest_on_its_side_of_today(today: date, place: int) -> None:
    """Bare is today or before, forward and `next` after, `last` before today."""
    name = NAMES[place]
    same = [today + timedelta(days=n) for n in range(-7, 8)]
    same = [day for day in same if day.weekday() == place]
    assert happened(name, today) == max(day for day in same if day <= today)
    assert to_come(name, today) == min(day for day in same if day > today)
    assert happened(f"last {name}", today) == max(day for day in same if day < today)
    assert to_come(f"next {name}", today) == min(day for day in same if day > today)
    assert any_day(f"next {name}", today) == min(day for day in same if day > today)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("15 sep;next week;NEXT  WEEK;in 2d;2025-09-15;1w", "2025-09-15"),
        ("12 sep;this week;today;fri;2025-W37", "2025-09-08"),
        ("last week;1w ago;6 sep", "2025-09-01"),
        ("20 feb", "2026-02-16"),
        ("20 mar", "2025-03-17"),
        ("14 mar 2026", "2026-03-09"),
    ],
)
def test_a_week_is_that_of_the_nearest_day(text: str, monday: str) -> None:
    """On a Saturday 15 sep is the day after tomorrow, not one a year ago."""
    saturday = date(2025, 9, 13)
    for each in text.split(";"):
        week = week_meant(each, saturday, "")
        assert week.monday == date.fromisoformat(monday), each


def test_a_month_back_is_counted_from_today_at_once() -> None:
    """Three months before 31 May is the end of February; eow on a Sunday is today."""
    assert happened("3m", date(2025, 5, 31)) == date(2025, 2, 28)
    assert to_come("2m", date(2025, 1, 31)) == date(2025, 3, 31)
    assert happened("eow", date(2025, 6, 8)) == date(2025, 6, 8)


def test_a_day_on_the_wrong_side_is_named_and_refused() -> None:
    """The refusal says which day it understood, and what would do."""
    assert _refusal(happened, "20 nov 2026", WEDNESDAY) == (
        "Fri 20 Nov 2026 is still to come.",
        "What happened has a day up to today, like yesterday, last fri or 20 nov.",
    )
    assert _refusal(to_come, "yesterday", WEDNESDAY) == (
        "Tue 17 Nov 2026 is past.",
        "What is to come has a day from today on, like fri, in 2w or 20 nov.",
    )


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("dmy", "10/11", date(2026, 11, 10)),
        ("mdy", "10/11", date(2026, 10, 11)),
        ("dmy", "10.11.2026", date(2026, 11, 10)),
        ("dmy", "9.1", date(2026, 1, 9)),
        ("mdy", "11/19", date(2025, 11, 19)),
    ],
)
def test_figures_are_read_in_the_order_of_the_config(
    order: str, text: str, day: date
) -> None:
    """With date_order set, 10/11 is one day and no other."""
    assert happened(text, WEDNESDAY, order) == day


def test_figures_without_an_order_are_refused() -> None:
    """Nobody can tell 10 November from 11 October, and netlog does not guess."""
    for text in ("10/11", "10/11/2026", "25.12", "1.2.2026"):
        assert _refusal(happened, text, WEDNESDAY) == (
            f"netlog cannot tell the day from the month in {text}.",
            'Write 2026-11-10, or set date_order to "dmy" or "mdy" in the config.',
        )


NO_DAYS = """
1;32;nov;may 2026;nov 2026;3.14.15;10/11.2026;10/11/26;10-11;3d 2w;in fri;last 3d
in 2w ago;ago;in;last;monkey;fri 13;now;2026-1-1;2026-11;20261120;2026W48;2w later
٣d;\uff12\uff10 nov;20 ноя;²d;next week;weekly;1000d;20th nov;-3d;020 nov
"""


@pytest.mark.parametrize("text", re.split("[;\n]", NO_DAYS))
def test_anything_else_is_refused_with_three_examples(text: str) -> None:
    """The refusal repeats what was typed; the examples fit the direction."""
    sentence = f"'{text}' is no day netlog knows."
    assert [_refusal(read, text, WEDNESDAY, "dmy") for read in READERS] == [
        (sentence, "Write it like yesterday, last fri or 20 nov."),
        (sentence, "Write it like fri, in 2w or 20 nov."),
        (sentence, "Write it like mon, 20 nov or 2026-W48."),
    ]


@given(TODAYS)
@settings(deadline=None)
def test_every_example_can_be_typed(today: date) -> None:
    """What a refusal advises is accepted by the reader that advised it."""
    for read in READERS:
        advice = _refusal(read, "", today)[1].removeprefix("Write it like ").rstrip(".")
        days = [read(example, today) for example in re.split(", | or ", advice)]
        assert len(days) == 3


def test_a_long_text_is_not_even_tried() -> None:
    """Past 40 characters nothing is a date; only the beginning is repeated."""
    assert any_day("today".rjust(40), WEDNESDAY) == WEDNESDAY
    sentence, _ = _refusal(any_day, "today".rjust(41), WEDNESDAY)
    assert sentence == "'today' is no day netlog knows."
    sentence, _ = _refusal(any_day, "\x1b[2J" + "9" * 100_000, WEDNESDAY)
    assert sentence == f"'[2J{'9' * 37}' is no day netlog knows."


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ("2026-02-30;31 apr;0 may;29 feb 2025", "The calendar has no such day."),
        ("1899-12-31;2200-01-01;1850-W10;1 may 9999", "That year is too far away."),
        ("0d;30y ago;in 999m", "A length of time goes from one day to 20 years."),
        ("2025-W53", "There is no week 53 in 2025."),
    ],
)
def test_a_day_that_is_not_there_is_refused(texts: str, sentence: str) -> None:
    """Well written is not enough: the refusal says what is wrong with the day."""
    for text in texts.split(";"):
        assert _refusal(any_day, text, WEDNESDAY)[0] == sentence


@given(TEXTS, TODAYS, st.sampled_from(["", "dmy", "mdy"]))
@settings(deadline=None, max_examples=300)
def test_any_text_is_a_day_on_the_right_side_or_a_usage_error(
    text: str, today: date, order: str
) -> None:
    """What happened is never after today, what is to come never before it."""
    with suppress(UsageError):
        assert happened(text, today, order) <= today
    with suppress(UsageError):
        assert to_come(text, today, order) >= today
    with suppress(UsageError):
        assert 1900 <= any_day(text, today, order).year <= 2199


@given(DAYS, TODAYS)
@example(date(1900, 1, 1), WEDNESDAY)
@example(date(2199, 12, 31), WEDNESDAY)
def test_a_written_day_is_read_back(day: date, today: date) -> None:
    """ISO, short and in figures, a day with its year depends on nothing else."""
    assert any_day(day.isoformat(), today) == day
    assert any_day(spell_short(day), today) == day
    assert any_day(f"{day:%d/%m/%Y}", today, "dmy") == day
    assert any_day(f"{day:%m/%d/%Y}", today, "mdy") == day


@given(TODAYS, TODAYS)
@example(date(2096, 2, 29), date(2104, 2, 28))
@example(date(2096, 2, 29), date(2096, 2, 29))
def test_a_day_and_month_is_the_nearest_there_is(day: date, today: date) -> None:
    """Looking back the latest up to today, forward the first after it."""
    text = spell_short(day)[:-5]
    near = [today + timedelta(days=n) for n in range(-2930, 2931)]
    same = [d for d in near if (d.month, d.day) == (day.month, day.day)]
    assert happened(text, today) == max(d for d in same if d <= today)
    assert to_come(text, today) == min(d for d in same if d > today)


@pytest.mark.parametrize(
    ("stored", "texts"),
    [
        ("1980-05-21", "1980-05-21;21 may 1980;May 21, 1980"),
        ("--05-21", "--05-21;05-21;21 may;may  21"),
        ("--02-29", "02-29; 29 FEB "),
        ("1980-02-29", "29 february 1980"),
    ],
)
def test_a_birthday_may_lack_its_year(stored: str, texts: str) -> None:
    """With the year it is a day, without it a month and a day."""
    assert {birthday(text) for text in texts.split(";")} == {stored}


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ("1981-02-29;31 apr", "The calendar has no such day."),
        ("1604-05-21;21 may 2200", "That year is too far away."),
        ("21/05/1980;today;5-21;;2w", "That is no birthday netlog can read."),
    ],
)
def test_what_is_no_birthday_is_refused_unrepeated(texts: str, sentence: str) -> None:
    """The text may come from a file, so no part of it is said again."""
    for text in texts.split(";"):
        assert _refusal(birthday, text)[0] == sentence


@given(TEXTS)
def test_any_text_is_a_birthday_or_a_usage_error(text: str) -> None:
    """What is accepted is one of the two forms, and is accepted again."""
    with suppress(UsageError):
        stored = birthday(text)
        assert re.fullmatch(r"(\d{4}|-)-\d\d-\d\d", stored)
        assert birthday(stored) == stored


@given(DAYS)
def test_a_day_is_spelt_in_english(day: date) -> None:
    """The words of the C locale, no zero before the day: Wed 18 Nov 2026."""
    assert spell(WEDNESDAY) == "Wed 18 Nov 2026"
    assert spell(day) == f"{day:%a} {day.day} {day:%b %Y}"
    assert spell_short(day) == f"{day.day} {day:%b %Y}"


@pytest.mark.parametrize(
    ("kept", "spelt"),
    [
        ("1980-05-21", "21 May 1980"),
        ("--05-21", "21 May"),
        ("--02-29", "29 Feb"),
        ("2000-02-29", "29 Feb 2000"),
    ],
)
def test_a_birthday_is_spelt_with_the_year_if_it_is_told(kept: str, spelt: str) -> None:
    """Day, month, and the year where there is one."""
    assert spell_birthday(kept) == spelt
