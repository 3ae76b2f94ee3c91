"""How answers say people, records, money and numbers: in words, and for programs."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from netlog.domain.dates import spell
from netlog.domain.introduction import Introduction, IntroductionNamed
from netlog.domain.numbers import whole_percent
from netlog.domain.person import ME_ID, Detail, Named, Person
from netlog.domain.standing import values
from netlog.domain.touch import Touch, TouchAt
from netlog.output.answer import (
    Part,
    name,
    soft,
)

if TYPE_CHECKING:
    from netlog.domain.ledger import Entry
    from netlog.domain.promise import Promise

REACH = ("email", "phone", "url")
BEGINNINGS = (
    ("Begin with somebody you met:", "netlog add NAME --at PLACE"),
    ("with the people you know:", "netlog import contacts.vcf"),
    ("or with a sample network to look at:", "netlog demo"),
)


def brief(person: Person | Named) -> dict[str, Any]:
    """Who it is, for programs."""
    uid = {"uid": person.uid} if isinstance(person, Person) else {}
    return {**uid, "handle": person.handle, "name": person.name}


def titled(person: Person | Named) -> tuple[Part, ...]:
    """A name with its handle, where the handle says more."""
    return name(person.name), soft(f" ({person.handle})")


def reach(details: Iterable[Detail]) -> str:
    """How to reach somebody: the first e-mail, phone and URL."""
    held = list(details)
    firsts = [values(held, field)[:1] for field in REACH]
    return ", ".join(value for found in firsts for value in found)


def listed(names: Sequence[str], word: str = "and") -> str:
    """Names in a sentence: A, B and C; or those of which one is to be said, by `or`."""
    if len(names) < 2:  # noqa: PLR2004 (one needs no and)
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def nobody() -> str:
    """Three ways to begin."""
    ways = [f"  {how:<30}{say.rstrip(':')}" for say, how in BEGINNINGS]
    return "\n".join(["Nobody yet.", *ways])


def percent(part: int, whole: int) -> str:
    """A part of a whole: 42 %; 0 % where there is nothing."""
    return f"{whole_percent(part / whole if whole else 0)} %"


def touch_data(touch: Touch | TouchAt) -> dict[str, Any]:
    """A touch for programs."""
    more = {}
    if isinstance(touch, TouchAt):
        more = {
            "answered": touch.answered,
            "answered_on": touch.answered_on,
            "place": touch.place,
        }
    return {
        "touch": touch.id,
        "uid": touch.uid,
        "kind": touch.kind,
        "date": touch.day,
        "inbound": touch.inbound,
        "note": touch.note,
        **more,
    }


def touch_with(touch: Touch, place: str, answered: str) -> dict[str, Any]:
    """A touch as it was logged with somebody, for programs."""
    facts = {"answered": answered, "answered_on": None, "place": place}
    return touch_data(touch) | facts


def promise_data(promise: "Promise") -> dict[str, Any]:
    """A promise for programs."""
    return {
        "promise": promise.id,
        "uid": promise.uid,
        "text": promise.text,
        "due": promise.due,
        "state": promise.state,
        "closed_on": promise.closed_on,
        "theirs": promise.theirs,
    }


def entry_data(entry: "Entry", currency: str = "") -> dict[str, Any]:
    """What was given or got, for programs; its money as a decimal in quotes."""
    return {
        "entry": entry.id,
        "uid": entry.uid,
        "way": entry.way,
        "kind": entry.kind,
        "text": entry.text,
        "date": entry.day,
        **money_data(entry.cents, currency),
        "touch": entry.touch_id,
        "introduction": entry.introduction_id,
        "they_called": entry.they_called,
    }


def money_data(cents: int | None, currency: str = "") -> dict[str, Any]:
    """An amount for programs: a decimal in quotes, never a float."""
    if cents is None:
        return {"value": None, "currency": None}
    from netlog.domain.ledger import decimal

    return {"value": decimal(cents), "currency": currency or None}


def money_said(cents: int | None, currency: str = "") -> str:
    """An amount after a comma: , 5,000 EUR; '' where there is none."""
    if not cents:
        return ""
    from netlog.domain.ledger import spell_money

    return f", {spell_money(cents, currency)}"


def introduction_data(introduction: Introduction) -> dict[str, Any]:
    """An introduction for programs, without names."""
    return {
        "introduction": introduction.id,
        "uid": introduction.uid,
        "date": introduction.day,
        "state": introduction.state,
        "inbound": introduction.inbound,
        "words": introduction.words,
    }


def introduction_with_names(introduction: IntroductionNamed) -> dict[str, Any]:
    """An introduction for programs, with who made it and whom it joined."""
    return introduction_data(Introduction(*introduction[:11])) | {
        "introducer": introduction.introducer.handle,
        "people": [one.handle for one in introduction.pair],
    }


def introduction_said(introduction: IntroductionNamed) -> str:
    """An introduction in words: Alisa introduced me to Dorie, 1 Apr 2025 (met)."""
    by = introduction.introducer
    one, other = introduction.pair
    verb = "named" if introduction.state == "offered" else "introduced"
    subject = "I" if by.id == ME_ID else by.name
    joined = (
        f"{other.name} to me" if one.id == ME_ID else f"{one.name} and {other.name}"
    )
    state = introduction.state
    return f"{subject} {verb} {joined}, {spell(introduction.day)} ({state})"


def words_said(words: str, who: str) -> str:
    """Words with who said them: "you two should meet" (Hal Ortega); '' for none."""
    return f'"{" ".join(words.split())}" ({who})' if words else ""
