"""Typed text about an amount in one case and one spelling: digits with a point, items parted by `;`."""

from re import Match
from re import compile as pattern

from magadvisor.model.printable import plain_letters
from magadvisor.names.measures import KIND, MG, MILLILITRES, MOST_TAKEN, NUMBER, PIECES

_MASSES = "|".join(MG)
_MEASURES = "|".join((*MILLILITRES, *(f"{word}s?" for word in KIND)))
_PIECES = "|".join(f"{word}s?" for kind in ("solid", "sachet", "ampoule") for word in PIECES[kind].split())
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
_COUNT = "|".join(_NUMBERS.split())
_WORDS = {
    **{word: str(number) for number, word in enumerate(_NUMBERS.split())},
    **dict.fromkeys(("od", "qd"), "1 times daily"),
    **dict.fromkeys(("bd", "bid"), "2 times daily"),
    **dict.fromkeys(("tds", "tid"), "3 times daily"),
    **dict.fromkeys(("qds", "qid"), "4 times daily"),
    **{"half": "0.5", "single": "1", "couple": "2", "once": "1 times", "twice": "2 times"},
    **{"gummies": "gummy", "quarter": "0.25", "glasses": "glass"},
    **dict.fromkeys(["matin", "morgens", "manana", "mattina", "manha", "fruh"], "morning"),
    **dict.fromkeys(["midi", "mittags", "mediodia"], "noon"),
    **dict.fromkeys(["soir", "abends", "noche", "nachts", "sera", "noite", "nuit"], "evening"),
}
_GERMAN = ("ein", "zwei", "drei", "vier")
_TIMES_ABROAD = "mal|fois|veces|vezes|volte|keer"
_A_DAY_ABROAD = "(?:am|pro|je) tag|taglich|tgl|(?:par|au) jour|(?:al|por|ao) dia|al giorno|per dag"
_ABROAD = (
    (pattern(r"\b(ein|zwei|drei|vier)mal\b"), lambda one: f"{_GERMAN.index(one[1]) + 1} mal"),
    (pattern(rf"(?<=\d) ?(?:x|{_TIMES_ABROAD}) ?(?:{_A_DAY_ABROAD})\b"), " times a day"),
    (pattern(rf"(?<=\d) ?(?:{_TIMES_ABROAD})\b"), " times"),
    (pattern(rf"\b(?:{_A_DAY_ABROAD})\b"), " a day"),
    (
        pattern(r"\b(?:cada|toutes les|alle|ogni) (\d+) ?(?:h|horas?|heures?|stunden?|std|ore)\b"),
        r"every \1 hours",
    ),
)
"""How often, in German, French, Spanish, Portuguese, Italian and Dutch."""
_QUOTES = pattern("['`\u2018\u2019]")
_FRACTIONS = str.maketrans({"½": " 1/2", "¼": " 1/4", "¾": " 3/4"})


def _larger(two: Match[str]) -> str:
    return f"{max(two[1], two[2], key=float)} mg"


_SHAPES = (
    (pattern(r"[^\S\n]+"), " "),
    (pattern(r"(?<=\.\d{15})\d+"), ""),
    (pattern(r"(?<![.\d])\d[\d,]{15,}"), " "),  # longer than any amount: it is not read, so not known
    (pattern(r"\b([a-z])\.([a-z])\.(?:([a-z])\.)?"), r"\1\2\3"),  # a.m., b.i.d.
    (pattern(r"\d+(?:[.,]\d+)? ?%(?: ?(?:nrv|dv|rda|ri|daily value)\b)?"), " "),
    (pattern(r"(?<!\d)(?<!\d )\bmg (?=\d)"), "magnesium "),  # the symbol: Mg 300 mg
    (pattern(r"\bmg ?(?:\+\+|2\+)|^mg (?=supplement|tab|cap|pill|powder|salt)"), "magnesium "),
    (pattern(r"\bq(\d+) ?(?:h|hrs?)\b"), r"every \1 hours"),
    (pattern(r"(?<=\d),(?=\d{3}(?!\d))"), ""),  # 1,000 mg
    (pattern(r"\b([1-9]\d?)\.(?=\d{3} ?mg)"), r"\1"),  # 1.000 mg is a thousand on a German label
    (pattern(r"(?<=\d),(?=\d)"), "."),
    (pattern(r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b\d{1,2} ?(?=[ap]m\b)"), " clock "),
    (pattern(r"\b(\d) ?1/2\b"), r"\1.5"),
    (pattern(r"\b1/2\b"), "0.5"),
    (pattern(r"\b1/4\b"), "0.25"),
    (pattern(r"\b3/4\b"), "0.75"),
    (pattern(r"(?<=\d) ?[×✕✖*] ?(?=\d)|(?<=\dmg) ?[×✕✖*] ?(?=\d)|(?<=\d mg) ?[×✕✖*] ?(?=\d)"), " x "),
    (pattern(r" ?[×✕✖] ?"), " x "),
    (pattern(r"(?<=[a-z0-9])/(?=\d|ml|l\b|day|d\b|tab|cap|tsp|serving|dose)"), " per "),
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
    (pattern(r"[+;\n]|,(?!\d)"), " ; "),
)
_WORD = pattern(r"\d+(?:\.\d+)?|x(?=\d)|[^\W\d_][^\W_]*|;")
_AND_A_HALF = pattern(r"\b(\d+) and (?:a )?0\.5\b")
_NOTED = pattern(r"noted ([\d ]+) end")

_NAME = rf"(?:(?!(?:{_MASSES}|{_MEASURES}|x|in|and|every|for|times|a|per|htp)\b)[a-z][a-z0-9]* )"
_COUNT_ONLY = r"(?<!\b[a-z] )(?<!\bomega )(?<!\bmag )\b"  # not vitamin B 6, omega 3, or the brand Mag 2
_STRENGTH = rf"\d+(?:\.\d+)? (?:{_MASSES})\b"
_IN_FRONT = pattern(
    rf"{_COUNT_ONLY}{NUMBER} ((?:of )?(?:a )?{_NAME}{{0,4}})({_STRENGTH})((?: [a-z]+){{0,2}}?) ({_PIECES})\b"
)
_FIRST = pattern(
    rf"(?:^|(?<=; ))(?:i )?(?:take |takes |taking |took )?(1[0-2]|[1-9]) ({_NAME}{{0,4}})({_STRENGTH})(?! x)"
)
_AT_A_TIME = pattern(rf"{_COUNT_ONLY}(\d(?:\.5)?|1[0-2]) (?=\d+ times daily\b)")

_BEHIND = pattern(
    rf"(?<!\d )\b({_PIECES})( ;)? (\d(?:\.5)?|1[0-2])"
    r"(?=$| ;| (?:at|in the|nocte|mane|morning|night|each|every|daily|a day|with|before|after|to be)\b)"
)


def tidy(text: str) -> str:
    """Write a text in one case, without accents; numbers as digits with a point, items parted by `;`."""
    plain = _QUOTES.sub("", plain_letters(text.translate(_FRACTIONS)).lower())
    for shape, written in (*_SHAPES, *_ABROAD):
        plain = shape.sub(written, plain)
    words = " ".join(_WORDS.get(word, word) for word in _WORD.findall(plain))
    return _counted_last(_NOTED.sub(_added, _AND_A_HALF.sub(r"\1.5", words)))


def _counted_last(text: str) -> str:
    """Put a count that stands in front of a strength behind it: "two magnesium 100 mg tablets"."""
    text = _AT_A_TIME.sub(r"x \1 ", _BEHIND.sub(r"\2 \3 \1", text))
    return _FIRST.sub(r"\2\3 x \1", _IN_FRONT.sub(_behind, text))


def _behind(found: Match[str]) -> str:
    count, name, mass, after, piece = found.groups()
    several = f"{piece.removesuffix('s')}s"
    return found[0] if float(count) > MOST_TAKEN else f"{name}{mass}{after} {several} {count} {several}"


def _added(noted: Match[str]) -> str:
    return f"{sum(float(number) for number in noted.group(1).split()):g} a day"
