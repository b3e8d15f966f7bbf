"""Conditions and effects of rules as sentences."""

from collections.abc import Iterator

from magadvisor.model.joining import either
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Effects, FoodsLeftOut, Referral, When

NARROWER = "  "


def when_lines(when: When, known: Knowledge, inset: str = "") -> Iterator[str]:
    """Say a condition line by line; each line must hold."""
    for question, words in _answers(when):
        yield f"{inset}{_asked(question, words, known)}"
    if when.not_ is not None:
        yield f"{inset}and not:"
        yield from when_lines(when.not_, known, inset + NARROWER)
    for part in when.all_ or ():
        yield from when_lines(part, known, inset)
    if when.any_ is not None:
        yield f"{inset}and at least one of these:"
        for number, part in enumerate(when.any_, 1):
            yield f"{inset}{NARROWER}({number})"
            yield from when_lines(part, known, inset + NARROWER * 2)


def effect_lines(then: Effects, known: Knowledge) -> Iterator[str]:
    """Say what follows from a rule."""
    for word, referral in (
        ("Get help now", then.urgent),
        ("No supplement is suggested", then.withhold),
        ("You ask before you use any", then.ask),
    ):
        if referral is not None:
            yield f"{word}: {_referred(referral, known)}"
    yield from _form_effects(then)
    if then.at_most_mg is not None:
        yield f"At most {then.at_most_mg:g} mg of magnesium a day from supplements and medicines."
    if then.no_figure:
        yield "No amount is given."
    if then.leave_out_foods is not None:
        yield f"Foods left out: {_foods(then.leave_out_foods)}."
    if then.no_food_plan is not None:
        yield f"No portions are put together: {_referred(then.no_food_plan, known)}"
    if then.watch is not None:
        yield f"Watch: {then.watch}"
    if then.say is not None:
        yield f"The advice says: {then.say}"


_HEARD = {
    "goals": "You want it for {}.",
    "digestion": "Asked about your bowels, you say {}.",
    "kidney": "Asked about your kidneys, you say {}.",
    "medicines": "Asked about medicines, {}.",
    "age": "Your age: {}.",
    "sex": "Sex: {}.",
    "life_stage": "Asked about pregnancy and breastfeeding, you say {}.",
    "conditions": "You list: {}.",
    "symptoms": "You list: {}.",
    "taking": "Asked about magnesium you already take, {}.",
    "interactions": "You take a medicine of this interaction: {}.",
    "takes": "You take {}.",
    "diet": "You eat {}.",
    "avoid": "You avoid {}.",
    "region": "You live in: {}.",
}
_SOON = {"emergency": "now", "same-day": "today", "before-use": "before use", "routine": "at the next visit"}
_LISTED = {
    "none": "you say none",
    "some": "you name at least one",
    "unknown": "you do not say",
    "vitamin-b6": "you name vitamin B6 too",
    "much-vitamin-b6": "you name more vitamin B6 than the lowest limit, or how much is not known",
}


def _answers(when: When) -> Iterator[tuple[str, tuple[str, ...]]]:
    for question in _HEARD:
        words: tuple[str, ...] | None = getattr(when, question)
        if words is not None:
            yield question, words


def _asked(question: str, words: tuple[str, ...], known: Knowledge) -> str:
    return _HEARD[question].format(either([_answer(question, word, known) for word in words]))


def _answer(question: str, word: str, known: Knowledge) -> str:
    """Say one answer as a person would read it."""
    if question == "goals":
        return known.goals[word].name
    if question == "interactions":
        return known.interactions[word].name
    if question in ("medicines", "taking"):
        return _LISTED[word]
    if question in ("conditions", "symptoms", "avoid"):
        return _entry(question, word, known)
    if question == "age":
        return _age(word, known)
    asked = known.questions.get(question)
    says = next((one.says for one in asked.words if one.word == word), None) if asked else None
    return f'"{says}"' if says else word.replace("-", " ")


def _entry(question: str, word: str, known: Knowledge) -> str:
    words = known.vocabulary
    entries = {"conditions": words.conditions, "symptoms": words.symptoms, "avoid": words.allergens}[question]
    nothing = {"none": "none", "unknown": "nothing, because you do not say"}
    return next((one.name for one in entries if one.id == word), nothing.get(word, word))


def _age(word: str, known: Knowledge) -> str:
    bands = known.questions["age"].bands
    place = next((number for number, band in enumerate(bands) if band.word == word), None)
    if place is None:
        return "not said"
    until = f" and under {bands[place + 1].at_least:g}" if place + 1 < len(bands) else ""
    told = f"from {bands[place].at_least:g}{until} years" if bands[place].at_least else f"{until} years"
    return told.removeprefix(" and ")


def _referred(referral: Referral, known: Knowledge) -> str:
    who = known.sentences[f"who-{referral.who}"]
    return f"{referral.text} (Whom: {who}. How soon: {_SOON[referral.urgency]}.)"


def _form_effects(then: Effects) -> Iterator[str]:
    gut = either([word.replace("-", " ") for word in then.exclude_gut])
    behind = either([word.replace("-", " ") for word in then.behind_gut])
    uses = either([word.replace("-", " ") for word in then.exclude_use])
    for sentence, words in (
        ("Forms set aside: {}.", ", ".join(then.exclude)),
        ("Forms whose effect on the gut is {} are set aside.", gut),
        ("Forms used as {} are set aside.", uses),
        ("Forms whose effect on the gut is {} go behind the others.", behind),
        ("Forms that go behind the others: {}.", ", ".join(then.behind)),
        ("Forms that come first where the goal has them: {}.", ", ".join(then.prefer)),
    ):
        if words:
            yield sentence.format(words)


def _foods(left_out: FoodsLeftOut) -> str:
    told = (
        ("marked {}", [word.replace("-", " ") for word in left_out.cautions]),
        ("with {} potassium, or where it is not known", [*left_out.potassium]),
        ("with {} phosphorus, or where it is not known", [*left_out.phosphorus]),
        ("with {} oxalate, or where it is not known", [*left_out.oxalate]),
        ("with {} FODMAP, or where it is not known", [*left_out.fodmap]),
        ("that hold or may hold {}", [*left_out.allergens]),
    )
    return "; ".join(text.format(either(words).replace("very-", "very ")) for text, words in told if words)
