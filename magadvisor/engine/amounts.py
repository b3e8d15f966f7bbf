"""Formula, molar mass, elemental fraction; compound mg and elemental mg.

Standard atomic weights, abridged (IUPAC), in g/mol.
"""

import re
from collections import Counter

_MAGNESIUM = "Mg"
_WEIGHTS = {
    "H": 1.008,
    "C": 12.011,
    "N": 14.007,
    "O": 15.999,
    "Na": 22.990,
    "Mg": 24.305,
    "Al": 26.982,
    "Si": 28.085,
    "P": 30.974,
    "S": 32.06,
    "Cl": 35.45,
}
_PART = re.compile(r"([1-9]\d*)?(\S+)")
_PIECE = re.compile(r"([A-Z][a-z]?|[()])([1-9]\d*)?")


def molar_mass(formula: str) -> float:
    """Compute the molar mass in g/mol of a formula such as MgSO4·7H2O; ValueError for nonsense."""
    return sum(_WEIGHTS[element] * count for element, count in _atoms(formula).items())


def elemental_fraction(formula: str) -> float:
    """Compute magnesium's share of a mass, above 0 and at most 1; ValueError where there is none."""
    magnesium = _atoms(formula)[_MAGNESIUM]
    if not magnesium:
        raise ValueError("a formula without magnesium")
    return _WEIGHTS[_MAGNESIUM] * magnesium / molar_mass(formula)


def compound_mg(elemental_mg: float, formula: str) -> float:
    """Turn mg of magnesium into mg of the compound that holds them; ValueError as `elemental_fraction`."""
    return elemental_mg / elemental_fraction(formula)


def elemental_mg(compound_mg: float, formula: str) -> float:
    """Turn mg of a compound into the mg of magnesium in it; ValueError as `elemental_fraction`."""
    return compound_mg * elemental_fraction(formula)


def _atoms(formula: str) -> Counter[str]:
    """Count the atoms of all parts; a number in front of a part multiplies it, as in 4MgCO3·Mg(OH)2·4H2O."""
    atoms: Counter[str] = Counter()
    for text in formula.split("·"):
        part = _PART.fullmatch(text)
        if part is None:
            raise ValueError("a formula with a part that cannot be read")
        _add(atoms, _part(part.group(2)), int(part.group(1) or 1))
    return atoms


def _part(text: str) -> Counter[str]:
    """Count the atoms of one part; a number behind a bracket multiplies what is inside it."""
    open_brackets: list[Counter[str]] = [Counter()]
    end = 0
    for piece in _PIECE.finditer(text):
        if piece.start() != end:
            break
        end = piece.end()
        _read(piece.group(1), piece.group(2), open_brackets)
    if end != len(text) or len(open_brackets) > 1:
        raise ValueError("a formula that cannot be read to its end")
    return open_brackets[0]


def _read(sign: str, number: str | None, open_brackets: list[Counter[str]]) -> None:
    """Put one element or bracket of a part where it belongs."""
    if sign == "(":
        if number:
            raise ValueError("a number that stands behind an opening bracket")
        open_brackets.append(Counter())
    elif sign == ")":
        inside = open_brackets.pop()
        if not inside or not open_brackets:
            raise ValueError("a bracket that was never opened, or is empty")
        _add(open_brackets[-1], inside, int(number or 1))
    elif sign in _WEIGHTS:
        open_brackets[-1][sign] += int(number or 1)
    else:
        raise ValueError("an element that no compound here holds")


def _add(atoms: Counter[str], more: Counter[str], times: int) -> None:
    for element, count in more.items():
        atoms[element] += count * times
