"""Every story of tests/cases is told by the program as its source tells it."""

import re
from collections.abc import Callable

import pytest

from magadvisor.cli.show import exit_code
from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from tests.support.asking import as_text, ask, offered
from tests.support.stories import Story, stories

FIGURE = re.compile(r"\b(at most|limit|take|add)\b[^.\n]{0,40}\d+ ?mg", re.IGNORECASE)

Check = Callable[[Advice, object], object]


def _strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(one) for one in value]


def _mapping(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return {str(key): inner for key, inner in value.items()}


def _interactions(advice: Advice, expected: object) -> object:
    met = {one.id: one for one in advice.interactions}
    for name, told in _mapping(expected).items():
        assert name in met, f"{name} is not among {sorted(met)}"
        for key, value in _mapping(told).items():
            attribute = {
                "after": "magnesium_after_medicine_hours",
                "before": "magnesium_before_medicine_hours",
            }.get(key, key)
            assert getattr(met[name], attribute) == value, f"{name}.{key}"
    return True


def _typed(advice: Advice) -> dict[str, tuple[str, ...]]:
    lists = (advice.medicines, advice.conditions, advice.symptoms, advice.taking, advice.avoid)
    return {item.typed: item.matched for items in lists for item in items}


def _matched(advice: Advice, expected: object) -> object:
    typed = _typed(advice)
    return all(list(typed[text]) == names for text, names in _mapping(expected).items())


def _routes(advice: Advice, expected: object) -> object:
    routes = {item.typed: item.route for item in advice.medicines}
    return all(routes[text] == route for text, route in _mapping(expected).items())


def _windows(advice: Advice, expected: object) -> object:
    assert advice.day is not None
    assert isinstance(expected, list)
    found = sorted((one.from_, one.to) for one in advice.day.windows)
    assert found == sorted((str(start), str(end)) for start, end in expected)
    return True


def _behind(advice: Advice, expected: object) -> object:
    order = offered(advice)
    assert isinstance(expected, list)
    return all(order.index(first) < order.index(second) for first, second in expected)


def _dose(advice: Advice, name: str) -> float | None:
    figure: float | None = getattr(advice.dose, name, None)
    return figure


CHECKS: dict[str, Check] = {
    "outcome": lambda advice, want: advice.outcome == want,
    "exit": lambda advice, want: exit_code(advice) == want,
    "form": lambda advice, want: (advice.form.id if advice.form else None) == want,
    "offered": lambda advice, want: set(_strings(want)) <= set(offered(advice)),
    "not_offered": lambda advice, want: not set(_strings(want)) & set(offered(advice)),
    "set_aside": lambda advice, want: set(_strings(want)) <= {one.id for one in advice.set_aside},
    "behind": _behind,
    "at_most_mg": lambda advice, want: _dose(advice, "at_most_mg") == want,
    "limit_mg": lambda advice, want: _dose(advice, "limit_mg") == want,
    "already_mg": lambda advice, want: _dose(advice, "already_mg") == want,
    "interactions": _interactions,
    "no_interactions": lambda advice, want: not set(_strings(want)) & {one.id for one in advice.interactions},
    "matched": _matched,
    "route": _routes,
    "not_checked": lambda advice, want: [one.typed for one in advice.not_checked] == want,
    "who": lambda advice, want: set(_strings(want)) <= {one.who for one in advice.actions},
    "urgency": lambda advice, want: set(_strings(want)) <= {one.urgency for one in advice.actions},
    "windows": _windows,
    "conflict": lambda advice, want: (
        advice.day is not None and sorted(advice.day.conflict) == sorted(_strings(want))
    ),
    "foods": lambda advice, want: set(_strings(want)) <= {one.id for one in advice.foods},
    "not_foods": lambda advice, want: not set(_strings(want)) & {one.id for one in advice.foods},
    "unanswered": lambda advice, want: set(_strings(want)) <= {one.question for one in advice.unanswered},
    "says": lambda advice, want: all(text.lower() in as_text(advice, 200).lower() for text in _strings(want)),
    "no_supplement_figure": lambda advice, _: not FIGURE.search(as_text(advice, 200)),
}


@pytest.mark.parametrize("story", list(stories()), ids=lambda story: f"{story.file}: {story.name}")
def test_story(story: Story, knowledge: Knowledge) -> None:
    advice = ask(knowledge, story.answers)
    for key, want in story.expect.items():
        assert CHECKS[key](advice, want), f"{key}: expected {want} ({story.source})"
    assert advice.caveat == knowledge.meta.caveat
