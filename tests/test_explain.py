"""Every entry of the knowledge in plain words, with its sources and what uses it."""

import json
import re

import pytest

from magadvisor.cli.main import run
from magadvisor.explain.explain import Explainer
from magadvisor.explain.shelf import KINDS, shelf
from magadvisor.knowledge.inventory import source_lines
from magadvisor.model.answers import BadAnswer
from magadvisor.model.explained import Explained, Sentence
from magadvisor.model.knowledge import Knowledge
from magadvisor.render.explained import NOT_REVIEWED, page_of_explanation
from magadvisor.render.plain import plain

CAVEAT = "This is general information. It is not medical advice."
REASSURING = re.compile(r"\b(safe|harmless|cure|no interactions)\b", re.IGNORECASE)
Streams = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def explainer(knowledge: Knowledge) -> Explainer:
    return Explainer(knowledge)


def one(typed: str, explainer: Explainer) -> Explained:
    entries = explainer.explain(typed).entries
    assert len(entries) == 1
    return entries[0]


def told(entry: Explained, label: str) -> str:
    return " ".join(line.text for part in entry.sections if part.label == label for line in part.lines)


def uses(entry: Explained, kind: str) -> set[str]:
    return {use.id for use in entry.used_by if use.kind == kind}


def shown(typed: str, explainer: Explainer, knowledge: Knowledge, width: int = 80) -> str:
    page = page_of_explanation(explainer.explain(typed), knowledge)
    return plain(page, width, ascii_only=False)


@pytest.mark.parametrize("kind", KINDS)
def test_every_id_of_every_kind_is_explained(knowledge: Knowledge, explainer: Explainer, kind: str) -> None:
    for id_ in shelf(knowledge)[kind]:
        entry = one(f"{kind}:{id_}", explainer)
        assert (entry.kind, entry.id) == (kind, id_)
        assert entry.sections, id_
        page = shown(f"{kind}:{id_}", explainer, knowledge)
        assert CAVEAT in page, id_
        assert NOT_REVIEWED in page, id_


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_alone_is_enough(knowledge: Knowledge, explainer: Explainer, kind: str) -> None:
    for id_ in list(shelf(knowledge)[kind])[:40]:
        assert (kind, id_) in {(entry.kind, entry.id) for entry in explainer.explain(id_).entries}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "source"])
def test_outside_of_quotes_no_explanation_reassures(
    knowledge: Knowledge, explainer: Explainer, kind: str
) -> None:
    reassuring = []
    for id_ in shelf(knowledge)[kind]:
        page = " ".join(shown(f"{kind}:{id_}", explainer, knowledge).split())
        if REASSURING.search(re.sub(r'"[^"]*"', "", page)):
            reassuring.append(id_)
    assert reassuring == []


@pytest.mark.parametrize("kind", ["rule", "interaction", "form", "goal", "food", "limit", "claim", "product"])
def test_everything_that_states_something_names_its_sources(
    knowledge: Knowledge, explainer: Explainer, kind: str
) -> None:
    assert [id_ for id_ in shelf(knowledge)[kind] if not one(f"{kind}:{id_}", explainer).sources] == []


def test_an_interaction_tells_hours_sources_disagreement_and_medicines(explainer: Explainer) -> None:
    entry = one("quinolone-antibiotics", explainer)
    assert "2 h after the medicine or 6 h before it" in told(entry, "What to do")
    assert "ciprofloxacin" in uses(entry, "medicine")
    assert "moxifloxacin" not in uses(entry, "medicine")
    assert entry.certainty == "high"
    assert entry.sources_differ is not None
    cited = {work.id: work for work in entry.sources}
    assert cited["medizzine-ciprofloxacin"].at == ("Interaction section",)
    assert cited["medizzine-ciprofloxacin"].says == ("ciprofloxacin 2 h before or 6 h after",)
    assert cited["medizzine-ciprofloxacin"].read_on is not None
    assert cited["levofloxacin-us-label"].read_on is None


def test_an_interaction_that_must_not_happen_gives_no_hours(explainer: Explainer) -> None:
    entry = one("insti-raltegravir", explainer)
    assert told(entry, "What to do").startswith("Do not combine them; spacing does not help.")
    assert not re.search(r"\d+ h (after|before)", told(entry, "What to do"))


def test_where_no_source_names_enough_hours_none_are_said_to_be_useless(explainer: Explainer) -> None:
    """Facts, interactions: baloxavir is not to be taken together; how far apart would do, nobody says."""
    told_of = told(one("baloxavir", explainer), "What to do")
    assert told_of.startswith("Do not combine them; no gap is known to be enough.")


def test_one_medicine_of_an_interaction_is_not_one_of_several(explainer: Explainer) -> None:
    assert told(one("baloxavir", explainer), "When").startswith("You take its one medicine by mouth.")
    several = told(one("interaction:thyroid-hormones", explainer), "When")
    assert re.match(r"You take one of its [2-9] medicines by mouth\.", several)


def test_a_rule_tells_when_it_holds_what_follows_and_why(explainer: Explainer) -> None:
    entry = one("rule:loose-stools-only-gentle-forms", explainer)
    assert told(entry, "When") == 'Asked about your bowels, you say "Often soft or frequent".'
    assert "moderate, high or very high are set aside" in told(entry, "Then")
    assert told(entry, "Why")
    assert entry.certainty == "moderate"


def test_a_rule_with_an_exception_tells_the_exception(knowledge: Knowledge, explainer: Explainer) -> None:
    excepting = [rule for rule in knowledge.rules.values() if rule.when.not_ is not None]
    assert excepting
    for rule in excepting:
        assert "and not" in told(one(f"rule:{rule.id}", explainer), "When")


def test_every_word_of_every_condition_is_told(knowledge: Knowledge, explainer: Explainer) -> None:
    for rule in knowledge.rules.values():
        when = told(one(f"rule:{rule.id}", explainer), "When")
        for goal in rule.when.goals or ():
            assert knowledge.goals[goal].name in when
        for condition in rule.when.conditions or ():
            names = {entry.id: entry.name for entry in knowledge.vocabulary.conditions}
            assert names.get(condition, "none") in when or condition == "unknown"
        for inn in rule.when.takes or ():
            assert inn in when


def test_every_effect_of_every_rule_is_told(knowledge: Knowledge, explainer: Explainer) -> None:
    for rule in knowledge.rules.values():
        then, effects = rule.then, told(one(f"rule:{rule.id}", explainer), "Then")
        for referral in (then.urgent, then.withhold, then.ask):
            assert referral is None or referral.text in effects
        assert all(form in effects for form in (*then.exclude, *then.behind, *then.prefer)), rule.id
        assert then.at_most_mg is None or f"{then.at_most_mg:g} mg" in effects
        assert then.watch is None or then.watch in effects
        assert then.leave_out_foods is None or "left out" in effects
        assert effects, rule.id


def test_a_form_tells_its_share_of_magnesium_and_which_goals_use_it(explainer: Explainer) -> None:
    entry = one("glycinate", explainer)
    assert "14.1 % magnesium" in told(entry, "Magnesium")  # 24.305 of 172.42 g/mol
    assert "nerve-pain" in uses(entry, "goal")
    oxide = one("oxide", explainer)
    assert "60.3 % magnesium" in told(oxide, "Magnesium")
    assert ("goal", "nerve-pain", "sets it aside") in {(use.kind, use.id, use.how) for use in oxide.used_by}


def test_a_goal_tells_red_flags_and_answers(explainer: Explainer) -> None:
    entry = one("nerve-pain", explainer)
    assert "numb between the legs" in told(entry, "Get help")
    assert "Do Epsom salt baths help?" in told(entry, "People ask")


def test_a_food_tells_its_figure_where_it_stands_and_who_leaves_it_out(explainer: Explainer) -> None:
    entry = one("spinach-cooked", explainer)
    assert "78.3 mg" in told(entry, "Magnesium")
    assert entry.sources[0].id == "usda-sr28-2016"
    assert "NDB 11458" in entry.sources[0].at[0]
    assert "kidney-diet-foods" in uses(entry, "rule")
    assert "nerve-pain" in uses(entry, "goal")


def test_a_limit_tells_the_figure_the_body_and_the_year(explainer: Explainer) -> None:
    entry = one("us-upper-9", explainer)
    assert "At most 350 mg a day" in told(entry, "It says")
    assert "1997" in told(entry, "Who says so")


def test_a_source_tells_who_cites_it_where_and_whether_it_was_read_again(explainer: Explainer) -> None:
    read = one("source:fine-1991", explainer)
    assert "Read on " in told(read, "Read")
    assert {"split-doses", "diet-preferred"} <= uses(read, "claim")
    assert all(use.at for use in read.used_by)
    assert "Not read again" in told(one("slutsky-2010", explainer), "Read")


def test_everything_that_cites_a_source_is_listed_by_that_source(
    knowledge: Knowledge, explainer: Explainer
) -> None:
    for kind in ("rule", "interaction", "goal", "claim"):
        for id_ in shelf(knowledge)[kind]:
            for work in one(f"{kind}:{id_}", explainer).sources:
                assert id_ in uses(one(f"source:{work.id}", explainer), kind)


def test_a_medicine_is_found_by_a_brand_and_by_what_is_typed_with_its_strength(explainer: Explainer) -> None:
    for typed in ("levothyroxine", "Synthroid", "synthroid 50 mcg", "medicine:Synthroid"):
        entry = one(typed, explainer)
        assert entry.id == "levothyroxine"
        assert "4 h after the medicine or 4 h before it" in told(entry, "Magnesium")


def test_a_medicine_that_no_interaction_names_says_only_that(explainer: Explainer) -> None:
    entry = one("amoxicillin", explainer)
    assert told(entry, "Magnesium") == "None of the 106 interactions names it."


@pytest.mark.parametrize(
    ("typed", "kind", "id_"),
    [
        ("pinched nerve", "goal", "nerve-pain"),
        ("bisglycinate", "form", "glycinate"),
        ("spinach, boiled", "food", "spinach-cooked"),
        ("Heart block", "condition", "heart-block"),
        ("Magnesium stops tinnitus.", "claim", "stops-tinnitus"),
        ("FORM:Citrate", "form", "citrate"),
        ("form: epsom salt bath", "form", "sulfate-bath"),
    ],
)
def test_an_everyday_name_is_enough_where_it_is_clear(
    explainer: Explainer, typed: str, kind: str, id_: str
) -> None:
    entry = one(typed, explainer)
    assert (entry.kind, entry.id) == (kind, id_)


def test_an_id_of_two_kinds_shows_both_and_a_kind_in_front_settles_it(explainer: Explainer) -> None:
    both = explainer.explain("gabapentin").entries
    assert {entry.kind for entry in both} == {"interaction", "medicine"}
    assert one("medicine:gabapentin", explainer).kind == "medicine"
    assert one("interaction:gabapentin", explainer).kind == "interaction"


def test_the_name_of_a_medicine_shows_the_form_of_that_name_too(explainer: Explainer) -> None:
    named = {(entry.kind, entry.id) for entry in explainer.explain("magnesium citrate").entries}
    assert {("form", "citrate"), ("medicine", "magnesium citrate")} <= named


def test_a_name_of_many_entries_is_refused_with_the_entries_it_may_mean(explainer: Explainer) -> None:
    with pytest.raises(BadAnswer) as refused:
        explainer.explain("milk of magnesia")
    assert refused.value.code == "unclear-id"
    assert "form:hydroxide" in refused.value.hint


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("glycinat", "did you mean glycinate, "),
        ("kidny", "did you mean kidney?"),
        ("rule:kidney-diet-fods", "did you mean kidney-diet-foods"),
        ("form:ciprofloxacin", "list them all: magadvisor explain forms"),
        ("qqqqqq", "list them all: magadvisor explain rules"),
        ("", "list them all: magadvisor explain rules"),
        ("-", "list them all: magadvisor explain rules"),
    ],
)
def test_what_is_not_known_is_refused_with_what_may_have_been_meant(
    explainer: Explainer, typed: str, hint: str
) -> None:
    with pytest.raises(BadAnswer) as refused:
        explainer.explain(typed)
    assert refused.value.code == "unknown-id"
    assert refused.value.hint.startswith(hint)
    assert not typed or typed.partition(":")[2] or typed not in refused.value.message


@pytest.mark.parametrize("typed", ["glycinat", "kidny", "magnesium oxyd", "pinched nervs"])
def test_a_miss_names_at_most_five_and_how_to_list_all(explainer: Explainer, typed: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        explainer.explain(typed)
    meant, _, every = refused.value.hint.partition("? ")
    assert 1 <= len(re.split(", | or ", meant.removeprefix("did you mean "))) <= 5
    assert every.startswith("list them all: magadvisor explain rules")


def listed(typed: str, explainer: Explainer) -> set[tuple[str, str]]:
    told = explainer.explain(typed)
    assert told.entries == ()
    return {(entry.kind, entry.id) for entry in told.listed}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_lists_every_entry_of_it_with_one_line(
    knowledge: Knowledge, explainer: Explainer, kind: str
) -> None:
    ids = {(kind, id_) for id_ in shelf(knowledge)[kind]}
    assert listed(f"{kind}s", explainer) == listed(kind.upper(), explainer) == ids
    page = " ".join(shown(f"{kind}s", explainer, knowledge).split())
    assert all(id_ in page for _, id_ in ids)
    assert CAVEAT in page


def test_a_publisher_lists_its_sources_and_limits_also_by_its_initials(
    knowledge: Knowledge, explainer: Explainer
) -> None:
    found = listed("EFSA", explainer)
    assert {("limit", one.id) for one in knowledge.limits.uppers if one.body == "EFSA"} <= found
    published = {
        ("source", one.id)
        for one in knowledge.sources.values()
        if one.publisher == "European Food Safety Authority"
    }
    assert len(published) >= 6
    assert published <= found
    assert published <= listed("European Food Safety Authority", explainer)
    assert ("source", "fda-21-cfr-331") in listed("fda", explainer)
    assert ("source", "iom-1997-dri") in listed("IoM", explainer)
    # NIH is not the beginning of the National Institute for Health and Care Excellence.
    assert not any(id_.startswith("nice-") for _, id_ in listed("NIH", explainer))


def test_a_word_of_many_names_lists_them_and_of_one_name_explains_it(explainer: Explainer) -> None:
    assert ("rule", "kidney-g4-g5-withholds") in listed("kidney", explainer) | listed("eGFR", explainer)
    assert ("interaction", "tetracycline-antibiotics") in listed("antibiotic", explainer)
    assert one("quinolone antibiotic", explainer).id == "quinolone-antibiotics"
    assert all(kind == "source" for kind, _ in listed("source:kidney", explainer))


def test_a_list_as_json_names_each_entry(capsys: Streams) -> None:
    assert run(["explain", "goals", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["schema"], document["entries"]) == ("magadvisor.explain/1", [])
    assert {"kind": "goal", "id": "sleep"}.items() <= {
        key: value for one in document["listed"] if one["id"] == "sleep" for key, value in one.items()
    }.items()


def test_a_limit_stands_beside_what_other_bodies_say_of_the_same_ages(explainer: Explainer) -> None:
    # facts/forms-limits-goals.md, section 11: EFSA 250, NASEM 350, UK 400, Health Canada up to 500.
    differ = told(one("us-upper-9", explainer), "They differ")
    for figure in ("250 mg (EFSA", "400 mg (EVM", "500 mg (Health Canada"):
        assert figure in differ
    assert "350 mg" not in differ
    assert "no certainty is graded" in told(one("us-upper-9", explainer), "How sure")
    # A man from 31 years: 420 mg a day (NASEM), 350 (EFSA), 300 (COMA).
    intakes = told(one("us-rda-male-31", explainer), "They differ")
    assert "350 mg (EFSA" in intakes
    assert "300 mg (COMA" in intakes


def test_a_food_says_its_cautions_in_sentences(explainer: Explainer) -> None:
    assert "with warfarin eat about the same amount each week" in told(
        one("spinach-cooked", explainer), "Cautions"
    )


def test_every_source_is_listed_with_how_often_it_is_cited(knowledge: Knowledge) -> None:
    listed = source_lines(knowledge)
    assert len(listed) == len(knowledge.sources)
    again = sum(one.read_on is not None for one in knowledge.sources.values())
    assert sum(one.read_on is not None for one in listed) == again
    counted = {source.id: source.cited_by for source in listed}
    foods = sum(food.source == "usda-foundation-foods-2019" for food in knowledge.foods.values())
    assert counted["usda-foundation-foods-2019"] == foods > 0


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_row_of_an_explanation_is_wider_than_the_terminal(
    knowledge: Knowledge, explainer: Explainer, width: int
) -> None:
    for typed in ("nerve-pain", "digoxin-antacid", "citrate", "usda-sr28-2016"):
        assert max(map(len, shown(typed, explainer, knowledge, width).splitlines())) <= width


def test_explain_as_json_carries_schema_knowledge_and_caveat(capsys: Streams) -> None:
    assert run(["explain", "digoxin-antacid", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "magadvisor.explain/1"
    assert document["caveat"].startswith(CAVEAT)
    assert document["knowledge"]["reviewed_by"] is None
    entry = document["entries"][0]
    assert (entry["kind"], entry["id"], entry["reviewed_by"]) == ("interaction", "digoxin-antacid", None)
    assert {"id", "title", "year", "at", "read_on"} <= set(entry["sources"][0])


def test_an_unknown_id_ends_with_exit_2(capsys: Streams) -> None:
    assert run(["explain", "glycinat", "--json"]) == 2
    error = json.loads(capsys.readouterr().err)
    assert (error["schema"], error["code"]) == ("magadvisor.error/1", "unknown-id")
    assert error["hint"].startswith("did you mean glycinate, ")


def ways(entry: Explained) -> set[tuple[str, str, str]]:
    return {(use.kind, use.id, use.how) for use in entry.used_by}


def test_a_goal_tells_its_forms_its_foods_the_rules_that_ask_for_it_and_the_claims_that_name_it(
    knowledge: Knowledge, explainer: Explainer
) -> None:
    for goal in knowledge.goals.values():
        told_ = ways(one(f"goal:{goal.id}", explainer))
        assert {("form", each.form, "is offered for it") for each in goal.forms} <= told_
        assert {("form", each.form, "is set aside for it") for each in goal.set_aside} <= told_
        assert {("food", food, "is suggested for it") for food in goal.foods} <= told_
    constipation = ways(one("goal:constipation", explainer))
    assert ("rule", "obstruction-before-a-laxative", "asks for it") in constipation
    sleep = one("goal:sleep", explainer)
    assert "natural-sleeping-pill" in uses(sleep, "claim")
    assert "threonate-reaches-brain" not in uses(sleep, "claim")


def test_a_claim_tells_the_forms_and_goals_it_names_and_they_tell_the_claim(
    knowledge: Knowledge, explainer: Explainer
) -> None:
    claim = one("claim:threonate-reaches-brain", explainer)
    assert ("form", "threonate", "is named in it") in ways(claim)
    assert ("claim", "threonate-reaches-brain", "names it") in ways(one("form:threonate", explainer))
    for kind in ("form", "goal"):
        for id_ in shelf(knowledge)[kind]:
            for named in uses(one(f"{kind}:{id_}", explainer), "claim"):
                assert id_ in uses(one(f"claim:{named}", explainer), kind)


def test_a_limit_tells_the_rules_that_lower_it_for_the_same_persons(
    knowledge: Knowledge, explainer: Explainer
) -> None:
    told_ = {one_.id: ways(one(f"limit:{one_.id}", explainer)) for one_ in knowledge.limits.uppers}
    adult = [one_ for one_ in knowledge.limits.uppers if one_.to_age is None and one_.from_age <= 18]
    assert {one_.region for one_ in adult} >= {"us", "eu", "uk", "ca"}
    for limit in adult:
        # Contract, Kidneys: unknown at most 100 mg; g1, g2, from 65 at most 250 mg.
        assert ("rule", "kidney-unknown-limit", "lowers it") in told_[limit.id]
        how = "lowers it" if limit.at_most_mg > 250 else "sets the same figure"
        assert ("rule", "from-65-the-limit-is-lower", how) in told_[limit.id]
        in_eu = ("rule", "in-two-parts-in-the-eu") in {(kind, id_) for kind, id_, _ in told_[limit.id]}
        assert in_eu == (limit.region == "eu")
    children = [one_ for one_ in knowledge.limits.uppers if one_.to_age is not None and one_.to_age <= 18]
    assert children
    for limit in children:
        assert "from-65-the-limit-is-lower" not in {id_ for _, id_, _ in told_[limit.id]}


def test_a_condition_tells_the_forms_that_have_a_caution_about_it(explainer: Explainer) -> None:
    assert ("form", "glycerophosphate", "has a caution about it") in ways(one("condition:pku", explainer))
    assert "glycinate" not in uses(one("condition:pku", explainer), "form")


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("condition:myasthenia-gravis", "myasthenia-withholds"),
        ("symptom:chest-pain", "chest-pain-is-urgent"),
        ("pyridostigmine", "medicine-for-myasthenia-asks"),
    ],
)
def test_what_follows_from_a_condition_a_symptom_or_a_medicine_is_told_with_its_sources(
    knowledge: Knowledge, explainer: Explainer, typed: str, rule: str
) -> None:
    """Promise 3: a statement has its source and its certainty; who asks wants to know what follows."""
    told = explainer.explain(typed).entries[0]
    said = next(section for section in told.sections if section.label == "It follows").lines
    entry = knowledge.rules[rule]
    sources = tuple(dict.fromkeys(place.id for place in entry.sources))
    assert Sentence(entry.says, entry.certainty, sources) in said
    assert {*sources} <= {work.id for work in told.sources}


def test_what_follows_from_a_condition_stands_first(explainer: Explainer) -> None:
    assert explainer.explain("condition:myasthenia-gravis").entries[0].sections[0].label == "It follows"
