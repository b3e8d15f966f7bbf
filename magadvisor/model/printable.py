"""Text that is shown as it is: control, bidirectional and zero-width characters made visible."""


def printable(text: str) -> str:
    """Write every character that cannot be seen as its escape."""
    return "".join(one if one.isprintable() else _escape(one) for one in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
