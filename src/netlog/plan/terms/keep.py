"""The terms of keep in touch, each with its usual weight."""

from datetime import date
from itertools import pairwise

from netlog.domain.ledger import had_bought
from netlog.domain.spans import after, parse_span, spell_every
from netlog.plan.context import PlanContext
from netlog.plan.facts import GAPS_NEEDED, PersonFacts, skips_count_from
from netlog.plan.score import Term

_EARLY = 0.5
_LATE = 2.0
_EARLY_MEASURE = 0.2
_USUAL = 2
_LOST = 12
_OWE_HALF = 0.5
_SOON = 14
_LEAP_DAY = (2, 29)


def waited_share(facts: PersonFacts, context: PlanContext) -> float:
    """Days waited by this week's day, as a share of the cadence."""
    start = facts.person.waits_from
    due = after(start, parse_span(facts.person.cadence))
    return (context.today - start).days / max((due - start).days, 1)


def _cadence(facts: PersonFacts, context: PlanContext) -> float:
    """In a line from 0.2 at half a cadence to 1 at twice one, flat after."""
    if not facts.person.cadence:
        return 0.0
    reach = (waited_share(facts, context) - _EARLY) / (_LATE - _EARLY)
    return _EARLY_MEASURE + (1 - _EARLY_MEASURE) * min(max(reach, 0.0), 1.0)


def _cadence_text(facts: PersonFacts, context: PlanContext) -> str:
    """How long since the last contact, and how often was wanted."""
    person = facts.person
    if not person.cadence:
        return ""
    every = spell_every(parse_span(person.cadence))
    if person.last_contact is None:
        return f"no contact yet, wanted {every}"
    days = (context.today - person.last_contact).days
    return f"{days} days since the last contact, wanted {every}"


def _usual_gap(facts: PersonFacts) -> float | None:
    gaps = [(later - earlier).days for earlier, later in pairwise(facts.days)]
    return _median(sorted(gaps)) if len(gaps) >= GAPS_NEEDED else None


def _median(gaps: list[int]) -> float:
    """As statistics.median, which takes 8 ms to import."""
    middle = len(gaps) // 2
    return gaps[middle] if len(gaps) % 2 else (gaps[middle - 1] + gaps[middle]) / 2


def _drift(facts: PersonFacts, context: PlanContext) -> float:
    """0 at twice their own median gap, in a line to 1 at twelve times."""
    gap, last = _usual_gap(facts), facts.person.last_contact
    if gap is None or last is None:
        return 0.0
    times = (context.today - last).days / gap
    return min(max((times - _USUAL) / (_LOST - _USUAL), 0.0), 1.0)


def _drift_text(facts: PersonFacts, context: PlanContext) -> str:
    """Their usual gap, where the silence is longer."""
    gap = _usual_gap(facts)
    if gap is None or not _drift(facts, context):
        return ""
    return f"usually every {gap:g} days"


def _gave_last(facts: PersonFacts) -> bool:
    """Whether the last thing in the ledger came from them."""
    return bool(facts.entries) and facts.entries[-1].is_outcome


def _gave_more(facts: PersonFacts) -> bool:
    """Whether more things came from them than went to them."""
    got = sum(entry.is_outcome for entry in facts.entries)
    return 2 * got > len(facts.entries)


def _owe(facts: PersonFacts, _: PlanContext) -> float:
    """½ where they gave last, ½ where they gave more."""
    return _OWE_HALF * _gave_last(facts) + _OWE_HALF * _gave_more(facts)


def _owe_text(facts: PersonFacts, _: PlanContext) -> str:
    """Which of the two it is."""
    reasons = [
        ("they gave last", _gave_last(facts)),
        ("they gave more", _gave_more(facts)),
    ]
    return " and ".join(words for words, holds in reasons if holds)


def _client(facts: PersonFacts, context: PlanContext) -> float:
    """1 for who has bought by the day of the plan, else 0."""
    return float(had_bought(context.today, facts.entries, facts.details))


def _client_text(facts: PersonFacts, context: PlanContext) -> str:
    """That they are one."""
    return "a client" if _client(facts, context) else ""


def _days_to_birthday(facts: PersonFacts, context: PlanContext) -> int | None:
    """Days until the next birthday; 29 February counts on the 28th of other years."""
    birthday = facts.person.birthday
    if not birthday:
        return None
    month, day = int(birthday[-5:-3]), int(birthday[-2:])
    years = (context.today.year, context.today.year + 1)
    coming = (_birthday_in(year, month, day) for year in years)
    return min((on - context.today).days for on in coming if on >= context.today)


def _birthday_in(year: int, month: int, day: int) -> date:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, 28 if (month, day) == _LEAP_DAY and not leap else day)


def _occasion(facts: PersonFacts, context: PlanContext) -> float:
    """1 where it is at most 14 days away, else 0."""
    days = _days_to_birthday(facts, context)
    return float(days is not None and days <= _SOON)


def _occasion_text(facts: PersonFacts, context: PlanContext) -> str:
    """When it is."""
    days = _days_to_birthday(facts, context)
    if days is None or days > _SOON:
        return ""
    when = ("today", "tomorrow")[days] if days <= 1 else f"in {days} days"
    return f"birthday {when}"


def _skips_lately(facts: PersonFacts, context: PlanContext) -> int:
    first = skips_count_from(context)
    return sum(skip.how == "skip" and skip.week >= first for skip in facts.skips)


def _skipped(facts: PersonFacts, context: PlanContext) -> float:
    """Skips in the last 8 weeks."""
    return float(_skips_lately(facts, context))


def _skipped_text(facts: PersonFacts, context: PlanContext) -> str:
    """How often they were put off lately."""
    number = _skips_lately(facts, context)
    return f"skipped {number} times lately" if number > 1 else ""


CADENCE = Term(
    "cadence",
    "Opinion: quarterly calls; simulated longest-waiting first alone is worst.",
    _cadence,
    _cadence_text,
)
"""How long they wait against how often you wanted to be in touch."""
DRIFT = Term(
    "drift",
    "Bhattacharya et al., EPJ Data Science 6:1 (2017): longer silence asks for a"
    " longer meeting; Raeder et al., Social Networks 33:245 (2011).",
    _drift,
    _drift_text,
)
"""Silence that is long for the two of you."""
OWE = Term(
    "owe",
    "Raeder et al., Social Networks 33:245 (2011): ties last by reciprocity.",
    _owe,
    _owe_text,
)
"""Whether it is your turn to give."""
CLIENT = Term(
    "client", "Opinion: who has bought knows what you do.", _client, _client_text
)
"""Whether they have bought."""
OCCASION = Term(
    "occasion",
    "Opinion: a day of theirs is a reason that needs no reason.",
    _occasion,
    _occasion_text,
)
"""A birthday in the next 14 days."""
SKIPPED = Term(
    "skipped",
    "Opinion: who is skipped again and again wants a longer cadence.",
    _skipped,
    _skipped_text,
)
"""How often they were put off lately."""

KEEP_TERMS = (
    (CADENCE, 8.0),
    (DRIFT, 3.0),
    (OWE, 3.0),
    (CLIENT, 2.0),
    (OCCASION, 2.0),
    (SKIPPED, -1.0),
)
"""What somebody who waits is scored by: each term and its usual weight."""
