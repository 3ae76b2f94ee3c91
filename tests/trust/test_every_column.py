"""Every column that there is: typed, and then taken back, moved, forgotten, exported.

A new table or column is red here until the story below says something in it.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel
from tests.repository.filled import NOW, snapshot
from tests.running import Netlog, told

from netlog.db import policy, schema, sql
from netlog.db.open import open_store
from netlog.dump.export import EXPORTED
from netlog.repository import finding, promises
from netlog.repository.change import OpenChange, changing

MARK = "zxqvj"
"""What every word of the one begins with who is taken out, merged and forgotten."""
CARDS = """\
BEGIN:VCARD
VERSION:4.0
KIND:org
UID:card-of-acme
FN:Acme Works
EMAIL:office@acme.example
END:VCARD
"""
CONNECTIONS = """\
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Priya,Nair,,priya@nair.example,Nair & Co,partner,05 Mar 2024
"""
BEGINNING = (
    "add Fern Gone --email fern@gone.example",
    "forget fern-gone --yes",
    "add Hal Ortega --known --kind client --org 'Ortega & Sons' --every 2w",
    "add Dot Pan --not-known",
    "edit dot-pan --handle dot",
    "add Ira Fox --via hal-ortega",
    "add Uma Reed --via hal-ortega",
    "import cards.vcf",
    "import Connections.csv",
    *(f"log hal-ortega -k call --on 2025-0{n}-03" for n in range(1, 6)),
)
TYPED = """
add Zxqvjan Zxqvjow --via hal-ortega --on 2025-04-10 --words zxqvj1 \\
  --org zxqvj2 --role zxqvj3 --city zxqvj4 --note zxqvj5 --likes zxqvj6 \\
  --needs zxqvj7 --offers zxqvj8 --tag zxqvj9 \\
  --email zxqvj10@x.example --phone '+1 617 555 0118' --url https://zxqvj11.example \\
  --birthday '21 may' --every 3m --promise zxqvj12 --by 2025-06-20 --no-sell
edit zxqvjan-zxqvjow --date 'zxqvj13=3 may'
intro zxqvjan-zxqvjow dot --state offered --inbound
intro dot --by zxqvjan-zxqvjow --state dropped
log zxqvjan-zxqvjow hal-ortega -k email --on 2025-04-15 --note 'for Zxqvjan'
heard zxqvjan-zxqvjow --on 2025-04-20
heard zxqvjan-zxqvjow --on 2025-04-22 -k message --note zxqvj15
log zxqvjan-zxqvjow -k coffee --on 2025-05-02 --at zxqvj16 --guess likely
log zxqvjan-zxqvjow -k call --on 2025-05-05
log zxqvjan-zxqvjow -k call --on 2025-05-10
log zxqvjan-zxqvjow -k call --on 2025-05-15
log zxqvjan-zxqvjow -k call --on 2025-05-20
log hal-ortega -k email --on 2025-05-30 --no-answer
got zxqvjan-zxqvjow interview zxqvj17 --on 2025-05-20 \\
  --value 70 --they-called --from touch:8
got hal-ortega referral --who zxqvjan-zxqvjow --on 2025-05-21
got zxqvjan-zxqvjow tip --on 2025-05-21 --from intro:3
thank hal-ortega
done 1
promise dot 'the name of Zxqvjan Zxqvjow'
book zxqvjan-zxqvjow 2025-05-31 --at zxqvj18 --today 2025-05-29
log zxqvjan-zxqvjow -k lunch --on 2025-05-31
book zxqvjan-zxqvjow thu 15:00
book zxqvjan-zxqvjow dot 2025-06-20
snooze zxqvjan-zxqvjow 2025-07-01
wake zxqvjan-zxqvjow
skip zxqvjan-zxqvjow
skip ira-fox
snooze hal-ortega 2025-07-01
rest dot
"""
STORY = tuple(TYPED.replace("\\\n", "").strip().splitlines())
"""What is typed, so that every column says something."""


def _theirs(change: OpenChange) -> None:
    one = finding.find(change.store, "zxqvjan-zxqvjow")
    made = promises.make(change, one.id, "zxqvj19", NOW.date())
    promises.edit(change, made, theirs=True)


LATER: dict[str, Callable[[OpenChange], object]] = {"promise.theirs": _theirs}
"""What no command writes yet, and how it is written until one does."""
SILENT = {
    "attendee.state": "whoever is asked is invited, for now",
    **{
        f"scrub.{column}": "empty but for the moments in which a backup is cleaned"
        for column in ("id", "uid", "what")
    },
}
"""What says nothing in the story, and why."""
ONE = "zxqvjan-zxqvjow"


@pytest.fixture
def story(netlog: Netlog) -> Netlog:
    """Everything typed; the plan has noted whom it named.

    What is typed once has backups that belong to the home in which it was.
    """
    (netlog.home / "cards.vcf").write_text(CARDS)
    (netlog.home / "Connections.csv").write_text(CONNECTIONS)
    told(netlog, *BEGINNING, "due", *STORY)
    for copy in netlog.home.rglob("backups/*"):
        copy.unlink()
    with closing(open_store(netlog.db, writable=True)) as store:
        for name, write in LATER.items():
            with changing(store, NOW, f"write {name}") as change:
                write(change)
    return netlog


def rows(netlog: Netlog, *left_out: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the file."""
    with closing(open_store(netlog.db, writable=False)) as store:
        return snapshot(store, "sqlite_sequence", *left_out)


def lasting(netlog: Netlog) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that undo is about."""
    outside = [name for name, said in policy.tables().items() if not said.journaled]
    return rows(netlog, "change", *outside)


def is_well(netlog: Netlog) -> bool:
    """Whether doctor finds nothing wrong with the database."""
    checks = netlog("doctor --json").data["checks"]
    found = [f for check in checks for f in check["findings"] if f["weight"] == "fault"]
    return not found


def says_something(table: str, column: str, values: list[Any]) -> bool:
    """Whether any row says there what it would not by itself."""
    assert schema.__doc__  # its tables are in the metadata once it is imported
    default = SQLModel.metadata.tables[table].columns[column].default
    usual = {None, "", 0, getattr(default, "arg", None)}
    return any(value not in usual for value in values)


def test_every_column_says_something_in_the_story(story: Netlog) -> None:
    """Whoever adds one types it above, and by that tries all of what follows."""
    silent = {
        f"{table}.{column}"
        for table, found in rows(story).items()
        for place, (column, _) in enumerate(sql.TABLES[table].columns)
        if not says_something(table, column, [row[place] for row in found])
    }
    assert sorted(silent) == sorted(SILENT)


def test_what_is_written_otherwise_is_no_more_than_that(story: Netlog) -> None:
    """A column that a command writes by now is typed above."""
    for name in LATER:
        table, column = name.split(".")
        place = [one for one, _ in sql.TABLES[table].columns].index(column)
        found = rows(story)[table]
        assert sum(says_something(table, column, [row[place]]) for row in found) == 1


def test_all_of_it_is_undone_and_done_again(story: Netlog) -> None:
    """Change by change, back to the forget, and forward; well at either end."""
    steps = [lasting(story)]
    while story("undo").code == 0:
        steps.append(lasting(story))
    assert len(steps) > len(STORY)
    assert is_well(story)
    for step in steps[-2::-1]:
        assert story("redo").code == 0
        assert lasting(story) == step
    assert is_well(story)


def test_all_of_it_goes_through_an_export(story: Netlog) -> None:
    """The same bytes again, and both files are well."""
    whole = story("export")
    (story.home / "whole.json").write_text(whole.out)
    before = rows(story)
    assert story("--db", "new.db", "import", "whole.json").code == 0
    assert story("--db", "new.db", "export").out == whole.out
    assert {name for name in EXPORTED if not before[name]} == set()
    assert is_well(story)
    assert story("--db", "new.db", "doctor", "--json").data["faults"] == 0


@pytest.mark.parametrize("who", [ONE, "hal-ortega", "dot", "priya-nair", "acme-works"])
def test_whoever_is_removed_comes_back_as_they_were(story: Netlog, who: str) -> None:
    """With all that is theirs, and where the others stood."""
    before = lasting(story)
    assert story(f"rm {who}").code == 0
    assert is_well(story)
    assert story("undo").code == 0
    assert lasting(story) == before


@pytest.mark.parametrize(
    ("kept", "gone"),
    [("hal-ortega", ONE), (ONE, "hal-ortega"), ("dot", ONE), (ONE, "priya-nair")],
)
def test_two_who_are_merged_are_two_again(story: Netlog, kept: str, gone: str) -> None:
    """Nothing of either is lost on the way."""
    before = lasting(story)
    assert story(f"merge {kept} {gone} --yes").code == 0
    assert is_well(story)
    assert story("undo").code == 0
    assert lasting(story) == before


def test_whoever_is_forgotten_leaves_no_byte(story: Netlog) -> None:
    """Of anything that was said of them: in no row, no journal and no backup."""
    assert story("backup").code == 0
    assert MARK.encode() in everything(story.home)
    assert story(f"forget {ONE} --yes").code == 0
    left = everything(story.home)
    assert MARK.encode() not in left
    assert is_well(story)


def everything(home: Path) -> bytes:
    """The bytes of every database in a home, in lower case."""
    return b"".join(path.read_bytes() for path in home.rglob("*.db")).lower()


@pytest.mark.parametrize("who", ["hal-ortega", "dot", "priya-nair", "acme-works"])
def test_whoever_is_forgotten_takes_nothing_of_others_along(
    story: Netlog, who: str
) -> None:
    """All is well then, and can be exported and taken in."""
    assert story(f"forget {who} --yes").code == 0
    assert is_well(story)
    whole = story("export").out
    (story.home / "whole.json").write_text(whole)
    assert story("--db", "new.db", "import", "whole.json").code == 0
    assert story("--db", "new.db", "export").out == whole


def test_a_column_without_a_policy_is_found() -> None:
    """By the name of the table and its own: see tests/db/test_policy.py."""
    for table, made in sql.TABLES.items():
        assert {name for name, _ in made.columns} == set(policy.columns()[table])
