"""What the harnesses share: a loaded process, a story told once, and a quick folder."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.trust import shim
from tests.trust.driving import Driver, driving
from tests.trust.judging import Case, cases
from tests.trust.stories import story
from tests.trust.telling import Told, tell

_MEMORY = Path("/dev/shm")  # noqa: S108 (a fresh folder in it is made)


@pytest.fixture(scope="session")
def driver() -> Iterator[Driver]:
    """A process that has netlog loaded."""
    with driving() as one:
        yield one


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """The same, with the shim between it and its files."""
    if not shim.compiler():
        pytest.skip("the shim needs Linux and a C compiler")
    with driving(shim.built(tmp_path_factory.mktemp("shim"))) as one:
        yield one


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: what is not about a disk is quicker so."""
    if os.access(_MEMORY, os.W_OK):
        with TemporaryDirectory(dir=_MEMORY, prefix="netlog-trust-") as folder:
            yield Path(folder)
    else:
        yield tmp_path


@pytest.fixture(scope="session")
def told(driver: Driver, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The story, told undisturbed."""
    return tell(driver, story(), tmp_path_factory.mktemp("told"))


@pytest.fixture(scope="session")
def by_line(told: Told) -> dict[str, Case]:
    """Each line of the story as a case, by its first word; the first of its kind."""
    found: dict[str, Case] = {}
    for case in cases(told):
        found.setdefault(case.line[0], case)
    return found
