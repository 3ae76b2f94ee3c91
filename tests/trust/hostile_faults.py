"""Names that are not cleaned: mistakes that the hostile names must find."""

from collections.abc import Callable, Mapping
from importlib import import_module


def _uncleaned(module: str, name: str = "clean") -> Callable[[], None]:
    """Have a part of netlog pass names on as they are."""

    def make() -> None:
        setattr(import_module(module), name, lambda text: text)

    return make


FAULTS: Mapping[str, Callable[[], None]] = {
    form: _uncleaned(f"netlog.output.{form}")
    for form in (
        *("wrapping", "plain_text", "csv_text", "dot_text", "mermaid_text", "table"),
    )
} | {
    "json_text": _uncleaned("netlog.output.json_text", "_clean"),
    "errors": _uncleaned("netlog.cli"),
    "warnings": _uncleaned("netlog.output.write"),
}
"""Each mistake by its name."""
