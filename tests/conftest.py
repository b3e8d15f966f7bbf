"""What several tests share: the knowledge and an installed program, made once.

No network for anybody, and a home in which nobody may write.
"""

import os
import signal
import socket
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from magadvisor.knowledge.load import data_folder, load
from magadvisor.knowledge.place import Stamp, stamps
from magadvisor.model.knowledge import Knowledge
from tests.support.installed import Installed, install

_NETWORK = frozenset(("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"))


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every socket that leads out of this process's machine; one between processes is no network."""
    if event in _NETWORK:
        local = isinstance(arguments[0], socket.socket) and arguments[0].family == socket.AF_UNIX
        if not local:
            raise AssertionError(f"the network was used: {event}")


# An audit hook sees every way to a socket, and nothing that is tested can take it away again.
sys.addaudithook(_refuse_network)

_HOME = TemporaryDirectory(prefix="home-")
_home = Path(_HOME.name)
_home.chmod(0o500)
_everywhere = pytest.MonkeyPatch()
_everywhere.setenv("HOME", _HOME.name)
for _name in [name for name in os.environ if name.startswith("XDG_")]:
    _everywhere.delenv(_name)  # what they name stands in the home when they are not there


@pytest.fixture(scope="session", autouse=True)
def _nothing_in_the_home() -> Iterator[None]:
    """Fail where something was left in the home; root may write there whatever the mode says."""
    yield
    assert [path.name for path in _home.iterdir()] == []


# A run in the background may ignore these, and whatever it starts would ignore them too.
signal.signal(signal.SIGINT, signal.default_int_handler)
for one in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(one, signal.SIG_DFL)


_read: dict[Path, tuple[Mapping[str, Stamp], Knowledge]] = {}


def _load_once(folder: Path) -> Knowledge:
    """Read a folder of knowledge again only when one of its files is another."""
    now = stamps(folder)
    before, knowledge = _read.get(folder, (None, None))
    if knowledge is None or before != now:
        knowledge = load(folder)
        _read[folder] = now, knowledge
    return knowledge


# A checkout reads its YAML at every start, which takes a second or two: too long for thousands of starts.
_everywhere.setattr("magadvisor.knowledge.load.load", _load_once)


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return _load_once(data_folder())
