"""No answer yet: introduced people I wrote to or tried, and never heard from."""

from datetime import timedelta

import pytest
from tests.plan.builders import MONDAY, Network, ago, handles, later
from tests.running import InProcess

from netlog.plan.result import Line


@pytest.fixture
def network() -> Network:
    """Hal, a friend, introduced Zoe 40 days ago, when he last called."""
    made = Network()
    made.add("hal", no_sell=True)
    made.add("zoe", via="hal", on=ago(40))
    made.log("hal", kind="call", on=ago(40))
    return made


def line(network: Network) -> Line | None:
    """The line of whoever stands there first."""
    return next(iter(network.plan().no_answer), None)


def asked(network: Network) -> str:
    """What the line says, '' where nothing is asked."""
    shown = line(network)
    return shown.text if shown else ""


def span(network: Network, most: int = 90) -> tuple[int, int] | None:
    """On which days from this one on something is asked: the first and the last.

    Something is entered in each week.
    """
    start, days = network.today, []
    for day in range(most):
        network.live(start + timedelta(days=day))
        if network.plan().no_answer:
            days.append(day)
    network.today = start
    assert days == list(range(days[0], days[-1] + 1)) if days else True
    return (days[0], days[-1]) if days else None


def test_after_the_first_it_is_once_more_a_week_later(network: Network) -> None:
    """With how it stands, and what to type; for four weeks."""
    network.sends("zoe", MONDAY)
    assert span(network) == (7, 34)
    network.today = later(days=7)
    shown = line(network)
    assert shown
    assert (shown.text, shown.next, shown.more) == (
        "written to or tried once, no answer: once more",
        "netlog log zoe -k email",
        {"tries": 1, "step": 1, "introducer": "hal"},
    )


def test_after_two_it_is_stuck_and_asks_what_they_could_lose(network: Network) -> None:
    """Seven days after the second, with the name of who introduced them."""
    network.sends("zoe", ago(10), MONDAY)
    assert span(network) == (7, 34)
    network.today = later(days=7)
    shown = line(network)
    assert shown
    times = "written to or tried 2 times"
    assert (shown.text, shown.next, shown.more["step"]) == (
        f"{times}; hal introduced you: what could they lose or gain?",
        "netlog log zoe -k email",
        2,
    )


def test_after_the_third_nothing_is_asked_for_three_weeks(network: Network) -> None:
    """And then for four weeks whom to ask, or to let it go."""
    network.sends("zoe", ago(20), ago(10), MONDAY)
    assert span(network) == (21, 48)
    network.today = later(days=21)
    shown = line(network)
    assert shown
    assert (shown.text, shown.next, shown.more) == (
        "written to or tried 3 times: ask hal, or let it go",
        "netlog log hal -k message",
        {"tries": 3, "step": 3, "introducer": "hal"},
    )


def test_whatever_is_sent_moves_one_step_on(network: Network) -> None:
    """A fourth one waits three weeks again."""
    steps = []
    for _ in range(4):
        network.sends("zoe", network.today)
        first = span(network)
        assert first
        network.live(network.today + timedelta(days=first[0]))
        shown = line(network)
        assert shown
        steps.append((first[0], shown.more["step"], shown.more["tries"]))
    assert steps == [(7, 1, 1), (7, 2, 2), (21, 3, 3), (21, 3, 4)]


@pytest.mark.parametrize("how", ["email", "card", "gift", "call", "coffee"])
def test_a_try_is_a_step_as_what_is_sent_is(network: Network, how: str) -> None:
    """A call or a coffee without an answer, anything that went."""
    network.log("zoe", kind=how, on=ago(7), answered="no")
    assert asked(network) == "written to or tried once, no answer: once more"


def test_weeks_in_which_nothing_was_entered_do_not_count(network: Network) -> None:
    """Two of them, and a step is asked for two weeks longer."""
    network.sends("zoe", MONDAY)
    network.today = later(weeks=3)
    assert span(network) == (0, 48 - 21)


def test_a_touch_with_the_introducer_ends_the_last_step(network: Network) -> None:
    """Once it is asked; one before it does not."""
    network.sends("zoe", ago(39), ago(35), ago(30))
    network.log("hal", kind="call", on=ago(10))
    assert asked(network) == "written to or tried 3 times: ask hal, or let it go"
    network.log("hal", kind="message", on=ago(9))
    assert asked(network) == ""
    assert network.plan().notes == ()


def test_a_touch_with_the_introducer_ends_no_other_step(network: Network) -> None:
    """They are to be written to, whatever he said."""
    network.sends("zoe", ago(9))
    network.log("hal", kind="call", on=ago(1))
    assert asked(network) == "written to or tried once, no answer: once more"


def test_a_dropped_introduction_ends_it(network: Network) -> None:
    """It is let go."""
    network.sends("zoe", ago(10))
    assert asked(network)
    network.introduce("zoe", by="hal", on=ago(40), state="dropped")
    assert asked(network) == ""


@pytest.mark.parametrize("what", ["heard", "met", "introduced", "woken"])
def test_what_is_heard_or_begins_anew_ends_it_and_brings_them_back(
    network: Network, what: str
) -> None:
    """She is a candidate for coffee again, though she was stuck."""
    network.sends("zoe", ago(30), ago(20), ago(10))
    assert network.plan().new.pick == ()
    if what == "heard":
        network.hears("zoe", on=ago(1))
    elif what == "met":
        network.log("zoe", kind="event", on=ago(8))
    elif what == "introduced":
        network.add("pat", no_sell=True)
        network.introduce("zoe", by="pat", on=ago(1))
    else:
        network.wake("zoe")
    plan = network.plan()
    assert (plan.no_answer, handles(plan.new.pick)) == ((), ["zoe"])
    network.sends("zoe", ago(0))
    network.live(later(days=7))
    assert bool(line(network)) is (what in {"introduced", "woken"})


def test_an_answer_dated_before_ends_only_what_was_before(network: Network) -> None:
    """What was sent after it has no answer yet."""
    network.sends("zoe", ago(30), ago(20), ago(10))
    network.hears("zoe", on=ago(15))
    assert network.person("zoe").open_tries == 1
    assert line(network) is None
    assert handles(network.plan().new.pick) == ["zoe"]


def test_of_a_mail_to_three_one_answer_is_one(network: Network) -> None:
    """The other two have not answered."""
    network.add("yan", "xia", via="hal", on=ago(30))
    network.log("xia", "yan", "zoe", kind="email", on=ago(10))
    network.hears("yan", on=ago(9))
    assert handles(network.plan().no_answer) == ["zoe", "xia"]


def test_who_was_not_introduced_does_not_stand_there(network: Network) -> None:
    """Nor who was heard from since; whoever was introduced anew does."""
    network.add("bea", "cal")
    network.sends("bea", ago(20), ago(10))
    network.log("cal", kind="call", on=ago(50))
    network.sends("cal", ago(10))
    assert line(network) is None
    network.introduce("cal", by="hal", on=ago(45))
    assert handles(network.plan().no_answer) == ["cal"]


def test_the_latest_stands_first_and_three_are_shown(network: Network) -> None:
    """By the day of the last thing that was sent."""
    for number in range(5):
        network.add(f"p{number}", via="hal", on=ago(60))
        network.sends(f"p{number}", ago(20 - number))
    plan = network.plan()
    assert handles(plan.no_answer) == ["p4", "p3", "p2"]
    assert plan.more["no_answer"] == 2
    assert plan.counts.eligible >= 5


def test_who_is_held_is_left_in_peace(network: Network) -> None:
    """Resting, snoozed, skipped, booked, or a company."""
    names = ("ada", "bea", "cal", "dan", "eve")
    network.add(*names, via="hal", on=ago(60))
    for name in (*names, "zoe"):
        network.sends(name, ago(10))
    network.rest("ada")
    network.snooze("bea", later(days=3))
    network.put_off("cal")
    network.book("dan", on=later(days=9))
    network.edit("eve", entity="mailbox")
    assert handles(network.plan().no_answer) == ["zoe"]


def test_while_it_waits_they_are_hidden_and_then_not(network: Network) -> None:
    """Written to five days ago: nothing is asked; two days later it is."""
    network.introduce("zoe", by="hal", on=ago(200))
    network.sends("zoe", ago(100), ago(5))
    assert network.plan().hidden == {"waits": 1}
    network.today = later(days=2)
    plan = network.plan()
    assert plan.hidden == {}
    assert handles(plan.no_answer) == ["zoe"]
    assert plan.counts.eligible == plan.counts.people


def test_what_is_paused_is_said_once(network: Network) -> None:
    """In the week after four weeks undone, and no other."""
    network.edit("zoe", no_sell=True)
    network.sends("zoe", MONDAY)
    said = {week: network.due(later(weeks=week)).notes for week in range(9)}
    assert {week: notes for week, notes in said.items() if notes} == {
        5: ("Left in peace for some weeks: zoe; netlog wake WHO lifts it.",)
    }


def test_steps_can_be_set() -> None:
    """plan.answer_days, wait_weeks and stand_weeks."""
    network = Network(answer_days=3, wait_weeks=1, stand_weeks=2)
    network.add("hal", no_sell=True)
    network.add("zoe", via="hal", on=ago(40))
    network.sends("zoe", MONDAY)
    assert span(network, 40) == (3, 16)
    network.sends("zoe", MONDAY, MONDAY)
    assert span(network, 40) == (7, 20)


def test_zoe_on_the_command_line(netlog: InProcess) -> None:
    """Two emails in ten days, the step seven days later; heard, it is over."""
    netlog("add Hal --no-sell")
    netlog("add Zoe --via Hal --on 2025-05-01")
    netlog("log zoe -k email --on 2025-05-16")
    netlog("log zoe -k email --on 2025-05-26")
    (shown,) = netlog("due --json").data["no_answer"]
    assert (shown["handle"], shown["tries"], shown["step"]) == ("zoe", 2, 2)
    assert netlog("due --json --today 2025-06-01").data["no_answer"] == []
    netlog("heard zoe")
    data = netlog("due --json").data
    assert (data["no_answer"], data["new"][0]["handle"]) == ([], "zoe")
