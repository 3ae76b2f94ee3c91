"""The terms of keep in touch, each with its usual weight."""

from collections.abc import Iterable
from datetime import date

from netlog.db.records import Anniversary
from netlog.domain.dates import day_in_year
from netlog.domain.ledger import had_bought
from netlog.domain.person import Person
from netlog.domain.spans import Span, from_days, spell_every
from netlog.domain.standing import YOUNG
from netlog.plan.context import PlanContext
from netlog.plan.facts import PersonFacts, skips_count_from
from netlog.plan.score import Term
from netlog.plan.terms.new import days_ago

_EARLY = 0.5
_LATE = 2.0
_EARLY_MEASURE = 0.2
_USUAL = 2
_LOST = 12
_THIRD = 3
_OWE_HALF = 0.5
_SOON = 14


def waited_share(person: Person, cadence: int | None, waited: int) -> float:
    """Days waited, as a share of the cadence or of their usual gap if it is shorter.

    Where the gap is shorter than a third of the cadence, it is a third.
    """
    return waited / max(_measured_by(person, cadence), 1)


def _measured_by(person: Person, cadence: int | None) -> float:
    gap = person.usual_gap
    if cadence is None:
        return gap or 1
    return cadence if gap is None else min(cadence, max(gap, cadence / _THIRD))


def is_lost(person: Person, today: date) -> bool:
    """Whether the silence is longer than twelve of their usual gaps."""
    last, gap = person.last_contact, person.usual_gap
    return last is not None and bool(gap) and (today - last).days > _LOST * (gap or 1)


def _cadence(facts: PersonFacts, context: PlanContext) -> float:
    """In a line from 0.2 at half a cadence to 1 at twice one, flat after."""
    if facts.cadence is None:
        return 0.0
    waited = (context.today - facts.runs_from).days / facts.cadence
    reach = (waited - _EARLY) / (_LATE - _EARLY)
    return _EARLY_MEASURE + (1 - _EARLY_MEASURE) * min(max(reach, 0.0), 1.0)


def _cadence_text(facts: PersonFacts, context: PlanContext) -> str:
    """How long since the last contact, and how often was wanted."""
    last = facts.person.last_contact
    if facts.cadence is None:
        return _ago(context, last) if last else ""
    every = _tried(facts, context) + spell_every(from_days(facts.cadence))
    if last is None:
        return f"no contact yet, {every}"
    first = facts.person.first_sitdown
    if facts.person.rhythm.startswith(YOUNG) and facts.runs_from == first:
        return f"first coffee {_ago(context, first)}"
    return f"{_ago(context, last)}, {every}"


def _tried(facts: PersonFacts, context: PlanContext) -> str:
    """When they were last tried in vain, if that was after the last contact."""
    tried, last = facts.person.last_tried, facts.person.last_contact
    if tried is None or (last is not None and last >= tried):
        return ""
    return f"tried {_ago(context, tried)}, "


def _ago(context: PlanContext, day: date) -> str:
    return days_ago((context.today - day).days)


def _drift(facts: PersonFacts, context: PlanContext) -> float:
    """0 at twice their own median gap, in a line to 1 at twelve times."""
    gap, last = facts.person.usual_gap, facts.person.last_contact
    if not gap or last is None:
        return 0.0
    times = (context.today - last).days / gap
    return min(max((times - _USUAL) / (_LOST - _USUAL), 0.0), 1.0)


def _drift_text(facts: PersonFacts, context: PlanContext) -> str:
    """Their usual gap, where the silence is longer."""
    if not _drift(facts, context):
        return ""
    return f"usually {spell_every(Span(facts.person.usual_gap or 1, 'd'))}"


def _gave_last(facts: PersonFacts) -> bool:
    """Whether the last thing in the ledger came from them."""
    return bool(facts.entries) and facts.entries[-1].is_outcome


def _gave_more(facts: PersonFacts) -> bool:
    """Whether more things came from them than went to them."""
    got = sum(entry.is_outcome for entry in facts.entries)
    return 2 * got > len(facts.entries)


def _owe(facts: PersonFacts, _: PlanContext) -> float:
    """½ where it is my turn (they gave or wrote last), ½ where they gave more."""
    my_turn = _gave_last(facts) or facts.wrote_last
    return _OWE_HALF * my_turn + _OWE_HALF * _gave_more(facts)


def _owe_text(facts: PersonFacts, _: PlanContext) -> str:
    """Which of the two it is."""
    reasons = [
        ("they gave last", _gave_last(facts)),
        ("they wrote last", facts.wrote_last),
        ("they gave more", _gave_more(facts)),
    ]
    return " and ".join(words for words, holds in reasons if holds)


def _client(facts: PersonFacts, context: PlanContext) -> float:
    """1 for who has bought by the day of the plan, else 0."""
    return float(had_bought(context.today, facts.entries, facts.details))


def _client_text(facts: PersonFacts, context: PlanContext) -> str:
    """That they are one."""
    return "a client" if _client(facts, context) else ""


def soon(
    birthday: str, days: Iterable[Anniversary], today: date
) -> tuple[int, str] | None:
    """The next dated day within two weeks: in how many days, and what it is."""
    named = [("birthday", birthday)] if birthday else []
    named += [(each.label, each.day) for each in days]
    years = (today.year, today.year + 1)
    coming = [
        ((on - today).days, label)
        for label, day in named
        for year in years
        if (on := day_in_year(day, year)) >= today
    ]
    return min((each for each in coming if each[0] <= _SOON), default=None)


def _soon(facts: PersonFacts, context: PlanContext) -> tuple[int, str] | None:
    return soon(facts.person.birthday, facts.days, context.today)


def _occasion(facts: PersonFacts, context: PlanContext) -> float:
    """1 where a day of theirs is at most 14 days away, else 0."""
    return float(_soon(facts, context) is not None)


def _occasion_text(facts: PersonFacts, context: PlanContext) -> str:
    """What it is, and when."""
    coming = _soon(facts, context)
    if coming is None:
        return ""
    days, label = coming
    when = ("today", "tomorrow")[days] if days <= 1 else f"in {days} days"
    return f"{label} {when}"


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
    "Opinion: quarterly calls.",
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
"""A day of theirs in the next 14 days."""
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
