"""What a record says, field by field, made into a draft.

A record is a list of texts for each field it has: name, prefix, first, middle,
last, suffix, nickname, uid, org, role, city, note, referrer, birthday, email,
phone, url, tag, connected.
"""

from collections.abc import Iterable, Mapping, Sequence

from netlog.domain.names import clean, clean_note, fold
from netlog.domain.person import Draft, Unreadable
from netlog.importers.days import birthday_in, connected

ReadTexts = Mapping[str, Sequence[str]]

FIELD_LIMIT = 65_536
RECORD_LIMIT = 200_000
NAMELESS = "there is no name in it, and nothing to stand in for one"
TOO_MANY = "a file may hold 200,000 records; from here on nothing was read"
_MAILBOXES = frozenset(
    {
        "info", "office", "hello", "contact", "kontakt", "mail", "post", "sales",
        "team", "support", "service", "admin", "billing", "accounts", "invoices",
        "noreply", "no-reply", "donotreply", "newsletter", "jobs", "press",
        "reception",
    }
)  # fmt: skip
"""What a mailbox is called that is nobody's own."""
_PARTS = ("prefix", "first", "middle", "last", "suffix")
# Tags that a program gives to everybody say nothing about anybody.
_SYSTEM_TAGS = {"mycontacts", "my contacts", "starred", "starred in android"}


def draft(line: int, texts: ReadTexts, stand_ins: Sequence[str]) -> Draft | Unreadable:
    """The person of the record that begins in that line.

    Without a name they are called by the first of the stand-ins (nickname, org,
    email) that there is; without any, the record is unreadable.
    """
    get = texts.get
    emails = addresses(get("email", ()))
    name = _first(get("name", ())) or _joined(texts) or _stand_in(texts, stand_ins)
    if not name:
        return Unreadable(line, NAMELESS)
    days = filter(None, map(birthday_in, get("birthday", ())))
    return Draft(
        line,
        name,
        _first(get("uid", ())),
        _first(get("org", ())),
        _first(get("role", ())),
        _first(get("city", ())),
        _note(texts),
        next(days, ""),
        emails,
        _each(get("phone", ())),
        _each(get("url", ())),
        _tags(get("tag", ())),
        next(filter(None, map(connected, get("connected", ()))), None),
        _entity(name, _first(get("org", ())), emails),
    )


def _entity(name: str, org: str, emails: Sequence[str]) -> str:
    """What a record is of, by what it is called."""
    called = fold(name)
    if org and called == fold(org):
        return "company"
    of_nobody = {
        text
        for email in emails
        if (user := email.partition("@")[0].casefold()) in _MAILBOXES
        for text in (user, email.casefold())
    }
    return "mailbox" if called in of_nobody else "person"


def addresses(texts: Iterable[str]) -> tuple[str, ...]:
    """The e-mail addresses among the texts, each once whatever its case."""
    found: dict[str, str] = {}
    for text in texts:
        address = _address(text)
        if address:
            found.setdefault(address.casefold(), address)
    return tuple(found.values())


def _address(text: str) -> str:
    """A text as an address, also out of `Name <address>`; empty if it is none."""
    if "<" in text:
        text = text.partition("<")[2].partition(">")[0]
    text = clean(text)
    if text[:7].lower() == "mailto:":
        text = text[7:]
    user, _, host = text.partition("@")
    wrong = not user or not host or "@" in host or " " in text
    return "" if wrong or len(text) > FIELD_LIMIT else text


def _short(texts: Iterable[str]) -> Iterable[str]:
    """The texts that are no longer than a field may be, clean and not empty."""
    return filter(None, (clean(text) for text in texts if len(text) <= FIELD_LIMIT))


def _first(texts: Iterable[str]) -> str:
    for text in texts:
        if len(text) <= FIELD_LIMIT and (found := clean(text)):
            return found
    return ""


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_short(texts))) if texts else ()


def _joined(texts: ReadTexts) -> str:
    """A name from its parts, in the order in which a letter would have them."""
    parts = (_first(texts[part]) for part in _PARTS if part in texts)
    return " ".join(filter(None, parts))


def _stand_in(texts: ReadTexts, fields: Sequence[str]) -> str:
    for field in fields:
        found = texts.get(field, ())
        if name := _first(addresses(found) if field == "email" else found):
            return name
    return ""


def _note(texts: ReadTexts) -> str:
    """All notes, one below the other; what goes beyond a field ends in an ellipsis."""
    referrers = [f"Referred by {name}" for name in _short(texts.get("referrer", ()))]
    lines = [*texts.get("note", ()), *referrers]
    if not lines:
        return ""
    note = clean_note("\n".join(lines))
    return note if len(note) <= FIELD_LIMIT else note[: FIELD_LIMIT - 1] + "…"


def _tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Tags, each once whatever its case; Google's star before one is its own."""
    found: dict[str, str] = {}
    for text in _short(texts) if texts else ():
        tag = text.removeprefix("* ")
        key = tag.casefold()
        if key not in _SYSTEM_TAGS:
            found.setdefault(key, tag)
    return tuple(found.values())
