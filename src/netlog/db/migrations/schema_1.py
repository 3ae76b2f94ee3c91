"""Schema 1, the first: the tables and indexes from which every step sets out."""

SQL = """\
CREATE TABLE change ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, at TEXT NOT NULL, command TEXT NOT NULL, state TEXT NOT NULL, CHECK (state
    IN ('done', 'undone', 'gone')), UNIQUE (uid) ) STRICT;
CREATE TABLE person ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, handle TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, org TEXT
    NOT NULL, role TEXT NOT NULL, city TEXT NOT NULL, note TEXT NOT NULL, birthday
    TEXT NOT NULL, every TEXT NOT NULL, known INTEGER NOT NULL, no_sell INTEGER NOT
    NULL, resting INTEGER NOT NULL, snoozed_until TEXT, woken_on TEXT, connected_on
    TEXT, starts_on TEXT NOT NULL, entered INTEGER NOT NULL, cadence TEXT NOT NULL,
    cluster TEXT NOT NULL, draw INTEGER NOT NULL, last_contact TEXT, waits_from TEXT
    NOT NULL, first_sitdown TEXT, last_sitdown TEXT, fresh_on TEXT, attempts INTEGER
    NOT NULL, touches INTEGER NOT NULL, dropped INTEGER NOT NULL, CHECK (handle <>
    '' AND name <> ''), CHECK (known IN (0, 1) AND no_sell IN (0, 1) AND resting IN
    (0, 1) AND dropped IN (0, 1)), CHECK ((snoozed_until IS NULL OR snoozed_until
    LIKE '____-__-__') AND (connected_on IS NULL OR connected_on LIKE '____-__-__')
    AND (woken_on IS NULL OR woken_on LIKE '____-__-__') AND (starts_on IS NULL OR
    starts_on LIKE '____-__-__')), CHECK ((last_contact IS NULL OR last_contact LIKE
    '____-__-__') AND (waits_from IS NULL OR waits_from LIKE '____-__-__') AND
    (first_sitdown IS NULL OR first_sitdown LIKE '____-__-__')), CHECK
    ((last_sitdown IS NULL OR last_sitdown LIKE '____-__-__') AND (fresh_on IS NULL
    OR fresh_on LIKE '____-__-__')), UNIQUE (uid), UNIQUE (handle) ) STRICT;
CREATE TABLE pin ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL,
    slot TEXT NOT NULL, period TEXT NOT NULL, place INTEGER NOT NULL, person_id
    INTEGER NOT NULL, CHECK (slot IN ('new', 'reconnect')), UNIQUE (slot, period,
    place), UNIQUE (uid) ) STRICT;
CREATE TABLE place ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, name TEXT NOT NULL, folded TEXT NOT NULL, CHECK (name <> ''), UNIQUE
    (uid), UNIQUE (folded) ) STRICT;
CREATE TABLE retired ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, handle TEXT NOT NULL, UNIQUE (uid), UNIQUE (handle) ) STRICT;
CREATE TABLE version ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, number INTEGER NOT NULL, at TEXT NOT NULL, UNIQUE (uid), UNIQUE (number) )
    STRICT;
CREATE TABLE change_row ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT
    NOT NULL, change_id INTEGER NOT NULL, tab TEXT NOT NULL, row_id INTEGER NOT
    NULL, last_id INTEGER NOT NULL, "before" TEXT, "after" TEXT, CHECK (before IS
    NOT NULL OR after IS NOT NULL), CHECK (row_id <= last_id), UNIQUE (uid), FOREIGN
    KEY(change_id) REFERENCES change (id) ) STRICT;
CREATE TABLE detail ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, person_id INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
    folded TEXT NOT NULL, CHECK (value <> ''), CHECK (field IN ('email', 'phone',
    'url', 'card', 'tag', 'kind', 'alias', 'likes', 'needs', 'offers')), UNIQUE
    (field, folded, person_id), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES
    person (id) ) STRICT;
CREATE TABLE introduction ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT
    NOT NULL, introducer_id INTEGER NOT NULL, a_id INTEGER NOT NULL, b_id INTEGER
    NOT NULL, day TEXT NOT NULL, said TEXT NOT NULL, state TEXT NOT NULL, inbound
    INTEGER NOT NULL, entered INTEGER NOT NULL, CHECK (a_id < b_id), CHECK
    (introducer_id NOT IN (a_id, b_id)), CHECK (said IN ('offered', 'made', 'met',
    'dropped')), CHECK (state IN ('offered', 'made', 'met', 'dropped')), CHECK
    (inbound IN (0, 1)), CHECK ((day IS NULL OR day LIKE '____-__-__')), UNIQUE
    (a_id, b_id, introducer_id), UNIQUE (uid), FOREIGN KEY(introducer_id) REFERENCES
    person (id), FOREIGN KEY(a_id) REFERENCES person (id), FOREIGN KEY(b_id)
    REFERENCES person (id) ) STRICT;
CREATE TABLE promise ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, person_id INTEGER NOT NULL, text TEXT NOT NULL, due TEXT NOT NULL, state
    TEXT NOT NULL, closed_on TEXT, closed INTEGER, entered INTEGER NOT NULL, CHECK
    (text <> ''), CHECK ((state = 'open') = (closed_on IS NULL)), CHECK (state IN
    ('open', 'kept', 'dropped')), CHECK ((due IS NULL OR due LIKE '____-__-__') AND
    (closed_on IS NULL OR closed_on LIKE '____-__-__')), UNIQUE (uid), FOREIGN
    KEY(person_id) REFERENCES person (id) ) STRICT;
CREATE TABLE skip ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, person_id INTEGER NOT NULL, week TEXT NOT NULL, how TEXT NOT NULL, slot
    TEXT NOT NULL, CHECK (how IN ('skip', 'swap')), UNIQUE (person_id, week, how),
    UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT;
CREATE TABLE touch ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, kind TEXT NOT NULL, day TEXT NOT NULL, place_id INTEGER, note TEXT NOT
    NULL, answered INTEGER NOT NULL, in_person INTEGER NOT NULL, sit_down INTEGER
    NOT NULL, entered INTEGER NOT NULL, CHECK (kind <> ''), CHECK (answered IN (0,
    1) AND in_person IN (0, 1) AND sit_down IN (0, 1)), CHECK ((day IS NULL OR day
    LIKE '____-__-__')), UNIQUE (uid), FOREIGN KEY(place_id) REFERENCES place (id) )
    STRICT;
CREATE TABLE presence ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT
    NULL, touch_id INTEGER NOT NULL, person_id INTEGER NOT NULL, UNIQUE (person_id,
    touch_id), UNIQUE (uid), FOREIGN KEY(touch_id) REFERENCES touch (id), FOREIGN
    KEY(person_id) REFERENCES person (id) ) STRICT;
CREATE INDEX change_state ON change (state);
CREATE INDEX person_cluster ON person (cluster, last_contact) WHERE last_contact IS
    NOT NULL;
CREATE INDEX person_dormant ON person (draw, waits_from);
CREATE INDEX person_draw ON person (known, first_sitdown, draw);
CREATE INDEX person_dropped ON person (dropped) WHERE dropped = 1;
CREATE INDEX person_first ON person (first_sitdown, known) WHERE first_sitdown IS
    NOT NULL;
CREATE INDEX person_fresh ON person (known, first_sitdown, fresh_on) WHERE fresh_on
    IS NOT NULL;
CREATE INDEX person_keep ON person (cadence, waits_from, known, first_sitdown,
    last_contact);
CREATE INDEX person_last ON person (last_sitdown) WHERE last_sitdown IS NOT NULL;
CREATE INDEX person_name ON person (folded, handle);
CREATE INDEX person_no_sell ON person (no_sell) WHERE no_sell = 1;
CREATE INDEX person_recent ON person (last_contact) WHERE last_contact IS NOT NULL;
CREATE INDEX person_resting ON person (resting) WHERE resting = 1;
CREATE INDEX person_snoozed ON person (snoozed_until) WHERE snoozed_until IS NOT
    NULL;
CREATE INDEX person_stuck ON person (attempts) WHERE attempts > 1;
CREATE INDEX pin_person ON pin (person_id, slot);
CREATE INDEX change_row_change ON change_row (change_id);
CREATE INDEX detail_person ON detail (person_id);
CREATE INDEX introduction_b ON introduction (b_id, a_id);
CREATE INDEX introduction_by ON introduction (introducer_id);
CREATE INDEX introduction_day ON introduction (day);
CREATE INDEX promise_closed ON promise (closed_on);
CREATE INDEX promise_open ON promise (due) WHERE state = 'open';
CREATE INDEX promise_person ON promise (person_id);
CREATE INDEX skip_week ON skip (week);
CREATE INDEX touch_day ON touch (day);
CREATE INDEX touch_place ON touch (place_id);
CREATE INDEX presence_touch ON presence (touch_id)
"""
