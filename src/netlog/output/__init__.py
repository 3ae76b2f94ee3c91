"""How answers are written: one file per format, found by its name."""

CHOICES = ("page", "plain", "csv", "json")
"""What --format takes …"""
MORE: dict[str, tuple[str, ...]] = {"graph": ("dot", "mermaid")}
"""… and what it takes besides, command by command."""

ANSWER_FORMATS = {
    "page": "netlog.output.page_text",
    "plain": "netlog.output.plain_text",
    "csv": "netlog.output.csv_text",
    "json": "netlog.output.json_text",
    "dot": "netlog.output.dot_text",
    "mermaid": "netlog.output.mermaid_text",
    "table": "netlog.output.table",
}
"""Format → module with `render(answer) -> str`; table has `show`, for a terminal."""
