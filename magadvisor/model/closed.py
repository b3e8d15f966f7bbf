"""Closed lists of words, defined in a tenth of the time.

Each word is a text and the only one of its value, as with the standard library's `StrEnum`, whose
way of making a member costs a query that needs twenty lists more than its answer.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum

    __all__ = ["StrEnum"]
else:

    class _List(type):
        """The kind of a closed list: its words in order, each found by its value, none made later."""

        def __new__(cls, name, bases, body):
            told = {key: body.pop(key) for key in tuple(body) if key.isupper()}
            made = super().__new__(cls, name, bases, body)
            words = {value: str.__new__(made, value) for value in told.values()}
            type.__setattr__(made, "__words__", words)
            for key, value in told.items():
                type.__setattr__(made, key, words[value])
            return made

        def __call__(cls, value):
            word = cls.__words__.get(value) if isinstance(value, str) else None
            if word is None:
                raise ValueError(f"not a word of {cls.__name__}")
            return word

        def __setattr__(cls, name, value):
            raise AttributeError(f"{cls.__name__} is a closed list")

        def __iter__(cls):
            return iter(cls.__words__.values())

        def __reversed__(cls):
            return reversed(cls.__words__.values())

        def __len__(cls):
            return len(cls.__words__)

    class StrEnum(str, metaclass=_List):
        """A closed list of words."""

        __slots__ = ()

        @property
        def value(self):
            """Give the bare text."""
            return str(self)

        def __reduce_ex__(self, _protocol):
            """Stay the only one of its value in a copy and in another process."""
            return type(self), (str(self),)

        def __repr__(self):
            """Show the list it belongs to."""
            return f"<{type(self).__name__} {str(self)!r}>"

        @classmethod
        def __get_pydantic_core_schema__(cls, _source, _handler):
            """Let pydantic read a word of the list and nothing else."""
            from pydantic_core import core_schema

            return core_schema.enum_schema(cls, list(cls), sub_type="str", missing=None)
