"""netlog import: contact cards that other programs wrote."""

import re
from pathlib import Path

import pytest
from tests.running import Netlog

CARDS = Path(__file__).parents[2].parent / "shared" / "data" / "vcard"
FILES = sorted(CARDS.glob("*.vcf"))
_FN = re.compile(r"^FN[^:\n]*:(.+)$", re.MULTILINE | re.IGNORECASE)

pytestmark = pytest.mark.skipif(not FILES, reason="there is no ../shared/data/vcard")


def plain_names(path: Path) -> list[str]:
    """The formatted names of a file that are written as they are read."""
    text = path.read_bytes().decode("utf-8", "replace")
    lines = [found[0] for found in _FN.finditer(text)]
    plain = [line for line in lines if "QUOTED-PRINTABLE" not in line.upper()]
    return [line.partition(":")[2].strip().replace("\\,", ",") for line in plain]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_card_and_no_name_is_lost(netlog: Netlog, path: Path) -> None:
    """Each card comes in or is reported; each name of the file is somebody's."""
    said = netlog("import --json", str(path))
    assert said.code == 0
    cards = len(re.findall(rb"(?im)^BEGIN:VCARD", path.read_bytes()))
    assert len(said.data["records"]) == cards
    for record in said.data["records"]:
        assert bool(record["name"]) != bool(record["reason"])
    there = {one["name"] for one in netlog("list --json").data}
    assert set(plain_names(path)) <= there


def test_all_of_them_at_once(netlog: Netlog) -> None:
    """One import; read again it adds nobody."""
    words = [str(path) for path in FILES]
    first = netlog("import --json", *words).data["counts"]
    assert first["new"] > 0
    again = netlog("import --json", *words).data["counts"]
    assert (again["new"], again["filled"]) == (0, 0)
    assert again["unreadable"] == first["unreadable"]


def test_android_cards_without_a_name(netlog: Netlog) -> None:
    """An address stands in for a name; quoted-printable is read."""
    path = CARDS / "ez-vcard-John_Doe_ANDROID.vcf"
    netlog("import", str(path))
    names = [one["name"] for one in netlog("list --json").data]
    assert names == [
        "jane.doe@company.com",
        "john.doe@company.com",
        "Ñ Ñ Ñ Ñ",
        "Ñ Ñ Ñ Ñ Ñ",
        "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ",
        "ÑÑÑÑ",
    ]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ("FN:\nN:Doe;Jane;;Dr.;", "Dr. Jane Doe"),
        ("N:Doe;Jane", "Jane Doe"),
        ("NICKNAME:Jay", "Jay"),
        ("ORG:ACME", "ACME"),
        ("EMAIL:jane@x.example", "jane@x.example"),
    ],
)
def test_what_stands_in_for_a_name(netlog: Netlog, fields: str, name: str) -> None:
    """N, nickname, organisation, e-mail, in that order."""
    card = f"BEGIN:VCARD\nVERSION:3.0\n{fields}\nEND:VCARD\n"
    netlog("import -", stdin=card)
    assert [one["name"] for one in netlog("list --json").data] == [name]
