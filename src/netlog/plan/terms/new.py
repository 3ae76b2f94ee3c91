"""The terms of coffee with someone new, each with its usual weight."""

from netlog.domain.introduction import Way
from netlog.domain.stable_random import luck
from netlog.plan.context import PlanContext
from netlog.plan.facts import PersonFacts
from netlog.plan.score import Term

_INTRODUCED = 0.6
_WEAK = 0.3
_YEAR = 365
_UNKNOWN = 0.5
_FAR = 0.7
_FRESH = 7
_STALE = 90
_STALE_MEASURE = 0.2
_NAMED_BY_HALF = 2


def _warmth(facts: PersonFacts, context: PlanContext) -> float:
    """1 by a client (focused), 0.6 introduced or heard from, 0.3 typed or met, else 0.

    An offer of more than a year ago, or by somebody who rests, is 0.3 as well.
    """
    ways = [_way_warmth(way, facts, context) for way in facts.counted_ways]
    heard = _INTRODUCED if facts.wrote_or_called else 0.0
    known_of = _WEAK if facts.person.connected else 0.0
    return max([*ways, heard, known_of])


def _way_warmth(way: Way, facts: PersonFacts, context: PlanContext) -> float:
    if way.introducer_id in facts.resting_introducers:
        return _WEAK
    if way.state == "offered" and (context.today - way.day).days > _YEAR:
        return _WEAK
    return 1.0 if context.focused and way.client else _INTRODUCED


def _warmth_text(facts: PersonFacts, _: PlanContext) -> str:
    """By whom, or how else they came; when is what freshness says."""
    ways, person = facts.counted_ways, facts.person
    if ways:
        verb = "named" if ways[-1].state == "offered" else "introduced"
        return f"{verb} by {ways[-1].name}"
    said = (
        ("you know them", person.known),
        ("first in touch", facts.wrote_or_called),
        ("you met", person.last_heard is not None),
        ("you added them", person.connected),
        ("connected online", person.fresh_on is not None),
        ("nobody in between yet", True),
    )
    return next(words for words, holds in said if holds)


def _near(facts: PersonFacts, _: PlanContext) -> float:
    """1 in a city of mine, 0 in another one, 0.5 where either is not known."""
    return _UNKNOWN if facts.is_near is None else float(facts.is_near)


def _near_text(facts: PersonFacts, _: PlanContext) -> str:
    """Where they are, where that matters."""
    return "" if facts.is_near is None else f"in {facts.person.city}"


def _bridge(facts: PersonFacts, _: PlanContext) -> float:
    """1 less their circle's share against the largest one's; unknown 0.5."""
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
    """How long ago the introduction or the meeting was; not of whom one knows."""
    is_old = facts.person.known and not facts.counted_ways
    day = None if is_old else facts.person.fresh_on
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
    "Simulated on five real networks, where willingness fades: without it 2.0 % fewer"
    " meetings [1.4, 2.6].",
    _warmth,
    _warmth_text,
)
"""Who stands between you and them."""
NEAR = Term(
    "near",
    "Simulated with half of the cities known: 6 to 11 % more meetings where a coffee"
    " elsewhere comes a quarter as often.",
    _near,
    _near_text,
)
"""Whether a coffee needs no journey."""
BRIDGE = Term(
    "bridge",
    "Neal, Network Science (2024): what counts for novelty is bridging;"
    " simulated: without it 12 to 15 % less diversity.",
    _bridge,
    _bridge_text,
)
"""How little of the network is where they are."""
FRESHNESS = Term(
    "freshness",
    "Simulated on five real networks, where willingness fades: without it 9.4 % fewer"
    " meetings [8.6, 10.3].",
    _freshness,
    _freshness_text,
)
"""How long ago the introduction or the meeting was."""
NAMED_BY = Term(
    "named by",
    "Opinion: two who name the same person see what one may not; simulated: it costs"
    " 0.9 % of the meetings, for 1.4 to 2 % of diversity.",
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
    "Simulated: it costs up to 1 % of the meetings, and no two weeks are alike.",
    _luck,
    _luck_text,
)
"""A small number that nobody chose."""

NEW_TERMS = (
    (WARMTH, 6.0),
    (NEAR, 3.0),
    (BRIDGE, 4.0),
    (FRESHNESS, 6.0),
    (NAMED_BY, 3.0),
    (CLIENT_PATH, 3.0),
    (LUCK, 1.0),
)
"""What a pick is scored by: each term and its usual weight."""
