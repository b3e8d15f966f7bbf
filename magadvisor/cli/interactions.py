"""`magadvisor interactions` and `magadvisor plan`: medicines on their own."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from magadvisor.cli import completion, flags
from magadvisor.cli.exits import Exit

if TYPE_CHECKING:
    from magadvisor.cards import Cards
    from magadvisor.model.knowledge import Knowledge
    from magadvisor.render.page import Line

Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Form = Annotated[
    str | None,
    typer.Option("--form", help="The magnesium form you have in mind.", autocompletion=completion.forms),
]


def interactions(
    names: Annotated[
        list[str],
        typer.Argument(
            help="Medicines as you would write them.",
            show_default=False,
            autocompletion=completion.medicines,
        ),
    ],
    form: Form = None,
    knowledge: flags.Knowledge = None,
    json_: Json = False,
) -> int:
    """Tell what each medicine does with magnesium."""
    from magadvisor.cards import cards
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.inputs import read_form, read_medicine

    known = knowledge_for(knowledge)
    typed = [read_medicine(name, "NAME") for name in names]
    told = cards(typed, known, None if form is None else read_form(form, known.forms))
    _show("interactions", "What these medicines do with magnesium", told, (), known, json_)
    return Exit.NOT_ALL_CHECKED if told.not_checked else Exit.ANSWERED


def plan(
    med: Annotated[
        list[str],
        typer.Option(
            "--med",
            "-m",
            help='With its times: "cipro@08:00,20:00", "alendronate@sun 07:00".',
            autocompletion=completion.medicines,
        ),
    ],
    form: Form = None,
    doses: Annotated[str, typer.Option("--doses", help="How many doses of magnesium, 1 to 6.")] = "2",
    wake: Annotated[str, typer.Option("--wake", help="When you get up.")] = "07:00",
    sleep: Annotated[str, typer.Option("--sleep", help="When you go to bed.")] = "23:00",
    knowledge: flags.Knowledge = None,
    json_: Json = False,
) -> int:
    """Tell when magnesium fits between timed medicines."""
    from magadvisor.cards import day_plan
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.output import ascii_only, width
    from magadvisor.engine.placing import Waking
    from magadvisor.inputs import read_count, read_form, read_medicine, read_time
    from magadvisor.model.answers import BadAnswer
    from magadvisor.render.cards import day_lines
    from magadvisor.render.hours import headline

    waking = Waking(read_time(wake, "--wake").minute, read_time(sleep, "--sleep").minute)
    asked = read_count(doses, 6, "--doses")
    typed = [read_medicine(text) for text in med]
    if not any(one.doses for one in typed):
        raise BadAnswer("no-time", "no medicine has a time", 'write NAME@07:00 or "NAME@sun 07:00"', "--med")
    known = knowledge_for(knowledge)
    chosen = None if form is None else read_form(form, known.forms)
    told = day_plan(typed, known, chosen, asked, waking)
    lines = tuple(day_lines(told.day, told.interactions, width(), ascii_only()))
    _show("plan", headline(told.day), told, lines, known, json_)
    return Exit.NOT_ALL_CHECKED if told.not_checked else Exit.ANSWERED


def _show(
    command: str, headline: str, told: "Cards", day: "tuple[Line, ...]", known: "Knowledge", as_json: bool
) -> None:
    from magadvisor.cli.output import ascii_only, width
    from magadvisor.documents import command_json
    from magadvisor.render.cards import page_of_cards
    from magadvisor.render.plain import plain

    if as_json:
        sys.stdout.write(command_json(command, told, known))
        return
    page = page_of_cards(
        headline, told.medicines, told.interactions, told.not_checked, told.remarks, told.sources, day, known
    )
    sys.stdout.write(plain(page, width(), ascii_only()))
