"""One advice as one flat row: what a table can hold of it, with the caveat."""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from magadvisor.engine.account import not_checked
from magadvisor.engine.settle import settle
from magadvisor.engine.timing import as_shown, met_by
from magadvisor.model.account import NotChecked
from magadvisor.model.advice import Action
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.printable import FORMULA_STARTS, printable
from magadvisor.model.profile import ListedMedicine, Profile
from magadvisor.model.words import Severity
from magadvisor.remembering import LONGEST_KEPT, MOST_KEPT
from magadvisor.screening.heard import Heard, Meeting
from magadvisor.screening.reading import Reader, Reading, profile_from

NEXT = " | "
"""What stands between several things in a cell; sentences hold commas and semicolons."""

_KEPT = 8_192
_KEPT_DECISIONS = 32_768


class Row(NamedTuple):
    """A flat row; `error` is empty where the record was answered, else every answer is."""

    id: str
    outcome: str
    form: str
    limit_mg: float | None
    at_most_mg: float | None
    interactions: str
    actions: str
    not_checked: str
    error: str
    caveat: str


class Noted(NamedTuple):
    """What of an answered record is counted: outcome, severities of interactions, names not checked."""

    outcome: str
    severities: tuple[str, ...]
    not_checked: tuple[str, ...]


class _Decided(NamedTuple):
    """What of a decision a row holds; `alkaline` says whether rules about alkaline salts count."""

    outcome: str
    form: str
    limit_mg: float | None
    at_most_mg: float | None
    actions: str
    alkaline: bool


class Rows:
    """Makes rows out of profiles, deciding each reading once."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the knowledge, and remember nothing yet."""
        self._known = knowledge
        self._reader = Reader(knowledge)
        self._decided = lru_cache(_KEPT_DECISIONS)(self._decide)
        self._alike = lru_cache(_KEPT)(_itself)
        self._who_meets = lru_cache(_KEPT)(self._meets)
        self._told = lru_cache(_KEPT)(self._tell)
        self._all_told = lru_cache(_KEPT)(self._tell_all)
        self._next = lru_cache(_KEPT)(_actions)

    def hear(self, profile: Profile) -> Heard:
        """Keep of a profile what its row is made from."""
        reading = self._reader.read(profile)
        each = (self._who_meets(item) for item in profile.medicines or () if item.interactions)
        meets = tuple(chain.from_iterable(each))
        longest = max((len(name) for _, who in meets for name in who), default=0)
        short = max(reading.size, len(meets)) <= MOST_KEPT and longest <= LONGEST_KEPT
        return Heard(reading, meets, not_checked(profile), short)

    def row(self, heard: Heard, id_: str) -> tuple[Row, Noted]:
        """Give the row of what was heard, and what of it is counted."""
        decide, tell = (self._decided, self._all_told) if heard.short else (self._decide, self._tell_all)
        decided = decide(heard.reading)
        unchecked = heard.unchecked
        severities, interactions = tell(heard.meets, decided.alkaline)
        row = Row(
            id=id_,
            outcome=decided.outcome,
            form=decided.form,
            limit_mg=decided.limit_mg,
            at_most_mg=decided.at_most_mg,
            interactions=interactions,
            actions=decided.actions,
            not_checked=NEXT.join(map(_unchecked, unchecked)),
            error="",
            caveat=self._known.meta.caveat,
        )
        return row, Noted(decided.outcome, severities, tuple([one.typed for one in unchecked]))

    def _decide(self, reading: Reading) -> _Decided:
        profile = profile_from(reading)
        settled = settle(profile, self._known)
        dose = settled.dose
        decided = _Decided(
            outcome=settled.gate.outcome.value,
            form=settled.form.id if settled.form else "",
            limit_mg=dose.limit_mg if dose else None,
            at_most_mg=dose.at_most_mg if dose else None,
            actions=self._next(settled.gate.actions),
            alkaline=settled.alkaline,
        )
        return self._alike(decided)

    def _tell_all(self, meets: tuple[Meeting, ...], alkaline: bool) -> tuple[tuple[str, ...], str]:
        """Tell each interaction once, the most serious first, with all medicines that meet it."""
        names: dict[str, tuple[str, ...]] = {}
        for met, who in meets:
            names[met] = (*names[met], *who) if met in names else who
        told = [(self._told(met, alkaline), who) for met, who in names.items()]
        told.sort(key=_most_serious_first)
        severities = tuple([severity for (_, severity, _), _ in told])
        return severities, NEXT.join(
            [f"{' + '.join(dict.fromkeys(who))}: {text}" for (_, _, text), who in told]
        )

    def _meets(self, item: ListedMedicine) -> tuple[Meeting, ...]:
        """Say which interactions one medicine meets, and under which names."""
        known = self._known
        met = met_by(Profile(goals=(), medicines=(item,)), known.interactions, known.medicines)
        names = {one.interaction.id: tuple(printable(name) for name in one.medicines) for one in met}
        return tuple((one, names[one]) for one in item.interactions)

    def _tell(self, interaction: str, alkaline: bool) -> tuple[int, str, str]:
        """Give the rank of an interaction, its severity, and its text without the medicines."""
        met = met_by(_one_medicine(interaction), self._known.interactions, self._known.medicines)
        shown = as_shown(met[0], alkaline)
        return -_SEVERITIES.index(Severity(shown.severity)), str(shown.severity), _interaction(shown)


def _itself(decided: _Decided) -> _Decided:
    """Give a decision back; remembered, it gives the first that was alike, and the others need no room."""
    return decided


def bad_row(id_: str, error: str, caveat: str) -> Row:
    """Give the row of a record that could not be answered."""
    return Row(id_, "error", "", None, None, "", "", "", error, caveat)


_SEVERITIES = tuple(Severity)


def _most_serious_first(told: tuple[tuple[int, str, str], tuple[str, ...]]) -> int:
    return told[0][0]


def _one_medicine(interaction: str) -> Profile:
    return Profile(goals=(), medicines=(ListedMedicine("", True, interactions=(interaction,)),))


def _interaction(one: MetInteraction) -> str:
    """Say how serious it is, what to do, the hours where spacing helps, and which rule says so."""
    after, before = one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours
    hours = (
        f", magnesium {after:g} h after it or {before:g} h before it"
        if after is not None and before is not None
        else ""
    )
    return f"{one.severity}, {one.action}{hours} ({one.id})"


def _actions(actions: tuple[Action, ...]) -> str:
    return NEXT.join([f"{one.urgency}, {one.who}: {printable(one.text)}" for one in actions])


def _unchecked(one: NotChecked) -> str:
    hint = f" (did you mean {' or '.join(map(printable, one.suggestions))}?)" if one.suggestions else ""
    return f"{one.list}: {printable(one.typed)}{hint}"


def csv_line(row: Row, number: int) -> str:
    """Write a row as a line of CSV; no cell begins as a formula would in a spreadsheet."""
    id_, *others = row
    return f"{_cell(id_)},{number},{','.join(map(_known_cell, others))}\n"


_FORMULA = (*FORMULA_STARTS, "\t", "\r", "\n")


def _cell(value: str | float | None) -> str:
    """Write one cell, in quotes where it needs them; the library's writer looks at every letter, slowly."""
    if not value:
        return "" if value is None or value == "" else "0"
    if not isinstance(value, str):
        return f"{value:g}"
    text = f"'{value}" if value.startswith(_FORMULA) else value
    if '"' in text:
        text = text.replace('"', '""')
    elif not ("," in text or "\n" in text or "\r" in text):
        return text
    return f'"{text}"'


_known_cell = lru_cache(_KEPT)(_cell)
"""Writes a cell, or remembers it: all but the ids come again."""
