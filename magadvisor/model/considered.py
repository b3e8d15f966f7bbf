"""What an advice considered and was not decided by, for who asks why."""

from magadvisor.model.record import dataclass


@dataclass(frozen=True, slots=True)
class NotFirst:
    """Why a form does not come first: the one thing that decided, and the rules or goals behind it.

    `decided` is set-aside, behind, not-preferred, order or not-named.
    """

    form: str
    decided: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearRule:
    """A rule that did not hold, and the answers to one open question with which it would."""

    rule: str
    says: str
    question: str
    answers: tuple[str, ...]
    in_words: tuple[str, ...]  # the same answers as a person reads them


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of magnesium for a goal, and where the sources disagree."""

    goal: str
    text: str
    certainty: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Considered:
    """What was considered and did not decide: the evidence, other forms, rules that nearly or never held."""

    evidence: tuple[Evidence, ...]
    not_first: tuple[NotFirst, ...]
    nearly: tuple[NearRule, ...]
    silent: tuple[str, ...]
