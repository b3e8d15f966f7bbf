"""The steps of one list: an item, what was meant by it, and what else there is to ask of it."""

from collections.abc import Iterator

from magadvisor.ask.lists import Heard, Lists
from magadvisor.ask.step import Given, Option, Step
from magadvisor.model.printable import printable
from magadvisor.model.question import Question

KEEP = "keep"
AGAIN = "again"

_KEPT = Option(KEEP, "Keep it as I wrote it; it is not checked")
_AGAIN = Option(AGAIN, "Write it again")
_MORE = {
    "times": "At what times do you take it? Such as 08:00, 20:00, or sun 07:00.",
    "amount": "How much magnesium does the label give for what you take in a day, in mg?",
}
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
            yield _meant(question, key, text, heard)
        if heard.more is not None:
            more = heard.more
            yield Step(f"{key}.{more}", question.id, _asked_more(text, more), blank=_UNTOLD[more])
        told.append(understood(text, heard))
    yield _item(question, len(written), lists, told)


def understood(text: str, heard: Heard) -> str:
    """Say what an item was read as, or that it is not checked."""
    shown = printable(text)
    matched = ", ".join(heard.matched)
    if not matched:
        return f"{shown}: not checked"
    return shown if matched.lower() == shown.lower() else f"{shown}: {matched}"


def _asked_more(text: str, more: str) -> str:
    return f"{printable(text)}. {_MORE[more]}"


def _item(question: Question, place: int, lists: Lists, told: list[str]) -> Step:
    return Step(
        item_key(question.id, place),
        question.id,
        question.enter or "",
        names=lists.names(question.id),
        told=tuple(told),
        blank="no more",
    )


def _meant(question: Question, key: str, text: str, heard: Heard) -> Step:
    """Ask what was meant; a guess is only ever offered."""
    asks = " ".join(heard.asks)
    if not asks:
        known = "Did you mean one of these?" if heard.suggestions else "How would you go on?"
        asks = f'We do not know "{printable(text)}". {known}'
    kept = Option(KEEP, "Keep it as I wrote it") if heard.matched else _KEPT
    options = (*(Option(name, name) for name in heard.suggestions), kept, _AGAIN)
    return Step(f"{key}.which", question.id, asks, options=options)
