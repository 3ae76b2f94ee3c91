"""Making one person of two: everything of the second goes to the first."""

from netlog.domain.alike import Pair
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.ledger import Entry, Thank
from netlog.domain.merging import Joined, SortedOut, Three, as_one, three_of
from netlog.domain.person import ME_ID, Detail, Person
from netlog.domain.pins import Pin, Skip
from netlog.domain.touch import Presence
from netlog.storage import sql
from netlog.storage.recorder import Recorder
from netlog.storage.recording.settling import settle, settle_thanks_below
from netlog.storage.statement import Statement


class Merging:
    """Who may be one person, and making one of two."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.store = recorder.store

    def alike(self) -> list[Pair]:
        """Who came in with this change, with whoever shares a name or a phone."""
        change = self.recorder.number
        return [
            *self.store.ask(sql.ALIKE_BY_NAME, Pair, change=change),
            *self.store.ask(sql.ALIKE_BY_PHONE, Pair, change=change),
        ]

    def sorted_out(self, kept: int, gone: int) -> SortedOut:
        """What becomes of the introductions of the second."""
        moved: list[tuple[IntroductionNamed, Three]] = []
        joined: list[Joined] = []
        dropped: list[IntroductionNamed] = []
        there = {
            (one.introducer_id, one.a_id, one.b_id): one for one in self._with(kept)
        }
        for one in self._with(gone):
            three = three_of(one, gone, kept)
            if three is None:
                dropped.append(one)
            elif three in there:
                joined.append(Joined(one, there[three]))
            else:
                moved.append((one, three))
        return SortedOut(tuple(moved), tuple(joined), tuple(dropped))

    def _with(self, person: int) -> list[IntroductionNamed]:
        return self.store.ask(sql.INTRODUCTIONS_WITH, IntroductionNamed, person=person)

    def came_of(self, introduction: int) -> list[Entry]:
        """What came of an introduction, as the user said it."""
        return self.store.ask(
            sql.ENTRIES_OF_INTRODUCTION, Entry, introduction=introduction
        )

    def join(self, kept: Person, gone: Person, found: SortedOut) -> dict[str, int]:
        """Move everything to the first, and take the second out.

        Gives how much there was of each sort; where people stand is not settled yet.
        """
        moved = {
            "touches": self._presences(kept.id, gone.id),
            "introductions": self._introductions(found),
            "promises": self._all_of("promise", sql.PROMISES_TO, gone.id, kept.id),
            "entries": self._all_of("entry", sql.ENTRIES_WITH, gone.id, kept.id),
            "details": self._details(kept.id, gone.id),
        }
        self._referred(kept.id, gone.id)
        self._thanks(kept.id, gone.id)
        self._skips(kept.id, gone.id)
        self._pins(kept.id, gone.id)
        self.recorder.delete("person", gone.id)
        self.recorder.insert("retired", handle=gone.handle)
        return moved

    def settle(self, kept: int, found: SortedOut) -> None:
        """Where everybody stands of whom anything was moved."""
        others = {key for one in found.all for key in (one.a_id, one.b_id)}
        people = [kept, *sorted(others - {kept, ME_ID})]
        settle(self.recorder, people)
        for key in people:
            settle_thanks_below(self.recorder, key)

    def _all_of(self, table: str, asked: Statement, gone: int, kept: int) -> int:
        """Move every row of a table that is the second's."""
        keys = [row[0] for row in self.store.rows(asked, person=gone)]
        for key in keys:
            self.recorder.update(table, key, person_id=kept)
        return len(keys)

    def _presences(self, kept: int, gone: int) -> int:
        """Who was there as both was there once."""
        there = {
            one.touch_id
            for one in self.store.ask(sql.PRESENCES_WITH, Presence, person=kept)
        }
        theirs = self.store.ask(sql.PRESENCES_WITH, Presence, person=gone)
        for one in theirs:
            self._give("presence", one.id, kept, twice=one.touch_id in there)
        return len(theirs)

    def _details(self, kept: int, gone: int) -> int:
        """What both have stands there once, as the first has it."""
        there = {
            (one.field, one.folded)
            for one in self.store.ask(sql.DETAILS_OF, Detail, person=kept)
        }
        theirs = self.store.ask(sql.DETAILS_OF, Detail, person=gone)
        for one in theirs:
            self._give("detail", one.id, kept, twice=(one.field, one.folded) in there)
        return len(theirs)

    def _skips(self, kept: int, gone: int) -> None:
        there = {
            (one.week, one.how)
            for one in self.store.ask(sql.SKIPS_OF, Skip, person=kept)
        }
        for one in self.store.ask(sql.SKIPS_OF, Skip, person=gone):
            self._give("skip", one.id, kept, twice=(one.week, one.how) in there)

    def _pins(self, kept: int, gone: int) -> None:
        """A place in a list that has the first already stays with nobody."""
        there = {
            (one.slot, one.period)
            for one in self.store.ask(sql.PINS_OF, Pin, person=kept)
        }
        for one in self.store.ask(sql.PINS_OF, Pin, person=gone):
            if (one.slot, one.period) not in there:
                self.recorder.update("pin", one.id, person_id=kept)

    def _give(self, table: str, key: int, kept: int, *, twice: bool) -> None:
        """Give a row to the first, or take it out where they have the same."""
        if twice:
            self.recorder.delete(table, key)
        else:
            self.recorder.update(table, key, person_id=kept)

    def _referred(self, kept: int, gone: int) -> None:
        """Who was referred by an entry; nobody is referred by themselves."""
        for person in (kept, gone):
            for one in self.store.ask(sql.ENTRIES_ABOUT, Entry, person=person):
                other = None if one.person_id == kept else kept
                self.recorder.update("entry", one.id, other_id=other)

    def _thanks(self, kept: int, gone: int) -> None:
        """Who was thanked as either was thanked, on the first day."""
        there = {
            one.entry_id: one
            for one in self.store.ask(sql.THANKS_TO, Thank, person=kept)
        }
        for one in self.store.ask(sql.THANKS_TO, Thank, person=gone):
            same = there.get(one.entry_id)
            if same:
                days = filter(None, (same.thanked_on, one.thanked_on))
                day = min(days, default=None)
                self.recorder.update("thank", same.id, thanked_on=day)
            self._give("thank", one.id, kept, twice=same is not None)

    def _introductions(self, found: SortedOut) -> int:
        for one, (by, a, b) in found.moved:
            self.recorder.update(
                "introduction", one.id, introducer_id=by, a_id=a, b_id=b
            )
        for gone, into in found.joined:
            self.recorder.update("introduction", into.id, **as_one(gone, into))
            self._leave(gone.id, into.id)
        for gone in found.dropped:
            self._leave(gone.id, None)
        return len(found.moved) + len(found.joined)

    def _leave(self, introduction: int, into: int | None) -> None:
        """Take an introduction out; what came of it came of the other, or of none."""
        for entry in self.came_of(introduction):
            self.recorder.update("entry", entry.id, introduction_id=into)
        self.recorder.delete("introduction", introduction)
