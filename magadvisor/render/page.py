"""An advice as a page of labelled lines; every text format is laid out from it."""

from collections.abc import Iterable, Iterator, Sequence

from magadvisor.model.advice import Advice, MetInteraction, OfferedForm
from magadvisor.model.record import dataclass
from magadvisor.model.words import Outcome, Use
from magadvisor.render import phrases
from magadvisor.render.bars import bar, day_line

BARS_FROM = 72
"""Columns from which foods are drawn as bars."""
BAR_WIDTH = 20
NAME_WIDTH = 36


@dataclass(frozen=True, slots=True)
class Line:
    """One thought; `style` is a meaning of the theme, `hang` the width of its first column."""

    text: str
    style: str = "plain"
    hang: int = 0
    fixed: bool = False  # a drawing that must not be wrapped


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under one label."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page: the action first, the caveat in its box, the stamp last."""

    headline: str
    style: str
    subtitle: str
    parts: tuple[Part, ...]
    caveat: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader asked for: the reasons too, little, and which marks can be drawn."""

    why: bool = False
    quiet: bool = False
    ascii: bool = False
    width: int = 80


def page(advice: Advice, choices: Choices) -> Page:
    """Lay an advice out as a page."""
    numbers = _Numbers(advice, choices.quiet)
    parts = _urgent(advice) if advice.outcome is Outcome.URGENT else _parts(advice, choices, numbers)
    kept = [part for part in parts if part.lines]
    return Page(
        headline=advice.headline,
        style=advice.outcome,
        subtitle="" if advice.outcome is Outcome.URGENT else phrases.goals(advice),
        parts=tuple(_quiet(kept) if choices.quiet else kept),
        caveat=advice.caveat,
        stamp=phrases.stamp(advice),
    )


class _Numbers:
    """The numbers under which sources stand on a page, in the order they are first cited; none when quiet."""

    def __init__(self, advice: Advice, quiet: bool) -> None:
        self._known = {} if quiet else {source.id: source for source in advice.sources}
        self._of: dict[str, int] = {}

    def __call__(self, sources: Iterable[str]) -> str:
        cited = [one for one in sources if one in self._known]
        for one in cited:
            self._of.setdefault(one, len(self._of) + 1)
        return "".join(f" [{self._of[one]}]" for one in cited)

    def told(self) -> tuple[Line, ...]:
        """List the sources that were cited."""
        told = [f"[{number}] {phrases.source(self._known[one])}" for one, number in self._of.items()]
        return (Line(" ".join(told), "muted"),) if told else ()


_ALWAYS = frozenset({"Not if", "Ask first", "Ask", "Do now", "Not checked", "How much", "Medicines"})


def _quiet(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.label in _ALWAYS]


def _urgent(advice: Advice) -> list[Part]:
    return [Part("Do now", _actions(advice)), Part("Not checked", _not_checked(advice))]


def _parts(advice: Advice, choices: Choices, numbers: _Numbers) -> list[Part]:
    return [
        Part("Not if", _signs_first(advice)),
        Part("Ask first" if advice.form else "Ask", _actions(advice)),
        Part("How sure", _how_sure(advice, numbers)),
        Part("How much", tuple(Line(text) for text in phrases.how_much(advice))),
        Part("If not that", _alternatives(advice, numbers)),
        Part("Set aside", tuple(Line(f"{one.id}: {one.because}") for one in advice.set_aside)),
        Part("Medicines", tuple(_medicines(advice, numbers))),
        Part("Your day", tuple(_day(advice, choices))),
        Part("Already", tuple(Line(text) for text in phrases.ledger(advice))),
        Part("Not checked", _not_checked(advice)),
        Part("Watch", tuple(Line(watch.text) for watch in advice.watch)),
        Part("Get help", () if _is_medicine(advice) else _signs(advice)),
        Part("Eat first", tuple(_foods(advice, choices))),
        Part("Also", tuple(_supporting(advice, numbers))),
        Part("Not asked", tuple(Line(text) for text in phrases.unanswered(advice))),
        Part("Checked", (Line(phrases.coverage(advice)),)),
        *(_why(advice, numbers) if choices.why else ()),
        Part("Sources", numbers.told()),
    ]


def _is_medicine(advice: Advice) -> bool:
    return advice.form is not None and advice.form.use == Use.SHORT_TERM_MEDICINE


def _signs_first(advice: Advice) -> tuple[Line, ...]:
    """Name the signs that rule a medicine out before the medicine."""
    return _signs(advice) if _is_medicine(advice) else ()


def _signs(advice: Advice) -> tuple[Line, ...]:
    return tuple(Line(text, "careful") for text in phrases.red_flags(advice))


def _actions(advice: Advice) -> tuple[Line, ...]:
    return tuple(Line(phrases.action(action), "careful") for action in advice.actions)


def _not_checked(advice: Advice) -> tuple[Line, ...]:
    return tuple(Line(phrases.not_checked(one), "careful") for one in advice.not_checked)


def _how_sure(advice: Advice, numbers: _Numbers) -> tuple[Line, ...]:
    form = advice.form
    return () if form is None else (Line(phrases.how_sure(form) + numbers(form.sources)),)


def _alternatives(advice: Advice, numbers: _Numbers) -> tuple[Line, ...]:
    return tuple(_alternative(form, numbers) for form in advice.alternatives)


def _alternative(form: OfferedForm, numbers: _Numbers) -> Line:
    return Line(f"{form.id}: {form.because}{numbers(form.sources)}")


def _medicines(advice: Advice, numbers: _Numbers) -> Iterator[Line]:
    for one in advice.interactions:
        yield Line(_interaction(one) + numbers(one.sources), phrases.severity_style(one))
        if one.monitor:
            yield Line(f"Check: {one.monitor}.", "muted")
        if one.differ:
            yield Line(f"Sources differ: {one.differ}", "muted")
    for item in advice.medicines:
        if item.checked and not item.interactions:
            yield Line(phrases.nothing_applies(item), "muted")


def _interaction(one: MetInteraction) -> str:
    return f"{phrases.severity(one)}  {', '.join(one.medicines)}: {phrases.interaction(one)}"


def _day(advice: Advice, choices: Choices) -> Iterator[Line]:
    if advice.day is None:
        return
    if not any(window.on for window in advice.day.windows):
        for text in day_line(advice.day, choices.width, choices.ascii):
            yield Line(text, fixed=True)
    for text in phrases.day(advice.day):
        yield Line(text)


def _foods(advice: Advice, choices: Choices) -> Iterator[Line]:
    most = max((food.magnesium_mg for food in advice.foods), default=0.0)
    for food in advice.foods:
        name = phrases.food(food)
        if choices.width < BARS_FROM:
            yield Line(f"{name}: {food.magnesium_mg:.0f} mg")
            continue
        drawn = bar(food.magnesium_mg, most, BAR_WIDTH, choices.ascii)
        yield Line(f"{name:<{NAME_WIDTH}}{food.magnesium_mg:>4.0f} mg  {drawn}", fixed=True)
    if advice.intake is not None and advice.foods:
        yield Line(phrases.intake(advice.intake), "muted")


def _supporting(advice: Advice, numbers: _Numbers) -> Iterator[Line]:
    for one in advice.supporting:
        yield Line(f"{one.text} ({phrases.certainty(one.certainty)}){numbers(one.sources)}")


def _why(advice: Advice, numbers: _Numbers) -> Iterator[Part]:
    """Tell the rules that applied, what would change the advice, and the rules that did not apply."""
    yield Part("Why", tuple(_reasons(advice, numbers)))
    yield Part("What if", tuple(Line(text) for text in phrases.changes(advice)))
    yield Part("Not applied", (Line(", ".join(advice.silent), "muted"),))


def _reasons(advice: Advice, numbers: _Numbers) -> Iterator[Line]:
    for reason in advice.reasons:
        yield Line(f"{reason.says} {phrases.saw(reason)}")
        yield Line(
            f"{reason.because} ({phrases.certainty(reason.certainty)}; {reason.rule})"
            + numbers(reason.sources),
            "muted",
        )
