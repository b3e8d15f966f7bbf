"""Medicines with their times and gaps, as the day planner takes them."""

from collections.abc import Iterable, Sequence

from magadvisor.engine.day import Gap, Timed
from magadvisor.engine.named import apart
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.profile import ListedMedicine, Profile
from magadvisor.model.rule import Rule


def timed(profile: Profile, shown: Iterable[MetInteraction], held: Sequence[Rule]) -> tuple[Timed, ...]:
    """Give each medicine its longest gap on each side, of interactions and of rules that hold.

    A medicine without a time closes no hours.
    """
    by_id = {one.id: one for one in shown}
    return tuple(
        _timed(item, [by_id[met] for met in item.interactions], apart(item, held))
        for item in profile.medicines or ()
    )


def left_out(profile: Profile, shown: Iterable[MetInteraction], held: Sequence[Rule]) -> tuple[str, ...]:
    """Name the medicines whose hours no plan can hold: no time was given, or we do not know them."""
    spaced = {one.id for one in shown if one.spacing_helps}
    return tuple(
        ", ".join(item.matched) or item.typed
        for item in profile.medicines or ()
        if (not item.doses and (spaced.intersection(item.interactions) or apart(item, held)))
        or (not item.checked and not item.interactions)
    )


def _timed(
    item: ListedMedicine, met: Sequence[MetInteraction], ruled: Sequence[tuple[float, float]]
) -> Timed:
    name = ", ".join(item.matched) or item.typed
    after, before = [each for each, _ in ruled], [each for _, each in ruled]
    gap = Gap(
        _longest((*(one.magnesium_after_medicine_hours for one in met), *after)),
        _longest((*(one.magnesium_before_medicine_hours for one in met), *before)),
    )
    least = Gap(
        _longest((*map(_least_after, met), *after)),
        _longest((*map(_least_before, met), *before)),
    )
    return Timed(name, item.doses, gap, least)


def _least_after(one: MetInteraction) -> float | None:
    """Use the shortest accepted gap; a side that no authority names keeps the default."""
    named = one.least.after if one.least else None
    return one.magnesium_after_medicine_hours if named is None else named


def _least_before(one: MetInteraction) -> float | None:
    named = one.least.before if one.least else None
    return one.magnesium_before_medicine_hours if named is None else named


def _longest(hours: Iterable[float | None]) -> int:
    return round(60 * max((hour for hour in hours if hour is not None), default=0))
