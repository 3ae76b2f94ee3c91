"""The SQL that runs is what the statements say."""

import ast

from netlog.storage import build


def test_the_sql_in_the_file_is_the_sql_of_the_statements() -> None:
    """`python -m netlog.storage.build` would change nothing but line breaks."""
    kept = ast.parse(build.TARGET.read_text(encoding="utf-8"))
    made = ast.parse(build.source())
    assert [ast.unparse(node) for node in kept.body] == [
        ast.unparse(node) for node in made.body
    ]


def test_building_twice_gives_the_same() -> None:
    """No order depends on chance, so that the file changes only for a reason."""
    assert build.source() == build.source()
