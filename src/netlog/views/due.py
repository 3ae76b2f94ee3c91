"""The plan as a page for Monday."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from netlog.domain.dates import spell_days
from netlog.domain.standing import values
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple
from netlog.output.answer import (
    Answer,
    Part,
    Parts,
    Row,
    Section,
    Sheet,
    advice,
    line,
    lines,
    name,
    part,
    soft,
)
from netlog.plan.headcount import hides
from netlog.plan.result import Line, NewSlot, Plan
from netlog.plan.score import ScoredTerm
from netlog.views.wording import BEGINNINGS, brief, listed, reach

_MOST = 40
"""Lines of a page of 80 columns."""
_PROGRAM = "netlog "
_DOT = part(" · ")


class Slot(NamedTuple):
    """A slot as it is typed, labelled and filled.

    `key` is its name in a plan, as data; `title` is the label where there is room for
    more.  One that stands `under` another has no label of its own there, but the words
    `led`.
    """

    name: str
    label: str
    key: str
    lines: Callable[[Plan], tuple[Line, ...]]
    under: str = ""
    led: str = ""
    title: str = ""


COFFEE = Slot(
    *("coffee", "Coffee", "new", lambda plan: plan.new.pick),
    title="Coffee with someone new",
)
SLOTS = (
    COFFEE,
    Slot("booked", "Booked", "booked", lambda plan: plan.booked),
    Slot("promises", "Promises", "promises", lambda plan: plan.promises),
    Slot("follow-up", "Follow up", "follow_up", lambda plan: plan.follow_up),
    Slot(
        *("keep", "Keep", "keep", lambda plan: plan.keep),
        title="Keep in touch",
    ),
    Slot(
        *("reconnect", "Reconnect", "reconnect", lambda plan: plan.reconnect),
        *("keep", "after one of these: "),
    ),
    Slot(
        *("no-answer", "No answer", "no_answer", lambda plan: plan.no_answer),
        title="No answer yet",
    ),
    Slot("days", "Days", "days", lambda plan: plan.days),
    Slot("ask-back", "Ask back", "ask_back", lambda plan: plan.ask_back),
    Slot("thank", "Thank", "thank", lambda plan: plan.thank),
    Slot("phone", "Phone", "phone", lambda plan: plan.phone),
)
"""In the order in which they stand on the page."""
TITLES = {slot.key: slot.title or slot.label for slot in SLOTS}
"""What each slot is called, by its name in a plan."""
BY_NAME = {slot.name: slot for slot in SLOTS} | {"new": COFFEE}
"""Each slot by what is typed for it."""
SLOT_NAMES = tuple(slot.name for slot in SLOTS)
_ASKING = {"booked", "no_answer", "ask_back"}
"""Slots whose rows may end with a question or with advice."""
_QUOTED = {"reconnect"}
"""Slots whose rows say what was said last."""


class _Shown(NamedTuple):
    """What of a plan is shown: the lines of each slot.

    `standing` has all that is asked about somebody, by their key, as it stands on the
    page: the first is their row.
    """

    plan: Plan
    lines: Mapping[str, tuple[Line, ...]]
    standing: Mapping[int, list[Line]]


def slot_named(typed: str) -> Slot:
    """The slot of that name; UsageError for one that there is not."""
    slot = BY_NAME.get(typed.lower().replace("_", "-"))
    if slot is None:
        raise UsageError(
            f"There is no slot {typed[:40]}.", f"Say {listed(SLOT_NAMES, 'or')}."
        )
    return slot


def plan_answer(plan: Plan, only: str = "", *, whole: bool = False) -> Answer:
    """What the week asks for: on one page, all of it, or the whole of one slot."""
    shown = _shown(plan)
    slots = [BY_NAME[only]] if only else SLOTS
    sections = _slot(shown, BY_NAME[only]) if only else _sections(shown)
    sheet = Sheet(
        (part(f"Week {plan.context.week.number}", "title"), soft(_days(plan))),
        f"{_PROGRAM}…" if plan.counts.people else "",
        tuple(sections),
        ((part(plan.head),),) if plan.head else (),
        0 if only or whole else _MOST,
        tuple(record for slot in slots for record in _records(plan, slot))
        + (() if only else (_told("numbers", _numbers(plan)),)),
    )
    return Answer("due", _data(shown), sheet=sheet)


def now_answer(plan: Plan) -> Answer:
    """Who is to be asked beside a pick that does not answer, or that nobody is."""
    pick, now = plan.new.pick, plan.new.now
    if not now:
        said = line("The pick stands alone: nobody else is to be asked now.")
        return Answer("due", {"now": None}, page=lines(said))
    before = f"{pick[0].person.name}: no answer yet. " if pick else ""
    said = line(f"{before}Now ", name(now.person.name), f": {now.next}")
    return Answer("due", {"now": scored(now)}, page=lines(said))


def count_answer(counts: Mapping[str, int]) -> Answer:
    """How many things are asked for, in all and by slot."""
    data = {"count": sum(counts.values()), "slots": dict(counts)}
    return Answer("due", data, page=lines(line(str(data["count"]))))


def counted(plan: Plan, only: str = "") -> dict[str, int]:
    """How many things each slot asks for, whatever is shown; or one slot does."""
    slots = [BY_NAME[only]] if only else SLOTS
    return {
        slot.key: len(slot.lines(plan)) + plan.more.get(slot.key, 0) for slot in slots
    }


def _shown(plan: Plan) -> _Shown:
    shown: dict[str, tuple[Line, ...]] = {}
    standing: dict[int, list[Line]] = {}
    for slot in SLOTS:
        shown[slot.key] = slot.lines(plan)
        beside = (plan.new.now, plan.new.ask) if slot == COFFEE else ()
        for row in filter(None, (*shown[slot.key], *beside)):
            standing.setdefault(row.person.id, []).append(row)
    return _Shown(plan, shown, standing)


def _days(plan: Plan) -> str:
    week = plan.context.week
    return f" · {spell_days(week.monday, week.sunday)}"


def _sections(shown: _Shown) -> Iterator[Section]:
    """The slots that have anything, then the numbers."""
    said: set[str] = set()
    for slot in SLOTS:
        rows = tuple(_rows(shown, slot, led=slot.under in said))
        more = shown.plan.more.get(slot.key, 0)
        if rows or more:
            said.add(slot.name)
            label = "" if slot.under in said else slot.label
            yield Section(label, rows, more, "" if slot == COFFEE else _due(slot))
    notes = (Row(_note(words)) for words in shown.plan.notes)
    numbers = " · ".join((_numbers(shown.plan), *_hidden(shown.plan)))
    yield Section("", (*notes, Row((soft(numbers),))), apart=True)


def _slot(shown: _Shown, slot: Slot) -> Iterator[Section]:
    """One slot, each of its lines a row."""
    alone = shown._replace(standing={})
    rows = tuple(_rows(alone, slot)) or (Row((part("Nothing this week."),)),)
    yield Section(slot.label, rows)


def _due(slot: Slot) -> str:
    return f"due {slot.name}"


def _rows(shown: _Shown, slot: Slot, *, led: bool = False) -> Iterator[Row]:
    """The rows of a slot, without those who stand in one further up."""
    if slot == COFFEE:
        yield from _coffee(shown)
        return
    if slot.key == "phone":
        yield from _phone(shown.lines[slot.key])
        return
    for row in shown.lines[slot.key]:
        if _stands_above(shown, row):
            continue
        before = (soft(slot.led),) if led and slot.led else ()
        said = (f"“{row.said}”",) if row.said and slot.key in _QUOTED else ()
        text = (*before, name(row.person.name), *dotted((row.text, *said)))
        asks = slot.key in _ASKING
        command = typed(_command(shown, slot, row))
        yield Row(text, command, also=_others(shown, row), asks=asks)


def _command(shown: _Shown, slot: Slot, row: Line) -> str:
    """What to type for a row: its own, but thanks are a word after a meeting, too."""
    if slot.key == "follow_up":
        for thanks in shown.lines["thank"]:
            if thanks.person.id == row.person.id:
                return thanks.next
    return row.next


def _stands_above(shown: _Shown, row: Line) -> bool:
    """Whether somebody has a row already, further up."""
    return shown.standing.get(row.person.id, [row])[0] is not row


def _others(shown: _Shown, row: Line) -> tuple[str, ...]:
    """What else is asked about somebody, each thing once."""
    others = shown.standing.get(row.person.id, [row])[1:]
    return tuple(dict.fromkeys(other.short or other.text for other in others))


def dotted(texts: Iterable[str]) -> Iterator[Part]:
    """What is said of somebody, after their name."""
    for text in texts:
        if text:
            yield _DOT
            yield part(text)


def typed(command: str) -> str:
    """A command without the word that stands above all of them."""
    return command.removeprefix(_PROGRAM)


def _coffee(shown: _Shown) -> Iterator[Row]:
    """The pick and who else it could be, or what to do where there is none."""
    plan, new = shown.plan, shown.plan.new
    if new.state:
        yield Row((part(_STATES[new.state]),))
        return
    if new.ask:
        yield _beside(shown, new.ask, "")
    yield from (_pick(shown, row) for row in new.pick)
    # Never more than two names: who is asked now stands for the alternates.
    if new.now:
        yield _beside(shown, new.now, "now ")
    elif new.alternates:
        yield Row(tuple(_alternates(new.alternates)), "" if new.where else "swap")
    if new.pick or new.ask:
        return
    if plan.counts.people:
        yield Row((part(_nobody(new)),), "add NAME --at PLACE")
    else:
        yield Row((part("Nobody yet."),))
        yield from (Row((part(text),), command) for text, command in BEGINNINGS)


_STATES = {
    "booked": "This week and the next are booked.",
    "done": "The coffee of this week is held, and the next is booked.",
}


def _nobody(new: NewSlot) -> str:
    """That there is no pick."""
    if new.where:
        return f"Nobody to meet is known in {new.where}."
    return "Nobody new is left."


def _beside(shown: _Shown, row: Line, before: str) -> Row:
    """Whom to ask where nobody new is left, or who is asked now beside the pick."""
    text = (soft(before), name(row.person.name), *dotted([row.text]))
    return Row(text, typed(row.next), also=_others(shown, row))


def _phone(asked: tuple[Line, ...]) -> Iterator[Row]:
    """A few of the address book in one line."""
    if asked:
        names = ", ".join(row.person.name for row in asked)
        text = (part("how often do you want to be in touch with "), part(f"{names}?"))
        yield Row(text, "review phone")


def _pick(shown: _Shown, pick: Line) -> Row:
    """Who they are; below it what else is asked, why them, and what helps to begin."""
    new = shown.plan.new
    week = "for next week" if new.week != shown.plan.context.week else ""
    about = dotted([week, work(pick)])
    below = (*_others(shown, pick), pick.text, *openings(pick))
    text = (part(" · ".join(filter(None, below))),)
    return Row((name(pick.person.name), *about), typed(pick.next), (text,))


def work(row: Line) -> str:
    """Role, organisation and city of somebody: partner at Novak Legal, Boston."""
    person = row.person
    work = " at ".join(filter(None, (person.role, person.org)))
    return ", ".join(filter(None, (work, person.city)))


def openings(pick: Line) -> Iterator[str]:
    """What helps to begin, the shortest first: the end may be cut."""
    if not pick.person.open_tries and not pick.person.last_heard:
        yield reach(pick.details)
    yield f"“{pick.words}”" if pick.words else ""
    needs = values(pick.details, "needs")
    yield f"needs {', '.join(needs)}" if needs else ""
    yield pick.said


def _alternates(alternates: Iterable[Line]) -> Iterator[Part]:
    """Who would be the pick after a swap; why, of the first."""
    for place, row in enumerate(alternates):
        yield soft(" or " if place else "or ")
        yield name(row.person.name)
        if not place and row.short:
            yield soft(f" ({row.short})")


def _note(words: str) -> Parts:
    """A note; what it ends with may be typed."""
    text, found, command = words.partition(f": {_PROGRAM}")
    return advice(f"{text}: ", command) if found else (soft(text),)


def _numbers(plan: Plan) -> str:
    """Coffees, weeks in a row and promises, in a line."""
    numbers = plan.numbers
    said = [f"{numbers.coffees} of {numbers.of} coffees this year"]
    if numbers.streak > 1:
        said.append(f"{numbers.streak} weeks in a row")
    if numbers.promises_closed:
        kept = f"{numbers.promises_on_time} of {numbers.promises_closed}"
        said.append(f"{kept} promises on time")
    return " · ".join(said)


def _hidden(plan: Plan) -> Iterator[str]:
    hidden = [f"{number} {hides(gate)}" for gate, number in plan.hidden.items()]
    if hidden:
        yield f"hidden: {', '.join(hidden)}"


Record = tuple[str, ...]


def _records(plan: Plan, slot: Slot) -> Iterator[Record]:
    """A slot for programs: slot, handle, name, text, what to type."""
    yield from (_record(slot.key, row) for row in slot.lines(plan))
    if slot == COFFEE:
        yield from _coffee_records(plan)


def _record(slot: str, row: Line) -> Record:
    return (slot, row.person.handle, row.person.name, row.text, row.next)


def _told(slot: str, text: str, command: str = "") -> Record:
    """A record about nobody."""
    return (slot, "", "", text, command)


def _coffee_records(plan: Plan) -> Iterator[Record]:
    """Who else it could be, or what to do where there is no pick."""
    new = plan.new
    if new.state:
        yield _told("new", _STATES[new.state])
    if new.now:
        yield _record("now", new.now)
    if new.ask:
        yield _record("ask", new.ask)
    elif not plan.counts.people:
        yield from (_told("new", *beginning) for beginning in BEGINNINGS)
    elif not new.pick and not new.state:
        yield _told("new", _nobody(new), "netlog add NAME --at PLACE")
    for place, row in enumerate(new.alternates):
        swap = "" if place or new.where else "netlog swap"
        yield _record("alternate", row._replace(next=swap))


def _data(shown: _Shown) -> dict[str, Any]:
    """The plan for programs; these keys are a promise.

    Slots are as the plan has them; `more` counts whom the page leaves out.
    """
    plan = shown.plan
    wanted = plan.new.week and plan.new.week.code
    return {
        "week": plan.context.week.code,
        "lens": plan.context.lens,
        "new": [scored(row) | {"week": wanted} for row in plan.new.pick],
        "new_done": plan.new.done,
        "alternates": [scored(row) for row in plan.new.alternates],
        "now": plan.new.now and scored(plan.new.now),
        "ask": plan.new.ask and _person_line(plan.new.ask),
        "booked": [_person_line(row) for row in plan.booked],
        "promises": [_person_line(row) for row in plan.promises],
        "follow_up": [_person_line(row) for row in plan.follow_up],
        "keep": [scored(row) for row in plan.keep],
        "reconnect": [scored(row) for row in plan.reconnect],
        "no_answer": [_person_line(row) for row in plan.no_answer],
        "days": [_person_line(row) for row in plan.days],
        "ask_back": [_person_line(row) for row in plan.ask_back],
        "thank": [_person_line(row) for row in plan.thank],
        "phone": [_person_line(row) for row in plan.phone],
        "more": dict(plan.more),
        "hidden": dict(plan.hidden),
        "counts": plan.counts._asdict(),
        "numbers": plan.numbers._asdict(),
        "notes": [*filter(None, [plan.head]), *plan.notes],
    }


def _person_line(row: Line) -> dict[str, Any]:
    """One line for programs."""
    return brief(row.person) | {"text": row.text, "next": row.next} | row.more


def scored(row: Line) -> dict[str, Any]:
    """One line with its points."""
    terms = [term_data(term) for term in row.terms]
    return _person_line(row) | {"score": row.score, "terms": terms}


def term_data(term: ScoredTerm) -> dict[str, Any]:
    """One reason for programs."""
    return term._asdict()
