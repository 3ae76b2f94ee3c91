"""Whom the user wants to meet."""

import pytest
from tests.network.acquainted import hand

from netlog.domain.acquaintance import Hand, Office
from netlog.network import wanted as module
from netlog.network.wanted import Wanted, wanted, working


class _Offices:
    """Four people at work."""

    def hand(self, person_id: int) -> Hand:
        """The second one is known already."""
        return hand(person_id, known=person_id == 3)

    def offices(self) -> list[Office]:
        """Where they work, and as what."""
        return [
            Office(2, "ACME Works", "Head of HR"),
            Office(3, "acme", "owner"),
            Office(4, "Ácme", ""),
            Office(5, "Other", "head of it"),
        ]


def ids(found: Wanted) -> tuple[list[int], list[int]]:
    """Strangers, and those who are known."""
    return [one.id for one in found.strangers], [one.id for one in found.mine]


@pytest.mark.parametrize(
    ("org", "role", "found"),
    [
        ("acme", "", ([2, 4], [3])),
        ("ACM", "HEAD", ([2], [])),
        ("", "head of", ([2, 5], [])),
        ("", "owner", ([], [3])),
        ("nowhere", "", ([], [])),
    ],
)
def test_part_of_an_organisation_and_of_a_role(
    org: str, role: str, found: tuple[list[int], list[int]]
) -> None:
    """Whatever the case and the accents; both must hold."""
    assert ids(working(_Offices(), org, role)) == found


def test_too_many_are_not_all_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told how many are left."""
    monkeypatch.setattr(module, "MOST", 1)
    found = working(_Offices(), "acme", "")
    assert (ids(found), found.left) == (([2], []), 2)


def test_who_was_known_or_met_needs_no_introduction() -> None:
    """A contact is enough, or to have known them before."""
    people = [hand(2), hand(3, known=True), hand(4, 1, 900)]
    assert ids(wanted(people)) == ([2], [3, 4])
