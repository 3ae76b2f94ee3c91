"""By whom each came: everybody has one place in the tree.

Somebody stands under the oldest introduction of them to me, by day and then by number.
Whom I had met in person before that day, or who had introduced somebody to me, was
known without help by then, and stands at the top.  So days never go back on the way
down; only introductions of one day can form a circle, and it begins with the introducer
of its oldest.
"""

from collections.abc import Collection, Iterable

from netlog.domain.introduction import Link

Came = dict[int, Link]
"""The introduction by which each person came; those at the top have none."""


def came_by(links: Iterable[Link], met_before: Collection[int] = ()) -> Came:
    """By which of all the introductions to me that count each person came.

    `met_before` are introductions of people whom I had met in person before.
    """
    oldest: Came = {}
    began: dict[int, Link] = {}
    for link in links:
        _keep_older(oldest, link.person_id, link)
        _keep_older(began, link.introducer_id, link)
    came = {
        person: link
        for person, link in oldest.items()
        if link.introduction not in met_before
        and (person not in began or began[person].day >= link.day)
    }
    _open_circles(came)
    return came


def age(link: Link) -> tuple[object, ...]:
    """What introductions are sorted by, the oldest first."""
    return link.day, link.introduction


def _keep_older(there: Came, person: int, link: Link) -> None:
    if person not in there or age(link) < age(there[person]):
        there[person] = link


def _open_circles(came: Came) -> None:
    """Put the introducer of the oldest introduction of every circle at the top."""
    done: set[int] = set()
    for start in list(came):
        way: dict[int, Link] = {}
        person = start
        while person in came and person not in way and person not in done:
            way[person] = came[person]
            person = came[person].introducer_id
        if person in way:
            circle = list(way.values())[list(way).index(person) :]
            del came[min(circle, key=age).introducer_id]
        done.update(way)
