"""Documents out: values of the model as JSON."""

import json
from collections.abc import Mapping

from magadvisor.model.advice import Advice
from magadvisor.model.closed import StrEnum
from magadvisor.model.knowledge import Knowledge

ADVICE_SCHEMA = "magadvisor.advice/1"

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def advice_document(advice: Advice) -> dict[str, Json]:
    """Write an advice as the object of `magadvisor.advice/1`."""
    return {"schema": ADVICE_SCHEMA, **object_of(advice)}


def advice_json(advice: Advice) -> str:
    """Write an advice as JSON text, the same bytes for the same advice."""
    return json.dumps(advice_document(advice), indent=2) + "\n"


def command_json(command: str, told: object, known: Knowledge | None, table: object = None) -> str:
    """Write what a command tells as JSON text, with its schema, the knowledge, the caveat and its table.

    Knowledge that could not be put together has neither version nor caveat.
    """
    frame: dict[str, Json] = {"schema": f"magadvisor.{command}/1", "knowledge": None, "caveat": None}
    if known is not None:
        meta = known.meta
        stamp: Json = {"version": meta.version, "digest": known.digest, "reviewed_by": meta.reviewed_by}
        frame.update(knowledge=stamp, caveat=meta.caveat)
    shown: dict[str, Json] = {} if table is None else {"table": object_of(table)}
    return json.dumps({**frame, **object_of(told), **shown}, indent=2) + "\n"


def object_of(value: object) -> dict[str, Json]:
    """Write a record as the object that JSON holds; a field named like a keyword loses its `_`.

    Weekdays (`on`) stand only where days differ. TypeError for what is no record.
    """
    names: tuple[str, ...] = getattr(value, "__match_args__", ())
    if not names:
        raise TypeError("only a record becomes an object")
    named = ((name.rstrip("_"), getattr(value, name)) for name in names)
    return {name: _plain(inner) for name, inner in named if name != "on" or inner}


def _plain(value: object) -> Json:
    """Turn a value of the model into what JSON holds; a whole number loses its point."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return object_of(value)
