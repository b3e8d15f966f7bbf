"""The lists a person writes: what each item is heard as, and the names that complete it."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from magadvisor.door import Door
from magadvisor.inputs import read_medicine
from magadvisor.model.answers import TypedMagnesium
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record
from magadvisor.model.vocabulary import Entry
from magadvisor.model.words import Action

_PHRASES = 2
"""The first phrases of an entry are the usual ones; misspellings stand behind them."""

_RANGE = "["
"""With it a range of numbers begins, as in "pulse [20-39]": nothing that anybody says."""

LISTS = ("symptoms", "medicines", "conditions", "taking", "avoid")
"""The questions whose answers are written, one item a line."""


class Heard(Record):
    """What an item was heard as; an unsettled one has something to ask, and names that may be meant.

    `more` is what else to ask of it: its times, the amount in a day, or nothing.
    """

    settled: bool
    matched: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    more: str | None = None


class Lists:
    """Listens to items of the lists with the door, and knows the names that complete them."""

    def __init__(self, knowledge: Knowledge, door: Door) -> None:
        """Keep the knowledge and the door to it."""
        self._known = knowledge
        self._door = door

    def hear(self, name: str, text: str) -> Heard:
        """Listen to one item of a list."""
        if name == "medicines":
            return self._medicine(text)
        if name == "taking":
            return self._magnesium(text)
        if name == "avoid":
            food = self._door.avoided(text)
            return Heard(food.checked, self._called(food.matched), (), food.suggestions)
        words = self._door.words(text)
        settled = words.item.checked and not words.asks
        return Heard(settled, self._called(words.item.matched), words.asks, words.item.suggestions)

    def names(self, name: str) -> tuple[str, ...]:
        """List the names that complete an item of a list, in the order of the alphabet."""
        return self._names[name]

    def sentence(self, name: str) -> str:
        """Give a sentence of the knowledge."""
        return self._known.sentences[name]

    def _medicine(self, text: str) -> Heard:
        typed = read_medicine(text)
        heard = self._door.medicine(typed)
        met = (self._known.interactions[one] for one in heard.item.interactions)
        by_rule = any(
            rule.then.keep_apart and not rule.medicines.isdisjoint(heard.item.matched)
            for rule in self._known.rules.values()
        )
        timed = not typed.doses and (by_rule or any(one.action is Action.SEPARATE for one in met))
        item = heard.item
        return Heard(
            item.checked, item.matched, heard.remarks, item.suggestions, more="times" if timed else None
        )

    def _magnesium(self, text: str) -> Heard:
        item = self._door.taken(TypedMagnesium(text)).item
        more = "amount" if item.counts and item.elemental_mg is None else None
        return Heard(item.checked, item.matched, (), item.suggestions, more)

    def _called(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._called_by.get(one, one) for one in ids)

    @cached_property
    def _called_by(self) -> dict[str, str]:
        known = self._known
        words = known.vocabulary
        entries = (*words.conditions, *words.symptoms, *words.kidney, *words.life_stages, *words.allergens)
        return {entry.id: entry.name for entry in entries}

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        words = self._known.vocabulary
        medicines = [
            name
            for one in self._known.medicines.values()
            for name in (one.name, one.us_name, *one.brands, *one.also)
            if name
        ]
        medicines += [name for one in self._known.medicine_words.ambiguous for name in one.names]
        medicines += [name for one in self._known.medicine_words.classes for name in one.names]
        magnesium = [form.name for form in self._known.forms.values()]
        magnesium += [product.name for product in self._known.products.values()]
        foods = [entry.name for entry in words.allergens]
        foods += [food.kind.replace("-", " ") for food in self._known.foods.values()]
        return {
            "symptoms": _sorted(self._ways_to_say(words.symptoms)),
            "conditions": _sorted(self._ways_to_say(words.conditions)),
            "medicines": _sorted(medicines),
            "taking": _sorted(magnesium),
            "avoid": _sorted(foods),
        }

    def _ways_to_say(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Give the names that are heard as what they name, and the first phrases of each entry."""
        for entry in entries:
            if entry.id in self._door.words(entry.name).item.matched:
                yield entry.name
            said = [phrase for phrase in entry.phrases if _RANGE not in phrase]
            yield from (phrase for phrase in said[:_PHRASES] if phrase != entry.id)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    """Sort names; of two that differ in capitals alone one is enough."""
    once = {name.lower(): name for name in names}
    return tuple(once[key] for key in sorted(once))
