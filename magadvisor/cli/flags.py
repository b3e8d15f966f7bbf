"""The options that commands share, each said once: its words on the line and its help."""

from pathlib import Path
from typing import Annotated

import typer

from magadvisor.cli import completion

_Texts = list[str] | None
"""Everything that was said, also where one answer is meant: the parser would drop all but the last."""
_Text = str | None

Goal = Annotated[
    _Texts,
    typer.Option(
        "--goal", "-g", help="What for; the first is the main one.", autocompletion=completion.goals
    ),
]
Digestion = Annotated[
    _Texts, typer.Option("--digestion", help="normal, sensitive, loose, constipated or unknown.")
]
Kidney = Annotated[
    _Texts,
    typer.Option(
        "--kidney", help="none, unknown, diagnosed, g1, g2, g3a, g3b, g4, g5, dialysis, transplant or acute."
    ),
]
Egfr = Annotated[_Texts, typer.Option("--egfr", help="Kidney value in mL/min/1.73 m2, 0 to 200.")]
Medicine = Annotated[
    _Texts,
    typer.Option(
        "--med",
        "-m",
        help='A medicine as you would write it; with times: "cipro@08:00,20:00".',
        autocompletion=completion.medicines,
    ),
]
NoMedicines = Annotated[bool, typer.Option("--no-meds", help="You take no medicine.")]
Age = Annotated[_Texts, typer.Option("--age", help="Years, 0 to 120.")]
Sex = Annotated[_Texts, typer.Option("--sex", help="female or male.")]
LifeStage = Annotated[_Texts, typer.Option("--life-stage", help="none, pregnant, breastfeeding or unknown.")]
Pregnant = Annotated[bool, typer.Option("--pregnant", help="Short for --life-stage pregnant.")]
Breastfeeding = Annotated[bool, typer.Option("--breastfeeding", help="Short for --life-stage breastfeeding.")]
Condition = Annotated[_Texts, typer.Option("--condition", help="An illness or condition; none if none.")]
Symptom = Annotated[_Texts, typer.Option("--symptom", help="A symptom you have now; none if none.")]
Taking = Annotated[
    _Texts, typer.Option("--taking", help='Magnesium you already take: "milk of magnesia 30 ml".')
]
Diet = Annotated[
    _Texts,
    typer.Option("--diet", help="vegan, vegetarian, pescatarian, gluten-free, dairy-free or low-fodmap."),
]
Avoid = Annotated[_Texts, typer.Option("--avoid", help="A food or allergen to leave out.")]
Region = Annotated[_Texts, typer.Option("--region", help="us, eu, uk, ca, jp or anz.")]
Profile = Annotated[
    _Texts, typer.Option("--profile", "-p", help="A file with your answers; - reads them from the input.")
]
Why = Annotated[bool, typer.Option("--why", help="Show every reason, and what would change the answer.")]
Format = Annotated[_Text, typer.Option("--format", "-f", help="screen, plain, json, markdown, html or csv.")]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
# Whether a path can be used is told by the command that uses it, with its own exit code.
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to a file.", readable=False)]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
Knowledge = Annotated[
    list[Path] | None, typer.Option("--knowledge", help="An additional knowledge folder.", readable=False)
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 instead of 3 or 4.")]
Color = Annotated[str, typer.Option("--color", help="auto, always or never.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only what must be said; the caveat stays.")]
