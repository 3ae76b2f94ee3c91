"""Two years of ties: who is called, who answers, who is lost."""

import pytest
from bench.planning import keeping
from bench.planning.keeping import (
    FALLING,
    KEEP_RULES,
    SHIPPED,
    STEADY,
    STEADY_UNCALLED,
    TIES,
    keep_weeks,
    kept,
    prepared_ties,
    ties,
)


def test_a_life_is_eighty_ties_with_a_past() -> None:
    """Nine contacts each, at about their own gap; the same for the same number."""
    life = ties(3, 0)
    assert len(life) == TIES
    assert ties(3, 0) == life
    assert ties(4, 0) != life
    for tie in life:
        assert len(tie.days) == 9
        assert tie.days == tuple(sorted(tie.days))
        weeks = (tie.days[-1] - tie.days[0]).days / 7 / 8
        assert 0.4 * tie.gap < weeks < 1.6 * tie.gap


def test_five_of_them_are_never_called() -> None:
    """They are five of the same eighty, and asked for every four weeks."""
    life, other = ties(3, 0), ties(3, 5)
    never = [n for n, tie in enumerate(other) if not tie.called]
    assert len(never) == 5
    assert {other[n].every for n in never} == {"4w"}
    assert all(other[n] == life[n] for n in range(TIES) if n not in never)


@pytest.mark.parametrize(
    ("gaps", "steady", "falling", "loss"),
    [
        (0, 0.8, 0.8, 0),
        (1, 0.8, 0.8, 0),
        (8.5, 0.8, 0.45, 0.00625),
        (99, 0.8, 0.1, 0.1),
    ],
)
def test_a_long_silence_is_answered_less_where_it_falls(
    gaps: float, steady: float, falling: float, loss: float
) -> None:
    """And from eight usual gaps on a tie may be lost, everywhere."""
    answers = [keeping._answer(gaps, how) for how in (STEADY, FALLING)]  # noqa: SLF001
    assert answers == pytest.approx([steady, falling])
    assert keeping._loss(gaps) == pytest.approx(loss)  # noqa: SLF001


def test_who_is_called_is_kept() -> None:
    """In half a year of calls more is left than where nobody is named."""
    life, weeks = ties(1, 0), keep_weeks(1, 26)
    ego = prepared_ties(life)
    called = kept(life, ego, KEEP_RULES[SHIPPED], STEADY, weeks)
    alone = kept(life, ego, lambda *_: (), STEADY, weeks)
    assert 120 < called.calls <= 26 * 5
    assert (alone.calls, alone.names) == (0, 0)
    assert 0 < alone.value < called.value <= 1
    assert kept(life, ego, KEEP_RULES[SHIPPED], STEADY, weeks) == called


def test_who_is_lost_is_planned_no_more() -> None:
    """Where nobody answers and every tie ends as soon as it may, nobody is left."""
    life = [tie._replace(gap=1.0) for tie in ties(1, 0)]
    hard = keep_weeks(1, 52)
    hard = [w._replace(answers=[0.99] * TIES, losses=[0.0] * TIES) for w in hard]
    came = kept(life, prepared_ties(life), KEEP_RULES[SHIPPED], STEADY, hard)
    assert came.ties == 0
    assert came.calls < 26 * 5


def test_whom_the_user_never_calls_is_named_and_not_called() -> None:
    """Their ties are not counted either."""
    life, weeks = ties(1, 5), keep_weeks(1, 8)
    never = [n for n, tie in enumerate(life) if not tie.called]
    ego = prepared_ties(life)
    came = kept(life, ego, lambda *_: never, STEADY_UNCALLED, weeks)
    assert (came.calls, came.names) == (0, 5)
    assert came.ties * 75 == pytest.approx(round(came.ties * 75))
