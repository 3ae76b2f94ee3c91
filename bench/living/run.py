"""One life, lived: day after day what comes, what is asked, what is done."""

from datetime import timedelta
from random import Random
from time import process_time

from bench.living.actions import Netlog
from bench.living.arrivals import Arrival, Arrivals
from bench.living.calendar import Calendar
from bench.living.lives import MONDAY, Life
from bench.living.page import read
from bench.living.people import Somebody
from bench.living.records import YEAR, Fate, Lived, Week
from bench.living.user import User
from bench.living.witness import Witness

_COFFEE_DAY = 2
_DAY = timedelta(days=1)


def live(name: str, life: Life, seed: int, years: int) -> Lived:
    """Live a life with a seed for so many years, or as long as it lasts."""
    begun = process_time()
    living = _Living(life, Random(f"{name} {seed}"))  # noqa: S311 (chance that is the same everywhere)
    weeks = tuple(map(living.week, range(life.weeks or years * YEAR)))
    seconds = dict(living.netlog.seconds)
    seconds["life"] = process_time() - begun - sum(seconds.values())
    fates = {handle: _fate(somebody) for handle, somebody in living.people.items()}
    return Lived(name, seed, life, weeks, fates, living.witness.before, seconds)


def _fate(somebody: Somebody) -> Fate:
    return Fate(
        somebody.handle,
        somebody.kind,
        somebody.known,
        somebody.is_called,
        somebody.picks_up,
        somebody.first_coffee,
        tuple(somebody.contacts),
    )


class _Living:
    """A life while it is lived."""

    def __init__(self, life: Life, chance: Random) -> None:
        self.life = life
        self.netlog = Netlog(life.begins)
        self.calendar = Calendar(life)
        self.user = User(life, self.netlog, self.calendar, chance)
        self.people = self.user.people
        self.arrivals = Arrivals(life, self.netlog, self.user, chance)
        self.witness = Witness(life, self.netlog, self.people)

    def week(self, number: int) -> Week:
        """One week, and what is to be said of it."""
        monday = self.life.begins + timedelta(weeks=number)
        record = Week(number, monday, self.calendar.is_away(monday))
        self.user.minutes = 0
        record = self._away(record) if record.is_away else self._present(record)
        return self.witness.ends(record, self.user.minutes)

    def _away(self, record: Week) -> Week:
        """Nothing is entered, and nobody reads what cron makes."""
        absence = self.life.absence
        if absence is None:
            return record
        if absence.first == record.number:
            self.witness.leaves(record.monday)
        for weekday in absence.cron:
            self.netlog.today = record.monday + weekday * _DAY
            record = self._due(record)
        return record

    def _present(self, record: Week) -> Week:
        """Things come, are looked at and done; coffees are held in the afternoon."""
        coming = self.arrivals.of_week(record.number)
        has_coffee = record.number < self.life.coffee_weeks
        for weekday in range(7):
            self.netlog.today = record.monday + weekday * _DAY
            self._comes(coming.get(weekday, []))
            if has_coffee and weekday == MONDAY and not self._could_come():
                self.arrivals.for_coffee()
            if weekday in self.life.looks:
                record = self._due(record)
            if has_coffee and weekday == _COFFEE_DAY:
                self._coffee(record)
        return record

    def _comes(self, arrivals: list[Arrival]) -> None:
        self.calendar.happen(self.netlog.today)
        for arrive in arrivals:
            arrive()

    def _due(self, record: Week) -> Week:
        """The page is made; who is there reads it and does what it says."""
        page = read(self.netlog.due())
        if not record.rows:
            record = self.witness.sees(record, page)
        if not record.is_away:
            self.user.reads(page)
            self.arrivals.named()
        kept = (ask.handle for ask in page.asks if ask.slot == "keep")
        return record._replace(kept=record.kept.union(kept))

    def _could_come(self) -> list[Somebody]:
        return [s for s in self.people.values() if s.could_come]

    def _coffee(self, record: Week) -> None:
        """The coffee of the week: with the pick, else with who came last."""
        pick = record.stood.get("new", ())
        could = self._could_come()
        chosen = [s for s in could if s.handle in pick] or could[-1:]
        somebody = chosen[0] if chosen else self.arrivals.for_coffee()
        if somebody:
            self.user.holds(somebody)
