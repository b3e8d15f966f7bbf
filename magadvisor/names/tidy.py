"""Names as they are compared: one case, no accents or marks, words one blank apart."""

import re
from unicodedata import combining, normalize

LONGEST = 200
"""Characters of a tidy name beyond which no medicine is looked for."""

_MUCH_TOO_LONG = 5 * LONGEST
_SIGNS = str.maketrans({**dict.fromkeys("'`’‘ʼ′´®™©", ""), "µ": "u", "μ": "u", "ß": "ss"})
_PARTED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_STOP = re.compile(r"(?<!\d)\.|\.(?!\d)")
_WITH = re.compile(r"\bw/(?!o\b) ?")
# How a medicine is given, as letters with a slash: s/c, i/v, i/m, p/o, p/v.
_GIVEN = re.compile(r"\b([ips])/([cmov])\b")
_JOIN = re.compile(r"[/+&,;|]")
_OTHER = re.compile(r"[^\w%/.]+|_")
_ENDS = "/ "
_SIMPLE = re.compile(r"[a-z0-9 -]*")
# "I'm on Synthroid" is not the route of an injection into a muscle.
_I_AM = re.compile(r"^im |\bim (?=(?:on|taking|using|not)\b)")
_SPELLINGS = (
    ("sulph", "sulf"),
    ("oestr", "estr"),
    ("haem", "hem"),
    ("aluminum", "aluminium"),
    ("vitamine", "vitamin"),
)
_WEIGHT = r"mgs?|mcgs?|ug|g|iu|ie|units?|(?:micro|milli)?gram(?:me)?s?"
_NUMBER = re.compile(
    rf"x?\d[\d.]*(?:x\d*|st|nd|rd|th|%|{_WEIGHT}|gm|kg|mls?|l|mmol|meq|u|k|hrs?|hrly|h|d|days?|am|pm)?"
    r"|q\d+(?:h|hrs?|d|wks?|w|mos?|m)|q\d|no\d+"
)
_STRENGTH = re.compile(rf"\d[\d.]*(?:{_WEIGHT})?|{_WEIGHT}")
_PER = re.compile(r"\d*(?:mls?|l|g|hrs?|h|hours?|day|doses?|act|actuation|puff|spray|inh|inhalation|drop)")
_AMOUNT = re.compile(r"\d ?(?:mg|g|gm|gram|grams|milligrams?)\b")
_LATEST_HOUR = 12


def tidy(text: str) -> str:
    """Write a name as names are compared; empty where it is longer than a name can be.

    A hyphen is a blank; `/`, `+`, `&` and `,` are one join. The time is linear in the length of the text.
    """
    squeezed = " ".join(text.split())
    if len(squeezed) > _MUCH_TOO_LONG:
        return ""
    name = _plain(squeezed)
    return name if len(name) <= LONGEST else ""


def compact(name: str) -> str:
    """Write a tidy name without blanks."""
    return name.replace(" ", "")


def is_number(word: str) -> bool:
    """Say whether a word is a number, alone or with a unit: 500, 500mg, 2x, q8h."""
    return _NUMBER.fullmatch(word) is not None


def is_strength(word: str) -> bool:
    """Say whether a word is part of a strength: 600, 600mg, or the unit alone."""
    return _STRENGTH.fullmatch(word) is not None


def is_per(word: str) -> bool:
    """Say whether a word behind a slash says for how much a strength is: mg/ml, mcg/actuation."""
    return _PER.fullmatch(word) is not None


def is_hour(word: str) -> bool:
    """Say whether a word may be an hour of the day: 8, 12, 8.30."""
    return word.replace(".", "", 1).isdigit() and word.isascii() and float(word) <= _LATEST_HOUR


def has_amount(name: str) -> bool:
    """Say whether a strength by weight stands in a tidy name; not one that is given by needle as often."""
    return _AMOUNT.search(name) is not None


def parted(name: str) -> str:
    """Part numbers from their units, so that "500mg" and "500 mg" compare alike."""
    return re.sub(r"(?<=\d)(?=[a-z%])", " ", name)


def _plain(text: str) -> str:
    lower = text.lower()
    name = lower.replace("-", " ") if _SIMPLE.fullmatch(lower) else _without_signs(lower)
    name = _I_AM.sub("i am ", " ".join(name.split()).strip(_ENDS))
    for one, other in _SPELLINGS:
        name = name.replace(one, other)
    return name


def _without_signs(lower: str) -> str:
    signed = lower.translate(_SIGNS)
    if not signed.isascii():
        signed = "".join(one for one in normalize("NFKD", signed) if not combining(one)).lower()
    spelt = _GIVEN.sub(r"\1\2", _WITH.sub("with ", signed))
    spaced = _JOIN.sub(" / ", _PARTED.sub("", spelt))
    return _OTHER.sub(" ", _STOP.sub(" ", spaced))
