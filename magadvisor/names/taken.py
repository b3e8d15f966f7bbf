"""One item of magnesium that is taken, as it was read."""

from magadvisor.model.record import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """One item that is taken; `elemental_mg` is a day's amount, None when it is not known."""

    typed: str
    checked: bool  # the product or form was recognised
    matched: tuple[str, ...]  # a form's id or a product's name
    suggestions: tuple[str, ...]
    form: str  # a form's id, mixed or unspecified
    elemental_mg: float | None
    use: str  # supplement, medicine, skin, none
    counts: bool
    asks: tuple[str, ...]
    b6_mg: float | None = 0.0  # vitamin B6 a day; None when it holds some and how much is not known
