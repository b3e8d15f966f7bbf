"""Which products and forms of magnesium a text names: whole words, the longest name first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from magadvisor.model.form import Form
from magadvisor.model.medicine import Product
from magadvisor.model.record import Record
from magadvisor.names.nutrients import BESIDE_NUTRIENTS, MINERALS, NUTRIENTS
from magadvisor.names.plain_words import PLAIN_WORDS, words_of
from magadvisor.names.quantity import ITSELF, read_quantity, unit_measures
from magadvisor.names.quantity_text import tidy

T = TypeVar("T")
Named = Mapping[tuple[str, ...], tuple[T, ...]]

MOST_SUGGESTED = 5
LEAST_ALIKE = 72.0
ONE_GRAM = 1000.0

MAGNESIUM = words_of("magnesium magnesia mag magnesio")
BLEND = words_of("complex blend buffered triple multi multiform mixed mix combination")
ON_SKIN = words_of("bath baths soak soaks soaking skin topical lotion footbath flakes")
INJECTED = words_of("iv intravenous intravenously infusion infusions injection injected drip")
SWALLOWED = words_of(
    "drink drinks drinking drunk drank swallow swallowed mouth oral orally eaten water tongue sublingual"
)
_PLAIN = BLEND | PLAIN_WORDS | {"chelate", "chelated"}
_NOT = (["no"], ["non"], ["not"], ["without"])
_FREE_OF = (["free", "of"], ["free", "from"])
_INFUSION = "infusion"  # the kind of a product that is given by needle
_CHELATE = "chelat"  # a chelate may be of any kind, or buffered with oxide
_GLYCINE = "glycin"


class Unit(NamedTuple):
    """What one unit of a product is, and the numbers in its names, which are no amount taken."""

    measures: dict[str, float]
    strengths: frozenset[float]


class Hit(NamedTuple, Generic[T]):
    """A name found at words[start:end], and all that has this name."""

    start: int
    end: int
    found: tuple[T, ...]


class TakingIndex(Record, eq=False):
    """Products and forms by the words of their names; the highest and the least elemental share of a form."""

    products: Named[Product]
    forms: Named[str]
    by_id: Mapping[str, Form]
    units: Mapping[str, Unit]
    fractions: Mapping[str, float]
    least: Mapping[str, float]


def index(
    forms: Iterable[Form], products: Iterable[Product], fraction: Callable[[str], float] | None = None
) -> TakingIndex:
    """Build the index once; without `fraction`, which reads a formula, a compound counts as all magnesium.

    Both are sorted by id: of two products that are equally strong no order of entries decides.
    """
    by_id = {form.id: form for form in sorted(forms, key=lambda form: form.id)}
    known = sorted(products, key=lambda product: product.id)
    return TakingIndex(
        _bywords_of((name, product) for product in known for name in (product.name, *product.names)),
        _bywords_of((name, form.id) for form in by_id.values() for name in _names(form)),
        by_id,
        {product.id: _unit(product) for product in known},
        _shares(by_id.values(), fraction, max),
        _shares(by_id.values(), fraction, min),
    )


def _shares(
    forms: Iterable[Form],
    fraction: Callable[[str], float] | None,
    one_of: Callable[[Iterable[float]], float],
) -> dict[str, float]:
    """Give one of the elemental shares of the compounds that the name of a form may mean."""
    if fraction is None:
        return {}
    return {form.id: one_of([fraction(one.formula) for one in form.compounds] or [1.0]) for form in forms}


def find(words: Sequence[str], names: Named[T]) -> tuple[Hit[T], ...]:
    """Find the names in a text, longest first, no two on the same word; `;` stands between words."""
    places = [place for place, word in enumerate(words) if word != ";"]
    longest = max(map(len, names), default=0)
    spans = (
        (first, first + length)
        for length in range(min(longest, len(places)), 0, -1)
        for first in range(len(places) - length + 1)
    )
    hits: list[Hit[T]] = []
    for first, end in spans:
        found = names.get(tuple(words[place] for place in places[first:end]))
        start, stop = places[first], places[end - 1] + 1
        if found and all(stop <= hit.start or start >= hit.end for hit in hits):
            hits.append(Hit(start, stop, found))
    return tuple(sorted(hits, key=lambda hit: hit.start))


def without(words: Sequence[str], hits: Iterable[Hit[T]]) -> list[str]:
    """Leave out the words of the hits."""
    gone = _places(hits)
    return [word for place, word in enumerate(words) if place not in gone]


def _places(hits: Iterable[Hit[T]]) -> set[int]:
    return {place for hit in hits for place in range(hit.start, hit.end)}


def amounts(words: Sequence[str], hits: Iterable[Hit[str]]) -> str:
    """Leave out the names of what is counted, but mark the ones that an amount follows."""
    ends = {place: hit.end for hit in hits for place in range(hit.start, hit.end)}
    kept = []
    for place, word in enumerate(words):
        end = ends.get(place, place + 1 if word in MAGNESIUM else None)
        if end is None:
            kept.append(word)
        elif place == end - 1 and "".join(words[end : end + 1])[:1].isdigit():
            kept.append(ITSELF)
    return " ".join(kept)


def forms_in(words: Sequence[str], known: TakingIndex) -> tuple[Hit[str], ...]:
    """Find the forms of magnesium; the salt of another mineral is none, nor is one that is left out."""
    return tuple(
        hit
        for hit in find(words, known.forms)
        if not {*words[hit.start - 1 : hit.start]} & MINERALS and not is_left_out(hit.start, hit.end, words)
    )


def named_in(words: Sequence[str], known: TakingIndex) -> set[int]:
    """Give the places of the words that name a product or a form."""
    return _places(find(words, known.products)) | _places(forms_in(words, known))


def is_left_out(start: int, end: int, words: Sequence[str]) -> bool:
    """Say whether a text names something to say that it is not in it: "oxide-free", "no oxide"."""
    before = [word for word in words[:start] if word not in MAGNESIUM]
    return _is_free(words[end:]) or before[-1:] in _NOT or before[-2:] in _FREE_OF


def holds_none(words: Sequence[str]) -> bool:
    """Say whether a text that names no form is plainly about other nutrients, or says magnesium-free."""
    free = [place for place, word in enumerate(words) if word in MAGNESIUM and _is_free(words[place + 1 :])]
    others = [word for place, word in enumerate(words) if place not in free]
    if not MAGNESIUM.isdisjoint(others):
        return False
    nutrients = not NUTRIENTS.isdisjoint(words)
    return bool(free) or (nutrients and not set(strange(words)) - NUTRIENTS - BESIDE_NUTRIENTS)


def _is_free(behind: Sequence[str]) -> bool:
    return list(behind[:1]) == ["free"] and list(behind[1:2]) != ["form"]


def twin_for_skin(form: str, known: TakingIndex) -> str | None:
    """Find the form for the skin that is the same salt as one to swallow."""
    by_id = known.by_id.items()
    return next((one for one, other in by_id if not other.swallowed and one.startswith(f"{form}-")), None)


def skin_form(form: str, words: Sequence[str], rest: Sequence[str], known: TakingIndex) -> str | None:
    """Give the form for the skin when a text means it: nothing is swallowed, no tablet, no mg."""
    quantity = read_quantity(" ".join(rest))
    if not SWALLOWED.isdisjoint(words) or "solid" in quantity.measures:
        return None
    if form in known.by_id and not known.by_id[form].swallowed:
        return form
    small = any(mass.mg < ONE_GRAM for mass in quantity.masses)
    return None if small or ON_SKIN.isdisjoint(words) else twin_for_skin(form, known)


def injected_form(forms: Sequence[str], words: Sequence[str], known: TakingIndex) -> str | None:
    """Give the form that a text says is given by needle: one that infusions hold, and nothing swallowed."""
    quantity = read_quantity(" ".join(words))
    if INJECTED.isdisjoint(words) or not SWALLOWED.isdisjoint(words) or "solid" in quantity.measures:
        return None
    infused = {one.form for found in known.products.values() for one in found if one.kind == _INFUSION}
    return next((form for form in forms if form in infused), None) if len(forms) == 1 else None


def strange(words: Iterable[str]) -> list[str]:
    """Keep the words that say neither how much nor what everybody says."""
    return [word for word in words if word not in _PLAIN and not word[0].isdigit()]


def suggestions(words: Iterable[str], known: TakingIndex) -> tuple[str, ...]:
    """List at most five names that look alike: ids of forms and names of products."""
    from rapidfuzz import fuzz, process

    text = " ".join(word for word in words if word == "of" or strange((word,)))
    names = _by_text(known)
    near = process.extract(text, names.keys(), scorer=fuzz.ratio, limit=20, score_cutoff=LEAST_ALIKE)
    return tuple(dict.fromkeys(names[name] for name, *_ in near))[:MOST_SUGGESTED]


@lru_cache(maxsize=4)
def _by_text(known: TakingIndex) -> dict[str, str]:
    """Give the name of a product or the id of a form by its words as text."""
    names = {" ".join(words): products[0].name for words, products in known.products.items()}
    names.update({" ".join(words): forms[0] for words, forms in known.forms.items()})
    return names


def _bywords_of(named: Iterable[tuple[str, T]]) -> dict[tuple[str, ...], tuple[T, ...]]:
    """Group by the words of a name; a hyphen is a space or nothing."""
    grouped: dict[tuple[str, ...], dict[T, None]] = {}
    for name, one in named:
        for written in dict.fromkeys((name, name.replace("-", ""))):
            words = tuple(word for word in tidy(written).split() if word != ";")
            grouped.setdefault(words, {})[one] = None
    return {words: tuple(ones) for words, ones in grouped.items()}


def _names(form: Form) -> Iterable[str]:
    compounds = [compound.name for compound in form.compounds if form.swallowed]
    for name in (form.id, *form.names, *compounds):
        if _CHELATE not in name.lower() or _GLYCINE in name.lower():
            yield name


def _unit(product: Product) -> Unit:
    texts = (product.name, *product.names, product.unit)
    words = [word for text in texts for word in tidy(text).split()]
    return Unit(unit_measures(product.unit), frozenset(float(word) for word in words if word[0].isdigit()))
