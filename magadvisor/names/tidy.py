"""Names as they are compared: one case, no accents or marks, words one blank apart."""

import re

from magadvisor.model.printable import plain_letters

LONGEST = 2_000
"""Characters of a tidy text beyond which no medicine is looked for; a list that is pasted is shorter."""

_MUCH_TOO_LONG = 5 * LONGEST
_SIGNS = str.maketrans({**dict.fromkeys("'`’‘ʼ′´", ""), "µ": "u", "μ": "u"})
# Each is compiled by `re` when it is first needed: a plain name waits for none.
_PARTED = r"(?<=\d),(?=\d{3}(?!\d))"
_STOP = r"(?<!\d)\.|\.(?!\d)"
_WITH = r"\bw/(?!o\b) ?"
# How a medicine is given, as letters with a slash: s/c, i/v, i/m, p/o, p/v.
_GIVEN = r"\b([ips])/([cmov])\b"
_JOIN = r"[/+&,;|]"
_OTHER = r"[^\w%/.]+|_"
_ENDS = "/ "
_SIMPLE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 -")
# "I'm on Synthroid" is not the route of an injection into a muscle.
_I_AM = r"^im |\bim (?=(?:on|taking|using|not)\b)"
_SPELLINGS = (
    ("sulph", "sulf"),
    ("oestr", "estr"),
    ("haem", "hem"),
    ("aluminum", "aluminium"),
    ("vitamine", "vitamin"),
)
_GRAMS = (f"{part}gram{end}" for part in ("", "micro", "milli") for end in ("", "s", "me", "mes"))
_WEIGHTS = frozenset(("mg", "mgs", "mcg", "mcgs", "ug", "g", "iu", "ie", "unit", "units", *_GRAMS))
_WEIGHT = "|".join(sorted(_WEIGHTS))
_NUMBER = (
    rf"x?\d[\d.]*(?:x\d*|st|nd|rd|th|%|{_WEIGHT}|gm|kg|mls?|l|mmol|meq|u|k|hrs?|hrly|h|d|days?|am|pm)?"
    r"|q\d+(?:h|hrs?|d|wks?|w|mos?|m)|q\d|no\d+"
)
_STRENGTH = rf"\d[\d.]*(?:{_WEIGHT})?"
_PER = r"\d*(?:mls?|l|g|hrs?|h|hours?|day|doses?|act|actuation|puff|spray|inh|inhalation|drop)"
_AMOUNT = r"\d ?(?:mg|g|gm|gram|grams|milligrams?)\b"
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
    return not word.isalpha() and re.fullmatch(_NUMBER, word) is not None


def is_strength(word: str) -> bool:
    """Say whether a word is part of a strength: 600, 600mg, or the unit alone."""
    return word in _WEIGHTS or (not word.isalpha() and re.fullmatch(_STRENGTH, word) is not None)


def is_per(word: str) -> bool:
    """Say whether a word behind a slash says for how much a strength is: mg/ml, mcg/actuation."""
    return re.fullmatch(_PER, word) is not None


def is_hour(word: str) -> bool:
    """Say whether a word may be an hour of the day: 8, 12, 8.30."""
    return word.replace(".", "", 1).isdigit() and word.isascii() and float(word) <= _LATEST_HOUR


def has_amount(name: str) -> bool:
    """Say whether a strength by weight stands in a tidy name; not one that is given by needle as often."""
    return re.search(_AMOUNT, name) is not None


def parted(name: str) -> str:
    """Part numbers from their units, so that "500mg" and "500 mg" compare alike."""
    return name if name.isalpha() else re.sub(r"(?<=\d)(?=[a-z%])", " ", name)


def _plain(text: str) -> str:
    lower = text.lower()
    name = lower.replace("-", " ") if _SIMPLE.issuperset(lower) else _without_signs(lower)
    name = " ".join(name.split()).strip(_ENDS)
    if "im " in name:
        name = re.sub(_I_AM, "i am ", name)
    for one, other in _SPELLINGS:
        name = name.replace(one, other)
    return name


def _without_signs(lower: str) -> str:
    signed = plain_letters(lower.translate(_SIGNS)).lower()
    spelt = re.sub(_GIVEN, r"\1\2", re.sub(_WITH, "with ", signed))
    spaced = re.sub(_JOIN, " / ", re.sub(_PARTED, "", spelt))
    return re.sub(_OTHER, " ", re.sub(_STOP, " ", spaced))
