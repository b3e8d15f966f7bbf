"""The entries that a text names, each in plain words with its sources and what uses it."""

from collections.abc import Iterator
from functools import cached_property

from magadvisor.explain.citing import citing, works
from magadvisor.explain.figures import food_sections, product_sections
from magadvisor.explain.find import find, parted
from magadvisor.explain.limits import limit_sections
from magadvisor.explain.listing import by_words, name_of, of_kind
from magadvisor.explain.magnesium import form_sections, goal_sections
from magadvisor.explain.misses import unknown
from magadvisor.explain.names import claim_sections, entry_sections, medicine_sections, source_sections
from magadvisor.explain.rules import interaction_sections, rule_sections
from magadvisor.explain.shelf import Anything, shelf
from magadvisor.explain.uses import follows, used_by
from magadvisor.model.claim import Claim
from magadvisor.model.explained import Explained, Explanation, Section, Use
from magadvisor.model.food import Food
from magadvisor.model.form import Form
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import IntakeTable, Reference, UpperLevel
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
        """Explain every entry that an id or a name stands for, or list a kind; refuse what names none."""
        if listed := of_kind(typed, self._shelves):
            return Explanation(typed, (), listed)
        kinds, word = parted(typed)
        found = find(word, kinds, self._shelves, self._known)
        listed = () if found else by_words(word, kinds, self._shelves)
        if len(listed) == 1:
            found, listed = ((listed[0].kind, listed[0].id),), ()
        if not found and not listed:
            raise unknown(word, kinds, self._shelves)
        return Explanation(typed, tuple(self._entry(kind, id_) for kind, id_ in found), listed)

    def _entry(self, kind: str, id_: str) -> Explained:
        known, entry = self._known, self._shelves[kind][id_]
        return Explained(
            kind=kind,
            id=id_,
            name=name_of(entry),
            sections=tuple(section for section in _sections(entry, known) if section.lines),
            certainty=entry.certainty if isinstance(entry, Rule | Interaction | Claim) else None,
            sources=works((entry, *follows(entry, known)), known),
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
            return food_sections(entry, known)
        case IntakeTable() | UpperLevel() | Reference():
            return limit_sections(entry, known)
        case Claim():
            return claim_sections(entry)
        case Medicine():
            return medicine_sections(entry, follows(entry, known), known)
        case Product():
            return product_sections(entry)
        case Source():
            return source_sections(entry)
        case _:
            return entry_sections(entry, follows(entry, known))
