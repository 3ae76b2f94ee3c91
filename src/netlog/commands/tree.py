"""netlog tree: who brought whom."""

from collections.abc import Iterator, Mapping
from typing import Any

from typer import Context

from netlog.db import sql
from netlog.domain.dates import spell_short
from netlog.domain.ledger import Entry
from netlog.domain.numbers import counted
from netlog.domain.person import ME_ID
from netlog.domain.touch import TouchAt
from netlog.namedtuple import NamedTuple
from netlog.network.tree import Node, Selection, Tree, TreePerson, tree, tree_people
from netlog.options import AllOfThem, Depth, Led, Root, Since, app_of, selection_of
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Part,
    Parts,
    advice,
    command_line,
    name,
    part,
    soft,
    tree_lines,
)
from netlog.views.branches import Branch, drawn_lines
from netlog.views.wording import brief, entry_data, money_said, nobody


def command(
    ctx: Context,
    who: Root = None,
    depth: Depth = 3,
    since: Since = "",
    led: Led = False,
    every: AllOfThem = False,
) -> None:
    """Who brought whom, from you outward: first those who led to most.

    Everybody stands once, under the first who introduced them to you. ✓ is what came
    from somebody. Those met without help who brought nobody are only counted.
    """
    app = app_of(ctx)
    asked = selection_of(app, who, depth, since, led=led, every=every)
    found = tree(app.store, asked)
    people = tree_people(app.store, found.trunk)
    app.show(_answer(found, TreeQuery(asked, people, app.settings.currency)))
    if not found.trunk.children and not sql.count_people(app.store):
        app.tell(nobody())


_OUTCOMES = 1
_INTRODUCE = advice("Who introduced somebody to you? ", "netlog intro WHO --by WHO")
_MORE = ("more person", "more people")
_QUIET = "met without help, who brought nobody yet"


class TreeQuery(NamedTuple):
    """What was asked, who they are, and how money is called."""

    selection: Selection
    known: Mapping[int, TreePerson]
    currency: str


class _Row(NamedTuple):
    """One line of the tree without its branches, and the same as a record."""

    line: tuple[Part, ...]
    record: tuple[str, ...]


def _answer(tree: Tree, asked: TreeQuery) -> Answer:
    """The tree as lines, the same on a terminal and in a pipe."""
    trunk = _branch(tree.trunk, asked, 0)
    if tree.quiet:
        said = f"{'and ' if trunk.below else ''}{tree.quiet} {_QUIET}"
        trunk.below.append(Branch(_Row((soft(said),), ("1", "", said))))
    items = tuple(
        Item((tree_lines(before), *row.line), record=row.record)
        for before, row in drawn_lines([trunk])
    )
    foot = tuple(_advice(tree, asked))
    page = Page(_title(asked), (Block("", items),), foot)
    return Answer("tree", _data(tree, asked), page=page)


def _title(asked: TreeQuery) -> tuple[Part, ...]:
    if asked.selection.root == ME_ID:
        return (part("Who brought whom", "title"),)
    person = asked.known[asked.selection.root].person
    return part("Whom ", "title"), name(person.name), part(" brought", "title")


def _branch(node: Node, asked: TreeQuery, level: int) -> Branch[_Row]:
    at_end = level == asked.selection.depth
    branch = Branch(_row(node, asked, level, at_end=at_end))
    branch.below = [_branch(child, asked, level + 1) for child in node.children]
    if node.more != 0 and not at_end:
        branch.below.append(Branch(_more(node, asked, level)))
    return branch


def _row(node: Node, asked: TreeQuery, level: int, *, at_end: bool) -> _Row:
    found = asked.known[node.person_id]
    person, link = found.person, node.link
    line = [name(person.name), part(_came(node, found) if level else "")]
    line += [part(text) for text in _outcomes(found.outcomes, asked.currency)]
    own = len(found.outcomes)
    if node.see:
        line.append(soft(f" ({_instead(node.see, asked)})"))
    elif at_end and node.more != 0:
        below = _led(node, own) or " · more below"
        line += [soft(f"{below}: "), command_line(_command(node, asked))]
    elif level:
        line.append(soft(_led(node, own)))
    by = asked.known[link.introducer_id].person.handle if link and level else ""
    day = _day(node, found.met)
    number = str(link.introduction) if link else ""
    kinds = ",".join(entry.kind for entry in found.outcomes)
    record = (str(level), person.handle, person.name, day, by, number, kinds)
    return _Row(tuple(line), record)


def _instead(see: int, asked: TreeQuery) -> str:
    """Under whom somebody stands who is only named here."""
    return "known before" if see == ME_ID else f"see {asked.known[see].person.name}"


def _came(node: Node, found: TreePerson) -> str:
    """When somebody was introduced, or first met and where."""
    met = found.met
    if node.link:
        named = " (offered)" if node.link.state == "offered" else ""
        return f", {spell_short(node.link.day)}{named}"
    if found.before:
        return ", known before netlog"
    place = f" at {met.place}" if met and met.place else ""
    return f", met {spell_short(met.day)}{place}" if met else ""


def _day(node: Node, met: TouchAt | None) -> str:
    day = node.link.day if node.link else met and met.day
    return day.isoformat() if day else ""


def _outcomes(outcomes: tuple[Entry, ...], currency: str) -> Iterator[str]:
    for entry in outcomes[:_OUTCOMES]:
        yield f" ✓ {entry.said}{money_said(entry.cents, currency)}"
    if more := len(outcomes[_OUTCOMES:]):
        yield f" and {counted(more, 'more outcome')}"


def _led(node: Node, own: int) -> str:
    """What a branch led to, where not all of it is shown, and it was counted."""
    if not (node.weight.people and node.hidden):
        return ""
    outcomes = node.weight.outcomes - own
    led = f", {counted(outcomes, 'outcome')}" if outcomes else ""
    return f" · {counted(node.weight.people, 'person', 'people')} below{led}"


def _more(node: Node, asked: TreeQuery, level: int) -> _Row:
    """How many are not shown, and the command that shows them."""
    more = "more" if node.more is None else counted(node.more, *_MORE)
    said = f"and {more}"
    line = (soft(f"{said}: "), command_line(f"{_command(node, asked)} --all"))
    return _Row(line, (str(level + 1), "", said))


def _command(node: Node, asked: TreeQuery) -> str:
    """What shows the tree of somebody."""
    selection = asked.selection
    handle = asked.known[node.person_id].person.handle
    who = f" {handle}" if node.person_id != ME_ID else ""
    since = f" --since {selection.since}" if selection.since else ""
    return f"netlog tree{who}{since}{' --led' * selection.led}"


def _advice(tree: Tree, asked: TreeQuery) -> Iterator[Parts]:
    """What to type where there is little to show."""
    selection = asked.selection
    handle = asked.known[selection.root].person.handle
    if tree.trunk.children:
        return
    if selection.led:
        yield advice("Nothing is recorded that came of it: ", "netlog got WHO KIND")
    elif selection.since:
        yield (soft(f"Nobody came since {spell_short(selection.since)}."),)
    elif selection.root != ME_ID:
        typed = f"netlog intro WHO --by {handle}"
        yield advice("Whom did they introduce to you? ", typed)
    elif tree.quiet:
        yield _INTRODUCE


def _data(tree: Tree, asked: TreeQuery) -> dict[str, Any]:
    """The tree for programs: people within people."""
    return _node(tree.trunk, asked) | {"quiet": tree.quiet}


def _node(node: Node, asked: TreeQuery) -> dict[str, Any]:
    found = asked.known[node.person_id]
    met, link, people = found.met, node.link, node.weight.people
    return {
        "person": brief(found.person),
        "date": link.day if link else met and met.day,
        "place": met.place if met else None,
        "introduction": link and link.introduction,
        "state": link and link.state,
        "known": found.before,
        "see": asked.known[node.see].person.handle if node.see else None,
        "outcomes": [entry_data(one, asked.currency) for one in found.outcomes],
        "people_below": people,
        "outcomes_below": (
            None if people is None else node.weight.outcomes - len(found.outcomes)
        ),
        "children": [_node(child, asked) for child in node.children],
        "more": node.more,
    }
