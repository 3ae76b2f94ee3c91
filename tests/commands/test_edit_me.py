"""netlog edit: of me, companies, and days that come again every year."""

import pytest
from tests.running import Netlog


def test_my_cities_bring_those_near_first(netlog: Netlog) -> None:
    """Whoever is elsewhere is called; both lines say where."""
    netlog("add Ida Grey --known")
    netlog("add Priya Rao --via ida --city Sydney")
    netlog("add Ola Berg --via ida --city 'Berlin, Germany'")
    assert netlog("edit me --city Berlin --city Potsdam").code == 0
    data = netlog("due --json").data
    lines = [*data["new"], *data["alternates"]]
    assert [(one["handle"], one["next"]) for one in lines] == [
        ("ola-berg", "netlog log ola-berg -k email"),
        ("priya-rao", "netlog log priya-rao -k call"),
    ]
    assert [one["text"] for one in lines] == [
        "introduced by Ida Grey today, in Berlin, Germany",
        "introduced by Ida Grey today, in Sydney",
    ]


def test_my_cities_can_be_cleared(netlog: Netlog) -> None:
    """Then nobody is near or far."""
    netlog("add Ola Berg --city Berlin")
    netlog("edit me --city Berlin")
    netlog("edit me --city none")
    (pick,) = netlog("due --json").data["new"]
    near = next(term for term in pick["terms"] if term["name"] == "near")
    assert (near["measure"], near["text"]) == (0.5, "")


@pytest.mark.parametrize("option", ["--kind client", "--email a@b.example", "--known"])
def test_what_is_not_kept_of_me_is_refused(netlog: Netlog, option: str) -> None:
    """I am nobody's client."""
    netlog("add Hal")
    assert netlog(f"edit me {option}") == (
        2,
        "",
        (
            "netlog: That is not kept of you.\n"
            "Of you there are --city, --needs, --offers, --likes, --org, --role.\n"
        ),
    )


def test_somebody_else_has_one_city(netlog: Netlog) -> None:
    """Two are refused, one takes the place of the other."""
    netlog("add Ola Berg --city Berlin")
    assert netlog("edit ola --city Rome --city Paris").code == 2
    assert netlog("edit ola --city Rome").code == 0
    assert netlog("show ola --json").data["city"] == "Rome"


def test_a_company_is_never_in_the_plan(netlog: Netlog) -> None:
    """It is counted as hidden, and can be a person again."""
    netlog("add 'Stein & Co'")
    assert [one["handle"] for one in netlog("due --json").data["new"]] == ["stein-co"]
    netlog("edit stein-co --company")
    data = netlog("due --json").data
    assert (data["new"], data["hidden"]) == ([], {"no_person": 1})
    assert "a company, not a person" in netlog("why stein-co").out
    netlog("edit stein-co --person")
    assert [one["handle"] for one in netlog("due --json").data["new"]] == ["stein-co"]


def test_a_day_of_theirs_stands_in_its_week(netlog: Netlog) -> None:
    """It can be changed by its label, and taken out."""
    netlog("add Hal --known")
    netlog("edit hal --date 'met=3 jun 2019' --date 'name day=20 dec'")
    (day,) = netlog("due --json").data["days"]
    assert (day["text"], day["date"]) == ("met tomorrow", "2025-06-03")
    netlog("edit hal --date 'met=4 jun'")
    (day,) = netlog("due --json").data["days"]
    assert day["text"] == "met on Wed"
    netlog("edit hal --date met=none")
    assert netlog("due --json").data["days"] == []
    assert netlog("undo").code == 0
    assert len(netlog("due --json").data["days"]) == 1


@pytest.mark.parametrize("text", ["3 jun", "=3 jun", "met="])
def test_a_day_needs_a_name_and_a_day(netlog: Netlog, text: str) -> None:
    """Anything else is a usage error."""
    netlog("add Hal")
    assert netlog("edit", "hal", "--date", text).code == 2


def test_a_cadence_is_dealt_where_there_was_none(netlog: Netlog) -> None:
    """Somebody without a contact comes up first in a week of one cadence."""
    for name in ("Ann Lee", "Bob Ray", "Cy Dow"):
        netlog(f"add {name} --known")
        netlog(f"edit {name.split()[0].lower()} --every 3w")
    weeks = []
    for name in ("ann-lee", "bob-ray", "cy-dow"):
        weeks += [
            day
            for day in ("2025-06-09", "2025-06-16", "2025-06-23")
            if name
            in [
                one["handle"] for one in netlog(f"due --week {day} --json").data["keep"]
            ]
        ][:1]
    assert sorted(weeks) == ["2025-06-09", "2025-06-16", "2025-06-23"]
