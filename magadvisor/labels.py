"""Labels and amounts: what is typed and knowledge become a reading."""

from collections.abc import Iterator

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.engine.convert import converted
from magadvisor.engine.dose import adult_limits
from magadvisor.engine.label import judge
from magadvisor.engine.percentages import daily
from magadvisor.engine.shares import ORAL
from magadvisor.engine.shelf import Shelf
from magadvisor.model.advice import AppliedLimit
from magadvisor.model.form import Form
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.label import COMPOUND, ELEMENTAL, Conversion, LabelReading
from magadvisor.model.record import replace
from magadvisor.names.amount import Amount, read_amount
from magadvisor.names.label import read_label
from magadvisor.names.label_text import fewest_taken
from magadvisor.names.magnesium import index
from magadvisor.names.measures import MG_PER_MMOL


def label(text: str, knowledge: Knowledge) -> LabelReading:
    """Read a line of a label, work it out again, and name the limits that it passes."""
    known = index(knowledge.forms.values(), knowledge.products.values(), elemental_fraction)
    shelf = Shelf(knowledge.forms, knowledge.other_compounds)

    def read(line: str, *, together: bool = False) -> LabelReading:
        written = read_label(line, known, knowledge.other_compounds, together=together)
        return judge(written, shelf, knowledge.limits.references)

    found = _both(read(text), read(fewest_taken(text), together=True), knowledge)
    return replace(found, above=above(found.elemental_high_mg, knowledge))


def _both(most: LabelReading, fewest: LabelReading, knowledge: Knowledge) -> LabelReading:
    """Let a reading begin at the fewest pieces that a line allows: "take 1-2 capsules", "2 tablets"."""
    low, high = fewest.elemental_low_mg, most.elemental_high_mg
    if low is None or high is None or low == most.elemental_low_mg:
        return most
    high = max(high, fewest.elemental_high_mg or 0.0)
    return replace(
        most,
        verdict=most.verdict if most.verdict in ("consistent", "impossible") else "ambiguous",
        elemental_low_mg=low,
        elemental_high_mg=high,
        compound_mg=most.compound_mg if most.compound_mg == fewest.compound_mg else None,
        daily=daily(low, high, knowledge.limits.references),
        because=(*most.because, "range-taken"),
        asks=tuple(dict.fromkeys((*most.asks, "label"))),
    )


def convert(typed: str, form_id: str, to: str | None, knowledge: Knowledge) -> Conversion:
    """Convert an amount of a form; mmol, mEq and "elemental" count the magnesium itself."""
    amount = read_amount(typed)
    given = ELEMENTAL if amount.elemental else COMPOUND
    if to is not None and not amount.by_charge:
        given = COMPOUND if to == ELEMENTAL else ELEMENTAL
    form = knowledge.forms[form_id]
    each = converted(form, given, amount.mg)
    usual = each[0]
    meant = [one for one in each if not one.only_if_named]
    mmol = usual.elemental_mg / MG_PER_MMOL
    high = max(one.elemental_mg for one in meant)
    return Conversion(
        typed=typed,
        form=form.id,
        name=form.name,
        given=given,
        given_mg=round(amount.mg, 4),
        compounds=each,
        elemental_low_mg=min(one.elemental_mg for one in meant),
        elemental_high_mg=high,
        compound_low_mg=min(one.compound_mg for one in meant),
        compound_high_mg=max(one.compound_mg for one in meant),
        usual=usual,
        mmol=round(mmol, 2),
        meq=round(2 * mmol, 2),
        daily=daily(usual.elemental_mg, usual.elemental_mg, knowledge.limits.references),
        above=above(high, knowledge),
        notes=tuple(_notes(amount, form)),
    )


def _notes(amount: Amount, form: Form) -> Iterator[str]:
    """Name what to know about an amount of this form."""
    if amount.micrograms:
        yield "micrograms"
    if form.route != ORAL:
        yield "skin"


def above(mg: float | None, knowledge: Knowledge) -> tuple[AppliedLimit, ...]:
    """List the limits for adults that an amount passes."""
    if mg is None:
        return ()
    return tuple(one for one in adult_limits(knowledge.limits) if mg > one.at_most_mg)
