"""A mapping whose items are made when they are looked up; in every other way a dict."""

from collections.abc import Callable, ItemsView, Iterator, KeysView, ValuesView
from typing import TypeVar
from zlib import crc32

from magadvisor.knowledge.pack import Json

T = TypeVar("T")
Shard = dict[str, list[Json]]  # under each name its place in the whole, and the value as it was written


class Table(dict[str, T]):
    """Values spread over shards by a checksum of their names; what has been made is a plain dict's own."""

    def __init__(self, shards: int, size: int, read: Callable[[int], Shard], make: Callable[..., T]) -> None:
        """Remember how to read a shard and how to make a value."""
        super().__init__()
        self._shards: list[Shard | None] = [None] * shards
        self._size = size
        self._read = read
        self._make = make
        self._whole = False

    def __missing__(self, name: str) -> T:
        """Make a value that is looked up for the first time."""
        if self._whole:
            raise KeyError(name)
        value = self._make(self._shard(name)[name][1])
        self[name] = value
        return value

    def __contains__(self, name: object) -> bool:
        """Say whether a name has a value, without making it."""
        if super().__contains__(name):
            return True
        return not self._whole and isinstance(name, str) and name in self._shard(name)

    def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
        """Give the value of a name, or the default."""
        if name not in self:
            return default
        return self[name]

    def __len__(self) -> int:
        """Count the values, made or not."""
        return self._size

    def __iter__(self) -> Iterator[str]:
        """Go through the names in the order of the files."""
        return super().__iter__() if self._filled() else iter(())

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """Give every name."""
        self._filled()
        return super().keys()

    def values(self) -> ValuesView[T]:  # type: ignore[override]
        """Give every value."""
        self._filled()
        return super().values()

    def items(self) -> ItemsView[str, T]:  # type: ignore[override]
        """Give every name with its value."""
        self._filled()
        return super().items()

    def copy(self) -> dict[str, T]:
        """Give a plain dict of it."""
        return dict(self.items())

    def __or__(self, other: dict[str, T]) -> dict[str, T]:  # type: ignore[override]
        """Give a plain dict with another's items behind."""
        return {**self.copy(), **other}

    def __ror__(self, other: dict[str, T]) -> dict[str, T]:  # type: ignore[override]
        """Give another as a plain dict with these items behind."""
        return {**other, **self.copy()}

    def __eq__(self, other: object) -> bool:
        """Compare as a dict."""
        return self.copy() == other

    def __ne__(self, other: object) -> bool:
        """Compare as a dict."""
        return self.copy() != other

    __hash__ = None

    def __repr__(self) -> str:
        """Show it as a dict."""
        return repr(self.copy())

    def __reduce__(self) -> tuple[type, tuple[dict[str, T]]]:
        """Send it on as a plain dict."""
        return dict, (self.copy(),)

    def _shard(self, name: str) -> Shard:
        return self._at(shard_of(name, len(self._shards)))

    def _at(self, number: int) -> Shard:
        shard = self._shards[number]
        if shard is None:
            shard = self._shards[number] = self._read(number)
        return shard

    def _filled(self) -> bool:
        """Make what was not made yet, in the order of the files."""
        if not self._whole:
            shards = map(self._at, range(len(self._shards)))
            places = sorted((_place(told), name) for shard in shards for name, told in shard.items())
            ordered = {name: self[name] for _, name in places}
            self.clear()
            self.update(ordered)
            self._whole = True
            self._shards = []
        return self._whole


def shard_of(name: str, shards: int) -> int:
    """Say in which shard a name stands."""
    return crc32(name.encode("utf-8", "surrogatepass")) % shards


def _place(told: list[Json]) -> int:
    return told[0] if isinstance(told[0], int) else 0
