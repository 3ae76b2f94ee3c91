"""netlog brokers: through whom people and income came."""

import pytest
from tests.running import Netlog, told

SHARES = (
    "What goes with somebody has no other way to you; first are those with whom most\n"
    "goes. Shares are of who came by introduction, and of all income.\n"
)
PAGE = f"""\
3 of 6 people (50 %) came to you by introduction

Who introduced me → me → to whom I introduced them
  Alisa → me → Zoe
    through them 2 people (67 %), 2 outcomes and 1,000 (50 %)
    1 person (33 %), 1 outcome and 500 (25 %) would go with them
  Hal → me → nobody yet
    through them 2 people (67 %), 1 outcome and 500 (25 %)
    1 person (33 %) would go with them
  Dorie → me → nobody yet
    through them 1 person (33 %), 1 outcome and 500 (25 %)
    nothing would go with them: all of it has another way
  Cy → me → nobody yet
    through them 1 person (33 %), 1 outcome and 500 (25 %)
    nothing would go with them: all of it has another way

Whom I introduced
  I introduced Alisa and Zoe, Mon 2 Jun 2025 (made)

{SHARES}"""


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    told(
        netlog,
        "add Alisa --met",
        "add Hal --met",
        "add Dorie --via Alisa --on 2025-02-01",
        "add Cy --via Hal --on 2025-02-02",
        "add Peter --via Dorie --on 2025-03-01",
        "intro Peter --by Cy --on 2025-03-02",
        "add Zoe --known",
        "got Peter client --value 1000 --on 2025-05-01",
        "got Alisa client --value 500 --on 2025-05-02",
        "got Zoe client --value 500 --on 2025-05-03",
        "intro Alisa Zoe",
    )


def test_the_worksheet(netlog: Netlog) -> None:
    """What passes through each, what would go, and to whom I introduced them."""
    assert netlog("brokers") == (0, PAGE, "")


def test_what_came_by_one_way_alone_goes_with_it(netlog: Netlog) -> None:
    """Without Cy's introduction nobody can be spared on Alisa's way."""
    netlog("intro Peter --by Cy --state dropped")
    lines = netlog("brokers").out.splitlines()
    assert lines[3:6] == [
        "  Alisa → me → Zoe",
        "    through them 2 people (67 %), 2 outcomes and 1,500 (75 %)",
        "    all of it would go with them",
    ]


def test_to_be_named_is_no_introduction_yet(netlog: Netlog) -> None:
    """Only those made or met count as people; what came of the others does."""
    netlog("add Kim")
    netlog("intro Una --by Kim --new --state offered")
    page = netlog("brokers").out
    assert page.startswith("3 of 8 people (38 %) came to you by introduction\n")
    assert "  Kim → me" not in page
    netlog("got Una tip")
    assert (
        "  Kim → me → nobody yet\n    through them 1 outcome\n    all of it would go"
        in netlog("brokers").out
    )


def test_as_records(netlog: Netlog) -> None:
    """Numbers without shares: people, outcomes, income; and what of these would go."""
    assert netlog("brokers --format plain").out == (
        "alisa\tAlisa\t2\t2\t1000.00\t1\t1\t500.00\tZoe\n"
        "hal\tHal\t2\t1\t500.00\t1\t0\t0.00\t\n"
        "dorie\tDorie\t1\t1\t500.00\t0\t0\t0.00\t\n"
        "cy\tCy\t1\t1\t500.00\t0\t0\t0.00\t\n"
    )
    assert netlog("brokers --format csv").out.splitlines()[0] == (
        "handle,name,people,outcomes,income,people gone,outcomes gone,income gone,"
        "introduced to"
    )


def test_the_same_in_json(netlog: Netlog) -> None:
    """With shares as parts of one, and everybody."""
    said = netlog("brokers --json").data
    assert said["brokers"][0] == {
        "handle": "alisa",
        "name": "Alisa",
        "through": {
            "people": 2,
            "of_introduced": 0.6667,
            "of_all": 0.3333,
            "outcomes": 2,
            "income": "1000.00",
            "of_income": 0.5,
        },
        "gone": {
            "people": 1,
            "of_introduced": 0.3333,
            "of_all": 0.1667,
            "outcomes": 1,
            "income": "500.00",
            "of_income": 0.25,
        },
        "introduced_to": ["Zoe"],
    }
    (mine,) = said["introduced_by_me"]
    assert mine["people"] == ["alisa", "zoe"]
    whole = {key: said[key] for key in ("people", "introduced", "outcomes", "income")}
    assert whole == {"people": 6, "introduced": 3, "outcomes": 3, "income": "2000.00"}
    assert (said["currency"], said["more"]) == (None, 0)


def test_only_the_first_twenty_are_shown(netlog: Netlog) -> None:
    """Unless all are asked for; JSON has all."""
    for number in range(18):
        netlog(f"add 'Host H{number:02}' --known")
        netlog(f"add 'Guest G{number:02}' --via h{number:02} --on 2025-05-01")
    page = netlog("brokers").out
    assert page.count(" → me → ") == 20 + 1
    assert "\nAnd 2 more: netlog brokers --all\n" in page
    assert netlog("brokers --all").out.count(" → me → ") == 22 + 1
    assert len(netlog("brokers --json").data["brokers"]) == 22
    assert len(netlog("brokers --format plain").out.splitlines()) == 20


def test_many_introductions_of_mine_are_counted(netlog: Netlog) -> None:
    """The latest ten, and of one person three names."""
    for number in range(12):
        netlog(f"add 'Guest G{number:02}'")
        netlog(f"intro Hal g{number:02} --on 2025-05-{number + 1:02}")
    lines = netlog("brokers").out.splitlines()
    mine = lines[lines.index("Whom I introduced") + 1 : -3]
    assert mine[1] == "  I introduced Hal and Guest G11, Mon 12 May 2025 (made)"
    assert (len(mine), mine[-1]) == (11, "  and 3 more")
    assert "  Hal → me → Guest G00, Guest G01, Guest G02 and 9 more" in lines


@pytest.mark.usefixtures("unnamed")
def test_nobody_introduced_anybody(netlog: Netlog) -> None:
    """How both sides of it would be recorded; exit 0, also where nobody is there."""
    said = (
        "Nobody came to you by introduction yet\n"
        "\n"
        "Who introduced somebody to you? netlog intro WHO --by WHO\n"
        "Whom could you introduce to whom? netlog intro WHO WHO\n"
    )
    assert netlog("brokers") == (0, said, "")
    netlog("add Hal")
    assert netlog("brokers") == (0, said, "")
