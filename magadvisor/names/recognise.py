"""What a person typed becomes known medicines, or a list of what it may have meant; never a guess."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from magadvisor.model.medicine import AmbiguousName, ClassName, Medicine, MedicineWords, Reading, Tokens
from magadvisor.model.words import Route
from magadvisor.names.tidy import LONGEST, Tidied, bare, key, names_nothing, parts, tidied, tidy, without_salt

SameRules = Callable[[tuple[str | None, ...], Route | None], bool]
"""Says whether medicines, taken by a route, meet the same interactions; None is no medicine."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A typed name and what it was recognised as.

    `entries` are the medicines that count: the one that was meant, or every reading of an unsettled
    name. `matched` are their INNs, empty when nothing is settled. `classes` are interactions that
    count because a class was named.
    """

    typed: str
    checked: bool
    entries: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()
    route: Route | None = None
    classes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Every name and what it stands for; built once for a knowledge base."""

    medicines: Mapping[str, Medicine]
    by_name: Mapping[str, str]
    by_ingredients: Mapping[frozenset[str], str]
    brand_routes: Mapping[str, Route]
    ambiguous: Mapping[str, AmbiguousName]
    classes: Mapping[str, ClassName]
    tokens: Tokens


def index(medicines: Mapping[str, Medicine], words: MedicineWords) -> NameIndex:
    """Build the index; INNs come before US names, those before brands, those before other names."""
    by_name: dict[str, str] = {}
    for names_of in (_inn, _us_name, _brands, _also):
        for medicine in medicines.values():
            for name in names_of(medicine):
                by_name.setdefault(key(name), medicine.name)
    return NameIndex(
        medicines=medicines,
        by_name=by_name,
        by_ingredients={
            frozenset(one.ingredients): one.name for one in medicines.values() if len(one.ingredients) > 1
        },
        brand_routes={
            key(brand): route for one in medicines.values() for brand, route in one.brand_routes.items()
        },
        ambiguous={key(name): one for one in words.ambiguous for name in one.names},
        classes={key(name): one for one in words.classes for name in one.names},
        tokens=words.tokens,
    )


def recognise(
    text: str,
    names: NameIndex,
    *,
    route: Route | None = None,
    same_rules: SameRules,
) -> Recognised:
    """Recognise one typed name; a misspelling only brings suggestions.

    `route` is one said apart from the name; a route word in the name wins over it.
    """
    read = tidied(text, names.tokens) if len(text) <= LONGEST else tidied("", names.tokens)
    said = read.route or route
    for spelling in _spellings(read, names):
        found = _exact(text, spelling, read, said, names, same_rules)
        if found is not None:
            return found
    return _combination(text, said, names) or _class(text, read, said, names) or _unknown(text, read, names)


def _spellings(read: Tidied, names: NameIndex) -> Iterator[str]:
    """Give what may be the name: the longest run of words around which nothing else names anything."""
    words = read.words
    idle = [names_nothing(word, names.tokens) for word in words]
    runs = ((start, end) for start in range(len(words)) for end in range(len(words), start, -1))
    for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
        spelling = " ".join(words[start:end])
        around = zip((*words[:start], *words[end:]), (*idle[:start], *idle[end:]), strict=True)
        if all(nothing or _fits(word, spelling, names) for word, nothing in around):
            yield spelling
            yield without_salt(spelling, names.tokens)


def _fits(word: str, spelling: str, names: NameIndex) -> bool:
    """Say whether a word belongs to an ambiguous name because it fits one of its readings."""
    named = names.ambiguous.get(spelling)
    return named is not None and any(word in fit.split() for one in named.readings for fit in one.fits)


def _exact(
    text: str,
    spelling: str,
    read: Tidied,
    route: Route | None,
    names: NameIndex,
    same_rules: SameRules,
) -> Recognised | None:
    if spelling in names.ambiguous:
        return _settle(text, names.ambiguous[spelling], read, route, names, same_rules)
    if spelling in names.by_name:
        return _medicine(text, names.by_name[spelling], route or names.brand_routes.get(spelling), names)
    return None


def _medicine(text: str, entry: str, route: Route | None, names: NameIndex) -> Recognised:
    return Recognised(text, True, (entry,), _inns((entry,), names), route)


def _settle(
    text: str,
    name: AmbiguousName,
    read: Tidied,
    route: Route | None,
    names: NameIndex,
    same_rules: SameRules,
) -> Recognised:
    """Settle a name with several readings by what else was typed, or let every reading count."""
    fitting = _fitting(name.readings, read, route, names)
    if len(fitting) == 1 and fitting[0].medicine is not None:
        return _medicine(text, fitting[0].medicine, route, names)
    entries = tuple(dict.fromkeys(one.medicine for one in name.readings if one.medicine is not None))
    if entries and same_rules(tuple(one.medicine for one in name.readings), route):
        first = _inns(entries[:1], names)
        watch = (f'"{read.whole}" has several meanings with the same rules; read as {", ".join(first)}.',)
        return Recognised(text, True, entries[:1], first, route, watch=watch)
    suggestions = tuple(", ".join(_inns((entry,), names)) for entry in entries)[:5]
    return Recognised(text, False, entries, (), route, suggestions=suggestions, asks=(name.ask,))


def _fitting(
    readings: Iterable[Reading], read: Tidied, route: Route | None, names: NameIndex
) -> tuple[Reading, ...]:
    """Keep the readings that a word fits; else those of the route said, or of a strength by mouth."""
    listed = tuple(readings)
    padded = f" {_spaced(read.whole)} "
    by_word = tuple(one for one in listed if any(f" {_spaced(word)} " in padded for word in one.fits))
    if by_word:
        return by_word
    likely = route or (Route.ORAL if read.has_strength else None)
    if likely is None:
        return ()
    return tuple(one for one in listed if one.medicine and likely in names.medicines[one.medicine].routes)


def _spaced(text: str) -> str:
    """Part a number from its unit, so that "500mg" and "500 mg" compare alike."""
    out = []
    for place, one in enumerate(text):
        if place and one.isalpha() and text[place - 1].isdigit():
            out.append(" ")
        out.append(one)
    return "".join(out)


def _combination(text: str, route: Route | None, names: NameIndex) -> Recognised | None:
    """Recognise ingredients joined in any order; every one of them must be known."""
    whole = tidy(text) if len(text) <= LONGEST else ""
    for pieces in (parts(whole, names.tokens), tuple(bare(whole, names.tokens).split("-"))):
        found = [_known(piece, names) for piece in pieces]
        entries = tuple(dict.fromkeys(entry for entry in found if entry is not None))
        if len(entries) > 1 and None not in found:
            joined = names.by_ingredients.get(frozenset(_inns(entries, names)))
            counted = (joined,) if joined is not None else entries
            return Recognised(text, True, counted, _inns(counted, names), route)
    return None


def _known(piece: str, names: NameIndex) -> str | None:
    spelling = bare(key(piece), names.tokens)
    return names.by_name.get(spelling) or names.by_name.get(without_salt(spelling, names.tokens))


def _class(text: str, read: Tidied, route: Route | None, names: NameIndex) -> Recognised | None:
    for spelling in _spellings(read, names):
        if spelling in names.classes:
            named = names.classes[spelling]
            return Recognised(text, False, route=route, classes=named.counts_as, asks=(named.ask,))
    return None


def _unknown(text: str, read: Tidied, names: NameIndex) -> Recognised:
    from magadvisor.names.suggest import suggest

    return Recognised(
        text, False, suggestions=suggest(bare(read.whole, names.tokens), names.by_name, names.medicines)
    )


def _inns(entries: Iterable[str], names: NameIndex) -> tuple[str, ...]:
    """Name every ingredient by its INN, in order, each once."""
    found: dict[str, None] = {}
    for entry in entries:
        medicine = names.medicines[entry]
        found.update(dict.fromkeys(_inns(medicine.ingredients, names) if medicine.ingredients else (entry,)))
    return tuple(found)


def _inn(medicine: Medicine) -> tuple[str, ...]:
    return (medicine.name,)


def _us_name(medicine: Medicine) -> tuple[str, ...]:
    return (medicine.us_name,) if medicine.us_name else ()


def _brands(medicine: Medicine) -> tuple[str, ...]:
    return medicine.brands


def _also(medicine: Medicine) -> tuple[str, ...]:
    return medicine.also
