"""The questions to the database, written once, one file per subject.

Every public function is a question: its parameters are those of the SQL, its return
annotation says what one row is.  `netlog.db.build` makes `netlog.db.sql` of them.
"""

from netlog.db.queries import (
    bookings,
    erasure,
    examining,
    introductions,
    journal,
    ledger,
    network,
    people,
    plan,
    promises,
    reports,
    touches,
    trace,
)

SUBJECTS = (
    people,
    touches,
    bookings,
    introductions,
    promises,
    ledger,
    network,
    trace,
    plan,
    reports,
    journal,
    erasure,
    examining,
)
