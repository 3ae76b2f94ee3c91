"""Claims as data: a figure beside its bound, and one that is missed is said."""

import pytest
from bench.planning import claims, page
from bench.planning.claims import (
    GUARDED,
    KEEP_CLAIMS,
    Bound,
    Verdict,
    YearClaim,
    guard_rails,
    needed,
    verdicts,
    year_claims,
)
from bench.planning.ego import terms
from bench.planning.keeping import Kept
from bench.planning.networks import planted
from bench.planning.paired import Estimate, difference, ratio
from bench.planning.rules import RANDOM, SHIPPED
from bench.planning.runs import SMALL, Results, run
from bench.planning.year import ONE_TRY, Year

NETWORK = planted()


def year(held: int) -> Year:
    """A year with so many coffees."""
    return Year(0.5, held, 4.0, held, 0, 0, 26, 0, {}, 0)


def results(ours: list[int], theirs: list[int]) -> Results:
    """Of two rules, ego by ego."""
    years = {
        (NETWORK.name, ONE_TRY.name, SHIPPED): list(map(year, ours)),
        (NETWORK.name, ONE_TRY.name, RANDOM): list(map(year, theirs)),
    }
    return Results((NETWORK,), years, {}, {}, {})


def test_a_ratio_is_of_means_with_an_interval_of_pairs() -> None:
    """Where every ego has twice as much the interval is a point."""
    assert ratio([2, 4, 6], [1, 2, 3]) == Estimate(2.0, 2.0, 2.0)
    assert difference([1, 2], [1, 2]) == Estimate(0.0, 0.0, 0.0, same=True)
    wide = ratio([1, 9] * 20, [5, 5] * 20)
    assert wide.value == 1.0
    assert wide.low < 0.85
    assert wide.high > 1.15
    assert ratio([1, 9] * 20, [5, 5] * 20) == wide


@pytest.mark.parametrize("bound", [Bound(least=1.5), Bound(least=2.5), Bound(most=1.9)])
def test_a_claim_holds_by_its_figure(bound: Bound) -> None:
    """Twice as many coffees: no less than 1.5 times, less than 2.5, more than 1.9."""
    claim = YearClaim("held", (ONE_TRY, SHIPPED), (ONE_TRY, RANDOM), bound)
    judged = next(verdicts(results([20, 22], [10, 11]), [claim], []))
    assert judged == Verdict(
        "held, shipped of random; willingness fades, one try a week",
        "planted",
        bound,
        Estimate(2.0, 2.0, 2.0),
        held=bound == Bound(least=1.5),
    )


def test_a_missed_claim_is_printed_as_missed() -> None:
    """With its figure, on the terminal and in the page."""
    missed = Verdict("held", "here", Bound(2.5), Estimate(2, 1.5, 2.5), held=False)
    none = Verdict("back", "nowhere", Bound(0), None, None)
    assert list(page.claims_in_lines([missed, none])) == [
        "missed        2.000 [1.500, 2.500]     ≥ 2.5     here: held",
        "not measured  -                        ≥ 0       nowhere: back",
    ]
    told = page.written(results([1], [1]), [missed, none], SMALL)
    assert "0 held, 1 missed, 1 not measured." in told
    assert "| held | here | ≥ 2.5 | 2.000 [1.500, 2.500] | **missed** |" in told


def test_a_term_by_which_nobody_differs_is_not_measured() -> None:
    """That nothing changes without it says nothing for it."""
    same = results([20], [20])
    key = (NETWORK.name, ONE_TRY.name, "without luck")
    same = same._replace(years={**same.years, key: [year(20)]})
    claim = YearClaim(
        "held", (ONE_TRY, SHIPPED), (ONE_TRY, "without luck"), Bound(least=0.98)
    )
    assert next(verdicts(same, [claim], [])).held is None


def test_every_term_is_left_out_once_for_coffees_and_once_for_reach() -> None:
    """A new term has its claims by itself."""
    without = [claim for claim in year_claims() if claim.leaves_out]
    held = [c.theirs[1] for c in without if c.measure == "held"]
    reach = [c.ours[1] for c in without if c.measure == "reach"]
    assert held == reach == [f"without {term}" for term in terms("new")]
    bounds = {c.theirs[1]: c.bound.least for c in without if c.measure == "held"}
    assert bounds.pop("without freshness") == 1.03
    assert set(bounds.values()) == {0.98}


def test_what_is_needed_is_what_is_claimed_and_no_more() -> None:
    """The small run leaves out what no guard rail looks at."""
    wanted = needed(tuple(guard_rails()), GUARDED)
    assert (ONE_TRY.name, SHIPPED) in wanted.years
    assert len(wanted.years) == 8
    assert wanted.keeps == {
        ("answers steady", "shipped"),
        ("answers steady", "most of their cadence"),
    }


def test_ties_are_compared_in_points() -> None:
    """Of the value that is kept."""
    keeps = {
        need: [Kept(value, 0.5, 1, 1)] * 3
        for claim in KEEP_CLAIMS
        for need, value in zip(claim.needs, (0.8, 0.75), strict=True)
    }
    told = results([1], [1])._replace(keeps=keeps)
    judged = [one for one in verdicts(told, [], KEEP_CLAIMS) if one.where == "ties"]
    figures = [one.figure.value for one in judged if one.figure]
    assert figures == pytest.approx([5.0] * 4)
    assert [one.held for one in judged] == [True, True, False, False]


def test_the_guard_rails_stand() -> None:
    """Six egos for half a year, and two lives of ties: the plan is worth following."""
    rails = tuple(guard_rails())
    judged = verdicts(run(SMALL, needed(rails, GUARDED)), rails, GUARDED)
    lines = page.claims_in_lines(one for one in judged if one.held is False)
    assert "\n".join(lines) == ""


def test_a_plan_that_chose_at_random_would_leave_the_rails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The rails can fail: what draws from all who are new is held to be no better."""
    plain = claims.YearClaim(
        "held", (ONE_TRY, SHIPPED), (ONE_TRY, RANDOM), Bound(least=1.5)
    )
    from bench.planning import runs
    from bench.planning.rules import Rule, rules

    blind = (Rule(SHIPPED, order=lambda _, chance: (chance,)), *rules()[1:])
    monkeypatch.setattr(runs, "rules", lambda: blind)
    judged = verdicts(runs.run(SMALL, needed([plain], [])), [plain], [])
    assert next(judged).held is False
