"""What is known of a story is what the commands say, alone and beside the others."""

import shutil
import tomllib
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from tests.repository.filled import NOW, TODAY
from tests.running import Netlog

from netlog.app import App
from netlog.cli import run_line
from netlog.commands.demo import read_story, story_files, type_story
from netlog.db.create import create_store
from netlog.namedtuple import NamedTuple
from netlog.repository.change import changing


class Known(NamedTuple):
    """A line to type, and what its JSON says among other things.

    Somebody is known by handle.  Where it `adds`, the answer is about everybody: lists
    and sums of the stories then add up.
    """

    line: str
    says: dict[str, Any]
    adds: bool = False


def facts(name: str) -> list[Known]:
    """What is known of a story."""
    text = Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")
    return [Known(**one) for one in tomllib.loads(text)["known"]]


ALL = "all"
FILES = {path.stem: path for path in story_files()}
FACTS = [(name, known) for name in FILES for known in facts(name)]
OWN = [(name, known) for name, known in FACTS if not known.adds]
ADDING = sorted({known.line for _, known in FACTS if known.adds})

Put = Callable[[str], None]


def named(facts: Iterable[tuple[str, Known]]) -> list[str]:
    """What a test of each is called."""
    return [f"{name}: {known.line}" for name, known in facts]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database for each story, and one for all of them."""
    folder = tmp_path_factory.mktemp("stories")
    for name, file in FILES.items():
        _fill(folder / name, [file])
    _fill(folder / ALL, FILES.values())
    return folder


def _fill(path: Path, told: Iterable[Path]) -> None:
    app = App({"today": TODAY.isoformat()}, (), run_line)
    with closing(create_store(path, NOW)) as store, changing(store, NOW, "x") as change:
        for file in told:
            type_story(app, change, read_story(file))


@pytest.fixture
def put(netlog: Netlog, filled: Path) -> Put:
    """Puts a story, or all of them, where netlog looks."""

    def putting(name: str) -> None:
        shutil.copy(filled / name, netlog.db)

    return putting


def cut(data: Any, says: Any) -> Any:
    """What an answer says of the things that are known, in the words of a story."""
    if isinstance(data, dict) and isinstance(says, dict):
        return {key: cut(data.get(key), value) for key, value in says.items()}
    if isinstance(data, list) and isinstance(says, list):
        return [cut(one, known) for one, known in zip_longest(data, says)]
    if isinstance(data, dict) and "handle" in data:
        return data["handle"]
    return "none" if data is None else data


def sum_of(parts: Sequence[Any]) -> Any:
    """What several stories say together: lists joined, money and numbers added up."""
    first = parts[0]
    if isinstance(first, dict):
        keys = dict.fromkeys(key for part in parts for key in part)
        return {key: sum_of([p[key] for p in parts if key in p]) for key in keys}
    if isinstance(first, list):
        return by_handle(one for part in parts for one in part)
    return str(sum(map(Decimal, parts))) if isinstance(first, str) else sum(parts)


def by_handle(items: Iterable[Any]) -> list[Any]:
    """People in the order of their handles, however they are said."""
    return sorted(
        items, key=lambda one: one["handle"] if isinstance(one, dict) else one
    )


def in_order(data: dict[str, Any], says: dict[str, Any]) -> dict[str, Any]:
    """What is known of in an answer, lists of people in the order of their handles."""
    return {
        key: by_handle(data[key]) if isinstance(value, list) else data[key]
        for key, value in says.items()
    }


@pytest.mark.parametrize(("name", "known"), FACTS, ids=named(FACTS))
def test_a_story_alone_says_what_is_known(
    netlog: Netlog, put: Put, name: str, known: Known
) -> None:
    """Every line, typed with --json."""
    put(name)
    assert cut(netlog(f"{known.line} --json").data, known.says) == known.says


@pytest.mark.parametrize(("name", "known"), OWN, ids=named(OWN))
def test_the_other_stories_change_nothing(
    netlog: Netlog, put: Put, name: str, known: Known
) -> None:
    """The same lines, when all stories are told together."""
    assert name != ALL
    put(ALL)
    assert cut(netlog(f"{known.line} --json").data, known.says) == known.says


@pytest.mark.parametrize("line", ADDING)
def test_what_is_about_everybody_adds_up(netlog: Netlog, put: Put, line: str) -> None:
    """The plan has the lines of all stories; the income is the sum of theirs."""
    put(ALL)
    says = sum_of([known.says for _, known in FACTS if known.line == line])
    data = in_order(netlog(f"{line} --json").data, says)
    assert cut(data, says) == says


def test_the_roots_have_all_the_income(netlog: Netlog, put: Put, filled: Path) -> None:
    """What was got, summed in the file, is what `yield` says began with somebody."""
    put(ALL)
    with closing(create_store(filled / ALL, NOW)) as store:
        ask = store.connection.execute
        (cents,) = ask("SELECT sum(cents) FROM entry WHERE way = 'got'").fetchone()
    money = netlog("yield --json").data["money"]
    assert Decimal(money) * 100 == cents == 1_325_050


def test_thanking_one_leaves_the_other(netlog: Netlog, put: Put) -> None:
    """Alisa and Dorie led to the interview; each has a word of thanks to come."""
    put("interview")
    netlog("thank Alisa")
    assert [one["handle"] for one in netlog("due --json").data["thank"]] == [
        "dorie-clark"
    ]


def test_a_false_number_would_be_found(netlog: Netlog, put: Put) -> None:
    """A number, a name, one more or one less in a list: none is passed over."""
    put("interview")
    data = netlog("trace Dorie --json").data
    wrong: list[dict[str, Any]] = [
        {"days_from_introduction": 57},
        {"roots": []},
        {"roots": ["alisa-kwan", "alisa-kwan"]},
        {"paths": [{"root": "dorie-clark"}]},
        {"outcome": "none"},
        {"no such key": 1},
    ]
    for says in wrong:
        assert cut(data, says) != says
