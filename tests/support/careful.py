"""What more careful means, as the architecture puts it."""

from collections.abc import Iterator

from magadvisor.model.advice import Advice, OfferedForm
from tests.support.asking import offered


def less_careful(before: Advice, after: Advice) -> list[str]:
    """Say in which ways `after` is less careful than `before`; nothing when it is not."""
    return list(_ways(before, after))


def _ways(before: Advice, after: Advice) -> Iterator[str]:
    if after.outcome.care < before.outcome.care:
        yield f"outcome {before.outcome} became {after.outcome}"
    new_forms = set(offered(after)) - set(offered(before))
    if new_forms:
        yield f"forms newly offered: {sorted(new_forms)}"
    gone = {one.id for one in before.interactions} - {one.id for one in after.interactions}
    if gone:
        yield f"interactions gone: {sorted(gone)}"
    acted = {rule for action in after.actions for rule in action.by}
    lost = {rule for action in before.actions for rule in action.by} - acted
    if lost:
        yield f"actions gone: {sorted(lost)}"
    if _same(before.form, after.form):
        yield from _looser(before, after)


def _same(before: OfferedForm | None, after: OfferedForm | None) -> bool:
    return before is not None and after is not None and (before.id, before.use) == (after.id, after.use)


def _looser(before: Advice, after: Advice) -> Iterator[str]:
    if _amount(after) > _amount(before):
        yield f"at most {_amount(before)} became {_amount(after)}"
    gaps = {one.id: one for one in after.interactions}
    for one in before.interactions:
        other = gaps.get(one.id)
        if other is None:
            continue
        for side in ("magnesium_after_medicine_hours", "magnesium_before_medicine_hours"):
            if (getattr(other, side) or 0) < (getattr(one, side) or 0):
                yield f"{one.id}: {side} became shorter"


def _amount(advice: Advice) -> float:
    """Rank an amount; no figure is the lowest."""
    figure = advice.dose.at_most_mg if advice.dose else None
    return -1.0 if figure is None else figure
