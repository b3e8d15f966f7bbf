"""Every way into the program, texts that break careless programs, and what may never come of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

TEXTS = {
    "markup": "[bold red]x[/bold red][/][link=http://a.b]",
    "ansi": "\x1b[31mred\x1b]0;title\x07",
    "bidi": "abc\u202edef\u2066\u200b\u200d\ufeff",
    "nul": "a\x00b",
    "lines": "a\r\nb\tc\x0b\x0c\x85\u2028\u2029d",
    "surrogates": "\udcff\udc80",
    "long": "x" * 20_000,
    "words": "magnesium cipro " * 2_000,
    "digits": "9" * 5_000,
    "infinite": "1e309",
    "no number": "NaN",
    "negative": "-inf",
    "other digits": "٣٠٠ ² ½ mg",
    "path": "../../../etc/passwd",
    "formula": '=cmd|"/c calc"!A0',
    "format": "{0.__class__} %s %(x)s {{ 7*7 }} ${HOME} $(id)",
    "quotes": "\"'`\\",
    "html": "<script>alert(1)</script>&amp;",
    "brackets": "(" * 5_000,
    "combining": "a" + "\u0301" * 500,
    "family": "👩\u200d👩\u200d👧" * 50,
    "case": "İıſßﬁK",
    "denials": "not no " * 2_000 + "kidney failure",
    "times": "cipro@99999999999999999999:00,08:00@",
    "amount": "magnesium " + "1" * 400 + " mg",
    "marks": "; . , - @ @ --",
}
"""By name; each is one item that a person, a script or an attacker may type."""

GOAL = ("--goal", "sleep")

Entrance = Callable[[str], tuple[str, ...]]


def _recommend(option: str, *others: str) -> Entrance:
    return lambda text: ("recommend", *GOAL, f"{option}={text}", *others)


_WORDS_AND_NUMBERS = (
    *("--digestion", "--kidney", "--egfr", "--age", "--sex", "--life-stage", "--diet"),
    *("--region", "--format", "--color"),
)
_TYPED = ("--condition", "--symptom", "--taking", "--avoid", "--med")

ENTRANCES: dict[str, Entrance] = {
    "a command": lambda text: (text,),
    "an option": lambda text: ("recommend", f"--x{text}"),
    "a word too much": lambda text: ("recommend", *GOAL, text),
    "a goal": lambda text: ("recommend", f"--goal={text}"),
    **{f"recommend {option}": _recommend(option) for option in (*_WORDS_AND_NUMBERS, *_TYPED)},
    "a medicine on a screen": _recommend("--med", "--format=screen", "--why"),
    "a medicine in markdown": _recommend("--med", "--format=markdown"),
    "a medicine on a web page": _recommend("--med", "--format=html"),
    "a medicine in JSON": _recommend("--med", "--json"),
    "a medicine in a spreadsheet": _recommend("--med", "--format=csv"),
    "a symptom in colour": _recommend("--symptom", "--format=screen", "--color=always"),
    "an output file": lambda text: ("recommend", *GOAL, f"--output=/nowhere/{text}"),
    "a profile file": lambda text: ("recommend", f"--profile=/nowhere/{text}"),
    "a knowledge folder": lambda text: ("recommend", *GOAL, f"--knowledge=/nowhere/{text}"),
    "interactions": lambda text: ("interactions", "--", text),
    "interactions --form": lambda text: ("interactions", "cipro", f"--form={text}"),
    "plan": lambda text: ("plan", f"--med={text}"),
    "plan --wake": lambda text: ("plan", "--med=cipro@08:00", f"--wake={text}"),
    "plan --doses": lambda text: ("plan", "--med=cipro@08:00", f"--doses={text}"),
    "compare": lambda text: ("compare", "--", text),
    "compare --med": lambda text: ("compare", "oxide", f"--med={text}", "--format=screen"),
    "compare --amount": lambda text: ("compare", "oxide", "citrate", f"--amount={text}"),
    "compare --columns": lambda text: ("compare", "oxide", "citrate", f"--columns={text}"),
    "forms": lambda text: ("forms", "--", text),
    "foods": lambda text: ("foods", "--", text),
    "foods --target": lambda text: ("foods", f"--target={text}"),
    "foods --group": lambda text: ("foods", f"--group={text}"),
    "convert": lambda text: ("convert", "--form=oxide", "--", text),
    "convert --form": lambda text: ("convert", "5mg", f"--form={text}"),
    "label": lambda text: ("label", "--", text),
    "a label on a screen": lambda text: ("label", "--format=screen", "--color=always", "--", text),
    "a label on a web page": lambda text: ("label", "--format=html", "--", text),
    "claims": lambda text: ("claims", "--", text),
    "claims --verdict": lambda text: ("claims", f"--verdict={text}"),
    "explain": lambda text: ("explain", "--", text),
    "handout": lambda text: ("handout", *GOAL, f"--med={text}"),
    "handout --for": lambda text: ("handout", *GOAL, f"--for={text}"),
    "screen": lambda text: ("screen", f"/nowhere/{text}"),
    "screen --from": lambda text: ("screen", "/dev/null", f"--from={text}"),
    "screen --jobs": lambda text: ("screen", "/dev/null", f"--jobs={text}"),
    "kb": lambda text: ("kb", text),
    "kb new": lambda text: ("kb", "new", "--", text),
    "kb new rule": lambda text: ("kb", "new", "rule", "--", text),
    "kb new story": lambda text: ("kb", "new", "story", "--", text),
    "kb check": lambda text: ("kb", "check", f"/nowhere/{text}"),
}
"""By name; the command line with a text in it."""

PATHS = frozenset(("an output file", "a profile file", "a knowledge folder", "screen", "kb check"))
"""Entrances for the names of files; no system hands a program a name with a NUL in it."""

CODES = frozenset((0, 1, 2, 3, 4, 5, 130))
ANSWERS = frozenset((0, 3, 4))
LONGEST_ERROR = 2_500
MOST_ERROR_LINES = 3
_BOX = dict.fromkeys(map(ord, "|│"), " ")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""Characters that move, hide or reorder what is shown; a line's end and a tab are not among them."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    arguments: tuple[str, ...]
    code: object
    out: str
    err: str


def faults(ended: Ended) -> list[str]:
    """Give every law that a run has broken."""
    found = []
    if ended.code not in CODES:
        found.append(f"exit {ended.code}: {ended.err}")
    if "Traceback" in ended.err or "Traceback" in ended.out:
        found.append("a traceback")
    if len(ended.err) > LONGEST_ERROR or (
        ended.code not in ANSWERS and ended.err.count("\n") > MOST_ERROR_LINES
    ):
        found.append("an error that fills the screen")
    spreadsheet = "--format=csv" in ended.arguments
    shown = ended.out.replace("\r\n", "\n") if spreadsheet else ended.out
    if "--color=always" in ended.arguments:
        shown = _COLOUR.sub("", shown)
    if "--format=html" in ended.arguments or ended.arguments[:1] == ("handout",):
        shown = ended.out
    if unseen := UNSEEN.search(shown + ended.err):
        found.append(f"a raw character {unseen.group()!r}")
    if ended.code not in ANSWERS and ended.out and ended.arguments[0] != "kb":
        found.append("an error beside an answer")
    if ended.code in ANSWERS and ended.arguments[0] not in ("kb", "screen"):
        told = " ".join(ended.out.translate(_BOX).split())
        if "This is general information." not in told:
            found.append("no caveat")
    return found
