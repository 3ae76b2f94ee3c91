"""bench/plan as it is run: what it prints, what it writes, how it ends."""

import sys
from pathlib import Path

import pytest
from bench.planning import __main__ as bench_plan, page
from bench.planning.networks import planted
from bench.planning.rules import SHIPPED, rules
from bench.planning.runs import Results, Size, Wanted
from bench.planning.year import SETTINGS, Year

NETWORK = planted()


def lived(held: int) -> Results:
    """Everybody held so many coffees under a simpler rule, and 30 by the plan."""

    def year(rule: str) -> Year:
        return Year(0.5, 30 if rule == SHIPPED else held, 4.0, 1, 0, 0, 52, 0, {}, 0)

    years = {
        (NETWORK.name, setting.name, rule.name): [year(rule.name)]
        for setting in SETTINGS
        for rule in rules()
    }
    return Results((NETWORK,), years, {}, {}, {})


def run(monkeypatch: pytest.MonkeyPatch, held: int, *options: str) -> int:
    """Its exit status, where that is what came of the years."""

    def told(size: Size, wanted: Wanted, logs: object) -> Results:
        del size, wanted, logs
        return lived(held)

    monkeypatch.setattr(bench_plan, "run", told)
    monkeypatch.setattr(bench_plan, "GUARDED", ())
    monkeypatch.setattr(bench_plan, "KEEP_CLAIMS", ())
    monkeypatch.setattr(sys, "argv", ["bench/plan", *options])
    return bench_plan.main()


def test_a_missed_claim_is_printed_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """30 coffees of 25 are 1.2 times as many: enough for one rule, not for another."""
    assert run(monkeypatch, 25, "--small") == 1
    network, first, *_ = capsys.readouterr().out.splitlines()
    assert network == "planted: 1,063 edges, SHA-256 7525f70e733219bd"
    assert first == (
        "missed        1.200 [1.200, 1.200]     ≥ 1.5     planted: held, shipped of"
        " random; willingness fades, one try a week"
    )


def test_the_result_is_put_between_its_marks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What stands around it stays, and so does a second run."""
    evidence = tmp_path / "evidence.md"
    around = ("# Before\n\n<!-- result -->", "<!-- end of result -->\n\nAfter\n")
    evidence.write_text("\nold\n".join(around), encoding="utf-8")
    monkeypatch.setattr(page, "PAGE", evidence)
    assert run(monkeypatch, 25, "--write") == 1
    text = evidence.read_text(encoding="utf-8")
    assert text.startswith(around[0])
    assert text.endswith(around[1])
    assert "old" not in text
    assert "| planted | 200 people in 10 organisations, drawn with seed 7 |" in text
    assert "None was given: `bench/plan --events FILE`." in text


def test_a_log_that_cannot_be_read_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """Before anything is lived through."""
    log = tmp_path / "mail.txt"
    log.write_text("to whom it may concern\n", encoding="utf-8")
    assert run(monkeypatch, 25, "--events", str(log)) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{log}, line 1 is no `u v t`.\n")
