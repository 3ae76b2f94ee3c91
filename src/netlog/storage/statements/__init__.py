"""The statements, written once, one file per subject."""

from netlog.storage.statements import (
    counts,
    introductions,
    journal,
    people,
    plan,
    promises,
    touches,
)

SUBJECTS = (people, touches, introductions, promises, plan, counts, journal)
