"""Coffee with someone new: one pick, pinned with its two alternates."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from netlog.db import sql
from netlog.domain.booking import BookedWith
from netlog.domain.dates import day_and_month, spell_day_of_week, spell_short
from netlog.domain.person import Person
from netlog.domain.pins import ToPin, picks
from netlog.domain.stable_random import draw_start
from netlog.domain.weeks import Week
from netlog.plan.context import PlanContext, week_number
from netlog.plan.facts import PersonFacts
from netlog.plan.gates import is_new
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line, NewSlot
from netlog.plan.score import ScoredTerm, scored_terms
from netlog.plan.slots.asking import whom_to_ask
from netlog.plan.terms.new import NEW_TERMS, days_ago

_DRAWN = 100
_PINNED = 3
_SAID_OF_NEW = ("near", "named by", "client path")
_FAR = 0.7
_PATIENCE = 7
_LATELY = timedelta(weeks=4)
AGAIN, KNOWN = "again", "known"


def fill(inputs: PlanInputs) -> NewSlot:
    """The pick and its alternates, or that the coffee is booked or held."""
    if inputs.where:
        return _on_a_trip(inputs)
    this, following = inputs.context.week, inputs.context.week.next()
    picked = _lately_picked(inputs)
    held = _is_held(inputs, picked)
    bookings = _bookings(inputs)
    booked = _booked_weeks(inputs, picked, bookings)
    is_taken = held or this in booked
    if is_taken and following in booked:
        return NewSlot(state="done" if held else "booked", done=held)
    wanted = following if is_taken else this
    pinned = _pinned(inputs, this)
    fallen = _fallen_through(bookings)
    lines = _connected(inputs, pinned, wanted)
    too_few = 0 < len(lines) < _PINNED
    if too_few and _gives_way(inputs, lines[0].person, booked, fallen):
        lines += _besides(inputs, pinned, lines, wanted)
    slot = (
        _slot(inputs, lines, pinned) if lines else _last_resort(inputs, pinned, wanted)
    )
    slot = _with_now(inputs, slot, booked, fallen)
    pick = tuple(_said_of(fallen, line) for line in slot.pick)
    return slot._replace(pick=pick, done=held, week=wanted)


def _said_of(fallen: Mapping[int, str], line: Line) -> Line:
    """A line, and why what was booked came to nothing."""
    why = fallen.get(line.person.id)
    return line._replace(text=f"{line.text}, {why}") if why else line


def _on_a_trip(inputs: PlanInputs) -> NewSlot:
    """Who lives where the user will be: the connected, else the known, else strangers.

    What is pinned or booked at home says nothing of them, and nobody is pinned.
    """
    lines = _living_there(inputs, ranked(inputs))
    lines = lines or _living_there(inputs, last_resorts(inputs))
    week = inputs.context.week
    return NewSlot(lines[:1], lines[1:_PINNED], week=week, where=inputs.where)


def _living_there(inputs: PlanInputs, lines: Iterable[Line]) -> tuple[Line, ...]:
    is_near = inputs.load_facts.is_near
    return tuple(line for line in lines if is_near(line.person))


def _pinned(inputs: PlanInputs, week: Week) -> list[Person]:
    pins = sql.pins(inputs.store, "new", week.code)
    people = (sql.person(inputs.store, pin.person_id) for pin in pins)
    return [person for person in people if person]


def _lately_picked(inputs: PlanInputs) -> frozenset[int]:
    """Who was the pick, or stood beside it, this week or in the four before."""
    since = (inputs.context.week.monday - _LATELY).isoformat()
    pins = sql.last_pins(inputs.store, "new")
    return frozenset(key for key, day in pins.items() if day >= since)


def _is_held(inputs: PlanInputs, picked: Collection[int]) -> bool:
    """A sit-down this week with anybody new, or with who was picked."""
    sat_with = inputs.gates.sat_with
    if sat_with.intersection(picked):
        return True
    people = (sql.person(inputs.store, key) for key in sorted(sat_with))
    return any(_was_new(person, inputs) for person in people if person)


def _was_new(person: Person, inputs: PlanInputs) -> bool:
    first = person.first_sitdown
    monday = inputs.context.week.monday
    return not person.known and first is not None and first >= monday


def _bookings(inputs: PlanInputs) -> list[BookedWith]:
    """What is or was booked for this week and the next."""
    week = inputs.context.week
    return sql.bookings_between(inputs.store, week.monday, week.next().sunday)


def _fallen_through(bookings: Iterable[BookedWith]) -> dict[int, str]:
    """Whose bookings all came to nothing, and how the last of them did."""
    said: dict[int, str] = {}
    for booking, _, asked in bookings:
        said[asked.id] = {
            "cancelled": f"cancelled for {spell_day_of_week(booking.day)}",
            "no-show": f"did not come on {spell_day_of_week(booking.day)}",
        }.get(booking.state, "")
    return {key: why for key, why in said.items() if why}


def _booked_weeks(
    inputs: PlanInputs, picked: Collection[int], bookings: Iterable[BookedWith]
) -> set[Week]:
    """Which of this week and the next hold a booking with somebody new, or picked."""
    this, following = inputs.context.week, inputs.context.week.next()
    weeks = set()
    for booking, _, asked in bookings:
        person = sql.person(inputs.store, asked.id) if booking.is_open else None
        if person and (is_new(person) or person.id in picked):
            weeks.add(this if this.holds(booking.day) else following)
    return weeks


def _connected(
    inputs: PlanInputs, pinned: Sequence[Person], wanted: Week
) -> tuple[Line, ...]:
    """The best of those whom something connects with the user, those pinned first.

    They stand with nobody else but whom the user wished for.
    """
    pins = sql.pins(inputs.store, "new", inputs.context.week.code)
    wished = {pin.person_id for pin in pins if pin.place < 0}
    close = [
        person
        for person in pinned
        if is_open(inputs, person) and (_is_connected(person) or person.id in wished)
    ]
    others: tuple[Line, ...] = ()
    if len(close) < _PINNED:
        others = _free(ranked(inputs, wanted), {person.id for person in pinned})
    return lines_for(inputs, close, wanted) + others


def _besides(
    inputs: PlanInputs, pinned: Sequence[Person], lines: Sequence[Line], wanted: Week
) -> tuple[Line, ...]:
    """Who is tried beside connected people that are too few to give way to."""
    taken = {line.person.id for line in lines}
    live = [p for p in pinned if p.id not in taken and is_open(inputs, p)]
    more = _free(last_resorts(inputs, wanted), taken | {p.id for p in pinned})
    return lines_for(inputs, live, wanted) + more


def _last_resort(inputs: PlanInputs, pinned: Sequence[Person], wanted: Week) -> NewSlot:
    """Where nobody connected is left: whom to ask, and somebody known or a stranger."""
    live = [person for person in pinned if is_open(inputs, person)]
    ask, ask_pins = whom_to_ask(inputs, {person.id for person in live})
    asked = {ask.person.id} if ask else set()
    standing = lines_for(inputs, [p for p in live if p.id not in asked], wanted)
    resorts = _free(last_resorts(inputs, wanted), {person.id for person in pinned})
    others = _free(resorts, asked)
    if resorts and not standing and not others and not _introduced(inputs, resorts):
        # A coffee with the only one there is says more than a message.
        ask, ask_pins, others = None, (), resorts
    slot = _slot(inputs, standing + others, pinned)
    cut = tuple(line.person for line in others)
    return slot._replace(ask=ask, to_pin=(*slot.to_pin, *ask_pins), others=cut)


def _introduced(inputs: PlanInputs, lines: Iterable[Line]) -> bool:
    """Whether any of these is somebody who introduces people."""
    return any(sql.introduced(inputs.store, line.person.id) for line in lines)


def _slot(
    inputs: PlanInputs, lines: tuple[Line, ...], pinned: Sequence[Person]
) -> NewSlot:
    """The pick and its alternates, and whom of them to pin behind those who are."""
    shown = lines[:_PINNED]
    week = inputs.context.week
    pins = sql.pins(inputs.store, "new", week.code)
    free = max((pin.place for pin in pins), default=-1) + 1
    coming = _free(shown, {person.id for person in pinned})
    to_pin = tuple(
        ToPin("new", week.code, place, week.monday, line.person.id)
        for place, line in enumerate(coming, max(free, 0))
    )
    return NewSlot(shown[:1], shown[1:], to_pin=to_pin)


def _free(lines: tuple[Line, ...], pinned: Collection[int]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.person.id not in pinned)


def _is_connected(person: Person) -> bool:
    return is_new(person) and person.connected


def is_open(inputs: PlanInputs, person: Person) -> bool:
    """Whether somebody could be the pick, and no gate is in the way."""
    return could_be(inputs, person) and not inputs.gates.bars_new(person)


def could_be(inputs: PlanInputs, person: Person) -> bool:
    """New, or known and never sat down with, or not for a year."""
    last = person.last_sitdown
    return last is None or last <= inputs.context.again_until


def _with_now(
    inputs: PlanInputs,
    slot: NewSlot,
    booked: Collection[Week],
    fallen: Collection[int],
) -> NewSlot:
    """A slot with the alternate who stands beside a pick that does not answer."""
    today = inputs.context.today
    free = [each for each in slot.alternates if not _is_waited_for(each.person, today)]
    if not free or not _gives_way(inputs, slot.pick[0].person, booked, fallen):
        return slot
    return slot._replace(now=free[0])


def _gives_way(
    inputs: PlanInputs, pick: Person, booked: Collection[Week], fallen: Collection[int]
) -> bool:
    """Whether the pick does not answer, or last week's did not and none is booked.

    Or what was booked with the pick fell through.
    """
    if pick.id in fallen or is_silent(inputs, pick):
        return True
    return inputs.context.week not in booked and _last_is_silent(inputs)


def is_silent(inputs: PlanInputs, person: Person) -> bool:
    """Tried in vain, or written to two days ago or more and not heard from."""
    if not person.open_tries or person.last_tried is None:
        return False
    days = (inputs.context.today - person.last_tried).days
    return _was_in_vain(person) or days >= inputs.context.settings.now_days


def _was_in_vain(person: Person) -> bool:
    """Whether the last try got no answer, and was not only sent."""
    tried, contact = person.last_tried, person.last_contact
    return tried is not None and (contact is None or tried > contact)


def _last_is_silent(inputs: PlanInputs) -> bool:
    """Whether last week's pick was written to, and neither answered nor was met."""
    week = inputs.context.week.previous()
    pins = sql.pins(inputs.store, "new", week.code)
    last = [*picks(pins, sql.skips_in(inputs.store, week.code))][-1:]
    people = (sql.person(inputs.store, pin.person_id) for pin in last)
    return any(
        person.open_tries > 0 and (person.last_sitdown or date.min) < week.monday
        for person in people
        if person
    )


def _is_waited_for(person: Person, today: date) -> bool:
    """Written to or tried less than a week ago, and not heard from."""
    if not person.open_tries or person.last_tried is None:
        return False
    return (today - person.last_tried).days < _PATIENCE


def ranked(inputs: PlanInputs, wanted: Week | None = None) -> tuple[Line, ...]:
    """Everybody new whom something connects with the user, the best first.

    They are the 300 most recently connected; `wanted` is the week of the coffee.
    """
    return best_first(lines_for(inputs, _fresh(inputs), wanted or inputs.context.week))


def considered(inputs: PlanInputs) -> list[Person]:
    """Everybody new who is looked at and not held: the connected, and strangers."""
    strangers = [p for p in _strangers(inputs) if not inputs.gates.bars_new(p)]
    return _fresh(inputs) + strangers


def _fresh(inputs: PlanInputs) -> list[Person]:
    fresh = sql.fresh(inputs.store, inputs.context.today)
    return [person for person in fresh if not inputs.gates.bars_new(person)]


def _strangers(inputs: PlanInputs) -> list[Person]:
    """A hundred others each week."""
    return around(
        lambda place: sql.strangers(inputs.store, inputs.context.today, place),
        draw_start(week_number(inputs.context.week)),
    )[:_DRAWN]


def last_resorts(inputs: PlanInputs, wanted: Week | None = None) -> tuple[Line, ...]:
    """Where nobody connected is left: known and never sat down with, then strangers.

    Those with whom there was no sit-down for a year stand among the known.
    """
    week = wanted or inputs.context.week
    context = inputs.context
    start = draw_start(week_number(context.week))
    known = _known_unmet(inputs, start, connected=True)
    known += _known_unmet(inputs, start, connected=False)
    known += sql.longest_without_sitdown(
        inputs.store, until=context.again_until, today=context.today
    )
    groups = (known, _strangers(inputs))
    return tuple(
        line
        for people in groups
        for line in best_first(
            lines_for(inputs, [p for p in people if not inputs.gates.bars_new(p)], week)
        )
    )


def _known_unmet(inputs: PlanInputs, start: int, *, connected: bool) -> list[Person]:
    return around(
        lambda place: sql.known_unmet(
            inputs.store, inputs.context.today, place, connected=connected
        ),
        start,
    )[:_DRAWN]


def lines_for(
    inputs: PlanInputs, people: Iterable[Person], wanted: Week
) -> tuple[Line, ...]:
    """One line a person, with the points."""
    return tuple(_line(inputs, person, wanted) for person in people)


def _line(inputs: PlanInputs, person: Person, wanted: Week) -> Line:
    facts = inputs.load_facts.for_new(person)
    scored = scored_terms("new", NEW_TERMS, facts, inputs.context)
    return Line(
        person,
        reasons(scored, facts, inputs.context),
        next_step(facts, inputs.context, wanted),
        terms=scored,
        more=_more(person),
        short=_through(facts, scored),
    )


def _through(facts: PersonFacts, scored: Sequence[ScoredTerm]) -> str:
    """By whom and when, in the fewest words; where they are, if that is elsewhere."""
    said = {term.name: term.text for term in scored}
    ways = facts.counted_ways
    by = ways[-1].name if ways else said["warmth"]
    where = said["near"] if facts.is_near is not None else ""
    return ", ".join(filter(None, (by, said["freshness"], where)))


def _more(person: Person) -> dict[str, bool]:
    if person.last_sitdown:
        return {AGAIN: True}
    return {KNOWN: True} if person.known else {}


def next_step(facts: PersonFacts, context: PlanContext, wanted: Week) -> str:
    """What to type for a coffee: write, call whoever is elsewhere, or book.

    Nothing, '', while there is time for an answer.
    """
    person = facts.person
    if _is_waited_for(person, context.today):
        return ""
    if facts.is_only_offered:
        if _is_asked_for(facts, context):
            return ""
        return f"netlog log {facts.counted_ways[-1].handle} -k message"
    far = facts.is_near is False
    if person.last_heard:
        call = " -k call" if far else ""
        return f"netlog book {person.handle} {_friday(context.today, wanted)}{call}"
    kind = "email" if person.connected or person.known else "message"
    return f"netlog log {person.handle} -k {'call' if far else kind}"


def _friday(today: date, wanted: Week) -> str:
    """The Friday of a week as it is typed; the next one where that is over."""
    friday = wanted.monday + timedelta(days=4)
    if (friday - today).days <= 7:  # noqa: PLR2004 (the next one)
        return "fri"
    return day_and_month(friday)


def _is_asked_for(facts: PersonFacts, context: PlanContext) -> bool:
    """Whether who offered to introduce them was asked this week."""
    return facts.asked_on is not None and facts.asked_on >= context.week.monday


def around(ask: Callable[[int], list[Person]], start: int) -> list[Person]:
    """Who is drawn from a place on, and from the beginning again."""
    drawn = ask(start)
    seen = {person.id for person in drawn}
    return drawn + [person for person in ask(0) if person.id not in seen]


def best_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    """By score, then by handle so that the order is always the same."""
    return tuple(sorted(lines, key=lambda line: (-line.score, line.person.handle)))


def reasons(
    scored: Sequence[ScoredTerm], facts: PersonFacts, context: PlanContext
) -> str:
    """Why somebody: by whom, since when, what else speaks for them."""
    by_name = {term.name: term for term in scored}
    person = facts.person
    if person.last_sitdown:
        weeks = (context.today - person.last_sitdown).days // 7
        last = spell_short(person.last_sitdown)
        return f"last sat down {last}, {weeks} weeks ago"
    first = f"{by_name['warmth'].text} {by_name['freshness'].text}".strip()
    if person.known:
        first = "you know them, no coffee logged"
    parts = [first, *_since(person, context)]
    if facts.is_only_offered:
        parts.append(_about_the_mail(facts, context))
    parts += [by_name[name].text for name in _SAID_OF_NEW]
    if by_name["bridge"].measure >= _FAR:
        parts.append(by_name["bridge"].text)
    return ", ".join(filter(None, parts))


def _about_the_mail(facts: PersonFacts, context: PlanContext) -> str:
    """What is left to do where an introduction was only offered."""
    name = facts.counted_ways[-1].name
    if facts.asked_on and _is_asked_for(facts, context):
        asked = days_ago((context.today - facts.asked_on).days)
        return f"you were in touch with {name} {asked}"
    return f"ask {name} for the mail"


def _since(person: Person, context: PlanContext) -> list[str]:
    """What was sent since, and that nothing came back."""
    if not person.open_tries or person.last_tried is None:
        return []
    when = days_ago((context.today - person.last_tried).days)
    how = "tried" if _was_in_vain(person) else "written to"
    return [f"{how} {when}, no answer yet"]
