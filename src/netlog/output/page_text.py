"""Pages as plain text: as on a terminal of 80 columns, with no blanks at ends."""

from collections.abc import Iterator

from netlog.domain.names import clean
from netlog.output.answer import Answer, Item, Page, Parts
from netlog.output.layout import PIPED, page_lines
from netlog.output.sheet import sheet_lines


def render(answer: Answer) -> str:
    """The page, or the records where the answer is a list."""
    if answer.sheet is not None:
        return _text(sheet_lines(answer.sheet, PIPED))
    if answer.page is None:
        from netlog.output import plain_text

        return plain_text.render(answer)
    if not answer.page.title:
        return "".join(f"{line}\n" for line in _sentences(answer.page))
    return _text(page_lines(answer.page, PIPED))


def _text(lines: Iterator[Parts]) -> str:
    return "".join(f"{_line(parts).rstrip()}\n" for parts in lines)


def _line(parts: Parts) -> str:
    return "".join(part.text for part in parts)


def _sentences(page: Page) -> Iterator[str]:
    """What a command says it did: a line for each thing, never wrapped."""
    for block in page.blocks:
        if block.title:
            yield clean(block.title)
        bullet = "- " if block.title else ""
        for item in block.items:
            yield bullet + _sentence(item)


def _sentence(item: Item) -> str:
    return " · ".join(clean(_line(parts)) for parts in (item.line, *item.below))
