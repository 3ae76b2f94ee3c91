"""Leaving out of an import whoever was forgotten, unless they are there again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netlog.acts.importing.decide import Decision
from netlog.domain.forgetting import signs_of

if TYPE_CHECKING:
    from netlog.storage.forgotten import Forgotten


def leave_out(decisions: Sequence[Decision], forgotten: "Forgotten") -> list[Decision]:
    """The same decisions; somebody new who was forgotten becomes 'forgotten'.

    So does every other record of the files that is about them.
    """
    if not forgotten.marks:
        return list(decisions)
    met = {
        one.key
        for one in decisions
        if one.what != "unreadable" and one.key < 0 and forgotten.are_met(_signs(one))
    }
    return [
        one._replace(what="forgotten", handle="") if one.key in met else one
        for one in decisions
    ]


def _signs(one: Decision) -> set[str]:
    return signs_of([one.name], [(field, v) for (field, _), v in one.details.items()])
