"""How hard a text is to read: the Flesch-Kincaid grade, with a simple count of syllables.

As Flesch counted, a colon or semicolon ends a unit of thought as a full stop does. Names that cannot be
said otherwise (medicines, forms, illnesses) count as short words.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.knowledge import Knowledge

SPEAKING = ("render", "cli", "ask")
FEWEST_WORDS = 5
"""A grade means nothing for fewer words."""
LONG_NAME = 7
LONG_ILLNESS = 10
TERMS = ("magnesium", "emergency")
VOWELS = re.compile(r"[aeiouy]+")
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
ENDS = re.compile(r"[.!?:;]+(?:\s|$)")
SILENT = ("e", "es", "ed")
SPOKEN = ("le", "les", "ted", "ded", "ses", "ces", "ges", "xes", "zes")


def syllables(word: str) -> int:
    """Count the syllables of a word: groups of vowels, without a silent end."""
    tidy = word.lower().strip("'-")
    count = len(VOWELS.findall(tidy))
    return max(1, count - 1 if tidy.endswith(SILENT) and not tidy.endswith(SPOKEN) else count)


def grade(text: str, names: Collection[str] = ()) -> float:
    """Measure the school grade a text asks for; 0 for a few words."""
    words = WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return 0.0
    sentences = sum(bool(WORD.search(part)) for part in ENDS.split(text))
    sounds = sum(1 if word.lower() in names else syllables(word) for word in words)
    return 0.39 * len(words) / max(1, sentences) + 11.8 * sounds / len(words) - 15.59


@cache
def names() -> frozenset[str]:
    """Collect the long words of names: medicines, their classes, forms and illnesses."""
    known = load(data_folder())
    medicines = (
        name
        for one in known.medicines.values()
        for name in (one.name, one.us_name or "", *one.brands, *one.also)
    )
    classes = (one.name for one in known.interactions.values())
    illnesses = (one.name for one in known.vocabulary.conditions)
    return frozenset(
        {*_long([*medicines, *classes], LONG_NAME), *_long(illnesses, LONG_ILLNESS), *known.forms, *TERMS}
    )


def _long(texts: Iterable[str], least: int) -> Iterator[str]:
    return (word.lower() for text in texts for word in WORD.findall(text) if len(word) >= least)


def read_by_people(known: Knowledge) -> Iterator[tuple[str, str]]:
    """Give every text of the knowledge that an advice may show, with its place."""
    for rule in known.rules.values():
        then = rule.then
        referrals = [one.text for one in (then.urgent, then.withhold, then.ask) if one]
        for text in (rule.says, rule.because, then.watch, then.say, *referrals):
            yield f"rule {rule.id}", text or ""
    for met in known.interactions.values():
        for text in (met.tell, met.because, met.monitor, met.sources_differ):
            yield f"interaction {met.id}", text or ""
    for goal in known.goals.values():
        texts = [*(one.because for one in goal.forms), *(one.because for one in goal.set_aside)]
        texts += [*(one.text for one in goal.red_flags), *(one.text for one in goal.supporting)]
        texts += [*(one.text for one in goal.studied), *(one.answer for one in goal.questions)]
        texts += [*(one.text for one in goal.known), goal.stop_if, goal.time_to_effect.text]
        for text in texts:
            yield f"goal {goal.id}", text
    for form in known.forms.values():
        said = [*(one.text for one in form.absorption), *(one.text for one in form.cautions)]
        for text in (form.gut_says, form.longest_use, *said, *(one.text for one in form.status)):
            yield f"form {form.id}", text or ""
    for question in known.questions.values():
        for text in (question.asks, question.why, question.could_change):
            yield f"question {question.id}", text
    for name, sentence in known.sentences.items():
        if not name.startswith("who-"):  # a part of a sentence
            yield f"sentence {name}", sentence


def templates() -> Iterator[tuple[str, str]]:
    """Give every text in the code that speaks to people; "it" stands for what is filled in."""
    root = data_folder().parent / "magadvisor"
    for path in sorted(path for folder in SPEAKING for path in (root / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) not in docstrings:
                yield from ((_place(path, root), text) for text in _texts(node))


def _place(path: Path, root: Path) -> str:
    return str(path.relative_to(root))


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "it" for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
