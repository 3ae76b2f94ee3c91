"""How numbers of things are said."""


def counted(number: int, one: str, several: str = "") -> str:
    """A number and what it is of: 1 coffee, 2 coffees, 0 people, 1,200 rows."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def whole_percent(share: float) -> int:
    """A share from 0 to 1 in percent, a half rounded up as people do."""
    return int(round(share * 100, 9) + 0.5)  # 23 of 40 is 57.5, not a hair less
