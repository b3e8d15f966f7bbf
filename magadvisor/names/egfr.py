"""An eGFR in words that somebody typed."""

from itertools import takewhile

from magadvisor.names.phrase_index import RATE_ABROAD
from magadvisor.names.spelling import Words

_HIGHEST = 200.0
_JUST_LESS = 0.001
_LONGEST_BETWEEN = 10
# fmt: off
_BETWEEN = frozenset((
    "of", "was", "now", "about", "around", "at", "only", "still", "just", "currently", "last", "latest",
    "result", "value", "level", "month", "year", "week", "from", "to", "fell", "dropped", "down", "went",
    "has", "have", "had", "it", "approx", "approximately", "estimated", "between", "and", "or", "under",
    "below", "less", "than", "over", "above", "least", "up", "ml", "min", "per", "in", "but", "by", "is",
    "today", "ago", "months", "weeks", "years", "days", "calculated", "estime", "estimado", "estimada", "de",
    # How it was worked out.
    "ckd", "epi", "mdrd", "cockcroft", "gault", "formula", "equation",
))
# fmt: on
_NOW = frozenset(("now", "currently", "today", "latest", "only", "dropped", "fell", "down"))
"""Words of a later value, which goes on behind a mark: "65 in 2019, 28 now"."""

_SPANS = ("day", "week", "month", "year")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NAMES = frozenset(("egfr", "gfr", "crcl", "ccr", *RATE_ABROAD))
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
    """Read the lowest number that follows, with nothing but small words between."""
    values: list[float] = []
    under = False
    for place in range(start, min(start + _LONGEST_BETWEEN, len(words.compared))):
        word = words.compared[place]
        if values and words.pieces[place] != words.pieces[place - 1] and not _goes_on(words, place):
            break
        if _is_time(words, place):
            continue
        number = _number(word)
        if number is None and word not in _BETWEEN:
            break
        under = under or (word in _UNDER and not values)
        if number is not None:
            values.append(number)
    if not values:
        return None
    return max(0.0, min(values) - (_JUST_LESS if under else 0.0))


def _goes_on(words: Words, start: int) -> bool:
    """Say whether the piece that starts here gives a later value and nothing else."""
    piece = takewhile(
        lambda place: words.pieces[place] == words.pieces[start], range(start, len(words.pieces))
    )
    said = [words.compared[place] for place in piece if not _is_time(words, place)]
    return not _NOW.isdisjoint(said) and all(word in _BETWEEN or _number(word) is not None for word in said)


def _is_time(words: Words, place: int) -> bool:
    """Say whether a number is a year, or counts days, weeks, months or years."""
    word = words.compared[place]
    if not word.isdigit():
        return False
    behind = words.compared[place + 1 : place + 2]
    return _FIRST_YEAR <= int(word) <= _LAST_YEAR or any(one.startswith(_SPANS) for one in behind)


def _number(word: str) -> float | None:
    word = word.removesuffix("ml")
    if not word[:1].isdigit() or not all(sign.isdigit() or sign == "." for sign in word):
        return None
    value = float(word)
    return value if value <= _HIGHEST else None
