"""People nobody has met: names, organisations, and the files that they come in."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from bench import names

_ORGANISATIONS = names.organisations(60)
_WITH_ORGANISATION = 0.8
_WITH_BIRTHDAY = 0.3
_YEARS = 6 * 365
_DAY = timedelta(days=1)


class Strangers:
    """Who could come along: no two of one name, in an order that chance decides."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._taken: set[str] = set()

    def name(self) -> str:
        """A name that nobody had yet."""
        while True:
            name = f"{self._any(names.FIRST)} {self._any(names.LAST)}"
            if name not in self._taken:
                self._taken.add(name)
                return name

    def organisation(self) -> str:
        """Where somebody works, '' for nowhere; a few organisations have many."""
        if self.chance.random() >= _WITH_ORGANISATION:
            return ""
        return _ORGANISATIONS[int(self.chance.random() ** 2 * len(_ORGANISATIONS))]

    def birthday(self) -> str:
        """A birthday without its year, '' where it is not known."""
        if self.chance.random() >= _WITH_BIRTHDAY:
            return ""
        return f"--{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"

    def linkedin(self, people: int, today: date) -> str:
        """Connections.csv with so many people who connected in the last years."""
        rows = [self._connection(today) for _ in range(people)]
        head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
        return "\n".join([head, *rows, ""])

    def _connection(self, today: date) -> str:
        first, _, last = self.name().partition(" ")
        page = f"https://www.linkedin.com/in/{first}-{last}"
        day = today - self.chance.randrange(_YEARS) * _DAY
        return f"{first},{last},{page},,{self.organisation()},,{day:%d %b %Y}"

    def cards(self, people: int) -> str:
        """A phone's address book with so many people."""
        return "".join(line for _ in range(people) for line in self._card())

    def _card(self) -> Iterator[str]:
        name, number = self.name(), self.chance.randrange(10**7)
        first, _, last = name.partition(" ")
        yield f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{last};{first};;;\r\n"
        yield f"TEL:+1 555 {number:07}\r\nEND:VCARD\r\n"

    def _any(self, words: tuple[str, ...]) -> str:
        return words[int(self.chance.random() * len(words))]
