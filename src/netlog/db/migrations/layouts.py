"""The texts by which each schema lays its tables and indexes out, step upon step."""

from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import Any

from netlog.db.migrations import schema_1


def statements(number: int) -> list[str]:
    """What is run to come to a schema from the one before."""
    return _split(step(number).SQL)


def rebuilt(number: int) -> Mapping[str, Callable[[str], str]]:
    """The tables that a step lays out anew, and how their texts are made."""
    return getattr(step(number), "REBUILT", {})


def filled(number: int) -> Mapping[str, Mapping[str, str]]:
    """The columns that a step fills, new ones and others, and with what; by table."""
    return getattr(step(number), "COLUMNS", {})


def dropped(number: int) -> Collection[str]:
    """The indexes of those tables that are no more, or are made anew by the step."""
    return getattr(step(number), "DROPPED", ())


def texts_of(version: int) -> list[str]:
    """The text of every table and index of a schema."""
    texts = {text.split()[2]: text for text in _split(schema_1.SQL)}
    for number in range(2, version + 1):
        texts |= {name: make(texts[name]) for name, make in rebuilt(number).items()}
        texts = {name: texts[name] for name in texts if name not in dropped(number)}
        texts |= {text.split()[2]: text for text in statements(number)}
    return list(texts.values())


def step(number: int) -> Any:
    """The module of the step to a schema."""
    return import_module(f"netlog.db.migrations.to_{number}")


def _split(text: str) -> list[str]:
    return [" ".join(statement.split()) for statement in text.split(";\n")]
