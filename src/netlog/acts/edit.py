"""Changing what is known of somebody."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netlog.acts.profile import NONE
from netlog.domain.person import Person

if TYPE_CHECKING:
    from netlog.storage.change import Change


def edit(
    change: "Change",
    person: Person,
    fields: Mapping[str, Any],
    details: Mapping[str, Sequence[str]],
) -> Person:
    """Set fields; details are added, and `none` takes out what there was."""
    for field, values in details.items():
        for value in values:
            if value == NONE:
                change.people.clear_details(person.id, field)
            else:
                change.people.put_detail(person.id, field, value)
    return change.people.edit(person, **fields)
