"""Where a person stands among the questions: pure steps forward and back, with every answer kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from magadvisor.advisor import profile_of
from magadvisor.ask.items import AGAIN, KEEP, item_key, texts
from magadvisor.ask.lists import LISTS
from magadvisor.ask.matching import option_named
from magadvisor.ask.pages import KIDNEY, Pages
from magadvisor.ask.reply import (
    SIGN,
    age_typed,
    amount_typed,
    answers_of_given,
    egfr_typed,
    medicine_typed,
    typed_key,
)
from magadvisor.ask.step import Given, Option, Step
from magadvisor.engine.settle import settle
from magadvisor.kidneys import stricter
from magadvisor.model.answers import Answers, BadAnswer
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Outcome
from magadvisor.remembering import RememberingDoor

SUMMARY = "summary"
SHOW = "show"
SAVE = "save"
END = "end"

_WHICH = ".which"

_SHOW = Option(SHOW, "Show the advice")
_SAVE = Option(SAVE, "Save my answers to a file, then show the advice")


@dataclass(frozen=True, slots=True)
class State:
    """What was given, the key of the step a person is at, and whether the summary was seen already."""

    given: Given = field(default_factory=dict)
    at: str = "goals"
    reviewing: bool = False


class Plan:
    """One list of questions for every front end."""

    def __init__(self, knowledge: Knowledge, *, may_save: bool = True) -> None:
        """Keep the knowledge; without `may_save` no file is offered."""
        self._known = knowledge
        self._door = RememberingDoor(knowledge)
        self._pages = Pages(knowledge, self._door)
        self._may_save = may_save

    def step(self, state: State) -> Step:
        """Give the step a person is at."""
        path = self._pages.path(state.given)
        if state.at == SUMMARY:
            return self._summary(path, state.given)
        if state.at == SAVE:
            return Step(SAVE, SUMMARY, "To which file?", "Only you can read it. Nothing is sent anywhere.")
        return next(step for step in path if step.key == state.at)

    def answer(self, state: State, value: tuple[str, ...]) -> State:
        """Go on with an answer; raise BadAnswer, and stay, when it cannot be used."""
        if state.at == SUMMARY:
            return self._from_summary(state, value)
        if state.at == SAVE:
            return replace(state, given={**state.given, SAVE: value}, at=END if value else SUMMARY)
        _check(state, value)
        given = self._recorded(state, value)
        ahead = replace(state, given=given, at=self._next(state, given, value))
        # A word that is still being asked about ends nothing yet.
        unclear = ahead.at.endswith(_WHICH) or _writes_again(state, value)
        return replace(ahead, at=END) if not unclear and self._urgent(ahead) else ahead

    def said(self, state: State, words: str) -> State:
        """Take words in place of a line: the line they name, the kidney word they mean, or an item of a list.

        Nothing that was written is dropped: what is none of these is asked for again.
        """
        option = option_named(self.step(state).options, words)
        if option is not None:
            return self.answer(state, (option.word,))
        if state.at in LISTS:
            return self._listed(state, words)
        heard = self._door.words(words) if state.at == KIDNEY else None
        if (
            heard is None
            or not heard.kidney
            or heard.item.unheard
            or len(heard.item.matched) > len(heard.kidney)
        ):
            raise BadAnswer("no-line", "this was not understood as one answer", "choose a line")
        return self.answer(state, (stricter(heard.kidney),))

    def _listed(self, state: State, words: str) -> State:
        """Take words as the next item of a list; signs that were ticked stay so."""
        question = self._known.questions[state.at]
        ticked = [word for word in state.given.get(state.at, ()) if word.startswith(SIGN)]
        writing = self.answer(state, (*ticked, *question.enter_for[:1]))
        key = item_key(question.id, len(texts(writing.given, question.id)))
        return self.answer(replace(writing, at=key), (words,))

    def back(self, state: State) -> State:
        """Go one step back; every answer is kept."""
        if state.at == SAVE:
            return replace(state, at=SUMMARY)
        keys = [step.key for step in self._pages.path(state.given)]
        place = len(keys) if state.at == SUMMARY else keys.index(state.at)
        return replace(state, at=keys[max(place - 1, 0)])

    def answers(self, state: State) -> Answers:
        """Give the answers of the steps that were asked; a step left behind counts no more."""
        path = self._pages.path(state.given)
        return answers_of_given({step.key: state.given[step.key] for step in path if step.key in state.given})

    def _urgent(self, state: State) -> bool:
        profile = profile_of(self.answers(state), self._known, self._door)
        return settle(profile, self._known).gate.outcome is Outcome.URGENT

    def _summary(self, path: tuple[Step, ...], given: Given) -> Step:
        ends = (_SHOW, _SAVE) if self._may_save else (_SHOW,)
        lines = self._pages.summary(path, given)
        asks = "This is what you said. Change a line?"
        return Step(SUMMARY, SUMMARY, asks, options=(*lines, *ends), numbered=True, start=SHOW)

    def _from_summary(self, state: State, value: tuple[str, ...]) -> State:
        if value[0] == SHOW:
            return replace(state, at=END)
        if value[0] == SAVE:
            return replace(state, at=SAVE)
        first = next(step for step in self._pages.path(state.given) if step.page == value[0])
        return replace(state, at=first.key, reviewing=True)

    def _recorded(self, state: State, value: tuple[str, ...]) -> Given:
        """Keep an answer, and let go what it makes meaningless."""
        if state.at.endswith(_WHICH):
            return _meant(state.given, state.at, value[0])
        if _is_item(state.at):
            name, _, place = state.at.partition(".")
            return _written(state.given, name, int(place), value)
        given = {**state.given, state.at: value}
        if state.at == "goals" and self._pages.signs(value) != self._pages.signs(
            state.given.get("goals", ())
        ):
            given.pop("symptoms", None)
        return given

    def _next(self, state: State, given: Given, value: tuple[str, ...]) -> str:
        """Find the step that follows: the same item again where it was taken off or is to be written anew.

        Who came from the summary goes back to it when nothing is left open.
        """
        if _writes_again(state, value):
            return state.at.removesuffix(_WHICH)
        if not value and _is_item(state.at) and state.given.get(state.at):
            return state.at
        keys = {step.key: step for step in self._pages.path(given)}
        order = list(keys)
        was = [step.key for step in self._pages.path(state.given)]
        passed = [key for key in was[: was.index(state.at) + 1] if key in keys]
        ahead = order[order.index(passed[-1]) + 1 :]
        page = self.step(state).page
        for key in ahead:
            if not state.reviewing or keys[key].page == page or key not in given:
                return key
        return next((key for key in order if key not in given), SUMMARY) if state.reviewing else SUMMARY


def _writes_again(state: State, value: tuple[str, ...]) -> bool:
    return value == (AGAIN,) and state.at.endswith(_WHICH)


def _is_item(key: str) -> bool:
    name, _, place = key.partition(".")
    return name in LISTS and place.isdecimal()


def _check(state: State, value: tuple[str, ...]) -> None:
    """Refuse a number or a time that cannot be read."""
    text = value[0] if value else ""
    name, _, place = state.at.partition(".")
    if state.at == typed_key("age"):
        age_typed(text)
    elif state.at == typed_key("kidney"):
        egfr_typed(text)
    elif place.endswith(".amount"):
        amount_typed(text)
    elif place.endswith(".times"):
        medicine_typed("", text)
    elif name == "medicines" and place.isdecimal():
        medicine_typed(text, "")


def _meant(given: Given, key: str, word: str) -> Given:
    """Take the name that was meant in place of the one that was written."""
    if word == AGAIN:
        return {one: value for one, value in given.items() if one != key}
    if word == KEEP:
        return {**given, key: (KEEP,)}
    item = key.removesuffix(_WHICH)
    return {**_without(given, item), item: (word,)}


def _written(given: Given, name: str, place: int, value: tuple[str, ...]) -> Given:
    """Write an item; an empty line takes it off the list, and the items behind it move up."""
    key = item_key(name, place)
    if value:
        return given if given.get(key) == value else {**_without(given, key), key: value}
    last = len(texts(given, name)) - 1
    if place > last:
        return {**given, key: ()}
    moved = dict(_without(given, key))
    for behind in range(place + 1, last + 1):
        old, new = item_key(name, behind), item_key(name, behind - 1)
        inner = {one: moved.pop(one) for one in list(moved) if one == old or one.startswith(f"{old}.")}
        moved.update({new + one.removeprefix(old): held for one, held in inner.items()})
    return moved


def _without(given: Given, key: str) -> Mapping[str, tuple[str, ...]]:
    """Leave out an item and everything that was asked of it."""
    return {one: value for one, value in given.items() if one != key and not one.startswith(f"{key}.")}
