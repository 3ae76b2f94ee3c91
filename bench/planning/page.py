"""A run as Markdown, for docs/evidence.md."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench import machine
from bench.planning.claims import Bound, Verdict
from bench.planning.events import Replayed
from bench.planning.keeping import Kept
from bench.planning.paired import Estimate, difference, ratio
from bench.planning.rules import SHIPPED
from bench.planning.runs import Results, Size
from bench.planning.sources import HEAD, sayings
from bench.planning.year import ALTERNATES, ONE_TRY, SETTINGS, Year

PAGE = Path(__file__).resolve().parents[2] / "docs" / "evidence.md"
_VERDICTS = {True: "held", False: "**missed**", None: "not measured"}


def written(results: Results, verdicts: Sequence[Verdict], size: Size) -> str:
    """The claims first, then every figure that they come from."""
    missed = sum(one.held is False for one in verdicts)
    held = sum(bool(one.held) for one in verdicts)
    parts = [
        f"{machine.described()} · {_sizes(size)}",
        f"{held} held, {missed} missed, {len(verdicts) - held - missed} not measured.",
        _table(_claims(verdicts)),
        "### The networks",
        _table(_networks(results)),
        *_settings(results),
        *_terms(results),
        *_kept(results),
        *_logs(results),
        "### What a source may say",
        _table(_sayings(results)),
    ]
    return "\n\n".join(parts) + "\n"


def _sizes(size: Size) -> str:
    return (
        f"{size.egos} egos a network, {size.weeks} weeks;"
        f" {size.lives} lives of ties, {size.keep_weeks} weeks"
    )


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Rows with a head."""
    head, *rest = rows
    rule = ["---" for _ in head]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rest))


def claims_in_lines(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Each claim on a line, with its figure and whether it held."""
    for one in verdicts:
        verdict = _VERDICTS[one.held].strip("*")
        yield (
            f"{verdict:12}  {_figure(one.figure):24} {bound_in_words(one.bound):9}"
            f" {one.where}: {one.what}"
        )


def bound_in_words(bound: Bound) -> str:
    """At least, or at most."""
    return f"≥ {bound.least:g}" if bound.least is not None else f"≤ {bound.most:g}"


def _claims(verdicts: Iterable[Verdict]) -> Iterator[Sequence[str]]:
    yield "what is claimed", "where", "must be", "is", ""
    for one in verdicts:
        bound, figure = bound_in_words(one.bound), _figure(one.figure)
        yield one.what, one.where, bound, figure, _VERDICTS[one.held]


def _figure(figure: Estimate | None) -> str:
    if figure is None:
        return "-"
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"


def _networks(results: Results) -> Iterator[Sequence[str]]:
    yield "network", "how it was made", "edges", "SHA-256 begins"
    for one in results.networks:
        yield one.name, one.made, f"{one.edges:,}", f"{one.digest[:16]}"


def _settings(results: Results) -> Iterator[str]:
    for setting in SETTINGS:
        for network in results.networks:
            by_rule = {
                rule: years
                for (where, way, rule), years in results.years.items()
                if (where, way) == (network.name, setting.name)
            }
            if by_rule:
                yield f"### {network.name}: {setting.name}"
                yield _table(_years(by_rule))


def _years(by_rule: dict[str, Sequence[Year]]) -> Iterator[Sequence[str]]:
    yield (
        "rule", "held", "against shipped", "reach", "against shipped", "diversity",
        "% introduced · met · strangers", "asked", "of these again",
    )  # fmt: skip
    shipped = by_rule[SHIPPED]
    for rule, years in by_rule.items():
        held = sum(year.held for year in years) or 1
        how = " · ".join(
            f"{100 * sum(getattr(year, part) for year in years) / held:.0f}"
            for part in ("introduced", "met", "strangers")
        )
        yield (
            rule,
            f"{_mean(years, 'held'):.1f}",
            _against(years, shipped, "held"),
            f"{100 * _mean(years, 'reach'):.1f} %",
            _against(years, shipped, "reach"),
            f"{_mean(years, 'diversity'):.2f}",
            how,
            f"{_mean(years, 'tries'):.1f}",
            f"{_mean(years, 'repeats'):.1f}",
        )


def _mean(rows: Sequence[tuple[object, ...]], measure: str) -> float:
    return sum(float(getattr(row, measure)) for row in rows) / len(rows)


def _against(years: Sequence[Year], shipped: Sequence[Year], measure: str) -> str:
    """In hundredths more or less than the plan as it is."""
    if years is shipped:
        return "-"
    ours = [float(getattr(year, measure)) for year in years]
    theirs = [float(getattr(year, measure)) for year in shipped]
    value, low, high, _ = ratio(ours, theirs)
    return f"{_change(value)} % [{_change(low)}, {_change(high)}]"


def _change(value: float) -> str:
    return f"{100 * (value - 1):+.1f}".replace("-0.0", "+0.0")


def _terms(results: Results) -> Iterator[str]:
    """How far each term tells people apart, and how often luck decides."""
    yield "### How far the terms tell people apart"
    for setting in (ONE_TRY, ALTERNATES):
        shipped = {
            network.name: results.years.get((network.name, setting.name, SHIPPED))
            for network in results.networks
        }
        known = {name: years for name, years in shipped.items() if years}
        if known:
            yield f"Standard deviation of the points of a week; {setting.name}."
            yield _table(_spread(known))


def _spread(by_network: dict[str, Sequence[Year]]) -> Iterator[Sequence[str]]:
    yield "term", *by_network
    terms = next(iter(by_network.values()))[0].spread
    for term in terms:
        yield (
            term,
            *(
                f"{sum(year.spread[term] for year in years) / len(years):.2f}"
                for years in by_network.values()
            ),
        )
    yield (
        "weeks that luck decided",
        *(f"{_mean(years, 'luck'):.1f}" for years in by_network.values()),
    )


def _kept(results: Results) -> Iterator[str]:
    yield "### Two years of ties"
    yield _table(_ties(results))


def _ties(results: Results) -> Iterator[Sequence[str]]:
    yield "people", "rule", "value kept", "points to shipped", "ties kept", "calls"
    for (answering, rule), lives in results.keeps.items():
        yield (
            answering,
            rule,
            f"{100 * _mean(lives, 'value'):.1f} %",
            _points(lives, results.keeps[answering, SHIPPED]),
            f"{100 * _mean(lives, 'ties'):.1f} %",
            f"{_mean(lives, 'calls'):.0f}",
        )


def _points(lives: Sequence[Kept], shipped: Sequence[Kept]) -> str:
    if lives is shipped:
        return "-"
    ours, theirs = ([100 * kept.value for kept in one] for one in (lives, shipped))
    value, low, high, _ = difference(ours, theirs)
    return f"{value:+.1f} [{low:+.1f}, {high:+.1f}]"


def _logs(results: Results) -> Iterator[str]:
    yield "### A log of one's own"
    if not results.logs:
        yield "None was given: `bench/plan --events FILE`."
    for name, log in results.logs.items():
        many = len(log.contacts)
        yield f"{name}: {log.lines:,} lines, {many:,} people, {log.last} days."
        by_rule = {
            (slot, rule): looks
            for (where, slot, rule), looks in results.replays.items()
            if where == name
        }
        yield _table(_replayed(by_rule))


def _replayed(
    by_rule: dict[tuple[str, str], Sequence[Replayed]],
) -> Iterator[Sequence[str]]:
    yield "slot", "rule", "egos", "back in six weeks", "never again", "new through them"
    for (slot, rule), egos in by_rule.items():
        yield (
            slot,
            rule,
            str(len(egos)),
            f"{100 * _mean(egos, 'back'):.1f} %",
            f"{100 * _mean(egos, 'lost'):.1f} %",
            f"{_mean(egos, 'new'):.3f}",
        )


def _sayings(results: Results) -> Iterator[Sequence[str]]:
    yield HEAD
    for (slot, term), said in sayings(results).items():
        yield slot, term, "; ".join(said)
