"""The SQL that runs is what the statements say."""

from netlog.storage import build


def test_the_sql_in_the_file_is_the_sql_of_the_statements() -> None:
    """`python -m netlog.storage.build` would change nothing."""
    assert build.TARGET.read_text(encoding="utf-8") == build.source()


def test_building_twice_gives_the_same() -> None:
    """No order depends on chance, so that the file changes only for a reason."""
    assert build.source() == build.source()
