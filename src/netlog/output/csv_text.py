"""CSV with a header, safe in a spreadsheet."""

import csv
import io
import re

from netlog.domain.names import clean
from netlog.errors import UsageError
from netlog.output.answer import NO_CSV, Answer

_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")
_FORMULA = ("=", "+", "-", "@")


def render(answer: Answer) -> str:
    """A list as CSV; a page has none."""
    if answer.table is None:
        raise UsageError(*NO_CSV)
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(answer.table.columns)
    writer.writerows([safe(cell) for cell in row] for row in answer.table.rows)
    return target.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: a quote goes before it."""
    text = clean(cell)
    risky = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    return f"'{text}" if risky else text
