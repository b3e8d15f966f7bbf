"""The questions as a plan: what is asked, in which order, and what becomes of every answer."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magadvisor.advisor import advise
from magadvisor.ask.lists import Lists
from magadvisor.ask.plan import END, SUMMARY, Plan, State
from magadvisor.ask.saved import profile_text
from magadvisor.ask.step import Step
from magadvisor.door import Door
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.answers import Answers, BadAnswer, TypedMagnesium, TypedMedicine
from magadvisor.model.profile import Dose
from magadvisor.model.words import Diet, Digestion, Kidney, LifeStage, Outcome, Region, Sex, Urgency
from magadvisor.profiles import read_profile
from tests.support.walking import Choose, following, last, until, walk

KNOWN = load(data_folder())
PLAN = Plan(KNOWN)
LISTS = Lists(KNOWN, Door(KNOWN))
GOALS = sorted(KNOWN.goals)
PAGES = [
    "goals",
    "symptoms",
    "kidney",
    "medicines",
    "age",
    "conditions",
    "digestion",
    "taking",
    "avoid",
    "region",
]
TYPED = ("Synthroid 50 mcg", "metformn", "a PPI", "cipro", "diabetes", "zzz", "glycinate", "peanut", "none")


def wanderer(seed: int) -> Choose:
    """Answer anything that can be answered, with lists that end."""
    random = Random(seed)

    def choose(step: Step) -> tuple[str, ...]:
        if step.key == SUMMARY:
            return (random.choice([option.word for option in step.options if option.word != "save"]),)
        if step.options:
            several = [option.word for option in step.options if not option.alone]
            if step.several and random.random() < 0.5:
                return tuple(random.sample(several, min(2, len(several))))
            return (random.choice(step.options).word,)
        if step.key == "age.typed":
            return random.choice([(), ("45",), ("70.5",)])
        if step.key == "kidney.typed":
            return random.choice([(), ("42",), ("95",)])
        if step.key.endswith("times"):
            return random.choice([(), ("08:00",), ("08:00, sun 20:00",)])
        if step.key.endswith("amount"):
            return random.choice([(), ("100",)])
        return (random.choice(TYPED),) if random.random() < 0.5 else ()

    return choose


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_every_path_asks_at_most_ten_questions_in_one_order(seed: int) -> None:
    asked = []
    for step, state in walk(PLAN, wanderer(seed)):
        if step.page == SUMMARY:
            break
        assert 1 <= step.number <= step.total <= 10
        asked.append(step.page)
        PLAN.answers(state)
    seen = list(dict.fromkeys(asked))
    assert seen == PAGES[: len(seen)]
    assert asked == sorted(asked, key=PAGES.index)


def test_safety_questions_come_right_after_the_goal() -> None:
    pages = dict.fromkeys(step.page for step, _ in walk(PLAN, following({"goals": ("sleep",)})))
    assert list(pages) == [*PAGES, SUMMARY]


def test_every_question_says_why_and_lets_a_person_not_know() -> None:
    first: dict[str, Step] = {}
    for step, _ in walk(PLAN, following({"goals": ("sleep",), "sex": ("female",)})):
        first.setdefault(step.key.partition(".")[0], step)
    first.pop(SUMMARY)
    for step in first.values():
        assert step.why
        ways = [step.blank, *(option.says for option in step.options)]
        assert any("I do not know" in way or "rather not say" in way for way in ways), step.key


def test_what_is_not_answered_stays_unknown() -> None:
    state = last(PLAN, following({"goals": ("cramps", "sleep")}))
    assert PLAN.answers(state) == Answers(goals=("cramps", "sleep"))


def test_a_list_that_was_begun_and_left_empty_is_unknown_not_none() -> None:
    begun = dict.fromkeys(("medicines", "conditions", "taking"), ("list",))
    script = {"goals": ("sleep",), **begun, "symptoms": ("other",), "avoid": ("food",)}
    answers = PLAN.answers(last(PLAN, following(script)))
    lists = (answers.medicines, answers.conditions, answers.taking, answers.symptoms, answers.avoid)
    assert lists == (None,) * 5


def test_none_of_these_is_none() -> None:
    script = dict.fromkeys(("symptoms", "medicines", "conditions", "taking", "avoid"), ("none",))
    answers = PLAN.answers(last(PLAN, following({"goals": ("sleep",), **script})))
    lists = (answers.medicines, answers.conditions, answers.taking, answers.symptoms, answers.avoid)
    assert lists == ((),) * 5


@pytest.mark.parametrize("goal", GOALS)
def test_every_emergency_sign_of_a_goal_ends_the_questions_with_the_urgent_answer(goal: str) -> None:
    flags = [flag for flag in KNOWN.goals[goal].red_flags if flag.urgency is Urgency.EMERGENCY]
    assert flags
    for flag in flags:
        state = PLAN.answer(PLAN.answer(State(), (goal,)), (f"sign:{flag.text}",))
        assert state.at == END, flag.text
        advice = advise(PLAN.answers(state), KNOWN)
        assert (advice.outcome, advice.not_checked) == (Outcome.URGENT, ())
        assert flag.who in {action.who for action in advice.actions}, flag.text


@pytest.mark.parametrize("goal", GOALS)
def test_every_other_sign_of_a_goal_goes_on_and_raises_the_outcome(goal: str) -> None:
    for flag in KNOWN.goals[goal].red_flags:
        if flag.urgency is not Urgency.EMERGENCY:
            state = PLAN.answer(PLAN.answer(State(), (goal,)), (f"sign:{flag.text}",))
            assert state.at == "kidney", flag.text
            careful = {"kidney": ("none",), "medicines": ("none",), "taking": ("none",)}
            answers = PLAN.answers(last(PLAN, following(careful), state))
            advice = advise(answers, KNOWN)
            assert advice.outcome.care >= Outcome.ASK_FIRST.care, flag.text
            assert "doctor" in {action.who for action in advice.actions}, flag.text
            assert advice.not_checked == ()


def test_an_urgent_condition_that_is_typed_ends_the_questions_too() -> None:
    state = until(PLAN, "conditions.0", following({"goals": ("sleep",), "conditions": ("list",)}))
    assert PLAN.answer(state, ("bowel obstruction",)).at == END


def test_an_unclear_word_is_asked_about_before_it_ends_anything() -> None:
    state = until(PLAN, "conditions.0", following({"goals": ("sleep",), "conditions": ("list",)}))
    unclear = PLAN.answer(state, ("blocked",))
    assert unclear.at == "conditions.0.which"
    assert "What is blocked?" in PLAN.step(unclear).asks
    assert PLAN.answer(unclear, ("keep",)).at == END
    assert PLAN.answer(unclear, ("again",)).at == "conditions.0"


def test_a_man_is_not_asked_about_pregnancy() -> None:
    asked = {
        sex: [step.key for step, _ in walk(PLAN, following({"goals": ("sleep",), "sex": (sex,)}))]
        for sex in Sex
    }
    assert ["life_stage" in asked[sex] for sex in (Sex.MALE, Sex.FEMALE, Sex.UNKNOWN)] == [False, True, True]


def test_no_skipped_question_is_read_by_a_rule_that_could_still_fire() -> None:
    skipped = [question.id for question in KNOWN.questions.values() if question.when is not None]
    assert skipped == ["life_stage"]
    # Skipped for men alone: whatever names another life stage than these two could still fire.
    for rule in KNOWN.rules.values():
        assert set(rule.when.life_stage or ()) <= {"pregnant", "breastfeeding"}, rule.id
        inner = (
            *(rule.when.all_ or ()),
            *(rule.when.any_ or ()),
            *((rule.when.not_,) if rule.when.not_ else ()),
        )
        assert not any(when.life_stage for when in inner), rule.id


def test_what_a_skipped_question_could_change_is_not_asked_for_in_the_advice() -> None:
    told = {
        sex: [one.question for one in advise(Answers(goals=("sleep",), sex=sex), KNOWN).unanswered]
        for sex in (Sex.MALE, Sex.FEMALE)
    }
    assert ["life_stage" in told[sex] for sex in (Sex.MALE, Sex.FEMALE)] == [False, True]


def test_back_keeps_every_answer() -> None:
    script = {"goals": ("sleep",), "medicines": ("list",), "medicines.0": ("cipro 500 mg",)}
    state = until(PLAN, "digestion", following(script))
    back, keys = state, []
    while back.at != "goals":
        back = PLAN.back(back)
        keys.append(back.at)
        assert back.given == state.given
    assert PLAN.back(back) == back
    assert keys[:4] == ["conditions", "life_stage", "sex", "age.typed"]
    forward = back
    while forward.at != "digestion":
        forward = PLAN.answer(forward, forward.given[forward.at])
    assert forward == state


def test_a_misspelt_medicine_is_never_guessed_and_never_dropped() -> None:
    state = until(PLAN, "medicines.0", following({"goals": ("sleep",), "medicines": ("list",)}))
    unclear = PLAN.answer(state, ("metformn",))
    words = [option.word for option in PLAN.step(unclear).options]
    assert (unclear.at, words) == ("medicines.0.which", ["metformin", "keep", "again"])
    picked, kept = (PLAN.answers(PLAN.answer(unclear, (word,))) for word in ("metformin", "keep"))
    assert picked.medicines == (TypedMedicine("metformin"),)
    assert kept.medicines == (TypedMedicine("metformn"),)


@pytest.mark.parametrize(
    ("typed", "asks", "offers"),
    [("a PPI", "stomach acid", "omeprazole"), ("cipro", "Cipro", "ciprofloxacin")],
)
def test_a_class_and_an_ambiguous_name_ask_which(typed: str, asks: str, offers: str) -> None:
    state = until(PLAN, "medicines.0", following({"goals": ("sleep",), "medicines": ("list",)}))
    step = PLAN.step(PLAN.answer(state, (typed,)))
    assert asks in step.asks
    assert offers in [option.word for option in step.options]


def test_a_word_that_was_begun_offers_the_names_that_begin_so() -> None:
    state = until(PLAN, "conditions.0", following({"goals": ("sleep",), "conditions": ("list",)}))
    step = PLAN.step(PLAN.answer(state, ("heart bl",)))
    assert "heart block" in [option.word.lower() for option in step.options]


def test_every_medicine_that_is_offered_is_known_when_it_is_picked() -> None:
    lists = LISTS
    words = KNOWN.medicine_words
    offered = {one for named in words.classes for one in named.members}
    offered |= {one.medicine for name in words.ambiguous for one in name.readings if one.medicine}
    foods = {name for one in words.not_medicines for name in one.names}
    assert [name for name in sorted(offered - foods) if not lists.hear("medicines", name).matched] == []


def test_times_are_asked_only_where_a_gap_depends_on_them() -> None:
    script = {"goals": ("sleep",), "medicines": ("list",), "medicines.0": ("cipro 500 mg",)}
    keys = [step.key for step, _ in walk(PLAN, following({**script, "medicines.1": ("metformin",)}))]
    assert "medicines.0.times" in keys
    assert "medicines.1.times" not in keys
    timed = {**script, "medicines.0.times": ("08:00, sun 20:00",)}
    answers = PLAN.answers(last(PLAN, following(timed)))
    assert answers.medicines == (TypedMedicine("cipro 500 mg", (Dose(480), Dose(1200, (6,)))),)


def test_an_amount_that_is_not_on_the_line_is_asked_for() -> None:
    script = {
        "goals": ("sleep",),
        "taking": ("list",),
        "taking.0": ("glycinate",),
        "taking.0.amount": ("120",),
    }
    answers = PLAN.answers(last(PLAN, following(script)))
    assert answers.taking == (TypedMagnesium("glycinate 120 mg", "glycinate", 120.0),)
    assert advise(answers, KNOWN).ledger[0].elemental_mg == 120


@pytest.mark.parametrize(
    ("key", "script", "wrong"),
    [
        ("age.typed", {}, "old"),
        ("age.typed", {}, "130"),
        ("kidney.typed", {"kidney": ("diagnosed",)}, "-3"),
        ("medicines.0.times", {"medicines": ("list",), "medicines.0": ("cipro 500 mg",)}, "8 o'clock"),
        ("medicines.0", {"medicines": ("list",)}, "cipro@25:00"),
        ("taking.0.amount", {"taking": ("list",), "taking.0": ("glycinate",)}, "much"),
    ],
)
def test_what_cannot_be_read_is_refused_without_repeating_it(
    key: str, script: dict[str, tuple[str, ...]], wrong: str
) -> None:
    state = until(PLAN, key, following({"goals": ("sleep",), **script}))
    with pytest.raises(BadAnswer) as refused:
        PLAN.answer(state, (wrong,))
    assert wrong not in f"{refused.value.message} {refused.value.hint}"


def test_an_empty_line_takes_an_item_off_and_the_others_move_up() -> None:
    script = {
        "goals": ("sleep",),
        "medicines": ("list",),
        "medicines.0": ("metformin",),
        "medicines.1": ("cipro 500 mg",),
        "medicines.1.times": ("08:00",),
        "medicines.2": ("amoxicillin",),
    }
    state = until(PLAN, "age.typed", following(script))
    while state.at != "medicines.0":
        state = PLAN.back(state)
    state = PLAN.answer(state, ())
    assert state.at == "medicines.0"
    names = PLAN.answers(state).medicines
    assert names == (TypedMedicine("cipro 500 mg", (Dose(480),)), TypedMedicine("amoxicillin"))


def test_a_line_changed_at_the_end_leads_back_to_the_end() -> None:
    state = until(PLAN, SUMMARY, following({"goals": ("sleep",), "medicines": ("none",)}))
    state = PLAN.answer(PLAN.answer(state, ("digestion",)), ("loose",))
    assert (state.at, PLAN.answers(state).digestion) == (SUMMARY, (Digestion.LOOSE,))
    state = PLAN.answer(PLAN.answer(state, ("kidney",)), ("diagnosed",))
    assert state.at == "kidney.typed"
    assert PLAN.answer(state, ("42",)).at == SUMMARY


def test_another_goal_asks_for_its_signs() -> None:
    state = until(PLAN, SUMMARY, following({"goals": ("sleep",), "symptoms": ("none",)}))
    state = PLAN.answer(PLAN.answer(state, ("goals",)), ("nerve-pain",))
    assert (state.at, PLAN.answers(state).symptoms) == ("symptoms", None)
    assert PLAN.answer(state, ("none",)).at == SUMMARY


def test_an_answer_that_no_longer_belongs_counts_no_more() -> None:
    script = {"goals": ("sleep",), "sex": ("female",), "life_stage": ("pregnant",)}
    state = until(PLAN, SUMMARY, following(script))
    assert PLAN.answers(state).life_stage is LifeStage.PREGNANT
    state = PLAN.answer(PLAN.answer(PLAN.answer(state, ("age",)), ("40",)), ("male",))
    assert PLAN.answers(state).life_stage is LifeStage.UNKNOWN


def test_the_summary_tells_every_page_and_what_is_not_checked() -> None:
    script = {
        "goals": ("sleep",),
        "kidney": ("diagnosed",),
        "kidney.typed": ("42",),
        "medicines": ("list",),
        "medicines.0": ("Zemtal",),
        "medicines.0.which": ("keep",),
        "age.typed": ("54",),
        "sex": ("male",),
    }
    says = [option.says for option in PLAN.step(until(PLAN, SUMMARY, following(script))).options]
    assert "Medicines: Zemtal: not checked" in says
    assert "Kidneys: Yes, but I do not know how badly; eGFR 42" in says
    assert "About you: 54 years; Male" in says
    assert len(says) == 12


def test_names_that_complete_a_line_are_known_when_they_are_chosen() -> None:
    lists = LISTS
    for name in ("conditions", "symptoms", "taking", "avoid"):
        unknown = [text for text in lists.names(name) if not lists.hear(name, text).matched]
        assert unknown == [], name


# "None" as the only item of a list says that there is nothing to list.
words = st.text(min_size=1, max_size=12).filter(lambda text: text.strip().lower() not in ("", "none"))
texts = st.none() | st.lists(words, max_size=3).map(tuple)
doses = st.builds(Dose, st.integers(0, 1439), st.sampled_from([(), (0,), (6,)]))
# An @ may begin times, and those are refused in a name.
names = words.filter(lambda text: "@" not in text)
medicines = st.builds(TypedMedicine, names, st.lists(doses, max_size=2).map(tuple))
magnesium = st.builds(
    lambda text, mg: TypedMagnesium(text) if mg is None else TypedMagnesium(f"{text} {mg:g} mg", text, mg),
    words,
    st.none() | st.integers(1, 900).map(float),
)


@settings(max_examples=150, deadline=None)
@given(
    st.builds(
        Answers,
        goals=st.lists(st.sampled_from(GOALS), min_size=1, max_size=3, unique=True).map(tuple),
        kidney=st.sampled_from(list(Kidney)),
        egfr=st.none() | st.floats(0, 200),
        medicines=st.none() | st.lists(medicines, max_size=3).map(tuple),
        age=st.none() | st.floats(0, 120),
        sex=st.sampled_from(list(Sex)),
        life_stage=st.sampled_from(list(LifeStage)),
        conditions=texts,
        symptoms=texts,
        digestion=st.lists(st.sampled_from(list(Digestion)), min_size=1, max_size=2, unique=True).map(tuple),
        taking=st.none() | st.lists(magnesium, max_size=2).map(tuple),
        diet=st.lists(st.sampled_from(list(Diet)), max_size=2, unique=True).map(tuple),
        avoid=texts,
        region=st.none() | st.sampled_from(list(Region)),
    ).filter(lambda answers: Digestion.UNKNOWN not in answers.digestion or len(answers.digestion) == 1)
)
def test_a_saved_profile_reads_back_to_the_same_answers(answers: Answers) -> None:
    assert read_profile(profile_text(answers), KNOWN.goals) == answers


@pytest.mark.parametrize("name", ["me@home", "yes", "- x: 1", '"', "\\", "a\u2028b", "\x7f", "\U0001f48a"])
def test_a_name_of_any_characters_is_saved_as_it_was_typed(name: str) -> None:
    answers = Answers(goals=("sleep",), medicines=(TypedMedicine(name),), conditions=(name,))
    assert read_profile(profile_text(answers), KNOWN.goals) == answers


def at(question: str, given: dict[str, tuple[str, ...]] | None = None) -> State:
    return State({"goals": ("sleep",), "symptoms": ("none",), **(given or {})}, question)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("no", "none"),
        ("No.", "none"),
        ("don't know", "unknown"),
        ("not sure", "unknown"),
        ("my doctor said my kidneys are a bit slow", "diagnosed"),
        ("CKD 3b", "g3b"),
        ("3b", "g3b"),
        ("only one kidney", "diagnosed"),
        ("HD", "dialysis"),
        ("on dialysis thrice weekly", "dialysis"),
        ("creatinine 2.1", "diagnosed"),
        ("BUN 45", "diagnosed"),
        ("had a new kidney 5 yrs ago", "transplant"),
    ],
)
def test_words_at_the_kidney_question_are_the_word_they_mean(typed: str, word: str) -> None:
    assert PLAN.said(at("kidney"), typed).given["kidney"] == (word,)


@pytest.mark.parametrize(
    "typed",
    [
        "yes",  # how badly?
        "no kidney problems that I know of",
        "never checked my kidneys",
        "kidneys fine I think",
        "my mother had kidney failure",
        "my kidneys are fine",  # an answer that loosens is chosen, never typed
        "dialysis, wibblitis",  # nothing is dropped
        "dialysis and heart block",
        "what is that",
    ],
)
def test_words_that_are_no_kidney_answer_are_asked_for_again(typed: str) -> None:
    with pytest.raises(BadAnswer):
        PLAN.said(at("kidney"), typed)


@pytest.mark.parametrize(
    ("question", "typed", "word"),
    [
        ("medicines", "lisinopril 10 mg", "list"),
        ("conditions", "heart block", "list"),
        ("taking", "glycinate 100 mg", "list"),
        ("avoid", "peanuts", "food"),
        ("symptoms", "headache", "other"),
    ],
)
def test_words_at_a_list_are_its_next_item(question: str, typed: str, word: str) -> None:
    state = PLAN.said(at(question), typed)
    assert state.given[question] == (word,)
    assert state.given[f"{question}.0"] == (typed,)
    again = PLAN.said(State(state.given, question), "second thing")
    assert again.given[f"{question}.1"] == ("second thing",)


@pytest.mark.parametrize(("typed", "word"), [("no", "none"), ("yes", "list"), ("idk", "unknown")])
def test_a_plain_yes_or_no_is_the_line_that_begins_so(typed: str, word: str) -> None:
    assert PLAN.said(at("medicines"), typed).given["medicines"] == (word,)


def test_signs_that_were_ticked_stay_when_another_is_written() -> None:
    sign = next(option.word for option in PLAN.step(at("symptoms")).options if "snore" in option.says)
    state = PLAN.said(at("symptoms", {"symptoms": (sign,)}), "headache")
    assert state.given["symptoms"] == (sign, "other")


def test_a_danger_in_words_ends_the_questions() -> None:
    assert PLAN.said(at("symptoms"), "I want to end my life").at == END


@pytest.mark.parametrize(
    ("question", "typed", "starts"),
    [
        ("medicines", "water tablets", "keep"),
        ("medicines", "cipro", "keep"),
        ("conditions", "stage 3", "keep"),
        ("medicines", "metformn", None),  # a slip: its one name is offered first
    ],
)
def test_enter_alone_settles_no_name_of_several_readings(
    question: str, typed: str, starts: str | None
) -> None:
    """Some water tablets hold magnesium back and others lose it: who hurries must not have chosen one."""
    step = PLAN.step(PLAN.said(at(question), typed))
    assert step.key == f"{question}.0.which"
    assert step.start == starts
