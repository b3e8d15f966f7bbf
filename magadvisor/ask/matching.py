"""The names that a beginning may become."""

MOST = 5
_SHORTEST = 2
"""Letters from which names are shown; one letter begins too many."""


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
