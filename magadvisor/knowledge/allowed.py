"""What a folder that is laid over the shipped knowledge may hold: a closed list of files, and no links."""

from collections.abc import Iterator
from pathlib import Path

from magadvisor.knowledge.files import everything
from magadvisor.model.problem import Problem

MAY_HOLD = (
    "sources/*.yaml",
    "forms/*.yaml",
    "rules/*.yaml",
    "interactions/*.yaml",
    "medicines/*.yaml",
    "products.yaml",
    "foods.yaml",
    "limits.yaml",
    "words/conditions.yaml",
    "words/symptoms.yaml",
    "words/allergens.yaml",
    "cases/*.yaml",
)
"""What a folder may hold; the stories of `cases` are told by tests and change no answer."""


def foreign(folder: Path) -> Iterator[Problem]:
    """Find what a folder may not hold: other files, and links and devices, which may lead anywhere."""
    if not folder.is_dir():
        yield Problem(".", 0, "the folder is not there", "name a folder")
        return
    found = 0
    for path in everything(folder):
        name = path.relative_to(folder)
        if path.is_symlink():
            yield Problem(name.as_posix(), 0, "a link stands here", "put the file itself here")
        elif path.suffix.lower() in (".yaml", ".yml"):
            found += 1
            if not path.is_file():
                yield Problem(name.as_posix(), 0, "what stands here is no file", "put a file here")
            if not any(name.match(pattern) and len(name.parts) == _depth(pattern) for pattern in MAY_HOLD):
                yield Problem(
                    name.as_posix(),
                    1,
                    "a folder that is added may not hold this file",
                    f"leave it out; it may hold {', '.join(MAY_HOLD)}",
                )
    if not found:
        yield Problem(".", 0, "no knowledge stands in this folder", f"it may hold {', '.join(MAY_HOLD)}")


def _depth(pattern: str) -> int:
    return pattern.count("/") + 1
