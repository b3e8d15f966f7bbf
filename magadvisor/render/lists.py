"""Short ways to write several things in a row."""

from collections.abc import Iterable, Sequence


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
