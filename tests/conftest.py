"""What several tests share: the shipped knowledge, read once."""

import pytest

from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.knowledge import Knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(data_folder())
