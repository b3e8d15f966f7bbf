"""What a decision would come to after a few answers turned out otherwise, without deciding all anew."""

from magadvisor.engine.basis import build
from magadvisor.engine.dose import Limit, limit
from magadvisor.engine.effects import AMOUNT, ASK, FORMS, URGENT, WITHHOLD
from magadvisor.engine.facts import facts_of
from magadvisor.engine.moves import Move, moved
from magadvisor.engine.rule_index import rule_index
from magadvisor.engine.settle import Core, Settled, settle_from
from magadvisor.model.record import Record
from magadvisor.model.words import Region


class Case(Record):
    """Some moves; as bits, the weighty rules that hold after them and those that ask what changed."""

    made: tuple[Move, ...]
    held: int
    tried: int = 0


class Scales:
    """Weighs cases against one decision; cases that come to the same are decided once."""

    def __init__(self, now: Settled) -> None:
        """Start from a decision."""
        self._knowledge = now.basis.knowledge
        self._rules = rule_index(self._knowledge)
        self._weighty = self._rules.weighty
        self._profile, self._facts = now.basis.profile, now.basis.facts
        self._now = Case((), now.basis.holding & self._weighty)
        self._cores: dict[object, Core] = {}

    def after(self, *made: Move) -> Case:
        """Give the case after these moves, and which rules ask what changed."""
        facts = facts_of(moved(self._profile, made))
        tried = 0
        for question, given in facts.items():
            if given != self._facts[question]:
                tried |= self._rules.asking[question] & self._weighty
        return Case(made, self._rules.holding(facts) & self._weighty, tried)

    def together(self, one: Case, other: Case) -> Case:
        """Give the case after the moves of both; where no rule asks both, what each did adds up."""
        made = (*one.made, *other.made)
        if one.made[0].question == other.made[0].question or one.tried & other.tried:
            return self.after(*made)
        tried = one.tried | other.tried
        held = self._now.held & ~tried | one.held & one.tried | other.held & other.tried
        return Case(made, held, tried)

    def is_still(self, case: Case) -> bool:
        """Say whether moves left everything as it was that a decision reads."""
        return self._state(case) == self._state(self._now)

    def weigh(self, case: Case) -> Core:
        """Decide a case."""
        key = self._key(case)
        if key not in self._cores:
            self._cores[key] = self._decide(case)
        return self._cores[key]

    def _decide(self, case: Case) -> Core:
        """Decide from the weighty rules that hold, in the order of the knowledge."""
        profile = moved(self._profile, case.made)
        return settle_from(build(profile, self._knowledge, self._facts, case.held)).core

    def _state(self, case: Case) -> object:
        return case.held, self._limit(case).mg, _left(case)

    def _key(self, case: Case) -> object:
        """Give all that outcome, form and amount depend on."""
        weights = self._rules.weights
        closed = next((gate for gate in (URGENT, WITHHOLD) if case.held & weights[gate]), None)
        if closed:
            return closed
        asks, shaping = bool(case.held & weights[ASK]), case.held & weights[FORMS]
        return asks, shaping, self._amount(case), _left(case)

    def _amount(self, case: Case) -> tuple[bool, float | None]:
        """Find the limit that counts, and whether it may be told."""
        found = self._limit(case, case.held & self._rules.weights[AMOUNT])
        return found.figure, found.mg

    def _limit(self, case: Case, setting: int = 0) -> Limit:
        age, region = self._profile.age, self._profile.region
        for move in case.made:
            if move.question == "age":
                age = move.years
            elif move.question == "region" and move.word:
                region = Region(move.word)
        return limit(self._knowledge, age, region, setting)


def _left(case: Case) -> tuple[int, ...]:
    """Give the places of the listed items that moves took away."""
    return tuple(sorted(move.leaves for move in case.made if move.leaves is not None))
