"""What is known of a person, in the words rules read; every list keeps what was typed."""

from magadvisor.model.record import Record
from magadvisor.model.words import (
    AgeBand,
    Diet,
    Digestion,
    Kidney,
    LifeStage,
    Region,
    Route,
    Sex,
)


class Dose(Record):
    """A time a medicine is taken: minutes after midnight, on these days (0 is Monday) or daily."""

    minute: int
    days: tuple[int, ...] = ()


class ListedMedicine(Record):
    """A medicine as typed and what it was recognised as.

    `interactions` are met by the route; of an unsettled name those of every reading.
    """

    typed: str
    checked: bool
    matched: tuple[str, ...] = ()
    route: Route | None = None
    suggestions: tuple[str, ...] = ()
    interactions: tuple[str, ...] = ()
    doses: tuple[Dose, ...] = ()
    form: str | None = None
    elemental_mg: float | None = None
    has_magnesium: bool = False
    b6_share: float | None = 0.0
    """Vitamin B6 in it as a share of the limit; None when it holds some and how much is not known."""


class ListedWords(Record):
    """A condition, symptom or food to avoid as typed, and the ids found in it.

    `unheard` are items of a list, typed in one go, in which nothing was found: they are not checked.
    """

    typed: str
    checked: bool
    matched: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()


class ListedMagnesium(Record):
    """Magnesium already taken; `elemental_mg` is a day's amount, None when it is not known."""

    typed: str
    checked: bool
    form: str
    use: str
    counts: bool
    elemental_mg: float | None
    matched: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    b6_share: float | None = 0.0
    """Vitamin B6 in it as a share of the limit; None when it holds some and how much is not known."""
    unheard: tuple[str, ...] = ()
    """What was typed beside it in one go and was not recognised."""
    apart: tuple[str, ...] = ()
    """Those of them that may hold magnesium too, in an amount that is not known."""


TYPED = "what-you-typed"
"""Under this name stand remarks that come from the answers themselves, not from a rule."""


class Remark(Record):
    """Something noticed at the door, such as two answers that differ."""

    text: str
    by: str


class Profile(Record):
    """One person's answers; a list that was not answered is None, an empty one means none.

    `age` in years, `egfr` in mL/min/1.73 m2.
    """

    goals: tuple[str, ...]
    digestion: tuple[Digestion, ...] = (Digestion.UNKNOWN,)
    kidney: Kidney = Kidney.UNKNOWN
    egfr: float | None = None
    age: float | None = None
    age_band: AgeBand = AgeBand.UNKNOWN
    sex: Sex = Sex.UNKNOWN
    life_stage: LifeStage = LifeStage.UNKNOWN
    medicines: tuple[ListedMedicine, ...] | None = None
    conditions: tuple[ListedWords, ...] | None = None
    symptoms: tuple[ListedWords, ...] | None = None
    condition_ids: tuple[str, ...] = ()
    symptom_ids: tuple[str, ...] = ()
    taking: tuple[ListedMagnesium, ...] | None = None
    avoid: tuple[ListedWords, ...] | None = None
    diet: tuple[Diet, ...] = ()
    region: Region | None = None
    remarks: tuple[Remark, ...] = ()
