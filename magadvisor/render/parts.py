"""What a page is made of: labelled parts of lines, with the numbers of the sources that they cite."""

from collections.abc import Iterable, Iterator, Sequence

from magadvisor.model.account import NotChecked
from magadvisor.model.advice import Action, CitedSource
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record
from magadvisor.render import phrases
from magadvisor.render.lists import marks


class Line(Record):
    """One thought; `style` is a meaning of the theme, for the whole text or for how it begins."""

    text: str
    style: str = "plain"
    lead: str = ""  # the beginning of the text that alone is in the style
    fixed: bool = False  # a drawing that must not be wrapped
    under: bool = False  # belongs to the line before it


def led(lead: str, text: str, style: str = "label") -> Line:
    """Begin a line with a few words that stand out."""
    return Line(f"{lead} {text}".rstrip(), style, lead)


class Part(Record):
    """Lines under one label; a part that joins stands close to the one before it."""

    label: str
    lines: tuple[Line, ...]
    joins: bool = False


class Page(Record):
    """A whole page: the action first, the caveat in its box, the stamp last."""

    headline: str
    style: str
    subtitle: str
    parts: tuple[Part, ...]
    caveat: str
    stamp: str


def plain_page(headline: str, subtitle: str, parts: Iterable[Part], known: Knowledge) -> Page:
    """Make a page of the parts that have something to say, with the caveat of the knowledge."""
    told = tuple(part for part in parts if part.lines)
    return Page(headline, "plain", subtitle, told, known.meta.caveat, phrases.knowledge_stamp(known))


def actions(listed: Iterable[Action], known: Knowledge) -> tuple[Line, ...]:
    """Tell what to do, each with how soon, with whom, and why."""
    return tuple(led(phrases.turn_to(one, known), one.text, "careful") for one in listed)


def not_checked(items: Iterable[NotChecked]) -> Part:
    """List what was not checked."""
    return Part("Not checked", tuple(Line(phrases.not_checked(one), "careful") for one in items))


class Choices(Record):
    """What a reader asked for: the reasons too, little, and which marks can be drawn."""

    why: bool = False
    quiet: bool = False
    ascii: bool = False
    width: int = 80


def in_short(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Leave out what stands in muted letters: sources, and how to see more."""
    kept = (
        Part(part.label, tuple(line for line in part.lines if line.style != "muted"), part.joins)
        for part in parts
    )
    return tuple(part for part in kept if part.lines)


def source_line(sources: Sequence[CitedSource]) -> tuple[Line, ...]:
    """List sources under their numbers, in one muted line; nothing for none."""
    told = " ".join(f"[{number}] {phrases.source(one)}" for number, one in enumerate(sources, 1))
    return (Line(told, "muted"),) if told else ()


class Numbers:
    """The numbers under which sources stand on a page or a sheet, in the order they are first cited."""

    def __init__(self, sources: Iterable[CitedSource]) -> None:
        """Know the sources that may be cited; any other is left out."""
        self._known = {source.id: source for source in sources}
        self._of: dict[str, int] = {}

    def __call__(self, sources: Iterable[str]) -> str:
        """Cite sources by their numbers."""
        cited = [one for one in sources if one in self._known]
        for one in cited:
            self._of.setdefault(one, len(self._of) + 1)
        return marks(self._of[one] for one in cited)

    def cited(self) -> Iterator[tuple[int, CitedSource]]:
        """Give the sources that were cited, each with its number."""
        return ((number, self._known[one]) for one, number in self._of.items())
