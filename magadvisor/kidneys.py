"""What is known of the kidneys, from a word, an eGFR and what was typed: the stricter counts."""

from collections.abc import Iterable

from magadvisor.model.question import Band, word_for
from magadvisor.model.words import HEALTHY_STAGES, Kidney

RISING = (
    Kidney.NONE,
    Kidney.G1,
    Kidney.G2,
    Kidney.UNKNOWN,
    Kidney.G3A,
    Kidney.DIAGNOSED,
    Kidney.G3B,
    Kidney.TRANSPLANT,
    Kidney.G4,
    Kidney.G5,
    Kidney.ACUTE,
    Kidney.DIALYSIS,
)
"""The kidney words from least to most careful; typed text may only move to the right.

Kidneys that have just got worse are looked at the same day, however low the number is that shows it.
"""


def stricter(words: Iterable[Kidney]) -> Kidney:
    """Choose the most careful of several words."""
    return max(words, key=RISING.index)


def settle(word: Kidney, egfr: float | None, bands: tuple[Band, ...]) -> tuple[Kidney, bool]:
    """Join a word and an eGFR (mL/min/1.73 m2); say too whether they differ.

    The number answers `unknown` and `diagnosed`; against any other word the stricter counts.
    """
    if egfr is None:
        return word, False
    stage = Kidney(word_for(egfr, bands))
    if word is Kidney.DIAGNOSED:
        return stage, False
    if word in (Kidney.NONE, Kidney.UNKNOWN):
        healthy = stage in HEALTHY_STAGES
        return (Kidney.NONE if healthy else stage), word is Kidney.NONE and not healthy
    return stricter((word, stage)), word is not stage
