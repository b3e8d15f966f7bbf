"""The knowledge of an installed program: checked when it was built, read in the parts a query needs."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from magadvisor.knowledge.coding import Make, OtherShape, Shapes
from magadvisor.knowledge.pack import Json, Pack
from magadvisor.knowledge.place import digest, stamp, stamps
from magadvisor.knowledge.table import Shard, Table
from magadvisor.model.knowledge import Knowledge


def read_compiled(path: Path, folder: Path) -> Knowledge:
    """Open compiled knowledge; it is refused unless it was made from the files in `folder` as they are."""
    pack = Pack(path)
    _refuse_stale(pack, folder)
    knowledge = _Reading(pack).part("")
    if not isinstance(knowledge, Knowledge):
        raise pack.broken("it holds something else")
    return knowledge


def _refuse_stale(pack: Pack, folder: Path) -> None:
    """Refuse a pack whose sources changed.

    Lengths are compared always, bytes only where a file changed after the pack was put in place.
    """
    made = stamp(pack.path)[1]
    found = stamps(folder) if folder.is_dir() else {}
    changed = {name: size for name, (size, _) in found.items()} != pack.directory["files"]
    later = any(when > made for _, when in found.values())
    if changed or (later and digest(folder) != pack.directory["digest"]):
        raise pack.broken("it was made from other files than those beside it")


PREPARED = "prepared"


class _Reading:
    """Makes the parts of a pack, each when it is first looked at and only once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        shapes, parts = pack.directory["shapes"], pack.directory["parts"]
        if not isinstance(shapes, dict) or not isinstance(parts, dict):
            raise pack.broken("its directory is damaged")
        self._shapes = Shapes(shapes)
        self._parts = parts
        self._made: dict[str, object] = {}

    def part(self, name: str) -> object:
        """Make one part by its name."""
        if name not in self._made:
            self._made[name] = self._part(self._parts[name])
        return self._made[name]

    def _part(self, told: Json) -> object:
        match told:
            case {"same": str(name)}:
                return self.part(name)
            case {"record": str(kind), "of": str(before)}:
                return self._unread(self._kind(kind), before)
            case {"records": dict(names)}:
                return _Named(names, self._part)
            case {"value": shape, "piece": int(place)}:
                piece = self._pack.piece(place)
                if piece is None:
                    return None  # no shape is made for it: `shipped` has that of the whole knowledge
                make = self._make(shape)
                return piece if make is None else make(piece)
            case {"table": shape, "first": int(first), "shards": int(shards), "size": int(size)}:
                return Table(shards, size, partial(self._shard, first), self._make(shape) or _itself)
        raise self._pack.broken("its directory is damaged")

    def _kind(self, name: str) -> type:
        try:
            return self._shapes.kind(name)
        except OtherShape as other:
            raise self._pack.broken(f"it was made for another version of the program: {other}") from None

    def _make(self, shape: Json) -> Make | None:
        try:
            return self._shapes.make(shape)
        except OtherShape as other:
            raise self._pack.broken(f"it was made for another version of the program: {other}") from None

    def _unread(self, kind: type, before: str) -> object:
        """Give a record none of whose fields is read yet; each is read when it is first looked at."""

        def look(record: object, field: str) -> object:
            if before + field not in self._parts:
                raise AttributeError(field)
            value = self.part(before + field)
            getattr(kind, field).__set__(record, value)
            return value

        body: dict[str, object] = {"__slots__": (), "__getattr__": look, "__doc__": kind.__doc__}
        # A copy that is changed is an ordinary record, and nothing that was prepared holds for it.
        body["__class__"] = property(lambda _: kind)
        if before + PREPARED in self._parts:
            body[PREPARED] = property(lambda _: self.part(before + PREPARED))
        made: object = object.__new__(type(kind.__name__, (kind,), body))
        return made

    def _shard(self, first: int, number: int) -> Shard:
        shard = self._pack.piece(first + number)
        if not isinstance(shard, dict):
            raise self._pack.broken("a part of it is damaged")
        return {name: told for name, told in shard.items() if isinstance(told, list)}


class _Named(Mapping[str, object]):
    """Parts by name, each made when it is asked for: what nobody needs imports nothing."""

    def __init__(self, told: Mapping[str, Json], make: Callable[[Json], object]) -> None:
        self._told = told
        self._make = make
        self._made: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name not in self._made:
            self._made[name] = self._make(self._told[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


def _itself(value: object) -> object:
    return value
