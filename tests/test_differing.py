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
