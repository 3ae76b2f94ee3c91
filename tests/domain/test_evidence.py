"""Somebody new, and how they came in."""

from datetime import date

import pytest

from netlog.domain.evidence import Arrival
from netlog.domain.kinds import SOURCES

DAY = date(2025, 6, 1)


@pytest.mark.parametrize("source", SOURCES)
def test_whoever_was_not_typed_in_came_by_a_file(source: str) -> None:
    """An address book, LinkedIn or a list."""
    arrival = Arrival(2, None, DAY, source, None)
    assert arrival.imported is (source != "typed")
