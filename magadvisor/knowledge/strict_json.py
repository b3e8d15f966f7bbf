"""JSON without its surprises: duplicate keys, NaN, infinities and half characters are refused."""

import json
import re

from magadvisor.knowledge.document import Document, Path, Value
from magadvisor.model.problem import Problem


def read_json(text: str, file: str) -> Document:
    """Read one JSON document, with every problem it has; only text that is no JSON has a line."""
    problems: list[Problem] = []
    odd: list[tuple[Value, Path]] = []

    def pairs(found: list[tuple[str, Value]]) -> Value:
        made = dict(found)
        if len(made) < len(found):
            names = [name for name, _ in found]
            problems.append(Problem(file, 0, "a key stands twice", "keep one"))
            odd.append((made, (next(name for name in names if names.count(name) > 1),)))
        return made

    def refuse(written: str) -> Value:
        problems.append(Problem(file, 0, "a number is not finite", "write a finite number"))
        odd.append((float(written), ()))
        return odd[-1][0]

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=refuse)
    except json.JSONDecodeError as wrong:
        return Document(None, {}, (Problem(file, wrong.lineno, "this is not JSON"),))
    except (RecursionError, ValueError):
        return Document(None, {}, (Problem(file, 0, "this is not JSON that can be read"),))
    if re.search("[\ud800-\udfff]", json.dumps(value, ensure_ascii=False)):
        problems.append(Problem(file, 0, "a half character stands in a text", "write whole characters"))
    return Document(value, {}, tuple(problems), _place(value, *odd[0]) if odd else ())


def _place(value: Value, odd: Value, below: Path) -> Path:
    """Find the path of a value that was noted while it was read, and of a key below it."""
    left: list[tuple[Path, Value]] = [((), value)]
    while left:
        path, one = left.pop()
        if one is odd:
            return path + below
        inner = one.items() if isinstance(one, dict) else enumerate(one) if isinstance(one, list) else ()
        left.extend(((*path, key), held) for key, held in inner)
    return ()  # it stood under a key that stands twice
