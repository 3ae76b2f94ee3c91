"""Whom an import finds: who is there, and what becomes of them."""

import pytest
from tests.running import Netlog, told

CSV = "First Name,Last Name,Email Address\nAnn,Roe,ann@x.example\n"


def imported(netlog: Netlog, text: str, more: str = "") -> str:
    """What importing a table says."""
    said = netlog(f"import - {more}", stdin=text)
    assert said.code == 0, said.err
    return said.out


def test_another_name_becomes_an_alias(netlog: Netlog) -> None:
    """The e-mail says who it is; who is found under both names after."""
    netlog("add Jo Lee --email ann@x.example")
    assert imported(netlog, CSV) == (
        "Took in: 1 brought up to date\n\nBrought up to date\n"
        "  Ann Roe (jo-lee): brought up to date, alias Ann Roe\n\n"
        "netlog undo takes it back\n"
    )
    shown = netlog("show 'Ann Roe' --json").data
    assert (shown["name"], shown["alias"]) == ("Jo Lee", ["Ann Roe"])


@pytest.mark.parametrize(
    ("more", "known"), [("--known", False), ("--known --update", True), ("", False)]
)
def test_known_is_for_new_people(netlog: Netlog, more: str, *, known: bool) -> None:
    """Of those who are there only --update says it."""
    netlog("add Ann Roe")
    imported(netlog, CSV, more)
    assert netlog("show ann-roe --json").data["known"] is known


def test_known_is_said_of_who_comes_in(netlog: Netlog) -> None:
    """Everybody new in the file."""
    imported(netlog, CSV, "--known")
    assert netlog("show ann-roe --json").data["known"] is True


ALL_THREE = """\
Name,E-mail,City
Alisa,a@x.example,Rome
Bo,b@x.example,
Cy,c@x.example,
"""


def test_a_cadence_of_their_own_stays(netlog: Netlog) -> None:
    """--every and --kind are for who has none; what changes is named before, too."""
    told(
        netlog,
        "add Alisa --kind client --email a@x.example",
        "add Bo --every 2m --email b@x.example",
        "add Dee --email d@x.example",
    )
    text = f"{ALL_THREE}Dee,d@x.example,\n"
    line = "import - --every 6m --kind peer --from csv"
    said = (
        "Alisa (alisa): brought up to date, city Rome",
        "Dee (dee): brought up to date, every 6 months; kind peer",
    )
    for more in (" --dry-run", ""):
        rows = netlog(f"{line}{more}", stdin=text).out.splitlines()
        assert [
            row.strip() for row in rows if "): " in row and "up to date" in row
        ] == list(said)
    three = [netlog(f"show {who} --json").data for who in ("alisa", "bo", "cy")]
    assert [(one["every"], one["cadence"], one["kind"]) for one in three] == [
        ("", "13w", ["client"]),
        ("2m", "9w", []),
        ("6m", "26w", ["peer"]),
    ]


def test_with_update_the_cadence_is_written_over(netlog: Netlog) -> None:
    """It says so."""
    told(netlog, "add Bo --every 2m --email b@x.example")
    page = netlog("import - --every 6m --update --from csv", stdin=ALL_THREE).out
    assert "  Bo (bo): brought up to date, every 2 months → every 6 months\n" in page
