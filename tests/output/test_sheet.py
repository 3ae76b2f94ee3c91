"""Sheets: rows with a label at the left and what to type at the right."""

import re

from hypothesis import given, settings, strategies as st
from tests.output.texts import HANDLES, NAMES

from netlog.domain.names import clean
from netlog.output.answer import Row, Section, Sheet, name, part, soft
from netlog.output.sheet import sheet_lines
from netlog.output.wrapping import parts_cells

MOST = 40
LABELS = ("Promises", "Follow up", "Keep", "No answer", "Thank")


def laid_out(sheet: Sheet, width: int = 80) -> list[str]:
    """The lines of a sheet without their styles."""
    lines = ("".join(part.text for part in line) for line in sheet_lines(sheet, width))
    return [line.rstrip() for line in lines]


def week(*sections: Section, most: int = MOST) -> Sheet:
    """A sheet with a pick, sections and numbers."""
    pick = Row(
        (name("Peter Novak"), part(" · lawyer, Boston")),
        "log peter-novak -k email",
        ((part("introduced by Alisa Kwan, and more to say of him than fits " * 4),),),
    )
    coffee = Section("Coffee", (pick, Row((soft("or Ann or Bo"),), "swap")))
    numbers = Section("", (Row((soft("3 of 50"),)),), apart=True)
    title = (part("Week 23", "title"), soft(" · Mon 2 to Sun 8 Jun 2025"))
    return Sheet(title, "netlog …", (coffee, *sections, numbers), most=most)


def waiting(label: str, count: int, text: str = "95 days", more: int = 0) -> Section:
    """So many people in a section."""
    rows = tuple(
        Row(
            (name(f"P{number}"), part(f" · {text}")),
            f"log p{number}-{label[:2].lower()} -k call",
        )
        for number in range(count)
    )
    return Section(label, rows, more, f"due {label.lower()}")


ROOMY = """\
Week 23 · Mon 2 to Sun 8 Jun 2025                                       netlog …

Coffee    Peter Novak · lawyer, Boston                  log peter-novak -k email
          introduced by Alisa Kwan, and more to say of him than fits introduced
          by Alisa Kwan, and more to say of him than fits introduced by Alisa …
          or Ann or Bo                                                      swap

Promises  P0 · 95 days                                         log p0-pr -k call
          P1 · 95 days                                         log p1-pr -k call

Keep      P0 · silent silent silent silent silent silent       log p0-ke -k call
          silent silent silent silent silent silent · 55 more: due keep

          3 of 50
"""


def test_a_page_with_room_to_spare() -> None:
    """Labels at the left, commands at the right edge, a blank line between sections."""
    sheet = week(waiting("Promises", 2), waiting("Keep", 1, "silent " * 12, more=55))
    assert laid_out(sheet) == ROOMY.splitlines()


NARROW = """\
Promises  P0 · the name of a good mover, who comes today
            log p0-pr -k call
"""


def test_on_a_narrow_page_commands_stand_below() -> None:
    """And the corner below the title, if it must; nothing is broken in a word."""
    sheet = week(waiting("Promises", 1, "the name of a good mover, who comes today"))
    assert NARROW in "\n".join(laid_out(sheet, 60))
    assert laid_out(sheet, 40)[:2] == [
        "Week 23 · Mon 2 to Sun 8 Jun 2025",
        "                                netlog …",
    ]


def test_on_a_wide_page_the_edge_is_where_it_can_be_read() -> None:
    """At 120 columns, also where there are more."""
    lines = laid_out(week(waiting("Promises", 1)), 120)
    assert [len(line) for line in lines if "log " in line] == [120, 120, 120]
    assert laid_out(week(waiting("Promises", 1)), 300) == lines


def test_a_command_too_long_to_stand_beside_its_text_stands_below() -> None:
    """As far to the left as it must, and never broken."""
    handle = "maximiliana-theodora-" * 3
    row = Row((name("Maximiliana"), part(" · 95 days")), f"log {handle}m -k message")
    lines = laid_out(week(Section("Keep", (row,), 0, "due keep")))
    place = lines.index("Keep      Maximiliana · 95 days")
    assert lines[place + 1] == f" log {handle}m -k message"


FULL = """\
Promises  P0 · silent silent silent silent silent silent …     log p0-pr -k call
          P1 · silent silent silent silent silent silent …     log p1-pr -k call
          P2 · silent silent silent silent silent silent …     log p2-pr -k call
          P3 · silent silent silent silent silent silent …     log p3-pr -k call
          P4 · silent silent silent silent silent silent …     log p4-pr -k call
          P5 · silent silent silent … · 2 more: due promises   log p5-pr -k call
Follow up P0"""


def test_beyond_forty_rows_entries_take_one_each() -> None:
    """What is cut ends with an ellipsis; the pick keeps its three rows."""
    sheet = week(*(waiting(label, 6, "silent " * 12, 2) for label in LABELS))
    lines = laid_out(sheet)
    assert len(lines) == 36
    assert lines[1].startswith("Coffee    Peter Novak")
    assert lines[4].startswith("          or Ann")
    assert FULL in "\n".join(lines)


ON_A_SCREEN = """\
          silent silent silent
          P2 · silent silent silent silent silent silent …     log p2-ke -k call
          P3 · silent silent silent silent silent silent …     log p3-ke -k call
No answer P0 · written to twice; Hal introduced you: what      log p0-no -k call
          could they lose or gain?
Ask back  Leo Brandt · you introduced   intro leo-brandt wanda-price --state met
          Wanda Price: did they meet?
"""


def test_on_a_screen_what_is_asked_is_not_cut() -> None:
    """Reasons are, from below, and no name is left without any."""
    advice = "written to twice; Hal introduced you: what could they lose or gain?"
    (tried,) = waiting("No answer", 1, advice).rows
    leo = Row(
        (name("Leo Brandt"), part(" · you introduced Wanda Price: did they meet?")),
        "intro leo-brandt wanda-price --state met",
    )
    silent = "silent " * 9
    sheet = week(
        waiting("Promises", 4, silent),
        waiting("Keep", 4, silent),
        Section("No answer", (tried._replace(asks=True),), 0, "due no-answer"),
        Section("Ask back", (leo,), 0, "due ask-back"),
    )
    lines = laid_out(sheet)
    assert (len(lines), ON_A_SCREEN in "\n".join(lines)) == (24, True)


BELOW = """\
Ask back  Leo Brandt · you introduced Wanda Price: did they meet?
            intro leo-brandt wanda-price --state met
"""


def test_a_command_that_leaves_its_text_no_room_on_a_row_stands_below() -> None:
    """A name alone says nothing."""
    leo = Row(
        (name("Leo Brandt"), part(" · you introduced Wanda Price: did they meet?")),
        "intro leo-brandt wanda-price --state met",
    )
    ask = Section("Ask back", (leo,), 0, "due ask-back")
    lines = laid_out(week(ask, waiting("Thank", 40)))
    assert (len(lines), BELOW in "\n".join(lines)) == (MOST, True)


SHRUNK = """\
Thank     P0 · 95 days                                         log p0-th -k call
          P1 · 95 days · 7 more: due thank                     log p1-th -k call
          3 of 50"""


def test_then_sections_shrink_to_their_number_from_below() -> None:
    """The last first, one entry after the other; coffee and numbers stay."""
    four = [waiting(label, 8) for label in LABELS[:4]]
    lines = laid_out(week(*four, waiting("Thank", 8, more=1)))
    assert (len(lines), lines[-3:]) == (MOST, SHRUNK.splitlines())
    lines = laid_out(week(*four, waiting("Days", 2), waiting("Thank", 8, more=1)))
    assert (len(lines), lines[-2]) == (MOST, "Thank     9: due thank")
    assert " · 1 more: due days " in lines[-3]
    lines = laid_out(week(waiting("Keep", 60), waiting("Thank", 60)))
    assert (len(lines), lines[-2]) == (MOST, "Thank     60: due thank")
    assert "P32 · 95 days · 27 more: due keep  " in lines[-3]


BESIDES = """\
Promises  Ann · silent silent silent silent silent silent silent silent   done 4
          silent silent silent silent silent silent silent silent silent silent
          silent silent · tea · mail · 7 more: due promises
"""
COUNTED = """\
Promises  Ann · silent silent silent silent … +2 · 7 more: due promises   done 4
"""


def test_what_else_is_said_of_somebody_has_room_of_its_own() -> None:
    """Where entries take a row each it is counted, before what was cut off."""
    row = Row(
        (name("Ann"), part(" · " + "silent " * 20)), "done 4", (), ("tea", "mail")
    )
    section = Section("Promises", (row,), 7, "due promises")
    assert BESIDES in "\n".join(laid_out(week(section)))
    assert COUNTED in "\n".join(laid_out(week(section, waiting("Keep", 40))))


def test_without_a_limit_nothing_is_cut() -> None:
    """However much it is."""
    lines = laid_out(week(waiting("Keep", 60, "silent " * 40), most=0))
    assert "".join(lines).count("silent") == 60 * 40
    assert "…" not in "".join(lines[3:]).replace("Alisa …", "")


def test_a_section_that_goes_on_with_the_one_above() -> None:
    """It has no label, and no blank line before it."""
    after = waiting("Keep", 1)._replace(label="", whole="due reconnect")
    lines = laid_out(week(waiting("Keep", 1), after))
    assert [line[:12] for line in lines[7:10]] == ["Keep      P0", " " * 10 + "P0", ""]


def test_the_head_is_read_first() -> None:
    """Before all sections, and it counts for the rows."""
    head = ((part("Eight weeks without a line: 3 introductions are open. " * 2),),)
    lines = laid_out(week(waiting("Keep", 60))._replace(head=head))
    assert lines[1].startswith("Eight weeks")
    assert len(lines) == MOST


TEXTS = st.lists(NAMES, max_size=5).map(" ".join)
ROWS = st.builds(
    Row,
    st.tuples(NAMES.map(name), TEXTS.map(lambda text: part(f" · {text}"))),
    HANDLES.map(lambda handle: f"log {handle} -k message"),
    st.just(()),
    st.lists(TEXTS, max_size=3).map(tuple),
)


few = settings(max_examples=30)


@st.composite
def weeks(draw: st.DrawFn) -> Sheet:
    """A week of any people in sections of any size."""
    sections = [
        Section(
            label,
            tuple(draw(st.lists(ROWS, max_size=2))) * draw(st.sampled_from([1, 2, 30])),
            draw(st.sampled_from([0, 1, 55, 123_456])),
            f"due {label.lower().replace(' ', '-')}",
        )
        for label in LABELS
    ]
    pick = draw(ROWS)._replace(below=((part(draw(TEXTS)),),), also=())
    sheet = week(*(one for one in sections if one.rows or one.more))
    coffee, *others = sheet.sections
    coffee = coffee._replace(rows=(pick, *coffee.rows[1:]))
    return sheet._replace(sections=(coffee, *others))


@few
@given(sheet=weeks(), width=st.sampled_from([80, 120]))
def test_at_most_so_many_rows_none_of_them_wider(sheet: Sheet, width: int) -> None:
    """Whatever there is to say; and no blanks at the ends."""
    lines = list(sheet_lines(sheet, width))
    assert len(lines) <= MOST
    assert max(map(parts_cells, lines)) <= width
    assert all(not line or line[-1].text.strip() for line in lines)


@few
@given(sheet=weeks(), width=st.integers(40, 71))
def test_a_narrow_page_is_twice_as_long(sheet: Sheet, width: int) -> None:
    """No line is wider, but a command that is, alone."""
    lines = list(sheet_lines(sheet, width))
    assert len(lines) <= 2 * MOST
    wide = [line for line in lines if parts_cells(line) > width]
    assert all([part.style for part in line] == ["command"] for line in wide)


@few
@given(sheet=weeks(), width=st.sampled_from([60, 80, 120]))
def test_whoever_is_not_shown_is_counted(sheet: Sheet, width: int) -> None:
    """Every command is whole on one line, and with what was cut off it is all."""
    lines = laid_out(sheet, width)
    for section in sheet.sections[1:-1]:
        said = re.compile(rf"([\d,]+)(?: more)?: {section.whole}(?:  |$)")
        cut = [
            int(one[1].replace(",", "")) for line in lines if (one := said.search(line))
        ]
        whole = [
            row for row in section.rows if any(row.command in line for line in lines)
        ]
        if not cut:
            assert (section.more, len(whole)) == (0, len(section.rows))
        else:
            assert cut == [cut[0]]
            assert section.more <= cut[0] <= section.more + len(section.rows)
            assert len(whole) >= section.more + len(section.rows) - cut[0]


@few
@given(sheet=weeks())
def test_the_names_that_are_shown_are_those_of_the_first(sheet: Sheet) -> None:
    """A name stands at the beginning of its row, as clean as it came in."""
    lines = laid_out(sheet, 120)
    first = next(section for section in sheet.sections[1:] if section.rows)
    shown = clean(first.rows[0].text[0].text)
    begun = "".join(shown.split())[:10]
    assert first.label == "" or any(
        "".join(line[10:].split()).startswith(begun) for line in lines
    )
