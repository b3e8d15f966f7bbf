"""Magnesium that is taken already, or that a listed medicine holds; imported only when there may be some."""

from functools import cached_property
from typing import TYPE_CHECKING

from magadvisor.additions import no_less
from magadvisor.indexes import Indexes
from magadvisor.model.answers import TypedMagnesium
from magadvisor.model.knowledge import Knowledge
from magadvisor.names import taking
from magadvisor.names.beside import beside, left_of
from magadvisor.names.taking import Taken
from magadvisor.names.vitamin_b6 import with_b6

if TYPE_CHECKING:
    from magadvisor.labels import Labels


class TakenMagnesium:
    """Reads what is taken already, in elemental mg a day."""

    def __init__(self, knowledge: Knowledge, indexes: Indexes, shipped: "TakenMagnesium | None") -> None:
        """Keep the products that names are looked up in; what the `shipped` ones bring is never less."""
        self._known = knowledge
        self._indexes = indexes
        self._shipped = shipped

    def read(self, typed: TypedMagnesium) -> Taken:
        """Read an item as one product or form, with its amount where that is known."""
        products = self._indexes.products
        if typed.form is not None:
            found = taking.taken_from_parts(typed.form, typed.elemental_mg, typed.text, products)
        else:
            found = taking.read_taken(typed.text, products, weigh=self._labels.at_most_mg)
        found = with_b6(found, products)
        return found if self._shipped is None else no_less(self._shipped.read(typed), found)

    def others_beside(self, typed: TypedMagnesium) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """List what was typed beside a product and is not recognised, and what of it may hold some too."""
        others = beside(typed.text, self._indexes.products)
        if typed.form:
            return others, ()
        return others, tuple(one for one in others if self.read(TypedMagnesium(one)).counts)

    def without(self, typed: TypedMagnesium, apart: tuple[str, ...]) -> Taken:
        """Read an item without the parts that stand on lines of their own."""
        return self.read(TypedMagnesium(left_of(typed.text, apart)))

    def in_medicine(self, typed: str, holds: bool) -> Taken | None:
        """Read what a listed medicine brings; nothing where it is no dose of magnesium.

        `holds` says that it is known to hold some. Another name may still be a product that holds
        magnesium, such as a salt.
        """
        product = taking.product_for_medicine(typed, self._indexes.products)
        if holds:
            product = product or taking.unknown_amount(typed)
        elif product is not None and set(product.matched) <= set(self._known.forms):
            return None
        return product if product is not None and product.counts else None

    @cached_property
    def _labels(self) -> "Labels":
        from magadvisor.labels import Labels  # a medicine is not read as a label

        return Labels(self._known, self._indexes.products)
