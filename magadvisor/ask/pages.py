"""The questions as steps, in the order of the knowledge; which steps there are depends on what was given."""

from collections.abc import Iterator

from magadvisor.advisor import profile_of
from magadvisor.ask.items import item_steps, texts, told_more, understood
from magadvisor.ask.lists import LISTS, Lists
from magadvisor.ask.reply import SIGN, UNKNOWN, answers_of_given, typed_key
from magadvisor.ask.step import Given, Option, Step
from magadvisor.door import Door
from magadvisor.engine.examine import judge
from magadvisor.engine.facts import facts_of
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.printable import printable
from magadvisor.model.question import Question
from magadvisor.model.record import replace

KIDNEY = "kidney"
"""The question whose answers are words that typed text can stand for."""

ALONE = (UNKNOWN, "none", "normal")
"""The words that go with no other word of a question with several answers."""


class Pages:
    """Lays the questions out as steps."""

    def __init__(self, knowledge: Knowledge, door: Door) -> None:
        """Keep the knowledge and the door to it."""
        self._known = knowledge
        self._door = door
        self.lists = Lists(knowledge, door)

    def path(self, given: Given) -> tuple[Step, ...]:
        """List the steps for what was given, each with the number of its page."""
        steps: list[Step] = []
        for question in self._known.questions.values():
            before = {step.key: given[step.key] for step in steps if step.key in given}
            if self._holds(question, before):
                steps += self._steps(question, given)
        pages = list(dict.fromkeys(step.page for step in steps))
        return tuple(replace(step, number=pages.index(step.page) + 1, total=len(pages)) for step in steps)

    def signs(self, goals: tuple[str, ...]) -> tuple[str, ...]:
        """List the red flags of the goals, each once."""
        flags = [flag for goal in goals for flag in self._known.goals[goal].red_flags]
        return tuple(dict.fromkeys(flag.text for flag in flags))

    def summary(self, path: tuple[Step, ...], given: Given) -> tuple[Option, ...]:
        """Tell every page in one line: what it is about, and what was answered."""
        lines: dict[str, list[str]] = {}
        for step in path:
            lines.setdefault(step.page, []).extend(self._answered(step, given))
        labels = {page: self._known.questions[page].label for page in lines}
        return tuple(
            Option(page, f"{labels[page]}: {'; '.join(answers) or 'not answered'}")
            for page, answers in lines.items()
        )

    def _holds(self, question: Question, given: Given) -> bool:
        if question.when is None:
            return True
        profile = profile_of(answers_of_given(given), self._known, self._door)
        return judge(question.when, facts_of(profile)).held

    def _steps(self, question: Question, given: Given) -> Iterator[Step]:
        page = question.page or question.id
        options = self._options(question, given)
        if options:
            yield Step(
                question.id,
                page,
                question.asks,
                question.why,
                options,
                several=question.several,
                start=options[0].word,
                hears=question.id in LISTS or question.id == KIDNEY,
            )
        if question.enter is None or (options and not self._enters(question, given)):
            return
        if question.id in LISTS:
            yield from item_steps(question, given, self.lists)
            return
        why = "" if options else question.why
        yield Step(typed_key(question.id), page, question.enter, why, blank="I do not know")

    def _enters(self, question: Question, given: Given) -> bool:
        return any(word in question.enter_for for word in given.get(question.id, ()))

    def _options(self, question: Question, given: Given) -> tuple[Option, ...]:
        words = [Option(one.word, one.says, alone=one.word in ALONE) for one in question.words]
        if question.id == "goals":
            said = {one.word for one in question.words}
            goals = [goal for goal in self._known.goals.values() if goal.id not in said]
            words = [Option(goal.id, _capital(goal.name), goal.names) for goal in goals] + words
        if question.id == "symptoms":
            words = [Option(SIGN + text, text) for text in self.signs(given.get("goals", ()))] + words
        return tuple(words)

    def _answered(self, step: Step, given: Given) -> Iterator[str]:
        """Say what was given at a step, in the words it was asked with."""
        now = given.get(step.key)
        if not now or step.key.endswith(".which"):
            return
        name, _, place = step.key.partition(".")
        if place.isdecimal():
            text = texts(given, name)[int(place)]
            yield understood(text, self.lists.hear(name, text))
        elif step.options:
            says = {option.word: option.says for option in step.options}
            enters = self._known.questions[step.key].enter_for if step.key in LISTS else ()
            yield from (says[word] for word in now if word in says and word not in enters)
        elif "." in place:
            yield told_more(place.rpartition(".")[2], now[0])
        else:
            yield _TYPED[name].format(printable(now[0]))


_TYPED = {"age": "{} years", "kidney": "eGFR {}"}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
