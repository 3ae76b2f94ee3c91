"""Command lines by chance: the options that there are, with odd values."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import Any

from tests.trust.fuzz_pieces import ANY, DAYS, NUMBERS, any_text

from netlog.cli import load_command
from netlog.commands import COMMANDS

_PEOPLE = (
    *("dorie-clark", "alisa-cohn", "peter-quist", "ann-lee", "card-1-holder", "me"),
    *("Dorie Clark", "dorie", "card", "markward@forget.example", "Nobody", "ruth"),
)
_WORDS = (
    *("coffee", "call", "client", "tip", "advice:x", "kind=client", "last>90d"),
    *("tag=hr", "org~cohn"),
    *("via=alisa", "last=never", "new=yes", "touch:1", "intro:2", "likely"),
    *("coffee", "weekly", "sceptic", "lens", "plan", "growth", "thanks", "json", "csv"),
    *("plain", "page", "dot", "mermaid", "EUR", "last", "none", "a,b", "name=name"),
    *("sheet.csv", "cards.vcf", "all.json", "new.json", "earlier.db", "-", "empty"),
    *("/dev/null", "/dev/full", "nowhere/x", "folder", "garbage.db", ""),
)  # fmt: skip
_LONGEST, _FEW = 7, 4
_OUTSIDE = re.compile(r"^[/~]|\.\.")


@cache
def _options(name: str) -> Mapping[str, bool]:
    """The options of a command, and whether each takes a value."""
    return {
        word: not getattr(param, "is_flag", False)
        for param in load_command(name).params
        for word in (*param.opts, *param.secondary_opts)
        if word.startswith("-")
    }


def line(chance: Random) -> list[str]:
    """A command line: a command, then words and options in any order."""
    name = chance.choice(COMMANDS).name
    words = [name] if chance.random() < 0.98 else []
    known = _options(name)
    for _ in range(chance.randint(0, _LONGEST)):
        if known and chance.random() < 0.5:
            option = chance.choice(list(known))
            words.append(option)
            if known[option] and chance.random() < 0.9:
                words.append(_value(chance))
        else:
            words.append(_value(chance))
    return words


def _value(chance: Random) -> str:
    """A word that may make sense, or one that cannot."""
    kind = chance.random()
    if kind < 0.35:
        return chance.choice(_PEOPLE)
    if kind < 0.6:
        return chance.choice(_WORDS)
    if kind < 0.75:
        return chance.choice((*DAYS, *NUMBERS))
    return harmless(any_text(chance, ANY))


def harmless(word: str) -> str:
    """A word that names no file but at the home: nobody is to lose one."""
    short = word.encode("utf-8", "surrogateescape" if _escaped(word) else "replace")
    text = short[:100_000].decode("utf-8", "surrogateescape").replace("\0", "")
    return f"x{text}" if _OUTSIDE.search(text) else text


def _escaped(word: str) -> bool:
    """Whether all surrogates in it stand for bytes, as they do in what is typed."""
    return not re.search("[\ud800-\udc7f\udd00-\udfff]", word)


def given() -> Sequence[Any]:
    """Every command alone, with --help, and with each of its options alone."""
    return [
        [entry.name, *more]
        for entry in COMMANDS
        for more in ([], ["--help"], *([option] for option in _options(entry.name)))
    ]
