"""The knowledge that commands answer from."""

from collections.abc import Sequence
from pathlib import Path

from magadvisor.cli.exits import Exit, Failure, refused
from magadvisor.inputs import read_one
from magadvisor.knowledge import shipped as knowledge_shipped
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.problem import BadKnowledge


def knowledge_for(folders: Sequence[Path] | None) -> Knowledge:
    """Read the knowledge that came with the program, with a folder laid over it where one is named."""
    known, folder = shipped(), read_one(folders, "--knowledge")
    if folder is None:
        return known
    from magadvisor.folder import with_folder
    from magadvisor.model.printable import printable

    try:
        return with_folder(folder, known)
    except OSError as wrong:
        message = f"the added knowledge was not read: {wrong.strerror or 'it cannot be read'}"
        raise Failure(Exit.KNOWLEDGE, "bad-knowledge", message, "name a folder", "--knowledge") from None
    except BadKnowledge as bad:
        first = printable(f"{_named(folder)}/{bad.problems[0]}")
        hint = "`magadvisor kb check` with the folder lists every problem"
        message = f"the added knowledge cannot be used: {first}"
        raise Failure(Exit.KNOWLEDGE, "bad-knowledge", message, hint, "--knowledge") from None


def _named(folder: Path) -> str:
    """Name a folder as it was typed, as far as an error has room for it."""
    typed = str(folder)
    return typed if len(typed) <= _LONGEST_NAMED else f"{typed[:_LONGEST_NAMED]}..."


_LONGEST_NAMED = 400


def shipped() -> Knowledge:
    """Read the knowledge that came with the program; broken knowledge answers nothing."""
    try:
        return knowledge_shipped.shipped()
    except BadKnowledge as bad:
        raise refused(bad) from None
