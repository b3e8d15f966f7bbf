"""`magadvisor interactions` and `magadvisor plan`: medicines on their own."""

from typing import TYPE_CHECKING, Annotated

import typer

from magadvisor.cli import completion, flags
from magadvisor.cli.exits import Exit
from magadvisor.model.answers import BadAnswer

if TYPE_CHECKING:
    from magadvisor.model.knowledge import Knowledge
    from magadvisor.model.profile import Profile
    from magadvisor.model.told import Cards

Form = Annotated[
    str | None,
    typer.Option("--form", help="The magnesium form you have in mind.", autocompletion=completion.forms),
]


def interactions(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME...",
            help="Medicines as you would write them.",
            show_default=False,
            autocompletion=completion.medicines,
        ),
    ] = None,
    form: Form = None,
    profile: flags.Profile = None,
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    exit_zero: flags.ExitZero = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Tell what each medicine does with magnesium."""
    from magadvisor.cards import answered_cards
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.pages import Look, show
    from magadvisor.named_forms import read_form
    from magadvisor.render.cards import CARDS, page_of_cards

    look = Look.chosen(format_, json_, color, output, force, quiet)
    known = knowledge_for(knowledge)
    heard = _heard(names, profile, "NAME", known)
    if not heard.medicines:
        raise BadAnswer("no-medicine", "no medicine was named", "name one or more, as you write them", "NAME")
    chosen = None if form is None else read_form(form, known.forms)
    told, advice = answered_cards(heard, known, chosen, profile is not None)
    closed = advice is not None and advice.outcome.closed
    headline = advice.headline if advice is not None and closed else CARDS
    show("interactions", told, page_of_cards(told, known, quiet, headline), known, look)
    return Exit.NO_SUPPLEMENT if closed and not exit_zero else _exit(told, exit_zero)


def plan(
    med: flags.Medicine = None,
    form: Form = None,
    doses: Annotated[str, typer.Option("--doses", help="How many doses of magnesium, 1 to 6.")] = "2",
    wake: Annotated[str, typer.Option("--wake", help="When you get up.")] = "07:00",
    sleep: Annotated[str, typer.Option("--sleep", help="When you go to bed.")] = "23:00",
    meal: Annotated[
        list[str] | None,
        typer.Option("--meal", help="When you eat, so that a dose may go with a meal: 08:00,13:00,19:00."),
    ] = None,
    profile: flags.Profile = None,
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    exit_zero: flags.ExitZero = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Tell when magnesium fits between timed medicines."""
    from magadvisor.cards import Living, planned
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.output import ascii_only
    from magadvisor.cli.pages import Look, show
    from magadvisor.engine.placing import Waking
    from magadvisor.inputs import read_clock, read_count, read_meals
    from magadvisor.named_forms import read_form
    from magadvisor.render.cards import page_of_day, page_without_day

    look = Look.chosen(format_, json_, color, output, force, quiet)
    waking = Waking(read_clock(wake, "--wake"), read_clock(sleep, "--sleep"))
    meals = read_meals(meal or ())
    asked = read_count(doses, 6, "--doses")
    known = knowledge_for(knowledge)
    heard = _heard(med, profile, "--med", known)
    if not any(one.doses for one in heard.medicines or ()):
        hint = 'write --med NAME@07:00 or --med "NAME@sun 07:00"'
        raise BadAnswer("no-time", "no medicine has a time", hint, "--med")
    chosen = None if form is None else read_form(form, known.forms)
    told, advice = planned(heard, known, chosen, Living(asked, waking, meals), profile is not None)
    if advice is not None and advice.outcome.closed:
        page = page_without_day(told, advice.headline, known, quiet)
    else:
        page = page_of_day(told, known, quiet, look.columns, ascii_only())
    show("plan", told, page, known, look)
    return Exit.NO_SUPPLEMENT if told.day is None and not exit_zero else _exit(told, exit_zero)


def _heard(texts: list[str] | None, profile: list[str] | None, where: str, known: "Knowledge") -> "Profile":
    """Hear the profile document; medicines on the line stand in the place of those in it."""
    from magadvisor.advisor import profile_of
    from magadvisor.cli.options import Typed, medicines, some_answers
    from magadvisor.door import Door
    from magadvisor.model.record import replace

    read = some_answers(Typed(), profile, known)
    typed = replace(read, medicines=medicines(texts, where)) if texts else read
    return profile_of(typed, known, Door(known))


def _exit(told: "Cards", exit_zero: bool) -> Exit:
    return Exit.NOT_ALL_CHECKED if told.not_checked and not exit_zero else Exit.ANSWERED
