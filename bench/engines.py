"""The same conditions given to other engines: which rules hold for a profile?

Both are optional: pip install zen-engine clipspy
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from magadvisor.engine.facts import QUESTIONS, Facts
from magadvisor.model.rule import Rule, When

Find = Callable[[Facts], frozenset[str]]


def zen(rules: Mapping[str, Rule]) -> Find:
    """Give the rules to zen-engine as one decision table that collects every row that holds."""
    import zen as zen_engine

    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": "when", "name": "when"}],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": [
            {"_id": str(place), "when": _zen(rule.when), "rule": json.dumps(rule.id)}
            for place, rule in enumerate(rules.values())
        ],
    }
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    engine = zen_engine.ZenEngine()
    decision = engine.create_decision(json.dumps({"nodes": nodes, "edges": edges}))

    def find(facts: Facts) -> frozenset[str]:
        told = decision.evaluate({question: list(words) for question, words in facts.items()})
        return frozenset(row["rule"] for row in told["result"])

    return find


def clips(rules: Mapping[str, Rule]) -> Find:
    """Give the rules to CLIPS, a word of an answer as a fact; a rule that holds asserts its name."""
    import clips as clips_engine

    engine = clips_engine.Environment()
    for question in QUESTIONS:
        engine.build(f"(deftemplate {question} (slot word))")
    engine.build("(deftemplate held (slot rule))")
    for rule in rules.values():
        engine.build(
            f'(defrule {rule.id} (initial) {_clips(rule.when)} => (assert (held (rule "{rule.id}"))))'
        )
    templates = {question: engine.find_template(question) for question in QUESTIONS}
    held = engine.find_template("held")

    def find(facts: Facts) -> frozenset[str]:
        engine.reset()
        engine.assert_string("(initial)")
        for question, words in facts.items():
            for word in words:
                templates[question].assert_fact(word=clips_engine.Symbol(_symbol(word)))
        engine.run()
        return frozenset(fact["rule"] for fact in held.facts())

    return find


def _lines(when: When) -> Iterator[tuple[str, Sequence[str]]]:
    for question in QUESTIONS:
        words: tuple[str, ...] | None = getattr(when, question)
        if words is not None:
            yield question, words


def _zen(when: When) -> str:
    parts = [f"some({question}, # in {json.dumps(list(words))})" for question, words in _lines(when)]
    if when.not_ is not None:
        parts.append(f"not ({_zen(when.not_)})")
    parts += [f"({_zen(part)})" for part in when.all_ or ()]
    if when.any_ is not None:
        parts.append(f"({' or '.join(f'({_zen(part)})' for part in when.any_)})")
    return " and ".join(parts) or "true"


def _symbol(word: str) -> str:
    """Write a word as CLIPS reads one: without blanks."""
    return word.replace(" ", "_")


def _clips(when: When) -> str:
    told = ((question, "|".join(map(_symbol, words))) for question, words in _lines(when))
    parts = [f"(exists ({question} (word {words})))" for question, words in told]
    if when.not_ is not None:
        parts.append(f"(not (and {_clips(when.not_)}))")
    parts += [_clips(part) for part in when.all_ or ()]
    if when.any_ is not None:
        parts.append(f"(or {' '.join(f'(and {_clips(part)})' for part in when.any_)})")
    return " ".join(parts)
