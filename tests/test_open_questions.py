"""What the code does not do yet as the design says it: each is a failing claim."""

import pytest
from tests.running import Netlog
from tests.test_hostile import is_clean


@pytest.mark.parametrize(
    "words", [("\x1b[2J",), ("due", "--\u202ex"), ("due", "--format", "\x9bx"),
              ("done", "\x1b[2J"), ("show", "\x1b[2J\x9bz"),
              ("--db", "\x1b[2J", "list"),
              ("import", "\x1b]0;x\x07"), ("list", "x=\x1b[2J"), ("--today", "\x9b")],
)  # fmt: skip
def test_an_error_sends_no_control(netlog: Netlog, words: tuple[str, ...]) -> None:
    """What was typed wrongly is repeated clean, in words and in JSON."""
    for more in ((), ("--json",)):
        said = netlog("", *words, *more)
        assert said.code in {2, 3, 6}
        assert is_clean(said.err)


def test_a_promise_of_add_is_read_as_everywhere(netlog: Netlog) -> None:
    """Cleaned on its way in; words that say nothing are a usage error."""
    netlog("add Ann --promise", "a\x1b[2Jb\u202ec")
    (promise,) = netlog("show ann --json").data["promises"]
    assert promise["text"] == "a[2Jbc"
    assert netlog("add Bo --promise ' '").code == 2
    assert netlog("log ann --promise ' '").code == 2


def test_a_touch_of_add_has_its_place(netlog: Netlog) -> None:
    """The same keys as in the answer of log."""
    met = netlog("add Ann --at Tatte --json").data["touch"]
    logged = netlog("log ann --at Tatte --json").data["touch"]
    assert met.keys() == logged.keys()
