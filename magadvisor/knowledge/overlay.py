"""A folder that is laid over the shipped knowledge: it may add, and it may tighten; it never loosens.

An entry with a new id is added; one with a shipped id may change only what `tighten` lists. Everything else
is refused with its place, and so is what stands in no file of the list in `allowed`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from magadvisor.knowledge.allowed import foreign
from magadvisor.knowledge.check import check
from magadvisor.knowledge.limit_entries import placed
from magadvisor.knowledge.reader import Place, Reader
from magadvisor.knowledge.tighten import changes
from magadvisor.model.food import Food
from magadvisor.model.form import Form
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import Limits, UpperLevel
from magadvisor.model.medicine import Medicine, Product
from magadvisor.model.problem import Problem
from magadvisor.model.record import Record, replace
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source
from magadvisor.model.vocabulary import Entry

_T = TypeVar("_T")

ADDED = "added"
"""Stands behind the version of knowledge that a folder was laid over."""

_ONLY_SHIPPED = {
    "intake_tables": ("a recommended intake is not added by a folder", "write `intake_tables: []`"),
    "references": ("what percentages on labels mean is not changed by a folder", "write `references: []`"),
    "vitamin_b6": ("the limit for vitamin B6 is not changed by a folder", "leave `vitamin_b6` out"),
}
"""The keys of `limits.yaml` that a folder leaves empty: what is wrong otherwise, and what to do instead."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Overlay(Record):
    """The knowledge with a folder laid over it, the values the folder brought, and where they stand."""

    knowledge: Knowledge | None
    medicines: tuple[Medicine, ...]
    products: tuple[Product, ...]
    forms: tuple[Form, ...]
    places: Mapping[int, Place]
    problems: tuple[Problem, ...]


def lay_over(folder: Path, shipped: Knowledge) -> Overlay:
    """Lay a folder over the shipped knowledge; with a problem, nothing may be answered from it."""
    reader = Reader(folder)
    try:
        reader.problems += foreign(folder)
    except OSError as wrong:
        reader.problems.append(reader.unread(wrong))
    if reader.problems:
        return Overlay(None, (), (), (), {}, tuple(reader.problems))
    over = _Over(reader)
    forms = reader.one_each("forms/*.yaml", Form)
    medicines = reader.each("medicines/*.yaml", Medicine)
    products = reader.each("products.yaml", Product)
    vocabulary = replace(
        shipped.vocabulary,
        conditions=over.entries("conditions", shipped.vocabulary.conditions),
        symptoms=over.entries("symptoms", shipped.vocabulary.symptoms),
        allergens=over.entries("allergens", shipped.vocabulary.allergens),
    )
    knowledge = replace(
        shipped,
        shipped=shipped,
        meta=replace(shipped.meta, version=f"{shipped.meta.version}+{ADDED}"),
        digest=_both(shipped.digest, reader.digest()),
        sources=over.by_id(shipped.sources, reader.each("sources/*.yaml", Source)),
        limits=over.limits(shipped.limits),
        forms=over.by_id(shipped.forms, forms),
        rules=over.by_id(shipped.rules, reader.each("rules/*.yaml", Rule)),
        interactions=over.by_id(shipped.interactions, reader.one_each("interactions/*.yaml", Interaction)),
        medicines=over.medicines(shipped.medicines, medicines),
        products=over.by_id(shipped.products, products),
        foods=over.by_id(shipped.foods, reader.each("foods.yaml", Food)),
        vocabulary=vocabulary,
    )
    problems = [
        *reader.problems,
        *check(knowledge, reader.place_of),
        *_without_rule(knowledge, shipped, reader),
    ]
    return Overlay(knowledge, tuple(medicines), tuple(products), tuple(forms), reader.places, tuple(problems))


class _Over:
    """Lays values over shipped ones and notes what would loosen them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def by_id(self, shipped: Mapping[str, _T], added: Sequence[_T]) -> dict[str, _T]:
        """Put added values behind the shipped ones; one with a shipped id stands in its place."""
        laid = dict(shipped)
        seen: set[str] = set()
        for value in added:
            name: str = getattr(value, "id")  # noqa: B009
            if name in seen:
                self._note(value, "id", f"the id `{name}` stands twice", "give each its own")
            seen.add(name)
            if name in shipped:
                self._compare(shipped[name], value)
            elif not is_id(name):
                self._note(value, "id", "an id is written in small letters", "write it like-this-1")
            laid[name] = value
        return laid

    def medicines(self, shipped: Mapping[str, Medicine], added: Sequence[Medicine]) -> dict[str, Medicine]:
        """Put added medicines behind the shipped ones; a shipped one is never written anew."""
        laid = dict(shipped)
        for one in added:
            if one.name in laid and one != shipped.get(one.name):
                self._note(one, "name", f"the medicine `{one.name}` stands already", "leave it out")
            strange = sorted(set(one.brand_routes or ()) - set(one.brands))
            if strange:
                what = "`brand_routes` names a brand that is none of this medicine"
                self._note(one, "brand_routes", what, "add it to `brands`, or leave it out")
            laid.setdefault(one.name, one)
        return laid

    def entries(self, name: str, shipped: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Put added entries and phrases to the shipped ones."""
        added = self._reader.each(f"words/{name}.yaml", Entry)
        return tuple(self.by_id({one.id: one for one in shipped}, added).values())

    def limits(self, shipped: Limits) -> Limits:
        """Let an upper level become lower, and a new one stand only beside one of the same people."""
        added = self._reader.one_each("limits.yaml", Limits)
        for limits in added:
            for key, (what, instead) in _ONLY_SHIPPED.items():
                if getattr(limits, key):
                    self._note(limits, key, what, instead)
            placed(self._reader, limits)
        uppers = [one for limits in added for one in limits.uppers]
        laid = self.by_id({one.id: one for one in shipped.uppers}, uppers)
        others = {one.id for one in shipped.references}
        others |= {row.id for table in shipped.intake_tables for row in table.rows}
        for one in uppers:
            if one.id in others:
                what = f"the id `{one.id}` stands for another limit"
                self._note(one, "id", what, "give each its own")
        for one in uppers:
            if one.id not in {upper.id for upper in shipped.uppers} and not _lowers(one, shipped.uppers):
                what = f"`{one.id}` lowers no shipped limit of the same region and ages"
                self._note(one, "id", what, "stay below a limit, within its ages, without `binding`")
        return replace(shipped, uppers=tuple(laid.values()))

    def _compare(self, shipped: object, added: object) -> None:
        for key, what, instead in changes(shipped, added):
            self._note(added, key, what, instead)

    def _note(self, value: object, key: str, what: str, instead: str) -> None:
        self._reader.problems.append(self._reader.problem(value, key, what, instead))


def is_id(text: str) -> bool:
    """Say whether a text is written as ids are: small letters and digits, with single hyphens."""
    return _ID.fullmatch(text) is not None


def _lowers(one: UpperLevel, shipped: Sequence[UpperLevel]) -> bool:
    """Say whether a limit only stands where a shipped one counts already, and is no higher.

    Where no limit is known no figure is given, so a limit of its own would supply one.
    """
    return one.binding and any(
        upper.binding
        and upper.region is one.region
        and upper.from_age <= one.from_age
        and (upper.to_age is None or (one.to_age is not None and one.to_age <= upper.to_age))
        and 0 < one.at_most_mg <= upper.at_most_mg
        for upper in shipped
    )


def _without_rule(known: Knowledge, shipped: Knowledge, reader: Reader) -> Iterator[Problem]:
    """Find an added condition or symptom that no rule asks for: it would be checked, and nothing said."""
    asked = repr([rule.when for rule in known.rules.values()])
    before = {one.id for one in (*shipped.vocabulary.conditions, *shipped.vocabulary.symptoms)}
    for one in (*known.vocabulary.conditions, *known.vocabulary.symptoms):
        if one.id not in before and f"'{one.id}'" not in asked:
            what = f"no rule says what follows from `{one.id}`"
            yield reader.problem(one, "id", what, "add a rule with it in `when`")


def _both(shipped: str, added: str) -> str:
    return f"sha256:{sha256(f'{shipped} {added}'.encode()).hexdigest()}"
