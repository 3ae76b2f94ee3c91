"""All traces at once: the same as each by itself."""

from datetime import date

from hypothesis import given, strategies as st
from tests.network.networks import LATE, UNTIL, Network, day, introductions, networks

from netlog.domain.evidence import Outcome
from netlog.reports.attribution import Attribution, attribution


def outcome(key: int, person: int, on: date, touch: date | None = None) -> Outcome:
    """Something got from somebody on a day, after a touch on another."""
    return Outcome(
        key, person, on, they_called=False, introduction_id=None, touch_day=touch
    )


def plainly(network: Network, outcomes: list[Outcome], person: int, on: date) -> object:
    """The day of the first outcome, from a day on, that has somebody on a way back."""
    return next(
        (
            one.day
            for one in outcomes
            if one.day >= on and person in people_of(network, one)
        ),
        None,
    )


def people_of(network: Network, one: Outcome) -> set[int]:
    """Everybody on a way back from an outcome."""
    ways = network.paths(one.person_id, one.until)
    return {one.person_id} | {link.introducer_id for way in ways for link in way}


@given(network=networks(), data=st.data(), on=UNTIL)
def test_everybody_has_the_outcomes_that_their_traces_say(
    network: Network, data: st.DataObject, on: date
) -> None:
    """In random networks, circles and all, for every person and a day."""
    people = st.sampled_from([*network.people, 99])
    drawn = data.draw(st.lists(st.tuples(people, UNTIL, st.none() | UNTIL), max_size=4))
    in_order = sorted(drawn, key=lambda one: one[1])
    outcomes = [outcome(n, *one) for n, one in enumerate(in_order)]
    found = attribution(outcomes, network.read)
    everybody = [*network.people, 99]
    assert {one: found.first(one, on) for one in everybody} == {
        one: plainly(network, outcomes, one, on) for one in everybody
    }


@given(network=networks(), data=st.data())
def test_an_introduction_led_to_what_its_walks_come_by(
    network: Network, data: st.DataObject
) -> None:
    """In random networks, for every introduction."""
    person = data.draw(st.sampled_from(network.people))
    one = outcome(1, person, LATE, data.draw(UNTIL))
    used = {link for way in network.paths(person, one.until) for link in way}
    found = attribution([one], network.read)
    assert {link for link in network.links if led(found, link.introduction)} == used


def led(found: Attribution, introduction: int) -> bool:
    """Whether an introduction led to anything, ever."""
    return found.first_by(introduction, date.min) is not None


def test_a_later_coffee_has_the_later_outcome() -> None:
    """What came before a day does not count from it on."""
    outcomes = [outcome(1, 2, day(3)), outcome(2, 2, day(9))]
    found = attribution(outcomes, introductions((1, 2, 0)))
    days = [found.first(1, day(number)) for number in (0, 3, 4, 9, 10)]
    assert days == [day(3), day(3), day(9), day(9), None]


def test_an_outcome_said_to_come_of_an_introduction_comes_of_no_other() -> None:
    """Person 5 was introduced by 3 and by 4; the outcome came of 4."""
    links = introductions((2, 4, 0), (3, 5, 1), (4, 5, 2))
    one = outcome(1, 5, day(8))._replace(introduction_id=3, touch_day=day(1))
    found = attribution([one], links)
    assert {key for key in range(2, 6) if found.first(key, day(0))} == {2, 4, 5}
    assert [led(found, number) for number in (1, 2, 3)] == [True, False, True]


def test_an_introduction_cannot_come_after_what_came_of_it() -> None:
    """Where days were mended so, the outcome is its person's alone."""
    one = outcome(1, 5, day(8))._replace(introduction_id=1)
    assert set(attribution([one], introductions((4, 5, 9))).by_person) == {5}
    assert set(attribution([one], introductions((4, 5, 8))).by_person) == {4, 5}


def test_an_introduction_that_is_gone_leads_nowhere() -> None:
    """Dropped since: the outcome is its person's alone."""
    one = outcome(1, 5, day(8))._replace(introduction_id=7)
    found = attribution([one], introductions((4, 5, 2)))
    assert set(found.by_person) == {5}
    assert found.by_link == {}


def test_who_called_first() -> None:
    """Only outcomes from the day on that came by the introduction."""
    called = outcome(1, 3, day(5))._replace(they_called=True)
    found = attribution([called], introductions((2, 3, 1), (2, 4, 1)))
    assert found.they_called(1, day(5))
    assert not found.they_called(1, day(6))
    assert not found.they_called(2, day(1))


def test_nothing_came_of_nobody() -> None:
    """Without outcomes there is no first one."""
    assert attribution([], introductions((1, 2, 0))).first(1, date.min) is None
