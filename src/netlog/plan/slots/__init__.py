"""The slots of a plan, in the order they are printed."""

from netlog.plan.slots import (
    follow_up,
    keep,
    new,
    numbers,
    promises,
    reconnect,
    stuck,
    thank,
)

IN_ORDER = (promises, follow_up, new, keep, reconnect, stuck, thank, numbers)
