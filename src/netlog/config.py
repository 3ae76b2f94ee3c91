"""The config file: TOML, every key optional; what cannot be is said with its line."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from netlog.domain.kinds import KIND_CADENCES, PERSON_KINDS, TOUCH_KINDS, TouchKind
from netlog.domain.settings import (
    DATE_ORDERS,
    DAYS,
    LENSES,
    SIZES,
    TAG,
    WEEKS,
    Settings,
)
from netlog.domain.spans import parse_span
from netlog.errors import UsageError

Warn = Callable[[str], None]
_SLOTS = ("new", "keep", "reconnect")
_MOST_LINES = 10_000
_CADENCE = "a length of time like 13w, or none"
_LONGEST = 2**16
# Tables, arrays and dotted keys within one another, far beyond any use.
_DEEP = re.compile(r"(?:[.\[{][^.\[{\n]*){200}")


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _size(value: Any) -> int | None:
    fits = isinstance(value, int) and not isinstance(value, bool)
    return value if fits and 0 <= value <= _MOST_LINES else None


def _days(value: Any) -> int | None:
    return value if _size(value) else None


def _span(value: Any) -> str | None:
    """A cadence as it is typed; TOML's text alone."""
    try:
        return parse_span(value).code() if isinstance(value, str) else None
    except UsageError:
        return None


def _cadence(key: str, value: Any) -> str | None:
    """[cadence] client = "13w", "tag:board" = "6w"; "none" asks for nothing."""
    name = key.removeprefix("cadence.")
    if name not in PERSON_KINDS and not name.startswith(TAG):
        return None
    return "" if value == "none" else _span(value)


def _lens(value: Any) -> str | None:
    return value if value in LENSES else None


def _order(value: Any) -> str | None:
    return value if value in DATE_ORDERS else None


KEYS: dict[str, tuple[str, Callable[[Any], Any], str]] = {
    "database": ("database", _text, "a path"),
    "date_order": ("date_order", _order, '"dmy" or "mdy"'),
    "plan.lens": ("lens", _lens, '"open", "focused" or "alternate"'),
    **{f"plan.{size}": (size, _size, "a whole number") for size in SIZES},
    **{f"plan.{days}": (days, _days, "a number of days") for days in DAYS},
    **{f"plan.{weeks}": (weeks, _days, "a number of weeks") for weeks in WEEKS},
    "plan.everybody": ("everybody", _span, "a length of time like 26w"),
    "plan.young": ("young", _span, "a length of time like 8w"),
    "plan.a_week": ("a_week", _days, "a whole number above 0"),
    "currency": ("currency", _text, "a word like EUR"),
    "report.early": ("early", _days, "a number of days"),
    "report.lens_weeks": ("lens_weeks", _size, "a whole number"),
    "plan.held_within": ("held_within", _size, "a number of days"),
    "plan.coffees": ("coffees", _size, "a whole number"),
}
"""Key in the file → setting, what reads the value, and what it must be."""


def load_config(path: Path, warn: Warn) -> Settings:
    """The settings of a file that may not be there; `warn` gets unknown keys."""
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(_LONGEST + 1)
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The config {path} cannot be read.", "Mend it or move it away."
        ) from error
    if len(text) > _LONGEST:
        raise UsageError(
            f"The config {path} is larger than 64 KiB.", "Mend it or move it away."
        )
    return settings_from(text, str(path), warn)


def settings_from(text: str, path: str, warn: Warn) -> Settings:
    """The settings that a config says; UsageError names file, key and line."""
    return _Reading(text, path, warn).settings(_tables(text, path))


def _tables(text: str, path: str) -> dict[str, Any]:
    """What the TOML says, as long as it is no riddle."""
    import tomllib

    try:
        if not _DEEP.search(text):
            return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}.", "Mend that line.") from error
    except (RecursionError, ValueError):  # nested lists; numbers of 5,000 digits
        pass
    raise UsageError(
        f"{path} nests too deep, or holds a number that is too long.",
        "Mend it or move it away.",
    )


class _Reading:
    """One config file while it is read."""

    def __init__(self, text: str, path: str, warn: Warn) -> None:
        self.lines = text.splitlines()
        self.path = path
        self.warn = warn

    def settings(self, tables: Mapping[str, Any]) -> Settings:
        """Every known key in its place."""
        fields: dict[str, Any] = {}
        weights: dict[str, float] = {}
        kinds = dict(TOUCH_KINDS)
        cadences = dict(KIND_CADENCES)
        for key, value in _flat(tables):
            if key in KEYS:
                field, read, wanted = KEYS[key]
                fields[field] = self._good(key, read(value), wanted)
            elif key.startswith("weights."):
                weights[self._term(key)] = self._good(key, _weight(value), "a number")
            elif key.startswith("cadence."):
                wanted = f"{_CADENCE}, by a kind or a tag"
                name = key.removeprefix("cadence.")
                cadences[name] = self._good(key, _cadence(key, value), wanted)
            elif key.startswith("touch."):
                wanted = "in_person, sit_down, two_way"
                kind = self._good(key, _kind(key, value), wanted)
                kinds[kind.name] = kind
            else:
                self._unknown(key)
        return Settings(**fields)._replace(
            weights=weights, touch_kinds=kinds, cadence=cadences
        )

    def _term(self, key: str) -> str:
        from netlog.plan.terms import BY_SLOT

        term = key.removeprefix("weights.").replace("_", " ")
        known = [
            f"{slot}.{each.name}"
            for slot, terms in BY_SLOT.items()
            for each, _ in terms
        ]
        if term not in known:
            self._unknown(key, [f"weights.{name.replace(' ', '_')}" for name in known])
        return term

    def _good(self, key: str, value: Any, wanted: str) -> Any:
        if value is None:
            raise UsageError(
                f"{self.path}, line {self._line(key)}: {key} must be {wanted}.",
                "Mend that line, or take it out.",
            )
        return value

    def _unknown(self, key: str, known: list[str] | None = None) -> None:
        from difflib import get_close_matches

        near = get_close_matches(key, [*KEYS, *(known or [])], n=1)
        guess = f" Did you mean {near[0]}?" if near else ""
        self.warn(f"{self.path}: there is no key {key}.{guess}")

    def _line(self, key: str) -> int:
        last = re.escape(key.rpartition(".")[2])
        for number, line in enumerate(self.lines, 1):
            if re.match(rf"\s*[\w.\"']*\b{last}\b[\"']?\s*=", line):
                return number
        return 1


def _flat(tables: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Dotted keys and their values; the table of a touch kind is one value."""
    for name, value in tables.items():
        key = f"{before}{name}"
        if isinstance(value, dict) and before != "touch.":
            yield from _flat(value, f"{key}.")
        else:
            yield key, value


def _weight(value: Any) -> float | None:
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if fits and abs(value) <= 1000 else None  # noqa: PLR2004 (far beyond any use)


def _kind(key: str, value: Any) -> TouchKind | None:
    """[touch.walk] in_person = true, sit_down = true; the name is one word."""
    name = key.removeprefix("touch.")
    if not isinstance(value, dict):
        return None
    known = set(value) <= {"in_person", "sit_down", "two_way"}
    if not known or not name.isidentifier() or name != name.lower():
        return None
    sit_down = value.get("sit_down") is True
    in_person = sit_down or value.get("in_person") is True
    two_way = in_person or value.get("two_way") is True
    return TouchKind(name, in_person, sit_down, two_way)
