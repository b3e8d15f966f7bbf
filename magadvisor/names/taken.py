"""One item of magnesium that is taken, as it was read."""

from magadvisor.model.record import Record

ASK_HOW_MUCH = "taking-how-much"
ASK_LABEL = "taking-label"
ASK_ELEMENTAL = "taking-elemental"
ASK_EACH = "taking-each"
ASK_WHICH = "taking-which"
ASK_SALT = "label-ask-salt"
ASK_SKIN = "taking-skin"

SUPPLEMENT, MEDICINE, SKIN, NONE = "supplement", "medicine", "skin", "none"
"""What an item is used as."""


class Taken(Record):
    """One item that is taken; `elemental_mg` is a day's amount, None when it is not known."""

    typed: str
    checked: bool  # the product or form was recognised
    matched: tuple[str, ...]  # a form's id or a product's name
    suggestions: tuple[str, ...]
    form: str  # a form's id, mixed or unspecified
    elemental_mg: float | None
    use: str
    counts: bool
    asks: tuple[str, ...]  # the names of the sentences that ask
    b6_mg: float | None = 0.0  # vitamin B6 a day; None when it holds some and how much is not known


def recognised(
    typed: str, matched: tuple[str, ...], form: str, mg: float | None, *, use: str, asks: tuple[str, ...]
) -> Taken:
    """Build an item whose product or form is known."""
    return Taken(typed, True, matched, (), form, tidy_mg(mg), use, True, asks)


def not_counted(typed: str, matched: str, form: str, use: str) -> Taken:
    """Build an item that is known and is no dose of magnesium."""
    return Taken(typed, True, (matched,), (), form, 0.0, use, False, ())


def unless(amount: float | None, ask: str) -> tuple[str, ...]:
    """Ask where an amount is not known."""
    return where(amount is None, ask)


def where(holds: bool, ask: str) -> tuple[str, ...]:
    """Ask where something holds."""
    return (ask,) if holds else ()


def tidy_mg(mg: float | None) -> float | None:
    """Round to hundredths of a mg."""
    return None if mg is None else round(mg, 2)
