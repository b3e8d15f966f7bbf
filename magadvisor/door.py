"""The door: what a person typed becomes known medicines, conditions and products, or is not checked."""

from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.engine.meet import by_route, likely_route, met_by_name
from magadvisor.model.answers import TypedMagnesium, TypedMedicine
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords
from magadvisor.model.words import Kidney, Route
from magadvisor.names import phrases, recognise, taking

HOLDS_MAGNESIUM = frozenset({"magnesium-containing-products", "bowel-prep-magnesium"})
"""The interactions met by every medicine that holds magnesium and counts as a dose of it."""

ILLNESS = frozenset({"conditions", "symptoms", "kidney"})
ALLERGENS = frozenset({"allergens"})


@dataclass(frozen=True, slots=True)
class HeardMedicine:
    """A medicine that was listened to, with what to say about how it was read."""

    item: ListedMedicine
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeardWords:
    """A condition or symptom that was listened to: the ids found, kidney words, and remarks."""

    item: ListedWords
    conditions: tuple[str, ...]
    symptoms: tuple[str, ...]
    kidney: tuple[Kidney, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeardMagnesium:
    """Magnesium already taken that was listened to, with what to ask about it."""

    item: ListedMagnesium
    remarks: tuple[str, ...]


class Door:
    """Recognises typed items; each index is built when it is first needed."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the knowledge that names are looked up in."""
        self._known = knowledge

    def medicine(self, typed: TypedMedicine) -> HeardMedicine:
        """Recognise a medicine; of an unsettled name the interactions of every reading count."""
        found = self._likely(
            recognise.recognise(typed.name, self._medicines, route=typed.route, same_rules=self._same_rules)
        )
        met = self._met(found)
        ids = tuple(dict.fromkeys(interaction.id for interaction in met))
        route = found.route
        if found.checked and found.entries:
            route = likely_route(met, self._known.medicines[found.entries[0]], found.route)
        taken = self._magnesium_in(typed.name, ids, found)
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
        )
        return HeardMedicine(item, (*found.watch, *found.asks))

    def words(self, typed: str) -> HeardWords:
        """Recognise conditions, symptoms and kidney words; other words about kidneys count too."""
        found = phrases.find(typed, self._phrases, lists=ILLNESS)
        kidney = tuple(Kidney(word) for word in found.kidney)
        matched = (*found.conditions, *found.symptoms, *found.kidney)
        if not matched and found.speaks_of_kidneys:
            kidney, matched = (Kidney.DIAGNOSED,), (Kidney.DIAGNOSED.value,)
        sentence = self._known.sentences["read-as"]
        corrected = tuple(sentence.format(typed=text, name=name) for text, name in found.corrected)
        item = ListedWords(typed, bool(matched), matched, found.suggestions)
        return HeardWords(item, found.conditions, found.symptoms, kidney, (*corrected, *found.asks))

    def avoided(self, typed: str) -> ListedWords:
        """Recognise an allergen, or a food by its name."""
        found = phrases.find(typed, self._phrases, lists=ALLERGENS)
        matched = found.allergens or self._foods_named(typed)
        suggestions = found.suggestions if matched or found.suggestions else self._foods_close_to(typed)
        return ListedWords(typed, bool(matched), matched, suggestions)

    def taken(self, typed: TypedMagnesium) -> HeardMagnesium:
        """Recognise magnesium that is taken already, and what to ask about it."""
        if typed.form is not None:
            found = taking.taken_from_parts(typed.form, typed.elemental_mg, typed.text, self._products)
        else:
            found = taking.read_taken(typed.text, self._products)
        item = ListedMagnesium(
            typed=typed.text,
            checked=found.checked,
            form=found.form,
            use=found.use,
            counts=found.counts,
            elemental_mg=found.elemental_mg,
            matched=found.matched,
            suggestions=found.suggestions,
        )
        return HeardMagnesium(item, found.asks)

    def _met(self, found: recognise.Recognised) -> list[Interaction]:
        by_class = [self._known.interactions[one] for one in found.classes]
        by_name = [interaction for name in found.entries for interaction in self._by_route(name, found.route)]
        return by_name + by_class

    def _likely(self, found: recognise.Recognised) -> recognise.Recognised:
        """Doubt a route by which a medicine with rules is not known to be taken: its usual rules count.

        "SL" is seldom under the tongue on a box, so that word alone settles nothing.
        """
        if not found.checked or found.route is None:
            return found
        medicines = [self._known.medicines[name] for name in found.entries]
        if any(found.route in one.routes or not self._by_name(one.name) for one in medicines):
            return found
        if found.route is Route.SUBLINGUAL:
            return replace(found, route=None)
        ask = self._known.sentences["route-odd"].format(name=", ".join(found.matched))
        return replace(found, checked=False, matched=(), route=None, asks=(*found.asks, ask))

    def _magnesium_in(
        self, typed: str, met: tuple[str, ...], found: recognise.Recognised
    ) -> taking.Taken | None:
        """Find how much magnesium a listed medicine brings; nothing where it is no dose of it.

        A name that is no medicine here may still be a product that holds magnesium, such as a salt.
        """
        product = taking.product_for_medicine(typed, self._products)
        if HOLDS_MAGNESIUM.isdisjoint(met):
            unknown = not found.entries and not found.classes
            named = product is not None and not set(product.matched) <= set(self._known.forms)
            return product if product is not None and product.counts and unknown and named else None
        product = product or taking.unknown_amount(typed)
        return product if product.counts else None

    def _foods_named(self, typed: str) -> tuple[str, ...]:
        tidy = "-".join(typed.lower().split()).rstrip("s")
        named = {
            food.kind
            for food in self._known.foods.values()
            if tidy in (food.kind.rstrip("s"), food.id.rstrip("s"))
        }
        return tuple(sorted(named))

    def _foods_close_to(self, typed: str) -> tuple[str, ...]:
        """Suggest the kinds of food whose names are close to a word that names none."""
        kinds = sorted({food.kind for food in self._known.foods.values()})
        return tuple(get_close_matches("-".join(typed.lower().split()), kinds, n=2, cutoff=0.75))

    def _by_name(self, entry: str) -> tuple[Interaction, ...]:
        known = self._known
        return met_by_name(known.medicines[entry], known.medicines, known.interactions.values())

    def _same_rules(self, entries: tuple[str | None, ...], route: Route | None) -> bool:
        """Say whether medicines taken by a route meet the same interactions."""
        met = {tuple(one.id for one in self._by_route(entry, route)) if entry else () for entry in entries}
        return len(met) <= 1

    def _by_route(self, entry: str, route: Route | None) -> tuple[Interaction, ...]:
        return by_route(self._by_name(entry), self._known.medicines[entry], route)

    @cached_property
    def _medicines(self) -> recognise.NameIndex:
        return recognise.index(self._known.medicines, self._known.medicine_words)

    @cached_property
    def _phrases(self) -> phrases.Index:
        return phrases.index(self._known.vocabulary)

    @cached_property
    def _products(self) -> taking.TakingIndex:
        return taking.index(self._known.forms.values(), self._known.products.values(), elemental_fraction)
