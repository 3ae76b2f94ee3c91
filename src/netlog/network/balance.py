"""What was given and what came back: kinds, who began, and the running difference."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from netlog.domain.ledger import Entry, EntryOf
from netlog.domain.person import Named
from netlog.namedtuple import NamedTuple


class BalanceStep(NamedTuple):
    """An entry, and by how many things more had come than gone when it was made."""

    entry: Entry
    owed: int


class Balance(NamedTuple):
    """Everything between the user and one person, the oldest first; never empty."""

    person: Named
    steps: tuple[BalanceStep, ...]

    @property
    def owed(self) -> int:
        """By how many things more came than went: above zero the user owes."""
        return self.steps[-1].owed

    @property
    def first(self) -> Entry:
        """With what it began."""
        return self.steps[0].entry

    @property
    def last(self) -> Entry:
        """What came or went last."""
        return self.steps[-1].entry

    def count(self, way: str) -> int:
        """How many things were got, or gave."""
        return sum(step.entry.way == way for step in self.steps)

    def cents(self, way: str) -> int:
        """How much money went that way."""
        return sum(s.entry.cents or 0 for s in self.steps if s.entry.way == way)

    def kinds(self) -> Mapping[str, tuple[int, int]]:
        """How many were got and given of each kind, the most frequent first."""
        counted = Counter((step.entry.kind, step.entry.way) for step in self.steps)
        often = Counter(step.entry.kind for step in self.steps).most_common()
        return {
            kind: (counted[kind, "got"], counted[kind, "gave"]) for kind, _ in often
        }


def balance(person: Named, entries: Iterable[Entry]) -> Balance:
    """The balance with one person, from entries in order."""
    steps: list[BalanceStep] = []
    owed = 0
    for entry in entries:
        owed += 1 if entry.is_outcome else -1
        steps.append(BalanceStep(entry, owed))
    return Balance(person, tuple(steps))


def balances(entries: Sequence[EntryOf]) -> list[Balance]:
    """The balance with everybody, those first to whom most is owed; then by name."""
    by_person: dict[int, tuple[Named, list[Entry]]] = {}
    for entry, handle, name in entries:
        person = Named(entry.person_id, handle, name)
        by_person.setdefault(entry.person_id, (person, []))[1].append(entry)
    return sorted(
        (balance(person, theirs) for person, theirs in by_person.values()),
        key=lambda each: (-each.owed, each.person.name, each.person.id),
    )
