"""Hours as people type them."""

import pytest

from netlog.domain.hours import is_hour, parse_hour
from netlog.errors import UsageError


@pytest.mark.parametrize(
    ("texts", "hour"),
    [
        ("15;15:00;15.00;3pm;3 pm;3PM;at 3pm;At  15", "15:00"),
        ("8;08;8:00;8am;8 am", "08:00"),
        ("3am;03:00;3:00", "03:00"),
        ("12;12pm;12:00", "12:00"),
        ("0;12am;00:00", "00:00"),
        ("3:30pm;15:30", "15:30"),
        ("23:59", "23:59"),
    ],
)
def test_an_hour_however_it_is_typed(texts: str, hour: str) -> None:
    """By 24 or by twelve, with minutes or without."""
    assert {parse_hour(text) for text in texts.split(";")} == {hour}


@pytest.mark.parametrize("text", ["24", "25:00", "13pm", "0am", "99"])
def test_an_hour_that_no_day_has(text: str) -> None:
    """It is written like one, and is none."""
    assert is_hour(text)
    with pytest.raises(UsageError, match=f"The day has no hour {text}"):
        parse_hour(text)


@pytest.mark.parametrize(
    "text", ["", "pm", "15:60", "15:0", "noon", "3 pm.", "\u0661\u0665"]
)
def test_what_is_no_hour(text: str) -> None:
    """The advice has two that can be typed."""
    assert not is_hour(text)
    with pytest.raises(UsageError, match="is no hour") as error:
        parse_hour(text)
    assert error.value.advice == "Write it like 15:00 or 3pm."


@pytest.mark.parametrize("text", ["1", "3", "06"])
def test_an_hour_alone_may_be_in_the_afternoon(text: str) -> None:
    """It is not guessed which."""
    with pytest.raises(UsageError, match="morning or the afternoon") as error:
        parse_hour(text)
    assert error.value.advice == f"Write {int(text)}pm, or {int(text)}am."
