"""What `merge` says, and what it shows before it asks."""

from collections.abc import Iterable
from typing import Any

from netlog.acts.merge import Merged
from netlog.domain.dates import spell_short
from netlog.domain.person import Detail, Person
from netlog.output.answer import Answer, command, line, lines, soft
from netlog.reports.words import many
from netlog.views.people import brief, listed, reach, titled
from netlog.views.records import introduction_named

_ONE = {
    "touches": "touch",
    "introductions": "introduction",
    "promises": "promise",
    "entries": "entry",
    "details": "detail",
}


def view(merged: Merged) -> Answer:
    """Who is one now, what came with them, and what the note keeps."""
    moved = merged.moved.items()
    counted = [many(number, _ONE[what], what) for what, number in moved if number]
    came = f": {listed(counted)}" if counted else ""
    items = [
        line("Merged ", *titled(merged.gone), " into ", *titled(merged.person), came)
    ]
    if merged.noted:
        items.append(line(soft("Kept in the note: "), "; ".join(merged.noted)))
    items.append(line(command("netlog undo"), soft(" makes them two again")))
    return Answer("merge", _data(merged), page=lines(*items))


def _data(merged: Merged) -> dict[str, Any]:
    found = merged.introductions
    return {
        "person": brief(merged.person),
        "gone": brief(merged.gone),
        "moved": dict(merged.moved),
        "joined": [
            introduction_named(one.gone) | {"into": one.into.id} for one in found.joined
        ],
        "dropped": [introduction_named(one) for one in found.dropped],
        "noted": list(merged.noted),
    }


def shortly(person: Person, details: Iterable[Detail]) -> str:
    """Somebody in a line, enough to tell them from another."""
    touches = many(person.touches, "touch", "touches")
    last = person.last_contact
    said = [
        f"{person.name} ({person.handle})",
        *(
            text
            for text in (person.role, person.org, person.city, reach(details))
            if text
        ),
        f"{touches}, the last {spell_short(last)}" if last else "no contact yet",
    ]
    return ", ".join(said)
