"""The page of the plan: slots, gates, terms, weeks."""

import sys
from collections.abc import Iterator
from datetime import date
from inspect import getdoc

from docs.making.blocks import table

from netlog.domain.person import Person
from netlog.plan.gates import GATES, NOT_NEW, NOT_PICKED, PUT_OFF, Gates
from netlog.plan.score import Term
from netlog.plan.slots import (
    ask_back,
    booked,
    days,
    follow_up,
    keep,
    new,
    no_answer,
    numbers,
    phone,
    promises,
    reconnect,
    thank,
)
from netlog.plan.terms import BY_SLOT

_DAY = date(2025, 8, 1)
_SLOTS = (
    new, booked, promises, follow_up, keep, reconnect, no_answer, days, ask_back, thank,
    phone, numbers,
)  # fmt: skip
"""In the order in which they are printed."""
_OUT_OF = {
    PUT_OFF: "every slot that asks for people",
    NOT_PICKED: "the coffee, *keep*, *reconnect*, *no answer* and *phone*",
    NOT_NEW: "the coffee",
}
_TEXT = """\
# The plan

What `netlog due` asks for in an ISO week, Monday to Sunday. How it came to be so is in
[the design](../design.md); what decides about one person, `netlog why WHO` says.
"""
_GATES = """\
## Gates

A gate keeps somebody out. The first that holds is the one that is said. Promises and
what is booked are shown whatever holds; *days* leaves out only who is resting.
"""
_COUNTS = """\
## Everybody counted once

`due --json` has `counts`: `people` are all but you; `eligible` are those for whom a
slot could ask this week, shown or cut off by its size; `hidden` are those whom a gate
holds, or who were written to and have time to answer; `not_due` are the others. The
three add up to the people. A gate of the coffee alone hides nobody who can stand in
another slot.
"""
_WEEKS = """\
## Open and focused weeks

In blocks of 26 weeks, counted from Monday 1 January 2001, 13 weeks are open and 13 are
focused; which is which depends on nothing but the week. In a focused week two things
count that do not count in an open one: an introduction made by a client is as warm as
one can be (*warmth*), and *client path*. `plan.lens` in the [config](config.md) makes
all weeks open, or all focused. The page does not say which it is; `why` and `due
--json` do. `netlog report lens` compares the two by what came of their picks; coffees
that no week had picked say nothing of it, and are left out.
"""
_PINS = """\
## What is remembered

The first `netlog due` of a week pins the pick and its two alternates; whatever is added
or logged for others, they stay until Sunday. The pick is the first of them that no
gate holds. If one of the three is out, somebody else is pinned behind them. *Reconnect*
is pinned for a month in the same way. Who is named in *keep*, who is asked about in
*phone* and who is to be asked for an introduction is noted too. Pins are no change that
`undo` takes back. `netlog due --week` of a past week shows who was pinned in it, and
what became of them: met, written to, swapped, skipped, or nothing yet. Nobody who came
later is in it.

*Coffee with someone new* considers the 300 people most recently introduced, met or
added by hand. Where nobody of them is left it says whom to ask for an introduction, and
considers those who are known and with whom no coffee is logged, those with whom the
last was 52 weeks ago, and 100 of the strangers of an import, a different hundred each
week. The same stand beside the pick as *now* where too few others are left to do so.

A week in which nothing was entered counts for no number of days or weeks in these
slots; cadences run on.
"""


def page() -> str:
    """Slots, gates, terms and weeks."""
    parts = [
        _TEXT,
        "## Slots, in the order they are printed",
        table(("slot", "what it holds"), slots()),
        _PINS,
        _GATES,
        table(("gate", "what `why` says", "what lifts it", "keeps out of"), gates()),
        _COUNTS,
        "## Terms",
        (
            "Points are measure times weight, rounded to three decimals; a score is the"
            " sum of its points. Weights can be set in the [config](config.md)."
        ),
        *(part for slot in BY_SLOT for part in _terms(slot)),
        _WEEKS,
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def first_line(thing: object) -> str:
    """The first sentence of a docstring."""
    return (getdoc(thing) or "").partition("\n")[0]


def slots() -> Iterator[tuple[str, str]]:
    """Each slot and what it is."""
    for module in _SLOTS:
        name, _, said = first_line(module).partition(": ")
        yield f"**{name}**", f"{said} {first_line(module.fill)}"


def gates() -> Iterator[tuple[str, str, str, str]]:
    """Each gate, what is said of it, and what lifts it."""
    somebody = Person(*(None for _ in Person._fields))._replace(  # type: ignore[arg-type] # only what is shown is filled in
        handle="WHO", entity="company", snoozed_until=_DAY, open_tries=2
    )
    week = Gates(_DAY, *(frozenset() for _ in Gates._fields[1:]))
    for gate in GATES.values():
        lift = gate.lift(somebody, "WHO")
        shown = f"`{lift}`" if lift else "the next week"
        yield (
            gate.name.replace("_", " "),
            gate.says(week, somebody),
            shown,
            _OUT_OF[gate.reach],
        )


def _terms(slot: str) -> Iterator[str]:
    title = first_line(sys.modules[f"netlog.plan.slots.{slot}"]).partition(":")[0]
    rows = (
        (term.name, f"{weight:g}", _measure(term), term.source)
        for term, weight in BY_SLOT[slot]
    )
    yield f"### {title}"
    yield table(("term", "weight", "measure", "source"), rows)


def _measure(term: Term) -> str:
    return " ".join((getdoc(term.measure) or "").split())
