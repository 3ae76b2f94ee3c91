"""netlog skip: not this week."""

from typer import Context

from netlog.db import sql
from netlog.domain.person import Person
from netlog.domain.spans import from_days, spell_every
from netlog.options import Who, app_of
from netlog.output.answer import Answer, Item, command_line, line, soft
from netlog.plan.cadence import cadence_of, cadences_for
from netlog.plan.context import context_for
from netlog.plan.gates import skip_weeks
from netlog.plan.week import plan_for, slot_of
from netlog.repository import finding, plan
from netlog.views.sentences import plan_change

_THRICE = 3


def command(ctx: Context, who: Who) -> None:
    """Leave somebody out of the plan until next Monday."""
    app = app_of(ctx)
    context = context_for(app.today, app.settings)
    with app.changing() as change:
        typed = app.typed.phrase(who)
        person = finding.find(change.store, typed, of_me=finding.NOT_OF_ME)
        slot = slot_of(person.id, plan_for(context, change.store))
        plan.put_off(change, person, context.week.code, "skip", slot)
        skips = sql.skips_of(change.store, person.id)
        kept = [skip for skip in skips if skip.slot == "keep"]
        cadence = cadence_of(
            cadences_for(app.settings, change.store), change.store, person
        )
    times = skip_weeks(kept) if slot == "keep" and change.wrote else 0
    proposed = cadence if times == _THRICE else None
    app.show(_answer(person, proposed, changed=change.wrote))


def _answer(person: Person, cadence: int | None, *, changed: bool) -> Answer:
    """That somebody is left out this week; with a cadence, that twice it may suit."""
    more = (_proposal(person, cadence),) if cadence else ()
    wake = f"netlog wake {person.handle}"
    left_out = "is left out this week"
    return plan_change("skip", person, left_out, wake, *more, changed=changed)


def _proposal(person: Person, cadence: int) -> Item:
    longer = from_days(2 * cadence)
    return line(
        soft(f"That is the third time; {spell_every(longer)} may suit better: "),
        command_line(f"netlog edit {person.handle} --every {longer.code()}"),
    )
