"""Magnesium already taken, as typed: which product or form, and how much elemental magnesium a day."""

from collections.abc import Callable, Sequence
from re import compile as pattern

from magadvisor.model.form import MIXED, UNSPECIFIED
from magadvisor.model.record import replace
from magadvisor.names.doses import items_of
from magadvisor.names.magnesium import MAGNESIUM, TakingIndex, index
from magadvisor.names.plain_words import words_of
from magadvisor.names.quantity_text import tidy
from magadvisor.names.taken import ASK_ELEMENTAL, MEDICINE, SUPPLEMENT, Taken, recognised, tidy_mg, unless
from magadvisor.names.taken_item import PLAIN_MAGNESIUM, Weighed, read_item

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

# What the amounts of a label are for; it does not say how much is taken.
_SERVING_SIZE = pattern(r"\bserving size(?: of)? \d+(?:\.\d+)? [a-z]+\b")

# "Magnesium hydroxide 135 mg; each tablet contains: magnesium 55 mg" is one item.
_SAYS_AGAIN = words_of(
    "contain contains containing provide provides providing equivalent davon dont soit entsprechend"
)

LONGEST = 2_000
"""Characters beyond which a text is nothing that a person takes."""


def read_taken(text: str, known: TakingIndex, *, suggest: bool = True, weigh: Weigh | None = None) -> Taken:
    """Read what a person takes; of two readings the one with more magnesium counts.

    `weigh` reads the mg of a text that names no product as those of a label are read.
    A text longer than the limit is no name: it is not checked and its amount is not known.
    """
    if len(text) > LONGEST:
        return Taken(text, False, (), (), UNSPECIFIED, None, SUPPLEMENT, True, (ASK_ELEMENTAL,))
    whole = _SERVING_SIZE.sub(" ", tidy(text))
    said = items_of(whole, known)
    each = [
        read_item(text, words, known, suggest=suggest, weighed=_weighed(weigh, " ".join(words)))
        for words in said
    ]
    if len(each) > 1 and _stand_alone(each, said, known):
        return _together(text, each)
    return read_item(text, whole.split(), known, suggest=suggest, weighed=_weighed(weigh, text))


def _weighed(weigh: Weigh | None, text: str) -> Weighed:
    return lambda: weigh(text) if weigh else None


def taken_from_parts(form: str, elemental_mg: float | None, typed: str, known: TakingIndex) -> Taken:
    """Read a form or product that is given apart from its elemental mg a day."""
    name = form.strip().lower()
    if name in (MIXED, UNSPECIFIED):
        return recognised(
            typed, (name,), name, elemental_mg, use=SUPPLEMENT, asks=unless(elemental_mg, ASK_ELEMENTAL)
        )
    found = read_taken(form, known)
    other = MAGNESIUM.isdisjoint(tidy(form).split()) and found.form == UNSPECIFIED
    if elemental_mg and other and not found.counts:  # known to hold none, and yet an amount was given
        found = replace(found, checked=False, matched=(), use=SUPPLEMENT, counts=True)
    if not found.counts:
        return replace(found, typed=typed)
    amount = found.elemental_mg if elemental_mg is None else elemental_mg
    return replace(found, typed=typed, elemental_mg=amount, asks=unless(amount, ASK_ELEMENTAL))


def product_for_medicine(typed: str, known: TakingIndex) -> Taken | None:
    """Read the magnesium in a medicine that is known to hold some; None where the name says too little."""
    found = read_taken(typed, known, suggest=False)
    if not found.checked:
        return None
    return replace(found, use=MEDICINE) if found.counts else found


def unknown_amount(typed: str) -> Taken:
    """Tell of a medicine that holds magnesium, in an amount that is not known."""
    return recognised(typed, (), UNSPECIFIED, None, use=MEDICINE, asks=(ASK_ELEMENTAL,))


def _stand_alone(each: Sequence[Taken], said: Sequence[Sequence[str]], known: TakingIndex) -> bool:
    """Say whether parts of a text are items of their own: all known, and no mere list of salts."""
    later = zip(each[1:], said[1:], strict=True)
    again = (words for taken, words in later if taken.matched == (PLAIN_MAGNESIUM,))
    if any(not _SAYS_AGAIN.isdisjoint(words) for words in again):
        return False
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
