"""Passing on what a job says: an e-mail to sendmail, a notification on the desktop."""

import os
import re
import sys
from html import escape
from pathlib import Path

from netlog.errors import NetlogError, NotFoundError, UsageError
from netlog.namedtuple import NamedTuple
from netlog.scheduling.programs import Environment, program, ran
from netlog.scheduling.way import CRON, SYSTEMD

MAIL, NOTIFY, JOURNAL = "mail", "notify", "journal"
DELIVERIES = (MAIL, NOTIFY, JOURNAL)
"""To somebody by e-mail, on the desktop, or to the journal of systemd alone."""
MAILERS = "/usr/sbin:/usr/lib:/usr/local/sbin"
"""Where a sendmail is that no PATH names; cron looks there itself."""
_ADDRESS = re.compile(r"[A-Za-z0-9_.+~=!#$%&*/?^{|}@][A-Za-z0-9_.+~=!#$%&*/?^{|}@-]*")
_LONGEST = 254
_ROWS = 8
"""Lines of a page that a notification shows."""
_BUS = "DBUS_SESSION_BUS_ADDRESS"


class Delivery(NamedTuple):
    """How something is delivered; `to` whom, where netlog e-mails it itself."""

    how: str
    to: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """The options of `netlog schedule send`; none where nothing is to be sent."""
        if self.how == NOTIFY:
            return ("--deliver", NOTIFY)
        return ("--to", self.to) if self.to else ()


def delivery_of(way: str, options: tuple[str, ...]) -> Delivery:
    """How a way delivers that has these options of `netlog schedule send`."""
    if "--to" in options:
        return Delivery(MAIL, options[-1])
    if options:
        return Delivery(NOTIFY)
    return Delivery(MAIL if way == CRON else JOURNAL)


def chosen_delivery(way: str, how: str, to: str, environment: Environment) -> Delivery:
    """What was typed, or else what reaches the user of this machine.

    UsageError where a way cannot do that.
    """
    how = how or (MAIL if to else _usual(way, environment))
    if to and how != MAIL:
        raise UsageError("Only an e-mail has an address.", "Leave --to out.")
    if how == MAIL and way != CRON and not to:
        raise UsageError(
            f"{way} e-mails nothing by itself.", "Say to whom: --to you@example.org"
        )
    if how == JOURNAL and way != SYSTEMD:
        raise UsageError(
            f"{way} has no journal.", "--deliver notify shows a notification."
        )
    return Delivery(how, to and checked_address(to))


def _usual(way: str, environment: Environment) -> str:
    shows = notifier(environment)
    if way == CRON:
        return NOTIFY if shows and not mailer(environment) else MAIL
    return NOTIFY if shows or way != SYSTEMD else JOURNAL


def undelivered(way: str, delivery: Delivery, environment: Environment) -> str:
    """What keeps it from reaching the user of this machine; '' for nothing."""
    if delivery.how == MAIL and not mailer(environment):
        what = "take the e-mail" if delivery.to else f"deliver what {way} mails"
        return f"There is no sendmail on this machine to {what}."
    if delivery.how == NOTIFY and not notifier(environment):
        return "There is no notify-send on this machine to show a notification."
    if delivery.how == JOURNAL:
        return "It is in the journal alone: journalctl --user -u 'netlog-*'"
    return ""


class Notification(NamedTuple):
    """A title and a few lines."""

    title: str
    body: str


def checked_address(typed: str) -> str:
    """An e-mail address, or the name of a user of this machine."""
    if len(typed) > _LONGEST or not _ADDRESS.fullmatch(typed):
        raise UsageError(
            f"{typed[:40]!r} is no address.", "Write one like you@example.org."
        )
    return typed


def mailer(environment: Environment) -> str | None:
    """The program that takes e-mails on this machine."""
    return program("sendmail", environment, MAILERS)


def notifier(environment: Environment) -> str | None:
    """The program that shows notifications on this machine."""
    return program("notify-send", environment) or program("osascript", environment)


def message(text: str, to: str) -> bytes:
    """An e-mail as `sendmail -t` takes it; its subject is the first line."""
    from email.message import EmailMessage

    made = EmailMessage()
    made["To"] = to
    made["Subject"] = f"netlog: {_first(text)}"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(text, cte="quoted-printable")
    return bytes(made)


def notification(text: str) -> Notification:
    """What a notification shows of a page."""
    lines = [line for line in text.splitlines() if line.strip()]
    shown = lines[1 : 1 + _ROWS]
    more = ["… netlog due shows all of it"] if len(lines) > 1 + _ROWS else []
    return Notification(f"netlog: {_first(text)}", "\n".join(shown + more))


def _first(text: str) -> str:
    line = next((line for line in text.splitlines() if line.strip()), "")
    return "".join(c if c.isprintable() else " " for c in line).strip()


def deliver(text: str, delivery: Delivery, environment: Environment) -> None:
    """Pass a text on; NotFoundError or NetlogError where it does not arrive."""
    if delivery.how == MAIL:
        sendmail = _found(mailer(environment), "sendmail")
        _run([sendmail, "-oi", "-t"], message(text, delivery.to), environment)
        return
    path = _found(notifier(environment), "notify-send")
    words = _scripted if Path(path).name == "osascript" else _notified
    _run(words(path, notification(text)), b"", _with_bus(environment))


def _found(path: str | None, name: str) -> str:
    if path is None:
        raise NotFoundError(
            f"There is no {name} on this machine.",
            "netlog schedule status shows how it is to be delivered.",
        )
    return path


def _notified(path: str, shown: Notification) -> list[str]:
    """The desktop reads markup in what stands below the title."""
    body = escape(shown.body, quote=False)
    return [path, "--app-name=netlog", "--", shown.title, body]


def _scripted(path: str, shown: Notification) -> list[str]:
    """The texts are arguments of a script, and no part of it."""
    lines = (
        "on run argv",
        "display notification (item 2 of argv) with title (item 1 of argv)",
        "end run",
    )
    return [path, *(word for line in lines for word in ("-e", line)), *shown]


def _with_bus(environment: Environment) -> Environment:
    """With the address of the desktop, which cron does not know."""
    bus = Path(f"/run/user/{os.getuid()}/bus")
    if environment.get(_BUS) or sys.platform == "darwin" or not bus.exists():
        return environment
    return {**environment, _BUS: f"unix:path={bus}"}


def _run(words: list[str], text: bytes, environment: Environment) -> None:
    ended = ran(words, environment, text)
    if not ended.well:
        program = Path(words[0]).name
        raise NetlogError(
            f"{program} did not pass it on: {ended.complaint}.",
            "What it was to say is on stdout.",
        )
