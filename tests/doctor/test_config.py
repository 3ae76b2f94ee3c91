"""What is wrong with the config."""

from tests.doctor.machines import CONFIG, facts

from netlog.doctor.config import findings


def test_each_thing_is_a_fault() -> None:
    """With the editor to mend it by."""
    (found,) = findings(facts(config=("There is no key plan.kep.",)))
    assert (found.weight, found.sentence) == ("fault", "There is no key plan.kep.")
    assert found.command == f'"${{EDITOR:-vi}}" {CONFIG}'
    assert findings(facts()) == []
