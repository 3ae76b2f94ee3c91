"""A home full of people with hostile names, and what is asked of every answer there."""

import csv
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from shutil import copytree

from tests.trust.hostile import NAMES, controls, is_somebody, letters, visible
from tests.trust.hostile_typing import Said
from tests.trust.hostile_typist import Typist

FIELDS = (
    *("--org", "--role", "--city", "--note", "--tag", "--likes", "--needs", "--offers"),
    *("--at", "--promise", "--phone", "--url"),
)
CODES = {0, 2, 3, 4, 5, 6}
_STYLES = re.compile(r"\x1b\[(?:0|1|2|32|36|1;36)?m")
"""The only codes that netlog sends, and on a terminal alone."""
_OFFERED = re.compile(r"[a-z0-9-]*")
"""What TAB may offer: anything else a shell might run."""
_BAR = re.compile(r"\r(?:Reading|Writing) [━ ]{30} [ 0-9]{3} %|\r *\r")
_WIDE = 60
_TEXTS = (
    *(("person", column) for column in ("name", "org", "role", "city", "note")),
    *(("detail", "value"), ("place", "name"), ("touch", "note"), ("promise", "text")),
    *(("entry", "text"), ("change", "command")),
)
_CONFIG = """\
currency = "E\\u001b[2J\\u202eUR\\u009b"
"a\\u001b]52;c;eA==\\u0007b" = 1
[plan]
"\\u202ekeep" = 2
"""
Names = Mapping[str, str]
"""What a reader is to see of the names of people, by their handles."""


def settle(home: Path, typists: Sequence[Typist]) -> Names:
    """Type every name in one of the locales; gives those that came in."""
    (home / ".config/netlog").mkdir(parents=True)
    (home / ".config/netlog/config.toml").write_text(_CONFIG, encoding="utf-8")
    _files(home)
    names: dict[str, str] = {}
    for number, typist in enumerate(typists):
        typed = NAMES[number :: len(typists)]
        answers = typist.types(home, [adding(name) for name in typed])
        for name, said in zip(typed, answers, strict=True):
            assert said.code == (0 if is_somebody(name) else 2), (name, said)
            if not said.code:
                person = json.loads(said.out)["data"]["person"]
                names[person["handle"]] = visible(name)
    return names


def adding(name: str) -> list[str]:
    """A line that adds somebody, and says the name in every field."""
    fields = () if visible(name).lower() in {"none", ""} else FIELDS
    said = [word for field in fields for word in (field, name)]
    return ["add", "--new", "--json", *said, "--", name]


def _files(home: Path) -> None:
    """Contact files with every name in every field."""
    typed = [name.encode(errors="replace").decode() for name in NAMES]
    cards = "".join(
        f"BEGIN:VCARD\nFN:{name}\nORG:{name}\nNOTE:{name}\nEND:VCARD\n"
        for name in typed[::10]
    )
    (home / "hostile.vcf").write_text(cards, encoding="utf-8")
    with (home / "hostile.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("Name", "Company"), *zip(typed, typed, strict=True)]
        )


def moved(home: Path, to: Path) -> Path:
    """A copy of a home, in a folder of a hostile name."""
    copytree(home, to / "h\x1b[2J\u202eé" / "home")
    return to / "h\x1b[2J\u202eé" / "home"


def wrong(line: Sequence[str], said: Said, width: int) -> Iterator[str]:
    """What may not be in an answer: a control, or that it is unforeseen."""
    sent = _STYLES.sub("", _bar(said.out)) if width else said.out
    if found := controls(sent + said.err):
        yield f"{line!r} at {width} sends {found}: {said!r:.3000}"
    if line[0] == "TAB" and not all(map(_OFFERED.fullmatch, said.out.split("\n"))):
        yield f"{line!r} offers {said!r:.3000}"
    if said.code not in CODES or "Traceback" in said.out + said.err:
        yield f"{line!r} at {width} ends with {said.code}: {said!r:.3000}"


def _bar(sent: str) -> str:
    """What was sent without the bar that shows how far an import is."""
    return _BAR.sub("", sent.replace("\\u2501", "━"))


def swallowed(names: Names, said: Said, width: int, typist: Typist) -> list[str]:
    """The names of which a list of people does not show everything."""
    text = letters(_STYLES.sub("", said.out))
    there = Counter(text)
    return [
        handle
        for handle, name in names.items()
        if not _is_there(letters(typist.written(name)), text, there, width)
    ]


def shown_often(said: Said, name: str) -> bool:
    """Whether a page about somebody has the name in every field that holds it."""
    text = letters(_STYLES.sub("", said.out))
    often = 1 if name.lower() == "none" else len(FIELDS)
    return text.count(name) >= often


def soiled(home: Path) -> None:
    """Put names into the file as they are, as no netlog does."""
    typed = [name.encode(errors="ignore").decode() for name in NAMES]
    odd = [name for name in typed if name.strip()] * 20
    with closing(sqlite3.connect(home / "netlog.db")) as db:
        db.execute("PRAGMA ignore_check_constraints=ON")
        for table, column in _TEXTS:
            rows = db.execute(f"SELECT id FROM {table} WHERE id > 1").fetchall()  # noqa: S608 (ours)
            pairs = [(name, key) for name, (key,) in zip(odd, rows, strict=False)]
            db.executemany(f"UPDATE {table} SET {column} = ? WHERE id = ?", pairs)  # noqa: S608 (ours)
        db.commit()


def _is_there(name: str, text: str, there: Counter[str], width: int) -> bool:
    """Whether a name is there; one over many lines has its neighbours between them."""
    if width and len(name) > _WIDE:
        return Counter(name) <= there
    return name in text
