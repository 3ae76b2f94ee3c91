"""Hours as people type them: 15, 15:00, 3pm."""

import re

from netlog.domain.names import clean
from netlog.errors import UsageError

_HOUR = re.compile(
    r"(?:at )?(?P<hour>[0-9]{1,2})(?P<minute>[:.][0-5][0-9])? ?(?P<half>am|pm)?"
)
_EXAMPLES = "Write it like 15:00 or 3pm."
_NOON = 12
_EARLIEST = 7
"""Before this, an hour alone may be meant for the morning or for the afternoon."""
_LONGEST = 40


def is_hour(text: str) -> bool:
    """Whether a text is written like an hour, one that there is or not."""
    return _HOUR.fullmatch(_folded(text)) is not None


def parse_hour(text: str) -> str:
    """The hour as it is stored: 15:00 for 15, 15:00, 3pm and 3 pm.

    A usage error for what is none, and for 3 alone, which may be in the afternoon.
    """
    said = _HOUR.fullmatch(_folded(text))
    if said is None:
        raise UsageError(f"'{clean(text)[:_LONGEST]}' is no hour.", _EXAMPLES)
    hour, minute, half = int(said["hour"]), said["minute"], said["half"]
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    elif half or hour > 23:  # noqa: PLR2004 (a day has 24)
        raise UsageError(f"The day has no hour {clean(text)[:_LONGEST]}.", _EXAMPLES)
    elif not minute and 0 < hour < _EARLIEST:
        raise UsageError(
            f"It is not clear whether {hour} is in the morning or the afternoon.",
            f"Write {hour}pm, or {hour}am.",
        )
    return f"{hour:02}:{minute[1:] if minute else '00'}"


def _folded(text: str) -> str:
    return " ".join(text.lower().split())
