"""Where a database was named and is not there yet: how it is made."""

from collections.abc import Callable, Iterable

from netlog.output.answer import Answer, Block, Item, Page, command_line, exact, part

_MAKES_IT = (
    ("Add somebody you met, and it is made:", "netlog add NAME --at PLACE"),
    ("or take in the people you know:", "netlog import contacts.vcf"),
)


Naming = Callable[[str, Iterable[str]], str]
"""Gives a text whose commands, of these names, are about the very database."""


def no_database_answer(database: str, named_by: str, naming: Naming) -> Answer:
    """What is not there, what makes it, and by what it was named."""
    items = tuple(
        Item((part(text),), ((command_line(naming(line, ("add", "import"))),),))
        for text, line in _MAKES_IT
    )
    title = (
        part("There is no database at ", "title"),
        exact(database),
        part(" yet", "title"),
    )
    foot = f"If yours is elsewhere: {named_by} names this one."
    return Answer("due", None, page=Page(title, (Block("", items),), (foot,)))
