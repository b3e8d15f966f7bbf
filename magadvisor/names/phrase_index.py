"""Every known phrase under its first word, and where such phrases stand in a text."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from magadvisor.model.closed import StrEnum
from magadvisor.model.question import Band
from magadvisor.model.record import Record
from magadvisor.model.vocabulary import AmbiguousPhrase, Entry, Vocabulary
from magadvisor.model.words import CAREFUL_STAGES
from magadvisor.names.spelling import number_range, phrases_of

_T = TypeVar("_T")

KIDNEY = "kidney"
# Kidney answers that typed text never gives: it can only make the advice more careful.
_NEVER_GIVEN = ("none", "unknown")
LIFE_STAGES = "life_stages"
_TOGETHER = "+"
_KIDNEY_WORDS = (
    KIDNEY,
    "renal",
    "creatinin",
    "egfr",
    "gfr",
    "dialy",
    "hemodialy",
    "nephr",
    "glomerul",
    "uremi",
    "nier",
    "nefro",
    "rinon",
    "nyre",
    "njur",
    "nerk",
    "nerek",
    "bobrek",
    "munua",
)
RATE_ABROAD = frozenset(("dfg", "dfge", "tfg", "tfge"))
"""The filtration rate of the kidneys in French, Spanish and Portuguese, estimated or not."""

_WHOLE_WORDS = RATE_ABROAD | {"rein", "reins", "creat", "crea"}  # "reinfection" is no kidney


class Kind(StrEnum):
    """What a phrase does where it stands."""

    ENTRY = "entry"
    AMBIGUOUS = "ambiguous"
    PART = "part"
    NOT_THIS = "not-this"
    KIDNEYS_FINE = "kidneys-fine"
    FIXED = "fixed"
    NEGATOR = "negator"
    CLAUSE_END = "clause-end"
    AFTER = "after"
    OTHER_PERSON = "other-person"
    ASKED_FOR = "asked-for"


class Meaning(Record):
    """One entry of one list that a phrase stands for."""

    list: str
    id: str
    name: str


class Phrase(NamedTuple):
    """The words of a phrase; `lead` is what must stand before a phrase of one word ("the runs")."""

    words: tuple[str, ...]
    lead: str
    kind: Kind
    meanings: tuple[Meaning, ...] = ()
    ask: str = ""


class Range(NamedTuple):
    """A word of a phrase that stands for any number from low to high."""

    word: str
    low: float
    high: float


class Together(Record):
    """Parts that mean something only when all of them stand in one text, in any order."""

    place: int  # in the vocabulary
    parts: tuple[tuple[str, ...], ...]
    meaning: Meaning


class Index(Record):
    """A vocabulary made ready for search; `words` are those a misspelling may be corrected to."""

    by_start: Mapping[str, tuple[Phrase, ...]]  # under the first one or two words
    together: Mapping[str, tuple[Together, ...]]  # under the words of the last part
    marks: frozenset[str]
    words: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, Meaning], ...]  # each phrase as written, for suggestions
    ranges: tuple[Range, ...]
    stages: tuple[Band, ...]  # the kidney word of an eGFR


class _Written(NamedTuple):
    """A phrase as the knowledge writes it."""

    text: str
    kind: Kind
    meanings: tuple[Meaning, ...] = ()
    ask: str = ""


# The kinds in which a word may be misspelt.
_SOUGHT = (Kind.ENTRY, Kind.AMBIGUOUS, Kind.PART)


def index(vocabulary: Vocabulary, stages: tuple[Band, ...]) -> Index:
    """Make a vocabulary ready for search. In an entry, `a + b` means that both stand anywhere in the text.

    `stages` are the bands of the kidney question, by which a typed eGFR is read.
    """
    lists = (
        ("conditions", vocabulary.conditions),
        ("symptoms", vocabulary.symptoms),
        (KIDNEY, vocabulary.kidney),
        ("allergens", vocabulary.allergens),
        (LIFE_STAGES, tuple(entry for entry in vocabulary.life_stages if entry.id in CAREFUL_STAGES)),
    )
    meanings = [(Meaning(name, entry.id, entry.name), entry) for name, entries in lists for entry in entries]
    together = tuple(_together(meanings))
    written = [*_entries(meanings), *_ambiguous(vocabulary.ambiguous, meanings), *_controls(vocabulary)]
    phrases = [*_phrases(written), *_parts(together)]
    sought = frozenset(word for phrase in phrases if phrase.kind in _SOUGHT for word in phrase.words)
    return Index(
        by_start=_under((phrase.words[:2], phrase) for phrase in phrases),
        together=_under((one.parts[-1], one) for one in together),
        marks=frozenset(vocabulary.negation.clause_ends),
        words=sought,
        opposites=vocabulary.negation.opposites,
        names=tuple((one.text, one.meanings[0]) for one in written if one.kind is Kind.ENTRY),
        ranges=tuple(_ranges({word for phrase in phrases for word in phrase.words})),
        stages=stages,
    )


def _under(placed: Iterable[tuple[tuple[str, ...], _T]]) -> dict[str, tuple[_T, ...]]:
    """Gather what stands under the same words, in the order given."""
    gathered: dict[str, list[_T]] = {}
    for words, one in placed:
        gathered.setdefault(" ".join(words), []).append(one)
    return {words: tuple(found) for words, found in gathered.items()}


def whole(known: Index, parts: Collection[tuple[str, ...]]) -> list[Together]:
    """Find what means something because all its parts are there, in the order of the vocabulary."""
    last = (found for part in parts for found in known.together.get(" ".join(part), ()))
    return sorted((one for one in last if all(part in parts for part in one.parts)), key=_place)


def _place(one: Together) -> int:
    return one.place


def speaks_of_kidneys(word: str) -> bool:
    """Say whether a word is about the kidneys."""
    return word.startswith(_KIDNEY_WORDS) or word in _WHOLE_WORDS


def _entries(meanings: Iterable[tuple[Meaning, Entry]]) -> Iterator[_Written]:
    for meaning, entry in meanings:
        fine = meaning.list == KIDNEY and meaning.id in _NEVER_GIVEN
        kind = Kind.KIDNEYS_FINE if fine else Kind.ENTRY
        yield from (_Written(text, kind, (meaning,)) for text in entry.phrases if _TOGETHER not in text)


def _ambiguous(
    listed: Iterable[AmbiguousPhrase], meanings: Iterable[tuple[Meaning, Entry]]
) -> Iterator[_Written]:
    by_id = {(f"{KIDNEY}:{one.id}" if one.list == KIDNEY else one.id): one for one, _ in meanings}
    for one in listed:
        counted = tuple(by_id[name] for name in one.counts_as)
        yield from (_Written(text, Kind.AMBIGUOUS, counted, one.ask) for text in one.phrases)


def _controls(vocabulary: Vocabulary) -> Iterator[_Written]:
    negation = vocabulary.negation
    for kind, texts in (
        (Kind.NOT_THIS, vocabulary.not_this),
        (Kind.FIXED, negation.fixed),
        (Kind.NEGATOR, negation.negators),
        (Kind.CLAUSE_END, negation.clause_ends),
        (Kind.AFTER, negation.after),
        (Kind.OTHER_PERSON, negation.other_people),
        (Kind.ASKED_FOR, negation.asked_for),
    ):
        yield from (_Written(text, kind) for text in texts)


def _together(meanings: Iterable[tuple[Meaning, Entry]]) -> Iterator[Together]:
    texts = [(text, meaning) for meaning, entry in meanings for text in entry.phrases if _TOGETHER in text]
    split = [text.split(_TOGETHER) for text, _ in texts]
    words = iter(phrases_of(part for parts in split for part in parts))
    for place, ((_, meaning), parts) in enumerate(zip(texts, split, strict=True)):
        yield Together(place, tuple(next(words)[1] for _ in parts), meaning)


def _phrases(written: list[_Written]) -> Iterator[Phrase]:
    for one, (lead, words) in zip(written, phrases_of([one.text for one in written]), strict=True):
        if not words or (one.kind is Kind.KIDNEYS_FINE and not _says_of_kidneys(words)):
            continue
        needed = lead if len(words) == 1 or one.kind is Kind.OTHER_PERSON else ""
        yield Phrase(words, needed, one.kind, one.meanings, one.ask)


def _says_of_kidneys(words: tuple[str, ...]) -> bool:
    """Say whether an answer to the kidney question can stand alone: "kidneys are fine", but not "fine"."""
    return len(words) > 1 and any(map(speaks_of_kidneys, words))


def _parts(together: Iterable[Together]) -> Iterator[Phrase]:
    for words in dict.fromkeys(part for one in together for part in one.parts):
        yield Phrase(words, "", Kind.PART)


def _ranges(words: Iterable[str]) -> Iterator[Range]:
    for word in sorted(words):
        found = number_range(word)
        if found is not None:
            yield Range(word, *found)
