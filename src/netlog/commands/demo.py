"""netlog demo: a sample network to look around in."""

from datetime import timedelta
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from typer import Context

from netlog import stories
from netlog.app import App
from netlog.namedtuple import NamedTuple
from netlog.options import app_of
from netlog.plan.context import context_for
from netlog.plan.week import pinned_plan
from netlog.views.due import plan_answer

if TYPE_CHECKING:
    from netlog.repository.change import OpenChange


class Story(NamedTuple):
    """A story: its title, and what was typed so many days ago, the oldest first."""

    title: str
    lines: tuple[tuple[int, str], ...]


def command(ctx: Context) -> None:
    """Make a sample network beside your own file, fresh, and show its plan.

    What was done to the last one is gone, and so are its backups.  Your own people are
    never touched.
    """
    app = app_of(ctx).beside("demo.db")
    with app.changing() as change:
        for path in story_files():
            type_story(app, change, read_story(path))
    context = context_for(app.today, app.settings)
    plan = pinned_plan(context, app.store, app.database.pin, app.warn)
    app.show(plan_answer(plan)._replace(command="demo"))
    app.tell(_hints(app.locations.database))


def story_files() -> list[Path]:
    """The files of all stories, by name."""
    return sorted(Path(stories.__path__[0]).glob("*.txt"))


def read_story(path: Path) -> Story:
    """The story of one file."""
    title, _, *lines = path.read_text(encoding="utf-8").splitlines()
    days = (line.split(maxsplit=1) for line in lines)
    return Story(
        title.removeprefix("# "), tuple((int(ago), line) for ago, line in days)
    )


def type_story(app: App, change: "OpenChange", story: Story) -> None:
    """Type a story into a change, day by day, as seen from today."""
    promise, birthday = "", app.today.isoformat()[5:]
    for ago, line in story.lines:
        typed = line.replace("{promise}", promise).replace("{today}", birthday)
        answer = app.run(typed, change, app.today - timedelta(days=ago))
        if answer.command == "promise":
            promise = str(answer.data["promise"])


def _hints(database: Path) -> str:
    """How to look further, in lines that can be typed as they are."""
    lines = (
        "",
        "These people are made up, in a file of their own. Look further:",
        f"  export NETLOG_DB={quote(str(database))}",
        "  netlog why Peter      why him, and not somebody else",
        "  netlog trace Dorie    where the interview began, 58 days before",
        "  netlog yield Marcus   what came of helping him for nothing",
        "  netlog thank Alisa    she said: you two should meet",
        "  netlog log Peter      the coffee is held: what does due say now?",
        "  unset NETLOG_DB       back to your own people",
    )
    return "\n".join(lines)
