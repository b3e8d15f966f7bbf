"""Small ways to merge what several rules say about the same thing."""

from collections.abc import Iterable

from magadvisor.model.advice import Action, Watch
from magadvisor.model.source import Citation


def ids(citations: Iterable[Citation]) -> tuple[str, ...]:
    """List the source ids of citations, each once, in order."""
    return tuple(dict.fromkeys(citation.id for citation in citations))


def merge_actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Join actions that say the same."""
    merged: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for action in actions:
        key = (action.urgency, action.who, action.text)
        merged[key] = tuple(dict.fromkeys((*merged.get(key, ()), *action.by)))
    return tuple(Action(urgency, who, text, by) for (urgency, who, text), by in merged.items())


def merge_watches(watches: Iterable[Watch]) -> tuple[Watch, ...]:
    """Join lines that say the same."""
    merged: dict[str, tuple[str, ...]] = {}
    for watch in watches:
        merged[watch.text] = tuple(dict.fromkeys((*merged.get(watch.text, ()), *watch.by)))
    return tuple(Watch(text, by) for text, by in merged.items())
