"""netlog heard: they answered, or got in touch."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

from typer import Context

from netlog.db import sql
from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.domain.touch import Touch
from netlog.namedtuple import NamedTuple
from netlog.options import OnDay, Who, app_of, option, touch_kind
from netlog.output.answer import Answer, line, lines, name
from netlog.repository import finding, people, touches
from netlog.views.sentences import NOTHING_CHANGED
from netlog.views.wording import brief, listed, touch_data

if TYPE_CHECKING:
    from netlog.repository.change import OpenChange

_USUAL = "message"


def command(
    ctx: Context,
    who: Who,
    on: OnDay = "",
    kind: Annotated[str, touch_kind("How they got in touch; else a message.")] = "",
    note: Annotated[str, option("--note", "-m", help_text="What they said.")] = "",
) -> None:
    """Note that somebody answered, or got in touch.

    What was sent to them is answered by it.  Where nothing was, or with --kind or
    --note, it is a touch of its own.
    """
    app = app_of(ctx)
    day = app.typed.happened(on)
    said = app.typed.note(note)
    with app.changing() as change:
        person = finding.find(change.store, app.typed.phrase(who))
        settled = touches.hear(change, person.id, day)
        answered = [touches.get(change.store, sent.touch_id) for sent in settled]
        touch = None
        again = not (kind or said or settled) and _is_heard(change, person, day)
        if kind or said or not (settled or again):
            touch = touches.log(
                change,
                [person.id],
                app.typed.touch_kind(kind or _USUAL),
                day,
                note=said,
                answered="yes",
                inbound=True,
            )
        person = people.get(change.store, person.id)
    app.show(_answer(_Heard(person, answered, touch, spell(day)), changed=not again))


def _is_heard(change: "OpenChange", person: Person, day: date) -> bool:
    """Whether it is said already that they answered, or got in touch, on a day."""
    return any(
        day in {touch.answered_on, touch.day if touch.inbound else None}
        for touch in sql.touches_of(change.store, person.id)
    )


class _Heard(NamedTuple):
    """From whom, what they answered, and the touch that it is by itself."""

    person: Person
    answered: Sequence[Touch]
    touch: Touch | None
    day: str


def _answer(heard: _Heard, *, changed: bool) -> Answer:
    person, answered, touch, day = heard
    what = [f"the {sent.kind} of {spell(sent.day)}" for sent in answered]
    to = f", in answer to {listed(what)}" if what else ""
    by = f"Logged {touch.kind} from " if touch else "Heard from "
    if not changed:
        by = f"{NOTHING_CHANGED}heard from "
    item = line(by, name(person.name), f", {day}{to}")
    data = {
        "person": brief(person),
        "answered": [touch_data(sent) for sent in answered],
        "touch": touch and touch_data(touch),
    }
    return Answer("heard", data, page=lines(item))
