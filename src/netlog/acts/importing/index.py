"""Who is there already: by card, URL, e-mail, phone, or name and organisation."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from netlog.domain.details import Keyed
from netlog.domain.names import fold
from netlog.domain.person import Detail, Person

STRONG = ("card", "url")
WEAK = ("email", "phone")


class Known(NamedTuple):
    """Somebody in the index: there already (key above 0), or coming in."""

    key: int
    name: str
    org: str
    held: set[tuple[str, str]]


class Index:
    """Finds the person that a record of a file is about."""

    def __init__(self) -> None:
        self._by_detail: dict[tuple[str, str], list[Known]] = {}
        self._by_name: dict[tuple[str, str], list[Known]] = {}

    def add(self, known: Known) -> None:
        """One more person to be found."""
        self._by_name.setdefault((known.name, known.org), []).append(known)
        for pair in known.held:
            self.link(known, pair)

    def link(self, known: Known, pair: tuple[str, str]) -> None:
        """One more way to find somebody."""
        self._by_detail.setdefault(pair, []).append(known)

    def find(self, name: str, org: str, keys: Keyed) -> Known | None:
        """Whom a record is about, or None where it is somebody new.

        A shared phone or e-mail alone does not make one person of two whose
        names have no word in common.
        """
        folded = fold(name)
        for key in keys:
            for known in self._by_detail.get(key, ()):
                if key[0] in STRONG or _alike(known.name, folded):
                    return known
        namesakes = self._by_name.get((folded, fold(org)), ())
        return next((one for one in namesakes if not _differ(one, keys)), None)


def _alike(name: str, other: str) -> bool:
    """Whether two folded names share a word, or one is an address."""
    shared = set(name.split()) & set(other.split())
    return bool(shared) or "@" in name or "@" in other


def _differ(known: Known, keys: Iterable[tuple[str, str]]) -> bool:
    """Whether both have an address of one sort, and not the same one."""
    theirs: dict[str, set[str]] = {}
    for field, value in keys:
        theirs.setdefault(field, set()).add(value)
    for field, mine in theirs.items():
        held = {value for one, value in known.held if one == field}
        if held and not held & mine:
            return True
    return False


def index_of(people: Iterable[Person], details: Mapping[int, list[Detail]]) -> Index:
    """The index of everybody who is there."""
    index = Index()
    for person in people:
        held = {
            (detail.field, detail.folded)
            for detail in details.get(person.id, ())
            if detail.field in (*STRONG, *WEAK)
        }
        index.add(Known(person.id, person.folded, fold(person.org), held))
    return index
