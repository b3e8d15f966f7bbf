"""Commands run in this process, as the shell would, and how they ended."""

import pytest

from magadvisor.cli.main import run
from tests.support.hostile import Ended

Streams = pytest.CaptureFixture[str]


def asked(capsys: Streams, *arguments: str) -> tuple[int, str, str]:
    """Run a command; give its exit code, its output and its errors."""
    code = run(arguments)
    told = capsys.readouterr()
    return code, told.out, told.err


def ended(capsys: Streams, *arguments: str) -> Ended:
    """Run a command, so that laws about how it ended can be tried."""
    return Ended(arguments, *asked(capsys, *arguments))
