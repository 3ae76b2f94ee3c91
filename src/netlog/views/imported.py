"""What `import` says."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from netlog.acts.importing.decide import Decision
from netlog.output.answer import Answer, Block, Item, Page, command, part, soft

_WORDS = {
    "new": "new",
    "filled": "brought up to date",
    "same": "known already",
    "unreadable": "could not be read",
}


def view(outcome: Sequence[Decision], *, dry_run: bool) -> Answer:
    """How many came in, and every record that did not."""
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
    if not dry_run and (counts["new"] or counts["filled"]):
        back = (command("netlog undo"), soft(" takes it back"))
        blocks.append(Block("", (Item(back),)))
    page = Page((part(f"{title}: ", "title"), part(_summary(counts))), tuple(blocks))
    return Answer("import", _data(outcome, counts, dry_run=dry_run), page=page)


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
        if one.what != "unreadable":
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
