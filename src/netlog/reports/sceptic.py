"""Report sceptic: the three claims of the man who says that coffees bring nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netlog.domain.evidence import Referral
from netlog.records import NamedTuple
from netlog.reports import coffees, measured
from netlog.reports.coffees import Held
from netlog.reports.nearest import CAME, nearest_of
from netlog.reports.period import Period
from netlog.reports.referrals import Referred, referred
from netlog.reports.result import Comparison, Figure, Group, Missing, Report
from netlog.reports.source import ReportSource
from netlog.reports.tally import Case, Tally, rules, tally
from netlog.reports.words import STATES, many

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


class _Claim(NamedTuple):
    """A claim: the two groups it compares, and how many are too early or too young."""

    key: str
    comparison: Comparison
    too_early: int
    too_young: int


def report(source: ReportSource, period: Period) -> Report:
    """Each claim as two rates, a verdict, and which way it points."""
    origins, referrals = nearest_of(source, period), source.referrals(period.until)
    there = referred(referrals, source.tried(period.until), origins, period)
    held = coffees.held(source, origins, period)
    claims = (
        _buyers(there, period),
        _friends(held, referrals, period),
        _chased(there, period),
    )
    tries = _tries(there, period)
    return Report(
        answer=_answer(claims, there or held, period),
        data={
            "n": len(there),
            "coffees": len(held),
            "claims": [_claim_data(one) for one in claims],
            "attempts": [{"tries": key} | one.data() for key, one in tries.items()],
        },
        groups=[*_groups(claims, there, held, tries), measured.GROUP],
        counted=(*_counted(there), *rules(period, CAME)) if there or held else (),
        missing=_missing(there, held),
    )


def _answer(
    claims: Iterable[_Claim], there: Sequence[object], period: Period
) -> list[str]:
    if not there:
        return [f"Nothing to judge him by {period.yet}."]
    return [one.comparison.answer() for one in claims]


def _buyers(there: Iterable[Referred], period: Period) -> _Claim:
    """Introductions by people who had bought, against those by others."""
    cases = [(one.bought, one.case) for one in there]
    whose = ("introduced by people who had bought", "by others")
    return _claim("buyers", "Only buyers refer well", whose, cases, period)


def _friends(
    held: Iterable[Held], referrals: Iterable[Referral], period: Period
) -> _Claim:
    """First coffees with people whom somebody introduced who had bought."""
    since: dict[int, date] = {}
    for one in referrals:
        if one.way.counts and one.way.client:
            since.setdefault(one.person_id, one.way.day)
    cases = [(since.get(one.person_id, date.max) <= one.day, one.case) for one in held]
    whose = ("coffee with friends of clients", "with others")
    title = "Coffee with friends of clients beats the rest"
    return _claim("friends", title, whose, cases, period)


def _chased(there: Iterable[Referred], period: Period) -> _Claim:
    """Introductions where they moved first, against those where I did."""
    cases = [(one.they_first, one.case) for one in there]
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
    there: Sequence[Referred],
    held: Sequence[Held],
    tries: dict[str, Tally],
) -> list[Group]:
    """The claims, where there is anything; the tries, where any was in vain."""
    if not (there or held):
        return []
    groups = [_claim_group(one) for one in claims]
    if any(one.tries for one in there):
        figures = [one.figure._replace(label=key) for key, one in tries.items()]
        groups.append(Group("Tries in vain before the first answer", figures))
    return groups


def _claim_group(one: _Claim) -> Group:
    young = f"; {one.too_young} more too young to count"
    note = _POINTS[one.comparison.points] + young * bool(one.too_young)
    return Group(
        one.comparison.claim,
        [
            Figure(
                " against ".join(one.comparison.whose),
                comparison=one.comparison,
                note=note,
            )
        ],
    )


def _claim_data(one: _Claim) -> dict[str, Any]:
    found = {"key": one.key} | one.comparison.data()
    return found | {"too_early": one.too_early, "measured": measured.of(one.key)}


def _tries(there: Iterable[Referred], period: Period) -> dict[str, Tally]:
    """What came of introductions by the tries that were not answered first."""
    groups: dict[str, list[Case]] = {"0": [], "1": [], "2 or more": []}
    for one in there:
        groups[("0", "1", "2 or more")[min(one.tries, 2)]].append(one.case)
    return {key: tally(cases, period) for key, cases in groups.items()}


def _counted(there: Iterable[Referred]) -> tuple[str, ...]:
    flattered = sum(one.called and not one.inbound for one in there)
    only = f" {many(flattered, 'of them', 'of them')} only by --they-called, which"
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


def _missing(there: Sequence[Referred], held: Sequence[Held]) -> tuple[Missing, ...]:
    lacking = (
        (_NO_REFERRAL, there),
        (_NO_BUYER, any(one.bought for one in there)),
        (_NO_INBOUND, not there or any(one.they_first for one in there)),
        *((one, False) for one in coffees.missing(held)),
    )
    return tuple(one for one, is_there in lacking if not is_there)
