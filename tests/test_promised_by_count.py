"""What an advice counts, joins and spreads: rules tried, reasons against a form, foods of many kinds."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from magadvisor.advisor import Advisor
from magadvisor.engine.portions import plans
from magadvisor.inputs import read_medicine
from magadvisor.model.answers import Answers
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Effects, Referral, Rule, When
from magadvisor.model.words import Certainty, Kidney, Who
from tests.support.asking import advices, ask, offered

WELL = {"goals": ["sleep"], "kidney": "none", "medicines": [], "age": 40}


def test_every_rule_and_every_interaction_is_counted_as_tried(knowledge: Knowledge) -> None:
    told = ask(knowledge, WELL).coverage
    assert told.rules == len({*knowledge.rules, *knowledge.interactions})


def test_every_rule_and_interaction_that_applies_is_counted_as_fired(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {**WELL, "medicines": ["levothyroxine"], "conditions": ["gout"]})
    assert advice.interactions
    assert advice.reasons
    assert advice.coverage.fired == len(advice.reasons) + len(advice.interactions)


def test_what_helps_beside_magnesium_is_told_with_its_certainty_and_sources(knowledge: Knowledge) -> None:
    """Contract: the supporting statements of every goal asked for; what both goals say is told once."""
    goals = ("sleep", "cramps")
    told = [
        (one.text, one.certainty, one.sources) for one in ask(knowledge, {**WELL, "goals": goals}).supporting
    ]
    said = [
        (one.text, one.certainty, tuple(cited.id for cited in one.sources))
        for goal in goals
        for one in knowledge.goals[goal].supporting
    ]
    assert told == list(dict.fromkeys(said))
    assert len(told) < len(said)


def test_everything_that_speaks_against_a_form_is_told(knowledge: Knowledge) -> None:
    def against(name: str) -> Rule:
        return Rule(name, "", When(), Effects(exclude=("oxide",)), "so", Certainty.LOW, (), (), ())

    rules = {name: against(name) for name in ("first", "second", "third")}
    more = replace(knowledge, rules={**knowledge.rules, **rules})
    (told,) = (one for one in ask(more, {**WELL, "goals": ["constipation"]}).set_aside if one.id == "oxide")
    assert set(rules) <= set(told.by)


def test_what_two_rules_ask_and_tell_alike_is_said_once_with_both(knowledge: Knowledge) -> None:
    """Contract: `by` names every rule that an action and a line to watch come of."""
    then = Effects(ask=Referral(Who.MIDWIFE, "Ask so."), watch="Watch so.")
    rules = {
        name: Rule(name, "", When(), then, "so", Certainty.LOW, (), (), ()) for name in ("first", "second")
    }
    advice = ask(replace(knowledge, rules={**knowledge.rules, **rules}), WELL)
    (action,) = (one for one in advice.actions if one.text == "Ask so.")
    assert (action.urgency, action.who, action.by) == ("before-use", "midwife", ("first", "second"))
    (watch,) = (one for one in advice.watch if one.text == "Watch so.")
    assert watch.by == ("first", "second")


def test_everything_typed_that_was_not_checked_is_listed_again_by_its_list(knowledge: Knowledge) -> None:
    lists = ("medicines", "conditions", "symptoms", "taking", "avoid")
    advice = ask(knowledge, {**WELL, **{name: [f"zemtal {name}"] for name in lists}})
    assert [(one.list, one.typed) for one in advice.not_checked] == [
        (name, f"zemtal {name}") for name in lists
    ]
    assert (advice.coverage.listed, advice.coverage.checked) == (len(lists), 0)


def test_a_day_is_planned_where_any_medicine_has_a_time(knowledge: Knowledge) -> None:
    medicines = tuple(map(read_medicine, ("cipro@08:00,20:00", "metformin")))
    asked = Answers(goals=("sleep",), kidney=Kidney.NONE, medicines=medicines, age=40)
    day = Advisor(knowledge).advise(asked).day
    assert day is not None
    assert day.doses


def test_what_one_goal_offers_is_not_told_as_set_aside_by_another(knowledge: Knowledge) -> None:
    one, other, form = next(
        (one.id, other.id, listed.form)
        for one in knowledge.goals.values()
        for other in knowledge.goals.values()
        for listed in one.forms
        if listed.form in {aside.form for aside in other.set_aside}
    )
    advice = ask(knowledge, {**WELL, "goals": [one, other]})
    assert form in offered(advice)
    assert not {aside.id for aside in advice.set_aside} & set(offered(advice))


@pytest.mark.parametrize(
    ("kidney", "medicine"), [(Kidney.G5, "cipro@08:00,20:00"), (Kidney.NONE, "cipro")], ids=str
)
def test_no_day_is_planned_without_a_form_or_without_a_time(
    knowledge: Knowledge, kidney: Kidney, medicine: str
) -> None:
    """No window is told past a closed gate, and none from medicines whose times nobody gave."""
    asked = Answers(goals=("sleep",), kidney=kidney, medicines=(read_medicine(medicine),), age=40)
    assert Advisor(knowledge).advise(asked).day is None


def test_foods_that_are_shown_are_of_many_groups_and_no_two_of_a_kind(knowledge: Knowledge) -> None:
    for advice in advices(knowledge):
        shown = [knowledge.foods[one.id] for one in advice.foods]
        assert max(Counter(food.kind for food in shown).values()) == 1
        assert max(Counter(food.group for food in shown).values()) <= 2


def test_a_food_is_told_with_the_goal_that_names_it(knowledge: Knowledge) -> None:
    """Foods that goals name come first; made-up lists, of foods with little magnesium."""
    made = {"sleep": ("kale-raw",), "cramps": ("halibut-cooked",)}
    goals = {name: replace(goal, foods=made.get(name, ())) for name, goal in knowledge.goals.items()}
    more = replace(knowledge, goals=goals)
    told = ask(more, {**WELL, "goals": ["sleep", "cramps"]}).foods
    assert [one.id for one in told[:2]] == ["halibut-cooked", "kale-raw"]
    named = {food: goals[name].name for name, foods in made.items() for food in foods}
    for one in told:
        sentence = knowledge.sentences["food-named" if one.id in named else "food-rich"]
        assert one.because == sentence.format(goal=named.get(one.id))


def test_portions_are_of_different_groups_and_where_none_reach_the_target_the_most_is_told(
    knowledge: Knowledge,
) -> None:
    foods = list(knowledge.foods.values())
    for target in (80, 150, 250):
        for plan in plans(foods, target):
            assert len({food.group for food in plan.foods}) == len(plan.foods)
            assert plan.reaches
    few = [food for food in foods if food.confidence == "high"][:25]
    (plan,) = plans(few, 10_000)
    most = max(
        sum(food.magnesium_mg for food in chosen)
        for chosen in combinations(few, 3)
        if len({food.group for food in chosen}) == 3 and len({food.kind for food in chosen}) == 3
    )
    assert not plan.reaches
    assert plan.magnesium_mg == pytest.approx(most, abs=0.1)


def test_no_portion_is_of_a_food_of_which_the_figure_is_not_sure(knowledge: Knowledge) -> None:
    foods = list(knowledge.foods.values())
    doubtful = replace(foods[0], id="doubtful", kind="doubtful", magnesium_mg=500.0, confidence="low")
    for target in (80, 250, 10_000):
        told = plans([doubtful, *foods], target)
        assert told == plans(foods, target)
        assert told


def test_a_third_portion_is_only_asked_for_where_two_do_not_reach_the_target(knowledge: Knowledge) -> None:
    foods = list(knowledge.foods.values())
    sure = [food for food in foods if food.confidence == "high"]
    richest = max(
        one.magnesium_mg + other.magnesium_mg
        for one, other in combinations(sure, 2)
        if one.group != other.group
    )
    for target, count in ((80, 2), (150, 2), (richest, 2), (richest + 20, 3)):
        assert {len(plan.foods) for plan in plans(foods, target)} == {count}
