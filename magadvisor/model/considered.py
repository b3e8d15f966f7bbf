"""What an advice considered and was not decided by, for who asks why."""

from magadvisor.model.record import Record


class NotFirst(Record):
    """Why a form does not come first: the one thing that decided, and the rules or goals behind it.

    `decided` is set-aside, behind, not-preferred, order or not-named.
    """

    form: str
    decided: str
    by: tuple[str, ...]


class NearRule(Record):
    """A rule that did not hold, and the answers to one open question with which it would."""

    rule: str
    says: str
    question: str
    answers: tuple[str, ...]
    in_words: tuple[str, ...]  # the same answers as a person reads them


class Evidence(Record):
    """What is known of magnesium for a goal, and where the sources disagree."""

    goal: str
    text: str
    certainty: str
    sources: tuple[str, ...]


class Considered(Record):
    """What was considered and did not decide: the evidence, other forms, rules that nearly or never held."""

    evidence: tuple[Evidence, ...]
    not_first: tuple[NotFirst, ...]
    nearly: tuple[NearRule, ...]
    silent: tuple[str, ...]
