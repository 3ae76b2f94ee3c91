"""A year under a rule: what is asked, what is held, and what it is measured by."""

from datetime import timedelta

import pytest
from bench.planning.chance import WeekOfChance, weeks_of_chance
from bench.planning.ego import Asked, Ego
from bench.planning.networks import Network, planted
from bench.planning.rules import OTHERS, SHIPPED, Rule, rules
from bench.planning.world import FIRST_MONDAY, Beginning, beginning
from bench.planning.year import (
    ACCEPT,
    ALTERNATES,
    CITIES,
    ONE_TRY,
    Setting,
    Year,
    lived,
    prepared,
)

from netlog.db import sql
from netlog.domain.person import ME_ID

WEEKS = weeks_of_chance("planted, 5", 200, 12)
BY_NAME = {rule.name: rule for rule in rules()}


@pytest.fixture(scope="module")
def begun() -> Beginning:
    """Somebody in the small network."""
    return beginning(planted(), 5)


@pytest.fixture(scope="module")
def ego(begun: Beginning) -> Ego:
    """The same, with a netlog."""
    return prepared(begun)


def year(begun: Beginning, ego: Ego, rule: str, setting: Setting) -> Year:
    """Twelve weeks."""
    return lived(begun, ego, BY_NAME[rule], setting, WEEKS)


def test_the_rules_are_the_plan_without_each_term_and_four_simpler_ones() -> None:
    """Every term has its own; a weight of nothing is all that changes."""
    assert next(iter(BY_NAME)) == SHIPPED
    assert BY_NAME["without bridge"] == Rule("without bridge", {"new.bridge": 0.0})
    assert list(BY_NAME)[-4:] == [
        "random",
        "longest waiting",
        "most past contact",
        "most named",
    ]


@pytest.mark.parametrize(
    ("rule", "first"),
    [(0, "chance"), (1, "waits"), (2, "contacts"), (3, "named")],
)
def test_a_simpler_rule_has_one_thing_in_view(rule: int, first: str) -> None:
    """And chance where that is equal."""
    fields = {"chance": 0, "waits": 0, "contacts": 0, "named": 0}
    people = {
        name: Asked(
            number,
            FIRST_MONDAY - timedelta(days=fields[name] + (name == "waits")),
            int(name == "contacts"),
            int(name == "named"),
        )
        for number, name in enumerate(fields)
    }
    order = OTHERS[rule].order
    assert order
    ranked = sorted(
        people, key=lambda name: order(people[name], float(name != "chance"))
    )
    assert ranked[0] == first
    if first != "chance":
        assert ranked[1] == "chance"


def test_where_everybody_accepts_every_week_has_a_coffee(
    begun: Beginning, ego: Ego
) -> None:
    """With the pick, at the first try, with somebody else each week."""
    for rule in (SHIPPED, "random"):
        came = year(begun, ego, rule, ACCEPT)
        assert (came.held, came.tries, came.repeats) == (12, 12, 0)
        assert came.introduced + came.met + came.strangers == 12


def test_the_same_year_is_the_same_again(begun: Beginning, ego: Ego) -> None:
    """A year leaves nothing behind in the ego that it was made of."""
    first = year(begun, ego, SHIPPED, ONE_TRY)
    year(begun, ego, "random", ONE_TRY)
    assert year(begun, ego, SHIPPED, ONE_TRY) == first
    assert prepared(begun).open_new(FIRST_MONDAY) == ego.open_new(FIRST_MONDAY)


def test_alternates_are_asked_only_after_a_no(begun: Beginning, ego: Ego) -> None:
    """At most three a week, and no more than one coffee."""
    one = year(begun, ego, SHIPPED, ONE_TRY)
    more = year(begun, ego, SHIPPED, ALTERNATES)
    assert one.tries == 12
    assert 12 < more.tries <= 36
    assert one.held < more.held <= 12


def test_chance_does_not_know_the_rule(begun: Beginning, ego: Ego) -> None:
    """Whoever is willing enough for the number of the week says yes."""
    sure, never = (
        [week._replace(answers=(number,) * 3) for week in WEEKS]
        for number in (0.0, 0.999)
    )
    for rule in (SHIPPED, "longest waiting"):
        yes = lived(begun, ego, BY_NAME[rule], ONE_TRY, sure)
        no = lived(begun, ego, BY_NAME[rule], ONE_TRY, never)
        assert (yes.held, no.held, no.reach, no.diversity) == (12, 0, 0.0, 0.0)


QUIET = WeekOfChance((0.0,) * 3, 1.0, 0, [1.0] * 6, [0.0] * 6, [0.0] * 6)
"""A week in which nothing comes by itself, and whoever is asked says yes."""
BY_NUMBER = Rule("by number", order=lambda one, _: (one.person,))


def in_a_line(*strangers: int) -> Beginning:
    """Somebody at the end of a line of six, who knows the next one."""
    around = ((1,), (0, 2), (1, 3), (2, 4), (3, 5), (4,))
    line = Network("line", "by hand", around, (0, 0, 0, 1, 1, 1), 5, "")
    nobody, everybody = (False,) * 6, (True,) * 6
    return Beginning(
        line, 0, (1,), strangers, (FIRST_MONDAY,), nobody, everybody, {}, {}
    )


def test_whoever_was_met_introduces_in_turn() -> None:
    """1 knows 2, who knows 3, who knows 4: one a week, if each introduces."""
    start = in_a_line()
    week = QUIET._replace(introduces=[0.0] * 6)
    came = lived(start, prepared(start), BY_NUMBER, ONE_TRY, [week] * 4)
    assert (came.held, came.introduced, came.tries) == (3, 3, 3)


def test_whom_one_meets_by_chance_is_asked_like_others() -> None:
    """Nobody is met by chance who is known, nor twice."""
    start = in_a_line()
    week = QUIET._replace(meets=0.0)
    came = lived(start, prepared(start), BY_NUMBER, ONE_TRY, [week] * 6)
    assert (came.held, came.met) == (4, 4)  # 2 to 5


def test_nobody_is_introduced_twice_by_the_same_nor_met_by_chance_twice() -> None:
    """Whoever says no all the time leaves room for the next one."""
    seen: set[int] = set()

    def order(one: Asked, _: float) -> tuple[float, ...]:
        seen.add(one.person)
        return (0,)

    recording = Rule("recording", order=order)
    no = QUIET._replace(answers=(0.999,) * 3)
    star = in_a_line()
    around = ((1,), (0, 2, 3, 4), (1,), (1,), (1,), ())
    star = star._replace(network=star.network._replace(neighbours=around))
    for week, others in (
        (no._replace(introduces=[0.0] * 6), {2, 3, 4}),
        (no._replace(meets=0.0), {2, 3, 4, 5}),
    ):
        seen.clear()
        lived(star, prepared(star), recording, ONE_TRY, [week] * 5)
        assert seen == others


def test_the_yes_of_one_ends_the_week() -> None:
    """The alternates are not asked any more."""
    start = in_a_line(2, 3, 4, 5)
    came = lived(start, prepared(start), BY_NUMBER, ALTERNATES, [QUIET] * 2)
    assert (came.held, came.tries) == (2, 2)
    no, yes = 0.999, 0.0
    week = QUIET._replace(answers=(no, no, yes))
    came = lived(start, prepared(start), BY_NUMBER, ALTERNATES, [week])
    assert (came.held, came.tries) == (1, 3)


def test_measures_are_what_they_say() -> None:
    """In a line of six, one of each organisation was met."""
    start = in_a_line(2, 3, 4)
    came = lived(start, prepared(start), BY_NUMBER, ONE_TRY, [QUIET] * 2)
    assert (came.held, came.strangers) == (2, 2)  # persons 2 and 3
    assert came.reach == pytest.approx(4 / 6)  # 1, 2, 3 and 4
    assert came.diversity == pytest.approx(2.0)


def test_cities_are_told_only_where_they_matter(begun: Beginning) -> None:
    """The user's own, and those of half of the people."""
    for setting in (ONE_TRY, CITIES):
        ego = prepared(begun, cities=setting.tells_cities)
        me = sql.person(ego.store, ME_ID)
        assert me
        assert bool(me.city) is setting.tells_cities
