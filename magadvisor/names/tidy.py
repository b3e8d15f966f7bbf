"""Names without what does not name: case, accents, strengths, packs, schedules, route words."""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

from magadvisor.model.medicine import Tokens
from magadvisor.model.words import Route

LONGEST = 200
"""Characters of a tidy name beyond which no medicine is looked for."""

_NUMBER = re.compile(
    r"[\d.,]*\d[\d.,]*([-/x][\d.,]*\d)*"
    r"(mg|mcg|ug|µg|μg|g|gm|kg|ml|l|mmol|meq|iu|units?|u|%|hr|hrs|h|x|mg/ml|mg/\d*ml|mcg/h|mcg/hr)?"
)
_STRENGTH = re.compile(r"\d\s*(mg|mcg|ug|µg|μg|microgram|g\b|iu|units?)")
_MARKS = str.maketrans(dict.fromkeys("®™©", None))


@dataclass(frozen=True, slots=True)
class Tidied:
    """A typed name as compared, its words, the route said, and whether a strength stands in it."""

    whole: str
    words: tuple[str, ...]
    route: Route | None
    has_strength: bool


def tidy(text: str) -> str:
    """Write a name in lower case, without accents and marks, its words one blank apart."""
    plain = normalize("NFKD", text.translate(_MARKS))
    letters = "".join(one for one in plain if not combining(one)).lower()
    kept = "".join(one if one.isalnum() or one in "'+&/.,%-" else " " for one in letters)
    words = (word.strip("'.,-") for word in kept.replace(",", ", ").split())
    return " ".join(word for word in words if word)


def key(text: str) -> str:
    """Write a name as names are compared: a hyphen is a blank."""
    return " ".join(tidy(text).replace("-", " ").split())


def tidied(text: str, tokens: Tokens) -> Tidied:
    """Read a typed name: its words, the route it says, and whether it has a strength."""
    whole = key(text)
    return Tidied(whole, tuple(whole.split()), _route(whole, tokens), _STRENGTH.search(whole) is not None)


def names_nothing(word: str, tokens: Tokens) -> bool:
    """Say whether a word never names a medicine: a number, a unit, a pack, a schedule, a route."""
    if word in tokens.strip or _NUMBER.fullmatch(word):
        return True
    return any(word in phrase.split() for phrases in tokens.routes.values() for phrase in phrases)


def bare(text: str, tokens: Tokens) -> str:
    """Leave out the words that name nothing; where nothing would be left, keep the text."""
    return " ".join(word for word in text.split() if not names_nothing(word, tokens)) or text


def without_salt(text: str, tokens: Tokens) -> str:
    """Leave out the salts that stand behind a first word."""
    words = text.split()
    while len(words) > 1 and words[-1] in tokens.salts:
        words.pop()
    return " ".join(words)


def parts(text: str, tokens: Tokens) -> tuple[str, ...]:
    """Split a combination at its joins; one name alone has one part."""
    marked = text
    for join in tokens.joins:
        pattern = rf"\b{join}\b" if join.isalpha() else re.escape(join)
        marked = re.sub(pattern, "|", marked)
    return tuple(piece.strip(" -") for piece in marked.split("|") if piece.strip(" -"))


def _route(text: str, tokens: Tokens) -> Route | None:
    """Find the route that is said: a local one before "by mouth", the longest phrase first."""
    padded = f" {text} "
    said = [
        (route is Route.ORAL, -len(phrase), route)
        for route, phrases in tokens.routes.items()
        for phrase in phrases
        if f" {phrase} " in padded
    ]
    return min(said, key=lambda one: one[:2])[2] if said else None
