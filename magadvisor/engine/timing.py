"""Apart from what? Interactions as they hold for the form shown."""

from collections.abc import Mapping

from magadvisor.engine.gather import ids
from magadvisor.engine.meet import applies
from magadvisor.model.form import Form
from magadvisor.model.interaction import Interaction, MetInteraction
from magadvisor.model.medicine import Medicine
from magadvisor.model.profile import ListedMedicine, Profile
from magadvisor.model.record import Record
from magadvisor.model.words import Action, Salts, Severity

_LESS_SERIOUS = {severity: -place for place, severity in enumerate(Severity)}


class Met(Record):
    """An interaction and the medicines that meet it."""

    interaction: Interaction
    medicines: tuple[str, ...]


def met_by(
    profile: Profile, interactions: Mapping[str, Interaction], medicines: Mapping[str, Medicine]
) -> tuple[Met, ...]:
    """Collect every interaction once, with all medicines that meet it; the most serious first."""
    if not profile.medicines:
        return ()
    names: dict[str, list[str]] = {}
    for item in profile.medicines:
        for met in item.interactions:
            names.setdefault(met, []).extend(_who_meets(interactions[met], item, medicines))
    found = (Met(interactions[met], tuple(dict.fromkeys(who))) for met, who in names.items())
    return tuple(sorted(found, key=lambda one: _LESS_SERIOUS[one.interaction.severity]))


def alkaline_taken(profile: Profile, forms: Mapping[str, Form]) -> bool:
    """Say whether anything taken already is, or may be, an acid-neutralising salt."""
    taken = [item.form for item in profile.taking or () if item.counts]
    taken += [item.form or "" for item in profile.medicines or () if item.has_magnesium]
    return any(form not in forms or forms[form].alkaline for form in taken)


def as_shown(one: Met, alkaline: bool) -> MetInteraction:
    """Tell an interaction; one for alkaline salts only informs when nothing alkaline is about."""
    interaction = one.interaction
    lowered = interaction.salts is Salts.ALKALINE and not alkaline
    action = Action.INFORM if lowered else interaction.action
    separate = action is Action.SEPARATE
    return MetInteraction(
        id=interaction.id,
        name=interaction.name,
        medicines=one.medicines,
        severity=interaction.severity,
        action=action,
        spacing_helps=_spacing_helps(action),
        magnesium_after_medicine_hours=interaction.magnesium_after_medicine_hours if separate else None,
        magnesium_before_medicine_hours=interaction.magnesium_before_medicine_hours if separate else None,
        least=interaction.least if separate else None,
        salts=interaction.salts,
        monitor=interaction.monitor,
        direction=interaction.direction,
        tell=interaction.tell,
        because=interaction.because,
        certainty=interaction.certainty,
        fit=interaction.fit,
        sources_differ=interaction.sources_differ is not None,
        differ=interaction.sources_differ,
        sources=ids(interaction.sources),
    )


def _spacing_helps(action: Action) -> bool | None:
    if action is Action.SEPARATE:
        return True
    return False if action is Action.AVOID else None


def _who_meets(
    interaction: Interaction, item: ListedMedicine, medicines: Mapping[str, Medicine]
) -> list[str]:
    """Name the ingredients that meet an interaction; of a combination that meets it as a whole, all."""
    meeting = [name for name in item.matched if name in medicines and applies(interaction, medicines[name])]
    return meeting or list(item.matched) or [item.typed]
