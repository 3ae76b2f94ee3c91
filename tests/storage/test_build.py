"""What the builder refuses to write down."""

import pytest
from sqlmodel import col, select

from netlog.storage.build import UnnamedParameterError, compiled
from netlog.storage.tables.people import Person


def test_a_value_in_a_statement_must_be_named() -> None:
    """Else it would stand in the file as a parameter to which nobody gives a value."""
    unnamed = select(Person.id).where(col(Person.handle) == "ann-marker")
    with pytest.raises(UnnamedParameterError, match=r"HERS: .*handle.* has no name"):
        compiled("HERS", unnamed)
