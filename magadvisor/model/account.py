"""An account of what was typed: checked or not checked, and the magnesium that is in it."""

from magadvisor.model.record import Record


class MedicineAnswer(Record):
    """One medicine as typed: checked or not, and what it met."""

    typed: str
    checked: bool
    matched: tuple[str, ...]
    route: str | None
    suggestions: tuple[str, ...]
    interactions: tuple[str, ...]


class MagnesiumMedicineAnswer(MedicineAnswer):
    """A listed medicine that holds magnesium, in elemental mg a day; None where they are not known."""

    form: str
    elemental_mg: float | None


class WordsAnswer(Record):
    """One condition, symptom or food to avoid as typed."""

    typed: str
    checked: bool
    matched: tuple[str, ...]
    suggestions: tuple[str, ...]


class TakingAnswer(Record):
    """One item of magnesium already taken, in elemental mg a day; None where they are not known."""

    typed: str
    checked: bool
    matched: tuple[str, ...]
    suggestions: tuple[str, ...]
    form: str
    elemental_mg: float | None


class NotChecked(Record):
    """Something typed that could not be checked."""

    list: str
    typed: str
    suggestions: tuple[str, ...]


class LedgerLine(Record):
    """Elemental mg of magnesium a day of one thing that is taken; None where they are not known."""

    typed: str
    form: str
    elemental_mg: float | None
    use: str
    kind: str | None  # the kind of product, where it is a known one
