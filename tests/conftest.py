"""What several tests share: the knowledge and an installed program, made once; no network for anybody."""

import socket
import sys

import pytest

from magadvisor.knowledge.load import data_folder, load
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


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(data_folder())
