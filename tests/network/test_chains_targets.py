"""Whom the user wants to meet."""

import pytest
from tests.network.acquainted import hand
from tests.plan.builders import Network

from netlog.db.store import Store
from netlog.network import chains
from netlog.network.chains import Targets, targets, working


@pytest.fixture
def store() -> Store:
    """Four people where they work, and as what; the second is known already."""
    network = Network()
    network.add("two", org="ACME Works", role="Head of HR")
    network.add("three", org="acme", role="owner", known=True)
    network.add("four", org="Ácme")
    network.add("five", org="Other", role="head of it")
    return network.store


def ids(found: Targets) -> tuple[list[int], list[int]]:
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
    store: Store, org: str, role: str, found: tuple[list[int], list[int]]
) -> None:
    """Whatever the case and the accents; both must hold."""
    assert ids(working(store, org, role)) == found


def test_too_many_are_not_all_looked_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told how many are left."""
    monkeypatch.setattr(chains, "MOST_TARGETS", 1)
    found = working(store, "acme", "")
    assert (ids(found), found.left) == (([2], []), 2)


def test_who_was_known_or_met_needs_no_introduction() -> None:
    """A contact is enough, or to have known them before."""
    people = [hand(2), hand(3, known=True), hand(4, 1, 900)]
    assert ids(targets(people)) == ([2], [3, 4])
