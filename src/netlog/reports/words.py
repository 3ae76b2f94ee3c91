"""How reports say numbers."""


def many(number: int, one: str, several: str = "") -> str:
    """A number and what it is of: 1 coffee, 2 coffees, 0 people."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def unit(number: int, one: str) -> str:
    """What stands behind a number: week, or weeks."""
    return f" {one}" if number == 1 else f" {one}s"
