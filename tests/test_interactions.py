"""Hours, salts and severity of every interaction, compared with the facts; a swapped side is caught."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from magadvisor.advisor import Advisor, profile_of
from magadvisor.cards import Living, day_plan
from magadvisor.cli.main import run
from magadvisor.door import Door
from magadvisor.engine.placing import Waking
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.answers import Answers, TypedMedicine
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Dose
from magadvisor.model.words import Action, Kidney, Route, Severity
from tests.support.asking import HEALTHY, ask, offered
from tests.support.names import met

FACTS = Path(__file__).parent / "names" / "hours.csv"
# Where the facts say more than one word, or one that is no action: the word that stands for them here.
ACTIONS = {
    "vitamin-d-active-renal": "monitor",  # the part about weak kidneys is a rule
    "neuromuscular-blockers": "ask",
    "misoprostol": "ask",  # what loosens stools is set aside by a rule
    "magnesium-containing-products": "inform",
    "bowel-prep-magnesium": "avoid",
    "calcineurin-inhibitors": "ask",
}
MAPPED = {"vitamin-d-active-renal": "minor"}  # the part about weak kidneys is a rule


# What the contract calls alkaline salts.
ALKALINE = {"oxide", "hydroxide", "carbonate", "trisilicate"}

# The topics on which the facts say that authorities disagree (interactions, section 4).
DISPUTED = (
    "tetracycline-antibiotics",
    "quinolone-antibiotics",
    "quinolone-moxifloxacin",
    "insti-elvitegravir",
    "insti-bictegravir",
    "insti-cabotegravir-oral",
    "pi-atazanavir",
    "bisphosphonate-alendronate-risedronate",
    "bisphosphonate-ibandronate",
    "bisphosphonate-older",
    "eltrombopag",
    "penicillamine",
    "azole-acid-dependent",
    "mycophenolate",
    "tki-pazopanib",
    "riociguat",
    "iron-oral",
    "nitrofurantoin",
    "nitroxoline",
    "quinine-quinidine",
    "antitubercular-antacid",
    "digoxin-antacid",
    "phenytoin-antacid",
    "levodopa",
    "tacrolimus-antacid",
    "dabigatran-antacid",
    "strontium-ranelate",
    "polystyrene-resin",
)


def rows() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as told:
        return list(csv.DictReader(told))


def hours(text: str) -> float | None:
    return float(text) if text else None


def has_its_hours(one: Interaction, row: dict[str, str]) -> bool:
    """Say whether both sides of an interaction are those of the facts."""
    told = (one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours)
    return told == (hours(row["after"]), hours(row["before"]))


def swapped(one: Interaction) -> Interaction:
    return replace(
        one,
        magnesium_after_medicine_hours=one.magnesium_before_medicine_hours,
        magnesium_before_medicine_hours=one.magnesium_after_medicine_hours,
        least=None,
    )


def is_even(row: dict[str, str]) -> bool:
    return hours(row["after"]) == hours(row["before"])


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["interaction"])
def test_an_interaction_has_the_figures_of_the_facts(row: dict[str, str], knowledge: Knowledge) -> None:
    one = knowledge.interactions[row["interaction"]]
    assert one.severity == MAPPED.get(one.id, row["severity"])
    assert one.salts == row["salts"]
    assert one.action == ACTIONS.get(one.id, row["action"])
    if one.action is Action.SEPARATE:
        assert has_its_hours(one, row)


def test_the_facts_and_the_knowledge_have_the_same_interactions(knowledge: Knowledge) -> None:
    assert {row["interaction"] for row in rows()} == set(knowledge.interactions)


SPACED = [one for one in load(data_folder()).interactions.values() if one.action is Action.SEPARATE]
FIGURES = {row["interaction"]: row for row in rows()}


@pytest.mark.parametrize("one", SPACED, ids=lambda one: one.id)
def test_the_comparison_with_the_facts_sees_swapped_sides(one: Interaction) -> None:
    """Of two equal sides a swap changes nothing; for all others the comparison turns red."""
    row = FIGURES[one.id]
    assert has_its_hours(one, row)
    assert has_its_hours(swapped(one), row) == is_even(row)


def medicine_with(one: Interaction, knowledge: Knowledge) -> tuple[str, tuple[str, ...]]:
    """Name a medicine that meets an interaction by mouth and little else, and all that it meets."""
    swallowed = [name for name, entry in knowledge.medicines.items() if Route.ORAL in entry.routes]
    meeting = [(name, met(name, Route.ORAL)) for name in swallowed if one.id in met(name, Route.ORAL)]
    return min(meeting, key=lambda each: len(each[1]))


def clock(hour: float) -> str:
    return f"{int(hour % 24):02d}:{round(hour % 1 * 60):02d}"


def free_around(medicine: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Give the windows of a day with one dose at 08:00."""
    dose = TypedMedicine(medicine, (Dose(8 * 60),), Route.ORAL)
    heard = profile_of(Answers((), medicines=(dose,)), knowledge, Door(knowledge))
    day = day_plan(heard, knowledge, None, Living(1, Waking())).day
    assert day is not None
    return [(each.from_, each.to) for each in day.windows]


@pytest.mark.parametrize("one", SPACED, ids=lambda one: one.id)
def test_a_day_has_the_hours_of_the_facts_and_swapped_sides_move_it(
    one: Interaction, knowledge: Knowledge
) -> None:
    """A dose at 08:00 leaves one window: from so long after it to so long before the next."""
    medicine, every = medicine_with(one, knowledge)
    spaced = [FIGURES[each] for each in every if knowledge.interactions[each].action is Action.SEPARATE]
    after, before = (max(hours(row[side]) or 0 for row in spaced) for side in ("after", "before"))
    expected = [(clock(8 + after), clock(8 - before))]
    assert free_around(medicine, knowledge) == expected
    wrong = replace(knowledge, interactions={**knowledge.interactions, one.id: swapped(one)})
    assert (free_around(medicine, wrong) == expected) == is_even(FIGURES[one.id])


def test_severe_interactions_raise_the_outcome(knowledge: Knowledge) -> None:
    major = [one for one in knowledge.interactions.values() if one.severity is Severity.MAJOR]
    assert len(major) > 30


@pytest.mark.parametrize(
    ("name", "after", "before"),
    [
        ("eltrombopag", 2, 4),  # its label: 2 hours before or 4 hours after cations
        ("ibandronic acid tablets", 1, 6),  # EU: fasting 6 hours before, 1 hour after
    ],
)
def test_the_shortest_gap_of_an_authority_stands_on_its_own_side(
    name: str, after: float, before: float, knowledge: Knowledge
) -> None:
    answers = Answers(("sleep",), Kidney.NONE, medicines=(TypedMedicine(name),))
    gaps = [one.least for one in Advisor(knowledge).advise(answers).interactions]
    assert [(one.after, one.before) for one in gaps if one] == [(after, before)]


@pytest.mark.parametrize("name", DISPUTED)
def test_where_authorities_disagree_the_interaction_says_so(name: str, knowledge: Knowledge) -> None:
    assert knowledge.interactions[name].sources_differ


@pytest.mark.parametrize(
    ("taking", "medicines", "action"),
    [
        ([], [], "inform"),
        (["glycinate 100 mg elemental"], [], "inform"),
        (["magnesium oxide 100 mg elemental"], [], "separate"),
        (["magnesium 100 mg"], [], "separate"),  # an unknown salt counts as alkaline
        ([], ["milk of magnesia 15 ml"], "separate"),
        ([], ["citrate of magnesia"], "inform"),  # a medicine, and no alkaline salt
        (["Epsom salt bath"], [], "inform"),  # on the skin: no magnesium that is taken
        (["vitamin C 500 mg"], [], "inform"),
    ],
)
def test_a_rule_for_alkaline_salts_only_informs_when_nothing_alkaline_is_taken(
    taking: list[str], medicines: list[str], action: str, knowledge: Knowledge
) -> None:
    """Contract, salts: the form shown and everything taken must be known not to be alkaline."""
    answers = {**HEALTHY, "goals": ["sleep"], "taking": taking, "medicines": ["fexofenadine", *medicines]}
    found = {one.id: one.action for one in ask(knowledge, answers).interactions}
    assert found["fexofenadine"] == action


def test_an_advice_says_of_each_interaction_whether_its_sources_differ(knowledge: Knowledge) -> None:
    """Interactions, section 4: they do about digoxin with antacids, and not about digoxin itself."""
    told = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "medicines": ["digoxin"]}).interactions
    assert {one.id: one.sources_differ for one in told} == {"digoxin": False, "digoxin-antacid": True}


def test_of_a_combination_the_ingredient_that_meets_is_named(knowledge: Knowledge) -> None:
    """Names: two rules, that of chloroquine and that of proguanil."""
    answers = {**HEALTHY, "goals": ["sleep"], "medicines": ["chloroquine and proguanil"]}
    told = {one.id: one.medicines for one in ask(knowledge, answers).interactions}
    assert told["proguanil"] == ("proguanil",)
    assert ("chloroquine",) in told.values()


@pytest.mark.parametrize(
    ("medicines", "left"), [([], True), (["sotorasib"], False), (["levothyroxine", "sotorasib"], False)]
)
def test_a_medicine_that_no_alkaline_salt_goes_with_closes_them_whatever_else_is_taken(
    knowledge: Knowledge, medicines: list[str], left: bool
) -> None:
    """Interactions: sotorasib, avoid antacids; contract: for alkaline salts that sets those forms aside."""
    advice = ask(knowledge, {**HEALTHY, "goals": ["constipation"], "medicines": medicines})
    assert ("oxide" in offered(advice)) == left
    told = {one.id for one in advice.set_aside if "kras-sotorasib" in one.by}
    assert told == (set() if left else ALKALINE)
    assert not [one for one in advice.set_aside if "thyroid-hormones" in one.by]


@pytest.mark.parametrize(
    ("typed", "route"),
    [
        ("streptomycin", Route.INJECTION),  # by injection only, whatever its rules say of other routes
        ("arsenic trioxide", Route.INJECTION),
        ("salbutamol", Route.INHALED),  # usually inhaled; no rule depends on the mouth
        ("kanamycin", Route.ORAL),  # by injection mostly; a rule depends on the mouth
        ("ciprofloxacin", Route.ORAL),
        ("ciprofloxacin eye drops", Route.EYE),
    ],
)
def test_a_route_that_is_not_said_is_the_mouth_where_a_rule_depends_on_it_else_the_usual_one(
    knowledge: Knowledge, typed: str, route: Route
) -> None:
    """Notes on names: routes, the usual one first; what to read where the route is not known."""
    (medicine,) = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "medicines": [typed]}).medicines
    assert medicine.route == route


@pytest.mark.parametrize(
    ("answers", "code", "outcome"),
    [
        ("kidney: g5", 3, "withhold"),
        ("kidney: none\nconditions: [myasthenia gravis]", 3, "withhold"),
        ("kidney: none\nsymptoms: [numb saddle area]", 3, "urgent"),
        ("kidney: none\nage: 40", 0, "ask-first"),
    ],
)
def test_cards_for_a_profile_say_whom_to_ask_before_any_hours(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, answers: str, code: int, outcome: str
) -> None:
    """Promise 1 of the contract: hours to a person who must not take it are never all that is told."""
    profile = tmp_path / "me.yaml"
    profile.write_text(f"goals: [sleep]\n{answers}\nmedicines: [ciprofloxacin 500 mg]\n", encoding="utf-8")
    assert run(["interactions", "-p", str(profile), "--json"]) == code
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], bool(told["actions"])) == (outcome, True)
    assert run(["interactions", "-p", str(profile)]) == code
    out = " ".join(capsys.readouterr().out.split())
    assert out.index(told["actions"][0]["text"][:20]) < (out + "MAJOR").index("MAJOR")
    assert ("MAJOR" in out) is (outcome != "urgent")


def test_cards_of_medicines_alone_have_no_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["interactions", "ciprofloxacin", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["actions"]) == (None, [])
