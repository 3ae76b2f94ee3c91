"""What the reports count, each by one statement."""

from datetime import date
from functools import cached_property

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
from netlog.domain.introduction import Link, Way
from netlog.storage import sql
from netlog.storage.planning import Planning
from netlog.storage.store import Store
from netlog.storage.traces import Traces


class Reports:
    """The source of reports: what `netlog.reports.source.ReportSource` asks for."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def planning(self) -> Planning:
        """What the plan asks."""
        return Planning(self.store)

    def links(self) -> list[Link]:
        """Every introduction of somebody to me that was not dropped."""
        return self._links

    @cached_property
    def _links(self) -> list[Link]:
        return Traces(self.store).links()

    def met_before(self) -> set[int]:
        """The introductions to me of people whom I had met in person before."""
        return {key for (key,) in self.store.rows(sql.MET_BEFORE)}

    def first_coffees(self, since: date, until: date) -> list[FirstCoffee]:
        """First sit-downs with new people, the oldest first; one or more of a day."""
        return self.store.ask(sql.FIRST_COFFEES, FirstCoffee, since=since, until=until)

    def second_sitdowns(self) -> dict[int, date]:
        """The day of the second sit-down, by person."""
        return dict(self.store.rows(sql.SECOND_SITDOWNS))

    def first_meetings(self, until: date) -> list[FirstMeeting]:
        """The first meeting in person with each new person, the oldest first."""
        firsts: dict[int, FirstMeeting] = {}
        for row in self.store.rows(sql.MEETINGS, until=until):
            if row[0] not in firsts:
                firsts[row[0]] = FirstMeeting(*row)
        return list(firsts.values())

    def outcomes(self, until: date) -> list[Outcome]:
        """Everything got up to a day, the oldest first."""
        return self.store.ask(sql.OUTCOME_STARTS, Outcome, until=until)

    def referrals(self, until: date) -> list[Referral]:
        """Introductions to me up to a day, dropped ones too, the oldest first."""
        return [
            Referral(row[0], row[1], Way(*row[2:]))
            for row in self.store.rows(sql.REFERRALS, until=until)
        ]

    def tried(self, until: date) -> list[Tried]:
        """Touches with whoever was tried in vain, the oldest first."""
        return self.store.ask(sql.TRIED, Tried, until=until)

    def arrivals(self) -> list[Arrival]:
        """Everybody who was new once, and how they were taken in."""
        return self.store.ask(sql.ARRIVALS, Arrival)

    def thanks(self, since: date, until: date) -> list[Thanked]:
        """Everybody on the paths of the outcomes between two days."""
        return self.store.ask(sql.EVERY_THANK, Thanked, since=since, until=until)

    def picks(self, first: str, last: str) -> list[Pick]:
        """The first pick of each week, from one week to another."""
        return self.store.ask(sql.PICKS, Pick, first=first, last=last)

    def hosted(self, since: date, until: date) -> list[Hosted]:
        """Introductions that I made between two days."""
        return self.store.ask(sql.HOSTED, Hosted, since=since, until=until)

    def exchanged(self, since: date, until: date) -> list[Exchanged]:
        """What was given and got between two days, the oldest first."""
        return self.store.ask(sql.EXCHANGED, Exchanged, since=since, until=until)

    def guessed(self, since: date, until: date) -> list[Guessed]:
        """Guesses of touches between two days, one for each person there."""
        return self.store.ask(sql.GUESSED, Guessed, since=since, until=until)
