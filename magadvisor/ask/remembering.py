"""A door that listens once to each thing that is typed, however often the questions come back to it."""

from magadvisor.door import Door
from magadvisor.model.answers import TypedMedicine
from magadvisor.model.heard import HeardMedicine, HeardWords
from magadvisor.model.knowledge import Knowledge


class RememberingDoor(Door):
    """Hears the same as a door; for one person, so that little is remembered."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Begin with nothing heard."""
        super().__init__(knowledge)
        self._medicines_heard: dict[TypedMedicine, HeardMedicine] = {}
        self._words_heard: dict[str, HeardWords] = {}

    def medicine(self, typed: TypedMedicine) -> HeardMedicine:
        """Recognise a medicine."""
        if typed not in self._medicines_heard:
            self._medicines_heard[typed] = super().medicine(typed)
        return self._medicines_heard[typed]

    def words(self, typed: str) -> HeardWords:
        """Recognise conditions, symptoms and kidney words."""
        if typed not in self._words_heard:
            self._words_heard[typed] = super().words(typed)
        return self._words_heard[typed]
