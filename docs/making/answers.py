"""The page of formats and JSON."""

from docs.making.blocks import table
from docs.making.examples import EXAMPLES

from netlog.commands import COMMANDS
from netlog.output.json_text import VERSION

_TEXT = """\
# Answers and formats

What a command answers is on stdout; everything else is on stderr.

| option | what it does |
| --- | --- |
| `--json` | the answer in JSON; an error too, on stderr |
| `--format page` | as people read it: in colour on a terminal, plain in a pipe |
| `--format plain` | one record a line, fields between tabs, no header, ISO dates |
| `--format csv` | lists only (`list`, `history`), with a header |
| `--format json` | the same as `--json` |
| `--db FILE` | another database, for this command |
| `--today DAY` | another day for today, as `2025-06-02`; so does `NETLOG_TODAY` |

They stand before or after the command's name.

There are two sorts of answer. A *page* (`due`, `why`, `show`, `info` and what a
writing command says) is the same page in a pipe, 80 columns wide and without colours,
so that it can be mailed. A *list* (`list`, `history`) is a table on a terminal and
`--format plain` in a pipe. `NO_COLOR`, `FORCE_COLOR=0` and `TERM=dumb` take the
colours away on a terminal too; `FORCE_COLOR=1` or `CLICOLOR_FORCE=1` gives a page its
colours in a pipe. Where the locale has no UTF-8, the signs of a page (`·`, `…`, `│`)
are plain ones of the same width, and a letter it cannot write is an escape.

The records of `due --format plain` are slot, handle, name, text, and the command to
type next. Where a line is about nobody, handle and name are empty.

## JSON

Every answer is `{"schema": "netlog.COMMAND/N", "data": …}`. The number goes up when a
key changes its meaning or goes away; new keys may come at any time. Days are
`2025-06-02`, moments are in UTC. People have a `uid`, which never changes, and a
`handle`, which is what you type. Each page of a command shows its JSON; the uids there
are made up. How errors look is in [exit codes and errors](errors.md)."""


def page() -> str:
    """How answers are written, and where the JSON of each command is shown."""
    rows = (
        (f"`netlog.{one.name}/{VERSION}`", f"[netlog {one.name}]({one.name}.md#json)")
        for one in COMMANDS
        if not EXAMPLES[one.name].keys
    )
    return f"{_TEXT}\n\n{table(('schema', 'shown at'), rows)}\n"
