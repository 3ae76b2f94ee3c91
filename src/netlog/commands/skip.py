"""netlog skip: not this week."""

from typer import Context

from netlog.params import Who, app_of
from netlog.plan.frame import frame_for
from netlog.plan.gates import skip_weeks
from netlog.plan.week import plan_for, slot_of
from netlog.views.put_off import skipped


def command(ctx: Context, who: Who) -> None:
    """Leave somebody out of the plan until next Monday."""
    app = app_of(ctx)
    frame = frame_for(app.today, app.settings)
    with app.changing() as change:
        person = change.people.find(app.typed.phrase(who))
        slot = slot_of(person.id, plan_for(frame, change.planning))
        change.planning.put_off(person, frame.week.code, "skip", slot)
        skips = change.planning.skips_of(person.id)
    kept = [skip for skip in skips if skip.slot == "keep"]
    app.show(skipped(person, skip_weeks(kept) if slot == "keep" else 0))
