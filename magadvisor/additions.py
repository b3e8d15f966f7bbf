"""Names that a folder added are listened for behind the shipped ones, so that none can drown what was known.

Whatever the shipped knowledge hears in a text still counts; what the folder adds may only come on top. So
this holds for every text, also where an added name is longer, nearer or misspelt.
"""

from magadvisor.door import Door, HeardWords
from magadvisor.model.answers import TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedWords
from magadvisor.names.name_index import inns
from magadvisor.names.recognise import Recognised
from magadvisor.names.taking import Taken


class AddedDoor(Door):
    """Recognises typed items with the shipped names first."""

    def __init__(self, knowledge: Knowledge, shipped: Knowledge) -> None:
        """Keep the knowledge, and a door to it as it was shipped."""
        super().__init__(knowledge)
        self._before = Door(shipped)

    def named(self, typed: TypedMedicine) -> Recognised:
        """Recognise a medicine by its shipped names; an added one counts where they leave something open."""
        before = self._before.named(typed)
        after = super().named(typed)
        if before.checked:
            return before if self._agree(before, after) else after
        return after if self._covers(after, before) else before

    def words(self, typed: str) -> HeardWords:
        """Recognise what the shipped words say, and what the added ones say on top."""
        return _joined(self._before.words(typed), super().words(typed))

    def avoided(self, typed: str) -> ListedWords:
        """Recognise what the shipped words say to avoid, and what the added ones say on top."""
        return _both(self._before.avoided(typed), super().avoided(typed))

    def magnesium(self, typed: TypedMagnesium) -> Taken:
        """Read magnesium by the shipped names, unless an added one makes no less of it."""
        return _no_less(self._before.magnesium(typed), super().magnesium(typed))

    def magnesium_in(self, typed: str, met: tuple[str, ...], found: Recognised) -> Taken | None:
        """Find the magnesium of a medicine; an added name never hides what a shipped product brings."""
        before = self._before.magnesium_in(typed, met, self._before.named(TypedMedicine(typed)))
        after = super().magnesium_in(typed, met, found)
        return after if before is None else before if after is None else _no_less(before, after)

    def _agree(self, before: Recognised, after: Recognised) -> bool:
        """Say whether a name that was settled still is: an added interaction may part its readings."""
        return after.checked or not self._covers(after, before)

    def _covers(self, after: Recognised, before: Recognised) -> bool:
        """Say whether every medicine, class and interaction of one reading is in the other."""
        parts = {*after.entries, *inns(after.entries, self._known.medicines)}
        kept = set(before.entries) <= parts and set(before.classes) <= set(after.classes)
        return kept and {one.id for one in self._met(before)} <= {one.id for one in self._met(after)}


def _joined(before: HeardWords, after: HeardWords) -> HeardWords:
    return HeardWords(
        _both(before.item, after.item),
        _all(before.conditions, after.conditions),
        _all(before.symptoms, after.symptoms),
        tuple(dict.fromkeys((*before.kidney, *after.kidney))),
        tuple(dict.fromkeys((*before.life_stages, *after.life_stages))),
        _all(before.remarks, after.remarks),
    )


def _both(before: ListedWords, after: ListedWords) -> ListedWords:
    checked = before.checked or after.checked
    matched = _all(before.matched, after.matched)
    return ListedWords(before.typed, checked, matched, () if checked else after.suggestions)


def _no_less(before: Taken, after: Taken) -> Taken:
    """Take the later reading of an amount where it counts as much, of a form no milder."""
    amount, more = before.elemental_mg, after.elemental_mg
    if amount is not None:
        enough = more is not None and more >= amount and after.counts >= before.counts
    else:
        enough = after.counts >= before.counts or not before.checked
    same = after.form == before.form or not before.checked
    return after if enough and same and after.checked >= before.checked else before


def _all(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *after)))
