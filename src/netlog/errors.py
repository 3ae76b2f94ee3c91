"""Every way of failing: an exit code, one sentence, one piece of advice."""


class NetlogError(Exception):
    """Something went wrong that netlog did not expect.

    `sentence` says what happened, `advice` what to do next; `candidates` are
    handles to choose from.  Neither holds private text that the user did not
    just type.
    """

    code = "unexpected"
    exit_code = 1

    def __init__(
        self, sentence: str, advice: str = "", candidates: tuple[str, ...] = ()
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice
        self.candidates = candidates


class UsageError(NetlogError):
    """The command line says something that cannot be meant."""

    code = "usage"
    exit_code = 2


class NotFoundError(NetlogError):
    """Nobody and nothing answers to that."""

    code = "not_found"
    exit_code = 3


class AmbiguousError(NetlogError):
    """Two or more could be meant, and netlog does not guess."""

    code = "ambiguous"
    exit_code = 4


class RefusedError(NetlogError):
    """A rule says no; the advice names the option that overrides it."""

    code = "refused"
    exit_code = 5


class DatabaseError(NetlogError):
    """The file is missing, locked, damaged, newer or not writable."""

    code = "database"
    exit_code = 6


class UnconfirmedError(DatabaseError):
    """It failed at the last step: it may be stored; netlog history says whether."""

    code = "unconfirmed"


class StoppedError(NetlogError):
    """Interrupted with Ctrl-C."""

    code = "interrupted"
    exit_code = 130


class ReaderGoneError(Exception):
    """Whoever read the answer has read enough: `netlog list | head -1`."""


EXIT_DUE = 10
