"""Who lives: ordinary lives and hard cases, as data.

The consultant with 25 alliances and 240 prospects joins with the slots made for them.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from bench.living.people import Manners

MONDAY, THURSDAY = 0, 3
_DAILY = (0, 1, 2, 3, 4, 5, 6)


class Group(NamedTuple):
    """People who are there from the first Monday, alike in what they are.

    `source` is how they came into netlog: typed, phone or linkedin. `every` is their
    own cadence in weeks; `last_contact` says of each in turn how many days before the
    first Monday there was one. `in_touch` is the share of them who write by themselves,
    where that is not as usual, and `project` for how many weeks the user meets each of
    them once a week. Who is not called is left alone; who does not pick up is never
    reached.
    """

    people: int
    kind: str = ""
    source: str = "typed"
    every: int = 0
    last_contact: tuple[int, ...] = ()
    in_touch: float | None = None
    is_called: bool = True
    picks_up: bool = True
    project: int = 0


class Absence(NamedTuple):
    """Weeks in which nothing is entered; on some days of the week cron runs due."""

    first: int
    weeks: int
    cron: tuple[int, ...] = (MONDAY, THURSDAY)

    @property
    def back(self) -> int:
        """The first week after it."""
        return self.first + self.weeks

    def holds(self, week: int) -> bool:
        """Whether the user is away in a week."""
        return self.first <= week < self.back


class Life(NamedTuple):
    """One user: whom they know, what comes to them, and what they do with the page.

    Rates are a year. In the first `coffee_weeks` weeks exactly one coffee with somebody
    new is held. `looks` are the days of the week on which the page is read, `does` is
    the chance with which each line of it is done, `minutes` what a week has for it (0
    for as many as it takes). `weeks` is how long it lasts, 0 for as long as asked.
    """

    who: str
    groups: tuple[Group, ...]
    introductions: float = 0
    chance_meetings: float = 0
    introduces: float = 0
    coffee_weeks: int = 0
    looks: tuple[int, ...] = (MONDAY, THURSDAY)
    does: float = 1.0
    minutes: int = 0
    absence: Absence | None = None
    weeks: int = 0
    begins: date = date(2025, 1, 6)
    manners: Manners = Manners()


_EVER = 10_000
_NOT_CLIENTS = (
    Group(6, "friend"),
    Group(6, "peer"),
    Group(4, "partner"),
    Group(1, "mentor"),
    Group(1, "expert"),
)
_BOOKKEEPER = Life(
    "30 people known, 12 of them clients; 5 introductions and a chance meeting a month",
    (Group(12, "client"), *_NOT_CLIENTS),
    introductions=60,
    chance_meetings=12,
    introduces=4,
)
_WEEKLY = _BOOKKEEPER._replace(coffee_weeks=_EVER)
_STRANGERS = Group(1_000, source="linkedin")
_SILENT = Manners(client_writes=0, known_writes=0, met_writes=0)
_WILLING = _SILENT._replace(
    answers=1.0, answers_again=1.0, never_answer=0, picks_up=1.0, buys=0, promises=0
)


def _with(life: Life, who: str, *groups: Group) -> Life:
    return life._replace(who=who, groups=groups)


LIVES: Mapping[str, Life] = {
    "newcomer": Life(
        "three people known, an introduction a fortnight",
        (Group(1, "client"), Group(1, "friend"), Group(1, "peer")),
        introductions=26,
    ),
    "bookkeeper": _BOOKKEEPER,
    "a coffee a week": _WEEKLY._replace(
        who="the bookkeeper, and exactly one coffee with somebody new each week"
    ),
    "strangers": _with(
        _BOOKKEEPER,
        "the bookkeeper, and 1,000 people from LinkedIn",
        *_BOOKKEEPER.groups,
        _STRANGERS,
    ),
    "half": _BOOKKEEPER._replace(
        who="the bookkeeper, who does each line with a chance of one half",
        does=0.5,
        looks=(MONDAY,),
    ),
    "40 %": _BOOKKEEPER._replace(
        who="the bookkeeper, who does each line with a chance of 40 %",
        does=0.4,
        looks=(MONDAY,),
    ),
    "away in year 1": _BOOKKEEPER._replace(
        who="the bookkeeper, eight weeks away in the first summer, cron running",
        absence=Absence(26, 8),
    ),
    "away in year 3": _BOOKKEEPER._replace(
        who="the bookkeeper, eight weeks away in the third summer, cron running",
        absence=Absence(130, 8),
    ),
    "strangers only": Life(
        "1,000 people from LinkedIn, nobody else", (_STRANGERS,), looks=(MONDAY,)
    ),
    "phone": Life(
        "300 people from a phone's address book, a tenth of whom write by themselves",
        (Group(300, source="phone", in_touch=0.1),),
    ),
    "away from a coffee a week": _WEEKLY._replace(
        who="a coffee a week, eight weeks away in the third summer, cron running",
        absence=Absence(130, 8),
    ),
    "five never called": _with(
        _BOOKKEEPER,
        "the bookkeeper, who never calls five of the clients",
        Group(7, "client"),
        Group(5, "client", is_called=False),
        *_NOT_CLIENTS,
    ),
    "never called, never reached": _with(
        _BOOKKEEPER,
        "the bookkeeper, who never calls ten of the people, and three never pick up",
        Group(3, "client"),
        Group(6, "client", is_called=False),
        Group(3, "client", picks_up=False),
        Group(2, "friend"),
        Group(4, "friend", is_called=False),
        *_NOT_CLIENTS[1:],
    )._replace(weeks=156),
    "projects end": _with(
        _BOOKKEEPER,
        "the bookkeeper; six clients are met weekly for half a year, then no more",
        Group(6, "client"),
        Group(6, "client", project=26),
        *_NOT_CLIENTS,
    ),
    "nobody writes": _BOOKKEEPER._replace(
        who="the bookkeeper, to whom nobody writes by themselves", manners=_SILENT
    ),
    "three weeks of holiday": _BOOKKEEPER._replace(
        who="the bookkeeper, three weeks away, due run by cron each day",
        absence=Absence(20, 3, cron=_DAILY),
        weeks=52,
    ),
    "26 coffees": Life(
        "12 clients, 10 friends; 26 weeks with a coffee with somebody new, 36 without",
        (Group(12, "client"), Group(10, "friend")),
        coffee_weeks=26,
        weeks=62,
        manners=_WILLING,
    ),
    "five friends": Life(
        "five friends every month whom nobody ever calls, and six due in May",
        (
            Group(
                5,
                "friend",
                every=4,
                last_contact=(60, 70, 80, 90, 100),
                is_called=False,
            ),
            Group(6, "prospect", every=13, last_contact=(88, 85, 80, 76, 71, 67)),
        ),
        looks=(MONDAY,),
        weeks=9,
        begins=date(2025, 5, 5),
        manners=_WILLING,
    ),
}
"""By the name under which it can be asked for."""
