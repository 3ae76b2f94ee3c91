"""netlog swap: another pick."""

import pytest
from tests.commands.said import person
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _four(netlog: Netlog) -> None:
    """Alisa brought three, one after the other: the latest is the pick."""
    told(netlog, "add Alisa --known")
    for name, day in (("Cy", "5-01"), ("Bo", "5-10"), ("Al", "5-20"), ("Di", "4-01")):
        netlog(f"add {name} --via Alisa --on 2025-0{day}")


def handles(netlog: Netlog) -> list[str]:
    """The pick and its alternates."""
    plan = netlog("due --json").data
    return [one["handle"] for one in plan["new"] + plan["alternates"]]


def test_the_first_alternate_takes_the_place(netlog: Netlog) -> None:
    """And it is remembered all week."""
    assert handles(netlog) == ["al", "bo", "cy"]
    assert netlog("swap").out == (
        "Now Bo — introduced by Alisa 23 days ago: netlog log bo -k email\n"
    )
    assert handles(netlog) == ["bo", "cy", "di"]
    plan = netlog("due --today 2025-06-08 --json").data
    assert plan["new"][0]["handle"] == "bo"


def test_after_the_last_alternate_others_are_found(netlog: Netlog) -> None:
    """Whoever was swapped stays out this week; the next best comes."""
    seen = handles(netlog)[:1]
    for _ in range(3):
        netlog("swap")
        seen += handles(netlog)[:1]
    assert seen == ["al", "bo", "cy", "di"]
    assert netlog("swap").out == "Di is swapped; nobody else new is left.\n"
    assert netlog("swap").code == 5


def test_undo_gives_the_pick_back(netlog: Netlog) -> None:
    """It is a change like any other."""
    netlog("due")
    netlog("swap")
    netlog("undo")
    assert handles(netlog) == ["al", "bo", "cy"]


def test_nobody_to_swap_is_refused(netlog: Netlog) -> None:
    """After the coffee, with one booked for the next week; exit 5, and what to see."""
    told(netlog, "log al", "book bo 2025-06-10")
    assert netlog("swap") == (
        5,
        "",
        "netlog: There is no pick to swap this week.\nnetlog due says what there is.\n",
    )


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Who was, who is, and who could be."""
    said = netlog("swap --json").data
    assert {k: said["person"][k] for k in ("handle", "name")} == person("al", "Al")
    assert [one["handle"] for one in said["new"]] == ["bo"]
    assert [one["handle"] for one in said["alternates"]] == ["cy", "di"]


def test_whoever_is_named_takes_the_place(netlog: Netlog) -> None:
    """For this week, whoever else would come first."""
    netlog("add Ida --known")
    for name in ("Ann", "Bob", "Cy", "Dan"):
        netlog(f"add {name} --via ida")
    before = netlog("due --json").data
    pinned = [one["handle"] for one in (*before["new"], *before["alternates"])]
    (last,) = {"ann", "bob", "cy", "dan"} - set(pinned)
    assert netlog(f"swap {last}").out.startswith(f"Now {last.title()} — ")
    after = netlog("due --json").data
    assert [one["handle"] for one in (*after["new"], *after["alternates"])] == [
        last,
        *pinned[1:],
    ]


def test_an_alternate_who_is_named_takes_the_place(netlog: Netlog) -> None:
    """Nobody is named twice for it."""
    assert handles(netlog) == ["al", "bo", "cy"]
    assert netlog("swap cy").out.startswith("Now Cy — ")
    assert handles(netlog) == ["cy", "bo", "di"]


def test_nothing_is_typed_while_there_is_time_for_an_answer(netlog: Netlog) -> None:
    """Who was written to yesterday can be the pick, and is not written to again."""
    netlog("log bo -k email --on yesterday")
    assert netlog("swap bo").out == (
        "Now Bo — introduced by Alisa 23 days ago,"
        " written to yesterday, no answer yet\n"
    )


def test_who_cannot_be_the_pick_is_refused(netlog: Netlog) -> None:
    """With the line that says why; and so is the pick itself."""
    netlog("add Ida --known")
    netlog("add Ann --via ida")
    netlog("add Bob --via ida")
    netlog("rest bob")
    assert netlog("swap bob") == (
        5,
        "",
        "netlog: bob cannot be the pick.\nnetlog why bob\n",
    )
    assert netlog("swap ann").code == 5
