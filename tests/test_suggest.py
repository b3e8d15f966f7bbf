"""Which names are suggested for one that is not known, shown on a few that are made up."""

import pytest

from magadvisor.model.medicine import AmbiguousName, Medicine, Reading
from magadvisor.names.suggest import slip_of, suggest
from tests.test_name_index import ORAL, indexed


def suggested(typed: str, *names: str, look_alikes: tuple[tuple[str, str], ...] = ()) -> tuple[str, ...]:
    known = indexed(*(Medicine(name, ORAL) for name in names), look_alikes=look_alikes)
    return suggest(typed.split(), known)


@pytest.mark.parametrize(
    ("typed", "name", "near"),
    [
        ("zalbo", "zalba", True),  # five letters, one slip
        ("zolbo", "zalba", False),
        ("zalbax", "zalba", True),
        ("zalbo", "zalb", False),
        ("zalb", "zalba", False),  # shorter: exactly or not at all
        ("azlba", "zalba", True),  # two letters that changed places
        ("kodrafxx", "kodrafen", True),  # eight letters, two slips
        ("kodraxxx", "kodrafen", False),
        ("kodrafx", "kodrafen", False),  # seven letters, two slips
        ("vodrafenxxx", "vodrafenolu", True),  # eleven letters, three slips
        ("vodrafexxxx", "vodrafenolu", False),
        ("vodrafexxx", "vodrafeolu", False),  # ten letters, three slips
        ("vodraf", "vodrafenolu", True),  # six letters of its beginning
        ("vodra", "vodrafenolu", False),
        ("koda fenn", "koda fenu", True),  # of two words
        ("foo bar baz 500mg zalbo", "zalba", True),  # a strength is no word
        ("foo bar baz zalbo", "zalba", True),  # four words are compared
        ("foo bar baz boo zalbo", "zalba", False),
    ],
)
def test_the_longer_a_name_the_more_slips_it_may_have(typed: str, name: str, near: bool) -> None:
    assert suggested(typed, name) == ((name,) if near else ())


def test_the_nearest_stand_first_and_there_are_five() -> None:
    names = ("kodrafxx", "kodrafex", "kodrafenolu", "kodraaen", "kodrafee", "kodrafem")
    assert suggested("kodrafen", *names)[:4] == ("kodraaen", "kodrafee", "kodrafem", "kodrafex")
    assert suggested("kodrafen", *names)[4:] == ("kodrafxx",)
    assert suggested("kodrafen", *names[:3]) == ("kodrafex", "kodrafxx", "kodrafenolu")


def test_of_two_names_of_a_medicine_the_nearer_one_counts() -> None:
    known = indexed(
        Medicine("one", ORAL, brands=("kodrafxx", "kodrafem")), Medicine("two", ORAL, brands=("kodrafep",))
    )
    assert suggest(["kodrafen"], known) == ("one", "two")


def test_a_look_alike_of_a_near_name_is_shown_beside_it_where_it_is_hardly_further_away() -> None:
    pairs = (("kodrafem", "kodraxxx"), ("kodrafem", "kodrxxxx"))
    assert suggested("kodrafen", "kodrafem", "kodraxxx", "kodrxxxx", look_alikes=pairs) == (
        "kodrafem",
        "kodraxxx",
    )


def test_no_suggestion_gives_up_the_beginning_or_end_that_tells_a_kind_of_medicine() -> None:
    assert suggested("hydrobafen", "hydrobaven", "ydrobafen") == ("hydrobaven",)
    assert suggested("bafenolol", "bavenolol", "bafenolom") == ("bavenolol",)
    assert suggested("bafenazole", "bavenazole", "bafenasole") == ("bavenazole",)
    assert suggested("bafeprazole", "baveprazole", "bafetrazole") == ("baveprazole",)
    assert suggested("bafenolol", "bafenololium hydrate") == ()


def test_every_medicine_that_an_open_name_may_mean_is_suggested() -> None:
    readings = (Reading("one"), Reading(None), Reading("two"))
    known = indexed(
        Medicine("one", ORAL), Medicine("two", ORAL), ambiguous=(AmbiguousName(("kodrafen",), readings, ""),)
    )
    assert suggest(["kodrafem"], known) == ("one", "two")


def test_a_slip_is_one_letter_of_a_name_that_is_not_short() -> None:
    known = indexed(Medicine("kodrafen", ORAL), Medicine("zalba", ORAL))
    assert slip_of("kodrafem", known) == "kodrafen"
    assert slip_of("kodrafxm", known) is None
    assert slip_of("zalbx", known) == "zalba"
    assert slip_of("zalb", known) is None
