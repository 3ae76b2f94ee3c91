"""What `report` says: the answer, then the figures, then how they were counted."""

from datetime import date

import pytest

from netlog.commands.report import COLUMNS, report_answer
from netlog.output.answer import Answer
from netlog.output.page_text import render
from netlog.output.plain_text import render as records
from netlog.reports.result import (
    Comparison,
    Estimate,
    Figure,
    Group,
    Missing,
    Period,
    Report,
)
from netlog.reports.statistics import Rate

PERIOD = Period(None, date(2025, 6, 2))
RATE = Rate(3, 8)
COMPARISON = Comparison("Tea helps", ("tea", "the rest"), RATE, Rate(2, 31))


def answered(*figures: Figure) -> Answer:
    """A report of some figures."""
    groups = (Group("Figures", figures),) if figures else ()
    report = Report(("It depends.",), {"rate": RATE}, groups, ("By hand.",))
    return report_answer("tea", report, PERIOD)


def said(*figures: Figure) -> list[str]:
    """The lines of its page, with plain dashes."""
    return render(answered(*figures)).replace("\N{EN DASH}", "-").splitlines()


@pytest.mark.parametrize(
    ("figure", "line", "row"),
    [
        (Figure("in all", 1200), "in all: 1,200", "in all,1200,,,,,,,"),
        (Figure("now", 1, unit=" week"), "now: 1 week", "now,1,,,,,,,"),
        (Figure("half", "longer"), "half: longer", "half,,,,,,,,"),
        (Figure("made", 2, note="1 met"), "made: 2 (1 met)", "made,2,,,,,,,"),
        (
            Figure("met", rate=RATE),
            "met: 3 of 8: 38 % [14-69]",
            "met,3,8,0.3750,0.1368,0.6943,,,",
        ),
        (
            Figure("met", rate=Rate(0, 0)),
            "met: nothing to go by yet",
            "met,0,0,,,,,,",
        ),
        (
            Figure("by then", estimate=Estimate(0.361, (0.14, 0.6943), 7), note="7"),
            "by then: 36 % [14-69] (7)",
            "by then,,7,0.3610,0.1400,0.6943,,,",
        ),
        (
            Figure("score", 0.0421),
            "score: 0.042",
            "score,0.042,,,,,,,",
        ),
        (
            Figure("Ann", command="netlog thank ann"),
            "Ann: netlog thank ann",
            "Ann,,,,,,,,",
        ),
    ],
)
def test_a_figure_in_a_line_and_in_a_record(
    figure: Figure, line: str, row: str
) -> None:
    """A number, a rate with its interval, words, or what can be typed.

    Words and what can be typed are for readers, and stand in no record.
    """
    assert said(figure)[5] == f"  {line}"
    assert records(answered(figure)).strip("\n").split("\t") == [
        "Figures",
        *row.split(","),
    ]


def test_a_number_is_followed_by_those_it_is_made_up_of() -> None:
    """In records; a page says them in its note."""
    figure = Figure("Ann", 1300, note="1,200 in 2025", parts=[("in 2025", 1200)])
    assert said(figure)[5] == "  Ann: 1,300 (1,200 in 2025)"
    rows = [row.split("\t")[:3] for row in records(answered(figure)).splitlines()]
    assert rows == [["Figures", "Ann", "1300"], ["Figures", "Ann in 2025", "1200"]]


@pytest.mark.parametrize(
    ("claimed", "other", "verdict", "record"),
    [
        (Rate(0, 0), Rate(2, 31), "verdict: too few: at least 6 more", "1.0000"),
        (Rate(9, 9), Rate(0, 9), "verdict: p < 0.001: supported", "4.1e-05"),
    ],
)
def test_no_p_is_zero(claimed: Rate, other: Rate, verdict: str, record: str) -> None:
    """It is below what is said; without cases there is none on the page."""
    figure = Figure("", comparison=Comparison("Tea helps", ("a", "b"), claimed, other))
    assert said(figure)[7] == f"  {verdict}"
    assert records(answered(figure)).splitlines()[2].split("\t")[7] == record


def test_a_comparison_is_three_lines_and_three_records() -> None:
    """Both groups and the verdict, under the claim."""
    figure = Figure("tea against the rest", comparison=COMPARISON, note="so far")
    assert said(figure)[5:8] == [
        "  tea: 3 of 8: 38 % [14-69]",
        "  the rest: 2 of 31: 6 % [2-21]",
        "  verdict: p = 0.049: supported (so far)",
    ]
    rows = [row.split("\t") for row in records(answered(figure)).splitlines()]
    assert rows == [
        ["Tea helps", "tea", "3", "8", "0.3750", "0.1368", "0.6943", "", "", ""],
        ["Tea helps", "the rest", "2", "31", "0.0645", "0.0179", "0.2072", "", "", ""],
        ["Tea helps", "verdict", "", "", "", "", "", "0.0491", "supported", "0"],
    ]
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_a_remark_is_no_figure() -> None:
    """It stands on the page alone."""
    remark = Figure("others found more", note="Hinge, 2015")
    assert said(remark)[5] == "  others found more (Hinge, 2015)"
    assert records(answered(remark)) == ""


def test_how_it_was_counted_comes_last_and_only_with_figures() -> None:
    """With what brackets and verdicts mean, where there are any."""
    assert said() == ["Tea · up to Mon 2 Jun 2025", "", "It depends."]
    assert said(Figure("n", 1))[6:] == ["", "By hand."]
    assert [one[:12] for one in said(Figure("n", rate=RATE))[6:]] == [
        "",
        "By hand.",
        "In brackets:",
    ]
    assert [one[:12] for one in said(Figure("n", comparison=COMPARISON))[8:]] == [
        "",
        "By hand.",
        "In brackets:",
        "p by Fisher'",
        "leaning: bel",
    ]


def test_what_is_missing_comes_with_its_command() -> None:
    """On the page and for programs."""
    missing = (Missing("no tea", "netlog log WHO"),)
    found = report_answer("tea", Report(("None.",), {}, missing=missing), PERIOD)
    assert render(found).splitlines()[4:] == [
        "What is missing",
        "  no tea: netlog log WHO",
    ]
    assert found.data["missing"] == [{"what": "no tea", "command": "netlog log WHO"}]


def test_for_programs() -> None:
    """Name, period and answer, then the report's own keys; shares to six places."""
    assert answered().data == {
        "report": "tea",
        "since": None,
        "until": date(2025, 6, 2),
        "answer": ["It depends."],
        "rate": {"hits": 3, "n": 8, "share": 0.375, "from": 0.136844, "to": 0.694258},
        "missing": [],
    }
