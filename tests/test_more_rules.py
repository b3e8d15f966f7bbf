"""A rule more, shipped or made up, never makes an advice less careful."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from magadvisor.advisor import profile_of
from magadvisor.door import Door
from magadvisor.engine.decide import decide
from magadvisor.engine.settle import settle
from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.rule import Effects, Referral, Rule, When
from magadvisor.model.words import Gut, Kidney, LifeStage, Use, Who
from tests.support.careful import less_careful
from tests.test_laws import SEED, answers

PROFILES = 120
Decide = Callable[[Profile, Knowledge], Advice]
Fewer = Callable[[Profile, Knowledge, random.Random], tuple[Knowledge, Knowledge]]


def soundly(profile: Profile, knowledge: Knowledge) -> Advice:
    return decide(profile, knowledge, "0")


def with_rules(knowledge: Knowledge, rules: Iterable[Rule]) -> Knowledge:
    return replace(knowledge, rules={rule.id: rule for rule in rules})


def a_shipped_rule(
    profile: Profile, knowledge: Knowledge, draw: random.Random
) -> tuple[Knowledge, Knowledge]:
    """Take away one of the rules that hold."""
    held = [rule.id for rule in settle(profile, knowledge).basis.held]
    away = draw.choice(held or list(knowledge.rules))
    return with_rules(knowledge, (one for one in knowledge.rules.values() if one.id != away)), knowledge


def a_made_up_rule(_: Profile, knowledge: Knowledge, draw: random.Random) -> tuple[Knowledge, Knowledge]:
    """Add, at any place, a rule that holds for everybody."""
    rules = list(knowledge.rules.values())
    made = replace(rules[0], id="made-up", when=When(), then=draw.choice(effects(knowledge, draw)))
    rules.insert(draw.randrange(len(rules)), made)
    return knowledge, with_rules(knowledge, iter(rules))


def effects(knowledge: Knowledge, draw: random.Random) -> list[Effects]:
    """Draw one of each effect that touches outcome, form or amount."""
    forms = tuple(draw.sample(list(knowledge.forms), 3))
    referral = Referral(draw.choice(list(Who)), "A made-up reason.")
    return [
        Effects(urgent=referral),
        Effects(withhold=referral),
        Effects(ask=referral),
        Effects(exclude=forms),
        Effects(exclude_gut=(draw.choice(list(Gut)),)),
        Effects(exclude_use=(draw.choice(list(Use)),)),
        Effects(behind=forms),
        Effects(behind_gut=(draw.choice(list(Gut)),)),
        Effects(prefer=forms),
        Effects(at_most_mg=draw.choice((1.0, 60.0, 240.0, 1000.0))),
        Effects(no_figure=True),
    ]


def breaks(more: Fewer, decided: Decide, knowledge: Knowledge) -> list[str]:
    draw, door = random.Random(SEED), Door(knowledge)
    found: list[str] = []
    drawn = list(answers(knowledge, PROFILES))
    for one in (*drawn, *map(healthy, drawn)):
        profile = profile_of(one, knowledge, door)
        before, after = more(profile, knowledge, draw)
        found += less_careful(decided(profile, before), decided(profile, after))
    return found


def healthy(one: Answers) -> Answers:
    """Answer so that an amount is likely to be told."""
    well = replace(one, kidney=Kidney.NONE, egfr=None, age=45.0, life_stage=LifeStage.NONE)
    return replace(well, medicines=(), conditions=(), symptoms=(), taking=())


RULES = (a_shipped_rule, a_made_up_rule)


@pytest.mark.parametrize("more", RULES)
def test_a_rule_more_never_makes_an_advice_less_careful(more: Fewer, knowledge: Knowledge) -> None:
    assert breaks(more, soundly, knowledge) == []


def lets_the_last_rule_decide(profile: Profile, knowledge: Knowledge) -> Advice:
    """Ask only the last rule that holds, as where a later line of a table replaces an earlier one."""
    held = settle(profile, knowledge).basis.held[-1:]
    return soundly(profile, with_rules(knowledge, held))


def takes_the_highest_limit(profile: Profile, knowledge: Knowledge) -> Advice:
    """Let a rule that names an amount raise the limit."""
    advice = soundly(profile, knowledge)
    named = [rule.then.at_most_mg or 0.0 for rule in settle(profile, knowledge).basis.held]
    if advice.dose is None or advice.dose.at_most_mg is None:
        return advice
    return replace(advice, dose=replace(advice.dose, at_most_mg=max(advice.dose.at_most_mg, *named, 0.0)))


@pytest.mark.parametrize("fault", [lets_the_last_rule_decide, takes_the_highest_limit])
def test_a_rule_that_loosens_is_seen(fault: Decide, knowledge: Knowledge) -> None:
    assert [found for more in RULES for found in breaks(more, fault, knowledge)] != []
