"""Who is there already: by card, URL, e-mail, phone, or name and organisation."""

import re
from collections.abc import Iterable, Mapping

from netlog.domain.details import Keyed, is_profile
from netlog.domain.names import fold
from netlog.domain.person import Detail, Person
from netlog.records import NamedTuple

ADDRESSES = ("card", "url", "email", "phone")
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
        self._by_address: dict[tuple[str, str], list[Known]] = {}
        self._by_name: dict[str, list[Known]] = {}

    def add(self, known: Known, aliases: Iterable[str] = ()) -> None:
        """One more person to be found."""
        for name in {known.name, *aliases}:
            self._by_name.setdefault(name, []).append(known)
        self.link(known, known.held)

    def link(self, known: Known, keys: Iterable[tuple[str, str]]) -> None:
        """More ways to find somebody."""
        for key in keys:
            if key[0] in ADDRESSES:
                self._by_address.setdefault(key, []).append(known)

    def find(self, name: str, org: str, keys: Keyed) -> Known | None:
        """Whom a record is about, or None where it is somebody new.

        Two records of one import are two people unless a card or a profile says
        otherwise, or their names are the same: whoever wrote them kept them apart.
        """
        folded = bare(name)
        sharing = [
            (key, known) for key in keys for known in self._by_address.get(key, ())
        ]
        found = [
            *(known for key, known in sharing if _is_sure(key)),
            *(known for _, known in sharing if known.name == folded),
            *self._namesakes(folded, fold(org), keys),
            *(known for key, known in sharing if _may_be(known, key, folded)),
        ]
        return found[0] if found else None

    def _namesakes(self, name: str, org: str, keys: Keyed) -> list[Known]:
        """Who has the name and no other address: of one organisation first.

        An organisation that is not known, there or in the file, does not differ;
        then the name must be one person's alone.
        """
        alike = [k for k in self._by_name.get(name, ()) if not _differ(k, keys)]
        same = [known for known in alike if known.org == org]
        open_ones = [k for k in alike if k.key > 0 and not (k.org and org)]
        return same or (open_ones if len(alike) == 1 else [])


def _is_sure(key: tuple[str, str]) -> bool:
    """A card's own id, or a profile: nobody else has it."""
    field, value = key
    return field == "card" or (field == "url" and is_profile(value))


def _may_be(known: Known, key: tuple[str, str], name: str) -> bool:
    """Whether somebody who is there and shares an address may be called so, too.

    An e-mail is one person's, whatever they are called; a phone or a page may be an
    office's, so that the names must share a word.
    """
    shared = set(known.name.split()) & set(name.split())
    return known.key > 0 and (key[0] == "email" or bool(shared) or "@" in name)


def bare(name: str) -> str:
    """A folded name without what stands between its words."""
    return " ".join(_WORD.findall(fold(name))) or fold(name)


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
        theirs = details.get(person.id, ())
        held = {(one.field, one.folded) for one in theirs if one.field in ADDRESSES}
        known = Known(person.id, bare(person.name), fold(person.org), held)
        index.add(known, (bare(one.value) for one in theirs if one.field == "alias"))
    return index
