"""Words for pages: names of all scripts, hostile ones, and styled parts of them."""

from hypothesis import strategies as st

from netlog.domain.names import clean
from netlog.output.answer import Part, Parts

_SCRIPTS = (
    *("abcdefghij ABC-'.", "éüøßñ", "王小明李", "ｱﾝﾅ", "김이박", "ИванПетр"),
    *("नमस्ते", "เสริม", "אברהם", "محمد\u200c", "🙂👩\u200d🚀🏳\ufe0f", "e\u0301o\u0323"),
)
_HOSTILE = "\x1b[31m\x9b\u202e\u2066\u200b\t\n\r\x00[/b]:smiley: \u00a0\u2028"
NAMES = st.one_of(
    *(st.text(script, min_size=1, max_size=40) for script in _SCRIPTS),
    st.text(_HOSTILE + "ab", min_size=1, max_size=40),
).filter(lambda text: bool(clean(text)))
"""What people are called somewhere, and what nobody should be."""
HANDLES = st.from_regex(r"[a-z0-9]{1,20}(-[a-z0-9]{1,19})?", fullmatch=True)


def parts() -> st.SearchStrategy[tuple[Part, ...]]:
    """Some text in parts of several styles."""
    styled = st.builds(Part, NAMES, st.sampled_from(["", "name", "soft"]))
    command = HANDLES.map(lambda handle: Part(f"netlog show {handle}", "command"))
    spaced = st.one_of(styled, command).map(lambda one: (one, Part(" ")))
    return st.lists(spaced, max_size=12).map(
        lambda pairs: tuple(part for pair in pairs for part in pair)
    )


def words_of(text: Parts) -> list[str]:
    """The clean words of parts, in order."""
    return [word for part in text for word in clean(part.text).split()]
