"""jrnl: a touch is an entry with its person as a tag."""

from pathlib import Path

from bench.network import Network
from bench.peers.peer import Peer, put

_CONFIG = """\
version: "4.6"
journals:
  default:
    journal: journal.txt
editor: ""
encrypt: false
template: false
default_hour: 9
default_minute: 0
timeformat: "%F %r"
tagsymbols: "#@"
highlight: true
linewrap: 79
indent_character: "|"
display_format: null
colors: {body: none, date: none, tags: none, title: none}
"""


def prepare(home: Path, network: Network) -> None:
    """The journal, a text file."""
    handles = {person.id: person.handle for person in network.people}
    entries = (
        f"[{one.day} 12:00:00 PM] {one.kind} with @{handles[one.person]}\n{one.note}\n"
        for one in network.contacts
    )
    put(home / "journal.txt", "\n".join(entries))
    put(home / ".config" / "jrnl" / "jrnl.yaml", _CONFIG)


PEER = Peer(
    name="jrnl",
    package="jrnl==4.6",
    command=("jrnl", "-n", "5"),
    nearest="show",
    prepare=prepare,
)
