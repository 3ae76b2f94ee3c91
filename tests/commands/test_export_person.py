"""Everything that is known of one person, so that they can be answered."""

import json

from tests.commands.marked import MARKERS, WHO, live, written
from tests.running import Netlog

KEY = "4915550173"
"""How a phone is compared: nothing that is not said by the phone itself."""


def test_whatever_would_be_forgotten_is_told(netlog: Netlog) -> None:
    """Every one of forty words that are known of them, undone ones among them."""
    live(netlog)
    ran = netlog(f"export --person {WHO}")
    assert ran.code == 0
    content = ran.out.lower().encode()
    missed = {
        word for word in MARKERS if not any(form in content for form in written(word))
    }
    assert missed == {KEY}


def test_it_is_in_order_and_without_others_things(netlog: Netlog) -> None:
    """Names, company, thanks, plans, texts of others that speak of them, changes."""
    netlog("add Alisa Kwan --note 'knows Dorie Clark'")
    netlog("add Dorie Clark --via Alisa")
    netlog("log dorie alisa")
    netlog("got dorie interview")
    netlog("log alisa -k call --note 'of her own things'")
    netlog("edit dorie --name 'Dorie Clarke'")
    netlog("skip dorie")
    data = json.loads(netlog("export --person dorie").out)["data"]
    assert data["called"] == ["Dorie Clark", "Dorie Clarke", "dorie-clark"]
    assert [one["handle"] for one in data["company"]["1"]] == ["alisa-kwan"]
    assert [(one["entry_id"], one["thanked_on"]) for one in data["thanks"]] == [
        (1, None)
    ]
    assert [(one["week"], one["how"]) for one in data["skips"]] == [
        ("2025-W23", "skip")
    ]
    assert data["pins"] == []
    mention = {"table": "person", "number": 2, "column": "note"}
    assert data["mentioned"] == [mention | {"text": "knows Dorie Clark"}]
    commands = [one["command"].split()[0] for one in data["changes"]]
    assert commands == ["add", "add", "log", "got", "edit", "skip"]
    assert "of her own things" not in json.dumps(data)
