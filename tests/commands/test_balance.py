"""netlog balance: what was given and what came back."""

import pytest
from tests.commands.said import without_uids
from tests.running import Netlog, told

PAGE = """\
Dorie (dorie)

They gave first, they gave last: 1 thing more came than went. Give:
  netlog gave dorie KIND

By kind
  tip: got 1, gave 1
  client: got 1, gave 0

One after the other
  entry 1 +1 Sat 1 Mar 2025 got client “the talk”, 1,500 EUR
  entry 2 +0 Wed 5 Mar 2025 gave tip “a tailor”
  entry 4 +1 Mon 2 Jun 2025 got tip

Money
  got 1,500 EUR, gave 0 EUR
"""


@pytest.fixture(autouse=True)
def _ledger(netlog: Netlog) -> None:
    (netlog.home / ".config/netlog").mkdir(parents=True)
    config = netlog.home / ".config/netlog/config.toml"
    config.write_text('currency = "EUR"\n', encoding="utf-8")
    told(
        netlog,
        *("add Dorie", "add Hal", "add Alisa", "add Zoe"),
        "got Dorie client the talk --value 1500 --on 2025-03-01",
        "gave Dorie tip a tailor --on 2025-03-05",
        "gave Hal advice --value 49.90 --on 2025-04-01",
        "got Dorie tip",
        "got Alisa tip --on 2025-05-01",
        "gave Alisa tip --on 2025-05-02",
    )


def test_everybody_by_what_is_owed(netlog: Netlog) -> None:
    """Those first to whom most is owed; who gave nothing and got nothing is not."""
    assert netlog("balance") == (
        0,
        (
            "dorie\tDorie\t1\t2\t1\t1500.00\t\tthey\tthey\n"
            "alisa\tAlisa\t0\t1\t1\t\t\tthey\tme\n"
            "hal\tHal\t-1\t0\t1\t\t49.90\tme\tme\n"
        ),
        "",
    )
    assert netlog("balance --format csv").out.splitlines()[0] == (
        "handle,name,owed,got,gave,money got,money given,first,last"
    )


def test_the_page_of_one_person(netlog: Netlog) -> None:
    """Who began, each kind, and the difference as it ran."""
    assert netlog("balance Dorie") == (0, PAGE, "")


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("hal", "You gave first, you gave last: 1 thing more went than came."),
        ("alisa", "They gave first, you gave last: even."),
    ],
)
def test_how_it_stands(netlog: Netlog, who: str, said: str) -> None:
    """In a sentence."""
    assert netlog(f"balance {who}").out.splitlines()[2] == said


def test_only_since_a_day(netlog: Netlog) -> None:
    """What went before is not looked at."""
    assert netlog("balance --since 2025-05-02").out == (
        "dorie\tDorie\t1\t1\t0\t\t\tthey\tthey\nalisa\tAlisa\t-1\t0\t1\t\t\tme\tme\n"
    )
    page = netlog("balance dorie --since 2025-03-02").out
    assert "They gave first" not in page
    assert "You gave first, they gave last: even.\n" in page


def test_nothing_went_either_way(netlog: Netlog) -> None:
    """Kindly; and how to begin."""
    assert netlog("balance zoe").out == (
        "Zoe (zoe)\n"
        "\n"
        "Nothing was given or got with Zoe yet.\n"
        "What did they need? netlog gave zoe KIND\n"
    )
    said = netlog("balance zoe --json").data
    assert (said["owed"], said["first"], said["entries"]) == (0, None, [])
    assert set(said) == set(netlog("balance dorie --json").data)


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """An empty list, and beside it the commands that would fill it; exit 0."""
    assert netlog("balance") == (
        0,
        "",
        "Nothing was given or got yet: netlog got WHO KIND, netlog gave WHO KIND\n",
    )
    assert (netlog("balance --json").data, netlog("balance --json").err) == ([], "")


def test_as_records(netlog: Netlog) -> None:
    """What is owed, kinds, entries with the difference, and money."""
    assert netlog("balance alisa --format plain").out == (
        "owed\t0\tthey\tme\n"
        "tip\t1\t1\n"
        "entry 5\t2025-05-01\tgot\ttip\t\t1\n"
        "entry 6\t2025-05-02\tgave\ttip\t\t0\n"
    )


def test_the_same_in_json(netlog: Netlog) -> None:
    """Numbers of things, and money as decimals."""
    said = without_uids(netlog("balance hal --json").data)
    (entry,) = said.pop("entries")
    assert (entry["kind"], entry["value"], entry["owed"]) == ("advice", "49.90", -1)
    assert said == {
        "handle": "hal",
        "name": "Hal",
        "owed": -1,
        "got": 0,
        "gave": 1,
        "kinds": {"advice": {"got": 0, "gave": 1}},
        "first": {"who": "me", "date": "2025-04-01"},
        "last": {"who": "me", "date": "2025-04-01"},
        "money_got": None,
        "money_given": "49.90",
        "currency": "EUR",
    }
    everybody = netlog("balance --json").data
    assert [one["handle"] for one in everybody] == ["dorie", "alisa", "hal"]
