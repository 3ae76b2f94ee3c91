"""The page of the plan: slots, gates, terms, weeks."""

import sys
from collections.abc import Iterator
from datetime import date
from inspect import getdoc

from docs.making.blocks import table

from netlog.domain.person import Person
from netlog.plan.gates import GATES, NOT_NEW, Gates
from netlog.plan.score import Term
from netlog.plan.slots import (
    follow_up,
    keep,
    new,
    numbers,
    promises,
    reconnect,
    stuck,
    thank,
)
from netlog.plan.terms import BY_SLOT

_DAY = date(2025, 8, 1)
_SLOTS = (promises, follow_up, new, keep, reconnect, stuck, thank, numbers)
"""In the order in which they are printed."""
_TEXT = """\
# The plan

What `netlog due` asks for in an ISO week, Monday to Sunday. How it came to be so is in
[the design](../design.md); what decides about one person, `netlog why WHO` says.
"""
_GATES = """\
## Gates

A gate keeps somebody out. The first that holds is the one that is said, and by which
they are counted in the last line of the plan (`hidden: …`). Some keep people out of
every slot that picks people, the others only out of *coffee with someone new*.
Promises are shown whatever holds; *follow up* and *thank* show people who were met this
week, too.
"""
_COUNTS = """\
## Everybody counted once

`due --json` has `counts`: `people` are all but you; `hidden` are those whom a gate
holds; `eligible` are those for whom a slot could ask this week, shown or not;
`not_due` are the others. The three add up to the people. Somebody who is stuck is
counted as hidden although *stuck introductions* shows them, for the gate keeps them
out of the coffee.
"""
_WEEKS = """\
## Open and focused weeks

In blocks of 26 weeks, counted from Monday 1 January 2001, 13 weeks are open and 13 are
focused; which is which depends on nothing but the week. In a focused week two things
count that do not count in an open one: an introduction made by a client is as warm as
one can be (*warmth*), and *client path*. `plan.lens` in the [config](config.md) makes
all weeks open, or all focused.
"""
_PINS = """\
## What is remembered

The first `netlog due` of a week pins the pick and its two alternates; whatever is added
or logged for others, they stay until Sunday. The pick is the first of them that no
gate holds. If one of the three is out, somebody else is pinned behind them. *Reconnect*
is pinned for a month in the same way. Pins are no change that `undo` takes back.

*Coffee with someone new* considers the 300 people most recently introduced or met, and
100 of the others, a different hundred each week. If nobody new is left, it asks for
those with whom you have not sat down for 52 weeks; if there is nobody, it says whom
you could ask for an introduction.
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
        handle="WHO", snoozed_until=_DAY, attempts=2
    )
    week = Gates(_DAY, *(frozenset() for _ in Gates._fields[1:]))
    for gate in GATES.values():
        lift = gate.lift(somebody, "WHO")
        where = "the coffee" if gate.reach == NOT_NEW else "every slot"
        shown = f"`{lift}`" if lift else "the next week"
        yield gate.name.replace("_", " "), gate.says(week, somebody), shown, where


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
