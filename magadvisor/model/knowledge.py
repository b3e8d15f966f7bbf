"""Everything the program knows, read and checked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from magadvisor.model.food import Food
from magadvisor.model.form import Form, OtherCompound
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.limit import Limits
from magadvisor.model.medicine import Medicine, MedicineWords, Product
from magadvisor.model.question import Question
from magadvisor.model.record import Record
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source
from magadvisor.model.words import Severity

if TYPE_CHECKING:  # a plain query needs neither
    from magadvisor.model.claim import Claim, ClaimWords
    from magadvisor.model.vocabulary import Vocabulary


class Meta(Record):
    """The version of the knowledge, its review, and the caveat that every output carries."""

    version: str
    date: str  # ISO date
    reviewed_by: str | None
    caveat: str


class Knowledge(Record, eq=False):
    """The knowledge base; every mapping is by id and keeps the order of its files.

    `shipped` is the knowledge as it was before a folder was laid over it.
    """

    meta: Meta
    digest: str  # "sha256:" and the digest of every file
    sources: dict[str, Source]
    questions: dict[str, Question]
    sentences: dict[str, str]
    limits: Limits
    forms: dict[str, Form]
    goals: dict[str, Goal]
    rules: dict[str, Rule]
    interactions: dict[str, Interaction]
    medicines: dict[str, Medicine]
    medicine_words: MedicineWords
    products: dict[str, Product]
    foods: dict[str, Food]
    vocabulary: "Vocabulary"
    claims: "dict[str, Claim]"
    claim_words: "ClaimWords"
    other_compounds: tuple[OtherCompound, ...] = ()
    shipped: "Knowledge | None" = None

    def whom(self, who: str) -> str:
        """Name whom to turn to."""
        return self.sentences[f"who-{who}"]

    def turn_to(self, urgency: str, who: str) -> str:
        """Say how soon to turn to somebody, and to whom."""
        return f"{self.sentences[f'when-{urgency}']}, {self.whom(who)}"

    def said_of(self, name: str) -> tuple[str, ...]:
        """Give what rules say of a medicine, by its INN, with magnesium; rules about foods are left out."""
        speaking = (
            rule.then
            for rule in self.rules.values()
            if name in (rule.when.takes or ()) and rule.then.leave_out_foods is None
        )
        told = ((then.ask.text if then.ask else None, then.watch) for then in speaking)
        return tuple(text for texts in told for text in texts if text)

    def no_gap(self, severity: str | None) -> str:
        """Say of what is to be avoided that hours apart do not help, or that nobody names enough of them."""
        return self.sentences["no-gap-helps" if severity == Severity.CONTRAINDICATED else "no-gap-known"]

    @property
    def prepared(self) -> Mapping[str, object]:
        """Give what was worked out of it when it was compiled, by name; a changed copy has nothing of it."""
        return {}
