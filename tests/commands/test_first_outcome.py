"""From an empty database to the first outcome: the words of a whole story."""

from tests.running import Netlog, told

PAGE = """\
Week 23 · Mon 2 to Sun 8 Jun 2025                                       netlog …

Coffee    Alisa · ask whom you should meet, introduced 1    log alisa -k message
          so far · no contact on record · to thank for the interview

Follow up Dorie · coffee 5 days ago, nothing sent since · to thank   thank dorie
          for the interview

          1 of 50 coffees this year
"""


def story(netlog: Netlog) -> None:
    """A client introduced somebody; a coffee; and the day after an interview."""
    told(
        netlog,
        "add Alisa --kind client",
        "intro Dorie --by Alisa --on 2025-04-01 --new",
        "log Dorie -k coffee --on 2025-05-28",
        'got Dorie interview "column" --on 2025-05-29',
    )


def under_thank(netlog: Netlog) -> list[str]:
    """Who is to be thanked, in order."""
    return [one["handle"] for one in netlog("due --json").data["thank"]]


def test_both_who_made_it_happen_are_to_be_thanked(netlog: Netlog) -> None:
    """Dorie and Alisa stand under thank in the plan; who was thanked leaves it."""
    story(netlog)
    assert netlog("due").out == PAGE
    assert sorted(under_thank(netlog)) == ["alisa", "dorie"]
    assert netlog("thank Alisa").out == (
        "Thanked Alisa for interview “column” from Dorie, Mon 2 Jun 2025\n"
    )
    assert under_thank(netlog) == ["dorie"]
    assert netlog("thank Dorie").code == 0
    assert under_thank(netlog) == []
    assert "thank" not in netlog("due").out


def test_the_plan_as_records(netlog: Netlog) -> None:
    """Slot, handle, name, text, next: as every other line of the plan."""
    story(netlog)
    records = netlog("due --format plain").out.splitlines()
    assert [line for line in records if line.startswith("thank\t")] == [
        (
            "thank\talisa\tAlisa\tfor the interview “column” from Dorie"
            "\tnetlog thank alisa"
        ),
        "thank\tdorie\tDorie\tfor the interview “column”\tnetlog thank dorie",
    ]


def test_a_week_with_nothing_but_thanks_is_due(netlog: Netlog) -> None:
    """Exit 10 until everybody was thanked; whom to ask was asked the week before."""
    told(netlog, "add Alisa", "log alisa --on 2025-05-01")
    told(netlog, "log alisa -k card --on 2025-05-02", "due --today 2025-05-26")
    assert netlog("due --check").code == 0
    netlog("got Alisa tip")
    assert netlog("due --check").code == 10
    netlog("thank Alisa")
    assert netlog("due --check").code == 0
