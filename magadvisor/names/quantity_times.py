"""How many times a day something is taken, as a tidy text says it."""

from collections.abc import Iterator
from math import ceil
from re import Match
from re import compile as pattern

from magadvisor.names.measures import NUMBER, PARTS_OF_A_DAY, PIECE

MEALS_A_DAY = 3.0  # of who says only "with meals": the choice of this project
HOURS_A_DAY = 24.0
DAYS_A_WEEK = 7.0

DAY = "(?:a day|per day|each day|every day|daily|day)"
"""What makes a number that of a day, as a part of a pattern."""

_N = NUMBER
_AT_NIGHT = (
    r"(?P<night>(?: (?:and|plus|;)){1,2}(?: (?:1|at|before|on|in|the|going|to)){0,4}"
    r" (?:bed|bedtime|night)\b)?"
)
_EVERY = pattern(rf"\b(?:every |q){_N} ?(?:hours?|hrs?|h)\b")
_A_WEEK = pattern(rf"\b{_N} (?:times |x )?(?:a|per|each|every) week\b|\b{_N} (?:times|x) weekly\b")
_TIMES = pattern(rf"(?:\b{_N} (?:times|x) {DAY}|\b{_N} times\b){_AT_NIGHT}")
_MEALS = pattern(
    r"\b(?:(?:with|after|before|at) (?:(?:the|your|main) )*(?:(?P<each>each|every) (?:main )?meal"
    r"|(?P<all>(?:each |every |all )(?:the |main )*)?(?:meals|mealtimes))"
    r"|(?P<only>each|every) (?:main )?meals?)"
    rf"\b{_AT_NIGHT}"
)
_OF_A_DAY = pattern(
    rf"\b(?:[2-9]|1[0-2]) (?:[a-z]+ )?{PIECE} (?:[a-z0-9.]+ ){{0,5}}?{DAY}\b|\b{_N} (?:times|x) {DAY}\b"
)
_PARTS = tuple(pattern(rf"\b(?:{words})\b") for words in PARTS_OF_A_DAY)


def without_times(text: str) -> str:
    """Leave out how often a text says that something is taken; places stay."""
    for frequency in (_EVERY, _A_WEEK, _TIMES, _MEALS):
        text = frequency.sub(blank, text)
    return text


def blank(found: Match[str]) -> str:
    """Put a break where a match stood, as long as the match, so that places stay."""
    return " ; ".ljust(len(found[0]))


def times_said(text: str) -> float | None:
    """Read how often a day a text says; of two readings the more often, and None where it does not say."""
    return max(_said(text), default=None)


def parts_said(text: str) -> float:
    """Count the parts of the day that are named, or the clock times; at least one."""
    named = sum(bool(part.search(text)) for part in _PARTS)
    return float(max(named, text.split().count("clock"), 1))


def _said(text: str) -> Iterator[float]:
    yield from (HOURS_A_DAY / max(float(one.group(1)), 1) for one in _EVERY.finditer(text))
    yield from (float(ceil(_number(one) / DAYS_A_WEEK)) for one in _A_WEEK.finditer(text))
    rest = _A_WEEK.sub(" ; ", text)
    yield from (_number(one) + bool(one["night"]) for one in _TIMES.finditer(rest))
    of_a_day = _OF_A_DAY.search(rest)  # "2 capsules daily with meals" are two, "with each meal" are six
    yield from (
        MEALS_A_DAY + bool(one["night"])
        for one in _MEALS.finditer(rest)
        if not of_a_day or any(one[said] for said in ("each", "all", "only"))
    )


def _number(said: Match[str]) -> float:
    return float(said.group(1) or said.group(2))
