"""Touches, introductions and promises as answers show them."""

from typing import Any

from netlog.domain.dates import spell
from netlog.domain.introduction import Introduction, IntroductionNamed
from netlog.domain.ledger import Entry
from netlog.domain.person import ME_ID
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch, TouchAt


def touch_data(touch: Touch | TouchAt) -> dict[str, Any]:
    """A touch for programs."""
    place = {"place": touch.place} if isinstance(touch, TouchAt) else {}
    return {
        "touch": touch.id,
        "uid": touch.uid,
        "kind": touch.kind,
        "date": touch.day,
        "answered": touch.answered,
        "note": touch.note,
        **place,
    }


def promise_data(promise: Promise) -> dict[str, Any]:
    """A promise for programs."""
    return {
        "promise": promise.id,
        "uid": promise.uid,
        "text": promise.text,
        "due": promise.due,
        "state": promise.state,
        "closed_on": promise.closed_on,
    }


def entry_data(entry: Entry, currency: str = "") -> dict[str, Any]:
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
    from netlog.domain.money import decimal

    return {"value": decimal(cents), "currency": currency or None}


def money_said(cents: int | None, currency: str = "") -> str:
    """An amount after a comma: , 5,000 EUR; '' where there is none."""
    if not cents:
        return ""
    from netlog.domain.money import spell_money

    return f", {spell_money(cents, currency)}"


def introduction_data(introduction: Introduction) -> dict[str, Any]:
    """An introduction for programs, without names."""
    return {
        "introduction": introduction.id,
        "uid": introduction.uid,
        "date": introduction.day,
        "state": introduction.state,
        "inbound": introduction.inbound,
    }


def introduction_named(introduction: IntroductionNamed) -> dict[str, Any]:
    """An introduction for programs, with who made it and whom it joined."""
    return introduction_data(Introduction(*introduction[:10])) | {
        "introducer": introduction.introducer.handle,
        "people": [one.handle for one in introduction.pair],
    }


def said_of(introduction: IntroductionNamed) -> str:
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
