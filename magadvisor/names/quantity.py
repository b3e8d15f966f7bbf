"""How much of something a person takes: masses, volumes, pieces and times a day in typed text."""

from collections.abc import Iterable, Iterator
from re import Match
from re import compile as pattern
from typing import NamedTuple

from magadvisor.names.measures import (
    FEWEST_BARE_MG,
    GRAMS,
    KIND,
    MG,
    MILLILITRES,
    ML,
    NUMBER,
    OF_MAGNESIUM,
    PIECE,
)
from magadvisor.names.nutrients import ENDS_OF_NAMES
from magadvisor.names.quantity_text import tidy
from magadvisor.names.quantity_times import DAY, blank, parts_said, times_said, without_times

_N = NUMBER
_MASSES, _VOLUMES = "|".join(MG), "|".join(MILLILITRES)
_MEASURES = "|".join((_VOLUMES, *(f"{word}s?" for word in KIND)))
_TO_A_BOTTLE = pattern(rf"\b{_N} to a bottle\b")
_SAME = 0.1  # volumes this close are one volume in other words
_NO_AMOUNT = pattern(
    rf"\b(?:since|aged?|for(?: the)?(?: last| past)?|in) {_N}(?: weeks?| months?| years?| doses)?\b"
    rf"(?! (?:{_MASSES}|{_MEASURES})\b)|\b{_N} (?:iu|ie|units|weeks?|months?|years?|days)\b"
)
_SAID = "(?:elemental|element|elementary|ions?|pure|rein[a-z]*)"
_PER = pattern(
    rf"\b{_N} ({_MASSES})(?P<said> (?:of )?{_SAID}(?: magnesium)?)? (?:per|in) (?:each |every |a )?"
    rf"(?:(?P<number>\d+(?:\.\d+)?) )?(?P<word>{_MEASURES})\b"
)
_AGAIN = pattern(rf"( (?:per|in) {_N} ({_VOLUMES})\b) {_N} ({_VOLUMES})\b(?= ;|$)")  # per 2.5 ml (1/2 tsp)
_MASS = pattern(rf"\b{_N} ({_MASSES})\b")
_MEASURE = pattern(
    rf"(?:\b(?P<number>\d+(?:\.\d+)?) (?:of )?|\ban? )(?:(?!(?:{_VOLUMES})\b)[a-z]+ )?(?P<word>{_MEASURES})\b"
)
_STRENGTH_OF = pattern(rf"(\b(?:{_MASSES})) {PIECE}\b")
_COUNTED = pattern(rf"\b\d+(?:\.\d+)? (?:of )?{PIECE}\b")
_ONE = pattern(rf"\b(?P<word>{'|'.join((*KIND, 'teaspoon', 'tablespoon', 'spoon'))})\b")
_FACTOR = pattern(rf"\b{_N} x\b|\bx {_N}\b|\b{_N} {DAY}")
_BARE = pattern(rf"(?<![a-z0-9.]){_N}(?![a-z0-9.])")
NO_PIECE = (None, ML, GRAMS, "other")
"""Kinds of measures that are no pieces."""

ITSELF = "itself"
"""Stands for the name of what is counted, in front of its amount: the next name has an amount of its own."""

_SAID_BEFORE = pattern(
    rf"\b(?:{_SAID}|provid[a-z]+|equiv[a-z]*(?: to)?|of which|davon|soit|dont|entspr[a-z]*)(?: [a-z]+)? $"
)
_SAID_AFTER = pattern(
    rf"^ (?:of )?{_SAID}\b(?! (?:magnesium |{ITSELF} )?{_N} (?:{_MASSES})\b)"
)  # "1250 mg, elemental 141 mg": the second
_NUTRIENTS = "|".join(sorted(ENDS_OF_NAMES))
OTHER_NUTRIENT = pattern(rf"\b(?:{_NUTRIENTS}) $")  # in front of an amount, which is its own
_NAMED_BEFORE = pattern(rf"\b{ITSELF} $")
_OTHER_BEFORE = pattern(rf"\b(?:from|{_NUTRIENTS}) $")
_OTHER_AFTER = pattern(rf"^ (?:of )?(?:{_NUTRIENTS})\b")


class Mass(NamedTuple):
    """A mass in mg; `elemental` when text or unit says so, `other` when it may be that of something else."""

    mg: float
    elemental: bool
    other: bool = False
    per: str | None = None  # the kind of measure that holds the mass
    per_amount: float | None = None
    unit: str = "mg"  # as written
    start: int = 0  # where it stands in the text
    end: int = 0


class Quantity(NamedTuple):
    """What a text says about how much: masses, measures at a time by kind, times a day."""

    masses: tuple[Mass, ...]
    measures: dict[str, float]
    times: float
    number: float | None  # a number without a unit, as in "400 mg x2" or "2 a day"
    bare: float | None  # a number that stands alone


def read_quantity(text: str) -> Quantity:
    """Read a tidy text; of two readings the larger counts."""
    rest = _AGAIN.sub(_once, _NO_AMOUNT.sub(blank, text))
    times = times_said(rest)
    rest = without_times(rest)
    masses = tuple(_masses(rest))
    found = tuple(_found(_PER.sub(" ; ", _counted_elsewhere(rest))))
    words = [word for _, _, word in found]
    rest = _MEASURE.sub(" ; ", _MASS.sub(" ; ", _PER.sub(" ; ", rest)))
    counts = [float(next(filter(None, one.groups()))) for one in _FACTOR.finditer(rest)]
    numbers = [float(one.group(1)) for one in _BARE.finditer(_FACTOR.sub(" ; ", rest))]
    parts = 1.0 if len(set(words)) < len(words) else parts_said(rest)
    return Quantity(
        masses,
        _added_up(found),
        parts if times is None else times,
        max(counts, default=None),
        max(numbers, default=None),
    )


def measures_taken(mass: Mass, quantity: Quantity) -> float | None:
    """Say how many of the measure that holds a mass are taken; a number alone never lessens it."""
    if mass.per in quantity.measures:
        return quantity.measures[mass.per]
    if mass.per in NO_PIECE or quantity.number is not None:
        return None if mass.per in NO_PIECE else quantity.number
    bare = quantity.bare if quantity.bare is not None and 0 < quantity.bare < FEWEST_BARE_MG else None
    return None if bare is None else max(bare, mass.per_amount or bare)


def unit_measures(unit: str) -> dict[str, float]:
    """Read what one unit of a product is, in mL, g or pieces: `1 sachet 10 mL`, `330 mg tablet`."""
    text = tidy(unit.replace("1 pair of", "2"))
    measures: dict[str, float] = {}
    for kind, amount, _ in _found(text):
        measures[kind] = min(amount, measures.get(kind, amount))
    bottle = _TO_A_BOTTLE.search(text)
    return {**measures, "bottle": 1 / float(bottle.group(1))} if bottle else measures


def _masses(text: str) -> Iterator[Mass]:
    for one in _PER.finditer(text):
        kind, amount = _measure(one.group("word"))
        per = None if one.group("number") is None else float(one.group("number")) * amount
        default = amount if kind == ML else None
        elemental = bool(one.group("said")) or _elemental(text, one)
        yield Mass(_mg(one), elemental, False, kind, per or default, one.group(2), one.start(), one.end())
    rest = _PER.sub(blank, text)
    for one in _MASS.finditer(rest):
        before, after = rest[: one.start()], rest[one.end() :]
        other = _OTHER_BEFORE.search(before) or (
            _OTHER_AFTER.search(after) and not _NAMED_BEFORE.search(before)
        )
        elemental = _elemental(text, one)
        yield Mass(_mg(one), elemental, bool(other), unit=one.group(2), start=one.start(), end=one.end())


def _once(found: Match[str]) -> str:
    """Leave out a volume that only says in another unit how much holds the mass; places stay."""
    volume, again = (
        float(found.group(place)) * _value(MILLILITRES, found.group(place + 1)) for place in (2, 4)
    )
    same = abs(again - volume) <= _SAME * volume
    return found.group(1).ljust(len(found.group())) if same else found.group()


def _counted_elsewhere(text: str) -> str:
    """Leave out the piece of a strength where pieces are counted: "400 mg tablet, take 2 tablets"."""
    rest = _STRENGTH_OF.sub(r"\1", text)
    return rest if _COUNTED.search(rest) else text


def _mg(found: Match[str]) -> float:
    return float(found.group(1)) * _value(MG, found.group(2))


def _elemental(text: str, found: Match[str]) -> bool:
    by_unit = found.group(2).startswith(OF_MAGNESIUM)
    before, after = text[: found.start()], text[found.end() :]
    return by_unit or bool(_SAID_BEFORE.search(before) or _SAID_AFTER.search(after))


def _found(text: str) -> Iterator[tuple[str, float, str]]:
    """Find every measure with its kind, amount and word; a piece named in the singular is one."""
    for one in _MASS.finditer(text):
        if one.group(2).startswith("g"):
            yield GRAMS, _mg(one) / 1000, GRAMS
    rest = _MASS.sub(" ; ", text)
    for one in (*_MEASURE.finditer(rest), *_ONE.finditer(_MEASURE.sub(" ; ", rest))):
        word = one.group("word")
        kind, amount = _measure(word)
        yield kind, amount * float(one.groupdict().get("number") or 1), word.removesuffix("s")


def _measure(word: str) -> tuple[str, float]:
    kind = KIND.get(word) or KIND.get(word.removesuffix("s"))
    return (kind, 1.0) if kind else (ML, _value(MILLILITRES, word))


def _value(units: dict[str, float], word: str) -> float:
    return next(value for words, value in units.items() if pattern(words).fullmatch(word))


def _added_up(found: Iterable[tuple[str, float, str]]) -> dict[str, float]:
    """Add up measures of a kind; a volume given again in another unit is one."""
    measures: dict[str, float] = {}
    units: dict[str, str] = {}
    for kind, amount, word in found:
        known = measures.get(kind, 0.0)
        again = kind == ML and units.setdefault(kind, word) != word and abs(amount - known) <= _SAME * known
        measures[kind] = max(known, amount) if again else known + amount
    return measures
