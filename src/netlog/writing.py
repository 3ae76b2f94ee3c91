"""Which format an answer is written in, and by whom."""

import os
from collections.abc import Mapping
from importlib import import_module
from typing import IO

from netlog.output import FORMATS
from netlog.output.answer import Answer


def write(answer: Answer, chosen: str, stream: IO[str]) -> None:
    """Write an answer; the usual format is for people or programs as they read."""
    if on_terminal(answer, chosen, stream):
        from netlog.output.table import show

        show(answer, stream, colour=wants_colour(os.environ))
    else:
        text = import_module(FORMATS[chosen or "page"]).render(answer)
        stream.write(_fitting(text, stream) if chosen == "json" else text)
    stream.flush()


def _fitting(text: str, stream: IO[str]) -> str:
    from netlog.output.json_text import fitting

    return fitting(text, stream)


def on_terminal(answer: Answer, chosen: str, stream: IO[str]) -> bool:
    """Whether rich is called for: a terminal, and more than a sentence."""
    rich = answer.table is not None or (
        answer.page is not None and bool(answer.page.title)
    )
    return chosen in {"", "page"} and rich and stream.isatty()


def wants_colour(environment: Mapping[str, str]) -> bool:
    """NO_COLOR, FORCE_COLOR=0 and a dumb terminal all mean none."""
    return (
        not environment.get("NO_COLOR")
        and environment.get("FORCE_COLOR") != "0"
        and environment.get("TERM") != "dumb"
    )
