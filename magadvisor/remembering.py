"""A door that remembers: a long list names the same again, and questions come back to what was typed."""

from functools import lru_cache

from magadvisor.door import Door
from magadvisor.model.answers import TypedMagnesium, TypedMedicine
from magadvisor.model.heard import HeardMagnesium, HeardMedicine, HeardWords
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedWords

LONGEST_KEPT = 200
"""Characters of a text beyond which it is not remembered, so that what is remembered stays small."""

MOST_KEPT = 24
"""Things in a list beyond which it is not remembered, for the same reason."""

_KEPT = 8_192


class RememberingDoor(Door):
    """Recognises typed items as the door does, and each short text once."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Remember nothing yet."""
        super().__init__(knowledge)
        self._heard_medicine = lru_cache(_KEPT)(super().medicine)
        self._heard_words = lru_cache(_KEPT)(super().words)
        self._heard_avoided = lru_cache(_KEPT)(super().avoided)
        self._heard_taken = lru_cache(_KEPT)(super().taken)
        self._heard_purposes = lru_cache(_KEPT)(super().purposes)

    def medicine(self, typed: TypedMedicine) -> HeardMedicine:
        """Recognise a medicine, or remember it."""
        return self._heard_medicine(typed) if len(typed.name) <= LONGEST_KEPT else super().medicine(typed)

    def words(self, typed: str) -> HeardWords:
        """Recognise a condition or symptom, or remember it."""
        return self._heard_words(typed) if len(typed) <= LONGEST_KEPT else super().words(typed)

    def avoided(self, typed: str) -> ListedWords:
        """Recognise an allergen or a food, or remember it."""
        return self._heard_avoided(typed) if len(typed) <= LONGEST_KEPT else super().avoided(typed)

    def taken(self, typed: TypedMagnesium) -> HeardMagnesium:
        """Recognise magnesium that is taken already, or remember it."""
        return self._heard_taken(typed) if len(typed.text) <= LONGEST_KEPT else super().taken(typed)

    def purposes(self, typed: str) -> tuple[str, ...]:
        """List what a medicine is said to be for, or remember it."""
        return self._heard_purposes(typed) if len(typed) <= LONGEST_KEPT else super().purposes(typed)
