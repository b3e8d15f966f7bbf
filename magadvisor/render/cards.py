"""Pages about medicines on their own: a card for each mechanism, and the day between doses."""

from collections.abc import Iterable, Iterator

from magadvisor.model.advice import Action
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import replace
from magadvisor.model.told import AnsweredCards, Cards, DayPlan, ToldClaim
from magadvisor.model.words import Outcome
from magadvisor.render import hours, medicines, phrases
from magadvisor.render.bars import day_line
from magadvisor.render.lists import cited, numbered
from magadvisor.render.parts import Line, Page, Part, actions, led, not_checked, plain_page, source_line

CARDS = "What these medicines do with magnesium"
NOT_THIS_FORM = "No hour is offered for this form of magnesium"


def page_of_cards(told: AnsweredCards, known: Knowledge, quiet: bool, headline: str = CARDS) -> Page:
    """Lay out what medicines do with magnesium, the most serious first; `quiet` leaves sources out.

    Whom to ask stands first; where help is needed now, that alone.
    """
    shown: Cards = told
    if told.outcome is Outcome.URGENT:
        shown = replace(told, medicines=(), interactions=(), rules=(), remarks=(), sources=())
    page = _page(headline, (), None, shown, known, quiet)
    ask = actions(phrases.to_do(told), known)
    closed = told.outcome is not None and told.outcome.closed
    label = "Do now" if told.outcome is Outcome.URGENT else "Ask" if closed else "Ask first"
    return replace(page, parts=(Part(label, ask), *page.parts)) if ask else page


def page_of_day(told: DayPlan, known: Knowledge, quiet: bool, width: int, ascii_only: bool) -> Page:
    """Lay out the day between timed medicines and what they do with magnesium; `width` is for drawings."""
    day = tuple(_day(told, known, width, ascii_only))
    headline = NOT_THIS_FORM if told.form_set_aside else hours.headline(told.day)
    page = _page(headline, day, told.about_meals, replace(told, not_asked=None), known, quiet)
    ask = actions(told.actions, known) or _not_asked(told)
    return replace(page, parts=(Part("Ask first", ask), *page.parts)) if ask else page


def page_without_day(told: DayPlan, headline: str, known: Knowledge, quiet: bool) -> Page:
    """Lay out whom to ask where the answers leave no supplement; where help is needed now, that alone."""
    if told.outcome is Outcome.URGENT:
        told = replace(told, medicines=(), interactions=(), rules=(), remarks=(), sources=())
    return _page(headline, tuple(_no_hour(phrases.to_do(told), known)), None, told, known, quiet)


def _page(
    headline: str,
    day: tuple[Line, ...],
    about_meals: ToldClaim | None,
    told: Cards,
    known: Knowledge,
    quiet: bool,
) -> Page:
    sources = () if quiet else told.sources
    numbers = numbered(source.id for source in sources)
    ruled = (name for one in told.rules for name in one.medicines)
    silent = medicines.silent(told.medicines, told.interactions, ruled)
    parts = (
        Part("Your day", day),
        Part("With meals", tuple(_claim(about_meals, numbers)) if about_meals else ()),
        *(
            Part(medicines.severity(one), tuple(_card(one, told, known, numbers)))
            for one in told.interactions
        ),
        Part("Also know", tuple(_ruled(told, numbers))),
        Part("Checked", (Line(medicines.nothing_applies(*silent)),) if silent else ()),
        not_checked(told.not_checked),
        Part("Watch", tuple(Line(text) for text in told.remarks)),
        Part("Not asked", _not_asked(told)),
        Part("Sources", source_line(sources)),
    )
    return plain_page(headline, "", parts, known)


def _not_asked(told: Cards) -> tuple[Line, ...]:
    return (Line(told.not_asked, "careful"),) if told.not_asked else ()


def _ruled(told: Cards, numbers: dict[str, int]) -> Iterator[Line]:
    """Tell what rules say of medicines that they name."""
    for one in told.rules:
        yield led(f"{', '.join(one.medicines)}:", one.tell)
        yield Line(phrases.graded(f"Why: {one.because}", one.certainty) + cited(one.sources, numbers))


def _day(told: DayPlan, known: Knowledge, width: int, ascii_only: bool) -> Iterator[Line]:
    """Tell a day; where spacing does not help there is none to tell."""
    day, met = told.day, told.interactions
    if told.form_set_aside:
        yield Line(told.form_set_aside, "careful")
    if day is None:
        yield from (Line(text, "careful") for text in hours.no_day(met))
        return
    yield from (Line(text, fixed=True) for text in day_line(day, width, ascii_only))
    fits = hours.day(day, met, known, told.doses_asked, told.meals)
    yield from map(Line, (*fits, *hours.closed(day.blocked)))


def _no_hour(due: Iterable[Action], known: Knowledge) -> Iterator[Line]:
    """Tell whom to ask where the answers leave no supplement to place in a day."""
    yield Line("No hour is offered: your answers leave no supplement.", "careful")
    yield from actions(due, known)


def _claim(one: ToldClaim, numbers: dict[str, int]) -> Iterator[Line]:
    """Tell what is known of taking magnesium with a meal."""
    marks = cited((place.id for place in one.sources), numbers)
    yield Line(phrases.graded(f"{one.say} {one.because}", one.certainty) + marks)


def _card(one: MetInteraction, told: Cards, known: Knowledge, numbers: dict[str, int]) -> Iterator[Line]:
    whose = medicines.whose(one, told.medicines)
    yield led(f"{whose}:", medicines.interaction(one, known), medicines.style(one))
    yield Line(phrases.graded(f"Why: {one.because}", one.certainty) + cited(one.sources, numbers))
    yield from (Line(text, under=True) for text in medicines.about(one, known))
