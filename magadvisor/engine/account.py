"""An account of everything that was typed: each item answered as checked or not checked."""

from collections.abc import Iterable, Iterator

from magadvisor.model.account import (
    MagnesiumMedicineAnswer,
    MedicineAnswer,
    NotChecked,
    TakingAnswer,
    WordsAnswer,
)
from magadvisor.model.form import UNSPECIFIED
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords, Profile


def medicines(profile: Profile) -> tuple[MedicineAnswer, ...]:
    """Answer each medicine, in the order typed."""
    return tuple(_medicine(item) for item in profile.medicines or ())


def words(items: Iterable[ListedWords] | None) -> tuple[WordsAnswer, ...]:
    """Answer each condition, symptom or food to avoid, in the order typed."""
    return tuple(
        WordsAnswer(item.typed, item.checked, item.matched, item.suggestions) for item in items or ()
    )


def taking(profile: Profile) -> tuple[TakingAnswer, ...]:
    """Answer each item of magnesium already taken, in the order typed."""
    return tuple(
        TakingAnswer(item.typed, item.checked, item.matched, item.suggestions, item.form, item.elemental_mg)
        for item in profile.taking or ()
    )


def not_checked(profile: Profile) -> tuple[NotChecked, ...]:
    """List again everything that could not be checked, of an item that is a list itself each such part."""
    return tuple(one for name, item in _listed(profile) for one in _not_checked(name, item))


def all_checked(profile: Profile) -> bool:
    """Say whether everything typed was checked."""
    lists = (profile.conditions, profile.symptoms, profile.taking, profile.avoid)
    return all(item.checked for item in profile.medicines or ()) and all(
        item.checked and not item.unheard for items in lists if items for item in items
    )


def listed_and_checked(profile: Profile) -> tuple[int, int]:
    """Count the items typed, and those that were checked."""
    items = [item for _, item in _listed(profile)]
    return len(items), sum(item.checked for item in items)


def _not_checked(name: str, item: ListedMedicine | ListedWords | ListedMagnesium) -> Iterator[NotChecked]:
    if not item.checked:
        yield NotChecked(name, item.typed, item.suggestions)
    elif not isinstance(item, ListedMedicine):
        yield from (NotChecked(name, part, ()) for part in item.unheard)


def _listed(profile: Profile) -> Iterator[tuple[str, ListedMedicine | ListedWords | ListedMagnesium]]:
    yield from (("medicines", item) for item in profile.medicines or ())
    yield from (("conditions", item) for item in profile.conditions or ())
    yield from (("symptoms", item) for item in profile.symptoms or ())
    yield from (("taking", item) for item in profile.taking or ())
    yield from (("avoid", item) for item in profile.avoid or ())


def _medicine(item: ListedMedicine) -> MedicineAnswer:
    if not item.has_magnesium:
        return MedicineAnswer(
            item.typed, item.checked, item.matched, item.route, item.suggestions, item.interactions
        )
    return MagnesiumMedicineAnswer(
        item.typed,
        item.checked,
        item.matched,
        item.route,
        item.suggestions,
        item.interactions,
        item.form or UNSPECIFIED,
        item.elemental_mg,
    )
