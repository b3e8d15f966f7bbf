"""Files become knowledge, or every problem at once."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from magadvisor.knowledge.check import check
from magadvisor.knowledge.limit_entries import placed
from magadvisor.knowledge.place import data_folder
from magadvisor.knowledge.reader import Place, Reader
from magadvisor.model.claim import Claim, ClaimWords
from magadvisor.model.food import Food
from magadvisor.model.form import Form, OtherCompound
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge, Meta
from magadvisor.model.limit import Limits
from magadvisor.model.medicine import (
    AmbiguousName,
    ClassName,
    Medicine,
    MedicineWords,
    NotMedicine,
    Product,
    Tokens,
)
from magadvisor.model.problem import BadKnowledge, Problem
from magadvisor.model.question import Question
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source
from magadvisor.model.vocabulary import AmbiguousPhrase, Entry, Negation, Vocabulary

__all__ = ["BadKnowledge", "data_folder", "load", "read"]


class Identified(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Give the id."""


_I = TypeVar("_I", bound=Identified)
_V = TypeVar("_V")


def load(folder: Path) -> Knowledge:
    """Read and check the knowledge of a folder; raise BadKnowledge with every problem."""
    knowledge, problems = read(folder)
    if knowledge is None or problems:
        raise BadKnowledge(problems)
    return knowledge


def read(folder: Path) -> tuple[Knowledge | None, tuple[Problem, ...]]:
    """Read the knowledge of a folder with every problem there is; None where it cannot be put together."""
    knowledge, problems, _ = read_with_places(folder)
    return knowledge, problems


def read_with_places(folder: Path) -> tuple[Knowledge | None, tuple[Problem, ...], Mapping[int, Place]]:
    """Read as `read` does, and say where every entry stands."""
    reader = Reader(folder)
    meta = reader.one("knowledge.yaml", Meta)
    limits = reader.one("limits.yaml", Limits)
    vocabulary = _vocabulary(reader)
    words = _medicine_words(reader)
    claim_words = reader.one("words/claims.yaml", ClaimWords)
    if meta is None or limits is None or vocabulary is None or words is None or claim_words is None:
        return None, tuple(reader.problems), reader.places
    _by_id(reader, placed(reader, limits))
    medicines = reader.each("medicines/*.yaml", Medicine)
    knowledge = Knowledge(
        meta=meta,
        digest=reader.digest(),
        sources=_by_id(reader, reader.each("sources/*.yaml", Source)),
        questions=_by_id(reader, reader.each("questions.yaml", Question)),
        sentences=reader.words("sentences.yaml"),
        limits=limits,
        forms=_by_id(reader, reader.one_each("forms/*.yaml", Form)),
        goals=_by_id(reader, reader.one_each("goals/*.yaml", Goal)),
        rules=_by_id(reader, reader.each("rules/*.yaml", Rule)),
        interactions=_by_id(reader, reader.one_each("interactions/*.yaml", Interaction)),
        medicines=_once(reader, "medicine", ((one.name, one) for one in medicines)),
        medicine_words=words,
        products=_by_id(reader, reader.each("products.yaml", Product)),
        foods=_by_id(reader, reader.each("foods.yaml", Food)),
        vocabulary=vocabulary,
        claims=_by_id(reader, reader.each("claims/*.yaml", Claim)),
        claim_words=claim_words,
        other_compounds=tuple(reader.each("other-compounds.yaml", OtherCompound)),
    )
    return knowledge, (*reader.problems, *check(knowledge, reader.place_of)), reader.places


def _vocabulary(reader: Reader) -> Vocabulary | None:
    negation = reader.one("words/negation.yaml", Negation)
    if negation is None:
        return None
    lists = {
        name: tuple(reader.each(f"words/{name}.yaml", Entry))
        for name in ("conditions", "symptoms", "kidney", "allergens", "digestion", "diets", "regions")
    }
    _by_id(reader, (*lists["conditions"], *lists["symptoms"]))  # either is recognised among the other
    return Vocabulary(
        **lists,
        life_stages=tuple(reader.each("words/life-stages.yaml", Entry)),
        ambiguous=tuple(reader.each("words/ambiguous.yaml", AmbiguousPhrase)),
        negation=negation,
        not_this=reader.texts("words/not-this.yaml"),
    )


def _medicine_words(reader: Reader) -> MedicineWords | None:
    tokens = reader.one("words/medicine-tokens.yaml", Tokens)
    if tokens is None:
        return None
    return MedicineWords(
        ambiguous=tuple(reader.each("words/medicine-names.yaml", AmbiguousName)),
        classes=tuple(reader.each("words/medicine-classes.yaml", ClassName)),
        not_medicines=tuple(reader.each("words/not-medicines.yaml", NotMedicine)),
        look_alikes=reader.pairs("words/look-alikes.yaml"),
        tokens=tokens,
    )


def _by_id(reader: Reader, values: Iterable[_I]) -> dict[str, _I]:
    return _once(reader, "id", ((value.id, value) for value in values))


def _once(reader: Reader, what: str, keyed: Iterable[tuple[str, _V]]) -> dict[str, _V]:
    """Put values under their keys; a key that stands twice would lose one of them, so it is a problem."""
    found: dict[str, _V] = {}
    for key, value in keyed:
        if key in found:
            file, line = reader.places[id(value)]
            reader.problems.append(
                Problem(file, line, f"the {what} `{key}` stands twice", "give each its own")
            )
        found[key] = value
    return found
