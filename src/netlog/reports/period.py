"""The time a report looks at, and by which settings."""

from datetime import date

from netlog.domain.dates import spell
from netlog.domain.settings import Settings
from netlog.records import NamedTuple


class Period(NamedTuple):
    """From a day, or from the beginning, up to a day: the one it is judged on."""

    since: date | None
    until: date
    settings: Settings = Settings()

    @property
    def first(self) -> date:
        """The first day that counts."""
        return self.since or date.min

    def holds(self, day: date) -> bool:
        """Whether the day is one of those."""
        return self.first <= day <= self.until

    def is_old(self, day: date) -> bool:
        """Whether what happened then is old enough to tell what came of it."""
        return (self.until - day).days >= self.settings.early

    @property
    def yet(self) -> str:
        """How a sentence ends that says there is nothing."""
        return "in that time" if self.since else "yet"

    @property
    def said(self) -> str:
        """The period in words."""
        since = f"{spell(self.since)} to " if self.since else "up to "
        return f"{since}{spell(self.until)}"
