"""Tables within hand-written pages: <!-- made: commands --> … <!-- end -->."""

import re
from collections.abc import Callable, Iterable, Sequence

from netlog.commands import COMMANDS, PANELS
from netlog.domain.filters import FILTER_FIELDS
from netlog.domain.kinds import KIND_CADENCES, PERSON_KINDS, TOUCH_KINDS
from netlog.domain.spans import parse_span, spell_span
from netlog.importers.columns import MAP_FIELDS

_BLOCK = re.compile(
    r"^<!-- made: (?P<name>\w+)(?: (?P<way>\S+))? -->$.*?^<!-- end -->$",
    re.MULTILINE | re.DOTALL,
)


def filled(text: str) -> str:
    """The page with its tables made anew."""
    return _BLOCK.sub(_filled, text)


def _filled(found: re.Match[str]) -> str:
    first = found[0].partition("\n")[0]
    return f"{first}\n{MADE[found['name']](found['way'] or '')}\n<!-- end -->"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def commands(way: str) -> str:
    """Every command with a link to its page; `way` leads to the reference."""
    rows = [
        (panel, f"[`netlog {one.name}`]({way}{one.name}.md)", one.summary)
        for panel in PANELS
        for one in COMMANDS
        if one.panel == panel
    ]
    return table(("", "command", "what it does"), _said_once(rows))


def _said_once(rows: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    before = ""
    for first, *rest in rows:
        yield ("" if first == before else first, *rest)
        before = first


def touch_kinds(way: str) -> str:
    """Kinds of touch and the three facts that each carries."""
    del way
    rows = (
        (
            f"`{kind.name}`",
            _yes(kind.two_way),
            _yes(kind.in_person),
            _yes(kind.sit_down),
        )
        for kind in TOUCH_KINDS.values()
    )
    return table(("kind", "two-way", "in person", "sit-down"), rows)


def _yes(value: object) -> str:
    return "yes" if value else ""


def person_kinds(way: str) -> str:
    """Kinds of people and how often each is kept in touch with."""
    del way
    rows = (
        (f"`{kind}`", f"every {spell_span(parse_span(KIND_CADENCES[kind]))}")
        for kind in PERSON_KINDS
    )
    return table(("kind", "kept in touch with"), rows)


def words(names: Iterable[str]) -> str:
    """Names in a row."""
    return ", ".join(f"`{name}`" for name in names)


MADE: dict[str, Callable[[str], str]] = {
    "commands": commands,
    "touch_kinds": touch_kinds,
    "person_kinds": person_kinds,
    "filter_fields": lambda _: words(FILTER_FIELDS),
    "map_fields": lambda _: words(MAP_FIELDS),
}
