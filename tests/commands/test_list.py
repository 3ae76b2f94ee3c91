"""netlog list: people, all or by filters."""

import pytest
from tests.commands.said import without_uids
from tests.running import Netlog, told

ALL = (
    "alan-ortega\tÁlan Ortega\tclient,peer\tACME Works\tBoston\t\t6w\n"
    "alisa\tAlisa\t\t\tBoston\t2025-05-30\t\n"
    "dorie\tDorie\texpert\tClark Media\t\t2025-01-10\t8w\n"
    "zoe\tZoe\t\t\t\t\t\n"
)


@pytest.fixture
def four(netlog: Netlog) -> Netlog:
    """Four people of several sorts."""
    told(
        netlog,
        "add Zoe",
        "add Alisa --known --city Boston",
        "log Alisa -k call --on 2025-05-30",
        "add Dorie --via Alisa --on 2025-01-02 -k expert --org 'Clark Media' --tag hr",
        "log Dorie --on 2025-01-10",
        (
            "add Álan Ortega -k client -k peer --every 6w --org 'ACME Works'"
            " --city Boston --tag Rotary --needs 'a new shop'"
            " --email alan@acme.example --no-sell"
        ),
    )
    return netlog


def test_one_record_a_person(four: Netlog) -> None:
    """By name, tab-separated, no header, ISO dates."""
    assert four("list") == (0, ALL, "")


@pytest.mark.parametrize(
    ("filters", "handles"),
    [
        ("kind=client", "alan-ortega"),
        ("kind=PEER", "alan-ortega"),
        ("kind!=client", "alisa dorie zoe"),
        ("kind=", "alisa zoe"),
        ("tag=hr", "dorie"),
        ("tag=rotary", "alan-ortega"),
        ("org~acme", "alan-ortega"),
        ("org=acme", ""),
        ("'org=acme works'", "alan-ortega"),
        ("city=boston", "alan-ortega alisa"),
        ("city=boston kind=client", "alan-ortega"),
        ("city=boston kind=expert", ""),
        ("name~alan", "alan-ortega"),
        ("email~acme", "alan-ortega"),
        ("needs~shop", "alan-ortega"),
        ("every=6w", "alan-ortega"),
        ("via=alisa", "dorie"),
        ("via=ALISA", "dorie"),
        ("'last>90d'", "dorie"),
        ("'last<90d'", "alisa"),
        ("'last>2025-05-01'", "alisa"),
        ("'last<1 may'", "dorie"),
        ("'last>3 months'", "dorie"),
        ("last=2025-05-30", "alisa"),
        ("last=never", "alan-ortega zoe"),
        ("last!=never", "alisa dorie"),
        ("new=yes", "zoe"),
        ("known=yes", "alan-ortega alisa"),
        ("no_sell=yes", "alan-ortega"),
        ("resting=yes", ""),
    ],
)
def test_every_filter_must_hold(four: Netlog, filters: str, handles: str) -> None:
    """Field, sign and value; folded; an empty answer is exit 0."""
    said = four(f"list {filters}")
    assert (said.code, said.err) == (0, "")
    assert [line.split("\t")[0] for line in said.out.splitlines()] == handles.split()


def test_the_same_in_json(four: Netlog) -> None:
    """One object a person, in the same order."""
    people = without_uids(four("list --json").data)
    assert [one["handle"] for one in people] == ["alan-ortega", "alisa", "dorie", "zoe"]
    assert people[2] == {
        "handle": "dorie",
        "name": "Dorie",
        "kinds": ["expert"],
        "tags": ["hr"],
        "org": "Clark Media",
        "city": "",
        "last_contact": "2025-01-10",
        "every": "8w",
    }


def test_the_same_as_csv(four: Netlog) -> None:
    """With a header; a cell with a comma is quoted."""
    assert four("list --format csv kind=client").out == (
        "handle,name,kinds,org,city,last contact,every\n"
        'alan-ortega,Álan Ortega,"client,peer",ACME Works,Boston,,6w\n'
    )


@pytest.mark.usefixtures("unnamed")
def test_nobody_yet(netlog: Netlog) -> None:
    """Three ways to begin, beside the data; exit 0, and no file is made."""
    said = netlog("list")
    assert (said.code, said.out) == (0, "")
    lines = said.err.splitlines()
    assert lines[0] == "Nobody yet."
    assert [line.split()[:2] for line in lines[1:]] == [
        ["netlog", "add"],
        ["netlog", "import"],
        ["netlog", "demo"],
    ]
    assert netlog("list --json").data == []
    assert netlog("list --json").err == ""
    assert list(netlog.home.iterdir()) == []


def test_whose_birthday_is_near(netlog: Netlog) -> None:
    """By month, within so many days, or not known."""
    netlog("add Ann --birthday '6 jun'")
    netlog("add Bob --birthday '20 dec 1980'")
    netlog("add Cy")

    def listed(words: str) -> list[str]:
        return [one["handle"] for one in netlog(f"list {words} --json").data]

    assert listed("birthday=jun") == ["ann"]
    assert listed("birthday=December") == ["bob"]
    assert listed("'birthday<14d'") == ["ann"]
    assert listed("'birthday<1y'") == ["ann", "bob"]
    assert listed("birthday=none") == ["cy"]
    assert listed("birthday!=none") == ["ann", "bob"]
    assert netlog("list birthday=soon").code == 2
