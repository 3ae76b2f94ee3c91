"""What acts of the model share: who and when is meant, and taking somebody in."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tests.trust.model import NOT_FOUND, REFUSED, USAGE, No, Person, Writing, fold

Options = Mapping[str, Any]
"""What was typed behind the name of a command, by its option; days as days."""
SEVERAL = ("kind", "tag", "email")
_WEEK = timedelta(days=7)


def meant(w: Writing, query: str, *, new: bool = False, me: bool = False) -> int:
    """Who is meant; with --new somebody nobody answers to is added."""
    try:
        return w.world.find(query, me=me)
    except No as no:
        if new and no.code == NOT_FOUND:
            return newcomer(w, query, {})
        raise


def newcomer(w: Writing, name: str, o: Options, source: str = "typed") -> int:
    """Somebody is taken in under a handle that nobody has or had."""
    handle = o.get("handle") or _free(w, name)
    refuse_taken(w, o.get("handle", ""))
    facts: Options = {k: o[k] for k in ("org", "city", "note", "every") if k in o}
    flags: Options = {"no_sell": True} if "no_sell" in o else {}
    known: Options = {"said_known": "yes"} if "known" in o else {}
    row = Person(handle, name, w.today, w.number, source=source, **facts, **flags)
    person = w.put("person", row._replace(**known))
    for field in SEVERAL:
        for value in o.get(field, ()):
            detail(w, person, field, value)
    return person


def detail(w: Writing, person: int, field: str, value: str) -> None:
    """One more, unless they have it."""
    row = (person, field, value, fold(value), w.number)
    held = {(one[0], one[1], one[3]) for one in w.world.detail.values()}
    if (person, field, row[3]) not in held:
        w.put("detail", row)


def _free(w: Writing, name: str) -> str:
    base = "-".join(fold(name).split())
    names = (base, *(f"{base}-{n}" for n in range(2, 99)))
    return next(name for name in names if not _is_taken(w, name))


def _is_taken(w: Writing, handle: str) -> bool:
    held = {one.handle for one in w.world.person.values()}
    return handle in held | w.world.retired | {"me"}


def refuse_taken(w: Writing, handle: str) -> None:
    """A handle is somebody's, or was."""
    if handle and _is_taken(w, handle):
        raise No(REFUSED)


def happened(w: Writing, o: Options, name: str = "on") -> date:
    """The day of what happened, today where none is said; not one to come."""
    day: date = o.get(name, w.today)
    if day > w.today:
        raise No(USAGE)
    return day


def due_by(w: Writing, o: Options) -> date:
    """When a promise is due: a week from today; not before it."""
    if "by" in o and ("promise" not in o or o["by"] < w.today):
        raise No(USAGE)
    return o.get("by", w.today + _WEEK)  # type: ignore[no-any-return] # options are Any


def without(w: Writing, table: str, is_gone: Any) -> None:
    """Take rows out of a table."""
    rows = getattr(w.world, table)
    for number in [n for n, row in rows.items() if is_gone(row)]:
        del rows[number]
        w.wrote = True


def point_elsewhere(w: Writing, **gone: int) -> None:
    """What came of something, or was about somebody, that is gone: it stays."""
    ((column, number),) = gone.items()
    for n, one in list(w.world.entry.items()):
        if getattr(one, column) == number:
            w.change("entry", n, **{column: 0})
