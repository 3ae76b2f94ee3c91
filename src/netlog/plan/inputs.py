"""What the slots of one week work with."""

from netlog.db.store import Store
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext
from netlog.plan.facts import FactsLoader
from netlog.plan.gates import Gates, gates_for


class PlanInputs(NamedTuple):
    """What every slot with a score works with."""

    context: PlanContext
    store: Store
    gates: Gates
    load_facts: FactsLoader


def inputs_for(context: PlanContext, store: Store) -> PlanInputs:
    """What the slots of a week work with."""
    gates = gates_for(context, store)
    return PlanInputs(context, store, gates, FactsLoader(context, store))
