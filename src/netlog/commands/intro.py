"""netlog intro: who introduced whom."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from typer import Context

from netlog.domain.dates import spell
from netlog.domain.introduction import Introduction
from netlog.domain.kinds import INTRODUCTION_STATES
from netlog.domain.names import ME
from netlog.domain.person import ME_ID, Person
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import (
    New,
    OnDay,
    Words,
    app_of,
    choice,
    option,
    person_option,
    who,
)
from netlog.output.answer import Answer, line, lines, name, soft
from netlog.repository import finding, introductions
from netlog.repository.finding import find_or_add
from netlog.views.sentences import NOTHING_CHANGED
from netlog.views.wording import brief, introduction_data, words_said

if TYPE_CHECKING:
    from netlog.repository.change import OpenChange


def command(
    ctx: Context,
    a: Annotated[str, who("Who was introduced.")],
    b: Annotated[str, who("To whom; left out: to me.")] = "",
    by: Annotated[
        str, person_option("--by", help_text="Who introduced them; left out: I did.")
    ] = "",
    on: OnDay = "",
    state: Annotated[
        str,
        choice(
            "--state",
            help_text="offered, made (the usual), met or dropped.",
            words=INTRODUCTION_STATES,
        ),
    ] = "",
    inbound: Annotated[
        bool, option("--inbound", help_text="They came to you.")
    ] = False,
    words: Words = "",
    new: New = False,
) -> None:
    """Record who introduced whom: intro Dorie --by Alisa, intro Zoe Hal.

    Said again it brings the same introduction up to date; what is not said again stays.
    """
    app = app_of(ctx)
    if state and state not in INTRODUCTION_STATES:
        raise UsageError(
            f"{state[:40]} is no state of an introduction.",
            f"States are {', '.join(INTRODUCTION_STATES)}.",
        )
    facts: dict[str, Any] = {"inbound": True} if inbound else {}
    facts |= {"state": state} if state else {}
    facts |= {"words": app.typed.note(words)} if words else {}
    with app.changing() as change:
        day = app.typed.happened(on) if on else None
        made = introduce(change, (a, b, by), day, app.today, facts, new=new)
    app.show(_answer(made, changed=change.wrote))


Phrases = tuple[str, str, str]
"""A, B and introducer as typed; '' for the user."""


class Made(NamedTuple):
    """An introduction, its three, and whether it was there before."""

    introduction: Introduction
    introducer: Person
    pair: tuple[Person, Person]
    again: bool


def introduce(
    change: "OpenChange",
    words: Phrases,
    on: date | None,
    today: date,
    facts: Mapping[str, Any],
    *,
    new: bool,
) -> Made:
    """Make an introduction, or bring the one that is there up to date.

    Said again without a day, it keeps the day it had; an offer that is kept
    has its day when it is.
    """
    a, b, by = words
    if b and finding.named(change.store, f"{a} {b}"):
        a, b = f"{a} {b}", ""
    if not b and not by:
        raise UsageError(
            "It is not clear who introduced them to you.",
            f"Say who did: netlog intro {a} --by WHO",
        )
    one_person = find_or_add(change, a, today, new=new, me=True)
    other = find_or_add(change, b or ME, today, new=new, me=True)
    introducer = find_or_add(change, by or ME, today, new=new, me=True)
    ids = (introducer.id, one_person.id, other.id)
    there = introductions.between(change.store, *ids)
    state = facts.get("state") or (_next_state(there) if there else "made")
    day = on or (there.day if there and not _begins(there, state) else today)
    made = introductions.introduce(change, *ids, day, **dict(facts, state=state))
    return Made(made, introducer, (one_person, other), again=there is not None)


def _next_state(there: Introduction) -> str:
    """Said again, an offer has become an introduction; others stay as they are."""
    return "made" if there.said == "offered" else there.said


def _begins(there: Introduction, state: str) -> bool:
    """Whether an offer is kept only now: then this is its day."""
    return there.said == "offered" and state in {"made", "met"}


_STATES = {
    "offered": "named",
    "made": "introduced",
    "met": "introduced",
    "dropped": "introduced",
}


def _answer(made: Made, *, changed: bool) -> Answer:
    """Who introduced whom, when, and whether that was said before."""
    state = made.introduction.state
    by = "I" if made.introducer.id == ME_ID else made.introducer.name
    first, other = made.pair
    note = "" if state in {"made", "offered"} else f" ({state})"
    again = "Brought up to date: " if made.again else ""
    if not changed:
        again = NOTHING_CHANGED
    item = line(
        f"{again}{by} {_STATES[state]} ",
        name(_called(first)),
        " to " if state == "offered" else " and ",
        name(_called(other)),
        f", {spell(made.introduction.day)}{note}",
    )
    words = words_said(made.introduction.words, made.introducer.name)
    quoted = [line(soft(words))] if words else []
    return Answer("intro", _data(made), page=lines(item, *quoted))


def _called(person: Person) -> str:
    return "me" if person.id == ME_ID else person.name


def _data(made: Made) -> dict[str, object]:
    """The introduction, for programs."""
    return introduction_data(made.introduction) | {
        "introducer": brief(made.introducer),
        "people": [brief(person) for person in made.pair],
        "updated": made.again,
    }
