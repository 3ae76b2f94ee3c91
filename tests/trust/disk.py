"""A disk on which nothing is certain until it is synced, and its power can be cut.

The rules are those that a program may count on, and no others.  After a cut, what was
written to a file and not synced since may be there, be missing, or be there in some
sectors of 512 bytes; where a file grew, there may be nought or rubbish.  A name that
was made or taken away may be as before until its folder is synced; a folder that was
made, until it is synced itself or something is in it.
"""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from random import Random
from typing import NamedTuple

from tests.trust.shim import Event

SECTOR = 512


class Content(NamedTuple):
    """The bytes of a file, and a digest of them."""

    data: bytes
    digest: bytes


def content(data: bytes) -> Content:
    """Bytes with their digest."""
    return Content(data, blake2b(data).digest())


class Node:
    """One file or folder: what is certain of it, and what was done since."""

    def __init__(self, synced: bytes = b"", *, is_folder: bool = False) -> None:
        self.synced = content(synced)
        self.since: list[tuple[int, bytes | None]] = []
        self.is_folder = is_folder

    def now(self) -> Content:
        """What a reader sees while the power is on."""
        if not self.since:
            return self.synced
        found = bytearray(self.synced.data)
        for place, data in self.since:
            put(found, place, data)
        return content(bytes(found))

    def sync(self) -> None:
        """All that was done is certain from now on."""
        self.synced, self.since = self.now(), []

    def after_cut(self, chance: Random) -> Content:
        """What may be there when the power is back."""
        if not self.since:
            return self.synced
        found, filling = bytearray(self.synced.data), chance.choice((b"\0", b"\xa5"))
        likely = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        for place, data in self.since:
            if chance.random() < likely:
                put(found, place, data, filling)
            elif data and chance.random() < likely:
                for start, sector in _sectors(place, data):
                    if chance.random() < likely:
                        put(found, start, sector, filling)
        return content(bytes(found))


def put(
    found: bytearray, place: int, data: bytes | None, filling: bytes = b"\0"
) -> None:
    """Write at a place, or end there where there is no data."""
    found.extend(filling * (place - len(found)))
    if data is None:
        del found[place:]
    else:
        found[place : place + len(data)] = data


def _sectors(place: int, data: bytes) -> list[tuple[int, bytes]]:
    """What is written to each sector, and where."""
    end = place + len(data)
    starts = [place, *range(place - place % SECTOR + SECTOR, end, SECTOR)]
    return [
        (start, data[start - place : stop - place])
        for start, stop in zip(starts, [*starts[1:], end], strict=True)
    ]


Names = dict[str, Node]
Step = tuple[tuple[str, Node | None], ...]
"""What one call does to names: each to a file or, taken away, to None."""
Left = Mapping[str, Content]


class Disk:
    """The files below a folder; paths are text, relative to it."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.names: Names = {
            str(path.relative_to(root)): Node(path.read_bytes())
            for path in root.rglob("*")
            if path.is_file()
        }
        self.synced: Names = dict(self.names)
        self.steps: list[Step] = []
        self._made: set[str] = set()
        self._open: dict[int, Node | str] = {}

    def happen(self, event: Event) -> None:
        """Take note of what was done."""
        if event.what in _TO_NAMES:
            _TO_NAMES[event.what](self, event)
        elif event.what in _TO_FILES:
            _TO_FILES[event.what](self, event)

    def now(self) -> Left:
        """What is there while the power is on."""
        return {
            path: node.now() for path, node in self.names.items() if not node.is_folder
        }

    def after_cut(self, chance: Random) -> Left:
        """What may be there when the power is back."""
        names = dict(self.synced)
        for step in self._kept(chance):
            _take(names, step)
        lost = self._made - set(names)
        return {
            path: node.after_cut(chance)
            for path, node in names.items()
            if not node.is_folder and not lost & set(_above(path))
        }

    def _kept(self, chance: Random) -> list[Step]:
        """Which changes of names got to the disk: mostly the first so many."""
        if chance.random() < 0.75:
            return self.steps[: chance.randint(0, len(self.steps))]
        return [step for step in self.steps if chance.random() < 0.5]

    def _path(self, name: bytes) -> str:
        return name.decode().removeprefix(self.root).removeprefix("/")

    def _step(self, *changes: tuple[str, Node | None]) -> None:
        _take(self.names, changes)
        self.steps.append(changes)

    # Names.

    def opened(self, event: Event) -> None:
        """A file or a folder is opened; a new file gets its name."""
        path = self._path(event.one)
        if event.second:
            self._step((path, Node()))
        node = self.names.get(path)
        self._open[event.first] = path if node is None or node.is_folder else node

    def unlinked(self, event: Event) -> None:
        """A name is taken away."""
        self._step((self._path(event.one), None))

    def renamed(self, event: Event) -> None:
        """A file gets another name, and loses the one it had."""
        source = self._path(event.one)
        self._step((source, None), (self._path(event.two), self.names[source]))

    def linked(self, event: Event) -> None:
        """A file gets one name more."""
        self._step((self._path(event.two), self.names[self._path(event.one)]))

    def folder_made(self, event: Event) -> None:
        """A folder is made."""
        path = self._path(event.one)
        self._made.add(path)
        self._step((path, Node(is_folder=True)))

    # Files.

    def closed(self, event: Event) -> None:
        """Its number is free for another."""
        del self._open[event.first]

    def written(self, event: Event) -> None:
        """Bytes come to a place."""
        self._node(event).since.append((event.second, event.one))

    def truncated(self, event: Event) -> None:
        """A file ends here, or is made so long."""
        self._node(event).since.append((event.second, None))

    def made_certain(self, event: Event) -> None:
        """A file, or the names in a folder, are on the disk."""
        found = self._open[event.first]
        if isinstance(found, Node):
            found.sync()
        else:
            self._folder_synced(found)

    def _folder_synced(self, folder: str) -> None:
        certain = [step for step in self.steps if _is_certain(step, folder)]
        for step in certain:
            _take(self.synced, step)
        self.steps = [step for step in self.steps if step not in certain]

    def _node(self, event: Event) -> Node:
        node = self._open[event.first]
        assert isinstance(node, Node)
        return node


_TO_NAMES = {
    "o": Disk.opened,
    "u": Disk.unlinked,
    "r": Disk.renamed,
    "l": Disk.linked,
    "m": Disk.folder_made,
}
_TO_FILES = {
    "c": Disk.closed,
    "w": Disk.written,
    "t": Disk.truncated,
    "s": Disk.made_certain,
}


def _take(names: Names, step: Step) -> None:
    for path, node in step:
        if node is None:
            names.pop(path, None)
        else:
            names[path] = node


def _above(path: str) -> list[str]:
    """The folders that a path is in; '' is the root of all."""
    return ["" if str(one) == "." else str(one) for one in PurePosixPath(path).parents]


def _is_certain(step: Step, folder: str) -> bool:
    """Whether a change of names is on the disk once this folder is synced."""
    return any(
        folder == _above(path)[0]
        or (node is not None and node.is_folder and path in (folder, *_above(folder)))
        for path, node in step
    )
