"""A line of a label: which amounts it names, of what, and the percentages beside them."""

from collections.abc import Iterable, Sequence
from re import compile as pattern

from magadvisor.model.form import Form, OtherCompound
from magadvisor.model.label import BESIDE, COMPOUND, ELEMENTAL, SHARED, Figure, LabelLine, Percent
from magadvisor.model.printable import plain_letters
from magadvisor.names.label_beside import NAMED, OF_IT, Beside, beside
from magadvisor.names.label_text import SERVING, cleaned
from magadvisor.names.magnesium import BLEND, MAGNESIUM, Hit, TakingIndex, find, forms_in
from magadvisor.names.measures import MICROGRAMS, ML, OF_MAGNESIUM
from magadvisor.names.pieces import Pieces, pieces_in
from magadvisor.names.quantity import Mass, Quantity, read_quantity
from magadvisor.names.quantity_text import tidy
from magadvisor.names.taking import read_taken

_ALONE = pattern(r"[ ;]*")
_CLOSE = 5  # words behind an amount in which its salt stands
_ROUNDED = 0.05  # amounts this close are one amount
_JOINS = ("and", "plus", "with", "w", "et", "und", "mit", "avec")
_STOPS = frozenset(("as", "from", "per", "davon", "soit", "providing", "provides", ";", *_JOINS))

_WORD = pattern(r"\S+")
_PER_GRAMS = pattern(r"\bper (\d+) g\b(?! [a-z]+ contains)")
_SCOOP = pattern(r"\bscoop (?:of )?(\d+(?:\.\d+)?) g\b")
_PIECES = pattern(r"\b(\d+) (?:[a-z]+ )?(capsule|vcap|softgel|tablet|caplet)s?\b")
_IN_LIQUID = pattern(r"\b(?:each|per|in) (?:\d+(?:\.\d+)? )?ml\b")
_GRAMS_COMMA = pattern(r"(?<=\d),(?=\d{3} ?g\b)")  # 3,276 g: no label means kilograms
_FROM = pattern(r"\bmagnesium(?: (?:elemental|element))? (?:as|from|aus|als|de)\b")
_HYDRATE = pattern(
    r"\b(?:mono|di|tri|tetra|penta|hexa|hepta|nona|dodeca)hydrat\w*|\banhydr\w*|\bwasserfrei\w*"
)
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
    written = _GRAMS_COMMA.sub(".", _SHARE_LAST.sub(";", text))
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
    places = [one.start() for one in _WORD.finditer(text)]
    opened = False
    used: set[Hit[str]] = set()
    last = None
    for one in beside(text, masses):
        mass = one.mass
        left = [hit for hit in hits if hit not in used]
        behind = _salt(_ahead(one.after), mass.end, places, left)
        ahead = [hit for hit in left if one.start <= places[hit.start] < mass.start]
        touches = bool(ahead) and _touches(ahead[-1], text[places[ahead[-1].start] : mass.start])
        touches = touches and not opened and _is_own(ahead[-1], one, behind, words, known)
        found = _role(one, behind, ahead, touches, opened, last, bool(forms))
        opened = bool(_FROM.search(one.before)) and one.before.rstrip().endswith(("as", "from"))
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
            _is_certain(hit, words, known),
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


def _is_own(
    hit: Hit[str], one: Beside, behind: Hit[str] | None, words: Sequence[str], known: TakingIndex
) -> bool:
    """Say whether an amount right behind a salt's name is that of the salt, as far as the line tells."""
    if _FROM.search(one.before):
        return False
    if words[hit.end - 1] == "magnesium" and not _is_certain(hit, words, known):  # "ionic magnesium 250 mg"
        return False
    return behind is not None or not OF_IT.search(one.after)  # "citrate 300 mg magnesium a sachet"


def _role(
    one: Beside,
    behind: Hit[str] | None,
    ahead: Sequence[Hit[str]],
    touches: bool,
    opened: bool,
    last: str | None,
    forms: bool,
) -> tuple[str, Hit[str] | None] | None:
    """Say whether an amount is magnesium, a compound or a blend; None where it is something else.

    `opened`: the last amount stood right behind "magnesium as" or "from", so that this one is magnesium.
    """
    mass, before, after = one.mass, one.before, one.after
    if mass.unit.startswith(OF_MAGNESIUM):
        return ELEMENTAL, None
    if touches and not mass.elemental:
        return COMPOUND, ahead[-1]
    if NAMED.search(before):
        return ELEMENTAL, None
    if behind is not None:
        return COMPOUND, behind
    if mass.elemental or OF_IT.search(after) or opened:
        return ELEMENTAL, None
    if mass.other:
        return None
    if _FROM.search(before):
        return ELEMENTAL, None
    if ahead:
        return COMPOUND, ahead[-1]
    if last is not None and _HYDRATE.match(after.strip()):
        return COMPOUND, None
    if not BLEND.isdisjoint(before.split()) or "chelate" in before:
        return SHARED, None
    if forms and last is not None:
        return (BESIDE, None) if _ALONE.fullmatch(before) and mass.per is None else None
    return (ELEMENTAL, None) if not MAGNESIUM.isdisjoint(before.split()) else None


def _touches(hit: Hit[str], text: str) -> bool:
    """Say whether a salt's name stands right before an amount; French puts "de magnésium" between."""
    rest = text.split()[hit.end - hit.start :]
    return rest in ([], ["de", "magnesium"], ["of", "magnesium"])


def _salt(ahead: str, start: int, places: Sequence[int], hits: Iterable[Hit[str]]) -> Hit[str] | None:
    """Find the salt that stands close behind an amount."""
    return next((hit for hit in hits if start <= places[hit.start] < start + len(ahead)), None)


def _ahead(after: str) -> str:
    """Keep the few words behind an amount that may name its salt."""
    end = 0
    for found in list(_WORD.finditer(after))[:_CLOSE]:
        word = found.group()
        if word in _STOPS or word[0].isdigit() or word.startswith(("equiv", "entspr")):
            break
        end = found.end()
    return after[:end]


def _at_a_time(pieces: Pieces, together: bool) -> float:
    """Say how often an amount is taken at a time; `together` it is that of all pieces, unless of each."""
    return 1.0 if together and not pieces.each else pieces.factor


def _factor(mass: Mass, text: str, quantity: Quantity, at_a_time: float) -> float:
    """Say how often the amount is taken, where the line says what is taken."""
    scoop, grams = _SCOOP.search(text), _PER_GRAMS.search(text)
    if scoop and grams:
        return float(scoop.group(1)) / float(grams.group(1)) * quantity.times
    if mass.per is not None:
        taken = quantity.measures.get(mass.per)
        if taken is None and mass.per != ML:
            taken = quantity.number
        each = 1.0 if taken is None else taken / (mass.per_amount or 1.0)
        return each * quantity.times
    return at_a_time * quantity.times


def _is_of_one(mass: Mass, quantity: Quantity) -> bool:
    """Say whether an amount is that of one piece where nobody says how many are taken."""
    uncounted = mass.per not in quantity.measures and quantity.number is None
    return mass.per not in (None, ML) and mass.per_amount is None and uncounted


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


def _is_certain(hit: Hit[str] | None, words: Sequence[str], known: TakingIndex) -> bool:
    """Say whether a formula or a name of one compound alone was written."""
    if hit is None:
        return False
    written = " ".join(words[hit.start : hit.end])
    form: Form | None = known.by_id.get(hit.found[0])
    compounds = form.compounds if form else ()
    return any(written == tidy(name) for one in compounds for name in (one.formula.split("·")[0], *one.names))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
