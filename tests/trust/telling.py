"""A story told undisturbed: what is held after each line."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.trust.contents import NOBODY, look
from tests.trust.driving import Driver
from tests.trust.jobs import Answer, Job, Line
from tests.trust.stories import files


class Told(NamedTuple):
    """The lines; what is held before the first and after each; copies, 1.db and on."""

    lines: Sequence[Line]
    states: Sequence[str]
    copies: Path


class NotToldError(Exception):
    """A line failed, or left a file that is not sound, though nothing disturbed it."""


def tell(driver: Driver, lines: Sequence[Line], home: Path) -> Told:
    """Tell a story from its beginning."""
    files(home)
    copies = home / "copies"
    copies.mkdir()
    succeeded(lines, driver.do(Job(home, lines, [("keep", str(copies))])))
    seen = [look(copies / f"{number}.db") for number in range(1, len(lines) + 1)]
    if wrong := [one.wrong for one in seen if one.wrong]:
        raise NotToldError(wrong)
    return Told(lines, [NOBODY, *(one.text for one in seen)], copies)


def succeeded(lines: Sequence[Line], answers: Sequence[Answer]) -> None:
    """Hold that every line was answered, and well."""
    failed = [one for one in zip(lines, answers, strict=False) if one[1].code]
    if failed or len(answers) != len(lines):
        raise NotToldError(failed or f"{len(answers)} answers of {len(lines)}")
