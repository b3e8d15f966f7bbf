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
from magadvisor.model.words import Kidney, LifeStage, Route
from magadvisor.names import recognise
from magadvisor.names.name_index import inns

if TYPE_CHECKING:
    from magadvisor.labels import Labels
    from magadvisor.names.taking import Taken

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
        found = self._likely(self.named(typed), typed.route)
        met = self._met(found)
        ids = tuple(dict.fromkeys(interaction.id for interaction in met))
        route = found.route
        if found.checked and found.entries:
            route = likely_route(met, self._known.medicines[found.entries[0]], found.route)
        taken = self.magnesium_in(typed.name, ids, found)
        if self._before is not None:
            from magadvisor.additions import no_less_in

            before = self._before.magnesium_in(typed.name, ids, self._before.named(typed))
            taken = no_less_in(before, taken)
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
        heard = self._words(typed)
        if self._before is None:
            return heard
        from magadvisor.additions import joined

        return joined(self._before._heard(typed), heard)

    def _words(self, typed: str) -> HeardWords:
        if typed in self._signs:
            return self._sign(typed)
        from magadvisor.names import phrases

        found = phrases.find(typed, self._indexes.phrases, lists=phrases.ILLNESS)
        kidney = tuple(Kidney(word) for word in found.kidney)
        matched = found.illness
        if found.speaks_of_kidneys and not found.kidney:
            kidney, matched = (Kidney.DIAGNOSED,), (*matched, Kidney.DIAGNOSED.value)
        read_as = self._known.sentences["read-as"]
        corrected = tuple(read_as.format(typed=text, name=name) for text, name in found.corrected)
        item = ListedWords(typed, bool(matched), matched, found.suggestions, found.unheard)
        stages, remarks = tuple(map(LifeStage, found.life_stages)), (*corrected, *found.asks)
        ids, halves = (found.conditions, found.symptoms), (found.parts.beside, found.parts.signs)
        return HeardWords(item, *ids, kidney, stages, remarks, found.asks, *halves)

    def together(self, heard: tuple[HeardWords, ...], beside: Iterable[str]) -> tuple[HeardWords, ...]:
        """Add what the answers say together: pregnant in one, a headache in another."""
        from magadvisor.together import together

        return together(heard, beside, self._indexes.phrases)

    def _sign(self, text: str) -> HeardWords:
        """Read a red flag of a goal, ticked as it stands, as what it counts as."""
        ids = self._signs[text]
        symptoms = tuple(one for one in ids if one in self._symptoms)
        conditions = tuple(one for one in ids if one not in symptoms)
        return HeardWords(ListedWords(text, True, ids), conditions, symptoms, (), (), ())

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
        from magadvisor.names.beside import beside, left_of

        found = self.magnesium(typed)
        others = beside(typed.text, self._indexes.products) if found.checked else ()
        alone = () if typed.form else others
        apart = tuple(one for one in alone if self.magnesium(TypedMagnesium(one)).counts)
        rest = TypedMagnesium(left_of(typed.text, apart))
        item = ListedMagnesium(
            typed=typed.text,
            checked=found.checked,
            form=found.form,
            use=found.use,
            counts=found.counts,
            elemental_mg=self.magnesium(rest).elemental_mg if apart else found.elemental_mg,
            matched=found.matched,
            suggestions=found.suggestions,
            b6_share=self._of_limit(found.b6_mg),
            unheard=others,
            apart=apart,
        )
        asks = tuple(self._known.sentences[one] for one in found.asks)
        return HeardMagnesium(item, (*asks, self._not_checked(others)) if others else asks)

    def _not_checked(self, parts: tuple[str, ...]) -> str:
        sentence = self._known.sentences["part-not-checked"]
        return sentence.format(parts=", ".join(f'"{one}"' for one in parts))

    def _of_limit(self, b6_mg: float | None) -> float | None:
        limit = self._known.limits.vitamin_b6
        return b6_mg if limit is None or b6_mg is None else b6_mg / limit.at_most_mg

    def named(self, typed: TypedMedicine) -> recognise.Recognised:
        """Recognise the name of a medicine."""
        found = recognise.recognise(
            typed.name, self._indexes.medicines, route=typed.route, same_rules=self._same_rules
        )
        if self._before is None:
            return found
        from magadvisor.additions import kept

        before = self._before.named(typed)
        return kept(before, found, self._covers(found, before))

    def names(self) -> recognise.NameIndex:
        """Give the names that medicines are looked up in."""
        return self._indexes.medicines

    def magnesium(self, typed: TypedMagnesium) -> "Taken":
        """Read magnesium that is taken already."""
        from magadvisor.names import taking

        products = self._indexes.products
        if typed.form is not None:
            found = taking.taken_from_parts(typed.form, typed.elemental_mg, typed.text, products)
        else:
            found = taking.read_taken(typed.text, products, weigh=self._labels.at_most_mg)
        from magadvisor.names.vitamin_b6 import with_b6

        found = with_b6(found, products)
        if self._before is None:
            return found
        from magadvisor.additions import no_less

        return no_less(self._before.magnesium(typed), found)

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

    def magnesium_in(self, typed: str, met: tuple[str, ...], found: recognise.Recognised) -> "Taken | None":
        """Find how much magnesium a listed medicine brings; nothing where it is no dose of it.

        A name that is no medicine here may still be a product that holds magnesium, such as a salt.
        """
        holds = not HOLDS_MAGNESIUM.isdisjoint(met)
        if not holds and (found.entries or found.classes):
            return None
        from magadvisor.names import taking

        product = taking.product_for_medicine(typed, self._indexes.products)
        if holds:
            product = product or taking.unknown_amount(typed)
        elif product is not None and set(product.matched) <= set(self._known.forms):
            return None
        return product if product is not None and product.counts else None

    def _same_rules(self, entries: tuple[str | None, ...], route: Route | None) -> bool:
        """Say whether medicines taken by a route meet the same interactions."""
        met = {tuple(one.id for one in self._by_route(entry, route)) if entry else () for entry in entries}
        return len(met) <= 1

    def _by_route(self, entry: str, route: Route | None) -> tuple[Interaction, ...]:
        return by_route(self._indexes.met_by(entry), self._known.medicines[entry], route)

    @cached_property
    def _labels(self) -> "Labels":
        from magadvisor.labels import Labels

        return Labels(self._known, self._indexes.products)

    @cached_property
    def _signs(self) -> dict[str, tuple[str, ...]]:
        flags = (flag for goal in self._known.goals.values() for flag in goal.red_flags)
        return {flag.text: flag.counts_as for flag in flags}

    @cached_property
    def _symptoms(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self._known.vocabulary.symptoms)


def _b6_in(typed: str, matched: tuple[str, ...]) -> float | None:
    """Read the vitamin B6 that a medicine brings; None where it holds some and the text says no amount."""
    text = typed.lower().replace(" ", "").replace("-", "")
    if not any(part in name for name in (text, *matched) for part in _B6):
        return 0.0
    from magadvisor.names.quantity_text import tidy
    from magadvisor.names.vitamin_b6 import b6_mg

    return b6_mg(tidy(typed)) or None
