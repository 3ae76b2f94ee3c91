"""Who said yes: whoever was asked for, tried and met, sort by sort."""

from datetime import timedelta

import pytest
from tests.plan.builders import MONDAY, Network, ago

from netlog.domain.settings import Settings
from netlog.reports.acceptance import (
    AGES,
    CIRCLES,
    CITIES,
    INTRODUCED,
    MET,
    STRANGER,
    UNKNOWN,
    Approach,
    Misfit,
    Sort,
    Split,
    approaches,
    misfits,
    splits,
)
from netlog.reports.result import Period
from netlog.reports.statistics import Rate

TODAY = Period(None, MONDAY)
DAYS = (ago(100), ago(99), ago(90))
"""When somebody was asked for, tried and met."""


def test_an_introduction_that_led_to_a_coffee() -> None:
    """Asked for on its day, tried by what was sent first, met by the sit-down."""
    network = Network(MONDAY)
    network.add("alisa", known=True)
    network.add("peter", via="alisa", on=ago(100))
    network.sends("peter", ago(99), ago(95))
    network.log("peter", kind="coffee", on=ago(90))
    assert approaches(network.store, TODAY) == [
        Approach(*DAYS, INTRODUCED, AGES[0], UNKNOWN, UNKNOWN)
    ]


def test_nobody_who_was_known_and_nobody_twice() -> None:
    """Who introduces is not asked for; two introductions make one case, the first."""
    network = Network(MONDAY)
    network.add("alisa", "ruth", known=True)
    network.add("peter", via="alisa", on=ago(100))
    network.introduce("peter", by="ruth", on=ago(40))
    network.sends("peter", ago(39))
    (peter,) = approaches(network.store, TODAY)
    assert (peter.asked_on, peter.tried_on, peter.met_on) == (ago(100), ago(39), None)
    assert peter.age == AGES[0]  # by the last one before it


def test_the_pick_of_a_week_is_asked_for() -> None:
    """From its Monday on; met by chance, or a stranger of an import."""
    network = Network(ago(91))
    network.add("susan", source="typed")
    network.log("susan", kind="event", on=ago(95))
    assert network.due().new.pick[0].person.handle == "susan"
    network.add("linked", source="linkedin")
    network.today = ago(84)
    network.log("susan", kind="coffee")
    assert network.due(ago(77)).new.pick[0].person.handle == "linked"
    network.sends("linked", ago(76))
    assert approaches(network.store, TODAY) == [
        Approach(ago(91), ago(84), ago(84), MET, "", UNKNOWN, UNKNOWN),
        Approach(ago(77), ago(76), None, STRANGER, "", UNKNOWN, UNKNOWN),
    ]


def test_what_was_only_offered_is_not_asked_for() -> None:
    """But by the plan, once it picks them."""
    network = Network(ago(91))
    network.add("alisa", known=True)
    network.add("zoe")
    network.introduce("zoe", by="alisa", on=ago(120), state="offered")
    assert approaches(network.store, TODAY) == []
    network.due()
    (zoe,) = approaches(network.store, TODAY)
    assert (zoe.asked_on, zoe.came) == (ago(91), INTRODUCED)


def test_who_had_sat_down_before_says_nothing() -> None:
    """An introduction after the coffee is no question any more."""
    network = Network(MONDAY)
    network.add("alisa", known=True)
    network.add("peter")
    network.log("peter", on=ago(120))
    network.introduce("peter", by="alisa", on=ago(100))
    assert approaches(network.store, TODAY) == []


def test_what_they_send_is_no_try_of_mine() -> None:
    """Nor is a coffee that did not come about a meeting."""
    network = Network(MONDAY)
    network.add("alisa", known=True)
    network.add("peter", via="alisa", on=ago(100))
    network.hears("peter", ago(99))
    network.log("peter", kind="coffee", on=ago(80), answered="no")
    (peter,) = approaches(network.store, TODAY)
    assert (peter.tried_on, peter.met_on) == (ago(80), None)


def test_a_period_holds_who_was_asked_for_in_it() -> None:
    """And what came by its last day."""
    network = Network(MONDAY)
    network.add("alisa", known=True)
    network.add("peter", via="alisa", on=ago(100))
    network.log("peter", on=ago(20))
    assert approaches(network.store, Period(ago(90), MONDAY)) == []
    (peter,) = approaches(network.store, Period(ago(110), ago(30)))
    assert (peter.tried_on, peter.met_on) == (None, None)


@pytest.mark.parametrize(
    ("since", "age"),
    [(0, 0), (28, 0), (29, 1), (91, 1), (92, 2), (400, 2)],
)
def test_how_old_an_introduction_was(since: int, age: int) -> None:
    """When they were tried first; who never was has none."""
    network = Network(MONDAY)
    network.add("alisa", known=True)
    network.add("peter", "quiet", via="alisa", on=ago(500))
    network.sends("peter", ago(500 - since))
    assert {one.age for one in approaches(network.store, TODAY)} == {AGES[age], ""}


def test_a_far_circle_is_one_of_which_nobody_else_was_known() -> None:
    """In contact before they were tried; who came later is none, nor a try in vain."""
    network = Network(MONDAY)
    network.add("alisa", known=True)
    for name, org in {"ann": "acme", "bo": "bolt", "cy": "cargo", "di": ""}.items():
        network.add(name, via="alisa", on=ago(100), org=org)
        network.sends(name, ago(90))
    network.add("new", "vain", known=True, org="bolt")
    network.log("new", kind="call", on=ago(80))
    network.tries("vain", ago(200))
    network.add("col", known=True, org="cargo")
    network.log("col", kind="call", on=ago(460))
    network.log("col", kind="call", on=ago(20))
    circles = [one.circle for one in approaches(network.store, TODAY)]
    assert circles == [CIRCLES[1], CIRCLES[1], CIRCLES[0], UNKNOWN]


def test_a_city_is_mine_or_another() -> None:
    """Where mine is not known, none is known."""
    network = Network(MONDAY)
    network.add("alisa", known=True)
    for name, city in {"ann": "Berlin, DE", "bo": "Sydney", "cy": ""}.items():
        network.add(name, via="alisa", on=ago(100), city=city)
    before = approaches(network.store, TODAY)
    assert {one.city for one in before} == {UNKNOWN}
    network.edit_me(city="berlin")
    after = [one.city for one in approaches(network.store, TODAY)]
    assert after == [*CITIES, UNKNOWN]


def approach(
    asked: int, tried: int | None, met: int | None, came: str = MET
) -> Approach:
    """Somebody asked for, tried and met so many days ago."""
    tried_on, met_on = (None if days is None else ago(days) for days in (tried, met))
    return Approach(ago(asked), tried_on, met_on, came, "", UNKNOWN, UNKNOWN)


def test_how_many_were_tried_and_met() -> None:
    """Within eight weeks of the one before; what is younger is left out."""
    asked = [
        approach(200, 200, 200),
        approach(200, 190, 140),
        approach(200, 190, 130),  # met after sixty days
        approach(200, 140, None),  # tried after sixty days
        approach(200, None, None),
        approach(57, 55, 50),  # tried too lately
        approach(55, 55, 55),  # asked for too lately
        approach(200, 190, None, INTRODUCED),
    ]
    came, *others = splits(asked, MONDAY)
    assert (came.key, came.sorts) == (
        "came",
        (
            Sort(INTRODUCED, Rate(1, 1), Rate(0, 1)),
            Sort(MET, Rate(4, 6), Rate(2, 4)),
        ),
    )
    assert [split.key for split in others] == ["age", "circle", "city"]
    assert others[0].sorts == ()
    assert [sort.name for sort in others[1].sorts] == [UNKNOWN]


def made(**met: tuple[Rate, Rate]) -> list[Split]:
    """Splits by their key: the rates of the two sorts that are compared."""
    names = {
        "came": (INTRODUCED, STRANGER),
        "age": (AGES[0], AGES[2]),
        "circle": CIRCLES,
        "city": CITIES,
    }
    return [
        Split(
            key,
            key,
            tuple(
                Sort(name, Rate(0, 0), rate)
                for name, rate in zip(pair, met.get(key, ()), strict=False)
            ),
        )
        for key, pair in names.items()
    ]


def lines(found: list[Misfit]) -> list[str]:
    """The lines of the config that would fit."""
    return [misfit.line for misfit in found]


def test_what_is_assumed_fits() -> None:
    """Where the intervals meet nothing is said, however far the shares are apart."""
    assert misfits(made(), Settings()) == []
    fitting = {
        "came": (Rate(70, 100), Rate(20, 100)),
        "age": (Rate(70, 100), Rate(28, 100)),
        "circle": (Rate(50, 100), Rate(50, 100)),
        "city": (Rate(60, 100), Rate(15, 100)),
    }
    assert misfits(made(**fitting), Settings()) == []
    assert misfits(made(age=(Rate(4, 6), Rate(4, 6))), Settings()) == []


def test_too_few_say_nothing() -> None:
    """Below six of a sort, or where nobody at all was met."""
    assert misfits(made(city=(Rate(50, 50), Rate(5, 5))), Settings()) == []
    assert misfits(made(city=(Rate(5, 5), Rate(50, 50))), Settings()) == []
    assert misfits(made(city=(Rate(0, 50), Rate(50, 50))), Settings()) == []


@pytest.mark.parametrize(
    ("key", "one", "other", "line"),
    [
        ("age", Rate(70, 100), Rate(70, 100), "weights.new.freshness = 0"),
        ("age", Rate(80, 100), Rate(64, 100), "weights.new.freshness = 2"),
        ("age", Rate(80, 100), Rate(4, 100), "weights.new.freshness = 9.5"),
        ("city", Rate(60, 100), Rate(60, 100), "weights.new.near = 0"),
        ("city", Rate(60, 100), Rate(30, 100), "weights.new.near = 2"),
        ("came", Rate(70, 100), Rate(63, 100), "weights.new.warmth = 1"),
        ("circle", Rate(60, 100), Rate(30, 100), "weights.new.bridge = 2"),
        ("circle", Rate(30, 100), Rate(90, 100), "weights.new.bridge = 8"),
    ],
)
def test_a_weight_that_would_fit(key: str, one: Rate, other: Rate, line: str) -> None:
    """In proportion to what was seen; never below nothing, never above twice."""
    assert lines(misfits(made(**{key: (one, other)}), Settings())) == [line]


def test_the_weight_that_is_set_is_what_is_fitted() -> None:
    """Half of mine where half would fit; nothing once it is set."""
    same = made(city=(Rate(60, 100), Rate(60, 100)))
    assert misfits(same, Settings(weights={"new.near": 0.0})) == []
    (misfit,) = misfits(
        made(circle=(Rate(60, 100), Rate(30, 100))), Settings(weights={"new.bridge": 8})
    )
    assert (misfit.weight, misfit.fitting) == (8, 4)
    assert misfit.said() == (
        "far circle against near circle: met 0.50 times as often, 1.00 is assumed"
    )
    assert misfit.data()["cost"].endswith("without it 12 to 15 % less diversity.")


def test_each_weight_is_named_once() -> None:
    """Warmth has two assumptions; the first that is left counts."""
    rates = (Rate(70, 100), Rate(70, 100), Rate(70, 100))
    sorts = zip((INTRODUCED, MET, STRANGER), rates, strict=True)
    came = Split(
        "came", "", tuple(Sort(name, Rate(0, 0), rate) for name, rate in sorts)
    )
    found = misfits([came, *made()[1:]], Settings())
    assert lines(found) == ["weights.new.warmth = 0"]
    assert found[0].assumed.second == STRANGER


def test_eight_weeks_are_to_the_day() -> None:
    """Fifty-six days later is soon, and old enough."""
    weeks = timedelta(weeks=8).days
    on_time = approach(200, 200, 200 - weeks)
    late = approach(200, 200, 199 - weeks)
    old, young = approach(weeks, weeks, None), approach(weeks - 1, weeks - 1, None)
    (came, *_) = splits([on_time, late, old, young], MONDAY)
    assert came.sorts == (Sort(MET, Rate(3, 3), Rate(1, 3)),)
