"""How sure a statement is that is not about one form."""

from magadvisor.render import phrases


def sureness(word: str) -> str:
    """Say a GRADE word as a sentence begins; `none` means that no trial in people can be used."""
    return "No usable trial in people" if word == "none" else phrases.certainty(word).capitalize()
