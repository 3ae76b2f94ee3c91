"""Follow up: everyone met, heard from or introduced to whom nothing went since."""

from datetime import date
from typing import Any

import pytest
from tests.plan.builders import MONDAY, Network, ago, handles, later
from tests.running import InProcess

CASES: list[tuple[str, date, dict[str, Any], bool]] = [
    ("an email that day", ago(3), {"kind": "email"}, True),
    ("a card later", ago(1), {"kind": "card"}, True),
    ("a call that nobody answered", ago(1), {"kind": "call", "answered": "no"}, True),
    ("a coffee that nobody came to", ago(1), {"answered": "no"}, True),
    ("a message dated before", ago(4), {"kind": "message"}, False),
    ("another meeting", ago(2), {"kind": "lunch"}, False),
    ("a message from them", ago(1), {"kind": "message", "inbound": True}, False),
]


@pytest.fixture
def network() -> Network:
    """Hal is known; Ada was met three days ago."""
    made = Network()
    made.add("hal", no_sell=True)
    made.add("ada")
    made.log("ada", kind="met", on=ago(3))
    return made


def waiting(network: Network) -> list[tuple[str, str]]:
    """Who is to be followed up, and what is said of it."""
    return [(line.person.handle, line.text) for line in network.plan().follow_up]


def names(network: Network) -> list[str]:
    """Who is to be followed up."""
    return [handle for handle, _ in waiting(network)]


def test_who_was_met_waits_to_hear(network: Network) -> None:
    """With what happened, when, and the command to type."""
    assert waiting(network) == [("ada", "met 3 days ago, nothing sent since")]
    (line,) = network.plan().follow_up
    assert (line.next, line.more) == ("netlog log ada -k card", {"since": ago(3)})


@pytest.mark.parametrize(
    ("day", "more", "gone"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_what_went_to_them_since_ends_the_wait(
    network: Network, day: date, more: dict[str, Any], *, gone: bool
) -> None:
    """Anything but a meeting, a try too, on that day or later."""
    network.log("ada", on=day, **more)
    assert (waiting(network) == []) is gone


def test_what_was_entered_before_the_meeting_was_no_follow_up(network: Network) -> None:
    """The mail of that morning, logged before the meeting, was about the meeting."""
    network.add("bea")
    network.log("bea", kind="email", on=ago(0))
    network.log("bea", kind="event", on=ago(0))
    assert names(network) == ["bea", "ada"]
    network.log("bea", kind="email", on=ago(0))
    assert names(network) == ["ada"]


def test_a_meeting_entered_after_the_mail_still_waits(network: Network) -> None:
    """Back-dated and entered later: nothing was sent after it was known of."""
    network.add("bea")
    network.log("bea", kind="email", on=ago(1))
    network.log("bea", kind="lunch", on=ago(2))
    assert names(network) == ["ada"]
    network.log("bea", kind="lunch", on=ago(1))
    assert ("bea", "lunch yesterday, nothing sent since") in waiting(network)


def test_a_kept_promise_is_a_follow_up(network: Network) -> None:
    """A dropped one is none."""
    dropped = network.promise("ada", "a book", later(days=9))
    network.close(dropped, "dropped")
    assert len(waiting(network)) == 1
    kept = network.promise("ada", "a name", later(days=9))
    network.close(kept)
    assert waiting(network) == []


def test_a_word_of_thanks_is_a_follow_up(network: Network) -> None:
    """It went to them after the meeting."""
    network.got("ada", on=ago(3))
    assert names(network) == ["ada"]
    network.thank("ada")
    assert names(network) == []


@pytest.mark.parametrize(("days", "gone"), [(4, False), (3, True), (0, True)])
def test_something_given_is_a_follow_up(
    network: Network, days: int, *, gone: bool
) -> None:
    """On that day or later; what they brought is none."""
    network.got("ada", on=ago(0))
    assert len(waiting(network)) == 1
    network.gave("ada", on=ago(days))
    assert (waiting(network) == []) is gone
    if gone:
        network.undo()
        assert len(waiting(network)) == 1


def test_what_was_given_at_the_table_was_no_follow_up(netlog: InProcess) -> None:
    """In the same change as the coffee; given afterwards it is one."""
    netlog("add Hal")
    netlog("log Hal --gave tip")
    assert len(netlog("due --json").data["follow_up"]) == 1
    netlog("gave Hal tip")
    assert netlog("due --json").data["follow_up"] == []


def test_a_promise_kept_before_the_meeting_is_none(network: Network) -> None:
    """What was done with before has not followed anything up."""
    network.add("bea")
    network.close(network.promise("bea", "a name", later(days=9)))
    network.log("bea", kind="event", on=ago(0))
    assert names(network) == ["bea", "ada"]


@pytest.mark.parametrize(
    ("days", "idle", "waits"),
    [(0, 0, True), (28, 0, True), (29, 0, False), (42, 2, True), (43, 2, False)],
)
def test_who_was_met_is_asked_for_28_days(days: int, idle: int, *, waits: bool) -> None:
    """Weeks in which nothing was entered do not count."""
    network = idle_before(idle)
    network.add("ada")
    network.log("ada", on=ago(days))
    assert bool(waiting(network)) is waits


@pytest.mark.parametrize(
    ("days", "idle", "waits"),
    [(0, 0, True), (90, 0, True), (91, 0, False), (104, 2, True), (105, 2, False)],
)
def test_who_was_introduced_is_asked_for_90_days(
    days: int, idle: int, *, waits: bool
) -> None:
    """Weeks in which nothing was entered do not count."""
    network = idle_before(idle)
    network.add("hal", no_sell=True)
    network.add("ada", via="hal", on=ago(days))
    assert bool(waiting(network)) is waits


def idle_before(weeks: int) -> Network:
    """Nothing was entered for so many weeks before this one."""
    network = Network(ago(7 * (weeks + 1)))
    network.add("gus", no_sell=True)
    network.today = MONDAY
    return network


@pytest.mark.parametrize("days", [2, 3])
def test_how_long_can_be_set(days: int) -> None:
    """plan.met_days."""
    network = Network(met_days=2)
    network.add("ada")
    network.log("ada", on=ago(days))
    assert bool(waiting(network)) is (days == 2)


@pytest.mark.parametrize(
    ("state", "waits"), [("made", True), ("offered", False), ("dropped", False)]
)
def test_an_introduction_is_followed_up_once_it_is_made(
    network: Network, state: str, *, waits: bool
) -> None:
    """Not when it was merely offered, nor once it is dropped; met comes before it."""
    network.add("bea")
    network.introduce("bea", by="hal", on=ago(1), state=state)
    expected = [("bea", "introduced by hal yesterday, nothing sent since")] * waits
    assert waiting(network) == [
        ("ada", "met 3 days ago, nothing sent since"),
        *expected,
    ]
    assert network.plan().follow_up[-1].next == (
        "netlog log bea -k email" if waits else "netlog log ada -k card"
    )


@pytest.mark.parametrize(
    ("days", "waits"), [(13, False), (14, True), (90, True), (91, False)]
)
def test_an_offer_of_two_weeks_ago_asks_its_introducer_for_the_mail(
    days: int, *, waits: bool
) -> None:
    """Until it is too old."""
    network = Network()
    network.add("hal", no_sell=True)
    network.add("bea")
    network.introduce("bea", by="hal", on=ago(days), state="offered")
    said = f"ask hal for the mail: named {days} days ago"
    assert waiting(network) == [("bea", said)] * waits
    if waits:
        assert network.plan().follow_up[0].next == "netlog log hal -k message"


def test_an_offer_is_done_with_once_the_introducer_was_asked() -> None:
    """After the two weeks; or once something went to the one who was named."""
    network = Network()
    network.add("hal", no_sell=True)
    network.add("bea", "cal")
    network.introduce("bea", "cal", by="hal", on=ago(20), state="offered")
    network.log("hal", kind="call", on=ago(10))
    assert names(network) == ["cal", "bea"]
    network.log("bea", kind="email", on=ago(5))
    assert names(network) == ["cal"]
    network.log("hal", kind="call", on=ago(6))
    assert names(network) == []


def test_who_got_in_touch_waits_for_an_answer(network: Network) -> None:
    """After those who were met, before the introduced; a card that was sent ends it."""
    network.add("bea", "cal")
    network.introduce("cal", by="hal", on=ago(1))
    network.hears("bea", on=ago(1))
    assert waiting(network) == [
        ("ada", "met 3 days ago, nothing sent since"),
        ("bea", "got in touch (message) yesterday, nothing sent since"),
        ("cal", "introduced by hal yesterday, nothing sent since"),
    ]
    network.log("bea", kind="card")
    assert names(network) == ["ada", "cal"]


def test_an_answer_to_what_was_sent_asks_for_nothing(network: Network) -> None:
    """It was my message; and a call of theirs was answered as it came."""
    network.add("bea", "cal")
    network.log("bea", kind="email", on=ago(2))
    network.hears("bea", on=ago(1))
    network.log("cal", kind="call", on=ago(1), inbound=True)
    assert names(network) == ["ada"]


def test_an_answer_that_is_noted_is_one_all_the_same(netlog: InProcess) -> None:
    """What they said is kept, and asks for nothing; a word of their own does."""
    netlog("add bea --known")
    netlog("log bea -k email --on yesterday")
    assert netlog("heard bea -m 'thanks, that was it'").code == 0
    assert netlog("due --json").data["follow_up"] == []
    netlog("heard bea -m 'one more thing'")
    (line,) = netlog("due --json").data["follow_up"]
    assert line["text"] == "got in touch (message) today, nothing sent since"


def test_what_came_after_the_card_waits_all_the_same(network: Network) -> None:
    """Met and thanked, then they wrote, or were introduced anew."""
    network.log("ada", kind="card", on=ago(2))
    assert names(network) == []
    network.log("ada", kind="email", on=ago(1), answered="yes", inbound=True)
    assert waiting(network) == [
        ("ada", "got in touch (email) yesterday, nothing sent since")
    ]
    network.log("ada", kind="message", on=ago(1))
    network.introduce("ada", by="hal", on=ago(0), state="made")
    assert waiting(network) == [("ada", "introduced by hal today, nothing sent since")]


def test_what_is_met_comes_before_what_came_later(network: Network) -> None:
    """Somebody stands once, with the first of it in the order of the slot."""
    network.introduce("ada", by="hal", on=ago(5))
    network.log("ada", kind="email", on=ago(4))
    network.log("ada", kind="lunch", on=ago(2))
    network.hears("ada", on=ago(1))
    assert waiting(network) == [("ada", "lunch 2 days ago, nothing sent since")]


@pytest.mark.parametrize(
    ("days", "state", "waits"),
    [
        (9, "booked", False),
        (0, "booked", False),
        (-1, "booked", False),
        (-6, "booked", True),
        (9, "cancelled", True),
    ],
)
def test_a_booking_is_reaching_out(days: int, state: str, *, waits: bool) -> None:
    """To come or just over; one from before the introduction is none."""
    network = Network()
    network.add("hal", no_sell=True)
    network.add("bea", "cal")
    network.introduce("bea", by="hal", on=ago(5))
    network.hears("cal", on=ago(5))
    network.add("dan", via="hal", on=ago(30))
    network.book("bea", "cal", on=later(days=days), state=state)
    assert names(network) == [*["cal", "bea"] * waits, "dan"]


def test_a_booking_is_no_word_after_a_meeting(network: Network) -> None:
    """Something is to be sent all the same."""
    network.book("ada", on=later(days=9))
    assert names(network) == ["ada"]


def test_the_latest_stands_first(network: Network) -> None:
    """Same day is best, and of two meetings the later one counts."""
    network.add("bea", "cal")
    network.log("bea", on=ago(5))
    network.log("cal", on=ago(1))
    assert names(network) == ["cal", "ada", "bea"]
    network.log("bea", on=ago(0))
    assert names(network) == ["bea", "cal", "ada"]


def test_everybody_at_the_table_is_followed_up(network: Network) -> None:
    """Each for themselves."""
    network.add("bea", "cal")
    network.log("bea", "cal", kind="dinner", on=ago(1))
    network.log("cal", kind="card", on=ago(0))
    assert names(network) == ["bea", "ada"]


def test_who_is_put_off_is_not_asked_for(network: Network) -> None:
    """Resting, snoozed, skipped; but met this week is why one follows up."""
    network.add("bea", "cal", "dan", "eve")
    network.log("bea", "cal", "dan", "eve", on=ago(0))
    network.rest("bea")
    network.snooze("cal", later(days=3))
    network.put_off("dan")
    assert names(network) == ["eve", "ada"]


def test_what_an_import_brings_is_not_asked_for() -> None:
    """However lately they connected online."""
    network = Network()
    network.add("ada", source="linkedin", connected_on=ago(2))
    network.add("bea", source="contacts")
    assert waiting(network) == []


def test_what_the_page_has_no_room_for_is_counted() -> None:
    """Five unless it is set."""
    network = Network()
    people = [f"p{number}" for number in range(8)]
    network.add(*people)
    network.log(*people, on=ago(1))
    plan = network.plan()
    assert (len(plan.follow_up), plan.more["follow_up"]) == (5, 3)
    assert plan.counts.eligible == 8


def test_of_very_many_the_latest_are_looked_at_and_the_others_counted() -> None:
    """Further back where the latest were all written to."""
    network = Network()
    people = [f"p{number}" for number in range(250)]
    network.add(*people)
    network.log(*people[:150], on=ago(1), kind="event")
    network.log(*people[150:], on=ago(2), kind="event")
    plan = network.plan()
    assert (len(plan.follow_up), plan.more["follow_up"]) == (5, 245)
    network.log(*people[:150], kind="card")
    plan = network.plan()
    assert handles(plan.follow_up) == ["p150", "p151", "p152", "p153", "p154"]
    assert plan.more["follow_up"] == 95


def test_undone_it_waits_again(network: Network) -> None:
    """What was not sent has not gone."""
    before = waiting(network)
    network.log("ada", kind="card")
    assert waiting(network) == []
    network.undo()
    assert waiting(network) == before


def test_an_offer_that_is_made_today_is_followed_up(netlog: InProcess) -> None:
    """Offered a month ago, introduced today: that is when it happened."""
    netlog("add Hal --no-sell")
    netlog("log Hal -k call --names Zoe --on 2025-05-22")
    assert netlog("due --json").data["follow_up"] == []
    assert netlog("intro Zoe --by Hal --state made").code == 0
    (line,) = netlog("due --json").data["follow_up"]
    assert (line["handle"], line["text"]) == (
        "zoe",
        "introduced by Hal today, nothing sent since",
    )
