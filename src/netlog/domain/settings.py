"""What the user can set: the plan's sizes and weights, dates, kinds of touch."""

from collections.abc import Mapping

from netlog.domain.kinds import TOUCH_KINDS, TouchKind
from netlog.namedtuple import NamedTuple

LENSES = ("alternate", "open", "focused")
DATE_ORDERS = ("", "dmy", "mdy")


class Settings(NamedTuple):
    """Every setting with the value it has when the config is silent.

    `weights` holds only what was set, by slot and term: {"new.luck": 0.5}.
    """

    database: str = ""
    date_order: str = ""
    lens: str = "alternate"
    keep: int = 5
    reconnect: int = 1
    thank: int = 10
    coffees: int = 50
    currency: str = ""
    early: int = 180
    weights: Mapping[str, float] = {}
    touch_kinds: Mapping[str, TouchKind] = TOUCH_KINDS
