"""Sentences that pages build from an advice."""

from collections.abc import Iterator

from magadvisor.model.advice import (
    Action,
    Advice,
    CitedSource,
    Day,
    LeastGap,
    MedicineAnswer,
    MetInteraction,
    NotChecked,
    OfferedForm,
    Reason,
    RecommendedIntake,
    SuggestedFood,
    Window,
)
from magadvisor.render.words import finding, limits

LONGEST_FOOD = 35

_WHO = {
    "emergency-services": "an emergency department or emergency services",
    "crisis-line": "a crisis line",
    "poison-centre": "a poison centre",
    "doctor": "your doctor",
    "prescriber": "the prescriber",
    "pharmacist": "a pharmacist",
    "specialist": "your specialist",
    "kidney-team": "your kidney team",
    "transplant-team": "your transplant team",
    "midwife": "your midwife",
    "anaesthetist": "your anaesthetist",
    "dietitian": "a dietitian",
}
_WHEN = {
    "emergency": "Now",
    "same-day": "Today",
    "before-use": "Before use",
    "routine": "When you next see them",
}
_USE = {"short-term-medicine": " (a medicine for a short time)", "medicine": " (a medicine)"}
_SEVERITY = {"contraindicated": "DO NOT COMBINE", "major": "MAJOR", "moderate": "MODERATE", "minor": "NOTE"}
_QUESTION = {
    "kidney": "your kidneys",
    "medicines": "your medicines",
    "age": "your age",
    "sex": "your sex",
    "life_stage": "pregnancy and breastfeeding",
    "conditions": "conditions",
    "symptoms": "symptoms",
    "digestion": "your digestion",
    "taking": "magnesium you already take",
    "region": "where you live",
    "avoid": "foods you must avoid",
}


def goals(advice: Advice) -> str:
    """Say what the advice is for."""
    named = advice.profile["goals"]
    return "for " + ", ".join(named if isinstance(named, list) else [str(named)]).replace("-", " ")


def action(one: Action) -> str:
    """Say when and whom to ask, and why."""
    return f"{_WHEN[one.urgency]}, {_WHO[one.who]}: {one.text}"


def not_checked(one: NotChecked) -> str:
    """Name an item that was not checked, with what it may have meant."""
    hint = f" Did you mean {' or '.join(one.suggestions)}?" if one.suggestions else ""
    return f"{one.typed} ({one.list}): not checked.{hint}"


def certainty(word: str) -> str:
    """Say a GRADE word as people read it."""
    return "no human evidence" if word == "none" else f"{word.replace('-', ' ')} certainty"


def how_sure(form: OfferedForm) -> str:
    """Say the finding and how sure it is in one sentence, and why the form is shown."""
    return f"{finding(certainty(form.certainty), form.finding)}. {form.because}"


def how_much(advice: Advice) -> Iterator[str]:
    """Say the most that may be added a day, whose limit it is, and what others say."""
    dose, form = advice.dose, advice.form
    if dose is None or form is None:
        return
    if dose.limit_mg is None:
        yield "No amount is given for you. Whoever you ask decides it."
        return
    if dose.at_most_mg is None:
        yield "No amount can be given until what you already take is known."
    else:
        yield f"At most {dose.at_most_mg:g} mg of magnesium a day from supplements and medicines."
    if dose.already_mg:
        yield f"The limit is {dose.limit_mg:g} mg; you already take {dose.already_mg:g} mg."
    if dose.compound_mg is not None:
        yield f"{dose.at_most_mg:g} mg of magnesium is about {dose.compound_mg:g} mg of {form.name.lower()}."
    yield f"Limits here: {limits(dose.limits)}."
    if dose.elsewhere:
        yield f"Elsewhere: {limits(dose.elsewhere)}."


def ledger(advice: Advice) -> Iterator[str]:
    """List what is taken already, in elemental mg a day."""
    for line in advice.ledger:
        amount = "amount not known" if line.elemental_mg is None else f"{line.elemental_mg:g} mg a day"
        yield f"{line.typed}: {amount}{_USE.get(line.use, '')}"


def intake(one: RecommendedIntake) -> str:
    """Say what a day should hold."""
    return f"A day should hold about {one.recommended_mg:g} mg in all, {one.counts} ({one.body})."


def severity(one: MetInteraction) -> str:
    """Say the severity as a word."""
    return _SEVERITY[one.severity]


def severity_style(one: MetInteraction) -> str:
    """Choose the meaning under which an interaction is coloured."""
    return "careful" if one.severity in ("contraindicated", "major") else "plain"


def interaction(one: MetInteraction) -> str:
    """Say the gap on each side, or that spacing does not help, and what to know."""
    after, before = one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours
    if after is not None and before is not None:
        return f"magnesium at least {after:g} h after it, or {before:g} h before it. {one.tell}"
    if one.spacing_helps is False:
        return f"spacing does not help. {one.tell}"
    return one.tell


def nothing_applies(item: MedicineAnswer) -> str:
    """Say that a medicine was checked and that no rule speaks of it."""
    return f"{item.typed}: checked; none of our rules applies."


def day(one: Day) -> Iterator[str]:
    """Say when magnesium fits, or what clashes, and whose hours are missing."""
    if one.left_out:
        yield f"Not in this plan: {', '.join(one.left_out)}. No time was given, or we do not know it."
    if one.windows:
        yield f"Magnesium fits {_windows(one.windows)}."
    if one.doses:
        yield f"For example at {' and '.join(one.doses)}."
    for block in one.blocked:
        yield f"{block.by}: no magnesium {block.from_}-{block.to}{_on(block.on)}."
    if one.conflict:
        yield f"No time fits. These close the day: {', '.join(one.conflict)}."
        if one.least.windows:
            yield (
                "The shortest gaps that an authority accepts would leave "
                f"{_windows(one.least.windows)}. Ask the pharmacist; do not shorten the gaps on your own."
            )


def red_flags(advice: Advice) -> Iterator[str]:
    """List the signs that mean help, under where to go and how soon."""
    groups: dict[tuple[str, str], list[str]] = {}
    for flag in advice.red_flags:
        groups.setdefault((flag.urgency, flag.who), []).append(flag.text)
    for (urgency, who), signs in groups.items():
        yield f"{_WHEN[urgency]}, {_WHO[who]}: {'; '.join(sign[:1].lower() + sign[1:] for sign in signs)}."


def food(one: SuggestedFood) -> str:
    """Name a food and its portion as shortly as can be told apart."""
    grams = f"{_grams(one.portion):.0f} g"
    name = one.name
    while len(f"{name}, {grams}") > LONGEST_FOOD and "," in name:
        name = name.rsplit(",", 1)[0]
    return f"{name}, {grams}"


def source(one: CitedSource) -> str:
    """Name a source by title, publisher and year."""
    year = f", {one.year}" if one.year and str(one.year) not in one.title else ""
    return f"{one.title}. {one.publisher}{year}."


def unanswered(advice: Advice) -> Iterator[str]:
    """List what was not answered and what it could change."""
    for one in advice.unanswered:
        yield f"{_QUESTION[one.question]}: {one.could_change}"


def changes(advice: Advice) -> Iterator[str]:
    """Say which single answers would change the advice, and to what."""
    for one in advice.changes:
        answers = "; ".join(_answer(question, words) for question, words in one.answers.items())
        form = f", {one.form}" if one.form else ""
        amount = f", at most {one.at_most_mg:g} mg a day" if one.at_most_mg is not None else ""
        yield f"{answers} -> {one.outcome}{form}{amount}"


def _answer(question: str, words: str | list[str]) -> str:
    told = words if isinstance(words, str) else ", ".join(words) or "none"
    return f"{question.replace('_', ' ')}: {told}"


def coverage(advice: Advice) -> str:
    """Say how many rules were read and how many apply."""
    one = advice.coverage
    if not one.fired:
        return f"None of the {one.rules} rules for what you listed applies."
    return f"{one.rules} rules read, {one.fired} apply. {one.checked} of {one.listed} listed items checked."


def saw(reason: Reason) -> str:
    """Say which answers a rule saw."""
    seen = "; ".join(f"{question}: {', '.join(words)}" for question, words in reason.saw.items())
    return f"(You: {seen}.)" if seen else ""


def stamp(advice: Advice) -> str:
    """Name the knowledge of an advice and whether anyone qualified reviewed it."""
    known = advice.knowledge
    return knowledge_stamp(known.version, known.digest, known.reviewed_by)


def knowledge_stamp(version: str, digest: str, reviewed_by: str | None) -> str:
    """Name a version of the knowledge and whether anyone qualified reviewed it."""
    review = f"reviewed by {reviewed_by}" if reviewed_by else "not reviewed by a clinician"
    return f"knowledge {version} ({digest.removeprefix('sha256:')[:8]}), {review}"


def least(one: LeastGap) -> str:
    """Say the shortest accepted gap on each side that an authority names."""
    after = None if one.after is None else f"{one.after:g} h after it"
    before = None if one.before is None else f"{one.before:g} h before it"
    return " or ".join(side for side in (after, before) if side)


def _grams(portion: str) -> float:
    """Read the weight that ends a portion: "1/2 cup, 90 g"."""
    return float(portion.rsplit(",", 1)[-1].removesuffix("g"))


def _windows(windows: tuple[Window, ...]) -> str:
    return ", ".join(f"{one.from_}-{one.to}{_on(one.on)}" for one in windows)


def _on(days: tuple[str, ...]) -> str:
    return f" ({', '.join(days)})" if days else ""
