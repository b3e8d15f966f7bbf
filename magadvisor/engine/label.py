"""What a line of a label comes to: recomputed, and held against what a pure salt can be."""

from collections.abc import Sequence

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.engine.label_found import Found, by_form, by_percent, most_pure, sum_of, worked_back
from magadvisor.engine.percentages import bare_share, daily, printed_on
from magadvisor.engine.shares import ABOVE, above, below, usual_compound
from magadvisor.engine.shelf import Shelf
from magadvisor.model.form import MIXED, UNSPECIFIED
from magadvisor.model.label import BESIDE, COMPOUND, ELEMENTAL, SHARED, Figure, LabelLine, LabelReading
from magadvisor.model.limit import Reference
from magadvisor.model.record import replace

# How labels are rounded, and what a piece has room for: the choice of this project, from labels it has read.
_SAME = 1.1  # amounts this close are one amount, rounded
_CLEAR = 1.25  # a wider range leaves the salt open
_WHOLE_FROM_MG = 1000  # mg from which a figure has no tenths
_CAPSULE_MG, _TABLET_MG = 1200.0, 1800.0  # of a compound: about as much as one piece has room for
_PIECES = 2  # as many are taken at a time at most, where a line names no number


def judge(line: LabelLine, shelf: Shelf, references: Sequence[Reference]) -> LabelReading:
    """Work a line out; of two readings neither is chosen silently."""
    found = _found(line, shelf, references)
    form = _form(line, found)
    return LabelReading(
        text=line.text,
        verdict=found.verdict,
        form=form,
        named=line.matched if found.verdict == "product" else line.forms or line.matched,
        elemental_low_mg=_tidy(found.low),
        elemental_high_mg=_tidy(found.high),
        usual_mg=_tidy(found.usual),
        compound_mg=_tidy(found.compound),
        percent=_percent(found),
        pure_at_most_percent=None if found.most is None else round(100 * found.most, 2),
        printed=found.printed,
        daily=daily(found.low, found.high, references),
        above=(),
        because=(*found.because, *_beside(line)),
        asks=tuple(dict.fromkeys((*line.asks, *found.asks))),
    )


def _beside(line: LabelLine) -> tuple[str, ...]:
    buffered = line.counted and "buffered" in line.words
    drops = any(one.per_liquid for one in line.figures) and not line.words.isdisjoint(("drop", "drops"))
    return (*(("buffered",) if buffered else ()), *(("drops",) if drops else ()))


def _found(line: LabelLine, shelf: Shelf, references: Sequence[Reference]) -> Found:
    if not line.counted:
        return Found("not-counted", 0.0, 0.0)
    if "population" in line.asks:
        return Found("unread", None, None, asks=("population",))
    compounds = [one for one in line.figures if one.role == COMPOUND and one.form]
    elemental = [one for one in line.figures if one.role == ELEMENTAL] or _held(line, compounds, shelf)
    if elemental:
        return _stated(line, elemental, compounds, shelf, references)
    if compounds:
        return _worked_out(line, compounds, shelf, references)
    if line.figures:
        return _blend(line, max(one.mg for one in line.figures if one.role != BESIDE), shelf)
    if line.taken_mg is not None:
        return Found("product", line.taken_mg, line.taken_mg, because=("product-known",), asks=("label",))
    return Found("unread", None, None, asks=("amount",))


def _held(line: LabelLine, compounds: Sequence[Figure], shelf: Shelf) -> list[Figure]:
    """Take an amount right beside that of one salt for its magnesium, where the salt holds as much."""
    beside = [one for one in line.figures if one.role == BESIDE]
    if len(beside) != 1 or len(compounds) != 1:
        return []
    pure = shelf.range(compounds[0].form or "", shelf.candidates(compounds[0].form or "", line.words))
    share = beside[0].mg / compounds[0].mg
    return [] if above(share, pure) or below(share, pure) else [beside[0]._replace(role=ELEMENTAL)]


def _stated(
    line: LabelLine,
    stated: Sequence[Figure],
    compounds: Sequence[Figure],
    shelf: Shelf,
    references: Sequence[Reference],
) -> Found:
    """Check an amount of magnesium against its percentage and its compound."""
    amounts = [one.mg for one in stated]
    main = next((one for one in stated if not one.by_charge), stated[0])
    mg = main.mg
    if max(amounts) > _SAME * min(amounts):
        return Found("impossible", min(amounts), max(amounts), because=("amounts-differ",), asks=("amount",))
    blends = [one.mg for one in line.figures if one.role == SHARED]
    compound = sum_of(compounds) or max(blends, default=None)
    printed = printed_on(mg / main.factor, line, references)
    most = most_pure(line, shelf)
    share = None if printed or compound is not None else bare_share(line, most)
    if share is not None:
        return Found("consistent", mg, mg, None, ("share-fits",), most=most.most if most else None)
    if line.percents and printed is None:
        return by_percent(line, main, references)
    if compound is not None and most is not None:
        if above(mg / compound, most):
            return Found(
                "impossible", mg, mg, compound, ("above-pure",), impure=True, most=most.most, printed=printed
            )
        low = below(mg / compound, most)
        because = ("below-pure",) if low else ("fits-pure",)
        return Found("consistent", mg, mg, compound, because, most=most.most, printed=printed)
    if compound is not None and line.chelate:
        return _chelate(mg, compound, shelf, printed)
    said = ("percent-fits",) if printed else ()
    if line.qualified and not printed:
        return Found("ambiguous", mg, mg, compound, ("magnesium-likely",), ("label",))
    verdict = "consistent" if printed or len(stated) > 1 else "elemental"
    return Found(verdict, mg, mg, compound, said, printed=printed)


def _chelate(mg: float, compound: float, shelf: Shelf, printed: str | None) -> Found:
    """Hold an unnamed chelate against the chelate that is known."""
    pure = shelf.chelates()
    impure = above(mg / compound, pure)
    verdict, because = ("impossible", ("above-chelate",)) if impure else ("consistent", ("salt-not-named",))
    return Found(verdict, mg, mg, compound, because, ("salt",), most=pure.most, printed=printed)


def _worked_out(
    line: LabelLine, compounds: Sequence[Figure], shelf: Shelf, references: Sequence[Reference]
) -> Found:
    """Compute the magnesium of a compound, and keep the other reading where it could be meant."""
    total = sum(by_form(compounds).values())
    low = high = usual = 0.0
    for form, mg in by_form(compounds).items():
        listed = shelf.candidates(form, line.words)
        held = shelf.range(form, listed)
        low, high = low + mg * held.least, high + mg * held.most
        usual += mg * elemental_fraction(usual_compound(listed).formula)
    if line.share is not None:
        least, most = line.share
        found = Found("consistent", total * least / 100, total * most / 100, total, ("share-printed",))
        pure = most_pure(line, shelf)
        if pure is not None and above(most / 100, pure):
            return replace(found, verdict="impossible", because=("above-pure",), impure=True, most=pure.most)
        return found
    as_elemental = _as_elemental(line, compounds, shelf)
    of_amount = [one for one in line.percents if one.base or not compounds[0].per_liquid]
    if of_amount:
        share = None if len(compounds) > 1 else bare_share(line, most_pure(line, shelf))
        if share is not None and printed_on(total / compounds[0].factor, line, references) is None:
            return Found("consistent", total * share, total * share, total, ("share-printed",))
        return _compound_with_percent(line, compounds, low, high, references)
    if as_elemental is not None:
        return Found("ambiguous", low, as_elemental, None, ("both-readings",), ("label",), usual=usual)
    if line.blend and len(line.forms) == 1:
        return Found("ambiguous", low, total * shelf.every().most, total, ("blend-open",), ("label",))
    clear = high <= _CLEAR * low
    because = ("compound-in-front",) if clear else ("compound-in-front", "salt-open")
    return Found(
        "compound" if clear else "ambiguous",
        low,
        high,
        total,
        because,
        () if clear else ("label",),
        usual=usual,
    )


def _compound_with_percent(
    line: LabelLine, compounds: Sequence[Figure], low: float, high: float, references: Sequence[Reference]
) -> Found:
    total, factor = sum(by_form(compounds).values()), compounds[0].factor
    printed = printed_on(total / factor, line, references)
    if printed is not None:
        return Found("consistent", total, total, None, ("percent-fits",), printed=printed)
    back = worked_back(line, factor, references)
    if min(back) <= high * _SAME and max(back) >= low / _SAME:
        return Found("consistent", min(back), max(back), total, ("percent-of-compound",))
    return by_percent(line, compounds[0]._replace(mg=total), references)


def _as_elemental(line: LabelLine, compounds: Sequence[Figure], shelf: Shelf) -> float | None:
    """Give the amount read as magnesium; None where nobody could swallow the compound that it takes."""
    if len(compounds) > 1 or compounds[0].certain or compounds[0].per_liquid or not compounds[0].form:
        return None
    mg = compounds[0].mg
    if compounds[0].form not in shelf.forms or _is_product(line, compounds[0], shelf):
        return None
    if line.blended:
        return mg
    needed = (
        mg / compounds[0].factor / elemental_fraction(shelf.reference(compounds[0].form, line.words).formula)
    )
    each = _CAPSULE_MG if line.capsules else _TABLET_MG
    most = each * (line.pieces or _PIECES)
    return mg if line.loose or needed <= most else None


def _is_product(line: LabelLine, one: Figure, shelf: Shelf) -> bool:
    """Say whether a product of that name holds what the compound comes to."""
    usual = one.mg * elemental_fraction(shelf.reference(one.form or "", line.words).formula)
    return any(usual / ABOVE <= mg <= usual * ABOVE for mg in line.products)


def _blend(line: LabelLine, mg: float, shelf: Shelf) -> Found:
    every = shelf.chelates() if line.chelate and not line.blend else shelf.every()
    return Found("ambiguous", mg * every.least, mg * every.most, mg, ("blend-open",), ("label",))


def _form(line: LabelLine, found: Found) -> str:
    """Settle the form; what is blended or cannot be pure is mixed, what is not named unspecified."""
    if not line.counted or found.verdict == "product":
        return line.taken_form
    if found.impure or line.blend:
        return MIXED
    return line.forms[0] if line.forms else UNSPECIFIED


def _percent(found: Found) -> float | None:
    if not found.compound or found.low is None or found.low != found.high:
        return None
    return round(100 * found.low / found.compound, 1)


def _tidy(mg: float | None) -> float | None:
    return None if mg is None else round(mg, 1 if mg < _WHOLE_FROM_MG else 0)
