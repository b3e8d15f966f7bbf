"""Everyday words and what they stand for."""

from magadvisor.model.record import Record


class Entry(Record):
    """One condition, symptom, allergen or answer word, with the phrases people type for it."""

    id: str
    name: str
    phrases: tuple[str, ...]
    ask: str | None = None  # what to ask when a phrase is not clear
    in_taking: tuple[str, ...] = ()  # where one of these words stands it is heard in what is taken too
    ends: bool = False  # whether it passes by itself or with time: an illness of days, a planned operation


class AmbiguousPhrase(Record):
    """A phrase that fits several entries; `counts_as` is the stricter reading meanwhile."""

    phrases: tuple[str, ...]
    counts_as: tuple[str, ...]  # condition, symptom or allergen ids; kidney words as kidney:g3b
    ask: str


class Negation(Record):
    """The words that cancel a phrase within its clause, and those that only look as if they did."""

    negators: tuple[str, ...]
    clause_ends: tuple[str, ...]
    after: tuple[str, ...]  # words that cancel from behind: "ruled out", "free"
    fixed: tuple[str, ...]  # phrases with a negative word that are symptoms: "can't pee"
    other_people: tuple[str, ...]
    asked_for: tuple[str, ...]  # "for my mum": everything is about that person
    opposites: tuple[tuple[str, str], ...]  # words no misspelling may bridge


class Vocabulary(Record):
    """Everything that free text other than a medicine may be recognised as."""

    conditions: tuple[Entry, ...]
    symptoms: tuple[Entry, ...]
    kidney: tuple[Entry, ...]
    allergens: tuple[Entry, ...]
    digestion: tuple[Entry, ...]
    diets: tuple[Entry, ...]
    regions: tuple[Entry, ...]
    life_stages: tuple[Entry, ...]
    ambiguous: tuple[AmbiguousPhrase, ...]
    negation: Negation
    not_this: tuple[str, ...]  # phrases that hold a known word and mean something else: "hair transplant"
