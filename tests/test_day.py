"""The day planner against worked examples and an independent minute-by-minute count."""

import random
from collections.abc import Sequence

import pytest

from magadvisor.engine.day import Gap, Timed, conflict, plan, windows
from magadvisor.engine.placing import Waking, place
from magadvisor.model.profile import Dose
from magadvisor.model.words import WEEKDAYS

WEEK = 7 * 24 * 60
DAY = 24 * 60


def timed(name: str, times: Sequence[str], after: float, before: float, days: tuple[int, ...] = ()) -> Timed:
    gap = Gap(round(after * 60), round(before * 60))
    return Timed(name, tuple(Dose(minute(time), days) for time in times), gap, gap)


def minute(clock: str) -> int:
    return int(clock[:2]) % 24 * 60 + int(clock[3:])


def found(*medicines: Timed) -> list[tuple[str, str]]:
    return sorted((one.from_, one.to) for one in plan(medicines, 2, Waking()).windows)


EXAMPLES = {
    "one thyroid tablet": ([timed("levothyroxine", ["07:00"], 4, 4)], [("11:00", "03:00")]),
    "12-hourly doxycycline": (
        [timed("doxycycline", ["08:00", "20:00"], 4, 4)],
        [("00:00", "04:00"), ("12:00", "16:00")],
    ),
    "ciprofloxacin and gabapentin": (
        [
            timed("ciprofloxacin", ["08:00", "20:00"], 2, 6),
            timed("gabapentin", ["08:00", "14:00", "22:00"], 2, 2),
        ],
        [("00:00", "02:00"), ("10:00", "12:00")],
    ),
    "moxifloxacin and evening rosuvastatin": (
        [timed("moxifloxacin", ["09:00"], 6, 8), timed("rosuvastatin", ["21:00"], 2, 2)],
        [("15:00", "19:00"), ("23:00", "01:00")],
    ),
    "an HIV tablet and iron: touching blocks leave no window": (
        [timed("dolutegravir", ["18:00"], 2, 6), timed("iron", ["09:00"], 3, 3)],
        [("20:00", "06:00")],
    ),
    "iron an hour earlier opens one": (
        [timed("dolutegravir", ["18:00"], 2, 6), timed("iron", ["08:00"], 3, 3)],
        [("11:00", "12:00"), ("20:00", "05:00")],
    ),
    "erlotinib needs the longer gap before": (
        [timed("erlotinib", ["07:00"], 2, 4), timed("sotalol", ["07:00", "19:00"], 2, 2)],
        [("09:00", "17:00"), ("21:00", "03:00")],
    ),
    "transplant and patiromer": (
        [timed("tacrolimus", ["08:00", "20:00"], 2, 2), timed("patiromer", ["13:00"], 3, 3)],
        [("16:00", "18:00"), ("22:00", "06:00")],
    ),
    "tetracycline four times a day": (
        [timed("tetracycline", ["06:00", "12:00", "18:00", "00:00"], 4, 4)],
        [],
    ),
    "deferiprone three times a day": ([timed("deferiprone", ["06:00", "14:00", "22:00"], 4, 4)], []),
    "nitrofurantoin four times a day": (
        [timed("nitrofurantoin", ["07:00", "12:00", "18:00", "22:00"], 3, 3)],
        [("01:00", "04:00")],
    ),
    "penicillamine three times a day": (
        [timed("penicillamine", ["06:00", "14:00", "22:00"], 3, 3)],
        [("01:00", "03:00"), ("09:00", "11:00"), ("17:00", "19:00")],
    ),
    "cabotegravir has its longer side after": (
        [timed("cabotegravir", ["08:00"], 4, 2)],
        [("12:00", "06:00")],
    ),
    "rilpivirine has its longer side after": ([timed("rilpivirine", ["18:00"], 4, 2)], [("22:00", "16:00")]),
    "nothing to keep apart leaves the whole day": (
        [timed("amoxicillin", ["08:00"], 0, 0)],
        [("00:00", "24:00")],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_worked_example_has_these_windows(name: str) -> None:
    medicines, expected = EXAMPLES[name]
    assert found(*medicines) == expected


def test_weekly_alendronate_ends_the_night_before_it() -> None:
    day = plan(
        [timed("levothyroxine", ["07:30"], 4, 4), timed("alendronate", ["07:00"], 4, 4, days=(6,))],
        2,
        Waking(),
    )
    told = {(one.from_, one.to): one.on for one in day.windows}
    assert told[("11:30", "03:00")] == ("sat",)
    assert set(told[("11:30", "03:30")]) == set(WEEKDAYS) - {"sat"}


def test_a_window_longer_than_a_day_is_told_day_by_day() -> None:
    """Alendronate on Sunday at 07:00 closes 03:00 to 11:00 on Sunday and nothing else of the week."""
    day = plan([timed("alendronate", ["07:00"], 4, 4, days=(6,))], 2, Waking())
    told = {(one.from_, one.to): one.on for one in day.windows}
    assert told == {
        ("00:00", "24:00"): ("mon", "tue", "wed", "thu", "fri", "sat"),
        ("11:00", "00:00"): ("sun",),
        ("00:00", "03:00"): ("sun",),
    }


def as_told(medicines: Sequence[Timed]) -> int:
    """Read the windows as they are told back into half minutes."""
    mask = 0
    for window in plan(medicines, 0, Waking()).windows:
        start, end = minute(window.from_), minute(window.to)
        length = (end - start) % DAY or DAY
        for day in [WEEKDAYS.index(name) for name in window.on] or range(7):
            mask |= turned((1 << (2 * length + 1)) - 1, 2 * (day * DAY + start))
    return mask


@pytest.mark.parametrize("seed", range(20))
def test_the_windows_as_told_are_the_windows_found(seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(100):
        medicines = schedule(draw)
        assert as_told(medicines) == as_halves(medicines), medicines


def test_the_clash_is_a_smallest_set() -> None:
    minocycline = timed("minocycline", ["08:00", "20:00"], 4, 4)
    iron = timed("iron", ["13:00"], 3, 3)
    levothyroxine = timed("levothyroxine", ["00:00"], 4, 4)
    idle = timed("calcium", ["12:00"], 0, 0)
    assert conflict([idle, minocycline, iron, levothyroxine]) == ("minocycline", "iron", "levothyroxine")


def test_sixty_medicines_are_planned() -> None:
    many = [timed(f"m{place}", ["08:00", "20:00"], 4, 4) for place in range(58)]
    closing = timed("tetracycline", ["06:00", "12:00", "18:00", "00:00"], 4, 4)
    assert conflict([*many, closing]) == ("tetracycline",)


HALVES = 2 * WEEK  # half minutes tell an open end from a closed one
ALL = (1 << HALVES) - 1


def turned(mask: int, places: int) -> int:
    """Turn the circle of half minutes."""
    places %= HALVES
    return ((mask << places) | (mask >> (HALVES - places))) & ALL


def brute_force(medicines: Sequence[Timed]) -> int:
    """Mark every half minute of the week that is open, one bit each, by looking at each dose alone."""
    closed = 0
    for medicine in medicines:
        inside = 2 * (medicine.gap.before + medicine.gap.after) - 1
        if inside < 0:
            continue
        shut = ALL if inside >= HALVES else (1 << inside) - 1
        for dose in medicine.doses:
            for day in dose.days or range(7):
                closed |= turned(shut, 2 * (day * DAY + dose.minute - medicine.gap.before) + 1)
    return ALL & ~closed


def as_halves(medicines: Sequence[Timed]) -> int:
    mask = 0
    for start, end in windows(medicines):
        length = min(2 * (end - start) + 1, HALVES)
        mask |= turned((1 << length) - 1, 2 * start)
    return mask


def without_short_stretches(halves: int) -> int:
    """Drop every stretch that is shorter than 30 minutes: 61 half minutes, both ends counted."""
    if halves == ALL:
        return ALL
    kept, step = halves, 1
    for width in (1, 2, 4, 8, 16, 29):  # a half minute stays if the 60 behind it are open too
        kept &= turned(kept, HALVES - width)
        step += width
    assert step == 61
    grown = kept
    for width in (1, 2, 4, 8, 16, 29):
        grown |= turned(grown, width)
    return grown


def every_day(halves: int) -> int:
    """Keep the minutes that are open on all seven days and part of an open half hour, one bit each."""
    day = (1 << 2 * DAY) - 1
    for nth in range(7):
        day &= halves >> (2 * DAY * nth)
    if day == (1 << 2 * DAY) - 1:
        return (1 << DAY) - 1
    week = sum(day << (2 * DAY * nth) for nth in range(7))
    kept = without_short_stretches(week)
    return int(f"{kept & ((1 << 2 * DAY) - 1):0{2 * DAY}b}"[::-1][::2][::-1], 2)


def most(open_: int, meals: int, doses: int) -> tuple[int, int]:
    """Count the most doses four hours apart in one stretch of time, and of those the most at a meal.

    Of all ways to place so many doses with so many meals only the one that ends first matters.
    """
    ends = {(0, 0): -240}
    for dose in range(1, doses + 1):
        for at_meal in range(dose + 1):
            ways = []
            if (dose - 1, at_meal) in ends:
                ways.append(first_in(open_, ends[(dose - 1, at_meal)] + 240))
            if (dose - 1, at_meal - 1) in ends:
                ways.append(first_in(open_ & meals, ends[(dose - 1, at_meal - 1)] + 240))
            reached = [way for way in ways if way is not None]
            if reached:
                ends[(dose, at_meal)] = min(reached)
    return max(ends)


def first_in(mask: int, start: int) -> int | None:
    rest = mask >> start
    return start + (rest & -rest).bit_length() - 1 if rest else None


def most_awake(open_: int, meals: Sequence[int], doses: int, waking: Waking) -> tuple[int, int]:
    """Count the most doses and meals from waking to sleep; a day without a night is a circle."""
    length = (waking.sleep - waking.wake) % DAY or DAY
    all_day = open_ | open_ << DAY
    up = (all_day >> waking.wake) & ((1 << (length + 1)) - 1)
    at_meals = sum(1 << minute for minute in {(meal - waking.wake) % DAY for meal in meals})
    if length + 240 <= DAY:
        return most(up, at_meals, doses)
    found = [(0, 0)]
    for start in range(length + 1):
        if up >> start & 1:
            first = at_meals >> start & 1
            behind = up & ~((1 << (start + 240)) - 1) & ((1 << (start + DAY - 240 + 1)) - 1)
            count, eaten = most(behind >> start, at_meals >> start, doses - 1)
            found.append((count + 1, eaten + first))
    return max(found)


def schedule(draw: random.Random) -> list[Timed]:
    medicines = []
    for nth in range(draw.randint(1, 4)):
        days = draw.choice(((), (), (), (draw.randrange(7),)))
        doses = tuple(
            Dose(draw.randrange(0, DAY, draw.choice((1, 15, 30))), days) for _ in range(draw.randint(1, 3))
        )
        gap = Gap(
            draw.choice((0, 30, 60, 120, 240, 360, 600, 1500)), draw.choice((0, 60, 120, 240, 360, 480))
        )
        medicines.append(Timed(str(nth), doses, gap, gap))
    return medicines


def living(draw: random.Random) -> tuple[int, Waking, list[int]]:
    """Draw how many doses are asked for, when a person is up, and when they eat."""
    wake = draw.randrange(0, DAY, draw.choice((1, 30)))
    up = draw.randrange(4 * 60, 20 * 60 + 1, draw.choice((1, 30)))
    meals = sorted(draw.sample(range(0, DAY, draw.choice((1, 15, 30))), draw.randint(0, 4)))
    return draw.randint(1, 4), Waking(wake, (wake + up) % DAY), meals


def check_doses(medicines: Sequence[Timed], open_: int, doses: int, waking: Waking, meals: list[int]) -> None:
    """Compare the doses with what an independent count allows, and with the most that it can place."""
    placed = [minute(clock) for clock in place(windows(medicines), doses, waking, meals)]
    free = every_day(open_)
    awake = (waking.sleep - waking.wake) % DAY or DAY
    for nth, at in enumerate(placed):
        assert free >> at & 1, (medicines, placed)
        assert (at - waking.wake) % DAY <= awake
        assert all(min((at - other) % DAY, (other - at) % DAY) >= 240 for other in placed[:nth])
    told = (len(placed), len(set(placed) & set(meals)))
    assert told == most_awake(free, meals, doses, waking), (medicines, doses, waking, meals, placed)


@pytest.mark.parametrize("seed", range(50))
def test_a_brute_force_agrees_on_every_edge_and_on_every_dose(seed: int) -> None:
    """Two thousand schedules a seed, a hundred thousand in all, with waking hours and meals."""
    draw = random.Random(seed)
    for _ in range(2_000):
        medicines = schedule(draw)
        open_ = without_short_stretches(brute_force(medicines))
        assert as_halves(medicines) == open_, medicines
        assert bool(windows(medicines)) == bool(open_)
        check_doses(medicines, open_, *living(draw))


@pytest.mark.parametrize("seed", range(50))
def test_a_brute_force_agrees_where_a_day_has_no_night(seed: int) -> None:
    draw = random.Random(seed)
    doses, waking, meals = living(draw)
    waking = Waking(waking.wake, (waking.wake - draw.randrange(0, 4 * 60)) % DAY)
    medicines = schedule(draw)
    check_doses(medicines, without_short_stretches(brute_force(medicines)), doses, waking, meals)


PLACED = {
    "an hour after the gap ends, and as late as possible": (
        [timed("thyroid", ["07:00"], 4, 4)],
        ("12:00", "23:00"),
    ),
    "the middle of a window of two hours": ([timed("all but two hours", ["08:00"], 2, 20)], ("11:00",)),
    "the edges, where an hour from them would cost a dose": (
        [timed("all but four hours", ["07:00"], 4, 16)],
        ("11:00", "15:00"),
    ),
    "as far apart as may be, where an hour from the edges would cost a dose": (
        [timed("all but five hours", ["07:00"], 4, 15)],
        ("11:00", "16:00"),
    ),
    "an hour from both edges, as far apart as may be": (
        [timed("all but six hours", ["07:00"], 4, 14)],
        ("12:00", "16:00"),
    ),
    "to the minute, where half hours hold fewer": (
        [timed("all but four hours", ["07:07"], 4, 16)],
        ("11:07", "15:07"),
    ),
    "on half hours counted from waking": (
        [timed("thyroid", ["07:07"], 4, 4)],
        ("12:30", "23:00"),
    ),
    "nothing to keep apart has no edge": ([timed("amoxicillin", ["08:00"], 0, 0)], ("07:00", "19:00")),
}


@pytest.mark.parametrize("name", PLACED)
def test_a_dose_is_placed_clear_of_the_edges_of_its_window(name: str) -> None:
    medicines, expected = PLACED[name]
    assert plan(medicines, 2, Waking()).doses == expected


@pytest.mark.parametrize(
    ("doses", "expected"),
    [
        (1, ("07:00",)),
        (2, ("07:00", "19:00")),  # 12 hours apart both ways round
        (3, ("07:00", "15:00", "23:00")),  # 8 hours apart, the night too
        (4, ("07:00", "12:00", "17:00", "22:00")),  # a third of the 16 hours awake, on a half hour
        (5, ("07:00", "11:00", "15:00", "19:00", "23:00")),  # the least four hours apart
        (6, ("07:00", "11:00", "15:00", "19:00", "23:00")),  # a sixth would stand in the night
    ],
)
def test_the_doses_of_a_free_day_stand_as_far_apart_as_may_be(doses: int, expected: tuple[str, ...]) -> None:
    assert plan([timed("amoxicillin", ["08:00"], 0, 0)], doses, Waking()).doses == expected


@pytest.mark.parametrize("sleep", [0, 60])
def test_midnight_is_no_edge_of_a_free_day(sleep: int) -> None:
    """From noon on the first two that are twelve hours apart; nothing is closed beside either."""
    doses = plan([timed("amoxicillin", ["08:00"], 0, 0)], 2, Waking(12 * 60, sleep)).doses
    assert doses == ("12:00", "00:00")
