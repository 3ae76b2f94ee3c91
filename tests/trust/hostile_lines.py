"""Lines of every command, to be typed among people with hostile names.

WHO, OTHER and THIRD stand for handles, NAME for a name, TAB for asking what is offered.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from random import Random
from shlex import split

from tests.trust.hostile import NAMES

from netlog.cli import load_command
from netlog.commands import COMMANDS

LINES: Mapping[str, Sequence[str]] = {
    "show": ("show WHO", "show OTHER --json", "show -- NAME", "show NAME --json"),
    "list": (
        *("list", "list --json", "list --format csv", "list --format plain"),
        *("list name~NAME", "list org=NAME tag=NAME", "list NAME", "list via=NAME"),
    ),
    "history": ("history", "history --json", "history --format plain"),
    "info": ("info", "info --json"),
    "brief": ("brief WHO", "brief OTHER --json", "brief -- NAME"),
    "why": ("why WHO", "why OTHER --json", "why -- NAME"),
    "trace": ("trace WHO", "trace OTHER --json", "trace -- NAME"),
    "yield": ("yield", "yield WHO --json", "yield --place NAME"),
    "path": ("path WHO", "path --org NAME", "path --org NAME --json"),
    "tree": ("tree", "tree WHO", "tree --json"),
    "graph": (
        *("graph", "graph --format mermaid", "graph --json", "graph WHO"),
        "graph OTHER --format dot",
    ),
    "balance": ("balance", "balance WHO", "balance --format csv"),
    "brokers": ("brokers", "brokers --json"),
    "report": (
        *("report coffee", "report weekly", "report sceptic", "report lens"),
        *("report sources", "report growth", "report followup", "report host"),
        *("report thanks", "report plan", "report NAME", "report thanks --json"),
    ),
    "due": ("due", "due --all", "due --json", "due --all --format plain"),
    "review": ("review", "review no-answer", "review NAME", "review --json"),
    "swap": ("swap", "swap --json"),
    "add": (
        "add --new --via WHO --org NAME --note NAME --at NAME --promise NAME -- NAME",
        "add -- NAME",
        "add Zed --email NAME --birthday NAME --handle NAME",
        "add Zed --phone NAME --url NAME --every NAME --kind NAME --on NAME",
    ),
    "log": (
        "log WHO OTHER --note NAME --at NAME --names NAME --got tip:NAME --introduce",
        "log THIRD --gave advice:NAME --promise NAME --by fri --json",
        "log -k NAME -- NAME",
    ),
    "heard": ("heard WHO --note NAME", "heard OTHER --json", "heard -k NAME -- NAME"),
    "book": ("book WHO OTHER fri --at NAME", "book THIRD NAME"),
    "note": ("note WHO NAME", "note -- NAME NAME"),
    "intro": ("intro WHO OTHER --by THIRD", "intro --new --by WHO -- NAME"),
    "got": ("got WHO tip NAME", "got OTHER referral --who NAME", "got WHO NAME"),
    "gave": ("gave WHO tip NAME", "gave OTHER NAME --value NAME"),
    "promise": ("promise WHO NAME", "promise OTHER NAME --by NAME"),
    "done": ("done 1", "done NAME"),
    "thank": ("thank", "thank WHO", "thank -- NAME"),
    "skip": ("skip WHO", "skip -- NAME"),
    "snooze": ("snooze WHO in 3w", "snooze OTHER NAME"),
    "rest": ("rest WHO", "rest -- NAME"),
    "wake": ("wake WHO", "wake -- NAME"),
    "edit": (
        "edit WHO --org NAME --city NAME --note NAME --likes NAME --tag NAME",
        "edit --touch 1 --at NAME --note NAME",
        "edit OTHER --name NAME",
    ),
    "import": ("import NAME", "import hostile.vcf", "import hostile.csv --json"),
    "export": ("export NAME --force", "export --person WHO", "export - --json"),
    "backup": ("backup", "backup --list", "backup NAME"),
    "doctor": ("doctor", "doctor --json"),
    "restore": ("restore", "restore last --dry-run", "restore last", "restore NAME"),
    "merge": ("merge WHO OTHER", "merge WHO OTHER --yes"),
    "rm": ("rm --touch 2", "rm THIRD", "rm -- NAME"),
    "undo": ("undo", "undo --json"),
    "redo": ("redo", "redo --json"),
    "forget": (
        *("forget --list", "forget --verify NAME", "forget WHO", "forget OTHER --yes"),
        "forget -- NAME",
    ),
    # install, remove and send would reach what is not at the home.
    "schedule": (
        *("schedule", "schedule NAME", "schedule --via NAME", "schedule status"),
        *("schedule --via systemd --to NAME", "schedule --deliver NAME --json"),
    ),
    "demo": ("demo",),
}
"""Lines of each command, those that write behind those that look."""
TABS = ("TAB show", "TAB log NAME", "TAB edit WHO", "TAB list", "TAB NAME")
_AT_ONCE = 3


def lines(people: Sequence[str], chance: Random, turn: int) -> Iterator[list[str]]:
    """Some lines of every command, each with people and a name of its own.

    Whose turn it is says which of many lines; a few turns later, each was typed.
    """
    some = (_some(every, turn) for every in LINES.values())
    for text in (*chain.from_iterable(some), *TABS):
        yield filled(text, people, chance.choice(NAMES), chance)


def _some(every: Sequence[str], turn: int) -> list[str]:
    first = turn * _AT_ONCE % len(every)
    places = {place % len(every) for place in range(first, first + _AT_ONCE)}
    return [every[place] for place in sorted(places)]


def filled(text: str, people: Sequence[str], name: str, chance: Random) -> list[str]:
    """The words of a line; whoever it is about is never twice in it."""
    drawn = dict(zip(("WHO", "OTHER", "THIRD"), chance.sample(people, 3), strict=True))
    return [
        drawn.get(word, word.replace("NAME", _harmless(name, word)))
        for word in split(text)
    ]


def _harmless(name: str, word: str) -> str:
    """A name; where it is a whole word it may be a file's, which is to be at home."""
    return name.replace("/", "") or "x" if word == "NAME" else name


def with_name(name: str) -> Iterator[list[str]]:
    """The name as the only word of every command, and of each option by itself."""
    for entry in COMMANDS:
        home = _harmless(name, "NAME")
        yield [entry.name, "--", home]
        for param in load_command(entry.name).params:
            option = next((one for one in param.opts if one.startswith("--")), "")
            if option and not param.is_flag:
                yield [entry.name, option, home]
