"""Forms by the names that people and labels give them; a name of no single salt names no form."""

from collections.abc import Mapping
from difflib import get_close_matches

from magadvisor.inputs import LONGEST_MEANT, MOST_NEAR, quoted
from magadvisor.model.answers import BadAnswer
from magadvisor.model.form import Compound, Form
from magadvisor.model.joining import either

_BREAKS = str.maketrans("(),", "   ")
_CHELATE = frozenset({"chelate", "chelated", "amino", "acid"})
_NO_SALT = frozenset(
    {"chelate", "chelated", "complex", "blend", "buffered", "mixed", "multi", "triple", "combination"}
)


def read_form(text: str, forms: Mapping[str, Form], where: str = "--form") -> str:
    """Read a form by its id or by a name on labels, also in British spelling."""
    named = {
        _form_word(name): form.id
        for form in reversed(tuple(forms.values()))  # of two forms with one name the first listed is meant
        for name in (*form.names, form.name)
    }
    named |= {_form_word(id_): id_ for id_ in forms}
    tidy = _form_word(text)
    if not _NO_SALT.isdisjoint(tidy.split()):
        tidy = _salt_of_chelate(tidy, text, where)
    if tidy in named:
        return named[tidy]
    swallowed = (form for form in forms.values() if form.swallowed)
    by_compound = [form.id for form in swallowed if compounds_named(tidy, form)]
    if len(by_compound) == 1:
        return by_compound[0]
    near = get_close_matches(tidy[:LONGEST_MEANT], named, n=2 * MOST_NEAR, cutoff=0.75)
    meant = tuple(dict.fromkeys(named[name] for name in near))[:MOST_NEAR]
    hint = f"did you mean {either(meant)}? " if meant else ""
    hint += "list them all: magadvisor forms"
    raise BadAnswer("unknown-form", f"{where}: {quoted(text)} is not a form we know", hint, where)


def forms_left_open(text: str, forms: Mapping[str, Form]) -> tuple[str, ...]:
    """List the forms that a marketing name of no single salt may mean; none where a salt is named.

    A chelate may be each form that labels call so, a blend or a complex each form to swallow.
    """
    words = frozenset(_form_word(text).split())
    if _NO_SALT.isdisjoint(words) or words - _NO_SALT - _CHELATE:
        return ()
    chelates = words <= _CHELATE
    return tuple(
        form.id
        for form in forms.values()
        if form.swallowed and (not chelates or any("chelate" in name for name in form.names))
    )


def compounds_named(text: str, form: Form) -> tuple[Compound, ...]:
    """List the compounds of a form that a text tells from the others: all of its words are theirs."""
    words = set(_form_word(text).split()) - {"magnesium"}
    by_name = tuple(one for one in form.compounds if text.strip() in one.names)
    if by_name or not words or words <= {*_form_word(form.name).split(), form.id}:
        return by_name
    own = {one: {*_form_word(one.name).split(), form.id} for one in form.compounds}
    return tuple(one for one in form.compounds if words <= own[one])


def _salt_of_chelate(tidy: str, text: str, where: str) -> str:
    """Leave out "chelate" where the salt stands beside it; a name of no salt, or of several, is refused."""
    salt = " ".join(word for word in tidy.split() if word not in _CHELATE)
    if salt and _NO_SALT.isdisjoint(salt.split()):
        return salt
    hint = "write the salt that the label names, such as citrate; for a whole line: magadvisor label"
    message = f"{where}: {quoted(text)} names no single salt, so the form stays unspecified"
    raise BadAnswer("unspecified-form", message, hint, where)


def _form_word(text: str) -> str:
    """Bring a form's name to one spelling: glycinate for Magnesium-Glycinate, sulfate for sulphate."""
    tidy = text.lower().replace("-", " ").replace("_", " ").translate(_BREAKS)
    words = tidy.replace("sulph", "sulf").replace("acetyl taur", "acetyltaur").split()
    return " ".join(words[1:] if words[:1] == ["magnesium"] and len(words) > 1 else words)
