"""Lines of a terminal as an SVG that looks the same everywhere."""

from collections.abc import Sequence
from html import escape

from docs.making.screen import COLUMNS, Run

_WIDE, _HIGH, _SIZE = 8.4, 19, 14
_LEFT, _TOP, _BOTTOM = 18, 44, 14
_PAPER, _INK = "#16181d", "#d8dbe2"
_COLOURS = {
    "default": _INK,
    "cyan": "#6cc7d9",
    "green": "#8fc97a",
    "brightblack": "#8a90a0",
    "red": "#e07a70",
    "brown": "#d8b561",
}
_FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
_DOTS = ("#e0706a", "#dcb559", "#7fb76c")


def picture(title: str, lines: Sequence[Sequence[Run]]) -> str:
    """A window of 80 columns with these lines in it."""
    width = round(COLUMNS * _WIDE + 2 * _LEFT)
    height = _TOP + len(lines) * _HIGH + _BOTTOM
    texts = [
        _text(run, _TOP + (row + 1) * _HIGH - 5)
        for row, line in enumerate(lines)
        for run in line
    ]
    return "\n".join([*_frame(title, width, height), *texts, "</g>", "</svg>", ""])


def _frame(title: str, width: int, height: int) -> list[str]:
    dots = (
        f'<circle cx="{24 + 18 * place}" cy="22" r="5.5" fill="{colour}"/>'
        for place, colour in enumerate(_DOTS)
    )
    return [
        (
            '<svg xmlns="http://www.w3.org/2000/svg" role="img"'
            f' width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        ),
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" rx="9" fill="{_PAPER}"/>',
        *dots,
        f'<g font-family="{_FONT}" font-size="{_SIZE}" xml:space="preserve">',
    ]


def _text(run: Run, y: int) -> str:
    text = run.text.rstrip()
    blanks = len(text) - len(text.lstrip())
    text = text.lstrip()
    x = _LEFT + (run.at + blanks) * _WIDE
    bold = ' font-weight="bold"' if run.style.bold else ""
    return (
        f'<text x="{x:.1f}" y="{y}" textLength="{len(text) * _WIDE:.1f}"'
        f' fill="{_COLOURS.get(run.style.colour, _INK)}"{bold}>{escape(text)}</text>'
    )
