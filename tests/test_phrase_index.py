"""How phrases are heard in a text, shown on a few that are made up."""

from dataclasses import replace
from functools import cache
from itertools import permutations

import pytest

from magadvisor.model.question import Band
from magadvisor.model.vocabulary import AmbiguousPhrase, Entry, Negation, Vocabulary
from magadvisor.names.misspelt import LONGEST_CORRECTED
from magadvisor.names.phrase_index import whole
from magadvisor.names.phrases import ALLERGENS, ILLNESS, Found, Index, find, index

WORDS = Vocabulary(
    conditions=(
        Entry("gout", "Gout", ("gout", "the sore toe", "gout weeds")),
        Entry("small-stroke", "Small stroke", ("TIA",)),
        Entry("smoker", "Smoker", ("pipe",)),
        Entry("swelling", "Swelling", ("oedema",)),
        Entry("growths", "Growths", ("warts", "lumps", "ears")),
        Entry("bruise", "Bruise", ("blue left foot",)),
        Entry("heart-block", "Heart block", ("heart block", "heart + narrow pipe")),
        Entry("low-salt", "Low salt", ("hyposalinia",)),
        Entry("high-salt", "High salt", ("hypersalinia",)),
    ),
    symptoms=(
        Entry("loose", "Loose stool", ("the runs",)),
        Entry("slow-pulse", "Slow pulse", ("pulse of [20-49]",)),
    ),
    kidney=(
        Entry("none", "None", ("fine", "kidneys are fine", "renalgood")),
        Entry("unknown", "Unknown", ("never tested my kidneys",)),
        Entry("diagnosed", "Diagnosed", ("kidney disease",)),
        Entry("g4", "Stage 4", ("stage 4",)),
    ),
    allergens=(Entry("peanut", "Peanut", ("peanuts",)),),
    digestion=(),
    diets=(),
    regions=(),
    life_stages=(
        Entry("none", "None", ("not expecting",)),
        Entry("pregnant", "Pregnant", ("pregnant",)),
        Entry("postpartum", "After birth", ("new baby",)),
    ),
    ambiguous=(
        AmbiguousPhrase(("blocked",), ("heart-block", "kidney:g4"), "Which block?"),
        AmbiguousPhrase(("HB",), ("heart-block",), "Which HB?"),
        AmbiguousPhrase(("HBX",), ("heart-block",), "Which HBX?"),
    ),
    negation=Negation(
        negators=("no", "never"),
        clause_ends=(",", "but"),
        after=("ruled out",),
        fixed=("never better",),
        other_people=("my mum", "my best friend"),
        asked_for=("for my mum",),
        opposites=(("hypo", "hyper"),),
    ),
    not_this=("writer's block", "gout weed"),
)


@cache
def known() -> Index:
    return index(WORDS, stages=(Band("g5", 0.0), Band("g3b", 40.0), Band("g2", 50.0)))


def hear(text: str) -> Found:
    return find(text, known())


def ids(text: str) -> set[str]:
    found = hear(text)
    kidney = (f"kidney:{word}" for word in found.kidney)
    return {*found.conditions, *found.symptoms, *found.life_stages, *kidney}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        # A phrase of one word needs the word in front of it, a longer one does not.
        ("the runs", {"loose"}),
        ("runs", set()),
        ("sore toe", {"gout"}),
        # Parts count wherever they stand, and only together.
        ("a narrow pipe near my heart", {"heart-block", "smoker"}),
        ("narrow pipe", {"smoker"}),
        # A range holds both of its ends.
        ("pulse of 20", {"slow-pulse"}),
        ("pulse of 49", {"slow-pulse"}),
        ("pulse of 50", set()),
        ("pulse of 38.5", {"slow-pulse"}),
        ("pulse of 38x", set()),
        # Every word of a phrase stands there, in one piece.
        ("blue left arm and warts", {"growths"}),
        ("blue left foots", {"bruise"}),
        ("heart, block", set()),
        ("kidney diseas", {"kidney:diagnosed"}),
        ("kidney diseases", {"kidney:diagnosed"}),
        # Of the stages of life only those are heard that make an advice more careful.
        ("pregnant", {"pregnant"}),
        ("new baby", set()),
        # Every reading of an open phrase counts.
        ("blocked", {"heart-block", "kidney:g4"}),
        ("writer's block", set()),
        ("kidneys are fine", set()),
        # Behind a number a few letters are its unit.
        ("HB since 2019", {"heart-block"}),
        ("have HB", {"heart-block"}),
        ("500 HB", set()),
        ("500 HBX", set()),
        ("2 blocked", {"heart-block", "kidney:g4"}),
        ("had 2 TIA", {"small-stroke"}),  # it has one meaning
        # A plural or a slip is heard too, but not where what was typed is a phrase of its own.
        ("gouts", {"gout"}),
        ("wart", {"growths"}),
        ("ear", set()),
        ("hyposalina", {"low-salt"}),
        ("hypersalina", {"high-salt"}),
        ("hypsalinia", set()),  # either of two opposites, so neither
        ("hyporsalinia", set()),
        ("lumpz", {"growths"}),  # five letters may have a slip
        ("warz", set()),
        ("gouty", set()),  # too short to be meant by a slip
        ("oedeme", {"swelling"}),
        ("gout weed", set()),
        ("gout weeds", {"gout"}),
        ("kidney disease", {"kidney:diagnosed"}),
        ("stage 4", {"kidney:g4"}),
    ],
)
def test_a_phrase_is_heard_where_it_stands_as_it_is_written_down(text: str, heard: set[str]) -> None:
    assert ids(text) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("no gout", set()),
        ("no gout but heart block", {"heart-block"}),
        ("no gout, heart block", {"heart-block"}),
        ("no gout and heart block", set()),
        ("gout ruled out", set()),
        ("gout, ruled out", {"gout"}),
        ("heart block, gout ruled out", {"heart-block"}),
        ("gout never better", {"gout"}),
        ("my mum has gout", set()),
        ("his mum has gout", set()),
        ("mum has gout", {"gout"}),  # perhaps she writes it
        ("the mum has gout", {"gout"}),
        ("my best friend has gout", set()),
        ("best friend has gout", {"gout"}),
        ("my mum has gout and I have heart block", {"heart-block"}),
        ("for my mum, my mum has gout", {"gout"}),  # the advice is for her
    ],
)
def test_what_is_denied_or_said_of_others_is_not_heard(text: str, heard: set[str]) -> None:
    assert ids(text) == heard


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("kidneys fine", False),
        ("never tested my kidneys", False),
        ("renalgood", True),  # one word alone never says that they are fine
        ("fine", False),
        ("odd kidneys", True),
        ("kidney disease ruled out", False),
    ],
)
def test_kidneys_are_fine_only_where_two_words_say_so(text: str, speaks: bool) -> None:
    assert hear(text).speaks_of_kidneys is speaks
    assert hear(text).kidney == ()


HALVES = replace(
    WORDS,
    conditions=(Entry("weak-heart", "Weak heart", ("weak heart",)), Entry("gout", "Gout", ("gout",))),
    symptoms=(
        Entry("alarm", "Alarm", ("weak heart + hot flush", "heart + cold foot", "knotted + hot flush")),
    ),
    ambiguous=(AmbiguousPhrase(("knotted",), ("gout",), "What is knotted?"),),
)
HEART, WEAK_HEART, FLUSH, KNOTTED = ("heart",), ("weak", "heart"), ("hot", "flush"), ("knotted",)


@pytest.mark.parametrize(
    ("text", "beside", "signs"),
    [
        # A sign counts wherever a condition stands, also right before and right behind it.
        ("hot flush", {FLUSH}, {FLUSH}),
        ("hot flush gout", {FLUSH}, {FLUSH}),
        ("gout hot flush", {FLUSH}, {FLUSH}),
        ("heart", {HEART}, {HEART}),
        # In the name of a condition the name alone counts, and with no goal or life stage.
        ("weak heart", {WEAK_HEART}, set()),
        # An open phrase is its own name too.
        ("knotted", {KNOTTED}, set()),
    ],
)
def test_a_half_counts_beside_other_answers_but_not_in_the_name_of_another_condition(
    text: str, beside: set[tuple[str, ...]], signs: set[tuple[str, ...]]
) -> None:
    found = find(text, index(HALVES, stages=()))
    assert (set(found.parts.beside), set(found.parts.signs)) == (beside, signs)


def test_entries_stand_where_their_first_part_stands() -> None:
    assert hear("heart, gout, narrow pipe").conditions == ("heart-block", "gout", "smoker")


def test_what_several_parts_mean_is_told_in_the_order_of_the_vocabulary() -> None:
    texts = ("zebra + apple", "apple + zebra", "pear + apple", "plum + pear")
    entries = tuple(Entry(text, text, (text,)) for text in texts)
    fruit = index(replace(WORDS, conditions=entries, ambiguous=()), ())
    parts = {part for found in fruit.together.values() for one in found for part in one.parts}
    for order in permutations(parts):
        assert [one.meaning.id for one in whole(fruit, order)] == list(texts)
        assert [one.meaning.id for one in whole(fruit, order[1:])] == [
            text for text in texts if " ".join(order[0]) not in text
        ]


def test_only_the_denial_of_something_that_is_known_is_a_denial() -> None:
    assert hear("no gout").negated
    assert not hear("no writer's block").negated


def test_slips_are_mended_in_texts_of_up_to_two_thousand_characters() -> None:
    assert ids("hyposalina".ljust(LONGEST_CORRECTED)) == {"low-salt"}
    assert ids("hyposalina".ljust(LONGEST_CORRECTED + 1)) == set()
    assert ids("hyposalinia".ljust(LONGEST_CORRECTED + 1)) == {"low-salt"}


@pytest.mark.parametrize("text", ["oedema", "edema", "ÖDEMA", "oe\u0301dema"])
def test_a_word_is_heard_in_british_and_american_spelling_and_with_accents(text: str) -> None:
    found = hear(text)
    assert found.conditions == ("swelling",)


def test_another_spelling_is_no_slip() -> None:
    assert hear("edema").corrected == ()
    assert hear("oedema").corrected == ()
    assert hear("oedeme").corrected == (("oedeme", "Swelling"),)  # as it was typed


@pytest.mark.parametrize(
    ("text", "allergens"),
    [
        ("no peanuts", ("peanut",)),
        ("allergy to peanuts ruled out", ()),
        ("no allergy to peanuts", ()),
        ("peanuts", ("peanut",)),
    ],
)
def test_only_the_denial_of_an_allergy_takes_a_food_off_the_list(
    text: str, allergens: tuple[str, ...]
) -> None:
    assert find(text, known(), ALLERGENS).allergens == allergens


@pytest.mark.parametrize(
    ("text", "lists", "names"),
    [
        ("hart blok", ILLNESS, ("Heart block",)),
        ("heart block", ILLNESS, ()),
        ("no gout", ILLNESS, ()),
        ("xyzzy", ILLNESS, ()),
        ("pean uts", ILLNESS, ()),
        ("pean uts", ALLERGENS, ("Peanut",)),
    ],
)
def test_names_that_read_alike_are_suggested_where_nothing_is_heard(
    text: str, lists: frozenset[str], names: tuple[str, ...]
) -> None:
    assert find(text, known(), lists).suggestions == names


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("egfr 0", ("g5",)),
        ("egfr under 0", ("g5",)),
        ("egfr 39.9", ("g5",)),
        ("egfr 40", ("g3b",)),
        ("egfr 50", ()),
        ("kidney disease, egfr 50", ("g2",)),
    ],
)
def test_a_typed_egfr_is_the_stage_that_the_knowledge_gives_it(text: str, stages: tuple[str, ...]) -> None:
    assert hear(text).kidney == stages
