"""A rule: when it holds, and what follows."""

from collections.abc import Iterator

from magadvisor.model.record import Record
from magadvisor.model.source import Citation
from magadvisor.model.words import Certainty, Gut, Level, Urgency, Use, Who


class When(Record):
    """A condition over the answers: every line must hold; a list means one of these.

    `interactions` names interactions that a listed medicine meets by the route it is taken,
    `takes` listed medicines by their INN.
    """

    goals: tuple[str, ...] | None = None
    digestion: tuple[str, ...] | None = None
    kidney: tuple[str, ...] | None = None
    medicines: tuple[str, ...] | None = None  # none, some, unknown
    age: tuple[str, ...] | None = None
    sex: tuple[str, ...] | None = None
    life_stage: tuple[str, ...] | None = None
    conditions: tuple[str, ...] | None = None  # ids, none, unknown
    symptoms: tuple[str, ...] | None = None  # ids, none, unknown
    taking: tuple[str, ...] | None = None  # none, some, unknown
    interactions: tuple[str, ...] | None = None
    takes: tuple[str, ...] | None = None  # INNs of listed medicines
    diet: tuple[str, ...] | None = None
    avoid: tuple[str, ...] | None = None
    region: tuple[str, ...] | None = None
    not_: "When | None" = None
    all_: "tuple[When, ...] | None" = None
    any_: "tuple[When, ...] | None" = None

    @property
    def inner(self) -> "tuple[When, ...]":
        """List the conditions inside this one."""
        return (*(self.all_ or ()), *(self.any_ or ()), *((self.not_,) if self.not_ else ()))

    def every(self) -> "Iterator[When]":
        """Give this condition and every condition inside it."""
        yield self
        for one in self.inner:
            yield from one.every()


class Referral(Record):
    """Whom to turn to, how soon, and what to say to the person."""

    who: Who
    text: str
    urgency: Urgency = Urgency.BEFORE_USE


class FoodsLeftOut(Record):
    """Foods a person should not be shown: by caution code, or by the class of a nutrient.

    A food whose named nutrient class is blank is left out too.
    """

    cautions: tuple[str, ...] = ()
    potassium: tuple[Level, ...] = ()
    phosphorus: tuple[Level, ...] = ()
    oxalate: tuple[Level, ...] = ()
    fodmap: tuple[Level, ...] = ()
    allergens: tuple[str, ...] = ()


class Apart(Record):
    """Hours between magnesium and the medicines that a rule names; for who swallows them.

    `after`: wait this long after the medicine. `before`: take no magnesium this long before it.
    """

    after: float
    before: float


class Effects(Record):
    """What follows from a rule that holds; where two rules meet, the stricter wins."""

    urgent: Referral | None = None
    withhold: Referral | None = None
    ask: Referral | None = None
    exclude: tuple[str, ...] = ()  # form ids
    exclude_gut: tuple[Gut, ...] = ()
    exclude_use: tuple[Use, ...] = ()
    behind_gut: tuple[Gut, ...] = ()
    behind: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    at_most_mg: float | None = None  # elemental, a day
    no_figure: bool = False
    leave_out_foods: FoodsLeftOut | None = None
    no_food_plan: Referral | None = None  # portions are not put together; somebody else does it
    keep_apart: Apart | None = None  # from the medicines in `takes`
    watch: str | None = None
    say: str | None = None


class Rule(Record):
    """One rule of the knowledge base, with the examples that pin it."""

    id: str
    says: str
    when: When
    then: Effects
    because: str
    certainty: Certainty
    sources: tuple[Citation, ...]
    fires_for: tuple[dict[str, object], ...]
    silent_for: tuple[dict[str, object], ...]

    @property
    def medicines(self) -> frozenset[str]:
        """List the medicines that it names, by INN."""
        return frozenset(name for when in self.when.every() for name in when.takes or ())
