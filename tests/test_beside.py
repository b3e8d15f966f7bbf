"""What is typed beside magnesium in one go: never dropped, and its amount never that of the magnesium."""

import pytest

from magadvisor.door import Door
from magadvisor.labels import label
from magadvisor.model.answers import TypedMagnesium
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Outcome
from tests.support.asking import HEALTHY, as_text, ask


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("glycinate 200 mg and B12", ["b12"]),
        ("glycinate 200 mg and zinc", ["zinc"]),
        ("glycinate 200 mg with zinc 10 mg", ["zinc"]),
        ("glycinate 200 mg w/ vitamin D", ["vitamin d"]),
        ("glycinate 200 mg, vitamin D 1000 IU", ["vitamin d"]),
        ("glycinate 200 mg + D3", ["d3"]),
        ("magnesium glycinate 200 mg vitamin C", ["vitamin c"]),
        ("magnesium glycinate 200 mg with B6 and B12", ["b12"]),
        ("glycinate 200 mg with a zinc tablet", ["zinc"]),
        ("glycinate 200 mg with zinc 6 mg", ["zinc"]),
        ("glycinate 200 mg with vitamin B", ["vitamin b"]),
        ("glycinate 200 mg with melatonin", ["melatonin"]),
        ("glycinate 200 mg with ashwagandha", ["ashwagandha"]),
        ("glycinate 200 mg | ashwagandha", ["ashwagandha"]),
        ("glycinate 200 mg • ashwagandha", ["ashwagandha"]),
        ("glycinate 200 mg\tashwagandha", ["ashwagandha"]),
        ("glycinate 200 mg, ashwagandha 300 mg", ["ashwagandha 300 mg"]),
        ("glycinate 200 mg, multivitamin 1 tablet", ["multivitamin 1 tablet"]),
        ("glycinate 200 mg, 1 multivitamin", ["multivitamin"]),
        ("calcium 1000 mg, magnesium citrate 100 mg, zinc 15 mg", ["calcium", "zinc"]),
        ("citrate de magnésium 150 mg avec vitamine D", ["vitamine D"]),
        ("magnesium citrate 150 mg mit Zink 5 mg", ["Zink 5 mg"]),
        ("Magne B6 2 tablets and vitamin D drops", ["vitamin d"]),
    ],
)
def test_what_is_taken_beside_magnesium_is_named_as_not_checked(
    knowledge: Knowledge, typed: str, left: list[str]
) -> None:
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": [typed]})
    assert [(one.list, one.typed) for one in advice.not_checked] == [("taking", one) for one in left]
    assert advice.outcome.care >= Outcome.ASK_FIRST.care
    assert f"{left[0]} (taking): not checked" in " ".join(as_text(advice).split())


@pytest.mark.parametrize(
    "typed",
    [
        "magnesium glycinate 200 mg with B6",
        "magnesium taurate 125 mg w/ vitamin B6 10 mg",
        "magnesium glycinate 100 mg with vitamin B 6",
        "magnesium glycinate 100 mg with vitamin B 6 10 mg",
        "Magne B6 2 tablets",
        "Cal-Mag-Zinc 1 tablet",
        "21st Century Calcium Magnesium Zinc + D3, 1 tablet",
        "magnesium citrate 150 mg, zinc-free",
        "magnesium citrate 150 mg, no calcium",
        "magnesium citrate 150 mg without zinc",
        "magnesium citrate 150 mg, sodium free",
        "glycinate 200 mg with food",
        "glycinate 200 mg with a glass of water",
        "glycinate 200 mg with my morning coffee",
        "glycinate 2 capsules, 100 mg each",
        "magnesium hydroxide 311 mg, chew 1 tablet",
        "magnesium ascorbate 100 mg",
        "Maalox Plus suspension 10 ml",
        "Magnesium 121,5 mg (5 mmol)",
    ],
)
def test_what_is_known_or_says_how_it_is_taken_is_not_named(knowledge: Knowledge, typed: str) -> None:
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": [typed]})
    assert advice.not_checked == ()


@pytest.mark.parametrize(
    ("typed", "mg"),
    [
        ("zinc 10 mg and glycinate 200 mg", 200),
        ("melatonin 1 mg and citrate 300 mg", 300),
        ("iron 14 mg with citrate 150 mg", 150),
        ("Zink 10 mg und Magnesiumcitrat 150 mg", 150),
        ("zinc 10 mg glycinate 200 mg", 200),
        ("zinc 10 mg / glycinate 200 mg", 200),
    ],
)
def test_the_amount_of_something_else_is_not_that_of_the_magnesium(
    knowledge: Knowledge, typed: str, mg: float
) -> None:
    """An amount right behind a name is its own: too little magnesium counted lets too much be added."""
    assert Door(knowledge).magnesium(TypedMagnesium(typed)).elemental_mg == mg


@pytest.mark.parametrize("more", ["multivitamin", "wibble powder"])
def test_one_text_is_no_less_careful_than_its_items_apart(knowledge: Knowledge, more: str) -> None:
    """How much magnesium a multivitamin holds is not known, so nor is how much may be added."""
    apart = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": ["glycinate 100 mg", more]})
    joined = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": [f"glycinate 100 mg, {more}"]})
    for advice in (apart, joined):
        assert advice.dose is not None
        assert (advice.dose.already_mg, advice.dose.at_most_mg) == (None, None)
    assert joined.outcome is apart.outcome


@pytest.mark.parametrize(
    ("typed", "mg"),
    [
        ("magnesium citrate 150mg morning and 300mg night", 450),
        ("magnesium citrate 150 mg in the morning, 300 mg at night", 450),
        ("citrate 150 mg morning 300 mg night", 450),
        ("150 mg in the morning and 300 mg magnesium citrate at night", 450),
        ("magnesium 100 mg at breakfast, 100 mg at lunch and 200 mg at bedtime", 400),
        ("citrate 150 mg morning and night", 300),
        ("glycinate 100 mg in the morning and 200 mg citrate at night", 300),
        ("citrate 150 mg in the morning, 300 mg at night;", 450),
        ("citrate 150 mg in the morning and 300 mg", 450),
        ("citrate 150 mg and 300 mg at night", 450),
        ("citrate 1000 mg and 150 mg elemental at night", 150),
        ("glycinate 200 mg at night, 100 mg a capsule", 200),
        ("magnesium oxide 400 mg, 241 mg", 400),
        ("glycinate 200 mg at night and melatonin 3 mg at bedtime", 200),
        ("magnesium 100 mg and 200 mg", 300),
        ("citrate 150 mg, 300 mg", 450),
        ("citrate 1000 mg, 160 mg", 1000),
        ("citrate 1000 mg and 150 mg elemental", 150),
    ],
)
def test_several_amounts_of_one_magnesium_are_added(knowledge: Knowledge, typed: str, mg: float) -> None:
    assert Door(knowledge).magnesium(TypedMagnesium(typed)).elemental_mg == mg


@pytest.mark.parametrize("typed", ["magnesium citrate 200 mg or 400 mg", "citrate 400mg - 200mg"])
def test_of_two_amounts_that_may_be_meant_the_larger_counts(knowledge: Knowledge, typed: str) -> None:
    assert Door(knowledge).magnesium(TypedMagnesium(typed)).elemental_mg == 400


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Magnesium citrate 500 mg, zinc 10 mg, vitamin D3 25 µg", False),
        ("Magnesium bisglycinate 1000 mg; selenium 55 mcg", False),
        ("Magnesium 300 mcg, vitamin D 25 mcg", True),
        ("Magnesium mcg 300", True),
    ],
)
def test_micrograms_of_something_else_are_not_asked_about(
    knowledge: Knowledge, line: str, asked: bool
) -> None:
    assert ("micrograms" in label(line, knowledge).asks) is asked
