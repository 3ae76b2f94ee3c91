"""Pages as plain text: one item a line, nothing cut, nothing wrapped."""

from collections.abc import Iterator

from netlog.domain.names import clean
from netlog.output.answer import Answer, Block, Item, Page, Parts


def render(answer: Answer) -> str:
    """The page, or the records where the answer is a list."""
    if answer.page is None:
        from netlog.output import plain_text

        return plain_text.render(answer)
    return "".join(f"{line}\n" for line in _page(answer.page))


def _page(page: Page) -> Iterator[str]:
    if page.title:
        yield joined(page.title)
    for block in page.blocks:
        yield from _block(block, apart=bool(page.title))
    if page.foot:
        yield ""
        yield from map(clean, page.foot)


def _block(block: Block, *, apart: bool) -> Iterator[str]:
    if apart:
        yield ""
    if block.title:
        yield clean(block.title)
    bullet = "- " if block.title else ""
    for item in block.items:
        yield bullet + _item(item)


def _item(item: Item) -> str:
    return " · ".join(text for text in map(joined, (item.line, *item.below)) if text)


def joined(parts: Parts) -> str:
    """Parts as one clean line; the branches of a tree before it stay as drawn."""
    drawn = "".join(part.text for part in parts if part.style == "drawn")
    return drawn + clean("".join(p.text for p in parts if p.style != "drawn"))
