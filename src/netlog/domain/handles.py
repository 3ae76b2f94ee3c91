"""Handles: the short ASCII names by which people are called on the line."""

import re
from collections.abc import Callable

from netlog.domain.names import fold
from netlog.errors import UsageError

ME = "me"
_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 60


def slug(text: str) -> str:
    """ASCII words in lower case joined by hyphens; empty where none are left."""
    ascii_only = fold(text).replace("'", "").encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))[:_LONGEST].strip("-")


def stem(name: str, email: str = "") -> str:
    """The handle somebody would have if nobody else had it; maybe `person`."""
    base = slug(name) or slug(email.partition("@")[0]) or "person"
    return f"p-{base}" if base.isdigit() else base


def free(base: str, is_taken: Callable[[str], bool]) -> str:
    """The first of base, base-2, base-3 … that nobody has or ever had.

    `me` is the user, and `person` says too little to be anybody's alone: both
    start at their second.
    """
    if base not in {ME, "person"} and not is_taken(base):
        return base
    number = 2
    while is_taken(f"{base}-{number}"):
        number += 1
    return f"{base}-{number}"


def checked(handle: str) -> str:
    """The handle as given, or a usage error that says what one looks like."""
    fits = _PATTERN.fullmatch(handle) and len(handle) <= _LONGEST
    if handle == ME or handle.isdigit() or not fits:
        raise UsageError(
            "That cannot be a handle.",
            "A handle is lower-case letters, digits and hyphens, like dorie-clark.",
        )
    return handle
