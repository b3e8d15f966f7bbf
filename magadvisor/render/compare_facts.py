"""The facts of a comparison of forms, in words: one function a fact, one cell a form."""

from collections.abc import Callable, Iterator, Sequence

from magadvisor.model.advice import MedicineAnswer
from magadvisor.model.comparison import Comparison, Fit, Meeting, Side
from magadvisor.model.form import Absorption, Status, Unit
from magadvisor.model.joining import from_to
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Outcome
from magadvisor.render import phrases
from magadvisor.render.cited import Cited
from magadvisor.render.tables import Fact
from magadvisor.render.words import found, region

_SEEN_IN = {"human": "people", "animal": "animals", "laboratory": "a laboratory", "none": "no study"}


def _magnesium(told: Comparison, *_: object) -> Iterator[Fact]:
    yield Fact("magnesium", "In 100 mg", tuple(f"{one.compounds[0].percent:.2f} mg" for one in told.forms))


def _hydrates(told: Comparison, *_: object) -> Iterator[Fact]:
    yield Fact(
        "hydrates",
        "By hydrate",
        tuple(
            "\n".join(f"{share.percent:.2f} {share.name}" for share in one.compounds) for one in told.forms
        ),
    )


def _unit(told: Comparison, *_: object) -> Iterator[Fact]:
    yield Fact(
        "unit",
        "A unit holds",
        tuple("\n".join(map(unit, form.units)) for form in told.forms),
    )


def unit(one: Unit) -> str:
    """Say what a unit holds."""
    return f"{one.text}: {from_to(one.low_mg, one.high_mg)} mg"


def _amount(told: Comparison, *_: object) -> Iterator[Fact]:
    if told.amount_mg is not None:
        yield Fact(
            "amount",
            "To get",
            tuple(_needed(one) for one in told.forms),
            f"{told.amount_mg:g} mg of magnesium",
        )


def _needed(one: Side) -> str:
    if one.route != "oral":
        return "n/a on the skin"
    if not one.offered:
        return "never suggested by mouth"
    compound = f"{one.compound_mg:g} mg of the compound" if one.compound_mg is not None else ""
    if one.pieces is None:
        return compound
    fewest, most = one.pieces.fewest, one.pieces.most
    count = f"{fewest}" if fewest == most else f"{fewest} to {most}"
    return f"{count} x {one.pieces.unit.removeprefix('1 ')}\n{compound}"


def _absorbed(told: Comparison, cited: Cited, _: Knowledge) -> Iterator[Fact]:
    yield Fact("absorbed", "Absorbed", tuple(_absorption(one, cited) for one in told.forms))


def _absorption(one: Side, cited: Cited) -> str:
    """Give the first statement of each kind of evidence."""
    first: dict[str, Absorption] = {}
    for statement in one.absorption:
        first.setdefault(statement.evidence, statement)
    return "\n".join(absorbed(statement) + cited(statement.sources) for statement in first.values())


def absorbed(one: Absorption) -> str:
    """Say a statement about absorption, in whom it was seen and how sure it is."""
    return f"{one.text} (seen in {_SEEN_IN[one.evidence]}; {phrases.certainty(one.certainty)})"


def _gut(told: Comparison, cited: Cited, _: Knowledge) -> Iterator[Fact]:
    yield Fact(
        "gut", "Gut", tuple(gut(one.gut_effect, one.gut_says) + cited(one.sources) for one in told.forms)
    )


def gut(effect: str, says: str) -> str:
    """Say the effect on the gut, its grade first."""
    grade = effect.replace("-", " ")
    return says if grade in says.lower() else f"{grade.capitalize()}. {says}"


def _article(told: Comparison, cited: Cited, _: Knowledge) -> Iterator[Fact]:
    cells = tuple(
        f"{one.popular.says}{cited(one.popular.sources)}\n"
        f"Absorption: {one.popular.absorption}. Used for {one.popular.main_use}."
        if one.popular
        else ""
        for one in told.forms
    )
    yield Fact("article", "Article says", cells)


def _evidence(told: Comparison, cited: Cited, _: Knowledge) -> Iterator[Fact]:
    for place, goal in enumerate(told.goals):
        cells = tuple(evidence(one.fits[place]) + cited(one.fits[place].sources) for one in told.forms)
        yield Fact("evidence", "Evidence", cells, goal if len(told.goals) > 1 else "")


def evidence(one: Fit) -> str:
    """Say what the evidence says of a form for a goal, and which place the form has for it."""
    if one.set_aside:
        return f"Set aside: {one.because}"
    if one.place is None or one.certainty is None or one.finding is None:
        return "Not listed for this goal."
    sure = phrases.certainty(one.certainty)
    return f"{found(one.finding)} ({sure})\nChoice {one.place} of {one.of}. {one.because}"


def _medicines(told: Comparison, cited: Cited, known: Knowledge) -> Iterator[Fact]:
    for place, medicine in enumerate(told.medicines):
        cells = tuple(
            meets(one.medicines[place], known, medicine) + cited.ids(one.medicines[place].sources)
            for one in told.forms
        )
        yield Fact("medicines", "With", cells, medicine.typed)


def meets(one: Meeting, known: Knowledge, medicine: MedicineAnswer) -> str:
    """Say in a few words what a medicine asks of a form."""
    if not one.applies:
        return "n/a on the skin"
    if one.action is None:
        spoken = any(known.said_of(inn) for inn in medicine.matched)
        checked = "a rule speaks of it: see `interactions`" if spoken else phrases.NO_RULE
        return checked if one.checked else "not checked"
    words = [] if one.checked else ["not settled which; the strictest counts"]
    words.append(_ACTION[one.action])
    after, before = one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours
    if after is not None and before is not None:
        words.append(f"magnesium at least {after:g} h after it, or {before:g} h before it")
    if one.spacing_helps is False:
        words.append(known.no_gap(one.severity))
    if one.lowered:
        words.append("its rule is for acid-neutralising salts")
    if one.differ:
        words.append("sources differ")
    return ": ".join(dict.fromkeys(word for word in words if word))


_ACTION = {
    "avoid": "avoid",
    "ask": "ask first",
    "separate": "",
    "monitor": "check while taking both",
    "inform": "informs only",
}


def _you(told: Comparison, *_: object) -> Iterator[Fact]:
    cells = tuple(_left(one, told.outcome) for one in told.forms)
    yield Fact("you", "For you", cells)


def _left(one: Side, outcome: Outcome) -> str:
    if one.for_you.left:
        if outcome.closed:
            return "not suggested now: ask first, see above"
        return "no rule sets it aside" + ("; ask first" if outcome is Outcome.ASK_FIRST else "")
    return "set aside: " + " ".join(dict.fromkeys(one.for_you.because))


def _cautions(told: Comparison, cited: Cited, _: Knowledge) -> Iterator[Fact]:
    cells = tuple("\n".join(each.text + cited(each.sources) for each in one.cautions) for one in told.forms)
    yield Fact("cautions", "Cautions", cells)


def _sold(told: Comparison, cited: Cited, _: Knowledge) -> Iterator[Fact]:
    yield Fact("sold", "Sold as", tuple(sold(one.status, cited) for one in told.forms))


def sold(status: Sequence[Status], cited: Cited) -> str:
    """Say as what a form is sold, regions of the same answer together."""
    alike: dict[str, list[Status]] = {}
    for one in status:
        alike.setdefault(one.in_short, []).append(one)
    return "\n".join(
        f"{', '.join(region(one.region) for one in each)}: {in_short}"
        + cited(citation for one in each for citation in one.sources)
        for in_short, each in alike.items()
    )


def _status(told: Comparison, cited: Cited, _: Knowledge) -> Iterator[Fact]:
    cells = tuple(
        "\n".join(f"{region(each.region)}: {each.text}{cited(each.sources)}" for each in one.status)
        for one in told.forms
    )
    yield Fact("status", "Legal status", cells)


FACTS: dict[str, Callable[[Comparison, Cited, Knowledge], Iterator[Fact]]] = {
    "article": _article,
    "evidence": _evidence,
    "you": _you,
    "medicines": _medicines,
    "magnesium": _magnesium,
    "amount": _amount,
    "unit": _unit,
    "absorbed": _absorbed,
    "gut": _gut,
    "hydrates": _hydrates,
    "cautions": _cautions,
    "sold": _sold,
    "status": _status,
}
