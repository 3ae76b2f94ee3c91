"""Taking a whole export in: what each row says is looked at before it is written."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from netlog.acts.importing.fitting import fitting
from netlog.domain.whole import Contents, Row

if TYPE_CHECKING:
    from netlog.storage.change import Change


def take_whole(
    change: "Change", contents: Contents, rows: Iterable[tuple[str, Row]]
) -> Mapping[str, int]:
    """Take every row in, or none; gives how many there are of each table."""
    return change.whole.take_in(contents, fitting(rows))
