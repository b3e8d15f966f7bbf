"""Labels and amounts: what is typed and knowledge become a reading."""

from collections.abc import Sequence

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.engine.convert import converted
from magadvisor.engine.dose import adult_limits
from magadvisor.engine.label import judge
from magadvisor.engine.percentages import daily
from magadvisor.engine.shelf import Shelf
from magadvisor.inputs import quoted
from magadvisor.model.advice import AppliedLimit
from magadvisor.model.answers import BadAnswer
from magadvisor.model.form import UNSPECIFIED, Compound, Form
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.label import BESIDE, COMPOUND, ELEMENTAL, Conversion, Figure, LabelLine, LabelReading
from magadvisor.model.record import replace
from magadvisor.names.amount import read_amount, unread
from magadvisor.names.label import read_label
from magadvisor.names.label_text import fewest_taken
from magadvisor.names.magnesium import TakingIndex, index
from magadvisor.names.measures import MG_PER_MMOL
from magadvisor.names.taking import read_taken
from magadvisor.names.vitamin_b6 import with_b6


class Labels:
    """Reads lines of labels."""

    def __init__(self, knowledge: Knowledge, known: TakingIndex) -> None:
        """Keep the knowledge, and the names of products and forms."""
        self._knowledge = knowledge
        self._known = known
        self._others = {one.id for one in knowledge.other_compounds}
        self._shelf = Shelf(knowledge.forms, knowledge.other_compounds)

    def read(self, text: str) -> LabelReading:
        """Read a line, work it out again, and name the limits that it passes."""
        most, fewest = (
            self._judged(self._line(text)),
            self._judged(self._line(fewest_taken(text), together=True)),
        )
        found = _both(most, fewest, self._knowledge)
        b6_mg = with_b6(read_taken(text, self._known), self._known).b6_mg
        return replace(found, above=above(found.elemental_high_mg, self._knowledge), b6_mg=b6_mg)

    def at_most_mg(self, text: str) -> float | None:
        """Give the most magnesium a day that a line may mean; None where it does not say how much.

        An amount counts as elemental unless a word, a formula or a percentage says that it is the compound;
        that of a compound which is no form here, such as an antacid mineral, is never the magnesium itself.
        """
        line = self._line(text)
        found = self._judged(line)
        if found.elemental_high_mg is None or found.verdict == "product" or "micrograms" in found.asks:
            return None
        if any(one.of_one for one in line.figures):
            return None
        open_ = [one.mg for one in line.figures if self._may_be_elemental(one)]
        if found.verdict == "impossible" and self._is_apart(found):
            return found.elemental_high_mg + sum(open_)
        told = found.verdict not in ("ambiguous", "compound") and not any(
            one.role == BESIDE for one in line.figures
        )
        if told or line.share is not None or not open_:
            return found.elemental_high_mg
        return max(found.elemental_high_mg, sum(open_))

    def _may_be_elemental(self, one: Figure) -> bool:
        return not one.certain and one.role not in (ELEMENTAL, BESIDE) and one.form not in self._others

    def _is_apart(self, found: LabelReading) -> bool:
        """Say whether there is more magnesium than a salt can hold: then it is of something else."""
        most = self._shelf.every().most
        return (found.elemental_high_mg or 0.0) > most * (found.compound_mg or float("inf"))

    def _line(self, text: str, *, together: bool = False) -> LabelLine:
        return read_label(text, self._known, self._knowledge.other_compounds, together=together)

    def _judged(self, line: LabelLine) -> LabelReading:
        return judge(line, self._shelf, self._knowledge.limits.references)


def label(text: str, knowledge: Knowledge) -> LabelReading:
    """Read a line of a label, work it out again, and name the limits that it passes."""
    known = index(knowledge.forms.values(), knowledge.products.values(), elemental_fraction)
    return Labels(knowledge, known).read(text)


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


def convert(
    typed: str, form: Form, to: str | None, knowledge: Knowledge, *, named: Sequence[Compound] = ()
) -> Conversion:
    """Convert an amount of a form, or of those of its compounds that are named.

    mmol, mEq and "elemental" count the magnesium itself.
    """
    notes = () if form.swallowed else ("skin",)
    names = (form.id, form.name, *form.names, *(one.name for one in named))
    told = _conversion(typed, names, to, named or form.compounds, every=bool(named), knowledge=knowledge)
    return replace(told, form=form.id, name=form.name, notes=(*told.notes, *notes))


def convert_open(
    typed: str, name: str, forms: Sequence[Form], to: str | None, knowledge: Knowledge
) -> Conversion:
    """Convert an amount of what has a name of no single salt: unspecified, and the strongest counts."""
    every = (one for form in forms for one in form.compounds if len(forms) == 1 or not one.only_if_named)
    strongest_first = sorted(every, key=lambda one: -elemental_fraction(one.formula))
    none_usual = [replace(one, reference=False, only_if_named=False) for one in strongest_first]
    told = _conversion(typed, (name,), to, none_usual, every=True, knowledge=knowledge)
    return replace(told, name=f"Magnesium {name}", notes=(*told.notes, "unspecified"))


def _conversion(
    typed: str,
    names: Sequence[str],
    to: str | None,
    compounds: Sequence[Compound],
    *,
    every: bool,
    knowledge: Knowledge,
) -> Conversion:
    amount = read_amount(typed, names)
    if left := unread(typed, names):
        message = f"AMOUNT: {quoted(left[0])} is no part of an amount of this form"
        hint = "write the amount alone, such as 500mg; for a line of a label: magadvisor label"
        raise BadAnswer("bad-amount", message, hint, "AMOUNT")
    given = ELEMENTAL if amount.elemental else COMPOUND
    if to == ELEMENTAL and amount.elemental and not amount.by_charge:
        message = "AMOUNT is of the magnesium itself already, so --to elemental contradicts it"
        raise BadAnswer("contradiction", message, "leave one out", "--to")
    if to is not None and not amount.by_charge:
        given = COMPOUND if to == ELEMENTAL else ELEMENTAL
    each = converted(compounds, given, amount.mg)
    usual = each[0]
    meant = [one for one in each if every or not one.only_if_named]
    mmol = usual.elemental_mg / MG_PER_MMOL
    high = max(one.elemental_mg for one in meant)
    return Conversion(
        typed=typed,
        form=UNSPECIFIED,
        name="",
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
        notes=("micrograms",) if amount.micrograms else (),
    )


def above(mg: float | None, knowledge: Knowledge) -> tuple[AppliedLimit, ...]:
    """List the limits for adults that an amount passes."""
    if mg is None:
        return ()
    return tuple(one for one in adult_limits(knowledge.limits) if mg > one.at_most_mg)
