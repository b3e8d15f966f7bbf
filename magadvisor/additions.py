"""Names that a folder added are listened for behind the shipped ones, so that none can drown what was known.

Whatever the shipped knowledge hears in a text still counts; what the folder adds may only come on top. So
this holds for every text, also where an added name is longer, nearer or misspelt.
"""

from magadvisor.model.heard import HeardWords, with_more
from magadvisor.model.profile import ListedWords
from magadvisor.model.record import replace
from magadvisor.names.recognise import Recognised
from magadvisor.names.taking import Taken


def kept(before: Recognised, after: Recognised, covers: bool) -> Recognised:
    """Keep a medicine as the shipped names read it; an added one counts where they leave something open.

    `covers` says whether the later reading holds everything of the earlier one. A name that was settled
    may still be parted by an added interaction: then every meaning counts.
    """
    if before.checked:
        return after if covers and not after.checked else before
    return after if covers else before


def joined(before: HeardWords, after: HeardWords) -> HeardWords:
    """Put what the added words say to what the shipped ones say."""
    return HeardWords(
        both(before.item, after.item),
        with_more(before.conditions, after.conditions),
        with_more(before.symptoms, after.symptoms),
        with_more(before.kidney, after.kidney),
        with_more(before.life_stages, after.life_stages),
        with_more(before.remarks, after.remarks),
        with_more(before.asks, after.asks),
        before.beside | after.beside,
        before.signs | after.signs,
    )


def both(before: ListedWords, after: ListedWords) -> ListedWords:
    """Put the ids that the added words find to those of the shipped ones."""
    checked = before.checked or after.checked
    matched = with_more(before.matched, after.matched)
    unheard = tuple(one for one in before.unheard if one in after.unheard)
    return ListedWords(before.typed, checked, matched, () if checked else after.suggestions, unheard)


def no_less(before: Taken, after: Taken) -> Taken:
    """Take the later reading of an amount where it counts as much, of a form no milder."""
    amount, more = before.elemental_mg, after.elemental_mg
    if amount is not None:
        enough = more is not None and more >= amount and after.counts >= before.counts
    else:
        enough = after.counts >= before.counts or not before.checked
    same = after.form == before.form or not before.checked
    kept = after if enough and same and after.checked >= before.checked else before
    amounts = (before.b6_mg, after.b6_mg)
    return replace(kept, b6_mg=None if None in amounts else max(one for one in amounts if one is not None))


def no_less_in(before: Taken | None, after: Taken | None) -> Taken | None:
    """Take the magnesium of a medicine; an added name never hides what a shipped product brings."""
    return after if before is None else before if after is None else no_less(before, after)
