"""Two people who may be one."""

from netlog.records import NamedTuple


class Pair(NamedTuple):
    """Who was there first, somebody else, and what both have: a name or a phone."""

    handle: str
    name: str
    other_handle: str
    other_name: str
    what: str
