"""netlog import of a whole export: exactly, into a database with nobody in it."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from tests.commands.said import kept
from tests.running import InItsOwn, Netlog, Ran, told
from tests.screen import shown

LINES = (
    "add Hal Ortega --tag hr --phone 0123 --every 1w -k client --birthday 21may",
    "add 'Zoë \u200d[b]' --at Tatte --promise tea --by fri --note hm --handle zoe",
    "add Dorie --via hal --on 2025-05-01",
    "log hal zoe --on 2025-05-20 --note 'her book' --introduce",
    "got dorie client --value 49.90 --on 2025-05-30",
    "gave hal tip",
    "thank hal",
    "done 1",
    "due",
    "skip dorie",
    "edit zoe --handle zo",
    "add Gone",
    "rm gone",
    "edit hal --org Acme",
    "export whole.json",
)
UNDO = "\nnetlog undo takes it back\n"
MADE = "netlog: Made a new database at new.db.\n"
LOOKING = ("due --all", "list", "history", "show hal", "report growth", "report plan")


@pytest.fixture(autouse=True)
def _exported(netlog: Netlog) -> None:
    """Something of everything, and its export."""
    told(netlog, *LINES)


def there(netlog: Netlog, line: str, stdin: str = "") -> Ran:
    """What a line says of the new database."""
    return netlog(f"--db new.db {line}", stdin=stdin)


def whole(netlog: Netlog) -> str:
    """The export."""
    return (netlog.home / "whole.json").read_text(encoding="utf-8")


def test_everything_comes_in(netlog: Netlog) -> None:
    """The same bytes when it is exported again; the same plan, the same answers."""
    said = there(netlog, "import whole.json")
    assert said == (0, f"Took in: everything, 3 people\n{UNDO}", MADE)
    assert there(netlog, "export").out == whole(netlog)
    for line in ("due", "list", "show zo", "why dorie", "trace dorie", "report growth"):
        assert there(netlog, line) == netlog(line)


def test_it_is_one_change(netlog: Netlog) -> None:
    """The newest, above those it brings; undo takes them out with everybody."""
    there(netlog, "import whole.json")
    before = kept(netlog.home / "new.db")
    changes = there(netlog, "history --json").data
    assert changes[0]["command"] == "--db new.db import whole.json"
    assert changes[-1]["command"].startswith("add Hal Ortega")
    assert there(netlog, "undo").code == 0
    assert there(netlog, "list --json").data == []
    assert len(there(netlog, "history --json").data) == 1
    there(netlog, "redo")
    assert kept(netlog.home / "new.db") == before


def test_life_goes_on_where_it_was(netlog: Netlog) -> None:
    """Numbers go on, handles that were somebody's stay so, follow-ups are seen."""
    there(netlog, "import whole.json")
    for where in ("", "--db new.db "):
        assert netlog(f"{where}promise hal tea --json").data["promise"] == 2
        assert netlog(f"{where}add Gone --json").data["person"]["handle"] == "gone-2"
        assert netlog(f"{where}log dorie -k email --on 2025-05-30").code == 0
    assert there(netlog, "due") == netlog("due")


def test_a_dry_run_changes_nothing(netlog: Netlog) -> None:
    """There is not even a file."""
    said = there(netlog, "import whole.json --dry-run")
    assert said == (0, "Would take in: everything, 3 people\n", "")
    assert not (netlog.home / "new.db").exists()


def test_the_answer_in_json(netlog: Netlog) -> None:
    """As of any other import, and how many rows each table has."""
    data = there(netlog, "import whole.json --json").data
    rows, counts = data.pop("rows"), data["counts"]
    assert (rows["person"], rows["promise"], rows["retired"]) == (4, 1, 2)
    assert data == {
        "dry_run": False,
        "counts": dict.fromkeys(counts, 0) | {"new": 3},
        "records": [],
        "alike": [],
    }


def test_it_is_read_from_stdin(netlog: Netlog) -> None:
    """Whoever keeps it packed or sealed need not write it out."""
    assert there(netlog, "import -", stdin=whole(netlog)).code == 0
    assert there(netlog, "export").out == whole(netlog)


def test_where_somebody_is_it_is_refused(netlog: Netlog) -> None:
    """With the way round; nothing is changed."""
    before = kept(netlog.db)
    said = netlog("import whole.json")
    assert (said.code, said.out) == (5, "")
    assert "netlog --db NEW.db import FILE" in said.err
    assert kept(netlog.db) == before


@pytest.mark.parametrize(
    "more",
    [
        *("--every 3m", "--kind peer", "--tag a", "--known", "--update", "whole.json"),
        *("--from csv", "--map a=name"),
    ],
)
def test_it_comes_as_it_is_and_by_itself(netlog: Netlog, more: str) -> None:
    """Options and other files are for contact files; exit 2."""
    assert there(netlog, f"import whole.json {more}").code == 2
    assert not (netlog.home / "new.db").exists()


def test_among_contact_files_it_is_refused_too(netlog: Netlog) -> None:
    """Wherever it stands."""
    (netlog.home / "a.csv").write_text("Name\nAnn\n")
    assert there(netlog, "import a.csv whole.json").code == 2
    assert not (netlog.home / "new.db").exists()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"version": 4', '"version": 5', 6),
        ("export/1", "export/2", 2),
        ('"Hal Ortega"', '""', 2),
        ("2025-05-20", "2025-05-40", 2),
        ('"handle": "zo"', '"handle": "$(touch x)"', 2),
        ('"touch_id": 2', '"touch_id": 9', 2),
        ("]\n}}}", "]\n}}", 2),
    ],
)
def test_what_cannot_be_leaves_nothing_behind(
    netlog: Netlog, old: str, new: str, code: int
) -> None:
    """A sentence, a code, and no new database."""
    changed = whole(netlog).replace(old, new)
    assert changed != whole(netlog)
    said = there(netlog, "import -", stdin=changed)
    assert (said.code, said.out, said.err.count("\n")) == (code, "", 2)
    assert not (netlog.home / "new.db").exists()


def test_nothing_private_is_in_an_error(netlog: Netlog) -> None:
    """Neither a name nor a note, whatever is wrong with the row."""
    for old in ('"name": "Hal', '"her book"', '"Acme"', '"tea"'):
        changed = whole(netlog).replace(old, f'"secret": 7, {old}')
        said = there(netlog, "import -", stdin=changed)
        assert said.code == 2
        assert not {"Hal", "book", "Acme", "tea"} & {*said.err.split()}


def test_on_a_terminal_an_error_stands_on_a_line_of_its_own(
    netlog: Netlog, netlog_process: InItsOwn
) -> None:
    """The bar of what was read until then is wiped away first."""
    people = "Name\n" + "".join(f"Ann {number}\n" for number in range(200))
    assert netlog("import -", stdin=people).code == 0
    changed = netlog("export").out.replace('"Ann 199"', '""')
    (netlog.home / "changed.json").write_text(changed, encoding="utf-8")
    said = shown(netlog_process, "--db", "new.db", "import", "changed.json")
    assert "Writing ━" in said.sent
    assert said.lines[0].startswith("netlog: Row ")


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**65), 2**65),
    st.sampled_from([0, 1, 2, 3, -1, 2**53, 1.5]),
    st.text(max_size=20),
    st.sampled_from(
        [
            *("", " ", "me", "hal-ortega", "a b", "$(x)", "[/]", "\x1b[31m", "\ud800"),
            *("9999-12-31", "0001-01-01", "2025-02-30", "2025-06-02", "2025-W53"),
            *("--02-29", "0000-00-00", "2025-W23", "2025-06", "999d", "20y", "1d"),
            *("client", "coffee", "made", "met", "dropped", "kept", "open", "done"),
        ]
    ),
    st.lists(st.integers(), max_size=1),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_whatever_is_changed_it_is_refused_or_can_be_lived_with(
    netlog: Netlog, data: st.DataObject
) -> None:
    """Any value anywhere: a known error, or a database that every command can read."""
    content = json.loads(whole(netlog))
    tables = content["data"]["tables"]
    for _ in range(data.draw(st.integers(1, 2))):
        table = data.draw(st.sampled_from(sorted(t for t in tables if tables[t])))
        row = data.draw(st.sampled_from(tables[table]))
        row[data.draw(st.sampled_from(sorted(row)))] = data.draw(VALUES)
    lived(netlog, content)


def lived(netlog: Netlog, content: Any) -> None:
    """It is taken in and looked at from all sides, or refused."""
    (netlog.home / "new.db").unlink(missing_ok=True)
    said = there(netlog, "import -", stdin=json.dumps(content))
    assert said.code in {0, 2, 5, 6}, said.err
    assert (netlog.home / "new.db").exists() == (said.code == 0)
    if said.code == 0:
        for line in LOOKING:
            assert there(netlog, line).code in {0, 3}, line


def test_another_user_can_read_none_of_it(netlog_process: InItsOwn) -> None:
    """Neither the new database nor its folder, in a process of its own."""
    new = netlog_process.home / "deep" / "new.db"
    netlog_process(f"--db {new} import whole.json")
    assert (new.stat().st_mode & 0o777, new.parent.stat().st_mode & 0o777) == (
        0o600,
        0o700,
    )
