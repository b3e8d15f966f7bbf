"""A route that was said of a medicine and does not fit: its usual rules count."""

from collections.abc import Callable, Sequence

from magadvisor.indexes import Indexes
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import replace
from magadvisor.model.words import Route
from magadvisor.names.recognise import Recognised

Met = Callable[[Recognised], Sequence[Interaction]]


def doubted(
    found: Recognised, said: Route | None, met: Met, knowledge: Knowledge, indexes: Indexes
) -> Recognised:
    """Doubt a route by which a medicine with rules is not known to be taken, and one of two that differ.

    "SL" is seldom under the tongue on a box, so that word alone settles nothing. Of a text that was not
    understood, such as "doxycycline, cream coloured", the rules count too. `said` is a route given apart
    from the name: where the name says another, and other rules hold for it, neither is taken.
    """
    if said not in (None, found.route) and met(found) != met(replace(found, route=said)):
        return _asked(found, knowledge.sentences["route-differs"])
    medicines = [knowledge.medicines[name] for name in found.entries]
    if any(found.route in one.every_route() or not indexes.met_by(one.name) for one in medicines):
        return found
    if found.route is Route.SUBLINGUAL or not found.checked:
        return replace(found, route=None)
    return _asked(found, knowledge.sentences["route-odd"])


def _asked(found: Recognised, ask: str) -> Recognised:
    """Leave the route open, and so the medicine unchecked, until somebody says which it is."""
    said = ask.format(name=", ".join(found.matched) or found.typed)
    return replace(found, checked=False, matched=(), route=None, asks=(*found.asks, said))
