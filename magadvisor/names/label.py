"""A line of a label: which amounts it names, of what, and the percentages beside them."""

from collections.abc import Iterable, Sequence
from re import compile as pattern

from magadvisor.model.form import OtherCompound
from magadvisor.model.label import COMPOUND, ELEMENTAL, Figure, LabelLine, Percent
from magadvisor.model.printable import plain_letters
from magadvisor.names.label_beside import beside
from magadvisor.names.label_role import Line, is_certain, near_to, opens, role_of
from magadvisor.names.label_text import SERVING, cleaned
from magadvisor.names.magnesium import BLEND, Hit, TakingIndex, find, forms_in
from magadvisor.names.measures import MICROGRAMS, ML, OF_MAGNESIUM
from magadvisor.names.pieces import Pieces, pieces_in
from magadvisor.names.quantity import Mass, Quantity, measures_taken, read_quantity
from magadvisor.names.quantity_text import tidy
from magadvisor.names.taking import read_taken

_ROUNDED = 0.05  # amounts this close are one amount
_PER_GRAMS = pattern(r"\bper (\d+) g\b(?! [a-z]+ contains)")
_SCOOP = pattern(r"\bscoop (?:of )?(\d+(?:\.\d+)?) g\b")
_PIECES = pattern(r"\b(\d+) (?:[a-z]+ )?(capsule|vcap|softgel|tablet|caplet)s?\b")
_IN_LIQUID = pattern(r"\b(?:each|per|in) (?:\d+(?:\.\d+)? )?ml\b")
_SENTENCE = pattern(r"([a-z]{4})\.\s+(?=[A-Z])")
_GRAMS_COMMA = pattern(r"(?<=\d),(?=\d{3} ?g\b)")  # 3,276 g: no label means kilograms
_PERCENT = pattern(r"(?<!\d)(\d+(?:[.,]\d+)?)\s*%\*?(?!\s*(?:w/w|magnesium))\)?\s*(dv|nrv|rda|ri|vnr|ajr)?")
_SHARE = pattern(
    r"(?<!\d)(?:(\d+(?:[.,]\d+)?)\s*[-–]\s*)?(\d+(?:[.,]\d+)?)\s*%\s*(?:elemental )?(?:magnesium|elemental)"
)
_SHARE_LAST = pattern(rf"(?i:{_SHARE.pattern})\b")
_QUALIFIED = pattern(
    r"\b(?:triple|double|quad|multi|complex|blend|complete|absorption|absorbable|bioavailable|potency|strength"
    r"|advanced|premium|optimized|active|liposomal|ionic) magnesium \d"
)
_DRY = pattern(r"\b(?:powder|liquid|drops?|ml|solution|syrup|pulver|water|sachet|spoon|mixture)\b")


def read_label(
    text: str, known: TakingIndex, others: Sequence[OtherCompound] = (), *, together: bool = False
) -> LabelLine:
    """Read a line of a label; what it does not say is left open.

    An amount beside several pieces counts for each of them, or `together` for all of them.
    """
    written = _GRAMS_COMMA.sub(".", _SHARE_LAST.sub(";", _SENTENCE.sub(r"\1; ", text)))
    whole = tidy(written)
    taken = read_taken(text, known)
    clean, asks = cleaned(written, whole, together=together)
    words = clean.split()
    products = [one for hit in find(words, known.products) for one in hit.found if one.counts]
    hits = (*forms_in(words, known), *_other_hits(words, others))
    forms = _forms(hits, known)
    at_a_time = _at_a_time(pieces_in(whole), together)
    figures = _told_once(tuple(_figures(clean, forms, hits, known, at_a_time)))
    low = plain_letters(text).lower()
    share = _SHARE.search(low)
    count = SERVING.search(whole) or _PIECES.search(whole)
    return LabelLine(
        text=text,
        forms=forms,
        blend=len(forms) > 1 or not BLEND.isdisjoint(words),
        chelate=any(word.startswith("chelat") for word in words),
        counted=taken.counts,
        taken_form=taken.form,
        taken_mg=taken.elemental_mg if products else None,
        matched=taken.matched,
        products=tuple(one.high_mg for one in products if one.high_mg is not None),
        blended=any(len(one.compounds) > 1 for one in products),
        figures=figures,
        percents=tuple(
            Percent(_number(one.group(1)), one.group(2)) for one in _PERCENT.finditer(_SHARE.sub(" ", low))
        ),
        share=None if share is None else (_number(share.group(1) or share.group(2)), _number(share.group(2))),
        words=frozenset(words),
        qualified=bool(_QUALIFIED.search(whole)),
        pieces=int(float(count[1])) or None if count else None,
        capsules="caps" in whole or "softgel" in whole,
        loose=bool(_DRY.search(whole)),
        asks=asks,
    )


def _figures(
    text: str,
    forms: Sequence[str],
    hits: Sequence[Hit[str]],
    known: TakingIndex,
    at_a_time: float,
) -> Iterable[Figure]:
    """Read the amounts of a line from left to right; an amount is taken `at_a_time` so often."""
    quantity, words = read_quantity(text), text.split()
    masses = sorted(quantity.masses, key=lambda one: one.start)
    used: set[Hit[str]] = set()
    opened, last = False, None
    for one in beside(text, masses):
        mass = one.mass
        left = [hit for hit in hits if hit not in used]
        near = near_to(one, text, left, known, Line(bool(forms), opened, last))
        found = role_of(one, near)
        opened = opens(one)
        if found is None or (mass.unit == "g" and "scoop" in one.before):
            continue
        role, hit = found
        used.update((hit,) if hit else ())
        form = hit.found[0] if hit and len(hit.found) == 1 else last if role == COMPOUND else None
        last = form or last
        mg = mass.mg / 1000 if mass.unit.startswith(MICROGRAMS) else mass.mg
        factor = _factor(mass, text, quantity, at_a_time)
        yield Figure(
            mg * factor,
            role,
            form,
            is_certain(hit, words, known),
            mass.per == ML or bool(_IN_LIQUID.search(text)),
            mass.unit.startswith(OF_MAGNESIUM),
            factor,
            _is_of_one(mass, quantity),
        )


def _told_once(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Take an amount beside a salt for its magnesium where mEq or mmol tell the same: "84 mg (7 mEq)"."""
    charges = [one.mg for one in figures if one.by_charge]
    return tuple(
        one._replace(role=ELEMENTAL)
        if one.role == COMPOUND and any(abs(one.mg - mg) <= _ROUNDED * mg for mg in charges)
        else one
        for one in figures
    )


def _at_a_time(pieces: Pieces, together: bool) -> float:
    """Say how often an amount is taken at a time; `together` it is that of all pieces, unless of each."""
    return 1.0 if together and not pieces.each else pieces.factor


def _factor(mass: Mass, text: str, quantity: Quantity, at_a_time: float) -> float:
    """Say how often the amount is taken, where the line says what is taken."""
    scoop, grams = _SCOOP.search(text), _PER_GRAMS.search(text)
    if scoop and grams:
        return float(scoop.group(1)) / float(grams.group(1)) * quantity.times
    if mass.per is not None:
        taken = measures_taken(mass, quantity)
        each = 1.0 if taken is None else taken / (mass.per_amount or 1.0)
        return each * quantity.times
    return at_a_time * quantity.times


def _is_of_one(mass: Mass, quantity: Quantity) -> bool:
    """Say whether an amount is that of one piece where nobody says how many are taken."""
    return mass.per not in (None, ML) and mass.per_amount is None and measures_taken(mass, quantity) is None


def _forms(hits: Iterable[Hit[str]], known: TakingIndex) -> tuple[str, ...]:
    """List what is named; a name of two forms settles none of them."""
    settled = [hit.found[0] for hit in hits if len(hit.found) == 1]
    oral = [form for form in settled if form not in known.by_id or known.by_id[form].swallowed]
    return tuple(dict.fromkeys(oral or settled))


def _other_hits(words: Sequence[str], others: Sequence[OtherCompound]) -> tuple[Hit[str], ...]:
    named = {
        tuple(tidy(name).split()): (one.id,) for one in others for name in (one.id, one.name, *one.names)
    }
    return find(words, named)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
