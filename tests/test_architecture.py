"""Imports go down only, as the house is drawn."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "magadvisor"

MEETING_LEVEL = {"engine", "names", "knowledge", "model", "screening"}

MAY_USE = {
    "model": {"model"},
    "engine": {"engine", "model"},
    "names": {"names", "model"},
    "knowledge": {"knowledge", "model"},
    "render": {"render", "model"},
    "explain": {"explain", "door", "claims", "inputs", *MEETING_LEVEL},
    "ask": {"ask", "render", *MEETING_LEVEL, *(path.stem for path in PACKAGE.glob("*.py"))},
    "cli": None,
    "__main__": None,
}
THIRD_PARTY = {
    "typer": {"cli"},
    "rich": {"render", "cli"},
    "pydantic": {"knowledge", "profiles"},
    "yaml": {"knowledge"},
    "rapidfuzz": {"names"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "prompt_toolkit": {"ask"},
}
ONLY_IN = {
    "rich": {"screen.py", "theme.py"},
    "jinja2": {"html.py"},
    "markupsafe": {"html.py"},
    "prompt_toolkit": {"arrow_keys.py", "choosing.py", "writing.py", "terminal.py"},
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def place(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down_only(path: Path) -> None:
    here = place(path)
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "magadvisor" and len(parts) > 1:
            allowed = MAY_USE.get(here, {*MEETING_LEVEL, *_meeting_modules()})
            assert allowed is None or parts[1] in allowed, f"{here} imports {name}"
        elif parts[0] in THIRD_PARTY:
            assert here in THIRD_PARTY[parts[0]], f"{here} imports {name}"
            assert path.name in ONLY_IN.get(parts[0], {path.name})
        assert parts[0] != "click", "typer carries its own"


def test_a_module_fits_on_a_few_screens() -> None:
    too_long = {str(path): len(path.read_text().splitlines()) for path in modules()}
    assert not {path: lines for path, lines in too_long.items() if lines > 260 and "model" not in path}


def _meeting_modules() -> set[str]:
    return {path.stem for path in PACKAGE.glob("*.py")}


def test_the_map_of_the_code_names_every_package_and_every_module_beside_them() -> None:
    drawn = (PACKAGE.parent / "docs" / "code.md").read_text(encoding="utf-8")
    beside = drawn.partition("## The modules beside the packages")[2].partition("\n## ")[0]
    modules_beside = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    rows = [row.split("|")[2] for row in beside.splitlines() if row.startswith("|")]
    named = {word for row in rows for word in re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", row))}
    assert named == modules_beside
    levels = drawn.partition("## Who may import whom")[2].partition("\n## ")[0]
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages <= set(re.findall(r"`(\w+)`", levels))


def test_every_file_that_the_map_of_the_code_names_is_there() -> None:
    root = PACKAGE.parent
    files = set(
        re.findall(r"`([\w/]+\.(?:py|md|yaml))`", (root / "docs" / "code.md").read_text(encoding="utf-8"))
    )
    places = (root, PACKAGE, PACKAGE / "engine")
    assert files
    assert [one for one in files if not any((place / one).is_file() for place in places)] == []
