"""A closed list is a `StrEnum`, as far as the program can see from outside."""

import copy
import enum
import json
import pickle
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from magadvisor.model.closed import StrEnum


class Size(StrEnum):
    """How large a cup is."""

    SMALL = "small"
    VERY_LARGE = "very-large"

    @property
    def holds_a_litre(self) -> bool:
        """Say whether a litre fits."""
        return self is Size.VERY_LARGE


class Library(enum.StrEnum):
    """What the standard library makes of the same words."""

    SMALL = "small"
    VERY_LARGE = "very-large"


LISTS: tuple[Any, ...] = (Size, Library)


@pytest.mark.parametrize("size", LISTS)
def test_a_word_is_its_text_and_the_only_one_of_its_value(size: Any) -> None:
    assert list(size) == ["small", "very-large"]
    assert list(reversed(size)) == ["very-large", "small"]
    assert len(size) == 2
    assert size("small") is size.SMALL
    assert isinstance(size.SMALL, size)
    assert isinstance(size.SMALL, str)
    assert {size.SMALL: 1}["small"] == 1
    assert size.SMALL != size.VERY_LARGE
    assert "small" in [size.SMALL]


@pytest.mark.parametrize("size", LISTS)
def test_a_word_is_written_as_its_text(size: Any) -> None:
    word = size.VERY_LARGE
    assert (str(word), f"{word:>12}", json.dumps([word])) == ("very-large", "  very-large", '["very-large"]')
    assert type(word.value) is type(str(word)) is str


@pytest.mark.parametrize("size", LISTS)
@pytest.mark.parametrize("wrong", ["large", "SMALL", "", 1, None, ["small"]])
def test_what_is_not_in_the_list_is_refused(size: Any, wrong: object) -> None:
    with pytest.raises(ValueError, match=r"Size|Library"):
        size(wrong)
    with pytest.raises(ValidationError):
        TypeAdapter(size).validate_python(wrong)


@pytest.mark.parametrize("size", LISTS)
def test_a_word_stays_the_only_one_in_a_copy_another_process_and_a_document(size: Any) -> None:
    word = size.SMALL
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(word, protocol)) is word
    assert copy.deepcopy([word])[0] is copy.copy(word) is word
    assert TypeAdapter(size).validate_json('"small"') is word


def test_a_refusal_never_repeats_what_was_given() -> None:
    with pytest.raises(ValueError, match="not a word of Size") as refused:
        Size("my secret")
    assert "secret" not in str(refused.value)


def test_a_list_is_closed_and_may_know_more_of_its_words() -> None:
    assert [word.holds_a_litre for word in Size] == [False, True]
    assert repr(Size.SMALL) == "<Size 'small'>"
    for name in ("SMALL", "LARGE"):
        with pytest.raises(AttributeError):
            setattr(Size, name, "large")
