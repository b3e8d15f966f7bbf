"""What settles a name with several meanings, shown on one that is made up."""

import pytest

from magadvisor.model.medicine import AmbiguousName, Medicine, Reading
from magadvisor.model.words import Route
from magadvisor.names.settle import settle
from tests.support.names import heard
from tests.test_name_index import indexed

NAME = AmbiguousName(
    ("kod",), (Reading("pill", ("50mg",)), Reading("shot", ("depot",)), Reading(None, ("tea",))), ""
)
KNOWN = indexed(Medicine("pill", (Route.ORAL,)), Medicine("shot", (Route.INJECTION,)))
EVERY = ("pill", "shot", None)


@pytest.mark.parametrize(
    ("text", "route", "meant"),
    [
        ("kod", None, EVERY),
        ("kod 50 mg", None, ("pill",)),
        ("kod depot", None, ("shot",)),
        ("kod 50 mg depot", None, ("pill", None)),  # two words that do not agree; a strength is swallowed
        ("kod depot tea", None, EVERY),
        ("kod tea", None, EVERY),  # that it may be no medicine settles nothing
        # By a route, or with a strength, it is one that is taken so, or no medicine.
        ("kod", Route.INJECTION, ("shot", None)),
        ("kod", Route.ORAL, ("pill", None)),
        ("kod 7 mg", None, ("pill", None)),
        ("kod 7 mg", Route.INJECTION, ("shot", None)),
        ("kod", Route.EYE, EVERY),  # none is taken so, so the route says nothing
    ],
)
def test_a_name_is_settled_by_a_word_a_route_or_a_strength(
    text: str, route: Route | None, meant: tuple[str | None, ...]
) -> None:
    assert tuple(one.medicine for one in settle(NAME, text, route, KNOWN)) == meant


@pytest.mark.parametrize(
    "text", ["ofloxacin eye drops, timolol and eye drops", "metformin, levothyroxine and eye drops"]
)
def test_what_stands_behind_and_says_no_route_of_the_name_in_front(text: str) -> None:
    assert heard(text).route is None


def test_a_route_settles_the_name_that_it_stands_beside_and_no_other() -> None:
    assert heard("metformin, levo eye drops").matched == ("metformin", "levofloxacin")
    assert not heard("metformin, levo and iv").checked  # given by needle is what stands behind the "and"
