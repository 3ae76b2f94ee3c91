"""The steps from one schema to the next: where each leads, and its file.

A step is never changed once it is published, and there is none that leads back.
"""

STEPS = {
    2: "netlog.db.migrations.to_2",
    3: "netlog.db.migrations.to_3",
}
