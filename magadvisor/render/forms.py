"""Every form as a list, and one form in full."""

from collections.abc import Iterator, Mapping

from magadvisor.model.comparison import Share
from magadvisor.model.form import Form
from magadvisor.model.knowledge import Knowledge
from magadvisor.render import phrases
from magadvisor.render.cited import Cited
from magadvisor.render.compare_facts import absorbed, gut, unit
from magadvisor.render.parts import Line, Part
from magadvisor.render.tables import Fact, Sheet, Table, sheet_with
from magadvisor.render.words import found, region


def forms_sheet(
    shares: Mapping[str, tuple[Share, ...]], known: Knowledge, left_open_by: str | None = None
) -> Sheet:
    """List every form, or those that a name of no single salt leaves open, one row each."""
    forms = tuple(known.forms[id_] for id_ in shares)
    facts = (
        Fact("magnesium", "Mg %", tuple(f"{shares[one.id][0].percent:.2f}" for one in forms)),
        Fact("gut", "loosens", tuple(one.gut_effect.replace("-", " ") for one in forms)),
        Fact("unit", "a unit holds", tuple(_note(one) or _first_unit(one) for one in forms)),
    )
    after = (
        Part("One in full", (Line("magadvisor forms citrate; side by side: magadvisor compare", "muted"),)),
    )
    things = tuple(one.id for one in forms)
    headline = f"{len(forms)} forms of magnesium"
    if left_open_by is not None:
        headline = known.sentences["form-left-open"].format(name=left_open_by)
    return sheet_with(Table("Forms", things, facts, listed=True), headline, known, after=after)


def form_sheet(form: Form, shares: tuple[Share, ...], known: Knowledge, quiet: bool = False) -> Sheet:
    """Tell everything that is known of one form; `quiet` leaves sources out."""
    cited = Cited({} if quiet else known.sources)
    told = tuple(Fact(key, label, (text,)) for key, label, text in _facts(form, shares, known, cited) if text)
    subtitle = "" if form.offered else "Described and compared, never offered"
    after = (Part("Sources", cited.lines()),)
    return sheet_with(Table(form.id, (form.id,), told), form.name, known, subtitle=subtitle, after=after)


def _facts(
    form: Form, shares: tuple[Share, ...], known: Knowledge, cited: Cited
) -> Iterator[tuple[str, str, str]]:
    yield "not_offered", "Never offered", _joined([form.not_offered_because or ""])
    yield "route", "Taken", "by mouth" if form.swallowed else "on the skin"
    yield "names", "Also named", ", ".join(form.names)
    yield "compounds", "In 100 mg", _joined(_share(one) for one in shares)
    yield "sold", "As sold", _least(form)
    yield "solubility", "In water", form.solubility
    yield "absorbed", "Absorbed", _joined(absorbed(one) + cited(one.sources) for one in form.absorption)
    yield "gut", "Gut", gut(form.gut_effect, form.gut_says) + cited(form.sources)
    yield "alkaline", "Acid", "neutralises stomach acid" if form.alkaline else ""
    yield "units", "A unit holds", _joined(map(unit, form.units))
    yield "medicine", "As a medicine", _joined([form.medicine_use or "", form.longest_use or ""])
    yield "goals", "For goals", _joined(_goals(form, known, cited))
    yield "cautions", "Cautions", _joined(_caution(form, cited))
    yield (
        "status",
        "Legal status",
        _joined(f"{region(one.region)}: {one.text}{cited(one.sources)}" for one in form.status),
    )


def _caution(form: Form, cited: Cited) -> Iterator[str]:
    for one in form.cautions:
        yield phrases.graded(one.text, one.certainty) + cited(one.sources)


def _goals(form: Form, known: Knowledge, cited: Cited) -> Iterator[str]:
    """Say for which goals the form is listed or set aside."""
    for goal in known.goals.values():
        for place, one in enumerate(goal.forms, 1):
            if one.form == form.id:
                sure = phrases.certainty(one.certainty)
                yield f"{goal.id}: choice {place}. {found(one.finding)} ({sure}){cited(one.sources)}"
        for other in goal.set_aside:
            if other.form == form.id:
                yield f"{goal.id}: set aside. {other.because}{cited(other.sources)}"


def _share(one: Share) -> str:
    named = ", only if the label names it" if one.only_if_named else ""
    usual = ", the usual one" if one.usual else ""
    return (
        f"{one.percent:.2f} mg: {one.name} {one.formula}{usual}{named}; "
        f"{one.compound_mg:g} mg hold 100 mg of magnesium"
    )


def _least(form: Form) -> str:
    return "" if form.least_percent is None else f"printed products go down to {form.least_percent:g} %"


def _first_unit(form: Form) -> str:
    return unit(form.units[0]) if form.units else ""


def _note(form: Form) -> str:
    if not form.offered:
        return "never offered"
    return "" if form.swallowed else "on the skin"


def _joined(texts: Iterator[str] | list[str]) -> str:
    return "\n".join(text for text in texts if text)
