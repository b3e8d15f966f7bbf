"""A record is a frozen dataclass with slots, as far as anybody can see from outside."""

import copy
import dataclasses
import pickle

import pytest
from pydantic import TypeAdapter, ValidationError

from magadvisor.model.record import Record, replace


class Cup(Record):
    """A cup."""

    name: str
    ml: float = 250.0
    marks: tuple[str, ...] = ()
    notes: dict[str, str] | None = None


class Mug(Cup):
    """A cup with a handle."""

    handle: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Glass:
    """What the standard library makes."""

    name: str
    ml: float = 250.0
    marks: tuple[str, ...] = ()
    notes: dict[str, str] | None = None


def test_a_record_is_made_compared_and_shown_as_a_dataclass_is() -> None:
    for values, named in (
        (("a",), {}),
        (("a", 1.0), {"marks": ("x",)}),
        ((), {"name": "a", "ml": 2.0, "marks": (), "notes": {}}),
    ):
        cup: object = Cup(*values, **named)
        glass: object = Glass(*values, **named)
        assert repr(cup) == repr(glass).replace("Glass", "Cup")
        assert cup == Cup(*values, **named)
        assert cup != glass
        assert cup != Cup("b")


def test_the_last_of_many_records_is_made_as_the_first_was() -> None:
    """After some hundred records of a class the method that makes them is compiled."""
    ways: tuple[tuple[tuple[object, ...], dict[str, object]], ...] = (
        (("a", 1.0, ("x",), None, False, True), {}),
        ((), {"name": "a", "ml": 2.0, "marks": (), "notes": {}, "lid": True}),
        (("a",), {"handle": False}),
        ((), {"name": "a"}),
    )

    class Jug(Mug):
        """A big cup."""

        lid: bool = False

        def __post_init__(self) -> None:
            seen.append(self.name)

    seen: list[str] = []
    first = [repr(Jug(*values, **named)) for values, named in ways]  # type: ignore[arg-type]
    for _ in range(300):
        Jug("b")
    seen.clear()
    assert [repr(Jug(*values, **named)) for values, named in ways] == first  # type: ignore[arg-type]
    assert seen == ["a"] * 4
    for values, named in (
        ((), {}),
        (("a",), {"name": "a"}),
        (("a",), {"foot": 1}),
        ((1, 2, 3, 4, 5, 6, 7), {}),
    ):
        with pytest.raises(TypeError):
            Jug(*values, **named)


def test_equal_records_are_one_key() -> None:
    one = Plain("a", 1)
    assert {one: 1}[Plain("a", 1)] == 1
    with pytest.raises(TypeError):
        hash(Cup("a", notes={}))


def test_a_record_is_given_what_was_left_out() -> None:
    assert (Cup("a").ml, Cup("a").marks, Cup("a").notes) == (250.0, (), None)


def test_a_record_is_never_changed() -> None:
    cup = Cup("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        cup.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del cup.name
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
        cup.other = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(("values", "named"), [((), {}), (("a", 1.0, (), {}, 5), {}), (("a",), {"size": 1})])
def test_a_value_that_is_missing_or_has_no_place_is_refused(
    values: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError):
        Cup(*values, **named)  # type: ignore[arg-type]


def test_the_standard_library_knows_a_record() -> None:
    assert dataclasses.is_dataclass(Cup)
    told, own = dataclasses.fields(Cup), dataclasses.fields(Glass)
    assert [(one.name, one.type, one.default) for one in told] == [
        (one.name, one.type, one.default) for one in own
    ]
    assert dataclasses.replace(Mug("a"), ml=3.0) == Mug("a", 3.0)
    assert dataclasses.asdict(Mug("a")) == {
        "name": "a",
        "ml": 250.0,
        "marks": (),
        "notes": None,
        "handle": True,
    }


def test_a_changed_copy_is_the_one_the_standard_library_makes() -> None:
    for one in (Mug("a", 2.0, ("x",)), Mug("b")):
        assert replace(one, ml=3.0, handle=False) == dataclasses.replace(one, ml=3.0, handle=False)
    assert replace(Glass("a"), ml=3.0) == Glass("a", 3.0)
    with pytest.raises(TypeError):
        replace(Mug("a"), litres=3.0)  # type: ignore[call-arg]


def test_a_record_keeps_the_fields_of_the_one_it_extends_in_front() -> None:
    assert Mug.__match_args__ == ("name", "ml", "marks", "notes", "handle")
    assert Mug("a", handle=False).handle is False
    assert Mug("a") != Cup("a")


def test_a_record_can_be_copied_and_sent() -> None:
    cup = Cup("a", 1.0, ("x",))
    assert copy.deepcopy(cup) == cup
    assert pickle.loads(pickle.dumps(cup)) == cup


def test_pydantic_checks_a_record() -> None:
    made = TypeAdapter(Mug).validate_json('{"name": "a", "marks": ["x"], "handle": false}')
    assert made == Mug("a", 250.0, ("x",), None, False)
    with pytest.raises(ValidationError):
        TypeAdapter(Mug).validate_json('{"name": 1}')


class Plain(Record):
    """Two values."""

    name: str
    number: int


class Seat(Record, eq=False):
    """One of many that look alike."""

    row: int


def test_a_record_may_be_equal_to_itself_alone() -> None:
    one, other = Seat(1), Seat(1)
    assert one != other
    assert {one: 1, other: 2}[one] == 1
