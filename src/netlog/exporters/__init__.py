"""The kinds of file that netlog writes everything to: one line each.

A format is a module with `written(contents, tables) -> Iterator[str]`: lines, each with
its end, of the rows of each table in turn.
"""

FORMATS = {
    "json": "netlog.exporters.whole_json",
}
