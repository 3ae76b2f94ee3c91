"""netlog import: who came in and may be somebody who was there."""

import pytest
from tests.running import Netlog, told

HEAD = "Name,Email,Phone\n"
PERHAPS = "Perhaps one person"


@pytest.fixture(autouse=True)
def _two(netlog: Netlog) -> None:
    """Ann and Bo, with their phones."""
    told(
        netlog,
        "add Ann Lee --phone 555123 --email ann@one.example",
        "add Bo --phone '+1 555 9'",
    )


def test_the_same_name_and_the_same_phone_are_told(netlog: Netlog) -> None:
    """With the command that makes one of them: who was there first stays."""
    people = "Ann Lee,ann@two.example,555124\nCy,cy@x.example,001 5559\n"
    said = netlog("import -", stdin=HEAD + people).out
    assert said == (
        "Took in: 2 new\n\n"
        "Perhaps one person\n"
        "  Ann Lee and Ann Lee have the same name: netlog merge ann-lee ann-lee-2\n"
        "  Bo and Cy have the same phone: netlog merge bo cy\n"
        "\nnetlog undo takes it back\n"
    )
    assert netlog("merge ann-lee ann-lee-2 --yes").code == 0


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Both of each pair; as records the command in four fields."""
    people = HEAD + "Ann Lee,ann@two.example,555124\n"
    pair = {
        "handle": "ann-lee",
        "name": "Ann Lee",
        "other_handle": "ann-lee-2",
        "other_name": "Ann Lee",
        "what": "name",
    }
    said = netlog("import - --dry-run --json", stdin=people)
    assert said.data["alike"] == [pair]
    records = netlog("import - --dry-run --format plain", stdin=people).out
    assert "merge\tann-lee\tann-lee-2\tname\n" in records


def test_a_pair_is_told_once_and_only_when_it_comes_in(netlog: Netlog) -> None:
    """Whoever shares a name and a phone; a later import does not say it again."""
    people = HEAD + "Ann Lee,ann@two.example,555123\n"
    first = netlog("import -", stdin=people.replace("Ann Lee", "A. Lye")).out
    assert first.count("netlog merge") == 1
    again = HEAD + "Dee,dee@x.example,\n"
    assert PERHAPS not in netlog("import -", stdin=again).out


def test_five_are_told_at_most(netlog: Netlog) -> None:
    """An office has one phone; names come first."""
    office = "".join(f"P{n} Q{n},p{n}@x.example,555123\n" for n in range(20))
    people = HEAD + office + "Bo,bo@x.example,1234567\n"
    data = netlog("import - --json", stdin=people).data["alike"]
    assert [one["what"] for one in data] == ["name", *["phone"] * 4]
    assert {one["handle"] for one in data[1:]} == {"ann-lee", "p0-q0"}


def test_nobody_is_told_of_who_shares_nothing(netlog: Netlog) -> None:
    """Nor of whom the import found to be there."""
    people = HEAD + "Cy,cy@x.example,77\nAnn Lee,ann@one.example,555123\n"
    said = netlog("import -", stdin=people)
    assert (said.code, PERHAPS in said.out) == (0, False)
