"""Every kind of entry under its name, and the everyday names each entry is known by."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from magadvisor.model.claim import Claim
from magadvisor.model.food import Food
from magadvisor.model.form import Form
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import Intake, IntakeTable, Limits, Reference, UpperLevel
from magadvisor.model.medicine import Medicine, Product
from magadvisor.model.record import dataclass
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source
from magadvisor.model.vocabulary import Entry


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table of recommended intakes, which is an entry of its own, and its table."""

    row: Intake
    table: IntakeTable


Anything: TypeAlias = (
    Rule
    | Interaction
    | Form
    | Goal
    | Food
    | TableRow
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
            **{one.row.id: one for one in intakes(known.limits)},
            **{one.id: one for one in known.limits.uppers},
            **{one.name.lower().replace(" ", "-"): one for one in known.limits.references},
        },
        "claim": known.claims,
        "medicine": known.medicines,
        "product": known.products,
        "condition": {one.id: one for one in known.vocabulary.conditions},
        "symptom": {one.id: one for one in known.vocabulary.symptoms},
        "source": known.sources,
    }


def intakes(limits: Limits) -> Iterator[TableRow]:
    """Give every row of every table of recommended intakes."""
    return (TableRow(row, table) for table in limits.intake_tables for row in table.rows)


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
