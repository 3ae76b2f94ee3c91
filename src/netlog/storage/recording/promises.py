"""Making a promise, keeping it, letting it go."""

from datetime import date
from typing import Any

from netlog.domain.promise import Promise
from netlog.errors import RefusedError
from netlog.storage.promises import Promises
from netlog.storage.recorder import Recorder


class PromiseRecord(Promises):
    """Promises, and what can be done to them."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.store)
        self.recorder = recorder

    def make(self, person_id: int, text: str, due: date) -> Promise:
        """Something owed to somebody by a day."""
        key = self.recorder.insert(
            "promise",
            person_id=person_id,
            text=text,
            due=due,
            state="open",
            entered=self.recorder.number,
        )
        return self.get(key)

    def close(self, number: int, state: str, day: date) -> Promise:
        """Keep or drop a promise; one that is closed stays as it is."""
        promise = self.get(number)
        if promise.state != "open":
            raise RefusedError(
                f"Promise {number} is {promise.state} already.",
                "netlog undo takes the last change back.",
            )
        return self.edit(
            promise, state=state, closed_on=day, closed=self.recorder.number
        )

    def edit(self, promise: Promise, **fields: Any) -> Promise:
        """Mend a promise where it stands."""
        self.recorder.update("promise", promise.id, **fields)
        return self.get(promise.id)

    def remove(self, promise: Promise) -> None:
        """Take a promise out."""
        self.recorder.delete("promise", promise.id)
