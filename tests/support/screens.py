"""Exact screens of the program, at 80 and at 40 columns, and a way to write them anew.

python -m tests.support.screens    (then read every difference before it is kept)
"""

import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from magadvisor.cli.main import run

SCREENS = Path(__file__).parent.parent / "screens"
WIDTHS = (80, 40)
NERVE = "recommend -g nerve-pain --kidney none --no-meds --age 45 --sex female --digestion normal --region us"

COMMANDS = {
    "a-form-fits": NERVE,
    "a-form-fits-quiet": f"{NERVE} --quiet",
    "little-is-answered": "recommend -g sleep",
    "everything-is-answered": "recommend -g sleep --kidney none --no-meds --age 45 --sex female "
    "--life-stage none --digestion normal --condition none --symptom none --taking none "
    "--avoid none --region us",
    "why": "recommend -g sleep --why",
    "two-goals": "recommend -g migraine -g constipation --kidney none --no-meds --age 30 --region eu",
    "timed-medicines": 'recommend -g sleep --kidney none --age 70 --region uk -m "cipro 500 mg@08:00,20:00" '
    '-m "Synthroid 50 mcg@07:00" -m amoxicillin -m Zemtal',
    "spacing-does-not-help": "recommend -g migraine --kidney none --age 30 --region us -m raltegravir",
    "weak-kidneys": "recommend -g cramps --kidney g4 --age 70 --no-meds",
    "a-medicine-for-a-short-time": "recommend -g constipation --kidney none --no-meds --age 40 --region uk",
    "magnesium-already-taken": "recommend -g cramps --kidney none --no-meds --age 40 --region us "
    '--taking "glycinate 200 mg elemental" --avoid nuts',
    "get-help-now": 'recommend -g nerve-pain --symptom "numb saddle area"',
    "interactions": "interactions ciprofloxacin levothyroxine amoxicillin",
    "plan": "plan -m cipro@08:00,20:00 -m Synthroid@07:00",
}
"""A screen's name, and the command line that shows it."""


def without_digest(text: str) -> str:
    """Leave out the digest of the knowledge, which every edit of a sentence changes."""
    return re.sub(r"\([0-9a-f]{8}\)", "(digest)", text)


def shown(command: str, columns: int) -> str:
    """Run a command line and give what it prints in a window of this many columns."""
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with patch.dict(os.environ, {"COLUMNS": str(columns)}), contextlib.redirect_stdout(told):
        run(shlex.split(command))
    told.flush()
    told.seek(0)
    return without_digest(told.read())


def screens() -> Iterator[tuple[Path, str, int]]:
    """Name every screen: its file, its command line and its width."""
    for name, command in COMMANDS.items():
        for columns in WIDTHS:
            yield SCREENS / f"{name}.{columns}.txt", command, columns


def written(command: str, columns: int) -> str:
    """Write a screen as its file holds it: the command line, then what it prints."""
    return f"$ magadvisor {command}\n{shown(command, columns)}"


if __name__ == "__main__":
    SCREENS.mkdir(exist_ok=True)
    for path, line, wide in screens():
        path.write_text(written(line, wide), encoding="utf-8")
