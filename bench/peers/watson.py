"""Watson: a touch is a frame of half an hour, its person the project."""

import json
from datetime import UTC, datetime, time
from pathlib import Path

from bench.network import Contact, Network
from bench.peers.peer import Peer, put

_HALF_AN_HOUR = 1800


def _frame(number: int, contact: Contact, project: str) -> list[object]:
    noon = datetime.combine(contact.day, time(12, tzinfo=UTC))
    start = int(noon.timestamp()) + number % _HALF_AN_HOUR
    stop = start + _HALF_AN_HOUR
    return [start, stop, project, f"{number:032x}", [contact.kind], stop]


def prepare(home: Path, network: Network) -> None:
    """The file of frames, in Watson's own shape."""
    handles = {person.id: person.handle for person in network.people}
    frames = [
        _frame(number, contact, handles[contact.person])
        for number, contact in enumerate(network.contacts)
    ]
    put(home / "watson" / "frames", json.dumps(frames))


PEER = Peer(
    name="watson",
    package="td-watson==2.1.0",
    command=("watson", "log", "-G", "--from", "2025-05-27", "--to", "2025-06-02"),
    nearest="due",
    prepare=prepare,
    environment=(("WATSON_DIR", "watson"),),
)
