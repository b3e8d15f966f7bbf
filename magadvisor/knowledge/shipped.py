"""The knowledge that came with the program: a checkout's YAML, or what a wheel carries compiled."""

from magadvisor.knowledge.place import COMPILED, PACKAGE, data_folder, in_checkout
from magadvisor.model.knowledge import Knowledge


def shipped() -> Knowledge:
    """Read the knowledge that came with the program; raise BadKnowledge where it must not answer anybody."""
    if in_checkout():
        from magadvisor.knowledge.load import load

        return load(data_folder())
    from magadvisor.knowledge.compiled import read_compiled

    return read_compiled(PACKAGE / COMPILED, data_folder())
