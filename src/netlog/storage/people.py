"""Finding people, and what is known of them."""

from collections.abc import Iterable

from netlog.domain.details import detail_key
from netlog.domain.names import clean, fold, starts_words
from netlog.domain.person import ME_ID, Detail, Found, Person, Retired
from netlog.errors import AmbiguousError, NotFoundError, UsageError
from netlog.storage import sql
from netlog.storage.store import Store

_AFTER_ALL = "\U0010ffff"
_NEAREST = 3
_SHOWN = 12
_ECHO = 40
_ADD_FIRST = "netlog list shows who is there; netlog add takes in somebody new."


class People:
    """Everybody in the file."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, key: int) -> Person:
        """The person with that key."""
        person = self.store.one(sql.PERSON, Person, id=key)
        if person is None:
            raise NotFoundError("They are not there any more.", _ADD_FIRST)
        return person

    def find(self, query: str, advice: str = _ADD_FIRST, *, me: bool = False) -> Person:
        """Who is meant: by handle, name, e-mail, or beginnings of words of a name.

        Two or more are an AmbiguousError, nobody a NotFoundError with `advice`;
        the user is somebody only where `me` is allowed.
        """
        if not clean(query):
            raise UsageError("That names nobody.", "Type a handle or a name.")
        found = self.matching(query)
        if len(found) > 1:
            raise ambiguous(query, [person.handle for person in found])
        if not found:
            raise self._nobody(query, advice)
        if found[0].id == ME_ID and not me:
            raise UsageError(
                "That is you.", "Name somebody else; only netlog intro knows you as me."
            )
        return found[0]

    def matching(self, query: str) -> list[Person]:
        """Everybody who could be meant, by the first rule that finds anybody."""
        words = clean(query)
        if not words:
            return []
        return (
            self.store.ask(sql.PERSON_BY_HANDLE, Person, handle=words)
            or self.named(words)
            or self.with_detail("alias", words)
            or self.with_detail("email", words)
            or self._by_words(fold(words))
        )

    def named(self, name: str) -> list[Person]:
        """Everybody with exactly that name, case and accents aside."""
        return self.store.ask(sql.PEOPLE_BY_NAME, Person, folded=fold(name))

    def with_detail(self, field: str, value: str) -> list[Person]:
        """Everybody with that e-mail, phone, URL, card, kind or tag."""
        folded = detail_key(field, value)
        return self.store.ask(sql.PEOPLE_BY_DETAIL, Person, field=field, folded=folded)

    def first_named(self, name: str) -> list[Person]:
        """Everybody whose name begins with that word, at most three."""
        low = f"{fold(name)} "
        found = self.store.ask(sql.NAMES_BETWEEN, Found, low=low, high=low + _AFTER_ALL)
        return [self._by_handle(one.handle) for one in found[:_NEAREST]]

    def details(self, person_id: int) -> list[Detail]:
        """What there can be several of: kinds, tags, addresses, likes."""
        return self.store.ask(sql.DETAILS_OF, Detail, person=person_id)

    def everybody(self) -> list[Person]:
        """All people in the order of their names, the user left out."""
        return self.store.ask(sql.EVERYBODY, Person)

    def all_details(self) -> dict[int, list[Detail]]:
        """Everybody's details, by person."""
        by_person: dict[int, list[Detail]] = {}
        for detail in self.store.ask(sql.EVERY_DETAIL, Detail):
            by_person.setdefault(detail.person_id, []).append(detail)
        return by_person

    def is_taken(self, handle: str) -> bool:
        """Whether somebody has that handle, or had it."""
        return bool(
            self.store.one(sql.PERSON_BY_HANDLE, Person, handle=handle)
            or self.store.one(sql.RETIRED_HANDLE, Retired, handle=handle)
        )

    def every_handle(self) -> set[str]:
        """All handles that are somebody's, or were."""
        return {handle for (handle,) in self.store.rows(sql.EVERY_HANDLE)}

    def handles(self, start: str) -> list[str]:
        """Handles that begin so, at most 200."""
        rows = self.store.rows(sql.HANDLES_BETWEEN, low=start, high=start + _AFTER_ALL)
        return [handle for (handle,) in rows]

    def count(self) -> int:
        """How many people there are, the user left out."""
        return self.store.number(sql.COUNT_PEOPLE)

    def _by_words(self, query: str) -> list[Person]:
        first = max(query.split(), key=len, default="")
        found = self.store.ask(sql.PEOPLE_BY_WORD, Found, word=first)
        matches = [one.handle for one in found if starts_words(query, one.folded)]
        if len(matches) > _SHOWN:
            raise ambiguous(query, matches)
        return [self._by_handle(handle) for handle in matches]

    def _by_handle(self, handle: str) -> Person:
        return next(
            Person(*row) for row in self.store.rows(sql.PERSON_BY_HANDLE, handle=handle)
        )

    def _nobody(self, query: str, advice: str) -> NotFoundError:
        near = self._nearest(fold(query))
        nearest = f" The nearest: {', '.join(near)}." if near else ""
        return NotFoundError(
            f"Nobody is called {clean(query)[:_ECHO]}.{nearest}", advice, tuple(near)
        )

    def _nearest(self, query: str) -> list[str]:
        from difflib import get_close_matches

        low = query[:1]
        found = self.store.ask(sql.NAMES_BETWEEN, Found, low=low, high=low + _AFTER_ALL)
        by_name = {one.folded: one.handle for one in found}
        firsts = {name.split()[0]: handle for name, handle in by_name.items() if name}
        near = get_close_matches(query, [*by_name, *firsts], n=_NEAREST, cutoff=0.6)
        return list(dict.fromkeys((by_name | firsts)[name] for name in near))


def ambiguous(query: str, handles: Iterable[str]) -> AmbiguousError:
    """Several could be meant: an error that lists them, twelve at most."""
    listed = list(handles)
    shown = ", ".join(listed[:_SHOWN]) + (", …" if len(listed) > _SHOWN else "")
    return AmbiguousError(
        f"{clean(query)[:_ECHO]} could be {len(listed)} people: {shown}.",
        "Use the handle of the one you mean.",
        tuple(listed[:_SHOWN]),
    )
