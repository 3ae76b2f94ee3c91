"""Schema 3: marks of who was forgotten, and what must still be cleaned of them."""

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
