"""Inline examples: what each must come to, and what an example must pin."""

from collections.abc import Iterable, Iterator, Mapping

from magadvisor.advisor import profile_of
from magadvisor.cards import Living, day_plan
from magadvisor.door import Door
from magadvisor.engine.examine import judge
from magadvisor.engine.facts import QUESTIONS, facts_from_words
from magadvisor.engine.placing import Waking
from magadvisor.engine.rule_index import asked
from magadvisor.inputs import read_medicine
from magadvisor.model.answers import Answers, BadAnswer
from magadvisor.model.interaction import Case, Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Rule

Finding = tuple[str, str]  # what is wrong, what to do instead
Example = Mapping[str, list[str]]


def rule_findings(rule: Rule) -> Iterator[Finding]:
    """Give every example of a rule that does not come out as it says."""
    for place, example in enumerate(examples(rule.fires_for), 1):
        if not judge(rule.when, facts_from_words(example)).held:
            yield f"example {place} of `fires_for` does not fire", "mend the example or `when`"
    for place, example in enumerate(examples(rule.silent_for), 1):
        if judge(rule.when, facts_from_words(example)).held:
            yield f"example {place} of `silent_for` fires", "mend the example or `when`"


def unpinned(rule: Rule) -> tuple[str, ...]:
    """List the lines of a rule's `when` that no pair of its examples pins.

    A line is pinned when an example that fires and one that is silent differ in it alone.
    """
    firing = [facts_from_words(example) for example in examples(rule.fires_for)]
    silent = [facts_from_words(example) for example in examples(rule.silent_for)]
    pinned = [
        {question for question in one if one[question] != other[question]}
        for one in firing
        for other in silent
    ]
    asks = asked(rule.when)
    return tuple(line for line in QUESTIONS if line in asks and {line} not in pinned)


def examples(told: Iterable[Mapping[str, object]]) -> list[Example]:
    """Read examples as words by question; a word alone is a list of one."""
    return [
        {question: _words(answers) for question, answers in example.items() if question in QUESTIONS}
        for example in told
    ]


def interaction_findings(one: Interaction, known: Knowledge) -> Iterator[Finding]:
    """Give every case of an interaction that does not come out as it says."""
    door = Door(known)
    for place, case in enumerate(one.cases, 1):
        for what, instead in _case(case, one, known, door):
            yield f"case {place}: {what}", instead


def _case(case: Case, one: Interaction, known: Knowledge, door: Door) -> Iterator[Finding]:
    try:
        typed = read_medicine(case.typed, "typed")
    except BadAnswer as bad:
        yield bad.message, bad.hint
        return
    met = one.id in door.medicine(typed).item.interactions
    if met is not case.meets:
        told = "does not meet this interaction" if case.meets else "meets this interaction"
        yield f"the medicine {told}", "mend `applies_to`, `routes` or the case"
    if case.fits is None:
        return
    heard = profile_of(Answers((), medicines=(typed,)), known, door)
    day = day_plan(heard, known, None, Living(1, Waking())).day
    windows = sorted((window.from_, window.to) for window in day.windows) if day else []
    if not typed.doses:
        yield "`fits` needs a medicine with a time", "write it as `name@08:00`"
    elif windows != sorted(case.fits):
        told = ", ".join(f"{start} to {end}" for start, end in windows) or "never"
        yield f"magnesium fits {told}", "mend the hours or the case"


def _words(answers: object) -> list[str]:
    return [str(answer) for answer in answers] if isinstance(answers, list) else [str(answers)]
