"""Typed text about an amount in one case and one spelling: digits with a point, items parted by `;`."""

from re import Match
from re import compile as pattern

from magadvisor.model.printable import plain_letters
from magadvisor.names.measures import KIND, MG, MILLILITRES, PIECE
from magadvisor.names.quantity_abroad import from_japanese, in_english
from magadvisor.names.quantity_counts import NO_NUMBER, counted_last

_MASSES = "|".join(MG)
_MEASURES = "|".join((*MILLILITRES, *(f"{word}s?" for word in KIND)))
_GRAMS = "g|gm|gr|grams?|grammes?"
_MILLIGRAMS = r"m(?:g|illi)"
_HOUR = r"([01]?\d|2[0-4])(?: ?h| ?uhr| oclock)?(?! ?[:.,]?\d)"
_AT_HOUR = rf"\b(?:(?:at|um)|a(?= \d+ ?h)) {_HOUR}"
_NOT_TAKEN = rf"(?! ?(?:{_MASSES}|{_MEASURES}|-|x|times|am|pm|a day|daily|per)\b)"
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_COUNT = "|".join(_NUMBERS.split())
_WORDS = {
    **{word: str(number) for number, word in enumerate(_NUMBERS.split())},
    **{word: str(number) for number, word in zip(range(30, 100, 10), _TENS.split(), strict=True)},
    **dict.fromkeys(("milligram", "milligrams", "mgs"), "mg"),
    **dict.fromkeys(("microgram", "micrograms", "mcgs"), "mcg"),
    **dict.fromkeys(("od", "qd"), "1 times daily"),
    **dict.fromkeys(("bd", "bid"), "2 times daily"),
    **dict.fromkeys(("tds", "tid"), "3 times daily"),
    **dict.fromkeys(("qds", "qid"), "4 times daily"),
    **{
        "half": "0.5",
        "single": "1",
        "couple": "2",
        "once": "1 times",
        "twice": "2 times",
        "thrice": "3 times",
    },
    **{"ii": "2", "iii": "3", "gummies": "gummy", "wk": "week", "quarter": "0.25", "glasses": "glass"},
}
_QUOTES = pattern("['`\u2018\u2019]")
_FRACTIONS = str.maketrans({"½": " 1/2", "¼": " 1/4", "¾": " 3/4"})


def _clocks(found: Match[str]) -> str:
    return " clock " * (2 if found[2] else 1)


def _larger(two: Match[str]) -> str:
    return f"{max(two[1], two[2], key=float)} mg"


_SHAPES = (
    (pattern(r"[^\S\n]+"), " "),
    (pattern(r"(?<=\.\d{15})\d+"), ""),
    (pattern(r"\d+(?:[.,]\d+)? ?m?g ?(?:/|per) ?kg\b"), " "),  # nobody says how heavy
    (pattern(r"\ba couple(?: of)?\b"), "2"),
    (pattern(r"(?<![.\d])\d[\d,]{15,}"), " "),  # longer than any amount: it is not read, so not known
    (pattern(r"\b([a-z])\.([a-z])\.(?:([a-z])\.)?"), r"\1\2\3"),  # a.m., b.i.d.
    (
        pattern(
            r"\d+(?:[.,]\d+)? ?%(?: ?(?:of |des |der |de la )?(?:the )?"
            r"(?:nrv|dv|rda|rdi|ri|vnr|vrn|ajr|ar|daily value)s?\b)?"
        ),
        " ",
    ),
    (pattern(r"(?<!\d)(?<!\d )\bmg (?=\d)"), "magnesium "),  # the symbol: Mg 300 mg
    (pattern(r"\bmg ?(?:\+\+|2\+)|^mg (?=supplement|tab|cap|pill|powder|salt)"), "magnesium "),
    (pattern(r"\bq\.? ?(\d+)\.? ?(?:h|hrs?)\b|\b(\d+)[- ]?hourly\b"), r"every \1\2 hours"),
    (pattern(rf"(?<![\w.,])[.,](?=\d+ ?(?:{_GRAMS})\b)"), "0."),  # .5 g
    (pattern(r"(?<=\d),(?=\d{3}(?!\d))"), ""),  # 1,000 mg
    (
        pattern(rf"\b([1-9]\d?)\.(?=\d{{3}} ?{_MILLIGRAMS})"),
        r"\1",
    ),  # 1.000 mg is a thousand on a German label
    (pattern(rf"{NO_NUMBER}(?<!\d )\b([1-9]\d?) (?=000 ?{_MILLIGRAMS})"), r"\1"),  # 1 000 mg
    (
        pattern(rf"{NO_NUMBER}(?<!\d )\b([1-9]) (?=\d{{3}} ?{_MILLIGRAMS}\b(?! (?:[a-z]+ )?(?:{PIECE})\b))"),
        r"\1",
    ),
    (pattern(r"(?<![\d.])(\d{2,4}) ?([+/]) ?(?=\d{2,4} ?mg\b)"), r"\1 mg \2 "),  # 200 + 100 mg
    (pattern(r"\bmagnesium(?=\d)"), "magnesium "),
    (pattern(r"(?<=\d)x ?day\b"), " times a day"),
    (pattern(rf"\b([2-9]\d|[1-9]\d\d+) ?x ?(?=\d\d?\b(?! ?(?:{_MASSES}|{_MEASURES})\b))"), r"\1 mg x "),
    (pattern(rf"{_AT_HOUR}(?: ?(?:and|et|und|y|e|en|;|,) ?(?:at |um |a )?{_HOUR})?{_NOT_TAKEN}"), _clocks),
    (pattern(r"(?<=\d),(?=\d)"), "."),
    (
        pattern(
            r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b"
            r"|\bat \d{1,2} ?(?=[ap]m\b)|\b\d{1,2}(?=[ap]m\b)|\b(?:[4-9]|1\d) (?=[ap]m\b)"  # "2 am": a count
        ),
        " clock ",
    ),
    (pattern(r"\b(\d) ?1/2\b"), r"\1.5"),
    (pattern(r"\b1/2\b"), "0.5"),
    (pattern(r"\b1/4\b"), "0.25"),
    (pattern(r"\b3/4\b"), "0.75"),
    (pattern(r"(?<=\d) ?[×✕✖*] ?(?=\d)|(?<=\dmg) ?[×✕✖*] ?(?=\d)|(?<=\d mg) ?[×✕✖*] ?(?=\d)"), " x "),
    (pattern(r" ?[×✕✖] ?"), " x "),
    (pattern(r"(?<=[a-z0-9])/(?=\d|ml|l\b|day|d\b|week|wk|tab|cap|tsp|serving|dose)"), " per "),
    (pattern(r"\b(\d+(?:\.\d+)?) ?mg ?(?:-|\u2013|to|or) ?(\d+(?:\.\d+)?) ?mg\b"), _larger),
    (pattern(r"(?<=\d) ?(?:-|\u2013|to|or) ?(?=\d)"), "-"),
    (pattern(rf"\b(?:{_COUNT}|half|\d+)(?: ?[-\u2013] ?| to | or )(?=(?:{_COUNT})\b)"), ""),  # two to three
    (pattern(r"\b(\d)-(\d)-(\d)\b(?:-(\d)\b)?"), r" noted \1 \2 \3 \4 end "),  # 1-0-1: morning, noon, evening
    (pattern(r"\d+(?:\.\d+)?-(?=\d)"), ""),  # 2-4 tablets: the larger counts
    (pattern("sulph"), "sulf"),
    (pattern(r"\bacetyl[- ](?=taur)"), "acetyl"),
    (pattern(r"\b(?:not |non-?|un)buffered with\b"), "without"),
    (pattern(r"\b(?:not |non[- ]?)buffered\b"), "unbuffered"),
    (pattern("[µμ]"), "u"),
    (pattern(r"\bmagnesium(?=[a-z]{4})"), "magnesium "),  # Magnesiumcitrat
    (pattern("&"), " and "),
    (pattern(r"(?<=mg) ?[+]"), " plus "),
    (pattern(r"[+;\n]|,(?!\d)"), " ; "),
)
_WORD = pattern(r"\d+(?:\.\d+)?|x(?=\d)|[^\W\d_][^\W_]*|;")
_HUNDREDS = pattern(r"\b(?:(\d) |a )hundred\b(?:(?: and)? ([1-9]\d?)\b)?")
_AND_A_HALF = pattern(r"\b(\d+) (?:and|et|und|y|e|en) (?:a )?0\.5\b")


def tidy(text: str) -> str:
    """Write a text in one case, without accents; numbers as digits with a point, items parted by `;`."""
    plain = _QUOTES.sub("", plain_letters(from_japanese(text).translate(_FRACTIONS)).lower())
    plain = in_english(plain)
    for shape, written in _SHAPES:
        plain = shape.sub(written, plain)
    words = " ".join(_WORDS.get(word, word) for word in _WORD.findall(plain))
    return counted_last(_AND_A_HALF.sub(r"\1.5", _HUNDREDS.sub(_hundreds, words)))


def _hundreds(found: Match[str]) -> str:
    return str(100 * int(found[1] or 1) + int(found[2] or 0))
