"""What followed from somebody who is gone, derived anew at every change.

An introduction by them was a way to somebody who stays: since when that one is new,
and who is to be thanked for what they brought, followed from it.  So the history is
walked back, as far as it is about these, and forward again without the one who is
gone; what is derived is settled after each change, and the journal says so.
"""

from collections.abc import Sequence
from typing import Any

from netlog.storage.forgetting.affected import Affected, rows_about
from netlog.storage.forgetting.cleaning import runs
from netlog.storage.forgetting.images import Deed, Turn, rewrite
from netlog.storage.forgetting.scribe import Scribe, among
from netlog.storage.forgetting.settled import settle
from netlog.storage.forgetting.stirring import stirred
from netlog.storage.recorder import Raw
from netlog.storage.store import Store

_DERIVED = ("fresh_on", "dropped")
_POINTING = {
    "entry": "SELECT id, entry_id FROM thank WHERE entry_id = ?",
    "person": "SELECT id, entry_id FROM thank WHERE person_id = ?",
}


class Walk:
    """Walks over what is affected, in a journal of which somebody was taken out."""

    def __init__(self, store: Store, held: Sequence[Turn], about: Affected) -> None:
        self.store = store
        self.held = held
        self.about = about
        self.rows = rows_about(store, held, about)
        self.aside: dict[tuple[str, int], Raw] = {}
        """Rows that were taken out on the way back, as they were put in."""
        self.thanks: dict[int, tuple[int, int]] = {}
        """The entry and the person of each row of thanks that is passed by."""

    def there_and_back(self) -> None:
        """To the beginning, and forward to how things are now."""
        self.store.connection.execute("PRAGMA defer_foreign_keys = ON")
        done = [turn for turn in self.held if turn.state == "done"]
        for turn in reversed(done):
            for deed in reversed(turn.deeds):
                self._back(deed)
        settle(self._scribe(), self.about)
        for turn in done:
            self._write(turn, self._on(turn))
        ahead = [turn for turn in self.held if turn.state == "undone"]
        again = [self._on(turn) for turn in ahead]
        for turn, fresh in zip(reversed(ahead), reversed(again), strict=True):
            deeds = [self._back(deed) for deed in reversed(fresh.deeds)]
            self._write(turn, fresh._replace(deeds=deeds[::-1]))

    def _scribe(self) -> Scribe:
        return Scribe(self.store, self.rows)

    def _write(self, was: Turn, turn: Turn) -> None:
        if turn != was:
            rewrite(self.store, turn)

    # Back.

    def _back(self, deed: Deed) -> Deed:
        """Bring rows to how they were before; gives the deed as it stands undone."""
        scribe, keys = self._scribe(), among(self.rows, deed)
        if deed.sort == "update":
            if keys:
                scribe.patch(deed.table, deed.first, deed.was)
        elif deed.sort == "delete":
            for row in deed.rows or () if keys else ():
                scribe.put(deed.table, row)
        elif keys:
            return self._taken_back(deed, keys, scribe)
        return deed

    def _taken_back(self, deed: Deed, keys: Sequence[int], scribe: Scribe) -> Deed:
        for key in keys:
            row = scribe.raw(deed.table, key)
            scribe.take(deed.table, key)
            self.aside[deed.table, key] = row
        if deed.rows is None and len(keys) < len(deed.keys):
            return deed
        kept = {row["id"]: row for row in deed.rows or ()}
        kept |= {key: self.aside[deed.table, key] for key in keys}
        return deed._replace(rows=[kept[key] for key in deed.keys])

    # Forward.

    def _on(self, turn: Turn) -> Turn:
        """The change without whom it was about; what is derived follows."""
        if not any(self._is_about(deed) for deed in turn.deeds):
            return turn
        scribe = self._scribe()
        for deed in turn.deeds:
            self._do(deed, scribe)
        settle(scribe, stirred(scribe, self.about))
        return turn._replace(deeds=scribe.deeds)

    def _is_about(self, deed: Deed) -> bool:
        """Whether it does something to rows that are walked over, or takes one out."""
        removes = (deed.sort, deed.table) == ("delete", "person")
        return removes or bool(among(self.rows, deed))

    def _do(self, deed: Deed, scribe: Scribe) -> None:
        keys = among(self.rows, deed)
        if deed.sort == "delete" and deed.table in _POINTING:
            self._thank_no_more(deed, scribe)
        if not keys:
            scribe.deeds.append(deed)
        elif deed.sort == "insert":
            self._insert(deed, keys, scribe)
        elif deed.table == "thank":
            self._thank(deed, scribe)
        elif deed.sort == "delete":
            scribe.drop(deed.table, deed.first)
        else:
            derived = _DERIVED if deed.table == "person" else ()
            became = {k: v for k, v in deed.became.items() if k not in derived}
            scribe.bring(deed.table, deed.first, became)

    def _insert(self, deed: Deed, keys: Sequence[int], scribe: Scribe) -> None:
        """Put rows in again; thanks follow by themselves."""
        kept = {row["id"]: row for row in deed.rows or ()}
        dropped = set()
        for key in keys:
            row = self.aside.get((deed.table, key)) or kept[key]
            if deed.table == "thank":
                self.thanks[key] = (row["entry_id"], row["person_id"])
            if deed.table == "thank" or not self._put(deed.table, row, scribe):
                dropped.add(key)
        for first, last in runs(key for key in deed.keys if key not in dropped):
            rows = deed.rows and [kept[key] for key in range(first, last + 1)]
            scribe.deeds.append(deed._replace(first=first, last=last, rows=rows))

    def _put(self, table: str, row: Raw, scribe: Scribe) -> bool:
        """Put a row in, unless its touch is gone."""
        touch = row.get("touch_id")
        if touch in self.about.deserted and not scribe.has("touch", touch):
            if table != "entry":
                return False
            row = row | {"touch_id": None}
        scribe.put(table, row)
        return True

    def _thank_no_more(self, deed: Deed, scribe: Scribe) -> None:
        """Take out the thanks that point at an entry or a person that goes."""
        for key, entry in scribe.ask(_POINTING[deed.table], deed.first):
            if entry in self.about.entries:
                scribe.delete("thank", key)

    def _thank(self, deed: Deed, scribe: Scribe) -> None:
        """Somebody was thanked, or a row of thanks taken out: by whom it is now."""
        entry, person = self.thanks[deed.first]
        there = scribe.thank(entry, person)
        if deed.sort == "delete":
            if there:
                scribe.delete("thank", there)
            return
        whom: dict[str, Any] = {"entry_id": entry, "person_id": person} | deed.became
        self.thanks[deed.first] = (whom["entry_id"], whom["person_id"])
        if there:
            scribe.bring("thank", there, deed.became)
        elif whom.get("thanked_on"):
            scribe.insert("thank", **whom)
