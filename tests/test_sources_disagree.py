"""Where the sources disagree, every side is told to whoever it matters to.

The sides stand in the facts about forms, limits and goals, section 11, in its order.
"""

import pytest

from magadvisor.cli.main import run
from magadvisor.model.knowledge import Knowledge
from tests.support.asking import ask

ANYBODY = ("--kidney", "none", "--no-meds", "--why")
ADULT = (*ANYBODY, "--age", "40")
CHILD = ("recommend", "--goal", "constipation", *ANYBODY, "--age", "2")


def goal(name: str) -> tuple[str, ...]:
    return ("recommend", "--goal", name, *ADULT)


DISAGREE = {
    "upper level": (
        ("recommend", "--goal", "sleep", *ANYBODY, "--age", "40"),
        ("EU 250 mg", "US 350 mg", "VKM, Norway", "Japan 350 mg", "UK 400 mg", "Canada 500 mg"),
    ),
    "a day above the limit": (
        (*goal("sleep"), "--sex", "male", "--region", "us"),
        ("At most 350 mg", "A day should hold more, 420 mg: the limit never counts food"),
    ),
    "doses of trials of migraine above the limit": (
        ("explain", "goal:migraine"),
        ("600 mg a day", "above the limits"),
    ),
    "the youngest age of a milk of magnesia": (
        ("explain", "form:hydroxide"),
        ("starts at 1 year and another at 12", "starts at 3, the Irish one at 6", "doctor below 6"),
    ),
    "the youngest age of a solution of citrate": (
        ("explain", "form:citrate"),
        ("from 2 years", "doctor below 6"),
    ),
    "the youngest age of a health salt": (
        ("explain", "form:sulfate"),
        ("12 years in the UK, above 6 in Ireland, above 3"),
    ),
    "kidneys": (
        ("recommend", "--goal", "sleep", "--no-meds", "--age", "40", "--egfr", "40", "--why"),
        (
            "US labels say to ask a doctor",
            "forbids it below 30",
            "another with any kidney",
            "quoted with a clearance below 20",
            "from about 55",
        ),
    ),
    "the limit of a child": (
        CHILD,
        ("65 mg a day", "Norway 85 mg", "the EU no figure", "Japan counts 5 mg for each kg"),
    ),
    "cramps": (
        goal("cramps"),
        ("ratio 1.04", "A German guideline of 2016 allows a try", "A company trial"),
    ),
    "migraine": (
        goal("migraine"),
        ("level B", "later retired", "grade C", "weak for", "486 mg did nothing"),
    ),
    "constipation": (goal("constipation"), ("very low certainty", "in Japan it is a first choice")),
    "blood pressure": (
        goal("blood-pressure"),
        ("about 2 mmHg", "4.0 lower to 1.5 higher", "inconsistent and inconclusive"),
    ),
    "vitamin B6": (
        (*goal("sleep"), "--taking", "magnesium 100 mg with vitamin B6 50 mg"),
        (
            "12 mg a day in all (EU)",
            "10 mg from supplements (UK)",
            "100 mg (US)",
            "50 mg (Australia and New Zealand, where labels warn above 10 mg)",
        ),
    ),
    "through the skin": (
        ("explain", "goal:muscle-tension"),
        ("unsupported by science", "small pilots and laboratory work claim some"),
    ),
    "how well forms are absorbed": (
        ("forms", "citrate"),
        ("Better than oxide in most trials in people", "In one rat study", "came last of five"),
    ),
    "signs of too much": (
        ("explain", "rule:too-much-magnesium-is-urgent"),
        ("up to two-fold", "the signs count here and no number"),
    ),
    "orotate": (("forms", "orotate"), ("EFSA could not establish in 2025",)),
    "dimagnesium malate": (("forms", "malate"), ("could not assess dimagnesium malate", "2018")),
    "sodium of a trisilicate mixture": (
        ("explain", "source:magnesium-trisilicate-mixture-bp"),
        ("73.4 mg in 5 mL", "6.4 mmol, which is 147 mg"),
    ),
    "how many take in too little": (goal("low-intake"), ("57 and 52 %", "48 %", "56 %")),
    "how much a trial gave": (goal("neuropathic-pain"), ("about 301 mg", "642 mg")),
}


@pytest.mark.parametrize("what", DISAGREE)
def test_every_side_is_told(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    command, sides = DISAGREE[what]
    run([*command, "--format", "plain"])
    told = " ".join(capsys.readouterr().out.split())
    for side in sides:
        assert side in told


def evidence(knowledge: Knowledge, **answers: object) -> list[tuple[str, str]]:
    asked = {"goals": ["migraine"], "kidney": "none", "medicines": [], "age": 40, **answers}
    advice = ask(knowledge, asked)
    assert advice.considered is not None
    named = {source for one in advice.considered.evidence for source in one.sources}
    assert named <= {one.id for one in advice.sources}
    return [(one.goal, one.text) for one in advice.considered.evidence]


def test_the_evidence_of_each_goal_is_told_in_the_order_of_the_goals(knowledge: Knowledge) -> None:
    goals = ["migraine", "sleep"]
    told = evidence(knowledge, goals=goals)
    assert told == [
        (knowledge.goals[goal].name, one.text) for goal in goals for one in knowledge.goals[goal].known
    ]


@pytest.mark.parametrize(
    "answers",
    [
        {"kidney": "g4"},  # no supplement
        {"kidney": "g3a"},  # a doctor decides, no amount
        {"symptoms": ["thunderclap headache"]},  # help now
        {"age": 10},
    ],
)
def test_amounts_of_trials_are_not_told_to_whom_no_amount_may_be_told(
    knowledge: Knowledge, answers: dict[str, object]
) -> None:
    assert evidence(knowledge)
    assert evidence(knowledge, **answers) == []
