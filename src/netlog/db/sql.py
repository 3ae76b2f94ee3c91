"""The SQL that runs, compiled from tables and questions: do not edit.

Made by `python -m netlog.db.build`; a test keeps it current.
"""

from typing import TYPE_CHECKING, Any

from netlog.db.store import Statement, Store, TableSQL

made = tuple.__new__  # as a statement is made, a hundred times
if TYPE_CHECKING:
    from datetime import date, datetime
    from netlog.db.records import ChangeRow, Forgetting, Guess, Mark, Place, Retired, Scrub
    from netlog.domain.acquaintance import Acquaintance, Hand, Office
    from netlog.domain.evidence import Arrival, Exchanged, FirstCoffee, FirstMeeting, Guessed, Hosted, Outcome, Pick, Referral, Thanked, Tried
    from netlog.domain.introduction import Introduced, Introducer, Introduction, IntroductionNamed, IntroductionState, Link, Way
    from netlog.domain.journal import Change, ChangeCounted, Numbered
    from netlog.domain.ledger import Entry, EntryOf, Thank, ToThank
    from netlog.domain.person import AlikePair, Detail, Found, Named, Person, Sat, Standing
    from netlog.domain.pins import Pin, Skip
    from netlog.domain.promise import Promise, PromisePast
    from netlog.domain.standing import PersonState, TouchSums
    from netlog.domain.touch import Met, Sent, Touch, TouchAt

SCHEMA = (
    "CREATE TABLE change ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, at TEXT NOT NULL, command TEXT NOT NULL, state TEXT NOT NULL, CHECK (state IN ('done', 'undone', 'gone')), UNIQUE (uid) ) STRICT",
    'CREATE INDEX change_state ON change (state)',
    'CREATE TABLE forgetting ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, salt TEXT NOT NULL, UNIQUE (uid) ) STRICT',
    "CREATE TABLE person ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, org TEXT NOT NULL, role TEXT NOT NULL, city TEXT NOT NULL, note TEXT NOT NULL, birthday TEXT NOT NULL, every TEXT NOT NULL, known INTEGER NOT NULL, no_sell INTEGER NOT NULL, resting INTEGER NOT NULL, snoozed_until TEXT, woken_on TEXT, connected_on TEXT, starts_on TEXT NOT NULL, entered INTEGER NOT NULL, cadence TEXT NOT NULL, cluster TEXT NOT NULL, draw INTEGER NOT NULL, last_contact TEXT, waits_from TEXT NOT NULL, first_sitdown TEXT, last_sitdown TEXT, fresh_on TEXT, attempts INTEGER NOT NULL, touches INTEGER NOT NULL, dropped INTEGER NOT NULL, CHECK (handle <> '' AND name <> ''), CHECK (known IN (0, 1) AND no_sell IN (0, 1) AND resting IN (0, 1) AND dropped IN (0, 1)), CHECK (date(snoozed_until, '+0 days') IS snoozed_until AND date(connected_on, '+0 days') IS connected_on AND date(woken_on, '+0 days') IS woken_on AND date(starts_on, '+0 days') IS starts_on), CHECK (date(last_contact, '+0 days') IS last_contact AND date(waits_from, '+0 days') IS waits_from AND date(first_sitdown, '+0 days') IS first_sitdown), CHECK (date(last_sitdown, '+0 days') IS last_sitdown AND date(fresh_on, '+0 days') IS fresh_on), UNIQUE (uid), UNIQUE (handle) ) STRICT",
    'CREATE INDEX person_cluster ON person (cluster, last_contact) WHERE last_contact IS NOT NULL',
    'CREATE INDEX person_dormant ON person (draw, waits_from)',
    'CREATE INDEX person_draw ON person (known, first_sitdown, draw)',
    'CREATE INDEX person_dropped ON person (dropped) WHERE dropped = 1',
    'CREATE INDEX person_first ON person (first_sitdown, known) WHERE first_sitdown IS NOT NULL',
    'CREATE INDEX person_fresh ON person (known, first_sitdown, fresh_on) WHERE fresh_on IS NOT NULL',
    'CREATE INDEX person_keep ON person (cadence, waits_from, known, first_sitdown, last_contact)',
    'CREATE INDEX person_last ON person (last_sitdown) WHERE last_sitdown IS NOT NULL',
    'CREATE INDEX person_name ON person (folded, handle)',
    'CREATE INDEX person_no_sell ON person (no_sell) WHERE no_sell = 1',
    'CREATE INDEX person_recent ON person (last_contact) WHERE last_contact IS NOT NULL',
    'CREATE INDEX person_resting ON person (resting) WHERE resting = 1',
    'CREATE INDEX person_snoozed ON person (snoozed_until) WHERE snoozed_until IS NOT NULL',
    'CREATE INDEX person_stuck ON person (attempts) WHERE attempts > 1',
    "CREATE TABLE pin ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, slot TEXT NOT NULL, period TEXT NOT NULL, place INTEGER NOT NULL, person_id INTEGER NOT NULL, CHECK (slot IN ('new', 'reconnect')), UNIQUE (slot, period, place), UNIQUE (uid) ) STRICT",
    'CREATE INDEX pin_person ON pin (person_id, slot)',
    "CREATE TABLE place ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, CHECK (name <> ''), UNIQUE (uid), UNIQUE (folded) ) STRICT",
    'CREATE TABLE retired ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, handle TEXT NOT NULL, UNIQUE (uid), UNIQUE (handle) ) STRICT',
    'CREATE TABLE scrub ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, what TEXT NOT NULL, UNIQUE (uid) ) STRICT',
    'CREATE TABLE version ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, UNIQUE (uid), UNIQUE (number) ) STRICT',
    'CREATE TABLE change_row ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, change_id INTEGER NOT NULL, tab TEXT NOT NULL, row_id INTEGER NOT NULL, last_id INTEGER NOT NULL, "before" TEXT, "after" TEXT, CHECK (before IS NOT NULL OR after IS NOT NULL), CHECK (row_id <= last_id), UNIQUE (uid), FOREIGN KEY(change_id) REFERENCES change (id) ) STRICT',
    'CREATE INDEX change_row_change ON change_row (change_id)',
    "CREATE TABLE detail ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL, CHECK (value <> ''), CHECK (field IN ('email', 'phone', 'url', 'card', 'tag', 'kind', 'alias', 'likes', 'needs', 'offers')), UNIQUE (field, folded, person_id), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX detail_person ON detail (person_id)',
    "CREATE TABLE introduction ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, introducer_id INTEGER NOT NULL, a_id INTEGER NOT NULL, b_id INTEGER NOT NULL, day TEXT NOT NULL, said TEXT NOT NULL, state TEXT NOT NULL, inbound INTEGER NOT NULL, entered INTEGER NOT NULL, CHECK (a_id < b_id), CHECK (introducer_id NOT IN (a_id, b_id)), CHECK (said IN ('offered', 'made', 'met', 'dropped')), CHECK (state IN ('offered', 'made', 'met', 'dropped')), CHECK (inbound IN (0, 1)), CHECK (date(day, '+0 days') IS day), UNIQUE (a_id, b_id, introducer_id), UNIQUE (uid), FOREIGN KEY(introducer_id) REFERENCES person (id), FOREIGN KEY(a_id) REFERENCES person (id), FOREIGN KEY(b_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX introduction_b ON introduction (b_id, a_id)',
    'CREATE INDEX introduction_by ON introduction (introducer_id)',
    'CREATE INDEX introduction_day ON introduction (day)',
    'CREATE TABLE mark ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, forgetting_id INTEGER NOT NULL, hash TEXT NOT NULL, UNIQUE (uid), FOREIGN KEY(forgetting_id) REFERENCES forgetting (id), UNIQUE (hash) ) STRICT',
    'CREATE INDEX mark_forgetting ON mark (forgetting_id)',
    "CREATE TABLE promise ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, text TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, closed_on TEXT, closed INTEGER, entered INTEGER NOT NULL, CHECK (text <> ''), CHECK ((state = 'open') = (closed_on IS NULL)), CHECK (state IN ('open', 'kept', 'dropped')), CHECK (date(due, '+0 days') IS due AND date(closed_on, '+0 days') IS closed_on), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX promise_closed ON promise (closed_on)',
    "CREATE INDEX promise_open ON promise (due) WHERE state = 'open'",
    'CREATE INDEX promise_person ON promise (person_id)',
    "CREATE TABLE skip ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, week TEXT NOT NULL, how TEXT NOT NULL, slot TEXT NOT NULL, CHECK (how IN ('skip', 'swap')), UNIQUE (person_id, week, how), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX skip_week ON skip (week)',
    "CREATE TABLE touch ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, place_id INTEGER, note TEXT NOT NULL, answered INTEGER NOT NULL, in_person INTEGER NOT NULL, sit_down INTEGER NOT NULL, entered INTEGER NOT NULL, CHECK (kind <> ''), CHECK (answered IN (0, 1) AND in_person IN (0, 1) AND sit_down IN (0, 1)), CHECK (date(day, '+0 days') IS day), UNIQUE (uid), FOREIGN KEY(place_id) REFERENCES place (id) ) STRICT",
    'CREATE INDEX touch_day ON touch (day)',
    'CREATE INDEX touch_place ON touch (place_id)',
    "CREATE TABLE entry ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, way TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, day TEXT NOT NULL, cents INTEGER, touch_id INTEGER, introduction_id INTEGER, other_id INTEGER, they_called INTEGER NOT NULL, entered INTEGER NOT NULL, CHECK (way IN ('got', 'gave')), CHECK (kind IN ('client', 'referral', 'opener', 'interview', 'invitation', 'tip', 'advice', 'feedback', 'support', 'insight', 'information', 'resource', 'other')), CHECK (cents IS NULL OR cents >= 0), CHECK (touch_id IS NULL OR introduction_id IS NULL), CHECK (they_called IN (0, 1)), CHECK (date(day, '+0 days') IS day), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id), FOREIGN KEY(touch_id) REFERENCES touch (id), FOREIGN KEY(introduction_id) REFERENCES introduction (id), FOREIGN KEY(other_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX entry_day ON entry (way, day)',
    'CREATE INDEX entry_introduction ON entry (introduction_id) WHERE introduction_id IS NOT NULL',
    'CREATE INDEX entry_other ON entry (other_id) WHERE other_id IS NOT NULL',
    'CREATE INDEX entry_person ON entry (person_id, way, day)',
    'CREATE INDEX entry_touch ON entry (touch_id) WHERE touch_id IS NOT NULL',
    "CREATE TABLE guess ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, touch_id INTEGER NOT NULL, word TEXT NOT NULL, CHECK (word IN ('unlikely', 'maybe', 'likely')), UNIQUE (touch_id), UNIQUE (uid), FOREIGN KEY(touch_id) REFERENCES touch (id) ) STRICT",
    'CREATE TABLE presence ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, touch_id INTEGER NOT NULL, person_id INTEGER NOT NULL, UNIQUE (person_id, touch_id), UNIQUE (uid), FOREIGN KEY(touch_id) REFERENCES touch (id), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT',
    'CREATE INDEX presence_touch ON presence (touch_id)',
    "CREATE TABLE thank ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, entry_id INTEGER NOT NULL, person_id INTEGER NOT NULL, thanked_on TEXT, CHECK (date(thanked_on, '+0 days') IS thanked_on), UNIQUE (entry_id, person_id), UNIQUE (uid), FOREIGN KEY(entry_id) REFERENCES entry (id), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX thank_person ON thank (person_id)',
    'CREATE INDEX thank_waits ON thank (person_id, entry_id) WHERE thanked_on IS NULL',
)

TABLES = {
    "change": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('at', 'moment'), ('command', 'text'), ('state', 'text')),
        'INSERT INTO change (id, uid, at, command, state) VALUES (:id, :uid, :at, :command, :state) RETURNING id',
        'UPDATE change SET uid=:uid, at=:at, command=:command, state=:state WHERE change.id = :id',
        'DELETE FROM change WHERE change.id = :id',
        'SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.id = :id',
        {},
        (('uid',),),
    ),
    "forgetting": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('salt', 'text')),
        'INSERT INTO forgetting (id, uid, salt) VALUES (:id, :uid, :salt) RETURNING id',
        'UPDATE forgetting SET uid=:uid, salt=:salt WHERE forgetting.id = :id',
        'DELETE FROM forgetting WHERE forgetting.id = :id',
        'SELECT forgetting.id, forgetting.uid, forgetting.salt FROM forgetting WHERE forgetting.id = :id',
        {},
        (('uid',),),
    ),
    "person": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
        'INSERT INTO person (id, uid, handle, name, folded, org, role, city, note, birthday, every, known, no_sell, resting, snoozed_until, woken_on, connected_on, starts_on, entered, cadence, cluster, draw, last_contact, waits_from, first_sitdown, last_sitdown, fresh_on, attempts, touches, dropped) VALUES (:id, :uid, :handle, :name, :folded, :org, :role, :city, :note, :birthday, :every, :known, :no_sell, :resting, :snoozed_until, :woken_on, :connected_on, :starts_on, :entered, :cadence, :cluster, :draw, :last_contact, :waits_from, :first_sitdown, :last_sitdown, :fresh_on, :attempts, :touches, :dropped) RETURNING id',
        'UPDATE person SET uid=:uid, handle=:handle, name=:name, folded=:folded, org=:org, role=:role, city=:city, note=:note, birthday=:birthday, every=:every, known=:known, no_sell=:no_sell, resting=:resting, snoozed_until=:snoozed_until, woken_on=:woken_on, connected_on=:connected_on, starts_on=:starts_on, entered=:entered, cadence=:cadence, cluster=:cluster, draw=:draw, last_contact=:last_contact, waits_from=:waits_from, first_sitdown=:first_sitdown, last_sitdown=:last_sitdown, fresh_on=:fresh_on, attempts=:attempts, touches=:touches, dropped=:dropped WHERE person.id = :id',
        'DELETE FROM person WHERE person.id = :id',
        'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.id = :id',
        {},
        (('handle',), ('uid',)),
    ),
    "pin": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('slot', 'text'), ('period', 'text'), ('place', 'whole'), ('person_id', 'whole')),
        'INSERT INTO pin (id, uid, slot, period, place, person_id) VALUES (:id, :uid, :slot, :period, :place, :person_id) RETURNING id',
        'UPDATE pin SET uid=:uid, slot=:slot, period=:period, place=:place, person_id=:person_id WHERE pin.id = :id',
        'DELETE FROM pin WHERE pin.id = :id',
        'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.person_id FROM pin WHERE pin.id = :id',
        {'person_id': 'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.person_id FROM pin WHERE pin.person_id = :id ORDER BY pin.id'},
        (('slot', 'period', 'place'), ('uid',)),
    ),
    "place": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('name', 'text'), ('folded', 'text')),
        'INSERT INTO place (id, uid, name, folded) VALUES (:id, :uid, :name, :folded) RETURNING id',
        'UPDATE place SET uid=:uid, name=:name, folded=:folded WHERE place.id = :id',
        'DELETE FROM place WHERE place.id = :id',
        'SELECT place.id, place.uid, place.name, place.folded FROM place WHERE place.id = :id',
        {},
        (('folded',), ('uid',)),
    ),
    "retired": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('handle', 'text')),
        'INSERT INTO retired (id, uid, handle) VALUES (:id, :uid, :handle) RETURNING id',
        'UPDATE retired SET uid=:uid, handle=:handle WHERE retired.id = :id',
        'DELETE FROM retired WHERE retired.id = :id',
        'SELECT retired.id, retired.uid, retired.handle FROM retired WHERE retired.id = :id',
        {},
        (('handle',), ('uid',)),
    ),
    "scrub": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('what', 'text')),
        'INSERT INTO scrub (id, uid, what) VALUES (:id, :uid, :what) RETURNING id',
        'UPDATE scrub SET uid=:uid, what=:what WHERE scrub.id = :id',
        'DELETE FROM scrub WHERE scrub.id = :id',
        'SELECT scrub.id, scrub.uid, scrub.what FROM scrub WHERE scrub.id = :id',
        {},
        (('uid',),),
    ),
    "version": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('number', 'whole'), ('at', 'moment')),
        'INSERT INTO version (id, uid, number, at) VALUES (:id, :uid, :number, :at) RETURNING id',
        'UPDATE version SET uid=:uid, number=:number, at=:at WHERE version.id = :id',
        'DELETE FROM version WHERE version.id = :id',
        'SELECT version.id, version.uid, version.number, version.at FROM version WHERE version.id = :id',
        {},
        (('number',), ('uid',)),
    ),
    "change_row": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('change_id', 'whole'), ('tab', 'text'), ('row_id', 'whole'), ('last_id', 'whole'), ('before', 'text'), ('after', 'text')),
        'INSERT INTO change_row (id, uid, change_id, tab, row_id, last_id, "before", "after") VALUES (:id, :uid, :change_id, :tab, :row_id, :last_id, :before, :after) RETURNING id',
        'UPDATE change_row SET uid=:uid, change_id=:change_id, tab=:tab, row_id=:row_id, last_id=:last_id, "before"=:before, "after"=:after WHERE change_row.id = :id',
        'DELETE FROM change_row WHERE change_row.id = :id',
        'SELECT change_row.id, change_row.uid, change_row.change_id, change_row.tab, change_row.row_id, change_row.last_id, change_row."before", change_row."after" FROM change_row WHERE change_row.id = :id',
        {'change_id': 'SELECT change_row.id, change_row.uid, change_row.change_id, change_row.tab, change_row.row_id, change_row.last_id, change_row."before", change_row."after" FROM change_row WHERE change_row.change_id = :id ORDER BY change_row.id'},
        (('uid',),),
    ),
    "detail": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('field', 'text'), ('value', 'text'), ('folded', 'text')),
        'INSERT INTO detail (id, uid, person_id, field, value, folded) VALUES (:id, :uid, :person_id, :field, :value, :folded) RETURNING id',
        'UPDATE detail SET uid=:uid, person_id=:person_id, field=:field, value=:value, folded=:folded WHERE detail.id = :id',
        'DELETE FROM detail WHERE detail.id = :id',
        'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded FROM detail WHERE detail.id = :id',
        {'person_id': 'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded FROM detail WHERE detail.person_id = :id ORDER BY detail.id'},
        (('field', 'folded', 'person_id'), ('uid',)),
    ),
    "introduction": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('introducer_id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text'), ('inbound', 'flag'), ('entered', 'whole')),
        'INSERT INTO introduction (id, uid, introducer_id, a_id, b_id, day, said, state, inbound, entered) VALUES (:id, :uid, :introducer_id, :a_id, :b_id, :day, :said, :state, :inbound, :entered) RETURNING id',
        'UPDATE introduction SET uid=:uid, introducer_id=:introducer_id, a_id=:a_id, b_id=:b_id, day=:day, said=:said, state=:state, inbound=:inbound, entered=:entered WHERE introduction.id = :id',
        'DELETE FROM introduction WHERE introduction.id = :id',
        'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.id = :id',
        {'introducer_id': 'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.introducer_id = :id ORDER BY introduction.id', 'a_id': 'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.a_id = :id ORDER BY introduction.id', 'b_id': 'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.b_id = :id ORDER BY introduction.id'},
        (('a_id', 'b_id', 'introducer_id'), ('uid',)),
    ),
    "mark": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('forgetting_id', 'whole'), ('hash', 'text')),
        'INSERT INTO mark (id, uid, forgetting_id, hash) VALUES (:id, :uid, :forgetting_id, :hash) RETURNING id',
        'UPDATE mark SET uid=:uid, forgetting_id=:forgetting_id, hash=:hash WHERE mark.id = :id',
        'DELETE FROM mark WHERE mark.id = :id',
        'SELECT mark.id, mark.uid, mark.forgetting_id, mark.hash FROM mark WHERE mark.id = :id',
        {'forgetting_id': 'SELECT mark.id, mark.uid, mark.forgetting_id, mark.hash FROM mark WHERE mark.forgetting_id = :id ORDER BY mark.id'},
        (('hash',), ('uid',)),
    ),
    "promise": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('text', 'text'), ('due', 'day'), ('state', 'text'), ('closed_on', 'day'), ('closed', 'whole'), ('entered', 'whole')),
        'INSERT INTO promise (id, uid, person_id, text, due, state, closed_on, closed, entered) VALUES (:id, :uid, :person_id, :text, :due, :state, :closed_on, :closed, :entered) RETURNING id',
        'UPDATE promise SET uid=:uid, person_id=:person_id, text=:text, due=:due, state=:state, closed_on=:closed_on, closed=:closed, entered=:entered WHERE promise.id = :id',
        'DELETE FROM promise WHERE promise.id = :id',
        'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.id = :id',
        {'person_id': 'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.person_id = :id ORDER BY promise.id'},
        (('uid',),),
    ),
    "skip": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('week', 'text'), ('how', 'text'), ('slot', 'text')),
        'INSERT INTO skip (id, uid, person_id, week, how, slot) VALUES (:id, :uid, :person_id, :week, :how, :slot) RETURNING id',
        'UPDATE skip SET uid=:uid, person_id=:person_id, week=:week, how=:how, slot=:slot WHERE skip.id = :id',
        'DELETE FROM skip WHERE skip.id = :id',
        'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.id = :id',
        {'person_id': 'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.person_id = :id ORDER BY skip.id'},
        (('person_id', 'week', 'how'), ('uid',)),
    ),
    "touch": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('kind', 'text'), ('day', 'day'), ('place_id', 'whole'), ('note', 'text'), ('answered', 'flag'), ('in_person', 'flag'), ('sit_down', 'flag'), ('entered', 'whole')),
        'INSERT INTO touch (id, uid, kind, day, place_id, note, answered, in_person, sit_down, entered) VALUES (:id, :uid, :kind, :day, :place_id, :note, :answered, :in_person, :sit_down, :entered) RETURNING id',
        'UPDATE touch SET uid=:uid, kind=:kind, day=:day, place_id=:place_id, note=:note, answered=:answered, in_person=:in_person, sit_down=:sit_down, entered=:entered WHERE touch.id = :id',
        'DELETE FROM touch WHERE touch.id = :id',
        'SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered FROM touch WHERE touch.id = :id',
        {'place_id': 'SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered FROM touch WHERE touch.place_id = :id ORDER BY touch.id'},
        (('uid',),),
    ),
    "entry": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
        'INSERT INTO entry (id, uid, person_id, way, kind, text, day, cents, touch_id, introduction_id, other_id, they_called, entered) VALUES (:id, :uid, :person_id, :way, :kind, :text, :day, :cents, :touch_id, :introduction_id, :other_id, :they_called, :entered) RETURNING id',
        'UPDATE entry SET uid=:uid, person_id=:person_id, way=:way, kind=:kind, text=:text, day=:day, cents=:cents, touch_id=:touch_id, introduction_id=:introduction_id, other_id=:other_id, they_called=:they_called, entered=:entered WHERE entry.id = :id',
        'DELETE FROM entry WHERE entry.id = :id',
        'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.id = :id',
        {'person_id': 'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.person_id = :id ORDER BY entry.id', 'touch_id': 'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.touch_id = :id ORDER BY entry.id', 'introduction_id': 'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.introduction_id = :id ORDER BY entry.id', 'other_id': 'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.other_id = :id ORDER BY entry.id'},
        (('uid',),),
    ),
    "guess": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('word', 'text')),
        'INSERT INTO guess (id, uid, touch_id, word) VALUES (:id, :uid, :touch_id, :word) RETURNING id',
        'UPDATE guess SET uid=:uid, touch_id=:touch_id, word=:word WHERE guess.id = :id',
        'DELETE FROM guess WHERE guess.id = :id',
        'SELECT guess.id, guess.uid, guess.touch_id, guess.word FROM guess WHERE guess.id = :id',
        {'touch_id': 'SELECT guess.id, guess.uid, guess.touch_id, guess.word FROM guess WHERE guess.touch_id = :id ORDER BY guess.id'},
        (('touch_id',), ('uid',)),
    ),
    "presence": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('person_id', 'whole')),
        'INSERT INTO presence (id, uid, touch_id, person_id) VALUES (:id, :uid, :touch_id, :person_id) RETURNING id',
        'UPDATE presence SET uid=:uid, touch_id=:touch_id, person_id=:person_id WHERE presence.id = :id',
        'DELETE FROM presence WHERE presence.id = :id',
        'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id FROM presence WHERE presence.id = :id',
        {'touch_id': 'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id FROM presence WHERE presence.touch_id = :id ORDER BY presence.id', 'person_id': 'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id FROM presence WHERE presence.person_id = :id ORDER BY presence.id'},
        (('person_id', 'touch_id'), ('uid',)),
    ),
    "thank": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('entry_id', 'whole'), ('person_id', 'whole'), ('thanked_on', 'day')),
        'INSERT INTO thank (id, uid, entry_id, person_id, thanked_on) VALUES (:id, :uid, :entry_id, :person_id, :thanked_on) RETURNING id',
        'UPDATE thank SET uid=:uid, entry_id=:entry_id, person_id=:person_id, thanked_on=:thanked_on WHERE thank.id = :id',
        'DELETE FROM thank WHERE thank.id = :id',
        'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.id = :id',
        {'entry_id': 'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.entry_id = :id ORDER BY thank.id', 'person_id': 'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.person_id = :id ORDER BY thank.id'},
        (('entry_id', 'person_id'), ('uid',)),
    ),
}

POLICIES: dict[str, tuple[tuple[Any, ...], tuple[tuple[str, tuple[Any, ...]], ...]]] = {
    "change": ((), (('id', ('key',)), ('uid', ('uid',)), ('at', ('fact',)), ('command', ('text',)), ('state', ('fact', 'done')))),
    "forgetting": ((True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('salt', ('secret',)))),
    "person": ((), (('id', ('key',)), ('uid', ('uid', 'uid', '', '', '', (), False, True)), ('handle', ('identifier', 'handle')), ('name', ('identifier', 'name')), ('folded', ('follows',)), ('org', ('text', '', '', '', '', (), False, True)), ('role', ('text', '', '', '', '', (), False, True)), ('city', ('text', '', '', '', '', (), False, True)), ('note', ('text', '', '', '', '', (), True, True)), ('birthday', ('fact', 'birthday', '', '', '', (), False, True)), ('every', ('fact', 'span')), ('known', ('fact',)), ('no_sell', ('fact',)), ('resting', ('fact',)), ('snoozed_until', ('fact', 'near day')), ('woken_on', ('fact', 'near day')), ('connected_on', ('fact',)), ('starts_on', ('fact', 'near day')), ('entered', ('change',)), ('cadence', ('derived', 'span')), ('cluster', ('derived',)), ('draw', ('follows',)), ('last_contact', ('derived', 'near day')), ('waits_from', ('derived', 'near day')), ('first_sitdown', ('derived', 'near day')), ('last_sitdown', ('derived', 'near day')), ('fresh_on', ('derived', 'near day')), ('attempts', ('derived',)), ('touches', ('derived',)), ('dropped', ('derived',)))),
    "pin": ((True, False), (('id', ('key',)), ('uid', ('uid',)), ('slot', ('fact',)), ('period', ('fact', 'period')), ('place', ('fact',)), ('person_id', ('reference', '', 'person', 'keep', 'join')))),
    "place": ((), (('id', ('key',)), ('uid', ('uid',)), ('name', ('text',)), ('folded', ('follows',)))),
    "retired": ((), (('id', ('key',)), ('uid', ('uid',)), ('handle', ('identifier', 'handle')))),
    "scrub": ((False, False, True), (('id', ('key',)), ('uid', ('uid',)), ('what', ('secret',)))),
    "version": ((False, False), (('id', ('key',)), ('uid', ('uid',)), ('number', ('fact',)), ('at', ('fact',)))),
    "change_row": ((False, False), (('id', ('key',)), ('uid', ('uid',)), ('change_id', ('reference', '', 'change', 'keep', 'keep')), ('tab', ('fact',)), ('row_id', ('fact',)), ('last_id', ('fact',)), ('before', ('secret',)), ('after', ('secret',)))),
    "detail": ((), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('field', ('fact',)), ('value', ('text', '', '', '', '', (('field', ('tag', 'likes', 'needs', 'offers')),))), ('folded', ('follows',)))),
    "introduction": ((), (('id', ('key',)), ('uid', ('uid',)), ('introducer_id', ('reference', '', 'person', 'delete', 'join')), ('a_id', ('reference', '', 'person', 'delete', 'join')), ('b_id', ('reference', '', 'person', 'delete', 'join')), ('day', ('fact', 'near day')), ('said', ('fact',)), ('state', ('derived',)), ('inbound', ('fact',)), ('entered', ('change',)))),
    "mark": ((True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('forgetting_id', ('reference', '', 'forgetting', 'keep', 'keep')), ('hash', ('secret',)))),
    "promise": ((), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('text', ('text',)), ('due', ('fact', 'near day')), ('state', ('fact',)), ('closed_on', ('fact', 'near day')), ('closed', ('change',)), ('entered', ('change',)))),
    "skip": ((True, True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('week', ('fact', 'week')), ('how', ('fact',)), ('slot', ('fact',)))),
    "touch": ((True, True, False, False, 'presence'), (('id', ('key',)), ('uid', ('uid',)), ('kind', ('fact',)), ('day', ('fact', 'near day')), ('place_id', ('reference', '', 'place', 'clear', 'keep')), ('note', ('text', '', '', '', '', (), True)), ('answered', ('fact',)), ('in_person', ('fact',)), ('sit_down', ('fact',)), ('entered', ('change',)))),
    "entry": ((), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('way', ('fact',)), ('kind', ('fact',)), ('text', ('text',)), ('day', ('fact', 'near day')), ('cents', ('fact',)), ('touch_id', ('reference', '', 'touch', 'clear', 'keep')), ('introduction_id', ('reference', '', 'introduction', 'clear', 'move')), ('other_id', ('reference', '', 'person', 'clear', 'join')), ('they_called', ('fact',)), ('entered', ('change',)))),
    "guess": ((), (('id', ('key',)), ('uid', ('uid',)), ('touch_id', ('reference', '', 'touch', 'delete', 'keep')), ('word', ('fact',)))),
    "presence": ((True, True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('touch_id', ('reference', '', 'touch', 'delete', 'keep')), ('person_id', ('reference', '', 'person', 'delete', 'move')))),
    "thank": ((True, True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('entry_id', ('reference', '', 'entry', 'delete', 'keep')), ('person_id', ('reference', '', 'person', 'delete', 'join')), ('thanked_on', ('fact', 'near day')))),
}


PERSON = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.id = :id',
    (('id', 'whole'),),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def person(store: Store, id: "int") -> "Person | None":
    """The person with that key."""
    from netlog.domain.person import Person

    return store.first(PERSON, Person, id=id)


PERSON_BY_HANDLE = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.handle = :handle',
    (('handle', 'text'),),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def person_by_handle(store: Store, handle: "str") -> "Person | None":
    """The person who has a handle."""
    from netlog.domain.person import Person

    return store.first(PERSON_BY_HANDLE, Person, handle=handle)


PEOPLE_BY_NAME = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.folded = :folded AND person.id > 1 ORDER BY person.handle',
    (('folded', 'text'),),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def people_by_name(store: Store, folded: "str") -> "list[Person]":
    """Everybody with exactly that name, case and accents aside."""
    from netlog.domain.person import Person

    return store.ask(PEOPLE_BY_NAME, Person, folded=folded)


PEOPLE_BY_DETAIL = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person JOIN detail ON detail.person_id = person.id WHERE detail.field = :field AND detail.folded = :folded ORDER BY person.handle',
    (('field', 'text'), ('folded', 'text')),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def people_by_detail(store: Store, field: "str", folded: "str") -> "list[Person]":
    """Everybody with that e-mail, phone, URL, card, kind or tag."""
    from netlog.domain.person import Person

    return store.ask(PEOPLE_BY_DETAIL, Person, field=field, folded=folded)


PEOPLE_BY_WORD = made(Statement, (
    "SELECT person.handle, person.folded FROM person WHERE (' ' || person.folded) LIKE ('% ' || :word || '%') AND person.id > 1 ORDER BY person.folded, person.handle",
    (('word', 'text'),),
    (),
))


def people_by_word(store: Store, word: "str") -> "list[Found]":
    """Everybody in whose name a word begins so."""
    from netlog.domain.person import Found

    return store.ask(PEOPLE_BY_WORD, Found, word=word)


NAMES_BETWEEN = made(Statement, (
    'SELECT person.handle, person.folded FROM person WHERE person.folded >= :low AND person.folded < :high AND person.id > 1 ORDER BY person.folded, person.handle LIMIT 500 OFFSET 0',
    (('low', 'text'), ('high', 'text')),
    (),
))


def names_between(store: Store, low: "str", high: "str") -> "list[Found]":
    """Names from one text up to another, in their order, at most 500."""
    from netlog.domain.person import Found

    return store.ask(NAMES_BETWEEN, Found, low=low, high=high)


HANDLES_BETWEEN = made(Statement, (
    'SELECT person.handle FROM person WHERE person.handle >= :low AND person.handle < :high AND person.id > 1 ORDER BY person.handle LIMIT 200 OFFSET 0',
    (('low', 'text'), ('high', 'text')),
    (),
))


def handles_between(store: Store, low: "str", high: "str") -> "list[str]":
    """Handles from one text up to another, in their order, at most 200."""
    return store.column(HANDLES_BETWEEN, low=low, high=high)


EVERYBODY = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.id > 1 ORDER BY person.folded, person.handle',
    (),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def everybody(store: Store) -> "list[Person]":
    """All people in the order of their names, the user left out."""
    from netlog.domain.person import Person

    return store.ask(EVERYBODY, Person)


EVERY_DETAIL = made(Statement, (
    'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded FROM detail ORDER BY detail.person_id, detail.id',
    (),
    (),
))


def every_detail(store: Store) -> "list[Detail]":
    """Everybody's details, person by person."""
    from netlog.domain.person import Detail

    return store.ask(EVERY_DETAIL, Detail)


DETAILS_OF = made(Statement, (
    'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded FROM detail WHERE detail.person_id = :person ORDER BY detail.id',
    (('person', 'whole'),),
    (),
))


def details_of(store: Store, person: "int") -> "list[Detail]":
    """Somebody's kinds, tags, addresses, likes, in the order they came."""
    from netlog.domain.person import Detail

    return store.ask(DETAILS_OF, Detail, person=person)


RETIRED_HANDLE = made(Statement, (
    'SELECT retired.id, retired.uid, retired.handle FROM retired WHERE retired.handle = :handle',
    (('handle', 'text'),),
    (),
))


def retired_handle(store: Store, handle: "str") -> "Retired | None":
    """A handle that nobody gets again, if it is one."""
    from netlog.db.records import Retired

    return store.first(RETIRED_HANDLE, Retired, handle=handle)


COUNT_PEOPLE = made(Statement, (
    'SELECT count(*) - 1 AS people FROM person',
    (),
    (),
))


def count_people(store: Store) -> "int":
    """How many people there are, the user left out."""
    return store.number(COUNT_PEOPLE)


EVERY_HANDLE = made(Statement, (
    'SELECT person.handle FROM person UNION ALL SELECT retired.handle FROM retired',
    (),
    (),
))


def every_handle(store: Store) -> "list[str]":
    """All handles that are somebody's, or were."""
    return store.column(EVERY_HANDLE)


ALIKE_BY_NAME = made(Statement, (
    "SELECT person_1.handle, person_1.name, person.handle AS other_handle, person.name AS other_name, 'name' AS what FROM person JOIN person AS person_1 ON person_1.folded = person.folded AND person_1.id < person.id WHERE person.entered = :change AND person_1.id > 1 ORDER BY person.id, person_1.id LIMIT 10 OFFSET 0",
    (('change', 'whole'),),
    (),
))


def alike_by_name(store: Store, change: "int") -> "list[AlikePair]":
    """Who came in with a change, and whoever shares their name, at most ten."""
    from netlog.domain.person import AlikePair

    return store.ask(ALIKE_BY_NAME, AlikePair, change=change)


ALIKE_BY_PHONE = made(Statement, (
    "SELECT DISTINCT person_1.handle, person_1.name, person.handle AS other_handle, person.name AS other_name, 'phone' AS what FROM person JOIN detail ON detail.person_id = person.id JOIN detail AS detail_1 ON detail_1.field = detail.field AND detail_1.folded = detail.folded AND detail_1.person_id < person.id JOIN person AS person_1 ON person_1.id = detail_1.person_id WHERE person.entered = :change AND detail.field = 'phone' ORDER BY person.id, person_1.id LIMIT 10 OFFSET 0",
    (('change', 'whole'),),
    (),
))


def alike_by_phone(store: Store, change: "int") -> "list[AlikePair]":
    """Who came in with a change, and whoever shares a phone with them, at most ten."""
    from netlog.domain.person import AlikePair

    return store.ask(ALIKE_BY_PHONE, AlikePair, change=change)


PINS_OF = made(Statement, (
    'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.person_id FROM pin WHERE pin.person_id = :person ORDER BY pin.id',
    (('person', 'whole'),),
    (),
))


def pins_of(store: Store, person: "int") -> "list[Pin]":
    """Where somebody is pinned."""
    from netlog.domain.pins import Pin

    return store.ask(PINS_OF, Pin, person=person)


TOUCH = made(Statement, (
    'SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered FROM touch WHERE touch.id = :id',
    (('id', 'whole'),),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag')),
))


def touch(store: Store, id: "int") -> "Touch | None":
    """The touch of that number."""
    from netlog.domain.touch import Touch

    return store.first(TOUCH, Touch, id=id)


TOUCHES_OF = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person ORDER BY touch.day, touch.id",
    (('person', 'whole'),),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag')),
))


def touches_of(store: Store, person: "int") -> "list[TouchAt]":
    """All touches with somebody, the oldest first."""
    from netlog.domain.touch import TouchAt

    return store.ask(TOUCHES_OF, TouchAt, person=person)


COMPANY_OF = made(Statement, (
    'SELECT person.id, person.handle, person.name FROM person JOIN presence ON presence.person_id = person.id WHERE presence.touch_id = :touch ORDER BY presence.id',
    (('touch', 'whole'),),
    (),
))


def company_of(store: Store, touch: "int") -> "list[Named]":
    """Who was at a touch, in the order they were named."""
    from netlog.domain.person import Named

    return store.ask(COMPANY_OF, Named, touch=touch)


PLACE_BY_NAME = made(Statement, (
    'SELECT place.id, place.uid, place.name, place.folded FROM place WHERE place.folded = :folded',
    (('folded', 'text'),),
    (),
))


def place_by_name(store: Store, folded: "str") -> "Place | None":
    """The place of that name, case and accents aside."""
    from netlog.db.records import Place

    return store.first(PLACE_BY_NAME, Place, folded=folded)


CONTACT_DAYS = made(Statement, (
    'SELECT DISTINCT touch.day FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = :person AND touch.answered = 1 ORDER BY touch.day',
    (('person', 'whole'),),
    ((0, 'day'),),
))


def contact_days(store: Store, person: "int") -> "list[date]":
    """The days with a contact, each once, the oldest first."""
    return store.column(CONTACT_DAYS, person=person)


LAST_TOGETHER = made(Statement, (
    'SELECT max(touch.day) AS day FROM touch JOIN presence ON presence.touch_id = touch.id JOIN presence AS presence_1 ON presence_1.touch_id = touch.id WHERE presence.person_id = :a AND presence_1.person_id = :b AND touch.in_person = 1 AND touch.answered = 1',
    (('a', 'whole'), ('b', 'whole')),
    ((0, 'day'),),
))


def last_together(store: Store, a: "int", b: "int") -> "date | None":
    """The last day on which two people were seen in person together."""
    value: date | None = store.scalar(LAST_TOGETHER, a=a, b=b)
    return value


LAST_NOTE = made(Statement, (
    "SELECT touch.note FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = :person AND touch.note != '' ORDER BY touch.day DESC, touch.id DESC LIMIT 1 OFFSET 0",
    (('person', 'whole'),),
    (),
))


def last_note(store: Store, person: "int") -> "str | None":
    """What was noted last of a touch with somebody."""
    value: str | None = store.scalar(LAST_NOTE, person=person)
    return value


COUNT_TOUCHES = made(Statement, (
    'SELECT count(*) AS touches FROM touch',
    (),
    (),
))


def count_touches(store: Store) -> "int":
    """How many touches there are."""
    return store.number(COUNT_TOUCHES)


INTRODUCTION = made(Statement, (
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.id = :id',
    (('id', 'whole'),),
    ((5, 'day'), (8, 'flag')),
))


def introduction(store: Store, id: "int") -> "Introduction | None":
    """The introduction of that number."""
    from netlog.domain.introduction import Introduction

    return store.first(INTRODUCTION, Introduction, id=id)


INTRODUCTION_BETWEEN = made(Statement, (
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.introducer_id = :introducer AND introduction.a_id = :a AND introduction.b_id = :b',
    (('introducer', 'whole'), ('a', 'whole'), ('b', 'whole')),
    ((5, 'day'), (8, 'flag')),
))


def introduction_between(store: Store, introducer: "int", a: "int", b: "int") -> "Introduction | None":
    """The introduction of a pair by one introducer."""
    from netlog.domain.introduction import Introduction

    return store.first(INTRODUCTION_BETWEEN, Introduction, introducer=introducer, a=a, b=b)


INTRODUCTIONS_WITH = made(Statement, (
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered, person_1.handle AS introducer_handle, person_1.name AS introducer_name, person_2.handle AS a_handle, person_2.name AS a_name, person_3.handle AS b_handle, person_3.name AS b_name FROM introduction JOIN person AS person_1 ON person_1.id = introduction.introducer_id JOIN person AS person_2 ON person_2.id = introduction.a_id JOIN person AS person_3 ON person_3.id = introduction.b_id WHERE introduction.introducer_id = :person OR introduction.a_id = :person OR introduction.b_id = :person ORDER BY introduction.day, introduction.id',
    (('person', 'whole'),),
    ((5, 'day'), (8, 'flag')),
))


def introductions_with(store: Store, person: "int") -> "list[IntroductionNamed]":
    """All introductions that somebody made or was part of, the oldest first."""
    from netlog.domain.introduction import IntroductionNamed

    return store.ask(INTRODUCTIONS_WITH, IntroductionNamed, person=person)


WAYS_TO = made(Statement, (
    "SELECT introduction.id, introduction.day, introduction.state, introduction.entered, person.id AS introducer_id, person.handle AS handle, person.name AS name, (SELECT min(entry.day) AS min_1 FROM entry WHERE entry.person_id = person.id AND entry.way = 'got' AND (entry.kind = 'client' OR entry.cents > 0 AND entry.kind != 'referral')) AS bought_on, coalesce(detail.id, 0) AS marked FROM introduction JOIN person ON person.id = introduction.introducer_id LEFT OUTER JOIN detail ON detail.person_id = person.id AND detail.field = 'kind' AND detail.folded = 'client' WHERE introduction.a_id = 1 AND introduction.b_id = :person ORDER BY introduction.day, introduction.id",
    (('person', 'whole'),),
    ((1, 'day'), (7, 'day')),
))


def ways_to(store: Store, person: "int") -> "list[Way]":
    """How somebody was introduced to me, the oldest first."""
    from netlog.domain.introduction import Way

    return store.ask(WAYS_TO, Way, person=person)


INTRODUCERS = made(Statement, (
    "SELECT introduction.introducer_id AS person_id, count(*) AS introductions FROM introduction WHERE introduction.introducer_id > 1 AND introduction.state != 'dropped' GROUP BY introduction.introducer_id ORDER BY count(*) DESC, introduction.introducer_id LIMIT 50 OFFSET 0",
    (),
    (),
))


def introducers(store: Store) -> "list[Introducer]":
    """Who introduces most, at most 50."""
    from netlog.domain.introduction import Introducer

    return store.ask(INTRODUCERS, Introducer)


COUNT_INTRODUCTIONS = made(Statement, (
    'SELECT count(*) AS introductions FROM introduction',
    (),
    (),
))


def count_introductions(store: Store) -> "int":
    """How many introductions there are."""
    return store.number(COUNT_INTRODUCTIONS)


INTRODUCTIONS_OF = made(Statement, (
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.a_id = :person OR introduction.b_id = :person',
    (('person', 'whole'),),
    ((5, 'day'), (8, 'flag')),
))


def introductions_of(store: Store, person: "int") -> "list[Introduction]":
    """The introductions of which somebody was one of the two."""
    from netlog.domain.introduction import Introduction

    return store.ask(INTRODUCTIONS_OF, Introduction, person=person)


EVERY_WAY = made(Statement, (
    'SELECT introduction.b_id AS person_id, person.handle, person.folded FROM introduction JOIN person ON person.id = introduction.introducer_id WHERE introduction.a_id = 1 ORDER BY introduction.id',
    (),
    (),
))


def every_way(store: Store) -> "list[tuple[int, str, str]]":
    """Whom everybody was introduced to me by: person, handle and folded name."""
    return [tuple(row) for row in store.rows(EVERY_WAY)]


PROMISE = made(Statement, (
    'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.id = :id',
    (('id', 'whole'),),
    ((4, 'day'), (6, 'day')),
))


def promise(store: Store, id: "int") -> "Promise | None":
    """The promise of that number."""
    from netlog.domain.promise import Promise

    return store.first(PROMISE, Promise, id=id)


PROMISES_TO = made(Statement, (
    'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.person_id = :person ORDER BY promise.due, promise.id',
    (('person', 'whole'),),
    ((4, 'day'), (6, 'day')),
))


def promises_to(store: Store, person: "int") -> "list[Promise]":
    """Everything promised to somebody, by day."""
    from netlog.domain.promise import Promise

    return store.ask(PROMISES_TO, Promise, person=person)


PROMISES_DUE = made(Statement, (
    "SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.state = 'open' AND promise.due <= :until ORDER BY promise.due, promise.id",
    (('until', 'day'),),
    ((4, 'day'), (6, 'day')),
))


def promises_due(store: Store, until: "date") -> "list[Promise]":
    """Open promises due by a day, the longest-waiting first."""
    from netlog.domain.promise import Promise

    return store.ask(PROMISES_DUE, Promise, until=until)


PROMISES_PAST = made(Statement, (
    'SELECT promise.state, promise.due, promise.closed_on FROM promise WHERE promise.due >= :since AND promise.due < :until',
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'), (2, 'day')),
))


def promises_past(store: Store, since: "date", until: "date") -> "list[PromisePast]":
    """Promises whose day was between two days, the second not included."""
    from netlog.domain.promise import PromisePast

    return store.ask(PROMISES_PAST, PromisePast, since=since, until=until)


COUNT_PROMISES = made(Statement, (
    'SELECT count(*) AS promises FROM promise',
    (),
    (),
))


def count_promises(store: Store) -> "int":
    """How many promises there are."""
    return store.number(COUNT_PROMISES)


ENTRY = made(Statement, (
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.id = :id',
    (('id', 'whole'),),
    ((6, 'day'), (11, 'flag')),
))


def entry(store: Store, id: "int") -> "Entry | None":
    """The entry of that number."""
    from netlog.domain.ledger import Entry

    return store.first(ENTRY, Entry, id=id)


ENTRIES_WITH = made(Statement, (
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.person_id = :person ORDER BY entry.day, entry.id',
    (('person', 'whole'),),
    ((6, 'day'), (11, 'flag')),
))


def entries_with(store: Store, person: "int") -> "list[Entry]":
    """Everything given to somebody and got from them, the oldest first."""
    from netlog.domain.ledger import Entry

    return store.ask(ENTRIES_WITH, Entry, person=person)


ENTRIES_ABOUT = made(Statement, (
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.other_id = :person',
    (('person', 'whole'),),
    ((6, 'day'), (11, 'flag')),
))


def entries_about(store: Store, person: "int") -> "list[Entry]":
    """Entries by which somebody was referred."""
    from netlog.domain.ledger import Entry

    return store.ask(ENTRIES_ABOUT, Entry, person=person)


ENTRIES_OF_TOUCH = made(Statement, (
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.touch_id = :touch',
    (('touch', 'whole'),),
    ((6, 'day'), (11, 'flag')),
))


def entries_of_touch(store: Store, touch: "int") -> "list[Entry]":
    """What came of a touch, as the user said it."""
    from netlog.domain.ledger import Entry

    return store.ask(ENTRIES_OF_TOUCH, Entry, touch=touch)


ENTRIES_OF_INTRODUCTION = made(Statement, (
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.introduction_id = :introduction',
    (('introduction', 'whole'),),
    ((6, 'day'), (11, 'flag')),
))


def entries_of_introduction(store: Store, introduction: "int") -> "list[Entry]":
    """What came of an introduction, as the user said it."""
    from netlog.domain.ledger import Entry

    return store.ask(ENTRIES_OF_INTRODUCTION, Entry, introduction=introduction)


OUTCOMES_OF = made(Statement, (
    "SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.person_id = :person AND entry.way = 'got' ORDER BY entry.day, entry.id",
    (('person', 'whole'),),
    ((6, 'day'), (11, 'flag')),
))


def outcomes_of(store: Store, person: "int") -> "list[Entry]":
    """Everything got from somebody, the oldest first."""
    from netlog.domain.ledger import Entry

    return store.ask(OUTCOMES_OF, Entry, person=person)


OUTCOMES_SINCE = made(Statement, (
    "SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.person_id = :person AND entry.way = 'got' AND entry.day >= :since",
    (('person', 'whole'), ('since', 'day')),
    ((6, 'day'), (11, 'flag')),
))


def outcomes_since(store: Store, person: "int", since: "date") -> "list[Entry]":
    """Everything got from somebody since a day."""
    from netlog.domain.ledger import Entry

    return store.ask(OUTCOMES_SINCE, Entry, person=person, since=since)


GAVE_SINCE = made(Statement, (
    "SELECT entry.person_id, entry.day, entry.entered FROM entry WHERE entry.way = 'gave' AND entry.day >= :since",
    (('since', 'day'),),
    ((1, 'day'),),
))


def gave_since(store: Store, since: "date") -> "list[Sent]":
    """What was given to people since a day."""
    from netlog.domain.touch import Sent

    return store.ask(GAVE_SINCE, Sent, since=since)


COUNT_ENTRIES = made(Statement, (
    'SELECT count(*) AS entries FROM entry',
    (),
    (),
))


def count_entries(store: Store) -> "int":
    """How many entries there are."""
    return store.number(COUNT_ENTRIES)


THANKS_OF = made(Statement, (
    'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.entry_id = :entry ORDER BY thank.person_id',
    (('entry', 'whole'),),
    ((4, 'day'),),
))


def thanks_of(store: Store, entry: "int") -> "list[Thank]":
    """Who is on the path of an outcome, thanked or waiting."""
    from netlog.domain.ledger import Thank

    return store.ask(THANKS_OF, Thank, entry=entry)


THANKS_TO = made(Statement, (
    'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.person_id = :person',
    (('person', 'whole'),),
    ((4, 'day'),),
))


def thanks_to(store: Store, person: "int") -> "list[Thank]":
    """The outcomes on whose paths somebody is, thanked or waiting."""
    from netlog.domain.ledger import Thank

    return store.ask(THANKS_TO, Thank, person=person)


THANKS_WAITING = made(Statement, (
    'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.person_id = :person AND thank.thanked_on IS NULL ORDER BY thank.entry_id',
    (('person', 'whole'),),
    ((4, 'day'),),
))


def thanks_waiting(store: Store, person: "int") -> "list[Thank]":
    """The outcomes for which somebody has not been thanked."""
    from netlog.domain.ledger import Thank

    return store.ask(THANKS_WAITING, Thank, person=person)


TO_THANK = made(Statement, (
    'SELECT thank.person_id AS thanked_id, entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered, person.handle, person.name FROM thank JOIN entry ON entry.id = thank.entry_id JOIN person ON person.id = entry.person_id WHERE thank.thanked_on IS NULL ORDER BY entry.day, entry.id, thank.person_id',
    (),
    ((7, 'day'), (12, 'flag')),
))


def to_thank(store: Store) -> "list[ToThank]":
    """Everybody who waits to be thanked, and for what, the oldest outcome first."""
    from netlog.domain.ledger import Entry, EntryOf, ToThank

    return [ToThank(row[0], EntryOf(Entry(*row[1:14]), row[14], row[15])) for row in store.rows(TO_THANK)]


GUESSES_WITH = made(Statement, (
    'SELECT guess.id, guess.uid, guess.touch_id, guess.word FROM guess JOIN presence ON presence.touch_id = guess.touch_id WHERE presence.person_id = :person',
    (('person', 'whole'),),
    (),
))


def guesses_with(store: Store, person: "int") -> "list[Guess]":
    """What was guessed of touches with somebody."""
    from netlog.db.records import Guess

    return store.ask(GUESSES_WITH, Guess, person=person)


GUESS_OF = made(Statement, (
    'SELECT guess.id, guess.uid, guess.touch_id, guess.word FROM guess WHERE guess.touch_id = :touch',
    (('touch', 'whole'),),
    (),
))


def guess_of(store: Store, touch: "int") -> "Guess | None":
    """What was guessed of a touch."""
    from netlog.db.records import Guess

    return store.first(GUESS_OF, Guess, touch=touch)


BROUGHT = made(Statement, (
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id = 1 AND introduction.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = introduction.b_id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND introduction_1.day < introduction.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction.b_id AND touch_1.day < introduction.day AND touch_1.in_person = 1 AND touch_1.answered = 1))) AND NOT (EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.b_id = introduction.b_id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND (introduction_2.day < introduction.day OR introduction_2.day = introduction.day AND introduction_2.id < introduction.id))) ORDER BY introduction.id LIMIT :most OFFSET 0",
    (('person', 'whole'), ('most', 'whole')),
    ((3, 'day'),),
))


def brought(store: Store, person: "int", most: "int") -> "list[Link]":
    """By what the first came who came by somebody, as they were entered."""
    from netlog.domain.introduction import Link

    return store.ask(BROUGHT, Link, person=person, most=most)


LATEST_OUTCOMES = made(Statement, (
    "SELECT entry.person_id AS id FROM entry WHERE entry.way = 'got' ORDER BY entry.day DESC, entry.id DESC LIMIT :most OFFSET 0",
    (('most', 'whole'),),
    (),
))


def latest_outcomes(store: Store, most: "int") -> "list[int]":
    """Who brought the latest outcomes, each as often as they did."""
    return store.column(LATEST_OUTCOMES, most=most)


LED_BACK = made(Statement, (
    "WITH RECURSIVE up(id, way) AS (SELECT anon_1.id AS id, (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = anon_1.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = anon_1.id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = anon_1.id AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND touch_1.answered = 1))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0) AS way FROM (SELECT anon_2.id AS id FROM (SELECT entry.person_id AS id FROM entry WHERE entry.way = 'got' ORDER BY entry.day DESC, entry.id DESC LIMIT :most OFFSET 0) AS anon_2 UNION ALL SELECT anon_3.id AS id FROM (SELECT introduction.introducer_id AS id FROM introduction WHERE introduction.a_id + 0 = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id LIMIT :most OFFSET 0) AS anon_3) AS anon_1 UNION SELECT introduction_3.introducer_id AS introducer_id, (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = introduction_3.introducer_id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = introduction_3.introducer_id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction_3.introducer_id AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND touch_1.answered = 1))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0) AS anon_4 FROM introduction AS introduction_3 JOIN up ON introduction_3.id = up.way) SELECT up.id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM up LEFT OUTER JOIN introduction ON introduction.id = up.way",
    (('most', 'whole'),),
    ((3, 'day'),),
))


def led_back(store: Store, most: "int") -> "list[Link]":
    """Who brought the latest outcomes or began to introduce first; who brought those.

    And so on; a person who was met without help has no introduction.
    """
    from netlog.domain.introduction import Link

    return store.ask(LED_BACK, Link, most=most)


WAYS_OF = made(Statement, (
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.b_id = :person AND introduction.a_id = 1 AND introduction.state != 'dropped'",
    (('person', 'whole'),),
    ((3, 'day'),),
))


def ways_of(store: Store, person: "int") -> "list[Link]":
    """Every introduction of somebody to me that was not dropped."""
    from netlog.domain.introduction import Link

    return store.ask(WAYS_OF, Link, person=person)


INTRODUCED = made(Statement, (
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id",
    (('person', 'whole'),),
    ((3, 'day'),),
))


def introduced(store: Store, person: "int") -> "list[Link]":
    """Every introduction to me that somebody made, the oldest first."""
    from netlog.domain.introduction import Link

    return store.ask(INTRODUCED, Link, person=person)


CAME_OF = made(Statement, (
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.id = (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = :person AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = :person AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = :person AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND touch_1.answered = 1))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0)",
    (('person', 'whole'),),
    ((3, 'day'),),
))


def came_of(store: Store, person: "int") -> "Link | None":
    """The introduction by which somebody came, None for who was met without."""
    from netlog.domain.introduction import Link

    return store.first(CAME_OF, Link, person=person)


MET_BEFORE = made(Statement, (
    "SELECT introduction.id FROM introduction WHERE introduction.a_id = 1 AND introduction.state != 'dropped' AND (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction.b_id AND touch_1.day < introduction.day AND touch_1.in_person = 1 AND touch_1.answered = 1))",
    (),
    (),
))


def met_before(store: Store) -> "list[int]":
    """The introductions to me of people whom I had met in person before."""
    return store.column(MET_BEFORE)


OUTCOMES_BY_PERSON = made(Statement, (
    "SELECT entry.person_id, count(*) AS outcomes FROM entry WHERE entry.way = 'got' GROUP BY entry.person_id",
    (),
    (),
))


def outcomes_by_person(store: Store) -> "dict[int, int]":
    """How many outcomes each person brought."""
    return store.lookup(OUTCOMES_BY_PERSON)


FIRST_MET_SINCE = made(Statement, (
    'SELECT DISTINCT presence.person_id FROM presence JOIN touch ON touch.id = presence.touch_id JOIN person ON person.id = presence.person_id WHERE person.known = 0 AND touch.day >= :since AND touch.in_person = 1 AND touch.answered = 1 AND NOT (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = presence.person_id AND touch_1.day < :since AND touch_1.in_person = 1 AND touch_1.answered = 1))',
    (('since', 'day'),),
    (),
))


def first_met_since(store: Store, since: "date") -> "list[int]":
    """Everybody whom I met in person for the first time since a day."""
    return store.column(FIRST_MET_SINCE, since=since)


ENTRIES_SINCE = made(Statement, (
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered, person.handle, person.name FROM entry JOIN person ON person.id = entry.person_id WHERE entry.day >= :since ORDER BY entry.day, entry.id',
    (('since', 'day'),),
    ((6, 'day'), (11, 'flag')),
))


def entries_since(store: Store, since: "date") -> "list[EntryOf]":
    """Everything given and got since a day, the oldest first."""
    from netlog.domain.ledger import Entry, EntryOf

    return [EntryOf(Entry(*row[0:13]), row[13], row[14]) for row in store.rows(ENTRIES_SINCE, since=since)]


INTRODUCED_BY_ME = made(Statement, (
    "SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered, person_1.handle AS introducer_handle, person_1.name AS introducer_name, person_2.handle AS a_handle, person_2.name AS a_name, person_3.handle AS b_handle, person_3.name AS b_name FROM introduction JOIN person AS person_1 ON person_1.id = introduction.introducer_id JOIN person AS person_2 ON person_2.id = introduction.a_id JOIN person AS person_3 ON person_3.id = introduction.b_id WHERE introduction.introducer_id = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id",
    (),
    ((5, 'day'), (8, 'flag')),
))


def introduced_by_me(store: Store) -> "list[IntroductionNamed]":
    """Whom I introduced to whom, the oldest first, dropped ones left out."""
    from netlog.domain.introduction import IntroductionNamed

    return store.ask(INTRODUCED_BY_ME, IntroductionNamed)


ACQUAINTANCES = made(Statement, (
    "SELECT person.id, person.handle, person.name, person.org, person.role, person.known, person.touches, person.last_contact, person.attempts, CASE WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = person.id AND introduction_1.a_id = 1 AND (introduction_1.state = 'made' OR introduction_1.state = 'met'))) THEN 1 WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = person.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped')) THEN 2 ELSE 0 END AS near, anon_1.introduction, anon_1.day FROM person JOIN (SELECT introduction.a_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.b_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.introducer_id = :person AND introduction.b_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.introducer_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.a_id = :person AND introduction.introducer_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.introducer_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.b_id = :person AND introduction.introducer_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.b_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.a_id = :person AND introduction.b_id != 1 AND introduction.state != 'dropped' AND introduction.state != 'offered' UNION ALL SELECT introduction.a_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.b_id = :person AND introduction.a_id != 1 AND introduction.state != 'dropped' AND introduction.state != 'offered') AS anon_1 ON person.id = anon_1.id",
    (('person', 'whole'),),
    ((5, 'flag'), (7, 'day'), (11, 'day')),
))


def acquaintances(store: Store, person: "int") -> "list[Acquaintance]":
    """Everybody who knows somebody, once for every introduction that shows it."""
    from netlog.domain.acquaintance import Acquaintance

    return store.ask(ACQUAINTANCES, Acquaintance, person=person)


HAND = made(Statement, (
    "SELECT person.id, person.handle, person.name, person.org, person.role, person.known, person.touches, person.last_contact, person.attempts, CASE WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = person.id AND introduction_1.a_id = 1 AND (introduction_1.state = 'made' OR introduction_1.state = 'met'))) THEN 1 WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = person.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped')) THEN 2 ELSE 0 END AS near FROM person WHERE person.id = :id",
    (('id', 'whole'),),
    ((5, 'flag'), (7, 'day')),
))


def hand(store: Store, id: "int") -> "Hand":
    """Somebody, as a chain has them."""
    from netlog.domain.acquaintance import Hand

    return store.only(HAND, Hand, id=id)


OFFICES = made(Statement, (
    "SELECT person.id, person.org, person.role FROM person WHERE person.org != '' OR person.role != ''",
    (),
    (),
))


def offices(store: Store) -> "list[Office]":
    """Where people work, and as what; those of whom neither is known left out."""
    from netlog.domain.acquaintance import Office

    return store.ask(OFFICES, Office)


ANCESTRY = made(Statement, (
    "WITH RECURSIVE up(id) AS (SELECT :person AS id UNION SELECT introduction.introducer_id AS introducer_id FROM introduction JOIN up ON up.id = introduction.b_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped' LIMIT :most OFFSET 0) SELECT up.id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM up LEFT OUTER JOIN introduction ON introduction.b_id = up.id AND introduction.a_id = 1 AND introduction.state != 'dropped'",
    (('person', 'whole'), ('most', 'whole')),
    ((3, 'day'),),
))


def ancestry(store: Store, person: "int", most: "int") -> "list[Link]":
    """Somebody's introductions, their introducers' and so on, the nearest first."""
    from netlog.domain.introduction import Link

    return store.ask(ANCESTRY, Link, person=person, most=most)


LINKS = made(Statement, (
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.a_id = 1 AND introduction.state != 'dropped'",
    (),
    ((3, 'day'),),
))


def links(store: Store) -> "list[Link]":
    """Every introduction of somebody to me that was not dropped."""
    from netlog.domain.introduction import Link

    return store.ask(LINKS, Link)


NAMED = made(Statement, (
    'SELECT person.id, person.handle, person.name FROM person WHERE person.id = :id',
    (('id', 'whole'),),
    (),
))


def named(store: Store, id: "int") -> "Named":
    """Somebody as they are pointed at."""
    from netlog.domain.person import Named

    return store.only(NAMED, Named, id=id)


BELOW = made(Statement, (
    "WITH RECURSIVE down(id) AS (SELECT :person AS id UNION SELECT introduction.b_id AS b_id FROM introduction JOIN down ON down.id = introduction.introducer_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped') SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction JOIN down ON down.id = introduction.b_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped'",
    (('person', 'whole'),),
    ((3, 'day'),),
))


def below(store: Store, person: "int") -> "list[Link]":
    """Every introduction of anybody who came through somebody, or of them."""
    from netlog.domain.introduction import Link

    return store.ask(BELOW, Link, person=person)


OUTCOMES = made(Statement, (
    "SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.way = 'got' ORDER BY entry.day, entry.id",
    (),
    ((6, 'day'), (11, 'flag')),
))


def outcomes(store: Store) -> "list[Entry]":
    """Everything got from anybody, the oldest first."""
    from netlog.domain.ledger import Entry

    return store.ask(OUTCOMES, Entry)


OUTCOMES_BELOW = made(Statement, (
    "WITH RECURSIVE down(id) AS (SELECT :person AS id UNION SELECT introduction.b_id AS b_id FROM introduction JOIN down ON down.id = introduction.introducer_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped') SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered, person.handle, person.name FROM entry JOIN down ON down.id = entry.person_id JOIN person ON person.id = entry.person_id WHERE entry.way = 'got'",
    (('person', 'whole'),),
    ((6, 'day'), (11, 'flag')),
))


def outcomes_below(store: Store, person: "int") -> "list[EntryOf]":
    """Everything got from somebody and those below them, in no order."""
    from netlog.domain.ledger import Entry, EntryOf

    return [EntryOf(Entry(*row[0:13]), row[13], row[14]) for row in store.rows(OUTCOMES_BELOW, person=person)]


SAT_BELOW = made(Statement, (
    "WITH RECURSIVE down(id) AS (SELECT :person AS id UNION SELECT introduction.b_id AS b_id FROM introduction JOIN down ON down.id = introduction.introducer_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped') SELECT person.id, person.handle, person.name, person.known, person.first_sitdown FROM person JOIN down ON down.id = person.id",
    (('person', 'whole'),),
    ((3, 'flag'), (4, 'day')),
))


def sat_below(store: Store, person: "int") -> "list[Sat]":
    """Somebody and whoever came through them, with the first sit-down of each."""
    from netlog.domain.person import Sat

    return store.ask(SAT_BELOW, Sat, person=person)


MET_AT = made(Statement, (
    'SELECT presence.person_id, min(touch.day) AS day FROM presence JOIN touch ON touch.id = presence.touch_id WHERE touch.place_id = :place AND touch.in_person = 1 AND touch.answered = 1 GROUP BY presence.person_id ORDER BY min(touch.day), presence.person_id',
    (('place', 'whole'),),
    ((1, 'day'),),
))


def met_at(store: Store, place: "int") -> "dict[int, date]":
    """Who was met in person at a place, and the first day."""
    return store.lookup(MET_AT, place=place)


LAST_TOUCH = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person AND touch.day <= :until AND touch.answered = 1 ORDER BY touch.day DESC, touch.id DESC LIMIT 1 OFFSET 0",
    (('person', 'whole'), ('until', 'day')),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag')),
))


def last_touch(store: Store, person: "int", until: "date") -> "TouchAt | None":
    """The latest answered touch with somebody on or before a day."""
    from netlog.domain.touch import TouchAt

    return store.first(LAST_TOUCH, TouchAt, person=person, until=until)


FIRST_TOUCH = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person AND person.known = 0 AND touch.in_person = 1 AND touch.answered = 1 ORDER BY touch.day, touch.id LIMIT 1 OFFSET 0",
    (('person', 'whole'),),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag')),
))


def first_touch(store: Store, person: "int") -> "TouchAt | None":
    """When somebody was first met in person, and where; None if known before."""
    from netlog.domain.touch import TouchAt

    return store.first(FIRST_TOUCH, TouchAt, person=person)


TOUCH_AT = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered, coalesce(place.name, '') AS place FROM touch LEFT OUTER JOIN place ON place.id = touch.place_id WHERE touch.id = :touch",
    (('touch', 'whole'),),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag')),
))


def touch_at(store: Store, touch: "int") -> "TouchAt | None":
    """A touch with its place."""
    from netlog.domain.touch import TouchAt

    return store.first(TOUCH_AT, TouchAt, touch=touch)


MET_BETWEEN = made(Statement, (
    'SELECT presence.person_id, touch.day, touch.entered, touch.kind, touch.sit_down FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND touch.day <= :until AND touch.in_person = 1 AND touch.answered = 1 ORDER BY touch.day, touch.id',
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'), (4, 'flag')),
))


def met_between(store: Store, since: "date", until: "date") -> "list[Met]":
    """Who was seen in person between two days."""
    from netlog.domain.touch import Met

    return store.ask(MET_BETWEEN, Met, since=since, until=until)


INTRODUCED_BETWEEN = made(Statement, (
    "SELECT introduction.b_id AS person_id, introduction.day, introduction.entered, person.name AS introducer FROM introduction JOIN person ON person.id = introduction.introducer_id WHERE introduction.a_id + 0 = 1 AND introduction.day >= :since AND introduction.day <= :until AND introduction.state IN ('made', 'met') ORDER BY introduction.day, introduction.id",
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'),),
))


def introduced_between(store: Store, since: "date", until: "date") -> "list[Introduced]":
    """Who was introduced to me between two days."""
    from netlog.domain.introduction import Introduced

    return store.ask(INTRODUCED_BETWEEN, Introduced, since=since, until=until)


SENT_SINCE = made(Statement, (
    'SELECT presence.person_id, touch.day, touch.entered FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND (touch.in_person = 0 OR touch.answered = 0)',
    (('since', 'day'),),
    ((1, 'day'),),
))


def sent_since(store: Store, since: "date") -> "list[Sent]":
    """One-way touches and attempts since a day."""
    from netlog.domain.touch import Sent

    return store.ask(SENT_SINCE, Sent, since=since)


KEPT_SINCE = made(Statement, (
    "SELECT promise.person_id, promise.closed_on AS day, promise.closed AS entered FROM promise WHERE promise.closed_on >= :since AND promise.state = 'kept'",
    (('since', 'day'),),
    ((1, 'day'),),
))


def kept_since(store: Store, since: "date") -> "list[Sent]":
    """Promises kept since a day."""
    from netlog.domain.touch import Sent

    return store.ask(KEPT_SINCE, Sent, since=since)


FRESH = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) AND person.no_sell = 0 AND person.dropped = 0 AND person.attempts < 2 AND person.fresh_on IS NOT NULL ORDER BY person.fresh_on DESC, person.id DESC LIMIT 300 OFFSET 0',
    (('today', 'day'),),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def fresh(store: Store, today: "date") -> "list[Person]":
    """New people, the 300 most recently introduced or met."""
    from netlog.domain.person import Person

    return store.ask(FRESH, Person, today=today)


DRAWN = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) AND person.no_sell = 0 AND person.dropped = 0 AND person.attempts < 2 AND person.draw >= :start ORDER BY person.draw, person.id LIMIT 400 OFFSET 0',
    (('today', 'day'), ('start', 'whole')),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def drawn(store: Store, today: "date", start: "int") -> "list[Person]":
    """New people from a place of the draw on, at most 400."""
    from netlog.domain.person import Person

    return store.ask(DRAWN, Person, today=today, start=start)


KEEP_DUE = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.cadence = :cadence AND person.waits_from <= :until AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.waits_from, person.id LIMIT :most OFFSET 0',
    (('cadence', 'text'), ('until', 'day'), ('today', 'day'), ('most', 'whole')),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def keep_due(store: Store, cadence: "str", until: "date", today: "date", most: "int") -> "list[Person]":
    """People of a cadence who wait since a day or before, the longest first."""
    from netlog.domain.person import Person

    return store.ask(KEEP_DUE, Person, cadence=cadence, until=until, today=today, most=most)


NEXT_CADENCE = made(Statement, (
    'SELECT min(person.cadence) AS cadence FROM person WHERE person.cadence > :after',
    (('after', 'text'),),
    (),
))


def next_cadence(store: Store, after: "str") -> "str | None":
    """The next cadence that somebody has after another one, in the order of words."""
    value: str | None = store.scalar(NEXT_CADENCE, after=after)
    return value


DORMANT = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.draw >= :start AND person.waits_from <= :until AND person.id > 1 AND (person.last_contact IS NOT NULL OR person.known = 1) AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.draw, person.id LIMIT 200 OFFSET 0',
    (('start', 'whole'), ('until', 'day'), ('today', 'day')),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def dormant(store: Store, start: "int", until: "date", today: "date") -> "list[Person]":
    """People silent since a day or before, from a place of the draw on, at most 200."""
    from netlog.domain.person import Person

    return store.ask(DORMANT, Person, start=start, until=until, today=today)


STUCK = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.attempts > 1 AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.waits_from, person.id',
    (('today', 'day'),),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def stuck(store: Store, today: "date") -> "list[Person]":
    """People with two attempts or more since the last contact."""
    from netlog.domain.person import Person

    return store.ask(STUCK, Person, today=today)


LONGEST_WITHOUT_SITDOWN = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.last_sitdown <= :until AND person.no_sell = 0 AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.last_sitdown, person.id LIMIT 200 OFFSET 0',
    (('until', 'day'), ('today', 'day')),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def longest_without_sitdown(store: Store, until: "date", today: "date") -> "list[Person]":
    """People whose last sit-down was on a day or before, at most 200."""
    from netlog.domain.person import Person

    return store.ask(LONGEST_WITHOUT_SITDOWN, Person, until=until, today=today)


CLUSTER_SIZE = made(Statement, (
    'SELECT count(*) AS people FROM person WHERE person.cluster = :cluster AND person.last_contact >= :since',
    (('cluster', 'text'), ('since', 'day')),
    (),
))


def cluster_size(store: Store, cluster: "str", since: "date") -> "int":
    """How many of a cluster had contact since a day."""
    return store.number(CLUSTER_SIZE, cluster=cluster, since=since)


LARGEST_CLUSTER = made(Statement, (
    "SELECT coalesce(max(anon_1.people), 0) AS people FROM (SELECT count(*) AS people FROM person WHERE person.cluster > '' AND person.last_contact >= :since GROUP BY person.cluster) AS anon_1",
    (('since', 'day'),),
    (),
))


def largest_cluster(store: Store, since: "date") -> "int":
    """The size of the largest cluster with contact since a day."""
    return store.number(LARGEST_CLUSTER, since=since)


FIRST_SITDOWNS = made(Statement, (
    'SELECT count(*) AS people FROM person WHERE person.first_sitdown >= :since AND person.first_sitdown <= :until AND person.known = 0',
    (('since', 'day'), ('until', 'day')),
    (),
))


def first_sitdowns(store: Store, since: "date", until: "date") -> "int":
    """How many new people were first sat down with between two days."""
    return store.number(FIRST_SITDOWNS, since=since, until=until)


SITDOWN_DAYS = made(Statement, (
    'SELECT DISTINCT person.first_sitdown AS day FROM person WHERE person.first_sitdown >= :since AND person.first_sitdown <= :until AND person.known = 0 ORDER BY person.first_sitdown',
    (('since', 'day'), ('until', 'day')),
    ((0, 'day'),),
))


def sitdown_days(store: Store, since: "date", until: "date") -> "list[date]":
    """The days on which new people were first sat down with."""
    return store.column(SITDOWN_DAYS, since=since, until=until)


PINS = made(Statement, (
    'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.person_id FROM pin WHERE pin.slot = :slot AND pin.period = :period ORDER BY pin.place',
    (('slot', 'text'), ('period', 'text')),
    (),
))


def pins(store: Store, slot: "str", period: "str") -> "list[Pin]":
    """Who is pinned to a slot."""
    from netlog.domain.pins import Pin

    return store.ask(PINS, Pin, slot=slot, period=period)


PICKED_WEEKS = made(Statement, (
    "SELECT pin.period FROM pin WHERE pin.person_id = :person AND pin.slot = 'new' AND pin.place = 0 ORDER BY pin.period",
    (('person', 'whole'),),
    (),
))


def picked_weeks(store: Store, person: "int") -> "list[str]":
    """The weeks whose pick somebody was."""
    return store.column(PICKED_WEEKS, person=person)


SKIPS_OF = made(Statement, (
    'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.person_id = :person ORDER BY skip.week',
    (('person', 'whole'),),
    (),
))


def skips_of(store: Store, person: "int") -> "list[Skip]":
    """When somebody was skipped or swapped."""
    from netlog.domain.pins import Skip

    return store.ask(SKIPS_OF, Skip, person=person)


SKIPS_SINCE = made(Statement, (
    'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.week >= :week ORDER BY skip.id',
    (('week', 'text'),),
    (),
))


def skips_since(store: Store, week: "str") -> "list[Skip]":
    """Who was skipped or swapped in a week or later."""
    from netlog.domain.pins import Skip

    return store.ask(SKIPS_SINCE, Skip, week=week)


SKIPS_IN = made(Statement, (
    'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.week = :week ORDER BY skip.id',
    (('week', 'text'),),
    (),
))


def skips_in(store: Store, week: "str") -> "list[Skip]":
    """Who was skipped or swapped in a week."""
    from netlog.domain.pins import Skip

    return store.ask(SKIPS_IN, Skip, week=week)


LAST_PINNED = made(Statement, (
    "SELECT max(pin.period) AS period FROM pin WHERE pin.slot = 'new' AND pin.period < :before",
    (('before', 'text'),),
    (),
))


def last_pinned(store: Store, before: "str") -> "str | None":
    """The last week before another that had a pick."""
    value: str | None = store.scalar(LAST_PINNED, before=before)
    return value


PICKED_OFTEN = made(Statement, (
    "SELECT pin.person_id, count(*) AS weeks FROM pin WHERE pin.slot = 'new' AND pin.place = 0 GROUP BY pin.person_id HAVING count(*) > 2",
    (),
    (),
))


def picked_often(store: Store) -> "dict[int, int]":
    """People who were the pick of three weeks or more, and of how many."""
    return store.lookup(PICKED_OFTEN)


LAST_MET = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.last_contact IS NOT NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.last_contact DESC, person.id LIMIT 20 OFFSET 0',
    (('today', 'day'),),
    ((11, 'flag'), (12, 'flag'), (13, 'flag'), (14, 'day'), (15, 'day'), (16, 'day'), (17, 'day'), (22, 'day'), (23, 'day'), (24, 'day'), (25, 'day'), (26, 'day'), (29, 'flag')),
))


def last_met(store: Store, today: "date") -> "list[Person]":
    """People with a contact, the most recent first, at most 20."""
    from netlog.domain.person import Person

    return store.ask(LAST_MET, Person, today=today)


COUNT_NEW = made(Statement, (
    'SELECT count(*) AS people FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL',
    (),
    (),
))


def count_new(store: Store) -> "int":
    """How many are new."""
    return store.number(COUNT_NEW)


COUNT_WAITING = made(Statement, (
    'SELECT count(*) AS people FROM person WHERE person.cadence = :cadence AND person.waits_from <= :latest AND (person.known = 1 OR person.first_sitdown IS NOT NULL) AND (person.waits_from <= :keep_until OR person.waits_from <= :dormant_until AND (person.last_contact IS NOT NULL OR person.known = 1))',
    (('cadence', 'text'), ('latest', 'day'), ('keep_until', 'day'), ('dormant_until', 'day')),
    (),
))


def count_waiting(store: Store, cadence: "str", latest: "date", keep_until: "date", dormant_until: "date") -> "int":
    """How many of a cadence, not new, wait for keep or reconnect."""
    return store.number(COUNT_WAITING, cadence=cadence, latest=latest, keep_until=keep_until, dormant_until=dormant_until)


STANDING = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.id = :id',
    (('id', 'whole'),),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (5, 'day'), (7, 'day'), (8, 'day'), (9, 'day')),
))


def standing(store: Store, id: "int") -> "Standing | None":
    """Where one person stands."""
    from netlog.domain.person import Standing

    return store.first(STANDING, Standing, id=id)


RESTING = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.resting = 1',
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (5, 'day'), (7, 'day'), (8, 'day'), (9, 'day')),
))


def resting(store: Store) -> "list[Standing]":
    """Everybody who rests."""
    from netlog.domain.person import Standing

    return store.ask(RESTING, Standing)


SNOOZED = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.snoozed_until IS NOT NULL AND person.snoozed_until > :today',
    (('today', 'day'),),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (5, 'day'), (7, 'day'), (8, 'day'), (9, 'day')),
))


def snoozed(store: Store, today: "date") -> "list[Standing]":
    """Everybody who is snoozed beyond a day."""
    from netlog.domain.person import Standing

    return store.ask(SNOOZED, Standing, today=today)


NO_SELL = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.no_sell = 1 AND person.known = 0 AND person.first_sitdown IS NULL',
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (5, 'day'), (7, 'day'), (8, 'day'), (9, 'day')),
))


def no_sell(store: Store) -> "list[Standing]":
    """Everybody new who is nobody to sell to."""
    from netlog.domain.person import Standing

    return store.ask(NO_SELL, Standing)


DROPPED = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.dropped = 1 AND person.known = 0 AND person.first_sitdown IS NULL',
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (5, 'day'), (7, 'day'), (8, 'day'), (9, 'day')),
))


def dropped(store: Store) -> "list[Standing]":
    """Everybody new whose introductions were all dropped."""
    from netlog.domain.person import Standing

    return store.ask(DROPPED, Standing)


UNANSWERED = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.attempts > 1',
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (5, 'day'), (7, 'day'), (8, 'day'), (9, 'day')),
))


def unanswered(store: Store) -> "list[Standing]":
    """Everybody with two attempts or more since the last contact."""
    from netlog.domain.person import Standing

    return store.ask(UNANSWERED, Standing)


MET = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person JOIN presence ON presence.person_id = person.id JOIN touch ON touch.id = presence.touch_id WHERE touch.day >= :since AND touch.day <= :until AND touch.in_person = 1 AND touch.answered = 1',
    (('since', 'day'), ('until', 'day')),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (5, 'day'), (7, 'day'), (8, 'day'), (9, 'day')),
))


def met(store: Store, since: "date", until: "date") -> "list[Standing]":
    """Where those stand who were seen in person between two days."""
    from netlog.domain.person import Standing

    return store.ask(MET, Standing, since=since, until=until)


FIRST_COFFEES = made(Statement, (
    "SELECT presence.person_id, touch.day, touch.id AS touch_id, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE person.first_sitdown >= :since AND person.first_sitdown <= :until AND person.known = 0 AND ('' || touch.day) = person.first_sitdown AND touch.sit_down = 1 AND touch.answered = 1 ORDER BY touch.day, touch.id, presence.id",
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'),),
))


def first_coffees(store: Store, since: "date", until: "date") -> "list[FirstCoffee]":
    """First sit-downs with new people, the oldest first; one or more of a day."""
    from netlog.domain.evidence import FirstCoffee

    return store.ask(FIRST_COFFEES, FirstCoffee, since=since, until=until)


SECOND_SITDOWNS = made(Statement, (
    "SELECT presence.person_id, min(touch.day) AS day FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id WHERE person.last_sitdown > person.first_sitdown AND ('' || touch.day) > person.first_sitdown AND touch.sit_down = 1 AND touch.answered = 1 GROUP BY presence.person_id",
    (),
    ((1, 'day'),),
))


def second_sitdowns(store: Store) -> "dict[int, date]":
    """The day of the second sit-down, by person."""
    return store.lookup(SECOND_SITDOWNS)


MEETINGS = made(Statement, (
    'SELECT presence.person_id, touch.day, touch.entered FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id WHERE touch.day <= :until AND touch.in_person = 1 AND touch.answered = 1 AND person.known + 0 = 0 ORDER BY touch.day, touch.id',
    (('until', 'day'),),
    ((1, 'day'),),
))


def meetings(store: Store, until: "date") -> "list[FirstMeeting]":
    """Meetings in person with people who were new, the oldest first."""
    from netlog.domain.evidence import FirstMeeting

    return store.ask(MEETINGS, FirstMeeting, until=until)


OUTCOME_STARTS = made(Statement, (
    "SELECT entry.id, entry.person_id, entry.day, entry.they_called, entry.introduction_id, coalesce(touch_1.day, (SELECT max(touch.day) AS max_1 FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = entry.person_id AND touch.day <= entry.day AND touch.answered = 1)) AS touch_day FROM entry LEFT OUTER JOIN touch AS touch_1 ON touch_1.id = entry.touch_id AND touch_1.answered = 1 WHERE entry.way = 'got' AND entry.day <= :until ORDER BY entry.day, entry.id",
    (('until', 'day'),),
    ((2, 'day'), (3, 'flag'), (5, 'day')),
))


def outcome_starts(store: Store, until: "date") -> "list[Outcome]":
    """Everything got up to a day, the oldest first."""
    from netlog.domain.evidence import Outcome

    return store.ask(OUTCOME_STARTS, Outcome, until=until)


REFERRALS = made(Statement, (
    "SELECT introduction.b_id AS person_id, introduction.inbound, introduction.id, introduction.day, introduction.state, introduction.entered, introduction.introducer_id, person.handle, person.name, anon_1.day AS bought_on, coalesce(detail.id, 0) AS marked FROM introduction JOIN person ON person.id = introduction.introducer_id LEFT OUTER JOIN (SELECT entry.person_id AS person_id, min(entry.day) AS day FROM entry WHERE entry.way = 'got' AND (entry.kind = 'client' OR entry.cents > 0 AND entry.kind != 'referral') GROUP BY entry.person_id) AS anon_1 ON anon_1.person_id = person.id LEFT OUTER JOIN detail ON detail.person_id = person.id AND detail.field = 'kind' AND detail.folded = 'client' WHERE introduction.a_id = 1 AND introduction.day <= :until ORDER BY introduction.day, introduction.id",
    (('until', 'day'),),
    ((1, 'flag'), (3, 'day'), (9, 'day')),
))


def referrals(store: Store, until: "date") -> "list[Referral]":
    """Introductions to me up to a day, dropped ones too, the oldest first."""
    from netlog.domain.evidence import Referral
    from netlog.domain.introduction import Way

    return [Referral(row[0], row[1], Way(*row[2:11])) for row in store.rows(REFERRALS, until=until)]


TRIED = made(Statement, (
    'SELECT presence.person_id, touch.day, touch.answered FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day <= :until AND presence.person_id IN (SELECT presence_1.person_id FROM presence AS presence_1 JOIN touch AS touch_1 ON touch_1.id = presence_1.touch_id WHERE touch_1.day <= :until AND touch_1.answered = 0) ORDER BY touch.day, touch.id',
    (('until', 'day'),),
    ((1, 'day'), (2, 'flag')),
))


def tried(store: Store, until: "date") -> "list[Tried]":
    """Touches with whoever was tried in vain, the oldest first."""
    from netlog.domain.evidence import Tried

    return store.ask(TRIED, Tried, until=until)


ARRIVALS = made(Statement, (
    'SELECT person.id AS person_id, person.first_sitdown, person.starts_on, person.connected_on, change.at, change.command AS typed FROM person LEFT OUTER JOIN change ON change.id = person.entered WHERE person.id > 1 AND person.known = 0 ORDER BY person.id',
    (),
    ((1, 'day'), (2, 'day'), (3, 'day'), (4, 'moment')),
))


def arrivals(store: Store) -> "list[Arrival]":
    """Everybody who was new once, and how they were taken in."""
    from netlog.domain.evidence import Arrival

    return store.ask(ARRIVALS, Arrival)


EVERY_THANK = made(Statement, (
    "SELECT thank.entry_id, entry.day, thank.thanked_on, person.handle, person.name, entry.kind, entry.text, person_1.name AS giver FROM thank JOIN entry ON entry.id = thank.entry_id JOIN person ON person.id = thank.person_id JOIN person AS person_1 ON person_1.id = entry.person_id WHERE entry.way = 'got' AND entry.day >= :since AND entry.day <= :until ORDER BY entry.day, entry.id, person.handle",
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'), (2, 'day')),
))


def every_thank(store: Store, since: "date", until: "date") -> "list[Thanked]":
    """Everybody on the paths of the outcomes between two days."""
    from netlog.domain.evidence import Thanked

    return store.ask(EVERY_THANK, Thanked, since=since, until=until)


PICKS = made(Statement, (
    "SELECT pin.period AS week, pin.person_id, person.handle, person.name FROM pin LEFT OUTER JOIN person ON person.id = pin.person_id WHERE pin.slot = 'new' AND pin.place = 0 AND pin.period >= :first AND pin.period <= :last ORDER BY pin.period",
    (('first', 'text'), ('last', 'text')),
    (),
))


def picks(store: Store, first: "str", last: "str") -> "list[Pick]":
    """The first pick of each week, from one week to another."""
    from netlog.domain.evidence import Pick

    return store.ask(PICKS, Pick, first=first, last=last)


HOSTED = made(Statement, (
    'SELECT introduction.id, introduction.a_id, introduction.b_id, introduction.day, introduction.state FROM introduction WHERE introduction.introducer_id = 1 AND introduction.day >= :since AND introduction.day <= :until ORDER BY introduction.day, introduction.id',
    (('since', 'day'), ('until', 'day')),
    ((3, 'day'),),
))


def hosted(store: Store, since: "date", until: "date") -> "list[Hosted]":
    """Introductions that I made between two days."""
    from netlog.domain.evidence import Hosted

    return store.ask(HOSTED, Hosted, since=since, until=until)


EXCHANGED = made(Statement, (
    'SELECT entry.person_id, entry.way, entry.day FROM entry WHERE entry.day >= :since AND entry.day <= :until ORDER BY entry.day, entry.id',
    (('since', 'day'), ('until', 'day')),
    ((2, 'day'),),
))


def exchanged(store: Store, since: "date", until: "date") -> "list[Exchanged]":
    """What was given and got between two days, the oldest first."""
    from netlog.domain.evidence import Exchanged

    return store.ask(EXCHANGED, Exchanged, since=since, until=until)


GUESSED = made(Statement, (
    'SELECT guess.touch_id, touch.day, guess.word, presence.person_id FROM guess JOIN touch ON touch.id = guess.touch_id JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND touch.day <= :until ORDER BY touch.day, touch.id, presence.id',
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'),),
))


def guessed(store: Store, since: "date", until: "date") -> "list[Guessed]":
    """Guesses of touches between two days, one for each person there."""
    from netlog.domain.evidence import Guessed

    return store.ask(GUESSED, Guessed, since=since, until=until)


NEWEST_DONE = made(Statement, (
    "SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.state = 'done' ORDER BY change.id DESC LIMIT 1 OFFSET 0",
    (),
    ((2, 'moment'),),
))


def newest_done(store: Store) -> "Change | None":
    """The newest change that is done."""
    from netlog.domain.journal import Change

    return store.first(NEWEST_DONE, Change)


OLDEST_UNDONE = made(Statement, (
    "SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.state = 'undone' ORDER BY change.id LIMIT 1 OFFSET 0",
    (),
    ((2, 'moment'),),
))


def oldest_undone(store: Store) -> "Change | None":
    """The oldest change that was undone: the next to do again."""
    from netlog.domain.journal import Change

    return store.first(OLDEST_UNDONE, Change)


UNDONE = made(Statement, (
    "SELECT change.id FROM change WHERE change.state = 'undone'",
    (),
    (),
))


def undone(store: Store) -> "list[int]":
    """The numbers of all changes that were undone."""
    return store.column(UNDONE)


LAST_FORGET = made(Statement, (
    "SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.command = 'forget' AND change.state = 'gone'",
    (),
    ((2, 'moment'),),
))


def last_forget(store: Store) -> "Change | None":
    """The forget that ended what could be undone before it, where there was one."""
    from netlog.domain.journal import Change

    return store.first(LAST_FORGET, Change)


CHANGES = made(Statement, (
    "SELECT change.id, change.uid, change.at, change.command, change.state, (SELECT count(*) AS count_1 FROM change_row WHERE change_row.change_id = change.id) AS rows FROM change WHERE change.id >= coalesce((SELECT max(change_1.id) AS max_1 FROM change AS change_1 WHERE change_1.command = 'forget' AND change_1.state = 'gone'), 0) ORDER BY change.id DESC LIMIT :most OFFSET 0",
    (('most', 'whole'),),
    ((2, 'moment'),),
))


def changes(store: Store, most: "int") -> "list[ChangeCounted]":
    """The last changes, the newest first; of those before a forget, none.

    Of what came before it there is nothing but that somebody came by an import.
    """
    from netlog.domain.journal import ChangeCounted

    return store.ask(CHANGES, ChangeCounted, most=most)


ROWS_OF = made(Statement, (
    'SELECT change_row.id, change_row.uid, change_row.change_id, change_row.tab, change_row.row_id, change_row.last_id, change_row."before", change_row."after" FROM change_row WHERE change_row.change_id = :change ORDER BY change_row.id',
    (('change', 'whole'),),
    (),
))


def rows_of(store: Store, change: "int") -> "list[ChangeRow]":
    """The rows that a change wrote, in their order."""
    from netlog.db.records import ChangeRow

    return store.ask(ROWS_OF, ChangeRow, change=change)


EVERY_CHANGE_ROW = made(Statement, (
    'SELECT change_row.id, change_row.uid, change_row.change_id, change_row.tab, change_row.row_id, change_row.last_id, change_row."before", change_row."after" FROM change_row ORDER BY change_row.id',
    (),
    (),
))


def every_change_row(store: Store) -> "list[ChangeRow]":
    """Every row of the journal, the oldest first."""
    from netlog.db.records import ChangeRow

    return store.ask(EVERY_CHANGE_ROW, ChangeRow)


SCHEMA_VERSION = made(Statement, (
    'SELECT max(version.number) AS number FROM version',
    (),
    (),
))


def schema_version(store: Store) -> "int":
    """Which schema the file has."""
    return store.number(SCHEMA_VERSION)


NUMBERED = made(Statement, (
    "SELECT change_row.tab, change_row.row_id FROM change_row WHERE change_row.change_id = :change AND change_row.tab IN ('touch', 'introduction', 'promise', 'entry') ORDER BY change_row.id",
    (('change', 'whole'),),
    (),
))


def numbered(store: Store, change: "int") -> "list[Numbered]":
    """The touches, introductions, promises and entries that a change wrote."""
    from netlog.domain.journal import Numbered

    return store.ask(NUMBERED, Numbered, change=change)


CHANGES_MENTIONED = made(Statement, (
    'SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.id IN (SELECT person.entered AS number FROM person UNION SELECT touch.entered FROM touch UNION SELECT introduction.entered FROM introduction UNION SELECT promise.entered FROM promise UNION SELECT promise.closed FROM promise UNION SELECT entry.entered FROM entry) ORDER BY change.id',
    (),
    ((2, 'moment'),),
))


def changes_mentioned(store: Store) -> "list[Change]":
    """Changes by which something that is there was entered or closed."""
    from netlog.domain.journal import Change

    return store.ask(CHANGES_MENTIONED, Change)


COUNT_MENTIONED = made(Statement, (
    'SELECT count(*) AS changes FROM change WHERE change.id IN (SELECT person.entered AS number FROM person UNION SELECT touch.entered FROM touch UNION SELECT introduction.entered FROM introduction UNION SELECT promise.entered FROM promise UNION SELECT promise.closed FROM promise UNION SELECT entry.entered FROM entry)',
    (),
    (),
))


def count_mentioned(store: Store) -> "int":
    """How many changes these are."""
    return store.number(COUNT_MENTIONED)


LAST_MENTIONED = made(Statement, (
    'SELECT max(anon_1.number) AS number FROM (SELECT person.entered AS number FROM person UNION SELECT touch.entered AS entered FROM touch UNION SELECT introduction.entered AS entered FROM introduction UNION SELECT promise.entered AS entered FROM promise UNION SELECT promise.closed AS closed FROM promise UNION SELECT entry.entered AS entered FROM entry) AS anon_1',
    (),
    (),
))


def last_mentioned(store: Store) -> "int":
    """The highest number of a change by which something that is there was entered."""
    return store.number(LAST_MENTIONED)


SCRUBS = made(Statement, (
    'SELECT scrub.id, scrub.uid, scrub.what FROM scrub ORDER BY scrub.id',
    (),
    (),
))


def scrubs(store: Store) -> "list[Scrub]":
    """What must still be cleaned of those who were forgotten."""
    from netlog.db.records import Scrub

    return store.ask(SCRUBS, Scrub)


FORGETTINGS = made(Statement, (
    'SELECT forgetting.id, forgetting.uid, forgetting.salt FROM forgetting ORDER BY forgetting.id',
    (),
    (),
))


def forgettings(store: Store) -> "list[Forgetting]":
    """Everybody who was forgotten."""
    from netlog.db.records import Forgetting

    return store.ask(FORGETTINGS, Forgetting)


MARKS = made(Statement, (
    'SELECT mark.id, mark.uid, mark.forgetting_id, mark.hash FROM mark ORDER BY mark.id',
    (),
    (),
))


def marks(store: Store) -> "list[Mark]":
    """Every mark of somebody who was forgotten."""
    from netlog.db.records import Mark

    return store.ask(MARKS, Mark)


COUNT_FORGETTINGS = made(Statement, (
    'SELECT count(*) AS forgettings FROM forgetting',
    (),
    (),
))


def count_forgettings(store: Store) -> "int":
    """How many were forgotten and left a mark."""
    return store.number(COUNT_FORGETTINGS)


CALLED = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.folded FROM person WHERE person.id > 1 ORDER BY person.id',
    (),
    (),
))


def called(store: Store) -> "list[tuple[int, str, str, str]]":
    """Everybody's key, uid, handle and normalized name."""
    return [tuple(row) for row in store.rows(CALLED)]


ALIASES = made(Statement, (
    "SELECT detail.person_id, detail.folded FROM detail WHERE detail.field = 'alias' AND detail.person_id > 1 ORDER BY detail.id",
    (),
    (),
))


def aliases(store: Store) -> "list[tuple[int, str]]":
    """Every other name, normalized, with whose it is."""
    return [tuple(row) for row in store.rows(ALIASES)]


REMEMBERED = made(Statement, (
    'SELECT change_row.tab, change_row.row_id, change_row."before", change_row."after" FROM change_row WHERE change_row.tab IN (\'person\', \'detail\') AND (change_row.tab = \'detail\' OR change_row."before" IS NULL OR change_row."after" IS NULL OR change_row."before" LIKE \'%"name":%\' OR change_row."before" LIKE \'%"handle":%\') AND (change_row."before" IS NOT NULL OR change_row."after" != \'\') ORDER BY change_row.id',
    (),
    (),
))


def remembered(store: Store) -> "list[tuple[str, int, str | None, str | None]]":
    """Where the journal has details, people who came or went, names and handles."""
    return [tuple(row) for row in store.rows(REMEMBERED)]


TOOK_SOMEBODY_OUT = made(Statement, (
    'SELECT DISTINCT change_row.change_id FROM change_row JOIN change ON change.id = change_row.change_id WHERE change_row.tab = \'person\' AND change_row."after" IS NULL AND change.state = \'done\' ORDER BY change_row.change_id',
    (),
    (),
))


def took_somebody_out(store: Store) -> "list[int]":
    """The changes that took somebody out, and were not undone."""
    return store.column(TOOK_SOMEBODY_OUT)


IMPORTS_OF_PEOPLE = made(Statement, (
    "SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.command LIKE '%import%' AND change.id IN (SELECT person.entered FROM person) ORDER BY change.id",
    (),
    ((2, 'moment'),),
))


def imports_of_people(store: Store) -> "list[Change]":
    """The imports by which somebody came who is there."""
    from netlog.domain.journal import Change

    return store.ask(IMPORTS_OF_PEOPLE, Change)


DESERTED_PLACES = made(Statement, (
    'SELECT place.id FROM place WHERE (place.id NOT IN (SELECT touch.place_id FROM touch WHERE touch.place_id IS NOT NULL)) ORDER BY place.id',
    (),
    (),
))


def deserted_places(store: Store) -> "list[int]":
    """Places at which nothing happened any more."""
    return store.column(DESERTED_PLACES)


ENTRIES_LED_TO = made(Statement, (
    'SELECT entry.id FROM entry WHERE entry.other_id = :person OR entry.introduction_id IN (SELECT introduction.id FROM introduction WHERE introduction.introducer_id = :person OR introduction.a_id = :person OR introduction.b_id = :person) ORDER BY entry.id',
    (('person', 'whole'),),
    (),
))


def entries_led_to(store: Store, person: "int") -> "list[int]":
    """Entries about somebody, or by an introduction in which they have a part."""
    return store.column(ENTRIES_LED_TO, person=person)


EVERY_STANDING = made(Statement, (
    'SELECT person.id, person.handle, person.name, person.folded, person.org, person.every, person.starts_on, person.draw, person.cadence, person.cluster, person.waits_from, person.last_contact, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person ORDER BY person.id',
    (),
    (),
))


def every_standing(store: Store) -> "list[PersonState]":
    """Everybody, the user too, as they stand in the file."""
    from netlog.domain.standing import PersonState

    return store.ask(EVERY_STANDING, PersonState)


SEEN = made(Statement, (
    'SELECT presence.person_id, max(touch.day) AS last_contact, min(CASE WHEN (touch.sit_down = 1) THEN touch.day END) AS first_sitdown, max(CASE WHEN (touch.sit_down = 1) THEN touch.day END) AS last_sitdown, max(CASE WHEN (touch.in_person = 1) THEN touch.day END) AS seen, count(*) AS touches FROM touch JOIN presence ON touch.id + 0 = presence.touch_id WHERE touch.answered + 0 = 1 GROUP BY presence.person_id',
    (),
    (),
))


def seen(store: Store) -> "list[TouchSums]":
    """What all answered touches with each person come to."""
    from netlog.domain.standing import TouchSums

    return store.ask(SEEN, TouchSums)


ATTEMPTS = made(Statement, (
    'SELECT presence.person_id, touch.day, touch.id FROM touch JOIN presence ON touch.id + 0 = presence.touch_id WHERE touch.answered + 0 = 0',
    (),
    (),
))


def attempts(store: Store) -> "list[tuple[int, str, int]]":
    """Every attempt: whom, the day, the touch."""
    return [tuple(row) for row in store.rows(ATTEMPTS)]


EVERY_INTRODUCTION = made(Statement, (
    'SELECT introduction.id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state FROM introduction ORDER BY introduction.id',
    (),
    (),
))


def every_introduction(store: Store) -> "list[IntroductionState]":
    """Every introduction, as it stands in the file."""
    from netlog.domain.introduction import IntroductionState

    return store.ask(EVERY_INTRODUCTION, IntroductionState)


TOGETHER = made(Statement, (
    'SELECT introduction.id, (SELECT max(touch.day) AS max_1 FROM touch JOIN presence ON presence.touch_id = touch.id JOIN presence AS presence_1 ON presence_1.touch_id = presence.touch_id WHERE presence.person_id = introduction.a_id AND presence_1.person_id = introduction.b_id AND touch.in_person = 1 AND touch.answered = 1) AS day FROM introduction WHERE introduction.a_id > 1',
    (),
    (),
))


def together(store: Store) -> "dict[int, str | None]":
    """The last day two others were seen together, by their introduction."""
    return store.lookup(TOGETHER)


EVERY_PLACE = made(Statement, (
    'SELECT place.id, place.uid, place.name, place.folded FROM place ORDER BY place.id',
    (),
    (),
))


def every_place(store: Store) -> "list[Place]":
    """Every place."""
    from netlog.db.records import Place

    return store.ask(EVERY_PLACE, Place)


THANK_ROWS = made(Statement, (
    'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank ORDER BY thank.entry_id, thank.person_id',
    (),
    ((4, 'day'),),
))


def thank_rows(store: Store) -> "list[Thank]":
    """Who waits to be thanked for what, and who was."""
    from netlog.domain.ledger import Thank

    return store.ask(THANK_ROWS, Thank)


TOUCHES_AFTER = made(Statement, (
    'SELECT touch.id FROM touch WHERE touch.day > :today ORDER BY touch.id',
    (('today', 'day'),),
    (),
))


def touches_after(store: Store, today: "date") -> "list[int]":
    """Touches that are dated after a day."""
    return store.column(TOUCHES_AFTER, today=today)


INTRODUCTIONS_AFTER = made(Statement, (
    'SELECT introduction.id FROM introduction WHERE introduction.day > :today ORDER BY introduction.id',
    (('today', 'day'),),
    (),
))


def introductions_after(store: Store, today: "date") -> "list[int]":
    """Introductions that are dated after a day."""
    return store.column(INTRODUCTIONS_AFTER, today=today)


CHANGES_AFTER = made(Statement, (
    "SELECT change.id FROM change WHERE change.at > :now AND change.state = 'done' ORDER BY change.id",
    (('now', 'moment'),),
    (),
))


def changes_after(store: Store, now: "datetime") -> "list[int]":
    """Changes made later than a moment."""
    return store.column(CHANGES_AFTER, now=now)


LAST_CHANGE = made(Statement, (
    'SELECT change.id, change.at FROM change ORDER BY change.id DESC LIMIT 1 OFFSET 0',
    (),
    ((1, 'moment'),),
))


def last_change(store: Store) -> "tuple[int, datetime] | None":
    """The newest change, and when it was made."""
    return next((tuple(row) for row in store.rows(LAST_CHANGE)), None)


SCHEMAS = made(Statement, (
    'SELECT version.at FROM version ORDER BY version.id',
    (),
    ((0, 'moment'),),
))


def schemas(store: Store) -> "list[datetime]":
    """When the file came to each of its schemas, the first one first."""
    return store.column(SCHEMAS)
