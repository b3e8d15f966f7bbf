"""What would change an advice: compared with trying every answer and every pair of answers, one by one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from magadvisor.advisor import profile_of
from magadvisor.door import Door
from magadvisor.engine.answer_words import answer
from magadvisor.engine.facts import QUESTIONS
from magadvisor.engine.settle import Core, settle
from magadvisor.knowledge.laws import vocabulary
from magadvisor.model.advice import Reason
from magadvisor.model.considered import Considered
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Effects, Rule, When
from magadvisor.model.words import Certainty, Outcome, Region
from magadvisor.profiles import answers_of, profile_document
from magadvisor.render.phrases import saw
from tests.support.asking import as_text, ask

Document = dict[str, object]
Step = tuple[str, object, object]  # key, what the document then holds, what is told
CUT = "cut"

STAGES = ("g1", "g2", "g3a", "g3b", "g4", "g5")
AGES = {"infant": 0.5, "child": 11, "adult": 44, "older": 79}
CLOSED: dict[str, dict[str, object]] = {
    "kidney": {word: word for word in ("none", *STAGES, "dialysis", "transplant", "acute")},
    "age": dict(AGES),
    "sex": {"female": "female", "male": "male"},
    "life_stage": {word: word for word in ("none", "pregnant", "breastfeeding")},
    "region": {word: word for word in ("us", "eu", "uk", "ca", "jp", "anz")},
}
ENDING = ("diarrhoea", "dehydrated", "surgery next week")

PROFILES: list[Document] = [
    {"goals": ["sleep"]},
    {"goals": ["nerve-pain"], "kidney": "none", "medicines": [], "age": 45, "sex": "female", "region": "us"},
    {"goals": ["constipation"], "kidney": "diagnosed", "medicines": ["Synthroid 50 mcg"], "age": 70},
    {"goals": ["cramps"], "kidney": "acute", "medicines": [], "age": 30, "life_stage": "pregnant"},
    {"goals": ["migraine"], "kidney": "none", "age": 30, "medicines": ["raltegravir", "dolutegravir"]},
    {
        "goals": ["sleep"],
        "kidney": "none",
        "age": 30,
        "medicines": ["raltegravir", "raltegravir"],
        "region": "eu",
    },
    {"goals": ["sleep"], "kidney": "none", "medicines": ["digoxin", "cipro", "Zemtal"], "age": 30},
    {
        "goals": ["bone"],
        "kidney": "none",
        "medicines": [],
        "age": 30,
        "conditions": ["diarrhoea", "dehydrated"],
    },
    {"goals": ["bone"], "kidney": "none", "medicines": [], "age": 30, "conditions": ["diarrhoea", "ibs"]},
    {"goals": ["sleep"], "kidney": "none", "medicines": [], "age": 8},
    {"goals": ["sleep"], "kidney": "none", "medicines": [], "taking": ["glycinate 300 mg elemental"]},
    {"goals": ["indigestion"], "kidney": "none", "medicines": ["misoprostol"], "age": 66, "region": "uk"},
    {"goals": ["sleep"], "kidney": "none", "medicines": [], "age": 40, "conditions": ["surgery next week"]},
    {
        "goals": ["pregnancy-cramps"],
        "kidney": "g2",
        "medicines": [],
        "age": 31,
        "life_stage": "breastfeeding",
    },
    {"goals": ["sleep"], "kidney": "none", "conditions": ["myasthenia gravis"], "digestion": ["sensitive"]},
    {"goals": ["sleep"], "medicines": ["spironolactone"], "region": "jp", "age": 50, "sex": "male"},
    {"goals": ["constipation"], "kidney": "none", "medicines": [], "age": 40, "region": "us"},
    {"goals": ["nerve-pain"], "kidney": "none", "medicines": ["pyridoxine 50 mg", "Rennie"], "age": 40},
]


def _steps(document: Document) -> Iterator[Step]:
    """List what of a document may turn out otherwise without a lie."""
    for key, words in CLOSED.items():
        if key not in document and not (key == "life_stage" and document.get("sex") == "male"):
            yield from ((key, value, word) for word, value in words.items())
    if "digestion" not in document:
        yield from (("digestion", [word], [word]) for word in ("normal", "sensitive", "loose", "constipated"))
    if document.get("kidney") == "diagnosed":
        yield from (("kidney", word, word) for word in STAGES)
    if document.get("kidney") == "acute":
        yield from (("kidney", word, word) for word in ("none", *STAGES))
    if document.get("life_stage") in ("pregnant", "breastfeeding"):
        yield "life_stage", "none", "none"
    for key in ("medicines", "conditions", "symptoms", "taking"):
        if key not in document:
            yield key, [], []
    for key in ("medicines", "conditions"):
        for place, typed in enumerate(_items(document, key)):
            if key == "medicines" or typed in ENDING:
                yield key, CUT, place


def _items(document: Document, key: str) -> list[str]:
    items = document.get(key)
    return [str(item) for item in items] if isinstance(items, list) else []


def _after(document: Document, steps: tuple[Step, ...]) -> tuple[Document, Document] | None:
    """Give the document after some steps, and the answers to tell; nothing where two steps clash."""
    after, told = dict(document), dict[str, object]()
    for key in {key for key, _, _ in steps}:
        mine = [step for step in steps if step[0] == key]
        if len(mine) > 1 and any(value != CUT for _, value, _ in mine):
            return None
        _, value, shown = mine[0]
        if value == CUT:
            gone = {place for _, _, place in mine}
            value = shown = [one for place, one in enumerate(_items(document, key)) if place not in gone]
        after[key], told[key] = value, shown
    return after, told


def _brute_force(document: Document, knowledge: Knowledge) -> list[tuple[Document, Core]]:
    door = Door(knowledge)

    def core(one: Document) -> Core:
        return settle(
            profile_of(answers_of(profile_document(one), knowledge.goals), knowledge, door), knowledge
        ).core

    now, steps = core(document), list(_steps(document))
    found, alone = [], []
    for step in steps:
        after = _after(document, (step,))
        assert after is not None
        became = core(after[0])
        alone.append((step, {side for side in range(3) if became[side] != now[side]}))
        if became != now:
            found.append((after[1], became))
    for (one, by_one), (other, by_other) in combinations(alone, 2):
        after = _after(document, (one, other))
        if after is None:
            continue
        became = core(after[0])
        if {side for side in range(3) if became[side] != now[side]} - by_one - by_other:
            found.append((after[1], became))
    return found


@pytest.mark.parametrize("document", PROFILES, ids=str)
def test_the_changes_told_are_exactly_those_that_trying_everything_finds(
    knowledge: Knowledge, document: Document
) -> None:
    _assert_told_is_what_trying_finds(knowledge, document)


def test_an_age_at_which_an_upper_level_changes_is_found(knowledge: Knowledge) -> None:
    """No rule need say so: a body may give another figure from an age on."""
    uppers = knowledge.limits.uppers
    adult = next(one for one in uppers if one.region is Region.US and one.binding and one.to_age is None)
    older = replace(adult, id="us-older", from_age=65.0, at_most_mg=100.0)
    split = (*(one for one in uppers if one is not adult), replace(adult, to_age=65.0), older)
    known = replace(knowledge, limits=replace(knowledge.limits, uppers=split))
    document: Document = {"goals": ["sleep"], "kidney": "none", "medicines": [], "region": "us"}
    _assert_told_is_what_trying_finds(known, document)
    told = ask(known, document)
    assert told.dose is not None
    assert told.dose.limit_mg == 100
    assert 350 in {one.at_most_mg for one in told.changes}


def _assert_told_is_what_trying_finds(knowledge: Knowledge, document: Document) -> None:
    advice = ask(knowledge, document)
    assert advice.outcome is not Outcome.URGENT
    withheld = advice.outcome is Outcome.WITHHOLD
    told = [(sorted(one.answers.items()), one.outcome, one.form, one.at_most_mg) for one in advice.changes]
    tried = [
        (sorted(answers.items()), outcome, form, None if withheld else mg)
        for answers, (outcome, form, mg) in _brute_force(document, knowledge)
    ]
    assert sorted(told, key=str) == sorted(tried, key=str)


def test_a_gut_that_is_not_known_is_told_where_it_would_change_the_form(knowledge: Knowledge) -> None:
    """Contract, Digestion: with loose stools moderate and stronger forms are set aside."""
    document = {"goals": ["constipation"], "kidney": "none", "medicines": [], "age": 40, "region": "us"}
    told = [one.answers for one in ask(knowledge, document).changes]
    assert {"digestion": ["loose"]} in told
    assert {"digestion": ["normal"]} not in told


@pytest.mark.parametrize("question", ["conditions", "symptoms"])
@pytest.mark.parametrize("illness", ["diarrhoea", "vomiting for two days"])
def test_an_illness_that_ends_is_told_to_end(knowledge: Knowledge, question: str, illness: str) -> None:
    """Contract: an acute diarrhoea withholds while it lasts; so does vomiting."""
    rest = {"conditions": [], "symptoms": [], question: [illness]}
    advice = ask(
        knowledge, {"goals": ["bone"], "kidney": "none", "medicines": [], "age": 30, "region": "us", **rest}
    )
    assert advice.outcome is Outcome.WITHHOLD
    assert ({question: []}, Outcome.SUGGEST) in [(one.answers, one.outcome) for one in advice.changes]


def test_a_man_is_not_told_what_a_pregnancy_would_change(knowledge: Knowledge) -> None:
    for sex, told in (("male", False), ("female", True)):
        changes = ask(knowledge, {"goals": ["sleep"], "kidney": "none", "medicines": [], "sex": sex}).changes
        assert any(one.answers.get("life_stage") == "pregnant" for one in changes) == told


def test_a_region_that_is_not_known_is_told_where_it_would_raise_the_limit(knowledge: Knowledge) -> None:
    """Facts, section 2.2: 250 mg a day in the EU, the strictest, 350 in the United States, 400 in the UK."""
    changes = ask(knowledge, {"goals": ["sleep"], "kidney": "none", "medicines": [], "age": 40}).changes
    told = {str(one.answers["region"]): one.at_most_mg for one in changes if list(one.answers) == ["region"]}
    assert (told["us"], told["uk"]) == (350, 400)
    assert "eu" not in told


@pytest.mark.parametrize("sex", [None, "female", "male"])
def test_sex_may_turn_out_otherwise_only_where_it_was_not_told(knowledge: Knowledge, sex: str | None) -> None:
    """A made-up rule, as no shipped one closes the gate by sex: it withholds unless somebody says male."""
    referral = knowledge.rules["kidney-g4-g5-withholds"].then.withhold
    made = replace(
        knowledge.rules["kidney-g4-g5-withholds"],
        id="made-up",
        when=When(sex=("female", "unknown")),
        then=Effects(withhold=referral),
    )
    more = replace(knowledge, rules={**knowledge.rules, made.id: made})
    said = {} if sex is None else {"sex": sex}
    advice = ask(more, {"goals": ["sleep"], "kidney": "none", "medicines": [], "age": 40, **said})
    told = [(one.answers, one.outcome) for one in advice.changes if "sex" in one.answers]
    assert told == ([({"sex": "male"}, Outcome.SUGGEST)] if sex is None else [])


def test_an_illness_that_stays_is_not_told_to_end(knowledge: Knowledge) -> None:
    """Contract: nothing that a person said is ever taken back but what ends; a heart block does not."""
    answers = {"goals": ["sleep"], "kidney": "none", "medicines": [], "conditions": ["heart block"]}
    advice = ask(knowledge, answers)
    assert advice.outcome is Outcome.WITHHOLD
    assert not [one for one in advice.changes if "conditions" in one.answers]


def test_two_medicines_that_must_both_be_stopped_are_told_together(knowledge: Knowledge) -> None:
    document = {
        "goals": ["migraine"],
        "kidney": "none",
        "age": 30,
        "medicines": ["raltegravir", "raltegravir"],
    }
    told = [one.answers for one in ask(knowledge, document).changes]
    assert {"medicines": []} in told
    assert {"medicines": ["raltegravir"]} not in told


def test_kidneys_and_medicines_together_lift_a_question_that_neither_lifts_alone(
    knowledge: Knowledge,
) -> None:
    changes = ask(knowledge, {"goals": ["sleep"]}).changes
    lifted = [one.answers for one in changes if one.outcome == "suggest"]
    assert lifted == [{"kidney": "none", "medicines": []}]


def test_where_help_is_needed_now_nothing_is_told_that_could_delay_it(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {"goals": ["nerve-pain"], "symptoms": ["numb saddle area"]})
    assert (advice.outcome, advice.changes) == (Outcome.URGENT, ())


def test_what_a_person_knows_of_themselves_is_never_taken_back(knowledge: Knowledge) -> None:
    known = {"kidney": "g4", "age": 8, "sex": "male", "life_stage": "none", "region": "us"}
    rest = {"digestion": ["loose"], "conditions": ["ibs"], "symptoms": [], "medicines": [], "taking": []}
    assert ask(knowledge, {"goals": ["sleep"], **known, **rest}).changes == ()


def considered(knowledge: Knowledge, answers: Document) -> Considered:
    found = ask(knowledge, answers).considered
    assert found is not None
    return found


def test_a_rule_that_one_open_question_keeps_silent_is_told_with_its_answers(knowledge: Knowledge) -> None:
    found = {
        one.rule: (one.question, one.answers) for one in considered(knowledge, {"goals": ["sleep"]}).nearly
    }
    assert found["kidney-g4-g5-withholds"] == ("kidney", ("g4", "g5"))
    assert "kidney-g4-g5-withholds" not in {
        one.rule for one in considered(knowledge, {"goals": ["sleep"], "kidney": "none"}).nearly
    }


def test_only_an_answer_with_which_a_rule_would_hold_is_told(knowledge: Knowledge) -> None:
    """A made-up rule that asks for a sensitive or loose gut, and not for a loose one."""
    when = When(digestion=("sensitive", "loose"), not_=When(digestion=("loose",)))
    made = replace(knowledge.rules["kidney-unknown-limit"], id="made-up", when=when)
    more = replace(knowledge, rules={**knowledge.rules, made.id: made})
    told = {one.rule: one.answers for one in considered(more, {"goals": ["sleep"]}).nearly}
    assert told["made-up"] == ("sensitive",)


@pytest.mark.parametrize("medicines", [None, []])
def test_what_medicines_would_meet_is_open_only_while_nobody_named_any(
    knowledge: Knowledge, medicines: list[str] | None
) -> None:
    person: Document = {"goals": ["sleep"], "kidney": "none"}
    near = considered(knowledge, person if medicines is None else {**person, "medicines": medicines}).nearly
    assert any(one.question == "medicines" for one in near) == (medicines is None)


def test_not_knowing_is_no_answer_to_an_open_question(knowledge: Knowledge) -> None:
    found = considered(knowledge, {"goals": ["sleep"]}).nearly
    assert found
    assert not any("unknown" in one.answers for one in found)


def test_every_rule_is_told_either_with_its_reason_or_as_silent(knowledge: Knowledge) -> None:
    """Contract: with --why the rules that fired and those that did not."""
    advice = ask(knowledge, {"goals": ["sleep"], "kidney": "none", "age": 70, "conditions": ["gout"]})
    assert advice.considered is not None
    held = [one.rule for one in advice.reasons]
    assert held
    assert sorted([*held, *advice.considered.silent]) == sorted(knowledge.rules)


def test_each_form_that_is_not_first_names_what_decided(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {"goals": ["nerve-pain"], "kidney": "none", "digestion": ["sensitive"]})
    assert advice.form is not None
    assert advice.considered is not None
    decided = {one.form: (one.decided, one.by) for one in advice.considered.not_first}
    assert set(decided) == set(knowledge.forms) - {advice.form.id}
    assert decided["citrate"] == ("behind", ("sensitive-gut-no-strong-forms",))
    assert decided["taurate"] == ("order", ("nerve-pain",))
    assert decided["threonate"][0] == "set-aside"
    assert decided["carbonate"][0] in ("set-aside", "not-named")


def test_where_no_form_is_shown_none_is_compared(knowledge: Knowledge) -> None:
    assert considered(knowledge, {"goals": ["sleep"], "kidney": "dialysis"}).not_first == ()


def added(knowledge: Knowledge, *effects: Effects) -> Knowledge:
    """Give a knowledge with rules more that hold for everybody who is not known to have weak kidneys."""
    base = knowledge.rules["kidney-unknown-limit"]
    rules = {
        f"added-{place}": replace(base, id=f"added-{place}", when=When(kidney=("none", "unknown")), then=then)
        for place, then in enumerate(effects)
    }
    return replace(knowledge, rules={**knowledge.rules, **rules})


def decided(knowledge: Knowledge, *effects: Effects) -> tuple[str, dict[str, tuple[str, tuple[str, ...]]]]:
    """Give the form that comes first for sleep, and what decided against each other form."""
    advice = ask(added(knowledge, *effects), {"goals": ["sleep"], "kidney": "none", "digestion": ["normal"]})
    assert advice.form is not None
    assert advice.considered is not None
    return advice.form.id, {one.form: (one.decided, one.by) for one in advice.considered.not_first}


def test_a_form_that_a_rule_prefers_comes_first_and_the_rule_is_named(knowledge: Knowledge) -> None:
    usual, before = decided(knowledge)
    other = next(form for form, (why, _) in before.items() if why == "order")
    first, told = decided(knowledge, Effects(prefer=(other,)))
    assert first == other
    assert told[usual] == ("not-preferred", ("added-0",))


def test_between_two_preferred_forms_the_order_of_the_goal_decides(knowledge: Knowledge) -> None:
    usual, before = decided(knowledge)
    other = next(form for form, (why, _) in before.items() if why == "order")
    first, told = decided(knowledge, Effects(prefer=(other,)), Effects(prefer=(usual,)))
    assert first == usual
    assert told[other] == ("order", ("sleep",))


def test_the_order_is_that_of_the_goal_that_lists_the_form_that_comes_first(knowledge: Knowledge) -> None:
    """Where everything is excluded that the first goal lists, the second one's order decides."""
    closed = tuple(one.form for one in knowledge.goals["sleep"].forms)
    person = {"kidney": "none", "digestion": ["normal"], "medicines": [], "age": 40}
    advice = ask(added(knowledge, Effects(exclude=closed)), {"goals": ["sleep", "constipation"], **person})
    assert advice.considered is not None
    by_order = [one.by for one in advice.considered.not_first if one.decided == "order"]
    assert by_order
    assert set(by_order) == {("constipation",)}


def test_what_is_put_behind_comes_after_what_is_preferred(knowledge: Knowledge) -> None:
    usual, before = decided(knowledge)
    other = next(form for form, (why, _) in before.items() if why == "order")
    first, told = decided(knowledge, Effects(behind=(usual,)), Effects(prefer=(usual,)))
    assert first == other
    assert told[usual] == ("behind", ("added-0",))


def test_between_two_forms_put_behind_the_order_of_the_goal_decides(knowledge: Knowledge) -> None:
    _, before = decided(knowledge)
    offered = tuple(form for form, (why, _) in before.items() if why == "order")
    usual, _ = decided(knowledge)
    first, told = decided(knowledge, Effects(behind=(usual, *offered)))
    assert first == usual
    assert {told[form] for form in offered} == {("order", ("sleep",))}


def _words_of(rule: Rule) -> Iterator[tuple[str, str]]:
    def within(when: When) -> Iterator[When]:
        yield when
        for part in (*(when.all_ or ()), *(when.any_ or ()), *((when.not_,) if when.not_ else ())):
            yield from within(part)

    for when in within(rule.when):
        for question in QUESTIONS:
            for word in getattr(when, question) or ():
                yield question, word


def test_no_word_of_a_rule_is_shown_to_a_person_as_a_machine_writes_it(knowledge: Knowledge) -> None:
    """Plain words for a person; a medicine's own name is shown as it is."""
    ids = {word for words in vocabulary(knowledge).values() for word in words if "-" in word}
    assert {"much-vitamin-b6", "nerve-pain", "heart-failure"} <= ids
    asked = [(rule, pair) for rule in knowledge.rules.values() for pair in _words_of(rule)]
    assert len(asked) > 200
    for rule, (question, word) in asked:
        if question == "takes":
            continue
        reason = Reason(rule.id, rule.says, {question: [word]}, rule.because, rule.certainty, ())
        for told in (answer(question, word, knowledge), saw(reason)):
            assert word not in ids or word not in re.findall(r"[\w-]+", told), (rule.id, told)
    much = Reason("x", "x", {"taking": ["much-vitamin-b6"]}, "x", Certainty.LOW, ())
    assert "vitamin B6 above the lowest limit" in saw(much)


@pytest.mark.parametrize(
    ("question", "word", "told"),
    [
        ("age", "infant", "under 1 year"),
        ("age", "child", "from 1 and under 18 years"),
        ("age", "adult", "from 18 and under 65 years"),
        ("age", "older", "from 65 years"),
        ("age", "unknown", "not said"),
        ("kidney", "g3a", '"Yes, stage 3a (eGFR 45 to 59)"'),
        ("region", "eu", '"European Union"'),
        ("goals", "sleep", "sleep"),
        ("conditions", "gout", "Gout"),
        ("conditions", "none", "none"),
        ("conditions", "unknown", "not known"),
        ("avoid", "tree-nut", "Tree nuts"),
        ("interactions", "digoxin", "Digoxin and other digitalis medicines"),
        ("medicines", "none", "you say none"),
        ("taking", "some", "you name at least one"),
        ("takes", "co-amilozide", "co-amilozide"),  # a name of a medicine stays as it is
        ("diet", "low-fodmap", "low fodmap"),
    ],
)
def test_an_answer_is_told_in_the_words_of_its_question(
    knowledge: Knowledge, question: str, word: str, told: str
) -> None:
    """Contract and questions: an infant is under 1, a child under 18, older from 65 on."""
    assert answer(question, word, knowledge) == told


def test_what_nearly_held_is_told_in_words(knowledge: Knowledge) -> None:
    near = {one.rule: one for one in considered(knowledge, {"goals": ["sleep"]}).nearly}
    assert near["heart-block-withholds"].in_words == ("Heart block",)
    assert near["kidney-g3a-asks"].in_words == ('"Yes, stage 3a (eGFR 45 to 59)"',)
    text = as_text(ask(knowledge, {"goals": ["sleep"]}), why=True)
    assert "If much" not in text
    assert "myasthenia-gravis," not in text
