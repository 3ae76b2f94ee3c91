"""Who is there already: by card, URL, e-mail, phone, or name and organisation."""

import re
from collections.abc import Iterable, Mapping

from netlog.domain.details import Keyed
from netlog.domain.names import fold
from netlog.domain.person import Detail, Person
from netlog.records import NamedTuple

STRONG = ("card", "url")
WEAK = ("email", "phone")
_WORD = re.compile(r"[\w@.]+")


class Known(NamedTuple):
    """Somebody in the index: there already (key above 0), or coming in."""

    key: int
    name: str
    org: str
    held: set[tuple[str, str]]


class Index:
    """Finds the person that a record of a file is about: by what is surest first."""

    def __init__(self) -> None:
        self._by_detail: dict[tuple[str, str], list[Known]] = {}
        self._by_name: dict[tuple[str, str], list[Known]] = {}

    def add(self, known: Known) -> None:
        """One more person to be found."""
        self._by_name.setdefault((known.name, known.org), []).append(known)
        self.link(known, known.held)

    def link(self, known: Known, keys: Iterable[tuple[str, str]]) -> None:
        """More ways to find somebody."""
        for key in keys:
            if key[0] in (*STRONG, *WEAK):
                self._by_detail.setdefault(key, []).append(known)

    def find(self, name: str, org: str, keys: Keyed) -> Known | None:
        """Whom a record is about, or None where it is somebody new."""
        folded = bare(name)
        sharing = [
            (key[0], known) for key in keys for known in self._by_detail.get(key, ())
        ]
        namesakes = self._by_name.get((folded, fold(org)), ())
        found = [
            *(known for field, known in sharing if field in STRONG),
            *(known for _, known in sharing if known.name == folded),
            *(known for known in namesakes if not _differ(known, keys)),
            *(known for _, known in sharing if _alike(known, folded)),
        ]
        return found[0] if found else None


def bare(name: str) -> str:
    """A folded name without what stands between its words."""
    return " ".join(_WORD.findall(fold(name))) or fold(name)


def _alike(known: Known, name: str) -> bool:
    """Whether somebody who shares a phone or an e-mail may be called so, too.

    Two records of one import are two people: whoever wrote them kept them apart.
    Of those who are there, names that share a word are one person's.
    """
    shared = set(known.name.split()) & set(name.split())
    return known.key > 0 and (bool(shared) or "@" in known.name or "@" in name)


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
        index.add(Known(person.id, bare(person.name), fold(person.org), held))
    return index
