"""The columns of a CSV: which stands where, and whether a line fits under them."""

from collections.abc import Callable, Sequence
from operator import itemgetter

from magadvisor.inputs import did_you_mean
from magadvisor.model.answers import Answers, BadAnswer
from magadvisor.model.printable import printable
from magadvisor.model.record import Record

ID = "id"
"""The key by which whoever asks finds a record again; it is no answer."""

KEYS = ("schema", *Answers.__match_args__)
"""The keys of a profile document, in the order of the answers."""

_LONGEST_NAME_SHOWN = 40


class Columns(Record):
    """The names at the head of a CSV, and the place of each key among them."""

    names: tuple[str, ...]
    id_place: int
    in_order: Callable[[Sequence[str]], tuple[str, ...]]  # those of KEYS, of cells and a blank
    unnamed: tuple[int, ...]  # what stands there is no answer, so nothing may

    def fit(self, cells: Sequence[str]) -> bool:
        """Say whether a line has a cell for every column, and nothing where no column is."""
        most = len(self.names)
        if len(cells) != most and (len(cells) < most or any(cell.strip() for cell in cells[most:])):
            return False
        return not (self.unnamed and any(cells[place].strip() for place in self.unnamed))

    def sort(self, cells: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """Give the id and the cells in the order of KEYS; empty where there is no such column."""
        if not self.fit(cells):
            hint = "write one cell for each column, and cells with a comma in quotes"
            raise BadAnswer("bad-columns", "the cells of this line do not fit the columns", hint)
        padded = (*cells[: len(self.names)], "")
        return padded[self.id_place], self.in_order(padded)


def read_columns(cells: Sequence[str]) -> Columns:
    """Read the head of a CSV; a column that is not known or stands twice would lose answers, so none may."""
    names = tuple(cell.strip().lower() for cell in cells)
    for name in names:
        if name and name not in (ID, *KEYS):
            raise unknown_column(name)
        if name and names.count(name) > 1:
            raise BadAnswer("column-twice", f"the column {name} stands twice", "keep one", "FILE")
    if "goals" not in names:
        hint = "the first line names the columns, with commas between them"
        raise BadAnswer("no-goals-column", "there is no column goals", hint, "FILE")
    behind = len(names)
    places = {name: place for place, name in enumerate(names)}
    in_order = itemgetter(*(places.get(key, behind) for key in KEYS))
    unnamed = tuple(place for place, name in enumerate(names) if not name)
    return Columns(names, places.get(ID, behind), in_order, unnamed)


def unknown_column(name: str) -> BadAnswer:
    """Say that a column is not known, and which may have been meant."""
    hint = did_you_mean(name, (ID, *KEYS)) or f"columns are {', '.join((ID, *KEYS[1:]))}"
    shown = printable(name[:_LONGEST_NAME_SHOWN])
    return BadAnswer("no-such-column", f'"{shown}" is not a column of a profile', hint)
