"""Records: named tuples that are made quickly."""

import copy
import pickle

import pytest

from netlog.namedtuple import NamedTuple


class Pair(NamedTuple):
    """Two values, one of them with a default."""

    one: int
    other: str = "b"


def test_values_come_by_place_by_name_or_by_default() -> None:
    """However they are given, they stand in the order of the fields."""
    assert Pair(1) == Pair(1, "b") == Pair(other="b", one=1) == (1, "b")
    assert (Pair(1).one, Pair(1).other, Pair._fields) == (1, "b", ("one", "other"))


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((1, "b", 3), {}), ((1,), {"one": 2}), ((1,), {"third": 3})],
)
def test_too_few_or_too_many_are_a_type_error(
    values: tuple[object, ...], named: dict[str, object]
) -> None:
    """As they are for any function."""
    make: type = Pair
    with pytest.raises(TypeError):
        make(*values, **named)


def test_one_value_is_replaced_in_a_copy() -> None:
    """The first one stays as it is."""
    pair = Pair(1)
    assert (pair._replace(one=2), pair) == (Pair(2), Pair(1))
    assert pair._asdict() == {"one": 1, "other": "b"}


def test_it_says_what_it_is() -> None:
    """Tests and tracebacks show names."""
    assert repr(Pair(1)) == "Pair(one=1, other='b')"


def test_it_can_be_copied_and_kept() -> None:
    """As any tuple can."""
    assert copy.copy(Pair(1)) == Pair(1)
    assert pickle.loads(pickle.dumps(Pair(1))) == Pair(1)  # noqa: S301 (our own)


def test_nothing_can_be_set() -> None:
    """What was found stays what was found."""
    pair = Pair(1)
    with pytest.raises(AttributeError):
        pair.one = 2  # type: ignore[misc] # that is the claim
