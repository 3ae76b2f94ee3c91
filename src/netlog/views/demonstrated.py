"""What `demo` says beside the plan of its sample network."""

from pathlib import Path
from shlex import quote


def hints(database: Path) -> str:
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
