"""By cron: the crontab of the user, of which one block is netlog's."""

from netlog.errors import NotFoundError, RefusedError
from netlog.scheduling import crontab
from netlog.scheduling.jobs import AT, Calling
from netlog.scheduling.programs import Environment, program, ran
from netlog.scheduling.way import CRON, Installed, Run, Texts

CRONTAB = "crontab"
"""The name of the one place that cron has."""
_NONE = ("no crontab", "no such file")
"""How cron says that this user has none: that, and nothing else, is an empty one."""


class Cron:
    """The crontab, read and given back whole."""

    name = CRON

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        found = program("crontab", environment)
        self._program = found or ""
        self.exists = found is not None

    def require(self) -> None:
        """Without cron there is nobody to hand a crontab to."""
        if not self.exists:
            raise NotFoundError(
                "There is no cron on this machine.",
                "netlog schedule install --via systemd takes another way.",
            )

    def read(self) -> dict[str, str]:
        """The crontab, if there is one."""
        if not self.exists:
            return {}
        ended = ran([self._program, "-l"], self._environment)
        if ended.well:
            return {CRONTAB: ended.out.decode(errors="surrogateescape")}
        if any(words in ended.complaint.casefold() for words in _NONE):
            return {}
        raise RefusedError(
            f"cron does not show the crontab: {ended.complaint}.", "Try: crontab -l"
        )

    def having(self, texts: Texts, how: Calling) -> dict[str, str]:
        """The crontab with the block."""
        return {CRONTAB: crontab.with_block(texts.get(CRONTAB, ""), how)}

    def without(self, texts: Texts) -> dict[str, str]:
        """The crontab without it; none where nothing else is in it."""
        text = crontab.without_block(texts.get(CRONTAB, ""))
        return {CRONTAB: text} if text or text == texts.get(CRONTAB) else {}

    def installed(self, texts: Texts) -> Installed | None:
        """What the block says; of one that is broken, only that it is not current."""
        text = texts.get(CRONTAB, "")
        if not crontab.has_block(text):
            return None
        try:
            entries = crontab.entries(text)
        except RefusedError:
            return Installed(CRON, (), is_current=False)
        found = Installed(CRON, tuple(map(_run, entries)), is_current=False)
        how = found.calling
        return found._replace(
            is_current=how is not None and crontab.is_block(text, how)
        )

    def install(self, before: Texts, after: Texts) -> tuple[str, ...]:
        """Hand cron the whole crontab."""
        del before
        how = "-" if CRONTAB in after else "-r"
        text = after.get(CRONTAB, "").encode(errors="surrogateescape")
        ended = ran([self._program, how], self._environment, text)
        if not ended.well:
            raise RefusedError(
                f"cron did not take the crontab: {ended.complaint}.",
                "All is as it was.",
            )
        return ()

    def remove(self, before: Texts, after: Texts) -> None:
        """Hand cron what is left."""
        self.install(before, after)


def _run(entry: crontab.Entry) -> Run:
    weekday, at = entry.weekly or (0, AT)
    return Run(entry.line, weekday, at, entry.fields)
