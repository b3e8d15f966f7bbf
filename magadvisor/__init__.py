"""A magnesium advisor that says what it checked, what it did not, and when to stop and ask."""

from typing import TYPE_CHECKING

from magadvisor.version import __version__

if TYPE_CHECKING:
    from magadvisor.advisor import Advisor, advise
    from magadvisor.knowledge.load import load
    from magadvisor.model.advice import Advice
    from magadvisor.model.answers import Answers
    from magadvisor.screening.batches import screen_documents, screen_rows

__all__ = [
    "Advice",
    "Advisor",
    "Answers",
    "__version__",
    "advise",
    "load",
    "screen_documents",
    "screen_rows",
]

_HOMES = {
    "Advice": "magadvisor.model.advice",
    "Advisor": "magadvisor.advisor",
    "Answers": "magadvisor.model.answers",
    "advise": "magadvisor.advisor",
    "load": "magadvisor.knowledge.load",
    "screen_documents": "magadvisor.screening.batches",
    "screen_rows": "magadvisor.screening.batches",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that the command line starts quickly."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    return found
