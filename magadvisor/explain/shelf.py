"""Every kind of entry under its name, and the everyday names each entry is known by."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from magadvisor.model.claim import Claim
from magadvisor.model.food import Food
from magadvisor.model.form import Form
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import IntakeTable, Limits, Reference, UpperLevel
from magadvisor.model.medicine import Medicine, Product
from magadvisor.model.record import replace
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source
from magadvisor.model.vocabulary import Entry

Anything: TypeAlias = (
    Rule
    | Interaction
    | Form
    | Goal
    | Food
    | IntakeTable  # of one row, as every row is an entry of its own
    | UpperLevel
    | Reference
    | Claim
    | Medicine
    | Product
    | Source
    | Entry
)
Shelf: TypeAlias = Mapping[str, Mapping[str, Anything]]

KINDS = (
    "rule",
    "interaction",
    "form",
    "goal",
    "food",
    "limit",
    "claim",
    "medicine",
    "product",
    "condition",
    "symptom",
    "source",
)


def shelf(known: Knowledge) -> Shelf:
    """Sort every entry under its kind, by id."""
    return {
        "rule": known.rules,
        "interaction": known.interactions,
        "form": known.forms,
        "goal": known.goals,
        "food": known.foods,
        "limit": {
            **_intakes(known.limits),
            **{one.id: one for one in known.limits.uppers},
            **{one.id: one for one in known.limits.references},
        },
        "claim": known.claims,
        "medicine": known.medicines,
        "product": known.products,
        "condition": {one.id: one for one in known.vocabulary.conditions},
        "symptom": {one.id: one for one in known.vocabulary.symptoms},
        "source": known.sources,
    }


def names_of(entry: Anything) -> Iterator[str]:
    """Give the everyday names of an entry, beside its id."""
    if isinstance(entry, Form | Goal | Product):
        yield from (entry.name, *entry.names)
    elif isinstance(entry, Medicine):
        yield from (entry.name, *entry.brands, *entry.also)
        if entry.us_name is not None:
            yield entry.us_name
    elif isinstance(entry, Food | Interaction | Entry | Reference):
        yield entry.name
    elif isinstance(entry, Source):
        yield entry.title
    elif isinstance(entry, Claim):
        yield from (entry.claim, *entry.also_said)


def _intakes(limits: Limits) -> dict[str, IntakeTable]:
    """Give every row of a table of recommended intakes as a table of its own."""
    return {row.id: replace(table, rows=(row,)) for table in limits.intake_tables for row in table.rows}
