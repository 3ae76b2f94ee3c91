"""netlog forget: somebody is gone for good."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Context

from netlog.app import App
from netlog.backups.files import FORGET
from netlog.db import sql
from netlog.domain.person import Named
from netlog.errors import DatabaseError, RefusedError, UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import Yes, app_of, option, who
from netlog.output.answer import Answer, Block, Item, Page, line, lines, name, soft
from netlog.output.ask import answer_to

if TYPE_CHECKING:
    from netlog.erasure.copies import Cleaned
    from netlog.erasure.forget import Forgetter

BEYOND = (
    "a first name alone or a nickname, in what you noted of others",
    "files that you exported, printed or sent, and what cron mailed",
    "copies made by you or by another program, and cloud or system backups",
    "the history of your shell, where the name was typed",
    "blocks of the disk that held a file before it was deleted or written anew",
)
"""What netlog cannot reach."""


class Extent(NamedTuple):
    """How much there is of somebody; `shared` touches stay with the others."""

    touches: int = 0
    shared: int = 0
    introductions: int = 0
    promises: int = 0
    entries: int = 0


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who()] = None,
    yes: Yes = False,
    unmarked: Annotated[
        bool,
        option(
            "--forget-the-forgetting",
            help_text="Keep no mark: an import may bring them back.",
        ),
    ] = False,
    show_list: Annotated[
        bool, option("--list", help_text="Say how many were forgotten.")
    ] = False,
    verify: Annotated[
        bool,
        option("--verify", help_text="Look for these words in every file of netlog's."),
    ] = False,
) -> None:
    """Take somebody out of everything: rows, journal and backups.  It cannot be undone.

    Nor can anything that was done before it.  What belongs to others stays.  A later
    import leaves them out, unless it is told to bring back whom you forgot.
    """
    app = app_of(ctx)
    app.refuse_csv()
    words = who or []
    if show_list and not words and not verify:
        app.show(_listed(sql.count_forgettings(app.store)))
    elif verify and words and not show_list:
        _verify(app, words)
    elif words and not verify and not show_list:
        _forget(app, app.typed.phrase(words), yes=yes, mark=not unmarked)
    else:
        raise UsageError(
            "It is not clear what to do.",
            "netlog forget WHO, netlog forget --verify WORDS, or netlog forget --list.",
        )


def _forget(app: App, query: str, *, yes: bool, mark: bool) -> None:
    forgetter = app.database.forgetter
    person = forgetter.find(query)
    there = _extent(forgetter, person)
    if not yes:
        _confirm(app, person, there)
    forgetter.forget(person, mark=mark)
    cleaned = forgetter.finish()
    # One from before would have to be cleaned at once.
    app.database.back_up(FORGET)
    app.show(_forgot(person, there, cleaned, seen=not yes))
    if not cleaned.is_all:
        raise DatabaseError(
            f"They are gone from the database, but {cleaned.trouble}",
            "netlog forget --verify with their name looks into every file.",
        )


def _confirm(app: App, person: Named, there: Extent) -> None:
    """Have the handle typed on a terminal; refused elsewhere, and for another one."""
    told = _warning(person, there)
    question = f"Type {person.handle} to forget them:"
    if answer_to(told, question, chosen=app.format) != person.handle:
        raise RefusedError(
            "That is not the handle; nobody was forgotten.",
            f"Type {person.handle} when it asks, or use --yes.",
        )


def _verify(app: App, words: list[str]) -> None:
    """Look for words in the bytes of files; found ones are an error."""
    found, looked = app.database.search_bytes(words)
    app.show(_verified(found, looked))
    if set(found) & set(looked):
        raise DatabaseError(
            "Something of it is in a file of netlog's.",
            "It may be somebody else's; netlog forget WHO cleans what is left of WHO.",
        )


def _extent(forgetter: "Forgetter", who: Named) -> Extent:
    """Count what there is of somebody; nothing where they were removed."""
    store = forgetter.store
    touches = sql.touches_of(store, who.id)
    return Extent(
        len(touches),
        sum(len(sql.company_of(store, touch.id)) > 1 for touch in touches),
        len(sql.introductions_with(store, who.id)),
        len(sql.promises_to(store, who.id)),
        len(sql.entries_with(store, who.id)),
    )


# What is said.


def _warning(who: Named, there: Extent) -> str:
    """What will happen, for who must confirm it."""
    said = [
        f"{who.name} ({who.handle}) goes for ever; this cannot be undone.",
        "It ends what can be undone: nothing from before it will be.",
        "Taken out are:",
        "  all that is known of them",
        *(f"  {one}" for one in _counts(there)),
        "  where they are named in notes about others",
        "  what undo could bring back, and all of it in every backup",
        "Out of reach for netlog are:",
        *(f"  {one}" for one in BEYOND),
    ]
    return "\n".join(said)


def _forgot(who: Named, there: Extent, cleaned: "Cleaned", *, seen: bool) -> Answer:
    """Somebody was forgotten; what is out of reach, unless it was seen before."""
    said = ", ".join(_counts(there))
    counts = f": {said}" if said else ""
    backups = f"{cleaned.backups} {'backup' if cleaned.backups == 1 else 'backups'}"
    head = line("Forgot ", name(who.name), f" for ever{counts}; {backups} cleaned")
    beyond = tuple(Item((soft(text),), record=("beyond", text)) for text in BEYOND)
    data = {
        "handle": who.handle,
        "name": who.name,
        **there._asdict(),
        "backups": cleaned.backups,
        "unreadable": [str(path) for path in cleaned.unreadable],
        "beyond": list(BEYOND),
    }
    more = () if seen else (Block("Out of reach for netlog", beyond),)
    return Answer("forget", data, page=Page((), (Block("", (head,)), *more)))


def _listed(count: int) -> Answer:
    """How many were forgotten and left a mark; who they were is not known."""
    said = f"{count} forgotten; who they were, nobody can tell."
    text = said if count else "Nobody was forgotten, or left a mark."
    return Answer("forget", {"forgotten": count}, page=lines(line(text)))


def _verified(
    found: Mapping[Path, Mapping[str, int]], looked: Sequence[Path]
) -> Answer:
    """Which files hold which of the words."""
    items = tuple(_found(found)) or (
        line(f"None of it is in any of the {len(looked)} files of netlog."),
    )
    data = {
        "files": [str(path) for path in looked],
        "found": [
            {"file": str(path), "word": word, "times": times}
            for path, counts in found.items()
            for word, times in counts.items()
        ],
    }
    return Answer("forget", data, page=lines(*items))


def _found(found: Mapping[Path, Mapping[str, int]]) -> Iterator[Item]:
    for path, counts in found.items():
        for word, times in counts.items():
            said = f"{path}: {word}, {times} {'time' if times == 1 else 'times'}"
            record = (str(path), word, str(times))
            yield line(said)._replace(record=record)


def _counts(there: Extent) -> list[str]:
    shared = f" ({there.shared} shared: the others keep it)" if there.shared else ""
    counts = (
        (there.touches, "touch", "touches", shared),
        (there.introductions, "introduction", "introductions", ""),
        (there.promises, "promise", "promises", ""),
        (there.entries, "thing given or got", "things given or got", ""),
    )
    return [
        f"{number} {one if number == 1 else many}{more}"
        for number, one, many, more in counts
        if number
    ]
