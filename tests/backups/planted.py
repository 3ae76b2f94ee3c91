"""What somebody may plant in a file so that netlog runs it or is lied to."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

TRIGGER = (
    "CREATE TRIGGER planted AFTER INSERT ON touch"
    " BEGIN DELETE FROM promise; UPDATE person SET note = 'ran'; END"
)
HIDE = """
PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET name = 'sqlite_stat1', type = 'table' WHERE name = 'planted'
"""
SAMPLES = (
    """
ANALYZE; CREATE TABLE planted(tbl,idx,neq,nlt,ndlt,sample); PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET name = 'sqlite_stat4', tbl_name = 'sqlite_stat4',
    sql = 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'
WHERE name = 'planted'
""",
    """
INSERT INTO sqlite_stat1 VALUES ('person', 'person_folded', '{word} 1');
INSERT INTO sqlite_stat4 VALUES ('person', 'x', '1', '1', '1', CAST('{word}' AS BLOB));
INSERT INTO sqlite_sequence VALUES ('{word}', 1), ('person', '{word}')
""",
)
"""What makes SQLite's own tables, and then has a word in each of them."""
_ENDLESS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    " SELECT * FROM real_{table} WHERE (SELECT max(x) FROM n) > 0"
)
_VIEW = "ALTER TABLE {table} RENAME TO real_{table}; CREATE VIEW {table} AS " + _ENDLESS
PLANTED: Mapping[str, tuple[str, str]] = {
    "a trigger": (TRIGGER, "trigger planted"),
    "a view": ("CREATE VIEW planted AS SELECT * FROM person", "view planted"),
    "an index": ("CREATE INDEX planted ON touch (note)", "index planted"),
    "a table": ("CREATE TABLE planted (x)", "table planted"),
    "an index that is gone": ("DROP INDEX touch_day", "no index touch_day"),
    "a generated column": (
        "ALTER TABLE place ADD COLUMN planted TEXT AS (upper(name))",
        "table place",
    ),
    "other columns": (
        "DROP TABLE pin; CREATE TABLE pin (id INTEGER PRIMARY KEY, planted TEXT)",
        "table pin",
    ),
    "a view for a table": (_VIEW.format(table="person"), "view person"),
    "a view for the version": (_VIEW.format(table="version"), "view version"),
}
"""Each by its name: the statements that plant it, and how it is named."""


def plant(path: Path, name: str) -> None:
    """Plant something in a file."""
    run(path, PLANTED[name][0])


def run(path: Path, script: str) -> None:
    """Run statements on a file behind netlog's back."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA legacy_alter_table=ON")
        file.executescript(script)
        file.commit()


def rehash(copy: Path) -> None:
    """Have the manifest of a copy say what its bytes are now."""
    manifest, data = copy.with_suffix(".json"), copy.read_bytes()
    said = json.loads(manifest.read_text("utf-8"))
    said |= {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    manifest.write_text(json.dumps(said), encoding="utf-8")


def plant_samples(path: Path, word: str) -> None:
    """Have a word in each of SQLite's own tables, which netlog lets be."""
    for script in SAMPLES:
        run(path, script.format(word=word))
