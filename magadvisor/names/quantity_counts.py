"""How many pieces a tidy text counts, wherever it says so: before, behind, or for each part of a day."""

from re import Match
from re import compile as pattern

from magadvisor.names.measures import KIND, MG, MILLILITRES, MOST_TAKEN, NUMBER, PARTS_OF_A_DAY, PIECE

NO_NUMBER = r"(?<!\b[a-df-xz] )(?<!\bomega )(?!(?<=\bmag )(?<!\bslow mag )2\b)"
"""Not in vitamin B 6, omega 3, or the brand Mag 2."""

TOOK = "took|taken|swallowed|swallow|ate|had"
"""Verbs of what somebody did take, however much it was."""

_MASSES = "|".join(MG)
_MEASURES = "|".join((*MILLILITRES, *(f"{word}s?" for word in KIND)))
_COUNT = r"(?:1[0-2]|\d(?:\.5)?)"
_COUNT_ONLY = rf"{NO_NUMBER}\b"
_NAME = rf"(?:(?!(?:{_MASSES}|{_MEASURES}|x|in|and|every|for|times|a|per|htp)\b)[a-z][a-z0-9]* )"
_STRENGTH = rf"\d+(?:\.\d+)? (?:{_MASSES})\b"
_IN_FRONT = pattern(
    rf"(?P<took>\b(?:{TOOK}) (?:about |around )?)?"
    rf"{_COUNT_ONLY}{NUMBER} ((?:of )?(?:a )?{_NAME}{{0,4}})({_STRENGTH})((?: [a-z]+){{0,2}}?) ({PIECE})\b"
)
_FIRST = pattern(
    rf"(?:^|(?<=; )|(?<=and )|(?<=plus ))(?:i )?(?:take |takes |taking |took )?(1[0-2]|[1-9]) "
    rf"({_NAME}{{0,4}})({_STRENGTH}|[1-9]\d\d+(?=$| ;))(?! x)"
)
_AT_A_TIME = pattern(rf"{_COUNT_ONLY}(\d(?:\.5)?|1[0-2]) (?=\d+ times (?:daily|a day)\b)")
_BEHIND = pattern(
    rf"(?<!\d )\b({PIECE})( ;)? (\d(?:\.5)?|1[0-2])"
    r"(?=$| ;| (?:at|in the|nocte|mane|po|hs|qhs|morning|night|each|every|daily|a day|with|before|after"
    r"|to be)\b)"
)
_ANOTHER_HALF = pattern(rf"\b(\d) ({PIECE}) (?:and|et|und|y|e) (?:a )?0\.5\b")
_SPOONS = pattern(rf"\b{NUMBER} (?:x )?{NUMBER} ml (?:level )?(?:spoon(?:ful)?|dose)s?\b")
_OF_THEM = pattern(rf"\b({_COUNT}) of (?:them|these|those|it)\b")
_NOTED = pattern(r"noted ([\d ]+) end")

_PART = rf"(?:clock(?: [ap]m)?|{'|'.join(PARTS_OF_A_DAY)})"
_WHEN = (
    rf"(?:(?:in|at|with|before|after|the|my|of|on|each|every|for|to|la|le|les|il|por|de|da) ){{0,3}}{_PART}\b"
)
_PIECES_OF = rf"(?: {PIECE})?(?: (?:of|at|a|de)(?= \d))?(?: {_STRENGTH})?"
_COUNTED = rf"{_COUNT_ONLY}(?<![\d.] ){_COUNT}{_PIECES_OF} {_WHEN}"
_TURNED = rf"{_WHEN}(?: ;)? {_COUNT}(?: {PIECE})?(?![\w.]| (?:{_MASSES}|{_MEASURES}|x|times|hours)\b)"
_BETWEEN = "(?: ;| and| plus| then| et| und| y| e| en)*"
_EACH_PART = tuple(pattern(rf"(?<![\w.]){one}(?:{_BETWEEN} {one})+") for one in (_COUNTED, _TURNED))
_NUMBER_OF = pattern(rf"(?<![\w.])({_COUNT})(?![\w.]| (?:{_MASSES})\b)")
_A_PIECE, _A_STRENGTH = pattern(rf"\b({PIECE})\b"), pattern(_STRENGTH)


def counted_last(text: str) -> str:
    """Put a count that stands in front of a strength behind it: "two magnesium 100 mg tablets"."""
    text = _ANOTHER_HALF.sub(r"\1.5 \2", text)
    text = _OF_THEM.sub(r"x \1", _SPOONS.sub(_poured, _NOTED.sub(_added, text)))
    for each in _EACH_PART:
        text = each.sub(_of_a_day, text)
    text = _AT_A_TIME.sub(r"x \1 ", _BEHIND.sub(r"\2 \3 \1", text))
    return _FIRST.sub(_first, _IN_FRONT.sub(_behind, text))


def _first(found: Match[str]) -> str:
    strength = f"{found[3]} mg" if found[3].isdigit() else found[3]
    return f"{found[2]}{strength} x {found[1]}"


def _behind(found: Match[str]) -> str:
    took, count, name, mass, after, piece = found.groups()
    if float(count) > MOST_TAKEN and not took:
        return found[0]
    several = f"{piece.removesuffix('s')}s"
    return f"{took or ''}{name}{mass}{after} {several} {took or ''}{count} {several}"


def _poured(found: Match[str]) -> str:
    """Multiply "two 5 ml spoonfuls"."""
    return f"{float(found[1]) * float(found[2]):g} ml"


def _added(noted: Match[str]) -> str:
    return f"{sum(float(number) for number in noted.group(1).split()):g} a day"


def _of_a_day(found: Match[str]) -> str:
    """Add up "1 in the morning and 2 at night"; amounts that differ stay apart."""
    strengths, piece = set(_A_STRENGTH.findall(found[0])), _A_PIECE.search(found[0])
    if len(strengths) > 1:
        return found[0]
    count = sum(float(number) for number in _NUMBER_OF.findall(_A_STRENGTH.sub(" ", found[0])))
    pieces = f"{piece[1].removesuffix('s')}s" if piece else ""
    return " ".join(one for one in (*strengths, f"{count:g}", pieces, "a day") if one)
