"""What `forget` says before, and after; how many were forgotten; what is found."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from netlog.acts.forget import Extent
from netlog.domain.person import Named
from netlog.output.answer import Answer, Block, Item, Page, line, lines, name, soft

BEYOND = (
    "a first name alone or a nickname, in what you noted of others",
    "files that you exported, printed or sent, and what cron mailed",
    "copies made by you or by another program, and cloud or system backups",
    "the history of your shell, where the name was typed",
    "blocks of the disk that held a file before it was deleted or written anew",
)
"""What netlog cannot reach."""


def warning(who: Named, there: Extent) -> str:
    """What will happen, for who must confirm it."""
    said = [
        f"{who.name} ({who.handle}) goes for ever; this cannot be undone.",
        "Taken out are:",
        "  all that is known of them",
        *(f"  {one}" for one in _extent(there)),
        "  where they are named in notes about others",
        "  what undo could bring back, and all of it in every backup",
        "Out of reach for netlog are:",
        *(f"  {one}" for one in BEYOND),
    ]
    return "\n".join(said)


def forgot(
    who: Named,
    there: Extent,
    backups: int,
    unreadable: Sequence[Path],
    *,
    seen: bool,
) -> Answer:
    """Somebody was forgotten; what is out of reach, unless it was seen before."""
    said = ", ".join(_extent(there))
    counts = f": {said}" if said else ""
    cleaned = f"{_counted(backups)} cleaned"
    head = line("Forgot ", name(who.name), f" for ever{counts}; {cleaned}")
    beyond = tuple(Item((soft(text),), record=("beyond", text)) for text in BEYOND)
    data = {
        "handle": who.handle,
        "name": who.name,
        **there._asdict(),
        "backups": backups,
        "unreadable": [str(path) for path in unreadable],
        "beyond": list(BEYOND),
    }
    more = () if seen else (Block("Out of reach for netlog", beyond),)
    return Answer("forget", data, page=Page((), (Block("", (head,)), *more)))


def listed(count: int) -> Answer:
    """How many were forgotten and left a mark; who they were is not known."""
    said = f"{count} forgotten; who they were, nobody can tell."
    text = said if count else "Nobody was forgotten, or left a mark."
    return Answer("forget", {"forgotten": count}, page=lines(line(text)))


def verified(found: Mapping[Path, Mapping[str, int]], looked: Sequence[Path]) -> Answer:
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


def _extent(there: Extent) -> list[str]:
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


def _counted(backups: int) -> str:
    return f"{backups} {'backup' if backups == 1 else 'backups'}"
