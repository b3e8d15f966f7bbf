"""One item of magnesium that is taken, as it was read."""

from magadvisor.model.record import dataclass

ASK_HOW_MUCH = "How much of it do you take in a day?"
ASK_LABEL = (
    "The amount counts as elemental magnesium. What does the label line that starts with Magnesium say?"
)
ASK_ELEMENTAL = "How much elemental magnesium does the label give for what you take in a day?"
ASK_EACH = (
    "The amount counts for each piece. Does the label give it for all of them together? "
    'Then write "400 mg in 3 tablets".'
)
ASK_WHICH = "More than one product has this name. The strongest one counts until you say which one it is."
ASK_SALT = "Which salt of magnesium is it? The label says it beside the word magnesium."
ASK_SKIN = "Do you drink it, or is it for a bath or the skin? It counts as a drink until you say."


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
