"""People as answers show them."""

from collections.abc import Iterable, Sequence
from typing import Any

from netlog.domain.person import Detail, Named, Person
from netlog.domain.standing import values
from netlog.output.answer import Part, name, soft

REACH = ("email", "phone", "url")


def brief(person: Person | Named) -> dict[str, Any]:
    """Who it is, for programs."""
    uid = {"uid": person.uid} if isinstance(person, Person) else {}
    return {**uid, "handle": person.handle, "name": person.name}


def titled(person: Person | Named) -> tuple[Part, ...]:
    """A name with its handle, where the handle says more."""
    return name(person.name), soft(f" ({person.handle})")


def reach(details: Iterable[Detail]) -> str:
    """How to reach somebody: the first e-mail, phone and URL."""
    held = list(details)
    firsts = [values(held, field)[:1] for field in REACH]
    return ", ".join(value for found in firsts for value in found)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: A, B and C."""
    if len(names) < 2:  # noqa: PLR2004 (one needs no and)
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
