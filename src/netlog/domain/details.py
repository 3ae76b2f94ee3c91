"""Details: what there can be several of, and when two are the same."""

import re
from collections.abc import Iterable, Mapping

from netlog.domain.names import clean, fold

Keyed = Mapping[tuple[str, str], str]
"""Details by field and by what makes two of them the same: values as written."""
_NO_DIGIT = re.compile("[^0-9]")


def keyed(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """(field, value) pairs, each once; the first of two that are the same stays."""
    found: dict[tuple[str, str], str] = {}
    for field, value in pairs:
        key = detail_key(field, value)
        if key:
            found.setdefault((field, key), value)
    return found


def detail_key(field: str, value: str) -> str:
    """What two details of a field must share to be the same."""
    if field == "phone":
        return phone_key(value)
    if field == "url":
        return url_key(value)
    return clean(value) if field == "card" else fold(value)


def phone_key(value: str) -> str:
    """The digits of a number, with 00 for + taken off."""
    return _NO_DIGIT.sub("", value).removeprefix("00") or fold(value)


def url_key(value: str) -> str:
    """Host and path in lower case: no scheme, www or last slash.

    LinkedIn's queries say where one came from, others may say who it is.
    """
    bare = fold(value)
    bare = bare.partition("://")[2] or bare.removesuffix("//").removesuffix(":")
    bare = bare.partition("#")[0].removeprefix("www.")
    if is_profile(bare) or bare.endswith("?"):
        bare = bare.partition("?")[0]
    return bare.rstrip("/") if bare not in {"http", "https"} else ""


def is_profile(key: str) -> bool:
    """Whether a URL, as `url_key` has it, is one person's page and nobody else's."""
    host, _, path = key.partition("/")
    return host.endswith("linkedin.com") and path.startswith(("in/", "pub/"))
