"""Which copy is meant: the newest, a file, or a day; never a guess."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.repository.filled import NOW, TODAY, filled

from netlog.backups.compare import find, find_day
from netlog.backups.files import ASKED, Backup, Backups, Copy
from netlog.backups.make import make
from netlog.errors import AmbiguousError, NotFoundError


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A filled database, in the folder where the user is."""
    monkeypatch.chdir(tmp_path)
    filled(tmp_path / "netlog.db").close()
    return tmp_path / "netlog.db"


@pytest.fixture
def backups(path: Path, tmp_path: Path) -> Backups:
    """The backups of the database."""
    return Backups(path, tmp_path / "backups", TODAY, NOW)


@pytest.fixture
def three(backups: Backups) -> list[Backup]:
    """Two backups of a day, and one of the day after."""
    day = timedelta(days=1)
    return [
        make(backups._replace(day=TODAY + n * day, now=NOW + n * day), ASKED)
        for n in (0, 0, 1)
    ]


def test_the_last_is_the_newest(three: list[Backup], backups: Backups) -> None:
    """Whatever it was made for."""
    assert find(backups, "last") == Copy(*three[2])


def test_the_last_is_whole(three: list[Backup], backups: Backups) -> None:
    """One that was damaged is passed by; where all are, the newest says so itself."""
    for whole in (1, 0):
        three[whole + 1].path.write_bytes(b"rubbish")
        assert find(backups, "last") == Copy(*three[whole])
    three[0].path.write_bytes(b"rubbish")
    assert find(backups, "last") == Copy(*three[2])


def test_where_there_is_none_there_is_no_last(backups: Backups) -> None:
    """Exit 3, and what makes one."""
    with pytest.raises(NotFoundError) as caught:
        find(backups, "last")
    assert "netlog backup" in caught.value.advice


def test_a_backup_has_the_name_of_its_file(
    three: list[Backup], backups: Backups
) -> None:
    """With its ending or without, and with its folder or without."""
    one = three[1]
    names = (one.path.name, one.path.stem, str(one.path))
    assert [find(backups, name) for name in names] == [Copy(*one)] * 3


def test_a_file_from_elsewhere_has_its_path(
    three: list[Backup], backups: Backups, path: Path
) -> None:
    """With a manifest beside it or without; one that is nearer goes first."""
    away = path.with_name(three[0].path.name)
    away.write_bytes(three[0].path.read_bytes())
    assert find(backups, away.name) == Copy(Path(away.name), None)
    manifest = three[0].path.with_suffix(".json")
    away.with_suffix(".json").write_bytes(manifest.read_bytes())
    assert find(backups, away.name) == Copy(Path(away.name), three[0].manifest)


def test_a_path_may_begin_at_home(
    backups: Backups, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a shell would write it."""
    monkeypatch.setenv("HOME", str(path.parent))
    assert find(backups, "~/netlog.db") == Copy(path, None)
    assert find(backups, "~nobody-of-that-name/netlog.db") is None


@pytest.mark.parametrize(
    "name", ["nothing", ".", "backups", "x" * 5000, "\0", "x/netlog.db"]
)
def test_what_is_no_file_is_none(name: str, backups: Backups) -> None:
    """Nothing, a folder, a name that cannot be."""
    backups.folder.mkdir()
    assert find(backups, name) is None


def test_a_day_has_its_backup(three: list[Backup], backups: Backups) -> None:
    """The one of that local day."""
    assert find_day(backups, TODAY + timedelta(days=1)) == Copy(*three[2])


def test_of_two_of_a_day_none_is_guessed(three: list[Backup], backups: Backups) -> None:
    """Exit 4, and both names, the newest first."""
    with pytest.raises(AmbiguousError) as caught:
        find_day(backups, TODAY)
    assert caught.value.sentence == "There are 2 backups of Mon 2 Jun 2025."
    assert caught.value.candidates == (three[1].path.stem, three[0].path.stem)


def test_a_day_without_one_has_none(three: list[Backup], backups: Backups) -> None:
    """Exit 3, and where they are listed."""
    assert three
    with pytest.raises(NotFoundError, match="There is no backup of Sun 1 Jun"):
        find_day(backups, TODAY - timedelta(days=1))
