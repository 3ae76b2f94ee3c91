"""What `doctor` says: what is wrong and what to do, then what was looked at."""

from collections.abc import Iterable
from typing import Any

from netlog.doctor.examination import Checked, Examination
from netlog.doctor.finding import FAULT, HINT, Finding, counted
from netlog.output.answer import Answer, Block, Item, Page, command, part, soft
from netlog.records import NamedTuple


class Mended(NamedTuple):
    """What was put right, and whether undo takes some of it back."""

    said: tuple[str, ...] = ()
    undo: bool = False


def view(found: Examination, mended: Mended) -> Answer:
    """Faults and hints with their commands, and the names of all that is well."""
    blocks = (
        Block("Mended", tuple(_done(said) for said in mended.said)),
        Block("Wrong", tuple(_findings(found, FAULT))),
        Block("To look at", tuple(_findings(found, HINT))),
        Block("", tuple(_quiet(found))),
    )
    page = Page(
        (part(said_of(found), "title"),),
        tuple(block for block in blocks if block.items),
        ("netlog undo takes back what was changed in the database.",) * mended.undo,
    )
    return Answer("doctor", _data(found, mended), page=page)


def said_of(found: Examination) -> str:
    """The first line."""
    if found.faults:
        hints = len(found.findings) - found.faults
        also = f", {counted(hints, 'hint')}" if hints else ""
        return f"{counted(found.faults, 'thing')} wrong{also}."
    if not found.exists:
        return "There is no database yet, and nothing is wrong."
    return "All is well."


def _done(said: str) -> Item:
    return Item((part(said),), record=("mended", "", said, ""))


def _findings(found: Examination, weight: str) -> Iterable[Item]:
    for check in found.checks:
        for one in check.findings:
            if one.weight == weight:
                yield _finding(check.name, one)


def _finding(name: str, one: Finding) -> Item:
    below = ((command(one.command),),) if one.command else ()
    record = (one.weight, name, one.sentence, one.command)
    return Item((part(one.sentence),), below, record)


def _quiet(found: Examination) -> Iterable[Item]:
    """The checks that found nothing, and those that could not look."""
    for word, looked in (("Well", True), ("Not looked at", False)):
        names = [
            one.name
            for one in found.checks
            if one.looked == looked and not one.findings
        ]
        if names:
            said = ", ".join(names)
            yield Item(
                (soft(f"{word}: "), part(said)), record=(word.lower(), "", said, "")
            )


def _data(found: Examination, mended: Mended) -> dict[str, Any]:
    return {
        "database": str(found.database),
        "ok": found.faults == 0,
        "faults": found.faults,
        "hints": len(found.findings) - found.faults,
        "mended": list(mended.said),
        "checks": [_check(one) for one in found.checks],
    }


def _check(one: Checked) -> dict[str, Any]:
    return {
        "name": one.name,
        "looks_at": one.summary,
        "ok": one.ok if one.looked else None,
        "findings": [
            {
                "weight": finding.weight,
                "sentence": finding.sentence,
                "command": finding.command,
                "handles": list(finding.handles),
            }
            for finding in one.findings
        ],
    }
