"""todoman: a touch is a task that is done, a person one that is open."""

from pathlib import Path

from bench.network import Network
from bench.peers.calendar import write_items
from bench.peers.peer import Peer, put

_CONFIG = """\
path = "~/lists/*"
date_format = "%Y-%m-%d"
time_format = "%H:%M"
default_list = "people"
"""


def prepare(home: Path, network: Network) -> None:
    """A folder of tasks."""
    names = {person.id: person.name for person in network.people}
    done = (
        f"VTODO\nSUMMARY:{one.kind} with {names[one.person]}\nSTATUS:COMPLETED\n"
        f"COMPLETED:{one.day:%Y%m%d}T120000Z\nPERCENT-COMPLETE:100"
        for one in network.contacts
    )
    open_ = (
        f"VTODO\nSUMMARY:coffee with {name}\nSTATUS:NEEDS-ACTION"
        for name in names.values()
    )
    write_items(home / "lists" / "people", (*done, *open_))
    put(home / ".config" / "todoman" / "config.py", _CONFIG)


PEER = Peer(
    name="todoman",
    package="todoman==4.7.0",
    command=("todo", "list"),
    nearest="due",
    prepare=prepare,
)
