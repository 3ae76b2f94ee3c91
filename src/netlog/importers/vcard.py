"""vCard 2.1, 3.0 and 4.0, from whatever program.

A card within a card (AGENT) is passed over, and so are photos, undecoded.  A
card that begins before the last one ended means that the last one was cut off.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from operator import itemgetter

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers import record
from netlog.importers.vcard_fields import WANTED, fields
from netlog.importers.vcard_lines import Property, decoded, preference, properties
from netlog.namedtuple import NamedTuple

_BEGIN = re.compile(r"\s*BEGIN:VCARD", re.IGNORECASE)
_JOINT = "BEGIN:VCARD"
_MARKERS = {"BEGIN", "END"}
_STAND_INS = ("nickname", "org", "email")
_CUT_OFF = "the card has no end, so something of it may be missing"
_KINDS = {"KIND", "X-ADDRESSBOOKSERVER-KIND"}
_SHOWN_AS = "X-ABSHOWAS"
_COMPANY = {"org", "organization", "company"}
_WANTED = WANTED | _KINDS | {_SHOWN_AS}
_NO_PERSON = {"group", "location", "application", "device"}


class Card(NamedTuple):
    """A card: the line it begins in, and its decoded values by property.

    With each value stands its place among those of its name.
    """

    line: int
    values: dict[str, list[tuple[int, str]]]

    def texts(self) -> dict[str, list[str]]:
        """The values by property, the preferred ones first."""
        return {
            name: [value for _, value in sorted(values, key=itemgetter(0))]
            for name, values in self.values.items()
        }


def recognises(text: str) -> bool:
    """Whether the first thing in the text is a card."""
    return bool(_BEGIN.match(text))


def read(text: str, mapping: Mapping[str, str]) -> Iterator[Draft | Unreadable]:
    """Everyone in the cards; a mapping of columns says nothing here."""
    del mapping
    found = cards(text)
    nothing = True
    for card in islice(found, record.RECORD_LIMIT):
        nothing = False
        yield _person(card) if isinstance(card, Card) else card
    for beyond in found:
        yield Unreadable(beyond.line, record.TOO_MANY)
        return
    if nothing:
        raise UsageError(
            "There is no contact card in this file.",
            "A card begins with a line BEGIN:VCARD.",
        )


def cards(text: str) -> Iterator[Card | Unreadable]:
    """The cards of the text; one that never ends is unreadable."""
    card, after = None, ""
    for found in _outermost(properties(text)):
        name = found.name
        if card and name in _WANTED:
            value = preference(found), decoded(found)
            card.values.setdefault(name, []).append(value)
        elif card and name == "END":
            yield card
            # Joined files may have the next card begin on the same line.
            card = Card(found.line, {}) if _JOINT in found.value.upper() else None
        elif name == "BEGIN":
            if card and after != "BEGIN":
                yield Unreadable(card.line, _CUT_OFF)
            card = Card(found.line, {})
        after = name
    if card:
        yield Unreadable(card.line, _CUT_OFF)


def _outermost(found: Iterable[Property]) -> Iterator[Property]:
    """The properties without those of cards inside cards.

    Only an AGENT holds a card, so a BEGIN that follows anything else begins the
    next card, even if the last one had no end.
    """
    inside, after_agent = 0, False
    for each in found:
        name = each.name
        if name == "AGENT":
            inside += each.value.strip().upper() == _JOINT
        elif name in _MARKERS and not _is_card(each):
            continue
        elif name == "BEGIN" and after_agent:
            inside += 1
        elif name == "BEGIN" or not inside:
            inside = 0
            yield each
        elif name == "END":
            inside -= 1
        after_agent = name == "AGENT"


def _is_card(marker: Property) -> bool:
    return marker.value.strip().upper().startswith("VCARD")


def _person(card: Card) -> Draft | Unreadable:
    values = card.texts()
    for kind in _KINDS & values.keys():
        if (what := values[kind][0].strip().lower()) in _NO_PERSON:
            return Unreadable(card.line, f"it is a {what}, not a person")
    draft = record.draft(card.line, fields(values), _STAND_INS)
    if isinstance(draft, Draft) and _is_company(values):
        return draft._replace(entity="company")
    return draft


def _is_company(values: Mapping[str, list[str]]) -> bool:
    """Whether a card says of itself that it is of no person."""
    said = [text for name in (*_KINDS, _SHOWN_AS) for text in values.get(name, ())]
    return any(text.strip().lower() in _COMPANY for text in said)
