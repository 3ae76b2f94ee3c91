"""How a driver and whoever drives it talk: jobs one way, a line of JSON each back."""

import json
import os
import socket
from collections.abc import Sequence

_LENGTH = 8


def send(channel: socket.socket, text: bytes, files: Sequence[int]) -> None:
    """Send a job, and with it the file descriptors that it needs."""
    socket.send_fds(channel, [len(text).to_bytes(_LENGTH, "big")], files)
    channel.sendall(text)


def got(channel: socket.socket) -> tuple[bytes, list[int]] | None:
    """The next job and its two file descriptors; None when there is none any more."""
    head, files, _, _ = socket.recv_fds(channel, _LENGTH, 2)
    if not head:
        return None
    wanted, text = int.from_bytes(head, "big"), b""
    while len(text) < wanted:
        text += channel.recv(wanted - len(text))
    return text, files


def say(replies: int, what: object) -> None:
    """Answer: from here on it counts as said."""
    whole = json.dumps(what).encode() + b"\n"
    while whole:
        whole = whole[os.write(replies, whole) :]
