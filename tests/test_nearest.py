"""Which of a few made-up sentences a text comes closest to."""

from functools import cache
from math import log

import pytest

from magadvisor.model.claim import ClaimWords
from magadvisor.names.nearest import LONGEST, NearIndex, near_index, nearest, unread

SENTENCES = {
    "cramps": ("magnesium stops leg cramps",),
    "tinnitus": ("magnesium stops ringing in the ears",),
    "sleep": ("magnesium brings sleep", "magnesium against insomnia"),
    "calm-one": ("magnesium is calming",),
    "calm-two": ("magnesium is calming",),
    "zinc": ("zinc shortens colds",),
    "often-one": ("alphabet often",),
    "often-two": ("betatron often",),
    "often-three": ("gammaray often",),
    **{
        name: (f"magnesium and {name}",) for name in ("delta", "omikron", "lambda", "kappa", "sigma", "theta")
    },
    "hearing": ("magnesium saves your hearing",),
}
"""Sixteen of them, so that a word of two of them is known to an eighth."""

WORDS = ClaimWords(
    subject=("magnesium",),
    others=("zinc", "fish oil"),
    ignored=("magnesium", "that", "in", "the", "is", "and", "against", "does", "your"),
    same=(("tinnitus", "ringing in the ears"), ("sleep", "insomnia"), ("hearing", "ears")),
)


@cache
def known() -> NearIndex:
    return near_index(SENTENCES, WORDS)


def ids(text: str) -> list[str]:
    return [one.id for one in nearest(text, known())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("does magnesium stop cramps", ["cramps"]),
        ("tinnitus", ["tinnitus"]),
        ("ringing in the ears", ["tinnitus"]),  # the longer phrase, not the ears
        ("ears", ["hearing"]),
        ("ears that magnesium saves", ["hearing"]),
        ("insomnia", ["sleep"]),
        ("does magnesium", []),
        ("", []),
        # The same word with another ending.
        ("cramping", ["cramps"]),
        ("sleeps", ["sleep"]),
        ("calms", ["calm-one", "calm-two"]),
        # Half of the text is enough, and the sentence that has less beside it comes first.
        ("cramps tinnitus", ["tinnitus", "cramps"]),
        ("cramps tinnitus omikron", []),
        # What no sentence knows weighs more than what one knows: one such word is still borne, two are not.
        ("magnesium stops cramps xyzzy", ["cramps"]),
        ("magnesium stops cramps xyzzy plugh", []),
        # A word of two of sixteen sentences tells something, one of three nothing.
        ("stops", ["tinnitus", "cramps"]),
        ("often", []),
        ("often betatron", ["often-two"]),
    ],
)
def test_a_text_is_close_to_the_sentences_that_know_at_least_half_of_it(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zinc shortens colds", ["zinc"]),
        ("zinc stops cramps", []),
        ("fish oil stops cramps", []),
        ("oil stops cramps", ["cramps"]),
        ("zinc and magnesium stop cramps", ["cramps"]),
    ],
)
def test_a_text_about_something_else_is_close_only_to_what_says_just_that(
    text: str, found: list[str]
) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("crapms", ["cramps"]),  # two letters that changed places are one slip
        ("cramqs", ["cramps"]),
        ("craqqs", []),
        ("crmps", []),  # too short
        ("xramps", []),  # the first letter is never a slip
        ("omikrom", ["omikron"]),
        ("omiktom", []),  # seven letters: one slip
        ("insomnnea", ["sleep"]),  # from eight letters on: two
        ("insomnee", ["sleep"]),
        ("insommneea", []),
        ("kapqa", []),  # five letters
        ("kappas", ["kappa"]),
    ],
)
def test_a_slip_is_mended_in_a_word_of_six_letters_and_two_from_eight_on(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_how_close_a_sentence_is_counts_what_it_knows_and_what_it_says_beside() -> None:
    """A word of one of 16 sentences weighs log 17, one of two log 9; half of each share is told."""
    one, two = log(17), log(9)
    (found,) = nearest("does magnesium stop cramps", known())
    known_best = 2 * (two + one) / ((two + one) + (two + 2 * one))
    assert found.score == pytest.approx((1 + known_best) / 2)
    (found,) = nearest("insomnia", known())
    assert found.score == 1  # one of its wordings says just that
    (found,) = nearest("magnesium stops cramps xyzzy", known())
    whole = two + one + 1.25 * one
    best = 2 * (two + one) / (whole + two + 2 * one)
    assert found.score == pytest.approx(((two + one) / whole + best) / 2)


def test_a_text_is_read_up_to_the_longest_length() -> None:
    assert ids("cramps".rjust(LONGEST)) == ["cramps"]
    assert ids("cramps".rjust(LONGEST + 6)) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("does magnesium stop cramps", ()),
        ("magnesium stops cramps in the dog", ("dog",)),
        ("Wibbling cramps, wibbling", ("wibbling",)),
        ("cramps and ringing in the ears", ("ringing in the ears",)),
        ("crapms", ()),  # a slip was mended
        ("kappas and crmps", ("kappas", "crmps")),
        (f"cramps{' ' * LONGEST}and more", ("and more",)),  # beyond what is read
    ],
)
def test_what_no_sentence_found_speaks_of_is_listed_as_it_was_typed(text: str, left: tuple[str, ...]) -> None:
    assert unread(text, ["cramps"], known()) == left
