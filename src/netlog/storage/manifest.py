"""The manifest beside a backup, as JSON."""

import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

from netlog.domain.backup import Manifest
from netlog.storage.folders import sync

FORMAT = "netlog.manifest/1"
_NUMBERS = ("number", "schema", "change", "size")


def text_of(manifest: Manifest) -> str:
    """A manifest as JSON."""
    values = manifest._asdict() | {
        "day": manifest.day.isoformat(),
        "at": manifest.at.isoformat(timespec="microseconds"),
    }
    return json.dumps({"manifest": FORMAT} | values, indent=2) + "\n"


def manifest_from(text: str) -> Manifest | None:
    """The manifest that a text is; None where it is none."""
    try:
        values = json.loads(text)
        if values.pop("manifest") != FORMAT:
            return None
        values["day"] = date.fromisoformat(values["day"])
        values["at"] = datetime.fromisoformat(values["at"])
        return Manifest(**values) if _is_well_typed(values) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _is_well_typed(values: dict[str, Any]) -> bool:
    """Whether each value is of its kind, people are counted, the moment has a zone."""
    rows = values["rows"]
    return (
        all(isinstance(values[field], str) for field in ("database", "why", "sha256"))
        and all(isinstance(values[field], int) for field in _NUMBERS)
        and isinstance(values["cleaned"], bool)
        and all(isinstance(number, int) for number in rows.values())
        and {"person", "touch"} <= rows.keys()
        and values["at"].tzinfo is not None
    )


def read(path: Path) -> Manifest | None:
    """The manifest in a file; None where there is none."""
    try:
        return manifest_from(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def write(path: Path, manifest: Manifest) -> None:
    """Put a manifest in its place, 0600, whole and on the disk, or not at all."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    held = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(held, "w", encoding="utf-8") as file:
        file.write(text_of(manifest))
        file.flush()
        os.fsync(held)
    fresh.rename(path)
    sync(path.parent)
