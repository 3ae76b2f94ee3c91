"""What `intro` says."""

from netlog.acts.intro import Made
from netlog.domain.dates import spell
from netlog.domain.person import ME_ID, Person
from netlog.output.answer import Answer, line, lines, name
from netlog.views.people import brief
from netlog.views.records import introduction_data

_STATES = {
    "offered": "named",
    "made": "introduced",
    "met": "introduced",
    "dropped": "introduced",
}


def view(made: Made) -> Answer:
    """Who introduced whom, when, and whether that was said before."""
    state = made.introduction.state
    by = "I" if made.introducer.id == ME_ID else made.introducer.name
    one, other = made.pair
    note = "" if state in {"made", "offered"} else f" ({state})"
    again = "Brought up to date: " if made.again else ""
    item = line(
        f"{again}{by} {_STATES[state]} ",
        name(_called(one)),
        " to " if state == "offered" else " and ",
        name(_called(other)),
        f", {spell(made.introduction.day)}{note}",
    )
    return Answer("intro", data(made), page=lines(item))


def _called(person: Person) -> str:
    return "me" if person.id == ME_ID else person.name


def data(made: Made) -> dict[str, object]:
    """The introduction, for programs."""
    return introduction_data(made.introduction) | {
        "introducer": brief(made.introducer),
        "people": [brief(person) for person in made.pair],
        "updated": made.again,
    }
