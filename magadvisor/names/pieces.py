"""How many pieces the amount on a line of a label is for, and how many are taken at a time."""

from re import compile as pattern
from typing import NamedTuple

from magadvisor.names.measures import MG, MOST_TAKEN, NUMBER, PIECE, PIECES
from magadvisor.names.quantity_counts import TOOK
from magadvisor.names.quantity_times import without_times

_SOLID = "|".join(f"{word}s?" for word in ("vcap", "gummie", *PIECES["solid"].split()) if word != "chew")
_N = NUMBER
_DAY = "(?:a|per|each|every|daily)"
_ANY = rf"(?:{_SOLID}|{PIECE}|scoops?|servings?(?! size))"
_FOR = pattern(
    rf"\b(?:(?:per|pour|pro|je|serving(?: size)?(?: of)?|figure is for) {_N} (?:[a-z]+ )?(?:{_SOLID})\b"
    rf"|figure is for {_N}\b|{_N} (?:{_SOLID}) (?:provid|contain|hold|give)[a-z]*\b)"
)
_SAYS_EACH = pattern(
    r"\beach\b(?! (?:day|morning|night|evening|meal))|"
    rf"\b(?:{'|'.join(MG)}) (?:{_SOLID})\b|\b(?:{_SOLID}) of \d"
)
_PERSON = pattern(
    rf"\b(?:takes|taking|i take|{TOOK}|chews?|drinks?|swallows?) {_N}\b(?! (?:{'|'.join(MG)})\b)"
)
_COUNTED = pattern(rf"\b{_N} (?:of )?(?:(?!(?:{'|'.join(MG)})\b)[a-z]+ )?{_ANY}\b(?P<daily> {_DAY}\b)?")
_SERVINGS = pattern(rf"\b{_N} servings?\b")
_NUMBER = pattern(rf"\b{_N} x\b|\bx {_N}\b|\b{_N} (?:a day|per day|each day|every day|daily)\b")
_TIMES = pattern(r"\b\d+(?:\.\d+)? x\b|\bx \d+(?:\.\d+)?\b")
_X = r"(1[0-2]|\d)(?:\.\d+)?"
_MULTIPLIED = pattern(
    rf"\b{_X} x\b(?! \d+(?:\.\d+)? (?:{'|'.join(MG)})\b)|\bx {_X}\b(?! (?:{'|'.join(MG)}|{_ANY})\b)"
)


class Pieces(NamedTuple):
    """What a line says of pieces; `each` when it settles that the amount is not that of all of them."""

    factor: float
    each: bool


def pieces_in(text: str) -> Pieces:
    """Say how often the amount is taken at a time; pieces named twice are added."""
    said = _FOR.search(text)
    amount_is_for = float(next(filter(None, said.groups()))) if said else None
    rest = without_times(_FOR.sub(" ; ", text))
    if amount_is_for:  # "per serving (2 capsules), 1 serving a day" are two
        rest = _SERVINGS.sub(lambda one: f"{float(one[1]) * amount_is_for:g} tablets", rest)
    person = _PERSON.search(rest)
    counts = [
        float(one.group(1))
        for one in _COUNTED.finditer(rest)
        if one.group("daily") or float(one.group(1)) <= MOST_TAKEN
    ]
    numbers = [float(next(filter(None, one.groups()))) for one in _NUMBER.finditer(_COUNTED.sub(" ; ", rest))]
    taken = float(person.group(1)) if person else sum(counts) * _multiplied(rest) or max(numbers, default=0.0)
    if not taken:
        return Pieces(1.0, each=True)
    each = bool(person or said or _SAYS_EACH.search(rest) or (not counts and _TIMES.search(rest)))
    return Pieces(taken / (amount_is_for or 1.0), each)


def _multiplied(text: str) -> float:
    """Give the number of "3 x 2 tablets" or "1 tablet x 3"; that of a strength counts strengths."""
    return (
        max((float(one.group(1) or one.group(2)) for one in _MULTIPLIED.finditer(text)), default=1.0) or 1.0
    )
