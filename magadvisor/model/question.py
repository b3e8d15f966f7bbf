"""The questions a person is asked, in asking order, and the cut points that turn numbers into words."""

from magadvisor.model.record import dataclass
from magadvisor.model.rule import When


@dataclass(frozen=True, slots=True)
class AnswerWord:
    """One word of an answer, and what it says to a person."""

    word: str
    says: str


@dataclass(frozen=True, slots=True)
class Band:
    """A word for every number that is at least `at_least` and below the next band's."""

    word: str
    at_least: float


@dataclass(frozen=True, slots=True)
class Question:
    """One question: how it is asked, why, and what an answer could change."""

    id: str
    asks: str
    why: str
    could_change: str
    words: tuple[AnswerWord, ...] = ()
    bands: tuple[Band, ...] = ()  # rising
    when: When | None = None


def word_for(number: float, bands: tuple[Band, ...]) -> str:
    """Find the word of the highest band that the number reaches; never rounds."""
    reached = [band.word for band in bands if number >= band.at_least]
    if not reached:
        raise ValueError("a number below every band")
    return reached[-1]
