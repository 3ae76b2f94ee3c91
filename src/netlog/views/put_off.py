"""What `swap`, `skip`, `snooze`, `rest` and `wake` say."""

from datetime import date

from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.domain.spans import parse_span, spell_every
from netlog.output.answer import Answer, Item, command, line, lines, name, soft
from netlog.plan.result import NewSlot
from netlog.views.due import scored
from netlog.views.people import brief

_THRICE = 3


def told(said_by: str, person: Person, what: str, next_command: str) -> Answer:
    """One sentence, and what can be typed next."""
    item = line(name(person.name), f" {what}: ", command(next_command))
    return Answer(said_by, {"person": brief(person)}, page=lines(item))


def snoozed(person: Person, until: date) -> Answer:
    """Until when somebody is left out."""
    answer = told(
        "snooze",
        person,
        f"is not planned before {spell(until)}",
        f"netlog wake {person.handle}",
    )
    return answer._replace(data={"person": brief(person), "until": until})


def skipped(person: Person, times: int) -> Answer:
    """That somebody is left out this week; at the third time, a proposal."""
    answer = told(
        "skip", person, "is left out this week", f"netlog wake {person.handle}"
    )
    if times != _THRICE or answer.page is None:
        return answer
    item = _proposal(person)
    blocks = answer.page.blocks
    both = blocks[0]._replace(items=(*blocks[0].items, item))
    return answer._replace(page=answer.page._replace(blocks=(both,)))


def _proposal(person: Person) -> Item:
    span = parse_span(person.cadence)
    longer = span._replace(count=2 * span.count)
    return line(
        soft(f"That is the third time; {spell_every(longer)} may suit better: "),
        command(f"netlog edit {person.handle} --every {longer.code()}"),
    )


def swapped(person: Person, now: NewSlot) -> Answer:
    """Who was the pick, and who is now."""
    data = {
        "person": brief(person),
        "new": [scored(line) for line in now.pick],
        "alternates": [scored(line) for line in now.alternates],
    }
    if not now.pick:
        item = line(name(person.name), " is swapped; nobody else new is left.")
        return Answer("swap", data, page=lines(item))
    pick = now.pick[0]
    item = line("Now ", name(pick.person.name), f" — {pick.text}: ", command(pick.next))
    return Answer("swap", data, page=lines(item))
