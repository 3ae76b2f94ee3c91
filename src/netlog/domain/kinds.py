"""The words that fields may hold: kinds of people and touches, states."""

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

KNOWN_KINDS = frozenset({"client", "partner", "alliance", "peer", "friend", "mentor"})
"""The kinds of people one knows; prospects and experts may be new."""
SAID_KNOWN = ("", "yes", "no")
"""What the user said of whether somebody was known before netlog."""
ENTITIES = ("person", "company", "mailbox", "group")
"""What a record of a file may be; the plan asks for persons."""
SOURCES = ("typed", "contacts", "linkedin", "list")
"""How somebody came in: by hand, from an address book, from LinkedIn, from a list."""
ANSWERS = ("yes", "no", "sent")
"""What somebody answered: yes, no, or nothing is known yet."""
BOOKING_STATES = ("booked", "held", "cancelled", "no-show")
ATTENDEE_STATES = ("invited",)
PINNED_SLOTS = ("new", "reconnect", "keep", "ask", "phone", "no_answer")
"""The slots whose people are noted for a week or a month."""

_QUARTER = "13w"
_HALF_YEAR = "26w"
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
    "city",
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
    """A kind of touch and the facts it carries.

    A one-way touch is sent: whether it is answered shows later.
    """

    name: str
    in_person: bool = False
    sit_down: bool = False
    two_way: bool = False


TOUCH_KINDS = {
    kind.name: kind
    for kind in (
        TouchKind("coffee", in_person=True, sit_down=True, two_way=True),
        TouchKind("lunch", in_person=True, sit_down=True, two_way=True),
        TouchKind("dinner", in_person=True, sit_down=True, two_way=True),
        TouchKind("meeting", in_person=True, sit_down=True, two_way=True),
        TouchKind("event", in_person=True, two_way=True),
        TouchKind("call", two_way=True),
        TouchKind("email"),
        TouchKind("card"),
        TouchKind("article"),
        TouchKind("exchange", in_person=True, sit_down=True, two_way=True),
        TouchKind("gift"),
        TouchKind("message"),
        TouchKind("met", in_person=True, two_way=True),
    )
}
FORMER_TOUCH_KINDS = {"note": "card"}
"""Kinds of touch by what they were called once; that is still understood."""
