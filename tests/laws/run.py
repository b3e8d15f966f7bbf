"""Try every law on every case, or on a slice of them: python -m tests.laws.run [--every N] [--jobs N]"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

from magadvisor.engine.basis import build
from magadvisor.engine.rule_index import places, rule_index
from magadvisor.engine.settle import Settled, settle, settle_from
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from tests.laws.laws import LAWS, Law, Tried
from tests.laws.space import Case, cases
from tests.support.asking import shipped

MOST_SHOWN = 20

Decide = Callable[[Profile, Knowledge], Settled]


def broken(
    tried: Iterable[Case], known: Knowledge, decide: Decide = settle, laws: Iterable[Law] = LAWS
) -> Iterator[str]:
    """Say which law is broken by which case."""
    milder: tuple[Profile, Settled] | None = None
    for number, case in enumerate(tried):
        if case.milder is not None and (milder is None or milder[0] is not case.milder):
            milder = case.milder, decide(case.milder, known)
        before = milder[1] if case.milder is not None and milder is not None else None
        settled = decide(case.profile, known)
        decided = Tried(case.profile, settled, before, _without_a_rule(settled, number), known)
        for law in laws:
            yield from (f"{law.__name__}: {what}: {case.profile}" for what in law(decided))


def _without_a_rule(settled: Settled, number: int) -> Settled | None:
    """Decide again from the rules that held but one, another one in each case."""
    basis = settled.basis
    if not basis.held:
        return None
    holding = rule_index(basis.knowledge).holding(basis.facts)
    bits = list(places(holding))
    left_out = 1 << bits[number % len(bits)]
    return settle_from(build(basis.profile, basis.knowledge, basis.facts, holding ^ left_out))


def sliced(start: int, every: int) -> tuple[int, list[str]]:
    """Try each `every`-th case from `start` on; give how many were tried and the first breaks."""
    counted = 0

    def counting() -> Iterator[Case]:
        nonlocal counted
        for case in islice(cases(), start, None, every):
            counted += 1
            yield case

    found = list(islice(broken(counting(), shipped()), MOST_SHOWN))
    return counted, found


def main() -> int:
    """Try the cases on several cores and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="try one case in so many")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    began = time.monotonic()
    starts = [job * asked.every for job in range(asked.jobs)]
    with ProcessPoolExecutor(asked.jobs) as pool:
        told = list(pool.map(sliced, starts, [asked.every * asked.jobs] * asked.jobs))
    found = [one for _, breaks in told for one in breaks]
    print("\n".join(found[:MOST_SHOWN]))
    tried = sum(counted for counted, _ in told)
    print(f"{tried} profiles, {len(LAWS)} laws, {len(found)} breaks, {time.monotonic() - began:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
