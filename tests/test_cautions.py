"""What a comparison says of a form for one person: its cautions, and whether an advice leaves it."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from magadvisor.advisor import advise
from magadvisor.comparing import compare
from magadvisor.knowledge.laws import caution_laws, vocabulary
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.answers import Answers, TypedMedicine
from magadvisor.model.comparison import Comparison
from magadvisor.model.form import Caution
from magadvisor.model.record import replace
from magadvisor.model.rule import When
from magadvisor.model.words import Certainty, Digestion, Kidney, LifeStage, Sex

KNOWN = load(data_folder())
EVERY = tuple(KNOWN.forms)
NOTHING = Answers(goals=())
HEALTHY = Answers(
    goals=(),
    kidney=Kidney.NONE,
    digestion=(Digestion.NORMAL,),
    medicines=(),
    conditions=(),
    symptoms=(),
    age=40,
    sex=Sex.FEMALE,
    life_stage=LifeStage.NONE,
)


def told(answers: Answers, *forms: str) -> dict[str, tuple[str, ...]]:
    return {one.id: tuple(each.text for each in one.cautions) for one in _compared(answers, *forms).forms}


def _compared(answers: Answers, *forms: str) -> Comparison:
    return compare(answers, forms or EVERY, 100, KNOWN)


def own(form: str) -> tuple[str, ...]:
    return tuple(one.text for one in KNOWN.forms[form].cautions)


def test_with_nothing_answered_every_caution_of_a_form_stands_there() -> None:
    for form, cautions in told(NOTHING).items():
        assert set(own(form)) <= set(cautions), form


# What each label says, whom it is about, and an answer that says: not me.
LEFT_OUT: list[tuple[str, str, dict[str, object]]] = [
    ("aspartate", "kidney filtration is below 30", {"kidney": Kidney.NONE, "conditions": ()}),
    ("threonate", "pregnancy and breastfeeding", {"life_stage": LifeStage.NONE, "age": 40}),
    ("threonate", "pregnancy and breastfeeding", {"sex": Sex.MALE, "age": 40}),
    ("hydroxide", "routine laxative in pregnancy", {"life_stage": LifeStage.NONE}),
    ("hydroxide", "youngest age", {"age": 40}),
    ("hydroxide", "kidney or liver impairment", {"kidney": Kidney.NONE, "conditions": ()}),
    ("oxide", "with kidney disease", {"kidney": Kidney.NONE}),
    ("oxide", "Regular use with weak kidneys", {"kidney": Kidney.NONE}),
    ("glycerophosphate", "phenylketonuria", {"conditions": ()}),
    ("glycerophosphate", "phenylketonuria", {"conditions": ("diabetes",)}),
    ("sulfate-bath", "With diabetes", {"conditions": ("asthma",)}),
    ("sulfate-bath", "kidney disease or dialysis", {"kidney": Kidney.G2}),
    ("trisilicate", "sodium has to be limited", {"conditions": ()}),
]


@pytest.mark.parametrize(("form", "about", "answered"), LEFT_OUT)
def test_a_caution_about_what_a_person_says_they_do_not_have_is_left_out(
    form: str, about: str, answered: dict[str, object]
) -> None:
    assert any(about in text for text in told(NOTHING, form)[form])
    given = replace(NOTHING, **answered)  # type: ignore[arg-type]
    assert not any(about in text for text in told(given, form)[form])


@pytest.mark.parametrize(
    ("form", "about", "answered"),
    [
        ("aspartate", "kidney filtration is below 30", {"kidney": Kidney.NONE}),  # the heart was not asked
        (
            "aspartate",
            "kidney filtration is below 30",
            {"kidney": Kidney.NONE, "conditions": ("heart block",)},
        ),
        ("threonate", "pregnancy and breastfeeding", {"age": 40}),
        ("threonate", "pregnancy and breastfeeding", {"sex": Sex.MALE}),  # the age was not asked
        ("hydroxide", "kidney or liver impairment", {"kidney": Kidney.NONE, "conditions": ("cirrhosis",)}),
        ("glycerophosphate", "phenylketonuria", {"conditions": ("florbitis",)}),  # not known: it may be that
        ("glycerophosphate", "phenylketonuria", {"conditions": ("PKU",)}),
        ("sulfate-bath", "With diabetes", {"conditions": ("diabetes",)}),
        ("sulfate-bath", "broken or inflamed skin", {"conditions": ()}),
        ("oxide", "It needs stomach acid", {"conditions": ()}),
    ],
)
def test_a_caution_that_concerns_the_person_or_may_concern_them_stays(
    form: str, about: str, answered: dict[str, object]
) -> None:
    given = replace(NOTHING, **answered)  # type: ignore[arg-type]
    assert any(about in text for text in told(given, form)[form])


def test_a_rule_that_holds_for_the_person_is_a_caution_of_the_forms_it_speaks_against() -> None:
    sensitive = told(replace(HEALTHY, digestion=(Digestion.SENSITIVE,)))
    normal = told(HEALTHY)
    for form in ("oxide", "hydroxide"):
        new = [text for text in sensitive[form] if text not in normal[form]]
        assert len(new) == 1
        assert "sensitive gut" in new[0]
    assert sensitive["glycinate"] == normal["glycinate"]


def test_a_rule_that_puts_a_form_behind_is_a_caution_too() -> None:
    told_ = told(replace(HEALTHY, conditions=("low stomach acid",)))
    rule = KNOWN.rules["low-acid-forms-go-behind"]
    for form in EVERY:
        assert any(rule.says in text for text in told_[form]) == (form in rule.then.behind)


def test_a_medicine_that_only_meets_salts_against_acid_is_a_caution_of_those_salts() -> None:
    rosuvastatin = KNOWN.interactions["rosuvastatin"]
    told_ = told(replace(HEALTHY, medicines=(TypedMedicine("rosuvastatin"),)))
    for form in EVERY:
        assert (rosuvastatin.tell in told_[form]) == KNOWN.forms[form].alkaline


def _without_words() -> Iterator[Answers]:
    yield NOTHING
    yield HEALTHY
    yield replace(HEALTHY, kidney=Kidney.G3A, digestion=(Digestion.SENSITIVE,))
    yield replace(HEALTHY, digestion=(Digestion.LOOSE,))
    yield replace(HEALTHY, life_stage=LifeStage.PREGNANT)


def _profiles() -> Iterator[Answers]:
    yield from _without_words()
    yield replace(HEALTHY, digestion=(Digestion.LOOSE,), conditions=("low stomach acid", "diabetes"))
    yield replace(HEALTHY, medicines=(TypedMedicine("misoprostol"), TypedMedicine("sotorasib")))


def test_not_knowing_leaves_out_no_caution_that_no_shows() -> None:
    for answers in _profiles():
        shown = told(answers)
        for question in ("kidney", "age", "life_stage", "conditions"):
            silent = told(replace(answers, **{question: getattr(NOTHING, question)}))
            for form in EVERY:
                assert {text for text in shown[form] if text in own(form)} <= set(silent[form])


def test_a_caution_that_silence_would_rule_out_is_refused() -> None:
    for when, says in (
        (When(kidney=("g4", "g5")), "leaves out `unknown`"),
        (When(not_=When(goals=("sleep",))), "says `not`"),
        (When(conditions=("no-such-illness", "unknown")), "is not a word"),
        (When(any_=(When(kidney=("g5", "unknown")), When(age=("child",)))), "leaves out `unknown`"),
    ):
        found = list(caution_laws(Caution("x", Certainty.LOW, (), when), vocabulary(KNOWN)))
        assert any(says in what for what, _ in found)
    assert not list(caution_laws(Caution("x", Certainty.LOW, ()), vocabulary(KNOWN)))


def _disagreeing() -> list[tuple[str, ...]]:
    """Give pairs of goals of which one lists a form that the other sets aside."""
    listed = {goal: {one.form for one in KNOWN.goals[goal].forms} for goal in KNOWN.goals}
    aside = {goal: {one.form for one in KNOWN.goals[goal].set_aside} for goal in KNOWN.goals}
    return [pair for pair in permutations(KNOWN.goals, 2) if listed[pair[0]] & aside[pair[1]]]


GOALS = [*((goal,) for goal in KNOWN.goals), *_disagreeing()[::5]]


@pytest.mark.parametrize("goals", GOALS, ids="+".join)
def test_for_you_says_of_each_form_what_an_advice_says_of_it(goals: tuple[str, ...]) -> None:
    for answers in _without_words():
        asked = replace(answers, goals=goals)
        advice = advise(asked, KNOWN)
        offered = {one.id for one in (advice.form, *advice.alternatives) if one}
        aside = {one.id: one for one in advice.set_aside}
        for one in _compared(asked).forms:
            if one.id in offered:
                assert one.for_you.left, one.id
            elif one.id in aside and KNOWN.forms[one.id].offered:
                assert not one.for_you.left
                assert one.for_you.because == (aside[one.id].because,)
                assert one.for_you.by == aside[one.id].by


def test_no_reason_stands_twice() -> None:
    answers = replace(HEALTHY, goals=("nerve-pain", "sleep"), digestion=(Digestion.SENSITIVE,))
    for one in _compared(answers).forms:
        assert len(set(one.for_you.because)) == len(one.for_you.because)
        assert len(set(one.for_you.by)) == len(one.for_you.by)
