"""Names as the program recognises them, with the shipped words."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

import yaml
from pydantic import TypeAdapter

from magadvisor.engine.meet import by_route, met_by_name
from magadvisor.knowledge.load import data_folder, load
from magadvisor.knowledge.reader import Reader
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.medicine import NotMedicine
from magadvisor.model.words import Route
from magadvisor.names.recognise import NameIndex, Recognised, index, recognise

Pairs: TypeAlias = tuple[tuple[str, str], ...]


@cache
def known() -> Knowledge:
    """Read the knowledge, with the words that are no medicines and the look-alikes."""
    knowledge = load(data_folder())
    foods = tuple(Reader(data_folder()).each("words/not-medicines.yaml", NotMedicine))
    words = replace(knowledge.medicine_words, not_medicines=foods, look_alikes=look_alikes())
    return replace(knowledge, medicine_words=words)


@cache
def look_alikes() -> Pairs:
    """Read the pairs of names that never merge."""
    text = (Path(data_folder()) / "words" / "look-alikes.yaml").read_text(encoding="utf-8")
    return TypeAdapter(Pairs).validate_python(yaml.safe_load(text))


@cache
def names() -> NameIndex:
    """Build the index of the shipped names."""
    return index(known().medicines, known().medicine_words)


def heard(text: str, route: Route | None = None) -> Recognised:
    """Recognise one typed name."""
    return recognise(text, names(), route=route, same_rules=same_rules)


@cache
def met(entry: str, route: Route | None) -> tuple[str, ...]:
    """List the interactions of an entry taken by a route."""
    medicine = known().medicines[entry]
    every = met_by_name(medicine, known().medicines, known().interactions.values())
    return tuple(one.id for one in by_route(every, medicine, route))


def same_rules(entries: tuple[str | None, ...], route: Route | None) -> bool:
    """Say whether medicines taken by a route meet the same interactions."""
    return len({met(entry, route) if entry else () for entry in entries}) <= 1
