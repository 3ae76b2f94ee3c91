"""A machine with the programs that a test puts there, and no others."""

import shutil
from pathlib import Path

CRONTAB = """\
case "$1" in
-l) cat "$HOME/.crontab" 2> /dev/null || { echo "no crontab for you" >&2; exit 1; } ;;
-r) rm "$HOME/.crontab" ;;
-) cat > "$HOME/.crontab" ;;
esac
"""
TELLING = """\
for word in "$@"; do printf '%s\\n' "$word"; done >> "$HOME/.NAME"
echo . >> "$HOME/.NAME"
"""
"""Notes the words that it is given, one a line and a dot behind the last."""


class Desk:
    """Programs in a folder of a home."""

    def __init__(self, home: Path, *names: str) -> None:
        self.home = home
        self.bin = home / "bin"
        self.bin.mkdir()
        for tool in ("cat", "rm", "sh"):
            self.bin.joinpath(tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")
        for name in ("netlog", *names):
            self.program(name)

    @property
    def environment(self) -> dict[str, str]:
        """A home, and a PATH with this folder alone."""
        return {"HOME": str(self.home), "PATH": str(self.bin)}

    def program(self, name: str, text: str = "") -> Path:
        """A program: the usual one of its name, or one that runs a text of sh."""
        texts = {"crontab": CRONTAB, "sendmail": 'cat > "$HOME/.sendmail"\n'}
        usual = texts.get(name, TELLING.replace("NAME", name))
        path = self.bin / name
        path.write_text(f"#!{self.bin}/sh\n{text or usual}", encoding="utf-8")
        path.chmod(0o755)
        return path

    @property
    def crontab(self) -> bytes | None:
        """The crontab; None where there is none."""
        path = self.home / ".crontab"
        return path.read_bytes() if path.exists() else None

    @crontab.setter
    def crontab(self, content: bytes) -> None:
        (self.home / ".crontab").write_bytes(content)

    def told(self, name: str) -> list[list[str]]:
        """What a program was told, each time."""
        path = self.home / f".{name}"
        if not path.exists():
            return []
        times = path.read_text(encoding="utf-8").split("\n.\n")
        return [time.split("\n") for time in times[:-1]]
