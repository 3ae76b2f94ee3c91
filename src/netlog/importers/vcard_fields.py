"""The properties of a vCard as the fields of a record.

Of an organisation its first component counts, since departments make no
cluster; TITLE comes before ROLE; of an address the city is enough.
"""

import re
from collections.abc import Callable, Mapping, Sequence

_ESCAPED = re.compile(r'\\([\\,;:"nN])')
_SPLITS = {mark: re.compile(rf"(?<!\\){mark}") for mark in ",;"}
_NAME_PARTS = ("last", "first", "middle", "prefix", "suffix")
_CITY = 3

Fields = dict[str, list[str]]


def fields(values: Mapping[str, Sequence[str]]) -> Fields:
    """A record's texts by field, from a card's values by property."""
    found: Fields = {}
    for name, (field, taken) in _FIELDS.items():
        for value in values.get(name, ()):
            found.setdefault(field, []).extend(taken(value))
    if not any(map(str.strip, found.get("name", ()))):
        found.update(_name_parts(values.get("N", ())))
    return found


def _name_parts(names: Sequence[str]) -> Fields:
    """Family name, given name and the rest, of the first N that says anything."""
    for name in names:
        parts = [" ".join(_split(part, ",")) for part in _split(name, ";", raw=True)]
        if any(map(str.strip, parts)):
            return {k: [v] for k, v in zip(_NAME_PARTS, parts, strict=False)}
    return {}


def _split(value: str, mark: str, *, raw: bool = False) -> list[str]:
    """The parts of a value between unescaped marks; raw keeps their escapes."""
    if "\\" not in value:
        return value.split(mark)
    # An escaped backslash escapes nothing after it: out of the way for a moment.
    parts = _SPLITS[mark].split(value.replace("\\\\", "\0"))
    parts = [part.replace("\0", "\\\\") for part in parts]
    return parts if raw else list(map(_unescaped, parts))


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


def _text(value: str) -> list[str]:
    return [_unescaped(value) if "\\" in value else value]


def _list(value: str) -> list[str]:
    return _split(value, ",")


def _tags(value: str) -> list[str]:
    return [tag for part in _split(value, ";", raw=True) for tag in _split(part, ",")]


def _company(value: str) -> list[str]:
    return [part for part in _split(value, ";") if part.strip()][:1]


def _city(value: str) -> list[str]:
    return _split(value, ";")[_CITY : _CITY + 1]


def _phone(value: str) -> list[str]:
    """A number as written; `tel:+1-418-656-9254;ext=102` loses what is not for eyes."""
    number = _text(value)[0].strip()
    if number[:4].lower() != "tel:":
        return [number]
    number, _, params = number[4:].partition(";")
    extension = re.search(r"(?:^|;)ext=([^;]*)", params, re.IGNORECASE)
    return [f"{number} ext. {extension[1]}" if extension else number]


def _profile(value: str) -> list[str]:
    """A social profile, if it has an address."""
    return _text(value) if "//" in value else []


_FIELDS: dict[str, tuple[str, Callable[[str], list[str]]]] = {
    "FN": ("name", _text),
    "NICKNAME": ("nickname", _list),
    "UID": ("uid", _text),
    "ORG": ("org", _company),
    "TITLE": ("role", _text),
    "ROLE": ("role", _text),
    "ADR": ("city", _city),
    "NOTE": ("note", _text),
    "BDAY": ("birthday", _text),
    "EMAIL": ("email", _text),
    "TEL": ("phone", _phone),
    "URL": ("url", _text),
    "X-SOCIALPROFILE": ("url", _profile),
    "SOCIALPROFILE": ("url", _profile),
    "CATEGORIES": ("tag", _tags),
}
WANTED = frozenset({*_FIELDS, "N"})
