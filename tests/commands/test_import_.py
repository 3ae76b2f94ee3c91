"""netlog import: people from contact files, whole answers."""

from typing import Any

import pytest
from tests.commands.said import kept
from tests.running import Netlog

CARDS = """\
BEGIN:VCARD
VERSION:3.0
UID:c-1
FN:Ann Lee
ORG:ACME;HR
TITLE:buyer
TEL:+1 617 555 0100
EMAIL:ann@acme.example
BDAY:1980-05-21
CATEGORIES:hr,rotary
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Bo Roe
TEL:+1 617 555 0100
ORG:ACME
END:VCARD
BEGIN:VCARD
VERSION:2.1
FN:Cut off
"""
LINKEDIN = """\
Notes:
"When exporting your connection data, some e-mail addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Dorie,Clark,https://www.linkedin.com/in/dorie,d@clark.example,Clark,Author,05 Mar 2024
Zoe,Park,https://www.linkedin.com/in/zoe,,Field,Designer,06 Mar 2024
"""
GOOGLE = """\
First Name,Last Name,Organization Name,Labels,E-mail 1 - Value,Phone 1 - Value
Lars,Holm,Holm Boats,* myContacts ::: sea,lars@holm.example,+1 207 555 0100
"""
TABLE = "Whole Name,Mail,Firm\nEve Fox,eve@x.example,Fox\nGus Hill,,\n"
MAPPED = "--map 'Whole Name=name' --map Mail=email --map Firm=org"
BACK = "\nnetlog undo takes it back\n"


@pytest.fixture(autouse=True)
def _files(netlog: Netlog) -> None:
    """One file of each kind."""
    for name, text in (
        ("cards.vcf", CARDS),
        ("Connections.csv", LINKEDIN),
        ("google.csv", GOOGLE),
        ("table.csv", TABLE),
    ):
        (netlog.home / name).write_text(text, encoding="utf-8")


def names(netlog: Netlog) -> list[str]:
    """Everybody who is there."""
    return [one["name"] for one in netlog("list --json").data]


def ann(netlog: Netlog, *fields: str) -> list[Any]:
    """Some fields of Ann."""
    data = netlog("show ann-lee --json").data
    return [data[field] for field in fields]


def test_people_come_in_and_the_unreadable_is_reported(netlog: Netlog) -> None:
    """A card without an end is told with its file and line; the others come in."""
    assert netlog("import cards.vcf").out == (
        "Took in: 2 new, 1 could not be read\n\nNot readable\n"
        "  cards.vcf, line 18: the card has no end, so something of it may be missing\n"
        "\nPerhaps one person\n"
        "  Ann Lee and Bo Roe have the same phone: netlog merge ann-lee bo-roe\n" + BACK
    )
    assert names(netlog) == ["Ann Lee", "Bo Roe"]


def test_everything_in_a_card_is_kept(netlog: Netlog) -> None:
    """Organisation, role, addresses, birthday and categories."""
    netlog("import cards.vcf")
    fields = ("org", "role", "email", "phone", "birthday", "tag", "known", "touches")
    assert ann(netlog, *fields) == [
        "ACME",
        "buyer",
        ["ann@acme.example"],
        ["+1 617 555 0100"],
        "1980-05-21",
        ["hr", "rotary"],
        True,
        [],
    ]


@pytest.mark.parametrize(
    ("file", "people"),
    [
        ("cards.vcf", ["Ann Lee", "Bo Roe"]),
        ("Connections.csv", ["Dorie Clark", "Zoe Park"]),
        ("google.csv", ["Lars Holm"]),
        (f"table.csv {MAPPED}", ["Eve Fox", "Gus Hill"]),
        ("Connections.csv google.csv", ["Dorie Clark", "Lars Holm", "Zoe Park"]),
    ],
)
def test_the_kind_of_file_is_seen(netlog: Netlog, file: str, people: list[str]) -> None:
    """By what is in it; several files are one import."""
    assert netlog(f"import {file}").code == 0
    assert names(netlog) == people
    assert len(netlog("history").out.splitlines()) == 1


def test_the_kind_of_file_can_be_said(netlog: Netlog) -> None:
    """--from; one that the file is not is exit 2, and nobody comes in."""
    assert netlog("import --from linkedin Connections.csv").code == 0
    netlog("undo")
    assert netlog("import --from vcard table.csv").code == 2
    assert netlog("import --from paper table.csv").code == 2
    assert names(netlog) == []


def test_a_connection_is_no_contact(netlog: Netlog) -> None:
    """LinkedIn's day is a field, never a touch."""
    netlog("import Connections.csv")
    dorie = netlog("show dorie --json").data
    assert (dorie["connected_on"], dorie["last_contact"], dorie["touches"]) == (
        "2024-03-05",
        None,
        [],
    )


def test_stdin_is_a_file_too(netlog: Netlog) -> None:
    """A dash reads it."""
    assert netlog("import -", stdin=LINKEDIN).out == f"Took in: 2 new\n{BACK}"
    assert names(netlog) == ["Dorie Clark", "Zoe Park"]


@pytest.mark.parametrize(
    "file", ["cards.vcf", "Connections.csv", f"table.csv {MAPPED}"]
)
def test_a_dry_run_is_the_run_and_changes_nothing(netlog: Netlog, file: str) -> None:
    """The same records with the same handles; no row, and no file, is made."""
    rehearsed = netlog(f"import {file} --dry-run --json").data
    assert not netlog.db.exists()
    done = netlog(f"import {file} --json").data
    assert rehearsed["records"] == done["records"]
    assert rehearsed["counts"] == done["counts"]
    assert (rehearsed["dry_run"], done["dry_run"]) == (True, False)
    before = kept(netlog.db)
    netlog(f"import {file} --dry-run --update")
    assert kept(netlog.db) == before


def test_a_dry_run_shows_one_by_one(netlog: Netlog) -> None:
    """Who would come in under which handle, and who is there."""
    netlog(
        "add Zoe Park --url https://linkedin.com/in/zoe/ --org Field --role Designer"
    )
    page = netlog("import Connections.csv --dry-run").out
    assert page == (
        "Would take in: 1 new, 1 brought up to date\n\nOne by one\n"
        "  Dorie Clark (dorie-clark): new\n"
        "  Zoe Park (zoe-park): brought up to date, connected on 2024-03-06\n"
    )


@pytest.mark.parametrize(
    "file", ["cards.vcf", "Connections.csv", "google.csv", f"table.csv {MAPPED}"]
)
def test_a_second_import_adds_nobody(netlog: Netlog, file: str) -> None:
    """And changes nothing, not even the journal."""
    netlog(f"import {file}")
    before, history = kept(netlog.db), netlog("history").out
    counts = netlog(f"import {file} --json").data["counts"]
    assert (counts["new"], counts["filled"]) == (0, 0)
    assert kept(netlog.db) == before
    assert netlog("history").out == history


def test_one_undo_takes_all_of_it_back(netlog: Netlog) -> None:
    """An import is one change; redo brings everybody again."""
    netlog("add Ann Lee --org ACME")
    before = kept(netlog.db)
    netlog("import cards.vcf Connections.csv google.csv")
    after = kept(netlog.db)
    assert len(names(netlog)) == 5
    said = netlog("undo").out
    assert said == "Took back: netlog import cards.vcf Connections.csv google.csv\n"
    assert kept(netlog.db) == before
    netlog("redo")
    assert kept(netlog.db) == after


def test_empty_fields_are_filled_and_full_ones_stay(netlog: Netlog) -> None:
    """But for a role at another organisation; with --update the file wins."""
    netlog("add Ann Lee --email ann@acme.example --org Other --city Boston")
    assert netlog("import cards.vcf --json").data["counts"]["filled"] == 1
    assert ann(netlog, "org", "role", "city") == ["Other", "", "Boston"]
    netlog("import cards.vcf --update")
    assert ann(netlog, "org", "role", "city") == ["ACME", "buyer", "Boston"]


@pytest.mark.parametrize(
    "there",
    [
        "Ann Lee --email ANN@acme.example",
        "'Lee, Ann' --email ann@acme.example",
        "Ann Lee --phone '001 617 555-0100'",
        "Ann Lee --org acme",
    ],
)
def test_the_same_person_is_found(netlog: Netlog, there: str) -> None:
    """By e-mail, by phone, or by name and organisation."""
    netlog(f"add {there}")
    netlog("import cards.vcf")
    assert len(names(netlog)) == 2


@pytest.mark.parametrize(
    "there",
    [
        "Ann Lee --email other@acme.example --org ACME",
        "Ann Lee --org Elsewhere",
        "Someone Else --phone '+1 617 555 0100'",
    ],
)
def test_a_name_alone_is_not_enough(netlog: Netlog, there: str) -> None:
    """Where addresses or organisations differ, two of a name are two."""
    netlog(f"add {there}")
    netlog("import cards.vcf")
    assert len(names(netlog)) == 3


def test_two_with_one_office_phone_stay_two(netlog: Netlog) -> None:
    """In one file, and when it is read again."""
    for _ in range(2):
        netlog("import cards.vcf")
        assert names(netlog) == ["Ann Lee", "Bo Roe"]


def test_what_all_of_them_get(netlog: Netlog) -> None:
    """--every, --kind, --tag and --known."""
    netlog("import cards.vcf --every 3m -k client --kind peer --tag fair --known")
    for who in ("ann-lee", "bo-roe"):
        shown = netlog(f"show {who} --json").data
        assert (shown["every"], shown["kind"], shown["known"]) == (
            "3m",
            ["client", "peer"],
            True,
        )
        assert "fair" in shown["tag"]


def test_who_comes_in_together_is_spread(netlog: Netlog) -> None:
    """Over the weeks of one cadence, from the next on; one of them is the pick."""
    rows = "".join(f"Person {n:02},p{n}@x.example\n" for n in range(26))
    text = f"Name,E-mail\n{rows}"
    netlog("import - --every 3m --known --from csv", stdin=text)
    weeks = [
        netlog(f"due --all --json --week {week}").data
        for week in ("2025-W23", "2025-W24", "2025-W36")
    ]
    assert [len(week["keep"]) for week in weeks] == [0, 2, 25]
    last = {one["handle"] for one in (*weeks[2]["keep"], *weeks[2]["new"])}
    assert len(last) == 26


@pytest.mark.parametrize(
    ("line", "code", "word"),
    [
        ("nowhere.vcf", 3, "nowhere.vcf"),
        (".", 3, "cannot be read"),
        ("cards.vcf nowhere.vcf", 3, "nowhere.vcf"),
        ("table.csv --map Nope=name", 2, "Whole Name, Mail, Firm"),
        ("table.csv --map Nope", 2, "--map"),
        ("table.csv --map 'Mail=letter'", 2, "letter"),
        ("cards.vcf --every often", 2, "often"),
        ("cards.vcf --kind boss", 2, "boss"),
        ("empty.txt", 2, "empty.txt"),
        ("noise.bin", 2, "--from"),
    ],
)
def test_what_cannot_be_imported(
    netlog: Netlog, line: str, code: int, word: str
) -> None:
    """One sentence, one piece of advice, the right code; nobody comes in."""
    (netlog.home / "empty.txt").write_text("", encoding="utf-8")
    (netlog.home / "noise.bin").write_bytes(bytes(range(256)))
    said = netlog(f"import {line}")
    assert (said.code, said.out, word in said.err) == (code, "", True)
    assert len(said.err.splitlines()) == 2
    assert not netlog.db.exists()
