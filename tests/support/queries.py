"""A query of every command, those of the table first."""

from magadvisor.cli.commands import COMMANDS, Commands

SECRET = "qzxsecretqzx"

QUERIES: dict[str, tuple[str, ...]] = {
    "ask": ("--accessible",),
    "recommend": ("--goal", "sleep", "--kidney", "none", "--med", SECRET),
    "handout": ("--goal", "sleep", "--med", SECRET),
    "interactions": ("cipro", SECRET),
    "compare": ("oxide", "citrate"),
    "forms": (),
    "foods": ("nuts",),
    "convert": ("500mg", "--form", "oxide"),
    "label": ("Magnesium (as citrate) 200 mg",),
    "plan": ("--med", "cipro@08:00"),
    "claims": ("sleep",),
    "explain": ("oxide",),
    "kb": ("info",),
    "screen": ("-", "--from", "jsonl"),
}
"""Of every command of the table; one that has none here is called by its name alone."""

INPUT = {"ask": "1\n" * 40, "screen": f'{{"goals": ["sleep"], "medicines": ["{SECRET}"]}}\n'}

OTHERS: dict[str, tuple[str, ...]] = {
    "recommend from the input": ("recommend", "--profile", "-"),
    "kb check": ("kb", "check", "/nowhere"),  # what is wrong with it is the answer
    "kb test": ("kb", "test", "/nowhere"),
    "kb new": ("kb", "new", "rule"),
    "--version": ("--version",),
    "--help": ("--help",),
}


def _lines() -> dict[str, tuple[str, ...]]:
    lines: dict[str, tuple[str, ...]] = {}
    table = Commands(name="magadvisor")
    for name in COMMANDS:
        made = table.get_command(None, name)
        lines[name] = (name, *QUERIES.get(name, ()))
        for inner in getattr(made, "commands", {}):
            lines[f"{name} {inner}"] = OTHERS.get(f"{name} {inner}", (name, inner))
    return lines | OTHERS


LINES = _lines()
"""Command lines by name: every command of the table, every command of a command, and a few more."""
