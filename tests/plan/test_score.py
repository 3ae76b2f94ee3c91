"""Scores: measure times weight, rounded as they are shown, and added up."""

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import context, facts, person, way

from netlog.domain.introduction import Way
from netlog.plan.facts import PersonFacts
from netlog.plan.score import ScoredTerm, scored_terms, total
from netlog.plan.terms import BY_SLOT
from netlog.plan.terms.new import NEW_TERMS, WARMTH
from netlog.plan.terms.reconnect import RECONNECT_TERMS

WEIGHTS = {
    "new": {
        "warmth": 6.0,
        "near": 3.0,
        "bridge": 4.0,
        "freshness": 6.0,
        "named by": 3.0,
        "client path": 3.0,
        "luck": 1.0,
    },
    "keep": {"cadence": 8.0, "drift": 3.0, "owe": 3.0, "client": 2.0}
    | {"occasion": 2.0, "skipped": -1.0},
    "reconnect": {"novelty": 4.0, "bridge": 3.0},
}


@pytest.fixture
def forced_luck(monkeypatch: pytest.MonkeyPatch) -> None:
    """Luck is 0.42, whoever and whenever."""
    monkeypatch.setattr("netlog.plan.terms.new.luck", lambda _handle, _week: 0.42)


@pytest.mark.usefixtures("forced_luck")
def test_the_worked_example() -> None:
    """Introduced 62 days ago by a client, in a focused week: 18.139.

    Named by nobody else, bridge 0.85, their city not known, luck 0.42.  The term `fit`
    comes with the command that records an ideal client, and adds its 0.000 then.
    """
    dorie = PersonFacts(person(fresh_on=way().day), ways=(way(marked=1),), share=0.15)
    scored = scored_terms("new", NEW_TERMS, dorie, context("focused"))
    assert {term.name: term.points for term in scored} == {
        "warmth": 6.000,
        "near": 1.500,
        "bridge": 3.400,
        "freshness": 2.819,
        "named by": 1.000,
        "client path": 3.000,
        "luck": 0.420,
    }
    assert total(scored) == 18.139


@pytest.mark.usefixtures("forced_luck")
def test_the_worked_example_in_an_open_week() -> None:
    """Nothing that smells of business counts: without the client, 3 points less."""
    dorie = PersonFacts(person(fresh_on=way().day), ways=(way(marked=1),), share=0.15)
    scored = scored_terms("new", NEW_TERMS, dorie, context("open"))
    assert [term.points for term in scored] == [3.6, 1.5, 3.4, 2.819, 1.0, 0.0, 0.42]
    assert total(scored) == 12.739


def test_the_weights_are_those_of_the_design() -> None:
    """Slot by slot and term by term; fit and trust come with their commands."""
    usual = {
        slot: {term.name: weight for term, weight in weighted}
        for slot, weighted in BY_SLOT.items()
    }
    assert usual == WEIGHTS


def test_every_weight_has_a_source() -> None:
    """Evidence, or the word opinion."""
    sources = {
        term.name: term.source for weighted in BY_SLOT.values() for term, _ in weighted
    }
    wrong = [name for name, said in sources.items() if not said.endswith(".")]
    assert wrong == []
    tested = {"warmth", "near", "bridge", "freshness", "luck"}
    tested |= {"drift", "novelty", "owe"}
    opinions = {name for name, said in sources.items() if said.startswith("Opinion")}
    assert opinions == set(sources) - tested


def test_a_term_says_all_of_its_sum() -> None:
    """Name, measure and weight, points, words and source."""
    (term,) = scored_terms("new", NEW_TERMS[:1], facts(ways=(way(),)), context())
    assert term == ScoredTerm(
        "warmth", 0.6, 6.0, 3.6, "introduced by By 7", WARMTH.source
    )


def test_a_weight_can_be_set_for_one_slot() -> None:
    """reconnect.bridge is another weight than new.bridge."""
    told = PersonFacts(person(), share=0.0)
    set_so = context(weights={"reconnect.bridge": 10.0, "new.named by": 0.5})
    (bridge,) = scored_terms("reconnect", RECONNECT_TERMS[1:], told, set_so)
    assert (bridge.weight, bridge.points) == (10.0, 10.0)
    assert scored_terms("new", NEW_TERMS[2:3], told, set_so)[0].points == 4.0


@given(
    st.sampled_from(["open", "focused"]),
    st.none() | st.integers(0, 200),
    st.none() | st.floats(0, 1),
    st.lists(st.builds(way, st.integers(2, 9), marked=st.integers(0, 1)), max_size=4),
    st.dictionaries(
        st.sampled_from([f"new.{name}" for name in WEIGHTS["new"]]),
        st.floats(-10, 10),
    ),
)
def test_points_add_up_to_the_score(
    lens: str,
    days: int | None,
    share: float | None,
    ways: list[Way],
    weights: dict[str, float],
) -> None:
    """As they are shown, to three decimals, whatever the weights."""
    told = PersonFacts(facts(days).person, ways=tuple(ways), share=share)
    scored = scored_terms("new", NEW_TERMS, told, context(lens, weights=weights))
    assert total(scored) == round(sum(term.points for term in scored), 3)
    assert all(term.points == round(term.points, 3) for term in scored)
    assert all(0 <= term.measure <= 1 for term in scored)


def test_nothing_adds_up_to_nothing() -> None:
    """No terms are no points."""
    assert total(()) == 0
