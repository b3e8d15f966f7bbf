"""Sentences about the doses that a day has room for, and the meals they go with."""

from collections.abc import Iterator, Sequence

from magadvisor.model.day import Day
from magadvisor.model.joining import either, together
from magadvisor.model.meal import Meal


def doses(one: Day, asked: int | None = None, meals: Sequence[Meal] = ()) -> Iterator[str]:
    """Say where doses could go, that not all that were asked for fit, and what of each meal."""
    with_meal = {meal.at for meal in meals if meal.dose}
    if one.doses:
        told = [f"{at} (with a meal)" if at in with_meal else at for at in one.doses]
        yield f"For example at {together(told)}."
    elif one.windows:
        yield "No dose is placed: none of these hours is free every day between waking and bedtime."
    if asked is not None and 0 < len(one.doses) < asked:
        fit = "1 fits" if len(one.doses) == 1 else f"{len(one.doses)} fit"
        yield f"Of the {asked} doses you asked for, {fit}: awake, free every day and at least 4 hours apart."
    yield from _meals(meals, " every day" if any(window.on for window in one.windows) else "")


def _meals(meals: Sequence[Meal], when: str) -> Iterator[str]:
    """Say of each meal without a dose why it has none."""
    asleep = [meal.at for meal in meals if not meal.awake]
    closed = [meal.at for meal in meals if meal.awake and not meal.free]
    spare = [meal.at for meal in meals if meal.awake and meal.free and not meal.dose]
    if closed:
        only = "" if spare or any(meal.dose for meal in meals) else " No meal lies in free hours."
        yield f"No magnesium with the meal at {either(closed)}: those hours are not free{when}.{only}"
    if spare:
        yield f"The meal at {either(spare)} lies in free hours too."
    if asleep:
        yield f"The meal at {either(asleep)} lies outside your waking hours, so no dose is placed there."
