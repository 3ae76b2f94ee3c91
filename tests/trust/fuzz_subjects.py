"""What is fuzzed: how inputs of each subject are made, and what they are given to."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from shutil import copyfile, rmtree
from time import process_time
from typing import Any, NamedTuple

from tests.trust import fuzz_files, fuzz_lines
from tests.trust.fuzz_pieces import DAYS, LETTERS, NUMBERS, any_text, changed, encoded

from netlog.errors import NetlogError

TODAYS = (date(2025, 6, 2), date(2024, 2, 29), date(1901, 1, 1), date(2198, 12, 31))
CODES = {0, 2, 3, 4, 5, 6, 10}
"""How a line may end; 1 is what nobody has foreseen."""
_LONGEST, _NAME, _SIZE = 2**15, 1_000, 2**16
"""Bytes of a long word; letters of a long name, and of a config."""
Make = Callable[[Random], Any]
Feed = Callable[[Any], "list[str] | None"]


class Subject(NamedTuple):
    """How an input is made, what it is given to, and inputs that there are already.

    `feed` gives what is wrong beside what escapes it.
    """

    make: Make
    feed: Feed
    given: Sequence[Any] = ()


def each(calls: Sequence[Callable[[], Any]]) -> None:
    """Call all of them; an error of netlog's own escapes where each had one."""
    errors: list[NetlogError] = []
    for call in calls:
        try:
            call()
        except NetlogError as error:
            errors.append(error)
    if len(errors) == len(calls):
        raise errors[0]


def _dates() -> Subject:
    from netlog.clock import read_clock
    from netlog.domain import dates, ledger, spans, weeks
    from netlog.importers import days

    def feed(text: str) -> None:
        reads = (dates.happened, dates.to_come, dates.any_day)
        calls = [
            lambda read=read, today=today, order=order: read(text, today, order)
            for read in reads
            for today in TODAYS
            for order in ("", "dmy")
        ]
        others: list[Callable[[str], object]] = [dates.birthday, spans.parse_span]
        others += [weeks.parse_week, days.birthday_in, days.connected]
        others += [ledger.parse_money, read_clock]
        each([*calls, *(lambda read=read: read(text) for read in others)])

    pieces = (*DAYS, *DAYS, *NUMBERS)
    return Subject(lambda chance: any_text(chance, pieces), feed, (*DAYS, *NUMBERS))


def _names() -> Subject:
    from netlog.db import tombstones
    from netlog.domain import details, names
    from netlog.erasure import mentions
    from netlog.output import csv_text, dot_text, mermaid_text
    from netlog.parsing import Typed

    def feed(whole: str) -> list[str]:
        text = whole.encode(errors="surrogatepass")[:_LONGEST].decode(errors="replace")
        cleaned = names.clean(text)
        for field in ("phone", "url", "card", "email", "tag"):
            details.detail_key(field, text)
        tombstones.signs_of([text], [("phone", text), ("url", text)])
        handle = names.handle_stem(text, text)
        short = text[:_NAME]
        mentions.Mentions([short], [handle], [short]).out_of(text)
        names.starts_words(names.fold(text), names.fold(cleaned))
        for quoted in (csv_text.safe, dot_text.dot_quoted, mermaid_text.mermaid_quoted):
            quoted(text)
        with suppress(NetlogError):
            Typed(TODAYS[0], None, (text,)).note(text)  # type: ignore[arg-type] # unused
        steady = (
            names.clean(cleaned) == cleaned and names.checked_handle(handle) == handle
        )
        return [] if steady else ["it is another when it is cleaned again"]

    pieces = (*LETTERS, "Dorie", "Clark", "O'Hara", "Jean-Luc", "@", ".")
    long = [
        piece * (100_000 // len(piece)) for piece in (*LETTERS, "a", " ", "-", "\0")
    ]
    return Subject(lambda chance: any_text(chance, pieces), feed, (*long, ""))


_FILTERS = (
    *("kind=client", "tag=hr", "org~acme", "city=boston", "last>90d", "via=alisa"),
    *("last<2025-06-01", "last=never", "new=yes", "name!=", "every=3m", "note~"),
    *("=", "!=", "~", "<", ">", "last", "kind", "no_sell=", "birthday=", "last!="),
)


def _filters() -> Subject:
    from tests.trust.fuzz_people import ANN

    from netlog.domain.filters import all_hold, parse_filter

    def feed(text: str) -> None:
        all_hold([parse_filter(text, TODAYS[0])])(ANN)

    return Subject(lambda chance: any_text(chance, _FILTERS), feed, _FILTERS)


def _files(make: Make, bad: Sequence[bytes]) -> Subject:
    """Contact files, read to their last record."""
    from netlog.importers import CONTACT_FORMATS
    from netlog.importers.recognise import by_name, records_of

    names = [*CONTACT_FORMATS, *[""] * len(CONTACT_FORMATS)]
    for name in CONTACT_FORMATS:
        by_name(name)

    def feed(data: bytes) -> None:
        list(records_of(data, names[sum(data[:100]) % len(names)], {}))

    return Subject(make, feed, bad)


def _config() -> Subject:
    from netlog.config import settings_from

    def feed(text: str) -> None:
        settings_from(text[:_SIZE], "config.toml", lambda _: None)

    return Subject(fuzz_files.config, feed, fuzz_files.BAD_CONFIGS)


class _Home:
    """A home with a small database, of which every line finds a fresh copy."""

    def __init__(self) -> None:
        from tests.trust import driver, stories
        from tests.trust.jobs import Job

        self.folder = Path(os.environ["HOME"]) / "home"
        self.kept = Path(os.environ["HOME"]) / "kept"
        stories.files(self.kept)
        driver.load()
        os.environ.clear()
        os.environ.update(Job(self.folder, ()).environment)
        self.fresh()
        for words in stories.story()[:36]:
            assert driver.run(words).code == 0, words
        assert driver.run(["export", "all.json", "--force"]).code == 0
        for name in ("netlog.db", "all.json"):
            copyfile(self.folder / name, self.kept / name)
        (self.kept / "garbage.db").write_bytes(b"SQLite format 3\0" + b"x" * 9_000)
        (self.kept / "empty").touch()

    def fresh(self) -> None:
        """Everything as it was."""
        rmtree(self.folder, ignore_errors=True)
        (self.folder / "folder").mkdir(parents=True)
        for path in self.kept.iterdir():
            copyfile(path, self.folder / path.name)
        os.chdir(self.folder)

    def typed(self, words: Sequence[str]) -> list[str]:
        """Run a line at the fresh home; gives what is wrong with how it ended."""
        from tests.trust import driver

        self.fresh()
        return list(_wrong(driver.run(words)))


def _wrong(answer: Any) -> Iterator[str]:
    """What may not be in an answer."""
    if answer.code not in CODES:
        yield f"ends with {answer.code}: {answer.err[-3000:]}"
    if "Traceback" in answer.out + answer.err:
        yield f"says {answer.out[-3000:]}{answer.err[-3000:]}"


def _tell_where() -> None:
    """Have netlog say where something unforeseen happened, and go on."""
    from traceback import print_exc

    from netlog import cli

    say = cli._unforeseen  # noqa: SLF001 (it is watched, not changed)

    def told(error: Exception) -> NetlogError:
        print_exc(file=sys.stderr)
        return say(error)

    cli._unforeseen = told  # noqa: SLF001


def _lines() -> Subject:
    home = _Home()
    _tell_where()
    return Subject(fuzz_lines.line, home.typed, fuzz_lines.given())


def _imports() -> Subject:
    """Files of every kind, taken in by the command."""
    home = _Home()
    _tell_where()

    def make(chance: Random) -> bytes:
        return chance.choice((fuzz_files.card, fuzz_files.table))(chance)

    def feed(data: bytes) -> list[str]:
        (home.kept / "given").write_bytes(data)
        return home.typed(["import", "given"])

    return Subject(make, feed, (*fuzz_files.BAD_CARDS, *fuzz_files.BAD_TABLES)[::6])


def _exports() -> Subject:
    """Whole exports, taken in by the command into a new database."""
    home = _Home()
    _tell_where()
    whole = (home.kept / "all.json").read_bytes()

    def make(chance: Random) -> bytes:
        kind = chance.random()
        if kind < 0.25:
            return encoded(chance, changed(chance, whole.decode()))
        odd = fuzz_files.rows_changed(chance, json.loads(whole))
        return json.dumps(odd, ensure_ascii=kind < 0.7).encode("utf-8", "surrogatepass")

    def feed(data: bytes) -> list[str]:
        (home.kept / "given").write_bytes(data)
        return home.typed(["--db", "new.db", "import", "given"])

    return Subject(make, feed, fuzz_files.bad_exports(whole))


SUBJECTS: Mapping[str, Callable[[], Subject]] = {
    "dates": _dates,
    "names": _names,
    "filters": _filters,
    "cards": lambda: _files(fuzz_files.card, fuzz_files.BAD_CARDS),
    "tables": lambda: _files(fuzz_files.table, fuzz_files.BAD_TABLES),
    "config": _config,
    "imports": _imports,
    "exports": _exports,
    "lines": _lines,
}
"""Each subject by its name."""


def _deep() -> None:
    """Read a config however deep it goes."""
    from netlog import config

    config._DEEP = re.compile("(?!)")  # noqa: SLF001 (it is to be missed)


def _numbers() -> None:
    """Take for a number what is typed, without a look."""
    from netlog.parsing import Typed

    Typed.number = staticmethod(int)  # type: ignore[method-assign, assignment] # the mistake


def _slow() -> None:
    """Take a second too many for one kind of day."""
    from netlog.domain import dates

    read = dates.birthday

    def slowly(text: str) -> str:
        end = process_time() + 1.1 * (text == "29 feb")
        while process_time() < end:
            pass
        return read(text)

    dates.birthday = slowly


FAULTS: Mapping[str, Callable[[], None]] = {
    "deep": _deep,
    "numbers": _numbers,
    "slow": _slow,
}
"""Mistakes made on purpose, each by its name."""
