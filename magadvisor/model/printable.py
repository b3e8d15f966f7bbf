"""Text that is shown as it is: control, bidirectional and zero-width characters made visible."""

from unicodedata import combining, normalize


def printable(text: str) -> str:
    """Write every character that cannot be seen as its escape."""
    return "".join(one if one.isprintable() else _escape(one) for one in text)


def in_ascii(text: str) -> str:
    """Write a text with plain ASCII alone; an accent is dropped, another character becomes its escape."""
    parted = normalize("NFKD", text.translate(_PLAIN))
    return (
        "".join(one for one in parted if not combining(one))
        .encode("ascii", "backslashreplace")
        .decode("ascii")
    )


_PLAIN = str.maketrans(
    {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": ".", "×": "x"}
)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
