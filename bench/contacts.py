"""People as contact files: vCards one by one, a vCard file, Google's CSV."""

import csv
from collections.abc import Iterable
from pathlib import Path

from bench.network import Someone

_COLUMNS = (
    "First Name",
    "Last Name",
    "Organization Name",
    "Organization Title",
    "Labels",
    "E-mail 1 - Label",
    "E-mail 1 - Value",
    "Phone 1 - Label",
    "Phone 1 - Value",
)


def card(person: Someone) -> str:
    """One person as a vCard 3.0."""
    first, _, last = person.name.partition(" ")
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{person.handle}",
        f"FN:{person.name}",
        f"N:{last};{first};;;",
        f"ORG:{person.org}",
        f"TITLE:{person.role}",
        f"EMAIL;TYPE=INTERNET:{person.email}",
        f"TEL;TYPE=CELL:{person.phone}",
        f"CATEGORIES:{person.tag or 'people'}",
        "END:VCARD",
        "",
    )
    return "\r\n".join(lines)


def write_cards(path: Path, people: Iterable[Someone]) -> None:
    """Everybody in one file."""
    path.write_text("".join(map(card, people)), encoding="utf-8", newline="")


def write_vdir(folder: Path, people: Iterable[Someone]) -> None:
    """Everybody in a file of their own."""
    folder.mkdir(parents=True)
    for person in people:
        write_cards(folder / f"{person.handle}.vcf", [person])


def write_csv(path: Path, people: Iterable[Someone]) -> None:
    """Everybody as Google exports them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        writer.writerows(map(_row, people))


def _row(person: Someone) -> tuple[str, ...]:
    first, _, last = person.name.partition(" ")
    email, phone = ("* Other", person.email), ("Mobile", person.phone)
    return (first, last, person.org, person.role, person.tag, *email, *phone)
