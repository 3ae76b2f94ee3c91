"""Steps: a path as it is told, from the outcome back."""

from datetime import date

from tests.network.networks import day, introductions
from tests.plan.builders import entry

from netlog.domain.introduction import Link
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Named
from netlog.domain.touch import TouchAt
from netlog.network.origin import Origin, WalkStart
from netlog.network.trace import StepsOf, TracePath, TraceStep

FAR, NEAR = introductions((2, 3, 2), (3, 4, 5))
OUTCOME = entry(person_id=4, day=day(9))
LAST = day(9)


def touch(key: int = 1, kind: str = "call", day: date = LAST) -> TouchAt:
    """A touch of a kind, answered, at no place."""
    facts = TOUCH_KINDS[kind]
    return TouchAt(
        id=key, uid=f"touch-{key}", kind=kind, day=day, place_id=None, note="",
        in_person=facts.in_person, sit_down=facts.sit_down, two_way=facts.two_way,
        inbound=False, entered=key, place="", answered="yes", answered_on=None,
    )  # fmt: skip


COFFEE = touch(kind="coffee", day=day(8))


def named(key: int) -> Named:
    """Anybody, by their id."""
    return Named(key, f"p-{key}", f"P {key}")


def never(_: int) -> TouchAt | None:
    """Nobody was met."""
    return None


def met(key: int, on: date) -> dict[int, TouchAt]:
    """Somebody who was met on a day."""
    return {key: touch(7, kind="met", day=on)}


def paths(
    *links: Link,
    at: TouchAt | None = COFFEE,
    first: dict[int, TouchAt] | None = None,
    until: date = LAST,
    ends: bool = True,
) -> TracePath:
    """The path of an outcome of the fourth."""
    origin = Origin(WalkStart(4, until, None, at), (links,), 1, ends)
    (path,) = StepsOf(origin, named, (first or {}).get).paths(OUTCOME)
    return path


def test_outcome_touch_introductions_and_who_made_them() -> None:
    """The days are those to the dated step before; somebody on the way has none."""
    assert paths(NEAR, FAR) == TracePath(
        (
            TraceStep("outcome", named(4), day(9), None, OUTCOME),
            TraceStep("touch", named(4), day(8), 1, COFFEE),
            TraceStep("introduction", named(4), day(5), 3, NEAR, named(3)),
            TraceStep("person", named(3)),
            TraceStep("introduction", named(3), day(2), 3, FAR, named(2)),
            TraceStep("person", named(2)),
        ),
        named(2),
    )


def test_later_touches_stand_between_the_outcome_and_the_coffee() -> None:
    """As they are given, each with the days to the one before it."""
    mail, call = touch(8, kind="email", day=day(9)), touch(9, kind="call", day=day(8))
    origin = Origin(WalkStart(4, day(9), None, COFFEE), ((NEAR,),), 1)
    (path,) = StepsOf(origin, named, never, [mail, call]).paths(OUTCOME)
    assert [(step.type, step.days, step.about) for step in path.steps] == [
        ("outcome", None, OUTCOME),
        ("touch", 0, mail),
        ("touch", 1, call),
        ("touch", 0, COFFEE),
        ("introduction", 3, NEAR),
        ("person", None, None),
    ]


def test_the_last_is_told_with_how_they_were_met() -> None:
    """On the day of the introduction at the latest: later it explains nothing."""
    for on, days in ((day(2), 0), (day(0), 2)):
        last = paths(NEAR, FAR, first=met(2, on)).steps[-1]
        assert last == TraceStep("person", named(2), on, days, met(2, on)[2])
    late = paths(NEAR, FAR, first=met(2, day(3)) | met(3, day(1)) | met(4, day(1)))
    assert late.steps[-1] == TraceStep("person", named(2))
    assert late.steps[3] == TraceStep("person", named(3))


def test_whoever_needed_no_help_was_met_before_the_outcome() -> None:
    """The walk stands with them, as far back as it reached."""
    for on, about in ((day(9), met(4, day(9))[4]), (day(10), None)):
        path = paths(first=met(4, on), at=None)
        assert [step.type for step in path.steps] == ["outcome", "person"]
        assert (path.steps[-1].about, path.root) == (about, named(4))
    assert paths(first=met(4, day(8)), until=day(7)).steps[-1].about is None


def test_without_an_outcome_it_begins_with_the_introduction() -> None:
    """How somebody came to be known; no days before the first."""
    origin = Origin(WalkStart(4, day(9)), ((NEAR,),), 1)
    (path,) = StepsOf(origin, named, never).paths(None)
    assert path.steps == (
        TraceStep("introduction", named(4), day(5), None, NEAR, named(3)),
        TraceStep("person", named(3)),
    )


def test_every_path_is_told() -> None:
    """In the order they have."""
    origin = Origin(WalkStart(4, day(9)), ((NEAR,), (NEAR, FAR), ()), 3)
    found = StepsOf(origin, named, never).paths(OUTCOME)
    assert [path.root for path in found] == [named(3), named(2), named(4)]
    assert [len(path.steps) for path in found] == [3, 5, 2]


def test_where_a_path_breaks_off_nobody_is_its_root() -> None:
    """Nor is it told how the last of those who were read was met."""
    path = paths(NEAR, FAR, first=met(2, day(0)), ends=False)
    assert (path.root, path.steps[-1]) == (None, TraceStep("person", named(2)))
