"""A real cron at eight on a Monday: what it is told it runs, and what is said it mails.

It is given a spool, a mailer and a clock of its own, in a namespace of mounts that ends
with it: nothing of this machine's own cron is touched.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from select import select

import pytest
from tests.running import SOURCES
from tests.trust.shim import compiler

PROGRAMS = f"{os.environ['PATH']}:/usr/sbin:/usr/bin"
FOREIGN = b"# mine\n17 3 * * 2 echo 50\\% of it\n"
MONDAY = "2025-06-02 07:59:58"
_WAITS = 60
# What cron looks at, and would write to, is private; its own /usr/sbin has a mailer.
_APART = """\
set -e
for place in /var/spool /usr/sbin /run /etc/cron.d; do
    [ ! -d "$place" ] || mount --bind "$APART$place" "$place"
done
[ ! -e /etc/crontab ] || mount --bind "$APART/etc/crontab" /etc/crontab
exec "$@"
"""


def missing() -> str:
    """Why there is no cron to be had here; '' where there is."""
    if not shutil.which("cron", path=PROGRAMS):
        return "there is no cron"
    if os.geteuid() != 0:
        return "only the superuser can run a cron apart"
    if not compiler():
        return "there is no C compiler to make its clock"
    words = ["unshare", "--mount", "true"]
    apart = subprocess.run(words, capture_output=True, check=False).returncode == 0
    return "" if apart else "mounts cannot be kept apart here"


pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "it is there")


def _apart() -> list[str]:
    """What stands before a program that is run apart."""
    return ["unshare", "--mount", "sh", "-c", _APART, "sh"]


class Apart:
    """A root of places that only this test sees, and a home with a netlog."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "apart"
        self.home = folder / "a home, 100% mine's"
        self.mail = folder / "mail"
        os.mkfifo(self.mail)
        for place in ("var/spool/cron/crontabs", "usr/sbin", "run", "etc/cron.d"):
            (self.root / place).mkdir(parents=True)
        (self.root / "etc/crontab").touch()
        self._program(self.root / "usr/sbin/sendmail", f'cat > "{self.mail}"\n')
        self.netlog = self.home / "bin/netlog"
        self.netlog.parent.mkdir(parents=True)
        python = f'PYTHONPATH="{SOURCES}" exec "{sys.executable}" -m netlog "$@"\n'
        self._program(self.netlog, python)
        self.cron = folder / "cron"
        shutil.copy(shutil.which("cron", path=PROGRAMS) or "", self.cron)
        self.clock = folder / "shift.so"
        source = Path(__file__).with_name("shift.c")
        words = [compiler(), "-shared", "-fPIC", "-o", str(self.clock), str(source)]
        subprocess.run(words, check=True)

    @staticmethod
    def _program(path: Path, text: str) -> None:
        path.write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
        path.chmod(0o755)

    @property
    def environment(self) -> dict[str, str]:
        """What somebody has set who types here."""
        return {
            "APART": str(self.root),
            "HOME": str(self.home),
            "PATH": f"{self.netlog.parent}:{PROGRAMS}",
            "LANG": "C.UTF-8",
            "XDG_STATE_HOME": str(self.home / "state"),
            "NETLOG_DB": str(self.home / "my people.db"),
        }

    def run(self, *words: str, text: bytes = b"") -> bytes:
        """Run a program in there; gives what it writes."""
        done = subprocess.run(
            [*_apart(), *words],
            input=text,
            capture_output=True,
            check=True,
            env=self.environment,
            cwd=self.home,
        )
        return done.stdout

    @contextmanager
    def running(self, moment: str) -> Iterator[None]:
        """A cron in the foreground that takes it to be that moment, in local time."""
        then, now = datetime.fromisoformat(moment), datetime.now()  # noqa: DTZ005, TID251 (cron asks the real one)
        shift = round(then.timestamp() - now.timestamp())
        clock = ("env", f"LD_PRELOAD={self.clock}", f"SHIFT={shift}")
        words = [*_apart(), *clock, str(self.cron), "-f"]
        with subprocess.Popen(
            words, env=self.environment, stdin=subprocess.DEVNULL
        ) as process:
            try:
                yield
            finally:
                process.terminate()

    def mailed(self) -> EmailMessage:
        """The next e-mail; the test fails where none comes."""
        mail = os.open(self.mail, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(mail, "rb") as file:
            assert select([file], [], [], _WAITS)[0], "no mail has come"
            os.set_blocking(mail, True)
            read = message_from_bytes(file.read(), policy=policy.default)
        assert isinstance(read, EmailMessage)
        return read


@pytest.fixture
def apart(tmp_path: Path) -> Apart:
    """A home with somebody to have coffee with, and a crontab of the user's own."""
    made = Apart(tmp_path)
    made.run("netlog", "add", "Peter Nováček", "--at", "Tatte")
    made.run("crontab", "-", text=FOREIGN)
    return made


def test_the_page_of_a_monday_comes_by_mail(apart: Apart) -> None:
    """At eight, from a database whose path has blanks, a quote and a percent sign."""
    apart.run("netlog", "schedule", "install", "--via", "cron", "--yes")
    with apart.running(MONDAY):
        mail = apart.mailed()
    assert "due --quiet" in mail["Subject"]
    page = apart.run("netlog", "due").decode()
    assert "Peter Nováček" in page
    assert mail.get_content() == page


def test_installed_twice_and_removed_it_leaves_no_trace(apart: Apart) -> None:
    """By the crontab of a real cron: one block, and every other byte as it was."""
    line = ("netlog", "schedule", "install", "--via", "cron", "--yes")
    apart.run(*line)
    once = apart.run("crontab", "-l")
    apart.run(*line)
    assert apart.run("crontab", "-l") == once
    assert once.startswith(FOREIGN)
    assert once.count(b">>> netlog") == 1
    apart.run("netlog", "schedule", "remove")
    assert apart.run("crontab", "-l") == FOREIGN
    (kept, *_) = sorted((apart.home / "state/netlog").glob("crontab-*"))
    assert kept.read_bytes() == FOREIGN


def test_an_e_mail_of_netlogs_own_is_sent(apart: Apart) -> None:
    """Through `sendmail -t`, to whom it is for; cron itself has nothing to mail."""
    to = ("--to", "you@example.org")
    apart.run("netlog", "schedule", "install", "--via", "cron", *to, "--yes")
    with apart.running(MONDAY):
        mail = apart.mailed()
    assert mail["To"] == "you@example.org"
    assert mail.get_content() == apart.run("netlog", "due").decode()


def test_a_netlog_that_is_gone_is_told(apart: Apart) -> None:
    """Silence would look like a week without anything due."""
    apart.run("netlog", "schedule", "install", "--via", "cron", "--yes")
    apart.netlog.unlink()
    with apart.running(MONDAY):
        mail = apart.mailed()
    assert "not found" in mail.get_content()
