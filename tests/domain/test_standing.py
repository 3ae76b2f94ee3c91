"""Where a person stands follows from what happened, in whatever order it was told."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import MONDAY, ago, contact, detail, way

from netlog.domain.introduction import Way
from netlog.domain.kinds import ANSWERS, KNOWN_KINDS, PERSON_KINDS, SOURCES, TOUCH_KINDS
from netlog.domain.person import Person
from netlog.domain.standing import (
    SAT,
    YOUNG,
    Derived,
    KindOf,
    Rhythm,
    Source,
    cluster_of,
    derive,
    rhythm_from,
    values,
)
from netlog.domain.touch import Contact

CAME_IN, STARTS = date(2024, 1, 1), date(2024, 2, 5)
LATER = 9
"""A change after those of the contacts below."""


def source(*contacts: Contact, **more: Any) -> Source:
    """What somebody's standing is derived from; they came in by a list, long ago."""
    about = {"source": "list"} | more
    return Source(CAME_IN, STARTS, "", "", contacts=told(contacts))._replace(**about)


def told(contacts: Any) -> list[Contact]:
    """Contacts in the order of their days, then of their numbers."""
    return sorted(contacts, key=lambda each: (each.day, each.touch_id))


def sent(key: int, days: int, **more: Any) -> Contact:
    """An email of which nothing is known."""
    return contact(key, days, "email", **more)


def heard(key: int, days: int, **more: Any) -> Contact:
    """An email that was answered on its day, or when it is said."""
    return contact(key, days, "email", answered="yes", settled=key, **more)


def tried(key: int, days: int, kind: str = "call") -> Contact:
    """Something that got no answer."""
    return contact(key, days, kind, answered="no")


def test_the_derived_columns_are_the_last_of_a_person() -> None:
    """So the one is held against the other as they stand."""
    assert Person._fields[-len(Derived._fields) :] == Derived._fields


def test_nothing_known_is_nothing_derived() -> None:
    """They wait from the day that was dealt to them."""
    assert derive(source()) == Derived(rhythm="", cluster="", waits_from=STARTS)


def test_everything_known_is_derived() -> None:
    """Kinds give a rhythm, touches the days, introductions the freshness."""
    everything = source(
        contact(1, 90, "coffee"),
        contact(2, 40, "lunch"),
        contact(3, 20, "event"),
        heard(4, 15, answered_on=ago(12)),
        contact(5, 11, "message", inbound=True, answered="yes"),
        sent(6, 8),
        tried(7, 3),
        org="Café Ørsted",
        kinds=[KindOf("friend", LATER)],
        tags=["choir"],
        ways=(way(day=ago(30)), way(8, day=ago(2), state="dropped")),
    )
    assert derive(everything) == Derived(
        rhythm="sat friend",
        cluster="cafe orsted",
        waits_from=ago(8),
        known=False,
        connected=True,
        last_contact=ago(8),
        last_heard=ago(11),
        last_reached=ago(8),
        last_tried=ago(3),
        open_tries=2,
        first_sitdown=ago(90),
        last_sitdown=ago(40),
        fresh_on=ago(30),
        usual_gap=5,
        touches=6,
        contact_days=6,
        dropped=False,
    )


# Contact, and being heard from.


def test_an_attempt_is_no_contact() -> None:
    """Two tries that got no answer leave everything but the tries."""
    stands = derive(source(tried(1, 20), tried(2, 3, "coffee")))
    assert stands == derive(source())._replace(open_tries=2, last_tried=ago(3))


def test_what_was_sent_is_contact_and_no_sign_of_life() -> None:
    """The cadence runs from it; whether they are there is not known."""
    stands = derive(source(sent(1, 20)))
    assert (stands.last_contact, stands.waits_from, stands.touches) == (
        *(ago(20), ago(20), 1),
    )
    assert (stands.last_heard, stands.open_tries, stands.connected) == (None, 1, False)


def test_an_answer_is_contact_on_its_day() -> None:
    """They were heard from then; it makes no second touch, and no gap."""
    stands = derive(source(heard(1, 20, answered_on=ago(5))))
    assert (stands.last_contact, stands.last_heard) == (ago(5), ago(5))
    assert (stands.touches, stands.contact_days) == (1, 1)
    assert (stands.last_reached, stands.open_tries) == (ago(20), 0)


def test_their_word_alone_is_no_reaching_them() -> None:
    """Whoever writes was not called for it."""
    wrote = contact(1, 5, "message", inbound=True, answered="yes")
    stands = derive(source(wrote))
    assert (stands.last_contact, stands.last_heard, stands.last_reached) == (
        *(ago(5), ago(5), None),
    )


def test_a_back_dated_touch_never_moves_the_last_contact_back() -> None:
    """Entered later, but dated two months ago: they were first heard from then."""
    before = derive(source(contact(1, 5)))
    after = derive(source(contact(1, 5), contact(2, 60)))
    assert after == before._replace(touches=2, contact_days=2, fresh_on=ago(60))


# Tries.


@pytest.mark.parametrize(
    ("answers", "tries"),
    [
        (["no", "no"], 2),
        (["no", "yes"], 0),
        (["yes", "no"], 1),
        (["no", "yes", "sent", "no"], 2),
        (["sent", "sent", "sent"], 3),
        (["yes", "yes"], 0),
    ],
)
def test_tries_are_those_since_the_last_word(answers: list[str], tries: int) -> None:
    """On one day they count in the order they were entered."""
    contacts = [contact(n, 3, answered=word) for n, word in enumerate(answers, 1)]
    assert derive(source(*contacts)).open_tries == tries


def test_a_word_dated_before_the_tries_ends_none_of_them() -> None:
    """What was entered last but happened first came before them."""
    tries = [tried(1, 20), tried(2, 10)]
    assert derive(source(*tries, heard(3, 30))).open_tries == 2
    assert derive(source(*tries, heard(3, 15))).open_tries == 1


def test_an_answer_ends_what_was_tried_until_it_came() -> None:
    """By its day, and on that day by the change that says so."""
    mail = heard(1, 20, answered_on=ago(10))._replace(settled=4)
    for day, entered, tries in ((15, 9, 0), (10, 3, 0), (10, 5, 1), (9, 2, 1)):
        call = tried(2, day)._replace(entered=entered)
        assert derive(source(mail, call)).open_tries == tries


@pytest.mark.parametrize(
    ("state", "day", "entered", "tries"),
    [
        ("made", 5, 9, 0),
        ("offered", 5, 9, 0),
        ("dropped", 5, 9, 2),
        ("made", 15, 9, 1),
        ("made", 10, 9, 0),
        ("made", 10, 1, 1),
        ("made", 30, 9, 2),
    ],
)
def test_a_new_introduction_ends_what_was_tried_before(
    state: str, day: int, entered: int, tries: int
) -> None:
    """Unless it was dropped; on one day by the order of changes."""
    ways = (way(day=ago(day), state=state, entered=entered),)
    found = derive(source(tried(1, 20), sent(2, 10), ways=ways))
    assert found.open_tries == tries


@pytest.mark.parametrize(
    ("woken_on", "woken", "tries"),
    [(5, 9, 0), (10, 3, 0), (10, 1, 1), (15, 9, 1), (30, 9, 2)],
)
def test_waking_ends_what_was_tried_before(
    woken_on: int, woken: int, tries: int
) -> None:
    """What is sent the same day, after it, counts again."""
    since = {"woken_on": ago(woken_on), "woken": woken}
    assert derive(source(tried(1, 20), sent(2, 10), **since)).open_tries == tries


def test_the_day_of_the_last_open_try_is_known() -> None:
    """And gone with it."""
    tries = [sent(1, 20), tried(2, 10)]
    assert derive(source(*tries)).last_tried == ago(10)
    assert derive(source(*tries, heard(3, 9))).last_tried is None


# Known and connected.


@pytest.mark.parametrize(
    ("more", "known"),
    [
        ({}, False),
        ({"said_known": "yes"}, True),
        ({"source": "contacts"}, True),
        ({"source": "contacts", "said_known": "no"}, False),
        ({"source": "linkedin"}, False),
        ({"source": "typed"}, False),
        ({"brought": (ago(9), 4)}, True),
        ({"brought": (ago(9), 4), "said_known": "no"}, False),
        ({"source": "contacts", "ways": (way(),)}, False),
        ({"source": "contacts", "ways": (way(state="dropped"),)}, True),
        ({"said_known": "yes", "ways": (way(),)}, True),
    ],
)
def test_whom_the_user_knew_before_netlog(more: dict[str, Any], *, known: bool) -> None:
    """As they said, by an address book, or by whom they introduced.

    But whoever is introduced and not met yet is new.
    """
    assert derive(source(**more)).known is known


@pytest.mark.parametrize("kind", PERSON_KINDS)
def test_a_kind_that_one_knows_is_known(kind: str) -> None:
    """Prospects and experts may be new."""
    known = derive(source(kinds=[KindOf(kind, 1)])).known
    assert known is (kind in KNOWN_KINDS)


def test_what_somebody_became_after_the_first_sit_down_makes_nobody_known() -> None:
    """Whoever buys after the coffee was new until it, by the order of changes."""
    coffee = contact(5, 10, "coffee")
    for entered, known in ((4, True), (5, False), (6, False)):
        client = [KindOf("client", entered)]
        assert derive(source(coffee, kinds=client)).known is known
        assert derive(source(contact(5, 10), kinds=client)).known


@pytest.mark.parametrize(
    ("days", "entered", "known"),
    [(11, 9, True), (10, 4, True), (10, 6, False), (9, 1, False)],
)
def test_whoever_introduced_somebody_before_the_first_sit_down_was_known(
    days: int, entered: int, *, known: bool
) -> None:
    """By the day, however late it was told; on one day by the order of changes."""
    coffee = contact(5, 10, "coffee")
    assert derive(source(coffee, brought=(ago(days), entered))).known is known


@pytest.mark.parametrize(
    ("contacts", "introduced", "known"),
    [
        ([], 20, False),
        ([contact(1, 10, "call")], 20, False),
        ([contact(1, 30, "event")], 20, False),
        ([contact(1, 10, "event")], 20, True),
        ([contact(1, 20, "event")], 20, True),
        ([contact(1, 10, "coffee")], 20, False),
        ([contact(1, 20, "coffee")], 20, False),
        ([contact(1, 30, "coffee")], 20, True),
        ([contact(1, 15, "event"), contact(2, 10, "coffee")], 20, True),
    ],
)
def test_whoever_is_introduced_and_not_met_yet_is_new(
    contacts: list[Contact], introduced: int, *, known: bool
) -> None:
    """Though the address book has them; once met it says who was known."""
    ways = (way(day=ago(introduced)),)
    found = derive(source(*contacts, source="contacts", ways=ways))
    assert found.known is known


def test_whoever_was_first_met_by_chance_is_new() -> None:
    """Whatever they are, and wherever they stand; not if it was not the first."""
    met, call = contact(2, 20, "met"), contact(1, 30)
    known = {"source": "contacts", "kinds": [KindOf("friend", 1)]}
    assert not derive(source(met, **known)).known
    assert not derive(source(met, contact(3, 10, "coffee"), **known)).known
    assert derive(source(call, met, **known)).known
    assert derive(source(met, said_known="yes")).known


@pytest.mark.parametrize("origin", SOURCES)
def test_whoever_is_typed_in_is_connected(origin: str) -> None:
    """Of an import nobody is, by themselves."""
    assert derive(source(source=origin)).connected is (origin == "typed")


@pytest.mark.parametrize(
    ("told_of", "connected"),
    [
        (source(ways=(way(state="offered"),)), True),
        (source(ways=(way(state="dropped"),)), True),
        (source(contact(1, 9, "event")), True),
        (source(contact(1, 9, "call")), True),
        (source(heard(1, 9)), True),
        (source(sent(1, 9), sent(2, 5)), False),
        (source(tried(1, 9, "coffee")), False),
    ],
)
def test_a_person_or_a_word_connects_somebody(
    told_of: Source, *, connected: bool
) -> None:
    """Introduced, offered, met, heard from; what was only sent connects nobody."""
    assert derive(told_of).connected is connected


# Rhythm.

RHYTHMS = st.builds(
    lambda stage, every, kinds: Rhythm(stage, every, () if every else kinds),
    st.sampled_from(["", YOUNG, SAT]),
    st.sampled_from(["", "2w", "3m", "10d"]),
    st.sets(st.sampled_from(PERSON_KINDS)).map(lambda kinds: tuple(sorted(kinds))),
)


@given(RHYTHMS)
def test_a_rhythm_is_read_as_it_is_written(rhythm: Rhythm) -> None:
    """Whatever it is made of."""
    assert rhythm_from(rhythm.text) == rhythm


def test_rhythms_are_a_word_or_two() -> None:
    """What decides: sat down with, then their own, else their kinds in order."""
    assert Rhythm(SAT, "", ("client", "peer")).text == "sat client+peer"
    assert Rhythm(YOUNG, "3m").text == "young 3m"
    assert (Rhythm(SAT).text, Rhythm("", "2w").text, Rhythm().text) == ("sat", "2w", "")


@pytest.mark.parametrize(
    ("contacts", "more", "rhythm"),
    [
        ([], {"every": "2w"}, "2w"),
        ([], {"kinds": [KindOf("peer", 1), KindOf("client", 2)]}, "client+peer"),
        ([], {"every": "2w", "kinds": [KindOf("peer", 1)]}, "2w"),
        ([contact(1, 9)], {}, ""),
        ([contact(1, 9, "coffee")], {}, "young"),
        ([tried(1, 9, "coffee")], {}, ""),
        ([contact(1, 30, "coffee"), contact(2, 9)], {}, "young"),
        ([contact(1, 31, "coffee"), contact(2, 9)], {}, "sat"),
        ([contact(1, 31, "coffee"), sent(2, 9)], {}, "sat"),
        ([contact(1, 31, "coffee"), tried(2, 9)], {}, "young"),
        ([contact(1, 31, "coffee"), heard(2, 30, answered_on=ago(9))], {}, "sat"),
        ([contact(1, 60), contact(2, 9, "coffee")], {}, "young"),
        ([contact(1, 9, "coffee")], {"said_known": "yes"}, "sat"),
        ([contact(1, 9, "coffee")], {"source": "contacts"}, "sat"),
        ([contact(1, 9, "coffee")], {"every": "7w"}, "young 7w"),
        ([contact(1, 9, "coffee")], {"every": "8w"}, "young 8w"),
        ([contact(2, 9, "coffee")], {"kinds": [KindOf("client", 3)]}, "young client"),
    ],
)
def test_a_tie_is_young_while_nothing_has_come_of_its_first_sit_down(
    contacts: list[Contact], more: dict[str, Any], rhythm: str
) -> None:
    """Of somebody who was new; contact within three weeks leaves it young."""
    assert derive(source(*contacts, **more)).rhythm == rhythm


@pytest.mark.parametrize(
    ("contacts", "waits_from"),
    [
        ([], STARTS),
        ([tried(1, 9)], STARTS),
        ([contact(1, 9)], ago(9)),
        ([contact(1, 30, "coffee"), contact(2, 9)], ago(30)),
        ([contact(1, 31, "coffee"), contact(2, 9)], ago(9)),
        ([heard(1, 30, answered_on=ago(9))], ago(9)),
    ],
)
def test_a_cadence_runs_from_the_last_contact(
    contacts: list[Contact], waits_from: date
) -> None:
    """That of a young tie from the first sit-down; before any, from what was dealt."""
    assert derive(source(*contacts)).waits_from == waits_from


# The usual gap.


@pytest.mark.parametrize(
    ("days", "gap"),
    [
        ([50, 40, 30, 20, 10], None),
        ([60, 50, 40, 30, 20, 10], 10),
        ([60, 50, 40, 30, 20, 20, 20], None),
        ([90, 60, 30, 20, 10, 0], 10),
        ([130, 100, 70, 40, 20, 10, 0], 20),
    ],
)
def test_the_usual_gap_is_the_median_of_five_or_more(
    days: list[int], gap: int | None
) -> None:
    """The shorter of two in the middle; two contacts of one day leave no gap."""
    contacts = [contact(n, day) for n, day in enumerate(days, 1)]
    assert derive(source(*contacts)).usual_gap == gap
    assert derive(source(*contacts, tried(9, 25))).usual_gap == gap


# Freshness, dropped, cluster.


@pytest.mark.parametrize(
    ("told_of", "fresh"),
    [
        (source(), None),
        (source(source="typed"), CAME_IN),
        (source(source="linkedin", connected_on=ago(99)), ago(99)),
        (source(source="typed", connected_on=ago(99)), CAME_IN),
        (source(contact(1, 30, "met"), contact(2, 9), source="typed"), ago(30)),
        (source(heard(1, 30, answered_on=ago(20))), ago(20)),
        (source(contact(1, 40), contact(2, 30, "event")), ago(40)),
        (source(sent(1, 30)), None),
        (source(contact(1, 9, "met"), ways=(way(day=ago(50)),)), ago(50)),
        (source(ways=(way(day=ago(50)), way(8, day=ago(40)))), ago(40)),
        (source(source="typed", ways=(way(state="dropped"),)), CAME_IN),
    ],
)
def test_somebody_is_as_fresh_as_what_brought_them(
    told_of: Source, fresh: date | None
) -> None:
    """The latest introduction, else the first meeting or word, else how they came."""
    assert derive(told_of).fresh_on == fresh


@pytest.mark.parametrize(
    ("states", "dropped"),
    [
        ((), False),
        (("dropped",), True),
        (("dropped", "dropped"), True),
        (("dropped", "offered"), False),
        (("made",), False),
    ],
)
def test_somebody_is_dropped_when_every_introduction_is(
    states: tuple[str, ...], *, dropped: bool
) -> None:
    """One that still counts is enough."""
    ways = tuple(way(day=MONDAY, state=state) for state in states)
    assert derive(source(ways=ways)).dropped is dropped


def test_a_cluster_is_the_organisation_else_the_first_tag() -> None:
    """Case and accents are no difference; without either there is none."""
    assert cluster_of("ACME", ["hr"]) == "acme"
    assert cluster_of("", ["Chœur", "hr"]) == "choeur"
    assert cluster_of("", []) == ""


@pytest.mark.parametrize("org", ["Freelance", "self-employed", "Retired", "n/a", "-"])
def test_what_people_write_for_no_organisation_is_none(org: str) -> None:
    """They would be the largest group of all, and are none."""
    assert cluster_of(org, ["Choir"]) == "choir"
    assert cluster_of(org, []) == ""


def test_values_of_a_field_come_in_their_order() -> None:
    """Only those of the field that is asked for."""
    held = [detail("tag", "b"), detail("kind", "peer"), detail("tag", "a")]
    assert values(held, "tag") == ("b", "a")
    assert values(held, "url") == ()


# Laws.

CONTACTS = st.lists(
    st.builds(
        lambda days, kind, answered, later: contact(
            days=days,
            kind=kind,
            answered=answered,
            answered_on=ago(days - later) if answered == "yes" and later else None,
        ),
        st.integers(9, 60),
        st.sampled_from(sorted(TOUCH_KINDS)),
        st.sampled_from(ANSWERS),
        st.integers(0, 9),
    ),
    max_size=8,
).map(
    lambda all_of: [c._replace(touch_id=n, entered=n) for n, c in enumerate(all_of, 1)]
)
WAYS = st.lists(
    st.builds(
        lambda days, state: way(day=ago(days), state=state),
        st.integers(0, 60),
        st.sampled_from(["offered", "made", "met", "dropped"]),
    ),
    max_size=4,
)
ABOUT = st.fixed_dictionaries(
    {},
    optional={
        "source": st.sampled_from(SOURCES),
        "said_known": st.sampled_from(["", "yes", "no"]),
        "every": st.sampled_from(["", "2w", "3m"]),
        "woken_on": st.integers(0, 60).map(ago),
    },
)


@given(CONTACTS, WAYS, ABOUT, st.data())
def test_the_order_of_introductions_and_kinds_does_not_matter(
    contacts: list[Contact], ways: list[Way], about: Any, data: st.DataObject
) -> None:
    """Days and numbers decide, not the order of the rows."""
    kinds = [KindOf("client", 3), KindOf("peer", 1), KindOf("expert", 2)]
    first = source(*contacts, ways=ways, kinds=kinds, **about)
    mixed = first._replace(
        ways=data.draw(st.permutations(ways)), kinds=data.draw(st.permutations(kinds))
    )
    assert derive(mixed) == derive(first)


@given(CONTACTS, WAYS, ABOUT, st.data())
def test_the_order_in_which_days_are_told_does_not_matter(
    contacts: list[Contact], ways: list[Way], about: Any, data: st.DataObject
) -> None:
    """What happened on different days stands the same, whatever was entered first."""
    taken = {*(made.day for made in ways), about.get("woken_on")}
    by_day = {each.day: each for each in contacts if each.answered_on is None}
    once = [each for day, each in by_day.items() if day not in taken]
    numbers = data.draw(st.permutations(range(1, len(once) + 1)))
    other = [
        each._replace(touch_id=number, entered=number)
        for each, number in zip(once, numbers, strict=True)
    ]
    first, mixed = (source(*each, ways=ways, **about) for each in (once, other))
    assert derive(mixed) == derive(first)


@given(CONTACTS, ABOUT)
def test_one_touch_more_never_moves_a_day_back(
    contacts: list[Contact], about: Any
) -> None:
    """The last days only grow, the first sit-down only gets earlier."""
    stands = [derive(source(*contacts[:n], **about)) for n in range(len(contacts) + 1)]
    *before, last = stands
    for earlier in before:
        for field in ("last_contact", "last_heard", "last_reached", "last_sitdown"):
            was, now = getattr(earlier, field), getattr(last, field)
            assert was is None or was <= now
        first, now = earlier.first_sitdown, last.first_sitdown
        assert first is None or (now is not None and now <= first)


@given(CONTACTS, WAYS)
def test_open_tries_count_from_the_last_word_or_introduction_on(
    contacts: list[Contact], ways: list[Way]
) -> None:
    """The same by another way: those that nothing that ends tries comes after."""
    ends = [
        (each.answered_on or each.day, each.settled or each.entered)
        for each in contacts
        if each.answered == "yes"
    ]
    ends += [(made.day, made.entered) for made in ways if made.state != "dropped"]
    last = max(ends, default=(CAME_IN - timedelta(days=1), 0))
    since = [
        each
        for each in contacts
        if each.answered != "yes" and (each.day, each.entered) > last
    ]
    stands = derive(source(*contacts, ways=ways))
    assert stands.open_tries == len(since)
    assert stands.last_tried == max((each.day for each in since), default=None)


@given(CONTACTS, st.integers(1, 8))
def test_hearing_from_somebody_only_adds_to_what_is_known(
    contacts: list[Contact], which: int
) -> None:
    """An answer to what was sent leaves no day earlier, and no try more."""
    waiting = [each for each in contacts if each.answered == "sent"][:which]
    answered = [
        each._replace(answered="yes", answered_on=MONDAY, settled=LATER)
        if each in waiting
        else each
        for each in contacts
    ]
    before, after = derive(source(*contacts)), derive(source(*answered))
    assert after.open_tries <= before.open_tries
    for field in ("touches", "contact_days", "first_sitdown", "last_reached"):
        assert getattr(after, field) == getattr(before, field)
    if waiting:
        assert (after.last_heard, after.open_tries) == (MONDAY, 0)


@given(CONTACTS, WAYS, ABOUT)
def test_whoever_was_sat_down_with_has_a_rhythm_and_is_not_new_twice(
    contacts: list[Contact], ways: list[Way], about: Any
) -> None:
    """A stage exactly with a first sit-down; the young are never known."""
    stands = derive(source(*contacts, ways=ways, **about))
    stage = rhythm_from(stands.rhythm).stage
    assert bool(stage) is (stands.first_sitdown is not None)
    assert not (stage == YOUNG and stands.known)
    if stage == YOUNG:
        assert stands.waits_from == stands.first_sitdown
    else:
        assert stands.waits_from == (stands.last_contact or STARTS)
