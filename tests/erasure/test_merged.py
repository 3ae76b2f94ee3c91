"""Whoever was two: what a merge joined is one person, what it did not is not."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.repository.filled import NOW, TODAY, in_memory

from netlog.backups.files import Backups
from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Named, Newcomer
from netlog.erasure.forget import Forgetter
from netlog.errors import RefusedError
from netlog.repository import finding, people, promises, touches
from netlog.repository.change import changing
from netlog.repository.merge import merge
from netlog.repository.undo import redo, undo
from netlog.views.wording import introduction_said

LATER = datetime(2025, 6, 3, 12, tzinfo=UTC)


@pytest.fixture
def store() -> Iterator[Store]:
    """Ann and Bea, a coffee with each, then merged; Cleo stands by."""
    with closing(in_memory()) as made:
        for name in ("Ann Marker", "Bea Ottson", "Cleo Quark"):
            with changing(made, NOW, f"add {name}") as change:
                person = people.add(change, Newcomer(name, TODAY))
                touches.log(change, [person.id], TOUCH_KINDS["coffee"], TODAY)
        with changing(made, NOW, "merge ann-marker bea-ottson") as change:
            ann, bea = (finding.find(made, who) for who in ("ann-marker", "bea-ottson"))
            merge(change, ann, bea, introduction_said)
        yield made


def forgetter(store: Store) -> Forgetter:
    """Forgets in a database that has no file."""
    nowhere = Path("/nowhere/at/all")
    return Forgetter(store, Backups(nowhere, nowhere, date(2025, 6, 3), LATER))


def forget(store: Store, who: str) -> Named:
    """Take somebody out."""
    found = forgetter(store).find(who)
    forgetter(store).forget(found, mark=True)
    store.connection.execute("DELETE FROM scrub")
    return found


def content(store: Store) -> str:
    """Everything in the file, in small letters."""
    return "\n".join(store.connection.iterdump()).lower()


def there(store: Store) -> list[str]:
    """The handles of those who are there."""
    return [person.handle for person in sql.everybody(store)]


def test_who_was_merged_into_somebody_goes_with_them(store: Store) -> None:
    """Both names, both coffees."""
    forget(store, "ann-marker")
    assert there(store) == ["cleo-quark"]
    assert [word for word in ("marker", "ottson") if word in content(store)] == []


def test_who_was_merged_cannot_be_forgotten_alone(store: Store) -> None:
    """They are one: the refusal says with whom."""
    with pytest.raises(RefusedError) as refused:
        forgetter(store).find("bea-ottson")
    assert refused.value.candidates == ("ann-marker",)
    assert forgetter(store).find("Bea Ottson").handle == "ann-marker"


def test_after_an_undone_merge_the_other_stays_whole(store: Store) -> None:
    """With the coffee; the merge cannot be done again."""
    with changing(store, NOW, "promise cleo-quark tea") as change:
        promises.make(change, 4, "tea", TODAY)
    undo(store, NOW)
    undo(store, NOW)
    forget(store, "ann-marker")
    assert there(store) == ["bea-ottson", "cleo-quark"]
    bea = finding.find(store, "bea-ottson")
    assert (len(sql.touches_of(store, bea.id)), bea.touches) == (1, 1)
    with pytest.raises(RefusedError):
        redo(store, NOW)
    assert "marker" not in content(store)


def test_a_namesake_who_was_merged_into_another_stays_theirs(store: Store) -> None:
    """A second Bea, of whom the first one's history is no part."""
    with changing(store, NOW, "add") as change:
        people.add(change, Newcomer("Bea Ottson", TODAY))
    forget(store, "bea-ottson-2")
    assert there(store) == ["ann-marker", "cleo-quark"]
    assert "bea ottson" in content(store)
