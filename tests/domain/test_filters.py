"""Filters of a list: what they let through, and what they refuse."""

import pytest
from tests.plan.builders import MONDAY, ago, detail, person

from netlog.domain.filters import FILTER_FIELDS, Listed, all_hold, parse_filter
from netlog.errors import UsageError

ANN = Listed(
    person(
        name="Ann Müller",
        handle="ann",
        org="Acme GmbH",
        city="Köln",
        every="3m",
        birthday="--06-10",
        last_contact=ago(90),
        first_sitdown=ago(90),
    ),
    (detail("kind", "client"), detail("kind", "Peer"), detail("tag", "HR")),
    ("alisa novak", "alisa"),
)
BOB = Listed(person(3, resting=True), ())


@pytest.mark.parametrize(
    ("text", "ann", "bob"),
    [
        ("kind=client", True, False),
        ("kind=peer", True, False),
        ("kind!=client", False, True),
        ("kind=", False, True),
        ("tag=hr", True, False),
        ("tag~h", True, False),
        ("org~acme", True, False),
        ("org=acme", False, False),
        ("org=ACME gmbh", True, False),
        ("org=", False, True),
        ("city=koln", True, False),
        ("name~muller", True, False),
        ("name~MÜL", True, False),
        ("handle=ann", True, False),
        ("every=3m", True, False),
        ("via=alisa", True, False),
        ("via=Alisa Novak", True, False),
        ("via!=alisa", False, True),
        ("resting=yes", False, True),
        ("new=yes", False, True),
        ("new=no", True, False),
        ("known=no", True, True),
        ("no_sell=yes", False, False),
        ("birthday=jun", True, False),
        ("birthday=july", False, False),
        ("birthday=none", False, True),
        ("birthday!=none", True, False),
        ("birthday<9d", True, False),
        ("birthday<8d", False, False),
        ("last=never", False, True),
        ("last!=never", True, False),
        ("last>89d", True, False),
        ("last>90d", False, False),
        ("last<90d", False, False),
        ("last<91d", True, False),
        ("last>2 weeks", True, False),
        ("last=2025-03-04", True, False),
        ("last<2025-03-05", True, False),
        ("last>2025-03-04", False, False),
        ("  tag=hr  ", True, False),
    ],
)
def test_a_filter_lets_through_what_it_says(text: str, *, ann: bool, bob: bool) -> None:
    """Equal, part of, not; longer ago than a span, after a day; or never."""
    test = parse_filter(text, MONDAY)
    assert (test(ANN), test(BOB)) == (ann, bob)


def test_all_filters_must_hold() -> None:
    """Two filters let through whom each of them does; none lets everybody."""
    tests = [parse_filter(text, MONDAY) for text in ("tag=hr", "city=bonn")]
    assert not all_hold(tests)(ANN)
    assert all_hold(tests[:1])(ANN)
    assert all_hold([])(BOB)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("client", "'client' is no filter."),
        ("colour=red", "'colour=red' is no filter."),
        ("kind:client", "'kind:client' is no filter."),
        ("", "'' is no filter."),
        ("org>acme", "Only last can be > something."),
        ("last~90d", "last is compared with <, > or =."),
    ],
)
def test_what_is_no_filter_is_refused(text: str, sentence: str) -> None:
    """The advice names every field there is."""
    with pytest.raises(UsageError) as refusal:
        parse_filter(text, MONDAY)
    assert refusal.value.sentence == sentence
    assert all(field in refusal.value.advice for field in FILTER_FIELDS)


@pytest.mark.parametrize("text", ["birthday>jun", "birthday=9", "birthday<soon"])
def test_a_birthday_is_in_a_month_or_within_days(text: str) -> None:
    """Anything else is refused, with what can be asked."""
    with pytest.raises(UsageError, match="is no time for a birthday") as refusal:
        parse_filter(text, MONDAY)
    assert refusal.value.advice == "Write birthday=jun, or birthday<14d."


@pytest.mark.parametrize("text", ["last>soon", "last<10/11"])
def test_a_day_that_cannot_be_read_is_refused(text: str) -> None:
    """The same as wherever a day is typed."""
    with pytest.raises(UsageError):
        parse_filter(text, MONDAY)
