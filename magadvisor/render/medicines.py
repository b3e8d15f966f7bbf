"""What is said of listed medicines by name: those of an interaction, of a rule, and of neither."""

from collections.abc import Iterable, Iterator

from magadvisor.model.advice import Advice, MedicineAnswer, MetInteraction, Reason
from magadvisor.model.knowledge import Knowledge


def whose(one: MetInteraction, medicines: Iterable[MedicineAnswer]) -> str:
    """Name the medicines of an interaction; of a name that may mean several, that it holds for some."""
    unsettled = {item.typed for item in medicines if not item.checked}
    return ", ".join(
        f"{name} (if it is one of these)" if name in unsettled else name for name in one.medicines
    )


def silent(
    medicines: Iterable[MedicineAnswer], met: Iterable[MetInteraction], ruled: Iterable[str]
) -> tuple[str, ...]:
    """Name what was checked although no rule speaks of it; of several names typed in one go, each.

    `ruled` are the medicines that rules name, by INN.
    """
    by_rules = {*ruled}
    spoken_of = by_rules.union(*(one.medicines for one in met))
    names: dict[str, None] = {}
    for item in medicines:
        if item.checked and not item.interactions and by_rules.isdisjoint(item.matched):
            names[item.typed] = None
        elif item.checked and len(item.matched) > 1:
            names |= dict.fromkeys(name for name in item.matched if name not in spoken_of)
    return tuple(names)


def by_rules(advice: Advice, known: Knowledge) -> Iterator[tuple[tuple[str, ...], Reason]]:
    """Give each reason that names listed medicines, with these; a card or an action may say more of them."""
    listed = dict.fromkeys(name for item in advice.medicines for name in item.matched)
    for reason in advice.reasons:
        rule = known.rules.get(reason.rule)
        wanted = {name for when in rule.when.every() for name in when.takes or ()} if rule else set()
        if named := tuple(name for name in listed if name in wanted):
            yield named, reason


def nothing_applies(*names: str) -> str:
    """Say which medicines were checked although no rule speaks of them."""
    return f"{', '.join(names)}: checked; none of our rules applies."
