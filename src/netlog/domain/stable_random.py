"""Chance that is the same on every machine: numbers from names, by BLAKE2b."""

from collections.abc import Callable
from functools import cache
from typing import Any

SCALE = 1 << 32
_GOLDEN = 0.6180339887498949


@cache
def _blake2b() -> Callable[..., Any]:
    """BLAKE2b, loaded when a number is first wanted."""
    try:
        from _blake2 import blake2b
    except ImportError:  # all of hashlib takes 3 ms more
        from hashlib import blake2b
    return blake2b


def digest(text: str) -> bytes:
    """The BLAKE2b digest of a text, whole."""
    whole: bytes = _blake2b()(text.encode()).digest()
    return whole


def draw(text: str) -> int:
    """A whole number below 2**32 that depends on the text alone."""
    return int.from_bytes(_blake2b()(text.encode(), digest_size=4).digest(), "big")


def luck(handle: str, week: str) -> float:
    """A number from 0 to 1 for somebody in an ISO week ('2025-W23')."""
    return draw(f"{handle} {week}") / SCALE


def draw_start(number: int) -> int:
    """Where the draw begins in the week or month of that number.

    Steps of the golden ratio: no two near ones begin near each other.
    """
    return int(number * _GOLDEN % 1 * SCALE)
