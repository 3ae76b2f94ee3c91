"""Who is meant by what was typed, and adding those who are not there yet."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.details import detail_key, keyed
from netlog.domain.names import clean, fold, name_from, starts_words
from netlog.domain.person import ME_ID, Newcomer, Person
from netlog.errors import AmbiguousError, NotFoundError, UsageError
from netlog.repository import people
from netlog.repository.change import OpenChange

_NEAREST = 3
_LISTED = 12
_ECHO = 40
_LONGEST_NAME = 6
NOT_OF_ME = (
    "There is nothing to do: weeks in which nothing is entered count for nothing."
)
"""What to do where the user would leave themselves out of the plan."""
_NEW = "--new adds them in the same change."


def find(
    store: Store,
    query: str,
    advice: str = people.ADD_FIRST,
    *,
    me: bool = False,
    of_me: str = "Name somebody else; netlog edit me and netlog intro know you.",
) -> Person:
    """Find the person a query names: by handle, name, e-mail, or words of a name.

    Two or more are an AmbiguousError, nobody a NotFoundError with `advice`;
    the user is somebody only where `me` is allowed, else `of_me` says what to do.
    """
    if not clean(query):
        raise UsageError("That names nobody.", "Type a handle or a name.")
    candidates = matching(store, query)
    if len(candidates) > 1:
        raise ambiguous(query, [person.handle for person in candidates])
    if not candidates:
        raise _nobody(store, query, advice)
    if candidates[0].id == ME_ID and not me:
        raise UsageError("That is you.", of_me)
    return candidates[0]


def matching(store: Store, query: str) -> list[Person]:
    """Everybody who could be meant, by the first rule that finds anybody."""
    words = clean(query)
    if not words:
        return []
    by_handle = sql.person_by_handle(store, words)
    return (
        ([by_handle] if by_handle else [])
        or named(store, words)
        or with_detail(store, "alias", words)
        or with_detail(store, "email", words)
        or _by_words(store, fold(words))
    )


def named(store: Store, name: str) -> list[Person]:
    """Everybody with exactly that name, case and accents aside."""
    return sql.people_by_name(store, fold(name))


def with_detail(store: Store, field: str, value: str) -> list[Person]:
    """Everybody with that e-mail, phone, URL, card, kind or tag."""
    return sql.people_by_detail(store, field, detail_key(field, value))


def first_named(store: Store, name: str) -> list[Person]:
    """Everybody whose name begins with that word, at most three."""
    low = f"{fold(name)} "
    entries = sql.names_between(store, low, low + people.AFTER_ALL)
    return [people.by_handle(store, entry.handle) for entry in entries[:_NEAREST]]


def find_or_add(
    change: OpenChange,
    query: str,
    today: date,
    *,
    new: bool = False,
    me: bool = False,
) -> Person:
    """Find the person a query names; with `new` they are added where nobody is."""
    try:
        return find(change.store, query, _NEW, me=me)
    except NotFoundError:
        if not new:
            raise
        return people.add(change, newcomer(query, today))


def find_or_add_all(
    change: OpenChange, queries: Iterable[str], today: date, *, new: bool = False
) -> list[Person]:
    """Find everybody who is named; two words for one person are one person."""
    persons = [find_or_add(change, query, today, new=new) for query in queries]
    return list({person.id: person for person in persons}.values())


def whole_names(store: Store, words: Sequence[str]) -> list[str]:
    """Words with those joined that are somebody's whole name side by side.

    A comma ends a name, unless it is part of one.
    """
    names: list[str] = []
    for rest in _apart(store, words):
        while rest:
            name, rest = first_name(store, rest, len(rest))  # noqa: PLW2901 (what is left)
            names.append(name)
    return names or [""]


def _apart(store: Store, words: Sequence[str]) -> list[list[str]]:
    """Words in groups, parted at the commas."""
    groups: list[list[str]] = [[]]
    for word in words:
        if "," not in word or matching(store, word):
            groups[-1].append(word)
            continue
        first, *others = (piece.strip() for piece in word.split(","))
        groups[-1] += [first] if first else []
        groups += [[piece] if piece else [] for piece in others]
    return groups


def first_name(store: Store, words: Sequence[str], most: int) -> tuple[str, list[str]]:
    """The longest beginning that is somebody's whole name, else one word; the rest."""
    for size in range(min(most, _LONGEST_NAME), 1, -1):
        name = " ".join(words[:size])
        if named(store, name):
            return name, list(words[size:])
    return words[0], list(words[1:])


def newcomer(name: str, today: date) -> Newcomer:
    """Somebody of whom only the name is known, or an e-mail address."""
    checked = name_from(name)
    details = [("email", checked)] if "@" in checked else []
    return Newcomer(checked, today, details=keyed(details))


def ambiguous(query: str, handles: Iterable[str]) -> AmbiguousError:
    """Several could be meant: an error that lists them, twelve at most."""
    every = list(handles)
    shown = ", ".join(every[:_LISTED]) + (", …" if len(every) > _LISTED else "")
    return AmbiguousError(
        f"{clean(query)[:_ECHO]} could be {len(every)} people: {shown}.",
        "Use the handle of the one you mean.",
        tuple(every[:_LISTED]),
    )


def _by_words(store: Store, query: str) -> list[Person]:
    longest = max(query.split(), key=len, default="")
    entries = sql.people_by_word(store, longest)
    handles = [entry.handle for entry in entries if starts_words(query, entry.folded)]
    if len(handles) > _LISTED:
        raise ambiguous(query, handles)
    return [people.by_handle(store, handle) for handle in handles]


def _nobody(store: Store, query: str, advice: str) -> NotFoundError:
    near = _nearest(store, fold(query))
    nearest = f" The nearest: {', '.join(near)}." if near else ""
    return NotFoundError(
        f"Nobody is called {clean(query)[:_ECHO]}.{nearest}", advice, tuple(near)
    )


def _nearest(store: Store, query: str) -> list[str]:
    from difflib import get_close_matches

    low = query[:1]
    entries = sql.names_between(store, low, low + people.AFTER_ALL)
    by_name = {entry.folded: entry.handle for entry in entries}
    firsts = {name.split()[0]: handle for name, handle in by_name.items() if name}
    near = get_close_matches(query, [*by_name, *firsts], n=_NEAREST, cutoff=0.6)
    return list(dict.fromkeys((by_name | firsts)[name] for name in near))
