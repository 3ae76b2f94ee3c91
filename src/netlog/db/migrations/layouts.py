"""The texts by which each schema lays its tables and indexes out, step upon step."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from netlog.db.migrations import schema_1


def statements(number: int) -> list[str]:
    """What is run to come to a schema from the one before."""
    return _split(_step(number).SQL)


def rebuilt(number: int) -> Mapping[str, Callable[[str], str]]:
    """The tables that a step lays out anew, and how their texts are made."""
    return getattr(_step(number), "REBUILT", {})


def texts_of(version: int) -> list[str]:
    """The text of every table and index of a schema."""
    texts = {text.split()[2]: text for text in _split(schema_1.SQL)}
    for number in range(2, version + 1):
        texts |= {text.split()[2]: text for text in statements(number)}
        texts |= {name: make(texts[name]) for name, make in rebuilt(number).items()}
    return list(texts.values())


def _step(number: int) -> Any:
    return import_module(f"netlog.db.migrations.to_{number}")


def _split(text: str) -> list[str]:
    return [" ".join(statement.split()) for statement in text.split(";\n")]
