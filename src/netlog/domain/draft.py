"""What a contact file says of a person, before netlog knows who they are."""

from datetime import date

from netlog.records import NamedTuple


class Draft(NamedTuple):
    """A person as a file describes them: cleaned text, nothing looked up.

    `line` is where the record begins in the file; `uid` the card's own; urls
    come first to last as written, e-mails and phones likewise.  `connected_on`
    is LinkedIn's day, a field and never a touch.  `birthday` is YYYY-MM-DD, or
    --MM-DD where the year is not told.
    """

    line: int
    name: str
    uid: str = ""
    org: str = ""
    role: str = ""
    city: str = ""
    note: str = ""
    birthday: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    connected_on: date | None = None


class Unreadable(NamedTuple):
    """A record that could not be read: where it begins, and one reason."""

    line: int
    reason: str
