"""What an amount on a line of a label is of: magnesium itself, a compound, or a blend."""

from collections.abc import Iterable, Sequence
from re import compile as pattern
from typing import NamedTuple

from magadvisor.model.form import Form
from magadvisor.model.label import BESIDE, COMPOUND, ELEMENTAL, SHARED
from magadvisor.names.label_beside import NAMED, OF_IT, Beside
from magadvisor.names.magnesium import BLEND, MAGNESIUM, Hit, TakingIndex
from magadvisor.names.measures import OF_MAGNESIUM
from magadvisor.names.quantity_text import tidy

_CLOSE = 5  # words behind an amount in which its salt stands
_JOINS = ("and", "plus", "with", "w", "et", "und", "mit", "avec")
_STOPS = frozenset(("as", "from", "per", "davon", "soit", "providing", "provides", ";", *_JOINS))

_WORD = pattern(r"\S+")
_ALONE = pattern(r"[ ;]*")
_FROM = pattern(r"\bmagnesium(?: (?:elemental|element))? (?:as|from|aus|als|de)\b")
_HYDRATE = pattern(
    r"\b(?:mono|di|tri|tetra|penta|hexa|hepta|nona|dodeca)hydrat\w*|\banhydr\w*|\bwasserfrei\w*"
)


class Line(NamedTuple):
    """What the line has said in front of an amount.

    `opened`: the last amount stood right behind "magnesium as" or "from", so that this one is magnesium.
    """

    forms: bool  # names a form, wherever
    opened: bool
    last: str | None  # the form of the last amount


class Near(NamedTuple):
    """The names around an amount, and what the line has said before."""

    behind: Hit[str] | None
    ahead: Hit[str] | None
    own: bool  # the amount stands right behind a salt's name and is that of the salt
    line: Line


def near_to(one: Beside, text: str, hits: Sequence[Hit[str]], known: TakingIndex, line: Line) -> Near:
    """Find the names around an amount of a tidy line, among those that have no amount yet."""
    places = [word.start() for word in _WORD.finditer(text)]
    behind = _salt(_ahead(one.after), one.mass.end, places, hits)
    ahead = [hit for hit in hits if one.start <= places[hit.start] < one.mass.start]
    last = ahead[-1] if ahead else None
    touches = last is not None and _touches(last, text[places[last.start] : one.mass.start])
    own = touches and not line.opened and last is not None and _is_own(last, one, behind, text.split(), known)
    return Near(behind, last, own, line)


def opens(one: Beside) -> bool:
    """Say whether an amount stands right behind "magnesium as" or "from"."""
    return bool(_FROM.search(one.before)) and one.before.rstrip().endswith(("as", "from"))


def role_of(one: Beside, near: Near) -> tuple[str, Hit[str] | None] | None:
    """Say whether an amount is magnesium, a compound or a blend; None where it is something else."""
    mass, before, after = one.mass, one.before, one.after
    if mass.unit.startswith(OF_MAGNESIUM):
        return ELEMENTAL, None
    if near.own and not mass.elemental:
        return COMPOUND, near.ahead
    if NAMED.search(before):
        return ELEMENTAL, None
    if near.behind is not None:
        return COMPOUND, near.behind
    if mass.elemental or OF_IT.search(after) or near.line.opened:
        return ELEMENTAL, None
    if mass.other:
        return None
    if _FROM.search(before):
        return ELEMENTAL, None
    if near.ahead is not None:
        return COMPOUND, near.ahead
    if near.line.last is not None and _HYDRATE.match(after.strip()):
        return COMPOUND, None
    if not BLEND.isdisjoint(before.split()) or "chelate" in before:
        return SHARED, None
    if near.line.forms and near.line.last is not None:
        return (BESIDE, None) if _ALONE.fullmatch(before) and mass.per is None else None
    return (ELEMENTAL, None) if not MAGNESIUM.isdisjoint(before.split()) else None


def is_certain(hit: Hit[str] | None, words: Sequence[str], known: TakingIndex) -> bool:
    """Say whether a formula or a name of one compound alone was written."""
    if hit is None:
        return False
    written = " ".join(words[hit.start : hit.end])
    form: Form | None = known.by_id.get(hit.found[0])
    compounds = form.compounds if form else ()
    return any(written == tidy(name) for one in compounds for name in (one.formula.split("·")[0], *one.names))


def _is_own(
    hit: Hit[str], one: Beside, behind: Hit[str] | None, words: Sequence[str], known: TakingIndex
) -> bool:
    """Say whether an amount right behind a salt's name is that of the salt, as far as the line tells."""
    if _FROM.search(one.before):
        return False
    if words[hit.end - 1] == "magnesium" and not is_certain(hit, words, known):  # "ionic magnesium 250 mg"
        return False
    return behind is not None or not OF_IT.search(one.after)  # "citrate 300 mg magnesium a sachet"


def _touches(hit: Hit[str], text: str) -> bool:
    """Say whether a salt's name stands right before an amount; French puts "de magnésium" between."""
    rest = text.split()[hit.end - hit.start :]
    return rest in ([], ["de", "magnesium"], ["of", "magnesium"])


def _salt(ahead: str, start: int, places: Sequence[int], hits: Iterable[Hit[str]]) -> Hit[str] | None:
    """Find the salt that stands close behind an amount."""
    return next((hit for hit in hits if start <= places[hit.start] < start + len(ahead)), None)


def _ahead(after: str) -> str:
    """Keep the few words behind an amount that may name its salt."""
    end = 0
    for found in list(_WORD.finditer(after))[:_CLOSE]:
        word = found.group()
        if word in _STOPS or word[0].isdigit() or word.startswith(("equiv", "entspr")):
            break
        end = found.end()
    return after[:end]
