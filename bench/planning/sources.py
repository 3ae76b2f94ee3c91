"""What `why --cite` says was simulated, held against what was measured.

A source says it behind *Simulated:*, in the words of docs/evidence.md.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from bench.planning.claims import Bound, KeepClaim, YearClaim, tells_of
from bench.planning.ego import sources, terms
from bench.planning.keeping import CONTACT, FALLING, OVERDUE, STEADY
from bench.planning.paired import Estimate
from bench.planning.rules import SHIPPED, without
from bench.planning.runs import Results
from bench.planning.year import CITIES, ONE_TRY

Sayings = Mapping[tuple[str, str], Sequence[str]]
"""By slot and term, the sentences that a source may say."""
HEAD = ("slot", "term", "a source may say")
_SIMULATED = re.compile(r"\b[Ss]imulated\b:?(?P<said>[^.]*)")
_LEAST = 0.5


def sayings(results: Results) -> dict[tuple[str, str], Sequence[str]]:
    """What a run lets the sources say: from the least to the most that was seen."""
    of_new = {("new", term): tuple(_of_new(results, term)) for term in terms("new")}
    said = of_new | {("keep", "cadence"): tuple(_of_keep(results))}
    return {key: sentences for key, sentences in said.items() if sentences}


def sayings_in(page: str) -> Sayings:
    """The same as they stand in a page."""
    rows = page.partition(f"| {' | '.join(HEAD)} |\n")[2].partition("\n\n")[0]
    cells = (row.strip("| \n").split(" | ") for row in rows.splitlines()[1:])
    return {(slot, term): said.split("; ") for slot, term, said in cells}


def unbacked(said: Sayings) -> Iterator[str]:
    """The sources that claim what was not measured, or not so."""
    for (slot, term), source in sources().items():
        if is_backed(source, said.get((slot, term), ())) is False:
            yield f"{slot}, {term}: {source}"


def is_backed(source: str, measured: Sequence[str]) -> bool | None:
    """Whether all that a source says was simulated was measured, word for word.

    That is what stands behind *Simulated:* up to the full stop, sentence by sentence at
    the semicolons.  None where nothing is said to be simulated.
    """
    parts = [
        part.strip()
        for found in _SIMULATED.finditer(source)
        for part in found["said"].split(";")
    ]
    return set(parts) <= set(measured) if parts else None


def _of_new(results: Results, term: str) -> Iterator[str]:
    held, diversity = (_without(results, term, m) for m in ("held", "diversity"))
    if all(
        figure.same for figure in (*held, *diversity)
    ):  # or it was not lived through
        return
    begins = "without it"
    if tells_of(term) is CITIES:
        begins = "where those elsewhere say yes a quarter as often, without it"
    yield _said(begins, held, "meetings", "fewer")
    yield _said(begins, diversity, "diversity", "less")
    if term == "luck":
        yield f"it changes the pick of {_range(*_weeks_of_luck(results))} weeks a year"


def _of_keep(results: Results) -> Iterator[str]:
    """How much value is kept, against rules that look at one thing."""
    for rule, words in ((OVERDUE, "the largest share"), (CONTACT, "most past contact")):
        claims = [
            KeepClaim(answering, rule, Bound()) for answering in (STEADY, FALLING)
        ]
        points = [
            claim.of(results).value
            for claim in claims
            if set(claim.needs) <= results.keeps.keys()
        ]
        if points:
            low, high = f"{min(points):+.0f}", f"{max(points):+.0f}"
            between = low if low == high else f"{low} to {high}"
            yield f"in two years {between} points of value against {words} first"


def _without(results: Results, term: str, measure: str) -> list[Estimate]:
    """What there is without a term as a multiple of what there is, by network."""
    way = tells_of(term)
    claim = YearClaim(measure, (way, without(term)), (way, SHIPPED), Bound())
    return [
        claim.of(results, network.name)
        for network in results.networks
        if all((network.name, *need) in results.years for need in claim.needs)
    ]


def _said(begins: str, figures: Sequence[Estimate], what: str, fewer: str) -> str:
    lacks = [100 * (1 - figure.value) for figure in figures]
    low, high = min(lacks), max(lacks)
    if low >= _LEAST:
        return f"{begins} {_range(low, high)} % {fewer} {what}"
    if high <= -_LEAST:
        return f"{begins} {_range(-high, -low)} % more {what}"
    return f"{begins} {what} within {max(1, round(max(-low, high)))} %"


def _range(low: float, high: float) -> str:
    least, most = f"{low:.0f}", f"{high:.0f}"
    return least if least == most else f"{least} to {most}"


def _weeks_of_luck(results: Results) -> tuple[float, float]:
    """In how many weeks of a year luck chose: the least and the most."""
    weeks = [
        sum(year.luck for year in years) / len(years)
        for (_, setting, rule), years in results.years.items()
        if (setting, rule) == (ONE_TRY.name, SHIPPED)
    ]
    return min(weeks), max(weeks)
