"""`magadvisor interactions` and `magadvisor plan`: medicines on their own."""

import sys
from typing import Annotated

import typer

from magadvisor.cli.exits import Exit

Names = Annotated[list[str], typer.Argument(help="Medicines as you would write them.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Form = Annotated[str | None, typer.Option("--form", help="The magnesium form you have in mind.")]


def interactions(names: Names, form: Form = None, json_: Json = False) -> int:
    """Tell what each medicine does with magnesium."""
    from magadvisor.cards import cards
    from magadvisor.cli.knowledge import shipped
    from magadvisor.cli.output import width
    from magadvisor.documents import command_json
    from magadvisor.inputs import read_form, read_medicine
    from magadvisor.render.cards import cards_page

    known = shipped()
    typed = [read_medicine(name, "NAME") for name in names]
    told = cards(typed, known, None if form is None else read_form(form, known.forms))
    if json_:
        sys.stdout.write(command_json("interactions", told, known))
    else:
        sys.stdout.write(cards_page(told, known.meta, known.digest, width()))
    return Exit.NOT_ALL_CHECKED if told.not_checked else Exit.ANSWERED


def plan(
    med: Annotated[
        list[str], typer.Option("--med", "-m", help='With its times: "cipro@08:00,20:00", "alendronate@sun 07:00".')
    ],
    form: Form = None,
    doses: Annotated[str, typer.Option("--doses", help="How many doses of magnesium, 1 to 6.")] = "2",
    wake: Annotated[str, typer.Option("--wake", help="When you get up.")] = "07:00",
    sleep: Annotated[str, typer.Option("--sleep", help="When you go to bed.")] = "23:00",
    json_: Json = False,
) -> int:
    """Tell when magnesium fits between timed medicines."""
    from magadvisor.cards import day_plan
    from magadvisor.cli.knowledge import shipped
    from magadvisor.cli.output import ascii_only, width
    from magadvisor.documents import command_json
    from magadvisor.engine.day import Waking
    from magadvisor.inputs import read_count, read_form, read_medicine, read_time
    from magadvisor.render.cards import plan_page

    known = shipped()
    typed = [read_medicine(text) for text in med]
    waking = Waking(read_time(wake, "--wake").minute, read_time(sleep, "--sleep").minute)
    asked = read_count(doses, 6, "--doses")
    chosen = None if form is None else read_form(form, known.forms)
    told = day_plan(typed, known, chosen, asked, waking)
    if json_:
        sys.stdout.write(command_json("plan", told, known))
    else:
        sys.stdout.write(plan_page(told, known.meta, known.digest, width(), ascii_only()))
    return Exit.NOT_ALL_CHECKED if told.cards.not_checked else Exit.ANSWERED
