"""Whether an offer fits a need, by their words."""

import pytest

from netlog.domain.matching import Match, Offer, have_a_word_alike, matches
from netlog.domain.person import Named


@pytest.mark.parametrize(
    ("need", "offer", "alike"),
    [
        ("a bookkeeper", "bookkeeping for small shops", True),
        ("a speaker for March", "Speakers", True),
        ("TAX advice", "advice", True),
        ("Übersetzer", "ubersetzer ins Englische", True),
        ("room", "rooms", False),
        ("the garden", "the office", False),
        ("a tax form", "tax", False),
        ("construction", "consulting", False),
        ("", "advice", False),
        ("?!", "?!", False),
    ],
)
def test_a_long_word_in_common_is_enough(need: str, offer: str, *, alike: bool) -> None:
    """Short words say nothing; of long ones the first six letters do."""
    assert have_a_word_alike(need, offer) is alike
    assert have_a_word_alike(offer, need) is alike


def test_every_need_with_each_offer_that_fits() -> None:
    """In the order of the needs, then of the offers."""
    ann, bo = Named(2, "ann", "Ann"), Named(3, "bo", "Bo")
    offers = [Offer(ann, "tax advice"), Offer(bo, "advice"), Offer(bo, "maps")]
    assert matches(["old maps", "advice"], offers) == [
        Match("old maps", offers[2]),
        Match("advice", offers[0]),
        Match("advice", offers[1]),
    ]
