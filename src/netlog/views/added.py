"""What `add` says."""

from netlog.acts.add import Added, Coming
from netlog.domain.dates import spell
from netlog.output.answer import Answer, Item, command, line, lines, soft
from netlog.views.people import brief, listed, titled
from netlog.views.records import promise_data, touch_data


def view(added: Added, coming: Coming) -> Answer:
    """Who was added, how they came, and what was promised."""
    items = [_came(added, coming)]
    if added.promise:
        items.append(
            line(
                f"Promised {added.promise.text}, by {spell(added.promise.due)}: ",
                command(f"netlog done {added.promise.id}"),
            )
        )
    if added.gave:
        from netlog.views.entered import said

        items += map(said, added.gave)
    items += [
        line(soft(f"There is also {one.name} ({one.handle})."))
        for one in added.namesakes
    ]
    return Answer("add", data(added, coming), page=lines(*items))


def _came(added: Added, coming: Coming) -> Item:
    how = []
    if added.introducers:
        how.append(f"introduced by {listed([p.name for p in added.introducers])}")
    if added.touch:
        how.append(f"met at {coming.at}" if coming.at else "met by chance")
    day = f", {spell(coming.on)}" if how else ""
    said = f", {' and '.join(how)}{day}" if how else ""
    return line("Added ", *titled(added.person), said)


def data(added: Added, coming: Coming) -> dict[str, object]:
    """What was written, for programs."""
    return {
        "person": brief(added.person),
        "introduced_by": [brief(one) for one in added.introducers],
        "date": coming.on if added.introducers or added.touch else None,
        "touch": added.touch and touch_data(added.touch) | {"place": coming.at},
        "promise": added.promise and promise_data(added.promise),
        "entries": _entries(added),
        "namesakes": [brief(one) for one in added.namesakes],
    }


def _entries(added: Added) -> list[dict[str, object]]:
    if not added.gave:
        return []
    from netlog.views.entered import data

    return [data(found) for found in added.gave]
