"""The options by which several commands hear about a person; each is explained once."""

from pathlib import Path
from typing import Annotated

import typer

_Texts = list[str] | None

Goals = Annotated[_Texts, typer.Option("--goal", "-g", help="What for; the first is the main one.")]
Digestions = Annotated[
    _Texts, typer.Option("--digestion", help="normal, sensitive, loose, constipated or unknown.")
]
KidneyWord = Annotated[
    str | None,
    typer.Option(
        "--kidney", help="none, unknown, diagnosed, g1, g2, g3a, g3b, g4, g5, dialysis, transplant or acute."
    ),
]
Egfr = Annotated[str | None, typer.Option("--egfr", help="Kidney value in mL/min/1.73 m2, 0 to 200.")]
Medicines = Annotated[_Texts, typer.Option("--med", "-m", help="A medicine as you would write it.")]
NoMedicines = Annotated[bool, typer.Option("--no-meds", help="You take no medicine.")]
Age = Annotated[str | None, typer.Option("--age", help="Years, 0 to 120.")]
SexWord = Annotated[str | None, typer.Option("--sex", help="female or male.")]
Stage = Annotated[str | None, typer.Option("--life-stage", help="none, pregnant, breastfeeding or unknown.")]
Pregnant = Annotated[bool, typer.Option("--pregnant", help="Short for --life-stage pregnant.")]
Breastfeeding = Annotated[bool, typer.Option("--breastfeeding", help="Short for --life-stage breastfeeding.")]
Conditions = Annotated[_Texts, typer.Option("--condition", help="An illness or condition; none if none.")]
Symptoms = Annotated[_Texts, typer.Option("--symptom", help="A symptom you have now; none if none.")]
Takings = Annotated[
    _Texts, typer.Option("--taking", help='Magnesium you already take: "milk of magnesia 30 ml".')
]
Diets = Annotated[
    _Texts,
    typer.Option("--diet", help="vegan, vegetarian, pescatarian, gluten-free, dairy-free or low-fodmap."),
]
Avoided = Annotated[_Texts, typer.Option("--avoid", help="A food or allergen to leave out.")]
RegionWord = Annotated[str | None, typer.Option("--region", help="us, eu, uk, ca, jp or anz.")]
ProfileFile = Annotated[
    str | None,
    typer.Option("--profile", "-p", help="A file with your answers, or - to read them from a pipe."),
]
Format = Annotated[
    str | None, typer.Option("--format", "-f", help="screen, plain, json, markdown, html or csv.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputFile = Annotated[Path | None, typer.Option("--output", "-o", help="Write to a file.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 instead of 3 or 4.")]
Colour = Annotated[str, typer.Option("--color", help="auto, always or never.")]
