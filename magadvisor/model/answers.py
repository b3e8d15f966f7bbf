"""Answers as they were typed, with closed words checked and names not yet recognised."""

from magadvisor.model.profile import Dose
from magadvisor.model.record import Record
from magadvisor.model.words import Diet, Digestion, Kidney, LifeStage, Region, Route, Sex


class BadAnswer(Exception):
    """An answer that cannot be used: a code for scripts, a message, and a hint for people."""

    def __init__(self, code: str, message: str, hint: str = "", where: str = "") -> None:
        """Keep the parts; `where` is an option or a key's path, never an answer."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.where = where


class TypedMedicine(Record):
    """A medicine as typed, without its times."""

    name: str
    doses: tuple[Dose, ...] = ()
    route: Route | None = None


class TypedMagnesium(Record):
    """Magnesium already taken: as text, or as a form with its elemental mg a day."""

    text: str
    form: str | None = None
    elemental_mg: float | None = None


class Answers(Record):
    """One person's answers as typed; a list that was not answered is None, an empty one means none."""

    goals: tuple[str, ...]
    kidney: Kidney = Kidney.UNKNOWN
    egfr: float | None = None
    medicines: tuple[TypedMedicine, ...] | None = None
    age: float | None = None
    sex: Sex = Sex.UNKNOWN
    life_stage: LifeStage = LifeStage.UNKNOWN
    conditions: tuple[str, ...] | None = None
    symptoms: tuple[str, ...] | None = None
    digestion: tuple[Digestion, ...] = (Digestion.UNKNOWN,)
    taking: tuple[TypedMagnesium, ...] | None = None
    diet: tuple[Diet, ...] = ()
    avoid: tuple[str, ...] | None = None
    region: Region | None = None
