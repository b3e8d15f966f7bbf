"""An eGFR in words that somebody typed, and the kidney word it stands for."""

from magadvisor.names.spelling import Words

# The lowest eGFR of each stage, mL/min/1.73 m2.
_STAGES = ((90.0, "g1"), (60.0, "g2"), (45.0, "g3a"), (30.0, "g3b"), (15.0, "g4"))
LEAST_FOR_NONE = 60.0

_HIGHEST = 200.0
_LONGEST_BETWEEN = 8
# fmt: off
_BETWEEN = frozenset((
    "of", "was", "now", "about", "around", "at", "only", "still", "just", "currently", "last", "latest",
    "result", "value", "level", "month", "year", "week", "from", "to", "fell", "dropped", "down", "went",
    "has", "have", "had", "it", "approx", "approximately", "estimated", "between", "and", "or", "under",
    "below", "less", "than", "over", "above", "least", "up", "ml", "min", "per",
))
# fmt: on
_NAMES = frozenset(("egfr", "gfr", "crcl", "ccr"))
_SECOND = {"clearance": frozenset(("creatinine",)), "rate": frozenset(("filtration",))}
"""Names of two words: creatinine clearance, filtration rate. A clearance is read as an eGFR."""
_UNDER = frozenset(("under", "below", "less"))


def read_egfr(words: Words) -> dict[int, float]:
    """Read each eGFR of a text, by the place of its word: of a range the lower, of "under 30" just less."""
    read: dict[int, float] = {}
    for place, word in enumerate(words.compared):
        if word in _NAMES or (word in _SECOND and place and words.compared[place - 1] in _SECOND[word]):
            value = _value(words, place + 1)
        elif word.startswith(("egfr", "gfr")):
            value = _number(word.lstrip("egfr"))
        else:
            continue
        if value is not None:
            read[place] = value
    return read


def stage(egfr: float) -> str:
    """Name the stage of an eGFR; each stage includes its lowest value."""
    return next((name for least, name in _STAGES if egfr >= least), "g5")


def _value(words: Words, start: int) -> float | None:
    """Read the lowest number that follows directly, with nothing but small words between."""
    values: list[float] = []
    under = False
    for place in range(start, min(start + _LONGEST_BETWEEN, len(words.compared))):
        word = words.compared[place]
        if words.pieces[place] != words.pieces[start - 1]:
            break
        number = _number(word)
        if number is None and word not in _BETWEEN:
            break
        under = under or (word in _UNDER and not values)
        if number is not None:
            values.append(number)
    if not values:
        return None
    return min(values) - (0.001 if under else 0.0)


def _number(word: str) -> float | None:
    if not word[:1].isdigit() or not all(sign.isdigit() or sign == "." for sign in word):
        return None
    value = float(word)
    return value if value <= _HIGHEST else None
