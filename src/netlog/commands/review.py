"""netlog review: the plan, walked line by line with single keys."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from shlex import quote
from shutil import get_terminal_size
from typing import Annotated

from typer import Context

from netlog.app import App
from netlog.commands import BY_NAME
from netlog.db import sql
from netlog.domain.journal import Change, command_of
from netlog.domain.kinds import TouchKind
from netlog.domain.names import clean
from netlog.domain.numbers import counted
from netlog.errors import NetlogError, RefusedError, UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import app_of, slot_argument
from netlog.output.answer import (
    Answer,
    Parts,
    Row,
    Section,
    Sheet,
    Table,
    exact,
    name,
    part,
    soft,
)
from netlog.output.keyboard import DOWN, END, ENTER, LEFT, RIGHT, UP, Keyboard
from netlog.output.wrapping import cleaned, wrapped
from netlog.plan.agenda import Key, Matter, agenda, still_asked
from netlog.plan.context import PlanContext, context_for
from netlog.plan.inputs import inputs_for
from netlog.plan.result import Line, Plan
from netlog.plan.week import pinned_plan, plan_for
from netlog.views.due import (
    SLOT_NAMES,
    SLOTS,
    dotted,
    openings,
    slot_named,
    typed,
    work,
)
from netlog.views.wording import nobody

_LABELS = {slot.key: slot.label for slot in SLOTS}
_PROMPT = "> "


def command(
    ctx: Context,
    slot: Annotated[str, slot_argument(SLOT_NAMES)] = "",
) -> None:
    """Walk through the plan, or all of one slot, with a key for each line.

    d types the command of the line, l logs a touch, s skips, z snoozes, b shows who it
    is, n goes on, p back, u takes back what was done last, ? lists the keys, q ends it.
    Each key is one change, as if its line had been typed.  Without a terminal, or with
    --json, it is refused: netlog due --json is the same plan for programs.
    """
    app = app_of(ctx)
    key = slot_named(slot).key if slot else ""
    _refuse_elsewhere(app)
    context = context_for(app.today, app.settings)
    plan = pinned_plan(context, app.store, app.database.pin, app.warn)
    if key:
        whole = context._replace(settings=app.settings.whole(key))
        plan = plan_for(whole, app.store)
    matters = agenda(plan, key)
    if not matters:
        sys.stdout.write(f"{_nothing(plan, key)}\n")
        return
    walk = Walk(app, context, matters, by_person=not key)
    with Keyboard(sys.stdin.fileno(), sys.stdout) as keyboard:
        Review(app, walk, keyboard).run()


def _refuse_elsewhere(app: App) -> None:
    """Keys come from a terminal, and what they are about is read on one."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RefusedError(
            "Nobody is at a terminal to press keys.", "netlog due shows the same plan."
        )
    if app.format not in {"", "page"}:
        raise UsageError(
            "A review is for somebody who presses keys, and has no other format.",
            "netlog due --json is the plan for programs.",
        )


def _nothing(plan: Plan, slot: str) -> str:
    if not plan.counts.people:
        return nobody()
    return f"Nothing under {_LABELS[slot]} this week." if slot else "Nothing is due."


class Done(NamedTuple):
    """A change that was made here: its number and words, and at which place.

    `settles`: whether that is all that was asked there.
    """

    number: int
    command: str
    place: int
    settles: bool


class Walk:
    """Where somebody is in an agenda, what of it is still asked, what they did.

    `by_person`: a person has one line, as on the page, until that is settled.
    """

    def __init__(
        self,
        app: App,
        context: PlanContext,
        matters: Sequence[Matter],
        *,
        by_person: bool,
    ) -> None:
        self.app = app
        self.by_person = by_person
        self.context = context
        self.matters = matters
        self.done: list[Done] = []
        self.asked: dict[Key, Matter] = {}
        self.place = -1
        self.look()
        self.move(1)

    @property
    def matter(self) -> Matter | None:
        """What is asked at this place, as it stands now; None behind the last."""
        if self.place >= len(self.matters):
            return None
        matter = self.matters[self.place]
        now: Matter | None = self.asked.get(matter.key)
        return now or matter

    def look(self) -> None:
        """See what is still asked."""
        inputs = inputs_for(self.context, self.app.store)
        self.asked = still_asked(inputs, self.matters)

    def is_open(self, place: int) -> bool:
        """Whether anything is asked at a place, and was not done here."""
        settled = {done.place for done in self.done if done.settles}
        return self.matters[place].key in self.asked and place not in settled

    def open_places(self) -> list[int]:
        """Every place at which something is asked, of a person perhaps the first."""
        places: dict[int, int] = {}
        for place, matter in enumerate(self.matters):
            if self.is_open(place):
                once = matter.line.person.id if self.by_person else place
                places.setdefault(once, place)
        return list(places.values())

    def move(self, step: int) -> bool:
        """Go to the next place, 1, or the one before, -1; whether there is one.

        What is settled is passed over; behind the last the walk ends.
        """
        places = self.open_places()
        if step > 0:
            later = [place for place in places if place > self.place]
            self.place = later[0] if later else len(self.matters)
            return bool(later)
        earlier = [place for place in places if place < self.place]
        self.place = earlier[-1] if earlier else self.place
        return bool(earlier)

    def also(self, matter: Matter) -> list[Matter]:
        """What else is asked about the person of a matter, and takes another line."""
        others = [
            self.asked[other.key]
            for place, other in enumerate(self.matters)
            if self.is_open(place) and other.line.person.id == matter.line.person.id
        ]
        return [other for other in others if other.line.next != matter.line.next]

    def type(self, line: str, *, settles: bool) -> Answer:
        """Type a line about the matter; gives its answer.

        One that `settles` it answers what was asked; another one does where the plan
        would ask something else now.
        """
        before, asked = self._newest(), self.matter
        answer = self.app.enter(line)
        self.look()  # it may have been done elsewhere
        newest = self._newest()
        if newest and newest != before:
            now = asked and self.asked.get(asked.key)
            answered = asked is None or now is None or now.line.next != asked.line.next
            self.done.append(
                Done(newest.id, newest.command, self.place, settles or answered)
            )
        return answer

    def undo(self) -> Answer:
        """Take back what was done here last, and go to where that was."""
        if not self.done:
            raise RefusedError(
                "Nothing was changed here yet.", "n goes to the next line."
            )
        last, newest = self.done[-1], self._newest()
        if newest is None or newest.id != last.number:
            raise RefusedError(
                "Something else was changed since.",
                "netlog history shows it; netlog undo takes the newest change back.",
            )
        answer = self.app.enter("undo")
        self.place = self.done.pop().place
        self.look()
        return answer

    def _newest(self) -> Change | None:
        return sql.newest_done(self.app.store)


class TypingKey(NamedTuple):
    """A key that types a line about a matter: its word, what it does, the line."""

    word: str
    does: str
    line: Callable[[Matter], str]


def _next_line(matter: Matter) -> str:
    """What the plan says to type."""
    if not matter.line.next:
        raise RefusedError(
            f"Nothing is asked of {matter.line.person.name} while there is time for an"
            " answer.",
            "n goes to the next line.",
        )
    return typed(matter.line.next)


def _skip(matter: Matter) -> str:
    _refuse_to_put_off(matter, "skipped")
    return f"skip {matter.line.person.handle}"


def _rest(matter: Matter) -> str:
    return f"rest {matter.line.person.handle}"


def _refuse_to_put_off(matter: Matter, how: str) -> None:
    """What stands whatever holds the person cannot be put off with them."""
    more = matter.line.more
    if matter.slot == "days":
        raise RefusedError(f"A day cannot be {how}.", "n passes it by.")
    if how == "skipped" and matter.slot == "promises":
        raise RefusedError(
            "A promise is kept, moved or let go.",
            f"z moves it; netlog done {more['promise']} --drop lets it go.",
        )
    if how == "skipped" and matter.slot == "booked":
        raise RefusedError(
            "What is booked is held, moved or called off.",
            f"z moves it; netlog book {_everybody(matter)} --cancel calls it off.",
        )


def _everybody(matter: Matter) -> str:
    """Who is meant by a matter, as they are typed: of a booking, all who are asked."""
    return " ".join(matter.line.more.get("people", (matter.line.person.handle,)))


def _later(matter: Matter, day: str) -> str:
    """The line by which somebody is left out until a day, or an entry moved to it."""
    more = matter.line.more
    if "promise" in more:
        return f"edit --promise {more['promise']} --by {quote(day)}"
    if "booking" in more:
        return f"edit --booking {more['booking']} --on {quote(day)}"
    return f"snooze {matter.line.person.handle} {day}"


_DOING: Mapping[str, TypingKey] = {
    "d": TypingKey("done", "types the command of the line", _next_line),
    "s": TypingKey("skip", "leaves them out this week", _skip),
}
_ASKING: Mapping[str, TypingKey] = {
    "o": TypingKey("often", "every three months", _next_line),
    "s": TypingKey("seldom", "not now; one day under Reconnect", _skip),
    "v": TypingKey("never", "leaves them out of every plan", _rest),
}
"""For people of a phone, of whom nothing is on record."""
_OTHERS = {
    "l": ("log", "logs a touch with them; the next key says which kind"),
    "z": ("snooze", "leaves them out, or moves what is promised or booked, to a day"),
    "b": ("brief", "shows who they are"),
    "n": ("next", "goes on, and so do the space, Enter and the arrows"),
    "p": ("back", "goes back to the line before"),
    "u": ("undo", "takes back what was done here last"),
    "?": ("keys", "lists the keys"),
    "q": ("quit", "ends it; what was done stays done"),
}
_FORWARD = {"n", " ", ENTER, RIGHT, DOWN}
_BACK = {"p", LEFT, UP}
_KIND_KEYS = {"coffee": "c", "call": "k", "email": "e", "message": "m", "card": "n"}


class Review:
    """A walk at a keyboard: asks at each place, does what a key says, shows it."""

    def __init__(self, app: App, walk: Walk, keyboard: Keyboard) -> None:
        self.app = app
        self.walk = walk
        self.keyboard = keyboard
        self.shown: Matter | None = None
        self.has_begun = False
        self.says: Mapping[str, Callable[[Matter], None]] = {
            "l": self.log,
            "z": self.snooze,
            "b": self.brief,
            "u": self.undo,
            "?": self.help,
        }

    def run(self) -> None:
        """Walk to the end, or until somebody has enough; then say what was done."""
        try:
            while (matter := self.walk.matter) is not None:
                if matter != self.shown:
                    if self.has_begun:
                        self.say("")
                    self.has_begun = True
                    self.app.show(_line_answer(self.walk, matter))
                    self.say(_keys_said(matter.slot))
                    self.shown = matter
                key = self.keyboard.key(_PROMPT)
                if key in {"q", END}:
                    self.say("quit")
                    break
                try:
                    self.press(key, matter)
                except NetlogError as error:
                    self.say(error.sentence)
                    if error.advice:
                        self.say(self.app.naming(error.advice, BY_NAME))
                    self.walk.look()  # it may have been done elsewhere
                    self.go_on()
        except KeyboardInterrupt:
            self.say("")
            self.say(_what_was_done(self.walk))
            raise
        self.say(_what_was_done(self.walk))

    def press(self, key: str, matter: Matter) -> None:
        """Do what a key says about a matter."""
        typing = _typing_keys(matter.slot)
        if key in typing:
            self.type(typing[key].line(matter), settles=True)
        elif key in _FORWARD:
            self.say("next")
            self.walk.move(1)
        elif key in _BACK:
            self.say("back" if self.walk.move(-1) else "This is the first line.")
        elif key in self.says:
            self.says[key](matter)
        else:
            self.say("That is no key here; ? lists them.")

    def type(self, line: str, *, settles: bool) -> None:
        """Type a line, show it and its answer, and go on where nothing is left."""
        self.say(f"netlog {line}")
        self.app.show(self.walk.type(line, settles=settles))
        self.shown = None
        self.go_on()

    def go_on(self) -> None:
        """Go to the next line where nothing of this one is left."""
        if not self.walk.is_open(self.walk.place):
            self.walk.move(1)

    def log(self, matter: Matter) -> None:
        """Log a touch of a kind that the next key says."""
        keys = kind_keys(self.app.settings.touch_kinds)
        who = matter.line.person
        self.say(f"log with {who.name}")
        for text in _kinds_said(keys, get_terminal_size().columns):
            self.say(text)
        key = self.keyboard.key(_PROMPT)
        kind = keys.get(key.lower())
        if kind is None:
            self.say("Nothing is logged.")
            return
        tried = " --no-answer" if key.isupper() else ""
        line = f"log {_everybody(matter)} -k {quote(kind)}{tried}"
        self.type(line, settles=matter.slot == "days")

    def snooze(self, matter: Matter) -> None:
        """Leave somebody out until a day, or move what is promised or booked to it."""
        _refuse_to_put_off(matter, "snoozed")
        moves = {"promise", "booking"} & matter.line.more.keys()
        self.say("move it" if moves else f"snooze {matter.line.person.name}")
        self.say("until: w for a week, or a day: fri, 20 nov, 2w")
        said = self.keyboard.line(_PROMPT)
        if said is None:
            self.say("Nothing is changed.")
            return
        day = said.strip()
        day = "1w" if day in {"", "w"} else day
        self.app.typed.to_come(day)  # nothing but a day goes on the line
        self.type(_later(matter, day), settles=True)

    def brief(self, matter: Matter) -> None:
        """Show who somebody is."""
        self.type(f"brief {matter.line.person.handle}", settles=False)

    def undo(self, matter: Matter) -> None:
        """Take back what was done here last."""
        del matter
        self.say("undo")
        self.app.show(self.walk.undo())

    def help(self, matter: Matter) -> None:
        """List the keys."""
        self.say("keys")
        rows = tuple(_all_keys(matter.slot))
        self.app.show(Answer("review", None, table=Table(("key", "", ""), rows)))

    @staticmethod
    def say(text: str) -> None:
        """Write a line."""
        sys.stdout.write(f"{clean(text)}\n")
        sys.stdout.flush()


def kind_keys(kinds: Mapping[str, TouchKind]) -> dict[str, str]:
    """A key for each kind of touch: a letter of its name, else a digit."""
    first = [kind for kind in _KIND_KEYS if kind in kinds]
    keys = {_KIND_KEYS[kind]: kind for kind in first}
    for kind in kinds:
        if kind not in first:
            letters = [letter for letter in kind.lower() if letter.isalpha()]
            free = (key for key in (*letters, *"1234567890") if key not in keys)
            key = next(free, "")
            if key:
                keys[key] = kind
    return keys


def _kinds_said(keys: Mapping[str, str], room: int) -> Iterator[str]:
    """Each key with its kind in lines, never parted from it."""
    parts = [
        each
        for key, kind in keys.items()
        for each in (exact(f"{key} {kind}"), part(", "))
    ]
    more = part("; a capital letter: tried, and no answer")
    for row in wrapped(cleaned((*parts[:-1], more)), room, room):
        yield "".join(each.text for each in row)


def _typing_keys(slot: str) -> Mapping[str, TypingKey]:
    return _ASKING if slot == "phone" else _DOING


def _all_keys(slot: str) -> Iterator[tuple[str, str, str]]:
    """Each key with its word and what it does."""
    for key, typing in _typing_keys(slot).items():
        yield key, typing.word, typing.does
    for key, (word, does) in _OTHERS.items():
        yield key, word, does


def _keys_said(slot: str) -> str:
    """The keys, each with its word where one line has room for that.

    Else only those have it that are not the same everywhere, or none.
    """
    own = [f"{key} {typing.word}" for key, typing in _typing_keys(slot).items()]
    others = [f"{key} {word}" for key, (word, _) in _OTHERS.items()]
    letters = " ".join(_OTHERS)
    ways = (", ".join((*own, *others)), f"{', '.join(own)}; {letters}")
    room = get_terminal_size().columns
    bare = " ".join((*_typing_keys(slot), letters))
    return next((way for way in ways if len(way) <= room), bare)


def _line_answer(walk: Walk, matter: Matter) -> Answer:
    """One line of the plan as its page has it, with all that helps to begin."""
    line = matter.line
    left = len([place for place in walk.open_places() if place > walk.place])
    title = soft(f"{left} more after this" if left else "The last line")
    key = next(iter(_typing_keys(matter.slot)))
    row = Row(
        (name(line.person.name), *dotted((line.text,))),
        typed(line.next),
        tuple(_joined(_about(line))),
        tuple(other.line.short or other.line.text for other in walk.also(matter)),
    )
    sheet = Sheet(
        (title,),
        f"{key} netlog …" if line.next else "",
        (Section(_LABELS[matter.slot], (row,)),),
    )
    return Answer("review", None, sheet=sheet)


def _about(line: Line) -> Iterator[str]:
    """What they do, and what helps to begin."""
    yield work(line)
    yield from openings(line)


def _joined(texts: Iterable[str]) -> Iterator[Parts]:
    """Texts one after the other on a line, if there are any."""
    text = " · ".join(filter(None, texts))
    if text:
        yield (part(text),)


_DID = {
    "log": "logged",
    "done": "kept",
    "thank": "thanked",
    "intro": "brought up to date",
    "book": "booked",
    "skip": "skipped",
    "snooze": "snoozed",
    "rest": "resting",
    "edit": "changed",
}


def _what_was_done(walk: Walk) -> str:
    """What was done here, and how many lines are left, in a line."""
    commands = [command_of(done.command) for done in walk.done]
    did = [
        f"{commands.count(command)} {_DID.get(command, command)}"
        for command in dict.fromkeys(commands)
    ]
    left = len(walk.open_places())
    rest = f"{counted(left, 'line')} left" if left else "nothing is left"
    return f"{', '.join(did) or 'Nothing was changed'}; {rest}."
