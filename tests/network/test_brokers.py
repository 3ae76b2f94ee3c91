"""The worksheet of brokers."""

from datetime import date

from hypothesis import given
from tests.network.networks import LATE, Network, day, introductions
from tests.network.starts import Came, known, things
from tests.plan.builders import Network as Stored, ago

from netlog.domain.ledger import Entry
from netlog.network.brokers import Broker, Sum, Worksheet, worksheet, worksheet_of
from netlog.network.origin import WalkStart
from netlog.network.yield_ import descendants


def entry(person: int, cents: int | None, on: date = LATE) -> Entry:
    """Something that came from somebody."""
    nothing = (None, None, None, False, 1)
    return Entry(1, "u", person, "got", "client", "", on, cents, *nothing)


def sheet(network: Network, *came: Came) -> Worksheet:
    """The worksheet of a network and what came by it."""
    return worksheet_of(
        known(network),
        [(entry(c.person, c.cents), WalkStart(c.person, c.until, c.by)) for c in came],
    )


def test_through_whom_people_and_income_came() -> None:
    """Over many hops; who brought nobody is none, and what they bring counts."""
    chain = Network(introductions((2, 3, 1), (3, 4, 2)))
    came = (Came(4, LATE, 500, None), Came(3, LATE, 100, None), Came(9, LATE, 7, None))
    assert sheet(chain, *came) == Worksheet(
        (
            Broker(2, Sum(2, 2, 600), Sum(2, 2, 600)),
            Broker(3, Sum(1, 2, 600), Sum(1, 2, 600)),
        ),
        Sum(2, 3, 607),
    )


def test_the_worksheet_of_everything_that_is_stored() -> None:
    """Each outcome as it came, and no introduction that was dropped."""
    network = Stored()
    network.add("bo", "hal")
    network.add("alisa", via="bo", on=ago(90))
    network.introduce("alisa", by="hal", on=ago(80), state="dropped")
    network.got("alisa", on=ago(10), cents=500)
    network.got("hal", on=ago(10), cents=7)
    bo = network.person("bo").id
    assert worksheet(network.store) == Worksheet(
        (Broker(bo, Sum(1, 1, 500), Sum(1, 1, 500)),), Sum(1, 2, 507)
    )


def test_first_are_those_with_whom_most_would_go() -> None:
    """Who can be spared comes last, whatever passes through them."""
    said = introductions(
        (2, 4, 1), (3, 4, 1), (4, 5, 2), (4, 6, 2), (7, 8, 1), (2, 9, 3)
    )
    found = sheet(Network(said)).brokers
    assert [(one.person_id, one.through.people, one.gone.people) for one in found] == [
        (4, 2, 2),
        (2, 4, 1),
        (7, 1, 1),
        (3, 3, 0),
    ]


def test_without_money_outcomes_are_the_income() -> None:
    """An interview is one, too."""
    said = introductions((2, 3, 1), (4, 5, 1))
    found = sheet(Network(said), Came(5, LATE, 0, None)).brokers
    assert [one.person_id for one in found] == [4, 2]


def test_an_introduction_that_is_of_later_is_not_walked() -> None:
    """What was said to come of it came from the person alone."""
    said = introductions((2, 3, 5), (2, 4, 1))
    found = sheet(Network(said), Came(3, day(1), 50, 1)).brokers
    assert found == (Broker(2, Sum(2, 0, 0), Sum(2, 0, 0)),)


def test_nobody_came_by_anybody() -> None:
    """An empty worksheet, with what there is in all."""
    found = sheet(Network([]))
    assert (found.brokers, found.total) == ((), Sum())


@given(things())
def test_what_goes_is_part_of_what_passes(drawn: tuple[Network, list[Came]]) -> None:
    """And everybody who introduced anybody that counts is there once."""
    network, came = drawn
    found = sheet(network, *came)
    for one in found.brokers:
        assert all(
            less <= more for less, more in zip(one.gone, one.through, strict=True)
        )
        assert min(one.gone) >= 0
    kept = {one.introducer_id for one in network.links if network.kept(one)}
    assert sorted(one.person_id for one in found.brokers) == sorted(kept)


@given(things())
def test_who_came_through_somebody_is_who_descends_from_them(
    drawn: tuple[Network, list[Came]],
) -> None:
    """The same people as walking down finds, where nobody is in a circle."""
    network, _ = drawn
    circled = not all(network.kept(link) for link in network.links)
    for one in () if circled else sheet(network).brokers:
        below = descendants(network.links, {one.person_id: date.min}).by_id
        assert one.through.people == len(below)
