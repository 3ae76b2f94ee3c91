"""What SQLite and Python say of a damaged file, in a sentence of netlog's."""

from collections.abc import Sequence

import pytest
from tests.running import Netlog

from netlog.storage.failures import DAMAGED

READING = ("list", "export", "info", "restore last --dry-run")
WRITING = ("add Bo", "backup", "undo", "forget dorie --yes")


def spots(content: bytes) -> Sequence[int]:
    """Where in the text of the schema a letter is that Python cannot read flipped."""
    place = content.index(b"CREATE TABLE person")
    return [place + step for step in (3, 9)]


@pytest.fixture
def flipped(netlog: Netlog) -> Sequence[bytes]:
    """A database with a backup, with one bit flipped in its schema's text, each."""
    assert netlog("add Dorie").code == netlog("backup").code == 0
    whole = netlog.db.read_bytes()
    damaged = []
    for place in spots(whole):
        some = bytearray(whole)
        some[place] ^= 0x80
        damaged.append(bytes(some))
    return damaged


@pytest.mark.parametrize("line", [*READING[:3], *WRITING])
def test_a_schema_that_is_no_text_is_damage(
    netlog: Netlog, flipped: Sequence[bytes], line: str
) -> None:
    """Exit 6, with doctor and restore for advice, and nothing is touched."""
    for content in flipped:
        netlog.db.write_bytes(content)
        said = netlog(line)
        assert (said.code, said.out) == (6, "")
        assert said.err == f"netlog: {DAMAGED[0]}\n{DAMAGED[1]}\n"
        assert netlog.db.read_bytes() == content


def test_the_advice_helps(netlog: Netlog, flipped: Sequence[bytes]) -> None:
    """Restore shows what it would do, and puts the backup back."""
    for content in flipped:
        netlog.db.write_bytes(content)
        assert netlog("restore last --dry-run").code == 0
        assert netlog("restore last --yes").code == 0
        assert [one["handle"] for one in netlog("list --json").data] == ["dorie"]
