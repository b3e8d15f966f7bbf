"""How much processor time it takes to look a name up, known or misspelt: python -m bench.names"""

import random
import sys
import time
from collections.abc import Callable, Iterable
from statistics import quantiles

from bench.measure import machine, table
from magadvisor.door import Door
from magadvisor.indexes import Indexes
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.answers import TypedMedicine

NAMES = 3_000
SHORTEST = 7
ROUNDS = 3
MS = 1_000.0


def main() -> None:
    """Measure and print the table."""
    knowledge = load(data_folder())
    door, names = Door(knowledge), Indexes(knowledge).medicines
    chance = random.Random(1)
    every = {name for one in knowledge.medicines.values() for name in (one.name, *one.brands, *one.also)}
    known = chance.sample(sorted(every), NAMES)
    one_slip = [_misspelt(name, chance) for name in known if len(name) >= SHORTEST]

    def hear(name: str) -> object:
        return door.medicine(TypedMedicine(name))

    hear("levothyroxine")
    rows = [["a known name, recognised with its interactions", *_timed(hear, known)]]
    imported = "rapidfuzz" in sys.modules
    from magadvisor.names.suggest import suggest

    suggest((one_slip[0],), names)
    rows.append(
        ["a misspelt name: suggestions alone", *_timed(lambda name: suggest(name.split(), names), one_slip)]
    )
    rows.append(["a misspelt name, answered as not checked", *_timed(hear, one_slip)])
    print(f"{machine()}, {names.size:,} names known")
    print(table((f"{NAMES:,} names", "the middle, ms", "9 of 10 within, ms"), rows))
    print("rapidfuzz was imported by a known name" if imported else "no known name imported rapidfuzz")


def _misspelt(name: str, chance: random.Random) -> str:
    """Swap two letters that stand side by side."""
    place = chance.randrange(1, len(name) - 2)
    return f"{name[:place]}{name[place + 1]}{name[place]}{name[place + 2 :]}"


def _timed(look_up: Callable[[str], object], names: Iterable[str]) -> tuple[str, str]:
    """Look every name up in three rounds and keep its quickest: the rest is waiting for others."""
    listed = list(names)
    rounds = [[_once(look_up, name) for name in listed] for _ in range(ROUNDS)]
    tenths = quantiles(map(min, *rounds), n=10)
    return f"{tenths[4]:.2f}", f"{tenths[8]:.2f}"


def _once(look_up: Callable[[str], object], name: str) -> float:
    begin = time.thread_time()
    look_up(name)
    return MS * (time.thread_time() - begin)


if __name__ == "__main__":
    main()
