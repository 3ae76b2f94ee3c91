"""Inputs made by chance: no exception escapes, none takes a second or 300 MiB."""

import pytest
from tests.trust.fuzz import INPUTS, fuzzed
from tests.trust.fuzz_subjects import FAULTS, SUBJECTS

TAKEN = 0.01


def test_every_subject_has_its_share() -> None:
    """A new one is given inputs too; all together there are 3,000."""
    assert set(INPUTS) == set(SUBJECTS)
    assert sum(INPUTS.values()) == 3_000


@pytest.mark.parametrize("subject", INPUTS)
def test_nothing_escapes(subject: str) -> None:
    """Errors of netlog's own, in time, in little memory; some inputs are taken."""
    tally = fuzzed(subject, 1, INPUTS[subject])
    assert list(tally.wrong) == []
    assert tally.inputs == INPUTS[subject]
    assert tally.reached > TAKEN * tally.inputs


@pytest.mark.parametrize(
    ("fault", "subject", "inputs", "said"),
    [
        ("deep", "config", 3, "MiB"),
        ("numbers", "lines", 600, "ValueError"),
        ("slow", "dates", 100, "takes 1."),
    ],
)
def test_a_mistake_is_found_out(
    fault: str, subject: str, inputs: int, said: str
) -> None:
    """Made on purpose: memory without bounds, an exception, a second too many."""
    assert fault in FAULTS
    assert any(said in one for one in fuzzed(subject, 1, inputs, fault).wrong)
