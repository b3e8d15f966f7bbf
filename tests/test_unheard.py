"""Of several conditions typed in one go, those that are not recognised are named as not checked."""

from dataclasses import replace

import pytest

from magadvisor.door import Door
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import When
from magadvisor.model.words import Outcome
from tests.support.asking import as_text, ask


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("diabetes and wibblitis, asthma", ["wibblitis"]),
        ("diabetes, wibblitis", ["wibblitis"]),
        ("wibblitis and diabetes", ["wibblitis"]),
        ("diabetes, wobble disease wibble", ["wobble disease wibble"]),
        ("wibblitis; diabetes; chronic wobble", ["wibblitis"]),  # "chronic wobble" may tell of it
        ("asthma & odd wibble", ["odd wibble"]),
        ("diabetes\nwibblitis\nwobble disease", ["wibblitis", "wobble disease"]),
        ("T2DM, HTN, XQ", ["XQ"]),
        ("CKD, eGFR 40, wibblitis", ["wibblitis"]),
    ],
)
def test_an_item_of_a_list_that_is_not_recognised_is_named(
    knowledge: Knowledge, typed: str, left: list[str]
) -> None:
    heard = Door(knowledge).words(typed)
    assert heard.item.checked
    assert list(heard.item.unheard) == left
    advice = ask(knowledge, {"goals": ["sleep"], "kidney": "none", "conditions": [typed]})
    assert [one.typed for one in advice.not_checked] == left
    assert advice.outcome is not Outcome.SUGGEST
    told = " ".join(as_text(ask(knowledge, {"goals": ["sleep"], "conditions": [typed]})).split())
    for one in left:
        assert f'"{one}"' in told
    assert "not recognised, so not checked" in told


@pytest.mark.parametrize(
    "typed",
    [
        "diabetes",
        "diabetes and asthma",
        "high blood pressure, well controlled",
        "type 2 diabetes, diet controlled, since 2010",
        "no diabetes, asthma",
        "shaking and stopped drinking",  # one sign of two halves
        "I have had diabetes for years, and it bothers me a great deal these days",
        "CKD, eGFR 40",
        "diabetes, 2010",
        "pregnant, 20 weeks",
        "diabetes, 12 years",
        "diabetes, ab cd",
        "diabetes, wibblitis, which troubles nobody much",  # a sentence, heard as a whole
    ],
)
def test_what_says_more_of_a_condition_is_not_named(knowledge: Knowledge, typed: str) -> None:
    heard = Door(knowledge).words(typed)
    assert (heard.item.checked, heard.item.unheard) == (True, ())


def test_where_nothing_is_recognised_the_whole_is_not_checked(knowledge: Knowledge) -> None:
    heard = Door(knowledge).words("wibblitis, wobble disease")
    assert (heard.item.checked, heard.item.unheard) == (False, ())


def test_what_a_knowledge_of_ones_own_recognises_is_not_named(knowledge: Knowledge) -> None:
    own = replace(
        knowledge,
        shipped=knowledge,
        vocabulary=replace(
            knowledge.vocabulary,
            conditions=tuple(
                replace(one, phrases=(*one.phrases, "wibblitis")) if one.id == "respiratory" else one
                for one in knowledge.vocabulary.conditions
            ),
        ),
    )
    assert Door(own).words("diabetes, wibblitis").item.unheard == ()


@pytest.mark.parametrize(
    ("typed", "checked", "matched"),
    [
        ("peanuts, celery", True, ("peanut", "celery")),  # an allergen, and a food
        ("peanuts, wibbles", False, ("peanut",)),  # what is known is left out all the same
        ("peanuts and milk", True, ("peanut", "milk")),
        ("wibbles", False, ()),
    ],
)
def test_a_list_of_what_is_not_eaten_is_checked_only_where_each_item_is(
    knowledge: Knowledge, typed: str, checked: bool, matched: tuple[str, ...]
) -> None:
    heard = Door(knowledge).avoided(typed)
    assert (heard.checked, heard.matched) == (checked, matched)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Slow-Mag 2 tablets, multivitamin", '"multivitamin"'),
        ("magnesium citrate 100 mg and fish oil", '"fish oil"'),
        ("glycinate 200 mg + wibble powder", '"wibble powder"'),
    ],
)
def test_what_is_taken_beside_magnesium_and_not_known_is_named(
    knowledge: Knowledge, typed: str, left: str
) -> None:
    advice = ask(knowledge, {"goals": ["sleep"], "kidney": "none", "medicines": [], "taking": [typed]})
    assert any(one.text.startswith(f"{left}: not recognised, so not checked") for one in advice.watch)


@pytest.mark.parametrize(
    "typed",
    [
        "magnesium citrate 200 mg",
        "glycinate 100 mg and citrate 100 mg",
        "magnesium citrate 200 mg, at night, with food",
        "Mg citrate 200 mg, gluten free",
        "glycinate 100 mg, breakfast 1 capsule",
        "glycinate 100 mg, pm",
        "glycinate 100 mg, 2 softgels nightly",
        "glycinate, 3 scoops",
        "glycinate 2 capsules, 100 mg each, twice a day",
    ],
)
def test_what_says_more_of_what_is_taken_is_not_named(knowledge: Knowledge, typed: str) -> None:
    advice = ask(knowledge, {"goals": ["sleep"], "kidney": "none", "medicines": [], "taking": [typed]})
    assert not any("not recognised" in one.text for one in advice.watch)


@pytest.mark.parametrize("question", ["conditions", "symptoms"])
@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        (["wibblitis"], ["unknown"]),
        (["diabetes", "wibblitis"], ["diabetes", "unknown"]),
        (["diabetes, wibblitis"], ["diabetes", "unknown"]),
        (["diabetes"], ["diabetes"]),
        ([], ["none"]),
    ],
)
def test_what_is_not_recognised_may_be_anything_and_is_never_none(
    knowledge: Knowledge, question: str, typed: list[str], seen: list[str]
) -> None:
    """An illness that nobody here knows is no missing illness, and no missing answer either."""
    advice = ask(knowledge, {"goals": ["sleep"], question: typed})
    expected = [word for word in seen if question == "conditions" or word != "diabetes"] or ["none"]
    assert advice.profile[question] == expected
    assert question not in {one.question for one in advice.unanswered}
    assert advice.considered is not None
    assert question not in {one.question for one in advice.considered.nearly}


@pytest.mark.parametrize("typed", [["wibblitis"], ["diabetes, wibblitis"], None])
def test_a_rule_about_what_is_not_known_holds_for_what_was_not_recognised(
    knowledge: Knowledge, typed: list[str] | None
) -> None:
    some = next(iter(knowledge.rules.values()))
    rule = replace(some, id="unknown-illness", when=When(conditions=("unknown",)))
    more = replace(knowledge, rules={**knowledge.rules, rule.id: rule})
    answers = {"goals": ["sleep"]} if typed is None else {"goals": ["sleep"], "conditions": typed}
    assert rule.id in {one.rule for one in ask(more, answers).reasons}
    assert rule.id not in {one.rule for one in ask(more, {"goals": ["sleep"], "conditions": []}).reasons}
