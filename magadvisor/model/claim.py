"""What people say of magnesium, and what the evidence says of it."""

from magadvisor.model.closed import StrEnum
from magadvisor.model.record import Record
from magadvisor.model.source import Citation
from magadvisor.model.words import Certainty


class ClaimVerdict(StrEnum):
    """What the evidence says of a claim.

    Of `not-supported` proof is missing; of `contradicted` evidence or chemistry points the other way.
    """

    SUPPORTED = "supported"
    PARTLY = "partly"
    NOT_SUPPORTED = "not-supported"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"


class SeenIn(StrEnum):
    """Where the evidence behind a verdict was seen; `nothing` where no usable study was found."""

    PEOPLE = "people"
    ANIMALS = "animals"
    LABORATORY = "laboratory"
    DEFINITION = "definition"  # what a word or a limit means, or arithmetic
    NOTHING = "nothing"


class Claim(Record):
    """One claim as people make it, and its verdict.

    `claim` and `also_said` quote people, so words that reassure may stand there and nowhere else.
    """

    id: str
    claim: str
    also_said: tuple[str, ...]
    verdict: ClaimVerdict
    certainty: Certainty  # of a range the lower
    seen_in: tuple[SeenIn, ...]
    evidence: str  # which studies, in a few words
    because: str
    say: str  # what can be said instead
    sources: tuple[Citation, ...]
    verdict_holds: str | None = None  # for what, where it does not hold for the whole claim
    certainty_holds: str | None = None  # for what, where the certainty differs between the parts
    article: int | None = None  # the number of the statement in the founding article
    heard_at: tuple[Citation, ...] = ()  # pages that only show that people say so


class ClaimWords(Record):
    """Words that help to find a claim said in other words, and to tell what is about something else."""

    subject: tuple[str, ...]  # what the claims are about: magnesium, and its forms
    others: tuple[str, ...]  # other things a text may be about when it names nothing of `subject`
    ignored: tuple[str, ...]  # words that tell no claim from another
    same: tuple[tuple[str, ...], ...]  # words and phrases that mean the same; the first stands for all
