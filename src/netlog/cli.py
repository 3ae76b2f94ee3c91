"""The root of the command line: options, the lazy group, errors → exit codes."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from errno import ENAMETOOLONG
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import Annotated, Any

import typer
from typer import Context, Option
from typer.core import TyperCommand, TyperGroup

from netlog import __version__
from netlog.app import OPTIONS, App
from netlog.commands import BY_NAME, COMMANDS, PANELS
from netlog.domain.names import clean
from netlog.errors import (
    DatabaseError,
    NetlogError,
    ReaderGoneError,
    StoppedError,
    UsageError,
)
from netlog.output import CHOICES, MORE
from netlog.output.write import say
from netlog.streams import open_streams, silence_stdout

# Some Typers put what must be there in braces.
_BRACES = str.maketrans("", "", "{}")
# Every complaint of the parser; Typer exports the class only by its children.
_PARSER_ERROR: Any = typer.BadParameter.__base__
_STOPPED = (
    "Interrupted; a change is stored whole or not at all.",
    "netlog history says which; the next command that writes finishes a forget.",
)


def options_of(ctx: Context) -> dict[str, Any]:
    """The options that every command takes, wherever they stood."""
    found: dict[str, Any] = ctx.meta.setdefault(OPTIONS, {})
    return found


def _keep(ctx: Any, param: Any, value: Any) -> Any:
    name = param.name
    if value == "":  # a script's variable that is not set: the own people are not meant
        raise UsageError(f"--{name} says nothing.", "Leave it out, or say something.")
    if name == "format" and ctx.parent:
        _check_format(ctx.info_name, value)
    if value:
        options_of(ctx)[name] = value
    return value


def _check_format(command: str | None, chosen: str | None) -> None:
    """A format stands before a command, too: then it is checked when that is known."""
    known = (*MORE.get(command or "", ()), *CHOICES)
    if chosen and chosen not in known:
        raise UsageError(
            f"There is no format {chosen[:40]}.", f"Use {', '.join(known)}."
        )


def _shared_option(name: str, told: str, metavar: str | None = None) -> Any:
    return Option(name, help=told, metavar=metavar, expose_value=False, callback=_keep)


def _shared(
    json: Annotated[bool, _shared_option("--json", "Answer in JSON.")] = False,
    format: Annotated[str | None, _shared_option("--format", "", "FORMAT")] = None,
    db: Annotated[
        str | None, _shared_option("--db", "Use this database.", "FILE")
    ] = None,
    today: Annotated[
        str | None,
        _shared_option("--today", "Take this day for today (YYYY-MM-DD).", "DAY"),
    ] = None,
) -> None:
    """The options that every command takes; `_keep` is told their values."""
    del json, format, db, today


@cache
def _shared_params() -> list[Any]:
    params: list[Any] = _made(_shared, "netlog").params
    return params


def shared_options(command: str = "") -> list[Any]:
    """--json, --format, --db and --today, for the root and for every command."""
    *formats, last = (*MORE.get(command, ()), *CHOICES)
    options = [copy(option) for option in _shared_params()]
    options[1].help = f"{', '.join(formats)} or {last}."
    return options


@cache
def load_command(name: str) -> Any:
    """The real command of that name, imported only now."""
    function = import_module(BY_NAME[name].module).command
    command = _made(function, name, cls=PlainCommand, help=function.__doc__)
    command.params.extend(shared_options(name))
    return command


def run_line(app: App) -> None:
    """Run the command line of an application by itself."""
    name, *words = app.arguments
    if name not in BY_NAME:
        raise _no_command(name)
    command = load_command(name)
    with command.make_context(name, words, obj=app) as ctx:
        command.invoke(ctx)


def _made(function: Callable[..., None], name: str, **settings: Any) -> Any:
    """What Typer makes of a function: only Typer calls its own constructors."""
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, **settings)(function)
    return typer.main.get_command(single)


class PlainCommand(TyperCommand):
    """A command whose usage line shows arguments as they are called."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """WHO for an argument that must be there, [WHO] for one that may."""
        pieces = super().collect_usage_pieces(ctx)
        return [piece.translate(_BRACES).removesuffix("...") for piece in pieces]


class LazyGroup(TyperGroup):
    """The root: knows every command by name, imports the one that is run."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All names in the order of the panels."""
        del ctx
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command's name and summary, enough for help and completion."""
        del ctx
        entry = BY_NAME.get(cmd_name)
        return entry and _made(_nothing, entry.name, help=entry.summary)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command itself, or a usage error with the nearest name."""
        if args[0] in BY_NAME:
            return args[0], load_command(args[0]), args[1:]
        if ctx.resilient_parsing:  # TAB was typed: a shell wants no errors
            return None, None, args
        raise _no_command(args[0])

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what an error advises is about the same database."""
        try:
            with _interruptible():
                return super().invoke(ctx)
        except NetlogError as error:
            if isinstance(ctx.obj, App):
                of_file = isinstance(error, DatabaseError)
                error.advice = ctx.obj.naming(error.advice, BY_NAME, of_file=of_file)
            raise

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands panel by panel."""
        del ctx
        for panel in PANELS:
            rows = [(e.name, e.summary) for e in COMMANDS if e.panel == panel]
            with formatter.section(panel):
                formatter.write_dl(rows)


def _nothing() -> None:
    """What a command does of which only the name and the summary are asked."""


def _no_command(name: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, BY_NAME, n=1)
    advice = f"Did you mean netlog {near[0]}?" if near else "netlog --help lists them."
    return UsageError(f"There is no command {name[:40]}.", advice)


def _version(value: bool) -> None:
    if value:
        sys.stdout.write(f"netlog {__version__}\n")
        sys.stdout.flush()
        raise typer.Exit


def root(
    ctx: Context,
    version: Annotated[
        bool,
        Option(
            "--version", help="Print the version.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Remember whom you met, what you promised, and who introduced whom.

    On Monday, netlog due says whom to have one coffee with that is new.
    """
    del version
    _check_format(ctx.invoked_subcommand, options_of(ctx).get("format"))
    ctx.obj = app = App(options_of(ctx), ctx.obj, run_line)
    ctx.call_on_close(app.close)
    if ctx.invoked_subcommand is None:
        due = load_command("due")
        with due.make_context("due", [], parent=ctx) as inner:
            due.invoke(inner)


def build(arguments: Sequence[str] = ()) -> Any:
    """The command netlog, ready to run.

    A line that begins with a command has no options of the root, and makes none.
    """
    optionless = bool(arguments) and arguments[0] in BY_NAME
    app = typer.Typer(
        cls=LazyGroup,
        add_completion=not optionless,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(root)
    group = typer.main.get_command(app)
    if not optionless:
        group.params[1:1] = shared_options()
    return group


def run(arguments: list[str]) -> int:
    """Run one command line; gives the exit code."""
    open_streams()
    try:
        return _run(arguments)
    except NetlogError as error:
        return _say(error, arguments)
    except ReaderGoneError:
        silence_stdout()
        return 0
    except OSError as error:
        silence_stdout()
        return _say(_os_error(error), arguments)
    except Exception as error:  # noqa: BLE001 (nothing private may be shown)
        return _say(_unforeseen(error), arguments)


def _run(arguments: list[str]) -> int:
    try:
        with _interruptible():
            code = build(arguments).main(
                args=arguments, prog_name="netlog", standalone_mode=False, obj=arguments
            )
            if code == StoppedError.exit_code:  # what Typer makes of Ctrl-C
                raise KeyboardInterrupt
    except _PARSER_ERROR as error:
        raise _usage(error, arguments) from error
    return code if isinstance(code, int) else 0


@contextmanager
def _interruptible() -> Iterator[None]:
    """Make Ctrl-C an error like others, which is said."""
    try:
        yield
    except (KeyboardInterrupt, typer.Abort) as error:
        raise StoppedError(*_STOPPED) from error


def _usage(error: Any, arguments: list[str]) -> UsageError:
    """What the parser says, as a sentence and a piece of advice."""
    name = next((f" {word}" for word in arguments if word in BY_NAME), "")
    message = " ".join(error.format_message().split())
    return UsageError(message, f"netlog{name} --help shows what it takes.")


def _os_error(error: OSError) -> NetlogError:
    if error.errno == ENAMETOOLONG:
        return UsageError("That is too long a name for a file.", "Name another one.")
    what = error.strerror or "nobody takes it"
    return NetlogError(
        f"The answer could not be written or a file not read: {what}.",
        "What was changed before that is kept; netlog history shows it.",
    )


def _unforeseen(error: Exception) -> NetlogError:
    if os.environ.get("NETLOG_TRACEBACK"):
        raise error
    return NetlogError(
        f"Something unforeseen happened ({type(error).__name__}).",
        "netlog history says if it is stored. Report it: NETLOG_TRACEBACK=1 shows all.",
    )


def _say(error: NetlogError, arguments: list[str]) -> int:
    if "--json" in arguments or "json" in _formats(arguments):
        from netlog.output.json_text import error as rendered, fitting

        text = fitting(rendered(error), sys.stderr)
    else:
        advice = f"\n{clean(error.advice)}" if error.advice else ""
        text = f"netlog: {clean(error.sentence)}{advice}\n"
    if isinstance(error, StoppedError) and sys.stderr.isatty():
        text = f"\n{text}"  # a terminal shows ^C where it was typed
    say(text)
    return error.exit_code


def _formats(arguments: list[str]) -> list[str]:
    """What stands behind --format, for errors that come before it is read."""
    words = " ".join(arguments).replace("--format=", "--format ").split()
    return [after for word, after in pairwise(words) if word == "--format"]
