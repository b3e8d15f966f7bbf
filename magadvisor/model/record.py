"""Records: frozen dataclasses with slots, defined in a tenth of the time.

The standard library writes and compiles six methods for each class and makes it twice, which costs a query
that needs a hundred classes more than its answer. Here a class is only given its slots, before it is made;
what the library would have worked out about its fields is worked out when somebody asks, as `fields` and
`replace` do. Only a class of which many records are made has its `__init__` written and compiled after all.
A default is one value for every record, so it is one that nobody can change.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import Field, replace
    from typing import ClassVar, dataclass_transform

    __all__ = ["Record", "replace"]

    @dataclass_transform(frozen_default=True)
    class Record:
        """What is made once and never changed; records that hold the same are equal, unless `eq` is False."""

        __match_args__: ClassVar[tuple[str, ...]]
        __dataclass_fields__: ClassVar[dict[str, Field[object]]]

        def __init_subclass__(cls, *, eq: bool = True) -> None:
            """Make a record of a class."""
else:
    from collections import deque
    from contextlib import suppress
    from functools import partial
    from itertools import repeat
    from operator import attrgetter, call

    def replace(record, /, **values):
        """Give a record with some values changed, as `dataclasses.replace` does."""
        names = record.__match_args__
        kept = [values.pop(name) if name in values else getattr(record, name) for name in names]
        return record.__class__(*kept, **values)

    class _Kind(type):
        """Makes records of classes."""

        def __new__(cls, name, bases, body, eq=True):
            own = _annotated(body)
            base = bases[0] if bases else object
            defaults = {name: body.pop(name) for name in own if name in body}
            body |= {
                "__slots__": own,
                "__match_args__": (*getattr(base, "__match_args__", ()), *own),
                "__record_defaults__": getattr(base, "__record_defaults__", {}) | defaults,
                "__record_values__": _VALUES,
                "__dataclass_fields__": _FIELDS,
                "__init__": _filled,
            }
            if not eq:
                body |= {"__eq__": object.__eq__, "__hash__": object.__hash__}
            return super().__new__(cls, name, bases, body)

    def _annotated(body):
        """Name what a class has annotations for, also where they are worked out only when asked for."""
        if "__annotate_func__" not in body:
            return tuple(body.get("__annotations__", ()))
        from annotationlib import Format, call_annotate_function

        return tuple(call_annotate_function(body["__annotate_func__"], Format.FORWARDREF))

    class _Fields:
        """The fields of a record as the standard library tells them, worked out when first asked for."""

        def __get__(self, instance, owner):
            from dataclasses import make_dataclass

            types = {name: kind for one in reversed(owner.__mro__) for name, kind in _typed(one).items()}
            told = [(name, types[name], _field(owner, name)) for name in owner.__match_args__]
            twin = make_dataclass(
                owner.__name__,
                told,
                namespace={"__module__": owner.__module__, "__doc__": owner.__doc__ or owner.__name__},
                init=False,
                repr=False,
                eq=False,
            )
            type.__setattr__(owner, "__dataclass_fields__", twin.__dataclass_fields__)
            return owner.__dataclass_fields__

    class _Values:
        """The function that lists the values of a record, made when a class first needs it."""

        def __get__(self, instance, owner):
            names = owner.__match_args__
            listed = attrgetter(*names) if len(names) > 1 else partial(_listed, names)
            type.__setattr__(owner, "__record_values__", staticmethod(listed))
            return listed

    _FIELDS, _VALUES = _Fields(), _Values()

    def _listed(names, record):
        return tuple(getattr(record, name) for name in names)

    def _typed(cls):
        return cls.__annotations__ if "__record_defaults__" in cls.__dict__ else {}

    def _field(cls, name):
        from dataclasses import MISSING, field

        return field(default=cls.__record_defaults__.get(name, MISSING))

    def _filled(self, *values, **named):
        """Fill the first record of a class, and give the class its own method."""
        cls = next(one for one in type(self).__mro__ if "__record_defaults__" in one.__dict__)
        cls.__init__ = _first(cls)
        cls.__init__(self, *values, **named)

    def _first(cls):
        """Give the method that fills the slots; a default is only looked for where a value is left out."""
        puts = tuple(getattr(cls, name).__set__ for name in cls.__match_args__)
        count = len(puts)
        fill = deque(maxlen=0).extend  # goes through a map to its end and keeps nothing
        after = getattr(cls, "__post_init__", None)
        few = iter(range(_FEW))

        def __init__(self, *values, **named):  # noqa: N807
            if next(few, None) is None:
                cls.__init__ = _compiled(cls, puts, after)
            if named or len(values) != count:
                values = _completed(cls, values, named)
            fill(map(call, puts, repeat(self), values))
            if after is not None:
                after(self)

        return __init__

    _FEW = 100
    """Of how many records compiling costs more than it saves."""

    def _compiled(cls, puts, after):
        """Write and compile the method that fills the slots, twice as quick as one for every class."""
        names, defaults = cls.__match_args__, cls.__record_defaults__
        known = {f"_put_{name}": put for name, put in zip(names, puts, strict=True)}
        known |= {f"_else_{name}": value for name, value in defaults.items()} | {"_after": after}
        given = ", ".join(f"{name}=_else_{name}" if name in defaults else name for name in names)
        lines = [f"_put_{name}(self, {name})" for name in names] + (["_after(self)"] if after else [])
        exec(f"def __init__(self, {given}):\n    {'; '.join(lines)}", known)
        return known["__init__"]

    def _completed(cls, values, named):
        names = cls.__match_args__
        if not values and len(named) == len(names):
            with suppress(KeyError):  # what is wrong is told below
                return [named[name] for name in names]
        left = names[len(values) :]
        complete = [*values, *(named.pop(name) if name in named else _default(cls, name) for name in left)]
        if named or len(complete) > len(names):
            raise TypeError(f"{cls.__name__} was given a value it has no place for")
        return complete

    def _default(cls, name):
        if name not in cls.__record_defaults__:
            raise TypeError(f"{cls.__name__} needs {name}")
        return cls.__record_defaults__[name]

    def _refuse(self, name, *_value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"{name} of a {type(self).__name__} is never changed")

    def _equal(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.__record_values__(self) == other.__record_values__(other)

    def _hashed(self):
        return hash(self.__record_values__(self))

    def _shown(self):
        values = zip(self.__match_args__, self.__record_values__(self), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in values)})"

    def _reduced(self):
        return self.__class__, self.__record_values__(self)

    class Record(metaclass=_Kind):
        """What is made once and never changed; records that hold the same are equal, unless `eq` is False."""

        __setattr__ = _refuse
        __delattr__ = _refuse
        __eq__ = _equal
        __hash__ = _hashed
        __repr__ = _shown
        __reduce__ = _reduced
