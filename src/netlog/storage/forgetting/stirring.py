"""Of whom and of what something may follow from one change: the rest stays as it is."""

from collections.abc import Iterable, Iterator

from netlog.domain.person import ME_ID
from netlog.storage import sql
from netlog.storage.forgetting.affected import Affected
from netlog.storage.forgetting.scribe import Scribe, among
from netlog.storage.recorder import Raw

_COMPANY = "SELECT person_id FROM presence WHERE touch_id = ?"
_ENTRIES = "SELECT id FROM entry WHERE person_id = ?"

Rows = list[tuple[str, Raw]]


def stirred(scribe: Scribe, about: Affected) -> Affected:
    """What has to be derived anew after what was done, of what it is all about."""
    done = list(_rows(scribe))
    led = _held(done, "introduction", "a_id", "b_id") - {ME_ID}
    touches = _held(done, "touch", "id") | _held(done, "presence", "touch_id")
    people = led | _held(done, "person", "id") | _held(done, "presence", "person_id")
    people |= _asked(scribe, _COMPANY, touches)
    entries = _held(done, "entry", "id") | _asked(scribe, _ENTRIES, people)
    return Affected(
        people & about.people,
        about.entries & entries | _below(scribe, led, about),
        touches & about.deserted,
    )


def _rows(scribe: Scribe) -> Iterator[tuple[str, Raw]]:
    """Every row to which something was done, before and after."""
    for deed in scribe.deeds:
        for key in among(scribe.rows, deed):
            if scribe.has(deed.table, key):
                yield deed.table, scribe.raw(deed.table, key)
        yield from ((deed.table, row) for row in (deed.was, *(deed.rows or ())))


def _held(rows: Rows, table: str, *columns: str) -> set[int]:
    """What stands in columns of the rows of one table."""
    return {
        row[column]
        for one, row in rows
        if one == table
        for column in columns
        if column in row
    }


def _asked(scribe: Scribe, text: str, keys: Iterable[int]) -> set[int]:
    """The answers to a question, asked with each of some keys."""
    return {row[0] for key in keys for row in scribe.ask(text, key)}


def _below(scribe: Scribe, led: set[int], about: Affected) -> set[int]:
    """Outcomes of those to whom other ways lead now, and of whoever is below them.

    Where these are many, it is quicker to look at every outcome.
    """
    if len(led) > len(about.entries):
        return about.entries
    rows = (scribe.store.rows(sql.OUTCOMES_BELOW, person=key) for key in led)
    return {row[0] for some in rows for row in some} & about.entries
