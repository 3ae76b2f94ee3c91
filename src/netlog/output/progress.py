"""A progress bar on a terminal's stderr; nothing anywhere else."""

from collections.abc import Generator, Iterable
from contextlib import suppress
from typing import IO, TypeVar

T = TypeVar("T")
_WIDTH = 30
_STEPS = 100


def progress(
    items: Iterable[T], total: int, said: str, stream: IO[str]
) -> Generator[T, None, None]:
    """The items, one after the other, while a bar grows; at the end it is wiped away.

    Whoever may stop before the end closes it: then that is the end.
    """
    if not stream.isatty() or total < _STEPS:
        yield from items
        return
    step = max(total // _STEPS, 1)
    try:
        for number, item in enumerate(items, 1):
            yield item
            if number % step == 0:
                _draw(stream, f"{said} {bar(number, total)}")
    finally:
        _draw(stream, f"{' ' * (len(said) + _WIDTH + 8)}\r")


def _draw(stream: IO[str], text: str) -> None:
    """Write over the line; a terminal that is gone needs none."""
    with suppress(OSError):
        stream.write(f"\r{text}")
        stream.flush()


def bar(done: int, total: int) -> str:
    """How far it is: ━━━━━━      42 %."""
    full = min(done * _WIDTH // total, _WIDTH)
    return f"{'━' * full:<{_WIDTH}} {min(done * 100 // total, 100):3} %"
