"""What is typed as a symptom is there now: a stroke is one then, and no illness of the past."""

from collections.abc import Callable

from magadvisor.model.heard import HeardWords
from magadvisor.model.record import replace


def symptom(typed: str, hear: Callable[[str], HeardWords]) -> HeardWords:
    """Hear a symptom; where it names an illness, also as the signs that it has while it happens."""
    heard = hear(typed)
    if not heard.conditions:
        return heard
    now = hear(f"{typed} now")
    signs = tuple(one for one in now.symptoms if one not in heard.symptoms)
    if not signs:
        return heard
    item = replace(heard.item, matched=(*heard.item.matched, *signs))
    return replace(heard, item=item, symptoms=(*heard.symptoms, *signs))
