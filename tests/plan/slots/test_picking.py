"""What slots with a score share: drawing, ordering, saying why."""

from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import ago, facts, frame, handles, person, way

from netlog.domain.person import Person
from netlog.plan import terms
from netlog.plan.facts import Facts
from netlog.plan.result import Line
from netlog.plan.score import Term, terms_for
from netlog.plan.slots.picking import around, best_first, reasons

PEOPLE = [person(key, draw=10 * key) for key in range(2, 8)]


def asked(place: int) -> list[Person]:
    """Everybody from a place of the draw on, three at most."""
    return [one for one in PEOPLE if one.draw >= place][:3]


@pytest.mark.parametrize(
    ("start", "keys"),
    [(0, [2, 3, 4]), (25, [3, 4, 5, 2]), (61, [7, 2, 3, 4]), (99, [2, 3, 4])],
)
def test_a_draw_goes_on_from_the_beginning(start: int, keys: list[int]) -> None:
    """And nobody is drawn twice."""
    assert [one.id for one in around(asked, start)] == keys


@given(st.permutations([(2, 1.0), (3, 5.0), (4, 5.0), (5, -1.0)]))
def test_the_order_is_by_score_and_then_by_handle(
    told: Sequence[tuple[int, float]],
) -> None:
    """However they come in."""
    lines = [
        Line(person(key), "", "", terms=(Term("t", 1, score, score, "", ""),))
        for key, score in told
    ]
    expected = [f"person-{key}" for key in (3, 4, 2, 5)]
    assert handles(best_first(lines)) == expected


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            facts(62, ways=(way(name="Alisa"),)),
            "introduced by Alisa 62 days ago, never met",
        ),
        (facts(), "nobody in between yet, never met"),
        (
            Facts(person(touches=2, fresh_on=ago(1))),
            "met by chance yesterday, no coffee yet",
        ),
        (
            facts(0, ways=(way(7), way(8, name="Hal", marked=1)), share=0.1),
            (
                "introduced by Hal today, never met, named by 2 people,"
                " Hal is a client, you know few at their circle"
            ),
        ),
        (
            facts(0, ways=(way(name="Al"),), share=0.31),
            "introduced by Al today, never met",
        ),
        (
            Facts(person(last_sitdown=ago(400), touches=1, fresh_on=ago(400))),
            "met by chance 400 days ago, last sat down 28 Apr 2024, 57 weeks ago",
        ),
    ],
)
def test_a_reason_is_a_sentence(told: Facts, said: str) -> None:
    """By whom, since when, what else speaks for them; no word of luck."""
    told = told._replace(person=told.person._replace(cluster="their circle"))
    seen = frame("focused")
    assert reasons(terms_for("new", terms.NEW, told, seen), told.person, seen) == said
