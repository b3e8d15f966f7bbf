"""Sentences about the day: when magnesium fits, what limits each edge, and what clashes."""

from collections.abc import Iterable, Iterator, Sequence

from magadvisor.model.day import Block, Day, Window
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.joining import either
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.meal import Meal
from magadvisor.model.words import WEEKDAYS
from magadvisor.render.doses import doses


def headline(one: Day | None) -> str:
    """Say whether the day has room for magnesium."""
    return "When magnesium fits into this day" if one and one.windows else "No time of this day is free"


def day(
    one: Day,
    met: Sequence[MetInteraction],
    known: Knowledge,
    asked: int | None = None,
    meals: Sequence[Meal] = (),
) -> Iterator[str]:
    """Say when magnesium fits, or what clashes, and whose hours are missing."""
    if one.left_out:
        yield (
            f"Not in this plan: {', '.join(one.left_out)}. No time was given, or we do not know it, "
            "so fewer hours may fit."
        )
    yield from _free(one, met, known)
    yield from doses(one, asked, meals)
    if one.conflict:
        yield f"No time fits. These close the day: {', '.join(one.conflict)}."
        if one.least.windows:
            left = ", ".join(f"{each.from_}-{each.to}{_on(each.on)}" for each in one.least.windows)
            yield known.sentences["least-day"].format(hours=left)


def closed(blocked: Iterable[Block]) -> Iterator[str]:
    """Tell the hours that each medicine closes, each medicine once."""
    hours: dict[str, dict[str, None]] = {}
    for one in blocked:
        hours.setdefault(one.by, {})[f"{one.from_}-{one.to}{_on(one.on)}"] = None
    yield from (f"{by}: no magnesium {', '.join(told)}." for by, told in hours.items())


def no_day(met: Iterable[MetInteraction]) -> Iterator[str]:
    """Say that no hour helps, and because of which medicines, if it is because of some."""
    names = dict.fromkeys(name for one in met if one.spacing_helps is False for name in one.medicines)
    if names:
        yield f"No time of day helps with {either(tuple(names))}: read below."


def _free(one: Day, met: Sequence[MetInteraction], known: Knowledge) -> Iterator[str]:
    """Tell each window with what limits its edges, as parts of one sentence."""
    last = len(one.windows) - 1
    for place, window in enumerate(one.windows):
        told = _window(window, one.blocked, met, known)
        yield f"{'or' if place else 'Magnesium fits'} {told}{',' if place < last else '.'}"


def _window(one: Window, blocked: Sequence[Block], met: Sequence[MetInteraction], known: Knowledge) -> str:
    days = _week(one.on)
    later = _next(days) if one.to <= one.from_ else days
    opens = [block for block in blocked if block.to == one.from_ and days <= _ends_on(block)]
    closes = [block for block in blocked if block.from_ == one.to and later <= _week(block.on)]
    after = _edge(opens, {block.by: _hours(block.by, met, known)[0] for block in opens}, "after")
    before = _edge(closes, {block.by: _hours(block.by, met, known)[1] for block in closes}, "before")
    on = f"on {', '.join(one.on)} " if one.on else ""
    return f"{on}{one.from_}{after} to {one.to}{before}"


def _edge(blocks: Iterable[Block], hours: dict[str, float], side: str) -> str:
    """Say which medicines make an edge, and by how many hours."""
    told = dict.fromkeys(f"{hours[block.by]:g} h {side} {block.by}" for block in blocks)
    return f" ({', '.join(told)})" if told else ""


def _hours(by: str, met: Iterable[MetInteraction], known: Knowledge) -> tuple[float, float]:
    """Give the longest gap on each side of a medicine; it may stand for several ingredients."""
    gaps = [
        (one.magnesium_after_medicine_hours or 0, one.magnesium_before_medicine_hours or 0)
        for one in met
        if _stands_for(by, one.medicines)
    ]
    ruled = [rule for rule in known.rules.values() if _stands_for(by, rule.medicines)]
    gaps += [(one.after, one.before) for rule in ruled if (one := rule.then.keep_apart) is not None]
    return max((after for after, _ in gaps), default=0), max((before for _, before in gaps), default=0)


def _stands_for(by: str, names: Iterable[str]) -> bool:
    return any(f", {name}, " in f", {by}, " for name in names)


def _week(on: Sequence[str]) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(name) for name in on or WEEKDAYS)


def _next(days: Iterable[int]) -> frozenset[int]:
    return frozenset((one + 1) % len(WEEKDAYS) for one in days)


def _ends_on(one: Block) -> frozenset[int]:
    days = _week(one.on)
    return _next(days) if one.to <= one.from_ else days


def _on(days: Sequence[str]) -> str:
    return f" ({', '.join(days)})" if days else ""
