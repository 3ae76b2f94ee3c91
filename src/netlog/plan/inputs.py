"""What the slots of one week work with."""

from netlog.db.store import Store
from netlog.namedtuple import NamedTuple
from netlog.plan.active import ActiveTime, active_time
from netlog.plan.context import PlanContext
from netlog.plan.facts import FactsLoader
from netlog.plan.gates import Gates, gates_for


class PlanInputs(NamedTuple):
    """What every slot works with.

    `where` is the city of a trip, '' at home.
    """

    context: PlanContext
    store: Store
    active: ActiveTime
    gates: Gates
    load_facts: FactsLoader
    where: str = ""


def inputs_for(context: PlanContext, store: Store, where: str = "") -> PlanInputs:
    """What the slots of a week work with; `where` is the city of a trip."""
    active = active_time(context, store)
    gates = gates_for(context, store, active)
    loader = FactsLoader(context, store, where)
    return PlanInputs(context, store, active, gates, loader, where)
