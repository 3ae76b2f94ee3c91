"""The reports: what each answers, and the file that makes it."""

from netlog.namedtuple import NamedTuple


class ReportEntry(NamedTuple):
    """One report in the table of contents: its module, and what it answers."""

    module: str
    summary: str


REPORTS = {
    name: ReportEntry(f"netlog.reports.{name}", summary)
    for name, summary in (
        ("coffee", "Do coffees with someone new come to something, and how soon?"),
        ("weekly", "Is there a coffee with someone new each week?"),
        ("sceptic", "Is he right who says that coffees bring nothing?"),
        ("lens", "Do open weeks bring more than focused ones?"),
        ("followup", "Do you follow up, and keep your promises on time?"),
        ("growth", "Through whom did you come to know people, year by year?"),
        ("thanks", "Has everybody been thanked for what came by way of them?"),
        ("plan", "What became of the picks, and who says yes to you?"),
        ("host", "What came of the introductions you made?"),
        ("sources", "Do people, places or lists bring the best new people?"),
        ("guesses", "Can you tell beforehand what will come of a coffee?"),
    )
}
"""Every report by its name; its module has `report(store, period)`."""
