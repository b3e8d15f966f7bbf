"""What a command tells of claims, of medicines on their own and of foods, before it is laid out."""

from magadvisor.model.account import MedicineAnswer, NotChecked, WordsAnswer
from magadvisor.model.advice import Action, CitedSource, RecommendedIntake, Watch
from magadvisor.model.day import Day
from magadvisor.model.food import Food, Portions
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.meal import Meal
from magadvisor.model.record import Record
from magadvisor.model.words import Outcome


class CitedPlace(Record):
    """A source by its id, and the place in it."""

    id: str
    at: str | None


class ToldClaim(Record):
    """A claim as people make it, and its verdict."""

    id: str
    claim: str
    verdict: str
    verdict_holds: str | None
    certainty: str
    certainty_holds: str | None
    seen_in: tuple[str, ...]
    evidence: str
    because: str
    say: str
    sources: tuple[CitedPlace, ...]
    heard_at: tuple[CitedPlace, ...]
    article: int | None


class ClaimsTold(Record):
    """What was typed, whether any claim comes close to it, and the claims with their sources.

    `not_read` are the words typed that none of these claims speaks of.
    `actions` are due at once where the text names a sign of danger: they go before every verdict.
    """

    typed: str | None
    assessed: bool
    actions: tuple[Action, ...]
    claims: tuple[ToldClaim, ...]
    known: int
    sources: tuple[CitedSource, ...]
    not_read: tuple[str, ...]


class NamedByRule(Record):
    """What a rule says of listed medicines that it names: what to do, why, how sure, and who says so."""

    rule: str
    medicines: tuple[str, ...]
    tell: str
    because: str
    certainty: str
    sources: tuple[str, ...]


class Cards(Record):
    """What the listed medicines do with magnesium, one card a mechanism, and what rules say of them.

    `not_asked` says that this is no answer for a person, where only medicines were looked at.
    """

    medicines: tuple[MedicineAnswer, ...]
    interactions: tuple[MetInteraction, ...]
    not_checked: tuple[NotChecked, ...]
    remarks: tuple[str, ...]
    sources: tuple[CitedSource, ...]
    rules: tuple[NamedByRule, ...]
    not_asked: str | None


class AnsweredCards(Cards):
    """The cards, and what all the answers of a profile lead to; medicines alone lead to nothing."""

    outcome: Outcome | None = None
    actions: tuple[Action, ...] = ()


class DayPlan(Cards):
    """The cards, and the day between the doses; no day where spacing does not help.

    `about_meals` is what is known of taking magnesium with a meal, once a meal was named. `outcome` and
    `actions` are those of all the answers of a profile; medicines alone have none, unless they leave no
    supplement. `form_set_aside` says why there is no hour for the form.
    """

    form: str | None
    day: Day | None
    doses_asked: int
    meals: tuple[Meal, ...]
    about_meals: ToldClaim | None
    outcome: Outcome | None = None
    actions: tuple[Action, ...] = ()
    form_set_aside: str | None = None


class FoodsTold(Record):
    """The foods that fit, and plans that close a gap; no plan where somebody else must make it."""

    outcome: Outcome
    query: str | None
    sort: str
    suggestions: tuple[str, ...]  # foods whose names are close to a query that names none
    found: int
    foods: tuple[Food, ...]
    target_mg: float | None
    plans: tuple[Portions, ...]
    no_plan: tuple[Action, ...]
    actions: tuple[Action, ...]
    intake: RecommendedIntake | None
    left_out: int
    medicines: tuple[MedicineAnswer, ...]
    not_checked: tuple[NotChecked, ...]
    watch: tuple[Watch, ...]
    sources: tuple[CitedSource, ...]
    conditions: tuple[WordsAnswer, ...] = ()
    symptoms: tuple[WordsAnswer, ...] = ()
    avoid: tuple[WordsAnswer, ...] = ()
