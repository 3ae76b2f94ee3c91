"""A backup is whole, whoever writes while it is made."""

from pathlib import Path

from tests.trust.copies import copied
from tests.trust.driving import Driver
from tests.trust.telling import Told


def test_a_backup_beside_a_writer_is_whole(
    driver: Driver, told: Told, memory: Path
) -> None:
    """Each is sound, and holds a state that there was between two commands."""
    tally = copied(driver, told, memory / "home", 2)
    assert tally.wrong == []
    assert tally.copies > 10


def test_a_plain_copy_of_the_file_is_found_out(
    driver: Driver, told: Told, memory: Path
) -> None:
    """What is copied while it is written is damaged, or never was so."""
    plain = [("fault", "plain copy")]
    assert copied(driver, told, memory / "home", 1, plain).wrong != []
