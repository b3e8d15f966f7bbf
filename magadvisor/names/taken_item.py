"""One item that is taken: which product or form of magnesium it is, and how many elemental mg a day."""

from collections.abc import Callable, Iterable, Sequence

from magadvisor.model.form import MIXED, UNSPECIFIED
from magadvisor.model.medicine import Product
from magadvisor.model.record import replace
from magadvisor.names.daily import by_mass, by_units, counts_each, stated_beside, units_at_a_time
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
    injected_form,
    skin_form,
    strange,
    suggestions,
    twin_for_skin,
    without,
)
from magadvisor.names.nutrients import MULTIVITAMIN
from magadvisor.names.quantity import Quantity, read_quantity
from magadvisor.names.taken import (
    ASK_EACH,
    ASK_ELEMENTAL,
    ASK_HOW_MUCH,
    ASK_LABEL,
    ASK_SALT,
    ASK_SKIN,
    ASK_WHICH,
    MEDICINE,
    NONE,
    SKIN,
    SUPPLEMENT,
    Taken,
    not_counted,
    recognised,
    tidy_mg,
    unless,
    where,
)

Weighed = Callable[[], float | None]
"""Reads the mg of an item as those of a label are read, when it is asked."""

PLAIN_MAGNESIUM = "magnesium"

_AS = frozenset(("as", "from"))  # "magnesium (as citrate) 150 mg": the amount is that of magnesium
_SAYS_COMPOUND = frozenset(("compound", "salt"))
_USES = {"topical": SKIN, **dict.fromkeys(("supplement", "multivitamin", "electrolyte"), SUPPLEMENT)}


def read_item(
    typed: str, words: Sequence[str], known: TakingIndex, *, suggest: bool, weighed: Weighed
) -> Taken:
    """Read an item from its tidy words; `suggest` names that look alike where it is not known."""
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
        return not_counted(typed, skin, skin, SKIN)
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
    if (quantity.bare or 0.0) > (strongest.high_mg or float("inf")):  # "Verla 400": one of another strength
        amount, asks = None, (ASK_ELEMENTAL,)
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
        return Taken(typed, False, (), (), UNSPECIFIED, 0.0, NONE, False, ())
    rest = without(words, hits)
    quantity = read_quantity(amounts(words, hits))
    ids = tuple(dict.fromkeys(form for hit in hits for form in hit.found))
    skin = skin_form(ids[0], words, rest, known) if ids else None
    if skin and all(one == skin or twin_for_skin(one, known) == skin for one in ids):
        return not_counted(typed, skin, skin, SKIN)
    if infused := injected_form(ids, words, known):
        return not_counted(typed, infused, infused, NONE)
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
        return recognised(typed, ids, form, amount, use=SUPPLEMENT, asks=(*asks, *label))
    known_words = MAGNESIUM | MULTIVITAMIN if quantity.masses else MAGNESIUM
    if not ids and says_magnesium and not strange(word for word in rest if word not in known_words):
        asks = (*asks, *where(counts_each(quantity), ASK_EACH), ASK_SALT)
        return recognised(typed, (PLAIN_MAGNESIUM,), form, amount, use=SUPPLEMENT, asks=asks)
    near = ids or (suggestions(rest, known) if suggest else ())
    return Taken(typed, False, (), near, UNSPECIFIED, tidy_mg(amount), SUPPLEMENT, True, asks)


def _quantity(words: Iterable[str]) -> Quantity:
    return read_quantity(" ".join(word for word in words if word not in MAGNESIUM))


def _strongest(products: Iterable[Product]) -> Product:
    return max(products, key=lambda product: product.high_mg or 0.0)


def _use(product: Product) -> str:
    if product.kind == "topical" or product.counts:
        return _USES.get(product.kind, MEDICINE)
    return NONE
