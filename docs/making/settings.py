"""The page of the config: every key, and a file with all of them."""

from collections.abc import Iterator

from docs.making.blocks import table

from netlog.config import KEYS, settings_from
from netlog.domain.kinds import KIND_CADENCES
from netlog.domain.settings import Settings
from netlog.plan.terms import BY_SLOT

_SAYS = {
    "database": "where the database is, unless `--db` or `NETLOG_DB` says it",
    "date_order": "how `10/11` is read; without it such a day is refused",
    "currency": "what stands behind money; it is never reckoned with",
    "report.early": "how many days a coffee may take before it counts as nothing",
    "report.lens_weeks": "how many weeks after its week `report lens` counts a coffee"
    " with a pick",
    "plan.lens": "open weeks, focused weeks, or some of each",
    "plan.booked": "how many lines *booked* has",
    "plan.promises": "how many *promises* are shown",
    "plan.follow_up": "how many people *follow up* shows",
    "plan.keep": "how many people *keep in touch* shows",
    "plan.reconnect": "how many people *reconnect* has in a month",
    "plan.no_answer": "how many people *no answer* shows",
    "plan.days": "how many *days* are shown",
    "plan.ask_back": "how many introductions of yours *ask back* asks about",
    "plan.thank": "how many people *thank* shows",
    "plan.phone": "about how many people of an address book you are asked in a week",
    "plan.met_days": "how long *follow up* has those whom you met in person",
    "plan.introduced_days": "how long it has those who were introduced or wrote to you",
    "plan.offered_days": "how old an offer is when you are to ask for the mail",
    "plan.answer_days": "after how many days without an answer the next step is asked",
    "plan.now_days": "after how many an alternate stands beside the pick as *now*",
    "plan.wait_weeks": "how long nothing is asked after a third try",
    "plan.stand_weeks": "how long a step stands undone, or somebody is named under"
    " *keep*, before there is a pause; how long the first pause is",
    "plan.away_weeks": "how many weeks without an entry are an absence",
    "plan.ask_back_weeks": "after how many weeks *ask back* asks: did they meet?",
    "plan.ask_again_weeks": "how long nobody is asked twice for an introduction",
    "plan.everybody": "the cadence of all with whom you sat down and who have no other",
    "plan.young": "how long after a first coffee somebody new comes up",
    "plan.a_week": "how many of those with `plan.everybody` come up in a week at most:"
    " with more of them that cadence grows",
    "plan.held_within": "how many days after a booking a touch in person is it",
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
_CADENCES = """\
## Cadences

How often you want to be in touch with everybody of a kind, or with everybody who has a
tag. Of several the shortest holds, and one of somebody's own (`--every`) before all.
`none` is none: nobody is asked for by that kind.
"""
_TAGS = """\
A tag is written `"tag:board" = "6w"`, in quotes.
"""
_KINDS = """\
## Kinds of touch of your own

A table `touch.NAME` is a kind of touch more, for `netlog log -k NAME`. The name is one
word in lower case. Three facts can be said of it:

| fact | what follows |
| --- | --- |
| `two_way = true` | you heard from them by it; else it is sent until they answer |
| `in_person = true` | two-way; an introduction is *met* by it, and followed up |
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
        _CADENCES.strip(),
        table(("key", "else"), cadences()),
        _TAGS.strip(),
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


def cadences() -> Iterator[tuple[str, str]]:
    """Each key of a cadence, and its usual length."""
    for kind, every in KIND_CADENCES.items():
        yield f"`cadence.{kind}`", f"`{every}`"


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
        *("", "[cadence]", *(f'{kind} = "{e}"' for kind, e in KIND_CADENCES.items())),
        '# "tag:board" = "6w"',
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
    cadence = {**KIND_CADENCES, "tag:board": "6w"}
    told = found._replace(weights={}, cadence=_USUAL.cadence, database="", currency="")
    told = told._replace(date_order="", touch_kinds=_USUAL.touch_kinds)
    if (found.weights, found.cadence, told) != (usual, cadence, _USUAL):
        raise ValueError("The config that is shown does not say what is usual.")
