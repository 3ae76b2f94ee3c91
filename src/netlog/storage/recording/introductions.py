"""Making an introduction, changing its state, taking it out."""

from datetime import date
from typing import Any

from netlog.domain.introduction import Introduction, ordered_pair
from netlog.domain.person import ME_ID
from netlog.storage import sql
from netlog.storage.introductions import Introductions
from netlog.storage.recorder import Recorder
from netlog.storage.recording.settling import settle, settle_thanks_below


class IntroductionRecord(Introductions):
    """Introductions, and what can be done to them."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.store)
        self.recorder = recorder

    def between(self, introducer: int, one: int, other: int) -> Introduction | None:
        """The introduction of these two by that person, if there is one."""
        a, b = ordered_pair(introducer, one, other)
        return self.store.one(
            sql.INTRODUCTION_BETWEEN, Introduction, introducer=introducer, a=a, b=b
        )

    def introduce(
        self, introducer: int, one: int, other: int, day: date, **facts: Any
    ) -> Introduction:
        """Record an introduction; said again, it is brought up to date.

        An offer that is kept now has begun now.
        """
        a, b = ordered_pair(introducer, one, other)
        there = self.between(introducer, one, other)
        if there:
            begins = there.said == "offered" and facts.get("state") in {"made", "met"}
            entered = {"entered": self.recorder.number} if begins else {}
            return self.edit(there, day=day, **facts, **entered)
        values = {"inbound": False} | as_said({"state": "made"} | facts)
        key = self.recorder.insert(
            "introduction",
            introducer_id=introducer,
            a_id=a,
            b_id=b,
            day=day,
            entered=self.recorder.number,
            **values,
        )
        self._settle(a, b)
        return self.get(key)

    def edit(self, introduction: Introduction, **fields: Any) -> Introduction:
        """Mend an introduction where it stands."""
        self.recorder.update("introduction", introduction.id, **as_said(fields))
        self._settle(introduction.a_id, introduction.b_id)
        return self.get(introduction.id)

    def remove(self, introduction: Introduction) -> None:
        """Take an introduction out."""
        from netlog.storage.recording.ledger import let_go_of_introduction

        let_go_of_introduction(self.recorder, introduction.id)
        self.recorder.delete("introduction", introduction.id)
        self._settle(introduction.a_id, introduction.b_id)

    def _settle(self, a: int, b: int) -> None:
        settle(self.recorder, [a, b])
        if a == ME_ID:
            settle_thanks_below(self.recorder, b)


def as_said(fields: dict[str, Any]) -> dict[str, Any]:
    """A state that the user says is kept as said; settling makes it met."""
    said = {"said": fields["state"]} if "state" in fields else {}
    return fields | said
