"""Small ways to merge what several rules say about the same thing."""

from collections.abc import Iterable

from magadvisor.model.advice import Action, Watch
from magadvisor.model.source import Citation


def ids(citations: Iterable[Citation]) -> tuple[str, ...]:
    """List the source ids of citations, each once, in order."""
    return tuple(dict.fromkeys(citation.id for citation in citations))


def merge_actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Join actions that say the same."""
    merged: dict[tuple[str, str, str], Action] = {}
    for action in actions:
        key = (action.urgency, action.who, action.text)
        same = merged.setdefault(key, action)
        if same is not action:
            by = tuple(dict.fromkeys((*same.by, *action.by)))
            merged[key] = Action(action.urgency, action.who, action.text, by)
    return tuple(merged.values())


def merge_watches(watches: Iterable[Watch]) -> tuple[Watch, ...]:
    """Join lines that say the same."""
    merged: dict[str, tuple[str, ...]] = {}
    for watch in watches:
        merged[watch.text] = tuple(dict.fromkeys((*merged.get(watch.text, ()), *watch.by)))
    return tuple(Watch(text, by) for text, by in merged.items())
