"""Telling a story: what happened in it, as if it had been typed day by day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.acts import ledger
from netlog.acts.add import Allowed, Coming, add
from netlog.acts.intro import introduce
from netlog.acts.log import Happened, log
from netlog.acts.people import one
from netlog.acts.profile import Profile, newcomer_from
from netlog.acts.thank import thank
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.money import parse_money
from netlog.stories.reading import Story

if TYPE_CHECKING:
    from netlog.storage.change import Change


def tell(change: "Change", story: Story, today: date) -> None:
    """Put what happened in a story into a book, as seen from a day."""
    for step in story.happened:
        day = today - timedelta(days=step.ago)
        _DONE[step.verb](change, day, step.who, **step.more)


def _add(
    change: "Change", day: date, who: str, *, via: str = "", at: str = "", **said: Any
) -> None:
    coming = Coming(day, [via] if via else [], at)
    add(change, newcomer_from(who, Profile(**said), day), coming, Allowed())


def _log(
    change: "Change",
    day: date,
    who: str,
    *,
    kind: str = "coffee",
    at: str = "",
    **said: Any,
) -> None:
    log(change, [who], Happened(TOUCH_KINDS[kind], day, at, **said), day)


def _intro(
    change: "Change",
    day: date,
    who: str,
    *,
    to: str = "",
    by: str = "",
    **facts: Any,
) -> None:
    introduce(change, (who, to, by), day, day, facts, new=False)


def _got(change: "Change", day: date, who: str, **said: Any) -> None:
    ledger.record(change, "got", who, _item(day, **said), day, new=False)


def _gave(change: "Change", day: date, who: str, **said: Any) -> None:
    ledger.record(change, "gave", who, _item(day, **said), day, new=False)


def _item(day: date, *, kind: str, value: str = "", **said: Any) -> ledger.Item:
    cents = parse_money(value) if value else None
    return ledger.Item(kind, day, cents=cents, **said)


def _promise(
    change: "Change",
    day: date,
    who: str,
    *,
    text: str,
    within: int,
    kept_after: int | None = None,
) -> None:
    """Something to be done within so many days; and after how many it was."""
    person = one(change, who, day)
    made = change.promises.make(person.id, text, day + timedelta(days=within))
    if kept_after is not None:
        change.promises.close(made.id, "kept", day + timedelta(days=kept_after))


def _thank(change: "Change", day: date, who: str) -> None:
    thank(change, one(change, who, day), day)


_DONE: dict[str, Callable[..., None]] = {
    "add": _add,
    "log": _log,
    "intro": _intro,
    "got": _got,
    "gave": _gave,
    "promise": _promise,
    "thank": _thank,
}
"""What can be done in a story: the names of commands."""
