"""Whether what one person offers is what another one needs: by their words alone."""

from netlog.domain.names import fold
from netlog.domain.person import Named
from netlog.namedtuple import NamedTuple

_SHORTEST = 4
"""Words of fewer letters (a, for, the) say nothing of what is meant."""
_ALIKE = 6
"""So many first letters alike make two words of one thing: bookkeeper, bookkeeping."""


class Offer(NamedTuple):
    """What somebody offers."""

    person: Named
    value: str


class Match(NamedTuple):
    """What somebody needs, and the offer that fits it."""

    need: str
    offer: Offer


def matches(needs: list[str], offers: list[Offer]) -> list[Match]:
    """Every need with each offer that has a word of it, in the order of the needs."""
    return [
        Match(need, offer)
        for need in needs
        for offer in offers
        if have_a_word_alike(need, offer.value)
    ]


def have_a_word_alike(text: str, other: str) -> bool:
    """Whether a word of one text is a word of the other, or begins like one."""
    return any(_are_alike(a, b) for a in _words(text) for b in _words(other))


def _words(text: str) -> list[str]:
    bare = "".join(char if char.isalnum() else " " for char in fold(text))
    return [word for word in bare.split() if len(word) >= _SHORTEST]


def _are_alike(word: str, other: str) -> bool:
    return word == other or (len(word) >= _ALIKE and word[:_ALIKE] == other[:_ALIKE])
