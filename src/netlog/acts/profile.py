"""What is typed of a person, checked and in the form it is kept."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from netlog.domain import dates, handles
from netlog.domain.details import keyed
from netlog.domain.kinds import PERSON_KINDS
from netlog.domain.names import clean, clean_note, says_something
from netlog.domain.newcomer import Newcomer
from netlog.domain.spans import parse_span
from netlog.errors import UsageError
from netlog.records import NamedTuple

NONE = "none"
_SEVERAL = ("kind", "tag", "email", "phone", "url", "likes", "needs", "offers")

Words = Sequence[str] | None


class Profile(NamedTuple):
    """Options of `add` and `edit` as they were typed; '' and None were not."""

    name: str = ""
    org: str = ""
    role: str = ""
    city: str = ""
    every: str = ""
    birthday: str = ""
    note: str = ""
    handle: str = ""
    known: bool | None = None
    no_sell: bool | None = None
    kind: Words = None
    tag: Words = None
    email: Words = None
    phone: Words = None
    url: Words = None
    likes: Words = None
    needs: Words = None
    offers: Words = None


def name_from(text: str) -> str:
    """A name that says something, clean; UsageError for one that does not."""
    name = clean(text)
    if not says_something(name):
        raise UsageError("A person needs a name.", "Type at least one word.")
    return name


def newcomer_from(name: str, profile: Profile, today: date) -> Newcomer:
    """Somebody to be taken in; UsageError where a value cannot be."""
    named = name_from(name)
    pairs = [(f, v) for f, held in details_from(profile).items() for v in held]
    if any(value == NONE for _, value in pairs):
        raise UsageError("There is nothing yet that none could clear.", "Leave it out.")
    fields = fields_from(profile)
    return Newcomer(named, today, details=keyed(pairs), **fields)


def fields_from(profile: Profile) -> dict[str, Any]:
    """The single fields that were typed; `none` clears one."""
    typed = {
        field: _single(field, value)
        for field, value in profile._asdict().items()
        if field not in _SEVERAL and value not in {"", None}
    }
    return {field: value for field, value in typed.items() if value is not None}


def details_from(profile: Profile) -> dict[str, list[str]]:
    """The fields of which there can be several, as typed."""
    return {
        field: [_one(field, value) for value in getattr(profile, field) or ()]
        for field in _SEVERAL
    }


def _single(field: str, value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value == NONE and field not in {"name", "handle"}:
        return ""
    return _READERS.get(field, clean)(value)


_READERS: dict[str, Callable[[str], str]] = {
    "name": name_from,
    "every": lambda value: parse_span(value).code(),
    "birthday": dates.birthday,
    "handle": handles.checked,
    "note": clean_note,
}
"""How a single field is read, where it is more than a clean line."""


def _one(field: str, value: str) -> str:
    said = clean(value)
    if said.lower() == NONE:
        return NONE
    if field == "kind" and said not in PERSON_KINDS:
        raise UsageError(
            f"{said[:40]} is no kind of person.",
            f"Kinds are {', '.join(PERSON_KINDS)}.",
        )
    if not said:
        raise UsageError(f"--{field} says nothing.", "Leave it out, or say something.")
    if field == "email" and ("@" not in said or " " in said):
        raise UsageError("That is no e-mail address.", "It has an @ and no blank.")
    return said
