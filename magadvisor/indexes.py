"""What names are looked up in: brought ready by compiled knowledge, else worked out when first needed."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from magadvisor.engine.dose import FRACTIONS, fractions
from magadvisor.engine.foods import FOODS, order
from magadvisor.engine.meet import met_by_name
from magadvisor.engine.rule_index import RULES, index
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record
from magadvisor.names.name_index import NameIndex
from magadvisor.names.name_index import index as name_index

if TYPE_CHECKING:
    from magadvisor.names.phrase_index import Index
    from magadvisor.names.taking import TakingIndex

MEDICINES, MEETINGS, PHRASES, PRODUCTS = "medicine-names", "meetings", "phrases", "products"


class Meetings(Record):
    """The ids of the interactions of each medicine and its ingredients, by whatever route it is taken."""

    by_name: Mapping[str, tuple[str, ...]]


class Indexes:
    """The indexes of one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the knowledge that is indexed."""
        self._known = knowledge
        self._met: dict[str, tuple[Interaction, ...]] = {}

    def met_by(self, medicine: str) -> tuple[Interaction, ...]:
        """List the interactions of a medicine and its ingredients."""
        met = self._met.get(medicine)
        if met is None:
            met = self._met[medicine] = self._met_by(medicine)
        return met

    @cached_property
    def medicines(self) -> NameIndex:
        """Names of medicines."""
        ready = self._known.prepared.get(MEDICINES)
        return (
            ready
            if isinstance(ready, NameIndex)
            else name_index(self._known.medicines, self._known.medicine_words)
        )

    @cached_property
    def phrases(self) -> "Index":
        """Everyday words for conditions, symptoms and allergens."""
        from magadvisor.names.phrase_index import Index, index

        ready, known = self._known.prepared.get(PHRASES), self._known
        return ready if isinstance(ready, Index) else index(known.vocabulary, known.questions["kidney"].bands)

    @cached_property
    def products(self) -> "TakingIndex":
        """Products and forms that hold magnesium."""
        from magadvisor.engine.amounts import elemental_fraction
        from magadvisor.names.taking import TakingIndex, index

        ready = self._known.prepared.get(PRODUCTS)
        known = self._known
        if isinstance(ready, TakingIndex):
            return ready
        return index(known.forms.values(), known.products.values(), elemental_fraction)

    def _met_by(self, medicine: str) -> tuple[Interaction, ...]:
        known, ready = self._known, self._known.prepared.get(MEETINGS)
        if isinstance(ready, Meetings):
            return tuple(known.interactions[one] for one in ready.by_name.get(medicine, ()))
        return met_by_name(known.medicines[medicine], known.medicines, known.interactions.values())


def prepare(knowledge: Knowledge) -> dict[str, object]:
    """Work out every index, so that it can be compiled with the knowledge."""
    fresh = Indexes(knowledge)
    met = {name: tuple(one.id for one in fresh.met_by(name)) for name in knowledge.medicines}
    return {
        MEDICINES: fresh.medicines,
        MEETINGS: Meetings({name: ids for name, ids in met.items() if ids}),
        PHRASES: fresh.phrases,
        PRODUCTS: fresh.products,
        FOODS: order(knowledge.foods.values()),
        FRACTIONS: fractions(knowledge.forms.values()),
        RULES: index(knowledge.rules.values()),
    }
