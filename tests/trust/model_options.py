"""What is typed at random: options, whom they are about, how they are written."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

TABLES = ("touch", "introduction", "promise", "entry")
NAMES = ("Ann Lee", "Bo Ek", "Ann Orr", "Dorie", "Émile Roux", "Hal Ito", "Ines Lee")
ENTRY_KINDS = ("client", "tip", "referral", "advice")
WORDS = st.sampled_from(["Acme", "acme", "HR"])
PLACES = st.sampled_from(["Harbour", "harbour", "Old Mill"])
WHICH = st.integers(0, 9)
"""Which of those that are there, counted round."""
WHO = st.tuples(WHICH, st.sampled_from(["handle"] * 7 + ["name", "word", "me", "no"]))
SOME = st.lists(WHO, min_size=1, max_size=3)
AGO = st.one_of(st.integers(0, 40), st.integers(-1, 3))
AHEAD = st.integers(-2, 30)
STATE = st.sampled_from(["offered", "made", "met", "dropped"])
GUESS = st.sampled_from(["likely", "maybe"])
KIND = st.sampled_from(["coffee", "lunch", "call", "met", "email", "event"])
EVERY = st.sampled_from(["2w", "1m", "none"])
HANDLE = st.sampled_from(["ann-lee", "x-1", "bo"])
ENTRY = st.sampled_from(ENTRY_KINDS)
TEXT = st.sampled_from(["a book", "x [/] y", "Grüße"])
YES = st.just(True)  # noqa: FBT003 (a strategy)
CENTS = st.integers(0, 99_999)


def some(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of these options, few at a time."""
    names = st.lists(st.sampled_from(sorted(optional)), max_size=3, unique=True)
    return names.flatmap(
        lambda chosen: st.fixed_dictionaries({one: optional[one] for one in chosen})
    )


def many(values: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """One or two."""
    return st.lists(values, min_size=1, max_size=2)


TAGS = many(st.just("fair"))
FROM = {"from": st.tuples(st.sampled_from(["touch", "introduction"]), WHICH)}
MENDED = [
    st.tuples(st.just(table), options.filter(bool))
    for table, options in {
        "touch": some(
            on=AGO, kind=KIND, at=PLACES, note=TEXT, guess=GUESS, no_answer=YES
        ),
        "introduction": some(on=AGO, state=STATE, inbound=YES, words=TEXT),
        "promise": some(by=AHEAD, text=TEXT),
        "entry": some(on=AGO, kind=ENTRY, text=TEXT, value=CENTS, **FROM),
    }.items()
]
"""What of an entry can be mended."""


def words_of(options: Mapping[str, Any], **otherwise: str) -> list[str]:
    """Options as they are typed; of one that is false, what says otherwise."""
    return [
        word
        for name, value in options.items()
        for word in _option_words(name, value, otherwise.get(name, ""))
    ]


def _option_words(name: str, value: Any, otherwise: str) -> list[str]:
    option = f"--{name.replace('_', '-')}"
    if isinstance(value, bool):
        return [option if value else f"--{otherwise}"]
    if name == "names":
        return [option, ", ".join(value)]
    if isinstance(value, list):
        return [word for one in value for word in (option, one)]
    return [option, _value(name, value)]


def _value(name: str, value: Any) -> str:
    if name == "value":
        return f"{value // 100}.{value % 100:02}"
    if name == "from":
        return f"{_SHORT.get(value[0], value[0])}:{value[1]}"
    return str(value)


_SHORT = {"introduction": "intro"}


def naming(table: str) -> str:
    """The option that names an entry of a table."""
    return f"--{_SHORT.get(table, table)}"
