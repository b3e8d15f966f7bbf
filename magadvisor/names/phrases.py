"""Conditions, symptoms, kidney words and allergens in free text; it can only make the advice more careful."""

from collections.abc import Iterable, Mapping, Sequence

from magadvisor.model.question import word_for
from magadvisor.model.record import Record, replace
from magadvisor.model.words import HEALTHY_STAGES
from magadvisor.names.clauses import Cancelled, cancel
from magadvisor.names.egfr import read_egfr
from magadvisor.names.hits import Hit, hits
from magadvisor.names.misspelt import (
    LONGEST_CORRECTED,
    corrections,
    holds_by_others,
    other_readings,
    short_slips,
    suggestions,
)
from magadvisor.names.parts import Part, Parts, beside_others, parts_of
from magadvisor.names.phrase_index import (
    KIDNEY,
    LIFE_STAGES,
    Index,
    Kind,
    Meaning,
    index,
    speaks_of_kidneys,
    whole,
)
from magadvisor.names.spelling import Words, words_of
from magadvisor.names.unheard import as_typed, unheard

__all__ = ["ALLERGENS", "ILLNESS", "Found", "Index", "find", "index"]

ALLERGENS = frozenset(("allergens",))
ILLNESS = frozenset(("conditions", "symptoms", KIDNEY, LIFE_STAGES))

_LONGEST_UNIT = 3
_DIAGNOSED = "diagnosed"
_COMPETING = (Kind.ENTRY, Kind.AMBIGUOUS, Kind.NOT_THIS, Kind.KIDNEYS_FINE)
_COUNTING = (Kind.ENTRY, Kind.AMBIGUOUS)


class Found(Record):
    """What a text speaks of: ids in order of appearance, each once, and what to ask or show back."""

    conditions: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    kidney: tuple[str, ...] = ()
    life_stages: tuple[str, ...] = ()
    allergens: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()  # as typed, name of the entry
    suggestions: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()  # items of a list, as typed
    negated: bool = False
    speaks_of_kidneys: bool = False
    parts: Parts = Parts()

    @property
    def illness(self) -> tuple[str, ...]:
        """List the ids of conditions, symptoms, kidney words and life stages, each once."""
        return tuple(dict.fromkeys((*self.conditions, *self.symptoms, *self.kidney, *self.life_stages)))

    @property
    def recognised(self) -> bool:
        """Say whether the text speaks of any entry."""
        return bool(self.illness or self.allergens)


def find(text: str, known: Index, lists: frozenset[str] = ILLNESS) -> Found:
    """Find every entry of the lists that the text speaks of; what it denies or says of others does not count.

    A text above 2,000 characters is searched whole, but its misspellings are not corrected.
    """
    short = len(text) <= LONGEST_CORRECTED
    words = words_of(text, known.marks)
    also = other_readings(words, known)
    spelt: Mapping[int, frozenset[str]] = {}
    found = _search(words, known, also, lists)
    few: Mapping[int, frozenset[str]] = {}
    if short:
        kept = _longest(found)
        spelt, few = corrections(words, known, kept), short_slips(words, known, kept)
    if spelt or few:
        meant = {
            place: spelt.get(place, frozenset()) | few.get(place, frozenset()) for place in {*spelt, *few}
        }
        again = _search(words, known, {**also, **meant}, lists)
        found = tuple(hit for hit in again if holds_by_others(words, hit, few))
    read = _read(words, known, found, spelt, few, lists)
    if read.unheard:
        read = replace(read, unheard=as_typed(read.unheard, text, known.marks))
    if not short or read.recognised or read.asks or read.negated:
        return read
    return replace(read, suggestions=suggestions(text, known, lists))


def said_half(word: str, known: Index) -> Parts:
    """Find what a word of a closed list, which is spelt right and denies nothing, says half."""
    words = words_of(word, known.marks)
    found = _search(words, known, {}, ILLNESS)
    kept = _longest(found)
    return beside_others(found, kept, parts_of(found, kept, cancel(words, found, ())))


def _search(
    words: Words, known: Index, also: Mapping[int, frozenset[str]], lists: frozenset[str]
) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits(words, known, also) if _belongs(hit, lists) and not _is_unit(words, hit))


def _belongs(hit: Hit, lists: frozenset[str]) -> bool:
    meanings = hit.phrase.meanings
    return not meanings or any(meaning.list in lists for meaning in meanings)


def _is_unit(words: Words, hit: Hit) -> bool:
    """Say whether letters behind a number are its unit: "500 mg" is no disease."""
    short = hit.phrase.kind is Kind.AMBIGUOUS and hit.end - hit.start == 1
    behind = hit.start > 0 and words.compared[hit.start - 1][0].isdigit()
    return short and behind and len(hit.phrase.words[0]) <= _LONGEST_UNIT


def _longest(found: Iterable[Hit]) -> tuple[Hit, ...]:
    """Keep the phrases that no longer phrase holds; of one stretch read in two ways, as it was typed."""
    kept: list[Hit] = []
    end = 0
    competing = (hit for hit in found if hit.phrase.kind in _COMPETING)
    for hit in sorted(
        competing, key=lambda hit: (hit.start, -hit.end, not hit.exact, hit.phrase.kind is not Kind.NOT_THIS)
    ):
        if hit.end > end or (kept and _same_reading(hit, kept[-1])):
            kept.append(hit)
        end = max(end, hit.end)
    return tuple(kept)


def _same_reading(hit: Hit, last: Hit) -> bool:
    """Say whether two phrases stand on the same words and neither takes the meaning from the other."""
    together = (hit.start, hit.end, hit.exact) == (last.start, last.end, last.exact)
    return together and Kind.NOT_THIS not in (hit.phrase.kind, last.phrase.kind)


def _read(
    words: Words,
    known: Index,
    found: tuple[Hit, ...],
    spelt: Mapping[int, frozenset[str]],
    few: Mapping[int, frozenset[str]],
    lists: frozenset[str],
) -> Found:
    kept = _longest(found)
    gone = cancel(words, found, [hit for hit in kept if hit.phrase.kind in _COUNTING])
    counted = [hit for hit in kept if hit.phrase.kind in _COUNTING and not gone.owns(hit)]
    read = [(hit.start, one) for hit in counted for one in hit.phrase.meanings]
    parts = parts_of(found, kept, gone)
    together = _together(known, parts)
    read += together
    meanings = [one for _, one in sorted(read, key=lambda placed: placed[0]) if one.list in lists]
    numbers = {place: egfr for place, egfr in read_egfr(words).items() if not gone.word(place)}
    stages = {place: word_for(egfr, known.stages) for place, egfr in numbers.items()}
    kidney = _kidney(meanings, stages.values()) if KIDNEY in lists else ()
    asks = tuple(dict.fromkeys(hit.phrase.ask for hit in counted if hit.phrase.ask))
    silent = {place for place, stage in stages.items() if stage in HEALTHY_STAGES}
    heard = [hit for hit in found if together or hit.phrase.kind is not Kind.PART]
    spoken, not_fine, denied = _kidneys(words, kept, gone, spelt, silent)
    negated = denied or any(gone.owns(hit) for hit in kept if hit.phrase.kind in _COUNTING)
    return Found(
        conditions=_ids(meanings, "conditions"),
        symptoms=_ids(meanings, "symptoms"),
        kidney=kidney,
        life_stages=_ids(meanings, LIFE_STAGES),
        allergens=_ids(meanings, "allergens"),
        corrected=tuple(dict.fromkeys(_corrected(words, counted, (spelt, few)))),
        asks=asks,
        unheard=unheard(words, heard, (*numbers, *spoken)) if counted or numbers or together else (),
        negated=negated,
        speaks_of_kidneys=bool(spoken) or not_fine,
        parts=beside_others(found, kept, parts),
    )


def _together(known: Index, places: Mapping[Part, int]) -> list[tuple[int, Meaning]]:
    """Find the entries whose parts all stand in the text, each where its first part stands."""
    return [(min(places[part] for part in one.parts), one.meaning) for one in whole(known, places)]


def _kidney(meanings: Iterable[Meaning], stages: Iterable[str]) -> tuple[str, ...]:
    """List the kidney words found; the stage of an eGFR says which one a diagnosis without one is."""
    named = _ids(meanings, KIDNEY)
    counted = tuple(stage for stage in stages if named or stage not in HEALTHY_STAGES)
    kept = tuple(word for word in named if word != _DIAGNOSED or not counted)
    return tuple(dict.fromkeys((*kept, *counted)))


def _kidneys(
    words: Words,
    kept: Iterable[Hit],
    gone: Cancelled,
    spelt: Mapping[int, frozenset[str]],
    silent: set[int],
) -> tuple[list[int], bool, bool]:
    """Find where a text speaks of the person's kidneys in other words than those known.

    Say too whether it denies that they are fine, and whether it denies anything about kidneys.
    """
    said_fine, denied_fine = False, False
    covered = set(silent)
    for hit in kept:
        fine = hit.phrase.kind is Kind.KIDNEYS_FINE
        denied_fine = denied_fine or (fine and gone.negated[hit.start] > 0)
        said_fine = said_fine or (fine and not gone.word(hit.start))
        kidney = any(one.list == KIDNEY for one in hit.phrase.meanings)
        named = hit.phrase.kind in _COUNTING and not kidney and not gone.owns(hit)
        if fine or named or hit.phrase.kind is Kind.NOT_THIS:
            covered.update(range(hit.start, hit.end))
    about = [
        place
        for place, word in enumerate(words.compared)
        if place not in covered and any(map(speaks_of_kidneys, (word, *spelt.get(place, ()))))
    ]
    from_behind = {place for hit in kept if gone.owns(hit) for place in range(hit.start, hit.end)}
    spoken = [place for place in about if not gone.word(place) and place not in from_behind]
    return spoken, denied_fine, said_fine or len(spoken) < len(about)


def _corrected(
    words: Words, counted: Iterable[Hit], slips: Sequence[Mapping[int, frozenset[str]]]
) -> Iterable[tuple[str, str]]:
    for hit in counted:
        wanted = zip(range(hit.start, hit.end), hit.phrase.words, strict=True)
        if any(word in spelt.get(place, ()) for place, word in wanted for spelt in slips):
            typed = " ".join(words.typed[hit.start : hit.end])
            yield from ((typed, meaning.name) for meaning in hit.phrase.meanings)


def _ids(meanings: Iterable[Meaning], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(meaning.id for meaning in meanings if meaning.list == name))
