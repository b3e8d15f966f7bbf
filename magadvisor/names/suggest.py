"""Names that may have been meant; shown, never substituted."""

from collections.abc import Mapping

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from magadvisor.model.medicine import Medicine

MOST = 5
SHORTEST = 5
"""Letters under which a name is compared exactly or not at all."""


def suggest(typed: str, by_name: Mapping[str, str], medicines: Mapping[str, Medicine]) -> tuple[str, ...]:
    """Suggest at most five medicines whose names are one or two slips away, the nearest first."""
    if len(typed) < SHORTEST:
        return ()
    slips = 2 if len(typed) >= 2 * SHORTEST - 2 else 1
    candidates = [name for name in by_name if len(name) >= SHORTEST and abs(len(name) - len(typed)) <= slips]
    close = extract(typed, candidates, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=4 * MOST)
    entries = dict.fromkeys(by_name[name] for name, _, _ in close)
    shown = (", ".join(medicines[entry].ingredients) or entry for entry in entries)
    return tuple(dict.fromkeys(shown))[:MOST]
