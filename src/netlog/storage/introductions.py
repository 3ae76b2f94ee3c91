"""Who introduced whom."""

from netlog.domain.introduction import Introduction, IntroductionNamed, Way
from netlog.errors import NotFoundError
from netlog.storage import sql
from netlog.storage.store import Store


class Introductions:
    """Every introduction in the file."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, number: int) -> Introduction:
        """The introduction of that number."""
        introduction = self.store.one(sql.INTRODUCTION, Introduction, id=number)
        if introduction is None:
            raise NotFoundError(
                f"There is no introduction {number}.",
                "netlog show WHO lists the numbers.",
            )
        return introduction

    def of(self, person_id: int) -> list[IntroductionNamed]:
        """All introductions that somebody made or was part of."""
        return self.store.ask(
            sql.INTRODUCTIONS_WITH, IntroductionNamed, person=person_id
        )

    def ways_to(self, person_id: int) -> list[Way]:
        """How somebody was introduced to me, the oldest first."""
        return self.store.ask(sql.WAYS_TO, Way, person=person_id)

    def count(self) -> int:
        """How many there are."""
        return self.store.number(sql.COUNT_INTRODUCTIONS)

    def introducers_by_person(self) -> dict[int, list[str]]:
        """Who introduced whom to me: handles and folded names, by person."""
        by_person: dict[int, list[str]] = {}
        for person_id, handle, folded in self.store.rows(sql.EVERY_WAY):
            by_person.setdefault(person_id, []).extend((handle, folded))
        return by_person
