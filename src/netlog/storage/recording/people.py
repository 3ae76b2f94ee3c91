"""Taking people in, changing what is known of them, taking them out."""

from collections.abc import Sequence
from typing import Any

from netlog.domain.details import detail_key
from netlog.domain.draws import draw
from netlog.domain.handles import free, stem
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.names import fold
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID, Person
from netlog.domain.pins import Skip
from netlog.domain.promise import Promise
from netlog.domain.standing import Source, derive
from netlog.domain.touch import Presence
from netlog.errors import RefusedError
from netlog.storage import sql
from netlog.storage.people import People
from netlog.storage.recorder import Recorder
from netlog.storage.recording.settling import settle, settle_thanks_below


class PeopleRecord(People):
    """People, and what can be done to them."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.store)
        self.recorder = recorder

    def add(self, newcomer: Newcomer) -> Person:
        """Take somebody in under a handle that nobody has or had."""
        email = next((v for (f, _), v in newcomer.details.items() if f == "email"), "")
        handle = newcomer.handle or free(stem(newcomer.name, email), self.is_taken)
        self._refuse_taken(newcomer.handle)
        return self.get(self.take_in(newcomer._replace(handle=handle)))

    def take_in(self, newcomer: Newcomer) -> int:
        """Take somebody in under the handle they come with; gives their key."""
        return self.take_in_many([newcomer])[0]

    def take_in_many(self, newcomers: Sequence[Newcomer]) -> range:
        """Take people in under the handles they come with; gives their keys."""
        number = self.recorder.number
        rows = [new_row(newcomer, newcomer.handle, number) for newcomer in newcomers]
        keys = self.recorder.insert_many("person", rows)
        details = [
            {"person_id": key, "field": field, "value": value, "folded": folded}
            for key, newcomer in zip(keys, newcomers, strict=True)
            for (field, folded), value in newcomer.details.items()
        ]
        self.recorder.insert_many("detail", details)
        return keys

    def put_detail(self, person_id: int, field: str, value: str) -> bool:
        """One more detail, unless they have it; says whether it was written."""
        folded = detail_key(field, value)
        held = [d.folded for d in self.details(person_id) if d.field == field]
        if folded in held:
            return False
        self._insert_detail(person_id, field, value, folded)
        return True

    def _insert_detail(
        self, person_id: int, field: str, value: str, folded: str
    ) -> None:
        self.recorder.insert(
            "detail", person_id=person_id, field=field, value=value, folded=folded
        )

    def clear_details(self, person_id: int, field: str) -> None:
        """Take out every detail of one field."""
        for detail in self.details(person_id):
            if detail.field == field:
                self.recorder.delete("detail", detail.id)

    def edit(self, person: Person, **fields: Any) -> Person:
        """Change what is known of somebody; an old handle is kept for nobody."""
        if "name" in fields:
            fields["folded"] = fold(fields["name"])
        if fields.get("handle", person.handle) != person.handle:
            self._refuse_taken(fields["handle"])
            self.recorder.insert("retired", handle=person.handle)
        self.recorder.update("person", person.id, **fields)
        settle(self.recorder, [person.id])
        return self.get(person.id)

    def remove(self, person: Person) -> None:
        """Take somebody out with all that is theirs alone; `undo` brings it back."""
        from netlog.storage.recording.ledger import let_go_of_person

        key, recorder = person.id, self.recorder
        let_go_of_person(recorder, key)
        touched = self._remove_introductions(key)
        self._remove_presences(key)
        for promise in self.store.ask(sql.PROMISES_TO, Promise, person=key):
            recorder.delete("promise", promise.id)
        for skip in self.store.ask(sql.SKIPS_OF, Skip, person=key):
            recorder.delete("skip", skip.id)
        for detail in self.details(key):
            recorder.delete("detail", detail.id)
        recorder.delete("person", key)
        recorder.insert("retired", handle=person.handle)
        settle(recorder, touched)
        for one in touched - {ME_ID}:
            settle_thanks_below(recorder, one)

    def _remove_introductions(self, key: int) -> set[int]:
        from netlog.storage.recording.ledger import let_go_of_introduction

        pairs: set[int] = set()
        for intro in self.store.ask(
            sql.INTRODUCTIONS_WITH, IntroductionNamed, person=key
        ):
            let_go_of_introduction(self.recorder, intro.id)
            self.recorder.delete("introduction", intro.id)
            pairs |= {intro.a_id, intro.b_id}
        return pairs

    def _remove_presences(self, key: int) -> None:
        from netlog.storage.recording.ledger import let_go_of_touch

        for presence in self.store.ask(sql.PRESENCES_WITH, Presence, person=key):
            self.recorder.delete("presence", presence.id)
            touch = presence.touch_id
            if not self.store.ask(sql.PRESENCES_AT, Presence, touch=touch):
                let_go_of_touch(self.recorder, touch)
                self.recorder.delete("touch", touch)

    def _refuse_taken(self, handle: str) -> None:
        if handle and self.is_taken(handle):
            raise RefusedError(
                f"The handle {handle} is somebody's, or was.", "Choose another one."
            )


def new_row(newcomer: Newcomer, handle: str, number: int) -> dict[str, Any]:
    """A newcomer as a row of the table person."""
    row = newcomer._asdict()
    details = row.pop("details")
    kinds = [value for (field, _), value in details.items() if field == "kind"]
    tags = [value for (field, _), value in details.items() if field == "tag"]
    source = Source(newcomer.starts_on, newcomer.every, newcomer.org, kinds, tags)
    row |= derive(source)._asdict()
    row["handle"] = handle
    row["folded"] = fold(newcomer.name)
    row["resting"] = False
    row["entered"] = number
    row["draw"] = draw(handle)
    return row
