"""The door: what a person typed becomes known medicines, conditions and products, or is not checked."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from magadvisor.engine.meet import by_route, likely_route
from magadvisor.indexes import Indexes
from magadvisor.model.answers import TypedMagnesium, TypedMedicine
from magadvisor.model.heard import HeardMagnesium, HeardMedicine, HeardWords
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords
from magadvisor.model.record import replace
from magadvisor.model.words import Route
from magadvisor.names import recognise
from magadvisor.names.name_index import inns

if TYPE_CHECKING:
    from magadvisor.named_conditions import NamedConditions
    from magadvisor.names.taking import Taken
    from magadvisor.taken_magnesium import TakenMagnesium

HOLDS_MAGNESIUM = frozenset({"magnesium-containing-products", "bowel-prep-magnesium"})
"""The interactions met by every medicine that holds magnesium and counts as a dose of it."""

_B6 = ("b6", "pyridox", "p5p", "bcomplex", "bvitamin")
"""What only the name of something with vitamin B6 may hold, so that all else need not be read for it."""


class Door:
    """Recognises typed items."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the knowledge that names are looked up in."""
        self._known = knowledge
        self._indexes = Indexes(knowledge)
        self._before = None if knowledge.shipped is None else Door(knowledge.shipped)

    def medicine(self, typed: TypedMedicine) -> HeardMedicine:
        """Recognise a medicine; of an unsettled name the interactions of every reading count."""
        found = self._likely(self._named(typed), typed.route)
        met = self._met(found)
        ids = tuple(dict.fromkeys(interaction.id for interaction in met))
        route = found.route
        if found.checked and found.entries:
            route = likely_route(met, self._known.medicines[found.entries[0]], found.route)
        taken = self._magnesium_in(typed, ids, found)
        item = ListedMedicine(
            typed=typed.name,
            checked=found.checked,
            matched=found.matched,
            route=route,
            suggestions=found.suggestions,
            interactions=ids,
            doses=typed.doses,
            form=taken.form if taken else None,
            elemental_mg=taken.elemental_mg if taken else None,
            has_magnesium=taken is not None,
            b6_share=self._of_limit(_b6_in(typed.name, found.matched)),
        )
        first = self._known.sentences["first-reading"]
        read_as = (first.format(typed=text, name=name) for text, name in found.first)
        return HeardMedicine(item, (*read_as, *found.asks))

    def words(self, typed: str) -> HeardWords:
        """Recognise conditions, symptoms and kidney words; other words about kidneys count too."""
        heard = self._heard(typed)
        unheard = heard.item.unheard
        return replace(heard, remarks=(*heard.remarks, self._not_checked(unheard))) if unheard else heard

    def _heard(self, typed: str) -> HeardWords:
        heard = self._conditions.heard(typed)
        if self._before is None:
            return heard
        from magadvisor.additions import joined

        return joined(self._before._heard(typed), heard)

    def together(self, heard: tuple[HeardWords, ...], beside: Iterable[str]) -> tuple[HeardWords, ...]:
        """Add what the answers say together: pregnant in one, a headache in another."""
        from magadvisor.together import together

        return together(heard, beside, self._indexes.phrases)

    def avoided(self, typed: str) -> ListedWords:
        """Recognise an allergen, or a food by its name."""
        from magadvisor.named_foods import left_out

        heard = left_out(typed, self._known.foods.values(), self._indexes.phrases)
        if self._before is None:
            return heard
        from magadvisor.additions import both

        return both(self._before.avoided(typed), heard)

    def taken(self, typed: TypedMagnesium) -> HeardMagnesium:
        """Recognise magnesium that is taken already, and what to ask about it."""
        found = self.magnesium(typed)
        others, apart = self._taken.others_beside(typed) if found.checked else ((), ())
        counted = self._taken.without(typed, apart) if apart else found
        item = ListedMagnesium(
            typed=typed.text,
            checked=found.checked,
            form=found.form,
            use=found.use,
            counts=found.counts,
            elemental_mg=counted.elemental_mg,
            matched=found.matched,
            suggestions=found.suggestions,
            b6_share=self._of_limit(found.b6_mg),
            unheard=others,
            apart=apart,
        )
        asks = tuple(self._known.sentences[one] for one in found.asks)
        return HeardMagnesium(item, (*asks, self._not_checked(others)) if others else asks)

    def magnesium(self, typed: TypedMagnesium) -> "Taken":
        """Read magnesium that is taken already, whatever else was typed with it."""
        return self._taken.read(typed)

    def _not_checked(self, parts: tuple[str, ...]) -> str:
        sentence = self._known.sentences["part-not-checked"]
        return sentence.format(parts=", ".join(f'"{one}"' for one in parts))

    def _of_limit(self, b6_mg: float | None) -> float | None:
        limit = self._known.limits.vitamin_b6
        return b6_mg if limit is None or b6_mg is None else b6_mg / limit.at_most_mg

    def _named(self, typed: TypedMedicine) -> recognise.Recognised:
        """Recognise the name of a medicine."""
        found = recognise.recognise(
            typed.name, self._indexes.medicines, route=typed.route, same_rules=self._same_rules
        )
        if self._before is None:
            return found
        from magadvisor.additions import kept

        before = self._before._named(typed)
        return kept(before, found, self._covers(found, before))

    def names(self) -> recognise.NameIndex:
        """Give the names that medicines are looked up in."""
        return self._indexes.medicines

    def purposes(self, typed: str) -> tuple[str, ...]:
        """List what a text says that a medicine is for."""
        return recognise.purposes(typed, self._indexes.medicines)

    def _covers(self, after: recognise.Recognised, before: recognise.Recognised) -> bool:
        """Say whether every medicine, class and interaction of one reading is in the other."""
        parts = {*after.entries, *inns(after.entries, self._known.medicines)}
        held = set(before.entries) <= parts and set(before.classes) <= set(after.classes)
        return held and {one.id for one in self._met(before)} <= {one.id for one in self._met(after)}

    def _met(self, found: recognise.Recognised) -> list[Interaction]:
        by_class = [self._known.interactions[one] for one in found.classes]
        by_name = [interaction for name in found.entries for interaction in self._by_route(name, found.route)]
        return by_name + by_class

    def _likely(self, found: recognise.Recognised, said: Route | None) -> recognise.Recognised:
        """Doubt a route that does not fit: one that is not known, or not the one `said` apart."""
        if found.route is None or not found.entries:
            return found
        from magadvisor.doubting import doubted

        return doubted(found, said, self._met, self._known, self._indexes)

    def _magnesium_in(
        self, typed: TypedMedicine, met: tuple[str, ...], found: recognise.Recognised
    ) -> "Taken | None":
        """Find how much magnesium a listed medicine brings; nothing where it is no dose of it."""
        holds = not HOLDS_MAGNESIUM.isdisjoint(met)
        may_hold = holds or not (found.entries or found.classes)
        own = self._taken.in_medicine(typed.name, holds) if may_hold else None
        if self._before is None:
            return own
        from magadvisor.additions import no_less_in

        return no_less_in(self._before._magnesium_in(typed, met, self._before._named(typed)), own)

    def _same_rules(self, entries: tuple[str | None, ...], route: Route | None) -> bool:
        """Say whether medicines taken by a route meet the same interactions."""
        met = {tuple(one.id for one in self._by_route(entry, route)) if entry else () for entry in entries}
        return len(met) <= 1

    def _by_route(self, entry: str, route: Route | None) -> tuple[Interaction, ...]:
        return by_route(self._indexes.met_by(entry), self._known.medicines[entry], route)

    @cached_property
    def _conditions(self) -> "NamedConditions":
        from magadvisor.named_conditions import NamedConditions

        return NamedConditions(self._known, self._indexes)

    @cached_property
    def _taken(self) -> "TakenMagnesium":
        from magadvisor.taken_magnesium import TakenMagnesium

        shipped = None if self._before is None else self._before._taken
        return TakenMagnesium(self._known, self._indexes, shipped)


def _b6_in(typed: str, matched: tuple[str, ...]) -> float | None:
    """Read the vitamin B6 that a medicine brings; None where it holds some and the text says no amount."""
    text = typed.lower().replace(" ", "").replace("-", "")
    if not any(part in name for name in (text, *matched) for part in _B6):
        return 0.0
    from magadvisor.names.quantity_text import tidy
    from magadvisor.names.vitamin_b6 import b6_mg

    return b6_mg(tidy(typed)) or None
