"""The shelf of backups: how they are called, and the one look of every command."""

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies as st
from tests.storage.filled import NOW, TODAY, filled
from tests.storage.older import rows

from netlog.domain.backup import IMPORT
from netlog.errors import DatabaseError
from netlog.storage.placing import create_store
from netlog.storage.shelf import Shelf, has_one, manifests, stem_at, stem_of

BACKUPS = ".local/state/netlog/backups"
USUAL = ".local/share/netlog/netlog.db"


def shelf_of(home: Path, day: date = TODAY) -> Shelf:
    """The shelf of the database in a home, on a day at noon."""
    now = datetime.combine(day, NOW.timetz())
    return Shelf(home / "netlog.db", home / BACKUPS, day, now)


def test_a_database_in_the_usual_place_has_its_own_name(tmp_path: Path) -> None:
    """What most people have is called as they would expect."""
    assert stem_of(tmp_path / USUAL, tmp_path / BACKUPS) == "netlog"
    assert stem_at(tmp_path / USUAL, tmp_path / BACKUPS, NOW) == (
        "netlog-2025-06-02T120000Z"
    )


@pytest.mark.parametrize("path", ["netlog.db", "x/netlog/netlog.db", f"x/{USUAL}"])
def test_any_other_has_a_number_that_comes_from_its_path(
    path: str, tmp_path: Path
) -> None:
    """So two of the same name have backups of their own."""
    folder = tmp_path / BACKUPS
    stems = {stem_of(tmp_path / path, folder), stem_of(tmp_path / "y" / path, folder)}
    assert len(stems) == 2
    assert all(len(stem) == len("netlog-12345678") for stem in stems)


def test_the_way_to_a_database_makes_no_difference(tmp_path: Path) -> None:
    """A link leads to the same backups."""
    (tmp_path / "link").symlink_to(tmp_path)
    there, linked = tmp_path / "n.db", tmp_path / "link" / "n.db"
    assert stem_of(there, tmp_path) == stem_of(linked, tmp_path)


def test_a_path_of_any_bytes_has_a_name(tmp_path: Path) -> None:
    """A file name need not be text."""
    assert stem_of(tmp_path / "\udcff.db", tmp_path).startswith("\udcff-")


def test_a_folder_at_the_top_of_the_tree_is_none_of_a_home() -> None:
    """There is nothing four steps above it."""
    assert stem_of(Path("/netlog.db"), Path("/backups")).startswith("netlog-")


def test_only_what_is_called_so_is_one_of_them(tmp_path: Path) -> None:
    """Neither those of another database, nor what merely begins so."""
    mine = ["n-2025-06-02T120000Z.json", "n-2025-06-02T120000Z-2.json"]
    others = [
        "n-0123abcd-2025-06-02T120000Z.json",
        "n-2025-06-02T120000Z.db",
        "n-2025-06-02T120000Z.json.new",
        "xn-2025-06-02T120000Z.json",
        "n-2025-06-02.json",
    ]
    for name in mine + others:
        (tmp_path / name).touch()
        (tmp_path / name).with_suffix(".db").touch()
    (tmp_path / "n-2025-06-02T120000Z-3.json").touch()  # its copy is gone
    assert sorted(manifests(tmp_path, "n")) == sorted(mine)
    assert manifests(tmp_path / "nowhere", "n") == []


def test_a_backup_of_today_is_seen(tmp_path: Path) -> None:
    """Whatever it was made for; tomorrow it is one of yesterday."""
    shelf = shelf_of(tmp_path)
    filled(shelf.database).close()
    assert not has_one(shelf.database, shelf.folder, TODAY)
    shelf.make(IMPORT)
    days = [TODAY + timedelta(days=n) for n in (-1, 0, 1)]
    assert [has_one(shelf.database, shelf.folder, day) for day in days] == [
        False,
        True,
        False,
    ]


@given(st.integers(-11, 14), st.integers(0, 24 * 60 - 1))
def test_it_is_seen_wherever_the_clock_hangs(hours: int, minute: int) -> None:
    """The name says the time in UTC, the manifest the local day."""
    local = datetime.combine(TODAY, NOW.timetz()) + timedelta(minutes=minute - 12 * 60)
    with TemporaryDirectory() as place:
        folder = Path(place)
        name = stem_at(folder / "n.db", folder, local - timedelta(hours=hours))
        (folder / f"{name}.db").touch()
        (folder / f"{name}.json").write_text(f'  "day": "{TODAY}",\n', encoding="utf-8")
        days = (TODAY + timedelta(days=n) for n in (-1, 0, 1))
        seen = [has_one(folder / "n.db", folder, day) for day in days]
    assert seen == [False, True, False]


def test_a_manifest_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    """The look is no place to fail: another backup is made."""
    shelf = shelf_of(tmp_path)
    filled(shelf.database).close()
    path = shelf.make(IMPORT).path.with_suffix(".json")
    path.write_bytes(b"\xff")
    assert not has_one(shelf.database, shelf.folder, TODAY)


def test_a_database_that_was_made_today_needs_none(tmp_path: Path) -> None:
    """There was nothing this morning; tomorrow there will have been something."""
    store = create_store(tmp_path / "netlog.db", NOW)
    tomorrow = TODAY + timedelta(days=1)
    assert shelf_of(tmp_path).has_today(store)
    assert not shelf_of(tmp_path, tomorrow).has_today(store)
    store.close()


def test_the_daily_backup_is_made_once_a_day(tmp_path: Path) -> None:
    """Whoever comes second finds it."""
    shelf = shelf_of(tmp_path)
    filled(shelf.database).close()
    shelf.make_daily()
    shelf.make_daily()
    ((backup, is_intact),) = shelf.listed()
    assert (backup.manifest.why, backup.manifest.number) == ("daily", 1)
    assert is_intact


def test_an_image_is_a_copy_that_is_kept_nowhere(tmp_path: Path) -> None:
    """Everything is in it, and no folder of backups was made for it."""
    shelf = shelf_of(tmp_path)
    filled(shelf.database).close()
    copy = tmp_path / "copy.db"
    copy.write_bytes(shelf.image())
    assert rows(copy) == rows(shelf.database)
    assert not shelf.folder.exists()


def test_a_day_that_is_none_stands_in_nobodys_way(tmp_path: Path) -> None:
    """A bit that flipped in the day when the file was made is said to be damage."""
    store = create_store(tmp_path / "netlog.db", NOW)
    store.connection.execute("UPDATE version SET at = '2O25-06-02'")
    with pytest.raises(DatabaseError, match="damaged"):
        shelf_of(tmp_path).has_today(store)
    store.close()
