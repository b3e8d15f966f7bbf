"""Conditions and effects of rules as sentences."""

from collections.abc import Iterator

from magadvisor.engine.answer_words import answer
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
    if then.keep_apart is not None:
        after, before = then.keep_apart.after, then.keep_apart.before
        yield f"Keep apart: magnesium at least {after:g} h after the medicine or {before:g} h before it."
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


def _answers(when: When) -> Iterator[tuple[str, tuple[str, ...]]]:
    for question in _HEARD:
        words: tuple[str, ...] | None = getattr(when, question)
        if words is not None:
            yield question, words


def _asked(question: str, words: tuple[str, ...], known: Knowledge) -> str:
    return _HEARD[question].format(either([answer(question, word, known) for word in words]))


def _referred(referral: Referral, known: Knowledge) -> str:
    return f"{referral.text} ({known.turn_to(referral.urgency, referral.who)}.)"


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
