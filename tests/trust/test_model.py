"""800 commands at random: after each, netlog holds what a small model says."""

import pytest
from tests.trust.model_forgetting import Forgetting
from tests.trust.model_machine import Typing
from tests.trust.model_running import walked

COMMANDS = 800
WALKS, STEPS = 8, 90
FEWER_WALKS, FEWER_STEPS = 4, 50


def test_netlog_holds_what_the_model_says() -> None:
    """After each command every row is as it must be; all undone and redone as well.

    Some of them must be refused, and change nothing.
    """
    found = walked(Typing, WALKS, STEPS)
    assert found.wrong == ()
    assert found.commands >= COMMANDS
    assert COMMANDS // 8 < found.refused < found.commands // 2


def test_after_a_forget_the_rest_is_as_it_was() -> None:
    """Row for row; none of it can be undone, and what comes then can be."""
    found = walked(Forgetting, FEWER_WALKS, FEWER_STEPS)
    assert found.wrong == ()
    assert found.commands >= FEWER_WALKS * FEWER_STEPS // 2


@pytest.mark.parametrize("fault", ["forgetful journal", "half an undo"])
def test_a_mistake_in_the_journal_is_found(fault: str) -> None:
    """One that forgets some rows, and an undo that leaves some out."""
    assert walked(Typing, COMMANDS // FEWER_STEPS, FEWER_STEPS, fault=fault).wrong
