"""Pages about medicines on their own: a card for each mechanism, and the day between doses."""

from collections.abc import Iterator, Sequence

from magadvisor.model.advice import Action, CitedSource, Day, MedicineAnswer, MetInteraction, NotChecked
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.meal import Meal
from magadvisor.model.told import ToldClaim
from magadvisor.render import hours, phrases
from magadvisor.render.bars import day_line
from magadvisor.render.lists import marks
from magadvisor.render.parts import Line, Page, Part, led


def page_of_cards(
    headline: str,
    medicines: Sequence[MedicineAnswer],
    interactions: Sequence[MetInteraction],
    not_checked: Sequence[NotChecked],
    remarks: Sequence[str],
    sources: Sequence[CitedSource],
    day: Sequence[Line],
    known: Knowledge,
    about_meals: ToldClaim | None = None,
) -> Page:
    """Lay out what medicines do with magnesium, the most serious first, and a day if one was asked for."""
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    silent = phrases.silent(medicines, interactions)
    parts = [
        Part("Your day", tuple(day)),
        Part("With meals", tuple(_claim(about_meals, numbers)) if about_meals else ()),
        *(Part(phrases.severity(one), tuple(_card(one, numbers))) for one in interactions),
        Part("Checked", (Line(phrases.nothing_applies(*silent)),) if silent else ()),
        Part("Not checked", tuple(Line(phrases.not_checked(one), "careful") for one in not_checked)),
        Part("Watch", tuple(Line(text) for text in remarks)),
        Part("Sources", _sources(sources)),
    ]
    return Page(
        headline=headline,
        style="plain",
        subtitle="",
        parts=tuple(part for part in parts if part.lines),
        caveat=known.meta.caveat,
        stamp=phrases.knowledge_stamp(known.meta.version, known.digest, known.meta.reviewed_by),
    )


def day_lines(
    day: Day | None,
    met: Sequence[MetInteraction],
    asked: int,
    meals: Sequence[Meal],
    width: int,
    ascii_only: bool,
) -> Iterator[Line]:
    """Tell a day; where spacing does not help there is none to tell."""
    if day is None:
        yield Line(hours.no_day(met), "careful")
        return
    yield from (Line(text, fixed=True) for text in day_line(day, width, ascii_only))
    yield from (Line(text) for text in hours.day(day, met, asked=asked, meals=meals))


def action_lines(actions: Sequence[Action]) -> Iterator[Line]:
    """Tell whom to ask where the answers leave no supplement to place in a day."""
    yield Line("No hour is offered: your answers leave no supplement.", "careful")
    yield from (Line(phrases.action(one), "careful") for one in actions)


def _claim(one: ToldClaim, numbers: dict[str, int]) -> Iterator[Line]:
    """Tell what is known of taking magnesium with a meal."""
    cited = marks(numbers[place.id] for place in one.sources)
    yield Line(f"{one.say} {one.because} ({phrases.certainty(one.certainty)}){cited}")


def _card(one: MetInteraction, numbers: dict[str, int]) -> Iterator[Line]:
    cited = marks(numbers[source] for source in one.sources if source in numbers)
    yield led(f"{', '.join(one.medicines)}:", phrases.interaction(one), phrases.severity_style(one))
    yield Line(f"Why: {one.because} ({phrases.certainty(one.certainty)}){cited}")
    yield from (Line(text, under=True) for text in phrases.about(one))


def _sources(sources: Sequence[CitedSource]) -> tuple[Line, ...]:
    told = " ".join(f"[{number}] {phrases.source(one)}" for number, one in enumerate(sources, 1))
    return (Line(told, "muted"),) if told else ()
