"""Report sceptic: the three claims of the man who says that coffees bring nothing."""

from typing import Any

import pytest
from tests.reports.told import by_key, page, pair, parts, read, report, tell, wants
from tests.running import Netlog

BUYERS, FRIENDS, CHASED = "buyers", "friends", "chased"


def claims(netlog: Netlog, options: str = "") -> dict[str, Any]:
    """The claims of a database by their keys."""
    return by_key(report(netlog, f"sceptic {options}")["claims"], "key")


def pairs(claim: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    """Both groups of a claim."""
    return pair(claim["claimed"]), pair(claim["other"])


def introduced(
    netlog: Netlog, by: str, hits: int, of: int, on: str = "2024-03-01"
) -> list[str]:
    """People introduced by somebody, of whom the first ones brought something."""
    names = [f"{by}{number}" for number in range(of)]
    tell(netlog, *(f"add {name} --via {by} --on {on}" for name in names))
    tell(netlog, *(f"got {name} interview --on 2024-05-01" for name in names[:hits]))
    return names


def a_buyer_and_another(netlog: Netlog) -> None:
    """One who had bought before the introductions, and one who had not."""
    tell(
        netlog,
        "add buyer --known",
        "got buyer client --on 2024-01-10",
        "add other --known",
    )


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """It says what is missing, and what others measured."""
    data = report(netlog, "sceptic")
    assert parts(data, "n", "coffees") == (0, 0)
    assert data["answer"] == ["Nothing to judge him by yet."]
    assert wants(data) == [
        "netlog intro WHO --by WHO",
        "netlog got WHO client",
        "netlog log WHO -k coffee",
        "netlog got WHO KIND",
    ]
    lines = page(netlog, "sceptic")
    assert "What others measured" in lines
    assert not [line for line in lines if "p by Fisher" in line]


@pytest.mark.parametrize(
    ("hits", "of", "shares", "verdict"),
    [
        (3, 8, "38 % [14-69], p = 0.049", "supported"),
        (3, 9, "33 % [12-65], p = 0.065", "leaning"),
        (0, 5, "0 % [0-43], p = 1.000", "too few"),
    ],
)
def test_only_buyers_refer_well(
    netlog: Netlog, hits: int, of: int, shares: str, verdict: str
) -> None:
    """Introductions by who had bought against those by others, with a verdict."""
    a_buyer_and_another(netlog)
    introduced(netlog, "buyer", hits, of)
    introduced(netlog, "other", 2, 31)
    claim = claims(netlog)[BUYERS]
    assert pairs(claim) == ((hits, of), (2, 31))
    assert (claim["verdict"], claim["more"] == 0) == (verdict, verdict == "supported")
    lines = page(netlog, "sceptic")
    first = lines.index("Only buyers refer well") + 1
    share, p = shares.split(", ")
    assert lines[first : first + 2] == [
        f"  introduced by people who had bought: {hits} of {of}: {share}",
        "  by others: 2 of 31: 6 % [2-21]",
    ]
    assert lines[first + 2].startswith(f"  verdict: {p}: {verdict}")


def test_one_outcome_at_the_end_of_a_chain_supports_nothing(netlog: Netlog) -> None:
    """Eight introductions in a row by marked clients are one of eight, not eight."""
    tell(netlog, "add c0 --kind client --known", "add other --known")
    for number in range(8):
        tell(
            netlog,
            f"intro c{number + 1} --by c{number} --on 2024-01-0{number + 1} --new",
            f"edit c{number + 1} --kind client",
            f"intro o{number} --by other --on 2024-01-0{number + 1} --new",
            f"log c{number + 1} --on 2024-02-0{number + 1}",
            f"log o{number} --on 2024-02-0{number + 1}",
        )
    tell(netlog, "got c8 tip --on 2024-06-01 --they-called")
    found = claims(netlog)
    assert pairs(found[BUYERS]) == ((1, 8), (0, 8))
    assert pairs(found[FRIENDS]) == ((1, 8), (0, 8))
    assert pairs(found[CHASED]) == ((1, 1), (0, 15))
    assert {one["verdict"] for one in found.values()} == {"too few"}
    assert any("one case alone" in line for line in page(netlog, "sceptic"))


def test_states_are_those_of_today(netlog: Netlog) -> None:
    """Also for an earlier day: the page says so."""
    tell(
        netlog,
        "add ann --known",
        "intro Bo --by ann --on 2024-03-01 --new",
        "got Bo tip --on 2024-03-02",
    )
    assert claims(netlog, "--until 2024-12-01")[BUYERS]["other"]["hits"] == 1
    tell(netlog, "intro Bo --by ann --state dropped")
    assert claims(netlog, "--until 2024-12-01")[BUYERS]["other"]["hits"] == 0
    lines = page(netlog, "sceptic --until 2024-12-01")
    assert any("also with an earlier --until" in line for line in lines)


def test_how_many_more_it_takes(netlog: Netlog) -> None:
    """The answer says it in words, for a claim that leans as for one without cases."""
    a_buyer_and_another(netlog)
    introduced(netlog, "buyer", 3, 9)
    introduced(netlog, "other", 2, 31)
    more = claims(netlog)[BUYERS]["more"]
    first, second, _ = report(netlog, "sceptic")["answer"]
    assert first == (
        f"Only buyers refer well? Leaning towards it; about {more} more would tell."
    )
    assert second == (
        "Coffee with friends of clients beats the rest? Too few: at least 12 more."
    )


@pytest.mark.parametrize(("bought", "buyers"), [("2024-03-01", 1), ("2024-03-02", 0)])
def test_who_buys_after_referring_had_not_bought(
    netlog: Netlog, bought: str, buyers: int
) -> None:
    """On the day of the introduction is by then, a day later is not."""
    tell(netlog, f"got Ann client --new --on {bought}")
    introduced(netlog, "ann", 1, 1)
    assert pairs(claims(netlog)[BUYERS]) == ((buyers, buyers), (1 - buyers, 1 - buyers))


@pytest.mark.parametrize(
    ("line", "buyers"),
    [
        ("edit ann --kind client", 1),
        ("got ann tip --value 90 --on 2024-01-01", 1),
        ("got ann tip --on 2024-01-01", 0),
        ("got ann referral --value 90 --on 2024-01-01", 0),
    ],
)
def test_what_makes_a_buyer(netlog: Netlog, line: str, buyers: int) -> None:
    """Money, or the mark where no purchase has a day."""
    tell(netlog, "add ann --known", line)
    introduced(netlog, "ann", 0, 1)
    assert claims(netlog)[BUYERS]["claimed"]["n"] == buyers


def test_the_mark_gives_way_to_a_purchase_with_a_day(netlog: Netlog) -> None:
    """A marked client who bought later had not bought at that time."""
    tell(netlog, "add ann --kind client", "got ann client --on 2024-09-01")
    introduced(netlog, "ann", 0, 1)
    assert pairs(claims(netlog)[BUYERS]) == ((0, 0), (0, 1))


def test_friends_of_clients_over_coffee(netlog: Netlog) -> None:
    """Of four coffees two were with friends of a client, one of whom brought much."""
    a_buyer_and_another(netlog)
    friends = introduced(netlog, "buyer", 1, 2)
    others = introduced(netlog, "other", 0, 1)
    people = [*friends, *others]
    tell(netlog, *(f"log {one} --on 2024-03-09" for one in people))
    tell(netlog, "log Ida --new --on 2024-03-09")
    claim = claims(netlog)[FRIENDS]
    assert pairs(claim) == ((1, 2), (0, 2))
    assert (claim["points"], claim["verdict"]) == ("towards", "too few")


@pytest.mark.parametrize(
    ("options", "friends"),
    [("2024-02-01", 1), ("2024-02-02", 0), ("2024-01-31 --state dropped", 0)],
)
def test_a_friend_of_a_client_by_the_day_of_the_coffee(
    netlog: Netlog, options: str, friends: int
) -> None:
    """Who is introduced by a client only later, or dropped, was met without them."""
    a_buyer_and_another(netlog)
    tell(netlog, "log Ida --new --on 2024-02-01")
    tell(netlog, f"intro Ida --by buyer --on {options}")
    assert pairs(claims(netlog)[FRIENDS]) == ((0, friends), (0, 1 - friends))


def test_who_moved_first(netlog: Netlog) -> None:
    """The introduction says so, or what came of it does: that flatters the claim."""
    a_buyer_and_another(netlog)
    introduced(netlog, "other", 1, 3)
    tell(
        netlog,
        "intro Ida --by other --on 2024-03-01 --inbound --new",
        "intro Jo --by other --on 2024-03-01 --new",
        "got Jo tip --on 2024-04-01 --they-called",
    )
    assert pairs(claims(netlog)[CHASED]) == ((1, 2), (1, 3))
    line = read(netlog, "sceptic").partition(" They moved first: ")[2]
    assert " 1 of them only by --they-called, " in line
    assert "netlog intro WHO --by WHO --inbound" not in wants(report(netlog, "sceptic"))


def test_a_call_says_nothing_of_introductions_further_back(netlog: Netlog) -> None:
    """Only of the one that brought the very person who called."""
    tell(
        netlog,
        "add ann --known",
        "add bo --via ann --on 2024-03-01",
        "add cy --via bo --on 2024-03-02",
        "got cy tip --on 2024-04-01 --they-called",
    )
    assert claims(netlog)[CHASED]["claimed"]["n"] == 1
    assert claims(netlog)[CHASED]["other"]["n"] == 1


def test_tries_before_the_first_answer(netlog: Netlog) -> None:
    """None, one, and two or more; what was tried before or after does not count."""
    tell(netlog, "add ann --known")
    people = introduced(netlog, "ann", 1, 3)
    tried = {people[0]: ("02",), people[1]: ("02", "03", "04"), people[2]: ()}
    for name, days in tried.items():
        tell(
            netlog,
            *(f"log {name} -k call --no-answer --on 2024-03-{day}" for day in days),
        )
        tell(
            netlog,
            f"log {name} -k call --no-answer --on 2024-02-09",
            f"log {name} -k call --on 2024-03-06",
            f"log {name} -k call --no-answer --on 2024-03-07",
        )
    tries = by_key(report(netlog, "sceptic")["attempts"], "tries")
    found = {key: pair(one["rate"]) for key, one in tries.items()}
    assert found == {"0": (0, 1), "1": (1, 1), "2 or more": (0, 1)}
    assert "Tries in vain before the first answer" in page(netlog, "sceptic")


def test_offered_and_dropped(netlog: Netlog) -> None:
    """An offer is no introduction yet; one that was dropped came to nothing."""
    tell(
        netlog,
        "add ann --known",
        "intro Bo --by ann --on 2024-03-01 --state offered --new",
        "intro Cy --by ann --on 2024-03-01 --new",
        "got Cy tip --on 2024-04-01",
        "intro Cy --by ann --state dropped",
    )
    data = report(netlog, "sceptic")
    assert data["n"] == 1
    assert pairs(claims(netlog)[BUYERS]) == ((0, 0), (0, 1))


def test_of_two_introducers_each_has_what_came_by_them(netlog: Netlog) -> None:
    """What came before the second introduction came by the first alone."""
    a_buyer_and_another(netlog)
    tell(
        netlog,
        "intro Cy --by buyer --on 2024-03-01 --new",
        "got Cy tip --on 2024-04-01",
        "intro Cy --by other --on 2024-05-01",
    )
    assert pairs(claims(netlog)[BUYERS]) == ((1, 1), (0, 1))


def test_the_young_are_left_out_and_counted(netlog: Netlog) -> None:
    """Whatever came of them; those of which nothing came are too early."""
    tell(netlog, "add ann --known")
    introduced(netlog, "ann", 1, 2)
    tell(
        netlog,
        "intro Ida --by ann --on 2025-05-01 --new",
        "intro Jo --by ann --on 2025-05-02 --new",
        "got Jo tip --on 2025-05-03",
    )
    claim = claims(netlog)[BUYERS]
    assert (pairs(claim), claim["too_early"]) == (((0, 0), (1, 2)), 1)
    assert "2 more too young to count" in read(netlog, "sceptic")
    assert report(netlog, "sceptic --since 2025-01-01")["n"] == 2
    assert report(netlog, "sceptic --until 2025-05-01")["n"] == 3


@pytest.mark.usefixtures("unnamed")
def test_what_others_measured_stands_beside_each_claim(netlog: Netlog) -> None:
    """With its source."""
    measured = {key: one["measured"] for key, one in claims(netlog).items()}
    assert [len(measured[key]) for key in (BUYERS, FRIENDS, CHASED)] == [2, 2, 1]
    every = [one for found in measured.values() for one in found]
    assert all(one["text"] and one["source"] for one in every)
