"""Every name and what it stands for; built once for a knowledge base."""

import re
from collections.abc import Iterable, Mapping

from magadvisor.model.medicine import AmbiguousName, ClassName, Medicine, MedicineWords, NotMedicine, Tokens
from magadvisor.model.record import Record
from magadvisor.model.words import Route
from magadvisor.names.tidy import compact, tidy

SHORTEST_COMPACT = 6
"""Letters from which a name is known without its blanks too."""

SHORTEST_BARE = 5
"""Letters from which a name is known without the number at its end too."""

SHORTEST_ABROAD = 7
"""Letters from which an INN is known with the ending of another language."""

_STRENGTH_BEHIND = r"([a-z ]+) \d+"
_PARTS = r", | and "


class Around(Record):
    """The words around a name, as they are compared."""

    idle: frozenset[str]
    behind: frozenset[str]
    leading: frozenset[str]
    purposes: frozenset[str]
    salts: frozenset[str]
    counter_ions: Mapping[str, frozenset[str]]
    joins: frozenset[str]
    whole_only: frozenset[str]
    routes: Mapping[str, Route]
    weak_routes: Mapping[Route, frozenset[str]]
    places: Mapping[str, Route]
    dropped: frozenset[str]
    swallowed: frozenset[str]
    endings: Mapping[str, tuple[str, ...]]


class NameIndex(Record, eq=False):
    """Names, as they are compared, and what each stands for."""

    medicines: Mapping[str, Medicine]
    by_name: Mapping[str, str]
    by_compact: Mapping[str, str]
    by_ingredients: Mapping[frozenset[str], str]
    brand_routes: Mapping[str, Route]
    ambiguous: Mapping[str, AmbiguousName]
    classes: Mapping[str, ClassName]
    class_variants: Mapping[str, ClassName]
    not_medicines: Mapping[str, NotMedicine]
    look_alikes: Mapping[str, tuple[str, ...]]
    around: Around
    stems: tuple[tuple[str, ...], tuple[str, ...]]
    most_words: int

    def abroad(self, name: str) -> str | None:
        """Find the medicine whose INN ends otherwise in another language: amlodipin, furosemida."""
        if len(name) < SHORTEST_ABROAD or " " in name:
            return None
        for ending, ours in self.around.endings.items():
            if not name.endswith(ending):
                continue
            stem = name.removesuffix(ending)
            found = next((f"{stem}{one}" for one in ours if f"{stem}{one}" in self.medicines), None)
            if found is not None:
                return found
        return None

    @property
    def size(self) -> int:
        """Count the names that can be recognised."""
        return len({*self.by_name, *self.ambiguous, *self.classes, *self.class_variants})


def index(medicines: Mapping[str, Medicine], words: MedicineWords) -> NameIndex:
    """Build the index; INNs come before US names, those before brands, those before other names."""
    by_name = _with_bare(_by_name(medicines.values()))
    ambiguous = {tidy(name): one for one in words.ambiguous for name in one.names}
    classes = {tidy(name): one for one in words.classes for name in one.names}
    things = frozenset(words.tokens.things)
    variants = {name: one for key, one in classes.items() for name in sorted(_variants(key, things))}
    names = (*by_name, *ambiguous, *classes, *variants)
    return NameIndex(
        medicines=medicines,
        by_name=by_name,
        by_compact=_by_compact(by_name),
        by_ingredients=_by_ingredients(medicines),
        brand_routes={
            tidy(brand): route
            for one in medicines.values()
            for brand, route in (one.brand_routes or {}).items()
        },
        ambiguous=ambiguous,
        classes=classes,
        class_variants=variants,
        not_medicines={tidy(name): one for one in words.not_medicines for name in one.names},
        look_alikes=_look_alikes(words.look_alikes),
        around=_around(words.tokens),
        stems=(words.tokens.stems_before, words.tokens.stems_behind),
        most_words=max((name.count(" ") + 1 for name in names), default=1),
    )


def inns(entries: Iterable[str], medicines: Mapping[str, Medicine]) -> tuple[str, ...]:
    """Name every ingredient by its INN, in order, each once.

    An ingredient that is no entry of its own is named as the combination names it.
    """
    found: dict[str, None] = {}
    for entry in entries:
        listed = medicines[entry].ingredients
        known = inns(listed, medicines) if listed else (entry,)
        named = re.split(_PARTS, entry) if listed and " and " in entry else []
        whole = len(named) > len(known) and "sequential" not in named
        found.update(dict.fromkeys(named if whole else known))
    return tuple(found)


def _by_name(medicines: Iterable[Medicine]) -> dict[str, str]:
    listed = tuple(medicines)
    by_name: dict[str, str] = {}
    for medicine in listed:
        by_name.setdefault(tidy(medicine.name), medicine.name)
    for medicine in listed:
        by_name.setdefault(tidy(medicine.us_name or medicine.name), medicine.name)
    for medicine in listed:
        for brand in medicine.brands:
            by_name.setdefault(tidy(brand), medicine.name)
    for medicine in listed:
        for name in medicine.also:
            by_name.setdefault(tidy(name), medicine.name)
    return by_name


def _with_bare(by_name: Mapping[str, str]) -> dict[str, str]:
    """Know a brand without the strength at its end too: Mag-Ox 400, Mag-Ox."""
    bare = (
        (found[1], entry)
        for name, entry in by_name.items()
        if (found := re.fullmatch(_STRENGTH_BEHIND, name)) and len(compact(found[1])) >= SHORTEST_BARE
    )
    return {**_of_one(bare), **by_name}


def _by_compact(by_name: Mapping[str, str]) -> dict[str, str]:
    """Map names written without blanks."""
    short = ((compact(name), entry) for name, entry in by_name.items() if "/" not in name)
    return _of_one((name, entry) for name, entry in short if len(name) >= SHORTEST_COMPACT)


def _of_one(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map names that are made of others; one that would stand for two medicines is left out."""
    found: dict[str, str] = {}
    torn: set[str] = set()
    for name, entry in named:
        if found.setdefault(name, entry) != entry:
            torn.add(name)
    return {name: entry for name, entry in found.items() if name not in torn}


def _by_ingredients(medicines: Mapping[str, Medicine]) -> dict[frozenset[str], str]:
    found: dict[frozenset[str], str] = {}
    for medicine in medicines.values():
        names = frozenset(inns((medicine.name,), medicines))
        if len(names) > 1:
            found.setdefault(names, medicine.name)
    return found


def _variants(name: str, things: frozenset[str]) -> set[str]:
    """Write a class word in the plural, and with every word for a pill."""
    words = name.split()
    if words[-1] in things:
        return {" ".join((*words[:-1], thing)) for thing in things if len(words) > 1}
    return {f"{name}s"} if not name.endswith("s") else set()


def _look_alikes(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        for name, partner in ((tidy(one), tidy(other)), (tidy(other), tidy(one))):
            found[name] = (*found.get(name, ()), partner)
    return found


def _around(tokens: Tokens) -> Around:
    idle = (
        tokens.units,
        tokens.release,
        tokens.pack,
        tokens.schedule,
        tokens.sellers,
        tokens.everyday,
        *tokens.routes.values(),
        *tokens.places.values(),
    )
    return Around(
        idle=frozenset(tidy(word) for words in idle for word in words),
        behind=frozenset(tokens.behind),
        leading=frozenset(tokens.leading),
        purposes=frozenset(tidy(word) for word in tokens.purposes),
        salts=frozenset(tokens.salts),
        counter_ions={mineral: frozenset(names) for mineral, names in tokens.counter_ions.items()},
        joins=frozenset(tokens.joins),
        whole_only=frozenset(tidy(word) for word in tokens.whole_only),
        routes={tidy(word): route for route, words in tokens.routes.items() for word in words},
        weak_routes={route: frozenset(map(tidy, words)) for route, words in tokens.weak_routes.items()},
        places={tidy(word): route for route, words in tokens.places.items() for word in words},
        dropped=frozenset(tokens.dropped),
        swallowed=frozenset(tokens.swallowed),
        endings=tokens.endings,
    )
