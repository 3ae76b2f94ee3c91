"""A sheet laid out in rows: a label, a text, what to type at the right edge.

Where it would be longer than it may be, entries take a row each; then sections shrink
to a number, from below.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from netlog.domain.names import clean
from netlog.namedtuple import NamedTuple
from netlog.output.answer import Part, Parts, Row, Section, Sheet
from netlog.output.layout import LEAST, indented
from netlog.output.wrapping import cells, cleaned, parts_cells, wrapped

SCREEN = 24
"""Rows of a screen: where there is room on it, blank lines stand between sections."""
_NARROW, _WIDEST = 72, 120
_LABEL, _GAP = 10, 2
_BESIDE = 24
"""Cells that a text must have beside its command."""
_INDENT = Part(" " * _LABEL)


Lines = list[Parts]


class _Form(NamedTuple):
    """How wide rows are, and how many lines of an entry are shown, 0 for all.

    `also` is how many more an entry has for each thing that is said besides; where it
    has none for that, such things are counted.
    """

    width: int
    most: int = 0
    below: int = 0
    also: int = 0


def sheet_lines(sheet: Sheet, width: int) -> Iterator[Parts]:
    """The lines of a sheet, as wide as they may be, or as wide as can be read."""
    width = max(LEAST, min(width, _WIDEST))
    top = [*_title(sheet, width), *_head(sheet, width)]
    parts = _sections(sheet, width, len(top))
    yield from top
    blanks = _blanks(sheet.sections, SCREEN - len(top) - sum(map(len, parts)))
    for lines, blank in zip(parts, blanks, strict=True):
        if blank:
            yield ()
        yield from lines


def _blanks(sections: Sequence[Section], room: int) -> list[bool]:
    """Before which sections a line stays blank: each, only the first, or none."""
    wanted = [bool(one.label) or one.apart for one in sections]
    if sum(wanted) <= room:
        return wanted
    return [not place and room > 0 for place, _ in enumerate(sections)]


def _title(sheet: Sheet, width: int) -> Iterator[Parts]:
    *lines, last = wrapped(cleaned(sheet.title), width, width)
    yield from lines
    corner = Part(sheet.corner, "soft")
    gap = width - parts_cells(last) - cells(sheet.corner)
    if not sheet.corner:
        yield last
    elif gap >= _GAP:
        yield (*last, Part(" " * gap), corner)
    else:
        yield last
        yield indented((corner,), width - cells(sheet.corner), width)


def _head(sheet: Sheet, width: int) -> Iterator[Parts]:
    for words in sheet.head:
        yield from wrapped(cleaned(words), width, width)


def _sections(sheet: Sheet, width: int, top: int) -> list[list[Parts]]:
    """The lines of every section: whole, or a row an entry, or fewer entries."""
    sections = sheet.sections
    if not sheet.most:
        return [_lines(one, _Form(width)) for one in sections]
    narrow = width < _NARROW
    # What stands beside on a page of 80 columns stands below on a narrow one.
    room = sheet.most * (2 if narrow else 1) - top
    short = _Form(width, 1, 4 if narrow else 2)
    if sum(len(one.rows) for one in sections) <= room:
        whole = _Form(width, *((4, 4, 2) if narrow else (2, 2, 1)))
        rows = [_rows(one, whole) for one in sections]
        if not narrow:
            _shorten(rows, sections, short, SCREEN - top)
        if _height(rows) <= room:
            return [_labelled(*one) for one in zip(sections, rows, strict=True)]
    return _shrunk(sections, short, room)


def _height(rows: Sequence[Sequence[Lines]]) -> int:
    return sum(len(lines) for section in rows for lines in section)


def _shorten(
    rows: list[list[Lines]], sections: Sequence[Section], short: _Form, room: int
) -> None:
    """Give entries a row each, from below, as many as it needs to fit on a screen.

    Where they would not, nothing is shortened; nor is an entry of which more is said,
    or that asks something.
    """
    wanted = _height(rows) - room
    shorter: list[tuple[int, int, Lines]] = []
    for place, section in reversed(list(enumerate(sections))):
        for number, row in reversed(list(enumerate(section.rows))):
            if wanted <= 0:
                break
            if not section.whole or row.also or row.asks:
                continue
            is_last = number == len(section.rows) - 1
            lines = list(_row(row, short, _tail(section) if is_last else []))
            if len(lines) < len(rows[place][number]):
                shorter.append((place, number, lines))
                wanted -= len(rows[place][number]) - len(lines)
    if wanted <= 0:
        for place, number, lines in shorter:
            rows[place][number] = lines


def _shrunk(sections: Sequence[Section], form: _Form, room: int) -> list[Lines]:
    """Sections of a row an entry; the last ones give way to those above."""
    lines = [_lines(_first(one, room), form) for one in sections]
    for place in reversed(range(len(sections))):
        left = room - sum(map(len, lines)) + len(lines[place])
        if len(lines[place]) > left:
            lines[place] = _fitting(sections[place], form, left)
    return lines


def _fitting(section: Section, form: _Form, room: int) -> Lines:
    """As many rows of a section as there is room for, and how many more there are."""
    heights = [len(list(_row(row, form, []))) for row in section.rows[:room]]
    count = sum(total <= room for total in accumulate(heights))
    lines = _lines(_first(section, count), form)
    # The last row needs more where it says how many more there are.
    while len(lines) > room and count and section.whole:
        count -= 1
        lines = _lines(_first(section, count), form)
    return lines


def _first(section: Section, most: int) -> Section:
    """A section with its first rows; the others are counted."""
    if not section.whole or len(section.rows) <= most:
        return section
    more = section.more + len(section.rows) - most
    return section._replace(rows=section.rows[:most], more=more)


def _lines(section: Section, form: _Form) -> Lines:
    return _labelled(section, _rows(section, form))


def _rows(section: Section, form: _Form) -> list[Lines]:
    """The lines of every row of a section; of none, that of its number."""
    rows = section.rows or (Row(()),) * bool(section.more)
    last = len(rows) - 1
    return [
        list(_row(row, form, _tail(section) if place == last else []))
        for place, row in enumerate(rows)
    ]


def _labelled(section: Section, rows: Sequence[Lines]) -> Lines:
    """The lines of a section, its label before the first of them."""
    lines = [line for row in rows for line in row]
    if section.label and lines:
        label = Part(f"{section.label:<{_LABEL}}", "title")
        lines[0] = (label, *lines[0][1:])
    return lines


def _tail(section: Section) -> list[Parts]:
    """How many more there are, and the command that shows them."""
    if not section.more:
        return []
    said = f"· {section.more:,} more: " if section.rows else f"{section.more:,}: "
    return [(Part(said, "soft"), Part(section.whole, "command"))]


def _row(row: Row, form: _Form, tail: Sequence[Parts]) -> Iterator[Parts]:
    """A row: its text, the command beside it if there is room, else below."""
    room = form.width - _LABEL
    command = (Part(clean(row.command), "command"),) if row.command else ()
    left = room - _GAP - parts_cells(command)
    beside = bool(command) and form.width >= _NARROW and left >= _BESIDE
    most = form.most + form.also * len(row.also)
    text = cleaned(_text(row, form))
    below = [words for words in map(cleaned, row.below) if _says_something(words)]
    ends = [*_counted(row, form), *tail]
    here = [] if below else ends
    lines = wrapped(text, left if beside else room, room, most, here)
    if beside and most == 1 and _is_stub(lines, text, here):
        beside, lines = False, wrapped(text, room, room, most, here)
    if beside:
        blanks = room - parts_cells((*lines[0], *command))
        lines[0] = (*lines[0], Part(" " * blanks), *command)
    yield from ((_INDENT, *line) for line in lines)
    if command and not beside:
        yield indented(command, _LABEL + _GAP, form.width)
    for place, words in enumerate(below, 1):
        end = ends if place == len(below) else ()
        lines = wrapped(words, room, room, form.below, end)
        yield from ((_INDENT, *line) for line in lines)


def _is_stub(lines: Lines, text: Parts, ends: Sequence[Parts]) -> bool:
    """Whether so little of a text is left before its ends that it says nothing."""
    after = 0 if lines[1:] else sum(parts_cells(end) + 1 for end in ends)
    return parts_cells(lines[0]) - after < min(_BESIDE, parts_cells(text))


def _says_something(parts: Parts) -> bool:
    return any(part.text.strip() for part in parts)


def _text(row: Row, form: _Form) -> Parts:
    """What is said, with what there is to say besides, if there is room for it."""
    if _counts(form):
        return row.text
    return (*row.text, *(Part(f" · {text}") for text in row.also))


def _counted(row: Row, form: _Form) -> list[Parts]:
    """How many things there are to say besides, where there is no room for them."""
    number = len(row.also) if _counts(form) else 0
    return [(Part(f"+{number}", "soft"),)] if number else []


def _counts(form: _Form) -> bool:
    return bool(form.most) and not form.also
