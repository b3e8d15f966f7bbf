"""What fuzzing begins with, and what it found, keeps every law; `python -m tests.fuzz.run` looks for more."""

import pytest

from tests.fuzz import run
from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_begins_with_and_has_found_keeps_every_law(name: str) -> None:
    for seed in SEEDS[name]:
        TARGETS[name](seed)


def test_every_target_can_be_run_and_has_a_beginning() -> None:
    assert tuple(TARGETS) == tuple(SEEDS) == run.TARGETS
