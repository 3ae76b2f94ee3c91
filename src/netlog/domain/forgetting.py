"""Who was forgotten: what may be kept of them, and what must still be cleaned."""

from collections.abc import Iterable, Iterator

from netlog.domain.details import detail_key, is_profile
from netlog.domain.names import fold
from netlog.records import NamedTuple

_WORDS = 50
"""So many words of a name tell somebody from others; a file may hold many more."""
Address = tuple[str, str]
"""A field (email, phone, url, card) and what is in it."""


class Forgetting(NamedTuple):
    """One person who was forgotten; the salt is that of all marks."""

    id: int
    uid: str
    salt: str


class Mark(NamedTuple):
    """A name or an address of somebody forgotten, as a keyed hash."""

    id: int
    uid: str
    forgetting_id: int
    hash: str


class Scrub(NamedTuple):
    """What is still to be cleaned: somebody, as JSON; '' the free room; or a file."""

    id: int
    uid: str
    what: str


def signs_of(names: Iterable[str], addresses: Iterable[Address]) -> set[str]:
    """By what somebody is met again: a name, an e-mail, a profile, a card.

    A phone or another page may be an office's, so it counts only together with a
    word of the name.
    """
    folded = set(map(fold, names)) - {""}
    return {f"name:{one}" for one in folded} | {
        sign for field, value in addresses for sign in _signs(field, value, folded)
    }


def _signs(field: str, value: str, folded: Iterable[str]) -> Iterator[str]:
    key = detail_key(field, value)
    if field in {"email", "card"} or (field == "url" and is_profile(key)):
        yield f"{field}:{key}"
    elif field in {"phone", "url"} and key:
        words = {word for one in folded for word in one.split()[:_WORDS]}
        yield from (f"{field}:{key}:{word}" for word in words)


def mark_of(sign: str, salt: str) -> str:
    """A sign as a keyed hash, in hexadecimal."""
    from hashlib import blake2b

    key = bytes.fromhex(salt)
    return blake2b(sign.encode(errors="replace"), key=key, digest_size=16).hexdigest()
