"""Checks of what follows from other rows."""

import pytest
from tests.doctor.patient import Patient

from netlog.doctor import checks_derived
from netlog.doctor.finding import Mend
from netlog.domain.stable_random import draw
from netlog.domain.standing import Derived

FIRST_FIVE = (
    "alisa-novak, bo-lindqvist, cleo-adeyemi, dorie-clark, emil-ostergard and 2 more."
)
OTHER_VALUES = {
    "rhythm": "'sat 9m'",
    "cluster": "'x'",
    "known": "0",
    "connected": "0",
    "last_heard": "'2020-01-01'",
    "last_reached": "'2020-01-01'",
    "last_tried": "'2020-01-01'",
    "usual_gap": "7",
    "contact_days": "7",
    "waits_from": "'2020-01-01'",
    "last_contact": "'2020-01-01'",
    "first_sitdown": "'2020-01-01'",
    "last_sitdown": "NULL",
    "fresh_on": "'2020-01-01'",
    "open_tries": "7",
    "touches": "7",
    "dropped": "1",
}


@pytest.mark.parametrize("column", Derived._fields)
def test_any_other_derived_value_is_a_fault(patient: Patient, column: str) -> None:
    """Of any derived column; the handle is named, and they can be settled anew."""
    text = f"UPDATE person SET {column} = {OTHER_VALUES[column]} WHERE id = 2"  # noqa: S608 (a column of ours)
    patient.spoil(text)
    (found,) = patient.found("standing")
    assert found.sentence == (
        "1 person does not stand where touches and introductions put them: alisa-novak."
    )
    assert (found.handles, found.mends) == (("alisa-novak",), (Mend("standing", 2),))


def test_of_many_the_first_few_are_named(patient: Patient) -> None:
    """And how many more there are."""
    patient.spoil("UPDATE person SET touches = 7 WHERE id IN (2, 3, 4, 5, 6, 7, 8)")
    assert patient.said("standing") == [
        f"7 people do not stand where touches and introductions put them: {FIRST_FIVE}"
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE presence SET answered = 'no' WHERE touch_id = 3",
        "UPDATE presence SET answered_on = '2025-06-02' WHERE touch_id = 3",
        "UPDATE touch SET day = '2025-05-27' WHERE id = 3",
        "UPDATE touch SET inbound = 1 WHERE id = 3",
        "UPDATE detail SET value = 'peer' WHERE person_id = 3",
    ],
)
def test_what_it_follows_from_may_be_what_is_wrong(
    patient: Patient, statement: str
) -> None:
    """Bo stands where a call put him that is another now."""
    patient.spoil(statement)
    assert patient.said("standing") == [
        (
            "1 person does not stand where touches and introductions put them:"
            " bo-lindqvist."
        )
    ]


TOGETHER = (
    (
        "INSERT INTO presence (uid, touch_id, person_id, answered)"
        " VALUES ('x', 8, 4, 'yes'), ('y', 8, 1, 'yes')"
    ),
    "UPDATE touch SET day = '2025-05-26', in_person = 1 WHERE id = 8",
)


@pytest.mark.parametrize(
    ("statement", "person"),
    [
        ("UPDATE introduction SET state = 'made' WHERE id = 1", 5),
        ("UPDATE introduction SET state = 'met' WHERE id = 6", 8),
        ("UPDATE introduction SET state = 'met' WHERE state = 'dropped'", 10),
    ],
)
def test_an_introduction_in_another_state_is_a_fault(
    patient: Patient, statement: str, person: int
) -> None:
    """Met without a meeting, or not met although there was one."""
    patient.spoil(statement)
    (found,) = patient.found("introductions")
    assert found.sentence.startswith("1 introduction has another state")
    assert found.mends == (Mend("standing", person),)


def test_two_others_count_as_seen_together_with_me(patient: Patient) -> None:
    """Cleo and Gus at one table: then they have met."""
    patient.spoil(*TOGETHER)
    assert patient.said("introductions") == [
        "1 introduction has another state than the touches say: 6."
    ]
    patient.spoil("UPDATE introduction SET state = 'met' WHERE id = 6")
    assert patient.said("introductions") == []


@pytest.mark.parametrize(
    ("statement", "mend"),
    [
        (
            "UPDATE person SET folded = 'emil' WHERE id = 6",
            ("person", 6, "folded", "emil ostergard"),
        ),
        (
            "UPDATE person SET draw = 1 WHERE id = 6",
            ("person", 6, "draw", draw("emil-ostergard")),
        ),
        (
            "UPDATE detail SET folded = 'x' WHERE field = 'email'",
            ("detail", 4, "folded", "dorie@example.org"),
        ),
        (
            "UPDATE detail SET folded = 'x' WHERE value = 'choir'",
            ("detail", 3, "folded", "choir"),
        ),
        (
            "UPDATE place SET folded = 'x' WHERE id = 1",
            ("place", 1, "folded", "blue bottle"),
        ),
    ],
)
def test_a_name_searched_by_something_else_is_a_fault(
    patient: Patient, statement: str, mend: tuple[object, ...]
) -> None:
    """Nobody would be found by it."""
    patient.spoil(statement)
    (found,) = patient.found("folding")
    assert found.mends == (Mend("column", mend),)
    assert "1 name or detail is searched by" in found.sentence


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        ("DELETE FROM thank WHERE entry_id = 1", 1),
        ("INSERT INTO thank (uid, entry_id, person_id) VALUES ('x', 1, 9)", 1),
        ("INSERT INTO thank (uid, entry_id, person_id) VALUES ('x', 5, 2)", 5),
    ],
)
def test_others_than_those_on_the_path_are_a_fault(
    patient: Patient, statement: str, entry: int
) -> None:
    """Somebody missing, somebody too many, and for what was given."""
    patient.spoil(statement)
    (found,) = patient.found("thanks")
    assert found.mends == (Mend("thanks", entry),)
    assert found.sentence.endswith(f"to thank than its path: {entry}.")


def test_who_was_thanked_stays_so(patient: Patient) -> None:
    """Whether they are still on a path or not."""
    patient.spoil(
        "INSERT INTO thank (uid, entry_id, person_id, thanked_on)"
        " VALUES ('x', 1, 9, '2025-06-01')"
    )
    assert patient.said("thanks") == []


def test_in_a_giant_network_the_newest_outcomes_are_walked(
    patient: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After so many introductions it stops: an old fault is not seen then."""
    patient.spoil("DELETE FROM thank WHERE entry_id = 2")
    assert patient.said("thanks") != []
    monkeypatch.setattr(checks_derived, "_MOST_WALKED", 0)
    assert patient.said("thanks") == []


FAY = "fay-wong and fay-wong-2 have the same phone: perhaps they are one."


@pytest.mark.parametrize(
    ("statement", "pair", "what"),
    [
        (
            (
                "INSERT INTO detail VALUES"
                " (99, 'x', 2, 'email', 'D', 'dorie@example.org', 1)"
            ),
            ("alisa-novak", "dorie-clark"),
            "e-mail",
        ),
        (
            "UPDATE person SET folded = 'bo lindqvist' WHERE id = 5",
            ("bo-lindqvist", "dorie-clark"),
            "name",
        ),
    ],
)
def test_the_same_address_or_full_name_is_a_hint(
    patient: Patient, statement: str, pair: tuple[str, str], what: str
) -> None:
    """With the command that makes one of them; whoever was there first comes first."""
    patient.spoil(statement)
    one, other = pair
    found = {f.sentence: f for f in patient.found("doubles")}
    hint = found[f"{one} and {other} have the same {what}: perhaps they are one."]
    assert (hint.weight, hint.command) == ("hint", f"netlog merge {one} {other}")
    assert hint.handles == pair
    assert FAY in found


def test_one_word_is_no_full_name(patient: Patient) -> None:
    """There are many Hals."""
    patient.spoil("UPDATE person SET folded = 'hal' WHERE id = 5")
    assert patient.said("doubles") == [FAY]


def test_of_many_pairs_the_first_few_are_shown(patient: Patient) -> None:
    """And how many more there are."""
    patient.spoil("UPDATE person SET folded = 'one name' WHERE id > 1")
    said = patient.said("doubles")
    assert len(said) == 6
    assert said[-1].endswith("pairs more may be one person.")
