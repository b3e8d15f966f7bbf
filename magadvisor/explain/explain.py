"""The entries that a text names, each in plain words with its sources and what uses it."""

from collections import Counter
from collections.abc import Iterator

from magadvisor.explain.citing import citations, works
from magadvisor.explain.figures import food_sections, intake_sections, product_sections, upper_sections
from magadvisor.explain.find import find
from magadvisor.explain.magnesium import form_sections, goal_sections
from magadvisor.explain.names import claim_sections, entry_sections, medicine_sections, source_sections
from magadvisor.explain.rules import interaction_sections, rule_sections
from magadvisor.explain.shelf import Anything, Shelf, shelf
from magadvisor.explain.uses import used_by
from magadvisor.model.claim import Claim
from magadvisor.model.explained import Explained, Explanation, Section, SourceListed, SourcesTold
from magadvisor.model.food import Food
from magadvisor.model.form import Form
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import Intake, UpperLevel
from magadvisor.model.medicine import Medicine, Product
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source


def explain(typed: str, known: Knowledge) -> Explanation:
    """Explain every entry that an id or a name stands for; refuse what names none."""
    shelves = shelf(known)
    found = find(typed, shelves, known)
    return Explanation(
        typed, tuple(_explained(kind, shelves[kind][id_], id_, shelves, known) for kind, id_ in found)
    )


def sources_told(known: Knowledge) -> SourcesTold:
    """List every source by its id, and how many entries cite it."""
    cited = Counter(
        source
        for kind, entries in shelf(known).items()
        if kind != "source"
        for entry in entries.values()
        for source in {one.id for one in citations(entry)}
    )
    sources = sorted(known.sources.values(), key=lambda one: one.id)
    return SourcesTold(
        count=len(sources),
        read_again=sum(one.read_on is not None for one in sources),
        kinds=dict(Counter(one.kind for one in sources).most_common()),
        sources=tuple(
            SourceListed(
                one.id, one.title, one.publisher, one.kind, one.year, one.url, one.read_on, cited[one.id]
            )
            for one in sources
        ),
    )


def _explained(kind: str, entry: Anything, id_: str, shelves: Shelf, known: Knowledge) -> Explained:
    return Explained(
        kind=kind,
        id=id_,
        name=_name(entry),
        sections=tuple(section for section in _sections(entry, known) if section.lines),
        certainty=entry.certainty if isinstance(entry, Rule | Interaction | Claim) else None,
        sources=works(entry, known),
        sources_differ=entry.sources_differ if isinstance(entry, Interaction) else None,
        used_by=used_by(entry, shelves, known),
        reviewed_by=known.meta.reviewed_by,
    )


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
