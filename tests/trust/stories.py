"""What is typed while things go wrong: lines of every command that writes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import split

from tests.db.older import NUMBERS, SCHEMAS
from tests.trust.jobs import Line

from netlog.commands import BY_NAME

CARDS = "".join(
    f"BEGIN:VCARD\nVERSION:3.0\nFN:Card {n} Holder\nEMAIL:card{n}@cards.example\n"
    f"NOTE:{'met at the fair ' * 9}\nEND:VCARD\n"
    for n in range(12)
)
SHEET = "Name,Email,Company\n" + "".join(
    f"Sheet {n} Row,row{n}@sheet.example,Company {n % 3}\n" for n in range(9)
)

STORY = """
add Dorie Clark --met --at 'the old harbour' --kind client --promise 'send the book'
add Alisa Cohn --via dorie-clark --email alisa@cohn.example --tag hr --every 1m
add Ignaz Markward --via alisa-cohn --email markward@forget.example
due
swap
add Peter Quist --via alisa-cohn --new-via --gave advice:pricing
log dorie-clark --note 'a good hour' --names 'Ruth Gotian, Ann Lee' --promise notes
intro alisa-cohn ann-lee
import cards.vcf --tag fair
got dorie-clark referral --who peter-quist
undo
redo
got peter-quist client --value 5000
log peter-quist alisa-cohn --introduce
log peter-quist --kind call --got tip:'a fund' --guess likely
promise ann-lee 'call her' --by fri
done 1
thank dorie-clark
edit alisa-cohn --org 'Cohn & Co' --every none --likes jazz
import sheet.csv --every 3m
snooze ann-lee in 3w
undo
log ruth-gotian --no-answer --kind email
edit --touch 2 --at 'the new harbour'
rm sheet-3-row
rm --touch 1
undo
undo
redo
gave alisa-cohn opener --value 20
rest card-3-holder
skip card-1-holder
wake card-3-holder
due
import cards.vcf sheet.csv --update --known
rm alisa-cohn
undo
undo
log card-5-holder card-6-holder --kind dinner --at 'the old harbour'
merge card-5-holder card-6-holder --yes
undo
backup
forget ignaz-markward --yes
add Nora Quist --met --today 2025-06-03
done 2 --drop
export all.json --force
restore earlier.db --yes --other
log alisa --kind call
undo
add Zoe Last --known
"""
"""Typed from the first line on, at a home with the files; each line succeeds."""
FORGOTTEN = b"arkward"
"""What no file of netlog's holds any more once somebody was forgotten."""
LAST = """
backup
restore last --yes
undo
"""
"""What may end it where no line is run twice: the last backup is another then."""


FILES = {
    "cards.vcf": CARDS.encode(),
    "sheet.csv": SHEET.encode(),
    "earlier.db": (SCHEMAS / f"{NUMBERS[-1]}.db").read_bytes(),
}
"""What the story takes in, and what it restores."""


def files(home: Path) -> None:
    """Put them where it finds them."""
    home.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (home / name).write_bytes(content)


def story(text: str = STORY) -> Sequence[Line]:
    """The lines of a story, as far as there are commands for them."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    """A command that is not there is left out, and an undo behind it."""
    left_out = False
    for line in text.strip().split("\n"):
        words = split(line)
        known = words[0] in BY_NAME
        if known and not (left_out and words[0] == "undo"):
            yield words
        left_out = not known
