"""A machine that types commands at random, and holds netlog against the model."""

from collections.abc import Mapping
from functools import partial
from shlex import join
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule
from tests.trust import model_entries as entries, model_merge, model_people as people
from tests.trust.model import Act, Writing
from tests.trust.model_beside import BEGAN, DAY, Beside
from tests.trust.model_options import (
    AGO,
    AHEAD,
    CENTS,
    ENTRY,
    EVERY,
    FROM,
    GUESS,
    HANDLE,
    KIND,
    MENDED,
    NAMES,
    PLACES,
    SOME,
    STATE,
    TABLES,
    TAGS,
    TEXT,
    WHICH,
    WHO,
    WORDS,
    YES,
    many,
    naming,
    some,
    words_of,
)


def _add(name: str, options: Mapping[str, Any], writing: Writing) -> None:
    people.add(writing, name, options)


class Typing(Beside):
    """Every command, with what people type and what they should not."""

    # Who is there.

    @initialize(names=st.lists(st.sampled_from(NAMES), min_size=2, unique=True))
    def begin(self, names: list[str]) -> None:
        """A few people to begin with."""
        for name in names:
            self.write(["add", name], partial(_add, name, {}))

    @rule(
        name=st.sampled_from(NAMES),
        typed=some(
            via=many(WHO), new_via=YES, met=YES, at=PLACES, on=AGO, org=WORDS,
            kind=many(st.sampled_from(["client", "peer"])), tag=many(WORDS),
            email=many(st.sampled_from(["a@b.example", "A@b.example"])), every=EVERY,
            known=YES, no_sell=YES, promise=TEXT, by=AHEAD, gave=many(ENTRY),
            handle=HANDLE, note=TEXT, city=WORDS,
        ),
        new=st.booleans(),
    )  # fmt: skip
    def add(self, name: str, typed: dict[str, Any], *, new: bool) -> None:
        """Somebody new."""
        o = self.options(typed) | ({"new": True} if new else {})
        if o.get("every") == "none":
            o["every"] = "1y"
        self.write(["add", name, *words_of(o)], partial(_add, name, o))

    @rule(
        who=WHO,
        typed=some(
            org=WORDS, city=WORDS, every=EVERY, note=TEXT, handle=HANDLE,
            tag=many(st.sampled_from(["Acme", "acme", "HR", "none"])),
            kind=many(st.sampled_from(["client", "peer", "none"])),
            email=many(st.sampled_from(["a@b.example", "none"])),
            name=st.sampled_from(NAMES),
            known=st.booleans(), no_sell=st.booleans(),
        ).filter(bool),
    )  # fmt: skip
    def edit(self, who: tuple[int, str], typed: dict[str, Any]) -> None:
        """What is known of somebody changes."""
        one = self.who(who)
        words = ["edit", one, *words_of(typed, known="not-known", no_sell="sell")]
        self.write(words, lambda w: people.edit(w, one, typed))

    @rule(many=st.integers(1, 4), tag=some(tag=TAGS))
    def take_in(self, many: int, tag: dict[str, Any]) -> None:
        """A file of people who are not there: many rows by one of the journal."""
        first = self.imported + 1
        self.imported += many
        rows = [
            (f"Sheet {n} Row", f"r{n}@s.example") for n in range(first, first + many)
        ]
        lines = ["Name,Email", *map(",".join, rows)]
        (self.netlog.home / "people.csv").write_text("\n".join(lines))
        words = ["import", "people.csv", *words_of(tag)]
        self.write(words, lambda w: people.take_in(w, rows, tag))

    @rule(first=WHO, second=WHO)
    def merge(self, first: tuple[int, str], second: tuple[int, str]) -> None:
        """Two are one; a place in the plan that the second had goes to the first."""
        one, two = self.who(first), self.who(second)
        before, there = self.model.world.person, len(self.model.done)
        words, act = ["merge", one, two, "--yes"], model_merge.merge
        code = self.model.write(join(words), self.today, lambda w: act(w, one, two))
        if len(self.model.done) > there:
            (gone,) = before.keys() - self.model.world.person.keys()
            self.give_pins(self.model.done[-1].number, self._kept(one), gone)
        self.check(code, self.run(*words))

    def _kept(self, query: str) -> int:
        return self.model.done[-1].before.find(query)

    # What happened.

    @rule(
        who=SOME,
        typed=some(
            kind=KIND, on=AGO, at=PLACES, note=TEXT, no_answer=YES, answered=YES,
            promise=TEXT, by=AHEAD, names=many(st.sampled_from(NAMES)), introduce=YES,
            got=ENTRY, gave=ENTRY, guess=GUESS, new=YES,
        ),
    )  # fmt: skip
    def log(self, who: list[tuple[int, str]], typed: dict[str, Any]) -> None:
        """A touch."""
        if "no_answer" in typed:
            typed = {name: typed[name] for name in typed.keys() - {"answered"}}
        o, all_of = self.options(typed), [self.who(one) for one in who]
        words = ["log", *all_of, *words_of(o)]
        self.write(words, lambda w: entries.log(w, all_of, o))

    @rule(
        three=st.tuples(WHO, WHO, WHO),
        how=st.sampled_from(["to me", "to me", "by me", "of others"]),
        typed=some(on=AGO, state=STATE, inbound=YES, words=TEXT, new=YES),
    )
    def intro(self, three: tuple[Any, Any, Any], how: str, typed: Any) -> None:
        """An introduction, said first or again."""
        a, b, by = map(self.who, three)
        b = "" if how == "to me" else b
        by = "" if how == "by me" else by
        o = self.options(typed)
        given = ([b] if b else []) + (["--by", by] if by else [])
        words = ["intro", a, *given, *words_of(o)]
        self.write(words, lambda w: entries.intro(w, (a, b, by), o))

    @rule(who=WHO, typed=some(on=AGO, kind=KIND, note=TEXT))
    def hear(self, who: tuple[int, str], typed: dict[str, Any]) -> None:
        """Somebody answers, or gets in touch."""
        one, o = self.who(who), self.options(typed)
        words = ["heard", one, *words_of(o)]
        self.write(words, lambda w: entries.hear(w, one, o))

    log_more = log
    intro_more = intro

    @rule(who=WHO, text=TEXT, typed=some(by=AHEAD, new=YES))
    def promise(self, who: tuple[int, str], text: str, typed: Any) -> None:
        """Something owed."""
        one, o = self.who(who), self.options(typed)
        words = ["promise", one, text, *words_of(o)]
        self.write(words, lambda w: entries.promise(w, one, text, o))

    @rule(which=WHICH, typed=some(on=AGO, drop=YES))
    def done(self, which: int, typed: Any) -> None:
        """Kept, or let go; once."""
        if not self.any_of("promise", which):
            return
        number, o = self.number("promise", which), self.options(typed)
        words = ["done", str(number), *words_of(o)]
        self.write(words, lambda w: entries.done(w, number, o))

    @rule(
        way=st.sampled_from(["got", "got", "gave"]),
        who=WHO,
        kind=ENTRY,
        typed=some(
            on=AGO, text=TEXT, value=CENTS, who=WHO, they_called=YES, new=YES,
            **FROM,
        ),
    )  # fmt: skip
    def record(self, way: str, who: tuple[int, str], kind: str, typed: Any) -> None:
        """Something given or got."""
        if way == "gave":
            typed = {
                name: typed[name] for name in typed.keys() - {"from", "they_called"}
            }
        one, o = self.who(who), self.options(typed)
        text = [o["text"]] if "text" in o else []
        rest = {name: value for name, value in o.items() if name != "text"}
        words = [way, one, kind, *text, *words_of(rest)]
        self.write(words, lambda w: entries.record(w, way, one, kind, o))

    record_more = record

    @rule(who=WHO, typed=some(on=AGO))
    def thank(self, who: tuple[int, str], typed: Any) -> None:
        """For all that waits."""
        one, o = self.who(who), self.options(typed)
        words = ["thank", one, *words_of(o)]
        self.write(words, lambda w: entries.thank(w, one, o))

    @rule(which=WHICH, what=st.one_of(*MENDED))
    def mend(self, which: int, what: tuple[str, dict[str, Any]]) -> None:
        """An entry was otherwise."""
        table, typed = what
        if not self.any_of(table, which):
            return
        number, o = self.number(table, which), self.options(typed)
        words = ["edit", naming(table), str(number), *words_of(o)]
        act = getattr(entries, f"mend_{table}")
        self.write(words, lambda w: act(w, number, o))

    @rule(what=st.one_of(WHO, st.tuples(st.sampled_from(TABLES), WHICH)))
    def rm(self, what: tuple[Any, Any]) -> None:
        """Somebody is taken out with all that is theirs, or an entry."""
        if what[0] in TABLES and self.any_of(*what):
            number, act = self.number(*what), getattr(entries, f"rm_{what[0]}")
            words = ["rm", naming(what[0]), str(number)]
            self.write(words, lambda w: act(w, number))
        elif what[0] not in TABLES:
            one = self.who(what)
            self.write(["rm", one], lambda w: people.rm(w, one))

    # What the plan is told.

    @rule(who=WHO, how=st.sampled_from(["rest", "wake", "skip"]))
    def plan(self, who: tuple[int, str], how: str) -> None:
        """Not this week; never; again."""
        one = self.who(who)
        acts: dict[str, Act] = {
            "rest": lambda w: people.rest(w, one),
            "wake": lambda w: people.wake(w, one),
            "skip": lambda w: people.put_off(w, one, "skip"),
        }
        self.write([how, one], acts[how])

    @rule(who=WHO, until=AHEAD)
    def snooze(self, who: tuple[int, str], until: int) -> None:
        """Not before a day."""
        one, day = self.who(who), self.today + until * DAY
        words = ["snooze", one, day.isoformat()]
        self.write(words, lambda w: people.snooze(w, one, day))

    @rule()
    def swap(self) -> None:
        """Another pick: the plan says who it is, the model what that means."""
        new = self.look("due", "--json").data["new"]
        pick = new[0]["handle"] if new else ""
        code = self.model.write("swap", self.today, lambda w: people.swap(w, pick))
        ran = self.run("swap")
        self.grown()
        self.check(code, ran)

    @rule(line=st.sampled_from(["due", "list", "history", "brokers", "undo x", "info"]))
    def look_at(self, line: str) -> None:
        """What only reads changes nothing, and what cannot be read neither."""
        self.look(*line.split())

    # Back and forth.

    @rule(days=st.sampled_from([-3, -1, 1, 7, 30]))
    def another_day(self, days: int) -> None:
        """The clock goes on, or back: the order of things is that of their numbers."""
        self.today = max(self.today + days * DAY, BEGAN)

    @rule(how=st.sampled_from(["undo", "undo", "redo"]))
    def turn(self, how: str) -> None:
        """The newest change is taken back or done again; refused where none can be."""
        turn = self.back if how == "undo" else self.on
        turn()

    @rule(times=st.integers(2, 5))
    def there_and_back(self, times: int) -> None:
        """Some changes back, one more if there are none, and on again."""
        for turn in [self.back] * times + [self.on] * times:
            turn()
