"""What was found in a text, less what only describes it."""

from magadvisor.names.find import Found, Kind, Named
from magadvisor.names.name_index import NameIndex
from magadvisor.names.settle import fits_of
from magadvisor.names.tidy import parted


def narrow(found: Found, text: str, names: NameIndex) -> Found:
    """Leave out names that describe another name, and words that belong to one.

    "Warfarin, a blood thinner" is warfarin; "Glucophage (metformin)" is metformin; garlic alone is a food.
    """
    for step in (_whole_only, _foods, _purposes, _meanings, _classes, _words):
        found = step(found, text, names)
    return found


def _whole_only(found: Found, _text: str, names: NameIndex) -> Found:
    """Take everyday words for names only where nothing else is typed."""
    if len(found.named) == 1 and not found.loose:
        return found
    common = tuple(one for one in found.named if one.name in names.around.whole_only)
    return _less(found, common, loose=True)


def _foods(found: Found, text: str, names: NameIndex) -> Found:
    """Take foods for supplements only beside a word such as "capsules"."""
    padded = f" {text} "
    foods = tuple(
        one
        for one in found.named
        if one.name in names.not_medicines
        and not any(f" {word} " in padded for word in names.not_medicines[one.name].unless)
    )
    return _less(found, foods, loose=True) if len(foods) == len(found.named) else found


def _purposes(found: Found, text: str, names: NameIndex) -> Found:
    """Leave out what a medicine is for, where a medicine is named."""
    words = text.split()
    purposes = tuple(
        one
        for one in found.named
        if one.name in names.around.purposes
        or (one.kind is Kind.CLASS and one.name in names.around.idle and not _is_joined(one, words, names))
    )
    return _less(found, purposes) if len(purposes) < len(found.named) else found


def _is_joined(one: Named, words: list[str], names: NameIndex) -> bool:
    """Say whether "and" or its like stands in front of a name, whatever leads it in."""
    leads = names.around.leading
    before = next((word for word in reversed(words[: one.start]) if word not in leads), "")
    return before in names.around.joins


def _meanings(found: Found, _text: str, names: NameIndex) -> Found:
    """Leave out a name with several meanings beside the medicine that is meant, and words that settle it."""
    entries = {one.entry for one in found.named}
    ambiguous = tuple(one for one in found.named if one.kind is Kind.AMBIGUOUS)
    explained = tuple(one for one in ambiguous if entries & _readings(one, names))
    left = _less(found, explained)
    fits = {fit for one in left.named if one.kind is Kind.AMBIGUOUS for fit in _fits(one, names)}
    settling = tuple(one for one in left.named if one.kind is not Kind.AMBIGUOUS and parted(one.name) in fits)
    return _less(left, settling)


def _classes(found: Found, _text: str, names: NameIndex) -> Found:
    """Leave out a class beside a medicine that belongs to it."""
    codes = tuple(
        code for one in found.named for entry in _entries(one, names) for code in names.medicines[entry].atc
    )
    described = tuple(
        one
        for one in found.named
        if one.kind is Kind.CLASS and any(code.startswith(_atc(one, names)) for code in codes)
    )
    return _less(found, described)


def _words(found: Found, _text: str, names: NameIndex) -> Found:
    """Leave out loose words that settle a name or say how a medicine may be taken."""
    fits = {
        word
        for one in found.named
        if one.kind is Kind.AMBIGUOUS
        for fit in _fits(one, names)
        for word in fit.split()
    }
    routes = {
        route
        for one in found.named
        for entry in _entries(one, names)
        for route in names.medicines[entry].routes
    }
    said = {word for route in routes for word in names.around.weak_routes.get(route, frozenset())}
    return Found(found.named, tuple(word for word in found.loose if word not in fits | said))


def _less(found: Found, left_out: tuple[Named, ...], *, loose: bool = False) -> Found:
    words = tuple(one.name for one in left_out) if loose else ()
    return Found(tuple(one for one in found.named if one not in left_out), (*found.loose, *words))


def _fits(one: Named, names: NameIndex) -> frozenset[str]:
    return fits_of(names.ambiguous[one.name])


def _readings(one: Named, names: NameIndex) -> set[str]:
    return {reading.medicine for reading in names.ambiguous[one.name].readings if reading.medicine}


def _entries(one: Named, names: NameIndex) -> tuple[str, ...]:
    if one.entry is not None:
        return (one.entry,)
    if one.kind is Kind.AMBIGUOUS:
        return tuple(_readings(one, names))
    return ()


def _atc(one: Named, names: NameIndex) -> tuple[str, ...]:
    return (names.classes.get(one.name) or names.class_variants[one.name]).atc
