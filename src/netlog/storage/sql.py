"""The SQL that runs, compiled from tables and statements: do not edit.

Made by `python -m netlog.storage.build`; a test keeps it current.
"""

from netlog.storage.statement import Rows, Statement
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
    "change": Rows(
        (('id', 'whole'), ('uid', 'text'), ('at', 'moment'), ('command', 'text'), ('state', 'text')),
        'INSERT INTO change (id, uid, at, command, state) VALUES (:id, :uid, :at, :command, :state) RETURNING id',
        'UPDATE change SET uid=:uid, at=:at, command=:command, state=:state WHERE change.id = :id',
        'DELETE FROM change WHERE change.id = :id',
        'SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.id = :id',
    ),
    "forgetting": Rows(
        (('id', 'whole'), ('uid', 'text'), ('salt', 'text')),
        'INSERT INTO forgetting (id, uid, salt) VALUES (:id, :uid, :salt) RETURNING id',
        'UPDATE forgetting SET uid=:uid, salt=:salt WHERE forgetting.id = :id',
        'DELETE FROM forgetting WHERE forgetting.id = :id',
        'SELECT forgetting.id, forgetting.uid, forgetting.salt FROM forgetting WHERE forgetting.id = :id',
    ),
    "person": Rows(
        (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
        'INSERT INTO person (id, uid, handle, name, folded, org, role, city, note, birthday, every, known, no_sell, resting, snoozed_until, woken_on, connected_on, starts_on, entered, cadence, cluster, draw, last_contact, waits_from, first_sitdown, last_sitdown, fresh_on, attempts, touches, dropped) VALUES (:id, :uid, :handle, :name, :folded, :org, :role, :city, :note, :birthday, :every, :known, :no_sell, :resting, :snoozed_until, :woken_on, :connected_on, :starts_on, :entered, :cadence, :cluster, :draw, :last_contact, :waits_from, :first_sitdown, :last_sitdown, :fresh_on, :attempts, :touches, :dropped) RETURNING id',
        'UPDATE person SET uid=:uid, handle=:handle, name=:name, folded=:folded, org=:org, role=:role, city=:city, note=:note, birthday=:birthday, every=:every, known=:known, no_sell=:no_sell, resting=:resting, snoozed_until=:snoozed_until, woken_on=:woken_on, connected_on=:connected_on, starts_on=:starts_on, entered=:entered, cadence=:cadence, cluster=:cluster, draw=:draw, last_contact=:last_contact, waits_from=:waits_from, first_sitdown=:first_sitdown, last_sitdown=:last_sitdown, fresh_on=:fresh_on, attempts=:attempts, touches=:touches, dropped=:dropped WHERE person.id = :id',
        'DELETE FROM person WHERE person.id = :id',
        'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.id = :id',
    ),
    "pin": Rows(
        (('id', 'whole'), ('uid', 'text'), ('slot', 'text'), ('period', 'text'), ('place', 'whole'), ('person_id', 'whole')),
        'INSERT INTO pin (id, uid, slot, period, place, person_id) VALUES (:id, :uid, :slot, :period, :place, :person_id) RETURNING id',
        'UPDATE pin SET uid=:uid, slot=:slot, period=:period, place=:place, person_id=:person_id WHERE pin.id = :id',
        'DELETE FROM pin WHERE pin.id = :id',
        'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.person_id FROM pin WHERE pin.id = :id',
    ),
    "place": Rows(
        (('id', 'whole'), ('uid', 'text'), ('name', 'text'), ('folded', 'text')),
        'INSERT INTO place (id, uid, name, folded) VALUES (:id, :uid, :name, :folded) RETURNING id',
        'UPDATE place SET uid=:uid, name=:name, folded=:folded WHERE place.id = :id',
        'DELETE FROM place WHERE place.id = :id',
        'SELECT place.id, place.uid, place.name, place.folded FROM place WHERE place.id = :id',
    ),
    "retired": Rows(
        (('id', 'whole'), ('uid', 'text'), ('handle', 'text')),
        'INSERT INTO retired (id, uid, handle) VALUES (:id, :uid, :handle) RETURNING id',
        'UPDATE retired SET uid=:uid, handle=:handle WHERE retired.id = :id',
        'DELETE FROM retired WHERE retired.id = :id',
        'SELECT retired.id, retired.uid, retired.handle FROM retired WHERE retired.id = :id',
    ),
    "scrub": Rows(
        (('id', 'whole'), ('uid', 'text'), ('what', 'text')),
        'INSERT INTO scrub (id, uid, what) VALUES (:id, :uid, :what) RETURNING id',
        'UPDATE scrub SET uid=:uid, what=:what WHERE scrub.id = :id',
        'DELETE FROM scrub WHERE scrub.id = :id',
        'SELECT scrub.id, scrub.uid, scrub.what FROM scrub WHERE scrub.id = :id',
    ),
    "version": Rows(
        (('id', 'whole'), ('uid', 'text'), ('number', 'whole'), ('at', 'moment')),
        'INSERT INTO version (id, uid, number, at) VALUES (:id, :uid, :number, :at) RETURNING id',
        'UPDATE version SET uid=:uid, number=:number, at=:at WHERE version.id = :id',
        'DELETE FROM version WHERE version.id = :id',
        'SELECT version.id, version.uid, version.number, version.at FROM version WHERE version.id = :id',
    ),
    "change_row": Rows(
        (('id', 'whole'), ('uid', 'text'), ('change_id', 'whole'), ('tab', 'text'), ('row_id', 'whole'), ('last_id', 'whole'), ('before', 'text'), ('after', 'text')),
        'INSERT INTO change_row (id, uid, change_id, tab, row_id, last_id, "before", "after") VALUES (:id, :uid, :change_id, :tab, :row_id, :last_id, :before, :after) RETURNING id',
        'UPDATE change_row SET uid=:uid, change_id=:change_id, tab=:tab, row_id=:row_id, last_id=:last_id, "before"=:before, "after"=:after WHERE change_row.id = :id',
        'DELETE FROM change_row WHERE change_row.id = :id',
        'SELECT change_row.id, change_row.uid, change_row.change_id, change_row.tab, change_row.row_id, change_row.last_id, change_row."before", change_row."after" FROM change_row WHERE change_row.id = :id',
    ),
    "detail": Rows(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('field', 'text'), ('value', 'text'), ('folded', 'text')),
        'INSERT INTO detail (id, uid, person_id, field, value, folded) VALUES (:id, :uid, :person_id, :field, :value, :folded) RETURNING id',
        'UPDATE detail SET uid=:uid, person_id=:person_id, field=:field, value=:value, folded=:folded WHERE detail.id = :id',
        'DELETE FROM detail WHERE detail.id = :id',
        'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded FROM detail WHERE detail.id = :id',
    ),
    "introduction": Rows(
        (('id', 'whole'), ('uid', 'text'), ('introducer_id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text'), ('inbound', 'flag'), ('entered', 'whole')),
        'INSERT INTO introduction (id, uid, introducer_id, a_id, b_id, day, said, state, inbound, entered) VALUES (:id, :uid, :introducer_id, :a_id, :b_id, :day, :said, :state, :inbound, :entered) RETURNING id',
        'UPDATE introduction SET uid=:uid, introducer_id=:introducer_id, a_id=:a_id, b_id=:b_id, day=:day, said=:said, state=:state, inbound=:inbound, entered=:entered WHERE introduction.id = :id',
        'DELETE FROM introduction WHERE introduction.id = :id',
        'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.id = :id',
    ),
    "mark": Rows(
        (('id', 'whole'), ('uid', 'text'), ('forgetting_id', 'whole'), ('hash', 'text')),
        'INSERT INTO mark (id, uid, forgetting_id, hash) VALUES (:id, :uid, :forgetting_id, :hash) RETURNING id',
        'UPDATE mark SET uid=:uid, forgetting_id=:forgetting_id, hash=:hash WHERE mark.id = :id',
        'DELETE FROM mark WHERE mark.id = :id',
        'SELECT mark.id, mark.uid, mark.forgetting_id, mark.hash FROM mark WHERE mark.id = :id',
    ),
    "promise": Rows(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('text', 'text'), ('due', 'day'), ('state', 'text'), ('closed_on', 'day'), ('closed', 'whole'), ('entered', 'whole')),
        'INSERT INTO promise (id, uid, person_id, text, due, state, closed_on, closed, entered) VALUES (:id, :uid, :person_id, :text, :due, :state, :closed_on, :closed, :entered) RETURNING id',
        'UPDATE promise SET uid=:uid, person_id=:person_id, text=:text, due=:due, state=:state, closed_on=:closed_on, closed=:closed, entered=:entered WHERE promise.id = :id',
        'DELETE FROM promise WHERE promise.id = :id',
        'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.id = :id',
    ),
    "skip": Rows(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('week', 'text'), ('how', 'text'), ('slot', 'text')),
        'INSERT INTO skip (id, uid, person_id, week, how, slot) VALUES (:id, :uid, :person_id, :week, :how, :slot) RETURNING id',
        'UPDATE skip SET uid=:uid, person_id=:person_id, week=:week, how=:how, slot=:slot WHERE skip.id = :id',
        'DELETE FROM skip WHERE skip.id = :id',
        'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.id = :id',
    ),
    "touch": Rows(
        (('id', 'whole'), ('uid', 'text'), ('kind', 'text'), ('day', 'day'), ('place_id', 'whole'), ('note', 'text'), ('answered', 'flag'), ('in_person', 'flag'), ('sit_down', 'flag'), ('entered', 'whole')),
        'INSERT INTO touch (id, uid, kind, day, place_id, note, answered, in_person, sit_down, entered) VALUES (:id, :uid, :kind, :day, :place_id, :note, :answered, :in_person, :sit_down, :entered) RETURNING id',
        'UPDATE touch SET uid=:uid, kind=:kind, day=:day, place_id=:place_id, note=:note, answered=:answered, in_person=:in_person, sit_down=:sit_down, entered=:entered WHERE touch.id = :id',
        'DELETE FROM touch WHERE touch.id = :id',
        'SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered FROM touch WHERE touch.id = :id',
    ),
    "entry": Rows(
        (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
        'INSERT INTO entry (id, uid, person_id, way, kind, text, day, cents, touch_id, introduction_id, other_id, they_called, entered) VALUES (:id, :uid, :person_id, :way, :kind, :text, :day, :cents, :touch_id, :introduction_id, :other_id, :they_called, :entered) RETURNING id',
        'UPDATE entry SET uid=:uid, person_id=:person_id, way=:way, kind=:kind, text=:text, day=:day, cents=:cents, touch_id=:touch_id, introduction_id=:introduction_id, other_id=:other_id, they_called=:they_called, entered=:entered WHERE entry.id = :id',
        'DELETE FROM entry WHERE entry.id = :id',
        'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.id = :id',
    ),
    "guess": Rows(
        (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('word', 'text')),
        'INSERT INTO guess (id, uid, touch_id, word) VALUES (:id, :uid, :touch_id, :word) RETURNING id',
        'UPDATE guess SET uid=:uid, touch_id=:touch_id, word=:word WHERE guess.id = :id',
        'DELETE FROM guess WHERE guess.id = :id',
        'SELECT guess.id, guess.uid, guess.touch_id, guess.word FROM guess WHERE guess.id = :id',
    ),
    "presence": Rows(
        (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('person_id', 'whole')),
        'INSERT INTO presence (id, uid, touch_id, person_id) VALUES (:id, :uid, :touch_id, :person_id) RETURNING id',
        'UPDATE presence SET uid=:uid, touch_id=:touch_id, person_id=:person_id WHERE presence.id = :id',
        'DELETE FROM presence WHERE presence.id = :id',
        'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id FROM presence WHERE presence.id = :id',
    ),
    "thank": Rows(
        (('id', 'whole'), ('uid', 'text'), ('entry_id', 'whole'), ('person_id', 'whole'), ('thanked_on', 'day')),
        'INSERT INTO thank (id, uid, entry_id, person_id, thanked_on) VALUES (:id, :uid, :entry_id, :person_id, :thanked_on) RETURNING id',
        'UPDATE thank SET uid=:uid, entry_id=:entry_id, person_id=:person_id, thanked_on=:thanked_on WHERE thank.id = :id',
        'DELETE FROM thank WHERE thank.id = :id',
        'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.id = :id',
    ),
}

PERSON = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.id = :id',
    (('id', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
PERSON_BY_HANDLE = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.handle = :handle',
    (('handle', 'text'),),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
PEOPLE_BY_NAME = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.folded = :folded AND person.id > 1 ORDER BY person.handle',
    (('folded', 'text'),),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
PEOPLE_BY_DETAIL = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person JOIN detail ON detail.person_id = person.id WHERE detail.field = :field AND detail.folded = :folded ORDER BY person.handle',
    (('field', 'text'), ('folded', 'text')),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
PEOPLE_BY_WORD = Statement(
    "SELECT person.handle, person.folded FROM person WHERE (' ' || person.folded) LIKE ('% ' || :word || '%') AND person.id > 1 ORDER BY person.folded, person.handle",
    (('word', 'text'),),
    (('handle', 'text'), ('folded', 'text')),
)
NAMES_BETWEEN = Statement(
    'SELECT person.handle, person.folded FROM person WHERE person.folded >= :low AND person.folded < :high AND person.id > 1 ORDER BY person.folded, person.handle LIMIT 500 OFFSET 0',
    (('low', 'text'), ('high', 'text')),
    (('handle', 'text'), ('folded', 'text')),
)
HANDLES_BETWEEN = Statement(
    'SELECT person.handle FROM person WHERE person.handle >= :low AND person.handle < :high AND person.id > 1 ORDER BY person.handle LIMIT 200 OFFSET 0',
    (('low', 'text'), ('high', 'text')),
    (('handle', 'text'),),
)
EVERYBODY = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.id > 1 ORDER BY person.folded, person.handle',
    (),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
EVERY_DETAIL = Statement(
    'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded FROM detail ORDER BY detail.person_id, detail.id',
    (),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('field', 'text'), ('value', 'text'), ('folded', 'text')),
)
DETAILS_OF = Statement(
    'SELECT detail.id, detail.uid, detail.person_id, detail.field, detail.value, detail.folded FROM detail WHERE detail.person_id = :person ORDER BY detail.id',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('field', 'text'), ('value', 'text'), ('folded', 'text')),
)
RETIRED_HANDLE = Statement(
    'SELECT retired.id, retired.uid, retired.handle FROM retired WHERE retired.handle = :handle',
    (('handle', 'text'),),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text')),
)
COUNT_PEOPLE = Statement(
    'SELECT count(*) - 1 AS people FROM person',
    (),
    (('people', 'text'),),
)
EVERY_HANDLE = Statement(
    'SELECT person.handle FROM person UNION ALL SELECT retired.handle FROM retired',
    (),
    (('handle', 'text'),),
)
TOUCH = Statement(
    'SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered FROM touch WHERE touch.id = :id',
    (('id', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('kind', 'text'), ('day', 'day'), ('place_id', 'whole'), ('note', 'text'), ('answered', 'flag'), ('in_person', 'flag'), ('sit_down', 'flag'), ('entered', 'whole')),
)
TOUCHES_OF = Statement(
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person ORDER BY touch.day, touch.id",
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('kind', 'text'), ('day', 'day'), ('place_id', 'whole'), ('note', 'text'), ('answered', 'flag'), ('in_person', 'flag'), ('sit_down', 'flag'), ('entered', 'whole'), ('place', 'text')),
)
COMPANY_OF = Statement(
    'SELECT person.id, person.handle, person.name FROM person JOIN presence ON presence.person_id = person.id WHERE presence.touch_id = :touch ORDER BY presence.id',
    (('touch', 'whole'),),
    (('id', 'whole'), ('handle', 'text'), ('name', 'text')),
)
PRESENCES_AT = Statement(
    'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id FROM presence WHERE presence.touch_id = :touch ORDER BY presence.id',
    (('touch', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('person_id', 'whole')),
)
PRESENCES_WITH = Statement(
    'SELECT presence.id, presence.uid, presence.touch_id, presence.person_id FROM presence WHERE presence.person_id = :person ORDER BY presence.id',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('person_id', 'whole')),
)
PLACE_BY_NAME = Statement(
    'SELECT place.id, place.uid, place.name, place.folded FROM place WHERE place.folded = :folded',
    (('folded', 'text'),),
    (('id', 'whole'), ('uid', 'text'), ('name', 'text'), ('folded', 'text')),
)
CONTACT_DAYS = Statement(
    'SELECT DISTINCT touch.day FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = :person AND touch.answered = 1 ORDER BY touch.day',
    (('person', 'whole'),),
    (('day', 'day'),),
)
LAST_TOGETHER = Statement(
    'SELECT max(touch.day) AS day FROM touch JOIN presence ON presence.touch_id = touch.id JOIN presence AS presence_1 ON presence_1.touch_id = touch.id WHERE presence.person_id = :a AND presence_1.person_id = :b AND touch.in_person = 1 AND touch.answered = 1',
    (('a', 'whole'), ('b', 'whole')),
    (('day', 'day'),),
)
LAST_NOTE = Statement(
    "SELECT touch.note FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = :person AND touch.note != '' ORDER BY touch.day DESC, touch.id DESC LIMIT 1 OFFSET 0",
    (('person', 'whole'),),
    (('note', 'text'),),
)
COUNT_TOUCHES = Statement(
    'SELECT count(*) AS touches FROM touch',
    (),
    (('touches', 'text'),),
)
INTRODUCTION = Statement(
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.id = :id',
    (('id', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('introducer_id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text'), ('inbound', 'flag'), ('entered', 'whole')),
)
INTRODUCTION_BETWEEN = Statement(
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.introducer_id = :introducer AND introduction.a_id = :a AND introduction.b_id = :b',
    (('introducer', 'whole'), ('a', 'whole'), ('b', 'whole')),
    (('id', 'whole'), ('uid', 'text'), ('introducer_id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text'), ('inbound', 'flag'), ('entered', 'whole')),
)
INTRODUCTIONS_WITH = Statement(
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered, person_1.handle AS introducer_handle, person_1.name AS introducer_name, person_2.handle AS a_handle, person_2.name AS a_name, person_3.handle AS b_handle, person_3.name AS b_name FROM introduction JOIN person AS person_1 ON person_1.id = introduction.introducer_id JOIN person AS person_2 ON person_2.id = introduction.a_id JOIN person AS person_3 ON person_3.id = introduction.b_id WHERE introduction.introducer_id = :person OR introduction.a_id = :person OR introduction.b_id = :person ORDER BY introduction.day, introduction.id',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('introducer_id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text'), ('inbound', 'flag'), ('entered', 'whole'), ('introducer_handle', 'text'), ('introducer_name', 'text'), ('a_handle', 'text'), ('a_name', 'text'), ('b_handle', 'text'), ('b_name', 'text')),
)
WAYS_TO = Statement(
    "SELECT introduction.id, introduction.day, introduction.state, introduction.entered, person.id AS introducer_id, person.handle AS handle, person.name AS name, (SELECT min(entry.day) AS min_1 FROM entry WHERE entry.person_id = person.id AND entry.way = 'got' AND (entry.kind = 'client' OR entry.cents > 0 AND entry.kind != 'referral')) AS bought_on, coalesce(detail.id, 0) AS marked FROM introduction JOIN person ON person.id = introduction.introducer_id LEFT OUTER JOIN detail ON detail.person_id = person.id AND detail.field = 'kind' AND detail.folded = 'client' WHERE introduction.a_id = 1 AND introduction.b_id = :person ORDER BY introduction.day, introduction.id",
    (('person', 'whole'),),
    (('id', 'whole'), ('day', 'day'), ('state', 'text'), ('entered', 'whole'), ('introducer_id', 'whole'), ('handle', 'text'), ('name', 'text'), ('bought_on', 'day'), ('marked', 'whole')),
)
INTRODUCERS = Statement(
    "SELECT introduction.introducer_id AS person_id, count(*) AS introductions FROM introduction WHERE introduction.introducer_id > 1 AND introduction.state != 'dropped' GROUP BY introduction.introducer_id ORDER BY count(*) DESC, introduction.introducer_id LIMIT 50 OFFSET 0",
    (),
    (('person_id', 'whole'), ('introductions', 'text')),
)
COUNT_INTRODUCTIONS = Statement(
    'SELECT count(*) AS introductions FROM introduction',
    (),
    (('introductions', 'text'),),
)
INTRODUCTIONS_OF = Statement(
    'SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered FROM introduction WHERE introduction.a_id = :person OR introduction.b_id = :person',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('introducer_id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text'), ('inbound', 'flag'), ('entered', 'whole')),
)
EVERY_WAY = Statement(
    'SELECT introduction.b_id AS person_id, person.handle, person.folded FROM introduction JOIN person ON person.id = introduction.introducer_id WHERE introduction.a_id = 1 ORDER BY introduction.id',
    (),
    (('person_id', 'whole'), ('handle', 'text'), ('folded', 'text')),
)
PROMISE = Statement(
    'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.id = :id',
    (('id', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('text', 'text'), ('due', 'day'), ('state', 'text'), ('closed_on', 'day'), ('closed', 'whole'), ('entered', 'whole')),
)
PROMISES_TO = Statement(
    'SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.person_id = :person ORDER BY promise.due, promise.id',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('text', 'text'), ('due', 'day'), ('state', 'text'), ('closed_on', 'day'), ('closed', 'whole'), ('entered', 'whole')),
)
PROMISES_DUE = Statement(
    "SELECT promise.id, promise.uid, promise.person_id, promise.text, promise.due, promise.state, promise.closed_on, promise.closed, promise.entered FROM promise WHERE promise.state = 'open' AND promise.due <= :until ORDER BY promise.due, promise.id",
    (('until', 'day'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('text', 'text'), ('due', 'day'), ('state', 'text'), ('closed_on', 'day'), ('closed', 'whole'), ('entered', 'whole')),
)
PROMISES_PAST = Statement(
    'SELECT promise.state, promise.due, promise.closed_on FROM promise WHERE promise.due >= :since AND promise.due < :until',
    (('since', 'day'), ('until', 'day')),
    (('state', 'text'), ('due', 'day'), ('closed_on', 'day')),
)
COUNT_PROMISES = Statement(
    'SELECT count(*) AS promises FROM promise',
    (),
    (('promises', 'text'),),
)
ENTRY = Statement(
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.id = :id',
    (('id', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
)
ENTRIES_WITH = Statement(
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.person_id = :person ORDER BY entry.day, entry.id',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
)
ENTRIES_ABOUT = Statement(
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.other_id = :person',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
)
ENTRIES_OF_TOUCH = Statement(
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.touch_id = :touch',
    (('touch', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
)
ENTRIES_OF_INTRODUCTION = Statement(
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.introduction_id = :introduction',
    (('introduction', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
)
OUTCOMES_OF = Statement(
    "SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.person_id = :person AND entry.way = 'got' ORDER BY entry.day, entry.id",
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
)
OUTCOMES_SINCE = Statement(
    "SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.person_id = :person AND entry.way = 'got' AND entry.day >= :since",
    (('person', 'whole'), ('since', 'day')),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
)
GAVE_SINCE = Statement(
    "SELECT entry.person_id, entry.day, entry.entered FROM entry WHERE entry.way = 'gave' AND entry.day >= :since",
    (('since', 'day'),),
    (('person_id', 'whole'), ('day', 'day'), ('entered', 'whole')),
)
COUNT_ENTRIES = Statement(
    'SELECT count(*) AS entries FROM entry',
    (),
    (('entries', 'text'),),
)
THANKS_OF = Statement(
    'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.entry_id = :entry ORDER BY thank.person_id',
    (('entry', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('entry_id', 'whole'), ('person_id', 'whole'), ('thanked_on', 'day')),
)
THANKS_TO = Statement(
    'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.person_id = :person',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('entry_id', 'whole'), ('person_id', 'whole'), ('thanked_on', 'day')),
)
THANKS_WAITING = Statement(
    'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank WHERE thank.person_id = :person AND thank.thanked_on IS NULL ORDER BY thank.entry_id',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('entry_id', 'whole'), ('person_id', 'whole'), ('thanked_on', 'day')),
)
TO_THANK = Statement(
    'SELECT thank.person_id AS thanked_id, entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered, person.handle, person.name FROM thank JOIN entry ON entry.id = thank.entry_id JOIN person ON person.id = entry.person_id WHERE thank.thanked_on IS NULL ORDER BY entry.day, entry.id, thank.person_id',
    (),
    (('thanked_id', 'whole'), ('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole'), ('handle', 'text'), ('name', 'text')),
)
GUESSES_WITH = Statement(
    'SELECT guess.id, guess.uid, guess.touch_id, guess.word FROM guess JOIN presence ON presence.touch_id = guess.touch_id WHERE presence.person_id = :person',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('word', 'text')),
)
GUESS_OF = Statement(
    'SELECT guess.id, guess.uid, guess.touch_id, guess.word FROM guess WHERE guess.touch_id = :touch',
    (('touch', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('touch_id', 'whole'), ('word', 'text')),
)
BROUGHT = Statement(
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id = 1 AND introduction.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = introduction.b_id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND introduction_1.day < introduction.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction.b_id AND touch_1.day < introduction.day AND touch_1.in_person = 1 AND touch_1.answered = 1))) AND NOT (EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.b_id = introduction.b_id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND (introduction_2.day < introduction.day OR introduction_2.day = introduction.day AND introduction_2.id < introduction.id))) ORDER BY introduction.id LIMIT :most OFFSET 0",
    (('person', 'whole'), ('most', 'whole')),
    (('person_id', 'whole'), ('introduction', 'whole'), ('introducer_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
LATEST_OUTCOMES = Statement(
    "SELECT entry.person_id AS id FROM entry WHERE entry.way = 'got' ORDER BY entry.day DESC, entry.id DESC LIMIT :most OFFSET 0",
    (('most', 'whole'),),
    (('id', 'whole'),),
)
LED_BACK = Statement(
    "WITH RECURSIVE up(id, way) AS (SELECT anon_1.id AS id, (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = anon_1.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = anon_1.id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = anon_1.id AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND touch_1.answered = 1))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0) AS way FROM (SELECT anon_2.id AS id FROM (SELECT entry.person_id AS id FROM entry WHERE entry.way = 'got' ORDER BY entry.day DESC, entry.id DESC LIMIT :most OFFSET 0) AS anon_2 UNION ALL SELECT anon_3.id AS id FROM (SELECT introduction.introducer_id AS id FROM introduction WHERE introduction.a_id + 0 = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id LIMIT :most OFFSET 0) AS anon_3) AS anon_1 UNION SELECT introduction_3.introducer_id AS introducer_id, (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = introduction_3.introducer_id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = introduction_3.introducer_id AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction_3.introducer_id AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND touch_1.answered = 1))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0) AS anon_4 FROM introduction AS introduction_3 JOIN up ON introduction_3.id = up.way) SELECT up.id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM up LEFT OUTER JOIN introduction ON introduction.id = up.way",
    (('most', 'whole'),),
    (('person_id', 'whole'), ('introduction', 'whole'), ('introducer_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
WAYS_OF = Statement(
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.b_id = :person AND introduction.a_id = 1 AND introduction.state != 'dropped'",
    (('person', 'whole'),),
    (('person_id', 'whole'), ('introduction', 'whole'), ('introducer_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
INTRODUCED = Statement(
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id",
    (('person', 'whole'),),
    (('person_id', 'whole'), ('introduction', 'whole'), ('introducer_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
CAME_OF = Statement(
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.id = (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = :person AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped' AND NOT ((EXISTS (SELECT introduction_2.id FROM introduction AS introduction_2 WHERE introduction_2.introducer_id = :person AND introduction_2.a_id = 1 AND introduction_2.state != 'dropped' AND introduction_2.day < introduction_1.day)) OR (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = :person AND touch_1.day < introduction_1.day AND touch_1.in_person = 1 AND touch_1.answered = 1))) ORDER BY introduction_1.day, introduction_1.id LIMIT 1 OFFSET 0)",
    (('person', 'whole'),),
    (('person_id', 'whole'), ('introduction', 'whole'), ('introducer_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
MET_BEFORE = Statement(
    "SELECT introduction.id FROM introduction WHERE introduction.a_id = 1 AND introduction.state != 'dropped' AND (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = introduction.b_id AND touch_1.day < introduction.day AND touch_1.in_person = 1 AND touch_1.answered = 1))",
    (),
    (('id', 'whole'),),
)
OUTCOMES_BY_PERSON = Statement(
    "SELECT entry.person_id, count(*) AS outcomes FROM entry WHERE entry.way = 'got' GROUP BY entry.person_id",
    (),
    (('person_id', 'whole'), ('outcomes', 'text')),
)
FIRST_MET_SINCE = Statement(
    'SELECT DISTINCT presence.person_id FROM presence JOIN touch ON touch.id = presence.touch_id JOIN person ON person.id = presence.person_id WHERE person.known = 0 AND touch.day >= :since AND touch.in_person = 1 AND touch.answered = 1 AND NOT (EXISTS (SELECT touch_1.id FROM touch AS touch_1 JOIN presence AS presence_1 ON presence_1.touch_id = touch_1.id WHERE presence_1.person_id = presence.person_id AND touch_1.day < :since AND touch_1.in_person = 1 AND touch_1.answered = 1))',
    (('since', 'day'),),
    (('person_id', 'whole'),),
)
ENTRIES_SINCE = Statement(
    'SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered, person.handle, person.name FROM entry JOIN person ON person.id = entry.person_id WHERE entry.day >= :since ORDER BY entry.day, entry.id',
    (('since', 'day'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole'), ('handle', 'text'), ('name', 'text')),
)
INTRODUCED_BY_ME = Statement(
    "SELECT introduction.id, introduction.uid, introduction.introducer_id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state, introduction.inbound, introduction.entered, person_1.handle AS introducer_handle, person_1.name AS introducer_name, person_2.handle AS a_handle, person_2.name AS a_name, person_3.handle AS b_handle, person_3.name AS b_name FROM introduction JOIN person AS person_1 ON person_1.id = introduction.introducer_id JOIN person AS person_2 ON person_2.id = introduction.a_id JOIN person AS person_3 ON person_3.id = introduction.b_id WHERE introduction.introducer_id = 1 AND introduction.state != 'dropped' ORDER BY introduction.day, introduction.id",
    (),
    (('id', 'whole'), ('uid', 'text'), ('introducer_id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text'), ('inbound', 'flag'), ('entered', 'whole'), ('introducer_handle', 'text'), ('introducer_name', 'text'), ('a_handle', 'text'), ('a_name', 'text'), ('b_handle', 'text'), ('b_name', 'text')),
)
ACQUAINTANCES = Statement(
    "SELECT person.id, person.handle, person.name, person.org, person.role, person.known, person.touches, person.last_contact, person.attempts, CASE WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = person.id AND introduction_1.a_id = 1 AND (introduction_1.state = 'made' OR introduction_1.state = 'met'))) THEN 1 WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = person.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped')) THEN 2 ELSE 0 END AS near, anon_1.introduction, anon_1.day FROM person JOIN (SELECT introduction.a_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.introducer_id = :person AND introduction.a_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.b_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.introducer_id = :person AND introduction.b_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.introducer_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.a_id = :person AND introduction.introducer_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.introducer_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.b_id = :person AND introduction.introducer_id != 1 AND introduction.state != 'dropped' UNION ALL SELECT introduction.b_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.a_id = :person AND introduction.b_id != 1 AND introduction.state != 'dropped' AND introduction.state != 'offered' UNION ALL SELECT introduction.a_id AS id, introduction.id AS introduction, introduction.day AS day FROM introduction WHERE introduction.b_id = :person AND introduction.a_id != 1 AND introduction.state != 'dropped' AND introduction.state != 'offered') AS anon_1 ON person.id = anon_1.id",
    (('person', 'whole'),),
    (('id', 'whole'), ('handle', 'text'), ('name', 'text'), ('org', 'text'), ('role', 'text'), ('known', 'flag'), ('touches', 'whole'), ('last_contact', 'day'), ('attempts', 'whole'), ('near', 'text'), ('introduction', 'whole'), ('day', 'day')),
)
HAND = Statement(
    "SELECT person.id, person.handle, person.name, person.org, person.role, person.known, person.touches, person.last_contact, person.attempts, CASE WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.b_id = person.id AND introduction_1.a_id = 1 AND (introduction_1.state = 'made' OR introduction_1.state = 'met'))) THEN 1 WHEN (EXISTS (SELECT introduction_1.id FROM introduction AS introduction_1 WHERE introduction_1.introducer_id = person.id AND introduction_1.a_id = 1 AND introduction_1.state != 'dropped')) THEN 2 ELSE 0 END AS near FROM person WHERE person.id = :id",
    (('id', 'whole'),),
    (('id', 'whole'), ('handle', 'text'), ('name', 'text'), ('org', 'text'), ('role', 'text'), ('known', 'flag'), ('touches', 'whole'), ('last_contact', 'day'), ('attempts', 'whole'), ('near', 'text')),
)
OFFICES = Statement(
    "SELECT person.id, person.org, person.role FROM person WHERE person.org != '' OR person.role != ''",
    (),
    (('id', 'whole'), ('org', 'text'), ('role', 'text')),
)
ANCESTRY = Statement(
    "WITH RECURSIVE up(id) AS (SELECT :person AS id UNION SELECT introduction.introducer_id AS introducer_id FROM introduction JOIN up ON up.id = introduction.b_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped' LIMIT :most OFFSET 0) SELECT up.id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM up LEFT OUTER JOIN introduction ON introduction.b_id = up.id AND introduction.a_id = 1 AND introduction.state != 'dropped'",
    (('person', 'whole'), ('most', 'whole')),
    (('person_id', 'whole'), ('introduction', 'whole'), ('introducer_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
LINKS = Statement(
    "SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction WHERE introduction.a_id = 1 AND introduction.state != 'dropped'",
    (),
    (('person_id', 'whole'), ('introduction', 'whole'), ('introducer_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
NAMED = Statement(
    'SELECT person.id, person.handle, person.name FROM person WHERE person.id = :id',
    (('id', 'whole'),),
    (('id', 'whole'), ('handle', 'text'), ('name', 'text')),
)
BELOW = Statement(
    "WITH RECURSIVE down(id) AS (SELECT :person AS id UNION SELECT introduction.b_id AS b_id FROM introduction JOIN down ON down.id = introduction.introducer_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped') SELECT introduction.b_id AS person_id, introduction.id AS introduction, introduction.introducer_id, introduction.day, introduction.state FROM introduction JOIN down ON down.id = introduction.b_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped'",
    (('person', 'whole'),),
    (('person_id', 'whole'), ('introduction', 'whole'), ('introducer_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
OUTCOMES = Statement(
    "SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered FROM entry WHERE entry.way = 'got' ORDER BY entry.day, entry.id",
    (),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole')),
)
OUTCOMES_BELOW = Statement(
    "WITH RECURSIVE down(id) AS (SELECT :person AS id UNION SELECT introduction.b_id AS b_id FROM introduction JOIN down ON down.id = introduction.introducer_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped') SELECT entry.id, entry.uid, entry.person_id, entry.way, entry.kind, entry.text, entry.day, entry.cents, entry.touch_id, entry.introduction_id, entry.other_id, entry.they_called, entry.entered, person.handle, person.name FROM entry JOIN down ON down.id = entry.person_id JOIN person ON person.id = entry.person_id WHERE entry.way = 'got'",
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('way', 'text'), ('kind', 'text'), ('text', 'text'), ('day', 'day'), ('cents', 'whole'), ('touch_id', 'whole'), ('introduction_id', 'whole'), ('other_id', 'whole'), ('they_called', 'flag'), ('entered', 'whole'), ('handle', 'text'), ('name', 'text')),
)
SAT_BELOW = Statement(
    "WITH RECURSIVE down(id) AS (SELECT :person AS id UNION SELECT introduction.b_id AS b_id FROM introduction JOIN down ON down.id = introduction.introducer_id WHERE introduction.a_id = 1 AND introduction.state != 'dropped') SELECT person.id, person.handle, person.name, person.known, person.first_sitdown FROM person JOIN down ON down.id = person.id",
    (('person', 'whole'),),
    (('id', 'whole'), ('handle', 'text'), ('name', 'text'), ('known', 'flag'), ('first_sitdown', 'day')),
)
MET_AT = Statement(
    'SELECT presence.person_id, min(touch.day) AS day FROM presence JOIN touch ON touch.id = presence.touch_id WHERE touch.place_id = :place AND touch.in_person = 1 AND touch.answered = 1 GROUP BY presence.person_id ORDER BY min(touch.day), presence.person_id',
    (('place', 'whole'),),
    (('person_id', 'whole'), ('day', 'day')),
)
LAST_TOUCH = Statement(
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person AND touch.day <= :until AND touch.answered = 1 ORDER BY touch.day DESC, touch.id DESC LIMIT 1 OFFSET 0",
    (('person', 'whole'), ('until', 'day')),
    (('id', 'whole'), ('uid', 'text'), ('kind', 'text'), ('day', 'day'), ('place_id', 'whole'), ('note', 'text'), ('answered', 'flag'), ('in_person', 'flag'), ('sit_down', 'flag'), ('entered', 'whole'), ('place', 'text')),
)
FIRST_TOUCH = Statement(
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE presence.person_id = :person AND person.known = 0 AND touch.in_person = 1 AND touch.answered = 1 ORDER BY touch.day, touch.id LIMIT 1 OFFSET 0",
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('kind', 'text'), ('day', 'day'), ('place_id', 'whole'), ('note', 'text'), ('answered', 'flag'), ('in_person', 'flag'), ('sit_down', 'flag'), ('entered', 'whole'), ('place', 'text')),
)
TOUCH_AT = Statement(
    "SELECT touch.id, touch.uid, touch.kind, touch.day, touch.place_id, touch.note, touch.answered, touch.in_person, touch.sit_down, touch.entered, coalesce(place.name, '') AS place FROM touch LEFT OUTER JOIN place ON place.id = touch.place_id WHERE touch.id = :touch",
    (('touch', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('kind', 'text'), ('day', 'day'), ('place_id', 'whole'), ('note', 'text'), ('answered', 'flag'), ('in_person', 'flag'), ('sit_down', 'flag'), ('entered', 'whole'), ('place', 'text')),
)
MET_BETWEEN = Statement(
    'SELECT presence.person_id, touch.day, touch.entered, touch.kind, touch.sit_down FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND touch.day <= :until AND touch.in_person = 1 AND touch.answered = 1 ORDER BY touch.day, touch.id',
    (('since', 'day'), ('until', 'day')),
    (('person_id', 'whole'), ('day', 'day'), ('entered', 'whole'), ('kind', 'text'), ('sit_down', 'flag')),
)
INTRODUCED_BETWEEN = Statement(
    "SELECT introduction.b_id AS person_id, introduction.day, introduction.entered, person.name AS introducer FROM introduction JOIN person ON person.id = introduction.introducer_id WHERE introduction.a_id + 0 = 1 AND introduction.day >= :since AND introduction.day <= :until AND introduction.state IN ('made', 'met') ORDER BY introduction.day, introduction.id",
    (('since', 'day'), ('until', 'day')),
    (('person_id', 'whole'), ('day', 'day'), ('entered', 'whole'), ('introducer', 'text')),
)
SENT_SINCE = Statement(
    'SELECT presence.person_id, touch.day, touch.entered FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND (touch.in_person = 0 OR touch.answered = 0)',
    (('since', 'day'),),
    (('person_id', 'whole'), ('day', 'day'), ('entered', 'whole')),
)
KEPT_SINCE = Statement(
    "SELECT promise.person_id, promise.closed_on AS day, promise.closed AS entered FROM promise WHERE promise.closed_on >= :since AND promise.state = 'kept'",
    (('since', 'day'),),
    (('person_id', 'whole'), ('day', 'day'), ('entered', 'whole')),
)
FRESH = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) AND person.no_sell = 0 AND person.dropped = 0 AND person.attempts < 2 AND person.fresh_on IS NOT NULL ORDER BY person.fresh_on DESC, person.id DESC LIMIT 300 OFFSET 0',
    (('today', 'day'),),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
DRAWN = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) AND person.no_sell = 0 AND person.dropped = 0 AND person.attempts < 2 AND person.draw >= :start ORDER BY person.draw, person.id LIMIT 400 OFFSET 0',
    (('today', 'day'), ('start', 'whole')),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
KEEP_DUE = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.cadence = :cadence AND person.waits_from <= :until AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.waits_from, person.id LIMIT :most OFFSET 0',
    (('cadence', 'text'), ('until', 'day'), ('today', 'day'), ('most', 'whole')),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
NEXT_CADENCE = Statement(
    'SELECT min(person.cadence) AS cadence FROM person WHERE person.cadence > :after',
    (('after', 'text'),),
    (('cadence', 'text'),),
)
DORMANT = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.draw >= :start AND person.waits_from <= :until AND person.id > 1 AND (person.last_contact IS NOT NULL OR person.known = 1) AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.draw, person.id LIMIT 200 OFFSET 0',
    (('start', 'whole'), ('until', 'day'), ('today', 'day')),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
STUCK = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.attempts > 1 AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.waits_from, person.id',
    (('today', 'day'),),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
LONGEST_WITHOUT_SITDOWN = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.last_sitdown <= :until AND person.no_sell = 0 AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.last_sitdown, person.id LIMIT 200 OFFSET 0',
    (('until', 'day'), ('today', 'day')),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
CLUSTER_SIZE = Statement(
    'SELECT count(*) AS people FROM person WHERE person.cluster = :cluster AND person.last_contact >= :since',
    (('cluster', 'text'), ('since', 'day')),
    (('people', 'text'),),
)
LARGEST_CLUSTER = Statement(
    "SELECT coalesce(max(anon_1.people), 0) AS people FROM (SELECT count(*) AS people FROM person WHERE person.cluster > '' AND person.last_contact >= :since GROUP BY person.cluster) AS anon_1",
    (('since', 'day'),),
    (('people', 'text'),),
)
FIRST_SITDOWNS = Statement(
    'SELECT count(*) AS people FROM person WHERE person.first_sitdown >= :since AND person.first_sitdown <= :until AND person.known = 0',
    (('since', 'day'), ('until', 'day')),
    (('people', 'text'),),
)
SITDOWN_DAYS = Statement(
    'SELECT DISTINCT person.first_sitdown AS day FROM person WHERE person.first_sitdown >= :since AND person.first_sitdown <= :until AND person.known = 0 ORDER BY person.first_sitdown',
    (('since', 'day'), ('until', 'day')),
    (('day', 'day'),),
)
PINS = Statement(
    'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.person_id FROM pin WHERE pin.slot = :slot AND pin.period = :period ORDER BY pin.place',
    (('slot', 'text'), ('period', 'text')),
    (('id', 'whole'), ('uid', 'text'), ('slot', 'text'), ('period', 'text'), ('place', 'whole'), ('person_id', 'whole')),
)
PICKED_WEEKS = Statement(
    "SELECT pin.period FROM pin WHERE pin.person_id = :person AND pin.slot = 'new' AND pin.place = 0 ORDER BY pin.period",
    (('person', 'whole'),),
    (('period', 'text'),),
)
SKIPS_OF = Statement(
    'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.person_id = :person ORDER BY skip.week',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('week', 'text'), ('how', 'text'), ('slot', 'text')),
)
SKIPS_SINCE = Statement(
    'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.week >= :week ORDER BY skip.id',
    (('week', 'text'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('week', 'text'), ('how', 'text'), ('slot', 'text')),
)
SKIPS_IN = Statement(
    'SELECT skip.id, skip.uid, skip.person_id, skip.week, skip.how, skip.slot FROM skip WHERE skip.week = :week ORDER BY skip.id',
    (('week', 'text'),),
    (('id', 'whole'), ('uid', 'text'), ('person_id', 'whole'), ('week', 'text'), ('how', 'text'), ('slot', 'text')),
)
LAST_PINNED = Statement(
    "SELECT max(pin.period) AS period FROM pin WHERE pin.slot = 'new' AND pin.period < :before",
    (('before', 'text'),),
    (('period', 'text'),),
)
PICKED_OFTEN = Statement(
    "SELECT pin.person_id, count(*) AS weeks FROM pin WHERE pin.slot = 'new' AND pin.place = 0 GROUP BY pin.person_id HAVING count(*) > 2",
    (),
    (('person_id', 'whole'), ('weeks', 'text')),
)
LAST_MET = Statement(
    'SELECT person.id, person.uid, person.handle, person.name, person.folded, person.org, person.role, person.city, person.note, person.birthday, person.every, person.known, person.no_sell, person.resting, person.snoozed_until, person.woken_on, person.connected_on, person.starts_on, person.entered, person.cadence, person.cluster, person.draw, person.last_contact, person.waits_from, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person WHERE person.last_contact IS NOT NULL AND person.resting = 0 AND (person.snoozed_until IS NULL OR person.snoozed_until <= :today) ORDER BY person.last_contact DESC, person.id LIMIT 20 OFFSET 0',
    (('today', 'day'),),
    (('id', 'whole'), ('uid', 'text'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('role', 'text'), ('city', 'text'), ('note', 'text'), ('birthday', 'text'), ('every', 'text'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('snoozed_until', 'day'), ('woken_on', 'day'), ('connected_on', 'day'), ('starts_on', 'day'), ('entered', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('draw', 'whole'), ('last_contact', 'day'), ('waits_from', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
FIRST_COFFEES = Statement(
    "SELECT presence.person_id, touch.day, touch.id AS touch_id, coalesce(place.name, '') AS place FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id LEFT OUTER JOIN place ON place.id = touch.place_id WHERE person.first_sitdown >= :since AND person.first_sitdown <= :until AND person.known = 0 AND ('' || touch.day) = person.first_sitdown AND touch.sit_down = 1 AND touch.answered = 1 ORDER BY touch.day, touch.id, presence.id",
    (('since', 'day'), ('until', 'day')),
    (('person_id', 'whole'), ('day', 'day'), ('touch_id', 'whole'), ('place', 'text')),
)
SECOND_SITDOWNS = Statement(
    "SELECT presence.person_id, min(touch.day) AS day FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id WHERE person.last_sitdown > person.first_sitdown AND ('' || touch.day) > person.first_sitdown AND touch.sit_down = 1 AND touch.answered = 1 GROUP BY presence.person_id",
    (),
    (('person_id', 'whole'), ('day', 'day')),
)
MEETINGS = Statement(
    'SELECT presence.person_id, touch.day, touch.entered FROM touch JOIN presence ON presence.touch_id = touch.id JOIN person ON person.id = presence.person_id WHERE touch.day <= :until AND touch.in_person = 1 AND touch.answered = 1 AND person.known + 0 = 0 ORDER BY touch.day, touch.id',
    (('until', 'day'),),
    (('person_id', 'whole'), ('day', 'day'), ('entered', 'whole')),
)
OUTCOME_STARTS = Statement(
    "SELECT entry.id, entry.person_id, entry.day, entry.they_called, entry.introduction_id, coalesce(touch_1.day, (SELECT max(touch.day) AS max_1 FROM touch JOIN presence ON presence.touch_id = touch.id WHERE presence.person_id = entry.person_id AND touch.day <= entry.day AND touch.answered = 1)) AS touch_day FROM entry LEFT OUTER JOIN touch AS touch_1 ON touch_1.id = entry.touch_id AND touch_1.answered = 1 WHERE entry.way = 'got' AND entry.day <= :until ORDER BY entry.day, entry.id",
    (('until', 'day'),),
    (('id', 'whole'), ('person_id', 'whole'), ('day', 'day'), ('they_called', 'flag'), ('introduction_id', 'whole'), ('touch_day', 'day')),
)
REFERRALS = Statement(
    "SELECT introduction.b_id AS person_id, introduction.inbound, introduction.id, introduction.day, introduction.state, introduction.entered, introduction.introducer_id, person.handle, person.name, anon_1.day AS bought_on, coalesce(detail.id, 0) AS marked FROM introduction JOIN person ON person.id = introduction.introducer_id LEFT OUTER JOIN (SELECT entry.person_id AS person_id, min(entry.day) AS day FROM entry WHERE entry.way = 'got' AND (entry.kind = 'client' OR entry.cents > 0 AND entry.kind != 'referral') GROUP BY entry.person_id) AS anon_1 ON anon_1.person_id = person.id LEFT OUTER JOIN detail ON detail.person_id = person.id AND detail.field = 'kind' AND detail.folded = 'client' WHERE introduction.a_id = 1 AND introduction.day <= :until ORDER BY introduction.day, introduction.id",
    (('until', 'day'),),
    (('person_id', 'whole'), ('inbound', 'flag'), ('id', 'whole'), ('day', 'day'), ('state', 'text'), ('entered', 'whole'), ('introducer_id', 'whole'), ('handle', 'text'), ('name', 'text'), ('bought_on', 'day'), ('marked', 'whole')),
)
TRIED = Statement(
    'SELECT presence.person_id, touch.day, touch.answered FROM touch JOIN presence ON presence.touch_id = touch.id WHERE touch.day <= :until AND presence.person_id IN (SELECT presence_1.person_id FROM presence AS presence_1 JOIN touch AS touch_1 ON touch_1.id = presence_1.touch_id WHERE touch_1.day <= :until AND touch_1.answered = 0) ORDER BY touch.day, touch.id',
    (('until', 'day'),),
    (('person_id', 'whole'), ('day', 'day'), ('answered', 'flag')),
)
ARRIVALS = Statement(
    'SELECT person.id AS person_id, person.first_sitdown, person.starts_on, person.connected_on, change.at, change.command AS typed FROM person LEFT OUTER JOIN change ON change.id = person.entered WHERE person.id > 1 AND person.known = 0 ORDER BY person.id',
    (),
    (('person_id', 'whole'), ('first_sitdown', 'day'), ('starts_on', 'day'), ('connected_on', 'day'), ('at', 'moment'), ('typed', 'text')),
)
EVERY_THANK = Statement(
    "SELECT thank.entry_id, entry.day, thank.thanked_on, person.handle, person.name, entry.kind, entry.text, person_1.name AS giver FROM thank JOIN entry ON entry.id = thank.entry_id JOIN person ON person.id = thank.person_id JOIN person AS person_1 ON person_1.id = entry.person_id WHERE entry.way = 'got' AND entry.day >= :since AND entry.day <= :until ORDER BY entry.day, entry.id, person.handle",
    (('since', 'day'), ('until', 'day')),
    (('entry_id', 'whole'), ('day', 'day'), ('thanked_on', 'day'), ('handle', 'text'), ('name', 'text'), ('kind', 'text'), ('text', 'text'), ('giver', 'text')),
)
PICKS = Statement(
    "SELECT pin.period AS week, pin.person_id, person.handle, person.name FROM pin LEFT OUTER JOIN person ON person.id = pin.person_id WHERE pin.slot = 'new' AND pin.place = 0 AND pin.period >= :first AND pin.period <= :last ORDER BY pin.period",
    (('first', 'text'), ('last', 'text')),
    (('week', 'text'), ('person_id', 'whole'), ('handle', 'text'), ('name', 'text')),
)
HOSTED = Statement(
    'SELECT introduction.id, introduction.a_id, introduction.b_id, introduction.day, introduction.state FROM introduction WHERE introduction.introducer_id = 1 AND introduction.day >= :since AND introduction.day <= :until ORDER BY introduction.day, introduction.id',
    (('since', 'day'), ('until', 'day')),
    (('id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('state', 'text')),
)
EXCHANGED = Statement(
    'SELECT entry.person_id, entry.way, entry.day FROM entry WHERE entry.day >= :since AND entry.day <= :until ORDER BY entry.day, entry.id',
    (('since', 'day'), ('until', 'day')),
    (('person_id', 'whole'), ('way', 'text'), ('day', 'day')),
)
GUESSED = Statement(
    'SELECT guess.touch_id, touch.day, guess.word, presence.person_id FROM guess JOIN touch ON touch.id = guess.touch_id JOIN presence ON presence.touch_id = touch.id WHERE touch.day >= :since AND touch.day <= :until ORDER BY touch.day, touch.id, presence.id',
    (('since', 'day'), ('until', 'day')),
    (('touch_id', 'whole'), ('day', 'day'), ('word', 'text'), ('person_id', 'whole')),
)
COUNT_NEW = Statement(
    'SELECT count(*) AS people FROM person WHERE person.known = 0 AND person.first_sitdown IS NULL',
    (),
    (('people', 'text'),),
)
COUNT_WAITING = Statement(
    'SELECT count(*) AS people FROM person WHERE person.cadence = :cadence AND person.waits_from <= :latest AND (person.known = 1 OR person.first_sitdown IS NOT NULL) AND (person.waits_from <= :keep_until OR person.waits_from <= :dormant_until AND (person.last_contact IS NOT NULL OR person.known = 1))',
    (('cadence', 'text'), ('latest', 'day'), ('keep_until', 'day'), ('dormant_until', 'day')),
    (('people', 'text'),),
)
STANDING = Statement(
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.id = :id',
    (('id', 'whole'),),
    (('id', 'whole'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('dropped', 'flag'), ('snoozed_until', 'day'), ('cadence', 'text'), ('waits_from', 'day'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('attempts', 'whole')),
)
RESTING = Statement(
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.resting = 1',
    (),
    (('id', 'whole'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('dropped', 'flag'), ('snoozed_until', 'day'), ('cadence', 'text'), ('waits_from', 'day'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('attempts', 'whole')),
)
SNOOZED = Statement(
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.snoozed_until IS NOT NULL AND person.snoozed_until > :today',
    (('today', 'day'),),
    (('id', 'whole'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('dropped', 'flag'), ('snoozed_until', 'day'), ('cadence', 'text'), ('waits_from', 'day'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('attempts', 'whole')),
)
NO_SELL = Statement(
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.no_sell = 1 AND person.known = 0 AND person.first_sitdown IS NULL',
    (),
    (('id', 'whole'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('dropped', 'flag'), ('snoozed_until', 'day'), ('cadence', 'text'), ('waits_from', 'day'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('attempts', 'whole')),
)
DROPPED = Statement(
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.dropped = 1 AND person.known = 0 AND person.first_sitdown IS NULL',
    (),
    (('id', 'whole'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('dropped', 'flag'), ('snoozed_until', 'day'), ('cadence', 'text'), ('waits_from', 'day'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('attempts', 'whole')),
)
UNANSWERED = Statement(
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person WHERE person.attempts > 1',
    (),
    (('id', 'whole'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('dropped', 'flag'), ('snoozed_until', 'day'), ('cadence', 'text'), ('waits_from', 'day'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('attempts', 'whole')),
)
MET = Statement(
    'SELECT person.id, person.known, person.no_sell, person.resting, person.dropped, person.snoozed_until, person.cadence, person.waits_from, person.last_contact, person.first_sitdown, person.attempts FROM person JOIN presence ON presence.person_id = person.id JOIN touch ON touch.id = presence.touch_id WHERE touch.day >= :since AND touch.day <= :until AND touch.in_person = 1 AND touch.answered = 1',
    (('since', 'day'), ('until', 'day')),
    (('id', 'whole'), ('known', 'flag'), ('no_sell', 'flag'), ('resting', 'flag'), ('dropped', 'flag'), ('snoozed_until', 'day'), ('cadence', 'text'), ('waits_from', 'day'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('attempts', 'whole')),
)
NEWEST_DONE = Statement(
    "SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.state = 'done' ORDER BY change.id DESC LIMIT 1 OFFSET 0",
    (),
    (('id', 'whole'), ('uid', 'text'), ('at', 'moment'), ('command', 'text'), ('state', 'text')),
)
OLDEST_UNDONE = Statement(
    "SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.state = 'undone' ORDER BY change.id LIMIT 1 OFFSET 0",
    (),
    (('id', 'whole'), ('uid', 'text'), ('at', 'moment'), ('command', 'text'), ('state', 'text')),
)
UNDONE = Statement(
    "SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.state = 'undone'",
    (),
    (('id', 'whole'), ('uid', 'text'), ('at', 'moment'), ('command', 'text'), ('state', 'text')),
)
CHANGES = Statement(
    'SELECT change.id, change.uid, change.at, change.command, change.state, (SELECT count(*) AS count_1 FROM change_row WHERE change_row.change_id = change.id) AS rows FROM change ORDER BY change.id DESC LIMIT :most OFFSET 0',
    (('most', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('at', 'moment'), ('command', 'text'), ('state', 'text'), ('rows', 'text')),
)
ROWS_OF = Statement(
    'SELECT change_row.id, change_row.uid, change_row.change_id, change_row.tab, change_row.row_id, change_row.last_id, change_row."before", change_row."after" FROM change_row WHERE change_row.change_id = :change ORDER BY change_row.id',
    (('change', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('change_id', 'whole'), ('tab', 'text'), ('row_id', 'whole'), ('last_id', 'whole'), ('before', 'text'), ('after', 'text')),
)
SCHEMA_VERSION = Statement(
    'SELECT max(version.number) AS number FROM version',
    (),
    (('number', 'whole'),),
)
NUMBERED = Statement(
    "SELECT change_row.tab, change_row.row_id FROM change_row WHERE change_row.change_id = :change AND change_row.tab IN ('touch', 'introduction', 'promise', 'entry') ORDER BY change_row.id",
    (('change', 'whole'),),
    (('tab', 'text'), ('row_id', 'whole')),
)
EVERY_STANDING = Statement(
    'SELECT person.id, person.handle, person.name, person.folded, person.org, person.every, person.starts_on, person.draw, person.cadence, person.cluster, person.waits_from, person.last_contact, person.first_sitdown, person.last_sitdown, person.fresh_on, person.attempts, person.touches, person.dropped FROM person ORDER BY person.id',
    (),
    (('id', 'whole'), ('handle', 'text'), ('name', 'text'), ('folded', 'text'), ('org', 'text'), ('every', 'text'), ('starts_on', 'day'), ('draw', 'whole'), ('cadence', 'text'), ('cluster', 'text'), ('waits_from', 'day'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('fresh_on', 'day'), ('attempts', 'whole'), ('touches', 'whole'), ('dropped', 'flag')),
)
SEEN = Statement(
    'SELECT presence.person_id, max(touch.day) AS last_contact, min(CASE WHEN (touch.sit_down = 1) THEN touch.day END) AS first_sitdown, max(CASE WHEN (touch.sit_down = 1) THEN touch.day END) AS last_sitdown, max(CASE WHEN (touch.in_person = 1) THEN touch.day END) AS seen, count(*) AS touches FROM touch JOIN presence ON touch.id + 0 = presence.touch_id WHERE touch.answered + 0 = 1 GROUP BY presence.person_id',
    (),
    (('person_id', 'whole'), ('last_contact', 'day'), ('first_sitdown', 'day'), ('last_sitdown', 'day'), ('seen', 'day'), ('touches', 'text')),
)
ATTEMPTS = Statement(
    'SELECT presence.person_id, touch.day, touch.id FROM touch JOIN presence ON touch.id + 0 = presence.touch_id WHERE touch.answered + 0 = 0',
    (),
    (('person_id', 'whole'), ('day', 'day'), ('id', 'whole')),
)
EVERY_INTRODUCTION = Statement(
    'SELECT introduction.id, introduction.a_id, introduction.b_id, introduction.day, introduction.said, introduction.state FROM introduction ORDER BY introduction.id',
    (),
    (('id', 'whole'), ('a_id', 'whole'), ('b_id', 'whole'), ('day', 'day'), ('said', 'text'), ('state', 'text')),
)
TOGETHER = Statement(
    'SELECT introduction.id, (SELECT max(touch.day) AS max_1 FROM touch JOIN presence ON presence.touch_id = touch.id JOIN presence AS presence_1 ON presence_1.touch_id = presence.touch_id WHERE presence.person_id = introduction.a_id AND presence_1.person_id = introduction.b_id AND touch.in_person = 1 AND touch.answered = 1) AS day FROM introduction WHERE introduction.a_id > 1',
    (),
    (('id', 'whole'), ('day', 'day')),
)
EVERY_PLACE = Statement(
    'SELECT place.id, place.uid, place.name, place.folded FROM place ORDER BY place.id',
    (),
    (('id', 'whole'), ('uid', 'text'), ('name', 'text'), ('folded', 'text')),
)
THANK_ROWS = Statement(
    'SELECT thank.id, thank.uid, thank.entry_id, thank.person_id, thank.thanked_on FROM thank ORDER BY thank.entry_id, thank.person_id',
    (),
    (('id', 'whole'), ('uid', 'text'), ('entry_id', 'whole'), ('person_id', 'whole'), ('thanked_on', 'day')),
)
TOUCHES_AFTER = Statement(
    'SELECT touch.id FROM touch WHERE touch.day > :today ORDER BY touch.id',
    (('today', 'day'),),
    (('id', 'whole'),),
)
INTRODUCTIONS_AFTER = Statement(
    'SELECT introduction.id FROM introduction WHERE introduction.day > :today ORDER BY introduction.id',
    (('today', 'day'),),
    (('id', 'whole'),),
)
CHANGES_AFTER = Statement(
    "SELECT change.id FROM change WHERE change.at > :now AND change.state = 'done' ORDER BY change.id",
    (('now', 'moment'),),
    (('id', 'whole'),),
)
LAST_CHANGE = Statement(
    'SELECT change.id, change.at FROM change ORDER BY change.id DESC LIMIT 1 OFFSET 0',
    (),
    (('id', 'whole'), ('at', 'moment')),
)
SCHEMAS = Statement(
    'SELECT version.at FROM version ORDER BY version.id',
    (),
    (('at', 'moment'),),
)
SCRUBS = Statement(
    'SELECT scrub.id, scrub.uid, scrub.what FROM scrub ORDER BY scrub.id',
    (),
    (('id', 'whole'), ('uid', 'text'), ('what', 'text')),
)
FORGETTINGS = Statement(
    'SELECT forgetting.id, forgetting.uid, forgetting.salt FROM forgetting ORDER BY forgetting.id',
    (),
    (('id', 'whole'), ('uid', 'text'), ('salt', 'text')),
)
MARKS = Statement(
    'SELECT mark.id, mark.uid, mark.forgetting_id, mark.hash FROM mark ORDER BY mark.id',
    (),
    (('id', 'whole'), ('uid', 'text'), ('forgetting_id', 'whole'), ('hash', 'text')),
)
COUNT_FORGETTINGS = Statement(
    'SELECT count(*) AS forgettings FROM forgetting',
    (),
    (('forgettings', 'text'),),
)
CHANGES_MENTIONED = Statement(
    'SELECT change.id, change.uid, change.at, change.command, change.state FROM change WHERE change.id IN (SELECT person.entered AS number FROM person UNION SELECT touch.entered FROM touch UNION SELECT introduction.entered FROM introduction UNION SELECT promise.entered FROM promise UNION SELECT promise.closed FROM promise UNION SELECT entry.entered FROM entry) ORDER BY change.id',
    (),
    (('id', 'whole'), ('uid', 'text'), ('at', 'moment'), ('command', 'text'), ('state', 'text')),
)
COUNT_MENTIONED = Statement(
    'SELECT count(*) AS changes FROM change WHERE change.id IN (SELECT person.entered AS number FROM person UNION SELECT touch.entered FROM touch UNION SELECT introduction.entered FROM introduction UNION SELECT promise.entered FROM promise UNION SELECT promise.closed FROM promise UNION SELECT entry.entered FROM entry)',
    (),
    (('changes', 'text'),),
)
LAST_MENTIONED = Statement(
    'SELECT max(anon_1.number) AS number FROM (SELECT person.entered AS number FROM person UNION SELECT touch.entered AS entered FROM touch UNION SELECT introduction.entered AS entered FROM introduction UNION SELECT promise.entered AS entered FROM promise UNION SELECT promise.closed AS closed FROM promise UNION SELECT entry.entered AS entered FROM entry) AS anon_1',
    (),
    (('number', 'whole'),),
)
ALIKE_BY_NAME = Statement(
    "SELECT person_1.handle, person_1.name, person.handle AS other_handle, person.name AS other_name, 'name' AS what FROM person JOIN person AS person_1 ON person_1.folded = person.folded AND person_1.id < person.id WHERE person.entered = :change AND person_1.id > 1 ORDER BY person.id, person_1.id LIMIT 10 OFFSET 0",
    (('change', 'whole'),),
    (('handle', 'text'), ('name', 'text'), ('other_handle', 'text'), ('other_name', 'text'), ('what', 'text')),
)
ALIKE_BY_PHONE = Statement(
    "SELECT DISTINCT person_1.handle, person_1.name, person.handle AS other_handle, person.name AS other_name, 'phone' AS what FROM person JOIN detail ON detail.person_id = person.id JOIN detail AS detail_1 ON detail_1.field = detail.field AND detail_1.folded = detail.folded AND detail_1.person_id < person.id JOIN person AS person_1 ON person_1.id = detail_1.person_id WHERE person.entered = :change AND detail.field = 'phone' ORDER BY person.id, person_1.id LIMIT 10 OFFSET 0",
    (('change', 'whole'),),
    (('handle', 'text'), ('name', 'text'), ('other_handle', 'text'), ('other_name', 'text'), ('what', 'text')),
)
PINS_OF = Statement(
    'SELECT pin.id, pin.uid, pin.slot, pin.period, pin.place, pin.person_id FROM pin WHERE pin.person_id = :person ORDER BY pin.id',
    (('person', 'whole'),),
    (('id', 'whole'), ('uid', 'text'), ('slot', 'text'), ('period', 'text'), ('place', 'whole'), ('person_id', 'whole')),
)
