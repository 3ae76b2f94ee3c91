"""What two rates say about a claim."""

from functools import lru_cache
from random import Random

import pytest
from hypothesis import example, given, settings, strategies as st

from netlog.reports.statistics import Rate, Verdict, compare, fisher, more_cases

RATES = st.integers(0, 60).flatmap(
    lambda n: st.builds(Rate, st.integers(0, n), st.just(n))
)
remembered = lru_cache(maxsize=None)(compare)


@pytest.mark.parametrize(
    ("claimed", "other", "verdict", "said"),
    [
        (Rate(3, 8), Rate(2, 31), ("supported", 0.049, 0, True), "supported"),
        (Rate(2, 31), Rate(3, 8), ("contradicted", 0.049, 0, False), "contradicted"),
        (
            Rate(3, 9),
            Rate(2, 31),
            ("leaning", 0.065, 7, True),
            "leaning towards it; about 7 more would tell",
        ),
        (
            Rate(2, 31),
            Rate(3, 9),
            ("leaning", 0.065, 7, False),
            "leaning against it; about 7 more would tell",
        ),
        (
            Rate(3, 30),
            Rate(4, 31),
            ("too few", 1.0, 1_776, False),
            "too few: at least 1,776 more",
        ),
        (
            Rate(0, 8),
            Rate(0, 31),
            ("too few", 1.0, None, None),
            "too few to tell; no number would at these rates",
        ),
        (
            Rate(30, 300),
            Rate(31, 300),
            ("too few", 1.0, None, False),
            "too few to tell; not even a hundred times as many would at these rates",
        ),
    ],
)
def test_verdicts_by_hand(
    claimed: Rate,
    other: Rate,
    verdict: tuple[str, float, int | None, bool | None],
    said: str,
) -> None:
    """The word, p, how many more, which way, and all of it in words."""
    found = compare(claimed, other)
    assert found._replace(p=round(found.p, 3)) == verdict
    assert found.said() == said


@pytest.mark.parametrize(
    ("claimed", "other", "more"),
    [
        (Rate(0, 5), Rate(2, 31), 393),  # at these rates; to fill up, 1
        (Rate(5, 5), Rate(0, 31), 1),  # p is tiny, but five are five
        (Rate(2, 2), Rate(0, 400), 4),
        (Rate(0, 5), Rate(0, 4), 3),  # both to be filled up
        (Rate(0, 0), Rate(2, 31), 6),
        (Rate(0, 0), Rate(0, 0), 12),
    ],
)
def test_a_group_under_six_is_too_few(claimed: Rate, other: Rate, more: int) -> None:
    """Whatever p is; and at least those are missing that fill it up."""
    for verdict in (compare(claimed, other), compare(other, claimed)):
        assert (verdict.word, verdict.more) == ("too few", more)
        assert verdict.said() == f"too few: at least {more} more"


@given(RATES, RATES)
@example(Rate(4, 12), Rate(3, 23))  # p = 0.1999
@example(Rate(1, 6), Rate(0, 24))  # p = 0.2
def test_the_words_follow_from_p_and_the_sizes(claimed: Rate, other: Rate) -> None:
    """Under 6 too few; p < 0.05 sure; p < 0.2 leaning; otherwise too few."""
    found, p = compare(claimed, other), fisher(claimed, other)
    higher = claimed.hits * other.n > other.hits * claimed.n
    if min(claimed.n, other.n) < 6:
        word = "too few"
    elif p < 0.05:
        word = "supported" if higher else "contradicted"
    else:
        word = "leaning" if p < 0.2 else "too few"
    assert (found.word, found.p) == (word, p)
    assert (found.more == 0) == (word in {"supported", "contradicted"})


@given(RATES, RATES)
def test_the_other_way_round_it_says_the_opposite(first: Rate, second: Rate) -> None:
    """What supports a claim contradicts its opposite; the rest stays."""
    opposite = {"supported": "contradicted", "contradicted": "supported"}
    one, two = compare(first, second), compare(second, first)
    assert two.word == opposite.get(one.word, one.word)
    assert (one.towards is None) == (two.towards is None)
    assert one.towards is None or one.towards is not two.towards


@settings(max_examples=50)
@given(RATES.filter(lambda rate: rate.n > 5), RATES.filter(lambda rate: rate.n > 5))
def test_so_many_more_would_tell_and_one_fewer_would_not(
    first: Rate, second: Rate
) -> None:
    """Both groups grown in proportion, to whole cases at the present rates."""
    more = more_cases(first, second)
    if more is None:
        return
    assert fisher(*grown(first, second, more)) < 0.05
    assert more == 1 or fisher(*grown(first, second, more - 1)) >= 0.05


def grown(first: Rate, second: Rate, more: int) -> list[Rate]:
    """Both groups with so many more cases."""
    mine = round(more * first.n / (first.n + second.n))
    sizes = [(first, first.n + mine), (second, second.n + more - mine)]
    return [Rate(round(rate.hits * n / rate.n), n) for rate, n in sizes]


@given(RATES)
def test_equal_rates_are_never_told_apart(rate: Rate) -> None:
    """However many there are: none is the number, and there is no direction."""
    twice = Rate(2 * rate.hits, 2 * rate.n)
    assert more_cases(rate, twice) is None
    assert compare(rate, twice).towards is None


@pytest.mark.parametrize("truth", [0.1, 0.3, 0.5, 0.8])
@pytest.mark.parametrize("sizes", [(6, 6), (8, 31), (20, 20), (40, 100)])
def test_chance_alone_is_seldom_taken_for_a_difference(
    sizes: tuple[int, int], truth: float
) -> None:
    """With no difference in truth, at most 5 % of 2,000 are surely told."""
    chance = Random(f"{sizes} {truth}")  # noqa: S311 (the same every time)

    def drawn(n: int) -> Rate:
        return Rate(sum(chance.random() < truth for _ in range(n)), n)

    told = [remembered(drawn(sizes[0]), drawn(sizes[1])).word for _ in range(2_000)]
    sure = told.count("supported") + told.count("contradicted")
    assert sure <= 100


@pytest.mark.parametrize("truth", [0.1, 0.3, 0.5])
@pytest.mark.parametrize("sizes", [(8, 20, 31), (30, 30, 30)])
def test_the_best_of_three_is_seldom_taken_for_better(
    sizes: tuple[int, ...], truth: float
) -> None:
    """Picked by its rate, with no difference in truth: at most 5 % of 2,000."""
    chance = Random(f"{sizes} {truth}")  # noqa: S311 (the same every time)
    sure = {1: 0, 3: 0}
    for _ in range(2_000):
        rates = [Rate(sum(chance.random() < truth for _ in range(n)), n) for n in sizes]
        best = max(rates, key=lambda one: one.share or 0)
        hits, n = sum(one.hits for one in rates), sum(sizes)
        for looks in sure:
            word = remembered(best, Rate(hits - best.hits, n - best.n), looks).word
            sure[looks] += word in {"supported", "contradicted"}
    assert sure[3] <= 100
    assert sure[1] >= sure[3]


def test_p_is_taken_as_often_as_was_looked() -> None:
    """Three times, and never above one; it takes more to be sure."""
    once, thrice = (compare(Rate(3, 8), Rate(2, 31), looks) for looks in (1, 3))
    assert (once.word, thrice.word) == ("supported", "leaning")
    assert thrice.p == pytest.approx(3 * once.p)
    assert compare(Rate(1, 8), Rate(2, 31), 3).p == 1
    assert (thrice.more or 0) > 1


def test_a_difference_in_truth_is_told() -> None:
    """A half against a tenth, sixty cases each: nearly always supported."""
    chance = Random(1)  # noqa: S311 (the same every time)

    def drawn(truth: float) -> Rate:
        return Rate(sum(chance.random() < truth for _ in range(60)), 60)

    told = [remembered(drawn(0.5), drawn(0.1)).word for _ in range(200)]
    assert told.count("supported") > 190


def test_a_leaning_without_a_number_says_so() -> None:
    """It can be said, should it ever be: rounding may keep p where it is."""
    said = Verdict("leaning", 0.1, None, towards=False).said()
    assert said == "leaning against it; not even a hundred times as many would tell"
