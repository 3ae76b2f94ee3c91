"""What `import` says."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netlog.acts.importing.decide import Decision
from netlog.domain.alike import Pair
from netlog.output.answer import Answer, Block, Item, Page, command, part, soft
from netlog.reports.words import many

_WORDS = {
    "new": "new",
    "filled": "brought up to date",
    "same": "known already",
    "unreadable": "could not be read",
    "forgotten": "left out, for you forgot them (--forgotten takes them in)",
}
_BACK = Block("", (Item((command("netlog undo"), soft(" takes it back"))),))


def view(
    outcome: Sequence[Decision], pairs: Sequence[Pair], *, dry_run: bool
) -> Answer:
    """How many came in, every record that did not, and who may be one person."""
    counts = Counter(decision.what for decision in outcome)
    title = "Would take in" if dry_run else "Took in"
    blocks = []
    unreadable = [one for one in outcome if one.what == "unreadable"]
    if unreadable:
        blocks.append(Block("Not readable", tuple(map(_unreadable, unreadable))))
    each = tuple(_each(outcome)) if dry_run else ()
    if each:
        blocks.append(Block("One by one", each))
    elif not dry_run and counts["filled"]:
        named = tuple(_each(one for one in outcome if one.what == "filled"))
        blocks.append(Block("Brought up to date", named))
    if pairs:
        blocks.append(Block("Perhaps one person", tuple(map(_pair, pairs))))
    if not dry_run and (counts["new"] or counts["filled"]):
        blocks.append(_BACK)
    page = Page((part(f"{title}: ", "title"), part(_summary(counts))), tuple(blocks))
    data = _data(outcome, counts, dry_run=dry_run)
    data["alike"] = [pair._asdict() for pair in pairs]
    return Answer("import", data, page=page)


def view_whole(counts: Mapping[str, int], *, dry_run: bool) -> Answer:
    """That all of an export came in; the user, who was there, is not counted."""
    people = counts["person"] - 1
    title = "Would take in" if dry_run else "Took in"
    said = f"everything, {many(people, 'person', 'people')}"
    back = () if dry_run else (_BACK,)
    page = Page((part(f"{title}: ", "title"), part(said)), back)
    data = _data((), Counter(new=people), dry_run=dry_run)
    data |= {"alike": [], "rows": dict(counts)}
    return Answer("import", data, page=page)


def _pair(pair: Pair) -> Item:
    said = f"{pair.name} and {pair.other_name} have the same {pair.what}: "
    typed = f"netlog merge {pair.handle} {pair.other_handle}"
    return Item(
        (part(said), command(typed)),
        record=("merge", pair.handle, pair.other_handle, pair.what),
    )


def _summary(counts: Counter[str]) -> str:
    said = [f"{counts[what]} {_WORDS[what]}" for what in _WORDS if counts[what]]
    return ", ".join(said) or "nobody: there is no record in there"


def _unreadable(decision: Decision) -> Item:
    where = _where(decision)
    return Item(
        (part(f"{where}: "), part(decision.reason)),
        record=(where, "unreadable", decision.reason),
    )


def _where(decision: Decision) -> str:
    return f"{decision.file}, line {decision.line}"


def _each(outcome: Iterable[Decision]) -> Iterable[Item]:
    for one in outcome:
        if one.what not in {"unreadable", "forgotten"}:
            record = (_where(one), one.what, one.handle, one.name)
            said = f"{one.name} ({one.handle}): {_WORDS[one.what]}"
            yield Item((part(said),), record=record)


def _data(
    outcome: Iterable[Decision], counts: Counter[str], *, dry_run: bool
) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "counts": {what: counts[what] for what in _WORDS},
        "records": [
            {
                "file": one.file,
                "line": one.line,
                "what": one.what,
                "name": one.name,
                "handle": one.handle,
                "reason": one.reason,
            }
            for one in outcome
        ],
    }
