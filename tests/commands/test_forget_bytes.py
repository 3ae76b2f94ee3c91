"""netlog forget: not a byte is left in any file of netlog's."""

from pathlib import Path
from typing import Any

import pytest
from tests.backups.planted import plant_samples
from tests.commands.marked import MARKERS, WHO, files, left, live
from tests.db.older import older
from tests.running import InProcess, Netlog

from netlog.erasure.erase import Renamed


@pytest.fixture
def lived(netlog: InProcess) -> InProcess:
    """A home where somebody is known by forty words, and four backups of it."""
    live(netlog)
    return netlog


def backups(home: Path) -> list[Path]:
    """The copies in the state folder."""
    return sorted((home / ".local/state/netlog/backups").glob("*.db"))


def test_every_marker_is_there_before(lived: Netlog) -> None:
    """All of them, in the database and in backups: else the rest would say little."""
    assert len(set(MARKERS)) == 44
    found = left(lived.home)
    assert {word for _, word in found} == set(MARKERS)
    assert {name for name, _ in found} == {
        "netlog.db",
        *map(name_of, backups(lived.home)),
    }
    assert len(backups(lived.home)) == 3


def name_of(path: Path) -> str:
    """The name of a file."""
    return path.name


def test_no_byte_of_forty_markers_is_left(lived: Netlog) -> None:
    """Not in the database, nor in a backup or a manifest; and nothing else was lost."""
    ran = lived(f"forget {WHO} --yes")
    assert (ran.code, ran.err) == (0, "")
    assert left(lived.home) == set()
    assert len(backups(lived.home)) == 4
    assert lived("list --format plain").out.count("\n") == 3
    assert "[forgotten] told Bo of [forgotten]" in lived("show alisa-kwan").out


def test_nothing_is_left_in_the_tables_that_sqlite_keeps(netlog: Netlog) -> None:
    """Statistics hold samples of texts, and its numbers may be of no table.

    In the database and in a backup; afterwards doctor has nothing to finish.
    """
    for line in ("add Alisa Kwan", "add Dorie Clark", "rm dorie"):
        assert netlog(line).code == 0
    plant_samples(netlog.db, "dorie-clark")
    assert netlog("backup").code == 0
    (copy,) = backups(netlog.home)
    words = ["dorie-clark"]
    assert {name for name, _ in left(netlog.home, words)} == {"netlog.db", copy.name}
    ran = netlog("forget dorie-clark --yes")
    assert (ran.code, ran.err) == (0, "")
    assert left(netlog.home, words) == set()
    assert "forget was finished" not in netlog("doctor --fix").out
    assert netlog("add Zoe Pan").code == 0


def test_doctor_finds_nothing_after_it(lived: Netlog) -> None:
    """The newest backup is the file as it was left.

    Those that were cleaned are not held against it any more.
    """
    lived(f"forget {WHO} --yes")
    well = {one["name"]: one["ok"] for one in lived("doctor --json").data["checks"]}
    asked = ("rot", "backups", "journal", "forgetting", "standing", "folding", "thanks")
    assert [well[name] for name in asked] == [True] * len(asked)


def test_neither_undo_nor_redo_brings_a_byte_back(lived: Netlog) -> None:
    """There is nothing to undo or redo, and nobody else is touched by it."""
    lived(f"forget {WHO} --yes")
    before = lived("list --json").data
    assert [lived(turn).code for turn in ("undo", "redo")] == [5, 5]
    assert lived("list --json").data == before
    assert left(lived.home) == set()


def test_verify_finds_them_before_and_not_after(lived: Netlog) -> None:
    """Exit 6 with the files in which they are; then none of it anywhere."""
    words = (WHO, "zmark13 ñandú 七", 'zmark14 "quoted"')
    before = lived("forget --verify --json", *words)
    assert before.code == 6
    assert {one["word"] for one in before.data["found"]} == set(words)
    lived(f"forget {WHO} --yes")
    after = lived("forget --verify", *words)
    said = f"None of it is in any of the {len(files(lived.home))} files of netlog.\n"
    assert (after.code, after.out) == (0, said)


def test_one_folded_name_that_is_missed_is_found(
    lived: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search proves itself: a place keeps its folded name, and that is seen."""
    columns = Renamed.columns

    def careless(renamed: Renamed, table: str, row: Any, text: str) -> dict[str, Any]:
        fresh = columns(renamed, table, row, text)
        return {k: v for k, v in fresh.items() if k != "folded"}

    monkeypatch.setattr(Renamed, "columns", careless)
    lived(f"forget {WHO} --yes")
    assert ("netlog.db", "Zmark Quorlbeck") in left(lived.home)


@pytest.mark.parametrize(
    ("number", "who", "words"),
    [
        (1, "hal-brook", ("hal-brook", "Calls back.")),
        (
            2,
            "dorie-clark",
            (
                *("dorie-clark", "Dorie Clark", "Clark Media", "Café Zoë"),
                *("two references", "the list of archives", "on moving house"),
                *("ask the library", "ask the city library", "write the proposal"),
            ),
        ),
    ],
)
def test_a_backup_of_an_older_schema_is_cleaned_too(
    netlog: InProcess, number: int, who: str, words: tuple[str, ...]
) -> None:
    """It was made before the file was brought on, by a netlog that could not forget."""
    older(netlog.db, number)
    assert netlog("list").code == 0
    assert len(backups(netlog.home)) == 1
    assert {word for _, word in left(netlog.home, words)} == set(words)
    assert netlog(f"forget {who} --yes").code == 0
    assert left(netlog.home, words) == set()
    (copy, *_) = backups(netlog.home)
    restored = netlog(f"restore {copy.name} --yes")
    assert (restored.code, netlog(f"show {who}").code) == (0, 3)
    assert left(netlog.home, words) == set()
