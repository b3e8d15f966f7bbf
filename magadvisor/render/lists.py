"""Short ways to write several things in a row, and the numbers of sources that are listed."""

from collections.abc import Iterable, Mapping, Sequence


def ranges(numbers: Sequence[int]) -> str:
    """Write rising numbers, neighbours drawn together: 1-3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def marks(numbers: Iterable[int]) -> str:
    """Write the numbers of sources to stand behind a statement, each once; nothing for none."""
    told = ranges(sorted(set(numbers)))
    return f" [{told}]" if told else ""


def numbered(ids: Iterable[str]) -> dict[str, int]:
    """Number sources from 1 in the order they are listed."""
    return {one: number for number, one in enumerate(ids, 1)}


def cited(ids: Iterable[str], numbers: Mapping[str, int]) -> str:
    """Cite sources by their numbers; one that is not listed is left out."""
    return marks(numbers[one] for one in ids if one in numbers)
