"""netlog trace: back to the coffee it began with."""

from collections.abc import Iterator
from typing import Annotated, Any

from typer import Context

from netlog.app import App
from netlog.domain.dates import spell
from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry, spell_money
from netlog.domain.numbers import counted, whole_percent
from netlog.domain.person import Named
from netlog.domain.touch import TouchAt
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple
from netlog.network.trace import (
    Share,
    Trace,
    TracePath,
    TraceStep,
    shares_of,
    trace_outcome,
    trace_person,
)
from netlog.options import app_of, choice, who
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Part,
    Parts,
    advice,
    command_line,
    name,
    part,
    soft,
    tree_lines,
)
from netlog.repository import finding, ledger
from netlog.views.branches import drawn_lines, grown
from netlog.views.wording import brief, entry_data, money_data, money_said

_CREDITS = ("root", "halves")
_FORMER = {"equal": "halves"}
"""What a credit was called before."""


def command(
    ctx: Context,
    what: Annotated[list[str], who("Somebody, or the number of an outcome.")],
    credit: Annotated[
        str,
        choice(
            "--credit",
            help_text="Divide its money: root or halves.",
            words=_CREDITS,
        ),
    ] = "",
) -> None:
    """Walk back from an outcome to the coffee it began with.

    Of somebody it is their newest outcome; where there is none, how you came to know
    them. With --credit halves each on the way keeps as much as goes to each of those
    who introduced them: a half where one did, so the nearest get most.
    """
    app = app_of(ctx)
    credit = _FORMER.get(credit, credit)
    if credit and credit not in _CREDITS:
        raise UsageError(f"There is no credit {credit[:40]}.", "Say root or halves.")
    found = _found(app, app.typed.phrase(what))
    if credit:
        found = _divided(app, found, credit)
    app.show(_answer(found, app.settings.currency))


def _found(app: App, what: str) -> Trace:
    store = app.store
    if not what.isascii() or not what.isdigit():
        person = finding.find(store, what)
        return trace_person(store, person.id, app.today)
    entry = ledger.get(store, app.typed.number(what))
    if not entry.is_outcome:
        raise UsageError(
            f"Entry {entry.id} went from you; a trace starts from what came.",
            "netlog show WHO lists what you got.",
        )
    return trace_outcome(store, entry)


def _divided(app: App, found: Trace, credit: str) -> Trace:
    """The trace of the outcome that has money: the one asked for, else the newest."""
    paid = [one for one in (found.entry, *found.others) if one and one.cents]
    if not paid:
        raise UsageError("There is no money that could be divided.", _say_it(found))
    other = paid[0] != found.entry
    shown = trace_outcome(app.store, paid[0]) if other else found
    return shown._replace(shares=shares_of(app.store, paid[0], credit))


def _say_it(found: Trace) -> str:
    if found.entry:
        return f"Say it first: netlog edit --entry {found.entry.id} --value 500"
    return f"Record it: netlog got {found.person.handle} client --value 500"


_MORE = "more"
_DRAWN = 5
"""How many paths are drawn; JSON has all that were walked."""
_TOUCHES = 4
"""How many touches after the one it began with are drawn; JSON has all."""


class _Hidden(NamedTuple):
    """Touches with somebody that are not drawn."""

    person: Named
    touches: int


def _answer(found: Trace, currency: str) -> Answer:
    """The paths as one tree, and what stands beside them."""
    blocks = [Block("", _tree(found, currency))]
    if found.shares:
        shares = tuple(_share(share, found, currency) for share in found.shares)
        blocks.append(Block("What each is given", shares))
    if found.others:
        others = tuple(_other(entry, currency) for entry in found.others)
        blocks.append(Block("What else came from them", others))
    page = Page(_title(found), tuple(blocks), tuple(_foot(found)))
    return Answer("trace", _data(found, currency), page=page)


def _title(found: Trace) -> tuple[Part, ...]:
    if found.entry:
        return (part(f"Where the {found.entry.kind} began", "title"),)
    return (part(f"How you came to know {found.person.name}", "title"),)


def _tree(found: Trace, currency: str) -> tuple[Item, ...]:
    shown = found.paths[:_DRAWN]
    tops = grown([_drawn_steps(path) for path in shown])
    return tuple(_item(before, step, currency) for before, step in drawn_lines(tops))


def _drawn_steps(path: TracePath) -> list[TraceStep | _Hidden]:
    """Those on the way stand in the introduction they made."""
    last = path.steps[-1] if path.root else path.steps[-1]._replace(type=_MORE)
    touches = [step for step in path.steps if step.type == "touch"]
    hidden = touches[_TOUCHES:-1]
    if len(hidden) < 2:  # noqa: PLR2004 (one takes no more room than a word for it)
        hidden = []
    drawn: list[TraceStep | _Hidden] = []
    for step in path.steps[:-1]:
        if hidden and step == touches[-1]:
            drawn.append(_Hidden(step.person, len(hidden)))
            drawn.append(_days_after(touches[_TOUCHES - 1], step))
        elif step.type != "person" and step not in hidden:
            drawn.append(step)
    return [*drawn, last]


def _days_after(shown: TraceStep, step: TraceStep) -> TraceStep:
    """A step with the days to another than the one before it."""
    days = (shown.day - step.day).days if shown.day and step.day else None
    return step._replace(days=days)


def _item(before: str, step: TraceStep | _Hidden, currency: str) -> Item:
    if isinstance(step, _Hidden):
        text = f"{step.touches} more touches with {step.person.name} in between"
        record = ("touches", "", step.person.handle, step.person.name)
        return Item((tree_lines(before), soft(text)), record=record)
    lag = f" · {counted(step.days, 'day')} before" if step.days else ""
    day = step.day.isoformat() if step.day else ""
    return Item(
        (tree_lines(before), *_said(step, currency), soft(lag)),
        record=(step.type, day, step.person.handle, step.person.name),
    )


def _said(step: TraceStep, currency: str) -> tuple[Part, ...]:
    about = step.about
    if isinstance(about, Entry):
        money = money_said(about.cents, currency)
        said = f"{about.said} from "
        return part(said), name(step.person.name), part(f"{money}, {spell(about.day)}")
    if isinstance(about, Link):
        by = step.introducer.name if step.introducer else ""
        verb = "named" if about.state == "offered" else "introduced"
        tail = f" to me, {spell(about.day)} ({about.state})"
        return name(by), part(f" {verb} "), part(step.person.name), part(tail)
    if step.type == "touch" and about:
        said = f"{about.kind} with {step.person.name}{_place(about)}"
        return (part(f"{said}, {spell(about.day)}"),)
    further = ", and further back than was read"
    return name(step.person.name), part(further if step.type == _MORE else _met(about))


def _met(touch: TouchAt | None) -> str:
    """How the first of a path was met: without help."""
    if touch is None:
        return ", known without help"
    how = "met by chance" if touch.kind == "met" else f"first {touch.kind}"
    return f", {how}{_place(touch)}, {spell(touch.day)}"


def _place(touch: TouchAt) -> str:
    return f" at {touch.place}" if touch.place else ""


def _share(share: Share, found: Trace, currency: str) -> Item:
    whole = (found.entry.cents if found.entry else 0) or 1
    money = spell_money(share.cents, currency)
    percent = f"{whole_percent(share.cents / whole)} %"
    record = ("share", share.person.handle, money, percent)
    return Item(
        (name(share.person.name), part(f" — {money}"), soft(f" ({percent})")),
        record=record,
    )


def _other(entry: Entry, currency: str) -> Item:
    text = f"{entry.said}{money_said(entry.cents, currency)}, {spell(entry.day)}"
    record = ("other", entry.day.isoformat(), str(entry.id), text)
    return Item((part(text),), ((command_line(f"netlog trace {entry.id}"),),), record)


def _foot(found: Trace) -> Iterator[Parts]:
    for text in (_lag(found), _ways(found)):
        if text:
            yield (soft(text),)
    yield from _beginning(found)


def _lag(found: Trace) -> str:
    days = found.days_from_introduction
    if days is None or found.entry is None:
        return ""
    return f"{counted(days, 'day')} from the introduction to the {found.entry.kind}."


def _ways(found: Trace) -> str:
    shown = min(len(found.paths), _DRAWN)
    if found.total is None:
        return f"These are {shown} of more ways than can be counted here."
    more = found.total - shown
    if more == 1:
        return "1 more way leads there."
    return f"{more:,} more ways lead there." if more else ""


def _beginning(found: Trace) -> Iterator[Parts]:
    """What to type where nothing is known of the way."""
    if not found.introduced_on and not any(p.steps[-1].about for p in found.paths):
        typed = f"netlog intro {found.person.handle} --by WHO --on DAY"
        yield advice("Who introduced you? ", typed)


def _data(found: Trace, currency: str) -> dict[str, Any]:
    """The trace for programs; paths_total is "more" where nobody can count them."""
    return {
        "person": brief(found.person),
        "outcome": found.entry and entry_data(found.entry, currency),
        "paths": [_path(path, currency) for path in found.paths],
        "paths_total": _MORE if found.total is None else found.total,
        "roots": [brief(root) for root in found.roots],
        "days_from_introduction": found.days_from_introduction,
        "credit": [
            brief(share.person) | money_data(share.cents, currency)
            for share in found.shares
        ],
        "others": [entry.id for entry in found.others],
    }


def _path(path: TracePath, currency: str) -> dict[str, Any]:
    steps = [_step(step, currency) for step in path.steps]
    return {"steps": steps, "root": path.root and brief(path.root)}


def _step(step: TraceStep, currency: str) -> dict[str, Any]:
    return {
        "type": step.type,
        "date": step.day,
        "person": brief(step.person),
        "days_from_previous": step.days,
    } | _about(step, currency)


def _about(step: TraceStep, currency: str) -> dict[str, Any]:
    """What only this step has."""
    about = step.about
    if isinstance(about, Entry):
        return entry_data(about, currency)
    if isinstance(about, Link):
        by = step.introducer and brief(step.introducer)
        number = {"introduction": about.introduction, "state": about.state}
        return number | {"introducer": by}
    if about:
        return {"touch": about.id, "kind": about.kind, "place": about.place}
    return {}
