"""Where an entry stands in the files changes no answer: what is listed may stand in another order, no more.

Two orders are meant, and stay: the forms of a goal, best first, and the questions, as they are asked.
"""

import random
from dataclasses import fields, replace
from typing import TypeVar

import pytest

from magadvisor.advisor import Advisor, profile_of
from magadvisor.door import Door
from magadvisor.engine.decide import decide
from magadvisor.engine.settle import settle
from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers, TypedMagnesium, TypedMedicine
from magadvisor.model.claim import ClaimWords
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import IntakeTable, Limits
from magadvisor.model.medicine import MedicineWords, Tokens
from magadvisor.model.vocabulary import Negation, Vocabulary
from tests.laws.told import Advise, unordered
from tests.support.asking import offered
from tests.test_laws import SEED, answers

PROFILES = 200
_T = TypeVar("_T")

RECORDS = (Limits, IntakeTable, Vocabulary, Negation, MedicineWords, Tokens, ClaimWords)
"""What is made of several lists of the files."""

ONCE = frozenset(("meta", "digest", "shipped"))
KINDS = tuple(field.name for field in fields(Knowledge) if field.name not in ONCE)


def shuffled(value: _T, draw: random.Random) -> _T:
    """Give the entries of the files in another order; what stands inside an entry stays as it is."""
    if isinstance(value, dict):
        return type(value)(moved(list(value.items()), draw))
    if isinstance(value, tuple):
        inner = [shuffled(one, draw) if isinstance(one, RECORDS) else one for one in value]
        return type(value)(moved(inner, draw))
    if isinstance(value, RECORDS):
        parts = {field.name: shuffled(getattr(value, field.name), draw) for field in fields(value)}
        return replace(value, **parts)
    return value


def moved(items: list[_T], draw: random.Random) -> list[_T]:
    """Shuffle, and let another stand first."""
    other = draw.sample(items, len(items))
    return other[1:] + other[:1] if other[:1] == items[:1] else other


def in_another_order(knowledge: Knowledge, kinds: tuple[str, ...] = KINDS, seed: int = SEED) -> Knowledge:
    draw = random.Random(seed)
    return replace(knowledge, **{kind: shuffled(getattr(knowledge, kind), draw) for kind in kinds})


@pytest.fixture(scope="module")
def others(knowledge: Knowledge) -> Knowledge:
    return in_another_order(knowledge)


def differs(one: Answers, advise: Advise, other: Advise) -> list[str]:
    """Name what of an advice is another when the entries stand in another order."""
    told, again = advise(one), other(one)
    before, after = unordered(told), unordered(again)
    changed = [key for key in before if before[key] != after[key]]
    return changed + (["the order of the forms"] if offered(told) != offered(again) else [])


def with_reasons(knowledge: Knowledge) -> Advise:
    advisor = Advisor(knowledge)
    return lambda one: advisor.advise(one, why=True)


def test_every_kind_of_knowledge_is_put_into_another_order(knowledge: Knowledge, others: Knowledge) -> None:
    for kind in KINDS:
        assert repr(getattr(knowledge, kind)) != repr(getattr(others, kind)), kind
    assert sorted(map(repr, knowledge.limits.uppers)) == sorted(map(repr, others.limits.uppers))
    assert sorted(knowledge.rules) == sorted(others.rules)
    there, elsewhere = (
        {frozenset(table.rows): table.rows for table in known.limits.intake_tables}
        for known in (knowledge, others)
    )
    assert there.keys() == elsewhere.keys()
    assert all(there[rows] != elsewhere[rows] for rows in there if len(rows) > 1)


def test_the_order_of_entries_changes_no_advice(knowledge: Knowledge, others: Knowledge) -> None:
    advise, other = with_reasons(knowledge), with_reasons(others)
    tried = list(answers(knowledge, PROFILES))
    assert [(one, found) for one in tried if (found := differs(one, advise, other))] == []


def test_the_order_of_entries_changes_nothing_of_what_is_recognised(
    knowledge: Knowledge, others: Knowledge
) -> None:
    one, other = Door(knowledge), Door(others)
    for text in misspelt(names(knowledge)):
        assert recognised(text, one) == recognised(text, other)


def names(knowledge: Knowledge) -> list[str]:
    """Draw names of medicines, products and foods, names with several readings, and everyday words."""
    draw = random.Random(SEED)
    medicines = [name for one in knowledge.medicines.values() for name in (one.name, *one.brands)]
    products = [name for one in knowledge.products.values() for name in (one.name, *one.names)]
    several = [name for one in knowledge.medicine_words.ambiguous for name in one.names]
    classes = [name for one in knowledge.medicine_words.classes for name in one.names]
    known = knowledge.vocabulary
    entries = (*known.conditions, *known.symptoms, *known.kidney, *known.allergens)
    phrases = [phrase for entry in entries for phrase in entry.phrases]
    foods = [food.name for food in knowledge.foods.values()]
    lists = (medicines, products, several, classes, phrases, foods)
    return [name for listed in lists for name in draw.sample(listed, 10)]


def misspelt(typed: list[str]) -> list[str]:
    """Leave a letter out of every other text."""
    draw = random.Random(SEED)
    cut = [draw.randrange(len(text)) for text in typed]
    return [
        text[:place] + text[place + 1 :] if number % 2 else text
        for number, (text, place) in enumerate(zip(typed, cut, strict=True))
    ]


def recognised(text: str, door: Door) -> tuple[object, ...]:
    medicine = door.medicine(TypedMedicine(text))
    listed = replace(medicine.item, interactions=tuple(sorted(medicine.item.interactions)))
    words, taken = door.words(text), door.taken(TypedMagnesium(text))
    return listed, medicine.remarks, words, taken, door.avoided(text)


def telling_the_first(kind: str, knowledge: Knowledge, advise: Advise) -> Advise:
    """Tell the first entry of a kind, whoever asks."""
    first = repr(next(iter(entries(knowledge, kind))))
    return lambda one: replace(advise(one), headline=first)


def entries(knowledge: Knowledge, kind: str) -> list[object]:
    value = getattr(knowledge, kind)
    if isinstance(value, RECORDS):
        return [tuple(map(repr, (getattr(value, field.name) for field in fields(value))))]
    return list(value)


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_that_hangs_on_the_order_of_a_kind_is_seen(kind: str, knowledge: Knowledge) -> None:
    one = Answers(goals=("sleep",))
    moved_kind = in_another_order(knowledge, (kind,))
    advise, other = with_reasons(knowledge), with_reasons(moved_kind)
    assert differs(one, advise, other) == []
    wrong = telling_the_first(kind, knowledge, advise), telling_the_first(kind, moved_kind, other)
    assert differs(one, *wrong) == ["headline"]


def lets_the_first_rule_decide(knowledge: Knowledge) -> Advise:
    """Ask no rule behind the first one that holds, as a table of decisions would."""
    door = Door(knowledge)

    def wrong(one: Answers) -> Advice:
        profile = profile_of(one, knowledge, door)
        held = settle(profile, knowledge).basis.held[:1]
        first = {rule.id: rule for rule in held}
        return decide(profile, replace(knowledge, rules=first), "0", why=True)

    return wrong


def test_a_decision_by_the_first_rule_that_holds_is_seen(knowledge: Knowledge, others: Knowledge) -> None:
    tried = list(answers(knowledge, 20))
    wrong, other = lets_the_first_rule_decide(knowledge), lets_the_first_rule_decide(others)
    assert {"outcome", "actions"} & {key for one in tried for key in differs(one, wrong, other)}
