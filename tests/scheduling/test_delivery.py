"""Passing on what a job says: an e-mail to sendmail, a notification on the desktop."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from tests.scheduling.desk import Desk

from netlog.errors import NetlogError, NotFoundError, UsageError
from netlog.scheduling import delivery
from netlog.scheduling.delivery import (
    Delivery,
    Notification,
    checked_address,
    chosen_delivery,
    deliver,
    delivery_of,
    mailer,
    message,
    notification,
    notifier,
    undelivered,
)

PAGE = "Week 23 · Mon 2 to Sun 8 Jun 2025\n\nNew\n- Peter Nováček <b> & Co\n"
MAIL, NOTIFY = Delivery("mail", "you@example.org"), Delivery("notify")


@pytest.fixture(autouse=True)
def _no_mailer_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "MAILERS", "")


def test_an_e_mail_has_the_page_whole() -> None:
    """To whom it is for, with its first line as its subject, in seven bits."""
    data = message(PAGE, "you@example.org")
    data.decode("ascii")
    read = message_from_bytes(data, policy=policy.default)
    assert dict(read.items()) == {
        "To": "you@example.org",
        "Subject": "netlog: Week 23 · Mon 2 to Sun 8 Jun 2025",
        "Auto-Submitted": "auto-generated",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "quoted-printable",
        "MIME-Version": "1.0",
    }
    assert read.get_content() == PAGE


def test_a_control_in_the_first_line_makes_no_header() -> None:
    """Whatever comes in by a pipe."""
    read = message_from_bytes(message("\na\x00b\rBcc: c\n", "you"))
    assert (read["Subject"], read["Bcc"]) == ("netlog: a b", None)


def test_sendmail_is_given_it(tmp_path: Path) -> None:
    """It reads from the e-mail to whom it is for."""
    desk = Desk(tmp_path)
    desk.program(
        "sendmail", 'echo "$@"; cat > "$HOME/.sendmail"; test "$*" = "-oi -t"\n'
    )
    deliver(PAGE, MAIL, desk.environment)
    there = (tmp_path / ".sendmail").read_bytes()
    assert there == message(PAGE, "you@example.org")


def test_a_notification_shows_the_first_lines() -> None:
    """Of a long page it says how to see the rest."""
    assert notification(PAGE) == Notification(
        "netlog: Week 23 · Mon 2 to Sun 8 Jun 2025", "New\n- Peter Nováček <b> & Co"
    )
    long = notification("\n".join(map(str, range(12))))
    assert long == ("netlog: 0", "1\n2\n3\n4\n5\n6\n7\n8\n… netlog due shows all of it")


def test_the_desktop_of_linux_is_told(tmp_path: Path) -> None:
    """In words that are no options, and no markup."""
    desk = Desk(tmp_path, "notify-send")
    deliver("-x\n<b> & Co", NOTIFY, desk.environment)
    assert desk.told("notify-send") == [
        ["--app-name=netlog", "--", "netlog: -x", "&lt;b&gt; &amp; Co"]
    ]


def test_the_desktop_of_a_mac_is_told(tmp_path: Path) -> None:
    """The texts are arguments of the script, so that nothing in them is run."""
    desk = Desk(tmp_path, "osascript")
    deliver('" & quit & "\nb', NOTIFY, desk.environment)
    (words,) = desk.told("osascript")
    assert words == [
        *("-e", "on run argv"),
        *("-e", "display notification (item 2 of argv) with title (item 1 of argv)"),
        *("-e", "end run"),
        *('netlog: " & quit & "', "b"),
    ]


@pytest.mark.parametrize("how", [MAIL, NOTIFY])
def test_what_is_not_there_is_said(how: Delivery, tmp_path: Path) -> None:
    """With another way."""
    with pytest.raises(NotFoundError):
        deliver(PAGE, how, Desk(tmp_path).environment)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("exit 75", "sendmail did not pass it on: it ended with 75."),
        ("echo full >&2; exit 1", "sendmail did not pass it on: full."),
    ],
)
def test_what_is_not_taken_is_said(text: str, said: str, tmp_path: Path) -> None:
    """In the words of the program, where it has any."""
    desk = Desk(tmp_path)
    desk.program("sendmail", f"{text}\n")
    with pytest.raises(NetlogError) as failed:
        deliver(PAGE, MAIL, desk.environment)
    assert failed.value.sentence == said


@pytest.mark.parametrize("typed", ["you@example.org", "you", "a+b%c@x.example"])
def test_an_address(typed: str) -> None:
    """Or a user of this machine."""
    assert checked_address(typed) == typed


@pytest.mark.parametrize(
    "typed", ["", "-t", "a b", "a\nBcc: b", "a,b", "<a@b>", "a'b", "é", "x" * 255]
)
def test_no_address(typed: str) -> None:
    """Neither an option, nor two, nor a header of its own."""
    with pytest.raises(UsageError):
        checked_address(typed)


@pytest.mark.parametrize(
    ("way", "programs", "how"),
    [
        ("cron", ["sendmail", "notify-send"], "mail"),
        ("cron", ["notify-send"], "notify"),
        ("cron", [], "mail"),
        ("systemd", ["sendmail", "notify-send"], "notify"),
        ("systemd", ["sendmail"], "journal"),
        ("launchd", ["osascript"], "notify"),
        ("launchd", [], "notify"),
    ],
)
def test_how_it_reaches_the_user_where_nothing_is_said(
    way: str, programs: list[str], how: str, tmp_path: Path
) -> None:
    """By what the machine has."""
    environment = Desk(tmp_path, *programs).environment
    assert chosen_delivery(way, "", "", environment) == Delivery(how)
    by_mail = Delivery("mail", "you@example.org")
    assert chosen_delivery(way, "", "you@example.org", environment) == by_mail


@pytest.mark.parametrize(
    ("way", "how", "to"),
    [
        ("systemd", "mail", ""),
        ("launchd", "mail", ""),
        ("cron", "journal", ""),
        ("cron", "notify", "you"),
        ("cron", "mail", "a b"),
    ],
)
def test_what_a_way_cannot_do_is_refused(
    way: str, how: str, to: str, tmp_path: Path
) -> None:
    """With what it can."""
    with pytest.raises(UsageError):
        chosen_delivery(way, how, to, Desk(tmp_path).environment)


@pytest.mark.parametrize(
    ("way", "how"),
    [
        ("cron", Delivery("mail")),
        ("systemd", Delivery("journal")),
        ("cron", NOTIFY),
        ("launchd", MAIL),
    ],
)
def test_a_delivery_is_known_by_its_options(way: str, how: Delivery) -> None:
    """Those that stand in the line; where none do, by the way."""
    assert delivery_of(way, how.options) == how


def test_what_keeps_it_from_the_user(tmp_path: Path) -> None:
    """The program that is not there; in a journal nobody is told."""
    bare = Desk(tmp_path).environment
    assert undelivered("cron", Delivery("mail"), bare) == (
        "There is no sendmail on this machine to deliver what cron mails."
    )
    assert undelivered("cron", MAIL, bare) == (
        "There is no sendmail on this machine to take the e-mail."
    )
    assert undelivered("cron", NOTIFY, bare) == (
        "There is no notify-send on this machine to show a notification."
    )
    assert undelivered("systemd", Delivery("journal"), bare) == (
        "It is in the journal alone: journalctl --user -u 'netlog-*'"
    )


def test_what_is_there_keeps_nothing(tmp_path: Path) -> None:
    """A mailer is found where cron finds it, too, which is on nobody's PATH."""
    desk = Desk(tmp_path, "sendmail", "notify-send")
    assert mailer(desk.environment) == str(desk.bin / "sendmail")
    assert notifier(desk.environment) == str(desk.bin / "notify-send")
    assert undelivered("cron", Delivery("mail"), desk.environment) == ""
    assert undelivered("cron", NOTIFY, desk.environment) == ""
    away = {"PATH": str(tmp_path)}
    assert mailer(away) is None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delivery, "MAILERS", str(desk.bin))
        assert mailer(away) == str(desk.bin / "sendmail")
