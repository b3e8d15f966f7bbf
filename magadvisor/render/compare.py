"""A comparison of forms as a sheet: what is asked first, the table, the limits, the sources."""

from collections.abc import Callable, Iterator, Sequence

from magadvisor.model.comparison import Comparison, Side
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Gut
from magadvisor.render.cited import Cited
from magadvisor.render.compare_facts import FACTS
from magadvisor.render.parts import Line, Part, actions, not_checked
from magadvisor.render.tables import Sheet, Table, sheet_with
from magadvisor.render.words import limits

COLUMNS = tuple(FACTS)
"""The facts of a comparison, in the order they are shown."""

UNUSUAL = ("cautions", "status")
"""The facts that are long: shown when asked for."""

SORTS = ("given", "name", "magnesium", "gut", "fit")
_GENTLEST_FIRST = tuple(Gut)
_MORE = "More: --columns with cautions or status, --all for every form, --med NAME, --goal NAME, --amount MG."


def sorted_sides(sides: Sequence[Side], by: str) -> tuple[Side, ...]:
    """Sort forms: as given, by name, the most magnesium first, the gentlest first, the best place first."""
    orders: dict[str, Callable[[Side], tuple[float, str]]] = {
        "name": lambda one: (0, one.id),
        "magnesium": lambda one: (-one.compounds[0].percent, one.id),
        "gut": lambda one: (_GENTLEST_FIRST.index(Gut(one.gut_effect)), one.id),
        "fit": lambda one: (min((fit.place or 99 for fit in one.fits), default=99), one.id),
    }
    return tuple(sides) if by == "given" else tuple(sorted(sides, key=orders[by]))


def sheet_of(
    told: Comparison, columns: Sequence[str], asked: bool, known: Knowledge, quiet: bool = False
) -> Sheet:
    """Lay a comparison out; `asked`: something about the person was answered; `quiet`: no sources."""
    cited = Cited({} if quiet else known.sources)
    closed = told.outcome.closed
    facts = tuple(fact for key in columns for fact in FACTS[key](told, cited, known) if any(fact.cells))
    subtitle = f"Forms of magnesium compared{_for(told)}"
    return sheet_with(
        Table(", ".join(told.goals), tuple(one.id for one in told.forms), facts if told.forms else ()),
        told.headline or subtitle,
        known,
        style=told.outcome if closed else "plain",
        subtitle=subtitle if closed and told.forms else "",
        first=_first(told, asked or closed, known),
        after=_after(told, cited, asked),
    )


def _for(told: Comparison) -> str:
    return f" for {', '.join(told.goals)}".replace("-", " ") if told.goals else ""


def _first(told: Comparison, asked: bool, known: Knowledge) -> Iterator[Part]:
    closed = told.outcome.closed
    if asked:
        yield Part("Ask" if closed else "Ask first", actions(told.actions, known))
    else:
        yield Part("Ask first", (Line(known.sentences["not-asked-nobody"], "careful"),))
    yield not_checked(told.not_checked)
    if asked and told.forms:
        yield Part("Watch", tuple(Line(one.text) for one in told.watch))


def _after(told: Comparison, cited: Cited, asked: bool) -> Iterator[Part]:
    if told.amount_mg is not None and told.forms:
        yield Part("Limits", tuple(Line(text) for text in _limits(told, asked)))
        yield Part("See also", (Line(_MORE, "muted"),))
    yield Part("Sources", cited.lines())


def _limits(told: Comparison, asked: bool) -> Iterator[str]:
    if asked and told.limit_mg is not None:
        yield f"For what you answered: at most {told.limit_mg:g} mg a day from supplements and medicines."
    yield f"Bodies differ for the same adult: {limits(told.limits)}. Food does not count."
    if told.limit_mg is not None and told.amount_mg is not None and told.amount_mg > told.limit_mg:
        yield f"The {told.amount_mg:g} mg asked about are above the {told.limit_mg:g} mg that count here."
