"""The keys of a profile document and their types, for pydantic; imported only when a document is read."""

from dataclasses import dataclass, fields
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class MedicineItem:
    """A medicine with its times and route, as a document holds it."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}

    name: str
    at: list[str] | None = None
    route: str | None = None


@dataclass(frozen=True, slots=True)
class TakingItem:
    """Magnesium already taken, as a document holds it; elemental mg a day."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}

    form: str
    elemental_mg: object = None


@dataclass(frozen=True, slots=True)
class ProfileDocument:
    """The keys of `magadvisor.profile/1`; an absent list is unknown, an empty one is none."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}

    schema: str | None = None
    goals: list[str] | None = None
    age: object = None
    sex: str | None = None
    life_stage: str | None = None
    kidney: str | None = None
    egfr: object = None
    digestion: list[str] | None = None
    medicines: list[str | MedicineItem] | None = None
    conditions: list[str] | None = None
    symptoms: list[str] | None = None
    taking: list[str | TakingItem] | None = None
    diet: list[str] | None = None
    avoid: list[str] | None = None
    region: str | None = None


KEYS = tuple(field.name for one in (ProfileDocument, MedicineItem, TakingItem) for field in fields(one))
"""Every key a profile document may have, at any depth."""
