"""The words that fields may hold: kinds of people and touches, states."""

from collections.abc import Sequence

from netlog.namedtuple import NamedTuple

PERSON_KINDS = (
    "client",
    "prospect",
    "partner",
    "alliance",
    "expert",
    "peer",
    "friend",
    "mentor",
)

_QUARTER = "3m"
_HALF_YEAR = "6m"
KIND_CADENCES = {
    "client": _QUARTER,
    "prospect": _QUARTER,
    "partner": _QUARTER,
    "alliance": _QUARTER,
    "expert": _QUARTER,
    "mentor": _QUARTER,
    "peer": _HALF_YEAR,
    "friend": _HALF_YEAR,
}
"""How often people of a kind are kept in touch with, unless they say otherwise."""

DETAIL_FIELDS = (
    "email",
    "phone",
    "url",
    "card",
    "tag",
    "kind",
    "alias",
    "likes",
    "needs",
    "offers",
)
INTRODUCTION_STATES = ("offered", "made", "met", "dropped")
PROMISE_STATES = ("open", "kept", "dropped")
WAYS = ("got", "gave")
"""Which way something in the ledger went, as the user says it."""
ENTRY_KINDS = (
    "client",
    "referral",
    "opener",
    "interview",
    "invitation",
    "tip",
    "advice",
    "feedback",
    "support",
    "insight",
    "information",
    "resource",
    "other",
)
GUESSES = ("unlikely", "maybe", "likely")
"""What may come of a touch, in the user's own words."""


class TouchKind(NamedTuple):
    """A kind of touch and the two facts it carries."""

    name: str
    in_person: bool = False
    sit_down: bool = False


TOUCH_KINDS = {
    kind.name: kind
    for kind in (
        TouchKind("coffee", in_person=True, sit_down=True),
        TouchKind("lunch", in_person=True, sit_down=True),
        TouchKind("dinner", in_person=True, sit_down=True),
        TouchKind("meeting", in_person=True, sit_down=True),
        TouchKind("event", in_person=True),
        TouchKind("call"),
        TouchKind("email"),
        TouchKind("note"),
        TouchKind("article"),
        TouchKind("exchange", in_person=True, sit_down=True),
        TouchKind("gift"),
        TouchKind("message"),
        TouchKind("met", in_person=True),
    )
}


def cadence_of(every: str, person_kinds: Sequence[str]) -> str:
    """Their own cadence, else the shortest of their kinds, else none ('')."""
    by_kind = [KIND_CADENCES[kind] for kind in person_kinds if kind in KIND_CADENCES]
    return every or min(by_kind, default="")
