"""Stories: answers as typed, and what must and must not be in the advice; written from a source."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from magadvisor.advisor import Advisor
from magadvisor.cli.show import exit_code
from magadvisor.knowledge.reader import Reader
from magadvisor.model.advice import Advice
from magadvisor.model.answers import BadAnswer
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.problem import Problem
from magadvisor.model.record import Record
from magadvisor.profiles import answers_of, profile_document
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from magadvisor.render.plain import plain

FIGURE = re.compile(r"\b(at most|limit|take|add)\b[^.\n]{0,40}\d+ ?mg", re.IGNORECASE)
_WIDE = 200

Check = Callable[[Advice, object], bool]
OnPage = Callable[[str, object], bool]


class Story(Record):
    """One story; `answers` is a profile document, `expect` what a reader of the source would check."""

    story: str
    source: str
    answers: dict[str, object]
    expect: dict[str, object]


class Told(Record):
    """A story and where it stands."""

    story: Story
    file: str
    line: int


def read_stories(folder: Path, pattern: str) -> tuple[tuple[Told, ...], tuple[Problem, ...]]:
    """Read the stories of a folder's files, and every problem of them."""
    reader = Reader(folder)
    stories = tuple(Told(one, *reader.places[id(one)]) for one in reader.each(pattern, Story))
    return stories, tuple(reader.problems)


def failures(story: Story, advisor: Advisor) -> Iterator[str]:
    """Give every expectation of a story that the advice does not meet."""
    try:
        answers = answers_of(profile_document(story.answers), advisor.knowledge.goals)
    except BadAnswer as bad:
        yield bad.message
        return
    advice = advisor.advise(answers)
    for key, want in story.expect.items():
        if key not in EXPECTED:
            yield f"`{key}` is nothing that a story may expect"
        elif not _met(key, want, advice, advisor.knowledge):
            yield f"{key} is not {want}"


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _texts(value: object) -> list[str]:
    return [str(one) for one in _list(value)]


def _mapping(value: object) -> dict[str, object]:
    return {str(key): inner for key, inner in value.items()} if isinstance(value, dict) else {}


def _offered(advice: Advice) -> list[str]:
    return [form.id for form in (advice.form, *advice.alternatives) if form is not None]


def _met(key: str, want: object, advice: Advice, known: Knowledge) -> bool:
    if key in CHECKS:
        return CHECKS[key](advice, want)
    laid = page(advice, known, Choices(width=_WIDE))
    return ON_PAGE[key](plain(laid, _WIDE, ascii_only=False), want)


def _interactions(advice: Advice, want: object) -> bool:
    met = {one.id: one for one in advice.interactions}
    wanted = _mapping(want)
    return set(wanted) <= set(met) and all(
        getattr(met[name], _HOURS.get(key, key), None) == value
        for name, told in wanted.items()
        for key, value in _mapping(told).items()
    )


_HOURS = {"after": "magnesium_after_medicine_hours", "before": "magnesium_before_medicine_hours"}


def _matched(advice: Advice, want: object) -> bool:
    lists = (advice.medicines, advice.conditions, advice.symptoms, advice.taking, advice.avoid)
    typed = {item.typed: list(item.matched) for items in lists for item in items}
    return all(typed.get(text) == names for text, names in _mapping(want).items())


def _routes(advice: Advice, want: object) -> bool:
    routes = {item.typed: item.route for item in advice.medicines}
    return all(routes.get(text) == route for text, route in _mapping(want).items())


def _windows(advice: Advice, want: object) -> bool:
    if advice.day is None:
        return False
    return sorted([one.from_, one.to] for one in advice.day.windows) == sorted(map(_texts, _list(want)))


def _behind(advice: Advice, want: object) -> bool:
    order = _offered(advice)
    pairs = [_texts(pair) for pair in _list(want)]
    return all({first, second} <= {*order} for first, second in pairs) and all(
        order.index(first) < order.index(second) for first, second in pairs
    )


def _conflict(advice: Advice, want: object) -> bool:
    return advice.day is not None and sorted(advice.day.conflict) == sorted(_texts(want))


def _dose(advice: Advice, name: str) -> float | None:
    figure: float | None = getattr(advice.dose, name, None)
    return figure


CHECKS: dict[str, Check] = {
    "outcome": lambda advice, want: advice.outcome == want,
    "exit": lambda advice, want: exit_code(advice) == want,
    "form": lambda advice, want: (advice.form.id if advice.form else None) == want,
    "offered": lambda advice, want: set(_texts(want)) <= set(_offered(advice)),
    "not_offered": lambda advice, want: not set(_texts(want)) & set(_offered(advice)),
    "set_aside": lambda advice, want: set(_texts(want)) <= {one.id for one in advice.set_aside},
    "behind": _behind,
    "at_most_mg": lambda advice, want: _dose(advice, "at_most_mg") == want,
    "limit_mg": lambda advice, want: _dose(advice, "limit_mg") == want,
    "already_mg": lambda advice, want: _dose(advice, "already_mg") == want,
    "interactions": _interactions,
    "no_interactions": lambda advice, want: not set(_texts(want)) & {one.id for one in advice.interactions},
    "matched": _matched,
    "route": _routes,
    "not_checked": lambda advice, want: [one.typed for one in advice.not_checked] == want,
    "who": lambda advice, want: set(_texts(want)) <= {one.who for one in advice.actions},
    "urgency": lambda advice, want: set(_texts(want)) <= {one.urgency for one in advice.actions},
    "windows": _windows,
    "conflict": _conflict,
    "foods": lambda advice, want: set(_texts(want)) <= {one.id for one in advice.foods},
    "not_foods": lambda advice, want: not set(_texts(want)) & {one.id for one in advice.foods},
    "unanswered": lambda advice, want: set(_texts(want)) <= {one.question for one in advice.unanswered},
}
"""What a story may expect of an advice, and how it is compared."""

ON_PAGE: dict[str, OnPage] = {
    "says": lambda told, want: all(text.lower() in told.lower() for text in _texts(want)),
    "no_supplement_figure": lambda told, _: not FIGURE.search(told),
}
"""What a story may expect of the page that is shown."""

EXPECTED = (*CHECKS, *ON_PAGE)
"""Everything that a story may expect."""
