"""What was typed beside magnesium, in one go, and is not recognised: a fish oil, a multivitamin, zinc."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from magadvisor.names.item_of_list import LEADING, MOST_WORDS
from magadvisor.names.magnesium import (
    MAGNESIUM,
    TakingIndex,
    find,
    forms_in,
    is_left_out,
    named_in,
    strange,
)
from magadvisor.names.nutrients import BESIDE_NUTRIENTS, MULTIVITAMIN, NUTRIENTS
from magadvisor.names.quantity_text import tidy
from magadvisor.names.taking import read_taken

_BETWEEN = re.compile(r",(?!\d)|[;+&\n\t|•·]|\s/\s|\b(?:and|plus|with|et|und|avec|mit)\b|\bw/", re.IGNORECASE)
_UNIT = r"(?:mg|mcg|ug|[µμ]g|g|iu)\b"
# Behind an amount another name begins that has its own: "ashwagandha 10 mg glycinate 200 mg".
_NEXT_NAME = re.compile(rf"(\d ?{_UNIT}\)?) (?=(?:[^\W\d]\w* ){{1,4}}\d[\d.,]* ?{_UNIT})", re.IGNORECASE)
_MADE_OF = re.compile(r"[(\[][^()\[\]]*magnesium[^()\[\]]*[)\]]", re.IGNORECASE)  # what the amount is made of
_SHORTEST_WORD = 4
_NO_NAME = LEADING | {"or", "twice"}
# What is said of an amount, and what people eat or drink with it.
_NO_PRODUCT = frozenset(
    word
    for line in (
        "total each contains containing provides providing provided gives yields equals equal equivalent",
        "entsprechend entspricht davon soit dont contient equiv",
        "maximum label serving size approx approximately roughly times weekly once later some",
        "suspension chewable effervescent liquid solution syrup emulsion forte spray",
        "chew drink dissolve low sodium coffee juice milk yogurt yoghurt smoothie snack supper lunchtime",
    )
    for word in line.split()
)
_NAMES_NONE = frozenset(("vitamin", "vitamine", "vitamins", "sodium"))  # not without a letter; in no capsule
_COUNTED = frozenset(("b6", "pyridoxine", "p5p"))  # vitamin B6 is weighed against its limit
_NAMES = NUTRIENTS | MULTIVITAMIN
_NO_PART = frozenset(("free", "iu", "ie", "units", "strength", "high", "extra"))
_MAY_NAME = (_NAMES | BESIDE_NUTRIENTS | {"a", "d"}) - _NO_PART


def beside(text: str, known: TakingIndex) -> tuple[str, ...]:
    """List the short items of a text that name no magnesium, as typed, and other nutrients in the rest."""
    words = tidy(text).split()
    products = [words[hit.start : hit.end] for hit in find(words, known.products)]
    parted = _NEXT_NAME.sub(r"\1\n", _MADE_OF.sub(" ", text))
    items = [" ".join(item.split()) for item in _BETWEEN.split(parted)]
    named = [item for item in items if items[1:] and _is_strange(item, known) and not _in(item, products)]
    told = [tidy(item).split() for item in named]
    rest = dict.fromkeys(one for one in _nutrients(words, known) if not _in(one, told))
    return (*named, *rest)


def left_of(text: str, items: Iterable[str]) -> str:
    """Leave items out of a text that was typed in one go."""
    rest = " ".join(text.split())
    for item in items:
        rest = rest.replace(item, " ; ", 1)
    return rest


def _in(item: str, texts: Iterable[Sequence[str]]) -> bool:
    return any(f" {tidy(item)} " in f" {' '.join(words)} " for words in texts)


def _is_strange(item: str, known: TakingIndex) -> bool:
    """Say whether an item names something else; behind an amount nothing is named."""
    words = tidy(item).split()
    names = list(takewhile(lambda word: not word[0].isdigit(), words))
    if not 0 < len(names) <= MOST_WORDS or words[0] in _NO_NAME or words[-1] in ("free", "drunk"):
        return False
    telling = (word for word in strange(names) if word not in _NO_PRODUCT)
    named = any(len(word) >= _SHORTEST_WORD and word.isalpha() for word in telling)
    return named and MAGNESIUM.isdisjoint(words) and not forms_in(words, known) and not _known(item, known)


def _nutrients(words: Sequence[str], known: TakingIndex) -> Iterator[str]:
    """Name what else a text says it holds, where that is no part of a product's name or of a salt's."""
    own = named_in(words, known)
    for named, run in groupby(range(len(words)), lambda at: words[at] in _MAY_NAME and at not in own):
        each = list(run)
        while named and each and words[each[0]] not in _NAMES:
            each = each[1:]
        if named and each and not is_left_out(each[0], each[-1] + 1, words) and _tells(each, words):
            yield " ".join(words[place] for place in each)


def _tells(run: Sequence[int], words: Sequence[str]) -> bool:
    """Say whether words name a nutrient other than vitamin B6: zinc, vitamin D, never "vitamin" alone."""
    said = [words[place] for place in run]
    b6 = said[-1] == "b" and words[run[-1] + 1 : run[-1] + 2] == ["6"]
    return not b6 and not set(said) <= _NAMES_NONE | _COUNTED


def _known(item: str, known: TakingIndex) -> bool:
    return read_taken(item, known, suggest=False).checked
