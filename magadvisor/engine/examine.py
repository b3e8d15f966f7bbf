"""Every rule is tried against the facts, alone; of each that holds can be said what was seen."""

from collections.abc import Iterator

from magadvisor.engine.facts import QUESTIONS, Facts
from magadvisor.engine.rule_index import rule_index
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record
from magadvisor.model.rule import Rule, When


class Verdict(Record):
    """Whether something holds, and what was seen on the way."""

    held: bool
    question: str | None = None
    saw: tuple[str, ...] = ()
    parts: tuple["Verdict", ...] = ()


def examine(knowledge: Knowledge, facts: Facts) -> tuple[Rule, ...]:
    """Try every rule against the facts and give those that hold, in the order of the files."""
    return ruled(knowledge, rule_index(knowledge).holding(facts))


def ruled(knowledge: Knowledge, holding: int) -> tuple[Rule, ...]:
    """Give the rules of some bits of the index, in the order of the files."""
    return tuple(map(knowledge.rules.__getitem__, rule_index(knowledge).named(holding)))


def judge(when: When, facts: Facts) -> Verdict:
    """Say whether `when` holds for these facts, and what was seen on the way."""
    parts = tuple(_parts(when, facts))
    return Verdict(all(part.held for part in parts), parts=parts)


def seen(verdict: Verdict) -> dict[str, list[str]]:
    """Collect what a verdict saw, question by question, where the answer mattered."""
    collected: dict[str, list[str]] = {}
    for leaf in _leaves(verdict):
        words = collected.setdefault(leaf.question or "", [])
        words.extend(word for word in leaf.saw if word not in words)
    return {question: words for question, words in collected.items() if words}


def _parts(when: When, facts: Facts) -> Iterator[Verdict]:
    for question in QUESTIONS:
        wanted: tuple[str, ...] | None = getattr(when, question)
        if wanted is not None:
            yield _one_of(question, wanted, facts)
    if when.not_ is not None:
        inner = judge(when.not_, facts)
        yield Verdict(not inner.held, parts=(inner,))
    if when.all_ is not None:
        inners = tuple(judge(part, facts) for part in when.all_)
        yield Verdict(all(part.held for part in inners), parts=inners)
    if when.any_ is not None:
        inners = tuple(judge(part, facts) for part in when.any_)
        yield Verdict(any(part.held for part in inners), parts=inners)


def _one_of(question: str, wanted: tuple[str, ...], facts: Facts) -> Verdict:
    given = facts[question]
    matching = tuple(word for word in wanted if word in given)
    return Verdict(bool(matching), question, matching or tuple(sorted(given)))


def _leaves(verdict: Verdict) -> Iterator[Verdict]:
    if verdict.question is not None:
        yield verdict
    for part in verdict.parts:
        yield from _leaves(part)
