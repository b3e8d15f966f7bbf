"""All magnesium that is taken already: elemental mg a day by product, duplicates, short-term medicines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from magadvisor.engine.dose import Already, Limit
from magadvisor.model import milligrams
from magadvisor.model.account import LedgerLine
from magadvisor.model.advice import Watch
from magadvisor.model.form import MIXED, UNSPECIFIED
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, Profile
from magadvisor.model.words import Use

BOWEL_PREPARATION = "bowel-prep"
SHORT_TERM = frozenset({"antacid", "laxative", BOWEL_PREPARATION})
"""The kinds of products that are medicines for a short time, whatever they hold."""

OPEN = frozenset({UNSPECIFIED, MIXED})
MEDICINE = "medicine"
BESIDE = "beside"
"""The kind of what was typed beside a product and is not recognised."""

_EMPTIES_THE_BOWEL = "bowel-prep-magnesium"  # the interaction that every such medicine meets


def ledger(profile: Profile, known: Knowledge) -> tuple[LedgerLine, ...]:
    """List all magnesium that is taken already, supplements and medicines, that counts as a dose.

    What was typed beside a product and may hold some too has a line of its own, without an amount.
    """
    counted = [item for item in profile.taking or () if item.counts]
    taken = [line for item in counted for line in (_taken(item, known), *map(_beside, item.apart))]
    medicines = [_medicine(item, known) for item in profile.medicines or () if item.has_magnesium]
    return (*taken, *medicines)


def notes(
    lines: Sequence[LedgerLine], already: Already, limit: Limit, figure: bool, known: Knowledge
) -> Iterator[Watch]:
    """Say what a ledger adds up to, what is taken twice, and what is a medicine for a short time.

    Without `figure` no limit is told: a rule or an interaction closes the gate.
    """
    sentences = known.sentences
    if already.known_mg and figure and limit.mg is not None and limit.figure:
        name = "ledger-sum" if already.complete else "ledger-part"
        text = sentences[name].format(mg=milligrams.taken(already.known_mg), limit=f"{limit.mg:g}")
        yield Watch(text, (name,))
    for what, names in _duplicates(lines):
        text = sentences["ledger-twice"].format(what=_called(what, known), names="; ".join(names))
        yield Watch(text, ("ledger-twice",))
    for line in lines:
        if line.kind == BOWEL_PREPARATION:
            text = sentences["ledger-bowel-preparation"].format(name=line.typed)
            yield Watch(text, ("ledger-bowel-preparation",))
        elif line.use == Use.SHORT_TERM_MEDICINE:
            form = known.forms.get(line.form)
            longest = (form.longest_use or "") if form else ""
            text = sentences["ledger-short-term"].format(name=line.typed, longest=longest).rstrip()
            yield Watch(text, ("ledger-short-term",))


def _duplicates(lines: Sequence[LedgerLine]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name what is taken twice: two of one kind of medicine, or two of one form."""
    groups: dict[str, list[str]] = {}
    for line in lines:
        for what in dict.fromkeys(_grouped(line)):
            groups.setdefault(what, []).append(line.typed)
    found = {names: what for what, names in ((what, tuple(names)) for what, names in groups.items())}
    return tuple((what, names) for names, what in found.items() if len(names) > 1)


def _called(what: str, known: Knowledge) -> str:
    """Name a form, a kind of product, or magnesium of which the salt is open."""
    if what in known.forms:
        return known.forms[what].name
    if what in OPEN:
        return known.sentences[f"ledger-{what}"]
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what.replace('-', ' ')}"


def _grouped(line: LedgerLine) -> Iterable[str]:
    if line.form not in OPEN or line.kind is None:
        yield line.form
    if line.kind is not None and line.kind != BESIDE:
        yield line.kind


def _taken(item: ListedMagnesium, known: Knowledge) -> LedgerLine:
    kinds = _kinds(known)
    kind = next((kinds[name] for name in item.matched if name in kinds), None)
    short = kind in SHORT_TERM or (kind is None and _only_medicine(item.form, known))
    use = Use.SHORT_TERM_MEDICINE.value if short else item.use
    return LedgerLine(item.typed, item.form, item.elemental_mg, use, kind)


def _beside(typed: str) -> LedgerLine:
    return LedgerLine(typed, UNSPECIFIED, None, Use.SUPPLEMENT.value, BESIDE)


def _medicine(item: ListedMedicine, known: Knowledge) -> LedgerLine:
    form = item.form or UNSPECIFIED
    empties = _EMPTIES_THE_BOWEL in item.interactions
    short = empties or (form in known.forms and known.forms[form].medicine_use is not None)
    use = Use.SHORT_TERM_MEDICINE.value if short else MEDICINE
    kind = BOWEL_PREPARATION if empties else None
    return LedgerLine(item.typed, form, item.elemental_mg, use, kind)


@lru_cache(maxsize=256)
def _only_medicine(form: str, known: Knowledge) -> bool:
    """Say whether no goal lists a form as a supplement, and some goal as a medicine."""
    uses = {one.use for goal in known.goals.values() for one in goal.forms if one.form == form}
    return uses == {Use.SHORT_TERM_MEDICINE}


@lru_cache(maxsize=4)
def _kinds(known: Knowledge) -> Mapping[str, str]:
    return {product.name: product.kind for product in known.products.values()}
