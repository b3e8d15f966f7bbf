"""What an advice says about itself: the headline, what to watch, why, what is missing, who says so."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from magadvisor.engine.basis import Basis
from magadvisor.engine.examine import judge, seen
from magadvisor.engine.facts import silent
from magadvisor.engine.gate import from_interactions, from_rules
from magadvisor.engine.gather import ids, merge_watches
from magadvisor.engine.ledger import notes
from magadvisor.model.advice import (
    Action,
    CitedSource,
    Coverage,
    DoseLimit,
    OfferedForm,
    Reason,
    RedFlagAnswer,
    Supporting,
    Unanswered,
    Watch,
)
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.milligrams import left
from magadvisor.model.record import Record
from magadvisor.model.rule import Rule
from magadvisor.model.words import Outcome, Use

if TYPE_CHECKING:
    from magadvisor.model.considered import Evidence


class Told(Record):
    """A decision whose words are still to be found."""

    basis: Basis
    outcome: Outcome
    form: OfferedForm | None
    dose: DoseLimit | None

    @property
    def figure(self) -> bool:
        """Say whether an amount is given; where none is, no rule may bring one in."""
        return self.dose is not None and self.dose.limit_mg is not None


def headline(told: Told, actions: Sequence[Action]) -> str:
    """Say in one line what to do."""
    known = told.basis.knowledge
    if told.outcome is Outcome.URGENT or told.form is None:
        name = "headline-urgent" if told.outcome is Outcome.URGENT else "headline-withhold"
        return known.sentences[name].format(who=known.whom(actions[0].who))
    what = _what(told, told.form)
    return (
        what if told.outcome is Outcome.SUGGEST else known.sentences["headline-ask-first"].format(what=what)
    )


def watches(told: Told) -> tuple[Watch, ...]:
    """List what to look out for: from rules, from the door, and from a medicine's label."""
    return merge_watches(_watches(told))


def reasons(told: Told) -> tuple[Reason, ...]:
    """List the rules that held and what they saw."""
    return tuple(
        Reason(
            rule=rule.id,
            says=rule.says,
            saw=seen(judge(rule.when, told.basis.facts)),
            because=rule.because,
            certainty=rule.certainty,
            sources=ids(rule.sources),
        )
        for rule in _speaking(told)
    )


def supporting(told: Told) -> tuple[Supporting, ...]:
    """List what helps beside magnesium, each once for all goals; nothing where help is needed now."""
    if told.outcome is Outcome.URGENT:
        return ()
    statements = (one for goal in told.basis.goals for one in goal.supporting)
    return tuple(dict.fromkeys(Supporting(one.text, one.certainty, ids(one.sources)) for one in statements))


def red_flags(goals: Iterable[Goal]) -> tuple[RedFlagAnswer, ...]:
    """List the signs of the goals that should send the person to help, each once."""
    flags = (flag for goal in goals for flag in goal.red_flags)
    return tuple(dict.fromkeys(RedFlagAnswer(flag.text, flag.urgency, flag.who) for flag in flags))


def unanswered(basis: Basis) -> tuple[Unanswered, ...]:
    """Name every question without an answer, and what knowing it could change.

    A question that the other answers settle, such as pregnancy of a man, could change nothing.
    """
    return tuple(
        Unanswered(question.id, question.could_change)
        for question in basis.knowledge.questions.values()
        if silent(question.id, basis.profile, basis.facts)
        and (question.when is None or judge(question.when, basis.facts).held)
    )


def coverage(basis: Basis, listed: int, checked: int) -> Coverage:
    """Count the rules and interactions that were tried and those that apply."""
    known = basis.knowledge
    return Coverage(
        rules=len(known.rules) + len(known.interactions),
        fired=len(basis.held) + len(basis.met),
        listed=listed,
        checked=checked,
    )


def profile(basis: Basis) -> dict[str, str | list[str] | float | None]:
    """Give the words the rules saw; questions with one answer as a word, others as lists."""
    single = ("kidney", "age", "sex", "life_stage", "region")
    words: dict[str, str | list[str] | float | None] = {"goals": list(basis.profile.goals)}
    for question, given in basis.facts.items():
        if question not in ("goals", "interactions", "takes"):
            words[question] = next(iter(given)) if question in single else sorted(given)
    return words


def sources(
    told: Told,
    offered: Iterable[OfferedForm],
    interactions: Iterable[MetInteraction],
    given: "Iterable[Reason | Supporting | Evidence]",
) -> tuple[CitedSource, ...]:
    """List every source the advice cites, in the order it is first cited."""
    cited: dict[str, None] = {}
    lists = chain(
        (one.sources for one in offered),
        (one.sources for one in interactions),
        (one.sources for one in given),
    )
    cited.update(dict.fromkeys(chain.from_iterable(lists)))
    limit = told.basis.limit
    for upper in (*limit.uppers.applied, *limit.uppers.elsewhere) if told.figure else ():
        cited.update(dict.fromkeys(ids(upper.sources)))
    return cite(cited, told.basis.knowledge)


def cite(cited: Iterable[str], knowledge: Knowledge) -> tuple[CitedSource, ...]:
    """Tell the sources of these ids, in their order."""
    known = (knowledge.sources[one] for one in cited)
    return tuple(CitedSource(one.id, one.title, one.publisher, one.year, one.url) for one in known)


def _what(told: Told, form: OfferedForm) -> str:
    sentences = told.basis.knowledge.sentences
    if form.use == Use.SKIN:
        return sentences["headline-skin"].format(form=form.name)
    if form.use == Use.SHORT_TERM_MEDICINE:
        return sentences["headline-medicine"].format(form=form.name)
    at_most = told.dose.at_most_mg if told.dose else None
    if at_most is None:
        return sentences["headline-suggest-no-figure"].format(form=form.name)
    return sentences["headline-suggest"].format(form=form.name, mg=left(at_most))


def _speaking(told: Told) -> Iterator[Rule]:
    """Keep silent the rules about an amount where no amount is given."""
    for rule in told.basis.held:
        if told.figure or rule.then.at_most_mg is None:
            yield rule


def _watches(told: Told) -> Iterator[Watch]:
    for remark in told.basis.profile.remarks:
        yield Watch(remark.text, (remark.by,))
    for rule in _speaking(told):
        for text in (rule.then.watch, rule.then.say):
            if text is not None:
                yield Watch(text, (rule.id,))
    yield from notes(
        told.basis.ledger,
        told.basis.already,
        told.basis.limit,
        _only_full(told),
        told.basis.knowledge,
    )
    form = told.form
    if form is not None and form.use == Use.SHORT_TERM_MEDICINE:
        known = told.basis.knowledge.forms[form.id]
        sentence = told.basis.knowledge.sentences["medicine-label"]
        yield Watch(sentence.format(form=form.name, longest=known.longest_use or ""), (form.id,))


def _only_full(told: Told) -> bool:
    """Say whether nothing withholds but the limit that is reached already."""
    basis = told.basis
    grounds = (*from_rules(basis.held), *from_interactions(basis.met, basis.alkaline_taken))
    return not any(ground.outcome.closed for ground in grounds)
