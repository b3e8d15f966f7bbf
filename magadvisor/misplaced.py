"""What was typed in a list where it does not belong: it is not checked there, and what it is is said."""

from collections.abc import Iterable, Iterator
from re import compile as pattern

from magadvisor.door import Door
from magadvisor.model.heard import HeardWords
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.printable import plain_letters
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords
from magadvisor.model.record import replace
from magadvisor.names.recognise import only_names

Item = ListedMedicine | ListedWords | ListedMagnesium

_WORD = pattern("[a-z]+")

LONGEST = 60
"""Characters beyond which a text is a sentence, in which a word says too little of what it is about."""


def illnesses(medicines: Iterable[ListedMedicine], door: Door) -> dict[str, HeardWords]:
    """Hear the illnesses and signs that stand among medicines: like all that is typed, they count.

    A text that holds a medicine, or is only close to a phrase, is not heard as an illness.
    """
    typed = (one.typed for one in medicines if _nothing_in(one) and not one.interactions)
    heard = {text: door.words(text) for text in typed}
    return {text: one for text, one in heard.items() if one.item.checked and one.remarks == one.asks}


def dangers(taken: Iterable[ListedMagnesium], door: Door, known: Knowledge) -> Iterator[HeardWords]:
    """Hear the signs that what is taken may speak of, such as an overdose; and nothing else of it."""
    for one in taken:
        words = {*_WORD.findall(plain_letters(one.typed).lower())}
        signs = {sign.id for sign in known.vocabulary.symptoms if not words.isdisjoint(sign.in_taking)}
        heard = door.words(one.typed) if signs else None
        if heard is not None and (symptoms := tuple(id_ for id_ in heard.symptoms if id_ in signs)):
            yield replace(heard, conditions=(), symptoms=symptoms, kidney=(), life_stages=(), remarks=())


def remarks(items: Iterable[Item], ill: dict[str, HeardWords], door: Door, known: Knowledge) -> Iterator[str]:
    """Say of what was recognised nowhere in its list what it is, and where it belongs."""
    for one in items:
        kind = _kind(one, ill, door, known) if _nothing_in(one) else None
        if kind is not None:
            yield known.sentences[kind].format(typed=one.typed)


def reasons(medicines: Iterable[ListedMedicine], known_ids: Iterable[str], door: Door) -> tuple[str, ...]:
    """List the illnesses that checked medicines are said to be for and that stand in no list themselves."""
    texts = (one.typed for one in medicines if one.checked and " " in one.typed)
    told = dict.fromkeys(phrase for text in texts for phrase in door.purposes(text))
    heard = {phrase: door.words(phrase) for phrase in told}
    listed = {*known_ids}
    return tuple(phrase for phrase, one in heard.items() if {*one.conditions} - listed)


def _kind(one: Item, ill: dict[str, HeardWords], door: Door, known: Knowledge) -> str | None:
    from magadvisor.names.ages import speaks_of_age

    if speaks_of_age(one.typed, known.vocabulary.life_stages):
        return "misplaced-age"
    if isinstance(one, ListedMedicine):
        return "misplaced-illness" if one.typed in ill else None
    return "misplaced-medicine" if only_names(one.typed, door.names()) else None


def _nothing_in(one: Item) -> bool:
    return not (one.checked or one.matched or one.suggestions) and len(one.typed) <= LONGEST
