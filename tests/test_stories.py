"""Every story of tests/cases is told by the program as its source tells it."""

from pathlib import Path

import pytest

from magadvisor.advisor import Advisor
from magadvisor.cli.stories import EXPECTED, Told, failures, read_stories
from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from magadvisor.profiles import answers_of, profile_document

STORIES, PROBLEMS = read_stories(Path(__file__).parent / "cases", "*.yaml")


@pytest.fixture(scope="module")
def advisor(knowledge: Knowledge) -> Advisor:
    return Advisor(knowledge)


def test_every_story_can_be_read() -> None:
    assert [str(problem) for problem in PROBLEMS] == []
    assert len(STORIES) > 100


@pytest.mark.parametrize("told", STORIES, ids=lambda told: f"{told.file}: {told.story.story}")
def test_story(told: Told, advisor: Advisor) -> None:
    assert list(failures(told.story, advisor)) == [], told.story.source


def test_a_story_that_is_not_so_says_what_is_not(advisor: Advisor) -> None:
    """Every expectation is turned into something that cannot be so, and must be told."""
    told = {key: failures_of(key, advisor) for key in EXPECTED if key != "no_supplement_figure"}
    assert {key for key, found in told.items() if not found} == set()


def failures_of(key: str, advisor: Advisor) -> list[str]:
    wrong: dict[str, object] = {
        "outcome": "urgent",
        "exit": 70,
        "form": "oxide",
        "not_offered": ["glycinate"],
        "at_most_mg": 99999,
        "limit_mg": 99999,
        "already_mg": 99999,
        "interactions": {"thyroid-hormones": {"after": 1}},
        "no_interactions": ["thyroid-hormones"],
        "matched": {"Synthroid@08:00": ["x"]},
        "route": {"Synthroid": "skin"},
        "not_checked": ["Synthroid"],
        "behind": [["citrate", "glycinate"]],
        "windows": [["00:00", "01:00"]],
        "conflict": ["levothyroxine"],
        "not_foods": [food.id for food in _asked(advisor).foods],
    }
    story = STORIES[0].story
    answers: dict[str, object] = {"goals": ["sleep"], "kidney": "none", "medicines": ["Synthroid@08:00"]}
    expect = {key: wrong.get(key, ["nothing-of-this-name"])}
    return list(failures(type(story)("x", "x", answers, expect), advisor))


def _asked(advisor: Advisor) -> Advice:
    answers = {"goals": ["sleep"], "kidney": "none", "medicines": ["Synthroid@08:00"]}
    return advisor.advise(answers_of(profile_document(answers), advisor.knowledge.goals))
