"""netlog schedule: the plan comes by itself."""

from pathlib import Path

import pytest
from tests.commands.answering import answered
from tests.commands.said import in_a_line
from tests.running import InItsOwn, InProcess, Ran
from tests.scheduling.desk import Desk

from netlog.scheduling import delivery

FOREIGN = b"# mine\r\n17 3 * * 2 echo 50\\% \xff\n"
BLOCK = """\
# >>> netlog schedule: written by netlog; netlog schedule remove takes it out
0 8 * * 1 NETLOG_DB={home}/netlog.db {home}/bin/netlog due --quiet
0 8 * * 4 NETLOG_DB={home}/netlog.db {home}/bin/netlog due --now --quiet
# <<< netlog schedule
"""
NEXT = "next on Thu 5 Jun 2025, 08:00."
TUESDAY = "--today 2025-06-03"
BY_CRON = f"schedule install --via cron --yes {TUESDAY}"


@pytest.fixture
def desk(netlog: InProcess, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A machine with cron and a mailer, and somebody in the database."""
    assert netlog("add Hal").code == 0
    monkeypatch.setattr(delivery, "MAILERS", "")
    made = Desk(netlog.home, "crontab", "sendmail")
    monkeypatch.setenv("PATH", str(made.bin))
    return made


def block(home: Path) -> str:
    """What is written into the crontab of a home."""
    return BLOCK.format(home=home)


def test_it_prints_and_writes_nothing(netlog: InProcess, desk: Desk) -> None:
    """To the letter, so that it can be kept in a file."""
    assert netlog("schedule") == (0, block(netlog.home), "")
    assert netlog("schedule print --via cron") == netlog("schedule")
    assert desk.crontab is None
    data = netlog("schedule --json").data
    assert data == {
        "action": "print",
        "via": "cron",
        "texts": {"crontab": block(netlog.home).splitlines()},
        "notes": [],
    }


def test_files_are_printed_below_their_paths(netlog: InProcess, desk: Desk) -> None:
    """All four of systemd's; none is written."""
    said = netlog("schedule --via systemd --to you@example.org")
    folder = netlog.home / ".config/systemd/user"
    paths = [line[2:] for line in said.out.splitlines() if line.startswith("# /")]
    assert paths == [
        str(folder / f"netlog-{name}")
        for name in (
            *("monday.service", "monday.timer"),
            *("thursday.service", "thursday.timer"),
        )
    ]
    assert (said.code, said.err, folder.exists()) == (0, "", False)
    assert desk.told("systemctl") == []


def test_it_shows_the_difference_and_installs(netlog: InProcess, desk: Desk) -> None:
    """Behind what is there; that is kept, and where is said."""
    desk.crontab = FOREIGN
    said = netlog(BY_CRON)
    kept = netlog.home / ".local/state/netlog/crontab-2025-06-03-120000"
    assert said.out == (f"Scheduled by cron; {NEXT}\nThe crontab as it was: {kept}\n")
    added = "".join(f"+{line}\n" for line in block(netlog.home).splitlines())
    assert said.err == f"--- crontab\n+++ crontab\n@@ -2,0 +3,4 @@\n{added}"
    assert desk.crontab == FOREIGN + block(netlog.home).encode()
    assert (kept.read_bytes(), kept.stat().st_mode & 0o777) == (FOREIGN, 0o600)


def test_twice_is_once_and_removed_is_as_before(netlog: InProcess, desk: Desk) -> None:
    """One block; every other byte stays."""
    desk.crontab = FOREIGN
    netlog(BY_CRON)
    once = desk.crontab
    assert netlog(BY_CRON) == (0, f"It is scheduled by cron; {NEXT}\n", "")
    assert desk.crontab == once
    kept = sorted((netlog.home / ".local/state/netlog").glob("crontab-*"))
    assert len(kept) == 1
    said = netlog("schedule remove --today 2025-06-04")
    assert said.out.splitlines() == [
        "Taken out of the crontab.",
        f"The crontab as it was: {kept[0].parent}/crontab-2025-06-04-120000",
    ]
    assert said.err.startswith("--- crontab\n+++ crontab\n")
    assert desk.crontab == FOREIGN
    assert netlog("schedule remove") == (0, "Nothing was scheduled.\n", "")


def test_what_is_said_now_takes_the_place_of_it(netlog: InProcess, desk: Desk) -> None:
    """Another address, in the same block."""
    netlog(BY_CRON)
    said = netlog(f"{BY_CRON} --to you@example.org --json").data
    assert (said["action"], said["via"], said["changed"]) == ("install", "cron", True)
    assert [line[:9] for line in said["difference"][3:]] == [
        *("-0 8 * * ", "-0 8 * * ", "+0 8 * * ", "+0 8 * * ")
    ]
    assert (desk.crontab or b"").count(b" --to you@example.org\n") == 2
    assert (desk.crontab or b"").count(b">>> netlog") == 1


def test_nobody_is_asked_where_nobody_sits(netlog: InProcess, desk: Desk) -> None:
    """Nothing is written without --yes."""
    said = netlog("schedule install --via cron")
    assert (said.code, said.out, desk.crontab) == (5, "", None)
    assert said.err.endswith(
        "netlog: Nobody is there to be asked.\n--yes does it unasked.\n"
    )


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 5), ("\n", 5)])
def test_on_a_terminal_it_asks(
    desk: Desk, netlog_process: InItsOwn, answer: str, code: int
) -> None:
    """And takes anything but a yes for a no."""
    netlog_process.environment["PATH"] = str(desk.bin)
    line = "schedule install --via cron --deliver mail"
    ended, said = answered(netlog_process, line, answer)
    assert (ended, desk.crontab is not None) == (code, code == 0)
    assert "Schedule it? [y/N]" in said
    assert ("Nothing was scheduled." in said) == (code == 5)


def test_what_changed_while_it_asked_is_not_written_over(
    netlog: InProcess, desk: Desk
) -> None:
    """Somebody edits the crontab in another window."""
    netlog(BY_CRON)
    desk.program(
        "crontab",
        'test "$1" = -l && { echo "$(cat "$HOME/.n")" ; echo x >> "$HOME/.n"; }\n',
    )
    (netlog.home / ".n").write_text("x\n", encoding="utf-8")
    said = netlog(BY_CRON)
    assert (said.code, said.out) == (5, "")
    assert "Somebody else changed it while you were asked." in said.err


def test_the_database_of_the_line_is_scheduled(netlog: InProcess, desk: Desk) -> None:
    """As --db names it, in full; and what else decides where netlog looks."""
    netlog.patch.setenv("NETLOG_CONFIG", "~/my config.toml")
    said = netlog("schedule --db other.db")
    told = (
        f"NETLOG_DB={netlog.home}/other.db NETLOG_CONFIG='{netlog.home}/my config.toml'"
    )
    assert said.out.splitlines()[1] == (
        f"0 8 * * 1 {told} {netlog.home}/bin/netlog due --quiet"
    )
    assert desk.crontab is None


def test_what_nobody_would_deliver_is_said(netlog: InProcess, desk: Desk) -> None:
    """Before it is installed, when it is printed, and of what stands there."""
    (desk.bin / "sendmail").unlink()
    lacking = "There is no sendmail on this machine to deliver what cron mails."
    nobody = f"{lacking} Have one installed, or notify-send."
    assert nobody in netlog(BY_CRON).err
    assert netlog("schedule --via cron").err == f"{nobody}\n"
    assert in_a_line(netlog("schedule status").out).endswith(f" --quiet {nobody}")
    desk.program("systemctl")
    said = netlog("schedule --via cron").err
    assert said == f"{lacking} --via systemd has it in the journal.\n"
    desk.program("notify-send")
    said = netlog("schedule --via cron --deliver mail").err
    assert said == f"{lacking} --deliver notify shows a notification.\n"
    desk.program("sendmail")
    desk.crontab = b"MAILTO=''\n0 9 * * 1 netlog due\n"
    err = netlog(BY_CRON).err
    assert "MAILTO is empty in the crontab, so cron mails nothing.\n" in err
    assert "A line of your own asks for the plan as well: 0 9 * * 1 netlog due\n" in err


def test_what_is_to_be_known_before(netlog: InProcess, desk: Desk) -> None:
    """Another way that has it as well; a database that is not there yet."""
    desk.program("systemctl")
    netlog("schedule install --via systemd --deliver journal --yes")
    netlog.db.unlink()
    assert netlog(f"{BY_CRON} --json").data["notes"] == [
        "systemd has it as well: netlog schedule remove --via systemd",
        f"There is no database at {netlog.db} yet.",
    ]


def test_status_says_what_runs_and_when(netlog: InProcess, desk: Desk) -> None:
    """By which way, how it is delivered, the line, and when it comes next."""
    assert netlog("schedule status") == (
        *(0, "Nothing is scheduled: netlog schedule install\n"),
        "",
    )
    netlog(BY_CRON)
    line = f"NETLOG_DB={netlog.db} {netlog.home}/bin/netlog due"
    assert netlog(f"schedule status {TUESDAY}").out == (
        "Scheduled\n\nBy cron, in its own mail\n"
        f"  Mon 9 Jun 2025, 08:00\n{line} --quiet\n"
        f"  Thu 5 Jun 2025, 08:00\n{line} --now --quiet\n"
    )
    assert netlog(f"schedule status --format plain {TUESDAY}").out == (
        f"cron\t2025-06-09T08:00\t{line} --quiet\n"
        f"cron\t2025-06-05T08:00\t{line} --now --quiet\n"
    )
    assert netlog(f"schedule status --json {TUESDAY}").data == {
        "action": "status",
        "installed": [
            {
                "via": "cron",
                "deliver": "mail",
                "to": None,
                "program": [str(desk.bin / "netlog")],
                "database": str(netlog.db),
                "current": True,
                "active": True,
                "runs": [
                    {"next": "2025-06-09T08:00:00", "line": f"{line} --quiet"},
                    {"next": "2025-06-05T08:00:00", "line": f"{line} --now --quiet"},
                ],
            }
        ],
        "notes": [],
    }


def test_hours_of_the_users_own(netlog: InProcess, desk: Desk) -> None:
    """They are said, and are no reason to write anything anew."""
    netlog(BY_CRON)
    text = desk.crontab or b""
    text = text.replace(b"0 8 * * 1", b"30 7 * * 2").replace(b"0 8 * * 4", b"0 9 1 * *")
    desk.crontab = text
    monday, _, thursday, _ = netlog(f"schedule status {TUESDAY}").out.splitlines()[3:]
    assert (monday, thursday) == ("  Tue 10 Jun 2025, 07:30", "  0 9 1 * *")
    again = "It is scheduled by cron; next on Tue 10 Jun 2025, 07:30.\n"
    assert netlog(BY_CRON) == (0, again, "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--to you@example.org", "By cron, e-mailed to you@example.org"),
        ("--deliver notify", "By cron, as a notification"),
    ],
)
def test_status_says_how_it_is_delivered(
    netlog: InProcess, desk: Desk, options: str, said: str
) -> None:
    """As the line has it."""
    desk.program("notify-send")
    netlog(f"{BY_CRON} {options}")
    assert netlog("schedule status").out.splitlines()[2] == said


def test_status_says_what_is_not_as_it_should_be(netlog: InProcess, desk: Desk) -> None:
    """With what to type to have it so."""
    desk.program("systemctl")
    netlog(BY_CRON)
    desk.crontab = (desk.crontab or b"").replace(b"--quiet", b"--silent")
    netlog("schedule install --via systemd --to you@example.org --yes")
    page = in_a_line(netlog("schedule status").out)
    assert (
        " It is not what netlog would write now: netlog schedule install --via cron "
    ) in page
    assert (
        " It is not enabled, and does not run:"
        " netlog schedule install --via systemd --to you@example.org"
    ) in page
    desk.program("crontab", "echo not allowed >&2; exit 1\n")
    assert netlog("schedule status --via cron").out == (
        "Nothing is scheduled: netlog schedule install\n"
        "cron does not show the crontab: not allowed.\n"
    )


def test_systemd_is_told_and_forgets(netlog: InProcess, desk: Desk) -> None:
    """What it did not take is to be typed; remove takes every way that has it."""
    desk.program("systemctl", "exit 1\n")
    netlog(BY_CRON)
    said = netlog(f"schedule install --via systemd --deliver journal --yes {TUESDAY}")
    assert said.out == (
        f"Scheduled by systemd; {NEXT}\n"
        "To begin, type:\n"
        "systemctl --user daemon-reload\n"
        "systemctl --user enable --now netlog-monday.timer netlog-thursday.timer\n"
    )
    out = netlog("schedule remove").out
    assert out.splitlines()[::2] == [
        "Taken out of the crontab.",
        "Taken out of systemd.",
    ]
    assert (desk.crontab, (netlog.home / ".config").exists()) == (None, True)
    assert list((netlog.home / ".config").iterdir()) == []


def test_one_way_is_removed_alone(netlog: InProcess, desk: Desk) -> None:
    """The other goes on."""
    netlog(BY_CRON)
    netlog("schedule install --via systemd --deliver journal --yes")
    data = netlog("schedule remove --via systemd --json").data
    assert [each["via"] for each in data["removed"]] == ["systemd"]
    assert desk.crontab == block(netlog.home).encode()


@pytest.mark.parametrize("way", ["cron", "launchd"])
def test_a_way_that_is_not_here_is_refused(
    netlog: InProcess, desk: Desk, way: str
) -> None:
    """With one that may be; it is printed all the same."""
    (desk.bin / "crontab").unlink()
    said = netlog(f"schedule install --via {way} --yes")
    assert (said.code, said.out) == (3, "")
    assert f"There is no {way} on this machine." in said.err
    assert netlog(f"schedule --via {way}").code == 0


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("schedule frob", "schedule cannot frob."),
        ("schedule --via at", "There is no way at."),
        ("schedule --deliver dove", "Nothing is delivered by dove."),
        ("schedule --to a,b", "'a,b' is no address."),
        ("schedule --via systemd --deliver mail", "systemd e-mails nothing by itself."),
        ("schedule --via cron --deliver journal", "cron has no journal."),
        ("schedule --deliver notify --to you", "Only an e-mail has an address."),
        ("schedule send", "send is not told how."),
        ("schedule send --deliver journal", "send is not told how."),
    ],
)
@pytest.mark.usefixtures("desk")
def test_what_cannot_be_meant(netlog: InProcess, line: str, sentence: str) -> None:
    """It is a usage error, and says what can."""
    said: Ran = netlog(line)
    first, advice = said.err.splitlines()
    assert (said.code, said.out, first) == (2, "", f"netlog: {sentence}")
    assert advice


@pytest.mark.usefixtures("desk")
def test_a_list_has_no_form_for_it(netlog: InProcess) -> None:
    """It is a page."""
    assert netlog("schedule --format csv").code == 2


def test_what_comes_in_is_sent(netlog: InProcess, desk: Desk) -> None:
    """And nothing is where nothing comes in: nothing was due."""
    quiet = netlog("schedule send --to you@example.org", stdin="\n")
    assert (quiet, (netlog.home / ".sendmail").exists()) == ((0, "", ""), False)
    said = netlog("schedule send --to you@example.org", stdin="Week 23\n\nHal\n")
    assert said == (0, "", "")
    mail = (netlog.home / ".sendmail").read_text(encoding="utf-8")
    assert mail.startswith("To: you@example.org\nSubject: netlog: Week 23\n")
    assert netlog("schedule send --to you --json", stdin="x").data["sent"] is True
    desk.program("notify-send")
    assert netlog("schedule send --deliver notify", stdin="Week 23\nHal\n").code == 0
    assert desk.told("notify-send") == [
        ["--app-name=netlog", "--", "netlog: Week 23", "Hal"]
    ]


def test_what_cannot_be_sent_is_not_lost(netlog: InProcess, desk: Desk) -> None:
    """It stands on stdout, where cron or the journal has it."""
    desk.program("sendmail", "echo no room >&2; exit 1\n")
    said = netlog("schedule send --to you@example.org", stdin="Week 23\n")
    assert (said.code, said.out) == (1, "Week 23\n")
    assert said.err == (
        "netlog: sendmail did not pass it on: no room.\n"
        "What it was to say is on stdout.\n"
    )
    (desk.bin / "sendmail").unlink()
    said = netlog("schedule send --to you@example.org", stdin="Week 23\n")
    assert (said.code, said.out) == (3, "Week 23\n")
