"""What the reference shows of each command: what was there, and what is typed.

The page of a command says besides when a rule refuses it (exit 5), for nothing
in the code tells that in one place.
"""

from typing import NamedTuple

DAY = "2025-06-02"
SAMPLE = "netlog demo"
"""Said first where the sample network is what is looked at …"""
SAMPLE_DB = ".local/state/netlog/demo.db"
"""… and where it is then, from the home."""


class Example(NamedTuple):
    """Lines that go before, lines that are shown, and the one whose JSON is shown.

    `answer` is the first of them where it is not said; `like` is another command
    whose JSON is the same; `refused` says when a rule says no; `keys` are pressed
    while the line shown asks for them.
    """

    shown: tuple[str, ...]
    before: tuple[str, ...] = ()
    answer: str = ""
    refused: str = ""
    like: str = ""
    keys: str = ""


_TWO = ("netlog add Alisa Kwan", "netlog add Dorie Clark --via Alisa --on '1 apr'")
_CARDS = ("printf 'Full Name,Email\\nMaria Sol,maria@sol.example\\n,\\n' > people.csv",)
_MONDAYS = "echo '0 8 * * 1 netlog due' | crontab -"

EXAMPLES = {
    "add": Example(
        ("netlog add Dorie Clark --via Alisa --on '1 apr' --org 'Clark Media'",),
        ("netlog add Alisa Kwan",),
        refused="somebody has that name, e-mail, phone or URL: `--new` adds them all"
        " the same; or the `--handle` is somebody's, or was",
    ),
    "log": Example(
        (
            (
                "netlog log Dorie --at Tatte --note 'her book is out in May'"
                " --promise 'two client references' --by fri"
            ),
            "netlog log Alisa -k call --no-answer",
        ),
        _TWO,
    ),
    "book": Example(
        (
            "netlog book Dorie thu 15:00 --at Tatte",
            "netlog book Dorie fri",
        ),
        _TWO,
    ),
    "brief": Example(
        ("netlog brief Dorie",),
        (
            "netlog add Alisa Kwan --offers bookkeeping",
            (
                "netlog add Dorie Clark --via Alisa --on '1 apr'"
                " --words 'you two should meet' --role author --org 'Clark Media'"
                " --needs 'a bookkeeper'"
            ),
            "netlog log Dorie -k call --on '28 may' --note 'her book is out in May'",
            "netlog promise Dorie two client references --by fri",
            "netlog book Dorie thu 15:00 --at Tatte",
        ),
    ),
    "heard": Example(
        (
            "netlog heard Dorie",
            "netlog heard Alisa -k call -m 'moves to Boston in June'",
        ),
        (*_TWO, "netlog log Dorie -k email --on '28 may'"),
    ),
    "note": Example(("netlog note Dorie her book is out in May",), _TWO),
    "intro": Example(
        (
            "netlog intro Dorie --by Alisa --words 'you two should meet'",
            "netlog intro Dorie Hal --new",
        ),
        ("netlog add Alisa Kwan", "netlog add Dorie Clark"),
    ),
    "got": Example(
        ("netlog got Dorie interview the column --on '29 may'",),
        (*_TWO, "netlog log Dorie --on '28 may'"),
    ),
    "gave": Example(("netlog gave Alisa tip the grant ends in May",), _TWO),
    "promise": Example(("netlog promise Dorie two client references --by fri",), _TWO),
    "done": Example(
        ("netlog done 1",),
        (*_TWO, "netlog promise Dorie two client references --by fri"),
        refused="the promise is kept already and would be dropped, or the other way",
    ),
    "thank": Example(
        ("netlog thank Alisa",),
        (*_TWO, "netlog got Dorie interview the column"),
        refused="nothing waits for a word of thanks to them",
    ),
    "due": Example(("netlog due",), _TWO),
    "review": Example(
        ("netlog review",),
        (*_TWO, "netlog promise Alisa the name of a lawyer --by tomorrow"),
        refused="nobody is at a terminal to press keys",
        keys="dlkq",
    ),
    "why": Example(("netlog why Peter",), (SAMPLE,)),
    "swap": Example(("netlog swap",), (SAMPLE,), refused="there is no pick this week"),
    "skip": Example(("netlog skip Hal",), (SAMPLE,)),
    "snooze": Example(("netlog snooze Ruth 1 aug",), (SAMPLE,)),
    "rest": Example(("netlog rest Tom",), (SAMPLE,)),
    "wake": Example(("netlog wake Tom",), (SAMPLE, "netlog rest Tom")),
    "show": Example(("netlog show Dorie",), (SAMPLE,)),
    "list": Example(
        ("netlog list city=boston 'last>90d'",),
        (SAMPLE,),
        answer="netlog list kind=client",
    ),
    "history": Example(("netlog history",), _TWO),
    "info": Example(("netlog info",), _TWO),
    "trace": Example(
        ("netlog trace Dorie",),
        (
            *_TWO,
            "netlog log Dorie --on '28 may' --at Tatte",
            "netlog got Dorie interview the column --on '29 may'",
        ),
    ),
    "yield": Example(
        ("netlog yield Alisa", "netlog yield"),
        (*_TWO, "netlog got Dorie client the workshop --value 1800 --on '29 may'"),
    ),
    "path": Example(("netlog path Maya",), (SAMPLE,)),
    "tree": Example(
        ("netlog tree", "netlog tree Ruth --led"), (SAMPLE,), answer="netlog tree Dorie"
    ),
    "graph": Example(
        ("netlog graph Alisa", "netlog graph Alisa --format mermaid"),
        (SAMPLE,),
        answer="netlog graph Dorie",
    ),
    "balance": Example(
        ("netlog balance", "netlog balance Alisa"),
        (SAMPLE,),
        answer="netlog balance Alisa",
    ),
    "brokers": Example(("netlog brokers",), (SAMPLE,)),
    "report": Example(
        ("netlog report coffee", "netlog report weekly --since 2025-01-01"), (SAMPLE,)
    ),
    "edit": Example(
        (
            "netlog edit Dorie --org 'Clark Media' --every 2m",
            "netlog edit --touch 1 --on fri",
        ),
        (*_TWO, "netlog log Dorie"),
        refused="the `--handle` is somebody's, or was; or a booking is moved of which"
        " it is said how it went",
    ),
    "merge": Example(
        ("netlog merge dorie-clark 'Dorie C.' --yes",),
        (
            *_TWO,
            "netlog add Dorie C. --new --org 'Clark Media' --email dorie@clark.example",
            "netlog log 'Dorie C.' -k call --on fri",
        ),
        refused="the answer is no, or nobody is there to be asked: `--yes` does it",
    ),
    "rm": Example(("netlog rm Dorie",), _TWO),
    "undo": Example(("netlog undo",), _TWO, refused="there is nothing to undo"),
    "redo": Example(
        ("netlog redo",), (*_TWO, "netlog undo"), refused="there is nothing to redo"
    ),
    "forget": Example(
        ("netlog forget Dorie --yes", "netlog forget --list"),
        (*_TWO, "netlog backup"),
        refused="what is typed is not the handle, or nobody is there to be asked:"
        " `--yes` does it unasked; or they were merged with somebody: forget these",
    ),
    "import": Example(
        ("netlog import people.csv --map 'Full Name=name' --every 3m",),
        _CARDS,
        refused="an export is to be taken into a database in which there is somebody",
    ),
    "doctor": Example(("netlog doctor",), (*_TWO, _MONDAYS)),
    "export": Example(
        ("netlog export network.json", "netlog --db new.db import network.json"),
        _TWO,
        refused="there is a file of that name: `--force` writes over it",
    ),
    "backup": Example(
        ("netlog backup", "netlog backup --list"),
        _TWO,
        refused="there is no database yet",
    ),
    "restore": Example(
        ("netlog restore last --dry-run", "netlog restore last --yes"),
        (*_TWO, "netlog backup", "netlog rm Dorie", "netlog add Hal Brook"),
        refused="the answer is no, or nobody is there to be asked: `--yes` does it"
        " unasked; or the copy is of another database: `--other` lets it pass",
    ),
    "schedule": Example(
        ("netlog schedule --via cron --deliver mail", "netlog schedule status"),
        (*_TWO, "netlog schedule --via cron --deliver mail | crontab -"),
        answer="netlog schedule status",
        refused="the answer is no, or nobody is there to be asked: `--yes` installs it"
        " unasked; or the crontab cannot be read, or has half of netlog's lines",
    ),
    "demo": Example(("netlog demo",), like="due"),
}
