"""Where a person stands follows from what happened, in whatever order it was told."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import MONDAY, ago, detail, touch, way

from netlog.domain.introduction import Way
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.standing import Derived, Source, cluster_of, derive, values
from netlog.domain.touch import TouchAt

CAME_IN = date(2024, 1, 1)
TOUCHES = st.lists(
    st.builds(
        lambda days, kind, answered: touch(days=days, kind=kind, answered=answered),
        st.integers(0, 6),
        st.sampled_from(sorted(TOUCH_KINDS)),
        st.booleans(),
    ),
    max_size=8,
).map(lambda them: [one._replace(id=n) for n, one in enumerate(them, 1)])
WAYS = st.lists(
    st.builds(
        lambda days, state: way(day=ago(days), state=state),
        st.integers(0, 6),
        st.sampled_from(["offered", "made", "met", "dropped"]),
    ),
    max_size=4,
)


def source(*touches: TouchAt, ways: tuple[Way, ...] = ()) -> Source:
    """What somebody's standing is derived from; they came in long ago."""
    return Source(CAME_IN, "", "", touches=touches, ways=ways)


def test_nothing_known_is_nothing_derived() -> None:
    """They wait from the day they came in."""
    assert derive(source()) == Derived(
        cadence="",
        cluster="",
        waits_from=CAME_IN,
        last_contact=None,
        first_sitdown=None,
        last_sitdown=None,
        fresh_on=None,
        attempts=0,
        touches=0,
        dropped=False,
    )


def test_everything_known_is_derived() -> None:
    """Kinds give a cadence, touches the days, introductions the freshness."""
    told = Source(
        CAME_IN,
        "",
        "Café Ørsted",
        ("friend",),
        ("choir",),
        (
            touch(1, 90, "coffee"),
            touch(2, 40, "lunch"),
            touch(3, 20, "event"),
            touch(4, 10),
            touch(5, 3, "email", answered=False),
        ),
        (way(day=ago(30)), way(8, day=ago(2), state="dropped")),
    )
    assert derive(told) == Derived(
        cadence="6m",
        cluster="cafe orsted",
        last_contact=ago(10),
        waits_from=ago(10),
        first_sitdown=ago(90),
        last_sitdown=ago(40),
        fresh_on=ago(20),
        attempts=1,
        touches=4,
        dropped=False,
    )


def test_an_attempt_is_no_contact() -> None:
    """Two calls that nobody answered leave everything but the attempts."""
    tried = source(touch(1, 20, answered=False), touch(2, 3, "coffee", answered=False))
    assert derive(tried) == derive(source())._replace(attempts=2)


def test_a_back_dated_touch_never_moves_the_last_contact_back() -> None:
    """Entered later, but dated two months ago: one touch more and nothing else."""
    before = derive(source(touch(1, 5)))
    after = derive(source(touch(1, 5), touch(2, 60)))
    assert after == before._replace(touches=2)


@pytest.mark.parametrize(
    ("answered", "attempts"),
    [
        ([False, False], 2),
        ([False, True], 0),
        ([True, False], 1),
        ([False, True, False, False], 2),
        ([True, True], 0),
    ],
)
def test_attempts_are_those_since_the_last_answer(
    answered: list[bool], attempts: int
) -> None:
    """On one day they count in the order they were entered."""
    touches = [touch(n, 3, answered=yes) for n, yes in enumerate(answered, 1)]
    assert derive(source(*touches)).attempts == attempts


def test_an_answer_dated_before_the_attempts_ends_none_of_them() -> None:
    """What was entered last but happened first came before them."""
    tried = [touch(1, 20, answered=False), touch(2, 10, answered=False)]
    assert derive(source(*tried, touch(3, 30, "email"))).attempts == 2
    assert derive(source(*tried, touch(3, 15, "email"))).attempts == 1


@given(TOUCHES, WAYS, st.data())
def test_the_order_in_which_it_is_told_does_not_matter(
    touches: list[TouchAt], ways: list[Way], data: st.DataObject
) -> None:
    """Days and numbers decide, not the order of the rows."""
    told = Source(CAME_IN, "", "", touches=touches, ways=ways)
    mixed = told._replace(
        touches=data.draw(st.permutations(touches)),
        ways=data.draw(st.permutations(ways)),
    )
    assert derive(mixed) == derive(told)


@given(TOUCHES)
def test_one_touch_more_never_moves_a_day_back(touches: list[TouchAt]) -> None:
    """The last days only grow, the first sit-down only gets earlier."""
    *before, last = [derive(source(*touches[:n])) for n in range(len(touches) + 1)]
    for earlier in before:
        for field in ("last_contact", "last_sitdown", "fresh_on"):
            was, now = getattr(earlier, field), getattr(last, field)
            assert was is None or was <= now
        first, now = earlier.first_sitdown, last.first_sitdown
        assert first is None or (now is not None and now <= first)


@given(TOUCHES)
def test_attempts_count_from_the_last_answer_on(touches: list[TouchAt]) -> None:
    """The same by another way: those that nothing answered comes after."""
    answered = [(one.day, one.id) for one in touches if one.answered]
    last = max(answered, default=(CAME_IN - timedelta(days=1), 0))
    since = [one for one in touches if not one.answered and (one.day, one.id) > last]
    assert derive(source(*touches)).attempts == len(since)


@pytest.mark.parametrize(
    ("states", "dropped"),
    [
        ((), False),
        (("dropped",), True),
        (("dropped", "dropped"), True),
        (("dropped", "offered"), False),
        (("made",), False),
    ],
)
def test_somebody_is_dropped_when_every_introduction_is(
    states: tuple[str, ...], *, dropped: bool
) -> None:
    """One that still counts is enough."""
    ways = tuple(way(day=MONDAY, state=state) for state in states)
    assert derive(source(ways=ways)).dropped is dropped


def test_a_cluster_is_the_organisation_else_the_first_tag() -> None:
    """Case and accents are no difference; without either there is none."""
    assert cluster_of("ACME", ["hr"]) == "acme"
    assert cluster_of("", ["Chœur", "hr"]) == "choeur"
    assert cluster_of("", []) == ""


def test_values_of_a_field_come_in_their_order() -> None:
    """Only those of the field that is asked for."""
    held = [detail("tag", "b"), detail("kind", "peer"), detail("tag", "a")]
    assert values(held, "tag") == ("b", "a")
    assert values(held, "url") == ()
