"""How backups are called, and the one look of every command for that of the day."""

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies as st
from tests.db.older import rows
from tests.repository.filled import NOW, TODAY, filled

from netlog.backups.files import (
    IMPORT,
    Backups,
    backups_of,
    copies,
    has_one,
    is_of_today,
    is_regular,
    manifests,
    moment_of,
    stem_at,
    stem_of,
)
from netlog.backups.make import image, make, make_daily
from netlog.backups.verify import is_intact
from netlog.db.create import create_store
from netlog.errors import DatabaseError

NAMES = (("06-02", ""), ("06-02", "-10"), ("99-02", ""))
BACKUPS = ".local/state/netlog/backups"
USUAL = ".local/share/netlog/netlog.db"


def backups_at(home: Path, day: date = TODAY) -> Backups:
    """The backups of the database in a home, on a day at noon."""
    now = datetime.combine(day, NOW.timetz())
    return Backups(home / "netlog.db", home / BACKUPS, day, now)


def test_a_database_in_the_usual_place_has_its_own_name(tmp_path: Path) -> None:
    """What most people have is called as they would expect."""
    assert stem_of(tmp_path / USUAL, tmp_path / BACKUPS) == "netlog"
    assert stem_at(Backups(tmp_path / USUAL, tmp_path / BACKUPS, TODAY, NOW)) == (
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
    backups = backups_at(tmp_path)
    filled(backups.database).close()
    assert not has_one(backups)
    make(backups, IMPORT)
    days = [TODAY + timedelta(days=n) for n in (-1, 0, 1)]
    assert [has_one(backups._replace(day=day)) for day in days] == [
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
        utc = local - timedelta(hours=hours)
        here = Backups(folder / "n.db", folder, TODAY, utc)
        name = stem_at(here)
        (folder / f"{name}.db").touch()
        (folder / f"{name}.json").write_text(f'  "day": "{TODAY}",\n', encoding="utf-8")
        days = (TODAY + timedelta(days=n) for n in (-1, 0, 1))
        seen = [has_one(here._replace(day=day)) for day in days]
    assert seen == [False, True, False]


def test_a_manifest_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    """The look is no place to fail: another backup is made."""
    backups = backups_at(tmp_path)
    filled(backups.database).close()
    path = make(backups, IMPORT).path.with_suffix(".json")
    path.write_bytes(b"\xff")
    assert not has_one(backups)


def test_a_database_that_was_made_today_needs_none(tmp_path: Path) -> None:
    """There was nothing this morning; tomorrow there will have been something."""
    store = create_store(tmp_path / "netlog.db", NOW)
    tomorrow = TODAY + timedelta(days=1)
    assert is_of_today(store, TODAY)
    assert not is_of_today(store, tomorrow)
    store.close()


def test_the_daily_backup_is_made_once_a_day(tmp_path: Path) -> None:
    """Whoever comes second finds it."""
    backups = backups_at(tmp_path)
    filled(backups.database).close()
    make_daily(backups)
    make_daily(backups)
    (backup,) = backups_of(backups.database, backups.folder)
    assert (backup.manifest.why, backup.manifest.number) == ("daily", 1)
    assert is_intact(backup)


def test_an_image_is_a_copy_that_is_kept_nowhere(tmp_path: Path) -> None:
    """Everything is in it, and no folder of backups was made for it."""
    backups = backups_at(tmp_path)
    filled(backups.database).close()
    copy = tmp_path / "copy.db"
    copy.write_bytes(image(backups.database))
    assert rows(copy) == rows(backups.database)
    assert not backups.folder.exists()


def test_a_day_that_is_none_stands_in_nobodys_way(tmp_path: Path) -> None:
    """A bit that flipped in the day when the file was made is said to be damage."""
    store = create_store(tmp_path / "netlog.db", NOW)
    store.connection.execute("UPDATE version SET at = '2O25-06-02'")
    with pytest.raises(DatabaseError, match="damaged"):
        is_of_today(store, TODAY)
    store.close()


def test_a_name_says_when_a_copy_was_made() -> None:
    """To the second; a name that says no moment, or none that there is, does not."""
    found = [moment_of(Path(f"n-2025-{day}T120000Z{end}.db")) for day, end in NAMES]
    assert found == [NOW, NOW, None]
    assert moment_of(Path("keep.db")) is None


def test_of_a_moment_the_last_is_the_newest(tmp_path: Path) -> None:
    """The tenth comes after the ninth, manifests or not."""
    backups = backups_at(tmp_path)
    filled(backups.database).close()
    made = [make(backups, IMPORT).path for _ in range(2)]
    made.append(made[1].rename(made[0].with_name(f"{made[0].stem}-10.db")))
    made[1] = made[0].with_name(f"{made[0].stem}-9.db")
    made[1].write_bytes(made[0].read_bytes())
    for manifest in backups.folder.glob("*.json"):
        manifest.unlink()
    found = copies(backups.database, backups.folder)
    assert [copy.path for copy in found] == made[::-1]


def test_what_cannot_be_looked_into_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is gone meanwhile, or another user's, stands in nobody's way."""
    backups = backups_at(tmp_path)
    filled(backups.database).close()
    path = make(backups, IMPORT).path
    path.rename(path.with_name("keep.db"))
    assert [copy.path.name for copy in copies(*backups[:2])] == ["keep.db"]
    monkeypatch.setattr(Path, "open", _forbidden)
    assert copies(*backups[:2]) == []
    assert not is_regular(tmp_path / "nowhere")


def _forbidden(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")
