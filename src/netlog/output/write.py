"""Which format an answer is written in, and by whom; words beside it."""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import IO

from netlog.domain.names import clean
from netlog.output import ANSWER_FORMATS
from netlog.output.answer import Answer


def write(answer: Answer, chosen: str, stream: IO[str]) -> None:
    """Write an answer; the usual format is for people or programs as they read."""
    if on_terminal(answer, chosen, stream):
        from netlog.output.table import show

        show(answer, stream, colour=wants_colour(os.environ))
    else:
        text = import_module(ANSWER_FORMATS[chosen or "page"]).render(answer)
        stream.write(_fitting(text, stream) if chosen == "json" else text)
    stream.flush()


def _fitting(text: str, stream: IO[str]) -> str:
    from netlog.output.json_text import fitting

    return fitting(text, stream)


def on_terminal(answer: Answer, chosen: str, stream: IO[str]) -> bool:
    """Whether rich is called for: a terminal, and more than a sentence."""
    titled = answer.page is not None and bool(answer.page.title)
    rich = answer.table is not None or answer.sheet is not None or titled
    return chosen in {"", "page"} and rich and stream.isatty()


def wants_colour(environment: Mapping[str, str]) -> bool:
    """NO_COLOR, FORCE_COLOR=0 and a dumb terminal all mean none."""
    return (
        not environment.get("NO_COLOR")
        and environment.get("FORCE_COLOR") != "0"
        and environment.get("TERM") != "dumb"
    )


def tell(text: str) -> None:
    """Lines for a person, to stderr, clean but for the blanks that stand together."""
    for line in text.split("\n"):
        parts = re.split("( {2,})", line)
        kept = (part if part.isspace() else clean(part) for part in parts)
        say(f"{''.join(kept)}\n")


def warn(text: str) -> None:
    """One line to stderr, in netlog's name."""
    say(f"netlog: {clean(text)}\n")


def say(text: str) -> None:
    """Text to stderr; where nobody can take it the command goes on without."""
    with suppress(OSError):
        sys.stderr.write(text)
