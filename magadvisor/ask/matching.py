"""The names that a beginning may become."""

from re import compile as pattern

from magadvisor.ask.step import Option

MOST = 5
_SHORTEST = 2
"""Letters from which names are shown; one letter begins too many."""


_MARKS = pattern(r"['\u2018\u2019.,!]")
_PARTS = pattern("[,;]")
_NOT_KNOWN = ("dont know", "i dont know", "do not know", "not sure", "im not sure", "no idea", "idk")


def matching(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """List at most five names with a word that begins so, the shortest names that begin so first."""
    typed = text.strip().lower()
    if len(typed) < _SHORTEST:
        return ()
    begin = sorted((name for name in names if name.lower().startswith(typed)), key=len)
    if len(begin) < MOST:
        begin += [name for name in names if f" {typed}" in name.lower() and name not in begin]
    found = tuple(begin[:MOST])
    return () if found[:1] and found[0].lower() == typed and len(found) == 1 else found


def option_named(options: tuple[Option, ...], text: str) -> Option | None:
    """Find the option of a word, of what it says or how that begins, or of another word for it."""
    tidy = _tidy(text)
    for option in options:
        if tidy in (option.word, *map(_tidy, (option.says, *option.also))):
            return option
    if tidy in _NOT_KNOWN:
        return next((option for option in options if option.word == "unknown"), None)
    begins = [option for option in options if tidy in map(_tidy, _PARTS.split(option.says)[:1])]
    return begins[0] if len(begins) == 1 else None


def _tidy(text: str) -> str:
    return " ".join(_MARKS.sub("", text.lower()).split())
