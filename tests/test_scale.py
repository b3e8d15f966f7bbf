"""Another engine carries the same decision: what docs/scale.md shows is run as it stands there."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DRIVE = """
import json, runpy, sys
from pyspark.sql import SparkSession

screened = runpy.run_path(sys.argv[1])["screened"]
session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
rows = screened(session.read.csv(sys.argv[2], header=True)).collect()
session.stop()
print(json.dumps([row.asDict() for row in rows]))
"""
PROFILES = """id,goals,age,kidney,medicines,conditions
1,sleep,50,none,Synthroid 50 mcg;cipro 500 mg,none
2,slep,50,none,none,none
3,nerve-pain,,,Zemtal,
4,cramps,70,dialysis,none,diabetes
5,sleep,30,none,"metformin, 500 mg",none
"""


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
def test_spark_gives_the_rows_that_screen_writes(tmp_path: Path) -> None:
    pytest.importorskip("pyspark.sql")
    pytest.importorskip("pyarrow")
    path = tmp_path / "profiles.csv"
    path.write_text(PROFILES, encoding="utf-8")
    rows = _rows_of_spark(path)
    carried = {row["id"]: {name: _cell(value) for name, value in row.items()} for row in rows}
    assert carried == {row["id"]: row for row in _rows_of_screen(path)}


def _rows_of_spark(path: Path) -> list[dict[str, object]]:
    """Run the example in a process of its own: Spark speaks to its parts by sockets, which no test may."""
    shown = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "scale.md").read_text(encoding="utf-8"), re.S)
    assert shown
    example = path.with_name("example.py")
    example.write_text(shown[1], encoding="utf-8")
    python = {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable, "HOME": str(path.parent)}
    command = [sys.executable, "-c", DRIVE, str(example), str(path)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, check=True, env={**os.environ, **python}, text=True
    )
    rows: list[dict[str, object]] = json.loads(done.stdout)
    return rows


def _rows_of_screen(path: Path) -> list[dict[str, str]]:
    command = [sys.executable, "-m", "magadvisor", "screen", str(path), "-f", "csv"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, check=False, env=environment, text=True)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    return [{name: cell for name, cell in row.items() if name != "line"} for row in rows]


def _cell(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value or "")
