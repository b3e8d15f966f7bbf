"""Why this advice: the rules that held, why not another form, what nearly held, what would change it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from magadvisor.model.advice import Advice, Change
from magadvisor.model.considered import Evidence, NearRule, NotFirst
from magadvisor.model.joining import either
from magadvisor.model.milligrams import left
from magadvisor.render import phrases
from magadvisor.render.parts import Line, Numbers, Part
from magadvisor.render.words import answer

_DECIDED = {
    "set-aside": "set aside by",
    "behind": "put behind by",
    "not-preferred": "another form is preferred by",
    "order": "comes later in the order of",
    "not-named": "not named for",
}
_OUTCOME = {
    "suggest": "a form fits",
    "ask-first": "ask first",
    "withhold": "no supplement",
    "urgent": "get help now",
}
_BY_ANSWER = ("conditions", "symptoms")
"""Questions with so many rules that only their answers are named."""
_SAYS = {
    "kidney": "the kidney answer is {}",
    "age": "the age is {}",
    "sex": "the sex is {}",
    "life_stage": "the answer to pregnant or breastfeeding is {}",
    "digestion": "the digestion is {}",
    "region": "the region is {}",
}
_NOTHING = {
    "medicines": "you take no medicine",
    "conditions": "you have no condition",
    "symptoms": "you have no symptom",
    "taking": "you take no magnesium yet",
}


def whys(advice: Advice, numbers: Numbers) -> Iterator[Part]:
    """Tell everything that stands behind an advice, part by part; it must have been asked for."""
    considered = advice.considered
    if considered is None:
        raise ValueError("an advice tells why only when it was asked to")
    yield Part("Why", tuple(_reasons(advice, numbers)))
    yield Part("Evidence", tuple(_evidence(considered.evidence, numbers)))
    yield Part("Not first", tuple(Line(text) for text in _not_first(considered.not_first)))
    yield Part("Nearly", tuple(_nearly(considered.nearly)))
    yield Part("What if", tuple(Line(text) for text in _changes(advice)))
    yield Part("Not applied", (Line(", ".join(considered.silent), "muted"),))


def _reasons(advice: Advice, numbers: Numbers) -> Iterator[Line]:
    for reason in advice.reasons:
        yield Line(f"{reason.says} {phrases.saw(reason)}".rstrip())
        sure = f"({phrases.certainty(reason.certainty)}; {reason.rule})"
        yield Line(f"{reason.because} {sure}{numbers(reason.sources)}", "muted", under=True)


def _evidence(known: Sequence[Evidence], numbers: Numbers) -> Iterator[Line]:
    """Say what is known of each goal; the goal is named where there are several."""
    several = len({one.goal for one in known}) > 1
    for one in known:
        goal = f"{one.goal}: " if several else ""
        yield Line(f"{goal}{phrases.graded(one.text, one.certainty)}{numbers(one.sources)}")


def _not_first(listed: Iterable[NotFirst]) -> Iterator[str]:
    """Say what decided against each form, those with the same reason together."""
    shared: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in listed:
        shared.setdefault((one.decided, one.by), []).append(one.form)
    for (decided, by), forms in shared.items():
        yield f"{', '.join(forms)}: {_DECIDED[decided]} {', '.join(by)}."


def _nearly(rules: Sequence[NearRule]) -> Iterator[Line]:
    """Say which rules one open question keeps silent, question by question."""
    for question in dict.fromkeys(one.question for one in rules):
        near = [one for one in rules if one.question == question]
        yield Line(f"You did not answer: {phrases.question(question)}.")
        if question in _BY_ANSWER:
            answers = ", ".join(dict.fromkeys(said for one in near for said in one.in_words))
            yield Line(f"Each of these would make a rule apply: {answers}.", under=True)
            continue
        for one in near:
            yield Line(f"If {either(one.in_words)}: {one.says} ({one.rule})", under=True)


def _changes(advice: Advice) -> Iterator[str]:
    """Say which answers would change the advice, and to what; those with the same end together."""
    if not advice.changes:
        yield "No one or two answers that may turn out otherwise would change this."
    shared: dict[tuple[tuple[str, ...], str], list[Change]] = {}
    for one in advice.changes:
        alike = tuple(one.answers) if len(one.answers) == 1 else tuple(map(str, one.answers.items()))
        shared.setdefault((alike, _end(one)), []).append(one)
    for (_, end), alike_changes in shared.items():
        yield f"If {_answers(advice, alike_changes)}: {end}."


def _end(one: Change) -> str:
    if one.form is None:
        return _OUTCOME[one.outcome]
    amount = "" if one.at_most_mg is None else f", at most {left(one.at_most_mg)} mg a day"
    return f"{_OUTCOME[one.outcome]}; {one.form}{amount}"


def _answers(advice: Advice, alike: Sequence[Change]) -> str:
    """Say one set of answers, or several that lead to the same end."""
    first = alike[0].answers
    if len(alike) == 1:
        return " and ".join(_answer(advice, question, words) for question, words in first.items())
    question = next(iter(first))
    told = [one.answers[question] for one in alike]
    if question in _SAYS:
        return _SAYS[question].format(either([_word(words) for words in told]))
    return ", or if ".join(_answer(advice, question, words) for words in told)


def _answer(advice: Advice, question: str, words: str | list[str]) -> str:
    if question in _SAYS:
        return _SAYS[question].format(_word(words))
    gone = _gone(advice, question, words)
    if not gone:
        return _NOTHING[question]
    named = " and ".join(gone)
    return f"you and the prescriber stop {named}" if question == "medicines" else f"this is over: {named}"


def _gone(advice: Advice, question: str, left: Iterable[str]) -> list[str]:
    """Name the items that are no longer listed."""
    listed = {
        "medicines": [item.typed for item in advice.medicines],
        "conditions": [item.typed for item in advice.conditions],
        "symptoms": [item.typed for item in advice.symptoms],
    }.get(question, [])
    return list((Counter(listed) - Counter(left)).elements())


def _word(words: str | list[str]) -> str:
    return answer(words) if isinstance(words, str) else ", ".join(map(answer, words)) or "none"
