"""Magnesium already taken, as typed: which product or form, and how much elemental magnesium a day."""

from collections.abc import Callable, Iterable, Sequence
from re import compile as pattern

from magadvisor.model.form import MIXED, UNSPECIFIED
from magadvisor.model.medicine import Product
from magadvisor.model.record import replace
from magadvisor.names.daily import by_mass, by_units, counts_each, stated_beside, units_at_a_time
from magadvisor.names.doses import items_of
from magadvisor.names.magnesium import (
    BLEND,
    MAGNESIUM,
    SWALLOWED,
    Hit,
    TakingIndex,
    amounts,
    find,
    forms_in,
    holds_none,
    index,
    injected_form,
    skin_form,
    strange,
    suggestions,
    twin_for_skin,
    without,
)
from magadvisor.names.quantity import Quantity, read_quantity
from magadvisor.names.quantity_text import tidy
from magadvisor.names.taken import (
    ASK_EACH,
    ASK_ELEMENTAL,
    ASK_HOW_MUCH,
    ASK_LABEL,
    ASK_SALT,
    ASK_SKIN,
    ASK_WHICH,
    Taken,
    not_counted,
    recognised,
    tidy_mg,
    unless,
    where,
)

__all__ = [
    "Taken",
    "TakingIndex",
    "index",
    "product_for_medicine",
    "read_taken",
    "taken_from_parts",
    "unknown_amount",
]

Weigh = Callable[[str], float | None]
Weighed = Callable[[], float | None]

PLAIN_MAGNESIUM = "magnesium"

_AS = frozenset(("as", "from"))  # "magnesium (as citrate) 150 mg": the amount is that of magnesium
# What the amounts of a label are for; it does not say how much is taken.
_SERVING_SIZE = pattern(r"\bserving size(?: of)? \d+(?:\.\d+)? [a-z]+\b")
_SAYS_COMPOUND = frozenset(("compound", "salt"))
_MEDICINE, _NONE, _SKIN, _SUPPLEMENT = "medicine", "none", "skin", "supplement"
_USES = {"topical": _SKIN, **dict.fromkeys(("supplement", "multivitamin", "electrolyte"), _SUPPLEMENT)}

LONGEST = 2_000
"""Characters beyond which a text is nothing that a person takes."""


def read_taken(text: str, known: TakingIndex, *, suggest: bool = True, weigh: Weigh | None = None) -> Taken:
    """Read what a person takes; of two readings the one with more magnesium counts.

    `weigh` reads the mg of a text that names no product as those of a label are read.
    A text longer than the limit is no name: it is not checked and its amount is not known.
    """
    if len(text) > LONGEST:
        return Taken(text, False, (), (), UNSPECIFIED, None, _SUPPLEMENT, True, (ASK_ELEMENTAL,))
    whole = _SERVING_SIZE.sub(" ", tidy(text))
    said = items_of(whole, known)
    each = [_read(text, words, known, suggest, _weighed(weigh, " ".join(words))) for words in said]
    if len(each) > 1 and _stand_alone(each, known):
        return _together(text, each)
    return _read(text, whole.split(), known, suggest, _weighed(weigh, text))


def _weighed(weigh: Weigh | None, text: str) -> Weighed:
    return lambda: weigh(text) if weigh else None


def taken_from_parts(form: str, elemental_mg: float | None, typed: str, known: TakingIndex) -> Taken:
    """Read a form or product that is given apart from its elemental mg a day."""
    name = form.strip().lower()
    if name in (MIXED, UNSPECIFIED):
        return recognised(
            typed, (name,), name, elemental_mg, use=_SUPPLEMENT, asks=unless(elemental_mg, ASK_ELEMENTAL)
        )
    found = read_taken(form, known)
    other = MAGNESIUM.isdisjoint(tidy(form).split()) and found.form == UNSPECIFIED
    if elemental_mg and other and not found.counts:  # known to hold none, and yet an amount was given
        found = replace(found, checked=False, matched=(), use=_SUPPLEMENT, counts=True)
    if not found.counts:
        return replace(found, typed=typed)
    amount = found.elemental_mg if elemental_mg is None else elemental_mg
    return replace(found, typed=typed, elemental_mg=amount, asks=unless(amount, ASK_ELEMENTAL))


def product_for_medicine(typed: str, known: TakingIndex) -> Taken | None:
    """Read the magnesium in a medicine that is known to hold some; None where the name says too little."""
    found = read_taken(typed, known, suggest=False)
    if not found.checked:
        return None
    return replace(found, use=_MEDICINE) if found.counts else found


def unknown_amount(typed: str) -> Taken:
    """Tell of a medicine that holds magnesium, in an amount that is not known."""
    return recognised(typed, (), UNSPECIFIED, None, use=_MEDICINE, asks=(ASK_ELEMENTAL,))


def _stand_alone(each: Sequence[Taken], known: TakingIndex) -> bool:
    """Say whether parts of a text are items of their own: all known, and no mere list of salts."""
    products = any(name not in known.by_id for taken in each for name in taken.matched)
    amounts = all(taken.elemental_mg is not None for taken in each)
    return all(taken.checked for taken in each) and (products or amounts)


def _together(typed: str, each: Sequence[Taken]) -> Taken:
    counted = [taken for taken in each if taken.counts] or list(each)
    amounts = [taken.elemental_mg for taken in counted if taken.elemental_mg is not None]
    forms = {taken.form for taken in counted}
    return replace(
        counted[0],
        typed=typed,
        matched=tuple(dict.fromkeys(name for taken in each for name in taken.matched)),
        form=forms.pop() if len(forms) == 1 else MIXED,
        elemental_mg=tidy_mg(sum(amounts)) if len(amounts) == len(counted) else None,
        asks=tuple(dict.fromkeys(ask for taken in each for ask in taken.asks)),
    )


def _read(typed: str, words: Sequence[str], known: TakingIndex, suggest: bool, weighed: Weighed) -> Taken:
    named = find(words, known.products)
    counted = [hit for hit in named if any(product.counts for product in hit.found)]
    if len({hit.found for hit in counted}) > 1:
        names = tuple(_strongest(hit.found).name for hit in counted)
        return recognised(typed, names, MIXED, None, use=_use(counted[0].found[0]), asks=(ASK_HOW_MUCH,))
    if counted:
        return _product(typed, counted[0], words, known, weighed)
    if named and not _says_more(named[0].found[0], without(words, named), known):
        product = named[0].found[0]
        return not_counted(typed, product.name, product.form, _use(product))
    return _form(typed, words, known, suggest, weighed)


def _says_more(product: Product, rest: Sequence[str], known: TakingIndex) -> bool:
    """Say whether a text speaks of more than a product that does not count."""
    if any(known.by_id[form].swallowed for hit in forms_in(rest, known) for form in hit.found):
        return True
    quantity = read_quantity(" ".join(rest))
    if product.kind == "topical":
        return "solid" in quantity.measures or not SWALLOWED.isdisjoint(rest)
    return bool(quantity.masses) and not MAGNESIUM.isdisjoint(rest)


def _product(
    typed: str, hit: Hit[Product], words: Sequence[str], known: TakingIndex, weighed: Weighed
) -> Taken:
    """Read a product with its count; the strongest product of the name counts."""
    rest = without(words, (hit,))
    skin = skin_form(hit.found[0].form, words, rest, known)
    if skin:
        return not_counted(typed, skin, skin, _SKIN)
    others = forms_in(rest, known)
    quantity = _quantity(without(rest, others))
    units = {one: known.units[one.id] for one in hit.found}
    fitting = [one for one in hit.found if units_at_a_time(units[one], quantity) is not None] or hit.found
    amounts = {one: by_units(one, units[one], quantity) for one in fitting}
    strongest = max(fitting, key=lambda one: (amounts[one] or 0.0, one.high_mg or 0.0))
    amount = amounts[strongest]
    masses = quantity._replace(masses=read_quantity(" ".join(words)).masses)
    stated = stated_beside(strongest, units[strongest], masses, counted=amount is not None)
    asks = unless(amount, ASK_HOW_MUCH)
    if amount is None:
        stated = weighed() or stated
    if amount is None or (stated or 0.0) > amount:
        amount = stated
    if len({one.high_mg for one in fitting}) > 1:
        asks = (*asks, ASK_WHICH)
    piece = "solid" in units[strongest].measures or "solid" in quantity.measures
    if not piece and twin_for_skin(strongest.form, known) and SWALLOWED.isdisjoint(rest):
        asks = (*asks, ASK_SKIN)
    forms = {one.form for one in fitting if one.counts}
    form = forms.pop() if len(forms) == 1 else UNSPECIFIED
    found = recognised(typed, (strongest.name,), form, amount, use=_use(strongest), asks=asks)
    return _with_forms(found, strongest, others, quantity)


def _with_forms(found: Taken, product: Product, others: Iterable[Hit[str]], quantity: Quantity) -> Taken:
    """Add the forms that stand beside a product and are none of its own, with the mg stated."""
    ids = tuple(form for hit in others for form in hit.found if form not in product.compounds)
    if not ids:
        return found
    more = by_mass(quantity)
    amount = None if more is None or found.elemental_mg is None else found.elemental_mg + more
    asks = (*found.asks, *unless(more, ASK_ELEMENTAL))
    return replace(found, matched=(*found.matched, *ids), form=MIXED, elemental_mg=tidy_mg(amount), asks=asks)


def _form(typed: str, words: Sequence[str], known: TakingIndex, suggest: bool, weighed: Weighed) -> Taken:
    """Read a form, or magnesium alone, with its amount."""
    hits = forms_in(words, known)
    if not hits and holds_none(words):
        return Taken(typed, False, (), (), UNSPECIFIED, 0.0, _NONE, False, ())
    rest = without(words, hits)
    quantity = read_quantity(amounts(words, hits))
    ids = tuple(dict.fromkeys(form for hit in hits for form in hit.found))
    skin = skin_form(ids[0], words, rest, known) if ids else None
    if skin and all(one == skin or twin_for_skin(one, known) == skin for one in ids):
        return not_counted(typed, skin, skin, _SKIN)
    if infused := injected_form(ids, words, known):
        return not_counted(typed, infused, infused, _NONE)
    says_magnesium = not MAGNESIUM.isdisjoint(words)
    if not ids and not says_magnesium:
        quantity = quantity._replace(bare=None)
    settled = bool(ids) and all(len(hit.found) == 1 for hit in hits)
    blend = len(ids) > 1 or not BLEND.isdisjoint(rest)
    form = UNSPECIFIED if not settled else MIXED if blend else ids[0]
    compound = not _SAYS_COMPOUND.isdisjoint(rest)
    highest = max(known.fractions.values(), default=1.0)
    amount = None if compound else weighed()
    if amount is None:
        amount = by_mass(quantity, known.fractions.get(form, highest) if compound else 1.0)
    asks = unless(amount, ASK_ELEMENTAL)
    if settled:
        asks = (*asks, *where(counts_each(quantity), ASK_EACH))
        said = compound or any(mass.elemental for mass in quantity.masses) or not _AS.isdisjoint(words)
        label = () if said or amount is None or amount < (by_mass(quantity) or 0.0) else (ASK_LABEL,)
        return recognised(typed, ids, form, amount, use=_SUPPLEMENT, asks=(*asks, *label))
    if not ids and says_magnesium and not strange(word for word in rest if word not in MAGNESIUM):
        asks = (*asks, *where(counts_each(quantity), ASK_EACH), ASK_SALT)
        return recognised(typed, (PLAIN_MAGNESIUM,), form, amount, use=_SUPPLEMENT, asks=asks)
    near = ids or (suggestions(rest, known) if suggest else ())
    return Taken(typed, False, (), near, UNSPECIFIED, tidy_mg(amount), _SUPPLEMENT, True, asks)


def _quantity(words: Iterable[str]) -> Quantity:
    return read_quantity(" ".join(word for word in words if word not in MAGNESIUM))


def _strongest(products: Iterable[Product]) -> Product:
    return max(products, key=lambda product: product.high_mg or 0.0)


def _use(product: Product) -> str:
    if product.kind == "topical" or product.counts:
        return _USES.get(product.kind, _MEDICINE)
    return _NONE
