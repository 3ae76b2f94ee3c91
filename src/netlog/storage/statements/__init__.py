"""The statements, written once, one file per subject."""

from netlog.storage.statements import (
    merging,
    counts,
    examining,
    forgetting,
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
    whole,
)

SUBJECTS = (
    people,
    touches,
    introductions,
    promises,
    ledger,
    network,
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
