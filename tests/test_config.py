"""The config file: what it can say, and what it is told when it cannot be."""

from pathlib import Path

import pytest
from tests.running import Netlog

from netlog.config import KEYS, load_config, settings_from
from netlog.domain.kinds import TOUCH_KINDS, TouchKind
from netlog.domain.settings import Settings
from netlog.errors import UsageError


def read(text: str) -> tuple[Settings, list[str]]:
    """The settings of a config, and what was warned of."""
    warnings: list[str] = []
    return settings_from(text, "c.toml", warnings.append), warnings


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    """And nothing is warned of."""
    assert load_config(tmp_path / "config.toml", pytest.fail) == Settings()


def test_everything_can_be_set() -> None:
    """Every key in its place, as a table or with dots."""
    settings, warnings = read(
        'database = "~/n.db"\ndate_order = "dmy"\nplan.lens = "open"\n'
        "plan.keep = 7\nplan.reconnect = 0\nplan.coffees = 40\n"
        'currency = "EUR"\nreport.early = 90\nreport.lens_weeks = 6\n'
        "[weights.new]\nluck = 0\nnamed_by = 2.5\n"
        "[weights.keep]\nskipped = -2\n"
        "[touch.walk]\nin_person = true\nsit_down = true\n"
        "[touch.letter]\n[touch.chat]\ntwo_way = true\n"
    )
    assert warnings == []
    assert settings == Settings(
        database="~/n.db",
        date_order="dmy",
        lens="open",
        keep=7,
        reconnect=0,
        coffees=40,
        currency="EUR",
        early=90,
        lens_weeks=6,
        weights={"new.luck": 0.0, "new.named by": 2.5, "keep.skipped": -2.0},
        touch_kinds=TOUCH_KINDS
        | {
            "walk": TouchKind("walk", in_person=True, sit_down=True, two_way=True),
            "letter": TouchKind("letter"),
            "chat": TouchKind("chat", two_way=True),
        },
    )


def test_what_sits_down_is_in_person() -> None:
    """A sit-down over a distance is none; in person both ways are open."""
    settings, _ = read("[touch.walk]\nsit_down = true\n")
    walk = settings.touch_kinds["walk"]
    assert walk == TouchKind("walk", in_person=True, sit_down=True, two_way=True)
    settings, _ = read("[touch.stroll]\nin_person = true\n")
    stroll = settings.touch_kinds["stroll"]
    assert stroll == TouchKind("stroll", in_person=True, two_way=True)


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("plan.keeps", " Did you mean plan.keep?"),
        ("plan.lense", " Did you mean plan.lens?"),
        ("report.earliest", " Did you mean report.early?"),
        ("currencies", " Did you mean currency?"),
        ("dateorder", " Did you mean date_order?"),
        ("weights.new.lucky", " Did you mean weights.new.luck?"),
        ("weights.new.namedby", " Did you mean weights.new.named_by?"),
        ("colour", ""),
    ],
)
def test_an_unknown_key_is_a_warning(key: str, nearest: str) -> None:
    """With the nearest one that there is; all else still counts."""
    settings, warnings = read(f"plan.coffees = 7\n{key} = 1\n")
    assert warnings == [f"c.toml: there is no key {key}.{nearest}"]
    assert settings.coffees == 7


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("database = 1", "database must be a path"),
        ('date_order = "ymd"', 'date_order must be "dmy" or "mdy"'),
        ('plan.lens = "shut"', 'plan.lens must be "open", "focused" or "alternate"'),
        ("plan.lens = []", 'plan.lens must be "open", "focused" or "alternate"'),
        ('plan.keep = "5"', "plan.keep must be a whole number"),
        ("plan.keep = true", "plan.keep must be a whole number"),
        ("plan.keep = -1", "plan.keep must be a whole number"),
        ("plan.keep = 1.5", "plan.keep must be a whole number"),
        ("plan.coffees = 99999", "plan.coffees must be a whole number"),
        ("currency = 1", "currency must be a word like EUR"),
        ("report.early = 0", "report.early must be a number of days"),
        ("report.early = -1", "report.early must be a number of days"),
        ('report.early = "180"', "report.early must be a number of days"),
        ('weights.new.luck = "1"', "weights.new.luck must be a number"),
        ("weights.new.luck = nan", "weights.new.luck must be a number"),
        ("weights.new.luck = 1e9", "weights.new.luck must be a number"),
        ("touch.walk = 1", "touch.walk must be in_person, sit_down, two_way"),
        ("touch.Walk = {}", "touch.Walk must be in_person, sit_down, two_way"),
        ("plan.now_days = 0", "plan.now_days must be a number of days"),
        ("plan.wait_weeks = 0", "plan.wait_weeks must be a number of weeks"),
        ("plan.phone = -1", "plan.phone must be a whole number"),
        ("plan.a_week = 0", "plan.a_week must be a whole number above 0"),
        ('plan.everybody = "none"', "plan.everybody must be a length of time like 26w"),
        ("plan.young = 8", "plan.young must be a length of time like 8w"),
    ],
)
def test_what_cannot_be_names_file_key_and_line(line: str, wanted: str) -> None:
    """And what it must be."""
    with pytest.raises(UsageError) as error:
        read(f"# mine\n\n{line}\n")
    assert error.value.sentence == f"c.toml, line 3: {wanted}."
    assert error.value.advice == "Mend that line, or take it out."


def test_the_line_is_that_of_the_table(tmp_path: Path) -> None:
    """A key below its table is found where it stands."""
    del tmp_path
    with pytest.raises(UsageError, match=r"c\.toml, line 5: plan\.keep"):
        read('[weights.new]\nluck = 1\n\n[plan]\nkeep = "x"\n')


def test_what_is_no_toml_is_said_with_its_line(netlog: Netlog) -> None:
    """Exit 2, with the file and where in it."""
    config = netlog.home / ".config/netlog/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("plan.keep = 5\nplan.lens = open\n", encoding="utf-8")
    said = netlog("due")
    assert said.code == 2
    assert str(config) in said.err
    assert "line 2" in said.err


@pytest.fixture
def config(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config that the environment points at."""
    path = netlog.home / "mine.toml"
    monkeypatch.setenv("NETLOG_CONFIG", str(path))
    return path


@pytest.mark.usefixtures("unnamed")
def test_a_warning_does_not_stop_a_command(netlog: Netlog, config: Path) -> None:
    """It goes to stderr, once; the answer is the same."""
    plain = netlog("due")
    config.write_text("plan.keeps = 5\n", encoding="utf-8")
    said = netlog("due")
    assert said.out == plain.out
    assert said.err == (
        f"netlog: {config}: there is no key plan.keeps. Did you mean plan.keep?\n"
    )


def test_a_value_that_cannot_be_is_exit_2(netlog: Netlog, config: Path) -> None:
    """In JSON too; and nothing is changed."""
    config.write_text('plan.keep = "x"\n', encoding="utf-8")
    said = netlog("due --json")
    assert (said.code, said.error["code"]) == (2, "usage")
    assert f"{config}, line 1: plan.keep" in said.error["message"]


def test_a_weight_changes_the_points(netlog: Netlog, config: Path) -> None:
    """The config's weight is the one that counts, and that is shown."""
    netlog("add Hal --met")
    config.write_text("weights.new.freshness = 60\n", encoding="utf-8")
    netlog("add Zoe")
    terms = netlog("why zoe --json --today 2025-06-09").data["reasons"][0]["terms"]
    by_name = {term["name"]: term["weight"] for term in terms}
    assert (by_name["freshness"], by_name["warmth"]) == (60.0, 6.0)


def test_a_kind_of_touch_of_ones_own(netlog: Netlog, config: Path) -> None:
    """It carries its facts: a walk fills the week."""
    config.write_text("[touch.walk]\nsit_down = true\n", encoding="utf-8")
    netlog("add Hal")
    said = netlog("log hal -k walk").out
    assert said == (
        "Logged walk with Hal, Mon 2 Jun 2025\n"
        "Hal comes up again in the week of Mon 28 Jul 2025:"
        " netlog edit hal --every 3m\n"
    )
    assert netlog("due --json").data["new_done"]
    assert "walk" in netlog("log hal -k run").err


def test_the_order_of_a_date(netlog: Netlog, config: Path) -> None:
    """10/11 is a day once the config says which is the month."""
    netlog("add Hal")
    said = []
    for order in ("dmy", "mdy"):
        config.write_text(f'date_order = "{order}"\n', encoding="utf-8")
        said.append(netlog("log hal -k call --on 10/11").out.rpartition("Hal, ")[2])
    assert said == ["Sun 10 Nov 2024\n", "Fri 11 Oct 2024\n"]


def test_the_sizes_of_slots_and_the_lens(netlog: Netlog, config: Path) -> None:
    """keep, coffees and lens are followed."""
    for number in range(4):
        netlog(f"add P{number} --known --every 1w --today 2025-05-19")
    config.write_text(
        '[plan]\nkeep = 2\ncoffees = 12\nlens = "focused"\n', encoding="utf-8"
    )
    plan = netlog("due --json").data
    assert (len(plan["keep"]), plan["numbers"]["of"], plan["lens"]) == (
        2,
        12,
        "focused",
    )


def test_the_database_of_the_config(
    netlog: Netlog, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where neither --db nor NETLOG_DB says another; it is said when it is made."""
    monkeypatch.delenv("NETLOG_DB")
    path = netlog.home / "there" / "n.db"
    config.write_text(f'database = "{path}"\n', encoding="utf-8")
    assert netlog("add Hal").err == f"netlog: Made a new database at {path}.\n"
    assert path.exists()


def test_help_needs_no_config(netlog: Netlog, config: Path) -> None:
    """A broken config keeps nobody from reading how to mend it."""
    config.write_text("]", encoding="utf-8")
    assert netlog("--help").code == 0
    assert netlog("due --help").code == 0


def test_every_key_says_what_it_must_be() -> None:
    """The reference is made from this table."""
    fields = {field for field, _, _ in KEYS.values()}
    assert fields == set(Settings._fields) - {"weights", "touch_kinds", "cadence"}
    assert all(wanted for _, _, wanted in KEYS.values())


@pytest.mark.parametrize(
    "text",
    [
        ".".join(["a"] * 10_000) + " = 1",
        "[" + ".".join(["a"] * 1_000) + "]",
        "a = " + "[\n" * 10_000,
        "a = " + "{a = " * 150 + "1" + "}" * 150 + "\n" + "b = " + "[" * 30_000,
        "plan.keep = " + "9" * 5_000,
    ],
)
def test_a_riddle_is_no_config(text: str) -> None:
    """Nested thousands deep, or a number of thousands of digits: refused, at once."""
    with pytest.raises(UsageError, match="nests too deep, or holds a number"):
        settings_from(text, "config.toml", print)


@pytest.mark.usefixtures("unnamed")
def test_a_large_file_is_no_config(netlog: Netlog, config: Path) -> None:
    """It is not read in part: what is behind would not count, and nobody would know."""
    config.write_text("# x\n" * 2**14, encoding="utf-8")
    assert netlog("list").code == 0
    config.write_text("# x\n" * 2**14 + "\n", encoding="utf-8")
    said = netlog("list")
    assert (said.code, "larger than 64 KiB" in said.err) == (2, True)


def test_cadences_by_kind_and_by_tag() -> None:
    """What is not said stays as it is; none asks for nobody of a kind."""
    settings, warned = read(
        '[cadence]\nclient = "8w"\npeer = "none"\n"tag:board" = "6w"'
    )
    assert warned == []
    assert dict(settings.cadence) == {
        **Settings().cadence,
        "client": "8w",
        "peer": "",
        "tag:board": "6w",
    }


@pytest.mark.parametrize("line", ['chef = "8w"', 'client = "often"', "client = 8"])
def test_a_cadence_that_cannot_be_is_refused(line: str) -> None:
    """Of no kind, or no length of time."""
    with pytest.raises(UsageError, match=r"c\.toml, line 2: cadence\."):
        read(f"[cadence]\n{line}")
