"""What was typed beside magnesium, in one go, and is not recognised: a fish oil, a multivitamin."""

import re
from collections.abc import Sequence

from magadvisor.names.item_of_list import LEADING, MOST_WORDS
from magadvisor.names.magnesium import MAGNESIUM, TakingIndex, forms_in, strange
from magadvisor.names.taking import read_taken
from magadvisor.names.tidy import tidy

_BETWEEN = re.compile(r"[,;+&\n]|\b(?:and|plus)\b", re.IGNORECASE)
_SHORTEST_WORD = 4
_NO_NAME = LEADING | {"or", "twice"}


def beside(text: str, known: TakingIndex) -> tuple[str, ...]:
    """List the short items of a text that name neither magnesium nor an amount, as they were typed."""
    items = [" ".join(item.split()) for item in _BETWEEN.split(text)]
    if not items[1:]:
        return ()
    return tuple(item for item in items if _strange(tidy(item).split(), known) and not _known(item, known))


def _strange(words: Sequence[str], known: TakingIndex) -> bool:
    if not 0 < len(words) <= MOST_WORDS or words[0] in _NO_NAME or words[-1] in ("free", "drunk"):
        return False
    named = any(len(word) >= _SHORTEST_WORD and word.isalpha() for word in strange(words))
    amount = any(word[0].isdigit() for word in words)
    return named and not amount and MAGNESIUM.isdisjoint(words) and not forms_in(words, known)


def _known(item: str, known: TakingIndex) -> bool:
    return read_taken(item, known, suggest=False).checked
