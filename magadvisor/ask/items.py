"""The steps of one list: an item, what was meant by it, and what else there is to ask of it."""

from collections.abc import Iterator

from magadvisor.ask.lists import Heard, Lists
from magadvisor.ask.matching import matching
from magadvisor.ask.step import Given, Option, Step
from magadvisor.model.printable import printable
from magadvisor.model.question import Question

KEEP = "keep"
AGAIN = "again"

_UNCHECKED = Option(KEEP, "Keep it as I wrote it; it is not checked")
_AGAIN = Option(AGAIN, "Write it again")
_MORE = {"times": "medicine-times", "amount": "taking-elemental"}
"""The sentences that ask for more of an item."""

_TOLD = {"times": "at {}", "amount": "{} mg a day"}
_UNTOLD = {"times": "no fixed time", "amount": "not known"}


def item_key(name: str, place: int) -> str:
    """Name the step of an item."""
    return f"{name}.{place}"


def texts(given: Given, name: str) -> tuple[str, ...]:
    """List the items that were written, in their order."""
    written: list[str] = []
    while text := given.get(item_key(name, len(written))):
        written.append(text[0])
    return tuple(written)


def item_steps(question: Question, given: Given, lists: Lists) -> Iterator[Step]:
    """Give the steps of a list: each item with what it leads to, then an empty line for the next."""
    told: list[str] = []
    written = texts(given, question.id)
    for place, text in enumerate(written):
        yield _item(question, place, lists, told)
        key = item_key(question.id, place)
        heard = lists.hear(question.id, text)
        if not heard.settled:
            yield _meant(question.id, key, text, heard, lists)
        if heard.more is not None:
            more = heard.more
            asks = f"{printable(text)}. {lists.sentence(_MORE[more])}"
            yield Step(f"{key}.{more}", question.id, asks, blank=_UNTOLD[more])
        told.append("; ".join((understood(text, heard), *_told_more(given, key))))
    yield _item(question, len(written), lists, told)


def understood(text: str, heard: Heard) -> str:
    """Say what an item was read as, or that it is not checked."""
    shown = printable(text)
    matched = ", ".join(heard.matched)
    if not matched:
        return f"{shown}: not checked"
    return shown if matched.lower() == shown.lower() else f"{shown}: {matched}"


def told_more(more: str, text: str) -> str:
    """Say what else was told of an item: its times, or the amount in a day."""
    return _TOLD[more].format(printable(text))


def _told_more(given: Given, key: str) -> Iterator[str]:
    for more in _TOLD:
        yield from (told_more(more, text) for text in given.get(f"{key}.{more}", ()) if text)


def _item(question: Question, place: int, lists: Lists, told: list[str]) -> Step:
    return Step(
        item_key(question.id, place),
        question.id,
        question.enter or "",
        names=lists.names(question.id),
        told=tuple(told),
        blank="no more",
    )


def _meant(name: str, key: str, text: str, heard: Heard, lists: Lists) -> Step:
    """Ask what was meant; a guess is only ever offered.

    Of a name with several readings the pointer starts on what was written, so that Enter alone chooses none.
    """
    names = heard.suggestions or matching(text, lists.names(name))
    asks = " ".join(heard.asks)
    if not asks:
        asks = f'We do not know "{printable(text)}".{" Did you mean one of these?" if names else ""}'
    kept = Option(KEEP, "Keep it as I wrote it") if heard.matched else _UNCHECKED
    options = (*(Option(one, one) for one in names), kept, _AGAIN)
    start = KEEP if heard.asks else None
    return Step(f"{key}.which", name, asks, options=options, start=start)
