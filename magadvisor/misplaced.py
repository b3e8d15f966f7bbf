"""What was typed in a list where it does not belong: it is not checked there, and what it is is said."""

from collections.abc import Iterable, Iterator

from magadvisor.door import Door
from magadvisor.model.heard import HeardWords
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords

Item = ListedMedicine | ListedWords | ListedMagnesium

LONGEST = 60
"""Characters beyond which a text is a sentence, in which a word says too little of what it is about."""


def illnesses(medicines: Iterable[ListedMedicine], door: Door) -> dict[str, HeardWords]:
    """Hear the illnesses and signs that stand among medicines: like all that is typed, they count.

    A text that holds a medicine, or is only close to a phrase, is not heard as an illness.
    """
    typed = (one.typed for one in medicines if _nothing_in(one) and not one.interactions)
    heard = {text: door.words(text) for text in typed}
    return {text: one for text, one in heard.items() if one.item.checked and one.remarks == one.asks}


def remarks(items: Iterable[Item], ill: dict[str, HeardWords], door: Door, known: Knowledge) -> Iterator[str]:
    """Say of what was recognised nowhere in its list what it is, and where it belongs."""
    for one in items:
        kind = _kind(one, ill, door, known) if _nothing_in(one) else None
        if kind is not None:
            yield known.sentences[kind].format(typed=one.typed)


def _kind(one: Item, ill: dict[str, HeardWords], door: Door, known: Knowledge) -> str | None:
    from magadvisor.names.ages import speaks_of_age

    if speaks_of_age(one.typed, known.vocabulary.life_stages):
        return "misplaced-age"
    if isinstance(one, ListedMedicine):
        return "misplaced-illness" if one.typed in ill else None
    return "misplaced-medicine" if door.names_only_medicines(one.typed) else None


def _nothing_in(one: Item) -> bool:
    return not (one.checked or one.matched or one.suggestions) and len(one.typed) <= LONGEST
