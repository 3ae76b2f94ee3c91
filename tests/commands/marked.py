"""A person of whom forty things are known, and files in which they are looked for."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote, quote_plus

from tests.running import Netlog

from netlog.domain.names import fold

WHO = "quorl-beck"
CARD = """BEGIN:VCARD
VERSION:3.0
UID:card-zmark33
FN:Zmark Quorlbeck
EMAIL:zmark1@mail.example
EMAIL:zmark2@mail.example
NOTE:zmark34 on the card
END:VCARD
"""
MARKERS = (
    *("Zmark Quorlbeck", "Zmark Oldenname", "zmark-oldenname", "zmark-quorlbeck"),
    *("quorl-beck", "Quorlbeck", "Oldenname"),
    *("zmark1@mail.example", "zmark2@mail.example", "4915550173", "+49 1555 0173"),
    *("zmark.example/in", "Zmark3 Ltd", "zmark4 role", "Zmark5ville", "zmark6tag"),
    *("zmark7 likes", "zmark8 needs", "zmark9 offers", "zmark10 note"),
    *("Zmark12 Café", "zmark13 ñandú 七", 'zmark14 "quoted" \\ back', "zmark11"),
    *("zmark16 promise", "zmark17 promise", "zmark18 mended", "zmark19 dropped"),
    *("zmark20 gave", "zmark21 got", "zmark22 mended", "zmark23 undone"),
    *("zmark24 taken back", "zmark25 redone", "zmark26 touch", "zmark27 alone"),
    *("card-zmark33", "zmark34 on the card", "zmark35", "zmark36 was in a note"),
    *("zmark37.vcf", "Zmarkina Twinn", "zmarkina-twinn", "zmark38@mail.example"),
)
"""What must be nowhere, however it is written: see `written`."""

FIRST_DAY = (
    "add Alisa Kwan --org Harbour --note 'met Zmark Oldenname once'",
    "add Bo Lindqvist --tag 'friend of zmark oldenname'",
    (
        "add Zmark Oldenname --via Alisa --org 'Zmark3 Ltd' --role 'zmark4 role'"
        " --city Zmark5ville --tag zmark6tag --email zmark1@mail.example"
        " --phone '+49 1555 0173' --url https://zmark.example/in --likes 'zmark7 likes'"
        " --needs 'zmark8 needs' --offers 'zmark9 offers' --note 'zmark10 note'"
        " --promise 'zmark16 promise' --gave 'tip:zmark20 gave'"
    ),
    "log zmark-oldenname --at 'Zmark12 Café' --note 'zmark13 ñandú 七' --on '20 may'",
    (
        "log zmark-oldenname alisa bo --at Tatte"
        " --note 'Zmark told Bo of zmark.example/in'"
    ),
    "edit zmark-oldenname --name 'Zmark Quorlbeck' --note 'zmark11'",
    "promise zmark-oldenname zmark17 promise",
    "edit --promise 2 --text 'zmark18 mended'",
    "promise zmark-oldenname zmark19 dropped",
    "done 3 --drop",
    "got zmark-oldenname client 'zmark21 got' --value 500",
    "edit --entry 2 --text 'zmark22 mended'",
    "add Cleo Ade --via zmark-oldenname --note 'a cousin of Zmark Quorlbeck'",
    "got cleo interview",
    "thank zmark-oldenname",
    "backup",
)
SECOND_DAY = (
    "edit zmark-oldenname --handle zmark-quorlbeck",
    "import zmark37.vcf --update",
    "log zmark-quorlbeck -k call --note 'zmark14 \"quoted\" \\ back'",
    "log bo -k call --at \"Zmark Quorlbeck's\" --note 'Quorlbeck, Zmark was there'",
    "edit zmark-quorlbeck --handle quorl-beck",
    "promise alisa 'write to quorl-beck about zmark1@mail.example'",
    "due",
    "skip quorl-beck",
    "promise quorl-beck zmark24 taken back",
    "rm --promise 5",
    "log quorl-beck -k card --note 'zmark25 redone'",
    "undo",
    "redo",
    "log quorl-beck -k message --note 'zmark26 touch'",
    "undo",
    "log quorl-beck -k email --note 'zmark27 alone' --no-answer",
    "add Zmark Quorlbeck --new --note 'zmark35'",
    "undo",
    "log quorl-beck -k email --note 'zmark23 undone'",
    "edit --touch 8 --note 'zmark36 was in a note'",
    "undo",
    "add Zmarkina Twinn --via bo --email zmark38@mail.example",
    "merge quorl-beck zmarkina-twinn --yes",
    "backup",
)


def live(netlog: Netlog) -> None:
    """Two days of a life, with all of the markers in it."""
    card = netlog.home / "zmark37.vcf"
    card.write_text(CARD, encoding="utf-8")
    for day, lines in (("2025-06-01", FIRST_DAY), ("2025-06-02", SECOND_DAY)):
        for line in lines:
            ran = netlog(f"{line} --today {day}")
            assert ran.code == 0, (line, ran.err)
    note = ("--note", "zmark35 line\nzmark11")
    assert netlog(f"log {WHO} -k card", *note).code == 0
    card.unlink()


def files(home: Path) -> list[Path]:
    """Every file that netlog made at a home."""
    return sorted(path for path in home.rglob("*") if path.is_file())


def left(home: Path, words: Iterable[str] = MARKERS) -> set[tuple[str, str]]:
    """The files in whose bytes any of the words is, with the word."""
    held = {path.name: path.read_bytes().lower() for path in files(home)}
    return {
        (name, word)
        for word in words
        for form in written(word)
        for name, content in held.items()
        if form in content
    }


def written(word: str) -> Iterator[bytes]:
    """A word in UTF-8, as it is, in any case and folded; as JSON or a URL has it."""
    cased = {word, word.lower(), word.upper(), word.casefold(), fold(word)}
    for text in cased | {normalize("NFD", one) for one in cased}:
        for form in (
            text,
            json.dumps(text)[1:-1],
            json.dumps(text, ensure_ascii=False)[1:-1],
            quote(text),
            quote_plus(text),
        ):
            yield form.encode().lower()
