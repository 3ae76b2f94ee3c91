"""Details: what there can be several of, and when two are the same."""

from netlog.domain.names import clean, fold


def detail_key(field: str, value: str) -> str:
    """What two details of a field must share to be the same."""
    if field == "phone":
        return phone_key(value)
    if field == "url":
        return url_key(value)
    return clean(value) if field == "card" else fold(value)


def phone_key(value: str) -> str:
    """The digits of a number, with 00 for + taken off."""
    digits = "".join(char for char in value if char.isdecimal() and char.isascii())
    return digits.removeprefix("00") or fold(value)


def url_key(value: str) -> str:
    """Host and path in lower case: no scheme, www, query or last slash."""
    bare = fold(value).partition("://")[2] or fold(value)
    return bare.split("?")[0].split("#")[0].removeprefix("www.").rstrip("/")
