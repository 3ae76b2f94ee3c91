"""netlog schedule: the plan comes by itself."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import unified_diff
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Context

from netlog.app import App
from netlog.domain.dates import spell
from netlog.errors import NetlogError, ReaderGoneError, RefusedError, UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import Yes, app_of, choice, option
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    command_line,
    line,
    lines,
    part,
    soft,
)
from netlog.output.ask import agree
from netlog.scheduling import crontab
from netlog.scheduling.cron import CRONTAB
from netlog.scheduling.delivery import (
    DELIVERIES,
    JOURNAL,
    MAIL,
    NOTIFY,
    Delivery,
    checked_address,
    chosen_delivery,
    deliver as pass_on,
    delivery_of,
    undelivered,
)
from netlog.scheduling.jobs import Calling, calling, next_time
from netlog.scheduling.way import CRON, WAYS, Installed, Run, Texts, Way
from netlog.scheduling.ways import again, keep, standing, usual, ways, without_mail
from netlog.views.wording import listed

PRINT, INSTALL, STATUS, REMOVE, SEND = "print", "install", "status", "remove", "send"
ACTIONS = (PRINT, INSTALL, STATUS, REMOVE, SEND)
_LONGEST = 2**20
"""Bytes that are passed on, of what comes in."""


class Chosen(NamedTuple):
    """By which way, how netlog is called there, and how what it says is delivered."""

    way: Way
    how: Calling
    delivery: Delivery


class Changed(NamedTuple):
    """What a way had and has, where the crontab of before is, what is left to type."""

    way: str
    before: Texts
    after: Texts
    kept: Path | None = None
    to_type: tuple[str, ...] = ()


def command(
    ctx: Context,
    action: Annotated[
        str,
        Argument(
            metavar="ACTION",
            help="print, install, status or remove; left out: print."
            " send passes on what comes in, as the lines have it.",
            autocompletion=lambda incomplete: [
                word for word in ACTIONS if word.startswith(incomplete)
            ],
            show_default=False,
        ),
    ] = PRINT,
    via: Annotated[
        str, choice("--via", help_text=f"{', '.join(WAYS)}.", words=WAYS, metavar="WAY")
    ] = "",
    deliver: Annotated[
        str,
        choice(
            "--deliver",
            help_text=f"{', '.join(DELIVERIES)}.",
            words=DELIVERIES,
            metavar="HOW",
        ),
    ] = "",
    to: Annotated[
        str, option("--to", help_text="E-mail it to somebody.", metavar="ADDRESS")
    ] = "",
    yes: Yes = False,
) -> None:
    """Have the plan come by itself: on Mondays at 8:00, with a word on Thursdays.

    print shows what install would write, install shows the difference and asks, and
    remove leaves nothing behind.  Of the crontab netlog's own lines alone are touched,
    and a copy of it is kept.
    """
    app = app_of(ctx)
    app.refuse_csv()
    if via and via not in WAYS:
        raise UsageError(f"There is no way {via[:40]}.", f"Use {listed(WAYS, 'or')}.")
    if deliver and deliver not in DELIVERIES:
        raise UsageError(
            f"Nothing is delivered by {deliver[:40]}.",
            f"Use {listed(DELIVERIES, 'or')}.",
        )
    if action == PRINT:
        _print(app, _chosen(app, via, deliver, to))
    elif action == INSTALL:
        _install(app, _chosen(app, via, deliver, to), yes=yes)
    elif action == STATUS:
        found, notes = _standing(via)
        app.show(_status(found, notes, _local(app)))
    elif action == REMOVE:
        _remove(app, via)
    elif action == SEND:
        _send(app, deliver, to)
    else:
        raise UsageError(
            f"schedule cannot {action[:40]}.", f"Use {listed(ACTIONS[:-1], 'or')}."
        )


def _local(app: App) -> datetime:
    """What the clock on the wall says."""
    return app.clock.now.astimezone().replace(tzinfo=None)


def _chosen(app: App, via: str, deliver: str, to: str) -> Chosen:
    """What is to be installed, by what was typed and what this machine has."""
    via = via or usual(os.environ, sys.platform)
    delivery = chosen_delivery(via, deliver, to, os.environ)
    how = calling(app.locations, os.environ, sys.argv[0], delivery.options)
    return Chosen(ways(os.environ)[via], how, delivery)


def _print(app: App, chosen: Chosen) -> None:
    """What would be written, to the letter: it is to be pasted, or kept in a file."""
    texts = _made(chosen)
    notes = _lacking(chosen.way.name, chosen.delivery)
    if app.format == "json":
        by_line = {name: _lines(text) for name, text in texts.items()}
        app.show(_answer(PRINT, chosen.way.name, {"texts": by_line}, notes))
        return
    titled = (f"# {name}\n{text}\n" for name, text in texts.items())
    whole = texts[CRONTAB] if CRONTAB in texts else "".join(titled).rstrip("\n") + "\n"
    _write_out(whole)
    _tell(app, notes)


def _made(chosen: Chosen) -> dict[str, str]:
    """Netlog's part of what the way would have."""
    if chosen.way.name == CRON:
        return {CRONTAB: crontab.block(chosen.how)}
    return chosen.way.having({}, chosen.how)


def _write_out(text: str) -> None:
    """Write a text as it is: UTF-8 in a pipe, in whatever locale."""
    try:
        if sys.stdout.isatty():
            sys.stdout.write(text)
        else:
            sys.stdout.buffer.write(text.encode(errors="replace"))
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def _tell(app: App, notes: Sequence[str]) -> None:
    for note in notes:
        app.tell(note)


def _install(app: App, chosen: Chosen, *, yes: bool) -> None:
    """Show what would change, ask, and change it; the same again changes nothing."""
    way = chosen.way
    way.require()
    before = way.read()
    after = way.having(before, chosen.how)
    notes = [*_notes(app, chosen, before)]
    _tell(app, [*_difference(before, after), *notes])
    there = way.installed(before)
    done = Changed(way.name, before, after)
    if before != after or not (there and there.is_active):
        if not yes:
            no = "Nothing was scheduled."
            agree("Schedule it?", chosen=app.format, otherwise=no)
        if way.read() != before:
            raise RefusedError(
                "Somebody else changed it while you were asked.", "Type it again."
            )
        kept = _kept(app, before) if before != after else None
        done = done._replace(kept=kept, to_type=way.install(before, after))
    now = _local(app)
    first = _first(way.installed(after), now)
    app.show(_installed(done, first, notes))


def _kept(app: App, before: Texts) -> Path | None:
    """Where the crontab is kept as it was; None for files, which are netlog's alone."""
    if CRONTAB not in before:
        return None
    return keep(before[CRONTAB], app.locations.state, app.clock.now)


def _remove(app: App, via: str) -> None:
    """Take netlog's jobs out of one way, or of each that has them."""
    some = [way for way in ways(os.environ).values() if via in {"", way.name}]
    done = []
    for way in some:
        before = way.read()
        if via or way.installed(before):
            after = way.without(before)
            if before != after:
                _tell(app, [*_difference(before, after)])
                kept = _kept(app, before)
                way.remove(before, after)
                done.append(Changed(way.name, before, after, kept))
    app.show(_removed(done))


def _send(app: App, deliver: str, to: str) -> None:
    """Pass on what comes in; where that fails it goes to stdout, and is not lost."""
    delivery = Delivery(deliver or (MAIL if to else ""), to and checked_address(to))
    if not delivery.options:
        raise UsageError(
            "send is not told how.", "Say --to you@example.org, or --deliver notify."
        )
    if sys.stdin.isatty():
        raise UsageError(
            "send passes on what another command says.",
            "netlog due --quiet | netlog schedule send --deliver notify",
        )
    text = sys.stdin.buffer.read(_LONGEST).decode(errors="replace")
    if not text.strip():
        app.show(_answer(SEND, "", {"sent": False}, []))
        return
    try:
        pass_on(text, delivery, os.environ)
    except NetlogError:
        _write_out(text)
        raise
    app.show(_answer(SEND, "", {"sent": True}, []))


def _difference(before: Texts, after: Texts) -> Iterator[str]:
    """What goes and what comes, place by place."""
    for name in sorted({*before, *after}):
        then, now = (_lines(texts.get(name, "")) for texts in (before, after))
        yield from unified_diff(then, now, name, name, lineterm="", n=0)


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def _notes(app: App, chosen: Chosen, texts: Texts) -> Iterator[str]:
    """What the user should know of this machine before it is installed."""
    way, _, delivery = chosen
    yield from _lacking(way.name, delivery)
    text = texts.get(CRONTAB, "")
    if delivery == Delivery(MAIL) and crontab.mailto(text) == "":
        yield "MAILTO is empty in the crontab, so cron mails nothing."
    if own := crontab.other_line(text):
        yield f"A line of your own asks for the plan as well: {own}"
    for name in (installed.way for installed in standing(os.environ).installed):
        if name != way.name:
            yield f"{name} has it as well: netlog schedule remove --via {name}"
    if not app.database.exists:
        yield f"There is no database at {app.locations.database} yet."


def _lacking(way: str, delivery: Delivery) -> list[str]:
    """What keeps it from being delivered on this machine, and what would do."""
    said = undelivered(way, delivery, os.environ)
    if not said or delivery.how != MAIL:
        return [said] if said else []
    return [f"{said} {_INSTEAD[without_mail(os.environ)]}"]


_INSTEAD = {
    NOTIFY: "--deliver notify shows a notification.",
    JOURNAL: "--via systemd has it in the journal.",
    "": "Have one installed, or notify-send.",
}


def _answer(
    action: str, via: str, data: dict[str, Any], notes: Sequence[str]
) -> Answer:
    """An answer for programs; what there is to say for people is said elsewhere."""
    whole = {"action": action, "via": via or None, **data, "notes": list(notes)}
    return Answer("schedule", whole, page=lines())


def _first(installed: Installed | None, now: datetime) -> datetime | None:
    """When the first of its jobs runs; None where that is the user's to know."""
    runs = installed.runs if installed else ()
    return min(filter(None, (_next(run, now) for run in runs)), default=None)


def _installed(done: Changed, first: datetime | None, notes: Sequence[str]) -> Answer:
    """That it stands, when it runs next, and what is left to type."""
    changed = done.before != done.after
    verb = "Scheduled" if changed or done.to_type else "It is scheduled"
    when = f"; next on {_said(first)}" if first else ""
    items = [line(f"{verb} by {done.way}{when}."), *_kept_items(done)]
    if done.to_type:
        items += [
            line("To begin, type:"),
            *(line(command_line(text)) for text in done.to_type),
        ]
    return Answer(
        "schedule",
        {**_changed_data(INSTALL, done), "notes": list(notes)},
        page=lines(*items),
    )


def _said(moment: datetime) -> str:
    return f"{spell(moment.date())}, {moment:%H:%M}"


def _kept_items(done: Changed) -> tuple[Item, ...]:
    if done.kept is None:
        return ()
    return (line(soft(f"The crontab as it was: {done.kept}")),)


def _removed(done: Sequence[Changed]) -> Answer:
    """By which ways nothing is scheduled any more."""
    items = [
        item
        for each in done
        for item in (line(f"Taken out of {_place(each)}."), *_kept_items(each))
    ]
    data = {
        "action": REMOVE,
        "removed": [_changed_data(REMOVE, each) for each in done],
        "notes": [],
    }
    page = lines(*items or [line("Nothing was scheduled.")])
    return Answer("schedule", data, page=page)


def _place(done: Changed) -> str:
    return "the crontab" if done.way == CRON else done.way


def _changed_data(action: str, done: Changed) -> dict[str, Any]:
    return {
        "action": action,
        "via": done.way,
        "changed": done.before != done.after,
        "difference": list(_difference(done.before, done.after)),
        "kept": done.kept and str(done.kept),
        "to_type": list(done.to_type),
    }


def _standing(via: str) -> tuple[list[Installed], list[str]]:
    """What stands in each way, and what keeps it from being told or delivered."""
    found, notes = [], []
    for way in ways(os.environ).values():
        if via in {"", way.name}:
            try:
                installed = way.installed(way.read())
            except RefusedError as error:
                notes.append(error.sentence)
                continue
            if installed:
                found.append(installed)
                notes += _lacking(way.name, _delivery(installed))
    return found, notes


def _status(found: Sequence[Installed], notes: Sequence[str], now: datetime) -> Answer:
    """What stands, what it runs and when next, and what is to be known of it."""
    blocks = tuple(Block(_title(each), tuple(_items(each, now))) for each in found)
    nothing = line("Nothing is scheduled: ", command_line("netlog schedule install"))
    page = (
        Page((part("Scheduled", "title"),), blocks, tuple(notes))
        if found
        else lines(nothing, *map(line, notes))
    )
    installed = [_installed_data(each, now) for each in found]
    data = {"action": STATUS, "installed": installed, "notes": list(notes)}
    return Answer("schedule", data, page=page)


def _title(there: Installed) -> str:
    how, to = _delivery(there)
    said = {
        MAIL: f"e-mailed to {to}" if to else "in its own mail",
        NOTIFY: "as a notification",
        JOURNAL: "into the journal",
    }[how]
    return f"By {there.way}, {said}"


def _delivery(there: Installed) -> Delivery:
    return delivery_of(there.way, there.calling.send if there.calling else ())


def _items(there: Installed, now: datetime) -> Iterator[Item]:
    for run in there.runs:
        moment = _next(run, now)
        day = _said(moment) if moment else run.fields
        stamp = f"{moment:%Y-%m-%dT%H:%M}" if moment else run.fields
        yield Item(
            (part(day),), ((command_line(run.line),),), (there.way, stamp, run.line)
        )
    for note in _shortcomings(there):
        yield Item((soft(note),), record=(there.way, "", note))


def _next(run: Run, now: datetime) -> datetime | None:
    """When it runs next; None where the user has it run at other times."""
    return next_time(run.weekday, run.at, now) if run.weekday else None


def _shortcomings(there: Installed) -> Iterator[str]:
    if not there.is_current:
        yield f"It is not what netlog would write now: {again(there)}"
    elif not there.is_active:
        yield f"It is not enabled, and does not run: {again(there)}"


def _installed_data(there: Installed, now: datetime) -> dict[str, Any]:
    delivery, how = _delivery(there), there.calling
    return {
        "via": there.way,
        "deliver": delivery.how,
        "to": delivery.to or None,
        "program": list(how.program) if how else None,
        "database": how.database if how else None,
        "current": there.is_current,
        "active": there.is_active,
        "runs": [{"next": _next(run, now), "line": run.line} for run in there.runs],
    }
