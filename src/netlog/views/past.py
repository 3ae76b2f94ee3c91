"""A week that is over, as a page and for programs."""

from typing import Any

from netlog.domain.dates import spell
from netlog.output.answer import Answer, Block, Item, Page, name, part, soft
from netlog.plan.past import PastWeek, Pinned
from netlog.views.due import TITLES
from netlog.views.wording import brief

_NOTHING = "Nobody was pinned: the first netlog due of a week does that."


def past_answer(past: PastWeek, lens: str) -> Answer:
    """Who was pinned in a week that is over, and what became of it."""
    week = past.week
    days = f" · {spell(week.monday)} to {spell(week.sunday)}"
    title = part(f"Week {week.number}", "title"), soft(f"{days} · what became of it")
    pinned = {each.slot for each in past.pinned}
    slots = [slot for slot in TITLES if slot in pinned] + sorted(pinned - set(TITLES))
    blocks = tuple(Block(_title(slot), _items(past, slot)) for slot in slots)
    foot = () if past.pinned else (_NOTHING,)
    return Answer("due", _data(past, lens), page=Page(title, blocks, foot))


def _title(slot: str) -> str:
    return TITLES.get(slot, slot.replace("_", " ").capitalize())


def _items(past: PastWeek, slot: str) -> tuple[Item, ...]:
    return tuple(_item(pinned) for pinned in past.pinned if pinned.slot == slot)


def _item(pinned: Pinned) -> Item:
    before = () if pinned.picked else (soft("or "),)
    person, text = pinned.person, pinned.became.text
    slot = pinned.slot if pinned.picked else "alternate"
    return Item(
        (*before, name(person.name), part(f" — {text}")),
        record=(slot, person.handle, person.name, text, ""),
    )


def _data(past: PastWeek, lens: str) -> dict[str, Any]:
    """The week for programs; the slots have the names that they have in a plan."""
    slots: dict[str, list[dict[str, Any]]] = {
        slot: [] for slot in ("new", "alternates", "keep", "reconnect")
    }
    for pinned in past.pinned:
        slot = pinned.slot if pinned.picked else "alternates"
        slots.setdefault(slot, []).append(_pinned_data(pinned))
    return {"week": past.week.code, "lens": lens, "past": True, **slots}


def _pinned_data(pinned: Pinned) -> dict[str, Any]:
    became = pinned.became
    facts = {"text": became.text, "became": became.word, "on": became.on}
    return brief(pinned.person) | facts
