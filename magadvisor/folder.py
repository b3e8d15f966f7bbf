"""A folder of somebody's own knowledge: laid over the shipped one, or every problem it has."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.knowledge.overlay import Overlay, lay_over
from magadvisor.model.form import Form
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.medicine import Medicine, Product
from magadvisor.model.problem import BadKnowledge, Problem
from magadvisor.model.record import replace
from magadvisor.names import recognise, taking
from magadvisor.names.find import find
from magadvisor.names.magnesium import find as find_names
from magadvisor.names.magnesium import forms_in, strange, without
from magadvisor.names.name_index import inns
from magadvisor.names.quantity_text import tidy as tidy_amount
from magadvisor.names.suggest import slip_of
from magadvisor.names.tidy import tidy

_ELSE = "name it otherwise, or leave it out"


def with_folder(folder: Path, shipped: Knowledge) -> Knowledge:
    """Lay a folder over the shipped knowledge; raise BadKnowledge with every problem."""
    overlay = read_folder(folder, shipped)
    if overlay.knowledge is None or overlay.problems:
        raise BadKnowledge(overlay.problems)
    return overlay.knowledge


def read_folder(folder: Path, shipped: Knowledge) -> Overlay:
    """Lay a folder over the shipped knowledge and list every problem, names that are taken among them."""
    overlay = lay_over(folder, shipped)
    if overlay.knowledge is None:
        return overlay
    names = _Names(overlay.knowledge, shipped)
    found: list[tuple[object, str]] = [
        (one, text) for one in overlay.medicines for text in names.of_medicine(one)
    ]
    found += [(one, text) for one in overlay.products for text in names.of_product(one)]
    found += [(one, text) for one in overlay.forms for text in names.of_form(one)]
    taken = tuple(Problem(*overlay.places[id(one)], text, _ELSE) for one, text in found)
    return replace(overlay, problems=(*overlay.problems, *taken))


class _Names:
    """Compares added names with the shipped ones: none may take what a shipped one stands for."""

    def __init__(self, known: Knowledge, shipped: Knowledge) -> None:
        self._known, self._shipped = known, shipped
        self._medicines = recognise.index(shipped.medicines, shipped.medicine_words)
        self._taking = taking.index(shipped.forms.values(), shipped.products.values(), elemental_fraction)

    def of_medicine(self, one: Medicine) -> Iterator[str]:
        """Give the names of a medicine that hold a shipped name, or nothing of their own."""
        if one == self._shipped.medicines.get(one.name):
            return
        own = {one.name, *one.ingredients}
        if set(one.ingredients) <= set(self._known.medicines):
            own |= set(inns((one.name,), self._known.medicines))
        for name in (one.name, *((one.us_name,) if one.us_name else ()), *one.brands, *one.also):
            found = find(tidy(name), self._medicines)
            other = [named.name for named in found.named if named.entry not in own]
            if other:
                yield f"`{name}` holds `{other[0]}`, which names something already"
            elif not found.named and (not found.loose or tidy(name) in self._medicines.not_medicines):
                yield f"`{name}` is a word that stands around names"
            elif find_names(_words(name), self._taking.products):
                yield f"`{name}` names a product that holds magnesium"
            elif not found.named and (meant := slip_of(tidy(name), self._medicines)):
                yield f"`{name}` is a slip of the pen from `{meant}`, which somebody may mean by it"

    def of_product(self, one: Product) -> Iterator[str]:
        """Give the names of a product that hold a shipped product's name, or a form and no more."""
        if one == self._shipped.products.get(one.id):
            return
        for name in (one.name, *one.names):
            words = _words(name)
            forms = forms_in(words, self._taking)
            rest = [word for word in without(words, forms) if word not in ("magnesium", "mag")]
            if find_names(words, self._taking.products):
                yield f"`{name}` holds the name of a product that stands already"
            elif not strange(rest):
                yield f"`{name}` is no name of its own"
            elif self._whole_medicine(name):
                yield f"`{name}` names a medicine that stands already"

    def _whole_medicine(self, name: str) -> bool:
        """Say whether a shipped medicine has this very name: taken for magnesium, its rules would be lost."""
        text = tidy(name)
        return any(
            (named.start, named.end) == (0, len(text.split())) and named.entry is not None
            for named in find(text, self._medicines).named
        )

    def of_form(self, one: Form) -> Iterator[str]:
        """Give the names of a form that a shipped form or product has."""
        if one == self._shipped.forms.get(one.id):
            return
        for name in dict.fromkeys((one.id, one.name, *one.names, *(part.name for part in one.compounds))):
            words = _words(name)
            forms = forms_in(words, self._taking)
            products = find_names(words, self._taking.products)
            spans = [(hit.start, hit.end) for hit in forms] + [(hit.start, hit.end) for hit in products]
            if (0, len(words)) in spans:
                yield f"`{name}` names a form or product that stands already"


def _words(name: str) -> Sequence[str]:
    return tidy_amount(name).split()
