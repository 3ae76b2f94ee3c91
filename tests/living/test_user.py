"""People behave as they are said to, and the user does what a line says."""

from datetime import date, timedelta
from random import Random

import pytest
from bench.living.actions import Netlog
from bench.living.calendar import Calendar
from bench.living.lives import Absence, Life
from bench.living.page import Ask, Page, read
from bench.living.people import (
    Manners,
    Somebody,
    day_of_coffee,
    days_to_answer,
    writes_this_week,
)
from bench.living.user import User

from netlog.db import sql

MONDAY = date(2025, 1, 6)
TIMES = 4_000
CERTAIN = Manners(answers=1, answers_again=1, picks_up=1, comes=1, buys=0, promises=1)


def seeded(seed: int) -> Random:
    """Chance that is always the same."""
    return Random(seed)  # noqa: S311 (no secret)


def share_answered(somebody: Somebody, day: date = MONDAY) -> float:
    """How many of many messages of a day somebody answers."""
    chance = seeded(1)
    days = [days_to_answer(somebody, day, Manners(), chance) for _ in range(TIMES)]
    assert set(days) <= set(range(8))
    return sum(map(bool, days)) / TIMES


@pytest.mark.parametrize(
    ("age", "share"), [(0, 0.8), (7, 0.8), (90, 0.32), (300, 0.32)]
)
def test_an_introduction_fades(age: int, share: float) -> None:
    """Four in five answer in the first week, a third after three months."""
    zoe = Somebody("zoe", came_on=MONDAY - timedelta(days=age))
    assert share_answered(zoe) == pytest.approx(share, abs=0.03)


def test_who_was_heard_from_answers_and_some_never_do() -> None:
    """Nine in ten; nobody; and a stranger as an old introduction."""
    assert share_answered(Somebody("hal", known=True)) == pytest.approx(0.9, abs=0.03)
    assert share_answered(Somebody("zoe", is_heard=True)) == pytest.approx(
        0.9, abs=0.03
    )
    assert share_answered(Somebody("eve", answers=False)) == 0
    assert share_answered(Somebody("ada")) == pytest.approx(0.32, abs=0.03)


def test_coffees_are_booked_for_this_week_the_next_or_the_one_after() -> None:
    """On working days after today; three, five and two in ten of them."""
    chance = seeded(2)
    days = [day_of_coffee(MONDAY, Manners(), chance) for _ in range(TIMES)]
    assert min(days) > MONDAY
    assert {day.weekday() for day in days} == {0, 1, 2, 3, 4}
    weeks = [(day - MONDAY).days // 7 for day in days]
    assert [weeks.count(n) / TIMES for n in range(3)] == pytest.approx(
        [0.3, 0.5, 0.2], abs=0.03
    )


def test_clients_write_more_often_than_others() -> None:
    """Every eighth week, every 25th; somebody new never."""
    chance = seeded(3)
    client, friend = Somebody("ann", "client", known=True), Somebody("bob", known=True)
    for somebody, weeks in ((client, 8), (friend, 25)):
        times = sum(writes_this_week(somebody, Manners(), chance) for _ in range(TIMES))
        assert times / TIMES == pytest.approx(1 / weeks, abs=0.02)
    assert not writes_this_week(Somebody("zoe"), Manners(), chance)


class Desk:
    """A user with Hal, who is known, and Zoe, whom Hal introduced."""

    def __init__(self, manners: Manners = CERTAIN, **more: object) -> None:
        life = Life("", (), begins=MONDAY, manners=manners)._replace(**more)  # type: ignore[arg-type]
        self.netlog = Netlog(MONDAY)
        self.calendar = Calendar(life)
        self.user = User(life, self.netlog, self.calendar, seeded(4))
        self.hal = Somebody(self.netlog.add("Hal Ortega", known=True), known=True)
        self.zoe = Somebody(
            self.netlog.introduced("Zoe Martin", "hal-ortega"),
            introducer=self.hal,
            came_on=MONDAY,
        )
        self.user.people |= {each.handle: each for each in (self.hal, self.zoe)}

    def reads(self, line: str, about: str = "zoe-martin", slot: str = "new") -> None:
        """A page with one line."""
        page = Page(self.netlog.due(), (Ask(slot, about, tuple(line.split())),), {})
        self.user.reads(page)

    def later(self, days: int) -> None:
        """Let so many days come, and what they bring."""
        for _ in range(days):
            self.netlog.today += timedelta(days=1)
            self.calendar.happen(self.netlog.today)

    def logged(self, handle: str = "zoe-martin") -> list[tuple[str, str]]:
        """The touches with somebody, the oldest first."""
        person = sql.person_by_handle(self.netlog.store, handle)
        assert person
        touches = sorted(
            sql.touches_of(self.netlog.store, person.id), key=lambda t: t.id
        )
        return [(touch.kind, touch.answered) for touch in touches]


def test_a_coffee_with_somebody_new_begins_with_a_mail() -> None:
    """It is answered; the line then brings a booking, and that a coffee."""
    desk = Desk()
    desk.reads("log zoe-martin -k coffee")
    assert desk.logged() == [("email", "sent")]
    desk.later(7)
    assert desk.zoe.is_heard
    desk.reads("book zoe-martin fri")
    assert desk.zoe.booked_for
    desk.later(21)
    assert desk.logged()[-1] == ("coffee", "yes")
    assert desk.zoe.first_coffee
    assert desk.user.minutes == 10 + 10 + 90


def test_nobody_writes_twice_in_a_week() -> None:
    """But on the seventh day."""
    desk = Desk(CERTAIN._replace(answers=0))
    for _ in range(3):
        desk.reads("log zoe-martin -k email")
        desk.later(4)
    assert desk.logged() == [("email", "sent")] * 2


def test_a_call_becomes_a_message_or_a_try() -> None:
    """Where nobody picks up."""
    for instead, logged in ((1, ("message", "sent")), (0, ("call", "no"))):
        desk = Desk(CERTAIN._replace(picks_up=0, message_instead=instead))
        desk.reads("log hal-ortega -k call", "hal-ortega", "keep")
        assert desk.logged("hal-ortega") == [logged]


def test_whom_one_never_calls_is_left_alone() -> None:
    """Whatever the line says."""
    desk = Desk()
    desk.hal.is_called = False
    for words in ("-k call", "", "-k email", "-k message --names NAME"):
        desk.reads(f"log hal-ortega {words}", "hal-ortega", "keep")
    assert desk.logged("hal-ortega") == []


def test_an_offered_introduction_takes_a_mail_of_the_introducer() -> None:
    """They are asked, and the introduction is made."""
    desk = Desk()
    desk.zoe.is_offered = True
    desk.reads("log hal-ortega -k message", slot="follow_up")
    assert desk.logged("hal-ortega") == [("message", "sent")]
    desk.later(7)
    assert not desk.zoe.is_offered


def test_promises_are_kept_and_people_thanked() -> None:
    """By the words of the line."""
    desk = Desk()
    desk.netlog.promise("zoe-martin", "a book", MONDAY)
    desk.reads("done 1", slot="promises")
    assert sql.promises_due(desk.netlog.store, MONDAY) == []
    desk.netlog.got_client("zoe-martin")
    desk.reads("thank hal-ortega", "hal-ortega", "thank")
    assert read(desk.netlog.due()).handles().get("thank") == ("zoe-martin",)


def test_an_introduction_is_dropped() -> None:
    """By one in ten of those whose introducer one is told to ask."""
    desk = Desk(CERTAIN._replace(dropped=1))
    desk.reads("log hal-ortega -k message", slot="no_answer")
    assert desk.zoe.is_dropped
    assert desk.logged("hal-ortega") == []


def test_did_they_meet() -> None:
    """An introduction of mine is met or dropped."""
    desk = Desk()
    desk.netlog.add("Ada Berg", known=True)
    desk.netlog.introduce("hal-ortega", "ada-berg")
    desk.reads("intro hal-ortega ada-berg --state met", "hal-ortega", "ask_back")
    states = [made.state for made in sql.introductions_with(desk.netlog.store, 2)]
    assert states in (["made", "met"], ["made", "dropped"])


def test_the_minutes_of_a_week_end() -> None:
    """A line that is read after them is not done."""
    desk = Desk(minutes=5)
    desk.reads("log zoe-martin -k email")
    desk.reads("log hal-ortega -k call", "hal-ortega", "keep")
    assert (desk.logged(), desk.logged("hal-ortega")) == ([("email", "sent")], [])


def test_a_line_is_done_with_a_chance() -> None:
    """Without any, nothing is done."""
    desk = Desk(does=0.0)
    desk.reads("log zoe-martin -k email")
    assert desk.logged() == []


def test_nothing_comes_while_one_is_away() -> None:
    """An answer waits for the first day back."""
    desk = Desk(absence=Absence(1, 2))
    assert desk.calendar.when_present(MONDAY + timedelta(days=9)) == MONDAY + timedelta(
        weeks=3
    )
    assert desk.calendar.is_away(MONDAY + timedelta(days=20))
    assert not desk.calendar.is_away(MONDAY + timedelta(days=21))
