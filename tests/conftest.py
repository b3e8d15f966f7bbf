"""What several tests share: the shipped knowledge, read once; and no network for anybody."""

import socket
import sys

import pytest

from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.knowledge import Knowledge

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
def knowledge() -> Knowledge:
    return load(data_folder())
