"""khal: a touch is an event of a day."""

from datetime import timedelta
from pathlib import Path

from bench.network import Contact, Network
from bench.peers.calendar import write_items
from bench.peers.peer import Peer, put

_CONFIG = """\
[calendars]
[[touches]]
path = ~/touches
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def _event(contact: Contact, name: str) -> str:
    after = contact.day + timedelta(days=1)
    return (
        f"VEVENT\nSUMMARY:{contact.kind} with {name}\n"
        f"DTSTART;VALUE=DATE:{contact.day:%Y%m%d}\nDTEND;VALUE=DATE:{after:%Y%m%d}"
    )


def prepare(home: Path, network: Network) -> None:
    """A folder of events."""
    names = {person.id: person.name for person in network.people}
    events = (_event(one, names[one.person]) for one in network.contacts)
    write_items(home / "touches", events)
    put(home / ".config" / "khal" / "config", _CONFIG)


PEER = Peer(
    name="khal",
    package="khal==0.14.1",
    command=("khal", "list", "2025-05-27", "7d"),
    nearest="due",
    prepare=prepare,
)
