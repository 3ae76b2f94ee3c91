"""The text of tables and indexes."""

from tests.doctor.patient import Patient


def test_what_is_missing_changed_or_strange_is_a_fault(patient: Patient) -> None:
    """Each is named."""
    patient.spoil(
        "DROP INDEX touch_day",
        "CREATE TABLE other (x)",
        "UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'place'",
    )
    assert patient.said("schema") == [
        "In the tables something is missing: touch_day.",
        "In the tables something is not as netlog makes it: place.",
        "In the tables something is not netlog's: other.",
    ]
