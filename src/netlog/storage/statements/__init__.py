"""The statements, written once, one file per subject."""

from netlog.storage.statements import (
    acquaintance,
    counts,
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
    introductions,
    promises,
    ledger,
    network,
    acquaintance,
    trace,
    plan,
    reports,
    counts,
    journal,
)
