"""How works are named, and how sure a statement is that is not about one form."""

from magadvisor.render import phrases


def work(title: str, publisher: str, year: int | None) -> str:
    """Name a work by title, publisher and year; a year that stands in the title is not said twice."""
    told = f", {year}" if year and str(year) not in title else ""
    return f"{title}. {publisher}{told}."


def sureness(word: str) -> str:
    """Say a GRADE word as a sentence begins; `none` means that no trial in people can be used."""
    return "No usable trial in people" if word == "none" else phrases.certainty(word).capitalize()
