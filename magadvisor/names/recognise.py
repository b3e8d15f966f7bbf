"""What a person typed becomes known medicines, or a list of what it may have meant; never a guess."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from magadvisor.model.medicine import Reading
from magadvisor.model.record import Record, replace
from magadvisor.model.words import Route
from magadvisor.names.find import Found, Kind, Named, find
from magadvisor.names.name_index import NameIndex, index, inns
from magadvisor.names.narrow import narrow
from magadvisor.names.routes import said_beside, said_route, weak_route
from magadvisor.names.settle import settle
from magadvisor.names.tidy import is_strength, tidy

__all__ = ["NameIndex", "Recognised", "SameRules", "index", "recognise"]

SameRules = Callable[[tuple[str | None, ...], Route | None], bool]
"""Says whether medicines, taken by a route, meet the same interactions; None is no medicine."""

_MOST_SUGGESTED = 5
_LONGEST_PURPOSE = 3


class Recognised(Record):
    """A typed name and what it was recognised as.

    `entries` are the medicines that count: the one that was meant, every reading of an unsettled
    name, or what was known in a text that was not understood as a whole. `matched` are their INNs,
    empty when nothing is settled. `classes` are interactions that count because a class was named.
    `first` are names of several meanings, each with the medicine it was read as.
    """

    typed: str
    checked: bool
    entries: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()
    route: Route | None = None
    classes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    first: tuple[tuple[str, str], ...] = ()


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
    name, found = _found(tidy(text), names)
    if not found.named:
        return _unknown(text, name, found, names)
    reader = _Reader(text, names, same_rules)
    read = [
        reader.read(one, part, said_beside(one, part, start, names) or route)
        for one, (start, part) in zip(found.named, _parts(name, found.named), strict=True)
    ]
    if len(read) == 1 and not found.loose:
        return read[0]
    return reader.together(name, read, found, said_route(name, names.around) or route)


def only_names(text: str, names: NameIndex) -> bool:
    """Say whether a text is the name of a medicine, or several, and nothing else."""
    _, found = _found(tidy(text), names)
    return bool(found.named) and not found.loose


def purposes(text: str, names: NameIndex) -> tuple[str, ...]:
    """List what a text says a medicine is for, the longest phrase at each place; nothing within a name."""
    name, found = _found(tidy(text), names)
    words = name.split()
    free = [not any(one.start <= place < one.end for one in found.named) for place in range(len(words))]
    told: list[str] = []
    place = 0
    while place < len(words):
        ends = (end for end in range(min(place + _LONGEST_PURPOSE, len(words)), place, -1))
        phrases = (" ".join(words[place:end]) for end in ends if all(free[place:end]))
        phrase = next((one for one in phrases if one in names.around.purposes), "")
        told += [phrase] if phrase else []
        place += len(phrase.split()) or 1
    return _unique(told)


class _Reader(Record, eq=False):
    """Reads the names that were found in one typed text."""

    text: str
    names: NameIndex
    same_rules: SameRules

    def read(self, one: Named, part: str, said: Route | None) -> Recognised:
        """Read one name, with the part of the text that speaks of it and the route said there."""
        names = self.names
        if one.entry is not None:
            return self._medicine(one.entry, part, said or names.brand_routes.get(one.name))
        if one.kind is Kind.AMBIGUOUS:
            return self._ambiguous(one.name, part, said)
        named = names.classes.get(one.name) or names.class_variants[one.name]
        return Recognised(
            self.text,
            False,
            route=said,
            classes=named.counts_as,
            suggestions=named.members[:_MOST_SUGGESTED],
            asks=(named.ask,),
        )

    def _medicine(self, entry: str, part: str, said: Route | None) -> Recognised:
        known = self.names.medicines
        route = said or weak_route(part, self.names.around, known[entry].routes)
        return Recognised(self.text, True, (entry,), inns((entry,), known), route)

    def _ambiguous(self, name: str, part: str, said: Route | None) -> Recognised:
        """Settle a name with several meanings, or let every reading count."""
        ambiguous = self.names.ambiguous[name]
        readings = settle(ambiguous, part, said, self.names)
        only = _entries(readings)
        if len(readings) == 1 and only:
            return self._medicine(only[0], part, said)
        if only and self.same_rules(tuple(one.medicine for one in readings), said):
            read = self._medicine(only[0], part, said)
            return replace(read, first=((ambiguous.names[0], only[0]),))
        every = _entries(ambiguous.readings)
        return Recognised(
            self.text, False, every, (), said, suggestions=every[:_MOST_SUGGESTED], asks=(ambiguous.ask,)
        )

    def together(self, name: str, read: list[Recognised], found: Found, said: Route | None) -> Recognised:
        """Put names together: a combination in any order, or all that counts of a text not understood."""
        names = self.names
        entries = _unique(entry for one in read for entry in one.entries)
        checked = not found.loose and all(one.checked for one in read)
        first = tuple(dict.fromkeys(told for one in read for told in one.first))
        if checked:
            joined = names.by_ingredients.get(frozenset(inns(entries, names.medicines)))
            counted = (joined,) if joined is not None else entries
            whole = said if joined is not None else _explained(name, read, found, names)
            route = _one_route(read) or whole
            return Recognised(self.text, True, counted, inns(counted, names.medicines), route, first=first)
        return Recognised(
            self.text,
            False,
            entries,
            route=_one_route(read),
            classes=_unique(one for named in read for one in named.classes),
            suggestions=_unique((*_near((name, *found.loose), names), *entries))[:_MOST_SUGGESTED],
            asks=_unique((*(told for one in read for told in one.asks), *_asked(name, names))),
            first=first,
        )


def _found(name: str, names: NameIndex) -> tuple[str, Found]:
    """Find the names of a text; one name may stand around its strength: "calcium 600 mg with vitamin D"."""
    found = narrow(find(name, names), name, names)
    words = [word for word in name.split() if not is_strength(word)]
    bare = " ".join(words)
    if len(found.named) + len(found.loose) > 1 and bare != name:
        whole = narrow(find(bare, names), bare, names)
        one = whole.named[0] if len(whole.named) == 1 and not whole.loose else None
        if one is not None and one.kind is Kind.MEDICINE and one.end - one.start > 1:
            return bare, whole
    return name, found


def _parts(name: str, named: tuple[Named, ...]) -> Iterator[tuple[int, str]]:
    """Cut a text so that each name stands with the words behind it, the first one with all in front too."""
    words = name.split()
    starts = [0, *(one.start for one in named[1:]), len(words)]
    for start, end in pairwise(starts):
        yield start, " ".join(words[start:end])


def _explained(name: str, read: list[Recognised], found: Found, names: NameIndex) -> Route | None:
    """Give the only route said of one medicine that is named again: "ofloxacin (Ocuflox) eye drops".

    Behind "and" or a comma the second name may be another box of the same medicine.
    """
    between = name.split()[found.named[0].end : found.named[-1].start]
    one = len({entry for each in read for entry in each.entries}) == 1
    routes = {each.route for each in read if each.route is not None}
    alone = one and len(routes) == 1 and not names.around.joins & set(between)
    return routes.pop() if alone else None


def _one_route(read: list[Recognised]) -> Route | None:
    """Give the route of several names if it is one: drops say nothing about a tablet beside them."""
    routes = {one.route for one in read}
    return routes.pop() if len(routes) == 1 else None


def _unknown(text: str, name: str, found: Found, names: NameIndex) -> Recognised:
    """Answer for a text without a name: nothing for a food or an answer, else what may have been meant."""
    whole = names.not_medicines.get(" ".join(found.loose)) or names.not_medicines.get(name)
    if whole is not None:
        return Recognised(text, False, asks=(whole.ask,) if whole.ask else ())
    return Recognised(text, False, suggestions=_near(found.loose, names))


def _asked(name: str, names: NameIndex) -> tuple[str, ...]:
    """Give what is asked about an answer that holds a name: "same as before", where SAMe is one."""
    whole = names.not_medicines.get(name)
    return (whole.ask,) if whole is not None and whole.ask else ()


def _near(loose: tuple[str, ...], names: NameIndex) -> tuple[str, ...]:
    if not loose:
        return ()
    from magadvisor.names.suggest import suggest

    return suggest(loose, names)


def _entries(readings: Iterable[Reading]) -> tuple[str, ...]:
    return _unique(one.medicine for one in readings if one.medicine is not None)


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
