"""Report sceptic: the three claims of the man who says that coffees bring nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import Referral, Tried
from netlog.domain.numbers import counted
from netlog.namedtuple import NamedTuple
from netlog.reports.attribution import CAME_DIRECTLY, Attribution, direct_attribution_of
from netlog.reports.first_coffees import CoffeeCase, coffee_cases, missing_coffees
from netlog.reports.result import (
    STATES,
    Case,
    Comparison,
    Figure,
    Group,
    Missing,
    Period,
    Report,
    Tally,
    rules,
    tally,
)

_NO_REFERRAL = Missing("nobody introduced to you", "netlog intro WHO --by WHO")
_NO_BUYER = Missing(
    "no introduction by anybody who had bought", "netlog got WHO client"
)
_NO_INBOUND = Missing("nobody who moved first", "netlog intro WHO --by WHO --inbound")
_POINTS = {
    "towards": "points towards the claim",
    "against": "points against the claim",
    "neither": "points neither way",
}


TouchesOf = dict[int, list[Tried]]


class Referred(NamedTuple):
    """One introduction that was made, and what it came to.

    `bought` is whether the introducer had bought by its day; `called` whether what
    came of it began with a call of theirs; `tries` are touches without an answer
    before the first answered one.
    """

    person_id: int
    day: date
    bought: bool
    inbound: bool
    called: bool
    tries: int
    came: date | None

    @property
    def case(self) -> Case:
        """The introduction as something to count."""
        return Case(self.day, self.came)

    @property
    def they_first(self) -> bool:
        """Whether they moved first."""
        return self.inbound or self.called


class _Study(NamedTuple):
    """A finding, of which claim it speaks, and who found it."""

    claim: str
    text: str
    source: str


_LITERATURE = (
    _Study(
        "buyers",
        "four in five of 523 firms had referrals from people who never bought",
        "Hinge, 2015, a vendor's survey",
    ),
    _Study(
        "buyers",
        "customers with more experience bring better ones",
        "Van den Bulte et al., JMR 55:132, 2018",
    ),
    _Study(
        "friends",
        "among 20 million people moderately weak ties brought most new jobs",
        "Rajkumar et al., Science 377:1304, 2022",
    ),
    _Study(
        "friends",
        "what is new comes over bridges between groups, however strong the tie",
        "Neal, Network Science, 2024",
    ),
    _Study(
        "chased",
        "of those who said they would refer somebody, about half did",
        "Kumar et al., HBR, 2007, second-hand",
    ),
)


_OTHERS_MEASURED = Group(
    "What others measured", [Figure(one.text, note=one.source) for one in _LITERATURE]
)


class _Claim(NamedTuple):
    """A claim: the two groups it compares, and how many are too early or too young."""

    key: str
    comparison: Comparison
    too_early: int
    too_young: int


def report(store: Store, period: Period) -> Report:
    """Each claim as two rates, a verdict, and which way it points."""
    links = sql.links(store)
    attribution = direct_attribution_of(store, links, period)
    referrals = sql.referrals(store, period.until)
    tried = sql.tried(store, period.until)
    introductions = referred(referrals, tried, attribution, period)
    coffees = coffee_cases(store, links, attribution, period)
    claims = (
        _buyers(introductions, period),
        _friends(coffees, referrals, period),
        _chased(introductions, period),
    )
    tries = _tries(introductions, period)
    return Report(
        answer=_answer(claims, introductions or coffees, period),
        data={
            "n": len(introductions),
            "coffees": len(coffees),
            "claims": [_claim_data(claim) for claim in claims],
            "attempts": [{"tries": key} | claim.data() for key, claim in tries.items()],
        },
        groups=[*_groups(claims, introductions, coffees, tries), _OTHERS_MEASURED],
        counted=(*_counted(introductions), *rules(period, CAME_DIRECTLY))
        if introductions or coffees
        else (),
        missing=_missing(introductions, coffees),
    )


def _answer(
    claims: Iterable[_Claim], evidence: Sequence[object], period: Period
) -> list[str]:
    if not evidence:
        return [f"Nothing to judge him by {period.yet}."]
    return [claim.comparison.answer() for claim in claims]


def _buyers(introductions: Iterable[Referred], period: Period) -> _Claim:
    """Introductions by people who had bought, against those by others."""
    cases = [(each.bought, each.case) for each in introductions]
    whose = ("introduced by people who had bought", "by others")
    return _claim("buyers", "Only buyers refer well", whose, cases, period)


def _friends(
    coffees: Iterable[CoffeeCase], referrals: Iterable[Referral], period: Period
) -> _Claim:
    """First coffees with people whom somebody introduced who had bought."""
    since: dict[int, date] = {}
    for each in referrals:
        if each.way.counts and each.way.client:
            since.setdefault(each.person_id, each.way.day)
    cases = [
        (since.get(each.person_id, date.max) <= each.day, each.case) for each in coffees
    ]
    whose = ("coffee with friends of clients", "with others")
    title = "Coffee with friends of clients beats the rest"
    return _claim("friends", title, whose, cases, period)


def _chased(introductions: Iterable[Referred], period: Period) -> _Claim:
    """Introductions where they moved first, against those where I did."""
    cases = [(each.they_first, each.case) for each in introductions]
    whose = ("they moved first", "you moved first")
    return _claim("chased", "A referral you chase is none", whose, cases, period)


def _claim(
    key: str,
    title: str,
    whose: tuple[str, str],
    cases: Sequence[tuple[bool, Case]],
    period: Period,
) -> _Claim:
    claimed, other = (
        tally((case for mine, case in cases if mine is wanted), period)
        for wanted in (True, False)
    )
    young = claimed.n - claimed.rate.n + other.n - other.rate.n
    comparison = Comparison(title, whose, claimed.rate, other.rate)
    return _Claim(key, comparison, claimed.too_early + other.too_early, young)


def _groups(
    claims: Iterable[_Claim],
    introductions: Sequence[Referred],
    coffees: Sequence[CoffeeCase],
    tries: dict[str, Tally],
) -> list[Group]:
    """The claims, where there is anything; the tries, where any was in vain."""
    if not (introductions or coffees):
        return []
    groups = [_claim_group(each) for each in claims]
    if any(each.tries for each in introductions):
        figures = [each.figure._replace(label=key) for key, each in tries.items()]
        groups.append(Group("Tries in vain before the first answer", figures))
    return groups


def _claim_group(claim: _Claim) -> Group:
    young = f"; {claim.too_young} more too young to count"
    note = _POINTS[claim.comparison.points] + young * bool(claim.too_young)
    return Group(
        claim.comparison.claim,
        [
            Figure(
                " against ".join(claim.comparison.whose),
                comparison=claim.comparison,
                note=note,
            )
        ],
    )


def _claim_data(claim: _Claim) -> dict[str, Any]:
    data = {"key": claim.key} | claim.comparison.data()
    return data | {"too_early": claim.too_early, "measured": _studies_of(claim.key)}


def _tries(introductions: Iterable[Referred], period: Period) -> dict[str, Tally]:
    """What came of introductions by the tries that were not answered first."""
    groups: dict[str, list[Case]] = {"0": [], "1": [], "2 or more": []}
    for each in introductions:
        groups[("0", "1", "2 or more")[min(each.tries, 2)]].append(each.case)
    return {key: tally(cases, period) for key, cases in groups.items()}


def _counted(introductions: Iterable[Referred]) -> tuple[str, ...]:
    flattered = sum(each.called and not each.inbound for each in introductions)
    only = f" {counted(flattered, 'of them', 'of them')} only by --they-called, which"
    only += " is said where something came, and so flatters the claim."
    return (
        (
            "Had bought: by the day of the introduction; who bought later had not. The"
            " mark client counts only where no purchase has a day."
        ),
        "They moved first: intro --inbound says so, or got --they-called does."
        + only * bool(flattered),
        (
            "An introduction counts once it was made; a dropped one came to nothing. Of"
            " several of one person an outcome counts for the one that got --from"
            " names, else for the oldest."
        ),
        STATES,
    )


def _missing(
    introductions: Sequence[Referred], coffees: Sequence[CoffeeCase]
) -> tuple[Missing, ...]:
    lacking = (
        (_NO_REFERRAL, introductions),
        (_NO_BUYER, any(need.bought for need in introductions)),
        (
            _NO_INBOUND,
            not introductions or any(need.they_first for need in introductions),
        ),
        *((need, False) for need in missing_coffees(coffees)),
    )
    return tuple(need for need, is_there in lacking if not is_there)


def referred(
    referrals: Iterable[Referral],
    tried: Iterable[Tried],
    attribution: Attribution,
    period: Period,
) -> list[Referred]:
    """The introductions of a period, the oldest first.

    One that was only offered is none yet; one that was dropped came to nothing.
    """
    touches: TouchesOf = {}
    for each in tried:
        touches.setdefault(each.person_id, []).append(each)
    return [
        _referred(each, attribution, touches)
        for each in referrals
        if period.holds(each.way.day) and each.way.state != "offered"
    ]


def _referred(
    referral: Referral, attribution: Attribution, touches: TouchesOf
) -> Referred:
    way = referral.way
    return Referred(
        referral.person_id,
        way.day,
        way.client,
        referral.inbound,
        attribution.they_called(way.id, way.day),
        _tries_in_vain(touches.get(referral.person_id, ()), way.day),
        attribution.first_by(way.id, way.day),
    )


def _tries_in_vain(touches: Iterable[Tried], since: date) -> int:
    """How many were not answered before the first that was, from a day on."""
    tries = 0
    for touch in touches:
        if touch.day >= since:
            if touch.answered == "yes":
                break
            tries += 1
    return tries


def _studies_of(claim: str) -> list[dict[str, Any]]:
    """What was measured of one claim, for programs."""
    return [
        {"text": study.text, "source": study.source}
        for study in _LITERATURE
        if study.claim == claim
    ]
