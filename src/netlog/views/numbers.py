"""Numbers in a sentence."""

from netlog.statistics.rate import whole_percent


def number_of(count: int, one: str, many: str = "") -> str:
    """How many of something: 1 person, 2 people, 3 outcomes."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def percent(part: int, whole: int) -> str:
    """A part of a whole: 42 %; 0 % where there is nothing."""
    return f"{whole_percent(part / whole if whole else 0)} %"
