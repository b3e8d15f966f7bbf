"""What several answers say only together, as one text would: pregnant in one, a headache in another."""

from collections.abc import Iterable, Iterator

from magadvisor.model.heard import HeardWords, with_more
from magadvisor.model.record import replace
from magadvisor.model.words import Kidney
from magadvisor.names.parts import Part
from magadvisor.names.phrase_index import KIDNEY, Index, Meaning, Together, whole
from magadvisor.names.phrases import said_half


def together(heard: tuple[HeardWords, ...], words: Iterable[str], known: Index) -> tuple[HeardWords, ...]:
    """Add to each item the entries of which a part stands in it and the rest in other answers.

    `words` are those of the goals and the life stage. This can only add: what an item says alone stays
    as it was heard.
    """
    beside = (said_half(word, known).beside for word in words)
    everywhere = frozenset().union(*(one.beside for one in heard))
    signs = frozenset().union(*beside, *(one.signs for one in heard))
    of_items, of_signs = whole(known, everywhere), whole(known, signs)
    return tuple(_with(one, (*_in(of_items, one.beside), *_in(of_signs, one.signs))) for one in heard)


def _in(whole: Iterable[Together], parts: frozenset[Part]) -> Iterator[Meaning]:
    return (one.meaning for one in whole if not parts.isdisjoint(one.parts))


def _with(heard: HeardWords, meanings: tuple[Meaning, ...]) -> HeardWords:
    if not meanings:
        return heard
    matched = with_more(heard.item.matched, (one.id for one in meanings))
    return replace(
        heard,
        item=replace(heard.item, checked=True, matched=matched, suggestions=()),
        conditions=with_more(heard.conditions, _of("conditions", meanings)),
        symptoms=with_more(heard.symptoms, _of("symptoms", meanings)),
        kidney=with_more(heard.kidney, map(Kidney, _of(KIDNEY, meanings))),
    )


def _of(name: str, meanings: Iterable[Meaning]) -> list[str]:
    return [one.id for one in meanings if one.list == name]
