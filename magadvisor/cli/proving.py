"""A knowledge folder under test: what it holds, every problem, and how many examples came out as written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from magadvisor.advisor import Advisor
from magadvisor.cli.knowledge import shipped
from magadvisor.cli.stories import failures, read_stories
from magadvisor.folder import read_folder
from magadvisor.knowledge.load import data_folder, read_with_places
from magadvisor.knowledge.reader import Place
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.problem import Problem
from magadvisor.model.record import Record, replace
from magadvisor.model.rule import Rule
from magadvisor.proofs import interaction_findings, rule_findings, unpinned

WHOLE = "knowledge.yaml"
"""The file that tells a whole knowledge base from a folder that is laid over one."""


class Held(Record):
    """A folder's knowledge with the entries that stand in it, and its problems by place."""

    folder: Path
    knowledge: Knowledge | None
    places: Mapping[int, Place]
    problems: tuple[Problem, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """List the rules that stand in the folder."""
        known = self.knowledge.rules.values() if self.knowledge else ()
        return tuple(one for one in known if id(one) in self.places)

    @property
    def interactions(self) -> tuple[Interaction, ...]:
        """List the interactions that stand in the folder."""
        known = self.knowledge.interactions.values() if self.knowledge else ()
        return tuple(one for one in known if id(one) in self.places)


class Proved(Record):
    """How many examples, cases and stories were told, and those that did not come out as written."""

    examples: int
    cases: int
    stories: int
    problems: tuple[Problem, ...]


def hold(folder: Path | None) -> Held:
    """Read the shipped knowledge, a whole knowledge base, or a folder that is laid over the shipped one."""
    place = folder or data_folder()
    if folder is None or _is_whole(folder):
        knowledge, problems, places = read_with_places(place)
        return Held(place, knowledge, places, problems)
    overlay = read_folder(place, shipped())
    return Held(place, overlay.knowledge, overlay.places, overlay.problems)


def _is_whole(folder: Path) -> bool:
    """Say whether a whole knowledge base stands here; what cannot be looked at is told later."""
    try:
        return (folder / WHOLE).is_file()
    except OSError:
        return False


def checked(held: Held) -> tuple[Problem, ...]:
    """List every problem of a folder, lines of rules that no example pins and unread stories among them."""
    loose = [
        _problem(
            held,
            rule,
            f"no example pins `{line}` of `when`",
            f"let an example that fires and one that does not differ in `{line}` alone",
        )
        for rule in held.rules
        for line in unpinned(rule)
    ]
    _, unread = read_stories(held.folder, "cases/*.yaml")
    return _in_order((*held.problems, *loose, *unread))


def proved(held: Held) -> Proved:
    """Tell every inline example, every case and every story of a folder; of one with problems, only those."""
    known = held.knowledge
    if known is None or held.problems:
        return Proved(0, 0, 0, held.problems)
    stories, unread = read_stories(held.folder, "cases/*.yaml")
    problems = [*unread, *_examples(held, known)]
    advisor = Advisor(known)
    for told in stories:
        problems += [
            Problem(told.file, told.line, f"`{told.story.story}`: {what}", "mend the story or the knowledge")
            for what in failures(told.story, advisor)
        ]
    return Proved(
        sum(len(rule.fires_for) + len(rule.silent_for) for rule in held.rules),
        sum(len(one.cases) for one in held.interactions),
        len(stories),
        _in_order(problems),
    )


def _examples(held: Held, known: Knowledge) -> Iterator[Problem]:
    for rule in held.rules:
        yield from (_problem(held, rule, *finding) for finding in rule_findings(rule))
    for one in held.interactions:
        yield from (_problem(held, one, *finding) for finding in interaction_findings(one, known))


def _problem(held: Held, entry: object, what: str, instead: str) -> Problem:
    return Problem(*held.places[id(entry)], what, instead)


def _in_order(problems: tuple[Problem, ...] | list[Problem]) -> tuple[Problem, ...]:
    """Give each problem once, file by file from the top."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: (one.file, one.line)))


def as_typed(problem: Problem, folder: Path) -> Problem:
    """Name a problem's file as it is reached from here."""
    return replace(problem, file=str(folder / problem.file))
