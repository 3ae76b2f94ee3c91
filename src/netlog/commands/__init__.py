"""The commands: name, what it does in a line, and the panel it stands in."""

from netlog.records import NamedTuple


class Entry(NamedTuple):
    """One command in the table of contents; its module has its name."""

    name: str
    summary: str
    panel: str

    @property
    def module(self) -> str:
        """Where it is; Python keeps a few words for itself."""
        return f"netlog.commands.{self.name}{'_' * (self.name in _TAKEN)}"


_TAKEN = ("import", "yield")
EVERY_DAY = "Every day"
MONDAY = "Monday"
LOOK = "Look"
TRACE = "Trace"
REPORTS = "Reports"
CHANGE = "Change"
DATA = "Data"

COMMANDS = (
    Entry("add", "Take in somebody you met or were told of.", EVERY_DAY),
    Entry("log", "Log a coffee, a call, a note.", EVERY_DAY),
    Entry("intro", "Record who introduced whom.", EVERY_DAY),
    Entry("got", "Record what somebody brought you.", EVERY_DAY),
    Entry("gave", "Record what you gave somebody.", EVERY_DAY),
    Entry("promise", "Promise somebody something by a day.", EVERY_DAY),
    Entry("done", "Keep a promise, or let it go.", EVERY_DAY),
    Entry("thank", "Record that you thanked somebody.", EVERY_DAY),
    Entry("due", "What this week asks for.", MONDAY),
    Entry("why", "Why somebody is in the plan, or what keeps them out.", MONDAY),
    Entry("swap", "Another pick for this week.", MONDAY),
    Entry("skip", "Not this week.", MONDAY),
    Entry("snooze", "Not before a day.", MONDAY),
    Entry("rest", "Never plan them.", MONDAY),
    Entry("wake", "Plan them again: lifts skip, snooze and rest.", MONDAY),
    Entry("show", "Everything about somebody.", LOOK),
    Entry("list", "People, all or by filters.", LOOK),
    Entry("history", "What was changed, the newest first.", LOOK),
    Entry("info", "Where things are, how many, which versions.", LOOK),
    Entry("trace", "Back from an outcome to the coffee it began with.", TRACE),
    Entry("yield", "Everything that came of somebody, a place or a touch.", TRACE),
    Entry("path", "Who could introduce you, over how many hands.", TRACE),
    Entry("tree", "Who brought whom, from you outward.", TRACE),
    Entry("graph", "The network as dot, mermaid or JSON.", TRACE),
    Entry("balance", "What was given and what came back.", TRACE),
    Entry("brokers", "Through whom the network and the income pass.", TRACE),
    Entry("report", "Is it worth it? Answers with their uncertainty.", REPORTS),
    Entry("edit", "Change what is known of somebody, or mend an entry.", CHANGE),
    Entry("merge", "Make one person of two.", CHANGE),
    Entry("rm", "Take somebody out, or an entry; undo brings it back.", CHANGE),
    Entry("undo", "Take the last change back.", CHANGE),
    Entry("redo", "Do again what was undone.", CHANGE),
    Entry("forget", "Take somebody out of everything, for ever.", CHANGE),
    Entry("import", "Take people in from contact files.", DATA),
    Entry("export", "Everything as JSON, for another netlog or for you.", DATA),
    Entry("backup", "A copy of everything, checked.", DATA),
    Entry("restore", "Put a backup back, or list them.", DATA),
    Entry("doctor", "Everything that can be wrong, and what to do.", DATA),
    Entry("demo", "A sample network to look around in.", DATA),
)
BY_NAME = {entry.name: entry for entry in COMMANDS}
PANELS = tuple(dict.fromkeys(entry.panel for entry in COMMANDS))
