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


def plain_letters(text: str) -> str:
    """Write letters as words are compared: plain Latin ones, with nothing between them that cannot be seen.

    A Cyrillic or Greek letter in the middle of a Latin word is the Latin one it looks like: names that are
    copied from a scan or a page hold such letters. Signs that belong to no word, such as a mark of a brand or
    the number of a footnote, are left out.
    """
    if text.isascii():
        return text
    from re import sub
    from unicodedata import category

    plain = without_accents(text.translate(_WRITTEN_OUT))
    seen = "".join(one for one in plain if category(one) not in _UNSEEN)
    return sub(r"[^\W\d_]+", lambda word: _latin(word[0]), seen)


def _latin(word: str) -> str:
    mixed = not word.isascii() and any(one.isascii() for one in word)
    return word.translate(_LOOKS_LIKE) if mixed else word


_UNSEEN = ("Cf", "Mn")
"""Kinds of characters that stand in a word and take no room of their own."""

FORMULA_STARTS = tuple("=+-@＝＋－＠")
"""The signs with which a cell begins that a spreadsheet would work out."""

_PLAIN = str.maketrans(
    {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": ".", "×": "x"}
)

_WRITTEN_OUT = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("®™©℠¹²³⁰⁴⁵⁶⁷⁸⁹", "")
)
# Without the Greek letter that begins a microgram. Capitals stand here in lower case too: texts are lowered.
_LOOKS_LIKE = str.maketrans(
    dict(zip("авекмнорстухіјѕһԁԛԝ", "abekmhopctyxijshdqw", strict=True))
    | dict(zip("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS", strict=True))
    | dict(zip("αβεικορτχ", "abeikoptx", strict=True))
    | dict(zip("ΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "ABEHIKMNOPTYXZ", strict=True))
)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
