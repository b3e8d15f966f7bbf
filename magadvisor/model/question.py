"""The questions a person is asked, in asking order, and the cut points that turn numbers into words."""

from magadvisor.model.record import Record
from magadvisor.model.rule import When


class AnswerWord(Record):
    """One word of an answer, and what it says to a person."""

    word: str
    says: str


class Band(Record):
    """A word for every number that is at least `at_least` and below the next band's."""

    word: str
    at_least: float


class Question(Record):
    """One question: how it is asked, why, and what an answer could change.

    `page` is the question on whose page it stands. `enter` asks for what may be typed: after one of the
    words `enter_for`, or at once where there are no words. It is not asked where `when` does not hold.
    """

    id: str
    label: str
    asks: str
    why: str
    could_change: str
    page: str | None = None
    several: bool = False
    words: tuple[AnswerWord, ...] = ()
    bands: tuple[Band, ...] = ()  # rising
    enter: str | None = None
    enter_for: tuple[str, ...] = ()
    when: When | None = None


def word_for(number: float, bands: tuple[Band, ...]) -> str:
    """Find the word of the highest band that a number reaches, never rounded; ValueError below every band."""
    reached = [band.word for band in bands if number >= band.at_least]
    if not reached:
        raise ValueError("a number below every band")
    return reached[-1]
