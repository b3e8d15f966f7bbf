"""Which interactions a medicine meets, by its codes, its ingredients and the route it is taken."""

from collections.abc import Iterable, Mapping

from magadvisor.model.interaction import Interaction
from magadvisor.model.medicine import Medicine
from magadvisor.model.words import Route


def met_by_name(
    medicine: Medicine, medicines: Mapping[str, Medicine], interactions: Iterable[Interaction]
) -> tuple[Interaction, ...]:
    """List the interactions of a medicine and of every ingredient, less those that except it."""
    parts = [medicine, *(medicines[name] for name in medicine.ingredients if name in medicines)]
    return tuple(
        interaction
        for interaction in interactions
        if medicine.name not in interaction.applies_to.except_
        and any(applies(interaction, part) for part in parts)
    )


def applies(interaction: Interaction, medicine: Medicine) -> bool:
    """Say whether an interaction names this medicine itself, by name or by a code's beginning."""
    target = interaction.applies_to
    if medicine.name in target.except_:
        return False
    return medicine.name in target.medicines or any(code.startswith(target.atc) for code in medicine.atc)


def by_route(
    interactions: Iterable[Interaction], medicine: Medicine, route: Route | None
) -> tuple[Interaction, ...]:
    """Keep the interactions of the route taken; of an unsaid route those of every usual one."""
    taken = {route} if route is not None else set(medicine.routes)
    return tuple(interaction for interaction in interactions if taken.intersection(interaction.routes))


def likely_route(
    interactions: Iterable[Interaction], medicine: Medicine, route: Route | None
) -> Route | None:
    """Settle the route: the one said, else by mouth where an interaction needs it, else the usual one."""
    if route is not None:
        return route
    depends = {named for interaction in interactions for named in interaction.routes}
    if Route.ORAL in depends and Route.ORAL in medicine.routes:
        return Route.ORAL
    return next(iter(medicine.routes), None)
