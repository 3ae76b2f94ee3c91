"""Two who may be one."""

import pytest
from tests.doctor.patient import Patient

FAY = "fay-wong and fay-wong-2 have the same phone: perhaps they are one."


@pytest.mark.parametrize(
    ("statement", "pair", "what"),
    [
        (
            "INSERT INTO detail VALUES (99, 'x', 2, 'email', 'D', 'dorie@example.org')",
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


def test_of_many_the_first_few_are_shown(patient: Patient) -> None:
    """And how many more there are."""
    patient.spoil("UPDATE person SET folded = 'one name' WHERE id > 1")
    said = patient.said("doubles")
    assert len(said) == 6
    assert said[-1].endswith("pairs more may be one person.")
