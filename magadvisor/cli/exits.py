"""How a command ends."""

from enum import IntEnum

from magadvisor.model.problem import BadKnowledge


class Exit(IntEnum):
    """The exit codes scripts rely on."""

    ANSWERED = 0
    INPUT_OUTPUT = 1
    USAGE = 2
    NO_SUPPLEMENT = 3
    NOT_ALL_CHECKED = 4
    KNOWLEDGE = 5
    FAULT = 70
    STOPPED = 130


class Failure(Exception):
    """An end without an answer: exit code, code for scripts, message, hint, and where."""

    def __init__(self, code: Exit, name: str, message: str, hint: str = "", where: str = "") -> None:
        """Keep the parts; none of them may hold an answer."""
        super().__init__(message)
        self.exit = code
        self.code = name
        self.message = message
        self.hint = hint
        self.where = where


def refused(bad: BadKnowledge) -> Failure:
    """End because the knowledge must not answer anybody; the first problem says why."""
    first = str(bad.problems[0]) if bad.problems else "it is missing"
    return Failure(Exit.KNOWLEDGE, "bad-knowledge", f"the knowledge base cannot be used: {first}")
