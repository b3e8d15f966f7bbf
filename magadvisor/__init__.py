"""A magnesium advisor that says what it checked, what it did not, and when to stop and ask."""

from magadvisor.version import __version__

__all__ = ["__version__"]
