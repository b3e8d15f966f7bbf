"""One answer at a time, from an option or a document: closed words, numbers, times and lists.

What cannot be used raises BadAnswer, with what to write instead.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from math import isfinite
from re import IGNORECASE, fullmatch, search
from typing import TypeVar

from magadvisor.model.answers import BadAnswer, TypedMedicine
from magadvisor.model.closed import StrEnum
from magadvisor.model.goal import Goal
from magadvisor.model.printable import printable
from magadvisor.model.profile import Dose
from magadvisor.model.words import WEEKDAYS

_WEEKDAY = r"(mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
OLDEST_YEARS = 120.0
HIGHEST_EGFR = 200.0
MOST_MG = 100_000.0
MOST_MEALS = 6
LONGEST_WORD_SHOWN = 40
MOST_NEAR = 5

Word = TypeVar("Word", bound=StrEnum)
Said = TypeVar("Said")


def read_one(said: Sequence[Said] | None, where: str) -> Said | None:
    """Give the one answer of an option; of two that differ none is dropped, so neither is taken."""
    if said and any(one != said[0] for one in said):
        message = f"{where} is given more than once, and not with the same answer"
        raise BadAnswer("contradiction", message, "leave one out", where)
    return said[0] if said else None


def read_word(words: type[Word], text: str, where: str) -> Word:
    """Read one word of a closed list, whatever its case, or what exports and people write for it."""
    tidy = " ".join(text.lower().split())
    tidy = _ALSO.get(words.__name__, {}).get(tidy, tidy)
    if tidy in tuple(words):
        return words(tidy)
    raise BadAnswer(
        f"unknown-{_name(where)}",
        _not_known(text, "one of the words", where),
        did_you_mean(tidy, words) or f"use one of {', '.join(words)}",
        where,
    )


_ALSO = {
    "Sex": {"f": "female", "m": "male"},
    "Region": {"usa": "us", "gb": "uk", "au": "anz", "nz": "anz"},
    "Kidney": {"3a": "g3a", "3b": "g3b"}
    | {
        f"{lead}{stage}": f"g{stage}"
        for lead in ("ckd ", "ckd", "stage ", "ckd stage ", "ckd g")
        for stage in ("1", "2", "3a", "3b", "4", "5")
    },
}
"""What exports and people write for a word, by the closed list; a bare 1 may mean one kidney."""


def read_number(value: str | float, highest: float, where: str, unit: str) -> float:
    """Read a number from 0 to `highest`; anything else is refused without repeating it."""
    try:
        number = float(value)
    except (ValueError, OverflowError):
        number = float("nan")
    if isinstance(value, str) and not fullmatch(r"\s*\d+(\.\d+)?\s*", value, flags=0):
        number = float("nan")
    if not isfinite(number) or not 0 <= number <= highest:
        message = f"{where} must be a number from 0 to {highest:.0f}"
        raise BadAnswer(f"bad-{_name(where)}", message, f"give it in {unit}, digits only", where)
    return number


def read_age(value: str | float, where: str = "--age") -> float:
    """Read an age in years, 0 to 120, fractions allowed."""
    return read_number(value, OLDEST_YEARS, where, "years")


def read_egfr(value: str | float, where: str = "--egfr") -> float:
    """Read an eGFR in mL/min/1.73 m2, 0 to 200, never rounded."""
    return read_number(value, HIGHEST_EGFR, where, "mL/min/1.73 m2")


def read_amount_mg(text: str, where: str) -> float:
    """Read an amount of magnesium in mg, above 0; "mg" may stand behind it."""
    amount = read_number(text.lower().removesuffix("mg"), MOST_MG, where, "mg")
    if amount <= 0:
        hint = "give it in mg, digits only"
        raise BadAnswer(f"bad-{_name(where)}", f"{where} must be above 0", hint, where)
    return amount


def read_count(text: str, highest: int, where: str) -> int:
    """Read a whole number from 1 to `highest`."""
    digits = text.strip()
    if digits.isdecimal() and len(digits) <= len(str(highest)) and 1 <= int(digits) <= highest:
        return int(digits)
    message = f"{where} must be a whole number from 1 to {highest}"
    raise BadAnswer(f"bad-{_name(where)}", message, "digits only", where)


def read_goal(text: str, goals: Mapping[str, Goal], where: str = "--goal") -> str:
    """Read a goal by its id or by one of its everyday names."""
    tidy = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    if (written := tidy.replace(" ", "-")) in goals:
        return written
    for goal in goals.values():
        if tidy in (name.lower().replace("-", " ") for name in goal.names):
            return goal.id
    ids = {name: goal.id for goal in goals.values() for name in (*goal.names, goal.id)}
    close = get_close_matches(tidy[:LONGEST_MEANT], ids, n=1, cutoff=0.6)
    raise BadAnswer(
        "unknown-goal",
        _not_known(text, "a goal we know", where),
        f"did you mean {ids[close[0]]}?" if close else f"use one of {', '.join(goals)}",
        where,
    )


def read_list(items: Iterable[str]) -> tuple[str, ...]:
    """Read a list of typed items; `none` as the only one says none. Blank items are refused by the caller."""
    listed = tuple(items)
    return () if {one.strip().lower() for one in listed} == {"none"} else listed


def read_medicine(text: str, where: str = "--med") -> TypedMedicine:
    """Read a medicine with its times; a last @ that no time follows belongs to the name."""
    name, at, times = text.rpartition("@")
    again = "write all times behind one @, with commas between: 08:00,20:00"
    refuse_times(name, where, "times stand twice", again)
    if not at or not name.strip() or not _looks_like_time(times):
        return TypedMedicine(text)
    doses = tuple(read_time(part, where) for part in times.split(","))
    return TypedMedicine(name.strip(), doses)


def refuse_times(name: str, where: str, problem: str, hint: str) -> None:
    """Refuse a name that ends with times: left in the name they would be lost."""
    before, at, times = name.rpartition("@")
    if at and before.strip() and _looks_like_time(times):
        raise BadAnswer("bad-time", f"{where}: {problem}", hint, where)


def read_time(text: str, where: str) -> Dose:
    """Read a time of day from 00:00 to 23:59, with a weekday in front if it is not daily."""
    found = fullmatch(rf"\s*(?:{_WEEKDAY}\s+)?([01]?\d|2[0-3]):([0-5]\d)\s*", text, IGNORECASE)
    if found is None:
        hint = 'write 08:00, 20:30 or "sun 07:00"; midnight is 00:00'
        raise BadAnswer("bad-time", f"{where}: a time could not be read", hint, where)
    day = found.group(1)
    minute = int(found.group(2)) * 60 + int(found.group(3))
    return Dose(minute, (WEEKDAYS.index(day[:3].lower()),) if day else ())


def read_clock(text: str, where: str) -> int:
    """Read a time of every day as minutes after midnight; a weekday is refused."""
    time = read_time(text, where)
    if time.days:
        hint = "write 08:00 or 20:30; it holds for every day"
        raise BadAnswer("bad-time", f"{where}: a time without a weekday is needed", hint, where)
    return time.minute


def read_meals(texts: Iterable[str], where: str = "--meal") -> tuple[int, ...]:
    """Read the times of meals, several with commas between; at most six, each once, as minutes."""
    times = {read_clock(part, where) for text in texts for part in text.split(",")}
    if len(times) > MOST_MEALS:
        raise BadAnswer("bad-meal", f"{where}: at most {MOST_MEALS} meals a day", "name the main ones", where)
    return tuple(sorted(times))


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Ask whether the closest known word was meant; nothing where none is close."""
    if len(text) > LONGEST_MEANT:
        return ""
    close = get_close_matches(text, list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else ""


LONGEST_MEANT = 200
"""Characters beyond which a text is no word that was written wrongly; to compare it would take long."""


def _name(where: str) -> str:
    """Name an option or the key at the end of a path, as codes for scripts do."""
    return where.lstrip("-").split(".")[-1].split("[")[0].replace("_", "-")


def _not_known(text: str, what: str, where: str) -> str:
    """Say that a word is not known; one on the line is repeated once, one of a document never."""
    return (
        f"{where}: {quoted(text)} is not {what}"
        if where.startswith("-")
        else f"{where}: this word is not known"
    )


def _looks_like_time(text: str) -> bool:
    """Say whether somebody meant a time: a digit or a weekday first, or hours and minutes anywhere."""
    tidy = text.strip().lower()
    return tidy[:1].isdigit() or tidy[:3] in WEEKDAYS or search(r"\d:\d", tidy) is not None


def quoted(text: str) -> str:
    """Show a word that was typed: as text, in quotes, cut where it is long."""
    shown = printable(text)
    return f'"{shown[:LONGEST_WORD_SHOWN]}{"..." if len(shown) > LONGEST_WORD_SHOWN else ""}"'
