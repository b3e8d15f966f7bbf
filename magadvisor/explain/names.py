"""Entries that are about names and works: medicines, conditions, symptoms, claims and sources."""

from collections.abc import Iterator

from magadvisor.engine.gather import ids
from magadvisor.engine.meet import by_route, met_by_name
from magadvisor.explain.rules import ROUTES, hours, plain_section
from magadvisor.model.claim import Claim
from magadvisor.model.explained import Section, Sentence
from magadvisor.model.interaction import Interaction
from magadvisor.model.joining import either
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.medicine import Medicine
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source
from magadvisor.model.vocabulary import Entry

_MOST_PHRASES = 20


def medicine_sections(one: Medicine, ruled: tuple[Rule, ...], known: Knowledge) -> Iterator[Section]:
    """Tell a medicine: its names, how it is taken, and what it does with magnesium."""
    other = (f"In the US: {one.us_name}." if one.us_name else "", ", ".join((*one.brands, *one.also)))
    yield plain_section("Names", *filter(None, other))
    yield plain_section("Made of", ", ".join(one.ingredients))
    yield plain_section("ATC codes", ", ".join(one.atc))
    yield plain_section("How taken", ", ".join(ROUTES[route] for route in one.routes))
    met = met_by_name(one, known.medicines, known.interactions.values())
    taken = {rule.id for rule in by_route(met, one, None)}
    lines = [_met(rule, rule.id in taken) for rule in met]
    nothing = f"None of the {len(known.interactions)} interactions names it."
    yield plain_section("Magnesium", *(lines or [nothing]))
    yield _follows(ruled)
    yield plain_section("Note", one.note or "")
    yield plain_section("The entry", "Names, codes and routes are a list; no source is cited for them.")


def entry_sections(one: Entry, ruled: tuple[Rule, ...]) -> Iterator[Section]:
    """Tell a condition or symptom: what follows, how it is recognised, and what is asked about it."""
    yield _follows(ruled)
    more = f"and {len(one.phrases) - _MOST_PHRASES} more" if len(one.phrases) > _MOST_PHRASES else ""
    yield plain_section("Typed as", ", ".join((*one.phrases[:_MOST_PHRASES], *filter(None, (more,)))))
    yield plain_section("We ask", one.ask or "")


def _follows(ruled: tuple[Rule, ...]) -> Section:
    """Say what the rules that name an entry say, each with its certainty and its sources."""
    return Section("It follows", tuple(Sentence(one.says, one.certainty, ids(one.sources)) for one in ruled))


def claim_sections(claim: Claim) -> Iterator[Section]:
    """Tell a claim: how people say it, the verdict, why, and what can be said instead."""
    yield plain_section("People say", f'"{claim.claim}"')
    yield plain_section("Or", "; ".join(f'"{one}"' for one in claim.also_said))
    holds = f", {claim.verdict_holds}" if claim.verdict_holds else ""
    sure = f"The certainty: {claim.certainty_holds}." if claim.certainty_holds else ""
    yield plain_section("Evidence says", f"{claim.verdict.replace('-', ' ').capitalize()}{holds}.", sure)
    seen = ", ".join(place.value for place in claim.seen_in)
    yield plain_section("Seen in", f"{seen}: {claim.evidence}.")
    yield plain_section("Why", claim.because)
    yield plain_section("Say instead", claim.say)
    heard = (Sentence("Pages that only show that people say so:", None, ids(claim.heard_at)),)
    yield Section("Heard", heard if claim.heard_at else ())
    article = f"Statement {claim.article} of the article that this program started from."
    yield plain_section("From", article if claim.article is not None else "")


def source_sections(one: Source) -> Iterator[Section]:
    """Tell a source: who made it, what kind of work it is, and whether it was read again."""
    year = f", {one.year}" if one.year is not None else ", no year given"
    yield plain_section("It is", f"{one.title}. {one.publisher}{year}.")
    yield plain_section("Kind", one.kind.replace("-", " "))
    yield plain_section("Where", one.url or "No address is kept.")
    read = "Not read again: cited from standing knowledge."
    yield plain_section("Read", f"Read on {one.read_on}." if one.read_on else read)
    yield plain_section("Note", one.note or "")


def _met(one: Interaction, by_usual_route: bool) -> str:
    gap = hours(one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours)
    apart = f", magnesium at least {gap}" if gap else ""
    routes = either([ROUTES[route] for route in one.routes])
    only = "" if by_usual_route else " It does not hold for the usual way it is taken."
    return f"{one.id}: {one.action}{apart}; {one.severity}; when taken {routes}.{only}"
