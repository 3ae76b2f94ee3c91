"""What ways have in common that keep their jobs in files, and a program to tell."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from shlex import join

from netlog.errors import RefusedError
from netlog.scheduling.jobs import AT, JOBS, Calling
from netlog.scheduling.programs import Environment, program, ran, write
from netlog.scheduling.way import Installed, Run, Texts


class InFiles:
    """A folder in which files of some names are netlog's."""

    name = ""
    told = ""
    """The program that is told of the files."""
    files: tuple[str, ...] = ()

    def __init__(self, environment: Environment, folder: Path) -> None:
        self.folder = folder
        self._environment = environment
        self._program = program(self.told, environment)
        self.exists = self._program is not None

    def made(self, how: Calling) -> dict[str, str]:
        """The files that netlog writes, by their names."""
        raise NotImplementedError

    def lines(self, texts: Texts) -> dict[str, str]:
        """The line of each job that stands in files, by their names."""
        raise NotImplementedError

    def is_ours(self, text: str) -> bool:
        """Whether netlog wrote a file."""
        raise NotImplementedError

    def is_active(self) -> bool:
        """Whether the program runs what stands in the files."""
        return True

    def require(self) -> None:
        """The files can be written wherever: what is left is typed by the user."""

    def read(self) -> dict[str, str]:
        """The files that are there."""
        texts = {}
        for path in self._paths():
            with suppress(FileNotFoundError, NotADirectoryError):
                texts[str(path)] = path.read_text("utf-8", "surrogateescape")
        return texts

    def without(self, texts: Texts) -> dict[str, str]:
        """None of them; RefusedError where one is the user's own."""
        for name, text in texts.items():
            if not self.is_ours(text):
                raise RefusedError(
                    f"{name} is not netlog's.", "Move it, and type it again."
                )
        return {}

    def having(self, texts: Texts, how: Calling) -> dict[str, str]:
        """New files, in the place of those that are there."""
        self.without(texts)
        return {str(self.folder / name): text for name, text in self.made(how).items()}

    def installed(self, texts: Texts) -> Installed | None:
        """What the files say."""
        if not any(map(self.is_ours, texts.values())):
            return None
        named = {Path(path).name: text for path, text in texts.items()}
        lines = self.lines(named)
        runs = tuple(
            Run(lines[job.name], job.weekday, AT) for job in JOBS if job.name in lines
        )
        found = Installed(self.name, runs, is_current=False, is_active=self.is_active())
        how = found.calling
        is_current = how is not None and self.made(how) == named
        return found._replace(is_current=is_current)

    def put(self, after: Texts) -> None:
        """Have the files that are to be there, and no other of these names."""
        for path in self._paths():
            if str(path) in after:
                path.parent.mkdir(parents=True, exist_ok=True)
                made = path.with_name(f".{path.name}.new")
                write(made, after[str(path)], over=True)
                made.replace(path)
            else:
                path.unlink(missing_ok=True)

    def tell(self, commands: Iterable[Sequence[str]]) -> bool:
        """Run the program with some words each; whether all went well."""
        told = self._program
        return told is not None and all(
            ran([told, *words], self._environment).well for words in commands
        )

    def to_type(self, commands: Iterable[Sequence[str]]) -> tuple[str, ...]:
        """The same as lines for the user to type."""
        return tuple(join((self.told, *words)) for words in commands)

    def _paths(self) -> list[Path]:
        return [self.folder / name for name in self.files]
