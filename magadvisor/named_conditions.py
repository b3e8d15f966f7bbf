"""Conditions, symptoms and kidneys by what people type for them; imported only when one is typed."""

from functools import cached_property

from magadvisor.indexes import Indexes
from magadvisor.model.heard import HeardWords
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedWords
from magadvisor.model.words import Kidney, LifeStage
from magadvisor.names import phrases


class NamedConditions:
    """Recognises conditions and symptoms; either is recognised in either list."""

    def __init__(self, knowledge: Knowledge, indexes: Indexes) -> None:
        """Keep the entries that are recognised, and the phrases that they are looked up by."""
        self._known = knowledge
        self._indexes = indexes

    def heard(self, typed: str) -> HeardWords:
        """Recognise the entries of a text; unknown words about kidneys count as a kidney disease."""
        if typed in self._signs:
            return self._sign(typed)
        found = phrases.find(typed, self._indexes.phrases, lists=phrases.ILLNESS)
        kidney = tuple(Kidney(word) for word in found.kidney)
        matched = found.illness
        if found.speaks_of_kidneys and not found.kidney:
            kidney, matched = (Kidney.DIAGNOSED,), (*matched, Kidney.DIAGNOSED.value)
        read_as = self._known.sentences["read-as"]
        corrected = (read_as.format(typed=text, name=name) for text, name in found.corrected)
        return HeardWords(
            item=ListedWords(typed, bool(matched), matched, found.suggestions, found.unheard),
            conditions=found.conditions,
            symptoms=found.symptoms,
            kidney=kidney,
            life_stages=tuple(map(LifeStage, found.life_stages)),
            remarks=(*corrected, *found.asks),
            asks=found.asks,
            beside=found.parts.beside,
            signs=found.parts.signs,
        )

    def _sign(self, text: str) -> HeardWords:
        """Read a red flag of a goal, ticked as it stands, as what it counts as."""
        ids = self._signs[text]
        symptoms = tuple(one for one in ids if one in self._symptoms)
        conditions = tuple(one for one in ids if one not in symptoms)
        return HeardWords(ListedWords(text, True, ids), conditions, symptoms, (), (), ())

    @cached_property
    def _signs(self) -> dict[str, tuple[str, ...]]:
        flags = (flag for goal in self._known.goals.values() for flag in goal.red_flags)
        return {flag.text: flag.counts_as for flag in flags}

    @cached_property
    def _symptoms(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self._known.vocabulary.symptoms)
