"""Where a person stands: what follows from their touches and introductions."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from netlog.domain.details import Keyed
from netlog.domain.introduction import Way
from netlog.domain.kinds import KNOWN_KINDS
from netlog.domain.names import fold
from netlog.domain.person import Detail, Person
from netlog.domain.touch import Contact
from netlog.namedtuple import NamedTuple

GAPS_NEEDED = 5
"""How many gaps between contacts make a usual one."""
YOUNG_FOR = 21
"""Days after a first sit-down within which more contact leaves a tie young."""
YOUNG, SAT = "young", "sat"


class Rhythm(NamedTuple):
    """What decides how often somebody is kept in touch with, as it is stored.

    `stage` is YOUNG after a first sit-down of which nothing has come yet, SAT for
    whoever else was sat down with, '' for others; `every` is the user's own cadence for
    them; `kinds` are theirs, where they have none of their own.
    """

    stage: str = ""
    every: str = ""
    kinds: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The rhythm as a word or two: 'young 3m', 'sat client+peer', ''."""
        decides = self.every or "+".join(self.kinds)
        return f"{self.stage} {decides}".strip()


@lru_cache(maxsize=1024)
def rhythm_from(text: str) -> Rhythm:
    """The rhythm that a text stands for."""
    stage, _, decides = text.rpartition(" ")
    if decides in {YOUNG, SAT}:
        stage, decides = decides, ""
    if decides[:1].isdigit():
        return Rhythm(stage, decides)
    return Rhythm(stage, "", tuple(decides.split("+")) if decides else ())


class Derived(NamedTuple):
    """The derived columns of a person, in a row.

    `waits_from` is the day their cadence runs from: the last contact, of a young tie
    the first sit-down, else the day that was dealt to them.  `known` is said, or was so
    before any sit-down; `connected` is whoever a person, a place or the user connects
    with the user.  `last_reached` is the last contact that was not
    only their word.  `open_tries` are things sent or tried since they were last heard
    from, introduced or woken, `last_tried` the day of the last.  `usual_gap` is the
    median number of days between contacts, None where they are too few to tell.
    """

    rhythm: str
    cluster: str
    waits_from: date
    known: bool = False
    connected: bool = False
    last_contact: date | None = None
    last_heard: date | None = None
    last_reached: date | None = None
    last_tried: date | None = None
    open_tries: int = 0
    first_sitdown: date | None = None
    last_sitdown: date | None = None
    fresh_on: date | None = None
    usual_gap: int | None = None
    touches: int = 0
    contact_days: int = 0
    dropped: bool = False


class KindOf(NamedTuple):
    """A kind of somebody, and the change that said so."""

    kind: str
    entered: int


def kinds_in(details: Keyed, entered: int) -> list[KindOf]:
    """The kinds among the details of somebody who comes in with a change."""
    return [KindOf(v, entered) for (field, _), v in details.items() if field == "kind"]


class Source(NamedTuple):
    """What a person's standing is derived from.

    `contacts` are in the order of their days, then of their numbers; `brought` is the
    day and the change by which they first introduced somebody to the user, None where
    they did not.
    """

    added_on: date
    starts_on: date
    every: str
    org: str
    said_known: str = ""
    source: str = "typed"
    connected_on: date | None = None
    woken_on: date | None = None
    woken: int | None = None
    kinds: Sequence[KindOf] = ()
    tags: Sequence[str] = ()
    contacts: Sequence[Contact] = ()
    ways: Sequence[Way] = ()
    brought: tuple[date, int] | None = None


def source_of(
    person: Person,
    *,
    kinds: Sequence[KindOf],
    tags: Sequence[str],
    contacts: Sequence[Contact],
    ways: Sequence[Way],
    brought: tuple[date, int] | None,
) -> Source:
    """What a standing is derived from: the row of a person, and what is beside it."""
    return Source(
        person.added_on,
        person.starts_on,
        person.every,
        person.org,
        person.said_known,
        person.source,
        person.connected_on,
        person.woken_on,
        person.woken,
        kinds,
        tags,
        contacts,
        ways,
        brought,
    )


_AGES = 1 << 62
"""A change after all others."""


def derive(source: Source) -> Derived:
    """Where somebody stands, from everything that is known of them."""
    unmet = Derived(
        _rhythm(source, ""),
        cluster_of(source.org, source.tags),
        source.starts_on,
        _is_known(source, None),
        source.source == "typed",
        fresh_on=_fresh(source, (), ()),
    )
    return _with_history(unmet, source) if source.contacts or source.ways else unmet


def _with_history(unmet: Derived, source: Source) -> Derived:
    contacts = [contact for contact in source.contacts if contact.counts]
    heard = [contact for contact in contacts if contact.answered == "yes"]
    sitdowns = [contact for contact in contacts if contact.sit_down]
    in_person = [contact.day for contact in contacts if contact.in_person]
    first = sitdowns[0] if sitdowns else None
    last = max((c.answered_on or c.day for c in contacts), default=None)
    known = _is_known(source, first)
    stage = _stage(first, last, known=known)
    tries = _open_tries(source, heard)
    days = sorted({contact.day for contact in contacts})
    return unmet._replace(
        rhythm=_rhythm(source, stage),
        waits_from=_waits_from(source, first, last, stage),
        known=known,
        connected=unmet.connected or bool(source.ways or in_person or heard),
        last_contact=last,
        last_heard=max((contact.heard[0] for contact in heard), default=None),
        last_reached=max((c.day for c in contacts if not c.inbound), default=None),
        last_tried=max((contact.day for contact in tries), default=None),
        open_tries=len(tries),
        first_sitdown=first and first.day,
        last_sitdown=sitdowns[-1].day if sitdowns else None,
        fresh_on=_fresh(source, in_person, [contact.heard[0] for contact in heard]),
        usual_gap=_usual_gap(days),
        touches=len(contacts),
        contact_days=len(days),
        dropped=bool(source.ways) and not any(way.counts for way in source.ways),
    )


def _rhythm(source: Source, stage: str) -> str:
    kinds = () if source.every else sorted({kind.kind for kind in source.kinds})
    return Rhythm(stage, source.every, tuple(kinds)).text


def _stage(first: Contact | None, last: date | None, *, known: bool) -> str:
    """A tie is young while nothing has come of its first sit-down."""
    if first is None or last is None:
        return ""
    young = not known and (last - first.day).days <= YOUNG_FOR
    return YOUNG if young else SAT


def _waits_from(
    source: Source, first: Contact | None, last: date | None, stage: str
) -> date:
    if first and stage == YOUNG:
        return first.day
    return last or source.starts_on


def _is_known(source: Source, first: Contact | None) -> bool:
    """Known before netlog: as the user said, else as it was before the first sit-down.

    Whoever was introduced and not met yet, or first met by chance, is new.
    """
    if source.said_known:
        return source.said_known == "yes"
    if _is_introduced(source, first) or _is_met_by_chance(source):
        return False
    day, change = (first.day, first.entered) if first else (date.max, _AGES)
    by_kind = any(k.kind in KNOWN_KINDS and k.entered < change for k in source.kinds)
    brought = source.brought is not None and source.brought < (day, change)
    return by_kind or brought or source.source == "contacts"


def _is_introduced(source: Source, first: Contact | None) -> bool:
    """Introduced to the user, and not seen since but by the first sit-down."""
    if not source.ways:
        return False
    seen = [
        contact.day
        for contact in source.contacts
        if contact.in_person and contact.counts and _is_before(contact, first)
    ]
    since = max(seen, default=date.min)
    until = first.day if first else date.max
    return any(way.counts and since < way.day <= until for way in source.ways)


def _is_before(contact: Contact, first: Contact | None) -> bool:
    if first is None:
        return True
    return (contact.day, contact.touch_id) < (first.day, first.touch_id)


def _is_met_by_chance(source: Source) -> bool:
    return bool(source.contacts) and source.contacts[0].kind == "met"


def _open_tries(source: Source, heard: Sequence[Contact]) -> list[Contact]:
    """What was sent or tried since the last word, introduction, or waking."""
    since = [contact.heard for contact in heard]
    since += [(way.day, way.entered) for way in source.ways if way.counts]
    if source.woken_on:
        since.append((source.woken_on, source.woken or 0))
    last = max(since, default=(date.min, 0))
    return [
        contact
        for contact in source.contacts
        if contact.answered != "yes" and (contact.day, contact.entered) > last
    ]


def _usual_gap(days: Sequence[date]) -> int | None:
    if len(days) <= GAPS_NEEDED:
        return None
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
    return gaps[(len(gaps) - 1) // 2]


def _fresh(
    source: Source, in_person: Sequence[date], heard: Sequence[date]
) -> date | None:
    """The latest introduction, else the first meeting or word, else how they came."""
    introduced = max((way.day for way in source.ways if way.counts), default=None)
    if introduced:
        return introduced
    first = min([*in_person, *heard], default=None)
    typed = source.added_on if source.source == "typed" else source.connected_on
    return first or typed


def values(details: Iterable[Detail], field: str) -> tuple[str, ...]:
    """What somebody has of one field, in the order it came."""
    return tuple(detail.value for detail in details if detail.field == field)


_NO_ORGANISATIONS = frozenset(
    {
        "freelance", "freelancer", "self employed", "selfemployed", "self-employed",
        "independent", "retired", "unemployed", "none", "n/a", "na", "-", "home",
        "student", "various", "myself", "private", "own business", "consultant",
    }
)  # fmt: skip
"""What people write where they have no organisation: no group of people."""


def cluster_of(org: str, tags: Sequence[str]) -> str:
    """The group somebody belongs to: their organisation, else their first tag."""
    folded = fold(org)
    if folded in _NO_ORGANISATIONS:
        folded = ""
    return folded or (fold(tags[0]) if tags else "")
