"""Magnesium that is taken already: which product or form, and how much elemental magnesium a day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from magadvisor.model.form import Form
from magadvisor.model.medicine import Product
from magadvisor.names.quantity import Quantity, quantity
from magadvisor.names.tidy import key

UNSPECIFIED = "unspecified"
LONGEST = 300
"""Characters beyond which a text is no name of a product."""

_ASK_AMOUNT = 'What does the line that starts with "Magnesium" say on the label, and for how many pieces?'
_USES = {
    "antacid": "medicine",
    "laxative": "medicine",
    "bowel-prep": "medicine",
    "prescription": "medicine",
    "topical": "skin",
    "not-a-supplement": "medicine",
}
_PACK = re.compile(
    r"\b(chewable|effervescent|tablets?|capsules?|sachets?|suspension|liquid|powder|caplets?|gummies|oral|solution)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"\b(magnesium|magnesia|mag|mg supplement)\b")


@dataclass(frozen=True, slots=True)
class Taken:
    """One item: what it was recognised as, and its elemental mg a day; None is not known.

    `form` is a form id, mixed or unspecified; `counts` is False for what is no dose.
    """

    typed: str
    checked: bool
    matched: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    form: str = UNSPECIFIED
    elemental_mg: float | None = None
    use: str = "supplement"
    counts: bool = True
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakingIndex:
    """Names of products and forms, as they are compared."""

    forms: Mapping[str, Form]
    form_names: Mapping[str, str]
    products: Mapping[str, tuple[Product, ...]]


def index(forms: Iterable[Form], products: Iterable[Product]) -> TakingIndex:
    """Build the index once for a knowledge base."""
    by_id = {form.id: form for form in forms}
    by_name: dict[str, tuple[Product, ...]] = {}
    for product in products:
        for name in dict.fromkeys(key(name) for full in (product.name, *product.names) for name in _short(full)):
            by_name[name] = (*by_name.get(name, ()), product)
    form_names = {
        key(name): form.id for form in by_id.values() for name in (form.name, form.id.replace("-", " "), *form.names)
    }
    return TakingIndex(by_id, form_names, by_name)


def read_taken(text: str, known: TakingIndex) -> Taken:
    """Read one item; of several strengths the stronger counts, and mg without a word are elemental."""
    tidied = key(text) if len(text) <= LONGEST else ""
    name = _longest(tidied, known.products)
    form_name = _longest(tidied, known.form_names)
    if name is not None and (form_name is None or len(name) >= len(form_name)):
        return _of_products(text, tidied, name, known.products[name])
    if form_name is not None:
        return _of_form(text, tidied, known.forms[known.form_names[form_name]])
    amount = _mg_by_label(quantity(tidied))
    if _GENERIC.search(tidied):
        return Taken(text, True, (UNSPECIFIED,), elemental_mg=amount, asks=_asks(amount))
    return Taken(text, False, suggestions=_suggest(tidied, known), elemental_mg=amount, asks=(_ASK_AMOUNT,))


def taken_from_parts(form: str, elemental_mg: float | None, typed: str, known: TakingIndex) -> Taken:
    """Read an item given as a form and its elemental mg a day."""
    found = known.form_names.get(key(form))
    if found is None:
        return Taken(typed, False, suggestions=_suggest(key(form), known), elemental_mg=elemental_mg)
    if known.forms[found].route == "skin":
        return Taken(typed, True, (found,), form=found, elemental_mg=0.0, use="skin", counts=False)
    return Taken(typed, True, (found,), form=found, elemental_mg=elemental_mg, asks=_asks(elemental_mg))


def product_for_medicine(text: str, known: TakingIndex) -> Taken | None:
    """Read a medicine that holds magnesium as a product; None where no product has that name."""
    tidied = key(text) if len(text) <= LONGEST else ""
    name = _longest(tidied, known.products)
    return None if name is None else _of_products(text, tidied, name, known.products[name])


def unknown_amount(text: str) -> Taken:
    """Count a medicine that holds magnesium in an amount that is not known."""
    return Taken(text, True, use="medicine", asks=(_ASK_AMOUNT,))


def _of_products(text: str, tidied: str, name: str, products: tuple[Product, ...]) -> Taken:
    """Count the strongest of the products that share a name."""
    rest = f" {tidied} ".replace(f" {name} ", " ")
    amounts = [_mg_of(product, quantity(rest)) for product in products]
    strongest = products[max(range(len(products)), key=lambda place: amounts[place] or -1.0)]
    amount = None if None in amounts and not any(amounts) else max(one for one in amounts if one is not None)
    return Taken(
        typed=text,
        checked=True,
        matched=(strongest.name,),
        form=strongest.form if len({product.form for product in products}) == 1 else UNSPECIFIED,
        elemental_mg=amount if strongest.counts else 0.0,
        use=_USES.get(strongest.kind, "supplement"),
        counts=strongest.counts,
        asks=_asks(amount) if strongest.counts else (),
    )


def _mg_of(product: Product, said: Quantity) -> float | None:
    """Work out a day's elemental mg from what was said and what one unit holds."""
    if said.amount_mg is not None:
        return said.amount_mg * (said.pieces or 1) * said.times_a_day
    units = _units(product, said)
    if product.high_mg is not None and units is not None:
        return product.high_mg * units * said.times_a_day
    if said.mass_mg is not None and not said.compound:
        return said.mass_mg * (said.pieces or 1) * said.times_a_day
    return None


def _units(product: Product, said: Quantity) -> float | None:
    """Count how many of the product's units were said."""
    one = quantity(key(product.unit))
    if said.volume_ml is not None and one.volume_ml:
        return said.volume_ml / one.volume_ml
    if said.pieces is not None and one.pieces is not None:
        return said.pieces / one.pieces
    return None


def _of_form(text: str, tidied: str, form: Form) -> Taken:
    if form.route == "skin":
        return Taken(text, True, (form.id,), form=form.id, elemental_mg=0.0, use="skin", counts=False)
    said = quantity(tidied)
    amount = None if said.compound else _mg_by_label(said)
    return Taken(text, True, (form.id,), form=form.id, elemental_mg=amount, asks=_asks(amount))


def _mg_by_label(said: Quantity) -> float | None:
    """Take milligrams as elemental, times pieces and times a day."""
    mass = said.amount_mg or said.mass_mg or said.bare_number
    return None if mass is None else mass * (said.pieces or 1) * said.times_a_day


def _short(name: str) -> tuple[str, ...]:
    """Give a product's name, and the name without its pack and what stands in brackets."""
    plain = re.sub(r"\(.*?\)", " ", name)
    return name, _PACK.sub(" ", plain) if _PACK.sub(" ", plain).strip() else plain


def _longest(tidied: str, names: Iterable[str]) -> str | None:
    """Find the longest name that stands in the text as whole words."""
    padded = f" {tidied} "
    return max((name for name in names if f" {name} " in padded), key=len, default=None)


def _asks(amount: float | None) -> tuple[str, ...]:
    return () if amount is not None else (_ASK_AMOUNT,)


def _suggest(tidied: str, known: TakingIndex) -> tuple[str, ...]:
    """Suggest names that are a slip away from a word of the text; shown, never substituted."""
    from difflib import get_close_matches

    close = (
        match
        for word in (tidied, *tidied.split())
        for match in get_close_matches(word, [*known.form_names, *known.products], n=2, cutoff=0.8)
    )
    named = (known.form_names.get(match) or known.products[match][0].name for match in close)
    return tuple(dict.fromkeys(named))[:5]
