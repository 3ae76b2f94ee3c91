"""taskwarrior: a person is a task that waits."""

from pathlib import Path

from bench.network import Network, Someone
from bench.peers.peer import Peer, put


def _task(person: Someone) -> str:
    tags = f' tags:"{person.tag}"' if person.tag else ""
    return (
        f'[description:"coffee with {person.name}" entry:"1717286400"'
        f' project:"{person.org}" status:"pending"{tags}'
        f' uuid:"00000000-0000-4000-8000-{person.id:012x}"]\n'
    )


def prepare(home: Path, network: Network) -> None:
    """The file of pending tasks, in taskwarrior's own shape."""
    put(home / ".taskrc", "data.location=tasks\nconfirmation=off\n")
    put(home / "tasks" / "pending.data", "".join(map(_task, network.people)))


PEER = Peer(
    name="taskwarrior",
    package="taskwarrior",
    command=("task", "next"),
    nearest="due",
    prepare=prepare,
    environment=(("TASKRC", ".taskrc"),),
)
