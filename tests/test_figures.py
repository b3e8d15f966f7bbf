"""Every figure of the knowledge for intake, limits, elemental share and food is that of the facts."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from magadvisor.advisor import Advisor
from magadvisor.engine.convert import converted
from magadvisor.engine.intake import intake
from magadvisor.engine.shares import shares
from magadvisor.knowledge.load import data_folder, load
from magadvisor.labels import label
from magadvisor.model.answers import Answers
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.label import ELEMENTAL
from magadvisor.model.limit import UpperLevel
from magadvisor.model.profile import Profile
from magadvisor.model.question import word_for
from magadvisor.model.words import Kidney, LifeStage, Region, Sex
from magadvisor.render import quantities
from tests.support.asking import HEALTHY, ask

KNOWN = load(data_folder())
FACTS = Path(__file__).parent / "facts"
OLDEST = 90.0
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ages(row: Row) -> list[float]:
    """Give ages inside a band: its middle, and from one year on its first and last days."""
    low, high = float(row["from_age"]), float(row["to_age"] or OLDEST)
    return [(low + high) / 2] if low < 1 else [low, (low + high) / 2, high - 0.01]


def said(row: Row) -> str:
    return "-".join(value for value in row.values() if value)


@pytest.mark.parametrize("row", rows("intakes"), ids=said)
def test_a_recommended_intake_is_that_of_the_facts(row: Row) -> None:
    stage = LifeStage(row["life_stage"] or "none")
    sexes = [Sex(row["sex"])] if row["sex"] else [Sex.FEMALE] if row["life_stage"] else [Sex.FEMALE, Sex.MALE]
    for age in ages(row):
        for sex in sexes:
            profile = Profile(goals=(), age=age, sex=sex, life_stage=stage, region=Region(row["region"]))
            found = intake(profile, KNOWN.limits, "")
            assert found is not None
            assert found.recommended_mg == float(row["mg"]), (age, sex)


@pytest.mark.parametrize("row", [row for row in rows("intakes") if row["region"] == "us"], ids=said)
def test_canada_has_the_intakes_of_the_united_states(row: Row) -> None:
    """One report of the Institute of Medicine (1997) speaks for both."""
    test_a_recommended_intake_is_that_of_the_facts({**row, "region": "ca"})


MORE_MG = {
    # Japan, tables of 2015 and 2025: 40 mg more in pregnancy, none while breastfeeding.
    Region.JP: {LifeStage.PREGNANT: 40, LifeStage.BREASTFEEDING: 0},
    # United Kingdom, COMA 1991: none in pregnancy, 50 mg more while breastfeeding.
    Region.UK: {LifeStage.PREGNANT: 0, LifeStage.BREASTFEEDING: 50},
}


@pytest.mark.parametrize("stage", [LifeStage.PREGNANT, LifeStage.BREASTFEEDING])
@pytest.mark.parametrize("age", [11, 12, 14.9, 15, 17.9, 19, 29.9, 30, 49.9, 50, 69.9, 70, 90])
@pytest.mark.parametrize("region", MORE_MG)
def test_a_pregnancy_and_breastfeeding_add_what_the_region_says(
    region: Region, age: float, stage: LifeStage
) -> None:
    recommended = []
    for one in (LifeStage.NONE, stage):
        found = intake(
            Profile(goals=(), age=age, sex=Sex.FEMALE, life_stage=one, region=region), KNOWN.limits, ""
        )
        assert found is not None
        recommended.append(found.recommended_mg)
    assert recommended[1] == recommended[0] + MORE_MG[region][stage]


@pytest.mark.parametrize(
    ("region", "sex", "stage", "mg"),
    [
        (Region.US, Sex.FEMALE, LifeStage.NONE, 320),  # from 31; a girl of 14 to 18 has 360
        (Region.US, Sex.FEMALE, LifeStage.PREGNANT, 360),  # from 31; from 14 to 18 it is 400
        (Region.US, Sex.FEMALE, LifeStage.BREASTFEEDING, 320),
        (Region.UK, Sex.FEMALE, LifeStage.NONE, 270),  # from 19; from 15 to 18 it is 300
        (Region.JP, Sex.FEMALE, LifeStage.NONE, 290),  # from 30 to 69
        (None, Sex.UNKNOWN, LifeStage.NONE, 420),
    ],
)
def test_who_does_not_tell_the_age_has_the_highest_intake_of_an_adult(
    region: Region | None, sex: Sex, stage: LifeStage, mg: float
) -> None:
    """Contract: age unknown is an adult."""
    found = intake(Profile(goals=(), sex=sex, life_stage=stage, region=region), KNOWN.limits, "")
    assert found is not None
    assert found.recommended_mg == mg


@pytest.mark.parametrize("region", [*Region, None])
@pytest.mark.parametrize("stage", [LifeStage.PREGNANT, LifeStage.BREASTFEEDING])
def test_of_male_and_pregnant_the_pregnancy_counts(region: Region | None, stage: LifeStage) -> None:
    """Contract: pregnant counts; so does the figure of a body that gives one for the life stage."""
    told = [
        intake(Profile(goals=(), age=40, sex=sex, life_stage=stage, region=region), KNOWN.limits, "")
        for sex in (Sex.FEMALE, Sex.MALE)
    ]
    assert told[0] is not None
    assert told[1] is not None
    assert told[1].recommended_mg >= told[0].recommended_mg


@pytest.mark.parametrize("sex", list(Sex))
@pytest.mark.parametrize(("stage", "mg"), [(LifeStage.PREGNANT, 270), (LifeStage.BREASTFEEDING, 320)])
def test_where_a_body_gives_a_figure_for_a_life_stage_no_ordinary_one_counts_beside_it(
    stage: LifeStage, mg: float, sex: Sex
) -> None:
    """COMA 1991: a man has 300 mg, a woman 270, in pregnancy no more, while breastfeeding 50 mg more."""
    found = intake(Profile(goals=(), age=40, sex=sex, life_stage=stage, region=Region.UK), KNOWN.limits, "")
    assert found is not None
    assert found.recommended_mg == mg


@pytest.mark.parametrize("stage", list(LifeStage))
@pytest.mark.parametrize("region", [*Region, None])
def test_over_how_many_tables_the_figures_of_a_body_are_spread_changes_no_intake(
    region: Region | None, stage: LifeStage
) -> None:
    rows = [replace(table, rows=(row,)) for table in KNOWN.limits.intake_tables for row in table.rows]
    apart = replace(KNOWN.limits, intake_tables=tuple(rows))
    for age in (None, 0.3, 2, 16, 25, 40, 80):
        for sex in Sex:
            profile = Profile(goals=(), age=age, sex=sex, life_stage=stage, region=region)
            assert intake(profile, apart, "") == intake(profile, KNOWN.limits, ""), (age, sex)


@pytest.mark.parametrize("stage", list(LifeStage))
def test_where_a_body_gives_no_figure_for_a_life_stage_the_ordinary_one_counts(stage: LifeStage) -> None:
    """For Australia and New Zealand 320 mg for a woman from 31 on, were there no other figure."""
    tables = tuple(
        replace(table, rows=tuple(row for row in table.rows if row.life_stage is None))
        for table in KNOWN.limits.intake_tables
    )
    profile = Profile(goals=(), age=40, sex=Sex.FEMALE, life_stage=stage, region=Region.ANZ)
    found = intake(profile, replace(KNOWN.limits, intake_tables=tables), "")
    assert found is not None
    assert found.recommended_mg == 320


SILENT_BEFORE: dict[Region, dict[LifeStage, float]] = {
    # The first half year, and pregnancies of girls, of whom the table of a body does not speak.
    Region.EU: {LifeStage.NONE: 0.5, LifeStage.PREGNANT: 18, LifeStage.BREASTFEEDING: 18},
    Region.US: {LifeStage.PREGNANT: 9, LifeStage.BREASTFEEDING: 9},
    Region.CA: {LifeStage.PREGNANT: 9, LifeStage.BREASTFEEDING: 9},
    Region.JP: {LifeStage.PREGNANT: 10, LifeStage.BREASTFEEDING: 10},
    Region.UK: {LifeStage.PREGNANT: 11, LifeStage.BREASTFEEDING: 11},
    Region.ANZ: {LifeStage.PREGNANT: 14, LifeStage.BREASTFEEDING: 14},
}


@pytest.mark.parametrize("sex", list(Sex))
@pytest.mark.parametrize("stage", [LifeStage.NONE, LifeStage.PREGNANT, LifeStage.BREASTFEEDING])
@pytest.mark.parametrize("region", list(Region))
def test_a_region_has_an_intake_for_every_age_of_which_its_body_speaks(
    region: Region, stage: LifeStage, sex: Sex
) -> None:
    first = SILENT_BEFORE[region].get(stage, 0)
    for quarter in range(4 * 120 + 1):
        profile = Profile(goals=(), age=quarter / 4, sex=sex, life_stage=stage, region=region)
        assert (intake(profile, KNOWN.limits, "") is not None) == (quarter / 4 >= first), quarter / 4


def test_a_label_is_held_against_the_limits_of_adults_alone() -> None:
    """Facts, section 2.2: the lowest of an adult is 250 mg, that of children 65 to 110."""
    assert label("Magnesium 200 mg", KNOWN).above == ()
    told = [(one.body, one.at_most_mg) for one in label("Magnesium 375 mg", KNOWN).above]
    assert ("EVM", 400) not in told
    assert {mg for _, mg in told} == {250, 350}


def test_what_a_limit_comes_to_in_compound_is_that_of_the_usual_one_wherever_it_is_listed() -> None:
    """Forms 1.1: 200 mg of magnesium are 1419 mg of a glycinate without water, at 14.10 %."""
    turned = {name: replace(one, compounds=one.compounds[::-1]) for name, one in KNOWN.forms.items()}
    answers = {**HEALTHY, "goals": ["sleep"], "region": "eu", "taking": ["citrate 50 mg elemental"]}
    for known in (KNOWN, replace(KNOWN, forms=turned)):
        advice = ask(known, answers)
        assert advice.form is not None
        assert advice.dose is not None
        assert (advice.form.id, advice.dose.compound_mg) == ("glycinate", 1419)


def test_no_intake_is_listed_for_a_region_that_the_facts_do_not_name() -> None:
    figures = {(row["region"], float(row["mg"])) for row in rows("intakes")}
    figures |= {("ca", mg) for region, mg in figures if region == "us"}  # one body for both
    figures |= {("uk", mg + 50) for region, mg in figures if region == "uk"}  # breastfeeding adds 50 mg
    for table in KNOWN.limits.intake_tables:
        for row in table.rows:
            assert (table.region.value, row.recommended_mg) in figures, row.id


def whose(one: UpperLevel) -> str:
    """Name a body as the facts do: with its country, where it is that of one country."""
    return one.body if one.country is None else f"{one.body}, {one.country}"


def test_a_country_is_told_apart_from_the_body_whose_figure_it_is(knowledge: Knowledge) -> None:
    limits = ask(knowledge, {"goals": ["sleep"], "kidney": "none", "age": 40}).dose
    assert limits is not None
    named = {(one.body, one.region, one.country) for one in limits.limits}
    assert {("VKM", "eu", "Norway"), ("BfR", "eu", "Germany"), ("EFSA", "eu", None)} <= named


@pytest.mark.parametrize("row", rows("upper-levels"), ids=said)
def test_an_upper_level_is_that_of_the_facts(row: Row) -> None:
    """What is one country's, or a ceiling for reading labels, is shown and binds nobody."""
    for age in ages(row):
        found = {
            (one.at_most_mg, "yes" if one.binding else "no")
            for one in KNOWN.limits.uppers
            if (whose(one), one.region.value) == (row["body"], row["region"])
            and one.from_age <= age < (one.to_age or OLDEST + 1)
        }
        assert found == {(float(row["mg"]), row["binding"])}, age


@pytest.mark.parametrize("region", [None, *Region])
def test_the_limits_of_other_regions_are_told_apart_from_those_that_count(region: Region | None) -> None:
    """Contract: a region that is left out has the strictest limit, so the limits of all of them count."""
    answers = Answers(goals=("sleep",), kidney=Kidney.NONE, medicines=(), age=45, region=region)
    dose = Advisor(KNOWN).advise(answers).dose
    assert dose is not None
    regions = {Region(row["region"]) for row in rows("upper-levels") if not row["to_age"]}
    counting = regions if region is None else {region} & regions
    assert {one.region for one in dose.limits} == counting
    assert {one.region for one in dose.elsewhere} == regions - counting


BODIES = {
    None: "EFSA",
    Region.US: "NASEM",
    Region.EU: "EFSA",
    Region.UK: "EVM",
    Region.CA: "NASEM",
    Region.JP: "Japan DRI",
    Region.ANZ: "NHMRC",
}


@pytest.mark.parametrize("region", BODIES)
def test_a_limit_is_set_by_the_body_of_its_region_and_by_no_figure_that_only_stands_beside_it(
    region: Region | None,
) -> None:
    """Facts, section 2.2: Germany counts one product; the 500 mg of Canada are above what counts there."""
    answers = Answers(goals=("sleep",), kidney=Kidney.NONE, medicines=(), age=45, region=region)
    dose = Advisor(KNOWN).advise(answers).dose
    assert dose is not None
    known = {one.id: one.body for one in KNOWN.limits.uppers}
    assert [known[name] for name in dose.by if name not in KNOWN.rules] == [BODIES[region]]


def test_no_upper_level_stands_outside_the_facts() -> None:
    listed = rows("upper-levels")
    for one in KNOWN.limits.uppers:
        for age in (one.from_age, (one.from_age + (one.to_age or OLDEST)) / 2):
            assert any(
                (row["body"], row["region"], float(row["mg"]))
                == (whose(one), one.region.value, one.at_most_mg)
                and float(row["from_age"]) <= age <= float(row["to_age"] or OLDEST)
                for row in listed
            ), (one.id, age)


def test_infants_have_no_upper_level_and_europe_none_under_four_but_norway_s() -> None:
    for one in KNOWN.limits.uppers:
        assert one.from_age >= 1
        if one.region is Region.EU and one.from_age < 4:
            assert (one.body, one.country) == ("VKM", "Norway")


SHARES = [row for row in rows("shares") if row["form"] != "acetate"]
LATER = {"Mg(C4H6NO4)2·4H2O": 6.74, "MgSO4·3H2O": 13.94}
"""Hydrates that the facts name among the bounds of label lines."""


@pytest.mark.parametrize("row", SHARES, ids=said)
def test_an_elemental_share_is_that_of_the_facts(row: Row) -> None:
    form = KNOWN.forms[row["form"]]
    found = {one.formula: one for one in shares(form)}[row["formula"]]
    assert found.percent == float(row["percent"])
    assert found.compound_mg == float(row["compound_mg_for_100"])


@pytest.mark.parametrize("row", SHARES, ids=said)
def test_a_conversion_is_that_of_the_facts(row: Row) -> None:
    found = {one.formula: one for one in converted(KNOWN.forms[row["form"]].compounds, ELEMENTAL, 100)}[
        row["formula"]
    ]
    assert (found.percent, found.elemental_mg) == (float(row["percent"]), 100)
    assert round(found.compound_mg) == float(row["compound_mg_for_100"])


def test_no_compound_stands_outside_the_facts() -> None:
    known = {row["formula"]: float(row["percent"]) for row in SHARES} | LATER
    for form in KNOWN.forms.values():
        for one in shares(form):
            assert one.percent == known[one.formula], (form.id, one.name)


FOOD_FIELDS = {
    "mg_per_100g": "magnesium_mg_per_100g",
    "portion_g": "portion_g",
    "mg_per_portion": "magnesium_mg",
    "potassium_mg_per_portion": "potassium_mg",
    "phosphorus_mg_per_portion": "phosphorus_mg",
    "energy_kcal_per_100g": "energy_kcal_per_100g",
    "sodium_mg_per_100g": "sodium_mg_per_100g",
    "calcium_mg_per_100g": "calcium_mg_per_100g",
    "vitamin_k_ug_per_100g": "vitamin_k_ug_per_100g",
    "fiber_g_per_100g": "fibre_g_per_100g",
}


@pytest.mark.parametrize("row", rows("foods"), ids=lambda row: row["id"])
def test_every_figure_of_a_food_is_that_of_the_facts(row: Row) -> None:
    food = KNOWN.foods[row["id"]]
    for fact, field in FOOD_FIELDS.items():
        expected = float(row[fact]) if row[fact] else None
        assert getattr(food, field) == expected, fact
    assert food.potassium_class == (row["potassium_class"] or None)
    assert food.phosphorus_class == (row["phosphorus_class"] or None)


def test_every_food_has_its_facts() -> None:
    assert {row["id"] for row in rows("foods")} == set(KNOWN.foods)


STAGES = {"g1": (90, 120), "g2": (60, 89.999), "g3a": (45, 59.999), "g3b": (30, 44.999), "g4": (15, 29.999)}
BANDS = {
    "kidney": {**STAGES, "g5": (0, 14.999)},  # KDIGO 2024, categories of eGFR
    "age": {"infant": (0, 0.999), "child": (1, 17.999), "adult": (18, 64.999), "older": (65, 120)},
}


@pytest.mark.parametrize(("question", "word"), [(name, word) for name, of in BANDS.items() for word in of])
def test_a_number_has_the_word_of_its_band_from_the_first_to_the_last(question: str, word: str) -> None:
    bands = KNOWN.questions[question].bands
    assert {word_for(number, bands) for number in BANDS[question][word]} == {word}


def test_labels_compute_from_420_and_375_mg() -> None:
    today = {one.name: one.mg for one in KNOWN.limits.references if not one.old}
    assert today == {"DV": 420, "NRV": 375}
    assert {one.mg for one in KNOWN.limits.references if one.old} == {400, 300}


# Elemental in compound, percent: the bounds that the facts give for pure salts.
BOUNDS = {
    "glycinate": (9.98, 14.10),
    "citrate": (5.98, 16.16),
    "oxide": (55, 60.30),
    "hydroxide": (41.68, 41.68),
    "threonate": (7.2, 8.25),
    "sulfate": (9.86, 20.19),
    "chloride": (11.96, 25.53),
    "malate": (8.37, 24.72),
    "taurate": (6.19, 8.92),
    "lactate": (10.19, 12.01),
    "aspartate": (6.74, 9.88),
    "gluconate": (5.39, 5.86),
    "orotate": (6.56, 7.27),
    "carbonate": (25.02, 28.83),
    "pidolate": (8.1, 8.66),
    "glycerophosphate": (11.44, 12.51),
    "trisilicate": (12, 18.63),
    "ascorbate": (6.49, 6.49),
}


@pytest.mark.parametrize("form", BOUNDS)
def test_more_than_the_driest_salt_can_hold_is_impossible(form: str) -> None:
    most = BOUNDS[form][1]
    within = label(f"Magnesium {form} 1000 mg providing {10 * most:g} mg magnesium", KNOWN)
    above = label(f"Magnesium {form} 1000 mg providing {10 * most * 1.05:.1f} mg magnesium", KNOWN)
    assert within.verdict == "consistent"
    assert (above.verdict, above.form) == ("impossible", "mixed")


@pytest.mark.parametrize("form", BOUNDS)
def test_less_than_the_wettest_salt_holds_is_told(form: str) -> None:
    least = BOUNDS[form][0]
    within = label(f"Magnesium {form} 1000 mg providing {10 * least:g} mg magnesium", KNOWN)
    below = label(f"Magnesium {form} 1000 mg providing {10 * least * 0.9:.1f} mg magnesium", KNOWN)
    assert "below-pure" not in within.because
    assert "below-pure" in below.because


def test_the_figure_of_one_country_stands_under_its_name_and_not_the_union_s() -> None:
    """Facts, section 2.2 and 11.1: 250 mg is the EU's figure, 350 mg Norway's."""
    advice = Advisor(KNOWN).advise(
        Answers(goals=("sleep",), kidney=Kidney.NONE, medicines=(), age=45, region=Region.EU)
    )
    told = " ".join(quantities.how_much(advice, KNOWN, bodies=False))
    assert "EU 250 mg, Norway 350 mg" in told


@pytest.mark.parametrize(("sex", "shown"), [("male", True), ("female", False)])
def test_why_a_day_should_hold_more_than_the_limit_is_told_where_it_does(sex: str, shown: bool) -> None:
    """NASEM: 420 mg a day for a man of 40, 320 for a woman; from supplements and medicines at most 350."""
    advice = ask(KNOWN, {"goals": ["low-intake"], "kidney": "none", "age": 40, "sex": sex, "region": "us"})
    told = [line for line in quantities.how_much(advice, KNOWN) if "never counts food" in line]
    assert told == (["A day should hold more, 420 mg: the limit never counts food."] if shown else [])
