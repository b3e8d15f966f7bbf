"""The compounds that a label may name, and what share of magnesium each can have."""

from collections.abc import Mapping, Sequence

from magadvisor.engine.shares import Span, around, plain, span, usual_compound
from magadvisor.model.form import Compound, Form, OtherCompound

_STEM = 8  # letters by which a salt is told in several languages
_BREAKS = str.maketrans("()-,", "    ")


class Shelf:
    """The compounds that a label may name, by the id of their form."""

    def __init__(self, forms: Mapping[str, Form], others: Sequence[OtherCompound]) -> None:
        """Keep forms and other compounds."""
        self.forms = forms
        self._others = {one.id: one for one in others}

    def candidates(self, form: str, words: frozenset[str]) -> tuple[Compound, ...]:
        """List the compounds that a name may mean; words such as dihydrate or anhydrous narrow them."""
        known = self.forms.get(form)
        if known is None:
            other = self._others[form]
            return (Compound(other.name, other.formula),)
        named = [
            one for one in known.compounds if _hydrate_named(one, words) or _salt_named(one, words, known)
        ]
        if named:
            return tuple(named)
        usual = plain(known)
        if any(word.startswith(("anhydr", "wasserfrei")) for word in words):
            return tuple(one for one in usual if "H2O" not in one.formula) or usual
        return usual

    def reference(self, form: str, words: frozenset[str]) -> Compound:
        """Give the compound that usually stands for a name."""
        return usual_compound(self.candidates(form, words))

    def bounds(self, form: str) -> Span:
        """Give the shares that a pure compound of the form can have, with what labels print."""
        known = self.forms.get(form)
        if known is None:
            return span(self.candidates(form, frozenset()))
        found = span(known.compounds)
        least = known.least_percent
        return found if least is None else Span(least / 100, found.most)

    def range(self, form: str, listed: Sequence[Compound]) -> Span:
        """Give the shares that a name may mean; of a salt with varying water also what labels print."""
        found = span(listed)
        known = self.forms.get(form)
        varies = known is not None and len(listed) > 1 and listed == plain(known)
        least = known.least_percent if known is not None and varies else None
        return found if least is None else Span(min(found.least, least / 100), found.most)

    def every(self) -> Span:
        """Give the shares between which every form lies; those for the skin are salts to swallow too."""
        return around(span(plain(form)) for form in self.forms.values())

    def chelates(self) -> Span:
        """Give the shares between which every form lies that is called a chelate."""
        forms = self.forms.values()
        return around(
            self.bounds(form.id) for form in forms if any("chelat" in name.lower() for name in form.names)
        )


def _hydrate_named(one: Compound, words: frozenset[str]) -> bool:
    """Say whether the text has the hydrate's word: dihydrate, Dihydrat, trihydraté."""
    own = [word.strip("(),") for word in one.name.lower().split() if "hydrat" in word]
    return any(word.startswith(mine[: mine.index("hydrat") + 6]) for mine in own for word in words)


def _salt_named(one: Compound, words: frozenset[str], form: Form) -> bool:
    """Say whether the text has a name of the compound alone, or the words that tell it from the others."""
    if any(words.issuperset(name.lower().split()) for name in one.names):
        return True
    if not one.only_if_named:
        return False
    others = " ".join(other.name.lower() for other in form.compounds if other is not one)
    own = [word for word in _tokens(one) if word not in others and "hydrat" not in word][:1]
    return any(word.startswith(mine[:_STEM]) for mine in own for word in words)


def _tokens(one: Compound) -> list[str]:
    return [word for word in one.name.lower().translate(_BREAKS).split() if word not in ("n", "l", "bis")]
