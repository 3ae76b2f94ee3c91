"""netlog why: what decided."""

from collections.abc import Iterable
from typing import Annotated, Any

from typer import Context

from netlog.options import Who, app_of, option
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Part,
    command_line,
    name,
    part,
    soft,
)
from netlog.plan.context import context_for
from netlog.plan.inputs import inputs_for
from netlog.plan.result import Plan
from netlog.plan.score import ScoredTerm, total
from netlog.plan.week import plan_for
from netlog.plan.why import Reason, Why, smallest_change, why
from netlog.repository import finding
from netlog.views.due import TITLES, term_data
from netlog.views.wording import brief


def command(
    ctx: Context,
    who: Who,
    cite: Annotated[
        bool, option("--cite", help_text="With the source of every weight.")
    ] = False,
) -> None:
    """Why somebody is in the plan, or what keeps them out and how to lift it."""
    app = app_of(ctx)
    person = finding.find(app.store, app.typed.phrase(who))
    context = context_for(app.today, app.settings)
    plan = plan_for(context, app.store)
    reasons = why(person, plan, inputs_for(context, app.store))
    app.show(_answer(reasons, plan, cite=cite))


def _answer(found: Why, plan: Plan, *, cite: bool) -> Answer:
    """Every term behind a place, or the gate and the command that lifts it."""
    title = (name(found.person.name), soft(f" ({found.person.handle}), "), *_week(plan))
    blocks = [_block(reason, found, cite=cite) for reason in found.reasons]
    if found.gate:
        blocks.insert(0, Block("Held back", (_gate(found),)))
    change = smallest_change(found, plan.context.week.sunday)
    if change and not found.gate:
        said = (part("what would bring them in: "), command_line(change))
        blocks.append(Block("", (Item(said),)))
    return Answer("why", _data(found, change), page=Page(title, tuple(blocks)))


def _week(plan: Plan) -> tuple[Part, ...]:
    return (part(f"week {plan.context.week.number}"), soft(f" ({plan.context.lens})"))


def _gate(found: Why) -> Item:
    lift = ((command_line(found.lift),),) if found.lift else ()
    return Item((part(found.gate),), lift, record=("gate", found.gate, found.lift))


def _block(reason: Reason, found: Why, *, cite: bool) -> Block:
    place = f": place {reason.place} of {reason.of}" if reason.place else ""
    shown = ", an alternate" * (found.alternate and reason.slot == "new")
    state = shown if reason.shown else ", not shown"
    title = f"{TITLES[reason.slot]}{place}{state}"
    items = [Item((part(reason.text),), record=(reason.slot, reason.text))]
    items += [_term(term, reason, cite=cite) for term in reason.terms]
    if reason.terms:
        items.append(_sum(reason))
    return Block(title, tuple(items))


def _term(term: ScoredTerm, reason: Reason, *, cite: bool) -> Item:
    figures = f"{term.points:7.3f}  {term.name}: {term.measure:g} × {term.weight:g}"  # noqa: RUF001 (times)
    said = f", {term.text}" if term.text else ""
    same = "; the same for everybody, decides nothing" * (term.name in reason.same)
    source = ((soft(term.source),),) if cite else ()
    record = (term.name, f"{term.measure:g}", f"{term.weight:g}", f"{term.points:.3f}")
    return Item((part(figures), soft(f"{said}{same}")), source, record)


def _sum(reason: Reason) -> Item:
    score = total(reason.terms)
    behind = f", {reason.behind:.3f} short of being shown" if reason.behind else ""
    record = ("score", f"{score:.3f}")
    return Item((part(f"{score:7.3f}  in all{behind}"),), record=record)


def _data(found: Why, change: str) -> dict[str, Any]:
    """The reasons for programs."""
    return {
        "person": brief(found.person),
        "gate": found.gate or None,
        "lift": found.lift or None,
        "brings_in": change or None,
        "reasons": list(_reasons(found.reasons)),
    }


def _reasons(reasons: Iterable[Reason]) -> Iterable[dict[str, Any]]:
    for reason in reasons:
        yield reason._asdict() | {
            "score": total(reason.terms),
            "terms": [term_data(term) for term in reason.terms],
        }
