"""A small model of netlog in plain Python: what must be there after each command.

It knows nothing of netlog's code: tables are dictionaries, what is derived is derived
anew each time it is asked for, and undo goes back to the world that was before.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

ME = 1
USAGE, NOT_FOUND, AMBIGUOUS, REFUSED = 2, 3, 4, 5
STRENGTH = ("dropped", "offered", "made", "met")
SIT_DOWN = frozenset({"coffee", "lunch", "dinner", "meeting", "exchange"})
IN_PERSON = SIT_DOWN | {"event", "met"}
TWO_WAY = IN_PERSON | {"call"}
KNOWN_KINDS = frozenset({"client", "peer"})
LONG_CADENCES = frozenset({"1y"})
"""Of those that are typed: so long that a young tie comes up before."""
YOUNG_FOR = 21
GAPS = 5


class No(Exception):  # noqa: N818 (it is no error here: the command must say no)
    """The command must be refused, with this exit code, and change nothing."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Person(NamedTuple):
    """What is said of somebody; nothing that is derived."""

    handle: str
    name: str
    added_on: date
    entered: int
    org: str = ""
    city: str = ""
    note: str = ""
    every: str = ""
    said_known: str = ""
    no_sell: bool = False
    source: str = "typed"
    resting: bool = False
    snoozed_until: date | None = None
    woken_on: date | None = None
    woken: int | None = None


class Presence(NamedTuple):
    """What somebody answered to a touch, on which day, by which change."""

    answered: str
    on: date | None = None
    settled: int | None = None

    @property
    def counts(self) -> bool:
        """Whether there was contact."""
        return self.answered != "no"


class Touch(NamedTuple):
    """One contact, or an attempt; `place` is the number of one, or 0."""

    kind: str
    day: date
    place: int
    note: str
    there: Mapping[int, Presence]
    entered: int
    inbound: bool = False

    @property
    def people(self) -> frozenset[int]:
        """Who was there."""
        return frozenset(self.there)

    @property
    def usual(self) -> str:
        """What comes back where nothing is said of it."""
        return "yes" if self.inbound or self.kind in TWO_WAY else "sent"

    def together(self, pair: set[int]) -> bool:
        """Whether some who were there met."""
        return self.kind in IN_PERSON and all(
            person in self.there and self.there[person].counts for person in pair
        )


class Introduction(NamedTuple):
    """Introducer, the pair in the order of its numbers, the state as it was said."""

    by: int
    a: int
    b: int
    day: date
    said: str
    inbound: bool
    words: str
    entered: int


class Promise(NamedTuple):
    """Something owed."""

    person: int
    text: str
    due: date
    state: str
    closed_on: date | None
    closed: int | None
    entered: int


class Entry(NamedTuple):
    """Something given or got; 0 is no touch, no introduction, nobody."""

    person: int
    way: str
    kind: str
    text: str
    day: date
    cents: int | None
    touch: int
    introduction: int
    other: int
    they_called: bool
    entered: int


class World(NamedTuple):
    """Everything that undo is about, each table by number.

    A detail is (person, field, value, folded, entered), a guess (touch, word);
    `thanked` has a day for (entry, person), `skip` (person, week, how), `retired`
    handles, `mine` what the user says of themselves, by field.
    """

    person: dict[int, Person]
    detail: dict[int, tuple[int, str, str, str, int]]
    place: dict[int, str]
    touch: dict[int, Touch]
    guess: dict[int, tuple[int, str]]
    introduction: dict[int, Introduction]
    promise: dict[int, Promise]
    entry: dict[int, Entry]
    thanked: dict[tuple[int, int], date]
    skip: set[tuple[int, str, str]]
    retired: set[str]
    mine: dict[str, str]

    def copy(self) -> "World":
        """The same, in tables of its own; rows cannot be changed."""
        tables: Any = (table.copy() for table in self)
        return World(*tables)

    # What is asked of it.

    def details(self, person: int, field: str) -> list[str]:
        """What somebody has of a field, in the order it came."""
        held = sorted(self.detail.items())
        return [one[2] for _, one in held if one[:2] == (person, field)]

    def touches(self, person: int) -> list[tuple[int, Touch]]:
        """Their touches, by day and then by number."""
        theirs = [(n, one) for n, one in self.touch.items() if person in one.people]
        return sorted(theirs, key=lambda pair: (pair[1].day, pair[0]))

    def state(self, number: int) -> str:
        """An introduction is met once the two were together on its day or later."""
        one = self.introduction[number]
        pair = {one.a, one.b} - {ME}
        days = [t.day for t in self.touch.values() if t.together(pair)]
        met = bool(days) and max(days) >= one.day
        return "met" if met and one.said in {"offered", "made"} else one.said

    def ways(self, person: int) -> list[tuple[int, Introduction, str]]:
        """How somebody was introduced to me: number, introduction, state."""
        return [
            (n, one, self.state(n))
            for n, one in self.introduction.items()
            if (one.a, one.b) == (ME, person)
        ]

    def between(self, by: int, one: int, other: int) -> int:
        """The number of the introduction of two by a third; 0 where there is none."""
        if one == other or by in {one, other}:
            raise No(USAGE)
        three = (by, min(one, other), max(one, other))
        found = (n for n, i in self.introduction.items() if (i.by, i.a, i.b) == three)
        return next(found, 0)

    def standing(self, person: int) -> dict[str, Any]:
        """What netlog keeps beside somebody, derived from everything else."""
        who, touches = self.person[person], self.touches(person)
        contacts = [(n, t) for n, t in touches if t.there[person].counts]
        heard = [t for _, t in contacts if t.there[person].answered == "yes"]
        words = [heard_at(t, person) for t in heard]
        days = sorted({t.day for _, t in contacts})
        sat = [(n, t) for n, t in contacts if t.kind in SIT_DOWN]
        seen = [t.day for _, t in contacts if t.kind in IN_PERSON]
        led = [way for _, way, state in self.ways(person) if state != "dropped"]
        first, last = sat[0][1] if sat else None, self._last(person, contacts)
        known = self.known(person)
        young = bool(
            first and last and not known and (last - first.day).days <= YOUNG_FOR
            and (not who.every or who.every in LONG_CADENCES)
        )  # fmt: skip
        stage = ("young" if young else "sat") if first else ""
        tries = self._tries(person, words, led)
        tags = self.details(person, "tag")
        typed = who.added_on if who.source == "typed" else None
        gaps = sorted((b - a).days for a, b in pairwise(days))
        return {
            "rhythm": f"{stage} {self._decides(person)}".strip(),
            "cluster": fold(who.org) or (fold(tags[0]) if tags else ""),
            "waits_from": first.day if first and young else last,
            "known": known,
            "connected": who.source == "typed"
            or bool(self.ways(person) or seen or heard),
            "last_contact": last,
            "last_heard": max((day for day, _ in words), default=None),
            "last_reached": max(
                (t.day for _, t in contacts if not t.inbound), default=None
            ),
            "last_tried": max((t.day for t in tries), default=None),
            "open_tries": len(tries),
            "first_sitdown": first.day if first else None,
            "last_sitdown": sat[-1][1].day if sat else None,
            "fresh_on": max((way.day for way in led), default=None)
            or min([*seen, *(day for day, _ in words)], default=None)
            or typed,
            "usual_gap": gaps[(len(gaps) - 1) // 2] if len(gaps) >= GAPS else None,
            "touches": len(contacts),
            "contact_days": len(days),
            "dropped": bool(self.ways(person)) and not led,
        }

    def _last(self, person: int, contacts: list[tuple[int, Touch]]) -> date | None:
        """The day of the last contact; of what was sent, that of its answer."""
        return max((t.there[person].on or t.day for _, t in contacts), default=None)

    def _decides(self, person: int) -> str:
        every = self.person[person].every
        return every or "+".join(sorted(set(self.details(person, "kind"))))

    def _tries(
        self, person: int, words: list[tuple[date, int]], led: list[Introduction]
    ) -> list[Touch]:
        """What was sent or tried since they were heard from, introduced, or woken."""
        who = self.person[person]
        ends = [*words, *((way.day, way.entered) for way in led)]
        if who.woken_on and who.woken:
            ends.append((who.woken_on, who.woken))
        return [
            t
            for _, t in self.touches(person)
            if t.there[person].answered != "yes"
            and all((t.day, t.entered) > end for end in ends)
        ]

    def known(self, person: int) -> bool:
        """As was said, else as it was before the first sit-down."""
        who = self.person[person]
        if who.said_known:
            return who.said_known == "yes"
        contacts = [(n, t) for n, t in self.touches(person) if t.there[person].counts]
        first = next(((n, t) for n, t in contacts if t.kind in SIT_DOWN), None)
        before = [
            t.day
            for n, t in contacts
            if t.kind in IN_PERSON
            and (first is None or (t.day, n) < (first[1].day, first[0]))
        ]
        for _, way, state in self.ways(person):
            unmet = not before or way.day > max(before)
            if state != "dropped" and unmet and (not first or way.day <= first[1].day):
                return False
        everything = self.touches(person)
        if everything and everything[0][1].kind == "met":
            return False
        brought = [
            (made.day, made.entered)
            for n, made in self.introduction.items()
            if (made.by, made.a) == (person, ME) and self.state(n) != "dropped"
        ]
        kinds = [row for row in self.detail.values() if row[:2] == (person, "kind")]
        return any(
            first is None or entered < first[1].entered
            for _, _, kind, _, entered in kinds
            if kind in KNOWN_KINDS
        ) or any(
            first is None or since < (first[1].day, first[1].entered)
            for since in brought
        )

    # Who is meant.

    def find(self, query: str, *, me: bool = False) -> int:
        """By handle, name, other name, e-mail, beginnings of words; else No."""
        if query == "me":
            if me:
                return ME
            raise No(USAGE)
        found = next(filter(None, self._meant(query)), [])
        if len(found) != 1:
            raise No(AMBIGUOUS if found else NOT_FOUND)
        return found[0]

    def _meant(self, query: str) -> Iterable[list[int]]:
        yield [n for n, one in self.person.items() if one.handle == query]
        yield self.named(query)
        yield self.with_detail("alias", query)
        yield self.with_detail("email", query)
        starts = fold(query).split()
        yield [
            n
            for n, one in self.person.items()
            if all(any(w.startswith(s) for w in fold(one.name).split()) for s in starts)
        ]

    def named(self, name: str) -> list[int]:
        """Who has exactly that name."""
        return [n for n, one in self.person.items() if fold(one.name) == fold(name)]

    def with_detail(self, field: str, value: str) -> list[int]:
        """Who has that."""
        same = field, fold(value)
        return [one[0] for one in self.detail.values() if (one[1], one[3]) == same]


def heard_at(touch: Touch, person: int) -> tuple[date, int]:
    """When something came back, by day and by change."""
    there = touch.there[person]
    return there.on or touch.day, there.settled or touch.entered


def empty() -> World:
    """Nobody is there."""
    tables: dict[str, Any] = {"skip": set(), "retired": set()}
    return World(**{name: tables.get(name, {}) for name in World._fields})


def fold(text: str) -> str:
    """What is compared of a name."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def week(day: date) -> str:
    """The ISO week of a day: 2025-W23."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


Act = Callable[["Writing"], None]


class Writing:
    """One command at work on a copy of the world; `number` is that of its change."""

    def __init__(self, world: World, numbers: Counter[str], today: date) -> None:
        self.world = world.copy()
        self.numbers = numbers.copy()
        self.today = today
        self.number = self.next("change")
        self.wrote = False
        """Whether rows were written, though they say the same as before."""

    def next(self, table: str) -> int:
        """A number that no row of a table ever had."""
        self.numbers[table] += 1
        return self.numbers[table]

    def put(self, table: str, row: Any) -> int:
        """A row more; gives its number."""
        number = self.next(table)
        getattr(self.world, table)[number] = row
        self.wrote = True
        return number

    def change(self, table: str, number: int, **fields: Any) -> None:
        """Some fields of a row."""
        rows = getattr(self.world, table)
        rows[number] = rows[number]._replace(**fields)

    def need(self, table: str, number: int) -> Any:
        """A row that must be there."""
        if number not in getattr(self.world, table):
            raise No(NOT_FOUND)
        return getattr(self.world, table)[number]


class Done(NamedTuple):
    """One change: its number, its words, and the worlds before and after it."""

    number: int
    words: str
    before: World
    after: World


class Model:
    """The world, every number that was ever given, and the journal."""

    def __init__(self) -> None:
        self.world = empty()
        self.numbers: Counter[str] = Counter({"person": ME})
        self.done: list[Done] = []
        self.undone: list[Done] = []
        self.gone: list[Done] = []
        self.weeks: set[str] = set()
        """Those in which something was entered; no undo takes them back."""

    def write(self, words: str, today: date, act: Act) -> int:
        """A command that writes: the exit code that it must have."""
        writing = Writing(self.world, self.numbers, today)
        try:
            act(writing)
        except No as no:
            return no.code
        self.numbers = writing.numbers
        if writing.wrote or writing.world != self.world:
            change = Done(writing.number, words, self.world, writing.world)
            self.done.append(change)
            self.gone += self.undone
            self.undone = []
            self.world = writing.world
            self.weeks.add(week(today))
        return 0

    def undo(self) -> int:
        """The newest change is taken back; the exit code."""
        if not self.done:
            return REFUSED
        self.undone.append(self.done.pop())
        self.world = self.undone[-1].before
        return 0

    def redo(self) -> int:
        """What was undone last is done again; the exit code."""
        if not self.undone:
            return REFUSED
        self.done.append(self.undone.pop())
        self.world = self.done[-1].after
        return 0

    @property
    def journal(self) -> dict[int, tuple[str, str]]:
        """Every change: its words, and whether it is done, undone or gone."""
        states = {"done": self.done, "undone": self.undone, "gone": self.gone}
        return {
            one.number: (one.words, state)
            for state, changes in states.items()
            for one in changes
        }
