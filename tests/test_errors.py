"""Every error: its class, its code, a sentence and advice, and nothing private."""

import ast
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from docs.making import errors as page
from docs.making.blocks import table
from docs.making.failing import (
    FAMILY,
    VARIES,
    WITHIN,
    Failure,
    failures_of,
    said,
)
from tests.house.sources import sources
from tests.running import Netlog

from netlog import errors
from netlog.db.store import Store

EVERY = list(failures_of())
PRIVATE = ("name", "note", "text", "email", "phone", "url", "org", "city", "words")
TYPED = {"commands.add: person.name", "domain.dates: found[0]"}
"""What is shown although it is called so: it was typed in this very line."""
KINDS = {
    "NetlogError": ("unexpected", 1),
    "UsageError": ("usage", 2),
    "NotFoundError": ("not_found", 3),
    "AmbiguousError": ("ambiguous", 4),
    "RefusedError": ("refused", 5),
    "DatabaseError": ("database", 6),
    "UnconfirmedError": ("unconfirmed", 6),
    "StoppedError": ("interrupted", 130),
}


def shown(failures: Sequence[Failure]) -> list[str]:
    """Where they are, for people."""
    return [f"{one.where}: {one.sentence!r}, {one.advice!r}" for one in failures]


def test_every_class_has_its_name_and_its_code() -> None:
    """What scripts hold on to does not change by accident."""
    assert {n: (sort.code, sort.exit_code) for n, sort in FAMILY.items()} == KINDS


def test_a_class_that_is_known_in_one_place_has_a_code_of_the_family() -> None:
    """Whoever adds one elsewhere says here which it is."""
    children = {sort.__name__ for sort in _children(errors.NetlogError)}
    assert children <= {*FAMILY, *WITHIN}


def _children(sort: type[errors.NetlogError]) -> set[type[errors.NetlogError]]:
    ours = {one for one in sort.__subclasses__() if one.__module__[:7] == "netlog."}
    return ours.union(*map(_children, ours))


def test_every_sentence_ends_and_is_followed_by_advice() -> None:
    """What happened in a sentence, then what to do."""
    ends = (".", "?", VARIES)
    assert not shown([one for one in EVERY if not one.sentence.endswith(ends)])
    assert not shown([one for one in EVERY if not one.advice])
    assert len(EVERY) > len({one.where for one in EVERY}) > len(KINDS)


def test_errors_are_made_by_their_own_names() -> None:
    """So that whoever reads the code finds them all, as the page does."""
    other = [
        one.name
        for one in sources()
        for node in ast.walk(one.tree)
        if (isinstance(node, ast.Attribute) and _whole(node) in FAMILY)
        or (isinstance(node, ast.alias) and node.name in FAMILY and node.asname)
    ]
    assert other == []


def _whole(node: ast.Attribute) -> str:
    """The name, where it is one of ours; sqlite3 has errors of such names, too."""
    return "" if ast.unparse(node.value) == "sqlite3" else node.attr


def test_no_error_shows_what_is_stored_of_somebody() -> None:
    """Handles, numbers and what was typed; no name, note or address from a row."""
    shows = {
        f"{one.where}: {part}"
        for one in EVERY
        for part in one.parts
        if part.partition(".")[2] in PRIVATE and part.partition(".")[0] != "path"
    }
    assert shows - TYPED == set()


def test_the_page_has_every_class_and_every_sentence(tmp_path: Path) -> None:
    """The reference is made from the same code; nothing is left out but the parser."""
    text = page.page(tmp_path)
    for sort in FAMILY.values():
        assert f"`{sort.code}`" in text
    rows = {table(("", ""), [(one.sentence, one.advice)]) for one in said()}
    assert not [row for row in rows if row.splitlines()[-1] not in text]


def test_a_sentence_that_lacks_something_is_found(tmp_path: Path) -> None:
    """An error without advice, one that does not end, one with somebody's name."""
    (tmp_path / "errors.py").write_text(
        "raise UsageError('It is so.')\nraise RefusedError(f'{person.name} is', 'Go.')"
    )
    failures = list(failures_of(tmp_path))
    assert [(one.sentence, one.advice) for one in failures] == [
        ("It is so.", ""),
        (f"{VARIES} is", "Go."),
    ]
    assert failures[1].parts == ["person.name"]


HIDDEN = "Xanadu"
LINES = """
show n2
log nobody
add H1 --handle h1
thank h1
skip h1
skip h1
done 1
done 1
done 9
promise h1 tea --by yesterday
log h1 --on tomorrow
log h1 --kind tea
edit h1 --handle h2
edit h1
edit --touch 99 --on mon
edit --intro 1 --state odd
got h1 tip --from touch:99
got h1 nothing
intro h1 h1
merge h1 h1
merge h1 h2
rm h1 h2
forget h1
snooze h1 yesterday
path h1 --org none --db nowhere.db
restore 2020-01-01
restore nothing
export seen.json
export seen.json
import seen.json
report nothing
trace 99
list place=5
yield --place nowhere
swap
swap
redo
"""


@pytest.fixture
def secretive(netlog: Netlog) -> Netlog:
    """Two people of whom every text is a secret, and the handles say nothing."""
    for n in (1, 2):
        line = (
            f"add {HIDDEN}{n} Roe --handle h{n} --org {HIDDEN} --city {HIDDEN}"
            f" --email {HIDDEN}{n}@x.example --phone +1555000{n} --tag {HIDDEN}"
            f" --note {HIDDEN} --at {HIDDEN} --likes {HIDDEN} --promise {HIDDEN}"
        )
        assert netlog(line).code == 0
    assert netlog(f"got h1 tip {HIDDEN}").code == 0
    return netlog


@pytest.mark.parametrize("form", ["", "--json"])
def test_no_failure_says_what_was_not_typed(secretive: Netlog, form: str) -> None:
    """Whatever goes wrong: not one of their words comes to stderr."""
    failed = 0
    for line in LINES.strip().splitlines():
        said = secretive(f"{line} {form}")
        failed += bool(said.code)
        assert HIDDEN.lower() not in said.err.lower(), line
    assert failed > len(LINES.strip().splitlines()) // 2


@pytest.mark.parametrize("line", ["add Bo", "log h1", "edit h1 --city Rome", "undo"])
def test_nor_does_what_sqlite_says(secretive: Netlog, line: str) -> None:
    """Its own words quote values and statements; they are not passed on."""
    with closing(sqlite3.connect(secretive.db)) as file, file:
        file.execute(
            "CREATE TRIGGER secret BEFORE INSERT ON change_row"
            f" BEGIN SELECT RAISE(ABORT, '{HIDDEN}'); END"
        )
        file.execute(
            "CREATE TRIGGER other BEFORE UPDATE ON change"
            f" BEGIN SELECT RAISE(ABORT, '{HIDDEN}'); END"
        )
    said = secretive(line)
    assert (said.code, said.out) == (6, "")
    assert HIDDEN not in said.err


class Failing:
    """A connection that stores a change, and then says that it could not."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def execute(self, text: str, *values: Any) -> Any:
        """As sqlite3 does, but for the last step."""
        done = self.connection.execute(text, *values)
        if text == "COMMIT":
            raise sqlite3.OperationalError("disk I/O error")
        return done


def test_what_may_be_stored_is_said_to_be_not_confirmed(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 6, `unconfirmed` in JSON, and the advice to look before it is done again."""
    netlog("add Hal")
    began: Callable[[Store, Any], None] = Store.__init__
    monkeypatch.setattr(Store, "__init__", lambda self, it: began(self, Failing(it)))
    said = netlog("add Zoe --json")
    assert (said.code, said.out, said.error["code"]) == (6, "", "unconfirmed")
    assert said.error["message"].startswith("It is not confirmed: ")
    assert " history says whether it is stored" in said.error["hint"]
    # The advice is right: it was stored, and to do it again would double it.
    assert [one["handle"] for one in netlog("list --json").data] == ["hal", "zoe"]
