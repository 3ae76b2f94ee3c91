"""How often somebody is kept in touch with: days by their rhythm and the settings."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from itertools import chain

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.names import fold
from netlog.domain.person import Person, Standing
from netlog.domain.settings import TAG, Settings
from netlog.domain.spans import Span, in_days, parse_span
from netlog.domain.standing import SAT, YOUNG, rhythm_from, values
from netlog.namedtuple import NamedTuple

_WEEK = 7


class Cadences(NamedTuple):
    """The days of every cadence there is.

    By kind and by folded tag; `everybody` is that of whoever was sat down with and has
    no other, `young` how long after a first sit-down somebody comes up.
    """

    kinds: Mapping[str, int]
    tags: Mapping[str, int]
    everybody: int
    young: int

    def of(self, rhythm: str, tags: Iterable[str] = ()) -> int | None:
        """The days between contacts that a rhythm asks for; None where none does.

        `tags` are folded.
        """
        stage, every, kinds = rhythm_from(rhythm)
        wanted = [in_days(parse_span(every))] if every else self._by_words(kinds, tags)
        if not wanted and stage in {YOUNG, SAT}:
            wanted = [self.everybody]
        if stage == YOUNG:
            wanted.append(self.young)
        return min(wanted, default=None)

    def whence(self, rhythm: str, tags: Collection[str] = ()) -> str:
        """Whose cadence a rhythm has, in words; '' for their own, or for none."""
        _, every, kinds = rhythm_from(rhythm)
        days = self.of(rhythm, tags)
        says = (
            (rhythm.startswith(YOUNG) and days == self.young, "after a first coffee"),
            (days is None or every, ""),
            (days in {self.kinds.get(kind) for kind in kinds}, "by kind"),
            (days in {self.tags.get(tag) for tag in tags}, "by tag"),
            (True, "as everybody"),
        )
        return next(words for holds, words in says if holds)

    def is_default(self, rhythm: str) -> bool:
        """Whether a rhythm has the cadence of everybody, unless a tag has one."""
        stage, every, kinds = rhythm_from(rhythm)
        return stage in {YOUNG, SAT} and not every and not self._by_words(kinds, ())

    def runs_from(self, person: Person | Standing, days: int | None) -> date:
        """The day from which a cadence of so many days runs for somebody.

        Of a young tie one that is shorter than `young` runs from the last contact, as
        any other, and ends no later than `young` does.
        """
        last = person.last_contact
        if days is None or last is None or not person.rhythm.startswith(YOUNG):
            return person.waits_from
        return min(last, person.waits_from + timedelta(days=self.young - days))

    def _by_words(self, kinds: Iterable[str], tags: Iterable[str]) -> list[int]:
        by_kind = [self.kinds[kind] for kind in kinds if kind in self.kinds]
        return by_kind + [self.tags[tag] for tag in tags if tag in self.tags]


def cadences_for(settings: Settings, store: Store) -> Cadences:
    """The cadences of the settings; that of everybody grows with their number."""
    (people,) = count_on_default(settings, store, date.max)
    return cadences_with(settings, people)


def count_on_default(settings: Settings, store: Store, *before: date) -> list[int]:
    """How many have the cadence of everybody, first sat down with before each day.

    Who rests and what is no person is never asked for, and makes nothing longer.
    """
    cadences = cadences_with(settings, 0)
    on_it = {rhythm for rhythm in sql.rhythms(store) if cadences.is_default(rhythm)}
    tagged = (sql.tagged_sitdowns(store, tag) for tag in cadences.tags)
    others = {
        key: first
        for key, rhythm, first in chain(
            sql.resting_sitdowns(store), sql.no_person_sitdowns(store), *tagged
        )
        if rhythm in on_it and first
    }
    return [
        sum(sql.count_of_rhythm(store, rhythm, day) for rhythm in on_it)
        - sum(first < day for first in others.values())
        for day in before
    ]


def cadences_with(settings: Settings, people: int) -> Cadences:
    """The cadences where so many have that of everybody.

    At most `a_week` of them come up in a week: else they would be more every year.
    """
    usual = in_days(parse_span(settings.everybody))
    weeks = -(-people // settings.a_week)
    return Cadences(
        {k: in_days(s) for k, s in _spans(settings) if not k.startswith(TAG)},
        {
            fold(k.removeprefix(TAG)): in_days(s)
            for k, s in _spans(settings)
            if k.startswith(TAG)
        },
        max(usual, weeks * _WEEK),
        in_days(parse_span(settings.young)),
    )


def cadence_of(cadences: Cadences, store: Store, person: Person) -> int | None:
    """The days after which somebody comes up; None for whom nothing asks for it."""
    return cadences.of(person.rhythm, _tags(cadences, store, person))


def whence_of(cadences: Cadences, store: Store, person: Person) -> str:
    """Whose cadence somebody has, in words; '' for their own, or for none."""
    return cadences.whence(person.rhythm, _tags(cadences, store, person))


def _tags(cadences: Cadences, store: Store, person: Person) -> tuple[str, ...]:
    """The tags of somebody, read where one has a cadence."""
    if not cadences.tags:
        return ()
    return tuple(map(fold, values(sql.details_of(store, person.id), "tag")))


def _spans(settings: Settings) -> Iterable[tuple[str, Span]]:
    return ((word, parse_span(code)) for word, code in settings.cadence.items() if code)
