"""Screens of the program as pictures for the documents, and a way to draw them anew.

python -m tests.support.pictures
"""

import io
from pathlib import Path

from rich.console import Console

from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.knowledge import Knowledge
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from magadvisor.render.screen import screen
from magadvisor.render.theme import THEME
from tests.support.asking import ask
from tests.support.screens import without_digest

DOCS = Path(__file__).parent.parent.parent / "docs"
WIDTH = 80

ADVICES: dict[str, dict[str, object]] = {
    "a-form-fits": {
        "goals": ["nerve-pain"],
        "kidney": "none",
        "medicines": [],
        "age": 45,
        "sex": "female",
        "digestion": ["normal"],
        "region": "us",
    },
    "with-medicines": {
        "goals": ["sleep"],
        "kidney": "none",
        "age": 70,
        "region": "uk",
        "medicines": [
            {"name": "cipro 500 mg", "at": ["08:00", "20:00"]},
            {"name": "Synthroid 50 mcg", "at": ["07:00"]},
            "amoxicillin",
            "Zemtal",
        ],
    },
    "no-supplement": {"goals": ["cramps"], "kidney": "g4", "age": 70, "medicines": []},
    "get-help-now": {"goals": ["nerve-pain"], "symptoms": ["numb saddle area"]},
}
"""A picture's name, and the answers whose screen it shows."""

# A frame of our own: the font is whatever the reader has, and nothing is fetched from elsewhere.
FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
<rect fill="#16181d" x="0" y="0" width="{width}" height="{height}" rx="8" />
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


def picture(name: str, knowledge: Knowledge) -> str:
    """Draw one screen as SVG, the same bytes for the same screen."""
    advice = ask(knowledge, ADVICES[name])
    recorder = Console(
        theme=THEME,
        width=WIDTH,
        record=True,
        file=io.StringIO(),
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=True,
        no_color=False,
        color_system="standard",
    )
    recorder.print(
        screen(page(advice, knowledge, Choices(width=WIDTH)), WIDTH, ascii_only=False), soft_wrap=True, end=""
    )
    drawn = recorder.export_svg(title="", code_format=FRAME, unique_id=f"screen-{name}")
    return without_digest(drawn)


def write() -> None:
    """Draw every picture anew."""
    knowledge = load(data_folder())
    DOCS.mkdir(exist_ok=True)
    for name in ADVICES:
        (DOCS / f"{name}.svg").write_text(picture(name, knowledge), encoding="utf-8")


if __name__ == "__main__":
    write()
