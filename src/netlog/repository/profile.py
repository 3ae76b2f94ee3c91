"""What is typed of a person, checked and in the form it is kept."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.domain import dates, names
from netlog.domain.details import keyed
from netlog.domain.kinds import PERSON_KINDS
from netlog.domain.names import clean, clean_note, name_from
from netlog.domain.person import Newcomer, Person
from netlog.domain.spans import parse_span
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple
from netlog.repository import people
from netlog.repository.change import OpenChange

NONE = "none"
_SEVERAL = ("kind", "tag", "email", "phone", "url", "likes", "needs", "offers")

Several = Sequence[str] | None


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
    kind: Several = None
    tag: Several = None
    email: Several = None
    phone: Several = None
    url: Several = None
    likes: Several = None
    needs: Several = None
    offers: Several = None


def newcomer_from(name: str, profile: Profile, today: date) -> Newcomer:
    """Somebody to be taken in; UsageError where a value cannot be."""
    named = name_from(name)
    pairs = [(f, v) for f, values in details_from(profile).items() for v in values]
    if any(value == NONE for _, value in pairs):
        raise UsageError("There is nothing yet that none could clear.", "Leave it out.")
    fields = fields_from(profile)
    return Newcomer(named, today, details=keyed(pairs), **fields)


def fields_from(profile: Profile) -> dict[str, Any]:
    """The single fields that were typed; `none` clears one."""
    typed = {
        field: _single(field, value)
        for field, value in profile._asdict().items()
        if field not in _SEVERAL and field != "known" and value not in {"", None}
    }
    if profile.known is not None:
        typed["said_known"] = "yes" if profile.known else "no"
    return {field: value for field, value in typed.items() if value is not None}


def details_from(profile: Profile) -> dict[str, list[str]]:
    """The fields of which there can be several, as typed."""
    return {
        field: [_detail(field, value) for value in getattr(profile, field) or ()]
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
    "handle": names.checked_handle,
    "note": clean_note,
}
"""How a single field is read, where it is more than a clean line."""


def _detail(field: str, value: str) -> str:
    text = clean(value)
    if text.lower() == NONE:
        return NONE
    if field == "kind" and text not in PERSON_KINDS:
        raise UsageError(
            f"{text[:40]} is no kind of person.",
            f"Kinds are {', '.join(PERSON_KINDS)}.",
        )
    if not text:
        raise UsageError(f"--{field} says nothing.", "Leave it out, or say something.")
    if field == "email" and ("@" not in text or " " in text):
        raise UsageError("That is no e-mail address.", "It has an @ and no blank.")
    return text


def edit(
    change: OpenChange,
    person: Person,
    fields: Mapping[str, Any],
    details: Mapping[str, Sequence[str]],
) -> Person:
    """Set fields; details are added, and `none` takes out what there was."""
    for field, values in details.items():
        for value in values:
            if value == NONE:
                people.clear_details(change, person.id, field)
            else:
                people.add_detail(change, person.id, field, value)
    return people.edit(change, person, **fields)
