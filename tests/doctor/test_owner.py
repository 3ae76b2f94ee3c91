"""Everything belongs to whoever runs netlog."""

from tests.doctor.machines import DATABASE, ME, SOMEBODY, facts

from netlog.doctor.machine import CONFIG, DATABASE as A_DATABASE, FOLDER, Seen
from netlog.doctor.owner import findings


def test_a_file_of_somebody_elses_is_a_fault() -> None:
    """As sudo leaves it behind; only sudo gives it back."""
    (found,) = findings(facts(seen=(Seen(DATABASE, A_DATABASE, 0o600, SOMEBODY),)))
    assert (found.weight, found.sentence, found.command, found.mends) == (
        "fault",
        f"{DATABASE} belongs to another user of this machine.",
        f'sudo chown "$(id -u)" {DATABASE}',
        (),
    )


def test_ones_own_files_are_well() -> None:
    """And folders that are not netlog's may be anybody's."""
    seen = (
        Seen(DATABASE, A_DATABASE, 0o600, ME),
        Seen(DATABASE.parent, FOLDER, 0o755, SOMEBODY),
        Seen(DATABASE, CONFIG, 0o644, SOMEBODY),
    )
    assert findings(facts(seen=seen)) == []
