"""Two lives for a year; bench/year lives them all, for longer and with more seeds."""

import os
import subprocess
import sys

import pytest
from bench.living import run
from bench.living.claims import figures, verdicts
from bench.living.lives import LIVES
from bench.living.page import Page, read
from bench.living.report import missed
from bench.living.run import live
from tests.house.sources import ROOT

from netlog.plan.result import Plan

SEEDS = range(3)


@pytest.mark.parametrize("name", ["bookkeeper", "half"])
def test_a_year_by_the_plan(name: str) -> None:
    """Who does all that the page asks, or half of it, has every claim kept."""
    lived = [live(name, LIVES[name], seed, 1) for seed in SEEDS]
    judged = verdicts([figures(lived)])
    assert [missed(verdict) for verdict in judged if not verdict.holds] == []


def test_a_page_that_keeps_nobody_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim turns red where the page leaves people out: clients fall silent."""

    def without_keep(plan: Plan) -> Page:
        page = read(plan)
        return page._replace(asks=tuple(a for a in page.asks if a.slot != "keep"))

    monkeypatch.setattr(run, "read", without_keep)
    judged = verdicts([figures([live("bookkeeper", LIVES["bookkeeper"], 0, 1)])])
    red = {verdict.claim.text for verdict in judged if not verdict.holds}
    assert "who does all: the longest silence of a client, in cadences" in red


def shown(hash_seed: str) -> str:
    """A short life, week by week, as another process lives it."""
    words = (sys.executable, "-m", "bench.living", "--weeks", "--life", "five friends")
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        words, capture_output=True, check=True, cwd=ROOT, env=environment
    )
    return done.stdout.decode()


def test_a_life_with_a_seed_is_always_the_same() -> None:
    """No order of a set and no clock decides anything."""
    assert shown("1") == shown("2")
    assert "week 9, 2025-06-30" in shown("1")
