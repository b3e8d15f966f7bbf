"""Several words, or two figures, in one sentence."""

from collections.abc import Sequence


def either(words: Sequence[str]) -> str:
    """Join words that are alternatives: a, b or c."""
    return _joined(words, "or")


def together(words: Sequence[str]) -> str:
    """Join words that belong together: a, b and c."""
    return _joined(words, "and")


def from_to(low: float, high: float) -> str:
    """Write a range of figures; of two that are the same, one."""
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _joined(words: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), *words[-1:]]) if len(words) > 1 else "".join(words)
