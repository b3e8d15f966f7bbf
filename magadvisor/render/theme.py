"""Colours by meaning; nothing is meant by colour alone."""

from rich.theme import Theme

THEME = Theme(
    {
        "plain": "default",
        "label": "bold",
        "muted": "dim",
        "careful": "yellow",
        "suggest": "bold green",
        "ask-first": "bold yellow",
        "withhold": "bold red",
        "urgent": "bold white on red",
    }
)
