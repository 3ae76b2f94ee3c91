"""What doctor looks at: each check by its name, in the order it is said."""

from netlog.records import NamedTuple

MACHINE, FILE, SOUND, ROT, CONTENT = "machine", "file", "sound", "rot", "content"


class Entry(NamedTuple):
    """One check in the table of contents: its module, and what it looks at.

    `lane` says beside which others it runs: those of one lane run one after the other.
    The lane `machine` needs no database, `file` a file, the others one to read.
    """

    module: str
    lane: str
    summary: str


CHECKS = {
    name: Entry(f"netlog.doctor.{name}", lane, summary)
    for name, lane, summary in (
        ("file", MACHINE, "the database is there and is netlog's"),
        ("permissions", MACHINE, "nobody else can read or write it"),
        ("owner", MACHINE, "all of it belongs to you"),
        ("syncing", FILE, "it is in no synced folder and on no network"),
        ("crash", FILE, "no crash left anything behind"),
        ("sqlite", MACHINE, "SQLite is new enough and writes safely"),
        ("config", MACHINE, "every key of the config is known"),
        ("path", MACHINE, "the shell finds this netlog"),
        ("schedule", MACHINE, "something asks for the plan on Mondays"),
        ("integrity", SOUND, "SQLite finds the file sound"),
        ("rot", ROT, "the content is as in the backups, and as changed since"),
        ("references", ROT, "every row points at rows that are there"),
        ("schema", ROT, "tables and indexes are as netlog makes them"),
        ("journal", ROT, "undo and redo can read every change"),
        ("backups", ROT, "there is a backup, whole and not too old"),
        ("clock", ROT, "the clock is not behind the last entry"),
        ("forgetting", ROT, "nothing of anybody forgotten is left"),
        ("me", CONTENT, "your own row is there"),
        ("standing", CONTENT, "people stand where their touches put them"),
        ("introductions", CONTENT, "introductions are met where people were"),
        ("folding", CONTENT, "names are searched by as they are written"),
        ("thanks", CONTENT, "those wait to be thanked who are on a path"),
        ("doubles", CONTENT, "nobody is there twice"),
    )
}
"""Every check; its module has `findings`, None where there is nothing to look at."""
