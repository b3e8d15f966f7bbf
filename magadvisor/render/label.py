"""A line of a label and a conversion as sheets."""

from collections.abc import Iterator, Sequence

from magadvisor.model.advice import AppliedLimit
from magadvisor.model.form import MIXED
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.label import COMPOUND, Conversion, Converted, DailyShare, LabelReading
from magadvisor.render.parts import Line, Part
from magadvisor.render.tables import Fact, Sheet, Table, sheet_with
from magadvisor.render.words import limits


def label_sheet(told: LabelReading, known: Knowledge) -> Sheet:
    """Lay out what a line of a label comes to."""
    facts = tuple(Fact(key, title, (text,)) for key, title, text in _label_facts(told, known) if text)
    return sheet_with(Table("", ("This label",), facts), _label_headline(told, known), known)


def conversion_sheet(told: Conversion, known: Knowledge) -> Sheet:
    """Lay out an amount as every compound of its form."""
    things = tuple(one.compound for one in told.compounds)
    facts = (
        Fact("share", "Mg %", tuple(f"{one.percent:.2f}" for one in told.compounds)),
        Fact(*_asked(told.given), tuple(f"{_mg(_wanted(one, told.given))} mg" for one in told.compounds)),
        Fact("when", "which", tuple(_when(one.usual, one.only_if_named) for one in told.compounds)),
    )
    table = Table("Compound", things, facts, listed=True)
    that_is = Part("That is", tuple(Line(text) for text in _that_is(told)))
    notes = tuple(Line(known.sentences[f"convert-{name}"], "careful") for name in told.notes)
    notes += tuple(Line(text, "careful") for text in _above(told.above))
    form = known.forms.get(told.form)
    if form is not None and form.not_offered_because is not None:
        notes += (Line(form.not_offered_because, "careful"),)
    return sheet_with(table, _conversion_headline(told), known, after=(that_is, Part("Watch", notes)))


def _label_headline(told: LabelReading, known: Knowledge) -> str:
    amount = _range(told.elemental_low_mg, told.elemental_high_mg)
    telling = [f"label-headline-{one}" for one in told.because]
    usual = f"label-{told.verdict}"
    sentence = known.sentences[next((one for one in telling if one in known.sentences), usual)]
    return sentence.format(amount=amount, form=told.form, named=" and ".join(told.named) or "magnesium")


def _label_facts(told: LabelReading, known: Knowledge) -> Iterator[tuple[str, str, str]]:
    sentences = known.sentences
    pure = "" if told.pure_at_most_percent is None else f"{told.pure_at_most_percent:.1f}"
    percent = "" if told.percent is None else f"{told.percent:.1f}"
    named = " and ".join(told.named)
    yield "line", "You wrote", told.text
    yield "form", "Form", _form(told)
    yield "magnesium", "Magnesium", _range(told.elemental_low_mg, told.elemental_high_mg)
    usual = (
        "" if told.usual_mg is None or told.usual_mg == told.elemental_high_mg else f"{_mg(told.usual_mg)} mg"
    )
    yield "usual", "Most likely", usual and sentences["label-usual"].format(amount=usual)
    yield "compound", "Compound", "" if told.compound_mg is None else f"{_mg(told.compound_mg)} mg"
    yield "share", "Share", f"{percent} % of the compound is magnesium" if percent else ""
    yield "daily", "Daily value", daily(told.daily)
    yield "printed", "Printed %", "" if told.printed is None else f"fits the {told.printed}"
    because = [
        sentences[f"label-{one}"].format(pure=pure, percent=percent, named=named) for one in told.because
    ]
    yield "because", "Why", "\n".join(because)
    yield "b6", "Vitamin B6", _b6(told.b6_mg, known)
    yield "ask", "Ask", "\n".join(sentences[f"label-ask-{one}"] for one in told.asks)
    yield "limits", "Limits", "\n".join(_above(told.above))


def _b6(mg: float | None, known: Knowledge) -> str:
    limit = known.limits.vitamin_b6
    if limit is None or mg == 0:
        return ""
    sentence = known.sentences["label-b6-open" if mg is None else "label-b6"]
    return sentence.format(mg=_mg(mg or 0.0), limit=_mg(limit.at_most_mg))


def _form(told: LabelReading) -> str:
    if told.form == MIXED and told.named:
        return f"mixed ({', '.join(told.named)} named)"
    return told.form


def daily(told: Sequence[DailyShare]) -> str:
    """Say what an amount is of each reference value."""
    return "\n".join(
        f"{_span(one.low_percent, one.high_percent)} % {one.name} (of {one.reference_mg:g} mg)"
        for one in told
    )


def _that_is(told: Conversion) -> Iterator[str]:
    compound = "usual" if told.usual.usual else "strongest"
    yield f"With the {compound} compound: {told.mmol:g} mmol or {told.meq:g} mEq of magnesium."
    shares = daily(told.daily).replace("\n", "; ")
    yield f"{shares}."


def _asked(given: str) -> tuple[str, str]:
    return ("elemental_mg", "magnesium") if given == COMPOUND else ("compound_mg", "compound")


def _wanted(one: Converted, given: str) -> float:
    return one.elemental_mg if given == COMPOUND else one.compound_mg


def _conversion_headline(told: Conversion) -> str:
    given = f"{_mg(told.given_mg)} mg"
    if told.given == COMPOUND:
        held = _range(told.elemental_low_mg, told.elemental_high_mg)
        return f"{given} of {told.name.lower()} hold {held} of magnesium"
    held = _range(told.compound_low_mg, told.compound_high_mg)
    return f"{given} of magnesium are {held} of {told.name.lower()}"


def _when(usual: bool, only_if_named: bool) -> str:
    if usual:
        return "usual"
    return "if named" if only_if_named else ""


def _above(told: Sequence[AppliedLimit]) -> Iterator[str]:
    if told:
        yield f"Above the limit for adults from supplements in: {limits(told)}."


def _range(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    return f"{_mg(low)} mg" if _mg(low) == _mg(high) else f"{_mg(low)} to {_mg(high)} mg"


def _span(low: float, high: float) -> str:
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f} to {high:.0f}"


def _mg(mg: float) -> str:
    """Write an amount as exactly as it is useful."""
    return f"{mg:.0f}" if mg >= _WHOLE_FROM_MG else f"{mg:.3g}"


_WHOLE_FROM_MG = 100
