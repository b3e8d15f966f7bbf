"""Where the knowledge that came with the program stands, and whether it is still what was compiled."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
COMPILED = "knowledge.compiled"
"""The file of a wheel that holds the knowledge checked and ready; a checkout has none."""

Stamp = tuple[int, int]  # a file's length in bytes, and when it or its name was last changed, in ns


def in_checkout() -> bool:
    """Say whether the package stands in its checkout, where the YAML counts."""
    checkout = PACKAGE.parent
    return (checkout / "pyproject.toml").is_file() and (checkout / "data" / "knowledge.yaml").is_file()


def data_folder() -> Path:
    """Find the knowledge: a checkout's own folder first, else the copy inside the package."""
    return PACKAGE.parent / "data" if in_checkout() else PACKAGE / "data"


def digest(folder: Path) -> str:
    """Compute one digest over the names and bytes of every knowledge file."""
    from hashlib import sha256

    from magadvisor.knowledge.files import contents

    total = sha256()
    for path in sorted(folder.rglob("*.yaml")):
        total.update(os.fsencode(path.relative_to(folder).as_posix()) + b"\0")
        total.update(sha256(contents(path)).digest())
    return f"sha256:{total.hexdigest()}"


def stamps(folder: Path) -> dict[str, Stamp]:
    """List every knowledge file with its length and last change, in no order and without reading any."""
    found: dict[str, Stamp] = {}
    folders = [(os.fspath(folder), "")]
    for path, before in folders:  # the list grows meanwhile
        with os.scandir(path) as inside:
            for one in inside:
                if one.name.endswith(".yaml"):
                    found[before + one.name] = _stamp(one.stat())
                elif one.is_dir(follow_symlinks=False):
                    folders.append((one.path, f"{before}{one.name}/"))
    return found


def stamp(path: Path) -> Stamp:
    """Give the length and last change of one file."""
    return _stamp(path.stat())


def _stamp(status: os.stat_result) -> Stamp:
    # The change of a name or a mode cannot be set back, so a copy that was put in place is noticed too.
    return status.st_size, max(status.st_mtime_ns, status.st_ctime_ns)
