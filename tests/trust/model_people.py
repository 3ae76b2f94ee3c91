"""What commands do to the model: people, and what the plan is told of them."""

from collections.abc import Sequence
from datetime import date

from tests.trust.model import ME, REFUSED, USAGE, No, Writing, week
from tests.trust.model_entries import (
    entered,
    introduced,
    promised,
    rm_entry,
    rm_introduction,
    rm_touch,
    touched,
)
from tests.trust.model_typed import (
    SEVERAL,
    Options,
    detail,
    due_by,
    happened,
    meant,
    newcomer,
    point_elsewhere,
    refuse_taken,
    without,
)


def add(w: Writing, name: str, o: Options) -> None:
    """Somebody new, how they came, what they were promised and given."""
    if "on" in o and not o.keys() & {"via", "met", "at", "gave"}:
        raise No(USAGE)
    on, due = happened(w, o), due_by(w, o)
    options = {"new": "new_via" in o}
    via = list(dict.fromkeys(meant(w, one, **options) for one in o.get("via", ())))
    if "new" not in o:
        _refuse_double(w, name, o)
    person = newcomer(w, name, o)
    for one in via:
        introduced(w, one, ME, person, on, {"state": "made"})
    if "met" in o or "at" in o:
        touched(w, [person], "met", on, place=o.get("at", ""))
    if "promise" in o:
        promised(w, person, o["promise"], due)
    for kind in o.get("gave", ()):
        entered(w, person, "gave", kind, on)


def _refuse_double(w: Writing, name: str, o: Options) -> None:
    emails = (w.world.with_detail("email", one) for one in o.get("email", ()))
    called = w.world.named(name) or w.world.with_detail("alias", name)
    if called or any(emails):
        raise No(REFUSED)


def take_in(w: Writing, rows: Sequence[tuple[str, str]], o: Options) -> None:
    """A file of names and addresses that nobody has."""
    for name, email in rows:
        person = newcomer(w, name, {}, source="list")
        detail(w, person, "email", email)
        for tag in o.get("tag", ()):
            detail(w, person, "tag", tag)


def edit(w: Writing, who: str, o: Options) -> None:
    """What is known of somebody changes; `none` clears."""
    if who == "me":
        return _edit_me(w, o)
    person = meant(w, who)
    for field in SEVERAL:
        for value in o.get(field, ()):
            if value == "none":
                without(w, "detail", lambda one, f=field: one[:2] == (person, f))
            else:
                detail(w, person, field, value)
    was = w.world.person[person]
    if o.get("handle", was.handle) != was.handle:
        refuse_taken(w, o["handle"])
        w.world.retired.add(was.handle)
    fields = {k: "" if v == "none" else v for k, v in o.items() if k not in SEVERAL}
    if "known" in fields:
        fields["said_known"] = "yes" if fields.pop("known") else "no"
    return w.change("person", person, **fields)


def _edit_me(w: Writing, o: Options) -> None:
    """Of the user there is less, and there can be several cities."""
    if o.keys() - {"org", "note", "city"}:
        raise No(USAGE)
    if "city" in o:
        detail(w, ME, "city", o["city"])
    w.world.mine.update({field: o[field] for field in o.keys() & {"org", "note"}})


def rm(w: Writing, who: str) -> None:
    """Somebody is taken out with all that is theirs alone."""
    gone(w, person := meant(w, who))
    w.world.retired.add(w.world.person.pop(person).handle)


def gone(w: Writing, person: int) -> None:
    """All that is somebody's alone is taken out."""
    world = w.world
    for number in [n for n, one in world.entry.items() if one.person == person]:
        rm_entry(w, number)
    point_elsewhere(w, other=person)
    for pair in [pair for pair in world.thanked if pair[1] == person]:
        del world.thanked[pair]
    for n in [n for n, i in world.introduction.items() if person in (i.by, i.a, i.b)]:
        rm_introduction(w, n)
    for number, touch in list(world.touch.items()):
        left = {who: seen for who, seen in touch.there.items() if who != person}
        w.change("touch", number, there=left)
        if not left:
            rm_touch(w, number)
    without(w, "promise", lambda one: one.person == person)
    without(w, "detail", lambda one: one[0] == person)
    world.skip.difference_update([one for one in world.skip if one[0] == person])


# What the plan is told.


def put_off(w: Writing, who: str, how: str) -> None:
    """Not this week: skip, or swap."""
    w.world.skip.add((meant(w, who), week(w.today), how))


def snooze(w: Writing, who: str, until: date) -> None:
    """Not before a day that is to come."""
    if until <= w.today:
        raise No(USAGE)
    w.change("person", meant(w, who), snoozed_until=until)


def rest(w: Writing, who: str) -> None:
    """Never."""
    w.change("person", meant(w, who), resting=True)


def wake(w: Writing, who: str) -> None:
    """Again; all three are lifted.  Twice on a day is once, unless they were tried."""
    person = meant(w, who)
    there = w.world.person[person]
    tries = w.world.standing(person)["open_tries"]
    now = [one for one in w.world.skip if one[:2] == (person, week(w.today))]
    w.world.skip.difference_update(now)
    held = now or there.resting or there.snoozed_until or tries
    if not held and there.woken_on == w.today:
        return
    facts = {"resting": False, "snoozed_until": None, "woken_on": w.today}
    w.change("person", person, woken=w.number, **facts)


def swap(w: Writing, pick: str) -> None:
    """Another pick, where there is one."""
    if not pick:
        raise No(REFUSED)
    put_off(w, pick, "swap")
