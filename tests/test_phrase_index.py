"""How phrases are heard in a text, shown on a few that are made up."""

import pytest

from magadvisor.model.vocabulary import AmbiguousPhrase, Entry, Negation, Vocabulary
from magadvisor.names.phrases import ALLERGENS, Found, find, index

WORDS = Vocabulary(
    conditions=(
        Entry("gout", "Gout", ("gout", "the sore toe")),
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
    ambiguous=(AmbiguousPhrase(("blocked",), ("heart-block", "kidney:g4"), "Which block?"),),
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
KNOWN = index(WORDS)


def hear(text: str) -> Found:
    return find(text, KNOWN)


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
        ("a narrow pipe near my heart", {"heart-block"}),
        ("narrow pipe", set()),
        # A range holds both of its ends.
        ("pulse of 20", {"slow-pulse"}),
        ("pulse of 49", {"slow-pulse"}),
        ("pulse of 50", set()),
        # Of the stages of life only those are heard that make an advice more careful.
        ("pregnant", {"pregnant"}),
        ("new baby", set()),
        # Every reading of an open phrase counts.
        ("blocked", {"heart-block", "kidney:g4"}),
        ("writer's block", set()),
        ("kidneys are fine", set()),
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
        ("gout never better", {"gout"}),
        ("my mum has gout", set()),
        ("mum has gout", {"gout"}),  # perhaps she writes it
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
    ],
)
def test_kidneys_are_fine_only_where_two_words_say_so(text: str, speaks: bool) -> None:
    assert hear(text).speaks_of_kidneys is speaks
    assert hear(text).kidney == ()
