"""The user: reads the page as a person would, and does what its lines say.

A line is done with a chance, as long as the minutes of the week last. A user knows what
netlog need not say: that one does not write again before a week is over, that a coffee
which is agreed on needs no further mail, and whom one never calls.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

from bench.living.actions import Netlog
from bench.living.calendar import Calendar
from bench.living.lives import Life
from bench.living.page import Ask, Page
from bench.living.people import Somebody, day_of_coffee, days_to_answer

COFFEE, CALL, MESSAGE, PROMISE = 90, 20, 10, 15
"""What takes how many minutes."""
_PATIENCE = timedelta(days=7)
_DAY = timedelta(days=1)
_OFTEN = 13
_SIT_DOWN = {"coffee", "lunch", "dinner", "meeting"}
_UNANSWERED = {"card", "note", "article", "gift"}
_LOOKED_AT = {"booked"}
"""Slots of which nothing follows: coffees take place, and are logged, by themselves."""
_SEVERAL = {"promises", "thank"}
"""Slots whose lines are done beside another one of the same person."""


class User:
    """Somebody with netlog, a calendar and habits; `minutes` is what the week took."""

    def __init__(
        self, life: Life, netlog: Netlog, calendar: Calendar, chance: Random
    ) -> None:
        self.life = life
        self.manners = life.manners
        self.netlog = netlog
        self.calendar = calendar
        self.chance = chance
        self.people: dict[str, Somebody] = {}
        self.minutes = 0
        self.named_by: list[Somebody] = []
        self._verbs: Mapping[str, Callable[[Ask, Somebody], None]] = {
            "log": self._log,
            "book": self._book,
            "done": self._done,
            "thank": self._thank,
            "intro": self._intro,
            "review": self._review,
        }

    @property
    def today(self) -> date:
        """The day on which the page is read."""
        return self.netlog.today

    def reads(self, page: Page) -> None:
        """Go through the page from the top."""
        done: set[str] = set()
        for ask in page.asks:
            several = ask.slot in _SEVERAL
            if ask.handle in done and not several:
                continue
            if self.chance.random() < self.life.does and self._has_time():
                if not several:
                    done.add(ask.handle)
                self._does(ask)

    def _has_time(self) -> bool:
        return not self.life.minutes or self.minutes < self.life.minutes

    def _does(self, ask: Ask) -> None:
        verb = self._verbs.get(ask.words[0]) if ask.words else None
        if verb and ask.slot not in _LOOKED_AT:
            verb(ask, self.people[ask.handle])

    def _log(self, ask: Ask, somebody: Somebody) -> None:
        """Log WHO -k KIND; where WHO is another one, they are asked about somebody."""
        who, kind = self.people[ask.words[1]], _kind(ask.words)
        if "--names" in ask.words:
            self._asks_whom_to_meet(who)
        elif who is not somebody:
            self._asks_about(somebody, who, ask.slot)
        elif self.life.coffee_weeks and ask.slot in {"new", "now"}:
            pass  # this coffee is in the calendar already
        elif kind in _SIT_DOWN:
            self._proposes(somebody)
        elif kind == "call":
            self._calls(somebody)
        else:
            self._writes(somebody, kind)

    def _book(self, ask: Ask, somebody: Somebody) -> None:
        """Book WHO DAY: they are asked, and come on the day that suits both."""
        if not (self.life.coffee_weeks and ask.slot in {"new", "now"}):
            self._proposes(somebody)

    def _done(self, ask: Ask, somebody: Somebody) -> None:
        """Done N."""
        self.netlog.keep_promise(int(ask.words[1]))
        somebody.touched_on = self.today
        self.minutes += PROMISE

    def _thank(self, ask: Ask, somebody: Somebody) -> None:
        """Thank WHO."""
        self.netlog.thank(ask.words[1])
        somebody.touched_on = self.today
        self.minutes += MESSAGE

    def _intro(self, ask: Ask, somebody: Somebody) -> None:
        """Intro A B --state met: did they meet? intro A --by B --state dropped."""
        if "--by" in ask.words:
            self._drops(somebody)
        else:
            met = self.chance.random() < self.manners.they_met
            self.netlog.they_met(ask.words[1], ask.words[2], met=met)
            self.minutes += MESSAGE

    def _review(self, ask: Ask, somebody: Somebody) -> None:
        """Review phone: often who writes by themselves; of the others half never."""
        del ask
        if somebody.writes:
            self.netlog.every(somebody.handle, _OFTEN)
            somebody.every, somebody.every_since = _OFTEN, self.today
        elif self.chance.random() < 0.5:  # noqa: PLR2004 (half)
            self.netlog.rest(somebody.handle)
            somebody.is_resting = True

    def _proposes(self, somebody: Somebody) -> None:
        """A coffee: with whom one has heard from, a day; with others, first a mail."""
        if somebody.booked_for or not somebody.is_called:
            return
        if not (somebody.is_heard or somebody.known):
            self._writes(somebody, "email")
            return
        self.minutes += MESSAGE
        if somebody.answers and self.chance.random() < self.manners.answers_again:
            self.books(somebody)
        else:
            self._sends(somebody, "message")

    def books(self, somebody: Somebody) -> None:
        """A coffee is agreed on; it is for a day on which the user is there."""
        day = day_of_coffee(self.today, self.manners, self.chance)
        day = self.calendar.when_present(day)
        somebody.booked_for = day
        somebody.wrote_last = False
        somebody.touched_on = self.today
        self.netlog.book(somebody.handle, day)
        self.calendar.at(day, lambda: self._coffee_comes(somebody))

    def _coffee_comes(self, somebody: Somebody) -> None:
        somebody.booked_for = None
        if self.chance.random() < self.manners.comes:
            self.holds(somebody)
        else:
            self.netlog.cancel(somebody.handle)

    def holds(self, somebody: Somebody) -> None:
        """A coffee; with somebody new it may bring a promise, and with all a client."""
        self.netlog.hold(somebody.handle)
        self.minutes += COFFEE
        somebody.was_seen(self.today)
        somebody.is_heard = True
        if somebody.first_coffee is None:
            somebody.first_coffee = self.today
            if self.chance.random() < self.manners.promises:
                by = self.today + self.chance.randint(4, 14) * _DAY
                self.netlog.promise(somebody.handle, "the name of a good mover", by)
        if somebody.kind != "client" and self.chance.random() < self.manners.buys:
            day = self.today + self.chance.randint(14, 60) * _DAY
            self.calendar.at(
                self.calendar.when_present(day), lambda: self._buys(somebody)
            )

    def meets(self, somebody: Somebody) -> None:
        """A project: the user and somebody sit down together."""
        self.netlog.log(somebody.handle, "meeting")
        somebody.was_seen(self.today)
        somebody.is_heard = True
        somebody.first_coffee = somebody.first_coffee or self.today

    def _buys(self, somebody: Somebody) -> None:
        self.netlog.got_client(somebody.handle)
        somebody.kind = "client"

    def _calls(self, somebody: Somebody) -> None:
        if not somebody.is_called:
            return
        self.minutes += CALL
        if somebody.picks_up and self.chance.random() < self.manners.picks_up:
            self.netlog.log(somebody.handle, "call")
            somebody.was_heard(self.today)
            somebody.wrote_last = False
        elif somebody.picks_up and self.chance.random() < self.manners.message_instead:
            self._sends(somebody, "message")
        else:
            self.netlog.log(somebody.handle, "call", answered=False)
            somebody.touched_on = somebody.written_on = self.today

    def _writes(self, somebody: Somebody, kind: str) -> None:
        """A mail; one that would be the answer to somebody new proposes a coffee."""
        if not somebody.is_called or somebody.booked_for:
            return
        if kind in _UNANSWERED and somebody.seen_on is None and not somebody.known:
            kind = "email"  # nobody thanks for a meeting that was none
        if somebody.is_offered and somebody.introducer:
            self._asks_about(somebody, somebody.introducer, "follow_up")
        elif kind not in _UNANSWERED and somebody.is_new and somebody.is_heard:
            if self.life.coffee_weeks:
                self._sends(somebody, kind)
            else:
                self._proposes(somebody)
        elif not self._waits_for(somebody):
            self._sends(somebody, kind)

    def _waits_for(self, somebody: Somebody) -> bool:
        """Whether something was sent within a week and not answered."""
        sent = somebody.written_on
        return bool(sent and self.today - sent < _PATIENCE and not somebody.wrote_last)

    def _sends(self, somebody: Somebody, kind: str) -> None:
        """Something is sent; what is itself an answer ends the exchange."""
        self.netlog.log(somebody.handle, kind)
        self.minutes += MESSAGE
        ends = somebody.wrote_last or kind in _UNANSWERED
        somebody.was_in_touch(self.today)
        somebody.written_on = self.today
        somebody.wrote_last = False
        if not ends:
            self._awaits(somebody, lambda: self.hears(somebody))

    def _awaits(self, somebody: Somebody, then: Callable[[], None]) -> None:
        days = days_to_answer(somebody, self.today, self.manners, self.chance)
        if days:
            day = self.calendar.when_present(self.today + days * _DAY)
            self.calendar.at(day, then)

    def hears(self, somebody: Somebody) -> None:
        """Somebody answers, or gets in touch, and it is logged."""
        self.netlog.heard(somebody.handle)
        somebody.was_heard(self.today)

    def _asks_about(self, somebody: Somebody, introducer: Somebody, slot: str) -> None:
        """The introducer is asked for a mail, or what somebody stands to gain."""
        if slot == "no_answer" and self.chance.random() < self.manners.dropped:
            self._drops(somebody)
        elif not self._waits_for(introducer):
            self._sends(introducer, "message")
            somebody.touched_on = self.today
            if somebody.is_offered:
                self._awaits(introducer, lambda: self.gets_mail_about(somebody))

    def gets_mail_about(self, somebody: Somebody) -> None:
        """An introduction that was offered is made."""
        if somebody.is_offered and somebody.introducer and not somebody.is_dropped:
            self.netlog.mail_came(somebody.handle, somebody.introducer.handle)
            somebody.is_offered = False
            somebody.came_on = self.today

    def _drops(self, somebody: Somebody) -> None:
        if somebody.introducer:
            self.netlog.drop(somebody.handle, somebody.introducer.handle)
            somebody.is_dropped = True

    def _asks_whom_to_meet(self, who: Somebody) -> None:
        if who.is_called and not self._waits_for(who):
            self._sends(who, "message")
            if self.chance.random() < self.manners.names_somebody:
                self.named_by.append(who)


def _kind(words: tuple[str, ...]) -> str:
    """The kind in `log WHO -k KIND`; without one it is a coffee."""
    return words[words.index("-k") + 1] if "-k" in words else "coffee"
