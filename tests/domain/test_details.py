"""Details: when two addresses, numbers or pages are the same one."""

import pytest

from netlog.domain.details import detail_key, keyed


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("phone", "+49 30 1234", "0049-30-1234"),
        ("phone", "(617) 555.0118", "6175550118"),
        ("phone", "Reception", "reception"),
        ("url", "https://www.linkedin.com/in/Ann/", "http://linkedin.com/in/ann"),
        ("url", "linkedin.com/in/ann", "https://linkedin.com/in/ann?trk=x#top"),
        ("email", "Ann@Example.ORG", "ann@example.org"),
        ("tag", "Café", "cafe"),
        ("kind", "client", "client"),
    ],
)
def test_what_is_written_differently_may_be_the_same(
    field: str, one: str, other: str
) -> None:
    """Punctuation of numbers, schemes of pages, case of everything."""
    assert detail_key(field, one) == detail_key(field, other)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("phone", "+49 30 1234", "+49 30 12345"),
        ("url", "https://example.org/a", "https://example.org/b"),
        ("url", "https://example.org", "https://example.com"),
        ("email", "ann@example.org", "ann@example.com"),
        ("card", "urn:uuid:A", "urn:uuid:a"),
    ],
)
def test_what_differs_is_not_the_same(field: str, one: str, other: str) -> None:
    """Another number, path or host; a card's own number by the letter."""
    assert detail_key(field, one) != detail_key(field, other)


def test_each_is_kept_once_as_it_came_first() -> None:
    """The first of two that are the same stays, in the order they came."""
    pairs = [
        ("email", "Ann@example.org"),
        ("tag", "hr"),
        ("email", "ann@example.org"),
        ("phone", "+1 2"),
        ("url", "ann@example.org"),
    ]
    assert keyed(pairs) == {
        ("email", "ann@example.org"): "Ann@example.org",
        ("tag", "hr"): "hr",
        ("phone", "12"): "+1 2",
        ("url", "ann@example.org"): "ann@example.org",
    }


@pytest.mark.parametrize("nothing", ["", "  ", "http://", "https://", "www.", "/"])
def test_an_empty_url_is_none(nothing: str) -> None:
    """What has neither host nor path is dropped."""
    assert keyed([("url", nothing), ("tag", "hr")]) == {("tag", "hr"): "hr"}


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://x.example/?id=7", "x.example/?id=7"),
        ("https://www.linkedin.com/in/Ann/?trk=1", "linkedin.com/in/ann"),
        ("https://linkedin.com/company/x?y=1", "linkedin.com/company/x?y=1"),
        ("https://x.example/?", "x.example"),
    ],
)
def test_a_query_may_say_who_it_is(url: str, key: str) -> None:
    """It is kept, but on LinkedIn's profiles."""
    assert list(keyed([("url", url)])) == [("url", key)]
