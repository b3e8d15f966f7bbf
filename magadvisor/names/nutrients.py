"""Nutrients other than magnesium, as they stand beside it on labels and in what people type."""

from magadvisor.names.plain_words import words_of

MINERALS = words_of(
    "calcium potassium sodium zinc iron ferrous chromium copper manganese lithium"
    " kalzium kalium natrium zink eisen fer calcio potasio potassio sodio cinc zinco hierro ferro"
)
NUTRIENTS = MINERALS | words_of(
    "vitamin vitamins b1 b2 b3 b5 b6 b7 b9 b12 d2 d3 k1 k2 selenium iodine boron melatonin folate folic"
    " niacin riboflavin thiamine thiamin biotin pyridoxine p5p ascorbic cobalamin omega fish creatine "
    "collagen molybdenum vitamina vitamine"
)
BESIDE_NUTRIENTS = words_of(
    "b c e k acid oil iu ie units salt free strength high extra gluconate citrate carbonate sulfate"
    " picolinate fumarate chloride bisglycinate glycinate phosphate iodide oxide"
)
MULTIVITAMIN = words_of("multivitamin multivitamins multivitamine prenatal")

ENDS_OF_NAMES = NUTRIENTS | words_of("acid aspirin c d e k")
"""Words right beside an amount that is that of another nutrient: "folic acid 400 mcg", "vitamin C 80 mg"."""
