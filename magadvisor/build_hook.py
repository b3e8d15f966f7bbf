"""Checks and compiles the knowledge while a wheel is built; a broken knowledge base cannot be built.

The wheel carries the compiled file beside the YAML it was made from, and neither this module nor the
one that compiles. A checkout, and an editable install of one, reads the YAML and needs no such file.
"""

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.wheel import WheelBuilderConfig


class CompiledKnowledge(BuildHookInterface[WheelBuilderConfig]):
    """Adds the compiled knowledge to a wheel."""

    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Compile into a folder of its own, outside the checkout."""
        if version == "editable":
            return
        self._folder = TemporaryDirectory()
        sys.path.insert(0, self.root)
        from magadvisor.knowledge.place import COMPILED

        path = Path(self._folder.name) / COMPILED
        path.write_bytes(compiled_knowledge(Path(self.root) / "data"))
        build_data["force_include"][str(path)] = f"magadvisor/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, object], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if version != "editable":
            sys.path.remove(self.root)
            self._folder.cleanup()


def compiled_knowledge(folder: Path) -> bytes:
    """Check and compile the knowledge of a folder, with every index a query needs."""
    from magadvisor.indexes import prepare
    from magadvisor.knowledge.compile import compiled
    from magadvisor.knowledge.load import BadKnowledge, load

    try:
        knowledge = load(folder)
    except BadKnowledge as bad:
        told = "\n".join(str(problem) for problem in bad.problems)
        raise RuntimeError(f"the knowledge base has problems, so it is not built:\n{told}") from None
    return compiled(replace(knowledge, prepared=prepare(knowledge)), folder)
