"""Which names stand in a tidy text, and which words name nothing."""

from magadvisor.model.closed import StrEnum
from magadvisor.model.record import Record
from magadvisor.names.name_index import NameIndex
from magadvisor.names.tidy import compact, is_hour, is_number

_LONGEST_IDLE = 4
_PLUS = "plus"
_COUNTED = frozenset({"times", "time", "x"})


class Kind(StrEnum):
    """What a name stands for."""

    MEDICINE = "medicine"
    AMBIGUOUS = "ambiguous"
    CLASS = "class"


class Named(Record):
    """A name in a text: `entry` is the medicine it stands for, or nothing; `start` and `end` count words."""

    kind: Kind
    name: str
    entry: str | None
    start: int
    end: int


class Found(Record):
    """The names of a text, and the words that are neither a name nor words around one."""

    named: tuple[Named, ...]
    loose: tuple[str, ...]


def find(text: str, names: NameIndex) -> Found:
    """Find the names of a tidy text, the longest at each place."""
    words = tuple(text.split())
    read = _Read(words, names)
    return read.found()


class _Read:
    """One reading of a text from its first word to its last."""

    def __init__(self, words: tuple[str, ...], names: NameIndex) -> None:
        self._words = words
        self._names = names
        self._named: list[Named] = []
        self._loose: list[tuple[int, str]] = []
        self._idle_before = True
        self._maybe: list[tuple[int, str]] = []  # a purpose or a plus: loose without a name beside it

    def found(self) -> Found:
        place = 0
        while place < len(self._words):
            place = self._step(place)
        self._loose += [(place, word) for place, word in self._maybe if not self._has_names(place, word)]
        return Found(tuple(self._named), tuple(word for _, word in sorted(self._loose)))

    def _has_names(self, place: int, word: str) -> bool:
        """Say whether a purpose has a name beside it, or a plus stands between two names."""
        if word != _PLUS:
            return bool(self._named)
        sides = {one.start > place for one in self._named}
        return len(sides) > 1

    def _step(self, place: int) -> int:
        """Read the longest name or idle words at a place; return the place behind them."""
        named = self._name_at(place)
        idle = self._idle_at(place)
        if named is not None and named.end - place >= idle:
            self._named.append(named)
            self._idle_before = False
            return named.end
        if idle:
            self._idle_before = True
            phrase = " ".join(self._words[place : place + idle])
            if phrase not in self._names.around.idle:
                self._maybe.append((place, phrase))
            return place + idle
        word = self._words[place]
        if word == _PLUS:
            self._maybe.append((place, word))
        elif not self._is_idle(place):
            self._loose.append((place, word))
            self._idle_before = False
            return place + 1
        self._idle_before = not is_number(word) or is_hour(word) or not word.isdigit()
        return place + 1

    def _idle_at(self, place: int) -> int:
        """Count the words at a place that are one idle phrase or a purpose."""
        around = self._names.around
        for length in range(min(_LONGEST_IDLE, len(self._words) - place), 0, -1):
            phrase = " ".join(self._words[place : place + length])
            if phrase in around.idle or phrase in around.purposes:
                return length
        return 0

    def _is_idle(self, place: int) -> bool:
        word, around = self._words[place], self._names.around
        if is_number(word) or word in around.joins:
            return True
        if word in around.behind:
            return self._idle_before and place > 0
        if word in around.leading:
            return self._idle_before
        return self._is_salt(place)

    def _is_salt(self, place: int) -> bool:
        """Say whether a word is the salt of the medicine right in front of it."""
        last = self._named[-1] if self._named else None
        if last is None or last.entry is None or last.end > place:
            return False
        salts = self._names.around.salts
        if not all(word in salts for word in self._words[last.end : place]):
            return False
        word = self._words[place]
        return word in salts or self._is_counter_ion(word, last)

    def _is_counter_ion(self, word: str, last: Named) -> bool:
        return last.entry in self._names.around.counter_ions.get(word, frozenset())

    def _name_at(self, place: int) -> Named | None:
        words = self._words
        last = self._named[-1] if self._named else None
        if last is not None and last.end == place and self._is_counter_ion(words[place], last):
            return None
        if is_number(words[place]) and self._counts(place):
            return None
        most = min(self._names.most_words, len(words) - place)
        for end in range(place + most, place, -1):
            if is_number(words[end - 1]) and self._counts(end - 1):
                continue
            found = self._lookup(" ".join(words[place:end]), place, end)
            if found is not None:
                return found
        return None

    def _counts(self, place: int) -> bool:
        """Say whether a number counts doses: "3 times"."""
        return place + 1 < len(self._words) and self._words[place + 1] in _COUNTED

    def _lookup(self, name: str, start: int, end: int) -> Named | None:
        names = self._names
        if name in names.ambiguous:
            return Named(Kind.AMBIGUOUS, name, None, start, end)
        if name in names.classes:
            return Named(Kind.CLASS, name, None, start, end)
        entry = names.by_name.get(name) or names.by_compact.get(compact(name)) or names.abroad(name)
        if entry is not None:
            return Named(Kind.MEDICINE, name, entry, start, end)
        if name in names.class_variants:
            return Named(Kind.CLASS, name, None, start, end)
        return None
