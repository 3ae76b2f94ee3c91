"""The terms of coffee with someone new, each with its usual weight."""

from netlog.domain.stable_random import luck
from netlog.plan.context import PlanContext
from netlog.plan.facts import PersonFacts
from netlog.plan.score import Term

_TRUSTED = 4
_DISTRUSTED = 3
_INTRODUCED = 0.6
_MET = 0.3
_UNKNOWN = 0.5
_FAR = 0.7
_FRESH = 7
_STALE = 90
_STALE_MEASURE = 0.2
_NAMED_BY_HALF = 2


def _warmth(facts: PersonFacts, context: PlanContext) -> float:
    """1 by somebody trusted or (focused) a client, 0.6 introduced, 0.3 met, else 0."""
    if facts.counted_ways:
        return _introducer_warmth(facts, context)
    return _MET if facts.person.fresh_on else 0.0


def _introducer_warmth(facts: PersonFacts, context: PlanContext) -> float:
    if facts.trust is not None and facts.trust < _DISTRUSTED:
        return 0.0
    trusted = facts.trust is not None and facts.trust >= _TRUSTED
    by_client = context.focused and any(way.client for way in facts.counted_ways)
    return 1.0 if trusted or by_client else _INTRODUCED


def _warmth_text(facts: PersonFacts, _: PlanContext) -> str:
    """By whom, or that it was chance."""
    ways = facts.counted_ways
    if ways:
        verb = "named" if ways[-1].state == "offered" else "introduced"
        return f"{verb} by {ways[-1].name}"
    return "met by chance" if facts.person.fresh_on else "nobody in between yet"


def _bridge(facts: PersonFacts, _: PlanContext) -> float:
    """1 less their cluster's share against the largest one's; unknown 0.5."""
    return _UNKNOWN if facts.share is None else 1 - min(facts.share, 1.0)


def _bridge_text(facts: PersonFacts, context: PlanContext) -> str:
    """Whether they open a circle or belong to one that is full."""
    circle = facts.person.org or facts.person.cluster
    if facts.share is None:
        return "their circle is not known"
    if _bridge(facts, context) >= _FAR:
        return f"you know few at {circle}"
    return f"you know others at {circle}"


def _freshness(facts: PersonFacts, context: PlanContext) -> float:
    """1 up to 7 days, falling in a line to 0.2 at 90; 0 without a date."""
    day = facts.person.fresh_on
    if day is None:
        return 0.0
    share = ((context.today - day).days - _FRESH) / (_STALE - _FRESH)
    return 1 - (1 - _STALE_MEASURE) * min(max(share, 0.0), 1.0)


def _freshness_text(facts: PersonFacts, context: PlanContext) -> str:
    """How long ago the introduction or the meeting was."""
    day = facts.person.fresh_on
    return days_ago((context.today - day).days) if day else ""


def days_ago(days: int) -> str:
    """Days in words: today, yesterday, 62 days ago; later, in a week gone by."""
    if days < 0:
        return "later"
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    return f"{days} days ago"


def _introducers(facts: PersonFacts) -> int:
    """How many different people introduced or named them."""
    return len({way.introducer_id for way in facts.counted_ways})


def _named_by(facts: PersonFacts, _: PlanContext) -> float:
    """For n different people n / (n + 2)."""
    return _introducers(facts) / (_introducers(facts) + _NAMED_BY_HALF)


def _named_by_text(facts: PersonFacts, _: PlanContext) -> str:
    """How many, from two on."""
    number = _introducers(facts)
    return f"named by {number} people" if number > 1 else ""


def _client_path(facts: PersonFacts, context: PlanContext) -> float:
    """1 where an introducer is a client, in focused weeks; else 0."""
    return float(context.focused and any(way.client for way in facts.counted_ways))


def _client_path_text(facts: PersonFacts, context: PlanContext) -> str:
    """Who is the client."""
    if not _client_path(facts, context):
        return ""
    name = next(way.name for way in facts.counted_ways if way.client)
    return f"{name} is a client"


def _luck(facts: PersonFacts, context: PlanContext) -> float:
    """From 0 to 1 by handle and ISO week, the same on every machine."""
    return luck(facts.person.handle, context.week.code)


def _luck_text(_: PersonFacts, __: PlanContext) -> str:
    """Nothing: luck has no reason."""
    return ""


WARMTH = Term(
    "warmth",
    "Simulated on seven real networks: without it 13 % fewer meetings are held;"
    " an introduction is worth 2 to 19 times a stranger.",
    _warmth,
    _warmth_text,
)
"""Who stands between you and them."""
BRIDGE = Term(
    "bridge",
    "Neal, Network Science (2024): what counts for novelty is bridging;"
    " simulated: without it 9 % less diversity.",
    _bridge,
    _bridge_text,
)
"""How little of the network is where they are."""
FRESHNESS = Term(
    "freshness",
    "Simulated on seven real networks: without it 10 % fewer meetings are held.",
    _freshness,
    _freshness_text,
)
"""How long ago the introduction or the meeting was."""
NAMED_BY = Term(
    "named by",
    "Opinion: two who name the same person see what one may not.",
    _named_by,
    _named_by_text,
)
"""How many different people introduced or named them."""
CLIENT_PATH = Term(
    "client path",
    "Opinion, not tested; more experienced customers bring better ones:"
    " Van den Bulte et al., JMR 55:132 (2018).",
    _client_path,
    _client_path_text,
)
"""Whether somebody who had bought made the introduction."""
LUCK = Term(
    "luck",
    "Simulated: it changes four or five picks a year and costs nothing"
    " that can be measured.",
    _luck,
    _luck_text,
)
"""A small number that nobody chose."""

NEW_TERMS = (
    (WARMTH, 6.0),
    (BRIDGE, 4.0),
    (FRESHNESS, 6.0),
    (NAMED_BY, 3.0),
    (CLIENT_PATH, 3.0),
    (LUCK, 1.0),
)
"""What a pick is scored by: each term and its usual weight."""
