"""The peers: one file for each; a new one is a file and a line."""

from bench.peers import (
    abook,
    jrnl,
    khal,
    khard,
    sqlite_utils,
    taskwarrior,
    todoman,
    watson,
)

PEERS = tuple(
    module.PEER
    for module in (
        watson,
        jrnl,
        sqlite_utils,
        khard,
        todoman,
        khal,
        taskwarrior,
        abook,
    )
)
