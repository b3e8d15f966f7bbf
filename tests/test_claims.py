"""Claims as the facts judge them, found in other words, and told with their caveat."""

import csv
import json
import re
from pathlib import Path

import pytest
import yaml

from magadvisor.claims import MOST_SHOWN, ClaimFinder, all_claims
from magadvisor.cli.main import run
from magadvisor.model.claim import ClaimVerdict
from magadvisor.model.knowledge import Knowledge
from magadvisor.names.nearest import nearest
from magadvisor.render.claims import page_of_claims
from magadvisor.render.plain import plain

CASES = Path(__file__).parent / "claims"
CAVEAT = "This is general information. It is not medical advice."
ARTICLE = (
    "More than half of the US population",
    "blocking NMDA receptors",
    "protects nerve cells",
    "against calcium in muscle",
    "lessens inflammation",
    "repair myelin",
    "cramps, tingling and numbness",
    "preferred way",
    "under a doctor's supervision",
    "Not all forms",
    "Glycinate is the form most often recommended",
    "Citrate is a good second choice",
    "Oxide is too poorly absorbed",
    "Threonate can reach the brain",
    "Epsom salt baths",
    "Side effects are nausea",
    "kidney problems",
    "other medicines",
    "B vitamins",
    "Physical therapy, rest and gentle stretching",
    "not a cure for a pinched nerve",
    "within days for some",
    "A doctor should always be asked",
)
"""Words of each statement of the founding article, in its order."""
Streams = pytest.CaptureFixture[str]


def facts() -> list[dict[str, str]]:
    with (CASES / "verdicts.csv").open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def paraphrases() -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load((CASES / "paraphrases.yaml").read_text("utf-8"))
    return found


def not_assessed() -> list[str]:
    return [str(one) for one in yaml.safe_load((CASES / "not-assessed.yaml").read_text("utf-8"))]


@pytest.fixture(scope="module")
def finder(knowledge: Knowledge) -> ClaimFinder:
    return ClaimFinder(knowledge)


def near(text: str, finder: ClaimFinder) -> list[str]:
    return [one.id for one in nearest(text, finder.index)]


def test_every_claim_of_the_facts_is_there_and_no_other(knowledge: Knowledge) -> None:
    assert sorted(row["id"] for row in facts()) == sorted(knowledge.claims)
    assert len(facts()) == 118


@pytest.mark.parametrize("row", facts(), ids=lambda row: row["id"])
def test_a_claim_has_the_verdict_certainty_and_evidence_of_the_facts(
    knowledge: Knowledge, row: dict[str, str]
) -> None:
    claim = knowledge.claims[row["id"]]
    assert (claim.verdict, claim.certainty) == (row["verdict"], row["certainty"])
    assert str(claim.article or "") == row["article"]
    assert ("people" in claim.seen_in, "animals" in claim.seen_in) == (
        bool(row["people"]),
        bool(row["animals"]),
    )


@pytest.mark.parametrize("row", facts(), ids=lambda row: row["id"])
def test_a_claim_holds_every_figure_of_the_facts_and_no_other(
    knowledge: Knowledge, row: dict[str, str]
) -> None:
    claim = knowledge.claims[row["id"]]
    told = re.sub(r"\bB(1|6|12)\b", "", f"{claim.because} {claim.say}")
    assert set(re.findall(r"\d+(?:\.\d+)?", told)) == set(row["figures"].split())


def test_the_23_statements_of_the_article_stand_there_in_its_order(knowledge: Knowledge) -> None:
    stated = {one.article: one.claim for one in knowledge.claims.values() if one.article is not None}
    assert list(stated) == list(range(1, 24))
    assert [number for number, words in enumerate(ARTICLE, 1) if words not in stated[number]] == []


def test_every_verdict_has_a_source_with_its_place(knowledge: Knowledge) -> None:
    for claim in knowledge.claims.values():
        assert claim.sources, claim.id
        assert all(one.id in knowledge.sources and one.at for one in claim.sources), claim.id


def test_a_page_that_only_repeats_a_claim_is_never_a_source_of_its_verdict(knowledge: Knowledge) -> None:
    for claim in knowledge.claims.values():
        assert not {one.id for one in claim.heard_at} & {one.id for one in claim.sources}, claim.id


@pytest.mark.parametrize("case", paraphrases(), ids=lambda case: str(case["text"]))
def test_a_claim_in_other_words_finds_it(finder: ClaimFinder, case: dict[str, object]) -> None:
    found = near(str(case["text"]), finder)
    if "finds" in case:
        assert found[:1] == [case["finds"]]
    else:
        wanted = case["among"]
        assert isinstance(wanted, list)
        assert set(wanted) <= set(found[:MOST_SHOWN])


@pytest.mark.parametrize("text", not_assessed())
def test_what_no_claim_is_about_finds_none(finder: ClaimFinder, text: str) -> None:
    assert near(text, finder) == []


def test_every_wording_of_a_claim_finds_that_claim(knowledge: Knowledge, finder: ClaimFinder) -> None:
    missed = [
        (claim.id, text)
        for claim in knowledge.claims.values()
        for text in (claim.claim, *claim.also_said)
        if claim.id not in near(text, finder)[:MOST_SHOWN]
    ]
    assert missed == []


def test_the_order_of_words_case_and_marks_change_nothing(finder: ClaimFinder) -> None:
    asked = "does MAGNESIUM stop tinnitus?!"
    assert near(asked, finder) == near("tinnitus, stop... magnesium does", finder)


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "tinnitus " * 50_000, "\x1b[31m", "\u202e", "ﬁbro", "é" * 600]
)
def test_any_text_is_answered(knowledge: Knowledge, finder: ClaimFinder, text: str) -> None:
    told = finder.near(text)
    assert told.typed == text
    assert "\x1b" not in plain(page_of_claims(told, knowledge), 80, ascii_only=False)


def test_nothing_close_is_told_as_not_assessed_and_no_verdict_is_made_up(
    knowledge: Knowledge, finder: ClaimFinder
) -> None:
    told = finder.near("magnesium lowers cholesterol")
    assert (told.assessed, told.claims, told.sources) == (False, (), ())
    page = " ".join(plain(page_of_claims(told, knowledge), 80, ascii_only=False).split())
    assert "Not assessed" in page
    assert "says nothing for it or against it" in page
    assert CAVEAT in page


def test_what_no_claim_shown_speaks_of_is_named_as_not_assessed(
    knowledge: Knowledge, finder: ClaimFinder
) -> None:
    """Promise 2: everything typed is answered as checked or not checked; the claim is about swallowing."""
    told = finder.near("magnesium oil prevents migraine")
    assert (told.claims[0].id, told.not_read) == ("prevents-migraine", ("magnesium oil",))
    page = " ".join(plain(page_of_claims(told, knowledge), 80, ascii_only=False).split())
    assert 'No claim shown here speaks of "magnesium oil".' in page


def test_where_every_word_is_spoken_of_nothing_is_named(knowledge: Knowledge, finder: ClaimFinder) -> None:
    told = finder.near("does magnesium really prevent migraine")
    assert told.not_read == ()
    assert "speaks of" not in plain(page_of_claims(told, knowledge), 80, ascii_only=False)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("numb between the legs, will magnesium help my sciatica", "emergency department"),
        ("magnesium for the worst headache of my life", "Call emergency services"),
        ("I am suicidal, does magnesium treat depression", "crisis line"),
    ],
)
def test_a_danger_sign_in_the_text_goes_before_every_verdict(
    knowledge: Knowledge, finder: ClaimFinder, text: str, what: str
) -> None:
    page = page_of_claims(finder.near(text), knowledge)
    assert page.parts[0].label == "Danger sign"
    assert what in page.parts[0].lines[1].text


def test_only_a_claim_that_names_a_danger_raises_an_alarm(knowledge: Knowledge, finder: ClaimFinder) -> None:
    alarmed = {claim.id for claim in knowledge.claims.values() if finder.near(claim.claim).actions}
    assert alarmed == {"prevents-pre-eclampsia", "kidneys-clear-any-excess"}  # pre-eclampsia, an overdose


def test_with_a_verdict_only_claims_of_that_verdict_are_listed(knowledge: Knowledge) -> None:
    counts = {"not-supported": 40, "partly": 39, "contradicted": 21, "supported": 13, "unknown": 5}
    listed = {verdict: all_claims(knowledge, ClaimVerdict(verdict)).claims for verdict in counts}
    assert {verdict: len(claims) for verdict, claims in listed.items()} == counts
    assert all(claim.verdict == verdict for verdict, claims in listed.items() for claim in claims)
    assert len(all_claims(knowledge).claims) == sum(counts.values())


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Magnesium oxide is useless.", "oxide-is-useless"),
        ("Magnesium relieves period pain.", "relieves-period-pain"),
    ],
)
def test_a_claim_in_its_own_words_is_told_alone_where_no_other_comes_near(
    finder: ClaimFinder, text: str, id_: str
) -> None:
    assert len(near(text, finder)) > 1
    assert [claim.id for claim in finder.near(text).claims] == [id_]


def test_a_text_that_is_close_to_claims_of_another_verdict_is_not_called_unassessed(
    knowledge: Knowledge,
    finder: ClaimFinder,
) -> None:
    told = finder.near("magnesium stops tinnitus", knowledge.claims["forms-differ"].verdict)
    assert (told.assessed, told.claims) == (True, ())
    assert page_of_claims(told, knowledge).headline == "Claims come close, but none with that verdict"


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_row_of_a_page_is_wider_than_the_terminal(
    knowledge: Knowledge, finder: ClaimFinder, width: int
) -> None:
    for told in (all_claims(knowledge), finder.near("magnesium at night")):
        rows = plain(page_of_claims(told, knowledge), width, ascii_only=True).splitlines()
        assert max(map(len, rows)) <= width


def test_the_list_quotes_every_claim_and_names_its_id(knowledge: Knowledge) -> None:
    page = " ".join(plain(page_of_claims(all_claims(knowledge), knowledge), 80, ascii_only=False).split())
    for claim in knowledge.claims.values():
        assert f'"{claim.claim}"' in page
        assert claim.id in page
    assert CAVEAT in page


def test_the_goal_nerve_pain_answers_every_question_of_the_article(knowledge: Knowledge) -> None:
    asked = {one.question: one for one in knowledge.goals["nerve-pain"].questions}
    for words in (
        "cure",
        "How long",
        "Which form",
        "side effects",
        "low magnesium make nerve pain worse",
        "Epsom salt baths",
        "ask a doctor",
    ):
        found = [one for question, one in asked.items() if words in question]
        assert found, words
        assert all(one.answer and one.sources for one in found)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["magnesium oil"], 0),
        (["lowers cholesterol"], 4),
        (["magnesium makes my cat purple"], 4),  # typed, and not checked
        (["crushing chest pain"], 3),  # a danger goes before what was not checked
        ([], 0),
        (["magnesium makes my cat purple", "--exit-zero"], 0),
        (["crushing chest pain", "--exit-zero"], 0),
    ],
)
def test_the_exit_code_of_claims_says_what_was_not_checked(
    capsys: Streams, typed: list[str], code: int
) -> None:
    """Contract: 4 when something typed could not be checked, 3 where help is needed now, 3 before 4."""
    assert run(["claims", *typed]) == code
    assert "This is general information" in capsys.readouterr().out


def test_claims_as_json_carries_schema_knowledge_and_caveat(capsys: Streams) -> None:
    assert run(["claims", "magnesium", "stops", "tinnitus", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "magadvisor.claims/1"
    assert told["caveat"].startswith(CAVEAT)
    assert told["knowledge"]["reviewed_by"] is None
    assert told["typed"] == "magnesium stops tinnitus"
    first = told["claims"][0]
    assert (first["id"], first["verdict"], first["certainty"]) == (
        "stops-tinnitus",
        "not-supported",
        "very-low",
    )
    assert {one["id"] for one in first["sources"]} <= {one["id"] for one in told["sources"]}


def test_wrong_words_of_claims_end_with_exit_2_and_a_hint(capsys: Streams) -> None:
    for arguments, hint in (
        (["claims", " "], "leave it out"),
        (["claims", "x", "--verdict", "partially"], "did you mean partly?"),
        (["claims", "x", "--format", "plian"], "did you mean plain?"),
    ):
        assert run(arguments) == 2
        assert hint in capsys.readouterr().err
