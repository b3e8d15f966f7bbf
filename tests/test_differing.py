"""Two answers about one thing that differ: the more careful one counts, and neither is dropped."""

import pytest

from magadvisor.model.knowledge import Knowledge
from tests.support.asking import HEALTHY, ask


@pytest.mark.parametrize(
    ("name", "route", "met"),
    [
        ("cipro ear drops", "oral", "quinolone-antibiotics"),
        ("ciprofloxacin eye drops", "oral", "quinolone-antibiotics"),
        ("tobramycin eye drops", "injection", "aminoglycosides"),
        ("gentamicin cream", "injection", "aminoglycosides"),
        ("cipro 500 mg tablets", "eye", "quinolone-antibiotics"),
    ],
)
def test_the_rules_of_a_route_count_where_the_name_says_another(
    knowledge: Knowledge, name: str, route: str, met: str
) -> None:
    medicines = [{"name": name, "route": route}]
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "medicines": medicines})
    assert met in [one.id for one in advice.interactions]
    assert [one.typed for one in advice.not_checked] == [name]
    assert any("the route that was given differ" in one.text for one in advice.watch)


@pytest.mark.parametrize(
    ("name", "route"),
    [
        ("ciprofloxacin eye drops", "eye"),
        ("cipro 500 mg tablets", "oral"),
        ("ciprofloxacin", "ear"),
        ("metformin tablets", "injection"),  # no rule knows either route
    ],
)
def test_routes_that_agree_or_change_no_rule_are_checked(knowledge: Knowledge, name: str, route: str) -> None:
    medicines = [{"name": name, "route": route}]
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "medicines": medicines})
    assert advice.not_checked == ()


@pytest.mark.parametrize("form", ["tums", "zinc"])
def test_an_amount_of_magnesium_counts_also_in_what_is_known_to_hold_none(
    knowledge: Knowledge, form: str
) -> None:
    """Contract: `elemental_mg` is elemental magnesium; of two readings the one with more counts."""
    taking = [{"form": form, "elemental_mg": 200}]
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": taking})
    assert advice.dose is not None
    assert advice.dose.already_mg == 200
    assert [one.typed for one in advice.not_checked] == [f"{form} 200 mg"]


@pytest.mark.parametrize("form", ["sulfate-bath", "magnesium sulfate infusion", "magnesium stearate"])
def test_what_is_never_a_dose_counts_nothing(knowledge: Knowledge, form: str) -> None:
    taking = [{"form": form, "elemental_mg": 200}]
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": taking})
    assert [one.elemental_mg for one in advice.taking] == [0]


def test_the_amount_given_for_several_things_together_is_known(knowledge: Knowledge) -> None:
    taking = [{"form": "oxide, multivitamin", "elemental_mg": 50}]
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": taking})
    assert advice.dose is not None
    assert advice.dose.already_mg == 50
    assert len(advice.not_checked) == 1


@pytest.mark.parametrize(
    ("typed", "name", "met"),
    [
        ("levothyroxine eye drops", "levothyroxine", "thyroid-hormones"),
        ("ciprofloxacin nasal spray", "ciprofloxacin", "quinolone-antibiotics"),
        ("alendronate suppository", "alendronic acid", "bisphosphonate-alendronate-risedronate"),
    ],
)
def test_by_a_route_that_a_medicine_is_not_known_for_its_usual_rules_count_and_it_is_asked_about(
    knowledge: Knowledge, typed: str, name: str, met: str
) -> None:
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "medicines": [typed]})
    assert [one.id for one in advice.interactions] == [met]
    assert [one.typed for one in advice.not_checked] == [typed]
    asked = f"How do you take {name}? It is not known to be taken this way, so its usual rules count."
    assert asked in [one.text for one in advice.watch]


@pytest.mark.parametrize("typed", ["levothyroxine SL", "doxycycline under the tongue"])
def test_under_the_tongue_is_a_tablet_where_a_medicine_is_not_known_to_be_taken_so(
    knowledge: Knowledge, typed: str
) -> None:
    """Facts: SL on a box is a word for the release, unless what goes under the tongue is a row of its own."""
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "medicines": [typed]})
    assert [one.action for one in advice.interactions] == ["separate"]
    assert [one.route for one in advice.medicines] == ["oral"]
    assert advice.not_checked == ()


def test_a_medicine_that_no_rule_is_about_is_checked_by_any_route(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "medicines": ["paracetamol eye drops"]})
    assert [(one.checked, one.matched) for one in advice.medicines] == [(True, ("paracetamol",))]
