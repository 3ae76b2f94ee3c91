"""A filled database to examine, well until something is spoiled."""

from pathlib import Path

import pytest
from tests.doctor.patient import Patient


@pytest.fixture
def patient(tmp_path: Path) -> Patient:
    """Something of everything, on a machine where all is well."""
    return Patient(tmp_path)
