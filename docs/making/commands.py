"""One page of the reference for each command."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

import typer
from docs.making.blocks import table
from docs.making.console import UnexpectedError, typed
from docs.making.examples import DAY, EXAMPLES, SAMPLE, SAMPLE_DB, Example
from docs.making.session import Session

from netlog.cli import load_command, shared_options
from netlog.commands import COMMANDS, CommandEntry

_SHARED = {option.name for option in shared_options()}
_NOTE = (
    "Besides, every command takes `--json`, `--format FORMAT`, `--db FILE` and"
    " `--today DAY`, before or after its name, and `--help`: see"
    " [answers and formats](answers.md)."
)
_NOBODY = "nobody, or nothing, answers to that"
_SEVERAL = "two or more could be meant"


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page: its name and its text."""
    for entry in COMMANDS:
        yield f"{entry.name}.md", page(entry, EXAMPLES[entry.name], folder / entry.name)


def page(entry: CommandEntry, example: Example, folder: Path) -> str:
    """Usage, arguments, options, exit codes, an example and its JSON."""
    command = load_command(entry.name)
    parts = [
        f"# netlog {entry.name}",
        dedent(command.help).strip(),
        f"```\n{usage(command, entry.name)}\n```",
        *_arguments(command),
        *_options(command),
        _NOTE,
        "## Exit codes",
        table(("code", "when"), exits(entry.name, command, example)),
        "The others are in [exit codes](errors.md).",
        *_examples(example, folder),
    ]
    return "\n\n".join(parts) + "\n"


def usage(command: Any, name: str) -> str:
    """The line that a help page begins with."""
    context = typer.Context(command, info_name=name)
    return " ".join(["netlog", name, *command.collect_usage_pieces(context)])


def own(command: Any, sort: str) -> list[Any]:
    """The 'argument's or 'option's that are this command's alone."""
    found = [one for one in command.params if one.param_type_name == sort]
    return [one for one in found if one.name not in _SHARED]


def _arguments(command: Any) -> Iterator[str]:
    rows = [
        (
            f"`{one.metavar or one.name.upper()}`",
            one.help or "",
            "" if one.required else "may be left out",
        )
        for one in own(command, "argument")
    ]
    if rows:
        yield "## Arguments"
        yield table(("argument", "what it is", ""), rows)


def _options(command: Any) -> Iterator[str]:
    rows = [
        (names(one), one.help or "", "may be said again" if one.multiple else "")
        for one in own(command, "option")
    ]
    if rows:
        yield "## Options"
        yield table(("option", "what it says", ""), rows)


def names(option: Any) -> str:
    """An option as it is typed: `-k`, `--kind TEXT`."""
    value = "" if option.is_flag else f" {option.metavar or 'TEXT'}"
    told = [*option.opts, *option.secondary_opts]
    if option.type.name == "integer" and not option.metavar:
        value = " N"
    return ", ".join([*(f"`{one}`" for one in told[:-1]), f"`{told[-1]}{value}`"])


_WRONG = {
    "doctor": "something is wrong",
    "forget": "the database cannot be used; something of them is left, or of the words"
    " of `--verify`",
}
"""What exit 6 means where it is not the usual thing."""
_MISSING = {
    "done": _NOBODY,
    "import": "a file cannot be read",
    "schedule": "the machine has no cron, no launchd, or nothing that delivers",
}
"""What exit 3 means where nobody is asked for."""


def exits(name: str, command: Any, example: Example) -> Iterator[Sequence[str]]:
    """The codes that this command can end with by its own doing."""
    yield "0", "all went well"
    yield "2", "the line says something that cannot be meant"
    if name in _MISSING:
        yield "3", _MISSING[name]
    elif name == "restore":
        yield "3", "there is no such backup"
        yield "4", "two or more backups are of that day"
    elif _asks_who(command):
        yield "3", _NOBODY
        yield "4", _SEVERAL
    if example.refused:
        yield "5", example.refused
    yield "6", _WRONG.get(name, "the database cannot be used")
    if name == "due":
        yield "10", "with `--check`: something is due"


def _asks_who(command: Any) -> bool:
    return any("WHO" in (one.metavar or "") for one in command.params)


def _examples(example: Example, folder: Path) -> Iterator[str]:
    shown = prepared(example, Session(folder / "t", DAY))
    yield "## Example"
    yield typed(shown, example.shown, example.keys)
    yield "## JSON"
    if example.keys:
        yield "None: no program presses keys."
        return
    if example.like:
        yield f"The same as of [netlog {example.like}]({example.like}.md)."
        return
    line = f"{example.answer or example.shown[0]} --json"
    answer = prepared(example, Session(folder / "j", DAY)).piped(line)
    yield f"`{line}` answers:"
    yield f"```json\n{answer}```"


def prepared(example: Example, session: Session) -> Session:
    """A home in which everything is said that goes before the example."""
    for line in example.before:
        said = session.typed(line)
        if said.code:
            raise UnexpectedError(f"{line} ended with {said.code}:\n{said.text}")
        if line == SAMPLE:
            session.more["NETLOG_DB"] = SAMPLE_DB
    return session
