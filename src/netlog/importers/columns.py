"""Which column of a table holds what."""

import re
from collections.abc import Callable, Mapping, Sequence

from netlog.domain.names import clean, fold
from netlog.errors import UsageError

# What --map may say.
MAP_FIELDS = (
    "name", "first", "last", "email", "phone", "url", "org", "role", "city", "note",
    "tag", "birthday", "connected",
)  # fmt: skip
# Headers as programs write them: letters alone, a number is #.
_SAID = {
    "name": "name fullname displayname contactname vollstandigername",
    "prefix": "nameprefix anrede",
    "first": "firstname givenname forename vorname",
    "middle": "middlename additionalname",
    "last": "lastname surname familyname nachname",
    "suffix": "namesuffix suffix",
    "nickname": "nickname fileas spitzname",
    "email": "email email# emailaddress email#address email#value emails mail "
    "primaryemail secondaryemail workemail homeemail emailadresse",
    "phone": "phone phones phonenumber phone# phone#value telephone tel mobile "
    "mobilephone mobilenumber cell cellphone homephone homephone# businessphone "
    "businessphone# primaryphone otherphone workphone telefon mobil handy",
    "url": "url urls website websites webpage webpage# website#value homepage "
    "personalwebpage linkedin linkedinurl linkedinprofile profileurl",
    "org": "company companyname organization organisation organizationname "
    "organization#name org employer unternehmen firma",
    "role": "jobtitle position role organizationtitle organization#title",
    "city": "city town address#city businesscity workcity homecity othercity ort stadt",
    "note": "note notes comment comments notiz notizen",
    "referrer": "referredby",
    "tag": "tag tags label labels category categories keywords groupmembership",
    "birthday": "birthday birthdate dateofbirth geburtstag geburtsdatum",
    "birthmonth": "birthmonth",
    "birthyear": "birthyear",
    "connected": "connectedon verbundenam",
}
_ALIASES = {alias: field for field, said in _SAID.items() for alias in said.split()}
_NAME_PARTS = ("prefix", "first", "middle", "last", "suffix")
_SHOWN = 40
_LONGEST = 200  # what is longer is no header, and takes long to fold

Columns = dict[str, tuple[int, ...]]


def known(mapping: Mapping[str, str]) -> Callable[[str], bool]:
    """Whether a cell is a header that the mapping names, or that netlog knows."""
    mapped = {_folded(column) for column in mapping}
    return lambda cell: _key(cell) in _ALIASES or _folded(cell) in mapped


def places(header: Sequence[str], mapping: Mapping[str, str]) -> Columns:
    """For every field the places of its columns, from 0, in the file's order.

    A field that the mapping fills has no other columns; whoever maps a part of
    the name has no use for the whole.  A mapped column that the file does not
    have is a usage error that lists what it has.
    """
    mapped = {_folded(column): field for column, field in mapping.items()}
    _all_there(header, mapping)
    taken = {*mapping.values()}
    taken |= {"name"} if taken & {*_NAME_PARTS} else set()
    found: dict[str, list[int]] = {}
    keys = [_key(cell) for cell in header]
    for place, (cell, key) in enumerate(zip(header, keys, strict=True)):
        field = _ALIASES.get(key, "")
        if key == "title":  # Outlook's is a form of address, beside Job Title
            field = "prefix" if "jobtitle" in keys else "role"
        field = mapped.get(_folded(cell), "" if field in taken else field)
        if field:
            found.setdefault(field, []).append(place)
    return {field: tuple(all_of_it) for field, all_of_it in found.items()}


def _key(header: str) -> str:
    """A header without case, accents, blanks and marks; numbers are all alike."""
    return re.sub(r"\d+", "#", re.sub(r"[\W_]+", "", _folded(header)))


def _folded(header: str) -> str:
    return fold(header[:_LONGEST])


def _all_there(header: Sequence[str], mapping: Mapping[str, str]) -> None:
    there = set(map(_folded, header))
    for column in mapping:
        if _folded(column) not in there:
            names = ", ".join(filter(None, (clean(c)[:_SHOWN] for c in header[:99])))
            raise UsageError(
                f"The file has no column called {column}.", f"It has {names or 'none'}."
            )
