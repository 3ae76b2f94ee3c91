"""khard: a person is a vCard."""

from pathlib import Path

from bench.contacts import write_vdir
from bench.network import Network
from bench.peers.peer import Peer, put

_CONFIG = """\
[addressbooks]
[[people]]
path = ~/people
"""


def prepare(home: Path, network: Network) -> None:
    """A folder of cards."""
    write_vdir(home / "people", network.people)
    put(home / ".config" / "khard" / "khard.conf", _CONFIG)


PEER = Peer(
    name="khard",
    package="khard==0.22.0",
    command=("khard", "list"),
    nearest="list",
    prepare=prepare,
)
