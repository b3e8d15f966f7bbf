"""What entries must keep towards each other: rules that agree, whole classes, nothing left unfilled."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from magadvisor.model.form import MIXED, UNSPECIFIED, Form
from magadvisor.model.interaction import AppliesTo, Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.medicine import Medicine
from magadvisor.model.rule import Rule

Noted = tuple[object, str, str]  # the entry, what is wrong, what to do instead

UNFILLED = "FILL IN"
"""Stands in a starting file where a person has something to write."""

_CLASS = 5
"""Letters of an ATC code that name a class of substances."""

_WHOLE_CLASS = 3
"""Members named one by one from which a class counts as meant, so that one left out is looked for."""


def agreement(known: Knowledge) -> Iterator[Noted]:
    """Give every entry that disagrees with another, and what is wrong."""
    yield from _rules(known)
    for interaction in known.interactions.values():
        yield from _missed(interaction, known.medicines)
    for product in known.products.values():
        if product.form not in known.forms and product.form not in (MIXED, UNSPECIFIED):
            yield product, f"the form `{product.form}` is not known", "use a form id, mixed or unspecified"
    cited: tuple[Rule | Interaction | Form, ...] = (
        *known.rules.values(),
        *known.interactions.values(),
        *known.forms.values(),
    )
    for entry in cited:
        if not entry.sources:
            yield entry, "no source is given", "add one, with its place"
        if UNFILLED in repr(entry):
            yield entry, f"`{UNFILLED}` still stands here", "write what belongs there"
    for source in known.sources.values():
        if UNFILLED in repr(source):
            yield source, f"`{UNFILLED}` still stands here", "write what belongs there"


def _rules(known: Knowledge) -> Iterator[Noted]:
    highest = max((upper.at_most_mg for upper in known.limits.uppers if upper.binding), default=0.0)
    alike: dict[str, list[Rule]] = defaultdict(list)
    for rule in known.rules.values():
        alike[repr(rule.when)].append(rule)
        if rule.then.at_most_mg is not None and not 0 < rule.then.at_most_mg <= highest:
            yield (
                rule,
                f"`at_most_mg` must lie above 0 and not above {highest:g}",
                "a rule only lowers a limit",
            )
        for form in sorted({*rule.then.prefer, *rule.then.behind} & {*rule.then.exclude}):
            yield rule, f"the rule excludes `{form}` and ranks it too", "keep one"
    for rules in alike.values():
        for one, other in combinations(rules, 2):
            for form in sorted(_disputed(one, other)):
                yield other, f"`{one.id}` disagrees about `{form}` for the same answers", "keep one"


def _disputed(one: Rule, other: Rule) -> set[str]:
    """Find the forms that one of two rules prefers and the other is against."""
    return {
        form
        for first, second in ((one.then, other.then), (other.then, one.then))
        for form in first.prefer
        if form in second.exclude or form in second.behind
    }


def _missed(one: Interaction, medicines: Mapping[str, Medicine]) -> Iterator[Noted]:
    """Find the single member of a class that is named neither among the members nor in `except`."""
    target = one.applies_to
    groups = tuple(dict.fromkeys(code[:_CLASS] for code in target.atc if len(code) > _CLASS))
    met: dict[str, set[str]] = defaultdict(set)
    left: dict[str, set[str]] = defaultdict(set)
    for medicine in medicines.values() if groups else ():
        for code in medicine.atc:
            if code.startswith(groups):
                place = met if _named(medicine, target) else left
                place[code[:_CLASS]].add(medicine.name)
    for group in groups:
        missed = sorted(left[group] - met[group] - set(target.except_))
        if len(met[group]) >= _WHOLE_CLASS and len(missed) == 1:
            what = f"of the class `{group}` only {missed[0]} is left out"
            yield one, what, "add its code, or name it in `except`"


def _named(medicine: Medicine, target: AppliesTo) -> bool:
    codes = bool(target.atc) and any(code.startswith(target.atc) for code in medicine.atc)
    return medicine.name in target.medicines or codes
