"""Report plan: what became of the picks, and who was skipped three times."""

import pytest
from tests.reports.told import page, pair, parts, report, tell, wants
from tests.running import Netlog

from netlog.plan.terms.new import NEW_TERMS

ENDS = ("n", "done", "swapped", "skipped", "passed", "open")
MONDAYS = ["2025-05-05", "2025-05-12", "2025-05-19", "2025-05-26"]


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without a pick it says so, and what would pin one."""
    data = report(netlog, "plan")
    assert parts(data, *ENDS) == (0, 0, 0, 0, 0, 0)
    assert data["skipped_thrice"] == []
    assert wants(data) == ["netlog due"]


def pick(netlog: Netlog, today: str) -> str:
    """Who is the pick of a week, as `due` pins them."""
    handle: str = netlog(f"due --json --today {today}").data["new"][0]["handle"]
    return handle


@pytest.fixture
def four(netlog: Netlog) -> Netlog:
    """Four weeks: done, swapped, skipped, and passed."""
    for number in range(8):
        tell(netlog, f"add p{number} --met --on 2025-05-0{number % 4 + 1}")
    done, swapped, skipped, passed = MONDAYS
    tell(netlog, f"log {pick(netlog, done)} --on {done} --today {done}")
    pick(netlog, swapped)
    tell(netlog, f"swap --today {swapped}")
    tell(netlog, f"skip {pick(netlog, skipped)} --today {skipped}")
    pick(netlog, passed)
    return netlog


def test_what_became_of_the_picks(four: Netlog) -> None:
    """Each week once; the parts add up."""
    data = report(four, "plan")
    assert parts(data, *ENDS) == (4, 1, 1, 1, 1, 0)
    assert pair(data["rate"]) == (1, 4)
    assert page(four, "plan")[2] == (
        "Picks of the plan that were met in their week: 1 of 4: 25 % [5-70]."
    )


def test_a_week_that_is_not_over_is_open(four: Netlog) -> None:
    """Its pick may still be met, and it is no part of the rate."""
    now = pick(four, "2025-06-02")
    data = report(four, "plan")
    assert (parts(data, *ENDS), pair(data["rate"])) == ((5, 1, 1, 1, 1, 1), (1, 4))
    tell(four, f"log {now}")
    data = report(four, "plan")
    assert (parts(data, *ENDS), pair(data["rate"])) == ((5, 2, 1, 1, 1, 0), (2, 5))


def test_a_sitdown_in_another_week_does_not_count(netlog: Netlog) -> None:
    """Nor does seeing them without sitting down."""
    tell(netlog, "add Ann --met --on 2025-05-01")
    assert pick(netlog, "2025-05-05") == "ann"
    tell(netlog, "log Ann -k event --on 2025-05-06", "log Ann --on 2025-05-12")
    assert parts(report(netlog, "plan"), *ENDS) == (1, 0, 0, 0, 1, 0)


def test_a_pick_who_was_taken_out_is_still_one(netlog: Netlog) -> None:
    """The week had a pick."""
    tell(netlog, "add Ann --met --on 2025-05-01")
    pick(netlog, "2025-05-05")
    tell(netlog, "rm Ann")
    assert parts(report(netlog, "plan"), *ENDS) == (1, 0, 0, 0, 1, 0)


def test_a_period_has_the_weeks_of_its_days(four: Netlog) -> None:
    """From the week of the first to that of the last, which is not over."""
    data = report(four, "plan --since 2025-05-14 --until 2025-05-25")
    assert parts(data, *ENDS) == (2, 0, 1, 1, 0, 0)
    data = report(four, "plan --until 2025-05-28")
    assert parts(data, *ENDS) == (4, 1, 1, 1, 0, 1)


def test_only_a_first_week(netlog: Netlog) -> None:
    """Nothing to judge yet."""
    tell(netlog, "add Ann --met --on 2025-05-01")
    pick(netlog, "2025-06-02")
    assert page(netlog, "plan")[2] == (
        "The first pick is this week's: it may still be met."
    )


@pytest.fixture
def asked(netlog: Netlog) -> Netlog:
    """Eight in my city, five of them met; eight in another one, all of them met."""
    tell(netlog, "add Alisa --known", "edit me --city Berlin")
    for n in range(1, 9):
        tell(
            netlog,
            f"add near{n} --via alisa --on 2025-01-0{n} --city Berlin",
            f"log near{n} -k email --on 2025-01-10",
            f"add far{n} --via alisa --on 2025-01-0{n} --city Sydney",
            f"log far{n} --on 2025-01-2{n}",
        )
    for n in range(1, 6):
        tell(netlog, f"log near{n} --on 2025-01-20")
    return netlog


def test_who_says_yes(asked: Netlog) -> None:
    """Sort by sort: how many were tried and met, each with its interval."""
    lines = page(asked, "plan")
    first = lines.index("How they came")
    assert lines[first : first + 16] == [
        "How they came",
        "  introduced: tried, of those asked for: 16 of 16: 100 % [81-100]",
        "  introduced: met, of those tried: 13 of 16: 81 % [57-93]",
        "",
        "How old the introduction was when you tried",
        "  up to 4 weeks: met, of those tried: 13 of 16: 81 % [57-93]",
        "",
        "Their circle",
        "  not known: tried, of those asked for: 16 of 16: 100 % [81-100]",
        "  not known: met, of those tried: 13 of 16: 81 % [57-93]",
        "",
        "Their city",
        "  my city: tried, of those asked for: 8 of 8: 100 % [68-100]",
        "  my city: met, of those tried: 5 of 8: 63 % [31-86]",
        "  another city: tried, of those asked for: 8 of 8: 100 % [68-100]",
        "  another city: met, of those tried: 8 of 8: 100 % [68-100]",
    ]
    data = report(asked, "plan")
    near, far = data["yes"]["city"]
    assert (near["sort"], pair(near["tried"]), pair(near["met"])) == (
        *("my city", (8, 8)),
        (5, 8),
    )
    assert pair(far["met"]) == (8, 8)


def test_a_weight_that_would_fit_better(asked: Netlog) -> None:
    """What was seen, the line of the config, what the weight is for; set by nobody."""
    lines = page(asked, "plan")
    place = lines.index("Weights that would fit you better, and what they are for")
    (term,) = [term for term, _ in NEW_TERMS if term.name == "near"]
    line = "another city against my city: met 1.60 times as often, 0.25 is assumed:"
    said = " ".join(" ".join(lines[place + 1 :]).split())
    assert said.startswith(f"{line} weights.new.near = 0 ({term.source})")
    assert report(asked, "plan")["misfits"] == [
        {
            "term": "near",
            "groups": ["my city", "another city"],
            "assumed": 0.25,
            "seen": 1.6,
            "weight": 3.0,
            "fitting": 0.0,
            "line": "weights.new.near = 0",
            "cost": term.source,
        }
    ]


def test_the_line_of_the_config_is_understood(asked: Netlog) -> None:
    """Put there, the weight is what it says, and nothing is left to say."""
    (misfit,) = report(asked, "plan")["misfits"]
    config = asked.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f"{misfit['line']}\n", encoding="utf-8")
    assert report(asked, "plan")["misfits"] == []


@pytest.mark.usefixtures("unnamed")
def test_nobody_asked_for_has_no_sorts(netlog: Netlog) -> None:
    """Nor is anything said of how they are counted."""
    data = report(netlog, "plan")
    assert data["yes"] == {"came": [], "age": [], "circle": [], "city": []}
    assert data["misfits"] == []
    assert "Asked for is" not in "\n".join(page(netlog, "plan"))


def test_who_was_skipped_three_times(netlog: Netlog) -> None:
    """In keep, in three weeks: once, with the longer cadence that was proposed."""
    tell(netlog, "add Hal --known --every 1w", "log Hal -k call --on 2025-04-01")
    tell(netlog, "add Ida --known --every 1w", "log Ida -k call --on 2025-04-01")
    for monday in MONDAYS:
        tell(netlog, f"skip Hal --today {monday}")
    for monday in MONDAYS[:2]:
        tell(netlog, f"skip Ida --today {monday}")
    proposed = "netlog edit hal --every 2w"
    assert report(netlog, "plan")["skipped_thrice"] == [
        {"handle": "hal", "name": "Hal", "week": "2025-W21", "proposed": proposed}
    ]
    assert f"  Hal, 2025-W21: {proposed}" in page(netlog, "plan")
    assert report(netlog, "plan --until 2025-05-18")["skipped_thrice"] == []
    assert report(netlog, "plan --since 2025-05-26")["skipped_thrice"] == []
