"""How many decisions a second on one core, beside other engines: python -m bench.decisions

The others only find the rules that hold; a complete decision here goes on to outcome, form, limit,
interactions and actions. Every engine must find the same rules for every profile.
"""

import gc
from collections import deque
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import islice
from typing import TypeVar

from bench import engines
from bench.measure import in_turns, machine, table
from bench.profiles import profiles
from magadvisor.engine.decide import decide
from magadvisor.engine.examine import examine
from magadvisor.engine.facts import Facts, facts_of
from magadvisor.engine.settle import settle
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile

T = TypeVar("T")

PROFILES = 2_000
STRETCH = 500
TURNS = 20
"""How often each is tried: where others use the machine, few turns tell how busy it was."""

FOR_OTHERS = 500
"""How many of them the slower engines are given."""

COMPLETE = "magadvisor: complete decisions"
OTHERS = {"zen-engine": ("zen", engines.zen), "clipspy": ("clips", engines.clips)}


def main() -> None:
    """Measure and print the table."""
    knowledge = load(data_folder())
    known = profiles(knowledge, PROFILES)
    gc.freeze()  # as the program does before it works: what is there is never garbage
    print(machine())
    print(table(("what", "a second", "times a complete decision"), rows(knowledge, known)))


def rows(knowledge: Knowledge, known: list[Profile]) -> list[list[str]]:
    """Measure every engine on the same profiles."""

    def complete(one: Profile) -> object:
        return _complete(one, knowledge)

    facts = [_plain(facts_of(profile)) for profile in known]
    fresh = iter(profiles(knowledge, TURNS * STRETCH, seed=2))
    works: dict[str, tuple[Callable[[], object], int]] = {
        COMPLETE: (_all(complete, known), len(known)),
        f"{COMPLETE}, each profile for the first time": (
            lambda: deque(map(complete, islice(fresh, STRETCH)), maxlen=0),
            STRETCH,
        ),
        "magadvisor: rules that hold": (_all(lambda one: examine(knowledge, one), facts), len(facts)),
    }
    for name, find in _others(knowledge, facts[:FOR_OTHERS]):
        works[f"{name}: rules that hold"] = (_all(find, facts[:FOR_OTHERS]), FOR_OTHERS)
    works["magadvisor: whole advice, with its reasons"] = (
        _all(lambda one: decide(one, knowledge, ""), known[:FOR_OTHERS]),
        FOR_OTHERS,
    )
    told = in_turns(works, TURNS)
    return [[name, f"{speed:,.0f}", f"{speed / told[COMPLETE]:.2f}"] for name, speed in told.items()]


def _others(knowledge: Knowledge, facts: list[Facts]) -> Iterator[tuple[str, engines.Find]]:
    """Give the other engines that are installed; each must find the same rules."""
    right = [frozenset(rule.id for rule in examine(knowledge, one)) for one in facts]
    for name, (module, prepare) in OTHERS.items():
        if find_spec(module) is None:
            print(f"{name} is not installed")
            continue
        find = prepare(knowledge.rules)
        wrong = sum(find(one) != held for one, held in zip(facts, right, strict=True))
        if wrong:
            raise SystemExit(f"{name} finds other rules for {wrong} profiles")
        yield name, find


def _all(find: Callable[[T], object], items: list[T]) -> Callable[[], object]:
    """Try all, and keep no answer: a list of profiles is answered one after another too."""
    return lambda: deque(map(find, items), maxlen=0)


def _plain(facts: Facts) -> Facts:
    """Give words as plain text, which every engine takes."""
    return {question: frozenset(map(str, words)) for question, words in facts.items()}


def _complete(profile: Profile, knowledge: Knowledge) -> object:
    settled = settle(profile, knowledge)
    return settled.gate, settled.form, settled.dose, settled.interactions


if __name__ == "__main__":
    main()
