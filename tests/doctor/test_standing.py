"""Where people stand: everybody by sums, and the doubtful by the rule itself."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings, strategies as st
from tests.doctor.patient import Patient
from tests.storage.filled import NOW, TODAY, in_memory

from netlog.doctor import standing
from netlog.doctor.finding import Mend
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.standing import Derived
from netlog.storage.change import Change, changing
from netlog.storage.examining import Examining

PEOPLE = 3
FIRST = (
    "alisa-novak, bo-lindqvist, cleo-adeyemi, dorie-clark, emil-ostergard and 2 more."
)
OTHER = {
    "cadence": "'9m'",
    "cluster": "'x'",
    "waits_from": "'2020-01-01'",
    "last_contact": "'2020-01-01'",
    "first_sitdown": "'2020-01-01'",
    "last_sitdown": "NULL",
    "fresh_on": "'2020-01-01'",
    "attempts": "7",
    "touches": "7",
    "dropped": "1",
}


class Deed(NamedTuple):
    """A touch with some people; or, where it has no kind, an introduction to me."""

    who: list[int]
    day: int
    kind: str
    answered: bool
    state: str


deeds = st.builds(
    Deed,
    who=st.lists(st.integers(0, PEOPLE - 1), min_size=1, max_size=2, unique=True),
    day=st.integers(0, 4),
    kind=st.sampled_from(["", "coffee", "call", "event", "met"]),
    answered=st.booleans(),
    state=st.sampled_from(["offered", "made", "met", "dropped"]),
)
people = st.tuples(
    st.sampled_from(["", "1m"]),
    st.sampled_from(["", "Acmé"]),
    st.lists(st.sampled_from(["client", "peer"]), unique=True, max_size=2),
    st.lists(st.sampled_from(["Chess", "choir"]), unique=True, max_size=2),
)


def do(change: Change, deed: Deed, ids: list[int]) -> None:
    """One deed by netlog itself."""
    day = TODAY - timedelta(days=deed.day)
    who = [ids[place] for place in deed.who]
    if deed.kind:
        kind = TOUCH_KINDS[deed.kind]
        change.touches.log(who, kind, day, answered=deed.answered)
    elif len(who) > 1:
        change.introductions.introduce(who[0], 1, who[1], day, state=deed.state)


@settings(max_examples=60)
@given(
    known=st.lists(people, min_size=PEOPLE, max_size=PEOPLE),
    done=st.lists(deeds, max_size=9),
)
def test_the_sums_agree_with_the_rule(
    known: list[tuple[str, str, list[str], list[str]]], done: list[Deed]
) -> None:
    """Whatever happened, they say where netlog put everybody, or that they cannot."""
    with closing(in_memory().connection) as connection:
        book = Examining(connection, Path("none"), Path("none"))
        with changing(book.store, NOW, "much") as change:
            ids = [_taken_in(change, f"P{n}", *one) for n, one in enumerate(known)]
            for deed in done:
                do(change, deed, ids)
        doubtful = standing.suspects(book)
        assert {row.id for row in doubtful} <= _tied(done, ids)
        assert standing.misplaced(book) == []


def _taken_in(
    change: Change, name: str, every: str, org: str, kinds: list[str], tags: list[str]
) -> int:
    details = {("kind", kind): kind for kind in kinds}
    details |= {("tag", tag.lower()): tag for tag in tags}
    newcomer = Newcomer(name, TODAY, every=every, org=org, details=details)
    return change.people.add(newcomer).id


def _tied(done: list[Deed], ids: list[int]) -> set[int]:
    """Who had an attempt on a day with an answer."""
    touches = [deed for deed in done if deed.kind]
    days = {
        answered: {
            (who, deed.day)
            for deed in touches
            if deed.answered == answered
            for who in deed.who
        }
        for answered in (True, False)
    }
    return {ids[who] for who, _ in days[True] & days[False]}


@pytest.mark.parametrize("column", Derived._fields)
def test_any_other_value_is_a_fault(patient: Patient, column: str) -> None:
    """Of any derived column; the handle is named, and they can be settled anew."""
    text = f"UPDATE person SET {column} = {OTHER[column]} WHERE id = 2"  # noqa: S608 (a column of ours)
    patient.spoil(text)
    (found,) = patient.found("standing")
    assert found.sentence == (
        "1 person does not stand where touches and introductions put them: alisa-novak."
    )
    assert (found.handles, found.mends) == (("alisa-novak",), (Mend("standing", 2),))


def test_an_attempt_on_the_day_of_the_last_contact_is_judged_by_the_rule(
    patient: Patient,
) -> None:
    """Whether it came before or after, only its number says."""
    patient.spoil(
        "UPDATE touch SET day = '2022-12-01' WHERE id = 6",
        "UPDATE presence SET person_id = 8 WHERE touch_id = 6",
    )
    assert patient.said("standing") == [
        "1 person does not stand where touches and introductions put them: fay-wong."
    ]
    patient.spoil(
        "UPDATE touch SET day = '2025-03-11' WHERE id = 7",
        "UPDATE presence SET person_id = 2 WHERE touch_id = 7",
    )
    (said,) = patient.said("standing")
    assert said.endswith("introductions put them: alisa-novak, fay-wong.")


def test_very_many_are_believed_by_the_sums(
    patient: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a hundred thousand to be judged one by one."""
    monkeypatch.setattr(standing, "_JUDGED", 1)
    patient.spoil("UPDATE person SET touches = 7 WHERE id IN (2, 3, 4, 5, 6, 7, 8)")
    assert patient.said("standing") == [
        f"7 people do not stand where touches and introductions put them: {FIRST}"
    ]
