"""What `restore` says: what it would change, what it did, and the way back."""

from typing import Any

from netlog.domain.backup import Copy, Difference, Kept, Only, Standing
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


def restored(
    copy: Copy, difference: Difference, kept: Kept | None, *, seen: bool
) -> Answer:
    """What changed, unless it was seen before, and where what was there is kept."""
    title = (part(f"Restored {copy.path.name}", "title"),)
    changes = () if seen else (Block("", _changes(difference)),)
    back = (Block("", (_way_back(kept),)),) if kept else ()
    page = Page(title, (*changes, *back))
    return Answer("restore", _data(copy, difference, kept, restored=True), page=page)


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
        _only("comes back", difference.brought),
        _only("is lost", difference.lost),
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


def _only(what: str, only: Only) -> Item:
    people, touches, changes, names = only
    more = [f"{people - len(names)} more"] if people > len(names) else []
    named = f" ({listed([*names, *more])})" if names else ""
    some = [f"{many(people, 'person', 'people')}{named}"] if people else []
    some += [many(touches, "touch", "touches")] if touches else []
    all_in_all = f"what {many(changes, 'command')} did" if changes else ""
    told = ", with ".join(filter(None, (all_in_all, listed(some))))
    record = (what, str(people), str(touches), str(changes))
    return Item((part(f"{what}: {told or 'nothing'}"),), record=record)


def _data(
    copy: Copy, difference: Difference, kept: Kept | None = None, *, restored: bool
) -> dict[str, Any]:
    """The same for programs."""
    now, then = difference.now, difference.then
    return {
        "restored": restored,
        "path": str(copy.path),
        "then": then._asdict(),
        "now": now._asdict() if now else None,
        "back": difference.brought._asdict(),
        "lost": difference.lost._asdict(),
        "forgotten": list(difference.forgotten),
        "kept": {"path": str(kept.path), "whole": kept.whole} if kept else None,
    }
