"""How reports say numbers, and what several of them have to say."""

STATES = (
    "Whether an introduction was offered, made, met or dropped is as you say today,"
    " also with an earlier --until."
)


def many(number: int, one: str, several: str = "") -> str:
    """A number and what it is of: 1 coffee, 2 coffees, 0 people."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def unit(number: int, one: str) -> str:
    """What stands behind a number: week, or weeks."""
    return f" {one}" if number == 1 else f" {one}s"
