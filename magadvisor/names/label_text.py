"""What stands on a line of a label and is no amount of it: servings, advice on use, a second column."""

from re import compile as pattern

from magadvisor.names.quantity import OTHER_NUTRIENT

SERVING = pattern(r"\bserving(?: size)?(?: of)? (\d+(?:\.\d+)?) (?:(?!g |ml )[a-z]+ )?([a-z]+)")
_SUGGESTED = pattern(r"\b(?:suggested use|adults?|figure is for)\b[^;]*")
_MASS = pattern(r"\b\d+(?:\.\d+)? m?c?g\b")
_STRENGTH = pattern(r"\bof an? \d+(?:\.\d+)? mg (?:tablet|capsule)s?\b")
_UNIT_FIRST = pattern(r"\b(mcg|ug) (\d+(?:\.\d+)?)\b")
_MICROGRAMS = pattern(r"(?:\b\d+(?:\.\d+)? )?\b(?:mcg|ug)\b")
_SEPARATOR = pattern(r"\b[1-9]\d?\.\d{3} ?m(?:g|illi)")
_TWO_READERS = pattern(r"\badults?\b.*\b(?:ages?|children|kids)\b|\b(?:ages?|children)\b.*\badults?\b")
_PER_100 = pattern(r"(?:^|;)[^;]*\b(?:per|pro|je) 100 (?:g|ml)\b[^;]*")
_A_RANGE = pattern(
    r"(?i)\b(\d+|one|two|three)\s*(?:-|–|to|or)\s*(?:\d+|two|three|four|six)"
    r"(?=\s+(?:[a-z]+\s+)?(?:tablet|capsule|caplet|softgel|gumm|sachet|scoop|teaspoon|pill)|\s+times\b)"
)
_PER_PORTION = pattern(
    r"\b(?:per|pro|je) (?:\d+ )?"
    r"(?:serving|portion|dose|tagesdosis|day|scoop|sachet|beutel|capsule|kapsel|tablet)"
)


def fewest_taken(text: str) -> str:
    """Keep of "1-2 capsules" or "two to three times a day" the fewest."""
    return _A_RANGE.sub(r"\1", text)


def cleaned(text: str, whole: str, *, together: bool = False) -> tuple[str, tuple[str, ...]]:
    """Leave out of a tidy line what is no amount of it, and say what must be asked about the text."""
    asks = []
    if _SEPARATOR.search(text.lower()):
        asks.append("separator")
    if _TWO_READERS.search(whole):
        asks.append("population")
    clean = _UNIT_FIRST.sub(r"\2 \1", whole)
    if any(not OTHER_NUTRIENT.search(clean[: one.start()]) for one in _MICROGRAMS.finditer(clean)):
        asks.append("micrograms")
    if _PER_PORTION.search(clean):
        clean = _PER_100.sub(" ; ", clean)
    clean = _SUGGESTED.sub(
        lambda said: said.group() if not together and not _MASS.search(said.group()) else " ; ", clean
    )
    for rest in (SERVING, _STRENGTH):
        clean = rest.sub(" ; ", clean)
    return clean, tuple(asks)
