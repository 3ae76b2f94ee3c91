"""What the plan asks of whoever keeps the facts."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from netlog.domain.introduction import Introduced, Introducer, Way
from netlog.domain.ledger import Entry, ToThank
from netlog.domain.person import Detail, Person, Standing
from netlog.domain.pins import Pin, Skip
from netlog.domain.promise import Promise, PromisePast
from netlog.domain.touch import Met, Sent


class PlanSource(Protocol):
    """Questions about people; every answer is quick at any size."""

    def person(self, key: int) -> Person | None:
        """Somebody, or None when they are gone."""

    def ways_to(self, person_id: int) -> list[Way]:
        """How they were introduced to me."""

    def contact_days(self, person_id: int) -> list[date]:
        """The days with a contact, each once, the oldest first."""

    def last_note(self, person_id: int) -> str:
        """What was noted last of a touch with them, or ''."""

    def details(self, person_id: int) -> list[Detail]:
        """Their kinds, tags and addresses."""

    def entries(self, person_id: int) -> list[Entry]:
        """What was given to them and got from them, the oldest first."""

    def to_thank(self) -> list[ToThank]:
        """Everybody who waits to be thanked, and for what."""

    def promises_due(self, until: date) -> list[Promise]:
        """Open promises due by a day, the longest-waiting first."""

    def promises_past(self, since: date, until: date) -> list[PromisePast]:
        """Promises whose day was between two days, the second not included."""

    def met(self, since: date, until: date) -> list[Met]:
        """Who was seen in person between two days."""

    def introduced(self, since: date, until: date) -> list[Introduced]:
        """Who was introduced to me between two days."""

    def sent(self, since: date) -> list[Sent]:
        """What went to people since a day: touches, attempts, gifts, kept promises."""

    def fresh(self, today: date) -> list[Person]:
        """New people, the 300 most recently introduced or met."""

    def drawn(self, today: date, start: int) -> list[Person]:
        """New people from a place of the draw on, at most 400."""

    def cadences(self) -> list[str]:
        """Every cadence that somebody has, '' for none."""

    def waiting(
        self, cadence: str, until: date, today: date, most: int
    ) -> list[Person]:
        """People of a cadence who wait since a day or before, the longest first."""

    def dormant(self, until: date, today: date, start: int) -> list[Person]:
        """People silent since a day or before, from a place of the draw on."""

    def stuck(self, today: date) -> list[Person]:
        """People with two attempts or more since the last contact."""

    def without_sitdown(self, until: date, today: date) -> list[Person]:
        """People whose last sit-down was on a day or before."""

    def last_met(self, today: date) -> list[Person]:
        """People with a contact, the most recent first."""

    def introducers(self) -> list[Introducer]:
        """Who introduces most."""

    def cluster_size(self, cluster: str, since: date) -> int:
        """How many of a cluster had contact since a day."""

    def largest_cluster(self, since: date) -> int:
        """The size of the largest cluster with contact since a day."""

    def first_sitdowns(self, since: date, until: date) -> int:
        """How many new people were first sat down with between two days."""

    def sitdown_days(self, since: date, until: date) -> list[date]:
        """The days on which new people were first sat down with."""

    def pins(self, slot: str, period: str) -> list[Pin]:
        """Who is pinned to a slot."""

    def last_pinned(self, before: str) -> str:
        """The last week before another that had a pick, or ''."""

    def picked_weeks(self, person_id: int) -> list[str]:
        """The weeks whose pick somebody was."""

    def picked_often(self) -> list[int]:
        """People who were the pick of three weeks or more."""

    def skips_of(self, person_id: int) -> list[Skip]:
        """When somebody was skipped or swapped."""

    def skips_since(self, week: str) -> list[Skip]:
        """Who was skipped or swapped in a week or later."""

    def skips_in(self, week: str) -> list[Skip]:
        """Who was skipped or swapped in a week."""

    def count_people(self) -> int:
        """How many people there are."""

    def count_new(self) -> int:
        """How many are new."""

    def count_waiting(self, cadence: str, keep_until: date, dormant_until: date) -> int:
        """How many, not new, wait for keep or reconnect."""

    def standing(self, person_id: int) -> Standing | None:
        """Where one person stands."""

    def held(self, today: date) -> Iterable[Standing]:
        """Everybody with a gate of their own."""

    def standings_met(self, since: date, until: date) -> Iterable[Standing]:
        """Where those stand who were seen in person between two days."""
