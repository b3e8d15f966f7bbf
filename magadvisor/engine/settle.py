"""What a profile comes to, before it is explained: outcome, actions, form, amount and interactions."""

from magadvisor.engine.basis import Basis, lay
from magadvisor.engine.dose import dose
from magadvisor.engine.gate import Gate, gate
from magadvisor.engine.grounds import grounds
from magadvisor.engine.timing import as_shown
from magadvisor.model.advice import DoseLimit, OfferedForm
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.record import Record
from magadvisor.model.words import Outcome, Use

Core = tuple[Outcome, str | None, float | None]
"""Outcome, form and amount: what a person would notice if it changed."""


class Settled(Record):
    """A decision without its explanation: the gate, the forms that may be shown, best first, and how much."""

    basis: Basis
    gate: Gate
    offered: tuple[OfferedForm, ...]
    dose: DoseLimit | None

    @property
    def form(self) -> OfferedForm | None:
        """Give the form that comes first; none where no supplement is suggested."""
        return self.offered[0] if self.offered else None

    @property
    def alkaline(self) -> bool:
        """Say whether rules about acid-neutralising salts count; without a form every salt is one."""
        basis, form = self.basis, self.form
        return form is None or basis.knowledge.forms[form.id].alkaline or basis.alkaline_taken

    @property
    def interactions(self) -> tuple[MetInteraction, ...]:
        """Tell the interactions for the form shown."""
        alkaline = self.alkaline
        return tuple(as_shown(one, alkaline) for one in self.basis.met)

    @property
    def core(self) -> Core:
        """Give what a person would notice if it changed."""
        return (
            self.gate.outcome,
            self.form.id if self.form else None,
            self.dose.at_most_mg if self.dose else None,
        )


def settle(profile: Profile, knowledge: Knowledge) -> Settled:
    """Decide; no form passes a gate, and a medicine or a form for the skin has no amount."""
    return settle_from(lay(profile, knowledge))


def settle_from(basis: Basis) -> Settled:
    """Decide from a basis that was laid already."""
    passed = gate(grounds(basis))
    offered = () if passed.outcome.closed else basis.offered
    return Settled(basis, passed, offered, _dose(basis, offered[0]) if offered else None)


def _dose(basis: Basis, form: OfferedForm) -> DoseLimit | None:
    if form.use != Use.SUPPLEMENT:
        return None
    known = basis.knowledge
    return dose(basis.limit, basis.already, known.forms[form.id], basis.profile, known)
