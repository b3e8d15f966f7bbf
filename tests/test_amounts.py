"""Formulas give the molar masses and percentages of the facts, and agree with printed labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magadvisor.engine.amounts import compound_mg, elemental_fraction, elemental_mg, molar_mass

# formula, molar mass in g/mol, percent magnesium, mg of compound for 100 mg of magnesium
COMPOUNDS = [
    ("Mg(C2H4NO2)2", 172.423, 14.10, 709),
    ("Mg(C2H4NO2)2·H2O", 190.438, 12.76, 784),
    ("Mg(C2H4NO2)2·2H2O", 208.453, 11.66, 858),
    ("Mg(C2H4NO2)(C6H13N2O2)", 243.546, 9.98, 1002),
    ("Mg3(C6H5O7)2", 451.113, 16.16, 619),
    ("Mg3(C6H5O7)2·9H2O", 613.248, 11.89, 841),
    ("Mg3(C6H5O7)2·12H2O", 667.293, 10.93, 915),
    ("MgC6H6O7", 214.412, 11.34, 882),
    ("Mg(C6H7O7)2", 406.535, 5.98, 1673),
    ("MgO", 40.304, 60.30, 166),
    ("Mg(OH)2", 58.319, 41.68, 240),
    ("Mg(C4H7O5)2", 294.495, 8.25, 1212),
    ("Mg(C4H7O5)2·H2O", 312.510, 7.78, 1286),
    ("MgSO4·7H2O", 246.466, 9.86, 1014),
    ("MgSO4", 120.361, 20.19, 495),
    ("MgCl2·6H2O", 203.295, 11.96, 836),
    ("MgCl2", 95.205, 25.53, 392),
    ("MgC4H4O5", 156.376, 15.54, 643),
    ("MgC4H4O5·3H2O", 210.421, 11.55, 866),
    ("MgC4H4O5·MgO", 196.680, 24.72, 405),
    ("Mg2(C4H4O5)(OH)2", 214.695, 22.64, 442),
    ("Mg(C4H5O5)2", 290.463, 8.37, 1195),
    ("Mg(C2H6NO3S)2", 272.573, 8.92, 1121),
    ("Mg(C4H8NO4S)2·2H2O", 392.677, 6.19, 1616),
    ("Mg(C3H5O3)2", 202.445, 12.01, 833),
    ("Mg(C3H5O3)2·2H2O", 238.475, 10.19, 981),
    ("Mg(C4H6NO4)2", 288.495, 8.42, 1187),
    ("Mg(C4H6NO4)2·2H2O", 324.525, 7.49, 1335),
    ("Mg(C4H6NO4)Cl·3H2O", 245.895, 9.88, 1012),
    ("Mg(C6H11O7)2", 414.599, 5.86, 1706),
    ("Mg(C6H11O7)2·2H2O", 450.629, 5.39, 1854),
    ("Mg(C5H3N2O4)2", 334.483, 7.27, 1376),
    ("Mg(C5H3N2O4)2·2H2O", 370.513, 6.56, 1524),
    ("MgCO3", 84.313, 28.83, 347),
    ("4MgCO3·Mg(OH)2·4H2O", 467.631, 25.99, 385),
    ("4MgCO3·Mg(OH)2·5H2O", 485.646, 25.02, 400),
    ("Mg(C5H6NO3)2", 280.519, 8.66, 1154),
    ("MgC3H7O6P", 194.362, 12.51, 800),
    ("MgC3H7O6P·H2O", 212.377, 11.44, 874),
    ("Mg2Si3O8", 260.857, 18.63, 537),
    ("Mg2Si3O8·5H2O", 350.932, 13.85, 722),
    ("Mg(C6H7O6)2", 374.537, 6.49, 1541),
    ("Mg(C2H3O2)2·4H2O", 214.453, 11.33, 882),
]

# Percentages of compounds outside the forms.
OTHERS = [
    ("MgSO4·3H2O", 13.94),
    ("Mg(C4H6NO4)2·4H2O", 6.74),
    ("Mg6Al2(OH)16CO3·4H2O", 24.15),
    ("Al5Mg10(OH)31(SO4)2", 22.15),
    ("Mg(C3H8O6P)2", 6.63),
    ("Mg(C7H5O3)2·4H2O", 6.56),
]

# formula, mg of compound and mg of magnesium as labels print them
LABELS = [
    ("MgO", 400, 241.3),
    ("MgO", 140, 84.5),
    ("MgO", 403, 243),
    ("Mg(OH)2", 1200, 500),
    ("Mg3(C6H5O7)2", 1504, 243),
    ("Mg3(C6H5O7)2", 927, 150),
    ("MgC3H7O6P", 777.6, 97.2),
    ("Mg(C3H5O3)2", 404.85, 48.62),
    ("Mg(C3H5O3)2·2H2O", 470, 48),
    ("Mg(C5H3N2O4)2·2H2O", 6100, 400),
    ("Mg(C4H7O5)2", 3000, 250),
    ("MgSO4·7H2O", 1000, 98.6),
    ("MgSO4·3H2O", 423.5, 59),
    ("Mg(C4H6NO4)Cl·3H2O", 615, 60.8),
    ("Mg(C4H6NO4)2·2H2O", 1623, 121.5),
    ("Mg(C4H6NO4)2", 140, 11.8),
]


@pytest.mark.parametrize(
    ("formula", "mass", "percent", "for_100_mg"),
    COMPOUNDS,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_formula_gives_the_figures_of_the_facts(
    formula: str, mass: float, percent: float, for_100_mg: float
) -> None:
    assert round(molar_mass(formula), 3) == mass
    assert round(100 * elemental_fraction(formula), 2) == percent
    assert round(compound_mg(100, formula)) == for_100_mg


@pytest.mark.parametrize(("formula", "percent"), OTHERS)
def test_formula_of_an_antacid_or_hydrate_gives_its_percentage(formula: str, percent: float) -> None:
    assert round(100 * elemental_fraction(formula), 2) == percent


@pytest.mark.parametrize(("formula", "compound", "elemental"), LABELS)
def test_printed_label_agrees_within_one_percent(formula: str, compound: float, elemental: float) -> None:
    assert elemental_mg(compound, formula) == pytest.approx(elemental, rel=0.01)


def test_sulfate_as_anhydrous_salt_and_as_heptahydrate_is_the_same_magnesium() -> None:
    assert elemental_mg(1600, "MgSO4") == pytest.approx(323, abs=0.5)
    assert elemental_mg(3276, "MgSO4·7H2O") == pytest.approx(323, abs=0.5)


def test_ounce_of_citrate_of_magnesia_is_not_the_one_to_one_salt() -> None:
    assert round(elemental_mg(1745, "Mg3(C6H5O7)2")) == 282
    assert round(elemental_mg(1745, "MgC6H6O7")) == 198


def test_nested_brackets_multiply() -> None:
    assert molar_mass("Mg((CH2)2O)2") == pytest.approx(molar_mass("MgC4H8O2"))


@given(st.floats(min_value=0.1, max_value=10_000), st.sampled_from([row[0] for row in COMPOUNDS]))
def test_there_and_back_changes_nothing(elemental: float, formula: str) -> None:
    assert elemental_mg(compound_mg(elemental, formula), formula) == pytest.approx(elemental)


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        " ",
        "·",
        "MgO·",
        "mgo",
        "Mg(OH",
        "MgOH)2",
        "Mg()2",
        "Mg(2OH)",
        "Xx2",
        "Mg 2",
        "4",
        "MgO0",
        "0MgO",
        "Mg·-H2O",
    ],
)
def test_nonsense_is_refused(nonsense: str) -> None:
    with pytest.raises(ValueError, match=r"^an? "):
        molar_mass(nonsense)


def test_a_compound_without_magnesium_has_no_fraction() -> None:
    with pytest.raises(ValueError, match="without magnesium"):
        elemental_fraction("Na2CO3")
