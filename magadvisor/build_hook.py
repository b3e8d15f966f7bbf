"""Checks and compiles the knowledge while a wheel is built; a broken knowledge base cannot be built.

The wheel carries the compiled file beside the YAML it was made from, and none of the modules that
compile. A checkout, and an editable install of one, reads the YAML and needs no such file.
"""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
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
        # Nothing may be left in the checkout, not even what Python keeps of the modules it read.
        sys.dont_write_bytecode = True
        sys.path.insert(0, self.root)
        from magadvisor.compiling import compiled_knowledge
        from magadvisor.knowledge.place import COMPILED
        from magadvisor.model.problem import BadKnowledge

        try:
            made = compiled_knowledge(Path(self.root) / "data")
        except BadKnowledge as bad:
            told = "\n".join(str(problem) for problem in bad.problems)
            raise RuntimeError(f"the knowledge base has problems, so it is not built:\n{told}") from None
        self._folder = TemporaryDirectory()
        path = Path(self._folder.name) / COMPILED
        path.write_bytes(made)
        build_data["force_include"][str(path)] = f"magadvisor/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, object], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if version == "editable":
            return
        sys.path.remove(self.root)
        self._folder.cleanup()
        # The builder let Python keep this module before it could say no.
        kept = Path(cache_from_source(__file__))
        kept.unlink(missing_ok=True)
        with suppress(OSError):
            kept.parent.rmdir()
