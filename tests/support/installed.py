"""The program as a wheel would install it, in a folder of its own."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from magadvisor.compiling import compiled_knowledge
from magadvisor.knowledge.load import data_folder
from magadvisor.knowledge.place import COMPILED, PACKAGE

NOT_IN_A_WHEEL = ("build_hook.py", "compiling.py", "compile.py", "__pycache__")


_RUN = "from magadvisor.__main__ import main; main()"


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Installed:
    """A copy of the package with its data and the compiled knowledge beside it."""

    site: Path

    @property
    def compiled(self) -> Path:
        """Give the compiled knowledge."""
        return self.site / "magadvisor" / COMPILED

    @property
    def data(self) -> Path:
        """Give the folder of YAML."""
        return self.site / "magadvisor" / "data"

    def run(self, *arguments: str) -> Ended:
        """Run the program from an empty folder."""
        return self.python(_RUN, *arguments)

    def command(self, *arguments: str) -> list[str]:
        """Give the command line that runs the program."""
        return self.running(_RUN, *arguments)

    def running(self, code: str, *arguments: str) -> list[str]:
        """Give the command line that runs a piece of Python that sees this copy and no other."""
        path = f"import sys; sys.path.insert(0, {str(self.site)!r}); "
        return [sys.executable, "-P", "-c", path + code, *arguments]

    def python(self, code: str, *arguments: str) -> Ended:
        """Run a piece of Python that sees this copy and no other."""
        empty = self.site.parent / "empty"
        empty.mkdir(exist_ok=True)
        ended = subprocess.run(
            self.running(code, *arguments),
            cwd=empty,
            env={**os.environ, "PYTHONPATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)


def install(folder: Path) -> Installed:
    """Put the program into a folder as a wheel would, the compiled knowledge last."""
    package = folder / "site" / "magadvisor"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns(*NOT_IN_A_WHEEL))
    shutil.copytree(data_folder(), package / "data")
    (package / COMPILED).write_bytes(compiled_knowledge(package / "data"))
    return Installed(folder / "site")
