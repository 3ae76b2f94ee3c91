"""Parameters that several commands share, and what completes them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Context, Option

from netlog.app import OPTIONS, App
from netlog.domain.kinds import ENTRY_KINDS, PERSON_KINDS, TOUCH_KINDS

if TYPE_CHECKING:
    from netlog.network.tree import Selection


def complete_handles(ctx: Context, incomplete: str) -> list[str]:
    """Handles that begin so, and nothing else: a shell evaluates what it gets."""
    from netlog.repository import people

    app = App(ctx.meta.get(OPTIONS, {}), ())
    app.quiet = True
    try:
        return [] if set(incomplete) - _SAFE else people.handles(app.store, incomplete)
    except Exception:  # noqa: BLE001 (a shell in the middle of a line wants no errors)
        return []
    finally:
        app.close()


_SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def who(help_text: str = "Handle, name or e-mail.", **more: Any) -> Any:
    """An argument that names one person; its words need no quotes."""
    return Argument(
        metavar="WHO",
        help=help_text,
        autocompletion=complete_handles,
        show_default=False,
        **more,
    )


def slot_argument(names: Sequence[str]) -> Any:
    """An argument that names one slot of the plan, or none."""

    def complete(incomplete: str) -> list[str]:
        """The slots that begin so."""
        return [name for name in names if name.startswith(incomplete)]

    return Argument(
        metavar="SLOT",
        help=f"One of {', '.join(names)}, and all of it.",
        autocompletion=complete,
        show_default=False,
    )


def option(*names: str, help_text: str, **more: Any) -> Any:
    """An option with its help; what it takes is called as it is."""
    told: dict[str, Any] = {"metavar": names[-1].strip("-").upper()} | more
    return Option(*names, help=help_text, show_default=False, **told)


def choice(*names: str, help_text: str, words: Iterable[str], **more: Any) -> Any:
    """An option that takes one of some words, which TAB completes."""
    known = tuple(words)
    return option(
        *names,
        help_text=help_text,
        autocompletion=lambda incomplete: [
            word for word in known if word.startswith(incomplete)
        ],
        **more,
    )


def person_kind(help_text: str) -> Any:
    """An option that takes kinds of people."""
    return choice("-k", "--kind", help_text=help_text, words=PERSON_KINDS)


def touch_kind(help_text: str) -> Any:
    """An option that takes a kind of touch."""
    return choice("-k", "--kind", help_text=help_text, words=TOUCH_KINDS)


def given(name: str, help_text: str) -> Any:
    """An option that takes what was given or got: KIND or KIND:TEXT."""
    words = ENTRY_KINDS
    said = f"{help_text} One of {', '.join(words)}."
    return choice(name, help_text=said, words=words, metavar="KIND[:TEXT]")


def person_option(*names: str, help_text: str) -> Any:
    """An option that names a person."""
    return option(
        *names, help_text=help_text, metavar="WHO", autocompletion=complete_handles
    )


Many = list[str] | None
Who = Annotated[list[str], who()]
OnDay = Annotated[
    str, option("--on", help_text="When: mon, 20 nov, 3d ago …", metavar="DATE")
]
ByDay = Annotated[
    str, option("--by", help_text="By when; a week from today.", metavar="DATE")
]
Promised = Annotated[
    str, option("--promise", help_text="What you promised.", metavar="TEXT")
]
Gave = Annotated[Many, given("--gave", "What you gave them.")]
Known = Annotated[
    bool | None,
    option("--known/--not-known", help_text="You knew them before netlog, or not."),
]
Yes = Annotated[bool, option("--yes", help_text="Do not ask.")]
New = Annotated[bool, option("--new", help_text="Add who is not there yet.")]
Org = Annotated[str, option("--org", help_text="Organisation.")]
Role = Annotated[str, option("--role", help_text="What they do there.")]
City = Annotated[str, option("--city", help_text="Where they live.")]
Every = Annotated[
    str, option("--every", help_text="How often to be in touch.", metavar="3m")
]
Birthday = Annotated[
    str, option("--birthday", help_text="1980-05-21, or 21 may.", metavar="DAY")
]
Dated = Annotated[
    Many, option("--date", help_text="A day of every year.", metavar="LABEL=DAY")
]
Note = Annotated[str, option("--note", help_text="What to remember.")]
Words = Annotated[
    str,
    option(
        "--words",
        help_text="What the introducer said of them, as they said it.",
        metavar="TEXT",
    ),
]
WhoKindText = Annotated[
    list[str],
    Argument(
        metavar="WHO KIND [TEXT]",
        help=f"Who; what, one of {', '.join(ENTRY_KINDS)}; and in your own words.",
        autocompletion=complete_handles,
    ),
]
Value = Annotated[
    str, option("--value", help_text="Its money: 5000 or 49.90.", metavar="AMOUNT")
]
Root = Annotated[list[str] | None, who("From somebody outward; else from you.")]
Depth = Annotated[
    int, option("--depth", help_text="How many hops outward (3).", min=1, max=50)
]
Since = Annotated[
    str, option("--since", help_text="Only who came since a day.", metavar="DATE")
]
Led = Annotated[bool, option("--led", help_text="Only what led to something.")]
AllOfThem = Annotated[bool, option("--all", help_text="Everybody, as far as --depth.")]


def app_of(ctx: Context) -> App:
    """The application that a command was given."""
    found: App = ctx.obj
    return found


def selection_of(
    app: App,
    who: Sequence[str] | None,
    depth: int,
    since: str,
    *,
    led: bool,
    every: bool,
) -> "Selection":
    """What of the network is drawn: from whom, how far, since when."""
    from netlog.domain.person import ME_ID
    from netlog.network.tree import Selection
    from netlog.repository import finding

    root = finding.find(app.store, app.typed.phrase(who), me=True).id if who else ME_ID
    day = app.typed.happened(since) if since else None
    return Selection(root, depth, day, led, every)
