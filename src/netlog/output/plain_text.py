"""Records: one a line, fields between tabs, no header, days as ISO."""

from collections.abc import Iterable

from netlog.domain.names import clean
from netlog.output.answer import Answer, Page


def render(answer: Answer) -> str:
    """Every row of a list, every record of a sheet or of a page."""
    if answer.sheet is not None:
        return records(answer.sheet.records)
    if answer.table is not None:
        return records(answer.table.rows)
    return records(page_records(answer.page)) if answer.page else ""


def page_records(page: Page) -> list[tuple[str, ...]]:
    """The items of a page as records; a line of text is a record of one field."""
    return [
        item.record or ("".join(part.text for part in item.line),)
        for block in page.blocks
        for item in block.items
    ]


def records(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows as lines."""
    return "".join("\t".join(map(clean, row)) + "\n" for row in rows)
