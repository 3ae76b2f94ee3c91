"""The calendar of a life: what is to come on which day, and when the user is away."""

from collections.abc import Callable
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import count

from bench.living.lives import Life


class Calendar:
    """What is to come, in the order of days, and of when it was put in."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self._coming: list[tuple[date, int, Callable[[], None]]] = []
        self._number = count()

    def at(self, day: date, then: Callable[[], None]) -> None:
        """Something happens on a day."""
        heappush(self._coming, (day, next(self._number), then))

    def happen(self, today: date) -> None:
        """Let happen all that is for a day, or was for one before."""
        while self._coming and self._coming[0][0] <= today:
            heappop(self._coming)[2]()

    def week(self, day: date) -> int:
        """The number of a day's week in the life, the first is 0."""
        return (day - self.life.begins).days // 7

    def is_away(self, day: date) -> bool:
        """Whether the user is away on a day."""
        absence = self.life.absence
        return absence is not None and absence.holds(self.week(day))

    def when_present(self, day: date) -> date:
        """The day itself, or the first one on which the user is back."""
        absence = self.life.absence
        if absence is None or not absence.holds(self.week(day)):
            return day
        return self.life.begins + timedelta(weeks=absence.back)
