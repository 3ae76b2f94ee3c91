"""Schema 2: what was given and got, who is thanked for it, and guesses."""

SQL = """\
CREATE TABLE entry (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    way TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    day TEXT NOT NULL,
    cents INTEGER,
    touch_id INTEGER,
    introduction_id INTEGER,
    other_id INTEGER,
    they_called INTEGER NOT NULL,
    entered INTEGER NOT NULL,
    CHECK (way IN ('got', 'gave')),
    CHECK (kind IN ('client', 'referral', 'opener', 'interview', 'invitation',
        'tip', 'advice', 'feedback', 'support', 'insight', 'information',
        'resource', 'other')),
    CHECK (cents IS NULL OR cents >= 0),
    CHECK (touch_id IS NULL OR introduction_id IS NULL),
    CHECK (they_called IN (0, 1)),
    CHECK ((day IS NULL OR day LIKE '____-__-__')),
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(touch_id) REFERENCES touch (id),
    FOREIGN KEY(introduction_id) REFERENCES introduction (id),
    FOREIGN KEY(other_id) REFERENCES person (id)
) STRICT;
CREATE INDEX entry_day ON entry (way, day);
CREATE INDEX entry_introduction ON entry (introduction_id)
    WHERE introduction_id IS NOT NULL;
CREATE INDEX entry_other ON entry (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX entry_person ON entry (person_id, way, day);
CREATE INDEX entry_touch ON entry (touch_id) WHERE touch_id IS NOT NULL;
CREATE TABLE guess (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    touch_id INTEGER NOT NULL,
    word TEXT NOT NULL,
    CHECK (word IN ('unlikely', 'maybe', 'likely')),
    UNIQUE (touch_id),
    UNIQUE (uid),
    FOREIGN KEY(touch_id) REFERENCES touch (id)
) STRICT;
CREATE TABLE thank (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    entry_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    thanked_on TEXT,
    CHECK ((thanked_on IS NULL OR thanked_on LIKE '____-__-__')),
    UNIQUE (entry_id, person_id),
    UNIQUE (uid),
    FOREIGN KEY(entry_id) REFERENCES entry (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX thank_person ON thank (person_id);
CREATE INDEX thank_waits ON thank (person_id, entry_id) WHERE thanked_on IS NULL
"""
