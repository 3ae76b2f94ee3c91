"""Writing what was decided: the same however many come at once."""

from tests.running import Netlog

NOTHING = dict.fromkeys(("new", "filled", "same", "unreadable", "forgotten"), 0)


def table(count: int) -> str:
    """So many people, every third of whom stands there a second time at the end."""
    rows = [f"Person {n},p{n}@x.example" for n in range(count)]
    return "\n".join(["Name,E-mail", *rows, *rows[::3]]) + "\n"


def test_more_than_a_thousand_at_once(netlog: Netlog) -> None:
    """They are written by the thousand; those that come twice are found."""
    counts = netlog("import - --json", stdin=table(2100)).data["counts"]
    assert counts == NOTHING | {"new": 2100, "same": 700}
    handles = [one["handle"] for one in netlog("list --json").data]
    assert len(set(handles)) == 2100
    again = netlog("import - --json", stdin=table(2100)).data["counts"]
    assert again == NOTHING | {"same": 2800}
    netlog("undo")
    assert netlog("list --json").data == []


def test_a_second_record_fills_what_the_first_left_empty(netlog: Netlog) -> None:
    """In one file, whether the first is written yet or not."""
    rows = "Name,E-mail,City\nAnn Lee,ann@x.example,\nAnn Lee,ann@x.example,Boston\n"
    records = netlog("import - --json", stdin=rows).data["records"]
    assert [one["what"] for one in records] == ["new", "filled"]
    assert netlog("show ann-lee --json").data["city"] == "Boston"
