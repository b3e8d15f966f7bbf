"""The items of a text about what is taken, and several amounts of one magnesium."""

from collections.abc import Sequence
from itertools import pairwise
from re import compile as pattern

from magadvisor.names.daily import ABOUT
from magadvisor.names.magnesium import MAGNESIUM, TakingIndex, forms_in, named_in, strange
from magadvisor.names.measures import PARTS_OF_A_DAY
from magadvisor.names.nutrients import NUTRIENTS
from magadvisor.names.quantity import read_quantity

_JOINS = pattern(r" (?:and|plus) ")
_PART_OF_DAY = pattern(rf"\b(?:{'|'.join(PARTS_OF_A_DAY)})\b")
_NEXT_DOSE = pattern(rf"({_PART_OF_DAY.pattern}) (?=\d)")


def items_of(text: str, known: TakingIndex) -> list[list[str]]:
    """Part a tidy text into the words of its items.

    Of "citrate 150 mg in the morning and 300 mg at night" the second item is of citrate too.
    """
    doses = _split(_NEXT_DOSE.sub(r"\1 ; ", text))
    named = [words for words in doses if _names(words, known)]
    if (
        len(doses) > 1
        and len(named) == 1
        and _are_doses(doses, named[0], known, joined=bool(_JOINS.search(text)))
    ):
        names = _names(named[0], known)
        return [words if words is named[0] else [*names, *words] for words in doses]
    return [part for words in _split(text) for part in _by_name(words, known)]


def _by_name(words: Sequence[str], known: TakingIndex) -> list[list[str]]:
    """Part words in front of each form that a number of its own follows: "glycinate 150 citrate 80"."""
    hits = forms_in(words, known)
    bare = [hit for hit in hits if _is_bare(words[hit.end : hit.end + 2])]
    starts = [hit.start - (words[hit.start - 1] in MAGNESIUM) for hit in hits[1:]]
    if not starts or len(bare) < len(hits):
        return [list(words)]
    return [list(words[start:end]) for start, end in pairwise((0, *starts, len(words)))]


def _is_bare(behind: Sequence[str]) -> bool:
    """Say whether a number without a unit comes first."""
    number, unit = "".join(behind[:1]), " ".join(behind)
    return number.replace(".", "", 1).isdigit() and not read_quantity(unit).masses


def _split(text: str) -> list[list[str]]:
    return [part.split() for part in _JOINS.sub(" ; ", text).split(";") if part.strip()]


def _are_doses(
    doses: Sequence[Sequence[str]], named: Sequence[str], known: TakingIndex, *, joined: bool
) -> bool:
    """Say whether each gives one amount, in one sense, for one part of the day or for none.

    "1000 mg, 150 mg elemental at night" is one amount said twice, and so is "oxide 400 mg, 241 mg", where
    the second is the magnesium of the first; unless the text says "and", or when each is taken.
    """
    texts = map(" ".join, doses)
    each = [(read_quantity(text), len(_PART_OF_DAY.findall(text))) for text in texts]
    single = all(len(said.masses) == 1 and (day or not said.measures) for said, day in each)
    senses = {mass.elemental for said, _ in each for mass in said.masses}
    if not single or len(senses) > 1 or max(day for _, day in each) > 1:
        return False
    if joined or any(day for _, day in each):
        return True
    first, *_, last = [said.masses[0].mg for said, _ in each]
    forms = [form for hit in forms_in(named, known) for form in hit.found if form in known.fractions]
    return not any(_holds(first, last, form, known) for form in forms)


def _holds(compound: float, mg: float, form: str, known: TakingIndex) -> bool:
    """Say whether an amount is the magnesium in another, of a salt."""
    least, most = (compound * shares[form] for shares in (known.least, known.fractions))
    return least * (1 - ABOUT) <= mg <= most * (1 + ABOUT)


def _names(words: Sequence[str], known: TakingIndex) -> list[str]:
    """Give the words that say what is taken: of a form, of a product, or any that is not known."""
    named = named_in(words, known)
    telling = MAGNESIUM | NUTRIENTS | {*strange(words)} - {";"}
    return [word for at, word in enumerate(words) if at in named or word in telling]
