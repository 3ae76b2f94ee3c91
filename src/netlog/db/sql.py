"""The SQL that runs, compiled from tables and questions: do not edit.

Made by `python -m netlog.db.build`; a test keeps it current.
"""

from typing import TYPE_CHECKING, Any

from netlog.db.store import Statement, Store, TableSQL

made = tuple.__new__  # as a statement is made, a hundred times
if TYPE_CHECKING:
    from datetime import date, datetime
    from netlog.db.records import Anniversary, ChangeRow, Forgetting, Guess, Mark, Place, Presence, Retired, Scrub
    from netlog.domain.acquaintance import Acquaintance, Hand, Office
    from netlog.domain.booking import BookedWith, Booking
    from netlog.domain.evidence import Approached, Arrival, Candidate, Exchanged, FirstCoffee, FirstMeeting, Guessed, Hosted, Outcome, Pick, Referral, Thanked, Tried
    from netlog.domain.introduction import Introduced, Introducer, Introduction, IntroductionNamed, IntroductionState, Link, Way
    from netlog.domain.journal import Change, ChangeCounted, Numbered
    from netlog.domain.ledger import Entry, EntryOf, Thank, ToThank
    from netlog.domain.matching import Offer
    from netlog.domain.person import AlikePair, Detail, Found, NameState, Named, Person, Sat, Standing
    from netlog.domain.pins import Pin, Skip
    from netlog.domain.promise import Promise, PromisePast
    from netlog.domain.touch import Contact, Met, Sent, Touch, TouchAt

SCHEMA = (
    'CREATE TABLE active_week ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, week TEXT NOT NULL, UNIQUE (uid), UNIQUE (week) ) STRICT',
    "CREATE TABLE change ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, at TEXT NOT NULL, command TEXT NOT NULL, state TEXT NOT NULL, CHECK (state IN ('done', 'undone', 'gone')), UNIQUE (uid) ) STRICT",
    'CREATE INDEX change_state ON change (state)',
    'CREATE TABLE forgetting ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, salt TEXT NOT NULL, UNIQUE (uid) ) STRICT',
    "CREATE TABLE person ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, org TEXT NOT NULL, role TEXT NOT NULL, city TEXT NOT NULL, note TEXT NOT NULL, birthday TEXT NOT NULL, every TEXT NOT NULL, said_known TEXT NOT NULL, no_sell INTEGER NOT NULL, entity TEXT NOT NULL, source TEXT NOT NULL, resting INTEGER NOT NULL, snoozed_until TEXT, woken_on TEXT, woken INTEGER, connected_on TEXT, added_on TEXT NOT NULL, starts_on TEXT NOT NULL, entered INTEGER NOT NULL, draw INTEGER NOT NULL, rhythm TEXT NOT NULL, cluster TEXT NOT NULL, waits_from TEXT NOT NULL, known INTEGER NOT NULL, connected INTEGER NOT NULL, last_contact TEXT, last_heard TEXT, last_reached TEXT, last_tried TEXT, open_tries INTEGER NOT NULL, first_sitdown TEXT, last_sitdown TEXT, fresh_on TEXT, usual_gap INTEGER, touches INTEGER NOT NULL, contact_days INTEGER NOT NULL, dropped INTEGER NOT NULL, CHECK (handle <> '' AND name <> ''), CHECK (said_known IN ('', 'yes', 'no')), CHECK (entity IN ('person', 'company', 'mailbox', 'group')), CHECK (source IN ('typed', 'contacts', 'linkedin', 'list')), CHECK (known IN (0, 1) AND connected IN (0, 1) AND no_sell IN (0, 1) AND resting IN (0, 1) AND dropped IN (0, 1)), CHECK (date(snoozed_until, '+0 days') IS snoozed_until AND date(connected_on, '+0 days') IS connected_on AND date(woken_on, '+0 days') IS woken_on AND date(added_on, '+0 days') IS added_on AND date(starts_on, '+0 days') IS starts_on), CHECK (date(last_contact, '+0 days') IS last_contact AND date(last_heard, '+0 days') IS last_heard AND date(last_reached, '+0 days') IS last_reached AND date(last_tried, '+0 days') IS last_tried), CHECK (date(waits_from, '+0 days') IS waits_from AND date(first_sitdown, '+0 days') IS first_sitdown AND date(last_sitdown, '+0 days') IS last_sitdown AND date(fresh_on, '+0 days') IS fresh_on), UNIQUE (uid), UNIQUE (handle) ) STRICT",
    "CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday <> ''",
    'CREATE INDEX person_cluster ON person (cluster, last_contact) WHERE last_contact IS NOT NULL',
    "CREATE INDEX person_dealt ON person (rhythm, starts_on) WHERE last_contact IS NULL AND rhythm <> ''",
    'CREATE INDEX person_dormant ON person (draw, last_contact)',
    'CREATE INDEX person_draw ON person (known, first_sitdown, connected, draw)',
    'CREATE INDEX person_dropped ON person (dropped) WHERE dropped = 1',
    "CREATE INDEX person_entity ON person (entity) WHERE entity <> 'person'",
    'CREATE INDEX person_first ON person (first_sitdown, known) WHERE first_sitdown IS NOT NULL',
    'CREATE INDEX person_fresh ON person (known, first_sitdown, connected, fresh_on)',
    'CREATE INDEX person_last ON person (last_sitdown) WHERE last_sitdown IS NOT NULL',
    'CREATE INDEX person_name ON person (folded, handle)',
    'CREATE INDEX person_no_sell ON person (no_sell) WHERE no_sell = 1',
    'CREATE INDEX person_recent ON person (last_contact) WHERE last_contact IS NOT NULL',
    'CREATE INDEX person_resting ON person (resting) WHERE resting = 1',
    'CREATE INDEX person_rhythm ON person (rhythm, waits_from, last_contact, known, first_sitdown)',
    'CREATE INDEX person_snoozed ON person (snoozed_until) WHERE snoozed_until IS NOT NULL',
    'CREATE INDEX person_tried ON person (last_tried) WHERE open_tries > 0',
    "CREATE TABLE pin ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, slot TEXT NOT NULL, period TEXT NOT NULL, place INTEGER NOT NULL, day TEXT NOT NULL, person_id INTEGER NOT NULL, CHECK (slot IN ('new', 'reconnect', 'keep', 'ask', 'phone', 'no_answer')), CHECK (date(day, '+0 days') IS day), UNIQUE (slot, period, place), UNIQUE (uid) ) STRICT",
    'CREATE INDEX pin_day ON pin (slot, day, person_id)',
    'CREATE INDEX pin_person ON pin (person_id, slot)',
    "CREATE TABLE place ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, CHECK (name <> ''), UNIQUE (uid), UNIQUE (folded) ) STRICT",
    'CREATE TABLE retired ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, handle TEXT NOT NULL, UNIQUE (uid), UNIQUE (handle) ) STRICT',
    'CREATE TABLE scrub ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, what TEXT NOT NULL, UNIQUE (uid) ) STRICT',
    'CREATE TABLE version ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, UNIQUE (uid), UNIQUE (number) ) STRICT',
    "CREATE TABLE anniversary ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, label TEXT NOT NULL, day TEXT NOT NULL, entered INTEGER NOT NULL, CHECK (label <> '' AND day <> ''), UNIQUE (person_id, label), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX anniversary_day ON anniversary (substr(day, -5))',
    'CREATE TABLE change_row ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, change_id INTEGER NOT NULL, tab TEXT NOT NULL, row_id INTEGER NOT NULL, last_id INTEGER NOT NULL, "before" TEXT, "after" TEXT, CHECK (before IS NOT NULL OR after IS NOT NULL), CHECK (row_id <= last_id), UNIQUE (uid), FOREIGN KEY(change_id) REFERENCES change (id) ) STRICT',
    'CREATE INDEX change_row_change ON change_row (change_id)',
    "CREATE TABLE detail ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL, entered INTEGER NOT NULL, CHECK (value <> ''), CHECK (field IN ('email', 'phone', 'url', 'card', 'tag', 'kind', 'alias', 'city', 'likes', 'needs', 'offers')), UNIQUE (field, folded, person_id), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX detail_person ON detail (person_id)',
    "CREATE TABLE introduction ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, introducer_id INTEGER NOT NULL, a_id INTEGER NOT NULL, b_id INTEGER NOT NULL, day TEXT NOT NULL, said TEXT NOT NULL, state TEXT NOT NULL, inbound INTEGER NOT NULL, words TEXT NOT NULL, entered INTEGER NOT NULL, CHECK (a_id < b_id), CHECK (introducer_id NOT IN (a_id, b_id)), CHECK (said IN ('offered', 'made', 'met', 'dropped')), CHECK (state IN ('offered', 'made', 'met', 'dropped')), CHECK (inbound IN (0, 1)), CHECK (date(day, '+0 days') IS day), UNIQUE (a_id, b_id, introducer_id), UNIQUE (uid), FOREIGN KEY(introducer_id) REFERENCES person (id), FOREIGN KEY(a_id) REFERENCES person (id), FOREIGN KEY(b_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX introduction_b ON introduction (b_id, a_id)',
    'CREATE INDEX introduction_by ON introduction (introducer_id)',
    'CREATE INDEX introduction_day ON introduction (day)',
    'CREATE TABLE mark ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, forgetting_id INTEGER NOT NULL, hash TEXT NOT NULL, UNIQUE (uid), FOREIGN KEY(forgetting_id) REFERENCES forgetting (id), UNIQUE (hash) ) STRICT',
    'CREATE INDEX mark_forgetting ON mark (forgetting_id)',
    "CREATE TABLE promise ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, text TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, closed_on TEXT, closed INTEGER, theirs INTEGER NOT NULL, entered INTEGER NOT NULL, CHECK (text <> ''), CHECK ((state = 'open') = (closed_on IS NULL)), CHECK (state IN ('open', 'kept', 'dropped')), CHECK (theirs IN (0, 1)), CHECK (date(due, '+0 days') IS due AND date(closed_on, '+0 days') IS closed_on), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX promise_closed ON promise (closed_on)',
    "CREATE INDEX promise_open ON promise (due) WHERE state = 'open'",
    'CREATE INDEX promise_person ON promise (person_id)',
    "CREATE TABLE skip ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, week TEXT NOT NULL, how TEXT NOT NULL, slot TEXT NOT NULL, CHECK (how IN ('skip', 'swap')), UNIQUE (person_id, week, how), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX skip_week ON skip (week)',
    "CREATE TABLE touch ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, place_id INTEGER, note TEXT NOT NULL, in_person INTEGER NOT NULL, sit_down INTEGER NOT NULL, two_way INTEGER NOT NULL, inbound INTEGER NOT NULL, entered INTEGER NOT NULL, CHECK (kind <> ''), CHECK (in_person IN (0, 1) AND sit_down IN (0, 1) AND two_way IN (0, 1) AND inbound IN (0, 1)), CHECK (date(day, '+0 days') IS day), UNIQUE (uid), FOREIGN KEY(place_id) REFERENCES place (id) ) STRICT",
    'CREATE INDEX touch_day ON touch (day)',
    'CREATE INDEX touch_place ON touch (place_id)',
    "CREATE TABLE booking ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, day TEXT NOT NULL, hour TEXT NOT NULL, kind TEXT NOT NULL, place_id INTEGER, state TEXT NOT NULL, touch_id INTEGER, entered INTEGER NOT NULL, CHECK (kind <> ''), CHECK (state IN ('booked', 'held', 'cancelled', 'no-show')), CHECK (date(day, '+0 days') IS day), UNIQUE (uid), FOREIGN KEY(place_id) REFERENCES place (id), FOREIGN KEY(touch_id) REFERENCES touch (id) ) STRICT",
    'CREATE INDEX booking_day ON booking (day)',
    'CREATE INDEX booking_place ON booking (place_id)',
    'CREATE INDEX booking_touch ON booking (touch_id) WHERE touch_id IS NOT NULL',
    "CREATE TABLE entry ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, person_id INTEGER NOT NULL, way TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, day TEXT NOT NULL, cents INTEGER, touch_id INTEGER, introduction_id INTEGER, other_id INTEGER, they_called INTEGER NOT NULL, entered INTEGER NOT NULL, CHECK (way IN ('got', 'gave')), CHECK (kind IN ('client', 'referral', 'opener', 'interview', 'invitation', 'tip', 'advice', 'feedback', 'support', 'insight', 'information', 'resource', 'other')), CHECK (cents IS NULL OR cents >= 0), CHECK (touch_id IS NULL OR introduction_id IS NULL), CHECK (they_called IN (0, 1)), CHECK (date(day, '+0 days') IS day), UNIQUE (uid), FOREIGN KEY(person_id) REFERENCES person (id), FOREIGN KEY(touch_id) REFERENCES touch (id), FOREIGN KEY(introduction_id) REFERENCES introduction (id), FOREIGN KEY(other_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX entry_day ON entry (way, day)',
    'CREATE INDEX entry_introduction ON entry (introduction_id) WHERE introduction_id IS NOT NULL',
    'CREATE INDEX entry_other ON entry (other_id) WHERE other_id IS NOT NULL',
    'CREATE INDEX entry_person ON entry (person_id, way, day)',
    'CREATE INDEX entry_touch ON entry (touch_id) WHERE touch_id IS NOT NULL',
    "CREATE TABLE guess ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, touch_id INTEGER NOT NULL, word TEXT NOT NULL, CHECK (word IN ('unlikely', 'maybe', 'likely')), UNIQUE (touch_id), UNIQUE (uid), FOREIGN KEY(touch_id) REFERENCES touch (id) ) STRICT",
    "CREATE TABLE presence ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, touch_id INTEGER NOT NULL, person_id INTEGER NOT NULL, answered TEXT NOT NULL, answered_on TEXT, settled INTEGER, CHECK (answered IN ('yes', 'no', 'sent')), CHECK (answered = 'yes' OR answered_on IS NULL), CHECK (date(answered_on, '+0 days') IS answered_on), UNIQUE (person_id, touch_id), UNIQUE (uid), FOREIGN KEY(touch_id) REFERENCES touch (id), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX presence_touch ON presence (touch_id)',
    "CREATE TABLE attendee ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, booking_id INTEGER NOT NULL, person_id INTEGER NOT NULL, state TEXT NOT NULL, CHECK (state IN ('invited')), UNIQUE (person_id, booking_id), UNIQUE (uid), FOREIGN KEY(booking_id) REFERENCES booking (id), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX attendee_booking ON attendee (booking_id)',
    "CREATE TABLE thank ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, entry_id INTEGER NOT NULL, person_id INTEGER NOT NULL, thanked_on TEXT, CHECK (date(thanked_on, '+0 days') IS thanked_on), UNIQUE (entry_id, person_id), UNIQUE (uid), FOREIGN KEY(entry_id) REFERENCES entry (id), FOREIGN KEY(person_id) REFERENCES person (id) ) STRICT",
    'CREATE INDEX thank_person ON thank (person_id)',
    'CREATE INDEX thank_thanked ON thank (thanked_on) WHERE thanked_on IS NOT NULL',
    'CREATE INDEX thank_waits ON thank (person_id, entry_id) WHERE thanked_on IS NULL',
)

TABLES = {
    "active_week": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('week', 'text')),
        'INSERT INTO active_week (id, uid, week) VALUES (:id, :uid, :week) RETURNING id',
        'UPDATE active_week SET uid=:uid, week=:week WHERE active_week.id = :id',
        'DELETE FROM active_week WHERE active_week.id = :id',
        'SELECT active_week.id, active_week.uid, active_week.week FROM active_week WHERE active_week.id = :id',
        {},
        (('uid',), ('week',)),
    ),
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
        (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('said_known', 'text'), ('no_sell', 'flag'), ('entity', 'text'), ('source', 'text'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('woken', 'whole'), ('connected_on', 'day'), ('added_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('draw', 'whole'), ('rhythm', 'text'), ('cluster', 'text'), ('waits_from', 'day'), ('known', 'flag'), ('connected', 'flag'), ('last_contact', 'day'), ('last_heard', 'day'), ('last_reached', 'day'), ('last_tried', 'day'), ('open_tries', 'whole'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('usual_gap', 'whole'), ('touches', 'whole'), ('contact_days', 'whole'), ('dropped', 'flag')),
        'INSERT INTO person (id, uid, handle, name, folded, org, role, city, note, birthday, every, said_known, no_sell, entity, source, resting, snoozed_until, woken_on, woken, connected_on, added_on, starts_on, entered, draw, rhythm, cluster, waits_from, known, connected, last_contact, last_heard, last_reached, last_tried, open_tries, first_sitdown, last_sitdown, fresh_on, usual_gap, touches, contact_days, dropped) VALUES (:id, :uid, :handle, :name, :folded, :org, :role, :city, :note, :birthday, :every, :said_known, :no_sell, :entity, :source, :resting, :snoozed_until, :woken_on, :woken, :connected_on, :added_on, :starts_on, :entered, :draw, :rhythm, :cluster, :waits_from, :known, :connected, :last_contact, :last_heard, :last_reached, :last_tried, :open_tries, :first_sitdown, :last_sitdown, :fresh_on, :usual_gap, :touches, :contact_days, :dropped) RETURNING id',
        'UPDATE person SET uid=:uid, handle=:handle, name=:name, folded=:folded, org=:org, role=:role, city=:city, note=:note, birthday=:birthday, every=:every, said_known=:said_known, no_sell=:no_sell, entity=:entity, source=:source, resting=:resting, snoozed_until=:snoozed_until, woken_on=:woken_on, woken=:woken, connected_on=:connected_on, added_on=:added_on, starts_on=:starts_on, entered=:entered, draw=:draw, rhythm=:rhythm, cluster=:cluster, waits_from=:waits_from, known=:known, connected=:connected, last_contact=:last_contact, last_heard=:last_heard, last_reached=:last_reached, last_tried=:last_tried, open_tries=:open_tries, first_sitdown=:first_sitdown, last_sitdown=:last_sitdown, fresh_on=:fresh_on, usual_gap=:usual_gap, touches=:touches, contact_days=:contact_days, dropped=:dropped WHERE person.id = :id',
        'DELETE FROM person WHERE person.id = :id',
        'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.id = :id',
        {},
        (('handle',), ('uid',)),
    ),
    "pin": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('slot', 'text'), ('period', 'text'), ('place', 'whole'), ('day', 'day'), ('person_id', 'whole')),
        'INSERT INTO pin (id, uid, slot, period, place, day, person_id) VALUES (:id, :uid, :slot, :period, :place, :day, :person_id) RETURNING id',
        'UPDATE pin SET uid=:uid, slot=:slot, period=:period, place=:place, day=:day, person_id=:person_id WHERE pin.id = :id',
        'DELETE FROM pin WHERE pin.id = :id',
        'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.day, pin.person_id FROM pin WHERE pin.id = :id',
        {'person_id': 'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.day, pin.person_id FROM pin WHERE pin.person_id = :id ORDER BY pin.id'},
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
    "anniversary": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('label', 'text'), ('day', 'text'), ('entered', 'whole')),
        'INSERT INTO anniversary (id, uid, person_id, label, day, entered) VALUES (:id, :uid, :person_id, :label, :day, :entered) RETURNING id',
        'UPDATE anniversary SET uid=:uid, person_id=:person_id, label=:label, day=:day, entered=:entered WHERE anniversary.id = :id',
        'DELETE FROM anniversary WHERE anniversary.id = :id',
        'SELECT anniversary.id, anniversary.uid, anniversary.person_id, anniversary.label, anniversary.day, anniversary.entered FROM anniversary WHERE anniversary.id = :id',
        {'person_id': 'SELECT anniversary.id, anniversary.uid, anniversary.person_id, anniversary.label, anniversary.day, anniversary.entered FROM anniversary WHERE anniversary.person_id = :id ORDER BY anniversary.id'},
        (('person_id', 'label'), ('uid',)),
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
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('field', 'text'), ('value', 'text'), ('folded', 'text'), ('entered', 'whole')),
        'INSERT INTO detail (id, uid, person_id, field, value, folded, entered) VALUES (:id, :uid, :person_id, :field, :value, :folded, :entered) RETURNING id',
        'UPDATE detail SET uid=:uid, person_id=:person_id, field=:field, value=:value, folded=:folded, entered=:entered WHERE detail.id = :id',
        'DELETE FROM detail WHERE detail.id = :id',
        'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded, detail.entered FROM detail WHERE detail.id = :id',
        {'person_id': 'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded, detail.entered FROM detail WHERE detail.person_id = :id ORDER BY detail.id'},
        (('field', 'folded', 'person_id'), ('uid',)),
    ),
    "introduction": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('introducer_id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text'), ('inbound', 'flag'), ('words', 'text'), ('entered', 'whole')),
        'INSERT INTO introduction (id, uid, introducer_id, a_id, b_id, day, said, state, inbound, words, entered) VALUES (:id, :uid, :introducer_id, :a_id, :b_id, :day, :said, :state, :inbound, :words, :entered) RETURNING id',
        'UPDATE introduction SET uid=:uid, introducer_id=:introducer_id, a_id=:a_id, b_id=:b_id, day=:day, said=:said, state=:state, inbound=:inbound, words=:words, entered=:entered WHERE introduction.id = :id',
        'DELETE FROM introduction WHERE introduction.id = :id',
        'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered FROM introduction WHERE introduction.id = :id',
        {'introducer_id': 'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered FROM introduction WHERE introduction.introducer_id = :id ORDER BY introduction.id', 'a_id': 'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered FROM introduction WHERE introduction.a_id = :id ORDER BY introduction.id', 'b_id': 'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered FROM introduction WHERE introduction.b_id = :id ORDER BY introduction.id'},
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
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('text', 'text'), ('due', 'day'), ('state', 'text'), ('closed_on', 'day'), ('closed', 'whole'), ('theirs', 'flag'), ('entered', 'whole')),
        'INSERT INTO promise (id, uid, person_id, text, due, state, closed_on, closed, theirs, entered) VALUES (:id, :uid, :person_id, :text, :due, :state, :closed_on, :closed, :theirs, :entered) RETURNING id',
        'UPDATE promise SET uid=:uid, person_id=:person_id, text=:text, due=:due, state=:state, closed_on=:closed_on, closed=:closed, theirs=:theirs, entered=:entered WHERE promise.id = :id',
        'DELETE FROM promise WHERE promise.id = :id',
        'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.theirs, promise.entered FROM promise WHERE promise.id = :id',
        {'person_id': 'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.theirs, promise.entered FROM promise WHERE promise.person_id = :id ORDER BY promise.id'},
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
        (('id', 'whole'), ('uid', 'text'), ('kind', 'text'), ('day', 'day'), ('place_id', 'whole'), ('note', 'text'), ('in_person', 'flag'), ('sit_down', 'flag'), ('two_way', 'flag'), ('inbound', 'flag'), ('entered', 'whole')),
        'INSERT INTO touch (id, uid, kind, day, place_id, note, in_person, sit_down, two_way, inbound, entered) VALUES (:id, :uid, :kind, :day, :place_id, :note, :in_person, :sit_down, :two_way, :inbound, :entered) RETURNING id',
        'UPDATE touch SET uid=:uid, kind=:kind, day=:day, place_id=:place_id, note=:note, in_person=:in_person, sit_down=:sit_down, two_way=:two_way, inbound=:inbound, entered=:entered WHERE touch.id = :id',
        'DELETE FROM touch WHERE touch.id = :id',
        'SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.in_person, touch.sit_down, touch.two_way, touch.inbound, touch.entered FROM touch WHERE touch.id = :id',
        {'place_id': 'SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.in_person, touch.sit_down, touch.two_way, touch.inbound, touch.entered FROM touch WHERE touch.place_id = :id ORDER BY touch.id'},
        (('uid',),),
    ),
    "booking": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('day', 'day'), ('hour', 'text'), ('kind', 'text'), ('place_id', 'whole'), ('state', 'text'), ('touch_id', 'whole'), ('entered', 'whole')),
        'INSERT INTO booking (id, uid, day, hour, kind, place_id, state, touch_id, entered) VALUES (:id, :uid, :day, :hour, :kind, :place_id, :state, :touch_id, :entered) RETURNING id',
        'UPDATE booking SET uid=:uid, day=:day, hour=:hour, kind=:kind, place_id=:place_id, state=:state, touch_id=:touch_id, entered=:entered WHERE booking.id = :id',
        'DELETE FROM booking WHERE booking.id = :id',
        'SELECT booking.id, booking.uid, booking.day, booking.hour, booking.kind, booking.place_id, booking.state, booking.touch_id, booking.entered FROM booking WHERE booking.id = :id',
        {'place_id': 'SELECT booking.id, booking.uid, booking.day, booking.hour, booking.kind, booking.place_id, booking.state, booking.touch_id, booking.entered FROM booking WHERE booking.place_id = :id ORDER BY booking.id', 'touch_id': 'SELECT booking.id, booking.uid, booking.day, booking.hour, booking.kind, booking.place_id, booking.state, booking.touch_id, booking.entered FROM booking WHERE booking.touch_id = :id ORDER BY booking.id'},
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
        (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('person_id', 'whole'), ('answered', 'text'), ('answered_on', 'day'), ('settled', 'whole')),
        'INSERT INTO presence (id, uid, touch_id, person_id, answered, answered_on, settled) VALUES (:id, :uid, :touch_id, :person_id, :answered, :answered_on, :settled) RETURNING id',
        'UPDATE presence SET uid=:uid, touch_id=:touch_id, person_id=:person_id, answered=:answered, answered_on=:answered_on, settled=:settled WHERE presence.id = :id',
        'DELETE FROM presence WHERE presence.id = :id',
        'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id, presence.answered, presence.answered_on, presence.settled FROM presence WHERE presence.id = :id',
        {'touch_id': 'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id, presence.answered, presence.answered_on, presence.settled FROM presence WHERE presence.touch_id = :id ORDER BY presence.id', 'person_id': 'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id, presence.answered, presence.answered_on, presence.settled FROM presence WHERE presence.person_id = :id ORDER BY presence.id'},
        (('person_id', 'touch_id'), ('uid',)),
    ),
    "attendee": TableSQL(
        (('id', 'whole'), ('uid', 'text'), ('booking_id', 'whole'), ('person_id', 'whole'), ('state', 'text')),
        'INSERT INTO attendee (id, uid, booking_id, person_id, state) VALUES (:id, :uid, :booking_id, :person_id, :state) RETURNING id',
        'UPDATE attendee SET uid=:uid, booking_id=:booking_id, person_id=:person_id, state=:state WHERE attendee.id = :id',
        'DELETE FROM attendee WHERE attendee.id = :id',
        'SELECT attendee.id, attendee.uid, attendee.booking_id, attendee.person_id, attendee.state FROM attendee WHERE attendee.id = :id',
        {'booking_id': 'SELECT attendee.id, attendee.uid, attendee.booking_id, attendee.person_id, attendee.state FROM attendee WHERE attendee.booking_id = :id ORDER BY attendee.id', 'person_id': 'SELECT attendee.id, attendee.uid, attendee.booking_id, attendee.person_id, attendee.state FROM attendee WHERE attendee.person_id = :id ORDER BY attendee.id'},
        (('person_id', 'booking_id'), ('uid',)),
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
    "active_week": ((True, False), (('id', ('key',)), ('uid', ('uid',)), ('week', ('fact', 'week')))),
    "change": ((), (('id', ('key',)), ('uid', ('uid',)), ('at', ('fact',)), ('command', ('text',)), ('state', ('fact', 'done')))),
    "forgetting": ((True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('salt', ('secret',)))),
    "person": ((), (('id', ('key',)), ('uid', ('uid', 'uid', '', '', '', (), False, True)), ('handle', ('identifier', 'handle')), ('name', ('identifier', 'name')), ('folded', ('follows',)), ('org', ('text', '', '', '', '', (), False, True)), ('role', ('text', '', '', '', '', (), False, True)), ('city', ('text', '', '', '', '', (), False, True)), ('note', ('text', '', '', '', '', (), True, True)), ('birthday', ('fact', 'birthday', '', '', '', (), False, True)), ('every', ('fact', 'span')), ('said_known', ('fact',)), ('no_sell', ('fact',)), ('entity', ('fact',)), ('source', ('fact',)), ('resting', ('fact',)), ('snoozed_until', ('fact', 'near day')), ('woken_on', ('fact', 'near day')), ('woken', ('change',)), ('connected_on', ('fact',)), ('added_on', ('fact', 'near day')), ('starts_on', ('fact', 'near day')), ('entered', ('change',)), ('draw', ('follows',)), ('rhythm', ('derived',)), ('cluster', ('derived',)), ('waits_from', ('derived', 'near day')), ('known', ('derived',)), ('connected', ('derived',)), ('last_contact', ('derived', 'near day')), ('last_heard', ('derived', 'near day')), ('last_reached', ('derived', 'near day')), ('last_tried', ('derived', 'near day')), ('open_tries', ('derived',)), ('first_sitdown', ('derived', 'near day')), ('last_sitdown', ('derived', 'near day')), ('fresh_on', ('derived', 'near day')), ('usual_gap', ('derived',)), ('touches', ('derived',)), ('contact_days', ('derived',)), ('dropped', ('derived',)))),
    "pin": ((True, False), (('id', ('key',)), ('uid', ('uid',)), ('slot', ('fact',)), ('period', ('fact', 'period')), ('place', ('fact',)), ('day', ('fact', 'near day')), ('person_id', ('reference', '', 'person', 'keep', 'join')))),
    "place": ((), (('id', ('key',)), ('uid', ('uid',)), ('name', ('text',)), ('folded', ('follows',)))),
    "retired": ((), (('id', ('key',)), ('uid', ('uid',)), ('handle', ('identifier', 'handle')))),
    "scrub": ((False, False, True), (('id', ('key',)), ('uid', ('uid',)), ('what', ('secret',)))),
    "version": ((False, False), (('id', ('key',)), ('uid', ('uid',)), ('number', ('fact',)), ('at', ('fact',)))),
    "anniversary": ((), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('label', ('text',)), ('day', ('fact', 'birthday')), ('entered', ('change',)))),
    "change_row": ((False, False), (('id', ('key',)), ('uid', ('uid',)), ('change_id', ('reference', '', 'change', 'keep', 'keep')), ('tab', ('fact',)), ('row_id', ('fact',)), ('last_id', ('fact',)), ('before', ('secret',)), ('after', ('secret',)))),
    "detail": ((), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('field', ('fact',)), ('value', ('text', '', '', '', '', (('field', ('tag', 'city', 'likes', 'needs', 'offers')),))), ('folded', ('follows',)), ('entered', ('change',)))),
    "introduction": ((), (('id', ('key',)), ('uid', ('uid',)), ('introducer_id', ('reference', '', 'person', 'delete', 'join')), ('a_id', ('reference', '', 'person', 'delete', 'join')), ('b_id', ('reference', '', 'person', 'delete', 'join')), ('day', ('fact', 'near day')), ('said', ('fact',)), ('state', ('derived',)), ('inbound', ('fact',)), ('words', ('text', '', '', '', '', (), True)), ('entered', ('change',)))),
    "mark": ((True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('forgetting_id', ('reference', '', 'forgetting', 'keep', 'keep')), ('hash', ('secret',)))),
    "promise": ((), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('text', ('text',)), ('due', ('fact', 'near day')), ('state', ('fact',)), ('closed_on', ('fact', 'near day')), ('closed', ('change',)), ('theirs', ('fact',)), ('entered', ('change',)))),
    "skip": ((True, True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('week', ('fact', 'week')), ('how', ('fact',)), ('slot', ('fact',)))),
    "touch": ((True, True, False, False, 'presence'), (('id', ('key',)), ('uid', ('uid',)), ('kind', ('fact',)), ('day', ('fact', 'near day')), ('place_id', ('reference', '', 'place', 'clear', 'keep')), ('note', ('text', '', '', '', '', (), True)), ('in_person', ('fact',)), ('sit_down', ('fact',)), ('two_way', ('fact',)), ('inbound', ('fact',)), ('entered', ('change',)))),
    "booking": ((True, True, False, False, 'attendee'), (('id', ('key',)), ('uid', ('uid',)), ('day', ('fact', 'near day')), ('hour', ('fact', 'hour')), ('kind', ('fact',)), ('place_id', ('reference', '', 'place', 'clear', 'keep')), ('state', ('fact',)), ('touch_id', ('reference', '', 'touch', 'clear', 'keep')), ('entered', ('change',)))),
    "entry": ((), (('id', ('key',)), ('uid', ('uid',)), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('way', ('fact',)), ('kind', ('fact',)), ('text', ('text',)), ('day', ('fact', 'near day')), ('cents', ('fact',)), ('touch_id', ('reference', '', 'touch', 'clear', 'keep')), ('introduction_id', ('reference', '', 'introduction', 'clear', 'move')), ('other_id', ('reference', '', 'person', 'clear', 'join')), ('they_called', ('fact',)), ('entered', ('change',)))),
    "guess": ((), (('id', ('key',)), ('uid', ('uid',)), ('touch_id', ('reference', '', 'touch', 'delete', 'keep')), ('word', ('fact',)))),
    "presence": ((True, True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('touch_id', ('reference', '', 'touch', 'delete', 'keep')), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('answered', ('fact',)), ('answered_on', ('fact', 'near day')), ('settled', ('change',)))),
    "attendee": ((True, True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('booking_id', ('reference', '', 'booking', 'delete', 'keep')), ('person_id', ('reference', '', 'person', 'delete', 'move')), ('state', ('fact',)))),
    "thank": ((True, True, False, True), (('id', ('key',)), ('uid', ('uid',)), ('entry_id', ('reference', '', 'entry', 'delete', 'keep')), ('person_id', ('reference', '', 'person', 'delete', 'join')), ('thanked_on', ('fact', 'near day')))),
}


PERSON = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.id = :id',
    (('id', 'whole'),),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def person(store: Store, id: "int") -> "Person | None":
    """The person with that key."""
    from netlog.domain.person import Person

    return store.first(PERSON, Person, id=id)


PERSON_BY_HANDLE = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.handle = :handle',
    (('handle', 'text'),),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def person_by_handle(store: Store, handle: "str") -> "Person | None":
    """The person who has a handle."""
    from netlog.domain.person import Person

    return store.first(PERSON_BY_HANDLE, Person, handle=handle)


PEOPLE_BY_NAME = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.folded = :folded AND person.id > 1 ORDER BY person.handle',
    (('folded', 'text'),),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def people_by_name(store: Store, folded: "str") -> "list[Person]":
    """Everybody with exactly that name, case and accents aside."""
    from netlog.domain.person import Person

    return store.ask(PEOPLE_BY_NAME, Person, folded=folded)


PEOPLE_BY_DETAIL = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person JOIN detail ON detail.person_id = person.id WHERE detail.field = :field AND detail.folded = :folded ORDER BY person.handle',
    (('field', 'text'), ('folded', 'text')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
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


OFFERED = made(Statement, (
    "SELECT person.id, person.handle, person.name, detail.value FROM detail JOIN person ON person.id = detail.person_id WHERE detail.field = 'offers' AND detail.person_id != :but ORDER BY detail.id",
    (('but', 'whole'),),
    (),
))


def offered(store: Store, but: "int") -> "list[Offer]":
    """What everybody but one offers, the user among them, in the order it came."""
    from netlog.domain.matching import Offer
    from netlog.domain.person import Named

    return [Offer(Named(*row[0:3]), row[3]) for row in store.rows(OFFERED, but=but)]


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
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.id > 1 ORDER BY person.folded, person.handle',
    (),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def everybody(store: Store) -> "list[Person]":
    """All people in the order of their names, the user left out."""
    from netlog.domain.person import Person

    return store.ask(EVERYBODY, Person)


EVERYBODY_BY_NUMBER = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.id > 1 ORDER BY person.id',
    (),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def everybody_by_number(store: Store) -> "list[Person]":
    """All people in the order in which they came, the user left out."""
    from netlog.domain.person import Person

    return store.ask(EVERYBODY_BY_NUMBER, Person)


EVERY_KIND_AND_TAG = made(Statement, (
    "SELECT detail.person_id, detail.field, detail.value, detail.entered FROM detail WHERE detail.field IN ('kind', 'tag') ORDER BY detail.person_id, detail.id",
    (),
    (),
))


def every_kind_and_tag(store: Store) -> "list[tuple[int, str, str, int]]":
    """Everybody's kinds and tags, person by person, in the order they came."""
    return [tuple(row) for row in store.rows(EVERY_KIND_AND_TAG)]


EVERY_DETAIL = made(Statement, (
    'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded, detail.entered FROM detail ORDER BY detail.person_id, detail.id',
    (),
    (),
))


def every_detail(store: Store) -> "list[Detail]":
    """Everybody's details, person by person."""
    from netlog.domain.person import Detail

    return store.ask(EVERY_DETAIL, Detail)


DETAILS_OF = made(Statement, (
    'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded, detail.entered FROM detail WHERE detail.person_id = :person ORDER BY detail.id',
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
    'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.day, pin.person_id FROM pin WHERE pin.person_id = :person ORDER BY pin.id',
    (('person', 'whole'),),
    ((5, 'day'),),
))


def pins_of(store: Store, person: "int") -> "list[Pin]":
    """Where somebody is pinned."""
    from netlog.domain.pins import Pin

    return store.ask(PINS_OF, Pin, person=person)


TOUCH = made(Statement, (
    'SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.in_person, touch.sit_down, touch.two_way, touch.inbound, touch.entered FROM touch WHERE touch.id = :id',
    (('id', 'whole'),),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag'), (9, 'flag')),
))


def touch(store: Store, id: "int") -> "Touch | None":
    """The touch of that number."""
    from netlog.domain.touch import Touch

    return store.first(TOUCH, Touch, id=id)


TOUCHES_OF = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.in_person, touch.sit_down, touch.two_way, touch.inbound, touch.entered, coalesce(place.name, '') AS place, presence.answered, presence.answered_on FROM touch JOIN presence ON presence.touch_id = touch.id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person ORDER BY touch.day, touch.id",
    (('person', 'whole'),),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag'), (9, 'flag'), (13, 'day')),
))


def touches_of(store: Store, person: "int") -> "list[TouchAt]":
    """All touches with somebody, the oldest first."""
    from netlog.domain.touch import TouchAt

    return store.ask(TOUCHES_OF, TouchAt, person=person)


CONTACTS_OF = made(Statement, (
    'SELECT presence.person_id, presence.touch_id, touch.day, touch.entered, touch.kind, touch.in_person, touch.sit_down, touch.inbound, presence.answered, presence.answered_on, presence.settled FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = :person ORDER BY touch.day, touch.id',
    (('person', 'whole'),),
    ((2, 'day'), (5, 'flag'), (6, 'flag'), (7, 'flag'), (9, 'day')),
))


def contacts_of(store: Store, person: "int") -> "list[Contact]":
    """All touches with somebody, as far as their standing follows from them."""
    from netlog.domain.touch import Contact

    return store.ask(CONTACTS_OF, Contact, person=person)


EVERY_CONTACT = made(Statement, (
    'SELECT presence.person_id, presence.touch_id, touch.day, touch.entered, touch.kind, touch.in_person, touch.sit_down, touch.inbound, presence.answered, presence.answered_on, presence.settled FROM touch JOIN presence ON touch.id + 0 = presence.touch_id ORDER BY presence.person_id + 0, touch.day, touch.id',
    (),
    ((2, 'day'), (5, 'flag'), (6, 'flag'), (7, 'flag'), (9, 'day')),
))


def every_contact(store: Store) -> "list[Contact]":
    """The same of everybody, person by person."""
    from netlog.domain.touch import Contact

    return store.ask(EVERY_CONTACT, Contact)


PRESENCES_OF = made(Statement, (
    'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id, presence.answered, presence.answered_on, presence.settled FROM presence WHERE presence.person_id = :person ORDER BY presence.id',
    (('person', 'whole'),),
    ((5, 'day'),),
))


def presences_of(store: Store, person: "int") -> "list[Presence]":
    """At which touches somebody was, and what they answered."""
    from netlog.db.records import Presence

    return store.ask(PRESENCES_OF, Presence, person=person)


ANSWERS_TO = made(Statement, (
    'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id, presence.answered, presence.answered_on, presence.settled FROM presence WHERE presence.touch_id = :touch ORDER BY presence.id',
    (('touch', 'whole'),),
    ((5, 'day'),),
))


def answers_to(store: Store, touch: "int") -> "list[Presence]":
    """Who was at a touch, and what they answered."""
    from netlog.db.records import Presence

    return store.ask(ANSWERS_TO, Presence, touch=touch)


UNANSWERED_BY = made(Statement, (
    "SELECT presence.id, presence.uid, presence.touch_id, presence.person_id, presence.answered, presence.answered_on, presence.settled FROM presence JOIN touch ON touch.id = presence.touch_id WHERE presence.person_id = :person AND presence.answered = 'sent' AND touch.day <= :until ORDER BY touch.day, touch.id",
    (('person', 'whole'), ('until', 'day')),
    ((5, 'day'),),
))


def unanswered_by(store: Store, person: "int", until: "date") -> "list[Presence]":
    """What was sent to somebody up to a day and is not answered, the oldest first."""
    from netlog.db.records import Presence

    return store.ask(UNANSWERED_BY, Presence, person=person, until=until)


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


LAST_TOGETHER = made(Statement, (
    "SELECT max(touch.day) AS day FROM touch JOIN presence ON presence.touch_id = touch.id JOIN presence AS presence_1 ON presence_1.touch_id = touch.id WHERE presence.person_id = :a AND presence_1.person_id = :b AND touch.in_person = 1 AND presence.answered != 'no'",
    (('a', 'whole'), ('b', 'whole')),
    ((0, 'day'),),
))


def last_together(store: Store, a: "int", b: "int") -> "date | None":
    """The last day on which two people were seen in person together."""
    value: date | None = store.scalar(LAST_TOGETHER, a=a, b=b)
    return value


LAST_NOTE = made(Statement, (
    "SELECT touch.note FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = :person AND touch.note != '' AND (touch.two_way = 1 OR touch.inbound = 1) ORDER BY touch.day DESC, touch.id DESC LIMIT 1 OFFSET 0",
    (('person', 'whole'),),
    (),
))


def last_note(store: Store, person: "int") -> "str | None":
    """What was noted last when somebody was met, called or heard from."""
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


BOOKED_WITH = made(Statement, (
    "SELECT booking.id, booking.uid, booking.day, booking.hour, booking.kind, booking.place_id, booking.state, booking.touch_id, booking.entered, coalesce(place.name, '') AS place, person.id AS person_id, person.handle, person.name FROM booking JOIN attendee ON attendee.booking_id = booking.id JOIN person ON person.id = attendee.person_id LEFT OUTER JOIN place ON place.id = booking.place_id WHERE booking.id = :booking ORDER BY booking.day, booking.hour, booking.id, attendee.id",
    (('booking', 'whole'),),
    ((2, 'day'),),
))


def booked_with(store: Store, booking: "int") -> "list[BookedWith]":
    """A booking, a row for each of those who are asked, in the order they were."""
    from netlog.domain.booking import BookedWith, Booking
    from netlog.domain.person import Named

    return [BookedWith(Booking(*row[0:9]), row[9], Named(*row[10:13])) for row in store.rows(BOOKED_WITH, booking=booking)]


BOOKINGS_OF = made(Statement, (
    "SELECT booking.id, booking.uid, booking.day, booking.hour, booking.kind, booking.place_id, booking.state, booking.touch_id, booking.entered, coalesce(place.name, '') AS place, person.id AS person_id, person.handle, person.name FROM booking JOIN attendee ON attendee.booking_id = booking.id JOIN person ON person.id = attendee.person_id LEFT OUTER JOIN place ON place.id = booking.place_id WHERE booking.id IN (SELECT attendee.booking_id FROM attendee WHERE attendee.person_id = :person) ORDER BY booking.day, booking.hour, booking.id, attendee.id",
    (('person', 'whole'),),
    ((2, 'day'),),
))


def bookings_of(store: Store, person: "int") -> "list[BookedWith]":
    """Everything that was ever booked with somebody, by day; a row for each asked."""
    from netlog.domain.booking import BookedWith, Booking
    from netlog.domain.person import Named

    return [BookedWith(Booking(*row[0:9]), row[9], Named(*row[10:13])) for row in store.rows(BOOKINGS_OF, person=person)]


BOOKINGS_BETWEEN = made(Statement, (
    "SELECT booking.id, booking.uid, booking.day, booking.hour, booking.kind, booking.place_id, booking.state, booking.touch_id, booking.entered, coalesce(place.name, '') AS place, person.id AS person_id, person.handle, person.name FROM booking JOIN attendee ON attendee.booking_id = booking.id JOIN person ON person.id = attendee.person_id LEFT OUTER JOIN place ON place.id = booking.place_id WHERE booking.day >= :first AND booking.day <= :last ORDER BY booking.day, booking.hour, booking.id, attendee.id",
    (('first', 'day'), ('last', 'day')),
    ((2, 'day'),),
))


def bookings_between(store: Store, first: "date", last: "date") -> "list[BookedWith]":
    """What was booked for the days from one to another; a row for each asked."""
    from netlog.domain.booking import BookedWith, Booking
    from netlog.domain.person import Named

    return [BookedWith(Booking(*row[0:9]), row[9], Named(*row[10:13])) for row in store.rows(BOOKINGS_BETWEEN, first=first, last=last)]


BOOKED_FROM = made(Statement, (
    "SELECT DISTINCT attendee.person_id + 0 AS person_id FROM attendee JOIN booking ON booking.id = attendee.booking_id WHERE booking.day >= :day AND booking.state = 'booked' ORDER BY person_id",
    (('day', 'day'),),
    (),
))


def booked_from(store: Store, day: "date") -> "list[int]":
    """Who is booked for a day or a later one, and nothing has come of it yet."""
    return store.column(BOOKED_FROM, day=day)


HELD_BY = made(Statement, (
    'SELECT booking.id, booking.uid, booking.day, booking.hour, booking.kind, booking.place_id, booking.state, booking.touch_id, booking.entered FROM booking WHERE booking.touch_id = :touch ORDER BY booking.id',
    (('touch', 'whole'),),
    ((2, 'day'),),
))


def held_by(store: Store, touch: "int") -> "list[Booking]":
    """The bookings that a touch was."""
    from netlog.domain.booking import Booking

    return store.ask(HELD_BY, Booking, touch=touch)


MISSTATED_BOOKINGS = made(Statement, (
    "SELECT booking.id, booking.uid, booking.day, booking.hour, booking.kind, booking.place_id, booking.state, booking.touch_id, booking.entered FROM booking WHERE (booking.state = 'held') = (booking.touch_id IS NULL) ORDER BY booking.id",
    (),
    ((2, 'day'),),
))


def misstated_bookings(store: Store) -> "list[Booking]":
    """Bookings that are held by no touch, or by one and not held."""
    from netlog.domain.booking import Booking

    return store.ask(MISSTATED_BOOKINGS, Booking)


BOOKINGS_BY_STATE = made(Statement, (
    'SELECT booking.state, count(*) AS bookings FROM booking WHERE booking.day >= :since AND booking.day <= :until GROUP BY booking.state',
    (('since', 'day'), ('until', 'day')),
    (),
))


def bookings_by_state(store: Store, since: "date", until: "date") -> "dict[str, int]":
    """How many bookings of the days from one to another are in each state."""
    return store.lookup(BOOKINGS_BY_STATE, since=since, until=until)


INTRODUCTION = made(Statement, (
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered FROM introduction WHERE introduction.id = :id',
    (('id', 'whole'),),
    ((5, 'day'), (8, 'flag')),
))


def introduction(store: Store, id: "int") -> "Introduction | None":
    """The introduction of that number."""
    from netlog.domain.introduction import Introduction

    return store.first(INTRODUCTION, Introduction, id=id)


INTRODUCTION_BETWEEN = made(Statement, (
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered FROM introduction WHERE introduction.introducer_id = :introducer AND introduction.a_id = :a AND introduction.b_id = :b',
    (('introducer', 'whole'), ('a', 'whole'), ('b', 'whole')),
    ((5, 'day'), (8, 'flag')),
))


def introduction_between(store: Store, introducer: "int", a: "int", b: "int") -> "Introduction | None":
    """The introduction of a pair by one introducer."""
    from netlog.domain.introduction import Introduction

    return store.first(INTRODUCTION_BETWEEN, Introduction, introducer=introducer, a=a, b=b)


INTRODUCTIONS_WITH = made(Statement, (
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered, person_1.handle AS introducer_handle, person_1.name AS introducer_name, person_2.handle AS a_handle, person_2.name AS a_name, person_3.handle AS b_handle, person_3.name AS b_name FROM introduction JOIN person AS person_1 ON person_1.id = introduction.introducer_id JOIN person AS person_2 ON person_2.id = introduction.a_id JOIN person AS person_3 ON person_3.id = introduction.b_id WHERE introduction.introducer_id = :person OR introduction.a_id = :person OR introduction.b_id = :person ORDER BY introduction.day, introduction.id',
    (('person', 'whole'),),
    ((5, 'day'), (8, 'flag')),
))


def introductions_with(store: Store, person: "int") -> "list[IntroductionNamed]":
    """All introductions that somebody made or was part of, the oldest first."""
    from netlog.domain.introduction import IntroductionNamed

    return store.ask(INTRODUCTIONS_WITH, IntroductionNamed, person=person)


INTRODUCTIONS_JOINING = made(Statement, (
    "SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered, person_1.handle AS introducer_handle, person_1.name AS introducer_name, person_2.handle AS a_handle, person_2.name AS a_name, person_3.handle AS b_handle, person_3.name AS b_name FROM introduction JOIN person AS person_1 ON person_1.id = introduction.introducer_id JOIN person AS person_2 ON person_2.id = introduction.a_id JOIN person AS person_3 ON person_3.id = introduction.b_id WHERE introduction.introducer_id = :one AND (introduction.a_id = :other OR introduction.b_id = :other) OR introduction.introducer_id = :other AND (introduction.a_id = :one OR introduction.b_id = :one) OR introduction.state IN ('made', 'met') AND introduction.a_id = :one AND introduction.b_id = :other OR introduction.state IN ('made', 'met') AND introduction.a_id = :other AND introduction.b_id = :one ORDER BY introduction.day, introduction.id",
    (('one', 'whole'), ('other', 'whole')),
    ((5, 'day'), (8, 'flag')),
))


def introductions_joining(store: Store, one: "int", other: "int") -> "list[IntroductionNamed]":
    """What shows that two people know each other, the oldest first.

    One of them introduced the other to anybody, whatever came of it, or somebody made
    an introduction of the two.
    """
    from netlog.domain.introduction import IntroductionNamed

    return store.ask(INTRODUCTIONS_JOINING, IntroductionNamed, one=one, other=other)


WAYS_TO = made(Statement, (
    "SELECT introduction.id, introduction.day, introduction.state, introduction.entered, person.id AS introducer_id, person.handle AS handle, person.name AS name, (SELECT min(entry.day) AS min_1 FROM entry WHERE entry.person_id = person.id AND entry.way = 'got' AND (entry.kind = 'client' OR entry.cents > 0 AND entry.kind != 'referral')) AS bought_on, coalesce(detail.id, 0) AS marked FROM introduction JOIN person ON person.id = introduction.introducer_id LEFT OUTER JOIN detail ON detail.person_id = person.id AND detail.field = 'kind' AND detail.folded = 'client' WHERE introduction.a_id = 1 AND introduction.b_id = :person ORDER BY introduction.day, introduction.id",
    (('person', 'whole'),),
    ((1, 'day'), (7, 'day')),
))


def ways_to(store: Store, person: "int") -> "list[Way]":
    """How somebody was introduced to me, the oldest first."""
    from netlog.domain.introduction import Way

    return store.ask(WAYS_TO, Way, person=person)


WORDS_FOR = made(Statement, (
    "SELECT introduction.words FROM introduction WHERE introduction.a_id = 1 AND introduction.b_id = :person AND introduction.words != '' AND introduction.state != 'dropped' ORDER BY introduction.day DESC, introduction.id DESC LIMIT 1 OFFSET 0",
    (('person', 'whole'),),
    (),
))


def words_for(store: Store, person: "int") -> "str | None":
    """What whoever introduced somebody to me last said of them, where they did."""
    value: str | None = store.scalar(WORDS_FOR, person=person)
    return value


FIRST_BROUGHT = made(Statement, (
    "SELECT introduction.day, introduction.entered FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.entered LIMIT 1 OFFSET 0",
    (('person', 'whole'),),
    ((0, 'day'),),
))


def first_brought(store: Store, person: "int") -> "tuple[date, int] | None":
    """When somebody first introduced anybody to me: the day, and the change."""
    return next((tuple(row) for row in store.rows(FIRST_BROUGHT, person=person)), None)


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
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered FROM introduction WHERE introduction.a_id = :person OR introduction.b_id = :person',
    (('person', 'whole'),),
    ((5, 'day'), (8, 'flag')),
))


def introductions_of(store: Store, person: "int") -> "list[Introduction]":
    """The introductions of which somebody was one of the two."""
    from netlog.domain.introduction import Introduction

    return store.ask(INTRODUCTIONS_OF, Introduction, person=person)


EVERY_WAY_TO_ME = made(Statement, (
    'SELECT introduction.b_id AS person_id, introduction.id, introduction.day, introduction.state, introduction.entered, introduction.introducer_id FROM introduction WHERE introduction.a_id = 1 ORDER BY introduction.b_id, introduction.day, introduction.id',
    (),
    ((2, 'day'),),
))


def every_way_to_me(store: Store) -> "list[tuple[int, int, date, str, int, int]]":
    """Everybody's introductions to me, person by person, the oldest first."""
    return [tuple(row) for row in store.rows(EVERY_WAY_TO_ME)]


EVERY_ONE_BROUGHT = made(Statement, (
    "SELECT introduction.introducer_id, introduction.day, introduction.entered FROM introduction WHERE introduction.a_id = 1 AND introduction.state != 'dropped' ORDER BY introduction.introducer_id, introduction.day, introduction.entered",
    (),
    ((1, 'day'),),
))


def every_one_brought(store: Store) -> "list[tuple[int, date, int]]":
    """When anybody was introduced to me, introducer by introducer, the first first."""
    return [tuple(row) for row in store.rows(EVERY_ONE_BROUGHT)]


EVERY_WAY = made(Statement, (
    'SELECT introduction.b_id AS person_id, person.handle, person.folded FROM introduction JOIN person ON person.id = introduction.introducer_id WHERE introduction.a_id = 1 ORDER BY introduction.id',
    (),
    (),
))


def every_way(store: Store) -> "list[tuple[int, str, str]]":
    """Whom everybody was introduced to me by: person, handle and folded name."""
    return [tuple(row) for row in store.rows(EVERY_WAY)]


PROMISE = made(Statement, (
    'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.theirs, promise.entered FROM promise WHERE promise.id = :id',
    (('id', 'whole'),),
    ((4, 'day'), (6, 'day'), (8, 'flag')),
))


def promise(store: Store, id: "int") -> "Promise | None":
    """The promise of that number."""
    from netlog.domain.promise import Promise

    return store.first(PROMISE, Promise, id=id)


PROMISES_TO = made(Statement, (
    'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.theirs, promise.entered FROM promise WHERE promise.person_id = :person ORDER BY promise.due, promise.id',
    (('person', 'whole'),),
    ((4, 'day'), (6, 'day'), (8, 'flag')),
))


def promises_to(store: Store, person: "int") -> "list[Promise]":
    """Everything promised to somebody, by day."""
    from netlog.domain.promise import Promise

    return store.ask(PROMISES_TO, Promise, person=person)


PROMISES_DUE = made(Statement, (
    "SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.theirs, promise.entered FROM promise WHERE promise.state = 'open' AND promise.due <= :until ORDER BY promise.due, promise.id",
    (('until', 'day'),),
    ((4, 'day'), (6, 'day'), (8, 'flag')),
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


PEOPLE_TO_THANK = made(Statement, (
    "SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person JOIN thank ON thank.person_id = person.id JOIN entry ON entry.id = thank.entry_id WHERE thank.entry_id = :entry AND thank.thanked_on IS NULL AND (entry.kind IN ('client', 'interview', 'invitation', 'opener', 'referral') OR thank.person_id = entry.person_id) ORDER BY person.id",
    (('entry', 'whole'),),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def people_to_thank(store: Store, entry: "int") -> "list[Person]":
    """Everybody who waits to be thanked for an outcome."""
    from netlog.domain.person import Person

    return store.ask(PEOPLE_TO_THANK, Person, entry=entry)


THANKS_WAITING = made(Statement, (
    "SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank JOIN entry ON entry.id = thank.entry_id WHERE thank.person_id = :person AND thank.thanked_on IS NULL AND (entry.kind IN ('client', 'interview', 'invitation', 'opener', 'referral') OR thank.person_id = entry.person_id) ORDER BY thank.entry_id",
    (('person', 'whole'),),
    ((4, 'day'),),
))


def thanks_waiting(store: Store, person: "int") -> "list[Thank]":
    """The outcomes for which somebody is to be thanked, and has not been."""
    from netlog.domain.ledger import Thank

    return store.ask(THANKS_WAITING, Thank, person=person)


TO_THANK = made(Statement, (
    "SELECT thank.person_id AS thanked_id, entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered, person.handle, person.name FROM thank JOIN entry ON entry.id = thank.entry_id JOIN person ON person.id = entry.person_id WHERE thank.thanked_on IS NULL AND (entry.kind IN ('client', 'interview', 'invitation', 'opener', 'referral') OR thank.person_id = entry.person_id) ORDER BY entry.day, entry.id, thank.person_id",
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
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id = 1 AND introduction.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = introduction.b_id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND introduction_1.day < introduction.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction.b_id AND touch_1.day < introduction.day AND touch_1.in_person = 1 AND presence_1.answered != 'no'))) AND NOT (EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.b_id = introduction.b_id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND (introduction_2.day < introduction.day OR introduction_2.day = introduction.day AND introduction_2.id < introduction.id))) ORDER BY introduction.id LIMIT :most OFFSET 0",
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
    "WITH RECURSIVE up(id, way) AS (SELECT anon_1.id AS id, (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = anon_1.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = anon_1.id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = anon_1.id AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND presence_1.answered != 'no'))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0) AS way FROM (SELECT anon_2.id AS id FROM (SELECT entry.person_id AS id FROM entry WHERE entry.way = 'got' ORDER BY entry.day DESC, entry.id DESC LIMIT :most OFFSET 0) AS anon_2 UNION ALL SELECT anon_3.id AS id FROM (SELECT introduction.introducer_id AS id FROM introduction WHERE introduction.a_id + 0 = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id LIMIT :most OFFSET 0) AS anon_3) AS anon_1 UNION SELECT introduction_3.introducer_id AS introducer_id, (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = introduction_3.introducer_id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = introduction_3.introducer_id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction_3.introducer_id AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND presence_1.answered != 'no'))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0) AS anon_4 FROM introduction AS introduction_3 JOIN up ON introduction_3.id = up.way) SELECT up.id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM up LEFT OUTER JOIN introduction ON introduction.id = up.way",
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
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.id = (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = :person AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = :person AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = :person AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND presence_1.answered != 'no'))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0)",
    (('person', 'whole'),),
    ((3, 'day'),),
))


def came_of(store: Store, person: "int") -> "Link | None":
    """The introduction by which somebody came, None for who was met without."""
    from netlog.domain.introduction import Link

    return store.first(CAME_OF, Link, person=person)


MET_BEFORE = made(Statement, (
    "SELECT introduction.id FROM introduction WHERE introduction.a_id = 1 AND introduction.state != 'dropped' AND (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction.b_id AND touch_1.day < introduction.day AND touch_1.in_person = 1 AND presence_1.answered != 'no'))",
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
    "SELECT DISTINCT presence.person_id FROM presence JOIN touch ON touch.id = presence.touch_id JOIN person ON person.id = presence.person_id WHERE person.known = 0 AND touch.day >= :since AND touch.in_person = 1 AND presence.answered != 'no' AND NOT (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = presence.person_id AND touch_1.day < :since AND touch_1.in_person = 1 AND presence_1.answered != 'no'))",
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
    "SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered, person_1.handle AS introducer_handle, person_1.name AS introducer_name, person_2.handle AS a_handle, person_2.name AS a_name, person_3.handle AS b_handle, person_3.name AS b_name FROM introduction JOIN person AS person_1 ON person_1.id = introduction.introducer_id JOIN person AS person_2 ON person_2.id = introduction.a_id JOIN person AS person_3 ON person_3.id = introduction.b_id WHERE introduction.introducer_id = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id",
    (),
    ((5, 'day'), (8, 'flag')),
))


def introduced_by_me(store: Store) -> "list[IntroductionNamed]":
    """Whom I introduced to whom, the oldest first, dropped ones left out."""
    from netlog.domain.introduction import IntroductionNamed

    return store.ask(INTRODUCED_BY_ME, IntroductionNamed)


ACQUAINTANCES = made(Statement, (
    "SELECT person.id, person.handle, person.name, person.org, person.role, person.known, person.touches, person.last_contact, person.open_tries AS tries, CASE WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = person.id AND introduction_1.a_id = 1 AND (introduction_1.state = 'made' OR introduction_1.state = 'met'))) THEN 1 WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = person.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped')) THEN 2 ELSE 0 END AS near, anon_1.introduction, anon_1.day FROM person JOIN (SELECT introduction.a_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.b_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.introducer_id = :person AND introduction.b_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.introducer_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.a_id = :person AND introduction.introducer_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.introducer_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.b_id = :person AND introduction.introducer_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.b_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.a_id = :person AND introduction.b_id != 1 AND introduction.state != 'dropped' AND introduction.state != 'offered' UNION ALL SELECT introduction.a_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.b_id = :person AND introduction.a_id != 1 AND introduction.state != 'dropped' AND introduction.state != 'offered') AS anon_1 ON person.id = anon_1.id",
    (('person', 'whole'),),
    ((5, 'flag'), (7, 'day'), (11, 'day')),
))


def acquaintances(store: Store, person: "int") -> "list[Acquaintance]":
    """Everybody who knows somebody, once for every introduction that shows it."""
    from netlog.domain.acquaintance import Acquaintance

    return store.ask(ACQUAINTANCES, Acquaintance, person=person)


HAND = made(Statement, (
    "SELECT person.id, person.handle, person.name, person.org, person.role, person.known, person.touches, person.last_contact, person.open_tries AS tries, CASE WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = person.id AND introduction_1.a_id = 1 AND (introduction_1.state = 'made' OR introduction_1.state = 'met'))) THEN 1 WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = person.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped')) THEN 2 ELSE 0 END AS near FROM person WHERE person.id = :id",
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
    "SELECT presence.person_id, min(touch.day) AS day FROM presence JOIN touch ON touch.id = presence.touch_id WHERE touch.place_id = :place AND touch.in_person = 1 AND presence.answered != 'no' GROUP BY presence.person_id ORDER BY min(touch.day), presence.person_id",
    (('place', 'whole'),),
    ((1, 'day'),),
))


def met_at(store: Store, place: "int") -> "dict[int, date]":
    """Who was met in person at a place, and the first day."""
    return store.lookup(MET_AT, place=place)


TOUCH_BEHIND = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.in_person, touch.sit_down, touch.two_way, touch.inbound, touch.entered, coalesce(place.name, '') AS place, presence.answered, presence.answered_on FROM touch JOIN presence ON presence.touch_id = touch.id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person AND touch.day <= :until AND presence.answered = 'yes' ORDER BY touch.sit_down DESC, touch.in_person DESC, touch.day DESC, touch.id DESC LIMIT 1 OFFSET 0",
    (('person', 'whole'), ('until', 'day')),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag'), (9, 'flag'), (13, 'day')),
))


def touch_behind(store: Store, person: "int", until: "date") -> "TouchAt | None":
    """What an outcome of a day began with: the latest sit-down with its person by then.

    Without one it is the latest touch in person, else the latest answered one.
    """
    from netlog.domain.touch import TouchAt

    return store.first(TOUCH_BEHIND, TouchAt, person=person, until=until)


LATER_TOUCHES = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.in_person, touch.sit_down, touch.two_way, touch.inbound, touch.entered, coalesce(place.name, '') AS place, presence.answered, presence.answered_on FROM touch JOIN presence ON presence.touch_id = touch.id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person AND (touch.day > :day OR touch.day = :day AND touch.id > :touch) AND touch.day <= :until AND presence.answered != 'no' ORDER BY touch.day DESC, touch.id DESC",
    (('person', 'whole'), ('day', 'day'), ('touch', 'whole'), ('until', 'day')),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag'), (9, 'flag'), (13, 'day')),
))


def later_touches(store: Store, person: "int", touch: "int", day: "date", until: "date") -> "list[TouchAt]":
    """Answered touches with somebody since one of a day, until another; latest first.

    Of one day those count that were entered later.
    """
    from netlog.domain.touch import TouchAt

    return store.ask(LATER_TOUCHES, TouchAt, person=person, touch=touch, day=day, until=until)


FIRST_TOUCH = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.in_person, touch.sit_down, touch.two_way, touch.inbound, touch.entered, coalesce(place.name, '') AS place, presence.answered, presence.answered_on FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person AND person.known = 0 AND touch.in_person = 1 AND presence.answered != 'no' ORDER BY touch.day, touch.id LIMIT 1 OFFSET 0",
    (('person', 'whole'),),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag'), (9, 'flag'), (13, 'day')),
))


def first_touch(store: Store, person: "int") -> "TouchAt | None":
    """When somebody was first met in person, and where; None if known before."""
    from netlog.domain.touch import TouchAt

    return store.first(FIRST_TOUCH, TouchAt, person=person)


TOUCH_WITH = made(Statement, (
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.in_person, touch.sit_down, touch.two_way, touch.inbound, touch.entered, coalesce(place.name, '') AS place, presence.answered, presence.answered_on FROM touch JOIN presence ON presence.touch_id = touch.id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE touch.id = :touch AND presence.person_id = :person",
    (('touch', 'whole'), ('person', 'whole')),
    ((3, 'day'), (6, 'flag'), (7, 'flag'), (8, 'flag'), (9, 'flag'), (13, 'day')),
))


def touch_with(store: Store, touch: "int", person: "int") -> "TouchAt | None":
    """A touch with somebody, and what they answered."""
    from netlog.domain.touch import TouchAt

    return store.first(TOUCH_WITH, TouchAt, touch=touch, person=person)


MET_BETWEEN = made(Statement, (
    "SELECT presence.person_id, touch.day, touch.entered, touch.kind, touch.sit_down FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND touch.day <= :until AND touch.in_person = 1 AND presence.answered != 'no' ORDER BY touch.day, touch.id",
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'), (4, 'flag')),
))


def met_between(store: Store, since: "date", until: "date") -> "list[Met]":
    """Who was seen in person between two days."""
    from netlog.domain.touch import Met

    return store.ask(MET_BETWEEN, Met, since=since, until=until)


MET_LATEST = made(Statement, (
    "SELECT presence.person_id, touch.day, touch.entered, touch.kind, touch.sit_down FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND touch.day <= :until AND touch.in_person = 1 AND presence.answered != 'no' ORDER BY touch.day DESC, touch.id DESC LIMIT :most OFFSET 0",
    (('since', 'day'), ('until', 'day'), ('most', 'whole')),
    ((1, 'day'), (4, 'flag')),
))


def met_latest(store: Store, since: "date", until: "date", most: "int") -> "list[Met]":
    """The same, the latest first, and so many at most."""
    from netlog.domain.touch import Met

    return store.ask(MET_LATEST, Met, since=since, until=until, most=most)


COUNT_MET_BETWEEN = made(Statement, (
    "SELECT count(DISTINCT presence.person_id) AS people FROM presence JOIN touch ON touch.id = presence.touch_id WHERE touch.day >= :since AND touch.day <= :until AND touch.in_person = 1 AND presence.answered != 'no'",
    (('since', 'day'), ('until', 'day')),
    (),
))


def count_met_between(store: Store, since: "date", until: "date") -> "int":
    """How many people were seen in person between two days."""
    return store.number(COUNT_MET_BETWEEN, since=since, until=until)


INBOUND_BETWEEN = made(Statement, (
    'SELECT presence.person_id, touch.day, touch.entered, touch.kind, touch.sit_down FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND touch.day <= :until AND touch.inbound = 1 AND touch.two_way = 0 AND NOT (EXISTS (SELECT presence_1.id FROM presence AS presence_1 WHERE presence_1.person_id = presence.person_id AND presence_1.settled = touch.entered AND presence_1.touch_id != touch.id)) ORDER BY touch.day, touch.id',
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'), (4, 'flag')),
))


def inbound_between(store: Store, since: "date", until: "date") -> "list[Met]":
    """Who wrote between two days, and was not answering what was sent to them.

    A call from them was answered as it came.
    """
    from netlog.domain.touch import Met

    return store.ask(INBOUND_BETWEEN, Met, since=since, until=until)


INTRODUCED_BETWEEN = made(Statement, (
    "SELECT introduction.b_id AS person_id, introduction.day, introduction.entered, introduction.state, person.handle AS introducer_handle, person.name AS introducer FROM introduction JOIN person ON person.id = introduction.introducer_id WHERE introduction.a_id + 0 = 1 AND introduction.day >= :since AND introduction.day <= :until AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id",
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'),),
))


def introduced_between(store: Store, since: "date", until: "date") -> "list[Introduced]":
    """Who was introduced or offered to me between two days, dropped ones left out."""
    from netlog.domain.introduction import Introduced

    return store.ask(INTRODUCED_BETWEEN, Introduced, since=since, until=until)


SENT_SINCE = made(Statement, (
    'SELECT presence.person_id, touch.day, touch.entered FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND touch.inbound = 0',
    (('since', 'day'),),
    ((1, 'day'),),
))


def sent_since(store: Store, since: "date") -> "list[Sent]":
    """Touches since a day by which something went to somebody: all but their own."""
    from netlog.domain.touch import Sent

    return store.ask(SENT_SINCE, Sent, since=since)


SENT_TO = made(Statement, (
    'SELECT presence.person_id, touch.day, touch.entered FROM presence JOIN touch ON touch.id = presence.touch_id WHERE presence.person_id = :person AND touch.day >= :since AND touch.inbound = 0',
    (('person', 'whole'), ('since', 'day')),
    ((1, 'day'),),
))


def sent_to(store: Store, person: "int", since: "date") -> "list[Sent]":
    """The same to one person."""
    from netlog.domain.touch import Sent

    return store.ask(SENT_TO, Sent, person=person, since=since)


THANKED_SINCE = made(Statement, (
    'SELECT thank.person_id, thank.thanked_on AS day, entry.entered + 1 AS entered FROM thank JOIN entry ON entry.id = thank.entry_id WHERE thank.thanked_on >= :since',
    (('since', 'day'),),
    ((1, 'day'),),
))


def thanked_since(store: Store, since: "date") -> "list[Sent]":
    """Thanks since a day; they are entered after whatever they are for."""
    from netlog.domain.touch import Sent

    return store.ask(THANKED_SINCE, Sent, since=since)


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
    "SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) AND person.no_sell = 0 AND person.dropped = 0 AND person.open_tries < 2 AND person.entity = 'person' AND person.connected = 1 ORDER BY person.fresh_on DESC, person.id DESC LIMIT 300 OFFSET 0",
    (('today', 'day'),),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def fresh(store: Store, today: "date") -> "list[Person]":
    """New people whom something connects with me, the 300 most recently connected."""
    from netlog.domain.person import Person

    return store.ask(FRESH, Person, today=today)


STRANGERS = made(Statement, (
    "SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) AND person.no_sell = 0 AND person.dropped = 0 AND person.open_tries < 2 AND person.entity = 'person' AND person.connected = 0 AND person.draw >= :start ORDER BY person.draw, person.id LIMIT 400 OFFSET 0",
    (('today', 'day'), ('start', 'whole')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def strangers(store: Store, today: "date", start: "int") -> "list[Person]":
    """Strangers from a place of the draw on, at most 400."""
    from netlog.domain.person import Person

    return store.ask(STRANGERS, Person, today=today, start=start)


KEEP_DUE = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.rhythm = :rhythm AND person.waits_from <= :until AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.waits_from, person.id LIMIT :most OFFSET 0',
    (('rhythm', 'text'), ('until', 'day'), ('today', 'day'), ('most', 'whole')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def keep_due(store: Store, rhythm: "str", until: "date", today: "date", most: "int") -> "list[Person]":
    """People of a rhythm who wait since a day or before, the longest first."""
    from netlog.domain.person import Person

    return store.ask(KEEP_DUE, Person, rhythm=rhythm, until=until, today=today, most=most)


COUNT_DUE = made(Statement, (
    'SELECT count(*) AS people FROM person WHERE person.rhythm = :rhythm AND person.waits_from <= :until',
    (('rhythm', 'text'), ('until', 'day')),
    (),
))


def count_due(store: Store, rhythm: "str", until: "date") -> "int":
    """How many of a rhythm wait since a day or before, whoever is held among them."""
    return store.number(COUNT_DUE, rhythm=rhythm, until=until)


COUNT_OF_RHYTHM = made(Statement, (
    'SELECT count(*) AS people FROM person WHERE person.rhythm = :rhythm AND person.first_sitdown < :before',
    (('rhythm', 'text'), ('before', 'day')),
    (),
))


def count_of_rhythm(store: Store, rhythm: "str", before: "date") -> "int":
    """How many of a rhythm were first sat down with before a day."""
    return store.number(COUNT_OF_RHYTHM, rhythm=rhythm, before=before)


DEALT = made(Statement, (
    "SELECT person.rhythm, person.starts_on, count(*) AS people FROM person WHERE person.last_contact IS NULL AND person.rhythm != '' GROUP BY person.rhythm, person.starts_on",
    (),
    ((1, 'day'),),
))


def dealt(store: Store) -> "list[tuple[str, date, int]]":
    """How many without any contact begin on a day, by rhythm and day."""
    return [tuple(row) for row in store.rows(DEALT)]


KNOWN_UNMET = made(Statement, (
    "SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.id > 1 AND person.known = 1 AND person.first_sitdown IS NULL AND person.connected = :connected AND person.draw >= :start AND person.no_sell = 0 AND person.entity = 'person' AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.draw, person.id LIMIT 100 OFFSET 0",
    (('connected', 'flag'), ('start', 'whole'), ('today', 'day')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def known_unmet(store: Store, today: "date", start: "int", connected: "bool") -> "list[Person]":
    """Known people with no sit-down on record, from a place of the draw on."""
    from netlog.domain.person import Person

    return store.ask(KNOWN_UNMET, Person, today=today, start=start, connected=connected)


KEEP_DUE_BY_TAG = made(Statement, (
    "SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person JOIN detail ON detail.person_id = person.id WHERE detail.field = 'tag' AND detail.folded = :tag AND person.waits_from <= :until AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.waits_from, person.id LIMIT :most OFFSET 0",
    (('tag', 'text'), ('until', 'day'), ('today', 'day'), ('most', 'whole')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def keep_due_by_tag(store: Store, tag: "str", until: "date", today: "date", most: "int") -> "list[Person]":
    """People with a tag who wait since a day or before, the longest first."""
    from netlog.domain.person import Person

    return store.ask(KEEP_DUE_BY_TAG, Person, tag=tag, until=until, today=today, most=most)


DRIFTING = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.rhythm = :rhythm AND person.usual_gap IS NOT NULL AND julianday(:today) - julianday(person.last_contact) >= :times * person.usual_gap AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.waits_from, person.id LIMIT :most OFFSET 0',
    (('rhythm', 'text'), ('today', 'day'), ('times', 'whole'), ('most', 'whole')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def drifting(store: Store, rhythm: "str", today: "date", times: "int", most: "int") -> "list[Person]":
    """People of a rhythm who are silent for so many of their own usual gaps."""
    from netlog.domain.person import Person

    return store.ask(DRIFTING, Person, rhythm=rhythm, today=today, times=times, most=most)


COUNT_ENTERED_BY_RHYTHM = made(Statement, (
    "SELECT person.rhythm, count(*) AS people FROM person WHERE person.entered = :change AND person.rhythm != '' GROUP BY person.rhythm",
    (('change', 'whole'),),
    (),
))


def count_entered_by_rhythm(store: Store, change: "int") -> "dict[str, int]":
    """How many of each rhythm came in with a change, those without one left out."""
    return store.lookup(COUNT_ENTERED_BY_RHYTHM, change=change)


COUNT_INTRODUCED_BY = made(Statement, (
    "SELECT count(*) AS people FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL AND person.connected = 1 AND person.fresh_on <= :day AND person.open_tries = 0 AND person.last_contact IS NULL AND (EXISTS (SELECT introduction.id FROM introduction WHERE introduction.a_id = 1 AND introduction.b_id = person.id AND introduction.state != 'dropped'))",
    (('day', 'day'),),
    (),
))


def count_introduced_by(store: Store, day: "date") -> "int":
    """How many new people were introduced by a day, and nothing was sent to them."""
    return store.number(COUNT_INTRODUCED_BY, day=day)


COUNT_BY_RHYTHM = made(Statement, (
    'SELECT person.rhythm, count(*) AS people FROM person GROUP BY person.rhythm',
    (),
    (),
))


def count_by_rhythm(store: Store) -> "dict[str, int]":
    """How many of each rhythm there are."""
    return store.lookup(COUNT_BY_RHYTHM)


NAMED_SINCE_REACHED = made(Statement, (
    "SELECT pin.person_id, pin.day FROM pin JOIN person ON person.id = pin.person_id WHERE pin.slot = 'keep' AND pin.day > coalesce(person.last_reached, '') AND pin.day > coalesce(person.woken_on, '') ORDER BY pin.day",
    (),
    ((1, 'day'),),
))


def named_since_reached(store: Store) -> "list[tuple[int, date]]":
    """On which days people were named in keep since they were reached, or woken."""
    return [tuple(row) for row in store.rows(NAMED_SINCE_REACHED)]


TRIED_SINCE_REACHED = made(Statement, (
    "SELECT presence.person_id, touch.day FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id WHERE presence.person_id IN (SELECT person.id FROM person WHERE person.open_tries > 0 AND person.open_tries > 2 AND person.last_tried >= :since) AND presence.answered = 'no' AND touch.day > coalesce(person.last_reached, '') AND touch.day > coalesce(person.woken_on, '') ORDER BY touch.day",
    (('since', 'day'),),
    ((1, 'day'),),
))


def tried_since_reached(store: Store, since: "date") -> "list[tuple[int, date]]":
    """On which days people were tried in vain since they were reached, or woken.

    They are those who were tried three times or more, and on a day or later.
    """
    return [tuple(row) for row in store.rows(TRIED_SINCE_REACHED, since=since)]


TRIED_SINCE = made(Statement, (
    'SELECT person.id AS id FROM person WHERE person.open_tries > 0 AND person.last_tried >= :day ORDER BY person.last_tried',
    (('day', 'day'),),
    (),
))


def tried_since(store: Store, day: "date") -> "list[int]":
    """Who was written to or tried on a day or later, and not heard from since."""
    return store.column(TRIED_SINCE, day=day)


LAST_PINS = made(Statement, (
    'SELECT pin.person_id, max(pin.day) AS day FROM pin WHERE pin.slot = :slot GROUP BY pin.person_id',
    (('slot', 'text'),),
    (),
))


def last_pins(store: Store, slot: "str") -> "dict[int, str]":
    """When each person was last pinned to a slot."""
    return store.lookup(LAST_PINS, slot=slot)


NEVER_ASKED_ABOUT = made(Statement, (
    "SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.id > 1 AND person.known = 1 AND person.first_sitdown IS NULL AND person.rhythm = '' AND person.last_contact IS NULL AND person.entity = 'person' AND NOT (EXISTS (SELECT pin.id FROM pin WHERE pin.person_id = person.id AND pin.slot = 'phone')) AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.connected, person.draw LIMIT :most OFFSET 0",
    (('today', 'day'), ('most', 'whole')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def never_asked_about(store: Store, today: "date", most: "int") -> "list[Person]":
    """Known people without any contact or cadence who were never asked about."""
    from netlog.domain.person import Person

    return store.ask(NEVER_ASKED_ABOUT, Person, today=today, most=most)


WITH_A_DAY_BETWEEN = made(Statement, (
    "SELECT person.id AS id FROM person WHERE person.birthday != '' AND substr(person.birthday, -5) >= :first AND substr(person.birthday, -5) <= :last UNION ALL SELECT anniversary.person_id FROM anniversary WHERE substr(anniversary.day, -5) >= :first AND substr(anniversary.day, -5) <= :last ORDER BY id",
    (('first', 'text'), ('last', 'text')),
    (),
))


def with_a_day_between(store: Store, first: "str", last: "str") -> "list[int]":
    """Who has a birthday, or another day, from one day to another, as MM-DD."""
    return store.column(WITH_A_DAY_BETWEEN, first=first, last=last)


BORN_BETWEEN = made(Statement, (
    "SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.birthday != '' AND substr(person.birthday, -5) >= :first AND substr(person.birthday, -5) <= :last ORDER BY person.id",
    (('first', 'text'), ('last', 'text')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def born_between(store: Store, first: "str", last: "str") -> "list[Person]":
    """People with a birthday from one day to another, as MM-DD."""
    from netlog.domain.person import Person

    return store.ask(BORN_BETWEEN, Person, first=first, last=last)


ANNIVERSARIES_BETWEEN = made(Statement, (
    'SELECT anniversary.id, anniversary.uid, anniversary.person_id, anniversary.label, anniversary.day, anniversary.entered FROM anniversary WHERE substr(anniversary.day, -5) >= :first AND substr(anniversary.day, -5) <= :last ORDER BY anniversary.id',
    (('first', 'text'), ('last', 'text')),
    (),
))


def anniversaries_between(store: Store, first: "str", last: "str") -> "list[Anniversary]":
    """The other days of people from one day to another, as MM-DD."""
    from netlog.db.records import Anniversary

    return store.ask(ANNIVERSARIES_BETWEEN, Anniversary, first=first, last=last)


MADE_BY_ME = made(Statement, (
    "SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.words, introduction.entered, person_1.handle AS introducer_handle, person_1.name AS introducer_name, person_2.handle AS a_handle, person_2.name AS a_name, person_3.handle AS b_handle, person_3.name AS b_name FROM introduction JOIN person AS person_1 ON person_1.id = introduction.introducer_id JOIN person AS person_2 ON person_2.id = introduction.a_id JOIN person AS person_3 ON person_3.id = introduction.b_id WHERE introduction.introducer_id = 1 AND introduction.state = 'made' AND introduction.day >= :first AND introduction.day <= :last ORDER BY introduction.day, introduction.id",
    (('first', 'day'), ('last', 'day')),
    ((5, 'day'), (8, 'flag')),
))


def made_by_me(store: Store, first: "date", last: "date") -> "list[IntroductionNamed]":
    """The introductions I made between two days of which nothing is known."""
    from netlog.domain.introduction import IntroductionNamed

    return store.ask(MADE_BY_ME, IntroductionNamed, first=first, last=last)


NO_PERSON_SITDOWNS = made(Statement, (
    "SELECT person.id, person.rhythm, person.first_sitdown FROM person WHERE person.entity != 'person'",
    (),
    ((2, 'day'),),
))


def no_person_sitdowns(store: Store) -> "list[tuple[int, str, date | None]]":
    """Of companies, mailboxes and groups their key, rhythm and first sit-down."""
    return [tuple(row) for row in store.rows(NO_PERSON_SITDOWNS)]


NO_PERSONS = made(Statement, (
    "SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.entity, person.snoozed_until, person.rhythm, person.waits_from, person.last_contact, person.first_sitdown, person.open_tries FROM person WHERE person.entity != 'person'",
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (6, 'day'), (8, 'day'), (9, 'day'), (10, 'day')),
))


def no_persons(store: Store) -> "list[Standing]":
    """Companies, mailboxes and groups."""
    from netlog.domain.person import Standing

    return store.ask(NO_PERSONS, Standing)


RHYTHMS = made(Statement, (
    'WITH RECURSIVE there(rhythm) AS (SELECT min(person.rhythm) AS rhythm FROM person UNION ALL SELECT (SELECT min(person.rhythm) AS min_1 FROM person WHERE person.rhythm > there.rhythm) AS anon_1 FROM there WHERE there.rhythm IS NOT NULL) SELECT there.rhythm FROM there WHERE there.rhythm IS NOT NULL',
    (),
    (),
))


def rhythms(store: Store) -> "list[str]":
    """Every rhythm that somebody has, '' for none too, in the order of words.

    From one to the next by the index: a DISTINCT would read it all.
    """
    return store.column(RHYTHMS)


DORMANT = made(Statement, (
    "SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.draw >= :start AND person.id > 1 AND (person.last_contact <= :until OR person.last_contact IS NULL AND person.known = 1) AND (person.contact_days > 2) = :enough AND person.entity = 'person' AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.draw, person.id LIMIT 200 OFFSET 0",
    (('start', 'whole'), ('until', 'day'), ('enough', 'flag'), ('today', 'day')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def dormant(store: Store, start: "int", until: "date", today: "date", enough: "bool") -> "list[Person]":
    """People silent since a day or before, from a place of the draw on, at most 200.

    With `enough` those with three days of contact or more, else the others.
    """
    from netlog.domain.person import Person

    return store.ask(DORMANT, Person, start=start, until=until, today=today, enough=enough)


UNHEARD = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.open_tries > 0 AND person.last_tried >= :since AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.last_tried DESC, person.id',
    (('since', 'day'), ('today', 'day')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def unheard(store: Store, today: "date", since: "date") -> "list[Person]":
    """Who was last written to or tried since a day, unheard; the latest first."""
    from netlog.domain.person import Person

    return store.ask(UNHEARD, Person, today=today, since=since)


LONGEST_WITHOUT_SITDOWN = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.last_sitdown <= :until AND person.no_sell = 0 AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.last_sitdown, person.id LIMIT 200 OFFSET 0',
    (('until', 'day'), ('today', 'day')),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
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
    "SELECT coalesce(max(anon_1.people), 0) AS people FROM (SELECT count(*) AS people FROM person WHERE person.cluster > '' AND person.cluster != :besides AND person.last_contact >= :since GROUP BY person.cluster) AS anon_1",
    (('besides', 'text'), ('since', 'day')),
    (),
))


def largest_cluster(store: Store, since: "date", besides: "str") -> "int":
    """The size of the largest cluster with contact since a day, besides one."""
    return store.number(LARGEST_CLUSTER, since=since, besides=besides)


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


ACTIVE_WEEKS = made(Statement, (
    'SELECT active_week.week FROM active_week WHERE active_week.week >= :first AND active_week.week <= :last ORDER BY active_week.week',
    (('first', 'text'), ('last', 'text')),
    (),
))


def active_weeks(store: Store, first: "str", last: "str") -> "list[str]":
    """The weeks in which something was entered, from one to another, in order."""
    return store.column(ACTIVE_WEEKS, first=first, last=last)


ANNIVERSARIES_OF = made(Statement, (
    'SELECT anniversary.id, anniversary.uid, anniversary.person_id, anniversary.label, anniversary.day, anniversary.entered FROM anniversary WHERE anniversary.person_id = :person ORDER BY anniversary.id',
    (('person', 'whole'),),
    (),
))


def anniversaries_of(store: Store, person: "int") -> "list[Anniversary]":
    """The dated days of somebody, birthday apart."""
    from netlog.db.records import Anniversary

    return store.ask(ANNIVERSARIES_OF, Anniversary, person=person)


WROTE_OR_CALLED = made(Statement, (
    "SELECT count(*) AS touches FROM presence JOIN touch ON touch.id = presence.touch_id WHERE presence.person_id = :person AND presence.answered = 'yes' AND touch.in_person = 0",
    (('person', 'whole'),),
    (),
))


def wrote_or_called(store: Store, person: "int") -> "int":
    """On how many occasions somebody was heard from otherwise than in person."""
    return store.number(WROTE_OR_CALLED, person=person)


WROTE_LAST = made(Statement, (
    'SELECT touch.inbound FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = :person ORDER BY touch.day DESC, touch.id DESC LIMIT 1 OFFSET 0',
    (('person', 'whole'),),
    ((0, 'flag'),),
))


def wrote_last(store: Store, person: "int") -> "bool | None":
    """Whether the last touch with somebody came from them."""
    value: bool | None = store.scalar(WROTE_LAST, person=person)
    return value


PINS = made(Statement, (
    'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.day, pin.person_id FROM pin WHERE pin.slot = :slot AND pin.period = :period ORDER BY pin.place',
    (('slot', 'text'), ('period', 'text')),
    ((5, 'day'),),
))


def pins(store: Store, slot: "str", period: "str") -> "list[Pin]":
    """Who is pinned to a slot."""
    from netlog.domain.pins import Pin

    return store.ask(PINS, Pin, slot=slot, period=period)


PINNED_IN = made(Statement, (
    'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.day, pin.person_id FROM pin WHERE pin.period = :week OR pin.period = :month ORDER BY pin.slot, pin.place',
    (('week', 'text'), ('month', 'text')),
    ((5, 'day'),),
))


def pinned_in(store: Store, week: "str", month: "str") -> "list[Pin]":
    """Who was pinned to any slot for a week or for a month, by slot and place."""
    from netlog.domain.pins import Pin

    return store.ask(PINNED_IN, Pin, week=week, month=month)


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


PICKED_OFTEN = made(Statement, (
    "SELECT pin.person_id, count(*) AS weeks FROM pin WHERE pin.slot = 'new' AND pin.place = 0 GROUP BY pin.person_id HAVING count(*) > 2",
    (),
    (),
))


def picked_often(store: Store) -> "dict[int, int]":
    """People who were the pick of three weeks or more, and of how many."""
    return store.lookup(PICKED_OFTEN)


LAST_MET = made(Statement, (
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.said_known, person.no_sell, person.entity, person.source, person.resting, person.snoozed_until, person.woken_on, person.woken, person.connected_on, person.added_on, person.starts_on, person.entered, person.draw, person.rhythm, person.cluster, person.waits_from, person.known, person.connected, person.last_contact, person.last_heard, person.last_reached, person.last_tried, person.open_tries, person.first_sitdown, person.last_sitdown, person.fresh_on, person.usual_gap, person.touches, person.contact_days, person.dropped FROM person WHERE person.last_contact IS NOT NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.last_contact DESC, person.id LIMIT 100 OFFSET 0',
    (('today', 'day'),),
    ((12, 'flag'), (15, 'flag'), (16, 'day'), (17, 'day'), (19, 'day'), (20, 'day'), (21, 'day'), (26, 'day'), (27, 'flag'), (28, 'flag'), (29, 'day'), (30, 'day'), (31, 'day'), (32, 'day'), (34, 'day'), (35, 'day'), (36, 'day'), (40, 'flag')),
))


def last_met(store: Store, today: "date") -> "list[Person]":
    """People with a contact, the most recent first, at most 100."""
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
    'SELECT count(*) AS people FROM person WHERE person.rhythm = :rhythm AND person.id > 1 AND (person.known = 1 OR person.first_sitdown IS NOT NULL) AND (person.waits_from <= :keep_until OR person.last_contact <= :dormant_until OR person.last_contact IS NULL)',
    (('rhythm', 'text'), ('keep_until', 'day'), ('dormant_until', 'day')),
    (),
))


def count_waiting(store: Store, rhythm: "str", keep_until: "date", dormant_until: "date") -> "int":
    """How many of a rhythm, not new, are due, or silent for a year or for ever."""
    return store.number(COUNT_WAITING, rhythm=rhythm, keep_until=keep_until, dormant_until=dormant_until)


STANDING = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.entity, person.snoozed_until, person.rhythm, person.waits_from, person.last_contact, person.first_sitdown, person.open_tries FROM person WHERE person.id = :id',
    (('id', 'whole'),),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (6, 'day'), (8, 'day'), (9, 'day'), (10, 'day')),
))


def standing(store: Store, id: "int") -> "Standing | None":
    """Where one person stands."""
    from netlog.domain.person import Standing

    return store.first(STANDING, Standing, id=id)


RESTING_PEOPLE = made(Statement, (
    'SELECT person.id FROM person WHERE person.resting = 1',
    (),
    (),
))


def resting_people(store: Store) -> "list[int]":
    """The keys of everybody who rests."""
    return store.column(RESTING_PEOPLE)


RESTING_SITDOWNS = made(Statement, (
    'SELECT person.id, person.rhythm, person.first_sitdown FROM person WHERE person.resting = 1',
    (),
    ((2, 'day'),),
))


def resting_sitdowns(store: Store) -> "list[tuple[int, str, date | None]]":
    """Of everybody who rests their key, rhythm and first sit-down."""
    return [tuple(row) for row in store.rows(RESTING_SITDOWNS)]


TAGGED_SITDOWNS = made(Statement, (
    "SELECT person.id, person.rhythm, person.first_sitdown FROM person JOIN detail ON detail.person_id = person.id WHERE detail.field = 'tag' AND detail.folded = :tag",
    (('tag', 'text'),),
    ((2, 'day'),),
))


def tagged_sitdowns(store: Store, tag: "str") -> "list[tuple[int, str, date | None]]":
    """The same of everybody with a tag."""
    return [tuple(row) for row in store.rows(TAGGED_SITDOWNS, tag=tag)]


RESTING = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.entity, person.snoozed_until, person.rhythm, person.waits_from, person.last_contact, person.first_sitdown, person.open_tries FROM person WHERE person.resting = 1',
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (6, 'day'), (8, 'day'), (9, 'day'), (10, 'day')),
))


def resting(store: Store) -> "list[Standing]":
    """Everybody who rests."""
    from netlog.domain.person import Standing

    return store.ask(RESTING, Standing)


SNOOZED = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.entity, person.snoozed_until, person.rhythm, person.waits_from, person.last_contact, person.first_sitdown, person.open_tries FROM person WHERE person.snoozed_until IS NOT NULL AND person.snoozed_until > :today',
    (('today', 'day'),),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (6, 'day'), (8, 'day'), (9, 'day'), (10, 'day')),
))


def snoozed(store: Store, today: "date") -> "list[Standing]":
    """Everybody who is snoozed beyond a day."""
    from netlog.domain.person import Standing

    return store.ask(SNOOZED, Standing, today=today)


NO_SELL = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.entity, person.snoozed_until, person.rhythm, person.waits_from, person.last_contact, person.first_sitdown, person.open_tries FROM person WHERE person.no_sell = 1 AND person.known = 0 AND person.first_sitdown IS NULL',
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (6, 'day'), (8, 'day'), (9, 'day'), (10, 'day')),
))


def no_sell(store: Store) -> "list[Standing]":
    """Everybody new who is nobody to sell to."""
    from netlog.domain.person import Standing

    return store.ask(NO_SELL, Standing)


DROPPED = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.entity, person.snoozed_until, person.rhythm, person.waits_from, person.last_contact, person.first_sitdown, person.open_tries FROM person WHERE person.dropped = 1 AND person.known = 0 AND person.first_sitdown IS NULL',
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (6, 'day'), (8, 'day'), (9, 'day'), (10, 'day')),
))


def dropped(store: Store) -> "list[Standing]":
    """Everybody new whose introductions were all dropped."""
    from netlog.domain.person import Standing

    return store.ask(DROPPED, Standing)


UNANSWERED = made(Statement, (
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.entity, person.snoozed_until, person.rhythm, person.waits_from, person.last_contact, person.first_sitdown, person.open_tries FROM person WHERE person.open_tries > 0 AND person.open_tries > 1',
    (),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (6, 'day'), (8, 'day'), (9, 'day'), (10, 'day')),
))


def unanswered(store: Store) -> "list[Standing]":
    """Everybody with two open tries or more."""
    from netlog.domain.person import Standing

    return store.ask(UNANSWERED, Standing)


MET = made(Statement, (
    "SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.entity, person.snoozed_until, person.rhythm, person.waits_from, person.last_contact, person.first_sitdown, person.open_tries FROM person JOIN presence ON presence.person_id = person.id JOIN touch ON touch.id = presence.touch_id WHERE touch.day >= :since AND touch.day <= :until AND touch.in_person = 1 AND presence.answered != 'no'",
    (('since', 'day'), ('until', 'day')),
    ((1, 'flag'), (2, 'flag'), (3, 'flag'), (4, 'flag'), (6, 'day'), (8, 'day'), (9, 'day'), (10, 'day')),
))


def met(store: Store, since: "date", until: "date") -> "list[Standing]":
    """Where those stand who were seen in person between two days."""
    from netlog.domain.person import Standing

    return store.ask(MET, Standing, since=since, until=until)


FIRST_COFFEES = made(Statement, (
    "SELECT presence.person_id, touch.day, touch.id AS touch_id, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE person.first_sitdown >= :since AND person.first_sitdown <= :until AND person.known = 0 AND ('' || touch.day) = person.first_sitdown AND touch.sit_down = 1 AND presence.answered != 'no' ORDER BY touch.day, touch.id, presence.id",
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'),),
))


def first_coffees(store: Store, since: "date", until: "date") -> "list[FirstCoffee]":
    """First sit-downs with new people, the oldest first; one or more of a day."""
    from netlog.domain.evidence import FirstCoffee

    return store.ask(FIRST_COFFEES, FirstCoffee, since=since, until=until)


SECOND_SITDOWNS = made(Statement, (
    "SELECT presence.person_id, min(touch.day) AS day FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id WHERE person.last_sitdown > person.first_sitdown AND ('' || touch.day) > person.first_sitdown AND touch.sit_down = 1 AND presence.answered != 'no' GROUP BY presence.person_id",
    (),
    ((1, 'day'),),
))


def second_sitdowns(store: Store) -> "dict[int, date]":
    """The day of the second sit-down, by person."""
    return store.lookup(SECOND_SITDOWNS)


MEETINGS = made(Statement, (
    "SELECT presence.person_id, touch.day, touch.entered FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id WHERE touch.day <= :until AND touch.in_person = 1 AND presence.answered != 'no' AND person.known + 0 = 0 ORDER BY touch.day, touch.id",
    (('until', 'day'),),
    ((1, 'day'),),
))


def meetings(store: Store, until: "date") -> "list[FirstMeeting]":
    """Meetings in person with people who were new, the oldest first."""
    from netlog.domain.evidence import FirstMeeting

    return store.ask(MEETINGS, FirstMeeting, until=until)


OUTCOME_STARTS = made(Statement, (
    "SELECT entry.id, entry.person_id, entry.day, entry.they_called, entry.introduction_id, coalesce(touch_1.day, (SELECT touch.day FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = entry.person_id AND touch.day <= entry.day AND presence.answered = 'yes' ORDER BY touch.sit_down DESC, touch.in_person DESC, touch.day DESC LIMIT 1 OFFSET 0)) AS touch_day FROM entry LEFT OUTER JOIN touch AS touch_1 ON touch_1.id = entry.touch_id AND (EXISTS (SELECT presence_1.id FROM presence AS presence_1 WHERE presence_1.touch_id = touch_1.id AND presence_1.person_id = entry.person_id AND presence_1.answered != 'no')) WHERE entry.way = 'got' AND entry.day <= :until ORDER BY entry.day, entry.id",
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
    "SELECT presence.person_id, touch.day, presence.answered FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day <= :until AND presence.person_id IN (SELECT presence_1.person_id FROM presence AS presence_1 JOIN touch AS touch_1 ON touch_1.id = presence_1.touch_id WHERE touch_1.day <= :until AND presence_1.answered != 'yes') ORDER BY touch.day, touch.id",
    (('until', 'day'),),
    ((1, 'day'),),
))


def tried(store: Store, until: "date") -> "list[Tried]":
    """Touches with whoever was tried in vain, the oldest first."""
    from netlog.domain.evidence import Tried

    return store.ask(TRIED, Tried, until=until)


ARRIVALS = made(Statement, (
    'SELECT person.id AS person_id, person.first_sitdown, person.added_on, person.source, person.connected_on FROM person WHERE person.id > 1 AND person.known = 0 ORDER BY person.id',
    (),
    ((1, 'day'), (2, 'day'), (4, 'day')),
))


def arrivals(store: Store) -> "list[Arrival]":
    """Everybody who was new once, and how they were taken in."""
    from netlog.domain.evidence import Arrival

    return store.ask(ARRIVALS, Arrival)


EVERY_THANK = made(Statement, (
    "SELECT thank.entry_id, entry.day, thank.thanked_on, person.handle, person.name, entry.kind, entry.text, person_1.name AS giver FROM thank JOIN entry ON entry.id = thank.entry_id JOIN person ON person.id = thank.person_id JOIN person AS person_1 ON person_1.id = entry.person_id WHERE entry.way = 'got' AND entry.day >= :since AND entry.day <= :until AND (entry.kind IN ('client', 'interview', 'invitation', 'opener', 'referral') OR thank.person_id = entry.person_id) ORDER BY entry.day, entry.id, person.handle",
    (('since', 'day'), ('until', 'day')),
    ((1, 'day'), (2, 'day')),
))


def every_thank(store: Store, since: "date", until: "date") -> "list[Thanked]":
    """Everybody who is to be thanked for the outcomes between two days, or was."""
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


CANDIDATES = made(Statement, (
    "SELECT person.id AS person_id, person.source, person.cluster, person.city FROM person WHERE person.known = 0 AND person.id IN (SELECT pin.person_id FROM pin WHERE pin.slot = 'new' AND pin.place = 0 UNION SELECT introduction.b_id FROM introduction WHERE introduction.a_id = 1) ORDER BY person.id",
    (),
    (),
))


def candidates(store: Store) -> "list[Candidate]":
    """Whoever of these was new once, by the order in which they came in."""
    from netlog.domain.evidence import Candidate

    return store.ask(CANDIDATES, Candidate)


APPROACHED = made(Statement, (
    "SELECT presence.person_id, touch.day, touch.in_person, touch.sit_down, touch.inbound, presence.answered FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id WHERE touch.day <= :until AND person.known = 0 AND presence.person_id IN (SELECT pin.person_id FROM pin WHERE pin.slot = 'new' AND pin.place = 0 UNION SELECT introduction.b_id FROM introduction WHERE introduction.a_id = 1) ORDER BY touch.day, touch.id, presence.id",
    (('until', 'day'),),
    ((2, 'flag'), (3, 'flag'), (4, 'flag')),
))


def approached(store: Store, until: "date") -> "list[Approached]":
    """Touches with whoever of these was new once, up to a day, the oldest first."""
    from netlog.domain.evidence import Approached

    return store.ask(APPROACHED, Approached, until=until)


FIRST_CONTACTS = made(Statement, (
    "SELECT person.cluster, presence.person_id, min(touch.day) AS day FROM person JOIN presence ON presence.person_id = person.id JOIN touch ON touch.id = presence.touch_id WHERE person.cluster != '' AND touch.day <= :until AND presence.answered != 'no' GROUP BY presence.person_id",
    (('until', 'day'),),
    (),
))


def first_contacts(store: Store, until: "date") -> "list[tuple[str, int, str]]":
    """Of everybody who belongs to a circle: which, who, and the first contact."""
    return [tuple(row) for row in store.rows(FIRST_CONTACTS, until=until)]


PINS_UNTIL = made(Statement, (
    'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.day, pin.person_id FROM pin WHERE pin.slot = :slot AND pin.period <= :last ORDER BY pin.period, pin.place',
    (('slot', 'text'), ('last', 'text')),
    ((5, 'day'),),
))


def pins_until(store: Store, slot: "str", last: "str") -> "list[Pin]":
    """Who was pinned to a slot up to a week, by week and place."""
    from netlog.domain.pins import Pin

    return store.ask(PINS_UNTIL, Pin, slot=slot, last=last)


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
    "SELECT change_row.tab, change_row.row_id FROM change_row WHERE change_row.change_id = :change AND change_row.tab IN ('touch', 'introduction', 'promise', 'entry', 'booking') ORDER BY change_row.id",
    (('change', 'whole'),),
    (),
))


def numbered(store: Store, change: "int") -> "list[Numbered]":
    """What a change wrote that people know by its number."""
    from netlog.domain.journal import Numbered

    return store.ask(NUMBERED, Numbered, change=change)


CHANGES_MENTIONED = made(Statement, (
    'SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.id IN (SELECT person.entered AS number FROM person UNION SELECT person.woken FROM person UNION SELECT detail.entered FROM detail UNION SELECT anniversary.entered FROM anniversary UNION SELECT touch.entered FROM touch UNION SELECT presence.settled FROM presence UNION SELECT booking.entered FROM booking UNION SELECT introduction.entered FROM introduction UNION SELECT promise.entered FROM promise UNION SELECT promise.closed FROM promise UNION SELECT entry.entered FROM entry) ORDER BY change.id',
    (),
    ((2, 'moment'),),
))


def changes_mentioned(store: Store) -> "list[Change]":
    """Changes by which something that is there was entered or closed."""
    from netlog.domain.journal import Change

    return store.ask(CHANGES_MENTIONED, Change)


COUNT_MENTIONED = made(Statement, (
    'SELECT count(*) AS changes FROM change WHERE change.id IN (SELECT person.entered AS number FROM person UNION SELECT person.woken FROM person UNION SELECT detail.entered FROM detail UNION SELECT anniversary.entered FROM anniversary UNION SELECT touch.entered FROM touch UNION SELECT presence.settled FROM presence UNION SELECT booking.entered FROM booking UNION SELECT introduction.entered FROM introduction UNION SELECT promise.entered FROM promise UNION SELECT promise.closed FROM promise UNION SELECT entry.entered FROM entry)',
    (),
    (),
))


def count_mentioned(store: Store) -> "int":
    """How many changes these are."""
    return store.number(COUNT_MENTIONED)


LAST_MENTIONED = made(Statement, (
    'SELECT max(anon_1.number) AS number FROM (SELECT person.entered AS number FROM person UNION SELECT person.woken AS woken FROM person UNION SELECT detail.entered AS entered FROM detail UNION SELECT anniversary.entered AS entered FROM anniversary UNION SELECT touch.entered AS entered FROM touch UNION SELECT presence.settled AS settled FROM presence UNION SELECT booking.entered AS entered FROM booking UNION SELECT introduction.entered AS entered FROM introduction UNION SELECT promise.entered AS entered FROM promise UNION SELECT promise.closed AS closed FROM promise UNION SELECT entry.entered AS entered FROM entry) AS anon_1',
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


DESERTED_PLACES = made(Statement, (
    'SELECT place.id FROM place WHERE (place.id NOT IN (SELECT touch.place_id FROM touch WHERE touch.place_id IS NOT NULL)) AND (place.id NOT IN (SELECT booking.place_id FROM booking WHERE booking.place_id IS NOT NULL)) ORDER BY place.id',
    (),
    (),
))


def deserted_places(store: Store) -> "list[int]":
    """Places at which nothing happened any more, and nothing is to."""
    return store.column(DESERTED_PLACES)


ENTRIES_LED_TO = made(Statement, (
    'SELECT entry.id FROM entry WHERE entry.other_id = :person OR entry.introduction_id IN (SELECT introduction.id FROM introduction WHERE introduction.introducer_id = :person OR introduction.a_id = :person OR introduction.b_id = :person) ORDER BY entry.id',
    (('person', 'whole'),),
    (),
))


def entries_led_to(store: Store, person: "int") -> "list[int]":
    """Entries about somebody, or by an introduction in which they have a part."""
    return store.column(ENTRIES_LED_TO, person=person)


EVERY_NAME = made(Statement, (
    'SELECT person.id, person.handle, person.name, person.folded, person.draw FROM person ORDER BY person.id',
    (),
    (),
))


def every_name(store: Store) -> "list[NameState]":
    """Everybody, the user too: how they are called, and what follows from that."""
    from netlog.domain.person import NameState

    return store.ask(EVERY_NAME, NameState)


LAST_SEEN = made(Statement, (
    "SELECT presence.person_id, max(touch.day) AS day FROM touch JOIN presence ON touch.id + 0 = presence.touch_id WHERE presence.answered != 'no' AND touch.in_person + 0 = 1 GROUP BY presence.person_id",
    (),
    (),
))


def last_seen(store: Store) -> "dict[int, str]":
    """The last day on which everybody was seen in person."""
    return store.lookup(LAST_SEEN)


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
    "SELECT introduction.id, (SELECT max(touch.day) AS max_1 FROM touch JOIN presence ON presence.touch_id = touch.id JOIN presence AS presence_1 ON presence_1.touch_id = presence.touch_id WHERE presence.person_id = introduction.a_id AND presence_1.person_id = introduction.b_id AND touch.in_person = 1 AND presence.answered != 'no') AS day FROM introduction WHERE introduction.a_id > 1",
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
