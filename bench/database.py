"""A network as a database of netlog's: python -m bench.database FILE PEOPLE TOUCHES."""

import gc
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from bench.network import FIRST_ID, network
from bench.rows import IMPORT, NOW, Row, tables

from netlog.db.create import create_store
from netlog.db.standings import derive_anew
from netlog.repository.change import OpenChange
from netlog.repository.derived import update_standing

_CHECKED = 200
_AT_ONCE = 10_000
# A file that is thrown away with the machine's power needs no safety.
_IN_BULK = ("synchronous=OFF", "journal_mode=OFF", "cache_size=-500000")


class WrongColumnsError(Exception):
    """Somebody does not stand where netlog itself would put them."""


def write(path: Path, people: int, touches: int) -> None:
    """Make the database of such a network; a file that is there is replaced."""
    path.unlink(missing_ok=True)
    store = create_store(path, NOW)
    for pragma in _IN_BULK:
        store.connection.execute(f"PRAGMA {pragma}")
    recorder = OpenChange(store, NOW, IMPORT)
    with store.transaction():
        for table, rows in tables(network(people, touches)):
            for some in _batches(rows):
                recorder.insert_many(table, some)
        derive_anew(store)
        _check(recorder)
    store.close()


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _check(recorder: OpenChange) -> None:
    """Let netlog derive the first people one by one: nothing may change."""
    recorder.wrote = False
    update_standing(recorder, range(FIRST_ID, FIRST_ID + _CHECKED))
    if recorder.wrote:
        raise WrongColumnsError("netlog settles these people elsewhere")


if __name__ == "__main__":
    gc.disable()  # a million small objects that stay
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
