"""Whom an import finds: who is there, and what becomes of them."""

import pytest
from tests.running import Netlog

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
        "  Ann Roe (jo-lee): brought up to date\n\n"
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
