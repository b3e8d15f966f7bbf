"""The hand-out in a real browser: printed on two papers, read by axe, and asking for nothing."""

from pathlib import Path

import pytest

from magadvisor.advisor import advise
from magadvisor.model.knowledge import Knowledge
from magadvisor.profiles import answers_of, profile_document
from magadvisor.render.handout.compose import Wanted, sheet
from magadvisor.render.handout.sheet import Reader
from magadvisor.render.html import handout, html
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from tests.support import browser
from tests.test_handout import MANY

pytestmark = pytest.mark.skipif(browser.CHROMIUM is None, reason="chromium is not installed")

PEOPLE: dict[str, dict[str, object]] = {
    "nothing special": {"goals": ["sleep"], "kidney": "none", "age": 45, "medicines": [], "symptoms": []},
    "many medicines": MANY,
    "kidney disease": {"goals": ["sleep"], "egfr": 27, "medicines": []},
    "urgent": {"goals": ["nerve-pain"], "symptoms": ["numb saddle area"], "medicines": ["Zemtal"]},
    "a medicine": {"goals": ["constipation"], "kidney": "none", "age": 40, "medicines": []},
}
LOOKS = {
    "patient": Wanted(),
    "large print": Wanted(large=True),
    "doctor": Wanted(Reader.DOCTOR),
}
SIZES = {"a4": (595, 842), "letter": (612, 792)}


def written(knowledge: Knowledge, raw: dict[str, object], wanted: Wanted | None = None) -> str:
    answers = answers_of(profile_document(raw), knowledge.goals)
    return handout(sheet(advise(answers, knowledge), answers, knowledge, wanted or Wanted()))


@pytest.mark.skipif(browser.PDFTOTEXT is None, reason="pdftotext is not installed")
@pytest.mark.parametrize(
    ("paper", "look"), [("a4", "patient"), ("letter", "patient"), ("a4", "large print"), ("letter", "doctor")]
)
def test_each_printed_page_carries_the_caveat_and_no_section_is_lost(
    knowledge: Knowledge, tmp_path: Path, paper: str, look: str
) -> None:
    told = written(knowledge, MANY, LOOKS[look])
    sheets = browser.printed(told, paper, tmp_path)
    assert browser.paper_size(tmp_path) == SIZES[paper]
    assert len(sheets) >= 3
    for one in sheets:
        assert knowledge.meta.caveat in " ".join(one.split())
        assert "not reviewed by a clinician" in one
    words = " ".join(" ".join(sheets).split())
    assert words.index("Ask first: Magnesium glycinate") < words.index("Do this first")
    for title in ("Form and limit", "Medicines and times", "Not checked", "Ask at the visit", "Sources"):
        assert title in words


@pytest.mark.skipif(browser.axe_script() is None, reason="axe-core is not installed")
@pytest.mark.parametrize(
    ("person", "look"),
    [
        *((person, "patient") for person in PEOPLE),
        ("many medicines", "large print"),
        ("a medicine", "doctor"),
    ],
)
def test_axe_finds_nothing_wrong(knowledge: Knowledge, tmp_path: Path, person: str, look: str) -> None:
    axe = browser.axe_script()
    assert axe is not None
    told = written(knowledge, PEOPLE[person], LOOKS[look])
    found, passed = browser.violations(told, axe, tmp_path)
    assert found == []
    assert passed > 10


@pytest.mark.skipif(browser.axe_script() is None, reason="axe-core is not installed")
def test_axe_finds_nothing_wrong_with_a_page_of_recommend_and_would_find_something(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    axe = browser.axe_script()
    assert axe is not None
    advice = advise(answers_of(profile_document(MANY), knowledge.goals), knowledge)
    told = html(page(advice, knowledge, Choices(width=40)))
    assert browser.violations(told, axe, tmp_path)[0] == []
    worse = told.replace('<html lang="en">', "<html>")
    assert [one.split(":")[0] for one in browser.violations(worse, axe, tmp_path)[0]] == ["html-has-lang"]


def test_the_browser_asks_for_nothing(knowledge: Knowledge, tmp_path: Path) -> None:
    told = written(knowledge, MANY)
    assert browser.requests(told, tmp_path) == []
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    leaky = told.replace(policy, "").replace("</main>", '<img alt="" src="http://127.0.0.1:9/x.png"></main>')
    assert browser.requests(leaky, tmp_path) == ["http://127.0.0.1:9/x.png"]
