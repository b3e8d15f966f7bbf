"""The entries that a text names, each in plain words with its sources and what uses it."""

from collections.abc import Iterator
from functools import cached_property

from magadvisor.explain.citing import citing, works
from magadvisor.explain.figures import food_sections, intake_sections, product_sections, upper_sections
from magadvisor.explain.find import find
from magadvisor.explain.magnesium import form_sections, goal_sections
from magadvisor.explain.names import claim_sections, entry_sections, medicine_sections, source_sections
from magadvisor.explain.rules import interaction_sections, rule_sections
from magadvisor.explain.shelf import Anything, shelf
from magadvisor.explain.uses import used_by
from magadvisor.model.claim import Claim
from magadvisor.model.explained import Explained, Explanation, Section, Use
from magadvisor.model.food import Food
from magadvisor.model.form import Form
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import Intake, UpperLevel
from magadvisor.model.medicine import Medicine, Product
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source


class Explainer:
    """Explains many entries of one knowledge base; what cites what is collected once."""

    def __init__(self, known: Knowledge) -> None:
        """Keep the knowledge, every entry under its kind."""
        self._known = known
        self._shelves = shelf(known)

    def explain(self, typed: str) -> Explanation:
        """Explain every entry that an id or a name stands for; refuse what names none."""
        found = find(typed, self._shelves, self._known)
        return Explanation(typed, tuple(self._entry(kind, id_) for kind, id_ in found))

    def _entry(self, kind: str, id_: str) -> Explained:
        known, entry = self._known, self._shelves[kind][id_]
        return Explained(
            kind=kind,
            id=id_,
            name=_name(entry),
            sections=tuple(section for section in _sections(entry, known) if section.lines),
            certainty=entry.certainty if isinstance(entry, Rule | Interaction | Claim) else None,
            sources=works(entry, known),
            sources_differ=entry.sources_differ if isinstance(entry, Interaction) else None,
            used_by=self._citing.get(id_, ()) if isinstance(entry, Source) else used_by(entry, known),
            reviewed_by=known.meta.reviewed_by,
        )

    @cached_property
    def _citing(self) -> dict[str, tuple[Use, ...]]:
        return citing(self._shelves)


def explain(typed: str, known: Knowledge) -> Explanation:
    """Explain once; many entries of one knowledge base go through an Explainer."""
    return Explainer(known).explain(typed)


def _name(entry: Anything) -> str:
    if isinstance(entry, Rule):
        return entry.says
    if isinstance(entry, Claim):
        return f'"{entry.claim}"'
    if isinstance(entry, Source):
        return entry.title
    if isinstance(entry, Intake | UpperLevel):
        return f"{entry.body}, magnesium"
    return entry.name


def _sections(entry: Anything, known: Knowledge) -> Iterator[Section]:
    match entry:
        case Rule():
            return rule_sections(entry, known)
        case Interaction():
            return interaction_sections(entry, known)
        case Form():
            return form_sections(entry)
        case Goal():
            return goal_sections(entry, known)
        case Food():
            return food_sections(entry)
        case Intake():
            return intake_sections(entry)
        case UpperLevel():
            return upper_sections(entry)
        case Claim():
            return claim_sections(entry)
        case Medicine():
            return medicine_sections(entry, known)
        case Product():
            return product_sections(entry)
        case Source():
            return source_sections(entry)
        case _:
            return entry_sections(entry)
