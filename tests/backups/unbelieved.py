"""Ten ways in which a backup loses its manifest, or cannot be believed any more."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Way = Callable[[Path], None]


def _text(change: Callable[[str], str]) -> Way:
    """Write something else into the manifest."""

    def done(copy: Path) -> None:
        manifest = copy.with_suffix(".json")
        manifest.write_text(change(manifest.read_text("utf-8")), encoding="utf-8")

    return done


def _saying(**other: Any) -> Way:
    """Have the manifest say something else."""

    def said(text: str) -> str:
        return json.dumps(json.loads(text) | other)

    return _text(said)


def _gone(copy: Path) -> None:
    copy.with_suffix(".json").unlink()


def _renamed(copy: Path) -> None:
    copy.with_suffix(".json").rename(copy.with_suffix(".json.old"))


def _copy_renamed(copy: Path) -> None:
    copy.rename(copy.with_name("keep.db"))


def _folder(copy: Path) -> None:
    _gone(copy)
    copy.with_suffix(".json").mkdir()
    (copy.with_suffix(".json") / "note").write_text("mine", encoding="utf-8")


def _pipe(copy: Path) -> None:
    _gone(copy)
    os.mkfifo(copy.with_suffix(".json"))


WAYS: Mapping[str, Way] = {
    "gone": _gone,
    "emptied": _text(lambda _: ""),
    "cut short": _text(lambda text: text[: len(text) // 2]),
    "another kind": _text(lambda _: '{"name": "a package"}'),
    "another size": _saying(size=7),
    "another digest": _saying(sha256="00" * 32),
    "renamed": _renamed,
    "a folder": _folder,
    "a pipe": _pipe,
    "a newer one": _saying(manifest="netlog.manifest/9", colour="red"),
}
"""Each way by its name; it is given the copy."""
MORE: Mapping[str, Way] = {
    "of another moment": _saying(at="2024-01-01T00:00:00.000000+00:00"),
    "the number of another": _saying(number=1),
    "the copy renamed": _copy_renamed,
}
"""Ways beyond the ten."""
