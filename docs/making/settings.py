"""The page of the config: every key, and a file with all of them."""

from collections.abc import Iterator

from docs.making.blocks import table

from netlog.config import KEYS, settings_from
from netlog.domain.settings import Settings
from netlog.plan.terms import BY_SLOT

_SAYS = {
    "database": "where the database is, unless `--db` or `NETLOG_DB` says it",
    "date_order": "how `10/11` is read; without it such a day is refused",
    "currency": "what stands behind money; it is never reckoned with",
    "report.early": "how many days a coffee may take before it counts as nothing",
    "plan.lens": "open weeks, focused weeks, or some of each",
    "plan.keep": "how many people *keep in touch* shows",
    "plan.reconnect": "how many people *reconnect* has in a month",
    "plan.thank": "how many people *thank* shows; `due --all` and JSON have all",
    "plan.coffees": "how many coffees with someone new you want in a year",
}
_USUAL = Settings()
_TEXT = """\
# The config

`config.toml` in `~/.config/netlog/` (in `$XDG_CONFIG_HOME/netlog/`, if that is set;
`NETLOG_CONFIG` names another file). There is none at first, and none is needed: every
key may be left out. `netlog info` says where it is looked for.

A key that netlog does not know is a warning, with the nearest one that it does. A
value that cannot be is an error (exit 2) with the file, the line and the key.
"""
_KINDS = """\
## Kinds of touch of your own

A table `touch.NAME` is a kind of touch more, for `netlog log -k NAME`. The name is one
word in lower case. Two facts can be said of it:

| fact | what follows |
| --- | --- |
| `in_person = true` | an introduction is *met* by it; they come to *follow up* |
| `sit_down = true` | it is in person, and it is the coffee with someone new |
"""


def page() -> str:
    """Every key, what it may be, and what it is without the config."""
    parts = [
        _TEXT.strip(),
        "## Keys",
        table(("key", "may be", "else", "what it says"), keys()),
        "## Weights",
        "What a [term of the plan](plan.md) counts, -1000 to 1000; 0 takes it out.",
        table(("key", "else"), weights()),
        _KINDS.strip(),
        "## All of it",
        "This file says what netlog does without one, and adds one kind of touch.",
        f"```toml\n{example()}```",
    ]
    return "\n\n".join(parts) + "\n"


def keys() -> Iterator[tuple[str, str, str, str]]:
    """Each key, what it may be, its usual value, what it says."""
    for key, (field, _, wanted) in KEYS.items():
        usual = getattr(_USUAL, field)
        yield f"`{key}`", wanted, f"`{usual}`" if usual != "" else "", _SAYS[key]


def weights() -> Iterator[tuple[str, str]]:
    """Each key of a weight, and its usual value."""
    for slot, terms in BY_SLOT.items():
        for term, weight in terms:
            yield f"`weights.{slot}.{term.name.replace(' ', '_')}`", f"`{weight:g}`"


def example() -> str:
    """A config with every key, tried before it is shown."""
    lines = [
        *('# database = "~/Documents/network.db"', '# date_order = "dmy"'),
        *('# currency = "EUR"', "", "[report]", *_group("report."), ""),
        *("[plan]", *_group("plan.")),
        *(line for slot in BY_SLOT for line in _weights(slot)),
        *("", "[touch.walk]", "in_person = true", "sit_down = true"),
    ]
    text = "\n".join(lines) + "\n"
    _tried(text)
    return text


def _group(before: str) -> Iterator[str]:
    for key, (field, _, _) in KEYS.items():
        name = key.removeprefix(before)
        if name != key:
            usual = getattr(_USUAL, field)
            yield (
                f'{name} = "{usual}"' if isinstance(usual, str) else f"{name} = {usual}"
            )


def _weights(slot: str) -> Iterator[str]:
    yield from ("", f"[weights.{slot}]")
    for term, weight in BY_SLOT[slot]:
        yield f"{term.name.replace(' ', '_')} = {weight:g}"


def _tried(text: str) -> None:
    """It must say what is usual, and nothing unknown."""

    def refuse(warning: str) -> None:
        raise ValueError(warning)

    found = settings_from(text.replace("# ", ""), "config.toml", refuse)
    usual = {
        f"{slot}.{term.name}": weight
        for slot, terms in BY_SLOT.items()
        for term, weight in terms
    }
    if found.weights != usual or found.keep != _USUAL.keep:
        raise ValueError("The config that is shown does not say what is usual.")
