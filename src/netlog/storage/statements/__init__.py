"""The statements, written once, one file per subject."""

from netlog.storage.statements import (
    acquaintance,
    counts,
    examining,
    forgetting,
    introductions,
    journal,
    ledger,
    merging,
    network,
    people,
    plan,
    promises,
    reports,
    touches,
    trace,
    whole,
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
    examining,
    forgetting,
    whole,
    merging,
)
