"""JSON Schemas (draft-07) of every kind of knowledge file, with the ids that exist, for editors."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from magadvisor.knowledge.laws import vocabulary
from magadvisor.model.claim import Claim, ClaimWords
from magadvisor.model.closed import StrEnum
from magadvisor.model.food import Food
from magadvisor.model.form import MIXED, UNSPECIFIED, Form, OtherCompound
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge, Meta
from magadvisor.model.limit import Limits
from magadvisor.model.medicine import AmbiguousName, ClassName, Medicine, NotMedicine, Product, Tokens
from magadvisor.model.question import Question
from magadvisor.model.record import Record
from magadvisor.model.rule import Rule, When
from magadvisor.model.source import Source
from magadvisor.model.vocabulary import AmbiguousPhrase, Entry, Negation

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Lists = Mapping[str, list[str]]

DRAFT = "http://json-schema.org/draft-07/schema#"


class FileKind(Record):
    """A kind of knowledge file: which files, the name of its schema, and the type it holds."""

    files: str
    schema: str
    holds: object


KINDS = (
    FileKind("knowledge.yaml", "knowledge", Meta),
    FileKind("sentences.yaml", "sentences", dict[str, str]),
    FileKind("questions.yaml", "question", tuple[Question, ...]),
    FileKind("limits.yaml", "limits", Limits),
    FileKind("sources/*.yaml", "source", tuple[Source, ...]),
    FileKind("forms/*.yaml", "form", Form),
    FileKind("goals/*.yaml", "goal", Goal),
    FileKind("rules/*.yaml", "rule", tuple[Rule, ...]),
    FileKind("interactions/*.yaml", "interaction", Interaction),
    FileKind("medicines/*.yaml", "medicine", tuple[Medicine, ...]),
    FileKind("products.yaml", "product", tuple[Product, ...]),
    FileKind("foods.yaml", "food", tuple[Food, ...]),
    FileKind("claims/*.yaml", "claim", tuple[Claim, ...]),
    FileKind("other-compounds.yaml", "other-compound", tuple[OtherCompound, ...]),
    FileKind("words/claims.yaml", "claim-words", ClaimWords),
    FileKind("words/medicine-names.yaml", "medicine-name", tuple[AmbiguousName, ...]),
    FileKind("words/medicine-classes.yaml", "medicine-class", tuple[ClassName, ...]),
    FileKind("words/medicine-tokens.yaml", "medicine-tokens", Tokens),
    FileKind("words/not-medicines.yaml", "not-medicine", tuple[NotMedicine, ...]),
    FileKind("words/look-alikes.yaml", "look-alikes", tuple[tuple[str, str], ...]),
    FileKind("words/ambiguous.yaml", "ambiguous", tuple[AmbiguousPhrase, ...]),
    FileKind("words/negation.yaml", "negation", Negation),
    FileKind("words/not-this.yaml", "not-this", tuple[str, ...]),
    FileKind("words/*.yaml", "word", tuple[Entry, ...]),
)
"""Every kind of file; of several that fit a name the first one counts."""


def schemas(known: Knowledge) -> dict[str, Json]:
    """Write the schema of every kind of file by its name."""
    lists = _lists(known)
    return {kind.schema: _Writer(lists).schema(kind) for kind in KINDS}


def schema_text(schema: Json) -> str:
    """Write a schema as the text of its file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _lists(known: Knowledge) -> dict[str, list[str]]:
    """Collect the closed lists of words by their names."""
    answers = {f"answer-{question}": sorted(words) for question, words in vocabulary(known).items()}
    return {
        **answers,
        "source-id": [*known.sources],
        "form-id": [*known.forms],
        "form-id-or-blend": [*known.forms, MIXED, UNSPECIFIED],
        "food-id": [*known.foods],
        "interaction-id": [*known.interactions],
        "medicine-name": [*known.medicines],
    }


_HOLDS = {
    **{f"When.{field.name}": f"answer-{field.name}" for field in fields(When)},
    "Citation.id": "source-id",
    "Product.source": "source-id",
    "Food.source": "source-id",
    "FormForGoal.form": "form-id",
    "SetAside.form": "form-id",
    "Effects.exclude": "form-id",
    "Effects.behind": "form-id",
    "Effects.prefer": "form-id",
    "Product.form": "form-id-or-blend",
    "Goal.foods": "food-id",
    "ClassName.counts_as": "interaction-id",
    "AppliesTo.medicines": "medicine-name",
    "AppliesTo.except_": "medicine-name",
    "Medicine.ingredients": "medicine-name",
    "Reading.medicine": "medicine-name",
    "FoodsLeftOut.allergens": "answer-avoid",
    "Food.allergens": "answer-avoid",
}
"""Which closed list a key of a type holds words of."""


class _Writer:
    """Writes one schema; a type that is met is defined once."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._definitions: dict[str, Json] = {}

    def schema(self, kind: FileKind) -> Json:
        written = self._type(kind.holds, None)
        return {
            "$schema": DRAFT,
            "title": f"{kind.files} of magadvisor",
            **written,
            "definitions": dict(sorted(self._definitions.items())),
        }

    def _type(self, kind: object, key: str | None) -> dict[str, Json]:
        parts = get_args(kind)
        origin = get_origin(kind)
        if origin in (UnionType, Union):
            return {"anyOf": [self._type(part, key) for part in parts]}
        if origin is tuple:
            return self._list(parts, key)
        if origin is dict:
            return self._mapping(parts, key)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._reference(kind)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {"enum": [word.value for word in kind]}
        if kind is str and key is not None:
            return self._word(key)
        return {"type": _PLAIN[kind]} if kind in _PLAIN else {}

    def _list(self, parts: tuple[object, ...], key: str | None) -> dict[str, Json]:
        if parts[-1] is Ellipsis:
            return {"type": "array", "items": self._type(parts[0], key)}
        items: list[Json] = [self._type(part, key) for part in parts]
        return {
            "type": "array",
            "items": items,
            "additionalItems": False,
            "minItems": len(parts),
            "maxItems": len(parts),
        }

    def _mapping(self, parts: tuple[object, ...], key: str | None) -> dict[str, Json]:
        if key in _EXAMPLES:
            return self._example()
        names = self._type(parts[0], None)
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self._type(parts[1], None),
        }

    def _example(self) -> dict[str, Json]:
        """Write an example of a rule: a list of words for each question it answers."""
        questions = [name.removeprefix(_ANSWER) for name in self._lists if name.startswith(_ANSWER)]
        answers: dict[str, Json] = {
            question: {"type": "array", "items": self._word(f"When.{question}")} for question in questions
        }
        return {"type": "object", "properties": answers, "additionalProperties": False}

    def _word(self, key: str) -> dict[str, Json]:
        """Refer to the list that a key holds words of, if it holds any."""
        name = _HOLDS.get(key)
        if name is None:
            return {"type": "string"}
        words: list[Json] = [*self._lists[name]]
        self._definitions[name] = {"enum": words}
        return {"$ref": f"#/definitions/{name}"}

    def _reference(self, kind: type) -> dict[str, Json]:
        name = kind.__name__
        if name not in self._definitions:
            self._definitions[name] = {}
            self._definitions[name] = self._record(kind)
        return {"$ref": f"#/definitions/{name}"}

    def _record(self, kind: type) -> Json:
        types = get_type_hints(kind)
        told = fields(kind) if is_dataclass(kind) else ()
        required: list[Json] = [
            one.name.rstrip("_") for one in told if one.default is MISSING and one.default_factory is MISSING
        ]
        return {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").split()),
            "properties": {
                one.name.rstrip("_"): self._type(types[one.name], f"{kind.__name__}.{one.name}")
                for one in told
            },
            "required": required,
            "additionalProperties": False,
        }


_ANSWER = "answer-"
_EXAMPLES = ("Rule.fires_for", "Rule.silent_for")
_PLAIN: dict[object, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    NoneType: "null",
}
