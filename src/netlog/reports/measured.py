"""What others measured of the sceptic's claims."""

from typing import Any

from netlog.records import NamedTuple
from netlog.reports.result import Figure, Group


class Measured(NamedTuple):
    """A finding, of which claim it speaks, and who found it."""

    claim: str
    text: str
    source: str


MEASURED = (
    Measured(
        "buyers",
        "four in five of 523 firms had referrals from people who never bought",
        "Hinge, 2015, a vendor's survey",
    ),
    Measured(
        "buyers",
        "customers with more experience bring better ones",
        "Van den Bulte et al., JMR 55:132, 2018",
    ),
    Measured(
        "friends",
        "among 20 million people moderately weak ties brought most new jobs",
        "Rajkumar et al., Science 377:1304, 2022",
    ),
    Measured(
        "friends",
        "what is new comes over bridges between groups, however strong the tie",
        "Neal, Network Science, 2024",
    ),
    Measured(
        "chased",
        "of those who said they would refer somebody, about half did",
        "Kumar et al., HBR, 2007, second-hand",
    ),
)
GROUP = Group(
    "What others measured", [Figure(one.text, note=one.source) for one in MEASURED]
)


def of(claim: str) -> list[dict[str, Any]]:
    """What was measured of one claim, for programs."""
    return [
        {"text": one.text, "source": one.source}
        for one in MEASURED
        if one.claim == claim
    ]
