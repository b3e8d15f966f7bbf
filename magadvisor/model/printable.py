"""Text that is shown as it is: control, bidirectional and zero-width characters made visible."""


def printable(text: str) -> str:
    """Write every character that cannot be seen as its escape."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else _escape(one) for one in text)


def shown(text: str, ascii_only: bool) -> str:
    """Make a text visible, in plain ASCII where nothing else can be shown."""
    return in_ascii(printable(text)) if ascii_only else printable(text)


def in_ascii(text: str) -> str:
    """Write a text with plain ASCII alone; an accent is dropped, another character becomes its escape."""
    plain = without_accents(text.translate(_PLAIN))
    return plain.encode("ascii", "backslashreplace").decode("ascii")


def without_accents(text: str) -> str:
    """Write letters without accents and marks, and other forms of a character as the plain one."""
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    return "".join(one for one in normalize("NFKD", text) if not combining(one))


FORMULA_STARTS = tuple("=+-@＝＋－＠")
"""The signs with which a cell begins that a spreadsheet would work out."""

_PLAIN = str.maketrans(
    {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": ".", "×": "x"}
)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
