"""What an added folder may do to one reading: it adds, and never hides or lowers what was read before."""

import pytest

from magadvisor.additions import both, joined, kept, no_less, no_less_in
from magadvisor.model.heard import HeardWords
from magadvisor.model.profile import ListedWords
from magadvisor.model.record import replace
from magadvisor.model.words import Kidney
from magadvisor.names.recognise import Recognised
from magadvisor.names.taken import MEDICINE, SUPPLEMENT, Taken, not_counted, recognised

KNOWN = Recognised("ours", True, ("digoxin",), ("digoxin",))
OTHER = Recognised("ours", True, ("warfarin",), ("warfarin",))
OPEN = Recognised("ours", False, ("digoxin", "warfarin"))


def taken(mg: float | None, form: str = "citrate") -> Taken:
    return recognised("ours", (form,), form, mg, use=SUPPLEMENT, asks=())


def test_a_settled_name_is_never_another_medicine_with_an_added_name() -> None:
    assert kept(KNOWN, OTHER, covers=True) == KNOWN
    assert kept(KNOWN, OPEN, covers=True) == OPEN  # parted by an added interaction: every meaning counts
    assert kept(KNOWN, OPEN, covers=False) == KNOWN


def test_an_open_name_is_settled_only_by_what_holds_all_its_meanings() -> None:
    assert kept(OPEN, OTHER, covers=True) == OTHER
    assert kept(OPEN, OTHER, covers=False) == OPEN


@pytest.mark.parametrize("before", [0.0, 100.0, 250.0, None])
@pytest.mark.parametrize("after", [0.0, 100.0, 250.0, None])
def test_an_amount_is_never_lower_with_an_added_name(before: float | None, after: float | None) -> None:
    """The ledger: an amount that is not known is the most careful, and never becomes a smaller known one."""
    told = no_less(taken(before), taken(after)).elemental_mg
    if before is None:
        assert told == after  # what was not known may be answered
    else:
        assert told is not None
        assert told == max(before, after or 0.0)


def test_what_counts_never_stops_to_count_and_keeps_its_form() -> None:
    assert no_less(taken(100), not_counted("ours", "ours", "citrate", SUPPLEMENT)).counts
    assert no_less(taken(None), not_counted("ours", "ours", "citrate", SUPPLEMENT)).counts
    assert no_less(taken(100), taken(200, "oxide")) == taken(100)
    unread = replace(taken(None, "unspecified"), checked=False, matched=())
    assert no_less(unread, taken(200, "oxide")) == taken(200, "oxide")
    assert no_less(taken(100), replace(taken(300), checked=False)) == taken(100)


def test_vitamin_b6_counts_as_the_larger_of_both_and_stays_unknown_where_one_is() -> None:
    amounts = [(5.0, 10.0, 10.0), (10.0, 5.0, 10.0), (None, 5.0, None), (5.0, None, None), (0.0, 0.0, 0.0)]
    for before, after, counts in amounts:
        one, other = replace(taken(100), b6_mg=before), replace(taken(100), b6_mg=after)
        assert no_less(one, other).b6_mg == counts


def test_magnesium_in_a_medicine_is_never_hidden_by_an_added_name() -> None:
    medicine = replace(taken(300), use=MEDICINE)
    less = replace(medicine, elemental_mg=100.0)
    assert no_less_in(medicine, None) == medicine
    assert no_less_in(None, less) == less
    assert no_less_in(medicine, less) == medicine
    assert no_less_in(less, medicine) == medicine
    assert no_less_in(None, None) is None


def test_what_added_words_find_comes_on_top_of_what_the_shipped_ones_find() -> None:
    shipped = HeardWords(
        ListedWords("a, b", True, ("diabetes",), (), ("b",)),
        ("diabetes",),
        ("nausea",),
        (Kidney.G1,),
        (),
        ("said",),
        ("asked",),
        frozenset({("a",)}),
        frozenset({("c",)}),
    )
    added = HeardWords(
        ListedWords("a, b", True, ("ours",), (), ()),
        ("ours",),
        (),
        (Kidney.G4,),
        (),
        ("said", "more"),
        (),
        frozenset({("b",)}),
        frozenset(),
    )
    found = joined(shipped, added)
    assert (found.conditions, found.symptoms) == (("diabetes", "ours"), ("nausea",))
    assert found.kidney == (Kidney.G1, Kidney.G4)
    assert (found.remarks, found.asks) == (("said", "more"), ("asked",))
    assert set(found.beside) == {("a",), ("b",)}
    assert set(found.signs) == {("c",)}
    assert found.item.unheard == ()  # the added words heard it


def test_a_part_that_neither_hears_stays_not_checked_and_so_does_a_text() -> None:
    one, other = ListedWords("x", False, (), ("y",), ("b", "c")), ListedWords("x", False, (), ("z",), ("c",))
    assert both(one, other) == ListedWords("x", False, (), ("z",), ("c",))
    assert both(one, replace(other, checked=True, matched=("z",))).suggestions == ()
