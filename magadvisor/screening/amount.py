"""Magnesium or vitamin B6 that is taken already, as far as it decides."""

from typing import NamedTuple

from magadvisor.model.profile import ListedMagnesium, ListedMedicine


class Amount(NamedTuple):
    """Which form, as what, and how much a day."""

    form: str | None
    use: str
    counts: bool
    elemental_mg: float | None
    b6_share: float | None
    apart: int = 0  # what was typed beside it and may hold magnesium too


def held(item: ListedMedicine) -> Amount:
    """Read what a medicine holds."""
    return Amount(item.form, "", item.has_magnesium, item.elemental_mg, item.b6_share)


def holding(one: Amount) -> ListedMedicine:
    """Give a medicine that holds this."""
    return ListedMedicine(
        "",
        True,
        form=one.form,
        elemental_mg=one.elemental_mg,
        has_magnesium=one.counts,
        b6_share=one.b6_share,
    )


def taken(item: ListedMagnesium) -> Amount:
    """Read what is taken."""
    return Amount(item.form, item.use, item.counts, item.elemental_mg, item.b6_share, len(item.apart))


def taking(one: Amount) -> ListedMagnesium:
    """Give an item that is taken and comes to this."""
    return ListedMagnesium(
        "",
        True,
        one.form or "",
        one.use,
        one.counts,
        one.elemental_mg,
        b6_share=one.b6_share,
        apart=("",) * one.apart,
    )
