"""How much and how often in other languages, as labels and people write it, put into English words."""

from re import Match
from re import compile as pattern

# English words, and what stands for them in German, French, Spanish, Portuguese, Italian and Dutch.
_SAID = """
tablet: tablette tabletten tabl tbl tabletje tabletjes comprime comprimes cp cpr comprimido comprimidos
tablet: compressa compresse pastilla pastillas pastilha pastilhas pastiglia pastiglie pillola pillole
tablet: brausetablette brausetabletten kautablette kautabletten filmtablette filmtabletten
tablet: bruistablet bruistabletten lutschtablette lutschtabletten
capsule: gelule gelules kapsel kapseln kaps capsula capsulas weichkapsel weichkapseln
sachet: beutel portionsbeutel sobre sobres bustina bustine saqueta saquetas zakje zakjes
ampoule: ampulle ampullen trinkampulle trinkampullen ampolla ampollas ampola ampolas fiala fiale
teaspoon: teeloffel cucharadita cucharaditas cucchiaino cucchiaini theelepel theelepels
tablespoon: essloffel cucharada cucharadas cucchiaio cucchiai eetlepel eetlepels
scoop: messloffel dosette dosettes misurino misurini maatschep
glass: verre verres glas vaso vasos bicchiere bicchieri copo copos
bottle: bouteille bouteilles flasche flaschen botella botellas bottiglia bottiglie garrafa fles
drops: gouttes tropfen gotas gocce druppels
mg: milligramm milligramme milligrammes miligramo miligramos milligrammi miligrama miligramas
mcg: mikrogramm microgramme microgrammes microgramo microgramos microgrammi micrograma microgramas
g: gramm gramo gramos grammi grammo grama gramas gram
l: litro litros litri
1: ein eine einen einer eins un une uno una uma een
2: zwei deux dos dois duas twee
3: drei trois tres tre drie
4: vier quatre cuatro quatro quattro
5: funf cinq cinco cinque vijf
6: sechs seis zes
half: halbe halben halber halbes demi demie medio media mezzo mezza meio meia halve
1.5: anderthalb eineinhalb
once: einmal eenmaal
twice: zweimal tweemaal
thrice: dreimal driemaal
morning: matin matins morgens manana mananas mattina mattino manha fruh ochtend ochtends desayuno
morning: fruhstuck ontbijt colazione
noon: midi mittags mittag mediodia mittagessen pranzo almuerzo middag
evening: soir soirs abend abends noche noches nacht nachts notte sera noite nuit avond avonds
evening: schlafengehen coucher dormir dormire slapen abendessen cena avondeten
meal: mahlzeit comida pasto refeicao maaltijd
meals: essen repas mahlzeiten comidas pasti refeicoes maaltijden
every: jeder jede jedem jeden chaque cada ogni elke
with: mit avec con com zu zur zum pendant durante aux ai
before: vor avant antes prima voor
after: nach apres despues dopo depois
without: ohne sans sin senza sem zonder
water: wasser eau agua acqua
take: einnehmen nehmen nehme prendre prends prenez tomar tomo tome prendere prendo assumere innemen
"""
_ENGLISH = {
    word: english
    for line in _SAID.strip().splitlines()
    for english, _, words in [line.partition(": ")]
    for word in words.split()
}
_WORD = pattern(r"(?<![\w'-])[a-z]+(?![\w'-])")

_SALTS = {
    word: english
    for english, words in {
        "citrate": "citrato citrat",
        "glycinate": "glicinato",
        "bisglycinate": "bisglicinato diglicinato",
        "oxide": "oxido ossido oxyde",
        "hydroxide": "hidroxido idrossido hydroxyde",
        "chloride": "cloruro cloreto chlorure",
        "carbonate": "carbonato",
        "lactate": "lactato lattato",
        "malate": "malato",
        "taurate": "taurato",
        "threonate": "treonato",
        "gluconate": "gluconato",
        "aspartate": "aspartato",
        "orotate": "orotato",
        "pidolate": "pidolato",
        "sulfate": "sulfato solfato",
        "glycerophosphate": "glicerofosfato",
    }.items()
    for word in words.split()
}
_SALT = pattern(rf"\b({'|'.join(_SALTS)}) (?:de |di |d)?magnesi(?:o|um)\b")
"""A salt named before its mineral, as in "citrato de magnesio"."""

_DAILY_DOSE = pattern(
    r"\b(?:per|pro|je|par|por|pour) (?:recommended )?"
    r"(?:tages(?:dosis|portion|ration|menge)|daily (?:dose|serving|portion)|dose journaliere|dosis diaria"
    r"|dose giornaliera|dose diaria)s?\b(?: ?\(?(?=(\d+) ))?"
)
_A_DAY = (
    "(?:am|pro|je|jeden) tag|taglich|tagl|tgl|(?:par|au|chaque) jour|tous les jours|quotidiennement"
    "|(?:al|por|ao|cada) dia|todos (?:los|os) dias|diari[oa]s?|diariamente|(?:al|ogni) giorno"
    "|(?:per|elke) dag|daags|dagelijks"
)
_TIMES = "mal|fois|veces|vezes|volte|volta|keer|maal"
_HOURS = "h|horas?|heures?|stunden?|std|ore|uur"
_BEFORE_WORDS = (
    (pattern(r"\bcuill?eres? a (?:cafe|the)\b|\bc ?a ?c\b"), "teaspoon"),
    (pattern(r"\bcuill?eres? a soupe\b|\bc ?a ?s\b"), "tablespoon"),
    (pattern(r"\bdue (?=compress|capsul|bustin|volt|cucchia|fial|pastigl|pillol)"), "2 "),
    (pattern(r"\bein(?= *(?:$|[.,;!]))"), ""),  # "nehme ich abends ein" counts nothing
    (pattern(r"\bam (?=abend|morgen|mittag|vormittag|nachmittag)"), ""),
    (pattern(r"\b(?:au moment|pres) (?=des repas)"), "pendant "),
    (pattern(r"(?<=\d) ?(?:x ?)?/ ?(?:j|jour|tag|dia|giorno|dag)\b"), " x a day"),
    (pattern(rf"(?<=\d)x(?=(?:{_A_DAY})\b)"), " x "),
    (_DAILY_DOSE, lambda said: "per " if said[1] else "a day "),
    (pattern(rf"\b(?:{_A_DAY})\b"), "a day"),
    (pattern(rf"\b(?:cada|toutes les|alle|ogni|elke) (\d+) ?(?:{_HOURS})\b"), r"every \1 hours"),
)
_OF_THE = "den|dem|der|des|de|les|las|los|as|i|dei"
_PIECE = "tablet|capsule|sachet|ampoule|scoop|softgel|stick|dragee|bottle|glass"
_TIMED = ("morning", "noon", "evening", "meal", "meals", "day")
_PER = pattern(
    rf"{''.join(rf'(?<!{word} )' for word in _TIMED)}"
    rf"\b(?:par|pour|pro|por|je)(?= (?:\d+(?:\.\d+)? )?(?:{_PIECE})s?\b)"
)
"""So many mg for so many pieces."""

_AFTER_WORDS = (
    (pattern(rf"(?<=\d) ?(?:{_TIMES})\b"), " times"),
    (pattern(r"(?<=\d) ?x (?=a day\b)"), " times "),
    (_PER, "per"),
    (pattern(r"\bje (?=\d)"), ""),  # "morgens und abends je 2": at each of these times
    (pattern(r"(?<!with )(?<!before )(?<!after )\b(?:a )?every (?=meals?\b)"), "with every "),
    (pattern(rf"\b(with|before|after) (?:(?:{_OF_THE}) ){{1,2}}(?=meals?\b)"), r"\1 "),
)
_JAPANESE = (
    (pattern(r"1日 ?(\d+) ?回"), r" \1 times a day "),
    (pattern(r"1回 ?(?=\d)"), " "),
    (pattern(r"1日 ?(\d+) ?[錠粒]"), r" \1 tablets a day "),
    (pattern("[錠粒]"), " tablets "),
    (pattern("カプセル"), " capsules "),
    (pattern("包"), " sachets "),
    (pattern("水酸化マグネシウム"), " magnesium hydroxide "),
    (pattern("酸化マグネシウム"), " magnesium oxide "),
    (pattern("クエン酸マグネシウム"), " magnesium citrate "),
    (pattern("マグネシウム"), " magnesium "),
)
_GELULE = pattern(r"(?i)\bgél\b")  # without its accent it is the gel of a skin


def from_japanese(text: str) -> str:
    """Write the words of a Japanese label in English; before letters lose their marks."""
    if text.isascii():
        return text
    for said, english in _JAPANESE:
        text = said.sub(english, text)
    return _GELULE.sub("capsule", text)


def in_english(text: str) -> str:
    """Write in English what a text in small plain letters says of pieces, numbers and times of a day."""
    for said, english in _BEFORE_WORDS:
        text = said.sub(english, text)
    text = _WORD.sub(_translated, _SALT.sub(_salt, text))
    for said, english in _AFTER_WORDS:
        text = said.sub(english, text)
    return text


def _salt(named: Match[str]) -> str:
    return f"magnesium {_SALTS[named[1]]}"


def _translated(word: Match[str]) -> str:
    return _ENGLISH.get(word[0], word[0])
