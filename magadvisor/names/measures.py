"""Words for masses, volumes and pieces, and how much each is."""

MG_PER_MMOL = 24.305  # the standard atomic weight of magnesium, abridged (IUPAC)
MG_PER_MEQ = 12.15  # half of it, for an ion of magnesium has two charges

NUMBER = r"(\d+(?:\.\d+)?)"
"""A number of a tidy text, as a part of a pattern."""

MOST_TAKEN = 12
"""Pieces: a higher count that is not said to be a day's is what a pack holds."""

FEWEST_BARE_MG = 20.0
"""A number without a unit is read as mg from here on, and below as a count."""

ML, GRAMS = "ml", "g"

# Micrograms of magnesium are hardly ever meant: what is taken counts as if the unit were a slip for mg.
MG = {
    "mg|mgs|milligrams?|milligrammes?|mcg|ug|micrograms?": 1.0,
    "g|gm|grams?|grammes?": 1000.0,
    "mmols?|millimols?|millimoles?": MG_PER_MMOL,
    "meq|mval|milliequivalents?": MG_PER_MEQ,
}
OF_MAGNESIUM = ("mm", "millim", "me", "mv", "millie")  # how units begin that count the magnesium itself
MICROGRAMS = ("mcg", "ug", "microg")  # how the units begin of which 1,000 are a mg
# Spoons as medicines are measured, and the fluid ounce of the US; a drop is the choice of this project.
MILLILITRES = {
    "ml|mls|cc|millilit(?:er|re)s?": 1.0,
    "tsps?|teaspoons?|teaspoonfuls?": 5.0,
    "tbsps?|tablespoons?|tablespoonfuls?|spoons?|spoonfuls?": 15.0,
    "fl oz|fluid ounces?|oz|ounces?": 29.6,
    "l|lit(?:er|re)s?": 1000.0,
    "dl|decilit(?:er|re)s?": 100.0,
    "cl|centilit(?:er|re)s?": 10.0,
    "drops?": 0.05,  # about: drops differ in size
}
PIECES = {
    "solid": "tab tablet cap capsule caplet pill softgel gelcap gummy lozenge chew dragee pastille wafer",
    "sachet": "sachet packet stick",
    "ampoule": "ampoule vial",
    "bottle": "bottle",
    "scoop": "scoop",
    "serving": "serving dose portion",
    "spray": "spray",
    "other": "application capful cup glass handful",
}
PIECE = "(?:{})".format(
    "|".join(f"{word}s?" for kind in ("solid", "sachet", "ampoule") for word in PIECES[kind].split())
)
"""A piece that is counted, as a part of a pattern."""

PARTS_OF_A_DAY = (
    "morning|mornings|mane|breakfast|am",
    "noon|midday|lunch|lunchtime|afternoon",
    "dinner|supper|teatime",
    "evening|evenings|night|nights|nightly|nocte|bed|bedtime|pm",
)
KIND = {word: kind for kind, words in PIECES.items() for word in words.split()}
