"""What `restore` says: what it would change, what it did, and the way back."""

from collections.abc import Sequence
from typing import Any

from netlog.domain.backup import Copy, Difference, Kept, Standing
from netlog.output.answer import Answer, Block, Item, Page, command, line, part, soft
from netlog.reports.words import many
from netlog.views.backed_up import amount
from netlog.views.people import listed

WHAT_TO_TYPE = (
    "netlog restore NAME puts one back, `netlog restore last` the newest,\n"
    "`netlog restore yesterday` that of a day; what is there now is kept first."
)


def rehearsed(copy: Copy, difference: Difference) -> Answer:
    """What would change."""
    title = (part(f"Would restore {copy.path.name}", "title"),)
    page = Page(title, (Block("", _changes(difference)),))
    return Answer("restore", _data(copy, difference, restored=False), page=page)


def restored(copy: Copy, difference: Difference, kept: Kept | None) -> Answer:
    """What changed, and where what was there before is kept."""
    title = (part(f"Restored {copy.path.name}", "title"),)
    back = (Block("", (_way_back(kept),)),) if kept else ()
    page = Page(title, (Block("", _changes(difference)), *back))
    data = _data(copy, difference, restored=True)
    held = {"path": str(kept.path), "whole": kept.whole} if kept else None
    return Answer("restore", data | {"kept": held}, page=page)


def _way_back(kept: Kept) -> Item:
    if not kept.whole:
        return line(f"What was there was damaged; it is kept as {kept.path}")
    typed = command(f"netlog restore {kept.path.stem}")
    return line(typed, soft(" brings back what was there"))


def _changes(difference: Difference) -> tuple[Item, ...]:
    """How both stand, and what would come back and be lost."""
    then = _side("then", difference.then)
    if difference.now is None:
        return (then, line("now: nothing that can be read"))
    return (
        then,
        _side("now", difference.now),
        _people("comes back", *_brought(difference)),
        _people("is lost", *_lost(difference)),
        *map(_forgotten, difference.forgotten),
    )


def _forgotten(handle: str) -> Item:
    """Somebody is back whom the user had forgotten; to be seen, for good or ill."""
    said = line(
        f"was forgotten, and comes back: {handle} · ",
        command(f"netlog forget {handle}"),
    )
    return said._replace(record=("forgotten", handle))


def _side(when: str, standing: Standing) -> Item:
    at = standing.at and standing.at.astimezone().strftime("%Y-%m-%d %H:%M")
    last = f"; last, {at}: netlog {standing.command}" if at else ""
    said = amount(standing.people, standing.touches)
    record = (when, str(standing.people), str(standing.touches), standing.command)
    return Item((part(f"{when}: {said}{last}"),), record=record)


def _people(what: str, people: int, touches: int, names: Sequence[str]) -> Item:
    more = [f"{people - len(names)} more"] if people > len(names) else []
    named = f" ({listed([*names, *more])})" if names else ""
    told = [f"{many(people, 'person', 'people')}{named}"] if people else []
    told += [many(touches, "touch", "touches")] if touches else []
    record = (what, str(people), str(touches))
    return Item((part(f"{what}: {listed(told) or 'nothing'}"),), record=record)


def _brought(difference: Difference) -> tuple[int, int, Sequence[str]]:
    return difference.people_brought, difference.touches_brought, difference.brought


def _lost(difference: Difference) -> tuple[int, int, Sequence[str]]:
    return difference.people_lost, difference.touches_lost, difference.lost


def _data(copy: Copy, difference: Difference, *, restored: bool) -> dict[str, Any]:
    """The same for programs."""
    now, then = difference.now, difference.then
    return {
        "restored": restored,
        "path": str(copy.path),
        "then": then._asdict(),
        "now": now._asdict() if now else None,
        "back": {
            "people": difference.people_brought,
            "touches": difference.touches_brought,
        },
        "lost": _numbered(*_lost(difference)),
        "forgotten": list(difference.forgotten),
    }


def _numbered(people: int, touches: int, _: Sequence[str]) -> dict[str, int]:
    return {"people": people, "touches": touches}
