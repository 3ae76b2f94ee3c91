"""netlog trace where there are several ways back: diamonds, circles, shares."""

import pytest
from tests.commands.said import person, without_uids
from tests.commands.test_trace import drawn, foot
from tests.running import Netlog, told

from netlog.network import origin

DIAMOND = """\
Where the client began

client from Dot, 100.01, Wed 1 May 2024
├ Bob introduced Dot to me, Sun 10 Mar 2024 (made) · 52 days before
│ └ Ann introduced Bob to me, Wed 10 Jan 2024 (made) · 60 days before
│   └ Ann, known without help
└ Cy introduced Dot to me, Wed 20 Mar 2024 (made) · 42 days before
  └ Ann introduced Cy to me, Sat 10 Feb 2024 (made) · 39 days before
    └ Ann, known without help

52 days from the introduction to the client.
"""


@pytest.fixture
def diamond(netlog: Netlog) -> Netlog:
    """Ann introduced Bob and Cy, and both of them Dot, who paid 100.01."""
    told(
        netlog,
        "add Ann --known",
        "intro Bob --by ann --on 2024-01-10 --new",
        "intro Cy --by ann --on 2024-02-10 --new",
        "intro Dot --by bob --on 2024-03-10 --new",
        "intro Dot --by cy --on 2024-03-20",
        "got dot client --value 100.01 --on 2024-05-01",
    )
    return netlog


def ways(netlog: Netlog, what: str) -> list[list[str]]:
    """Who stands on each path, from the person back."""
    paths = netlog(f"trace {what} --json").data["paths"]
    return [
        [
            *(s["person"]["handle"] for s in path["steps"] if s["type"] != "person"),
            path["root"]["handle"],
        ]
        for path in paths
    ]


def credit(netlog: Netlog, line: str) -> dict[str, str]:
    """Who is given what."""
    shares = netlog(f"trace {line} --json").data["credit"]
    return {one["handle"]: one["value"] for one in shares}


def many(netlog: Netlog, size: int) -> None:
    """So many introduced Zoe, and Ann introduced all of them."""
    told(netlog, "add Ann", "add Zoe")
    for number in range(size):
        told(
            netlog,
            f"add B{number} --via ann --on 2025-01-0{number + 1}",
            f"intro zoe --by b{number} --on 2025-02-0{number + 1}",
        )
    told(netlog, "got zoe client --value 10 --on 2025-03-01")


def test_several_ways_are_one_tree(diamond: Netlog) -> None:
    """What they begin with alike stands once; every way ends with its root."""
    assert diamond("trace dot") == (0, DIAMOND, "")
    data = diamond("trace dot --json").data
    assert (data["paths_total"], data["roots"]) == (2, [person("ann", "Ann")])
    assert data["days_from_introduction"] == 52
    by_bob, by_cy = ways(diamond, "dot")
    assert by_bob == ["dot", "dot", "bob", "ann"]
    assert by_cy == ["dot", "dot", "cy", "ann"]


def test_the_shortest_way_stands_first(diamond: Netlog) -> None:
    """And says how many days it was from the introduction."""
    told(diamond, "intro Dot --by Eve --on 2024-04-01 --new")
    assert drawn(diamond, "dot")[1:3] == [
        "├ Eve introduced Dot to me, Mon 1 Apr 2024 (made) · 30 days before",
        "│ └ Eve, known without help",
    ]
    assert foot(diamond, "dot") == "30 days from the introduction to the client.\n"
    roots = diamond("trace dot --json").data["roots"]
    assert [root["handle"] for root in roots] == ["eve", "ann"]


def test_a_named_introduction_leads_on_and_a_dropped_one_does_not(
    diamond: Netlog,
) -> None:
    """An offer counts, and reads as one."""
    told(
        diamond,
        "intro dot --by cy --state dropped",
        "intro dot --by bob --state offered",
    )
    assert drawn(diamond, "dot") == [
        "client from Dot, 100.01, Wed 1 May 2024",
        "└ Bob named Dot to me, Sun 10 Mar 2024 (offered) · 52 days before",
        "  └ Ann introduced Bob to me, Wed 10 Jan 2024 (made) · 60 days before",
        "    └ Ann, known without help",
    ]
    told(diamond, "intro dot --by bob --state dropped")
    assert drawn(diamond, "dot")[1:] == ["└ Dot, known without help"]


def test_an_introduction_that_it_came_of_is_the_only_one(diamond: Netlog) -> None:
    """Said with --from; no touch stands between."""
    told(diamond, "got dot tip --from intro:4 --on 2024-05-02", "log dot -k call")
    assert drawn(diamond, "2") == [
        "tip from Dot, Thu 2 May 2024",
        "└ Cy introduced Dot to me, Wed 20 Mar 2024 (made) · 43 days before",
        "  └ Ann introduced Cy to me, Sat 10 Feb 2024 (made) · 39 days before",
        "    └ Ann, known without help",
    ]
    assert diamond("trace 2 --json").data["paths_total"] == 1


@pytest.mark.parametrize("line", ["intro dot --by cy --state dropped", "rm --intro 4"])
def test_when_that_one_goes(diamond: Netlog, line: str) -> None:
    """Dropped, nobody else is said to have helped; taken out, nothing was said."""
    told(diamond, "got dot tip --from intro:4 --on 2024-05-02", line)
    data = diamond("trace 2 --json").data
    expected = ["dot"] if "dropped" in line else ["ann"]
    assert [root["handle"] for root in data["roots"]] == expected
    assert data["paths_total"] == 1


def test_a_touch_that_it_came_of_says_how_far_back(diamond: Netlog) -> None:
    """At the first call only Bob had introduced her; later ones are steps before it."""
    told(
        diamond,
        "log dot -k call --on 2024-03-15",
        "log dot --at 'The Lion' --on 2024-04-15",
        "got dot tip --from touch:1 --on 2024-05-02",
        "log dot --got advice --on 2024-04-20",
    )
    assert drawn(diamond, "2") == [
        "tip from Dot, Thu 2 May 2024",
        "└ coffee with Dot, Sat 20 Apr 2024 · 12 days before",
        "  └ coffee with Dot at The Lion, Mon 15 Apr 2024 · 5 days before",
        "    └ call with Dot, Fri 15 Mar 2024 · 31 days before",
        "      └ Bob introduced Dot to me, Sun 10 Mar 2024 (met) · 5 days before",
        "        └ Ann introduced Bob to me, Wed 10 Jan 2024 (made) · 60 days before",
        "          └ Ann, known without help",
    ]
    assert drawn(diamond, "1")[1] == (
        "└ coffee with Dot, Sat 20 Apr 2024 · 11 days before"
    )
    assert drawn(diamond, "3")[:2] == [
        "advice from Dot, Sat 20 Apr 2024",
        "└ coffee with Dot, Sat 20 Apr 2024",
    ]
    told(diamond, "rm --touch 3")
    assert drawn(diamond, "1")[1] == (
        "└ coffee with Dot at The Lion, Mon 15 Apr 2024 · 16 days before"
    )


def test_an_introduction_after_the_touch_explains_nothing(netlog: Netlog) -> None:
    """We had met already when Ann introduced us, and not again since."""
    told(
        netlog,
        "add Dot --met --at Fair --on 2025-03-01",
        "log dot --on 2025-03-05",
        "intro dot --by Ann --on 2025-03-06 --new",
        "got dot client --on 2025-03-07",
    )
    assert drawn(netlog, "dot") == [
        "client from Dot, Fri 7 Mar 2025",
        "└ coffee with Dot, Wed 5 Mar 2025 · 2 days before",
        "  └ Dot, met by chance at Fair, Sat 1 Mar 2025 · 4 days before",
    ]
    told(netlog, "edit --touch 2 --on 2025-03-06")
    assert drawn(netlog, "dot")[-1] == "    └ Ann, known without help"


def test_a_touch_moved_behind_its_outcome_explains_nothing(netlog: Netlog) -> None:
    """Steps never go forward in time."""
    told(
        netlog,
        "add Dot --via Ann --new-via --on 2025-03-01",
        "log dot --got tip --on 2025-03-05",
        "edit --touch 1 --on 2025-03-09",
    )
    assert drawn(netlog, "dot") == [
        "tip from Dot, Wed 5 Mar 2025",
        "└ Ann introduced Dot to me, Sat 1 Mar 2025 (met) · 4 days before",
        "  └ Ann, known without help",
    ]


def test_two_who_introduced_each_other(netlog: Netlog) -> None:
    """A circle ends; nobody stands on a way twice, and each way is there once."""
    told(
        netlog,
        "add Ann",
        "intro Bob --by ann --on 2024-01-10 --new",
        "intro Ann --by bob --on 2024-02-10",
        "got ann client --value 10 --on 2024-03-01",
        "got bob client --value 20 --on 2024-03-01",
        "intro Cy --by ann --on 2024-04-01 --new",
        "intro Cy --by bob --on 2024-04-01",
        "got cy client --value 40 --on 2024-05-01",
    )
    for who in ("ann", "bob", "cy"):
        data = netlog(f"trace {who} --json").data
        found = ways(netlog, who)
        for way in found:
            assert way[0] == who
            assert len(set(way[1:])) == len(way) - 1
        assert data["paths_total"] == len(found) == len({tuple(way) for way in found})
    assert netlog("yield --json").data["money"] == "70.00"


def test_credit_by_halves_adds_up_to_the_cent(diamond: Netlog) -> None:
    """Everybody on the way has a part; cents left over go to the oldest way."""
    assert diamond("trace dot --credit halves").out.split("\n\n")[2] == (
        "What each is given\n"
        "  Ann — 33.35 (33 %)\n"
        "  Dot — 33.33 (33 %)\n"
        "  Bob — 16.67 (17 %)\n"
        "  Cy — 16.66 (17 %)"
    )
    shares = diamond("trace 1 --credit halves --json").data["credit"]
    assert without_uids(shares[0]) == {
        "handle": "ann",
        "name": "Ann",
        "value": "33.35",
        "currency": None,
    }
    cents = [
        int(value.replace(".", ""))
        for value in credit(diamond, "1 --credit halves").values()
    ]
    assert sum(cents) == 10001


def test_halves_were_called_equal(diamond: Netlog) -> None:
    """What was typed before is understood, without a word; help names the new one."""
    assert diamond("trace dot --credit equal") == diamond("trace dot --credit halves")
    assert diamond("trace dot --credit equal").err == ""
    assert diamond("trace dot --credit third").err.splitlines()[1] == (
        "Say root or halves."
    )


def test_credit_of_the_roots(diamond: Netlog) -> None:
    """All of it to whom it began with; two roots share."""
    assert credit(diamond, "dot --credit root") == {"ann": "100.01"}
    told(diamond, "intro Dot --by Eve --on 2024-04-01 --new")
    assert credit(diamond, "dot --credit root") == {"ann": "66.68", "eve": "33.33"}
    assert diamond("trace dot --credit root --format plain").out.splitlines()[-2:] == [
        "share\tann\t66.68\t67 %",
        "share\teve\t33.33\t33 %",
    ]
    assert diamond("trace dot --json").data["credit"] == []


def test_money_is_said_with_its_currency(
    diamond: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the page and for programs."""
    config = diamond.home / "mine.toml"
    config.write_text('currency = "EUR"\n', encoding="utf-8")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    page = diamond("trace dot --credit root").out
    assert "client from Dot, 100.01 EUR, Wed 1 May 2024\n" in page
    assert "  Ann — 100.01 EUR (100 %)\n" in page
    data = diamond("trace dot --credit root --json").data
    assert data["outcome"]["currency"] == data["credit"][0]["currency"] == "EUR"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (5, ""),
        (6, "1 more way leads there."),
        (7, "2 more ways lead there."),
    ],
)
def test_five_ways_are_drawn(netlog: Netlog, size: int, said: str) -> None:
    """The foot says how many more there are; programs get them all."""
    many(netlog, size)
    assert sum(line.startswith(("├", "└")) for line in drawn(netlog, "zoe")) == 5
    days = "28 days from the introduction to the client."
    assert foot(netlog, "zoe").splitlines() == [days, said][: 1 + bool(said)]
    data = netlog("trace zoe --json").data
    assert (len(data["paths"]), data["paths_total"]) == (size, size)


def test_a_network_too_large_to_count(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ways that were found are shown, and that there are more."""
    many(netlog, 3)
    told(netlog, "intro Zoe --by Eve --on 2025-02-01 --new")
    monkeypatch.setattr(origin, "MOST", 5)
    data = netlog("trace zoe --json").data
    assert (data["paths_total"], data["days_from_introduction"]) == ("more", 28)
    assert foot(netlog, "zoe").splitlines()[1] == (
        "These are 1 of more ways than can be counted here."
    )
    assert credit(netlog, "zoe --credit root") == {"ann": "7.50", "eve": "2.50"}


def test_a_network_too_large_to_reach_anybody_met_without_help(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One way is shown as far as it was read, and nobody is called its root.

    Money is not divided by half of the truth: for that everything is read.
    """
    many(netlog, 2)
    monkeypatch.setattr(origin, "MOST", 2)
    assert drawn(netlog, "zoe") == [
        "client from Zoe, 10, Sat 1 Mar 2025",
        "└ B0 introduced Zoe to me, Sat 1 Feb 2025 (made) · 28 days before",
        "  └ Ann introduced B0 to me, Wed 1 Jan 2025 (made) · 31 days before",
        "    └ Ann, and further back than was read",
    ]
    data = netlog("trace zoe --json").data
    assert (data["paths_total"], data["roots"]) == ("more", [])
    assert [path["root"] for path in data["paths"]] == [None]
    assert credit(netlog, "zoe --credit root") == {"ann": "10.00"}


def test_credit_is_of_the_newest_outcome_with_money(netlog: Netlog) -> None:
    """Where the newest has none."""
    netlog("add Pia")
    netlog("got pia client --value 10 --on 2025-05-01")
    netlog("got pia tip --on 2025-05-02")
    data = netlog("trace pia --credit root --json").data
    assert (data["outcome"]["entry"], [c["value"] for c in data["credit"]]) == (
        1,
        ["10.00"],
    )


def test_without_any_outcome_there_is_nothing_to_divide(netlog: Netlog) -> None:
    """The advice is what would record one."""
    netlog("add Pia")
    assert netlog("trace pia --credit halves").err.splitlines()[-1] == (
        "Record it: netlog got pia client --value 500"
    )


def test_who_was_met_first_is_not_known_by_a_later_introduction(netlog: Netlog) -> None:
    """It stands for what came after it, and not for how they came."""
    netlog("add Kim --known")
    netlog("add Leo --at fair --on 2023-06-10")
    netlog("intro Leo --by Kim --on 2025-06-01")
    said = netlog("trace leo").out.splitlines()
    assert said[2] == "Leo, met by chance at fair, Sat 10 Jun 2023"


def test_who_was_known_before_was_not_met_at_a_coffee(netlog: Netlog) -> None:
    """The first touch that was written down is not how they came."""
    netlog("add Kim --known")
    netlog("log Kim --on 2024-06-01")
    assert netlog("trace kim").out.splitlines()[2] == "Kim, known without help"
