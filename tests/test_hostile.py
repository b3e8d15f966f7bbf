"""Whatever is typed, anywhere: no traceback, no raw control character, the caveat, a known exit."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from magadvisor.cli.main import run
from magadvisor.knowledge import shipped
from magadvisor.model.knowledge import Knowledge
from tests.support.hostile import ENTRANCES, PATHS, TEXTS, Ended, faults

Streams = pytest.CaptureFixture[str]

_IN_EVERY_RUN = ("ansi", "bidi", "nul", "lines", "digits", "format", "amount", "markup")


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge) -> None:
    """Reading the knowledge takes longer than answering, and is the same each time."""
    monkeypatch.setattr(shipped, "shipped", lambda: knowledge)


def ended(capsys: Streams, arguments: tuple[str, ...]) -> Ended:
    code = run(arguments)
    told = capsys.readouterr()
    return Ended(arguments, code, told.out, told.err)


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_no_text_breaks_an_entrance(entrance: str, capsys: Streams) -> None:
    for name in _IN_EVERY_RUN:
        if name == "nul" and entrance in PATHS:
            continue
        assert faults(ended(capsys, ENTRANCES[entrance](TEXTS[name]))) == [], name


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(ENTRANCES)), st.sampled_from(sorted(TEXTS)), st.text(max_size=12))
def test_no_mixture_of_texts_breaks_an_entrance(capsys: Streams, entrance: str, name: str, more: str) -> None:
    text = TEXTS[name] + more
    if entrance in PATHS:
        text = text.replace("\0", "")
    assert faults(ended(capsys, ENTRANCES[entrance](text))) == []
