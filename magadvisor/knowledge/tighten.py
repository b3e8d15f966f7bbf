"""What an added entry may change of a shipped one with the same id: a closed list, only towards more care."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from magadvisor.model.interaction import AppliesTo, Interaction
from magadvisor.model.limit import UpperLevel
from magadvisor.model.rule import Effects, Rule
from magadvisor.model.vocabulary import Entry
from magadvisor.model.words import Action, Salts, Severity

Change = tuple[str, str, str]  # the key, what is wrong, what to do instead
Judge = Callable[..., str | None]

_OWN_ID = "write an entry with an id of its own; the stricter of the two counts"
_HOURS = re.compile(r"\b\d+(?:\.\d+)?(?= hours?\b)")
_SEVERITIES, _ACTIONS = tuple(Severity), tuple(Action)


def changes(shipped: object, added: object) -> Iterator[Change]:
    """Give every change of a shipped entry that is not a tightening."""
    kind = type(added)
    for field in fields(shipped) if is_dataclass(shipped) else ():
        before, after = getattr(shipped, field.name), getattr(added, field.name)
        if before == after:
            continue
        judge = _TIGHTENS.get(kind, {}).get(field.name)
        wrong = judge(before, after) if judge else "may not be changed"
        if wrong is not None:
            key = field.name.rstrip("_")
            yield key, f"`{key}` of a shipped entry {wrong}", _OWN_ID
    if isinstance(shipped, Interaction) and isinstance(added, Interaction):
        yield from _action(shipped, added)


def _action(shipped: Interaction, added: Interaction) -> Iterator[Change]:
    """Compare actions with the salts they are about.

    An `avoid` for alkaline salts only sets forms aside, and only `separate` keeps hours; so a stricter
    action never stands in for a gap or a question unless it closes every salt.
    """
    before, after = shipped.action, added.action
    closes = after is Action.AVOID and added.salts is Salts.ALL
    if before is after or closes:
        return
    if _ACTIONS.index(after) < _ACTIONS.index(before):
        yield "action", f"`{after}` is less strict than the shipped `{before}`", _OWN_ID
    elif after is Action.AVOID:
        yield "action", "`avoid` for alkaline salts alone may be less strict", "write `salts: all`"
    elif before is Action.SEPARATE:
        yield "action", f"`{after}` drops the hours of the shipped entry", _OWN_ID


def _no_shorter(before: float | None, after: float | None) -> str | None:
    """Let hours grow; they may go only with the action, which is judged apart."""
    if before is not None and after is not None and after < before:
        return f"may not become shorter than {before:g}"
    return None


def _lower(before: float, after: float) -> str | None:
    return f"must stay above 0 and at most {before:g}" if not 0 < after <= before else None


def _lower_mg(before: float | None, after: float | None) -> str | None:
    if before is None:
        return "may not be added"
    return "may not be left out" if after is None else _lower(before, after)


def _severer(before: Severity, after: Severity) -> str | None:
    less = _SEVERITIES.index(after) < _SEVERITIES.index(before)
    return f"may not become milder than {before}" if less else None


def _holds_all(before: tuple[object, ...], after: tuple[object, ...]) -> str | None:
    return None if set(map(repr, before)) <= set(map(repr, after)) else "may be added to, never taken from"


def _more_salts(_before: Salts, after: Salts) -> str | None:
    return None if after is Salts.ALL else "may only become `all`"


def _applies_to_more(before: AppliesTo, after: AppliesTo) -> str | None:
    kept = set(before.atc) <= set(after.atc) and set(before.medicines) <= set(after.medicines)
    return None if kept and set(after.except_) <= set(before.except_) else "may not leave a medicine out"


def _goes_on(before: str | None, after: str | None) -> str | None:
    """Let a text grow behind its end, and its hours become longer; every other word stays."""
    if before is None:
        return None
    old, new = " ".join(before.split()), " ".join((after or "").split())
    if not f"{_HOURS.sub('#', new)} ".startswith(f"{_HOURS.sub('#', old)} "):
        return "must keep its words; more may stand behind them"
    pairs = zip(_HOURS.findall(old), _HOURS.findall(new), strict=False)
    shorter = any(float(later) < float(former) for former, later in pairs)
    return "may not name shorter hours" if shorter else None


def _stricter_effects(before: Effects, after: Effects) -> str | None:
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        judge = _EFFECTS.get(field.name)
        wrong = judge(old, new) if judge else "may not be changed"
        if wrong is not None:
            return f"is loosened: `{field.name}` {wrong}"
    return None


def _only_true(_before: bool, after: bool) -> str | None:
    return None if after else "may not be taken back"


_EFFECTS: dict[str, Judge] = {
    "exclude": _holds_all,
    "exclude_gut": _holds_all,
    "exclude_use": _holds_all,
    "at_most_mg": _lower_mg,
    "no_figure": _only_true,
    "watch": _goes_on,
    "say": _goes_on,
}

_TIGHTENS: dict[type, dict[str, Judge]] = {
    Interaction: {
        "applies_to": _applies_to_more,
        "routes": _holds_all,
        "salts": _more_salts,
        "severity": _severer,
        "action": lambda _before, _after: None,
        "magnesium_after_medicine_hours": _no_shorter,
        "magnesium_before_medicine_hours": _no_shorter,
        "monitor": _goes_on,
        "tell": _goes_on,
        "because": _goes_on,
        "sources_differ": _goes_on,
        "sources": _holds_all,
        "cases": lambda _before, _after: None,
    },
    Rule: {
        "says": _goes_on,
        "then": _stricter_effects,
        "because": _goes_on,
        "sources": _holds_all,
        "fires_for": _holds_all,
        "silent_for": _holds_all,
    },
    UpperLevel: {"at_most_mg": _lower, "says": _goes_on, "sources": _holds_all},
    Entry: {"phrases": _holds_all},
}
"""Of each kind the keys that may change, and what each change must keep."""
