"""Schema 3: marks of who was forgotten, what must still be cleaned, days that are."""

import re

SQL = """\
CREATE TABLE forgetting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    salt TEXT NOT NULL,
    UNIQUE (uid)
) STRICT;
CREATE TABLE scrub (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    what TEXT NOT NULL,
    UNIQUE (uid)
) STRICT;
CREATE TABLE mark (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    forgetting_id INTEGER NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (uid),
    FOREIGN KEY(forgetting_id) REFERENCES forgetting (id),
    UNIQUE (hash)
) STRICT;
CREATE INDEX mark_forgetting ON mark (forgetting_id)
"""
_LIKE_A_DAY = re.compile(r"\((\w+) IS NULL OR \1 LIKE '____-__-__'\)")


def with_days(text: str) -> str:
    """The text of a table that keeps 30 February out, from one that did not."""
    return _LIKE_A_DAY.sub(r"date(\1, '+0 days') IS \1", text)


REBUILT = dict.fromkeys(
    ("person", "introduction", "promise", "touch", "entry", "thank"), with_days
)
"""Tables that are laid out anew, and what makes their text of the one they had."""
