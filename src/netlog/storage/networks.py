"""The network: whom somebody brought, who knows whom, what went both ways."""

from datetime import date

from netlog.domain.acquaintance import Acquaintance, Hand, Office
from netlog.domain.evidence import Outcome
from netlog.domain.introduction import IntroductionNamed, Link
from netlog.domain.ledger import Entry, EntryOf
from netlog.storage import sql
from netlog.storage.store import Store


class Networks:
    """What tree, graph, path, brokers and balance ask."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def size(self) -> int:
        """How many introductions there are."""
        return self.store.number(sql.COUNT_INTRODUCTIONS)

    def count_people(self) -> int:
        """How many people there are, the user left out."""
        return self.store.number(sql.COUNT_PEOPLE)

    def links(self) -> list[Link]:
        """Every introduction of somebody to me that was not dropped."""
        return self.store.ask(sql.LINKS, Link)

    def ways_of(self, person_id: int) -> list[Link]:
        """Every introduction of somebody to me that was not dropped."""
        return self.store.ask(sql.WAYS_OF, Link, person=person_id)

    def introduced(self, person_id: int) -> list[Link]:
        """Every introduction to me that somebody made, the oldest first."""
        return self.store.ask(sql.INTRODUCED, Link, person=person_id)

    def came_of(self, person_id: int) -> Link | None:
        """The introduction by which somebody came, None for who was met without."""
        return self.store.one(sql.CAME_OF, Link, person=person_id)

    def met_before(self) -> set[int]:
        """The introductions to me of people whom I had met in person before."""
        return {key for (key,) in self.store.rows(sql.MET_BEFORE)}

    def outcomes(self) -> list[Outcome]:
        """Everything that was got, the oldest first."""
        return self.store.ask(sql.OUTCOME_STARTS, Outcome, until=date.max)

    def brought(self, person_id: int, most: int) -> list[Link]:
        """By what the first came who came by somebody, as they were entered."""
        return self.store.ask(sql.BROUGHT, Link, person=person_id, most=most)

    def led_back(self, most: int) -> list[tuple[int, Link | None]]:
        """Who brought the latest outcomes, and who began to introduce first.

        And those who brought them, and so on; each with the introduction by which they
        came, None for those met without help.
        """
        return [
            (row[0], Link(*row) if row[1] else None)
            for row in self.store.rows(sql.LED_BACK, most=most)
        ]

    def latest_outcomes(self, most: int) -> list[int]:
        """Who brought the latest outcomes, each as often as they did."""
        return [key for (key,) in self.store.rows(sql.LATEST_OUTCOMES, most=most)]

    def outcomes_by_person(self) -> dict[int, int]:
        """How many outcomes each person brought."""
        return dict(self.store.rows(sql.OUTCOMES_BY_PERSON))

    def first_met_since(self, since: date) -> set[int]:
        """Everybody whom I met in person for the first time since a day.

        Those known before netlog are left out.
        """
        return {key for (key,) in self.store.rows(sql.FIRST_MET_SINCE, since=since)}

    def acquaintances(self, person_id: int) -> list[Acquaintance]:
        """Everybody who knows somebody, once for every introduction that shows it."""
        return self.store.ask(sql.ACQUAINTANCES, Acquaintance, person=person_id)

    def hand(self, person_id: int) -> Hand:
        """Somebody, as a chain has them."""
        return Hand(*next(self.store.rows(sql.HAND, id=person_id)))

    def offices(self) -> list[Office]:
        """Where people work, and as what; those of whom neither is known left out."""
        return self.store.ask(sql.OFFICES, Office)

    def entries_since(self, since: date) -> list[EntryOf]:
        """Everything given and got since a day, the oldest first."""
        return [
            EntryOf(Entry(*row[:-2]), *row[-2:])
            for row in self.store.rows(sql.ENTRIES_SINCE, since=since)
        ]

    def introduced_by_me(self) -> list[IntroductionNamed]:
        """Whom I introduced to whom, the oldest first, dropped ones left out."""
        return self.store.ask(sql.INTRODUCED_BY_ME, IntroductionNamed)
