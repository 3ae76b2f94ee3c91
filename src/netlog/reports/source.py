"""What reports ask of whoever keeps the facts."""

from datetime import date
from typing import Protocol

from netlog.domain.evidence import (
    Arrival,
    Exchanged,
    FirstCoffee,
    FirstMeeting,
    Guessed,
    Hosted,
    Outcome,
    Pick,
    Referral,
    Thanked,
    Tried,
)
from netlog.domain.introduction import Link
from netlog.plan.source import PlanSource


class ReportSource(Protocol):
    """Questions about everything at once; each is answered by one statement."""

    @property
    def planning(self) -> PlanSource:
        """What the plan asks."""

    def links(self) -> list[Link]:
        """Every introduction of somebody to me that was not dropped."""

    def met_before(self) -> set[int]:
        """The introductions to me of people whom I had met in person before."""

    def first_coffees(self, since: date, until: date) -> list[FirstCoffee]:
        """First sit-downs with new people, the oldest first; one or more of a day."""

    def second_sitdowns(self) -> dict[int, date]:
        """The day of the second sit-down, by person."""

    def first_meetings(self, until: date) -> list[FirstMeeting]:
        """The first meeting in person with each new person, the oldest first."""

    def outcomes(self, until: date) -> list[Outcome]:
        """Everything got up to a day, the oldest first."""

    def referrals(self, until: date) -> list[Referral]:
        """Introductions to me up to a day, dropped ones too, the oldest first."""

    def tried(self, until: date) -> list[Tried]:
        """Touches with whoever was tried in vain, the oldest first."""

    def arrivals(self) -> list[Arrival]:
        """Everybody who was new once, and how they were taken in."""

    def thanks(self, since: date, until: date) -> list[Thanked]:
        """Everybody on the paths of the outcomes between two days."""

    def picks(self, first: str, last: str) -> list[Pick]:
        """The first pick of each week, from one week to another."""

    def hosted(self, since: date, until: date) -> list[Hosted]:
        """Introductions that I made between two days."""

    def exchanged(self, since: date, until: date) -> list[Exchanged]:
        """What was given and got between two days, the oldest first."""

    def guessed(self, since: date, until: date) -> list[Guessed]:
        """Guesses of touches between two days, one for each person there."""
