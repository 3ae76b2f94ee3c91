"""Reports of databases that were told line by line."""

from collections.abc import Iterable
from typing import Any

from tests.commands.said import in_a_line
from tests.running import Netlog


def tell(netlog: Netlog, *lines: str) -> None:
    """Type lines, none of which fails."""
    for line in lines:
        ran = netlog(line)
        assert (line, ran.code) == (line, 0)


def coffees(netlog: Netlog, *days: str, at: str = "", via: str = "") -> list[str]:
    """First coffees with new people on these days; gives their handles."""
    place = f" --at {at}" if at else ""
    names = [f"c{day.replace('-', '')}" for day in days]
    for name, day in zip(names, days, strict=True):
        came = f"add {name} --via {via} --on {day}" if via else f"add {name}"
        tell(netlog, came, f"log {name} --on {day}{place}")
    return names


def report(netlog: Netlog, line: str) -> Any:
    """The data of a report."""
    ran = netlog(f"report {line} --json")
    assert (ran.code, ran.err) == (0, "")
    return ran.data


def plain(text: str) -> str:
    """The text with a plain dash in intervals."""
    return text.replace("\N{EN DASH}", "-")


def page(netlog: Netlog, line: str) -> list[str]:
    """The lines of a report as people read it, with plain dashes."""
    ran = netlog(f"report {line}")
    assert (ran.code, ran.err) == (0, "")
    return plain(ran.out).splitlines()


def read(netlog: Netlog, line: str) -> str:
    """A report as one line, wherever it was broken."""
    return in_a_line("\n".join(page(netlog, line)))


def pair(rate: Any) -> tuple[int, int]:
    """Hits and cases of a rate."""
    return rate["hits"], rate["n"]


def parts(data: Any, *keys: str) -> tuple[Any, ...]:
    """Some numbers of a report."""
    return tuple(data[key] for key in keys or ("n", "with", "nothing", "too_early"))


def wants(data: Any) -> list[str]:
    """The commands that a report asks for."""
    return [one["command"] for one in data["missing"]]


def by_key(rows: Iterable[Any], key: str) -> dict[str, Any]:
    """Records by one of their fields."""
    return {row[key]: row for row in rows}
