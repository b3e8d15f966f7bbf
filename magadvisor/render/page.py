"""An advice as a page of labelled lines; every text format is laid out from it.

A page can be skimmed: what to do stands first, one thought a line, and what belongs together stands
together. What --why adds (the other reasons, whole titles, what would change the advice) is left out
without it, never what a person needs in order to act.
"""

from collections.abc import Iterator, Sequence

from magadvisor.model.advice import Advice, OfferedForm, Reason
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import TYPED
from magadvisor.model.words import Outcome, Use
from magadvisor.render import hours, medicines, phrases, quantities
from magadvisor.render.bars import day_line, portion_bar
from magadvisor.render.lists import marks
from magadvisor.render.parts import Choices, Line, Numbers, Page, Part, actions, led, not_checked

BARS_FROM = 72
"""Columns from which foods are drawn as bars."""
WIDEST_BAR = 20
BESIDE_BARS = 60
"""Columns that a label, a food and its figure take beside a bar."""
NAME_WIDTH = 36
SUPPORTS_SHOWN = 3
"""How many things beside magnesium are told without --why."""
SIGNS_IN_A_LINE = 3
FOODS_SHOWN = 5
"""How many foods are told without --why."""


def page(advice: Advice, known: Knowledge, choices: Choices) -> Page:
    """Lay an advice out as a page."""
    numbers = Numbers(() if choices.quiet else advice.sources)
    urgent = advice.outcome is Outcome.URGENT
    parts = _urgent(advice, known) if urgent else _parts(advice, known, choices, numbers)
    kept = [part for part in parts if part.lines]
    return Page(
        headline=advice.headline,
        style=advice.outcome,
        subtitle="" if urgent else phrases.goals(advice),
        parts=tuple(_quiet(kept) if choices.quiet else kept),
        caveat=advice.caveat,
        stamp=phrases.stamp(advice),
    )


_ALWAYS = frozenset({"Not if", "Ask first", "Ask", "Do now", "Not checked", "How much", "Medicines", "Watch"})


def _quiet(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.label in _ALWAYS]


def _urgent(advice: Advice, known: Knowledge) -> list[Part]:
    return [Part("Do now", actions(phrases.to_do(advice), known)), not_checked(advice.not_checked)]


def _parts(advice: Advice, known: Knowledge, choices: Choices, numbers: Numbers) -> Iterator[Part]:
    medicine = advice.form is not None and advice.form.use == Use.SHORT_TERM_MEDICINE
    signs = tuple(_signs(advice, known))
    yield Part("Not if", signs if medicine else ())  # signs that rule a medicine out stand before it
    yield Part("Ask first" if advice.form else "Ask", actions(phrases.to_do(advice), known))
    yield Part("Because", () if advice.form else tuple(_because(advice, numbers)), joins=True)
    yield Part("How sure", _how_sure(advice, numbers))
    yield Part("How much", tuple(_how_much(advice, known, choices.why)), joins=True)
    yield Part("If not that", _alternatives(advice, choices, numbers), joins=True)
    yield Part("Set aside", tuple(_set_aside(advice, choices)), joins=True)
    yield Part("Medicines", tuple(_medicines(advice, known, choices.why, numbers)))
    yield Part("Your day", tuple(_day(advice, known, choices)), joins=True)
    yield Part("Already", tuple(Line(text) for text in quantities.ledger(advice)), joins=True)
    yield not_checked(advice.not_checked)
    yield Part("Watch", tuple(_watches(advice, choices)), joins=True)
    yield Part("Get help", () if medicine else signs)
    yield Part("Eat first", tuple(_foods(advice, choices)))
    yield Part("Also", tuple(_supporting(advice, choices, numbers)), joins=True)
    if choices.why:
        from magadvisor.render.whys import whys  # only who asks why waits for it

        yield from whys(advice, numbers)
    yield Part("Not known", tuple(Line(text) for text in phrases.unanswered(advice, choices.why)))
    yield Part("Checked", (Line(phrases.coverage(advice)),), joins=True)
    yield Part("Sources", _sources(numbers, choices.why), joins=True)


def _signs(advice: Advice, known: Knowledge) -> Iterator[Line]:
    """Tell a few signs in one line with where to go; of many each on its own."""
    for where, flags in phrases.red_flags(advice, known).items():
        signs = [f"{flag}." for flag in flags]
        few = len(signs) <= SIGNS_IN_A_LINE
        yield led(f"{where}, if:", " ".join(signs) if few else "", "careful")
        yield from (Line(sign, under=True) for sign in signs if not few)


def _watches(advice: Advice, choices: Choices) -> Iterator[Line]:
    """Tell what to watch; in little room only how something typed was read."""
    yield from (Line(one.text) for one in advice.watch if not choices.quiet or TYPED in one.by)


def _because(advice: Advice, numbers: Numbers) -> Iterator[Line]:
    """Say why no supplement is suggested: the reason behind the first thing to do."""
    by = advice.actions[0].by
    behind: list[Reason | MetInteraction] = [one for one in advice.reasons if one.rule in by]
    behind += [one for one in advice.interactions if one.id in by]
    for one in behind:
        yield Line(phrases.graded(one.because, one.certainty) + numbers(one.sources))


def _set_aside(advice: Advice, choices: Choices) -> Iterator[Line]:
    """Tell the forms set aside; where no form is shown at all, only if the reasons are wanted."""
    if advice.form or choices.why:
        yield from (led(forms, because) for forms, because in phrases.set_aside(advice))


def _how_sure(advice: Advice, numbers: Numbers) -> tuple[Line, ...]:
    form = advice.form
    if form is None:
        return ()
    return (Line(phrases.how_sure(form) + numbers(form.sources), "label", phrases.finding_of(form)),)


def _how_much(advice: Advice, known: Knowledge, bodies: bool) -> Iterator[Line]:
    most, *rest = (*quantities.how_much(advice, known, bodies), "")
    yield from (Line(most, "label", most.partition(" of magnesium")[0]),) if most else ()
    yield from (Line(text) for text in rest if text)


def _alternatives(advice: Advice, choices: Choices, numbers: Numbers) -> tuple[Line, ...]:
    """Tell the next form with its reason; the others by name, unless the reasons are wanted."""
    listed = advice.alternatives
    reasoned = listed if choices.why else listed[:1]
    lines = [_alternative(form, numbers) for form in reasoned]
    rest = ", ".join(form.id for form in listed[len(reasoned) :])
    return (*lines, Line(f"Then: {rest}.")) if rest else tuple(lines)


def _alternative(form: OfferedForm, numbers: Numbers) -> Line:
    return led(f"{form.id}:", f"{form.because}{numbers(form.sources)}")


def _medicines(advice: Advice, known: Knowledge, why: bool, numbers: Numbers) -> Iterator[Line]:
    """Tell each mechanism once, the most serious first; what the actions said already is not said again."""
    said = {action.text for action in advice.actions}
    for one in advice.interactions:
        told = medicines.interaction(one, known, one.tell in said) + numbers(one.sources)
        whose = medicines.whose(one, advice.medicines)
        yield led(f"{medicines.severity(one)}  {whose}:", told, medicines.style(one))
        yield from (Line(text, "muted", under=True) for text in medicines.about(one, known, why))
    ruled = tuple(medicines.by_rules(advice, known))
    for names, reason in ruled:
        sure = phrases.graded(reason.says, reason.certainty) + numbers(reason.sources)
        yield led(f"{', '.join(names)}:", f"checked. {sure}")
    spoken_of = (name for names, _ in ruled for name in names)
    silent = medicines.silent(advice.medicines, advice.interactions, spoken_of)
    if silent:
        yield Line(medicines.nothing_applies(*silent), "muted")


def _day(advice: Advice, known: Knowledge, choices: Choices) -> Iterator[Line]:
    if advice.day is None:
        return
    for text in day_line(advice.day, choices.width, choices.ascii):
        yield Line(text, fixed=True)
    told = hours.day(advice.day, advice.interactions, known)
    yield from map(Line, (*told, *hours.closed(advice.day.blocked)))


def _foods(advice: Advice, choices: Choices) -> Iterator[Line]:
    """Draw the magnesium of each portion against what a day should hold; in little room as a list."""
    need = advice.intake.recommended_mg if advice.intake else None
    longest = min(WIDEST_BAR, choices.width - BESIDE_BARS)
    shown = advice.foods if choices.why else advice.foods[:FOODS_SHOWN]
    for food in shown:
        name = phrases.food(food)
        if choices.width < BARS_FROM:
            yield Line(f"{name}: {food.magnesium_mg:.0f} mg")
            continue
        drawn = portion_bar(food.magnesium_mg, need, longest, choices.ascii)
        yield Line(f"{name:<{NAME_WIDTH}}{food.magnesium_mg:>4.0f} mg  {drawn}".rstrip(), fixed=True)
    if advice.intake is not None and advice.foods:
        kidney = advice.profile["kidney"]
        yield Line(quantities.intake(advice.intake, choices.width >= BARS_FROM, kidney), "muted")


def _supporting(advice: Advice, choices: Choices, numbers: Numbers) -> Iterator[Line]:
    shown = advice.supporting if choices.why else advice.supporting[:SUPPORTS_SHOWN]
    for one in shown:
        yield Line(phrases.graded(one.text, one.certainty) + numbers(one.sources))
    more = len(advice.supporting) - len(shown)
    if more:
        yield Line(f"{more} more with --why.", "muted")


def _sources(numbers: Numbers, whole: bool) -> tuple[Line, ...]:
    """List the sources that were cited, with their `whole` titles or in short; those named alike once."""
    named = phrases.source if whole else phrases.source_in_short
    shared: dict[str, list[int]] = {}
    for number, source in numbers.cited():
        shared.setdefault(named(source), []).append(number)
    told = [f"{marks(alike).strip()} {source}" for source, alike in shared.items()]
    return (Line(" ".join(told), "muted"),) if told else ()
