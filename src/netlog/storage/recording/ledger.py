"""Recording what was given and got, mending it, thanking."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from netlog.domain.ledger import Entry, Thank
from netlog.storage import sql
from netlog.storage.ledger import Ledger
from netlog.storage.recorder import Recorder
from netlog.storage.recording.thanking import thank_anew


class LedgerRecord(Ledger):
    """The ledger, and what can be done to it."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.store)
        self.recorder = recorder

    def add(self, person_id: int, way: str, kind: str, day: date, **more: Any) -> Entry:
        """One thing that went to somebody or came from them.

        `more` are text, cents, touch_id, introduction_id, other_id and they_called.
        """
        key = self.recorder.insert(
            "entry",
            person_id=person_id,
            way=way,
            kind=kind,
            day=day,
            entered=self.recorder.number,
            **{"text": "", "they_called": False, **more},
        )
        thank_anew(self.recorder, [key])
        return self.get(key)

    def edit(self, entry: Entry, **fields: Any) -> Entry:
        """Mend an entry where it stands."""
        self.recorder.update("entry", entry.id, **fields)
        thank_anew(self.recorder, [entry.id])
        return self.get(entry.id)

    def remove(self, entry: Entry) -> None:
        """Take an entry out, and the thanks for it."""
        for thank in self.thanks_of(entry.id):
            self.recorder.delete("thank", thank.id)
        self.recorder.delete("entry", entry.id)

    def thank(self, thanks: Iterable[Thank], day: date) -> None:
        """Somebody was thanked on a day."""
        for one in thanks:
            self.recorder.update("thank", one.id, thanked_on=day)

    def guess(self, touch_id: int, word: str) -> None:
        """What the user thinks will come of a touch; '' takes it back."""
        there = self.guess_of(touch_id)
        if there:
            self.recorder.delete("guess", there.id)
        if word:
            self.recorder.insert("guess", touch_id=touch_id, word=word)


def let_go_of_person(recorder: Recorder, person_id: int) -> None:
    """Take out the entries with somebody who is taken out, and their thanks."""
    ledger = LedgerRecord(recorder)
    for entry in ledger.of(person_id):
        ledger.remove(entry)
    for thank in recorder.store.ask(sql.THANKS_TO, Thank, person=person_id):
        recorder.delete("thank", thank.id)
    for entry in recorder.store.ask(sql.ENTRIES_ABOUT, Entry, person=person_id):
        recorder.update("entry", entry.id, other_id=None)


def let_go_of_touch(recorder: Recorder, touch_id: int) -> None:
    """What came of a touch stays when the touch is taken out; the guess goes."""
    for entry in recorder.store.ask(sql.ENTRIES_OF_TOUCH, Entry, touch=touch_id):
        recorder.update("entry", entry.id, touch_id=None)
    guess = Ledger(recorder.store).guess_of(touch_id)
    if guess:
        recorder.delete("guess", guess.id)


def let_go_of_introduction(recorder: Recorder, introduction_id: int) -> None:
    """What came of an introduction stays when it is taken out."""
    for entry in recorder.store.ask(
        sql.ENTRIES_OF_INTRODUCTION, Entry, introduction=introduction_id
    ):
        recorder.update("entry", entry.id, introduction_id=None)
