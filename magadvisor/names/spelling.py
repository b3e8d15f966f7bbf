"""Typed text as plain words: one case, one spelling, apostrophes and hyphens unified, clauses told apart."""

from collections.abc import Iterable
from functools import lru_cache
from re import compile as pattern
from typing import NamedTuple

from magadvisor.model.printable import plain_letters

# Words that change nothing in a phrase: "numb between my legs" and "numb between the legs" are one.
POSSESSIVES = frozenset(("my", "his", "her", "their", "our", "your"))
LEADS = POSSESSIVES | {"a", "an", "the", "any", "some", "very", "really", "quite", "rather"}
LEADS |= {"literally", "actually", "basically", "honestly", "kinda", "pretty"}
LEADS |= {"is", "are", "am", "be", "been", "being"}

# Plain signs are replaced one by one, which is quicker than a table; the table is for the others.
_PLAIN = (
    ("'", ""),
    ("`", ""),
    ("<", " under "),
    (">", " over "),
    ("%", " percent "),
    ("&", " and "),
    ("w/o", "without"),
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4", ""),
        **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
        "\u2264": " under ",
        "\u2265": " over ",
    }
)
_BETWEEN = "~"  # not a letter, not a mark: it stands between phrases that are folded together

# "Transplant? no", "dialysis: none": the answer cancels what stands before it.
_ANSWERED_NO = pattern(r" ?[?:=-] ?(?:no|none|never|nope|nil)(?= ?(?:[.,;!?)]|$))")
_CANNOT = pattern(r"\b(?:can ?not|unable to|not able to|inability to|could(?: not|nt))\b")
_CONTRACTED = pattern(r"\b(do|does|did|is|are|was|were|has|have|had) not\b")
# "Stage 3 A": a last "a" is no article, it belongs to the word before.
_LAST_A = pattern(r" a(?= ?(?:[.,;!?)~]|$))")
# "C. diff" and "H. pylori": no sentence ends there.
_INITIAL = pattern(r"\b([ceh])\.(?= ?[a-z])")
# "G3aA1" is a stage of the kidneys and, behind it, how much albumin they lose.
_STAGE_AND_ALBUMIN = pattern(r"\b(g[1-5][ab]?)(a[1-3])\b")
# The surface that a filtration rate is for, which is no rate: 28 mL/min/1.73 m2.
_SURFACE = pattern(r" ?(?:/|\bper) ?1[.,]73 ?m\^?2?(?![a-z0-9])")
_TOKEN = pattern(r"\d+[.,]\d+(?![a-z0-9])|[a-z0-9]+|(?<![a-z0-9])-|[^\sa-z0-9-]")

# Words that are written as one and as two.
_ONE_OR_TWO = ((pattern(r"\bheart beat"), "heartbeat"), (pattern(r"\banymore\b"), "any more"))

_RANGE = pattern(r"\[(\d+)-(\d+)\]")
_AS_WORD = pattern(r"from(\d+)to(\d+)")

_SHORTEST_BRITISH = 6
_BRITISH = (
    ("ae", "e"),
    ("oe", "e"),
    ("our", "or"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("lys", "lyz"),
    ("sulph", "sulf"),
    ("fibre", "fiber"),
    ("litre", "liter"),
)
_ONE_WORD = {
    **dict.fromkeys(("stool", "stools", "poop", "poos", "poops", "feces", "faeces"), "poo"),
    **dict.fromkeys(("wee", "urinate", "micturate"), "pee"),
    **dict.fromkeys(("weeing", "peeing", "urinating"), "peeing"),
    **dict.fromkeys(("tummy", "abdomen"), "belly"),
    "gray": "grey",
    "pooing": "pooping",
    "pooped": "pooed",
}


class Words(NamedTuple):
    """The words of a text: as compared, as typed, the article or owner in front, the piece between marks."""

    compared: tuple[str, ...]
    typed: tuple[str, ...]
    leads: tuple[str, ...]
    pieces: tuple[int, ...]


def words_of(text: str, marks: frozenset[str]) -> Words:
    """Split a text into words; a mark that ends a clause, or the end of a line, starts a new piece."""
    return _split(_fold(";".join(text.splitlines())), marks)


def number_range(word: str) -> tuple[float, float] | None:
    """Read a word of a phrase that stands for any number of a range; nothing for another word."""
    found = _AS_WORD.fullmatch(word)
    return (float(found.group(1)), float(found.group(2))) if found else None


def phrases_of(texts: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Give for each text the article or owner in front and its words; all at once, which is much quicker.

    `[20-49]` in a phrase stands for any number from 20 to 49.
    """
    together = _RANGE.sub(r" from\1to\2 ", _BETWEEN.join(text.replace(_BETWEEN, " ") for text in texts))
    return [_phrase(folded) for folded in _fold(together).split(_BETWEEN)]


def _phrase(folded: str) -> tuple[str, tuple[str, ...]]:
    tokens = folded.split()
    if LEADS.isdisjoint(tokens) and "".join(tokens).isalnum():
        return "", tuple(map(_one_spelling, tokens))
    words = _split(folded, frozenset())
    return "".join(words.leads[:1]), words.compared


def _split(folded: str, marks: frozenset[str]) -> Words:
    compared: list[str] = []
    typed: list[str] = []
    leads: list[str] = []
    pieces: list[int] = []
    lead, piece = "", 0
    for token in _TOKEN.findall(folded):
        if token in LEADS:
            lead = token
        elif token[0].isalnum() and token.isascii():
            compared.append(_one_spelling(token))
            typed.append(token)
            leads.append(lead)
            pieces.append(piece)
            lead = ""
        elif token in marks:
            lead, piece = "", piece + 1
    return Words(tuple(compared), tuple(typed), tuple(leads), tuple(pieces))


def _fold(text: str) -> str:
    """Lower the case, drop accents and apostrophes, and write "can not" and its like as one word."""
    plain = text.lower()
    if not plain.isascii():
        plain = plain_letters(plain.translate(_SIGNS)).lower()
    for sign, word in _PLAIN:
        plain = plain.replace(sign, word)
    plain = _SURFACE.sub("", _STAGE_AND_ALBUMIN.sub(r"\1 \2", plain))
    for words, same in _ONE_OR_TWO:
        plain = words.sub(same, plain)
    plain = _LAST_A.sub("a", _INITIAL.sub(r"\1 ", " ".join(plain.split())))
    return _CONTRACTED.sub(r"\1nt", _CANNOT.sub("cant", _ANSWERED_NO.sub(" ruled out;", plain)))


@lru_cache(maxsize=8192)
def _one_spelling(word: str) -> str:
    same = _ONE_WORD.get(word)
    if same is not None:
        return same
    if len(word) < _SHORTEST_BRITISH or not word.isalpha():
        return word.replace(",", ".")
    for british, american in _BRITISH:
        word = word.replace(british, american)
    return word
