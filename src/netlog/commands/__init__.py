"""The commands: name, what it does in a line, and the panel it stands in."""

from netlog.namedtuple import NamedTuple


class CommandEntry(NamedTuple):
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
ANSWERS = "Reports"
CHANGE = "Change"
DATA = "Data"

COMMANDS = (
    CommandEntry("add", "Take in somebody you met or were told of.", EVERY_DAY),
    CommandEntry("log", "Log a coffee, a call, a card.", EVERY_DAY),
    CommandEntry("book", "Book a coffee that is to come, or move it.", EVERY_DAY),
    CommandEntry("brief", "One page before a coffee with somebody.", EVERY_DAY),
    CommandEntry("heard", "They answered, or got in touch.", EVERY_DAY),
    CommandEntry("note", "Add to what is known of somebody.", EVERY_DAY),
    CommandEntry("intro", "Record who introduced whom.", EVERY_DAY),
    CommandEntry("got", "Record what somebody brought you.", EVERY_DAY),
    CommandEntry("gave", "Record what you gave somebody.", EVERY_DAY),
    CommandEntry("promise", "Promise somebody something by a day.", EVERY_DAY),
    CommandEntry("done", "Keep a promise, or let it go.", EVERY_DAY),
    CommandEntry("thank", "Record that you thanked somebody.", EVERY_DAY),
    CommandEntry("due", "What this week asks for.", MONDAY),
    CommandEntry("review", "Walk through the plan with single keys.", MONDAY),
    CommandEntry("why", "Why somebody is in the plan, or what keeps them out.", MONDAY),
    CommandEntry("swap", "Another pick for this week.", MONDAY),
    CommandEntry("skip", "Not this week.", MONDAY),
    CommandEntry("snooze", "Not before a day.", MONDAY),
    CommandEntry("rest", "Never plan them.", MONDAY),
    CommandEntry("wake", "Plan them again: lifts skip, snooze and rest.", MONDAY),
    CommandEntry("show", "Everything about somebody.", LOOK),
    CommandEntry("list", "People, all or by filters.", LOOK),
    CommandEntry("history", "What was changed, the newest first.", LOOK),
    CommandEntry("info", "Where things are, how many, which versions.", LOOK),
    CommandEntry("trace", "Back from an outcome to the coffee it began with.", TRACE),
    CommandEntry(
        "yield", "Everything that came of somebody, a place or a touch.", TRACE
    ),
    CommandEntry("path", "Who could introduce you, over how many hands.", TRACE),
    CommandEntry("tree", "Who brought whom, from you outward.", TRACE),
    CommandEntry("graph", "The network as dot, mermaid or JSON.", TRACE),
    CommandEntry("balance", "What was given and what came back.", TRACE),
    CommandEntry("brokers", "Through whom the network and the income pass.", TRACE),
    CommandEntry("report", "Is it worth it? Answers with their uncertainty.", ANSWERS),
    CommandEntry("edit", "Change what is known of somebody, or mend an entry.", CHANGE),
    CommandEntry("merge", "Make one person of two.", CHANGE),
    CommandEntry("rm", "Take somebody out, or an entry; undo brings it back.", CHANGE),
    CommandEntry("undo", "Take the last change back.", CHANGE),
    CommandEntry("redo", "Do again what was undone.", CHANGE),
    CommandEntry("forget", "Take somebody out of everything, for ever.", CHANGE),
    CommandEntry("import", "Take people in from contact files.", DATA),
    CommandEntry("export", "Everything as JSON, for another netlog or for you.", DATA),
    CommandEntry("backup", "A copy of everything, checked.", DATA),
    CommandEntry("restore", "Put a backup back, or list them.", DATA),
    CommandEntry("doctor", "Everything that can be wrong, and what to do.", DATA),
    CommandEntry("schedule", "Have the plan come by itself, every Monday.", DATA),
    CommandEntry("demo", "A sample network to look around in.", DATA),
)
BY_NAME = {entry.name: entry for entry in COMMANDS}
PANELS = tuple(dict.fromkeys(entry.panel for entry in COMMANDS))
