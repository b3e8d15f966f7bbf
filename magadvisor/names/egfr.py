"""An eGFR in words that somebody typed."""

from magadvisor.names.spelling import Words

_HIGHEST = 200.0
_JUST_LESS = 0.001
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
    """Read each eGFR of a text, 0 to 200 mL/min/1.73 m2, by the place of its word.

    Of a range the lower counts, of "under 30" just less.
    """
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
    return max(0.0, min(values) - (_JUST_LESS if under else 0.0))


def _number(word: str) -> float | None:
    if not word[:1].isdigit() or not all(sign.isdigit() or sign == "." for sign in word):
        return None
    value = float(word)
    return value if value <= _HIGHEST else None
