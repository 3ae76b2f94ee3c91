"""Ask back: introductions I made some weeks ago, and of which nothing is known."""

from netlog.db import sql
from netlog.domain.introduction import IntroductionNamed
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line
from netlog.plan.terms.new import days_ago

_LEAVES = 91
"""After a quarter nobody is asked any more."""


def fill(inputs: PlanInputs) -> tuple[Line, ...]:
    """One line an introduction, the oldest first."""
    settings = inputs.context.settings
    first = inputs.active.back(_LEAVES)
    last = inputs.active.back(7 * settings.ask_back_weeks)
    made = sql.made_by_me(inputs.store, first, last)
    lines = (_line(inputs, introduction) for introduction in made)
    return tuple(line for line in lines if line)


def _line(inputs: PlanInputs, introduction: IntroductionNamed) -> Line | None:
    a, b = introduction.pair
    person = sql.person(inputs.store, a.id)
    if person is None or inputs.gates.put_off(person):
        return None
    when = days_ago((inputs.context.today - introduction.day).days)
    return Line(
        person,
        f"you introduced {b.name} {when}: did they meet?",
        f"netlog intro {a.handle} {b.handle} --state met",
        more={"introduction": introduction.id, "other": b.handle},
    )
