"""A run as Markdown, and its place in docs/benchmarks.md."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench import machine
from bench.cases import CARDS, CSV, EMPTY, NEWEST, TYPER
from bench.figures import Figure, Measured, figures, ratio
from bench.peers.peer import Peer

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
_BEGIN, _END = "<!-- result -->", "<!-- end of result -->"
_VERDICTS = {True: "ok", False: "**missed**", None: "not measured"}
TASKWARRIOR_LARGE = "taskwarrior, large"


def written(run: Measured, peers: Sequence[Peer], rounds: int) -> str:
    """The figures, then every time that they come from."""
    parts = (
        f"{machine.described()} · {rounds} rounds",
        "\n".join(_figures(figures(run))),
        "\n".join(_times(run, _own(run, peers))),
        "\n".join(_peers(run, peers)),
        _taskwarrior(run),
        _typer(run),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _figures(rows: Iterable[Figure]) -> Iterator[str]:
    yield "| what | must reach | reached | |"
    yield "|---|---|---|---|"
    for row in rows:
        said = row.said or "-"
        yield f"| {row.what} | {row.target} | {said} | {_VERDICTS[row.reached]} |"


def _own(run: Measured, peers: Sequence[Peer]) -> list[str]:
    theirs = {peer.name for peer in peers} | {TASKWARRIOR_LARGE, CARDS, CSV}
    return [name for name in run.timings if name not in theirs]


def _times(run: Measured, names: Iterable[str]) -> Iterator[str]:
    yield "| command | ms: median (least to most) | times Typer |"
    yield "|---|---:|---:|"
    for name in names:
        times = ratio(run.timings, name, TYPER)
        yield f"| {name} | {run.timings[name].milliseconds} | {times:.2f} |"


def _peers(run: Measured, peers: Sequence[Peer]) -> Iterator[str]:
    yield "| peer | its command | ours | ms: median (least to most) | times Typer |"
    yield "|---|---|---|---:|---:|"
    for peer in peers:
        if peer.name in run.timings:
            words = " ".join(peer.command)
            times = ratio(run.timings, peer.name, TYPER)
            yield (
                f"| {peer.package.replace('==', ' ')} | `{words}` | `{peer.nearest}`"
                f" | {run.timings[peer.name].milliseconds} | {times:.2f} |"
            )


def _taskwarrior(run: Measured) -> str:
    if TASKWARRIOR_LARGE not in run.timings:
        return ""
    times = ratio(run.timings, TASKWARRIOR_LARGE, "taskwarrior")
    return f"`task next` over 100,000 tasks takes {times:.0f} times its time over 200."


def _typer(run: Measured) -> str:
    """Whether netlog may take a newer Typer."""
    if NEWEST not in run.timings:
        return ""
    times = ratio(run.timings, NEWEST, EMPTY)
    return f"The newest Typer runs an empty command in {times:.2f} times the time."


def put_in_page(result: str, path: Path = PAGE) -> None:
    """Replace the result that stands in a page, docs/benchmarks.md if not told."""
    page = path.read_text(encoding="utf-8")
    before, _, rest = page.partition(_BEGIN)
    after = rest.partition(_END)[2]
    text = f"{before}{_BEGIN}\n\n{result}\n{_END}{after}"
    path.write_text(text, encoding="utf-8")
