"""Which phrases of a text do not count: those a negation cancels, and those about somebody else."""

from collections.abc import Iterable

from magadvisor.model.record import Record
from magadvisor.names.hits import Hit
from magadvisor.names.phrase_index import Kind
from magadvisor.names.spelling import Words

_SELF = frozenset(("i", "im", "ive", "me", "myself"))
# What may stand before the words behind a phrase that cancel it: "heart block has now been ruled out".
_BETWEEN = frozenset(
    (
        "was",
        "were",
        "has",
        "have",
        "had",
        "now",
        "all",
        "completely",
        "already",
        "test",
        "tests",
        "came",
        "back",
    )
)
_LONGEST_BETWEEN = 4
# "No peanuts" names a thing to avoid; "no allergy to peanuts" does not.
_ALLERGY = ("allerg", "intoleran", "react", "problem", "trouble")
_ALLERGY_WITHIN = 6


class Cancelled(Record):
    """What was cancelled, by a negation or another person in front or by words behind the phrase."""

    words: Words
    negated: bytearray
    others: bytearray
    after: frozenset[int]  # places where words such as "ruled out" start

    def word(self, place: int) -> bool:
        """Say whether the word at this place is denied or about somebody else."""
        return bool(self.negated[place] or self.others[place])

    def owns(self, hit: Hit) -> bool:
        """Say whether the phrase is denied or about somebody else."""
        if self.others[hit.start]:
            return True
        denied = bool(self.negated[hit.start]) or self._ends_denied(hit)
        allergen = any(meaning.list == "allergens" for meaning in hit.phrase.meanings)
        return denied and (not allergen or self._speaks_of_allergy(hit))

    def _ends_denied(self, hit: Hit) -> bool:
        for place in self._piece(hit.end, hit.end + _LONGEST_BETWEEN):
            if place in self.after:
                return True
            if self.words.compared[place] not in _BETWEEN:
                return False
        return False

    def _speaks_of_allergy(self, hit: Hit) -> bool:
        around = self._piece(hit.start - _ALLERGY_WITHIN, hit.end + _ALLERGY_WITHIN, hit.start)
        return any(self.words.compared[place].startswith(_ALLERGY) for place in around)

    def _piece(self, first: int, last: int, near: int | None = None) -> list[int]:
        """List the places from `first` to `last` in the piece of the word before `first`, or of `near`."""
        pieces = self.words.pieces
        piece = pieces[first - 1 if near is None else near]
        return [place for place in range(max(first, 0), min(last, len(pieces))) if pieces[place] == piece]


def cancel(words: Words, found: Iterable[Hit], kept: Iterable[Hit]) -> Cancelled:
    """Find what is cancelled. A negation holds to the end of its clause, never in a phrase that is kept."""
    by_kind: dict[Kind, list[Hit]] = {kind: [] for kind in Kind}
    for hit in found:
        by_kind[hit.phrase.kind].append(hit)
    protected = _covered(len(words.compared), (*kept, *by_kind[Kind.PART], *by_kind[Kind.FIXED]))
    negators, ends, somebody, after = (
        frozenset(hit.start for hit in by_kind[kind] if not protected[hit.start])
        for kind in (Kind.NEGATOR, Kind.CLAUSE_END, Kind.OTHER_PERSON, Kind.AFTER)
    )
    if by_kind[Kind.ASKED_FOR]:
        somebody = frozenset()
    negated, others = bytearray(len(words.compared)), bytearray(len(words.compared))
    piece, negating, other = 0, False, False
    for place, at in enumerate(words.pieces):
        if at != piece or place in ends:
            piece, negating, other = at, False, False
        other = place in somebody or (other and not _speaks_of_self(words, place))
        negated[place], others[place] = negating, other
        negating = negating or place in negators
    return Cancelled(words, negated, others, after)


def _speaks_of_self(words: Words, place: int) -> bool:
    return words.compared[place] in _SELF or words.leads[place] == "my"


def _covered(length: int, kept: Iterable[Hit]) -> bytearray:
    covered = bytearray(length)
    for hit in kept:
        covered[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    return covered
