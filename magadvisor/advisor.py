"""The one meeting point: typed answers and knowledge become an advice."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from magadvisor.door import Door
from magadvisor.engine.decide import decide
from magadvisor.happening import symptom
from magadvisor.kidneys import settle, stricter
from magadvisor.misplaced import dangers, illnesses, reasons
from magadvisor.misplaced import remarks as misplaced
from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers
from magadvisor.model.heard import HeardWords, with_more
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import TYPED, Profile, Remark
from magadvisor.model.question import word_for
from magadvisor.model.words import CAREFUL_STAGES, AgeBand, Kidney, LifeStage, Sex
from magadvisor.version import __version__

_T = TypeVar("_T")
_Heard = TypeVar("_Heard")


class Advisor:
    """Answers many people from one knowledge base; its name indexes are built once."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the knowledge and the door to it."""
        self.knowledge = knowledge
        self._door = Door(knowledge)

    def advise(self, answers: Answers, why: bool = False) -> Advice:
        """Recognise what was typed, decide, and answer; with `why` also what did not decide."""
        return decide(profile_of(answers, self.knowledge, self._door), self.knowledge, __version__, why)


def advise(answers: Answers, knowledge: Knowledge, why: bool = False) -> Advice:
    """Answer one person."""
    return Advisor(knowledge).advise(answers, why)


def profile_of(answers: Answers, knowledge: Knowledge, door: Door) -> Profile:
    """Turn answers as typed into the words rules read, keeping everything that was typed."""
    medicines = _each(answers.medicines, door.medicine)
    conditions, symptoms = _words(answers, door)
    taken = _each(answers.taking, door.taken)
    avoided = _each(answers.avoid, door.avoided)
    ill = illnesses((one.item for one in medicines or ()), door)
    signs = dangers((one.item for one in taken or ()), door, knowledge)
    words = (*(conditions or ()), *(symptoms or ()), *ill.values(), *signs)
    kidney, kidney_remarks = _kidney(answers, words, knowledge)
    stage, stage_remarks = _life_stage(answers, words, knowledge)
    remarks = [*kidney_remarks, *stage_remarks]
    remarks += [text for one in medicines or () for text in one.remarks]
    remarks += [text for one in words for text in one.remarks]
    remarks += [text for one in taken or () for text in one.remarks]
    lists = (medicines, conditions, symptoms, taken)
    items = (*(one.item for listed in lists for one in listed or ()), *(avoided or ()))
    remarks += misplaced(items, ill, door, knowledge)
    condition_ids = with_more((one for heard in words for one in heard.conditions), _open(conditions))
    if found := reasons((one.item for one in medicines or ()), condition_ids, door):
        remarks.append(knowledge.sentences["medicine-for"].format(names=", ".join(found)))
    return Profile(
        goals=answers.goals,
        digestion=answers.digestion,
        kidney=kidney,
        egfr=answers.egfr,
        age=answers.age,
        age_band=_band(answers.age, knowledge),
        sex=answers.sex,
        life_stage=stage,
        medicines=None if medicines is None else tuple(one.item for one in medicines),
        conditions=None if conditions is None else tuple(one.item for one in conditions),
        symptoms=None if symptoms is None else tuple(one.item for one in symptoms),
        condition_ids=condition_ids,
        symptom_ids=with_more((one for heard in words for one in heard.symptoms), _open(symptoms)),
        taking=None if taken is None else tuple(one.item for one in taken),
        avoid=avoided,
        diet=answers.diet,
        region=answers.region,
        remarks=tuple(Remark(text, TYPED) for text in dict.fromkeys(remarks)),
    )


def _open(listed: Iterable[HeardWords] | None) -> Iterator[str]:
    """Give the word for what may be anything, once something typed was not recognised."""
    return ("unknown" for heard in listed or () if heard.item.unheard or not heard.item.checked)


def _words(
    answers: Answers, door: Door
) -> tuple[tuple[HeardWords, ...] | None, tuple[HeardWords, ...] | None]:
    """Hear conditions and symptoms, alone and together with each other, the goals and the life stage."""
    conditions = _each(answers.conditions, door.words)
    symptoms = _each(answers.symptoms, lambda typed: symptom(typed, door.words))
    heard = (*(conditions or ()), *(symptoms or ()))
    if not any(one.beside for one in heard):
        return conditions, symptoms
    stage = (answers.life_stage.value,) if answers.life_stage in CAREFUL_STAGES else ()
    heard = door.together(heard, (*answers.goals, *stage))
    first = len(conditions or ())
    return (None if conditions is None else heard[:first], None if symptoms is None else heard[first:])


def _each(items: tuple[_T, ...] | None, listen: Callable[[_T], _Heard]) -> tuple[_Heard, ...] | None:
    return None if items is None else tuple(listen(item) for item in items)


def _kidney(answers: Answers, words: Iterable[HeardWords], knowledge: Knowledge) -> tuple[Kidney, list[str]]:
    """Settle the kidney word; what was typed in a list may only make it more careful."""
    typed = [word for heard in words for word in heard.kidney]
    bands = knowledge.questions["kidney"].bands
    said = stricter([answers.kidney, Kidney.DIAGNOSED]) if Kidney.DIAGNOSED in typed else answers.kidney
    settled, differs = settle(said, answers.egfr, bands)
    stages = [word for word in typed if word is not Kidney.DIAGNOSED]
    final = stricter([settled, *stages])
    remarks = [knowledge.sentences["kidney-differs"]] if differs else []
    if final is not settled or said is not answers.kidney:
        remarks.append(knowledge.sentences["kidney-typed"])
    return final, remarks


def _life_stage(
    answers: Answers, words: Iterable[HeardWords], knowledge: Knowledge
) -> tuple[LifeStage, list[str]]:
    """Settle the life stage; what was typed in a list may only make it more careful."""
    said = {answers.life_stage, *(stage for heard in words for stage in heard.life_stages)}
    settled = next((stage for stage in CAREFUL_STAGES if stage in said), answers.life_stage)
    remarks = [] if settled is answers.life_stage else [knowledge.sentences["life-stage-typed"]]
    if answers.sex is Sex.MALE and settled is LifeStage.PREGNANT:
        remarks.append(knowledge.sentences["life-stage-differs"])
    return settled, remarks


def _band(age: float | None, knowledge: Knowledge) -> AgeBand:
    return AgeBand.UNKNOWN if age is None else AgeBand(word_for(age, knowledge.questions["age"].bands))
