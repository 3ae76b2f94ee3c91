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
from netlog.output.signs import signs_for

_FOR_PEOPLE = {"", "page"}


def write(answer: Answer, chosen: str, stream: IO[str]) -> None:
    """Write an answer; the usual format is for people or programs as they read."""
    if on_terminal(answer, chosen, stream):
        from netlog.output.table import show

        show(answer, stream, colour=wants_colour(os.environ))
    elif is_laid_out(answer, chosen) and forces_colour(os.environ):
        from netlog.output.table import show_in_pipe

        show_in_pipe(answer, stream)
    else:
        text = import_module(ANSWER_FORMATS[chosen or "page"]).render(answer)
        stream.write(_fitting(text, answer, chosen, stream))
    stream.flush()


def _fitting(text: str, answer: Answer, chosen: str, stream: IO[str]) -> str:
    """The same text in what its stream can write; records stay as they are."""
    if text.isascii():
        return text
    if chosen == "json":
        from netlog.output.json_text import fitting

        return fitting(text, stream)
    is_page = answer.page is not None or answer.sheet is not None
    if chosen in _FOR_PEOPLE and is_page:
        return text.translate(signs_for(stream))
    return text


def is_laid_out(answer: Answer, chosen: str) -> bool:
    """Whether it is a page with a title, and not sentences, a list or data."""
    titled = answer.page is not None and bool(answer.page.title)
    return chosen in _FOR_PEOPLE and (answer.sheet is not None or titled)


def on_terminal(answer: Answer, chosen: str, stream: IO[str]) -> bool:
    """Whether rich is called for: a terminal, and more than a sentence."""
    listed = answer.table is not None and chosen in _FOR_PEOPLE
    return (listed or is_laid_out(answer, chosen)) and stream.isatty()


def wants_colour(environment: Mapping[str, str]) -> bool:
    """On a terminal: NO_COLOR, FORCE_COLOR=0 and a dumb one all mean none."""
    return (
        not environment.get("NO_COLOR")
        and environment.get("FORCE_COLOR") != "0"
        and (environment.get("TERM") != "dumb" or forces_colour(environment))
    )


def forces_colour(environment: Mapping[str, str]) -> bool:
    """Also in a pipe: FORCE_COLOR or CLICOLOR_FORCE asks for it, not with a 0."""
    wished = (environment.get(name) for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
    return not environment.get("NO_COLOR") and any(
        wish not in {None, "", "0"} for wish in wished
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
