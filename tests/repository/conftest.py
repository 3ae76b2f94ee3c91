"""What the tests of the repository begin with."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from tests.repository.filled import in_memory

from netlog.db.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    """A new database in memory, with nobody in it."""
    with closing(in_memory()) as made:
        yield made
