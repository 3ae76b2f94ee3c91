"""What is claimed of the plan, as data: who against whom, and by how much."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.planning import events, keeping
from bench.planning.ego import terms
from bench.planning.keeping import (
    FALLING,
    FALLING_UNCALLED,
    STEADY,
    STEADY_UNCALLED,
    Answering,
)
from bench.planning.paired import Estimate, difference, ratio
from bench.planning.rules import CONTACT, NAMED, RANDOM, SHIPPED, WAITING, without
from bench.planning.runs import Results, Wanted
from bench.planning.year import ALTERNATES, CITIES, ONE_TRY, Setting


class Bound(NamedTuple):
    """What a figure must reach: at least, or at most."""

    least: float | None = None
    most: float | None = None

    def holds(self, figure: float) -> bool:
        """Whether it does, of the figure itself and not of its interval."""
        above = self.least is None or figure >= self.least
        return above and (self.most is None or figure <= self.most)


class YearClaim(NamedTuple):
    """A year by one rule, as a multiple of the same year by another."""

    measure: str
    ours: tuple[Setting, str]
    theirs: tuple[Setting, str]
    bound: Bound

    def of(self, results: Results, network: str) -> Estimate:
        """The figure in one network."""
        ours, theirs = (
            [getattr(year, self.measure) for year in results.years[network, *who]]
            for who in self.needs
        )
        return ratio(ours, theirs)

    @property
    def needs(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Which years: the names of setting and rule."""
        (our_way, ours), (their_way, theirs) = self.ours, self.theirs
        return (our_way.name, ours), (their_way.name, theirs)

    @property
    def what(self) -> str:
        """The claim in words, without its bound."""
        (our_way, ours), (their_way, theirs) = self.ours, self.theirs
        if our_way is not their_way:
            return f"{self.measure}, {ours}: with the alternates, of without"
        return f"{self.measure}, {ours} of {theirs}; {our_way.name}"

    @property
    def leaves_out(self) -> bool:
        """Whether a term is left out on one side."""
        return any(rule.startswith(without("")) for _, rule in (self.ours, self.theirs))


class KeepClaim(NamedTuple):
    """Value that is kept in two years, in points more than by another rule."""

    answering: Answering
    theirs: str
    bound: Bound

    def of(self, results: Results) -> Estimate:
        """The figure, in points."""
        ours, theirs = (
            [100 * kept.value for kept in results.keeps[key]] for key in self.needs
        )
        return difference(ours, theirs)

    @property
    def needs(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Which lives: the names of how people answer and of the rule."""
        return (self.answering.name, keeping.SHIPPED), (
            self.answering.name,
            self.theirs,
        )

    @property
    def what(self) -> str:
        """The claim in words, without its bound."""
        return (
            "points of value kept, shipped more than"
            f" {self.theirs}; {self.answering.name}"
        )


class LogClaim(NamedTuple):
    """Of whom a slot names in a real log, more than at random."""

    slot: str
    measure: str
    said: str

    def of(self, results: Results, log: str) -> Estimate:
        """The figure in one log: the difference."""
        ours, theirs = (
            [getattr(looks, self.measure) for looks in results.replays[log, *key]]
            for key in ((self.slot, events.SHIPPED), (self.slot, events.RANDOM))
        )
        return difference(ours, theirs)

    @property
    def bound(self) -> Bound:
        """No less than at random."""
        return Bound(least=0)

    @property
    def what(self) -> str:
        """The claim in words, without its bound."""
        return f"{self.slot}: {self.said}, shipped more than random"


Claim = YearClaim | KeepClaim | LogClaim


def _better(
    setting: Setting, measure: str, bounds: dict[str, float]
) -> Iterator[YearClaim]:
    for rule, least in bounds.items():
        yield YearClaim(
            measure, (setting, SHIPPED), (setting, rule), Bound(least=least)
        )


def year_claims() -> Iterator[YearClaim]:
    """What is claimed of the coffee with someone new, of both networks."""
    yield from _better(
        ONE_TRY, "held", {RANDOM: 2.5, WAITING: 5, CONTACT: 1.7, NAMED: 1.1}
    )
    yield from _better(
        ALTERNATES, "held", {RANDOM: 1.2, WAITING: 1.3, CONTACT: 1.15, NAMED: 1.05}
    )
    yield YearClaim(
        "held", (ALTERNATES, SHIPPED), (ONE_TRY, SHIPPED), Bound(least=1.25)
    )
    yield from _better(ONE_TRY, "diversity", {without("bridge"): 1.05})
    for term in terms("new"):
        least = 1.03 if term == "freshness" else 0.98
        yield from _better(tells_of(term), "held", {without(term): least})
    for term in terms("new"):
        way = tells_of(term)
        yield YearClaim("reach", (way, without(term)), (way, SHIPPED), Bound(most=1.04))


def tells_of(term: str) -> Setting:
    """The setting in which people differ by a term."""
    return CITIES if term == "near" else ONE_TRY


KEEP_CLAIMS = (
    KeepClaim(STEADY, keeping.OVERDUE, Bound(least=-2)),
    KeepClaim(FALLING, keeping.OVERDUE, Bound(least=-2)),
    KeepClaim(STEADY_UNCALLED, keeping.BEFORE, Bound(least=6)),
    KeepClaim(FALLING_UNCALLED, keeping.BEFORE, Bound(least=6)),
)
"""What is claimed of keeping in touch."""
LOG_CLAIMS = (
    LogClaim("reconnect", "back", "share of them back in six weeks"),
    LogClaim("reconnect", "new", "new people through them"),
)
"""What is claimed of any log that somebody brings."""


def guard_rails() -> Iterator[YearClaim]:
    """What even a small network and half a year must show, with room for its chance."""
    yield from _better(
        ONE_TRY, "held", {RANDOM: 1.5, WAITING: 2, CONTACT: 1.2, NAMED: 0.95}
    )
    yield YearClaim("held", (ALTERNATES, SHIPPED), (ONE_TRY, SHIPPED), Bound(least=1.1))
    yield from _better(ONE_TRY, "held", {without("freshness"): 0.98})
    yield from _better(ONE_TRY, "diversity", {without("bridge"): 0.95})


GUARDED = (KeepClaim(STEADY, keeping.OVERDUE, Bound(least=-5)),)
"""What even a few lives must show of keeping in touch."""


def needed(years: Sequence[YearClaim], keeps: Sequence[KeepClaim]) -> Wanted:
    """What must be lived through to judge these claims, and no more."""
    return Wanted(
        frozenset(need for claim in years for need in claim.needs),
        frozenset(need for claim in keeps for need in claim.needs),
    )


class Verdict(NamedTuple):
    """A claim, its figure where there is one, and whether it holds.

    `held` is None where nothing could be measured: no log, or a term by which nobody
    in these networks differs.
    """

    what: str
    where: str
    bound: Bound
    figure: Estimate | None
    held: bool | None


def verdicts(
    results: Results, years: Sequence[YearClaim], keeps: Sequence[KeepClaim]
) -> Iterator[Verdict]:
    """Every claim with its figure: in each network, and in each log."""
    for claim in years:
        for network in results.networks:
            figure = claim.of(results, network.name)
            tested = not (claim.leaves_out and figure.same)
            yield _verdict(claim, network.name, figure, tested=tested)
    for kept in keeps:
        yield _verdict(kept, "ties", kept.of(results))
    for told in LOG_CLAIMS:
        for log in results.logs:
            if (log, told.slot, events.SHIPPED) in results.replays:
                yield _verdict(told, log, told.of(results, log))
        if not results.logs:
            yield _verdict(told, "no log was given", None)


def _verdict(
    claim: Claim, where: str, figure: Estimate | None, *, tested: bool = True
) -> Verdict:
    held = claim.bound.holds(figure.value) if figure and tested else None
    return Verdict(claim.what, where, claim.bound, figure, held)
