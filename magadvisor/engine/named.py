"""Rules that name medicines, beside what interactions say of these."""

from collections.abc import Iterable

from magadvisor.engine.examine import examine
from magadvisor.engine.facts import facts_of
from magadvisor.engine.gather import ids
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedMedicine, Profile
from magadvisor.model.rule import Rule
from magadvisor.model.told import NamedByRule
from magadvisor.model.words import Route


def apart(item: ListedMedicine, held: Iterable[Rule]) -> tuple[tuple[float, float], ...]:
    """Give the hours after and before a medicine that rules ask for; what is not swallowed needs none."""
    if item.route not in (None, Route.ORAL):
        return ()
    return tuple(
        (rule.then.keep_apart.after, rule.then.keep_apart.before)
        for rule in held
        if rule.then.keep_apart is not None and not rule.medicines.isdisjoint(item.matched)
    )


def named_by_rules(profile: Profile, knowledge: Knowledge) -> tuple[NamedByRule, ...]:
    """Tell what the rules that hold say of the listed medicines that they name."""
    listed = [name for item in profile.medicines or () for name in item.matched]
    if not listed:
        return ()
    return tuple(
        NamedByRule(rule.id, said_of, _says(rule), rule.because, rule.certainty, ids(rule.sources))
        for rule in examine(knowledge, facts_of(profile))
        if (said_of := tuple(name for name in dict.fromkeys(listed) if name in rule.medicines))
    )


def _says(rule: Rule) -> str:
    """Say what to do, and where a rule says nothing of that, what it does."""
    then = rule.then
    told = [one.text for one in (then.urgent, then.withhold, then.ask, then.no_food_plan) if one is not None]
    told += [text for text in (then.watch, then.say) if text is not None]
    return " ".join(told) or rule.says
