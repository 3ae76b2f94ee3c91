"""Letting a machine run for so many walks, with chance that can be had again."""

from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.trust.model_machine import Typing

_SHORTEN = (Phase.generate, Phase.shrink)


class Walked(NamedTuple):
    """How many commands were typed, how many of them refused, and what was wrong."""

    commands: int
    refused: int
    wrong: tuple[str, ...]


def walked(
    kind: type[Typing],
    walks: int,
    steps: int,
    *,
    chance: int = 1,
    fault: str = "",
) -> Walked:
    """Walks of so many steps; what is wrong is told with the shortest that shows it."""
    machine: Any = type(kind.__name__, (kind,), {"fault": fault, "commands": 0})
    machine.refused = 0
    how = settings(
        max_examples=walks,
        stateful_step_count=steps,
        phases=(Phase.generate,) if fault else _SHORTEN,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    wrong: tuple[str, ...] = ()
    try:
        run_state_machine_as_test(seed(chance)(machine), settings=how)
    except AssertionError as error:
        steps_there = getattr(error, "__notes__", [])
        wrong = ("\n".join((str(error), *steps_there)),)
    return Walked(machine.commands, machine.refused, wrong)
