"""abook: a person is an entry in its address book."""

from pathlib import Path

from bench.network import Network
from bench.peers.peer import Peer, put

_HEAD = "# abook addressbook file\n\n[format]\nprogram=abook\nversion=0.6.1\n"


def prepare(home: Path, network: Network) -> None:
    """The address book, in abook's own shape."""
    entries = (
        f"\n[{number}]\nname={one.name}\nemail={one.email}\nmobile={one.phone}\n"
        for number, one in enumerate(network.people)
    )
    put(home / ".abook" / "addressbook", _HEAD + "".join(entries))


PEER = Peer(
    name="abook",
    package="abook",
    command=("abook", "--mutt-query", "a"),
    nearest="list",
    prepare=prepare,
)
