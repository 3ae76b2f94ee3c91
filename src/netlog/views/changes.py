"""What was changed of somebody, field by field."""

from collections.abc import Iterable
from typing import Any

from netlog.domain.person import FieldChange
from netlog.domain.spans import parse_span, spell_every

_LABELS = {
    "said_known": "known",
    "no_sell": "no-sell",
    "entity": "is a",
    "connected_on": "connected on",
}
_HIDDEN = {"card"}
"""What nobody typed and nobody reads: the number that a file gave a card."""


def changes_said(changes: Iterable[FieldChange]) -> str:
    """Fields with what they were and are: city Rome → Boston; tag hr; '' for none."""
    return "; ".join(_said(one) for one in changes if one.field not in _HIDDEN)


def changes_data(changes: Iterable[FieldChange]) -> list[dict[str, Any]]:
    """The same for programs, as it is kept."""
    return [change._asdict() for change in changes]


def _said(change: FieldChange) -> str:
    field, was, now = change
    was, now = (_spelt(field, value) for value in (was, now))
    label = "" if field == "every" else f"{_LABELS.get(field, field)} "
    if not was:
        return f"{label}{now}"
    return f"{label}{was} → {now or 'none'}"


def _spelt(field: str, value: str) -> str:
    if field == "every" and value:
        return spell_every(parse_span(value))
    return " ".join(value.split())
