"""The score terms, slot by slot, each with its usual weight."""

from netlog.plan.terms import (
    bridge,
    cadence,
    client,
    client_path,
    drift,
    freshness,
    luck,
    named_by,
    novelty,
    occasion,
    owe,
    skipped,
    warmth,
)

NEW = (
    (warmth, 6.0),
    (bridge, 4.0),
    (freshness, 6.0),
    (named_by, 3.0),
    (client_path, 3.0),
    (luck, 1.0),
)
KEEP = (
    (cadence, 8.0),
    (drift, 3.0),
    (owe, 3.0),
    (client, 2.0),
    (occasion, 2.0),
    (skipped, -1.0),
)
RECONNECT = (
    (novelty, 4.0),
    (bridge, 3.0),
)
BY_SLOT = {"new": NEW, "keep": KEEP, "reconnect": RECONNECT}
